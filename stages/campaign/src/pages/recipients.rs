//! *Nơi nhận*: what became of a letter at each unit, with what an officer does about it.

mod link;
mod package;
mod package_sent;
mod proof;
mod recall;
mod slips;

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{Directory, Document, directory, document};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_units::Unit;
use hoithi_web::{Asked, Form, House, Page, Path, html};
use jiff::civil::Date;

use super::send::UnderKey;
use super::words;
use super::{letter_for, needs};
use crate::known::KnownReminders;
use crate::packages::{Packed, packages_of_letter};
use crate::recall::{Recalled, recall_of};
use crate::recipients::{Recipient, Told, recipients_told};

/// The pages of a letter's recipients.
pub(super) fn routes() -> hoithi_web::Routes {
    let (view, send) = (needs(Permission::CampaignView), needs(Permission::LetterSend));
    hoithi_web::Routes::new()
        .get("/ky/{slug}/noi-nhan/{document}", view, show)
        .get("/ky/{slug}/noi-nhan/{document}/bang-ke", view, proof::show)
        .post("/ky/{slug}/noi-nhan/{document}/bang-ke", view, proof::print)
        .post("/ky/{slug}/noi-nhan/{document}/phieu", send, slips::print)
        .post("/ky/{slug}/noi-nhan/{document}/goi", send, package::make)
        .get("/ky/{slug}/noi-nhan/{document}/goi/{package}", send, package::download)
        .get("/ky/{slug}/noi-nhan/{document}/gui-truc/{package}", send, package_sent::show)
        .post("/ky/{slug}/noi-nhan/{document}/gui-truc/{package}", send, package_sent::note)
        .get("/ky/{slug}/noi-nhan/{document}/thu-hoi", send, recall::show)
        .post("/ky/{slug}/noi-nhan/{document}/thu-hoi", send, recall::recall)
        .get("/ky/{slug}/noi-nhan/{document}/lien-ket/{sending}", send, link::show)
        .post("/ky/{slug}/noi-nhan/{document}/lien-ket/{sending}", send, link::act)
}

#[derive(Template)]
#[template(path = "campaign/recipients.html")]
struct RecipientsPage {
    page: Page,
    form: Form,
    slug: String,
    document: Document,
    rows: Vec<Recipient>,
    counts: Counts,
    coded: Coded,
    packages: Vec<Packed>,
    shows: Vec<(String, String)>,
    recalled: Option<Recalled>,
    /// The letter in its place.
    replacement: Option<Document>,
    may_send: bool,
    today: Date,
    place: String,
    previous: String,
    next: String,
}

/// So many units stand on one page.
const ON_A_PAGE: usize = 100;

/// How the letter stands at all units together.
#[derive(Default)]
struct Counts {
    units: usize,
    opened: usize,
    confirmed: usize,
    failed: usize,
    unreached: usize,
    /// Mails that told of it, and what became of them.
    mails: usize,
    gone: usize,
    waiting: usize,
    kept: usize,
    lost: usize,
}

impl Counts {
    fn of(rows: &[Recipient]) -> Self {
        let count = |is: &dyn Fn(&Recipient) -> bool| rows.iter().filter(|each| is(each)).count();
        let mails =
            |is: &dyn Fn(&Told) -> bool| rows.iter().flat_map(|each| &each.mails).filter(|mail| is(mail)).count();
        Self {
            mails: mails(&|_| true),
            gone: mails(&|mail| RecipientsPage::mail_tone(mail) == "done"),
            waiting: mails(&|mail| RecipientsPage::mail_tone(mail) == "doing"),
            kept: mails(&Told::stayed),
            lost: mails(&Told::failed),
            units: rows.len(),
            opened: count(&|each| each.sent.opened_at.is_some()),
            confirmed: count(&|each| each.sent.is_acknowledged()),
            failed: count(&|each| each.mails.iter().any(Told::failed)),
            unreached: count(&Recipient::is_unreached),
        }
    }
}

/// Which units stand in the exchange directory.
#[derive(Default)]
struct Coded {
    units: usize,
    /// Those of them that nothing else reaches.
    unreached: usize,
    /// The names of those without an identifier.
    without: Vec<String>,
}

impl Coded {
    fn of(rows: &[Recipient], bodies: &Directory) -> Self {
        let mut coded = Self::default();
        let units: Vec<&Unit> = rows.iter().map(|each| &each.unit).collect();
        for (each, body) in rows.iter().zip(bodies.of(&units)) {
            if body.is_none() {
                coded.without.push(told_apart(&each.unit, &units));
                continue;
            }
            coded.units += 1;
            coded.unreached += usize::from(each.is_unreached());
        }
        coded
    }
}

/// A unit by its name, with its code where another of them bears that name.
fn told_apart(unit: &Unit, all: &[&Unit]) -> String {
    let name = &unit.name;
    match &unit.code {
        Some(code) if all.iter().any(|other| other.id != unit.id && other.name == *name) => format!("{name} ({code})"),
        _ => name.clone(),
    }
}

