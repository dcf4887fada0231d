//! *Thay thế, thu hồi*: what this document ends, and links that were made by mistake.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::correspondence::{DocumentKind, Ending, EndingRefusal};
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;
use uuid::Uuid;

use super::fields::{all_or_none, at_field};
use super::ways::{UnderRegister, cited_short};
use crate::corrections::KnownUses;
use crate::document::{ContentError, Document, DocumentCard, Origin};
use crate::endings::{EndDocument, Link, by, end_document, lift_ending};
use crate::folder::{Folder, document_in, of_the_agency};
use crate::store;

#[derive(Template)]
#[template(path = "correspondence/ends.html")]
struct EndsPage {
    page: Page,
    form: Form,
    here: String,
    document: Document,
    endings: Vec<(String, String)>,
    earlier: Vec<(String, String)>,
    links: Vec<Link>,
}

impl EndsPage {
    async fn load(
        db: &mut Conn,
        page: Page,
        (folder, document): (Folder, Document),
        uses: &dyn KnownUses,
        form: Form,
    ) -> Result<Self, Halt> {
        let here = format!("{}/{}", folder.address(), document.id);
        let noted = document.origin == Origin::Received;
        let title = if noted { "correspondence-end-noted" } else { "correspondence-end-other" };
        let page = page.titled(title).under_register(&folder);
        Ok(Self {
            earlier: earlier(db, &page, (&folder, &document), uses).await?,
            links: by(db, document.id).await?,
            endings: Ending::ALL
                .map(|each| (each.code().to_owned(), page.tcode("correspondence-ending-", each.code())))
                .to_vec(),
            page: page.under(document.content.subject.clone(), here.clone()),
            form,
            here,
            document,
        })
    }

    /// Another body's doings are noted, ours are done here.
    fn how(&self) -> &'static str {
        let noted = self.document.origin == Origin::Received;
        if noted { "correspondence-end-noted-how" } else { "correspondence-end-other-how" }
    }

    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn cited(&self, card: &DocumentCard) -> String {
        cited_short(card)
    }
}

/// What this document could end: signed no later than it, of the agency's register, still standing. A decision
/// by which units were honoured says how many sheets fall with it.
async fn earlier(
    db: &mut Conn,
    page: &Page,
    (folder, by): (&Folder, &Document),
    uses: &dyn KnownUses,
) -> Result<Vec<(String, String)>, Halt> {
    let Some((_, issued)) = by.signed() else { return Ok(Vec::new()) };
    let mut earlier = Vec::new();
    for each in of_the_agency(db, folder).await? {
        let may_end = |card: &DocumentCard| {
            let came_before = card.signed.as_ref().is_some_and(|(_, date)| *date <= issued);
            came_before && card.id != by.id && card.ended.is_none()
        };
        let cards: Vec<_> = store::documents_of(db, each.edition).await?.into_iter().filter(may_end).collect();
        for card in cards {
            let is_decision = card.kind == DocumentKind::Decision;
            let honoured = if is_decision { uses.honoured_by(db, card.id).await? } else { 0 };
            let named = format!("{} – {}", cited_short(&card), card.subject);
            let named = match honoured {
                0 => named,
                count => page.tx("correspondence-end-honours", &[("named", named), ("count", count.to_string())]),
            };
            earlier.push((card.id.to_string(), named));
        }
    }
    Ok(earlier)
}

/// A signed document of that folder, for whoever keeps the register.
pub(super) async fn signed(
    db: &mut Conn,
    viewer: &Viewer,
    (slug, id): (&str, DocumentId),
) -> Result<(Folder, Document), Halt> {
    let (folder, document) = document_in(db, viewer, (slug, id), Permission::DocumentRegister).await?;
    document.signed().ok_or_else(Halt::not_found)?;
    Ok((folder, document))
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    Extension(uses): Extension<Arc<dyn KnownUses>>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (folder, document) = signed(&mut db, &viewer, (&slug, id)).await?;
    let day = document.signed().map_or(viewer.today, |(_, date)| date);
    let form = Form::new().with("ending", Ending::Replaced.code()).with("date", page.day(day));
    html(&EndsPage::load(&mut db, page, (folder, document), uses.as_ref(), form).await?)
}

