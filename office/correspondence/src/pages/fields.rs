//! A document's form: from its fields to its parts, and back.

use hoithi_journal::{Halt, Refused};
use hoithi_people::Refusals;
use hoithi_rules::correspondence::{
    DocumentKind, DocumentNumber, DocumentNumberError, MOST_ANNEXES, Signatory, SigningCapacity, Urgency,
};
use hoithi_rules::day::parse_day;
use hoithi_rules::edition::Basis;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::PersonName;
use hoithi_rules::text::one_line;
use hoithi_web::{Form, upper_first};
use jiff::civil::Date;

use crate::bodies::Letterhead;
use crate::document::{self, Annex, Content, ContentError, Document, Lines};
use crate::folder::Folder;

/// The fields of a draft; a document that came to us signed has number and date as well.
pub(super) const FIELDS: [&str; 35] = [
    "kind",
    "kind_name",
    "parent_body",
    "issuer",
    "place",
    "symbol",
    "subject",
    "addressees",
    "text",
    "recipients",
    "capacity",
    "on_behalf_of",
    "in_place_of",
    "position",
    "signer",
    "annex_title",
    "annex",
    "annex_title_2",
    "annex_2",
    "annex_title_3",
    "annex_3",
    "annex_title_4",
    "annex_4",
    "annex_title_5",
    "annex_5",
    "annex_title_6",
    "annex_6",
    "annex_title_7",
    "annex_7",
    "annex_title_8",
    "annex_8",
    "urgency",
    "step",
    "public",
    "bases",
];

/// The two fields of each annex that a form has room for: its title and its text.
pub(crate) const ANNEXES: [(&str, &str); MOST_ANNEXES] = [
    ("annex_title", "annex"),
    ("annex_title_2", "annex_2"),
    ("annex_title_3", "annex_3"),
    ("annex_title_4", "annex_4"),
    ("annex_title_5", "annex_5"),
    ("annex_title_6", "annex_6"),
    ("annex_title_7", "annex_7"),
    ("annex_title_8", "annex_8"),
];

/// How many annexes of a form are shown: those that are filled, at least one, and one more where
/// that was asked for.
pub(super) fn annexes_shown(form: &Form) -> usize {
    let filled = |(title, text): &(&str, &str)| form.given(title).is_some() || form.given(text).is_some();
    let last = ANNEXES.iter().rposition(filled).map_or(0, |place| place + 1);
    let asked = usize::from(form.value("step") == MORE);
    (last.max(1) + asked).min(ANNEXES.len())
}

/// The button that asks for room for one more annex.
pub(super) const MORE: &str = "annex";

/// The kinds in the decree's order, but first those that an office writes every day.
pub(super) fn kinds() -> Vec<(String, String)> {
    let daily = [DocumentKind::OfficialLetter, DocumentKind::Decision, DocumentKind::Plan, DocumentKind::Notice];
    let others = DocumentKind::LISTED.into_iter().filter(|kind| !daily.contains(kind));
    daily.iter().cloned().chain(others).map(|kind| (kind.code(), kind.name().to_owned())).collect()
}

/// The value of the kind's list that stands for a kind of one's own.
pub(crate) const FREE_KIND: &str = "other";

/// What the form of a new document begins with: the letterhead of whoever runs the edition.
pub(super) fn letterhead(folder: &Folder) -> Form {
    Form::new()
        .with("issuer", &folder.issuer)
        .with("place", &folder.place)
        .with("capacity", SigningCapacity::Own.code())
}

/// The same for a letter, which is its addressees' and not everybody's. The symbol is empty where a body's
/// own follows the kind.
pub(super) fn of_a_letter(head: Form, symbol: &str) -> Form {
    head.with("kind", DocumentKind::OfficialLetter.code())
        .with("symbol", symbol)
        .with("recipients", "Như trên\nLưu: VT")
}

/// The letterhead with what holds of a body today.
pub(super) fn letterhead_of(body: &Letterhead, signatory: Option<&Signatory>) -> Form {
    let form = Form::new().with("issuer", &body.name).with("parent_body", &body.parent_body).with("place", &body.place);
    match signatory {
        Some(signatory) => signed_by(form, signatory),
        None => form.with("capacity", SigningCapacity::Own.code()),
    }
}

fn signed_by(form: Form, signatory: &Signatory) -> Form {
    form.with("capacity", signatory.capacity.code())
        .with("on_behalf_of", &signatory.on_behalf_of)
        .with("in_place_of", &signatory.in_place_of)
        .with("position", &signatory.position)
        .with("signer", &signatory.name)
}

