//! What the API takes and shows.

use hoithi_people::Refusals;
use hoithi_rules::edition::PartCode;
use hoithi_rules::entries::{Author, Confirmation, DossierHash, PartContent, Receipt, Share};
use hoithi_rules::ids::{AuthorId, EntryId, UnitId};
use hoithi_rules::people::PersonName;
use hoithi_rules::text::one_line;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::change::AuthorWords;
use crate::kept::{KeptEntry, Reach};
use crate::secret::KeptBack;
use crate::store::{Line, Listing};

/// A page of entries.
#[derive(Serialize, ToSchema)]
pub(super) struct EntryList {
    /// How many there are in all.
    total: i64,
    entries: Vec<EntryLine>,
}

/// An entry in a list.
#[derive(Serialize, ToSchema)]
struct EntryLine {
    #[schema(value_type = String, format = "uuid")]
    id: EntryId,
    /// Its number, once submitted.
    number: Option<String>,
    title: String,
    category: Option<String>,
    unit: String,
    authors: String,
    /// `draft`, `submitted`, `returned`, `admitted`, `refused` or `withdrawn`.
    state: &'static str,
    version: i64,
    #[schema(value_type = Option<String>, format = DateTime)]
    submitted_at: Option<Timestamp>,
}

impl EntryList {
    pub(super) fn of(listing: Listing) -> Self {
        Self { total: listing.total, entries: listing.lines.into_iter().map(EntryLine::of).collect() }
    }
}

impl EntryLine {
    fn of(line: Line) -> Self {
        Self {
            id: line.id,
            number: line.number.map(|number| number.to_string()),
            title: line.title,
            category: line.category.map(|category| category.to_string()),
            unit: line.unit_name,
            authors: line.byline,
            state: line.standing.code(),
            version: line.version,
            submitted_at: line.submitted_at,
        }
    }
}

/// One entry.
#[derive(Serialize, ToSchema)]
pub(super) struct EntryView {
    #[schema(value_type = String, format = "uuid")]
    id: EntryId,
    version: u32,
    /// `draft`, `submitted`, `returned`, `admitted`, `refused` or `withdrawn`.
    state: &'static str,
    title: String,
    /// The one by which it counts.
    category: Option<String>,
    /// The authors' own, where screening moved the entry.
    chosen_category: Option<String>,
    /// `individual`, `group` or `organisation`.
    entrant: &'static str,
    organisation: Option<String>,
    #[schema(value_type = Option<String>, format = Date)]
    created_on: Option<Date>,
    #[schema(value_type = Option<String>, format = "uuid")]
    unit: Option<UnitId>,
    /// Units that helped.
    #[schema(value_type = Vec<String>)]
    assisting: Vec<UnitId>,
    authors: Vec<AuthorView>,
    parts: Vec<PartView>,
    declarations: Vec<String>,
    /// What screening asked for, or why it refused.
    reasons: Vec<String>,
    receipt: Option<ReceiptView>,
}

/// An author as the API shows one: no address and no number.
#[derive(Serialize, ToSchema)]
struct AuthorView {
    #[schema(value_type = String, format = "uuid")]
    id: AuthorId,
    name: String,
    workplace: String,
    /// As people write it: `33,33%`.
    share: String,
    representative: bool,
    /// Whether they agreed, in person or by the word of whoever writes the dossier.
    confirmed: bool,
}

/// A part that was given.
#[derive(Serialize, ToSchema)]
struct PartView {
    code: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bytes: Option<u64>,
}

