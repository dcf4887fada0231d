//! A body's form: from its fields to what holds of it, and back.

use hoithi_journal::Halt;
use hoithi_people::Refusals;
use hoithi_rules::correspondence::{DocumentKind, DocumentNumber, Numbering, Signatory};
use hoithi_rules::day::parse_day;
use hoithi_web::{Form, Page};
use jiff::civil::Date;

use crate::bodies::Letterhead;
use crate::document::{self, ContentError};
use crate::folder::Folder;
use crate::pages::fields::{all_or_none, signatory};

/// The fields of a body's form.
pub(super) const FIELDS: [&str; 28] = [
    "from",
    "name",
    "parent_body",
    "place",
    "symbol",
    "letters",
    "numbering",
    "given_before",
    "signer_1",
    "capacity_1",
    "on_behalf_of_1",
    "in_place_of_1",
    "position_1",
    "signer_2",
    "capacity_2",
    "on_behalf_of_2",
    "in_place_of_2",
    "position_2",
    "signer_3",
    "capacity_3",
    "on_behalf_of_3",
    "in_place_of_3",
    "position_3",
    "signer_4",
    "capacity_4",
    "on_behalf_of_4",
    "in_place_of_4",
    "position_4",
];

/// The fields of each signatory: name, capacity, the collective, the head, the post.
pub(super) const SIGNERS: [[&str; 5]; 4] = [
    ["signer_1", "capacity_1", "on_behalf_of_1", "in_place_of_1", "position_1"],
    ["signer_2", "capacity_2", "on_behalf_of_2", "in_place_of_2", "position_2"],
    ["signer_3", "capacity_3", "on_behalf_of_3", "in_place_of_3", "position_3"],
    ["signer_4", "capacity_4", "on_behalf_of_4", "in_place_of_4", "position_4"],
];

/// The names that one signatory's fields have on a document's form.
const OF_A_DOCUMENT: [&str; 5] = ["signer", "capacity", "on_behalf_of", "in_place_of", "position"];

/// What the rule book says of the agency, which is what a new body begins with.
pub(super) fn of_the_book(folder: &Folder, page: &Page, today: Date) -> Form {
    let short = folder.symbol.split('-').next().unwrap_or_default();
    Form::new()
        .with("from", page.day(today))
        .with("name", &folder.issuer)
        .with("place", &folder.place)
        .with("symbol", short)
        .with("letters", &folder.symbol)
        .with("numbering", Numbering::Typed.code())
}

/// What holds today, to be changed from a day on.
pub(super) fn filled(letterhead: &Letterhead, page: &Page, today: Date) -> Form {
    let form = Form::new()
        .with("from", page.day(today.max(letterhead.from)))
        .with("name", &letterhead.name)
        .with("parent_body", &letterhead.parent_body)
        .with("place", &letterhead.place)
        .with("symbol", &letterhead.symbol)
        .with("letters", &letterhead.letters)
        .with("numbering", letterhead.numbering.code());
    letterhead.signatories.iter().zip(SIGNERS).fold(form, |form, (signs, [name, capacity, collective, head, post])| {
        form.with(name, &signs.name)
            .with(capacity, signs.capacity.code())
            .with(collective, &signs.on_behalf_of)
            .with(head, &signs.in_place_of)
            .with(post, &signs.position)
    })
}

pub(super) fn letterhead(form: &Form) -> Result<Letterhead, Halt> {
    let mut no = Refusals::new();
    let from = no.keep("from", parse_day(form.value("from")).ok_or(ContentError::Day));
    let name = no.keep("name", document::name("issuer", form.value("name")));
    let parent_body = no.keep("parent_body", document::name_if_any(form.value("parent_body")));
    let place = no.keep("place", document::name("place", form.value("place")));
    let symbol = symbol("symbol", form, &mut no);
    let letters = symbol_of_letters(form, &mut no);
    let numbering = Numbering::from_code(form.value("numbering")).ok_or(ContentError::Numbering);
    let numbering = no.keep("numbering", numbering);
    let given_before = no.keep("given_before", given_before(form));
    let signatories = signatories(form, &mut no);
    let letterhead =
        from.zip(name).zip(parent_body.zip(place)).zip(symbol.zip(letters)).zip(numbering.zip(given_before));
    let letterhead =
        letterhead.map(|((((from, name), (parent_body, place)), (symbol, letters)), (numbering, before))| Letterhead {
            from,
            name,
            parent_body,
            place,
            symbol,
            letters,
            numbering,
            given_before: before,
            signatories,
        });
    all_or_none(no, letterhead)
}

/// A symbol is right when a number could bear it.
fn symbol(field: &'static str, form: &Form, no: &mut Refusals) -> Option<String> {
    let number = DocumentNumber::new(1, form.value(field), 2000);
    no.keep(field, number).map(|number| number.symbol().to_owned())
}

/// Where letters have no symbol of their own they bear the body's.
fn symbol_of_letters(form: &Form, no: &mut Refusals) -> Option<String> {
    if form.given("letters").is_none() {
        return Some(DocumentKind::OfficialLetter.symbol("", form.value("symbol")));
    }
    symbol("letters", form, no)
}

fn given_before(form: &Form) -> Result<u32, ContentError> {
    match form.value("given_before") {
        "" => Ok(0),
        number => number.parse().map_err(|_| ContentError::GivenBefore),
    }
}

/// Those whose name is filled in; what is wrong with one stands at their name.
fn signatories(form: &Form, no: &mut Refusals) -> Vec<Signatory> {
    let mut signatories = Vec::new();
    for fields in SIGNERS {
        if form.given(fields[0]).is_none() {
            continue;
        }
        let one = OF_A_DOCUMENT.iter().zip(fields);
        let one = one.fold(Form::new(), |one, (name, field)| one.with(name, form.value(field)));
        let mut its = Refusals::new();
        signatories.extend(signatory(&one, true, &mut its).flatten());
        if let Halt::Refused(refused) = its.halt() {
            no.at(fields[0], refused);
        }
    }
    signatories
}