/// What the rule book says of a document that it rests on.
pub(super) fn cited(basis: &Basis) -> Form {
    let listed = DocumentKind::LISTED.iter().find(|kind| kind.name() == basis.kind);
    let form = match listed {
        Some(kind) => Form::new().with("kind", kind.code()),
        None => Form::new().with("kind", FREE_KIND).with("kind_name", &basis.kind),
    };
    // The register's subjects begin with what is done.
    let about = ["về việc ", "về "].iter().find_map(|before| basis.about.strip_prefix(before));
    let about = about.unwrap_or(&basis.about);
    form.with("number", &basis.document)
        .with("date", hoithi_web::day(basis.issued))
        .with("issuer", &basis.issuer)
        .with("subject", upper_first(about))
}

/// A document's parts as fields.
pub(super) fn filled(document: &Document, bases: &[DocumentId]) -> Form {
    let content = &document.content;
    let (kind, kind_name) = match &content.kind {
        DocumentKind::Free(name) => (FREE_KIND.to_owned(), name.to_string()),
        listed => (listed.code(), String::new()),
    };
    let mut form = Form::new()
        .with("kind", kind)
        .with("kind_name", kind_name)
        .with("parent_body", &content.parent_body)
        .with("issuer", &content.issuer)
        .with("place", &content.place)
        .with("symbol", &content.symbol)
        .with("subject", &content.subject)
        .with("addressees", content.addressees.text())
        .with("text", &content.text)
        .with("recipients", content.recipients.text())
        .with("public", if content.public { "co" } else { "" })
        .with("version", document.version);
    if let Some(signatory) = &content.signatory {
        form = signed_by(form, signatory);
    }
    form = form.with("urgency", content.urgency.map_or("", Urgency::code));
    for (annex, (title, text)) in content.annexes.iter().zip(ANNEXES) {
        form = form.with(title, &annex.title).with(text, &annex.text);
    }
    bases.iter().fold(form, |form, basis| form.with("bases", basis))
}

/// The parts, or every fault at its field. A draft needs its text and its signer; of a document
/// that came to us signed the register may know less. A symbol that is left empty is the body's own
/// for that kind, where one is set.
pub(crate) fn content(form: &Form, draft: bool, body: Option<&Letterhead>, no: &mut Refusals) -> Option<Content> {
    let kind = no.keep("kind", kind(form));
    let parent_body = no.keep("parent_body", document::name_if_any(form.value("parent_body")));
    let issuer = no.keep("issuer", document::name("issuer", form.value("issuer")));
    let subject = no.keep("subject", document::subject(form.value("subject")));
    let place = no.keep(
        "place",
        if draft { document::name("place", form.value("place")) } else { document::name_if_any(form.value("place")) },
    );
    let symbol = match (draft, kind.as_ref().zip(body)) {
        (false, _) => Some(String::new()),
        (true, Some((kind, body))) if typed_symbol(form).is_empty() => Some(body.symbol_of(kind)),
        (true, _) => symbol(form, no),
    };
    let text =
        no.keep("text", if draft { document::text(form.raw("text")) } else { document::text_if_any(form.raw("text")) });
    let annexes = annexes(form, no);
    let urgency = no.keep("urgency", urgency(form));
    let signatory = signatory(form, draft, no);
    Some(Content {
        kind: kind?,
        parent_body: parent_body?,
        issuer: issuer?,
        place: place?,
        symbol: symbol?,
        subject: subject?,
        text: text?,
        addressees: Lines::parse(form.raw("addressees")),
        recipients: Lines::parse(form.raw("recipients")),
        signatory: signatory?,
        annexes: annexes?,
        urgency: urgency?,
        public: form.checked("public", "co"),
    })
}

pub(super) fn kind(form: &Form) -> Result<DocumentKind, ContentError> {
    let code = match form.value("kind") {
        FREE_KIND => format!("other:{}", form.value("kind_name")),
        listed => listed.to_owned(),
    };
    code.parse().map_err(|_| ContentError::Kind)
}

/// The symbol as it was typed, without the slash that stands before it on paper.
fn typed_symbol(form: &Form) -> &str {
    form.value("symbol").trim_start_matches(['/', ' '])
}

/// The body's own symbol, where it stands for one that was left empty: that is told.
pub(super) fn filled_symbol(form: &Form, content: &Content) -> Option<String> {
    Some(content.symbol.clone()).filter(|symbol| typed_symbol(form).is_empty() && !symbol.is_empty())
}

