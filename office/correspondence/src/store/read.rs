//! Documents and cards out of their rows.

use hoithi_rules::correspondence::{
    DocumentNumber, DocumentState, Ending, Known, Signatory, SigningCapacity, Stage, Urgency,
};
use hoithi_store::{Row, StoreError};

use crate::document::{Annex, Content, Document, DocumentCard, KeptFile, Lines, Origin};

pub(crate) fn read_card(row: &Row) -> Result<DocumentCard, StoreError> {
    let signed = match read_state(row)? {
        DocumentState::Signed { number, date } => Some((number, date)),
        DocumentState::Draft => None,
    };
    let file_size = row.int_opt("file_size")?;
    let ended = row.text_opt("ending")?;
    Ok(DocumentCard {
        stage: Stage::of(Known {
            put_forward: row.instant_opt("put_forward_at")?.is_some(),
            signed: row.instant_opt("signed_at")?.is_some(),
            numbered: signed.is_some(),
            scanned: file_size.is_some(),
            sent: false,
        }),
        ended: ended.and_then(|code| Ending::from_code(&code)),
        id: row.parsed("id")?,
        edition: row.parsed("edition_id")?,
        kind: row.parsed("kind")?,
        issuer: row.text("issuer")?,
        subject: row.text("subject")?,
        signed,
        urgency: Urgency::from_code(&row.text("urgency")?),
        public: row.flag("public")?,
        file_size,
    })
}

pub(super) fn read_document(row: &Row) -> Result<Document, StoreError> {
    let origin = if row.text("origin")? == "received" { Origin::Received } else { Origin::Drafted };
    Ok(Document {
        id: row.parsed("id")?,
        edition: row.parsed("edition_id")?,
        content: read_content(row)?,
        origin,
        state: read_state(row)?,
        file: read_file(row)?,
        put_forward_at: row.instant_opt("put_forward_at")?,
        signed_at: row.instant_opt("signed_at")?,
        ended: None,
        print: row.parsed_opt("print_hash")?,
        number_given: row.flag("number_given")?,
        version: row.int("version")?,
    })
}

fn read_content(row: &Row) -> Result<Content, StoreError> {
    Ok(Content {
        kind: row.parsed("kind")?,
        parent_body: row.text("parent_body")?,
        issuer: row.text("issuer")?,
        place: row.text("place")?,
        symbol: row.text("symbol")?,
        subject: row.text("subject")?,
        text: row.text("body")?,
        addressees: Lines::parse(&row.text("addressees")?),
        recipients: Lines::parse(&row.text("recipients")?),
        signatory: read_signatory(row)?,
        annexes: read_annexes(row)?,
        urgency: Urgency::from_code(&row.text("urgency")?),
        public: row.flag("public")?,
    })
}

fn read_annexes(row: &Row) -> Result<Vec<Annex>, StoreError> {
    let first = Annex { title: row.text("annex_title")?, text: row.text("annex")? };
    let later = row.text("later_annexes")?;
    let later: Vec<Annex> =
        serde_json::from_str(&later).map_err(|_| nonsense("later_annexes", later, "list of annexes"))?;
    Ok(Some(first).filter(|annex| !annex.text.is_empty()).into_iter().chain(later).collect())
}

fn read_signatory(row: &Row) -> Result<Option<Signatory>, StoreError> {
    let Some(name) = row.parsed_opt("signer")? else { return Ok(None) };
    let code = row.text("capacity")?;
    let capacity =
        SigningCapacity::from_code(&code).ok_or_else(|| nonsense("capacity", code, "capacity of signing"))?;
    Ok(Some(Signatory {
        capacity,
        on_behalf_of: row.text("on_behalf_of")?,
        in_place_of: row.text("in_place_of")?,
        position: row.text("position")?,
        name,
    }))
}

fn read_state(row: &Row) -> Result<DocumentState, StoreError> {
    let Some(number) = read_number(row)? else { return Ok(DocumentState::Draft) };
    Ok(DocumentState::Signed { number, date: row.parsed("day")? })
}

pub(crate) fn read_number(row: &Row) -> Result<Option<DocumentNumber>, StoreError> {
    let Some(number) = row.int_opt("number")? else { return Ok(None) };
    let symbol = row.text("number_symbol")?;
    let year = row.int("number_year")?;
    let whole = u32::try_from(number).ok().zip(i16::try_from(year).ok());
    let parsed = whole.and_then(|(number, year)| DocumentNumber::new(number, &symbol, year).ok());
    let number =
        parsed.ok_or_else(|| nonsense("number", format!("{number}/{symbol} of {year}"), "number of a document"))?;
    Ok(Some(number))
}

fn read_file(row: &Row) -> Result<Option<KeptFile>, StoreError> {
    let Some(hash) = row.parsed_opt("file_hash")? else { return Ok(None) };
    Ok(Some(KeptFile {
        hash,
        name: row.text("file_name")?,
        media_type: row.text("file_type")?,
        size: row.int("file_size")?,
    }))
}

pub(crate) fn nonsense(column: &str, value: String, wanted: &'static str) -> StoreError {
    StoreError::Nonsense { column: column.to_owned(), value, wanted }
}
