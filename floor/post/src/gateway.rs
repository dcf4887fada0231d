//! A gateway for messages to telephones (ZNS, SMS), described by a file: where, with which headers,
//! what its body looks like, how it says yes.
//!
//! The file's words are filled with data and nothing else: `{phone}`, `{text}`, … and `{env.NAME}` for
//! a secret, which is read once at the start and never told.

use std::time::Duration;

use hoithi_journal::OutboxMail;
use serde_json::{Map, Value as Json};
use toml_edit::{DocumentMut, Item, Value as Toml};

use crate::failure::{Failure, Reason};
use crate::http::{Address, Answer};
use crate::phone::number_of;
use crate::smtp::Unusable;

/// What stands for a message's data. A word that is none of these is refused when the file is read.
const PLACEHOLDERS: [&str; 8] = ["phone", "id", "title", "text", "person", "count", "day", "link"];

const KEYS: [&str; 6] = ["address", "kind", "seconds", "headers", "body", "taken"];

/// A gateway, ready to send.
pub struct Gateway {
    address: Address,
    form: bool,
    patience: Duration,
    headers: Vec<(String, String)>,
    body: Json,
    taken: Option<(String, String)>,
    secrets: Vec<String>,
}

impl Gateway {
    /// Reads the file; `secret` answers what the environment holds by that name.
    pub fn read(text: &str, secret: impl Fn(&str) -> Option<String>) -> Result<Self, Unusable> {
        let file: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| Unusable(error.to_string()))?;
        if let Some((key, _)) = file.iter().find(|(key, _)| !KEYS.contains(key)) {
            return Err(Unusable(format!("không có mục {key}; các mục là {}", KEYS.join(", "))));
        }
        let mut known = Secrets { look_up: secret, found: Vec::new() };
        let address = file.get("address").and_then(Item::as_str).ok_or_else(|| missing("address"))?;
        let body = file.get("body").ok_or_else(|| missing("body"))?;
        let body = known.fill(from_item(body).ok_or_else(|| missing("body"))?)?;
        let headers =
            known.fill(file.get("headers").and_then(from_item).unwrap_or_else(|| Json::Object(Map::new())))?;
        let form = kind(&file)?;
        let is_flat =
            body.as_object().is_some_and(|fields| fields.values().all(|value| !value.is_object() && !value.is_array()));
        if !body.is_object() || (form && !is_flat) {
            return Err(Unusable("mục body phải là một bảng; kind = \"form\" thì không có bảng con".to_owned()));
        }
        Ok(Self {
            address: Address::read(address).map_err(Unusable)?,
            form,
            patience: patience(&file)?,
            headers: pairs(&headers)?,
            body,
            taken: taken(&file)?,
            secrets: known.found,
        })
    }

    pub(crate) async fn send(&self, message: &OutboxMail) -> Result<(), Failure> {
        let phone = number_of(&message.recipient).ok_or_else(|| Failure::new(Reason::Address, ""))?;
        let filled = filled(&self.body, &|name| data_of(message, &phone, name));
        let (kind, body) = if self.form {
            ("application/x-www-form-urlencoded", as_form(&filled))
        } else {
            ("application/json", filled.to_string())
        };
        let answer = self.address.post(kind, &self.headers, body, self.patience).await;
        answer.and_then(|answer| self.judged(&answer)).map_err(|failure| failure.without(&self.secrets))
    }

    fn judged(&self, answer: &Answer) -> Result<(), Failure> {
        let words = format!("{} {}", answer.status, answer.text);
        let reason = match answer.status {
            200..=299 => match &self.taken {
                Some((field, wanted)) if said(&answer.text, field).as_deref() != Some(wanted) => {
                    if said(&answer.text, field).is_some() { Reason::Refused } else { Reason::Answer }
                }
                _ => return Ok(()),
            },
            401 | 403 => Reason::SignIn,
            408 | 425 | 429 => Reason::Later,
            500..=599 => Reason::Unreachable,
            400..=499 => Reason::Refused,
            _ => Reason::Answer,
        };
        Err(Failure::new(reason, words))
    }
}

fn missing(key: &str) -> Unusable {
    Unusable(format!("thiếu mục {key}"))
}

fn kind(file: &DocumentMut) -> Result<bool, Unusable> {
    match file.get("kind").map(|item| item.as_str()) {
        None | Some(Some("json")) => Ok(false),
        Some(Some("form")) => Ok(true),
        Some(_) => Err(Unusable("kind là \"json\" hoặc \"form\"".to_owned())),
    }
}

fn patience(file: &DocumentMut) -> Result<Duration, Unusable> {
    let seconds = file.get("seconds").map_or(Some(10), Item::as_integer);
    let seconds = seconds.and_then(|seconds| u64::try_from(seconds).ok()).filter(|seconds| (1..=60).contains(seconds));
    seconds.map(Duration::from_secs).ok_or_else(|| Unusable("seconds từ 1 đến 60".to_owned()))
}

/// By which field of its answer a gateway says yes: many answer 200 to everything.
fn taken(file: &DocumentMut) -> Result<Option<(String, String)>, Unusable> {
    let Some(taken) = file.get("taken") else { return Ok(None) };
    let part = |name: &str| taken.get(name).and_then(Item::as_str).map(str::to_owned);
    match (part("field"), part("is")) {
        (Some(field), Some(is)) => Ok(Some((field, is))),
        _ => Err(Unusable("taken cần field và is, ví dụ taken = { field = \"error\", is = \"0\" }".to_owned())),
    }
}

