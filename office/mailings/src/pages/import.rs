//! Rows for a list: pasted or in a file, looked at, taken in.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::MailingListId;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect, redirect_with_told_flash};
use uuid::Uuid;

use super::leaf::Leaf;
use super::lists::list_of;
use super::{beneath, keeps};
use crate::importing::{Planned, Preview, Verdict};
use crate::operations::{KeepRows, TakeIn, import_gone, keep_rows, take_in};
use crate::table::{self, Row};
use crate::things::MailingList;

#[derive(Template)]
#[template(path = "mailings/import.html")]
struct ImportPage {
    page: Page,
    form: Form,
    list: MailingList,
}

fn import_page(page: Page, form: Form, list: MailingList) -> ImportPage {
    ImportPage { page: beneath(page).under(list.name.clone(), home(list.id)).titled("mailings-import"), form, list }
}

fn home(list: MailingListId) -> String {
    format!("/thu-tin/danh-sach/{list}")
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<MailingListId>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    keeps(&viewer)?;
    html(&import_page(page, Form::new(), list_of(&house, id).await?))
}

pub(super) async fn send(
    State(house): State<House>,
    Path(id): Path<MailingListId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["rows", "file"])?;
    keeps(&viewer)?;
    let list = list_of(&house, id).await?;
    let kept = match rows_in(&posted).await {
        Ok(rows) => {
            let command = KeepRows { list: id, rows };
            house.acts.perform(viewer.actor(), move |act| Box::pin(keep_rows(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match kept {
        Ok(import) => Ok(redirect(&format!("{}/nhap/{import}", home(id)))),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&import_page(page, form, list))
        }
    }
}

/// The file's rows, or the pasted ones where no file came.
async fn rows_in(posted: &Posted) -> Result<Vec<Row>, Halt> {
    match posted.file("file") {
        Some(file) => {
            let bytes = file.bytes.clone();
            tokio::task::spawn_blocking(move || table::of_file(&bytes)).await.map_err(Halt::fault)?
        }
        None => table::of_text(posted.form.value("rows"), "rows"),
    }
}

#[derive(Template)]
#[template(path = "mailings/preview.html")]
struct PreviewPage {
    page: Page,
    form: Form,
    here: String,
    /// How many rows come to what, in words.
    figures: Vec<(usize, String)>,
    rows: Vec<Planned>,
    leaf: Leaf,
    /// How many would go onto the list.
    new: usize,
    mark: String,
    another: String,
}

impl PreviewPage {
    async fn load(
        house: &House,
        viewer: &Viewer,
        page: Page,
        (id, import): (MailingListId, Uuid),
        form: Form,
    ) -> Result<Self, Halt> {
        keeps(viewer)?;
        let list = list_of(house, id).await?;
        let (by, now) = (viewer.signed_in()?.id, house.clock().now());
        let preview = Preview::load(&mut house.read().await?, (id, import), by, now).await?;
        let preview = preview.ok_or_else(import_gone)?;
        let here = format!("{}/nhap/{import}", home(id));
        let place = |planned: &Planned| Verdict::CODES.iter().position(|code| *code == planned.verdict.code());
        let (new, mark) = (preview.count("new"), preview.mark());
        let figure = |code: &&str| (preview.count(code), page.tcode("mailings-row-", code));
        let figures = Verdict::CODES.iter().rev().map(figure).filter(|(count, _)| *count > 0).collect();
        let mut rows = preview.rows;
        rows.sort_by_key(place);
        let (leaf, rows) = Leaf::of(&page, rows, &form, &format!("{here}?"));
        let another = format!("{}/nhap", home(id));
        let page = beneath(page).under(list.name, home(id)).titled("mailings-import-preview");
        Ok(Self { page, form, here, figures, rows, leaf, new, mark, another })
    }

    fn says(&self, planned: &Planned) -> String {
        match &planned.verdict {
            Verdict::Faulty(wrong) => {
                let words: Vec<_> = wrong.iter().map(|what| self.page.tcode("mailings-wrong-", what)).collect();
                words.join("; ")
            }
            other => self.page.tcode("mailings-row-says-", other.code()),
        }
    }

    fn word(&self, planned: &Planned) -> String {
        self.page.tcode("mailings-row-", planned.verdict.code())
    }

    fn tone(planned: &Planned) -> &'static str {
        match planned.verdict {
            Verdict::Faulty(_) => "stop",
            Verdict::Twice | Verdict::Known => "neutral",
            Verdict::Gone => "warn",
            Verdict::New(_) => "done",
        }
    }
}

pub(super) async fn look(
    State(house): State<House>,
    Path(which): Path<(MailingListId, Uuid)>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&["trang"])?;
    html(&PreviewPage::load(&house, &viewer, page, which, form).await?)
}

pub(super) async fn take(
    State(house): State<House>,
    Path((list, import)): Path<(MailingListId, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["seen"])?;
    let command = TakeIn { list, import, seen: form.value("seen").to_owned() };
    let taken = house.acts.perform(viewer.actor(), move |act| Box::pin(take_in(act, command.clone()))).await;
    match taken {
        Ok((added, left_out)) => {
            let facts = [("added", added.to_string()), ("left_out", left_out.to_string())];
            Ok(redirect_with_told_flash(&house.site, &home(list), "mailings-imported", &facts))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&PreviewPage::load(&house, &viewer, page, (list, import), form).await?)
        }
    }
}
