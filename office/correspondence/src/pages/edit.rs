//! The form of a document's words, and a draft that is changed.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::correspondence::{SigningCapacity, Urgency};
use hoithi_rules::edition::roman;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_rules::text::one_line;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash, redirect_with_told_flash};
use jiff::civil::Date;

use super::fields::{self, FIELDS, FREE_KIND, all_or_none};
use super::reading::Reading;
use super::ways::{UnderRegister, cited_short};
use crate::bodies::{Letterhead, on_day};
use crate::document::DocumentCard;
use crate::endings::ended_word;
use crate::folder::{Folder, document_in, of_the_agency};
use crate::operations::{Revision, revise};
use crate::store;

#[derive(Template)]
#[template(path = "correspondence/edit.html")]
pub(super) struct EditPage {
    page: Page,
    form: Form,
    received: bool,
    action: String,
    kinds: Vec<(String, String)>,
    capacities: Vec<(String, String)>,
    bases: Vec<(String, String)>,
    urgencies: Vec<(String, String)>,
    /// The fields of each annex that is shown, and whether there is room for another.
    annexes: Vec<AnnexFields>,
    more_annexes: bool,
    /// For whom, and by whom to be signed, it could be drafted instead; the chosen one without its address.
    pub(super) offers: Vec<(String, String)>,
    /// Where a new draft can begin with a template's words instead; empty for the other forms.
    templates: String,
    /// What bears the number that was refused, and where it is read.
    pub(super) taken: Option<(String, String)>,
    /// Number and day of what came signed, read back before they are recorded.
    pub(super) reading: Option<Reading>,
}

impl EditPage {
    pub(super) async fn load(db: &mut Conn, page: Page, form: Form, folder: &Folder, asks: Asks) -> Result<Self, Halt> {
        let bases = bases(db, &page, folder).await?;
        let mut kinds = fields::kinds();
        kinds.push((FREE_KIND.to_owned(), page.t("correspondence-kind-free")));
        let capacities = SigningCapacity::ALL
            .iter()
            .map(|capacity| (capacity.code().to_owned(), page.tcode("correspondence-capacity-", capacity.code())))
            .collect();
        let page = match asks {
            Asks::Draft => page.titled("correspondence-new-draft"),
            Asks::Received => page.titled("correspondence-receive"),
            Asks::Change(_) => page.titled("correspondence-change-draft"),
        };
        let action = match asks {
            Asks::Draft => format!("{}/moi", folder.address()),
            Asks::Received => format!("{}/vao-so", folder.address()),
            Asks::Change(id) => format!("{}/{id}/sua", folder.address()),
        };
        let urgencies = Urgency::ALL.iter().map(|each| (each.code().to_owned(), each.stamp().to_owned())).collect();
        let annexes = AnnexFields::of(&page, &form);
        Ok(Self {
            page: page.under_register(folder),
            received: asks == Asks::Received,
            more_annexes: annexes.len() < fields::ANNEXES.len(),
            annexes,
            urgencies,
            form,
            action,
            kinds,
            capacities,
            bases,
            templates: if asks == Asks::Draft { format!("{}/mau", folder.address()) } else { String::new() },
            offers: Vec::new(),
            taken: None,
            reading: None,
        })
    }
}

/// The names and words of an annex's two fields.
struct AnnexFields {
    title: &'static str,
    title_label: String,
    text: &'static str,
    text_label: String,
}

impl AnnexFields {
    /// One annex is *Phụ lục*; several are counted in roman numbers, as on paper.
    fn of(page: &Page, form: &Form) -> Vec<Self> {
        let shown = fields::annexes_shown(form);
        let number = |place: u16| if shown > 1 { format!(" {}", roman(place)) } else { String::new() };
        let one = |((title, text), place): ((&'static str, &'static str), u16)| Self {
            title,
            title_label: page.t1("correspondence-annex-title", "number", number(place)),
            text,
            text_label: page.t1("correspondence-annex", "number", number(place)),
        };
        fields::ANNEXES.into_iter().zip(1..).take(shown).map(one).collect()
    }
}

