//! The register of forms: what is shipped, what an office made of it, and which an edition uses.

use hoithi_edition::Edition;
use hoithi_rules::ids::EditionId;
use hoithi_rules::reporting::ReportForm;
use hoithi_store::{Conn, StoreError};

use crate::store;

/// One version of a form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FormKey {
    /// Its short name.
    pub code: String,
    /// From 1.
    pub version: u32,
}

impl FormKey {
    /// As it stands in an address.
    pub fn in_address(&self) -> String {
        format!("{}.{}", self.code, self.version)
    }

    /// The one that stands so in an address.
    pub fn from_address(text: &str) -> Option<Self> {
        let (code, version) = text.rsplit_once('.')?;
        Some(Self { code: code.to_owned(), version: version.parse().ok()? })
    }
}

/// A form as it is kept.
#[derive(Clone, Debug)]
pub struct KeptForm {
    /// Which.
    pub key: FormKey,
    /// Its lines.
    pub body: String,
    /// The same, read.
    pub form: ReportForm,
}

/// The forms that come with the program: short name and lines, all of version 1.
pub const SHIPPED: &[(&str, &str)] = &[("trien-khai", include_str!("../forms/trien-khai.txt"))];

impl KeptForm {
    pub(crate) fn read(key: FormKey, body: String) -> Result<Self, StoreError> {
        match ReportForm::parse(&body) {
            Ok(form) => Ok(Self { key, body, form }),
            Err(_) => {
                Err(StoreError::Nonsense { column: "body".to_owned(), value: key.code, wanted: "form of reports" })
            }
        }
    }
}

/// The lines of a shipped form.
pub(crate) fn shipped(key: &FormKey) -> Option<&'static str> {
    SHIPPED.iter().find(|(code, _)| *code == key.code && key.version == 1).map(|(_, body)| *body)
}

/// The form that comes first, for an edition that chose none.
pub(crate) fn first() -> FormKey {
    FormKey { code: SHIPPED[0].0.to_owned(), version: 1 }
}

/// A form, from the register or as it is shipped.
pub(crate) async fn form(db: &mut Conn, key: &FormKey) -> Result<Option<KeptForm>, StoreError> {
    let body = match store::form_body(db, key).await? {
        Some(body) => Some(body),
        None => shipped(key).map(str::to_owned),
    };
    body.map(|body| KeptForm::read(key.clone(), body)).transpose()
}

/// The form as the edition's units are asked by it.
pub async fn form_of(db: &mut Conn, key: &FormKey, edition: &Edition) -> Result<ReportForm, StoreError> {
    let kept = form(db, key).await?.ok_or_else(|| StoreError::Nonsense {
        column: "form_code".to_owned(),
        value: key.code.clone(),
        wanted: "form in the register",
    })?;
    Ok(of_edition(kept.form, edition))
}

/// A form with one figure for each field of the edition where it asks so.
pub(crate) fn of_edition(form: ReportForm, edition: &Edition) -> ReportForm {
    let fields = edition.book.rules().categories.iter();
    let fields: Vec<_> = fields.map(|field| (field.code.to_string(), field.name.clone())).collect();
    form.for_fields(&fields)
}

/// By which form the edition's units are asked.
pub(crate) async fn chosen(db: &mut Conn, edition: EditionId) -> Result<FormKey, StoreError> {
    Ok(store::chosen_form(db, edition).await?.unwrap_or_else(first))
}

/// The newest version of every form, the shipped ones first.
pub(crate) async fn all(db: &mut Conn) -> Result<Vec<KeptForm>, StoreError> {
    let mut newest = store::newest_forms(db).await?;
    let mut forms = Vec::new();
    for (code, body) in SHIPPED {
        let kept = newest.iter().position(|(key, _)| key.code == *code).map(|place| newest.remove(place));
        let (key, body) =
            kept.unwrap_or_else(|| (FormKey { code: (*code).to_owned(), version: 1 }, (*body).to_owned()));
        forms.push(KeptForm::read(key, body)?);
    }
    for (key, body) in newest {
        forms.push(KeptForm::read(key, body)?);
    }
    Ok(forms)
}
