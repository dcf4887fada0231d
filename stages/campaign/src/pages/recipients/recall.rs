//! Recalling a letter: what it does, and to whom, is read back before it is done.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{Document, DocumentCard, KnownUses, document, documents_of};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Lang, Page, Path, Posted, html, redirect_with_flash};

use super::under_board;
use crate::contacts::contacts_on;
use crate::letter::{MailWords, named};
use crate::pages::letter_for;
use crate::pages::send::told;
use crate::recall::{Recall, recall_letter, recalled_lawfully, recalled_of, stands_for};
use crate::recipients::{Recipient, recipients};
use crate::reports::reports_of_letter;
use crate::store;

#[derive(Template)]
#[template(path = "campaign/recall.html")]
struct RecallPage {
    page: Page,
    form: Form,
    slug: String,
    document: Document,
    others: Vec<(String, String)>,
    units: Vec<String>,
    confirmed: usize,
    open_tasks: usize,
    /// How many people can be written.
    reached: usize,
    /// How many units were honoured by it: their sheets fall with it.
    honoured: usize,
}

impl RecallPage {
    async fn load(
        db: &mut Conn,
        page: Page,
        viewer: &Viewer,
        (edition, letter, uses): (&Edition, Document, &dyn KnownUses),
        form: Form,
    ) -> Result<Self, Halt> {
        let honoured = uses.honoured_by(db, letter.id).await?;
        let all = recipients(db, &letter, viewer.today).await?;
        let cards = documents_of(db, edition.id).await?;
        let recalled = recalled_of(db, edition.id).await?;
        let stands = |card: &&DocumentCard| stands_for(&letter, card) && !recalled.contains(&card.id);
        let others = cards.iter().filter(stands);
        let others = others.filter_map(|card| {
            let (number, day) = card.signed.as_ref()?;
            Some((card.id.to_string(), format!("{number} ({}): {}", page.day(*day), card.subject)))
        });
        let tasks = store::tasks_of(db, edition.id).await?;
        let people = contacts_on(db, viewer.today).await?;
        let people = all.iter().filter_map(|each| people.get(&each.unit.id)).flatten();
        let reached = people.filter(|person| !person.contact.email.is_empty()).count();
        let page = under_board(page.clone().titled("campaign-recall"), edition, &letter);
        let (label, list) = (page.t("campaign-recipients"), format!("/ky/{}/noi-nhan/{}", edition.slug, letter.id));
        Ok(Self {
            others: others.collect(),
            confirmed: all.iter().filter(|each: &&Recipient| each.sent.is_acknowledged()).count(),
            units: all.into_iter().map(|each| each.unit.name).collect(),
            reached,
            honoured,
            open_tasks: tasks.iter().filter(|task| task.letter == letter.id && task.is_open()).count(),
            page: page.under(label, list),
            form,
            slug: edition.slug.to_string(),
            document: letter,
        })
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    Extension(uses): Extension<Arc<dyn KnownUses>>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (edition, letter) = letter_for(&mut db, &viewer, &slug, id, Permission::LetterSend).await?;
    // What ended it in the register says why, and what stands in its place.
    let form = match &letter.ended {
        Some(ended) => Form::new().with("reason", ended.reason.clone()).with("replaced_by", ended.by.id.to_string()),
        None => Form::new(),
    };
    let form = form.with("mail", "co");
    html(&RecallPage::load(&mut db, page, &viewer, (&edition, letter, uses.as_ref()), form).await?)
}

pub(super) async fn recall(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    Extension(uses): Extension<Arc<dyn KnownUses>>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["reason", "replaced_by", "mail", "step"])?;
    let mut db = house.read().await?;
    let (edition, letter) = letter_for(&mut db, &viewer, &slug, id, Permission::LetterSend).await?;
    if form.value("step") == "change" {
        return html(&RecallPage::load(&mut db, page, &viewer, (&edition, letter, uses.as_ref()), form).await?);
    }
    let asked = command(&mut db, &house, (&edition, &letter), &form).await;
    drop(db);
    let halt = match asked {
        Ok(command) if form.value("step") == "do" => {
            match house.acts.perform(viewer.actor(), move |act| Box::pin(recall_letter(act, command.clone()))).await {
                Ok(_) => {
                    let list = format!("/ky/{slug}/noi-nhan/{id}");
                    return Ok(redirect_with_flash(&house.site, &list, "campaign-recalled-now"));
                }
                Err(halt) => halt,
            }
        }
        Ok(command) => {
            let of = (&edition, &letter, uses.as_ref());
            match read_back(&house, (&page, &viewer), of, &form, &command).await {
                Ok(read) => return html(&read),
                Err(halt) => halt,
            }
        }
        Err(halt) => halt,
    };
    form.keep_refusals(&page, halt)?;
    html(&RecallPage::load(&mut house.read().await?, page, &viewer, (&edition, letter, uses.as_ref()), form).await?)
}

