//! What every template gets as `page`.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use hoithi_journal::{Fact, Halt, Refused};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::sync::Arc;

use crate::catalogue::{Catalogue, Lang, refusal_key};
use crate::cookies::Cookies;
use crate::frame::{Crumb, Frame};
use crate::house::House;
use crate::intake::LARGEST_OF_STRANGERS;
use crate::{csrf, show};

/// What the last act achieved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flash {
    /// In words.
    pub text: String,
    /// Whether something is left to be done: a key that ends in `-but` says so.
    pub warns: bool,
}

/// The page around a template: texts, frame, form token.
#[derive(Clone)]
pub struct Page {
    /// Shown in the browser's tab and, usually, as the heading.
    pub title: String,
    /// What surrounds the content.
    pub frame: Frame,
    /// The token that every form sends back.
    pub csrf: String,
    /// Says DỮ LIỆU MINH HỌA.
    pub demo: bool,
    /// Says that the connection is not encrypted.
    pub insecure_lan: bool,
    /// This page's path.
    pub path: String,
    /// What the last act achieved, shown once.
    pub flash: Option<Flash>,
    /// The style sheet.
    pub style_url: &'static str,
    /// The script.
    pub script_url: &'static str,
    /// All that a form with files may bring from here, bytes: less by a personal link.
    pub most: usize,
    lang: Lang,
    catalogue: Arc<Catalogue>,
}

impl Page {
    /// Names the page by a text of the catalogue.
    #[must_use]
    pub fn titled(mut self, key: &str) -> Self {
        self.title = self.t(key);
        self
    }

    /// Names the page by words of its own: an entry's title, a unit's name.
    #[must_use]
    pub fn named(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// Adds a step to the way here.
    #[must_use]
    pub fn under(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.frame.crumbs.push(Crumb { label: label.into(), href: Some(href.into()) });
        self
    }

    /// A text of the catalogue.
    pub fn t(&self, key: &str) -> String {
        self.catalogue.text(self.lang, key, &[])
    }

    /// A text with values in it.
    pub fn tx(&self, key: &str, facts: &[(&str, String)]) -> String {
        self.catalogue.text(self.lang, key, facts)
    }

    /// A text with one value in it.
    pub fn t1(&self, key: &str, name: &str, value: impl ToString) -> String {
        self.tx(key, &[(name, value.to_string())])
    }

    /// A text whose key ends in a code of the program's own: `state-` and `submitted`.
    pub fn tcode(&self, prefix: &str, code: impl ToString) -> String {
        self.t(&format!("{prefix}{}", code.to_string().replace(['_', '.'], "-")))
    }

    /// `vi` or `en`.
    pub fn lang(&self) -> &'static str {
        self.lang.code()
    }

    /// The language itself.
    pub fn language(&self) -> Lang {
        self.lang
    }

    /// A day as people write it here.
    pub fn day(&self, day: impl std::borrow::Borrow<Date>) -> String {
        show::day_in(self.lang, *day.borrow())
    }

    /// A whole number.
    pub fn number(&self, value: i64) -> String {
        show::number_in(self.lang, value)
    }

    /// A number that is at hand as its digits; anything else stays as it is.
    pub fn digits(&self, digits: &str) -> String {
        digits.parse().map_or_else(|_| digits.to_owned(), |value| self.number(value))
    }

    /// Money.
    pub fn money(&self, dong: i64) -> String {
        show::money_in(self.lang, dong)
    }

    /// Points, a share: `91,67` is `91.67` in English.
    pub fn decimal(&self, written: impl ToString) -> String {
        show::decimal_in(self.lang, &written.to_string())
    }

    /// What a file box takes, after its own hint: the kinds, and the bound that refuses.
    pub fn takes(&self, kinds: &str, hint: impl AsRef<str>) -> String {
        let takes = self.tx("form-file-takes", &[("kinds", kinds.to_owned()), ("most", self.most_megabytes())]);
        match hint.as_ref() {
            "" => takes,
            hint => format!("{hint} {takes}"),
        }
    }

