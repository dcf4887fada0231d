//! A judge says that they cannot mark an entry.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::ids::AssignmentId;
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Lang, Page, Path, Posted, html, redirect_with_flash};

use super::sheet::own_of;
use crate::assignments::OwnAssignment;
use crate::jury::ConflictKind;
use crate::operations::{Recuse, recuse};

#[derive(Template)]
#[template(path = "judging/conflict.html")]
struct ConflictPage {
    page: Page,
    form: Form,
    own: OwnAssignment,
    kinds: Vec<(String, String)>,
}

impl ConflictPage {
    fn of(page: Page, own: OwnAssignment, form: Form) -> Self {
        let page = page.titled("judging-declare-conflict").under_desk();
        let kinds = kinds(&page);
        Self { page, form, own, kinds }
    }
}

/// The kinds of conflict as choices.
pub(super) fn kinds(page: &Page) -> Vec<(String, String)> {
    let choice = |kind: ConflictKind| (kind.code().to_owned(), page.tcode("judging-conflict-", kind.code()));
    ConflictKind::ALL.into_iter().map(choice).collect()
}

/// The way back to the judge's own list.
pub(super) trait UnderDesk {
    fn under_desk(self) -> Self;
}

impl UnderDesk for Page {
    fn under_desk(self) -> Self {
        let label = self.t("judging-desk");
        self.under(label, "/cham")
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(handle): Path<AssignmentId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let own = own_of(&mut house.read().await?, &viewer, handle).await?;
    html(&ConflictPage::of(page, own, Form::new()))
}

pub(super) async fn send(
    State(house): State<House>,
    Path(handle): Path<AssignmentId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["kind"])?;
    let mut db = house.read().await?;
    let own = own_of(&mut db, &viewer, handle).await?;
    let notice = notice(&mut db, &house, &own).await?;
    drop(db);
    let done = match kind_of(&form) {
        Ok(kind) => {
            let command = Recuse { sheet: handle, kind, notice: Some(notice) };
            house.acts.perform(viewer.actor(), move |act| Box::pin(recuse(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, "/cham", "judging-withdrawn")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&ConflictPage::of(page, own, form))
        }
    }
}

/// The kind that was chosen.
pub(super) fn kind_of(form: &Form) -> Result<ConflictKind, Halt> {
    let mut no = Refusals::new();
    let kind = ConflictKind::from_code(form.value("kind"));
    if kind.is_none() {
        no.add("judging.conflict_kind_missing", "kind", "say what stands in the way");
    }
    kind.ok_or_else(|| no.halt())
}

/// What the chair reads: which code needs another judge, and where. Not who withdrew.
async fn notice(db: &mut Conn, house: &House, own: &OwnAssignment) -> Result<(String, String), Halt> {
    let edition = edition(db, own.edition).await?.ok_or_else(Halt::not_found)?;
    let facts = [
        ("code", own.blind_code.to_string()),
        ("edition", edition.title()),
        ("link", format!("{}/ky/{}/tien-do-cham", house.site.public_url, edition.slug)),
    ];
    let text = |key| house.catalogue.text(Lang::Vi, key, &facts);
    Ok((text("judging-mail-recused-subject"), text("judging-mail-recused")))
}