/// What a field of a JSON answer says.
fn said(answer: &str, field: &str) -> Option<String> {
    let answer: Json = serde_json::from_str(answer).ok()?;
    match answer.get(field)? {
        Json::String(text) => Some(text.clone()),
        Json::Null => None,
        other => Some(other.to_string()),
    }
}

fn pairs(headers: &Json) -> Result<Vec<(String, String)>, Unusable> {
    let wrong = || Unusable("headers là các dòng tên = \"giá trị\", không dùng {phone}, {text}…".to_owned());
    let table = headers.as_object().ok_or_else(wrong)?;
    let pair = |(name, value): (&String, &Json)| {
        let value = value.as_str().filter(|value| names_in(value).is_empty())?;
        Some((name.clone(), value.to_owned()))
    };
    table.iter().map(pair).collect::<Option<_>>().ok_or_else(wrong)
}

fn from_item(item: &Item) -> Option<Json> {
    match item {
        Item::Value(value) => from_value(value),
        Item::Table(table) => {
            let fields = table.iter().map(|(key, item)| Some((key.to_owned(), from_item(item)?)));
            fields.collect::<Option<_>>().map(Json::Object)
        }
        Item::ArrayOfTables(_) | Item::None => None,
    }
}

fn from_value(value: &Toml) -> Option<Json> {
    match value {
        Toml::String(text) => Some(Json::String(text.value().clone())),
        Toml::Integer(number) => Some(Json::from(*number.value())),
        Toml::Boolean(flag) => Some(Json::Bool(*flag.value())),
        Toml::Array(values) => values.iter().map(from_value).collect::<Option<_>>().map(Json::Array),
        Toml::InlineTable(table) => {
            let fields = table.iter().map(|(key, value)| Some((key.to_owned(), from_value(value)?)));
            fields.collect::<Option<_>>().map(Json::Object)
        }
        Toml::Float(_) | Toml::Datetime(_) => None,
    }
}

/// The names in braces of a text.
fn names_in(text: &str) -> Vec<&str> {
    let inside = text.split('{').skip(1);
    inside.filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

/// Replaces each name in braces; what a value holds itself is never looked into again.
fn put_in(text: &str, value: &dyn Fn(&str) -> Option<String>) -> String {
    let mut done = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        done.push_str(before);
        if let Some((value, after)) = after.split_once('}').and_then(|(name, rest)| Some((value(name)?, rest))) {
            done.push_str(&value);
            rest = after;
        } else {
            done.push('{');
            rest = after;
        }
    }
    done + rest
}

fn filled(json: &Json, value: &dyn Fn(&str) -> Option<String>) -> Json {
    match json {
        Json::String(text) => Json::String(put_in(text, value)),
        Json::Array(items) => Json::Array(items.iter().map(|item| filled(item, value)).collect()),
        Json::Object(fields) => {
            Json::Object(fields.iter().map(|(name, field)| (name.clone(), filled(field, value))).collect())
        }
        other => other.clone(),
    }
}

fn data_of(message: &OutboxMail, phone: &str, name: &str) -> Option<String> {
    match name {
        "phone" => Some(phone.to_owned()),
        "id" => Some(message.id.clone()),
        "title" => Some(message.subject.clone()),
        "text" => Some(message.body.clone()),
        _ if PLACEHOLDERS.contains(&name) => Some(message.facts.get(name).cloned().unwrap_or_default()),
        // A secret that was put in at the start may hold braces: it stays as it is.
        _ => None,
    }
}

fn as_form(body: &Json) -> String {
    let plain = |value: &Json| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let fields: Vec<_> = body.as_object().into_iter().flatten().map(|(name, value)| (name, plain(value))).collect();
    serde_urlencoded::to_string(fields).unwrap_or_default()
}

/// What the environment holds, put in once.
struct Secrets<F> {
    look_up: F,
    found: Vec<String>,
}

impl<F: Fn(&str) -> Option<String>> Secrets<F> {
    fn fill(&mut self, json: Json) -> Result<Json, Unusable> {
        Ok(match json {
            Json::String(text) => Json::String(self.text(&text)?),
            Json::Array(items) => Json::Array(items.into_iter().map(|item| self.fill(item)).collect::<Result<_, _>>()?),
            Json::Object(fields) => {
                let filled = fields.into_iter().map(|(name, field)| Ok((name, self.fill(field)?)));
                Json::Object(filled.collect::<Result<_, Unusable>>()?)
            }
            other => other,
        })
    }

    fn text(&mut self, text: &str) -> Result<String, Unusable> {
        for name in names_in(text) {
            let Some(variable) = name.strip_prefix("env.") else {
                if PLACEHOLDERS.contains(&name) {
                    continue;
                }
                let known = PLACEHOLDERS.map(|name| format!("{{{name}}}")).join(" ");
                return Err(Unusable(format!("không có chỗ điền {{{name}}}; các chỗ điền là {known} {{env.TÊN}}")));
            };
            let secret = (self.look_up)(variable);
            let secret = secret.filter(|secret| !secret.is_empty());
            self.found.push(secret.ok_or_else(|| Unusable(format!("biến môi trường {variable} chưa đặt")))?);
        }
        Ok(put_in(text, &|name| name.strip_prefix("env.").and_then(&self.look_up)))
    }
}
