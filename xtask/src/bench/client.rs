//! A small HTTP/1.1 client on kept-alive connections: enough to load a server on this machine and
//! to sign in to it, and nothing that would cost the measured server its cores.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use crate::Result;

pub(super) struct Connection {
    stream: TcpStream,
    /// Bytes read and not yet used.
    buffer: Vec<u8>,
}

pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) head: String,
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// The values of a header that may come more than once.
    pub(super) fn headers<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        header_lines(&self.head).filter(move |(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Connection {
    pub(super) fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_mins(1)))?;
        Ok(Self { stream, buffer: Vec::with_capacity(64 * 1024) })
    }

    /// Sends the bytes of one request and reads the whole of its answer.
    pub(super) fn exchange(&mut self, request: &[u8]) -> Result<Answer> {
        self.stream.write_all(request)?;
        let head_length = self.until_head()?;
        let head = String::from_utf8(self.take(head_length))?;
        let status = head.get(9..12).and_then(|digits| digits.parse().ok()).ok_or("no HTTP status")?;
        let body = self.body(&head)?;
        Ok(Answer { status, head, body })
    }

    fn until_head(&mut self) -> Result<usize> {
        loop {
            if let Some(place) = find(&self.buffer, b"\r\n\r\n") {
                return Ok(place + 4);
            }
            self.fill()?;
        }
    }

    fn body(&mut self, head: &str) -> Result<Vec<u8>> {
        let header = |name: &str| header_lines(head).find(|(found, _)| found.eq_ignore_ascii_case(name));
        if let Some((_, length)) = header("content-length") {
            return self.exactly(length.parse()?);
        }
        match header("transfer-encoding") {
            Some(_) => self.chunks(),
            None => Ok(Vec::new()),
        }
    }

    fn chunks(&mut self) -> Result<Vec<u8>> {
        let mut body = Vec::new();
        loop {
            let line = loop {
                match find(&self.buffer, b"\r\n") {
                    Some(place) => break self.take(place + 2),
                    None => self.fill()?,
                }
            };
            let size = usize::from_str_radix(std::str::from_utf8(&line)?.trim(), 16)?;
            let mut chunk = self.exactly(size + 2)?;
            if size == 0 {
                return Ok(body);
            }
            chunk.truncate(size);
            body.append(&mut chunk);
        }
    }

    fn exactly(&mut self, length: usize) -> Result<Vec<u8>> {
        while self.buffer.len() < length {
            self.fill()?;
        }
        Ok(self.take(length))
    }

    fn take(&mut self, length: usize) -> Vec<u8> {
        let rest = self.buffer.split_off(length);
        std::mem::replace(&mut self.buffer, rest)
    }

    fn fill(&mut self) -> Result {
        let mut bytes = [0_u8; 16 * 1024];
        match self.stream.read(&mut bytes)? {
            0 => Err("the server closed the connection".into()),
            count => {
                self.buffer.extend_from_slice(&bytes[..count]);
                Ok(())
            }
        }
    }
}

/// A request without a body.
pub(super) fn get(path: &str, cookies: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{}\r\n", cookie_line(cookies)).into_bytes()
}

/// A request as a form makes it.
pub(super) fn post(path: &str, cookies: &str, origin: &str, body: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nHost: {}\r\nOrigin: {origin}\r\n{}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        origin.trim_start_matches("http://"),
        cookie_line(cookies),
        body.len()
    )
    .into_bytes()
}

/// A request of the protocol by which a file goes up in pieces.
#[cfg(feature = "bench")]
pub(super) fn tus(method: &str, path: &str, cookies: &str, facts: &[(&str, String)], body: &[u8]) -> Vec<u8> {
    let facts: Vec<_> = facts.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nTus-Resumable: 1.0.0\r\n{}{}Content-Type: application/offset+octet-stream\r\nContent-Length: {}\r\n\r\n",
        cookie_line(cookies),
        facts.concat(),
        body.len()
    );
    [head.as_bytes(), body].concat()
}

fn cookie_line(cookies: &str) -> String {
    if cookies.is_empty() { String::new() } else { format!("Cookie: {cookies}\r\n") }
}

fn header_lines(head: &str) -> impl Iterator<Item = (&str, &str)> {
    head.split("\r\n").skip(1).filter_map(|line| line.split_once(':')).map(|(name, value)| (name, value.trim()))
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;
    use std::thread;

    use super::*;

    /// A server that gives these bytes for the first request.
    fn answering(bytes: &'static [u8]) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = vec![0; get("/", "").len()];
            stream.read_exact(&mut request).unwrap();
            for piece in bytes.chunks(7) {
                stream.write_all(piece).unwrap();
                stream.flush().unwrap();
            }
            thread::sleep(Duration::from_millis(200));
        });
        address
    }

    #[test]
    fn a_body_of_known_length_is_read_whole() {
        let address = answering(b"HTTP/1.1 200 OK\r\nContent-Length: 11\r\nSet-Cookie: a=b\r\n\r\nhello world");
        let answer = Connection::open(address).unwrap().exchange(&get("/", "")).unwrap();
        assert_eq!((answer.status, answer.text().as_str()), (200, "hello world"));
        assert_eq!(answer.headers("set-cookie").collect::<Vec<_>>(), ["a=b"]);
    }

    #[test]
    fn a_body_in_chunks_is_joined() {
        let address = answering(
            b"HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n",
        );
        let answer = Connection::open(address).unwrap().exchange(&get("/", "")).unwrap();
        assert_eq!((answer.status, answer.text().as_str()), (404, "hello world"));
    }
}
