//! Texts in two languages, one catalogue a room, looked up by key.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use hoithi_journal::{Fact, Fault, Refused};

use crate::show;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Vietnamese, unless asked otherwise.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The tag for `lang="…"`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The language of that tag.
    pub fn of(code: &str) -> Option<Self> {
        match code {
            "vi" => Some(Self::Vi),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

/// The texts of one room.
#[derive(Clone, Copy, Debug)]
pub struct Locale {
    /// The room.
    pub room: &'static str,
    /// Vietnamese, Fluent syntax.
    pub vi: &'static str,
    /// English.
    pub en: &'static str,
}

/// The texts of all rooms.
pub struct Catalogue {
    vi: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// Puts the rooms' texts together; a text written twice or wrongly is a fault.
    pub fn new(locales: &[Locale]) -> Result<Self, Fault> {
        Ok(Self { vi: bundle("vi", locales, |each| each.vi)?, en: bundle("en", locales, |each| each.en)? })
    }

    /// Whether there is a text for the key.
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.bundle(lang).has_message(key)
    }

    /// The text for the key. A missing one shows its key and is a failing test, never a blank.
    pub fn text(&self, lang: Lang, key: &str, facts: &[(&str, String)]) -> String {
        let bundle = self.bundle(lang);
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, "no text in the catalogue");
            return format!("⟦{key}⟧");
        };
        let mut args = FluentArgs::new();
        for (name, value) in facts {
            args.set(*name, to_fluent(value));
        }
        bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// A refusal's sentence where there is no page: its days and instants as they are.
    pub fn refusal(&self, lang: Lang, refused: &Refused) -> String {
        let word = |name: &str, fact: &Fact| match fact {
            Fact::Text(text) => text.clone(),
            Fact::Count(count) => show::count_in(lang, name, *count),
            Fact::Day(day) => show::day_in(lang, *day),
            Fact::Instant(instant) => instant.to_string(),
        };
        let field = ("field", refused.field.clone().unwrap_or_default());
        let facts = refused.facts.iter().map(|(name, fact)| (*name, word(name, fact)));
        let facts: Vec<_> = std::iter::once(field).chain(facts).collect();
        self.text(lang, &refusal_key(refused.code), &facts)
    }

    fn bundle(&self, lang: Lang) -> &FluentBundle<FluentResource> {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

/// The text of a refusal's code.
pub(crate) fn refusal_key(code: &str) -> String {
    format!("refusal-{}", code.replace(['.', '_'], "-"))
}

/// A plain number chooses between singular and plural; anything else is words as they stand.
fn to_fluent(value: &str) -> FluentValue<'_> {
    match value.parse::<i64>() {
        Ok(number) if number.to_string() == value => FluentValue::from(number),
        _ => FluentValue::from(value),
    }
}

fn bundle(
    lang: &str,
    locales: &[Locale],
    text: impl Fn(&Locale) -> &'static str,
) -> Result<FluentBundle<FluentResource>, Fault> {
    let id = lang.parse().map_err(|error| Fault::new(format!("{lang}: {error:?}")))?;
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // The isolation marks that Fluent puts around values confuse copying and searching, and both
    // languages run left to right.
    bundle.set_use_isolating(false);
    let mut seen = BTreeMap::new();
    for locale in locales {
        let resource = FluentResource::try_new(text(locale).to_owned())
            .map_err(|(_, errors)| Fault::new(format!("texts of {} ({lang}): {errors:?}", locale.room)))?;
        for entry in resource.entries() {
            if let fluent_syntax::ast::Entry::Message(message) = entry
                && let Some(other) = seen.insert(message.id.name.to_owned(), locale.room)
            {
                return Err(Fault::new(format!("text {} stands in {other} and {}", message.id.name, locale.room)));
            }
        }
        bundle.add_resource_overriding(resource);
    }
    Ok(bundle)
}
