//! The registration form: printed from the dossier, found again by the code that is on the paper.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::edition::DossierPart;
use hoithi_rules::entries::{PrintCode, Stamped};
use hoithi_rules::ids::EntryId;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::files::pdf_response;
use super::sheet::Sheet;
use crate::kept::KeptEntry;
use crate::operations::print_form;
use crate::registration::{in_words, paper, stamp_changes, stamp_until};
use crate::store::{self, FormPrint};

/// A print as the page shows it.
struct Shown {
    code: PrintCode,
    at: String,
    /// What the dossier says otherwise now.
    changes: Vec<String>,
}

#[derive(Template)]
#[template(path = "entries/form_prints.html")]
struct FormPrintsPage {
    page: Page,
    form: Form,
    kept: KeptEntry,
    part: DossierPart,
    prints: Vec<Shown>,
    stamped: (String, &'static str),
    changes: Vec<String>,
    writes: bool,
    /// Until when the stamped form may follow.
    until: Option<String>,
}

impl FormPrintsPage {
    async fn of(house: &House, sheet: Sheet) -> Result<Self, Halt> {
        let rules = sheet.edition.book.rules();
        let part = rules.stamped_part().cloned().ok_or_else(Halt::not_found)?;
        let mut db = house.read().await?;
        let prints = store::prints(&mut db, sheet.kept.id()).await?;
        let until = stamp_until(&mut db, &sheet.edition).await?.map(|day| sheet.page.day(day));
        let title = sheet.title();
        let page = sheet.under_list().under(title, format!("/lap-ho-so/{}", sheet.kept.id()));
        Ok(Self {
            prints: prints.iter().map(|print| shown(&sheet, print)).collect(),
            stamped: standing(&sheet.page, &sheet.kept, &sheet.edition),
            changes: stamp_changes(&sheet.page, &sheet.kept, rules),
            page: page.titled("entries-form"),
            form: sheet.form,
            part,
            writes: sheet.writes,
            until,
            kept: sheet.kept,
        })
    }

    fn href(&self, page: &str) -> String {
        format!("/lap-ho-so/{}/{page}", self.kept.id())
    }
}

fn shown(sheet: &Sheet, print: &FormPrint) -> Shown {
    let rules = sheet.edition.book.rules();
    let changes = print.facts.changed(&sheet.kept.form_facts());
    Shown {
        code: print.code.clone(),
        at: sheet.page.instant(print.at),
        changes: changes.iter().map(|change| in_words(&sheet.page, rules, change)).collect(),
    }
}

/// How the stamped form stands, in words and with the tag's tone.
pub(super) fn standing(page: &Page, kept: &KeptEntry, edition: &Edition) -> (String, &'static str) {
    let (key, tone) = match kept.stamped(edition.book.rules()) {
        Stamped::NotAsked | Stamped::Missing => ("entries-stamp-missing", "todo"),
        Stamped::NotPrintedHere => ("entries-stamp-not-printed-here", "neutral"),
        Stamped::Stands => ("entries-stamp-stands", "done"),
        Stamped::Differs => ("entries-stamp-differs", "late"),
    };
    (page.t(key), tone)
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let sheet = Sheet::open(&house, &viewer, page, id).await?;
    html(&FormPrintsPage::of(&house, sheet).await?)
}

pub(super) async fn print(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    match house.acts.perform(viewer.actor(), move |act| Box::pin(print_form(act, id))).await {
        Ok(_) => Ok(redirect_with_flash(&house.site, &format!("/lap-ho-so/{id}/phieu"), "entries-form-printed")),
        Err(halt) => {
            let sheet = Sheet::open(&house, &viewer, page, id).await?.refused(posted.form, halt)?;
            html(&FormPrintsPage::of(&house, sheet).await?)
        }
    }
}

/// The paper of one print.
pub(super) async fn send(
    State(house): State<House>,
    Path((id, code)): Path<(EntryId, PrintCode)>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let sheet = Sheet::open(&house, &viewer, page, id).await?;
    let prints = store::prints(&mut house.read().await?, id).await?;
    let print = prints.into_iter().find(|print| print.code == code).ok_or_else(Halt::not_found)?;
    let bytes = paper(&house, &sheet.page, &sheet.edition, &print).await?;
    Ok(pdf_response(&format!("phieu-dang-ky-{code}"), bytes, false))
}

#[derive(Template)]
#[template(path = "entries/form_print.html")]
struct FormPrintPage {
    page: Page,
    kept: KeptEntry,
    print: Shown,
    part: DossierPart,
    writes: bool,
}

/// What the square code on the paper leads to: the print that it is, for whoever may read its dossier.
pub(super) async fn find(
    State(house): State<House>,
    Path(code): Path<PrintCode>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let entries = store::entries_of_print(&mut house.read().await?, &code).await?;
    for id in entries {
        let sheet = match Sheet::open(&house, &viewer, page.clone(), id).await {
            Err(Halt::Denied(_)) => continue,
            sheet => sheet?,
        };
        let part = sheet.edition.book.rules().stamped_part().cloned().ok_or_else(Halt::not_found)?;
        let prints = store::prints(&mut house.read().await?, id).await?;
        let print = prints.iter().find(|print| print.code == code).ok_or_else(Halt::not_found)?;
        let title = sheet.title();
        return html(&FormPrintPage {
            print: shown(&sheet, print),
            page: sheet.under_list().under(title, format!("/ho-so/{id}")).titled("entries-form"),
            kept: sheet.kept,
            part,
            writes: sheet.writes,
        });
    }
    Err(Halt::not_found())
}
