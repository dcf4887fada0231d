//! Templates of documents: words of the office with places for facts of the edition.
//!
//! Four come with the program; the office makes its own from them. A template is data: what stands
//! between braces is one of a fixed list, and a name that is not on it is refused. The words of papers that
//! the program composes are templates, too: see [`ComposedPaper`].

mod composed;
mod shipped;
mod storing;
mod wording;

use std::collections::BTreeMap;

use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Refusals;
use hoithi_rules::correspondence::{DocumentKind, Placeholder, fill};
use hoithi_store::Conn;
use hoithi_units::UnitLevel;
use hoithi_web::Form;
use jiff::Timestamp;

pub use composed::{ComposedPaper, PaperFacts, PaperPlace, compose};
pub(crate) use shipped::SHIPPED;
pub use storing::save_template;
pub(crate) use storing::{remove_template, template_of, templates_of};

/// What a template says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Of which kind its documents are.
    pub kind: DocumentKind,
    /// The paper whose words it holds; none where a person drafts from it.
    pub composes: Option<ComposedPaper>,
    /// By which people find it.
    pub name: String,
    /// What its documents are about.
    pub subject: String,
    /// To whom, one a line.
    pub addressees: String,
    /// The text.
    pub text: String,
    /// Who gets it, one a line.
    pub recipients: String,
}

/// A template of the list.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    /// In addresses: a shipped one's name, or the id of the office's own.
    pub(crate) code: String,
    pub(crate) template: Template,
    /// Set for the office's own.
    pub(crate) version: Option<i64>,
    /// Whether it came with the program for a document that the committee issues.
    pub(crate) of_committee: bool,
}

impl Listed {
    pub(crate) const fn is_own(&self) -> bool {
        self.version.is_some()
    }

    /// Whether the program drafts from it, and no person.
    pub(crate) const fn is_composed(&self) -> bool {
        self.template.composes.is_some()
    }

    /// Whether its document is the organizing committee's, and not the agency's.
    pub(crate) const fn is_of_the_committee(&self) -> bool {
        self.of_committee
    }
}

impl Template {
    /// Every place that no template has, at its field.
    pub(crate) fn check(&self, no: &mut Refusals) {
        let parts = [
            ("subject", &self.subject),
            ("addressees", &self.addressees),
            ("text", &self.text),
            ("recipients", &self.recipients),
        ];
        for (field, words) in parts {
            let filled = match self.composes {
                Some(paper) => paper.fill(words, &BTreeMap::new(), &PaperFacts::new()),
                None => fill(words, &BTreeMap::new()),
            };
            no.keep(field, filled);
        }
    }

    /// The form of a draft with the template's words under this letterhead, every place filled that can
    /// be. `symbol` is that of the agency's letters; empty where a body's own follows the kind.
    pub(crate) fn draft(&self, head: Form, symbol: &str, facts: &BTreeMap<Placeholder, String>) -> Result<Form, Halt> {
        let words = |text: &str| fill(text, facts).map_err(Halt::fault);
        let (kind, kind_name) = match &self.kind {
            DocumentKind::Free(name) => ("other".to_owned(), name.to_string()),
            listed => (listed.code(), String::new()),
        };
        let body = symbol.split('-').next().unwrap_or_default();
        let symbol = if symbol.is_empty() { String::new() } else { self.kind.symbol(body, symbol) };
        Ok(head
            .with("kind", kind)
            .with("kind_name", kind_name)
            .with("symbol", symbol)
            .with("subject", words(&self.subject)?)
            .with("addressees", words(&self.addressees)?)
            .with("text", words(&self.text)?)
            .with("recipients", words(&self.recipients)?))
    }
}

/// What the places of a template are filled with, of this edition and today.
pub(crate) async fn facts(
    db: &mut Conn,
    edition: &Edition,
    now: Timestamp,
) -> Result<BTreeMap<Placeholder, String>, Halt> {
    let (rules, calendar) = (edition.book.rules(), edition.book.calendar());
    let today = calendar.day_of(now);
    let window = calendar.intake_window();
    let units = hoithi_units::units_on(db, today).await?;
    // The province itself is no unit of it.
    let units = units.iter().filter(|unit| unit.level != UnitLevel::Province).count();
    let ordinal = rules.ordinal.map(|ordinal| hoithi_rules::edition::roman(ordinal.get()));
    let facts = [
        (Placeholder::Contest, Some(rules.title())),
        (Placeholder::Ordinal, ordinal),
        (Placeholder::Years, Some(rules.years.to_string())),
        (Placeholder::Agency, Some(rules.agency.name.clone())),
        (Placeholder::HelpDesk, Some(hoithi_helpdesk::whom_to_ask(db, edition, today).await?)),
        (Placeholder::Place, Some(rules.agency.place.clone())),
        (Placeholder::Opens, Some(hoithi_web::day(calendar.day_of(window.opens)))),
        (Placeholder::Closes, Some(hoithi_web::day(window.last_day))),
        (Placeholder::Until, Some(window.until())),
        (Placeholder::Units, Some(units.to_string())),
        (Placeholder::Today, Some(hoithi_web::day(today))),
    ];
    Ok(facts.into_iter().filter_map(|(place, fact)| Some((place, fact?))).collect())
}