impl EntryView {
    pub(super) fn of(kept: &KeptEntry, kept_back: &KeptBack) -> Self {
        let part = |(code, part): (&PartCode, &PartContent)| {
            if kept_back.holds(code) { PartView::held(code.as_str()) } else { PartView::of(code.as_str(), part) }
        };
        let content = &kept.entry.content;
        Self {
            id: kept.id(),
            version: kept.entry.version,
            state: kept.standing.code(),
            title: kept.title().to_owned(),
            category: kept.category().map(ToString::to_string),
            chosen_category: kept.moved_to.as_ref().and(content.category.as_ref()).map(ToString::to_string),
            entrant: content.entrant.code(),
            organisation: content.organisation.clone(),
            created_on: content.created_on,
            unit: kept.entry.unit,
            assisting: kept.assisting.iter().map(|helper| helper.unit).collect(),
            authors: content.authors.iter().map(AuthorView::of).collect(),
            parts: content.dossier.0.iter().map(part).collect(),
            declarations: content.declarations.iter().map(ToString::to_string).collect(),
            reasons: kept.reasons.clone(),
            receipt: kept.receipt().map(ReceiptView::of),
        }
    }
}

impl AuthorView {
    fn of(author: &Author) -> Self {
        Self {
            id: author.id,
            name: author.name.to_string(),
            workplace: author.workplace.clone(),
            share: author.share.to_string(),
            representative: author.representative,
            confirmed: author.confirmation != Confirmation::Pending,
        }
    }
}

impl PartView {
    /// One that is kept back from whoever asks.
    fn held(code: &str) -> Self {
        Self { code: code.to_owned(), text: None, sha256: None, bytes: None }
    }

    fn of(code: &str, part: &PartContent) -> Self {
        let code = code.to_owned();
        match part {
            PartContent::Text(text) => Self { code, text: Some(text.clone()), sha256: None, bytes: None },
            PartContent::Values(values) => {
                let lines = values.iter().map(|(field, value)| format!("{field}: {value}"));
                Self { code, text: Some(lines.collect::<Vec<_>>().join("\n")), sha256: None, bytes: None }
            }
            PartContent::File(file) => {
                let sha256 = Some(DossierHash(file.sha256).to_string());
                Self { code, text: None, sha256, bytes: Some(file.bytes) }
            }
        }
    }
}

/// What the authors hold.
#[derive(Serialize, ToSchema)]
pub(super) struct ReceiptView {
    number: String,
    code: String,
    dossier_hash: String,
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    #[schema(value_type = Option<String>, format = DateTime)]
    supplemented_at: Option<Timestamp>,
}

impl ReceiptView {
    pub(super) fn of(receipt: &Receipt) -> Self {
        Self {
            number: receipt.number.to_string(),
            code: receipt.code.to_string(),
            dossier_hash: receipt.hash.to_string(),
            at: receipt.at,
            supplemented_at: receipt.supplemented_at,
        }
    }
}

/// A dossier that was begun.
#[derive(Serialize, ToSchema)]
pub(super) struct Begun {
    #[schema(value_type = String, format = "uuid")]
    pub(super) id: EntryId,
    pub(super) version: u32,
}

/// The version after a change.
#[derive(Serialize, ToSchema)]
pub(super) struct Written {
    pub(super) version: u32,
}

/// An author as a program writes one.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AuthorBody {
    /// Whom it changes; absent for a new author.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub(super) id: Option<AuthorId>,
    name: String,
    #[schema(value_type = Option<String>, format = Date)]
    born: Option<Date>,
    #[serde(default)]
    workplace: String,
    #[schema(value_type = Option<String>, format = "uuid")]
    unit: Option<UnitId>,
    /// A percentage with at most two decimals: `33,33`.
    share: String,
    representative: bool,
    #[serde(default)]
    email: String,
    #[serde(default)]
    phone: String,
    /// Whether this author agreed and signed the form.
    agreed: bool,
}

impl AuthorBody {
    pub(super) fn words(&self, no: &mut Refusals, index: usize) -> Option<AuthorWords> {
        let name = no.keep(&format!("authors.{index}.name"), self.name.parse::<PersonName>());
        let share = no.keep(&format!("authors.{index}.share"), self.share.parse::<Share>());
        let reach = no.keep(&format!("authors.{index}.email"), Reach::parse(&self.email, &self.phone));
        Some(AuthorWords {
            id: self.id,
            name: name?,
            born: self.born,
            workplace: one_line(&self.workplace),
            unit: self.unit,
            reach: reach?,
            agreed: self.agreed,
            share: Some(share?),
            representative: Some(self.representative),
        })
    }
}