/// What a document may rest on: signed, and of the agency's register, this edition's first. What was replaced or
/// withdrawn says so and comes last: a paper may still speak of it, and rarely rests on it.
async fn bases(db: &mut Conn, page: &Page, folder: &Folder) -> Result<Vec<(String, String)>, Halt> {
    let mut cards = Vec::new();
    for each in of_the_agency(db, folder).await? {
        let signed = store::documents_of(db, each.edition).await?.into_iter().rev();
        cards.extend(signed.filter(|card| card.signed.is_some()));
    }
    cards.sort_by_key(|card| card.ended.is_some());
    let option = |card: &DocumentCard| {
        let label = match ended_word(page, card) {
            Some(word) => format!("{} ({})", named(card), word.to_lowercase()),
            None => named(card),
        };
        (card.id.to_string(), label)
    };
    Ok(cards.iter().map(option).collect())
}

/// `Quyết định số 85/QĐ-BTC ngày 27/7/2020 – Ban hành Thể lệ`
pub(super) fn named(card: &DocumentCard) -> String {
    format!("{} – {}", cited_short(card), card.subject)
}

/// Which of the three forms.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Asks {
    Draft,
    Received,
    Change(DocumentId),
}

/// What holds today of the body whose name stands on the form.
pub(super) async fn body_of(house: &House, form: &Form, today: Date) -> Result<Option<Letterhead>, Halt> {
    let found = on_day(&mut house.read().await?, &one_line(form.value("issuer")), today).await?;
    Ok(found.map(|(_, letterhead)| letterhead))
}

pub(super) async fn show_draft(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (folder, document) = document_in(&mut db, &viewer, (&slug, id), Permission::DocumentRegister).await?;
    if document.signed().is_some() {
        return Err(Halt::not_found());
    }
    let bases: Vec<_> = store::bases_of(&mut db, id).await?.iter().map(|basis| basis.id).collect();
    let form = fields::filled(&document, &bases);
    html(&EditPage::load(&mut db, page, form, &folder, Asks::Change(id)).await?)
}

pub(super) async fn save_draft(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&[&FIELDS[..], &["version"]].concat())?;
    let mut db = house.read().await?;
    let (folder, _) = document_in(&mut db, &viewer, (&slug, id), Permission::DocumentRegister).await?;
    if form.value("step") == fields::MORE {
        return html(&EditPage::load(&mut db, page, form, &folder, Asks::Change(id)).await?);
    }
    drop(db);
    let body = body_of(&house, &form, viewer.today).await?;
    let revision = revision(id, &form, body.as_ref());
    let symbol = revision.as_ref().ok().and_then(|revision| fields::filled_symbol(&form, &revision.content));
    let revised = match revision {
        Ok(revision) => house.acts.perform(viewer.actor(), move |act| Box::pin(revise(act, revision.clone()))).await,
        Err(halt) => Err(halt),
    };
    match revised {
        Ok(()) => {
            let here = format!("{}/{id}", folder.address());
            Ok(match symbol {
                Some(symbol) => {
                    let facts = [("symbol", symbol)];
                    redirect_with_told_flash(&house.site, &here, "correspondence-changed-symbol", &facts)
                }
                None => redirect_with_flash(&house.site, &here, "correspondence-changed"),
            })
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&EditPage::load(&mut house.read().await?, page, form, &folder, Asks::Change(id)).await?)
        }
    }
}

fn revision(id: DocumentId, form: &Form, body: Option<&Letterhead>) -> Result<Revision, Halt> {
    let mut no = Refusals::new();
    let content = fields::content(form, true, body, &mut no);
    let bases = fields::bases(form, &mut no);
    let version = form.value("version").parse().unwrap_or(0);
    all_or_none(no, content.map(|content| Revision { document: id, version, content, bases }))
}