const SHOWS: [&str; 4] = ["unconfirmed", "unopened", "failed", "unreached"];

impl RecipientsPage {
    fn confirmed(&self, each: &Recipient) -> String {
        let Some(said) = each.sent.sending.acknowledgement() else { return String::new() };
        let words = words::confirmed(&self.page, said);
        let position = each.origin.as_ref().map(|origin| origin.position.as_str()).filter(|text| !text.is_empty());
        position.map_or_else(|| words.clone(), |position| format!("{words} ({position})"))
    }

    fn mail_tone(mail: &Told) -> &'static str {
        match mail.state.as_str() {
            "sent" => "done",
            "kept" => "warn",
            "waiting" => "doing",
            "" => "neutral",
            _ => "stop",
        }
    }

    fn mail_word(&self, mail: &Told) -> String {
        match Self::mail_tone(mail) {
            "done" => self.page.t("campaign-mail-sent"),
            "doing" => self.page.t("campaign-mail-waiting"),
            "warn" => self.page.t("campaign-mail-kept"),
            "stop" => self.page.t("campaign-mail-failed"),
            _ => self.page.t("campaign-mail-forgotten"),
        }
    }

    /// That it goes there on paper, with a slip.
    fn slip(&self, each: &Recipient) -> Option<String> {
        let day = self.page.day(each.slip()?.to_zoned(self.page.zone()).date());
        Some(self.page.t1("campaign-way-slip", "day", day))
    }

    /// How far the mails are on their way.
    fn mails_say(&self) -> String {
        let Counts { mails, gone, waiting, lost, .. } = self.counts;
        let facts = [("all", mails), ("gone", gone), ("waiting", waiting), ("lost", lost)];
        self.page.tx("campaign-mails-progress", &facts.map(|(name, count)| (name, count.to_string())))
    }

    /// Whether the proof is longer than anybody waits for.
    fn proof_is_long(&self) -> bool {
        proof::is_long(self.counts.units)
    }

    fn here(&self) -> String {
        format!("/ky/{}/noi-nhan/{}", self.slug, self.document.id)
    }
}

fn is_shown(show: &str, each: &Recipient) -> bool {
    match show {
        "unconfirmed" => !each.sent.is_acknowledged(),
        "unopened" => each.sent.opened_at.is_none(),
        "failed" => each.mails.iter().any(Told::failed),
        "unreached" => each.is_unreached(),
        _ => true,
    }
}

/// The way to a letter's recipients, from the board.
fn under_board(page: Page, edition: &Edition, letter: &Document) -> Page {
    page.under_key("campaign-board", &format!("/ky/{}/tien-do?letter={}", edition.slug, letter.id))
}

async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    Extension(known): Extension<Arc<dyn KnownReminders>>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&["xem", "trang"])?;
    let xem = form.choice("xem", |show| SHOWS.into_iter().find(|each| *each == show))?.unwrap_or_default();
    let mut db = house.read().await?;
    let (edition, letter) = letter_for(&mut db, &viewer, &slug, id, Permission::CampaignView).await?;
    let all = recipients_told(&mut db, &letter, viewer.today, known.as_ref()).await?;
    let recalled = recall_of(&mut db, id).await?;
    let replacement = match recalled.as_ref().and_then(|recalled| recalled.replaced_by) {
        Some(other) => document(&mut db, other).await?,
        None => None,
    };
    let counts = Counts::of(&all);
    let coded = Coded::of(&all, &directory(&mut db, &letter).await?);
    let packages = packages_of_letter(&mut db, id).await?;
    let shown: Vec<Recipient> = all.into_iter().filter(|each| is_shown(xem, each)).collect();
    let (found, last) = (shown.len(), shown.len().div_ceil(ON_A_PAGE).max(1));
    let at: usize =
        form.choice("trang", |text| text.parse().ok().filter(|page| (1..=last).contains(page)))?.unwrap_or(1);
    let first = (at - 1) * ON_A_PAGE;
    let rows: Vec<Recipient> = shown.into_iter().skip(first).take(ON_A_PAGE).collect();
    let to =
        |page: usize| format!("?{}trang={page}", if xem.is_empty() { String::new() } else { format!("xem={xem}&") });
    let facts = [("first", first + 1), ("last", first + rows.len()), ("all", found)];
    html(&RecipientsPage {
        counts,
        coded,
        packages,
        place: page.tx("campaign-board-pages", &facts.map(|(name, figure)| (name, figure.to_string()))),
        previous: if at > 1 { to(at - 1) } else { String::new() },
        next: if at < last { to(at + 1) } else { String::new() },
        rows,
        shows: SHOWS.map(|show| (show.to_owned(), page.tcode("campaign-recipients-", show))).into(),
        may_send: viewer.may(Permission::LetterSend, edition.place()),
        page: under_board(page.titled("campaign-recipients"), &edition, &letter),
        form,
        slug,
        document: letter,
        recalled,
        replacement,
        today: viewer.today,
    })
}
