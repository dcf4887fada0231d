//! A way to a mail server.

use std::error::Error as _;
use std::time::Duration;

use hoithi_journal::{LEAVE, OutboxMail};
use lettre::message::Mailbox;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::transport::smtp::Error as SmtpError;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::answer;
use crate::failure::{Failure, Reason};

/// A server or a sender that cannot be used, as the operator typed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unusable(pub String);

/// A way to a mail server.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    secrets: Vec<String>,
}

/// How long a mail server may take for one answer.
const SERVER_S_TIME: Duration = Duration::from_secs(8);

/// Answers that speak of us and not of this message: sign in first, wrong password, too weak a way.
const ABOUT_THE_SIGN_IN: [&str; 5] = ["530", "534", "535", "538", "454"];

/// Says to programs that answer by themselves that nobody reads their answer.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// Where a mail program takes its reader off a list (RFC 2369).
#[derive(Clone)]
struct ListUnsubscribe(String);

impl Header for ListUnsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }

    fn parse(value: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(value.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), format!("<{}>", self.0))
    }
}

/// That one click there is enough (RFC 8058).
#[derive(Clone)]
struct OneClick;

impl Header for OneClick {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "List-Unsubscribe=One-Click".to_owned())
    }
}

impl Smtp {
    /// `smtps://user:secret@host:465` and the sender's address.
    pub fn new(url: &str, from: &str) -> Result<Self, Unusable> {
        let unusable = |error: &dyn std::error::Error| Unusable(error.to_string());
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|error| unusable(&error))?;
        let from: Mailbox = from.parse().map_err(|error: lettre::address::AddressError| unusable(&error))?;
        let transport = transport.timeout(Some(SERVER_S_TIME)).build();
        Ok(Self { transport, from, secrets: secrets_of(url) })
    }

    pub(crate) async fn send(&self, mail: &OutboxMail) -> Result<(), Failure> {
        let message = self.message(mail)?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            Err(error) => Err(failure(&error).without(&self.secrets)),
        }
    }

    fn message(&self, mail: &OutboxMail) -> Result<Message, Failure> {
        let to: Mailbox = mail.recipient.parse().map_err(|error| Failure::new(Reason::Address, error))?;
        // The same id at every try: who got a mail twice after a break sees one.
        let id = format!("<{}@{}>", mail.id, self.from.email.domain());
        let builder = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&mail.subject)
            .message_id(Some(id))
            .header(AutoSubmitted);
        let builder = match mail.facts.get(LEAVE) {
            Some(leave) => builder.header(ListUnsubscribe(leave.clone())).header(OneClick),
            None => builder,
        };
        builder
            .header(ContentType::TEXT_PLAIN)
            .body(mail.body.clone())
            .map_err(|error| Failure::new(Reason::Address, error))
    }
}

/// The password between the name and the host.
fn secrets_of(url: &str) -> Vec<String> {
    let Some((before, _)) = url.rsplit_once('@') else { return Vec::new() };
    let password = before.rsplit_once("//").map_or(before, |(_, rest)| rest).split_once(':').map(|(_, secret)| secret);
    password.map(str::to_owned).into_iter().collect()
}

fn failure(error: &SmtpError) -> Failure {
    let code = error.status().map(|code| code.to_string()).unwrap_or_default();
    let said = error.source().map(ToString::to_string).unwrap_or_default();
    let words = if code.is_empty() { whole(error) } else { format!("{code} {said}") };
    let reason = if ABOUT_THE_SIGN_IN.contains(&code.as_str()) {
        Reason::SignIn
    } else if code == "421" {
        Reason::Unreachable
    } else if error.is_permanent() {
        answer::of_refusal(&code, &said)
    } else if error.is_transient() {
        Reason::Later
    } else if error.is_tls() {
        Reason::Secure
    } else if error.is_response() {
        Reason::Answer
    } else {
        Reason::Unreachable
    };
    Failure::new(reason, words)
}

/// An error with its causes.
fn whole(error: &dyn std::error::Error) -> String {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(deeper) = cause {
        let deeper_words = deeper.to_string();
        if !words.contains(&deeper_words) {
            words = format!("{words}: {deeper_words}");
        }
        cause = deeper.source();
    }
    words
}