    /// What is said before files are sent that would be refused.
    pub fn too_heavy(&self) -> String {
        self.t1("form-file-heavy", "most", self.most_megabytes())
    }

    fn most_megabytes(&self) -> String {
        (self.most >> 20).to_string()
    }

    /// An instant in the contest's zone.
    pub fn instant(&self, instant: impl std::borrow::Borrow<Timestamp>) -> String {
        show::instant(self.lang, &self.zone(), *instant.borrow())
    }

    /// The contest's zone.
    pub fn zone(&self) -> TimeZone {
        self.frame.zone.clone().unwrap_or_else(home_zone)
    }

    /// A refusal's sentence.
    pub fn refusal(&self, refused: &Refused) -> String {
        let field = ("field", refused.field.clone().unwrap_or_default());
        let facts = refused.facts.iter().map(|(name, fact)| (*name, self.fact(name, fact)));
        let facts: Vec<_> = std::iter::once(field).chain(facts).collect();
        self.tx(&refusal_key(refused.code), &facts)
    }

    fn fact(&self, name: &str, fact: &Fact) -> String {
        match fact {
            Fact::Text(text) => text.clone(),
            Fact::Count(count) => show::count_in(self.lang, name, *count),
            Fact::Day(day) => self.day(day),
            Fact::Instant(instant) => self.instant(instant),
        }
    }
}

/// What a browser offers to choose from, of kinds as people call them: `PDF, JPEG`.
pub fn accepted(kinds: &str) -> String {
    let kinds = kinds.split(", ").map(|kind| match kind {
        "PDF" => "application/pdf,.pdf".to_owned(),
        "PNG" => "image/png,.png".to_owned(),
        "JPEG" => "image/jpeg,.jpg,.jpeg".to_owned(),
        "EDXML" => ".edxml,.xml".to_owned(),
        other => format!(".{}", other.to_ascii_lowercase()),
    });
    kinds.collect::<Vec<_>>().join(",")
}

/// A flash is the key of a text, or the key with values: `=key&number=QN8-0001`.
fn flash_of(catalogue: &Catalogue, lang: Lang, flash: &str) -> Option<Flash> {
    let mut pairs: Vec<(String, String)> = serde_urlencoded::from_str(flash).ok()?;
    let first = (!pairs.is_empty()).then(|| pairs.remove(0))?;
    let key = if first.0.is_empty() { first.1 } else { first.0 };
    let facts: Vec<_> = pairs.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    let flash = || Flash { text: catalogue.text(lang, &key, &facts), warns: key.ends_with("-but") };
    catalogue.has(lang, &key).then(flash)
}

/// Where the contest lives unless its rule book says otherwise. Vietnam has no summer time, so
/// the fixed offset is the same where no zone table can be read.
fn home_zone() -> TimeZone {
    TimeZone::get("Asia/Ho_Chi_Minh").unwrap_or_else(|_| TimeZone::fixed(jiff::tz::offset(7)))
}

impl FromRequestParts<House> for Page {
    type Rejection = Halt;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Halt> {
        let cookies = Cookies::of(parts, house);
        let lang = cookies.get("lang").and_then(|code| Lang::of(&code)).unwrap_or_default();
        let visit = parts.extensions.get::<csrf::Visit>().cloned().unwrap_or_default();
        let flash = cookies.get("flash").and_then(|flash| flash_of(&house.catalogue, lang, &flash));
        let frame = parts.extensions.get::<Frame>().cloned().unwrap_or_default();
        let strangers = if frame.own.is_empty() { usize::MAX } else { LARGEST_OF_STRANGERS };
        let most = house.site.largest_upload.min(strangers);
        Ok(Self {
            title: String::new(),
            frame,
            csrf: csrf::token(house, &visit).map_err(Halt::Fault)?,
            demo: house.site.demo,
            insecure_lan: house.site.insecure_lan,
            path: parts.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
            flash,
            style_url: hoithi_assets::style_url(),
            script_url: hoithi_assets::script_url(),
            most,
            lang,
            catalogue: house.catalogue.clone(),
        })
    }
}
