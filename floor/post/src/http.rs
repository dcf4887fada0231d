//! One request to a gateway and its answer, bounded in time and size. No redirect is followed: what
//! is sent carries a secret.

use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::{CONTENT_TYPE, HOST};
use hyper::{Request, Uri};
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use crate::failure::{Failure, Reason};

/// A gateway's answer is a line or two.
const MOST_BYTES: usize = 64 * 1024;

/// What a gateway answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) text: String,
}

/// Where requests go.
pub(crate) struct Address {
    uri: Uri,
    host: String,
    port: u16,
    tls: Option<TlsConnector>,
}

impl Address {
    /// `https://host/path`; plain http to this machine alone, where no secret leaves it.
    pub(crate) fn read(url: &str) -> Result<Self, String> {
        let uri: Uri = url.parse().map_err(|_| "địa chỉ không đúng".to_owned())?;
        let host = uri.host().ok_or_else(|| "địa chỉ thiếu tên máy".to_owned())?.to_owned();
        let secure = match uri.scheme_str() {
            Some("https") => true,
            Some("http") if is_this_machine(&host) => false,
            _ => return Err("địa chỉ phải bắt đầu bằng https://".to_owned()),
        };
        let port = uri.port_u16().unwrap_or(if secure { 443 } else { 80 });
        let tls = secure.then(connector).transpose()?;
        Ok(Self { uri, host, port, tls })
    }

    /// Sends a body and waits for the whole answer, so long and no longer.
    pub(crate) async fn post(
        &self,
        kind: &'static str,
        headers: &[(String, String)],
        body: String,
        patience: Duration,
    ) -> Result<Answer, Failure> {
        let late = |_| Failure::new(Reason::Unreachable, format!("{}: {} s", self.host, patience.as_secs()));
        tokio::time::timeout(patience, self.exchange(kind, headers, body)).await.map_err(late)?
    }

    async fn exchange(
        &self,
        kind: &'static str,
        headers: &[(String, String)],
        body: String,
    ) -> Result<Answer, Failure> {
        let request = self.request(kind, headers, body)?;
        let unreachable = |error: std::io::Error| Failure::new(Reason::Unreachable, error);
        let stream = TcpStream::connect((self.host.as_str(), self.port)).await.map_err(unreachable)?;
        match &self.tls {
            None => converse(stream, request).await,
            Some(tls) => {
                let name =
                    ServerName::try_from(self.host.clone()).map_err(|error| Failure::new(Reason::Secure, error))?;
                let stream = tls.connect(name, stream).await.map_err(|error| Failure::new(Reason::Secure, error))?;
                converse(stream, request).await
            }
        }
    }

    fn request(
        &self,
        kind: &'static str,
        headers: &[(String, String)],
        body: String,
    ) -> Result<Request<Full<Bytes>>, Failure> {
        let path = self.uri.path_and_query().map_or("/", |path| path.as_str());
        let host = self.uri.authority().map_or(self.host.as_str(), |authority| authority.as_str());
        let mut request = Request::post(path).header(HOST, host).header(CONTENT_TYPE, kind);
        for (name, value) in headers {
            request = request.header(name.as_str(), value.as_str());
        }
        // A header that cannot be sent would be told with its value, which may be a secret.
        request.body(Full::new(Bytes::from(body))).map_err(|_| Failure::new(Reason::SignIn, ""))
    }
}

async fn converse<S>(stream: S, request: Request<Full<Bytes>>) -> Result<Answer, Failure>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let broken = |error: hyper::Error| Failure::new(Reason::Unreachable, error);
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(broken)?;
    let running = tokio::spawn(connection);
    let answer = sender.send_request(request).await.map_err(broken)?;
    let status = answer.status().as_u16();
    let body = Limited::new(answer.into_body(), MOST_BYTES).collect().await;
    running.abort();
    let body = body.map_err(|error| Failure::new(Reason::Answer, error))?.to_bytes();
    Ok(Answer { status, text: String::from_utf8_lossy(&body).into_owned() })
}

fn is_this_machine(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}

/// Trusts whom this machine trusts.
fn connector() -> Result<TlsConnector, String> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let ring = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(ring).with_safe_default_protocol_versions();
    let config = config.map_err(|error| error.to_string())?.with_root_certificates(roots).with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}
