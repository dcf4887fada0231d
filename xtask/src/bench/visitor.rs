//! One person at the server: signs in, finds pages, sends forms.

#[cfg(feature = "bench")]
use std::time::{Duration, Instant};

#[cfg(feature = "bench")]
use super::client::tus;
use super::client::{Answer, Connection, get, post};
use super::html::{Form, links};
use super::routes::{PASSWORD, Page};
use super::server::Server;
use crate::Result;

pub(super) struct Visitor {
    connection: Connection,
    origin: String,
    cookies: Vec<(String, String)>,
}

impl Visitor {
    pub(super) fn new(server: &Server, who: Option<&str>) -> Result<Self> {
        let connection = Connection::open(server.address)?;
        let mut visitor = Self { connection, origin: server.origin(), cookies: Vec::new() };
        if let Some(login) = who {
            visitor.sign_in(login)?;
        }
        Ok(visitor)
    }

    fn sign_in(&mut self, login: &str) -> Result {
        let mut form = self.form("/dang-nhap", "/dang-nhap")?;
        form.set("login", login);
        form.set("password", PASSWORD);
        match self.send(&form)?.status {
            303 => Ok(()),
            status => Err(format!("signing in as {login} was answered {status}").into()),
        }
    }

    pub(super) fn form(&mut self, page: &str, action: &str) -> Result<Form> {
        let answer = self.look_at(page)?;
        let mut form = Form::find(&answer.text(), action).ok_or_else(|| format!("{page} has no form to {action:?}"))?;
        if form.action.is_empty() {
            page.clone_into(&mut form.action);
        }
        Ok(form)
    }

    pub(super) fn send(&mut self, form: &Form) -> Result<Answer> {
        let answer = self.connection.exchange(&self.sending(form))?;
        self.keep_cookies(&answer);
        Ok(answer)
    }

    fn look_at(&mut self, page: &str) -> Result<Answer> {
        let answer = self.connection.exchange(&get(page, &self.cookie_header()))?;
        self.keep_cookies(&answer);
        match answer.status {
            200 => Ok(answer),
            status => Err(format!("{page} was answered {status}").into()),
        }
    }

    /// How long one look at a page takes, from asking to the last byte of its answer.
    #[cfg(feature = "bench")]
    pub(super) fn time(&mut self, page: &str) -> Result<Duration> {
        let asked = Instant::now();
        self.look_at(page)?;
        Ok(asked.elapsed())
    }

    /// Asks by the protocol by which a file goes up in pieces.
    #[cfg(feature = "bench")]
    pub(super) fn tus(&mut self, method: &str, path: &str, facts: &[(&str, String)], body: &[u8]) -> Result<Answer> {
        self.connection.exchange(&tus(method, path, &self.cookie_header(), facts, body))
    }

    /// The addresses that a page of the list stands for.
    pub(super) fn addresses(&mut self, page: Page) -> Result<Vec<String>> {
        let (from, beginning) = match page {
            Page::At(address) | Page::Sent { page: address, .. } => return Ok(vec![address.to_owned()]),
            Page::LinkedFrom { page, beginning } => (page, beginning),
        };
        let found = links(&self.look_at(from)?.text(), beginning);
        if found.is_empty() { Err(format!("{from} links to nothing at {beginning}").into()) } else { Ok(found) }
    }

    /// The bytes of this person's requests for a page of the list.
    pub(super) fn requests(&mut self, page: Page) -> Result<Vec<Vec<u8>>> {
        if let Page::Sent { page, action, fields } = page {
            let mut form = self.form(page, action)?;
            for (name, value) in fields {
                form.set(name, value);
            }
            return Ok(vec![self.sending(&form)]);
        }
        let addresses = self.addresses(page)?;
        Ok(addresses.iter().map(|address| get(address, &self.cookie_header())).collect())
    }

    fn sending(&self, form: &Form) -> Vec<u8> {
        post(&form.action, &self.cookie_header(), &self.origin, &form.encoded())
    }

    fn cookie_header(&self) -> String {
        let pairs = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("; ")
    }

    fn keep_cookies(&mut self, answer: &Answer) {
        for line in answer.headers("set-cookie") {
            let pair = line.split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.retain(|(found, _)| found != name);
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
    }
}
