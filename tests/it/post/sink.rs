//! A mail server that keeps what it takes: the protocol is a server's own, what it answers to whom is
//! the story's.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use mailin::{Action, Handler, Response, SessionBuilder, response};

/// What a recipient is answered, try by try; afterwards they are taken.
type Answers = VecDeque<(&'static str, u16, &'static str)>;

#[derive(Default)]
struct Book {
    answers: Answers,
    taken: Vec<Vec<u8>>,
    asked: Vec<String>,
}

/// A mail server on a free port of this machine, for as long as the story is told.
pub(crate) struct Sink {
    pub(crate) address: SocketAddr,
    book: Arc<Mutex<Book>>,
}

impl Sink {
    /// Answers these recipients so, once each; everybody else's mail is taken.
    pub(crate) fn answering(answers: &[(&'static str, u16, &'static str)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let book = Arc::new(Mutex::new(Book { answers: answers.iter().copied().collect(), ..Book::default() }));
        let kept = Arc::clone(&book);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let book = Arc::clone(&kept);
                thread::spawn(move || converse(stream, book));
            }
        });
        Self { address, book }
    }

    pub(crate) fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// The mails that were taken, byte for byte.
    pub(crate) fn taken(&self) -> Vec<Vec<u8>> {
        self.book.lock().unwrap().taken.clone()
    }

    /// For whom it was asked, in that order.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.book.lock().unwrap().asked.clone()
    }
}

struct Clerk {
    book: Arc<Mutex<Book>>,
    data: Vec<u8>,
}

impl Handler for Clerk {
    fn rcpt(&mut self, to: &str) -> Response {
        let mut book = self.book.lock().unwrap();
        book.asked.push(to.to_owned());
        let Some(place) = book.answers.iter().position(|(who, _, _)| *who == to) else { return response::OK };
        let (_, code, words) = book.answers.remove(place).unwrap();
        Response::custom(code, words.to_owned())
    }

    fn data(&mut self, line: &[u8]) -> std::io::Result<()> {
        self.data.extend_from_slice(line);
        Ok(())
    }

    fn data_end(&mut self) -> Response {
        self.book.lock().unwrap().taken.push(std::mem::take(&mut self.data));
        response::OK
    }
}

fn converse(stream: TcpStream, book: Arc<Mutex<Book>>) {
    let clerk = Clerk { book, data: Vec::new() };
    let nobody: IpAddr = [127, 0, 0, 1].into();
    let mut session = SessionBuilder::new("thu.vidu.invalid").build(nobody, clerk);
    let mut writer = stream.try_clone().unwrap();
    let mut reader = BufReader::new(stream);
    session.greeting().write_to(&mut writer).unwrap();
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
        let answer = session.process(&line);
        line.clear();
        if answer.action != Action::NoReply && answer.write_to(&mut writer).and_then(|()| writer.flush()).is_err() {
            return;
        }
        if answer.action == Action::Close {
            return;
        }
    }
}