fn command(form: &Form, by: DocumentId) -> Result<EndDocument, Halt> {
    let mut no = Refusals::new();
    let document = form.value("document").parse::<DocumentId>().map_err(|_| EndingRefusal::Unsigned);
    let document = no.keep("document", document);
    let ending = no.keep("ending", Ending::from_code(form.value("ending")).ok_or(ContentError::Ending));
    let day: Option<Date> = no.keep_as(("date", "since"), parse_day(form.value("date")).ok_or(ContentError::Day));
    if form.given("reason").is_none() {
        no.keep::<(), _>("reason", Err(ContentError::Reason));
    }
    let reason = form.value("reason").to_owned();
    let command = document.zip(ending).zip(day);
    all_or_none(no, command.map(|((document, ending), day)| EndDocument { by, document, ending, day, reason }))
}

pub(super) async fn end(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    Extension(uses): Extension<Arc<dyn KnownUses>>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["document", "ending", "date", "reason"])?;
    let mut db = house.read().await?;
    let (folder, document) = signed(&mut db, &viewer, (&slug, id)).await?;
    drop(db);
    let done = match command(&form, id) {
        Ok(command) => {
            let ended = (command.document, command.ending);
            let done = house.acts.perform(viewer.actor(), move |act| Box::pin(end_document(act, command.clone())));
            done.await.map(|()| ended)
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(ended) => {
            if let Some(recall) = to_be_recalled(&mut house.read().await?, &viewer, ended, uses.as_ref()).await? {
                return Ok(redirect_with_flash(&house.site, &recall, "correspondence-ended-recall"));
            }
            let here = format!("{}/{id}", folder.address());
            Ok(redirect_with_flash(&house.site, &here, "correspondence-ended-now"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&EndsPage::load(&mut house.read().await?, page, (folder, document), uses.as_ref(), form).await?)
        }
    }
}

/// Where a withdrawn document is recalled from the units that it went to, for who may do so.
async fn to_be_recalled(
    db: &mut Conn,
    viewer: &Viewer,
    (document, ending): (DocumentId, Ending),
    uses: &dyn KnownUses,
) -> Result<Option<String>, Halt> {
    let sent = uses.sent_out(db, document).await?.filter(|sent| sent.recalled.is_none());
    if ending != Ending::Withdrawn || sent.is_none() {
        return Ok(None);
    }
    let Some(document) = store::document(db, document).await? else { return Ok(None) };
    let Some(edition) = hoithi_edition::edition(db, document.edition).await? else { return Ok(None) };
    let may = viewer.may(Permission::LetterSend, edition.place());
    Ok(may.then(|| format!("/ky/{}/noi-nhan/{}/thu-hoi", edition.slug, document.id)))
}

pub(super) async fn lift(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    Extension(uses): Extension<Arc<dyn KnownUses>>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["link", "lifted_why"])?;
    let mut db = house.read().await?;
    let (folder, document) = signed(&mut db, &viewer, (&slug, id)).await?;
    drop(db);
    let link: Uuid = form.value("link").parse().map_err(|_| Halt::not_found())?;
    let why = form.value("lifted_why").to_owned();
    match house.acts.perform(viewer.actor(), move |act| Box::pin(lift_ending(act, id, link, why.clone()))).await {
        Ok(()) => {
            let here = format!("{}/{id}", folder.address());
            Ok(redirect_with_flash(&house.site, &here, "correspondence-ending-lifted"))
        }
        Err(halt) => {
            form.keep_refusals(&page, at_field(halt, "lifted_why"))?;
            html(&EndsPage::load(&mut house.read().await?, page, (folder, document), uses.as_ref(), form).await?)
        }
    }
}
