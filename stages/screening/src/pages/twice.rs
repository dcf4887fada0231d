//! Two entries that may be one solution: which stays, why, and the way back.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_entries::{CloseInto, KeptEntry, TakeApart, dossier, entry, keep_titles_up, merges_of};
use hoithi_journal::Halt;
use hoithi_originality::likes_of;
use hoithi_people::{Refusals, Viewer, refused};
use hoithi_rules::ids::EntryId;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::queue::edition_for;
use crate::alike::alike;
use crate::conflicts::conflict_of;
use crate::twice::{Twin, merge_entries, part_entries, twins};

/// An entry that was closed into this one, or into which this one was closed.
struct Other {
    number: String,
    title: String,
    reason: String,
    at: String,
    href: String,
}

#[derive(Template)]
#[template(path = "screening/twice.html")]
struct TwicePage {
    page: Page,
    form: Form,
    here: String,
    edition: Edition,
    kept: KeptEntry,
    twins: Vec<Twin>,
    /// The entry into which this one was closed.
    into: Option<Other>,
    /// Those that were closed into this one.
    taken_in: Vec<Other>,
    /// What keeps whoever looks from deciding.
    conflict: Option<String>,
}

impl TwicePage {
    async fn load(house: &House, viewer: &Viewer, page: Page, slug: &str, id: EntryId) -> Result<Self, Halt> {
        keep_titles_up(house).await?;
        let mut db = house.read().await?;
        let edition = edition_for(&mut db, viewer, slug).await?;
        let kept = dossier(&mut db, id).await?.filter(|kept| kept.entry.edition == edition.id);
        let kept = kept.filter(|kept| kept.receipt().is_some()).ok_or_else(Halt::not_found)?;
        let likes = likes_of(&mut db, viewer, edition.id, &[id]).await?;
        let likes = likes.get(&id).map(Vec::as_slice).unwrap_or_default();
        let alike = alike(&mut db, viewer, &edition, &kept).await?;
        let by = (viewer.signed_in()?.id, viewer.grants.as_slice());
        let conflict = conflict_of(&mut db, by, &kept, &edition).await?;
        let (into, taken_in) = others(&mut db, &page, &edition, id).await?;
        let (queue, desk) = (page.t("screening-queue"), format!("/ky/{slug}/kiem-tra/{id}"));
        Ok(Self {
            twins: twins(&mut db, &kept, &alike, likes).await?,
            conflict: conflict.map(|conflict| page.refusal(&refused(&conflict))),
            page: page
                .under(queue, format!("/ky/{slug}/kiem-tra"))
                .under(kept.title(), desk.clone())
                .titled("screening-merge"),
            form: Form::new(),
            here: desk,
            edition,
            kept,
            into,
            taken_in,
        })
    }

    fn number(&self) -> String {
        self.kept.number().map(ToString::to_string).unwrap_or_default()
    }

    /// The entries to choose from: number, title, unit.
    fn choices(&self) -> Vec<(String, String)> {
        let choice = |twin: &Twin| {
            let number = twin.card.number.as_ref().map(ToString::to_string).unwrap_or_default();
            (twin.card.id.to_string(), format!("{number} · {} · {}", twin.card.title, twin.card.unit_name))
        };
        self.twins.iter().map(choice).collect()
    }

    /// Which of the two goes on.
    fn which(&self) -> Vec<(String, String)> {
        let this = self.page.t1("screening-merge-this", "number", self.number());
        vec![("this".to_owned(), this), ("other".to_owned(), self.page.t("screening-merge-other-stays"))]
    }
}

/// The entry into which this one was closed, and those that were closed into it.
async fn others(
    db: &mut Conn,
    page: &Page,
    edition: &Edition,
    id: EntryId,
) -> Result<(Option<Other>, Vec<Other>), Halt> {
    let (mut into, mut taken_in) = (None, Vec::new());
    for merge in merges_of(db, id).await? {
        let other = if merge.closed == id { merge.stays } else { merge.closed };
        let card = entry(db, other).await?.ok_or_else(Halt::not_found)?;
        let told = Other {
            number: card.number.as_ref().map(ToString::to_string).unwrap_or_default(),
            title: card.title,
            reason: merge.reason,
            at: page.instant(merge.at),
            href: format!("/ky/{}/kiem-tra/{other}/gop", edition.slug),
        };
        if merge.closed == id {
            into = Some(told);
        } else {
            taken_in.push(told);
        }
    }
    Ok((into, taken_in))
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, EntryId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&TwicePage::load(&house, &viewer, page, &slug, id).await?)
}

pub(super) async fn merge(
    State(house): State<House>,
    Path((slug, id)): Path<(String, EntryId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["other", "stays", "reason"])?;
    let mut twice = TwicePage::load(&house, &viewer, page, &slug, id).await?;
    let done = match command_of(&form, &twice) {
        Ok(command) => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(merge_entries(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("{}/gop", twice.here), "screening-merged-now")),
        Err(halt) => {
            form.keep_refusals(&twice.page, halt)?;
            twice.form = form;
            html(&twice)
        }
    }
}

fn command_of(form: &Form, twice: &TwicePage) -> Result<CloseInto, Halt> {
    let mut no = Refusals::new();
    let this = twice.kept.id();
    let other = twice.twins.iter().map(|twin| twin.card.id).find(|twin| form.value("other") == twin.to_string());
    if other.is_none() {
        no.add("screening.twin_missing", "other", "choose the other entry");
    }
    let stays = match (form.value("stays"), other) {
        ("this", _) => Some(this),
        ("other", other) => other,
        _ => {
            no.add("screening.stays_missing", "stays", "say which entry stays");
            None
        }
    };
    let (Some(other), Some(stays)) = (other, stays) else { return Err(no.halt()) };
    let closed = if stays == this { other } else { this };
    Ok(CloseInto { closed, stays, reason: form.value("reason").to_owned() })
}

pub(super) async fn part(
    State(house): State<House>,
    Path((slug, id)): Path<(String, EntryId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["reason"])?;
    let mut twice = TwicePage::load(&house, &viewer, page, &slug, id).await?;
    let command = TakeApart { closed: id, reason: form.value("reason").to_owned() };
    let done = house.acts.perform(viewer.actor(), move |act| Box::pin(part_entries(act, command.clone()))).await;
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &twice.here, "screening-parted-now")),
        Err(halt) => {
            form.keep_refusals(&twice.page, halt)?;
            twice.form = form;
            html(&twice)
        }
    }
}
