//! Programs write into the register, by the rules of the register's own forms.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use hoithi_edition::edition_by_slug;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::correspondence::room_for_annexes;
use hoithi_rules::ids::{DocumentId, EditionId};
use hoithi_rules::people::{Permission, Place};
use hoithi_web::{Form, House, Json, Path, Seen};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::bodies::gives_number;
use crate::operations::{NewDocument, Revision, Signature, register, revise};
use crate::pages::fields::{self, ANNEXES, FREE_KIND, all_or_none};
use crate::signers::Said;
use crate::signing::{Signing, record_signature};
use crate::store;

/// A document on its way into the register.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentRequest {
    /// The slug of the edition in whose folder it shall lie.
    edition: String,
    words: DocumentWords,
    /// Number and day of a document that came signed; a draft of one's own has none yet.
    signed: Option<SignatureRequest>,
}

/// What stands on a document.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentWords {
    /// Code of its kind: `decision`, `official_letter`, `other:Thể lệ`.
    kind: String,
    #[serde(default)]
    parent_body: String,
    issuer: String,
    #[serde(default)]
    place: String,
    /// What follows the number, `QĐ-BTC`; for a draft.
    #[serde(default)]
    symbol: String,
    subject: String,
    /// For a draft.
    #[serde(default)]
    text: String,
    #[serde(default)]
    addressees: Vec<String>,
    #[serde(default)]
    recipients: Vec<String>,
    /// For a draft.
    signatory: Option<SignatoryRequest>,
    annex: Option<AnnexRequest>,
    /// Annexes behind the first.
    #[serde(default)]
    more_annexes: Vec<AnnexRequest>,
    /// `urgent`, `very_urgent`, `express`; none on most documents.
    #[serde(default)]
    urgency: String,
    /// Whether everybody may read it once it is signed.
    #[serde(default)]
    public: bool,
    /// What it rests on, in the order of its preamble.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    bases: Vec<DocumentId>,
}

/// Who signs it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignatoryRequest {
    /// Code of the capacity: `own`, `on_behalf`, `for_head`, `by_order`, `by_delegation`, `acting`
    capacity: String,
    #[serde(default)]
    on_behalf_of: String,
    #[serde(default)]
    in_place_of: String,
    position: String,
    name: String,
}

/// A list or table behind it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AnnexRequest {
    title: String,
    text: String,
}

/// What was read off the signed paper.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignatureRequest {
    /// `85/QĐ-BTC`; left out where our register gives the body's numbers.
    #[serde(default)]
    number: String,
    #[schema(value_type = String, format = Date)]
    date: Date,
    /// That the signature is that of the printed person; to be said where the account bears another name.
    #[serde(default)]
    printed_signer: bool,
    /// That blanks in its text (`……`) may stay; to be said where there are any.
    #[serde(default)]
    blanks_stay: bool,
    /// That the list of which its text speaks lies elsewhere; to be said where no annex is there.
    #[serde(default)]
    list_elsewhere: bool,
}

/// The document that was made.
#[derive(Serialize, ToSchema)]
pub(crate) struct DocumentMade {
    #[schema(value_type = String)]
    id: DocumentId,
}

impl DocumentWords {
    /// As the register's form would send it.
    fn form(&self) -> Form {
        let (kind, kind_name) = match self.kind.strip_prefix("other:") {
            Some(name) => (FREE_KIND, name),
            None => (self.kind.as_str(), ""),
        };
        let form = Form::new()
            .with("kind", kind)
            .with("kind_name", kind_name)
            .with("parent_body", &self.parent_body)
            .with("issuer", &self.issuer)
            .with("place", &self.place)
            .with("symbol", &self.symbol)
            .with("subject", &self.subject)
            .with("text", &self.text)
            .with("addressees", self.addressees.join("\n"))
            .with("recipients", self.recipients.join("\n"))
            .with("public", if self.public { "co" } else { "" })
            .with("urgency", &self.urgency);
        let annexes = self.annex.iter().chain(&self.more_annexes).zip(ANNEXES);
        let form =
            annexes.fold(form, |form, (annex, (title, text))| form.with(title, &annex.title).with(text, &annex.text));
        let form = self.signatory.iter().fold(form, |form, signs| {
            form.with("capacity", &signs.capacity)
                .with("on_behalf_of", &signs.on_behalf_of)
                .with("in_place_of", &signs.in_place_of)
                .with("position", &signs.position)
                .with("signer", &signs.name)
        });
        self.bases.iter().fold(form, |form, basis| form.with("bases", basis))
    }
}