/// The recall that the form asks for.
async fn command(
    db: &mut Conn,
    house: &House,
    (edition, letter): (&Edition, &Document),
    form: &Form,
) -> Result<Recall, Halt> {
    let replaced_by = form.choice("replaced_by", |value| value.parse::<DocumentId>().ok())?;
    let instead = match replaced_by {
        Some(other) => document(db, other).await?.filter(|other| other.edition == edition.id),
        None => None,
    };
    let reason = form.raw("reason").to_owned();
    let mail = form.checked("mail", "co").then(|| mail(house, edition, (letter, instead.as_ref()), &reason));
    Ok(Recall { document: letter.id, reason, replaced_by, mail })
}

/// A recall read back before it reaches thirteen units.
#[derive(Template)]
#[template(path = "campaign/recall_read.html")]
struct ReadRecall {
    page: Page,
    sheet: RecallPage,
    /// How many reports are asked no longer.
    open_reports: usize,
    reason: String,
    /// The letter in its place.
    instead: Option<Document>,
    /// Whether the contacts are written.
    tells: bool,
    /// Everything that was typed, for the buttons.
    kept: Vec<(String, String)>,
}

async fn read_back(
    house: &House,
    (page, viewer): (&Page, &Viewer),
    (edition, letter, uses): (&Edition, &Document, &dyn KnownUses),
    form: &Form,
    command: &Recall,
) -> Result<ReadRecall, Halt> {
    let mut db = house.read().await?;
    let reason = recalled_lawfully(&mut db, letter, command).await?;
    let instead = match command.replaced_by {
        Some(other) => document(&mut db, other).await?,
        None => None,
    };
    let reports = reports_of_letter(&mut db, letter.id).await?;
    let sheet = RecallPage::load(&mut db, page.clone(), viewer, (edition, letter.clone(), uses), form.clone()).await?;
    let kept = ["reason", "replaced_by", "mail"].map(|field| (field.to_owned(), form.raw(field).to_owned()));
    Ok(ReadRecall {
        open_reports: reports.iter().filter(|line| line.request.is_open() || line.to_correct().is_some()).count(),
        reason,
        instead,
        tells: command.mail.is_some(),
        kept: kept.into(),
        page: sheet.page.clone(),
        sheet,
    })
}

/// The office's own words, with what stands in the letter's place where something does.
fn mail(house: &House, edition: &Edition, (letter, instead): (&Document, Option<&Document>), why: &str) -> MailWords {
    let instead = instead.map(|other| {
        let facts = [("number", named(other)), ("subject", other.content.subject.clone())];
        house.catalogue.text(Lang::Vi, "campaign-recall-mail-instead", &facts)
    });
    let facts = [
        ("number", named(letter)),
        ("subject", letter.content.subject.clone()),
        ("issuer", letter.content.issuer.clone()),
        ("reason", why.trim().to_owned()),
        ("instead", instead.unwrap_or_default()),
        ("edition", edition.title()),
    ];
    told(house, ("campaign-recall-mail-subject", "campaign-recall-mail"), &facts, ("/don-vi/cong-viec", ""))
}