/// A symbol is right when a number could bear it.
fn symbol(form: &Form, no: &mut Refusals) -> Option<String> {
    let number = DocumentNumber::new(1, typed_symbol(form), 2000);
    no.keep("symbol", number).map(|number| number.symbol().to_owned())
}

/// Those with a text, in the order of the form.
fn annexes(form: &Form, no: &mut Refusals) -> Option<Vec<Annex>> {
    let mut annexes = Vec::new();
    for (title, text) in ANNEXES {
        let words = no.keep(text, document::text_if_any(form.raw(text)))?;
        let title = no.keep(title, document::name_if_any(form.value(title)))?;
        if !words.is_empty() {
            annexes.push(Annex { title, text: words });
        }
    }
    Some(annexes)
}

fn urgency(form: &Form) -> Result<Option<Urgency>, ContentError> {
    match form.value("urgency") {
        "" => Ok(None),
        code => Urgency::from_code(code).map(Some).ok_or(ContentError::Urgency),
    }
}

#[expect(clippy::option_option, reason = "the outer one says that something was refused")]
pub(super) fn signatory(form: &Form, draft: bool, no: &mut Refusals) -> Option<Option<Signatory>> {
    if !draft && form.given("signer").is_none() {
        return Some(None);
    }
    let name = no.keep("signer", form.value("signer").parse::<PersonName>());
    let capacity = SigningCapacity::from_code(form.value("capacity")).ok_or(ContentError::Capacity);
    let capacity = no.keep("capacity", capacity);
    let position = no.keep("position", document::name("position", form.value("position")));
    let in_place_of = one_line(form.value("in_place_of"));
    let stands_in =
        capacity.is_some_and(|capacity| !matches!(capacity, SigningCapacity::Own | SigningCapacity::Acting));
    if stands_in && in_place_of.is_empty() {
        no.keep::<(), _>("in_place_of", Err(ContentError::Missing { part: "in_place_of" }));
    }
    let on_behalf_of = one_line(form.value("on_behalf_of"));
    Some(Some(Signatory { capacity: capacity?, on_behalf_of, in_place_of, position: position?, name: name? }))
}

/// What it rests on, each once, in the order of the list.
pub(crate) fn bases(form: &Form, no: &mut Refusals) -> Vec<DocumentId> {
    let mut bases: Vec<DocumentId> = Vec::new();
    for value in form.values("bases") {
        match value.parse() {
            Ok(id) if bases.contains(&id) => {}
            Ok(id) => bases.push(id),
            Err(_) => drop(no.keep::<(), _>("bases", Err(ContentError::BasisUnknown))),
        }
    }
    bases
}

/// Number and day as they stand on the signed paper.
pub(crate) fn number_and_day(form: &Form, no: &mut Refusals) -> Option<(DocumentNumber, Date)> {
    let date = no.keep("date", parse_day(form.value("date")).ok_or(ContentError::Day));
    // Without a readable day the number is still looked at, so that both faults come at once.
    let year = date.map_or(2000, Date::year);
    let number = no.keep("number", DocumentNumber::parse(form.value("number"), year).map_err(cut_short));
    Some((number?, date?))
}

/// So much of what was typed is told back that it is recognised.
const TOLD_BACK: usize = 40;

fn cut_short(error: DocumentNumberError) -> DocumentNumberError {
    let cut = |given: String| {
        let told: String = given.chars().take(TOLD_BACK).collect();
        if told.len() < given.len() { told + "…" } else { told }
    };
    match error {
        DocumentNumberError::Form { given } => DocumentNumberError::Form { given: cut(given) },
        DocumentNumberError::Number { given } => DocumentNumberError::Number { given: cut(given) },
        DocumentNumberError::Symbol { given } => DocumentNumberError::Symbol { given: cut(given) },
        DocumentNumberError::Missing | DocumentNumberError::Year { .. } => error,
    }
}

/// What was refused, at the field of a form where it can be put right.
pub(super) fn at_field(halt: Halt, field: &str) -> Halt {
    let Halt::Refused(all) = halt else { return halt };
    let here = |each: Refused| Refused { field: Some(field.to_owned()), ..each };
    Halt::Refused(all.into_iter().map(here).collect())
}

/// All refusals, or the parts.
pub(crate) fn all_or_none<T>(no: Refusals, parts: Option<T>) -> Result<T, Halt> {
    match (parts, no.is_empty()) {
        (Some(parts), true) => Ok(parts),
        _ => Err(no.halt()),
    }
}