impl DocumentWords {
    /// A paper has room for no more annexes than the register's form.
    fn count_annexes(&self, no: &mut Refusals) {
        no.keep("more_annexes", room_for_annexes(usize::from(self.annex.is_some()) + self.more_annexes.len()));
    }
}

impl SignatureRequest {
    fn on(&self, form: Form) -> Form {
        form.with("number", &self.number).with("date", hoithi_web::day(self.date))
    }
}

/// Writes a draft, or a document that came signed, into the register.
#[utoipa::path(
    post, path = "/api/v1/documents", operation_id = "document_register", tag = "documents",
    request_body = DocumentRequest,
    responses((status = 201, body = DocumentMade), (status = 422, description = "every fault, with its code"))
)]
pub(crate) async fn register_document(
    State(house): State<House>,
    viewer: Viewer,
    Json(asked): Json<DocumentRequest>,
) -> Result<Response, Halt> {
    let edition = edition_by_slug(&mut house.read().await?, &asked.edition).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(Permission::DocumentRegister, Place::edition(edition.id))?;
    let new = new_document(edition.id, &asked)?.printed(&house).await?;
    let id = house.acts.perform(viewer.actor(), move |act| Box::pin(register(act, new.clone()))).await?;
    Ok((StatusCode::CREATED, Json(DocumentMade { id })).into_response())
}

fn new_document(edition: EditionId, asked: &DocumentRequest) -> Result<NewDocument, Halt> {
    let mut no = Refusals::new();
    asked.words.count_annexes(&mut no);
    let form = asked.words.form();
    let content = fields::content(&form, asked.signed.is_none(), None, &mut no);
    let bases = fields::bases(&form, &mut no);
    let signed = match &asked.signed {
        Some(signature) => fields::number_and_day(&signature.on(form), &mut no).map(bare).map(Some),
        None => Some(None),
    };
    all_or_none(no, content.zip(signed).map(|(content, signed)| NewDocument { edition, content, bases, signed }))
}

/// A signature whose scan is not at hand.
fn bare((number, date): (hoithi_rules::correspondence::DocumentNumber, Date)) -> Signature {
    Signature { number, date, file: None, print: None }
}

/// Changes a draft.
#[utoipa::path(
    put, path = "/api/v1/documents/{document}", operation_id = "document_revise", tag = "documents",
    params(("document" = String, Path), ("if-match" = String, Header, description = "the version that was read")),
    request_body = DocumentWords,
    responses((status = 204, description = "changed"), (status = 422, description = "every fault, with its code"))
)]
pub(crate) async fn revise_document(
    State(house): State<House>,
    Path(document): Path<DocumentId>,
    viewer: Viewer,
    Seen(seen): Seen,
    Json(words): Json<DocumentWords>,
) -> Result<StatusCode, Halt> {
    let mut no = Refusals::new();
    words.count_annexes(&mut no);
    let form = words.form();
    let content = fields::content(&form, true, None, &mut no);
    let bases = fields::bases(&form, &mut no);
    let version = i64::from(seen);
    let revision = all_or_none(no, content.map(|content| Revision { document, version, content, bases }))?;
    house.acts.perform(viewer.actor(), move |act| Box::pin(revise(act, revision.clone()))).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Records number and day of a draft that whoever asks has signed in their own right. Who records it
/// for a leader brings the scan, on the page.
#[utoipa::path(
    post, path = "/api/v1/documents/{document}/signature", operation_id = "document_sign", tag = "documents",
    params(("document" = String, Path), ("if-match" = String, Header, description = "the version that was read")),
    request_body = SignatureRequest,
    responses((status = 204, description = "signed"), (status = 422, description = "every fault, with its code"))
)]
pub(crate) async fn sign_document(
    State(house): State<House>,
    Path(id): Path<DocumentId>,
    viewer: Viewer,
    Seen(seen): Seen,
    Json(asked): Json<SignatureRequest>,
) -> Result<StatusCode, Halt> {
    let mut db = house.read().await?;
    let document = store::document(&mut db, id).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(Permission::DocumentSignOff, Place::edition(document.edition))?;
    let ours = asked.number.is_empty() && gives_number(&mut db, &document, asked.date).await?;
    drop(db);
    let mut no = Refusals::new();
    let read = if ours { None } else { fields::number_and_day(&asked.on(Form::new()), &mut no) };
    let typed = if ours { None } else { Some(all_or_none(no, read)?.0) };
    let said = Said { printed: asked.printed_signer, blanks: asked.blanks_stay, list: asked.list_elsewhere };
    let signing = Signing { version: i64::from(seen), number: typed, date: asked.date, file: None, said };
    record_signature(&house, viewer.actor(), &document, signing).await?;
    Ok(StatusCode::NO_CONTENT)
}
