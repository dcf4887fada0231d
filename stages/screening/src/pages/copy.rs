//! The copy of one entry: what judges would read of it, what in that points at the authors, and its
//! release.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_documents::{Sha256Hex, VideoKind};
use hoithi_edition::Edition;
use hoithi_entries::{KeptBack, KeptEntry, Standing, dossier, megabytes, pdf_response, played, secret_address};
use hoithi_journal::Halt;
use hoithi_people::{Viewer, account};
use hoithi_rules::edition::PartCode;
use hoithi_rules::ids::EntryId;
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_told_flash};

use super::copies::{lines, next_waiting};
use super::queue::edition_for;
use crate::conflicts::conflict_of;
use crate::copies::{
    Cover, Covered, PartTold, Pointing, Read, Release, Released, can_be_released, copy_of, cover, covered_of,
    dossier_of, judged_blind, paint, prepare, release, released, shown, still_covers, take_back, told_of, uncover,
    video_copy_of,
};

#[derive(Template)]
#[template(path = "screening/copy.html")]
struct CopyPage {
    page: Page,
    form: Form,
    slug: String,
    kept: KeptEntry,
    told: Pointing,
    /// What stands released, and by whom.
    released: Option<(Released, String)>,
    /// Although it stands released, the dossier is another one by now, or the rules show judges more.
    outdated: bool,
    /// Whether it may be released now.
    open: bool,
    /// What keeps whoever looks from releasing it.
    conflict: Option<String>,
    /// What somebody covered.
    covered: BTreeMap<(String, Sha256Hex), Covered>,
    /// What is kept secret in it and not open to whoever looks.
    kept_back: KeptBack,
}

/// An entry of this edition that was received, in a contest that is judged without names.
async fn received(db: &mut Conn, viewer: &Viewer, (slug, id): (&str, EntryId)) -> Result<(Edition, KeptEntry), Halt> {
    let edition = edition_for(db, viewer, slug).await?;
    let kept = dossier(db, id).await?.filter(|kept| kept.entry.edition == edition.id);
    let kept = kept.filter(|kept| kept.receipt().is_some()).ok_or_else(Halt::not_found)?;
    if judged_blind(&edition.book) { Ok((edition, kept)) } else { Err(Halt::not_found()) }
}

impl CopyPage {
    async fn load(
        house: &House,
        viewer: &Viewer,
        page: Page,
        place: (&str, EntryId),
        form: Form,
    ) -> Result<Self, Halt> {
        let (edition, kept) = received(&mut house.read().await?, viewer, place).await?;
        let told = told_of(house, &kept, &edition.book).await?;
        let mut db = house.read().await?;
        let released = released(&mut db, kept.id()).await?;
        let (mut by, mut outdated) = (String::new(), false);
        if let Some(released) = &released {
            by = account(&mut db, released.by).await?.map(|account| account.name.to_string()).unwrap_or_default();
            outdated = released.dossier != dossier_of(&kept) || !still_covers(&mut db, released, &edition.book).await?;
        }
        let by_whom = (viewer.signed_in()?.id, viewer.grants.as_slice());
        let conflict = conflict_of(&mut db, by_whom, &kept, &edition).await?;
        let covered = covered_of(&mut db, kept.id()).await?;
        let kept_back = KeptBack::of(&mut db, viewer, &kept, &edition).await?;
        let slug = place.0.to_owned();
        let list = page.t("screening-copies");
        Ok(Self {
            conflict: conflict.map(|conflict| page.refusal(&hoithi_people::refused(&conflict))),
            page: page.under(list, format!("/ky/{slug}/ban-cham")).named(kept.title()),
            form,
            released: released.map(|released| (released, by)),
            outdated,
            covered,
            kept_back,
            open: can_be_released(&kept),
            told,
            kept,
            slug,
        })
    }

    /// Where whoever looks opens a part that is kept secret and that its judges are to read.
    fn secret(&self, told: &PartTold) -> Option<String> {
        let held = self.kept_back.holds(&told.part.part);
        held.then(|| secret_address(self.kept.id(), &told.part.part))
    }

    /// Whether everything that its judges are to read is open to whoever looks.
    fn is_all_open(&self) -> bool {
        self.told.parts.iter().all(|told| !self.kept_back.holds(&told.part.part))
    }

    fn number(&self) -> String {
        self.kept.number().map(ToString::to_string).unwrap_or_default()
    }

    /// Whether it waits for somebody to release it.
    fn waits(&self) -> bool {
        self.released.is_none() || self.outdated
    }

    /// Whether what was found can be covered, or uncovered, now.
    fn can_cover(&self) -> bool {
        self.open && self.conflict.is_none() && self.released.is_none()
    }

    /// How many places of a part are covered, in words.
    fn is_covered(&self, told: &PartTold) -> Option<String> {
        let covered = self.covered.get(&(told.part.part.to_string(), told.part.given.clone()))?;
        Some(self.page.t1("screening-copy-covered", "count", covered.places))
    }

    /// Whether its authors can still be asked for another one.
    fn can_be_asked(&self) -> bool {
        self.told.points() && self.kept.standing == Standing::Submitted
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "a template hands out what it has by reference")]
    fn size(&self, bytes: &u64) -> String {
        self.page.t1("screening-copy-open", "size", megabytes(*bytes))
    }

    /// How far the program read a part, in words.
    fn read(&self, read: &Read) -> (String, &'static str) {
        match read {
            Read::Whole => (self.page.t("screening-copy-read"), "done"),
            Read::But(pages) => (self.page.t1("screening-copy-read-but", "pages", pages), "warn"),
            Read::Nothing => (self.page.t("screening-copy-silent"), "warn"),
            Read::Not => (self.page.t("screening-copy-unread"), "warn"),
            Read::Watched => (self.page.t("screening-copy-watched"), "warn"),
        }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, EntryId)>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    html(&CopyPage::load(&house, &viewer, page, (&slug, id), Form::new()).await?)
}

/// A file as judges would get it.
pub(super) async fn file(
    State(house): State<House>,
    Path((slug, id, part)): Path<(String, EntryId, String)>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let code = PartCode::parse(&part).ok_or_else(Halt::not_found)?;
    let mut db = house.read().await?;
    let (edition, kept) = received(&mut db, &viewer, (&slug, id)).await?;
    KeptBack::of(&mut db, &viewer, &kept, &edition).await?.refuse(&code)?;
    drop(db);
    let parts = shown(&kept, &edition.book)?;
    let part = parts.into_iter().find(|part| part.part == code && part.text.is_none());
    let part = part.ok_or_else(Halt::not_found)?;
    let given = part.given;
    house.refuse_put_apart(&given)?;
    if part.video {
        let copy = video_copy_of(&house, &given).await?;
        let english = "no copy without notes can be made of this video";
        let copy = copy.ok_or_else(|| Halt::refused("screening.video_unmade", None, english))?;
        return Ok(played(VideoKind::Mp4, &format!("ban-cham-{code}"), copy));
    }
    let mut covered = covered_of(&mut house.read().await?, id).await?;
    let bytes = match covered.remove(&(code.to_string(), given.clone())) {
        Some(covered) => house.kept_file(covered.copy).await?,
        None => copy_of(&house, given).await?,
    };
    Ok(pdf_response(&format!("ban-cham-{code}"), bytes, false))
}

pub(super) async fn send(
    State(house): State<House>,
    Path((slug, id)): Path<(String, EntryId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&["version", "though_told"])?;
    let mut db = house.read().await?;
    let (edition, kept) = received(&mut db, &viewer, (&slug, id)).await?;
    let kept_back = KeptBack::of(&mut db, &viewer, &kept, &edition).await?;
    drop(db);
    told_of(&house, &kept, &edition.book).await?;
    let unread = shown(&kept, &edition.book)?.iter().any(|part| kept_back.holds(&part.part));
    let prepared = if unread {
        let english = "a part that judges read is kept secret and was not opened by whoever releases it";
        Err(Halt::refused("screening.copy_not_opened", None, english))
    } else {
        prepare(&house, &kept, &edition.book).await
    };
    let done = match prepared {
        Ok(copies) => {
            let seen = form.value("version").parse().unwrap_or(0);
            let command = Release { entry: id, seen, copies, though_told: form.checked("though_told", "co") };
            house.acts.perform(viewer.actor(), move |act| Box::pin(release(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(()) => {
            let all = lines(&mut house.read().await?, &edition).await?;
            let to = match next_waiting(&all, id) {
                Some(next) => format!("/ky/{slug}/ban-cham/{next}"),
                None => format!("/ky/{slug}/ban-cham"),
            };
            let number = kept.number().map(ToString::to_string).unwrap_or_default();
            Ok(redirect_with_told_flash(&house.site, &to, "screening-copy-released-flash", &[("number", number)]))
        }
        Err(halt) => refused(&house, &viewer, page, ((&slug, id), form), halt).await,
    }
}

pub(super) async fn take_it_back(
    State(house): State<House>,
    Path((slug, id)): Path<(String, EntryId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let (_, kept) = received(&mut house.read().await?, &viewer, (&slug, id)).await?;
    match house.acts.perform(viewer.actor(), move |act| Box::pin(take_back(act, id))).await {
        Ok(()) => Ok(told_here(&house, &slug, &kept, "screening-copy-taken-back")),
        Err(halt) => refused(&house, &viewer, page, ((&slug, id), posted.form), halt).await,
    }
}

/// Paints over what was found in a part.
pub(super) async fn cover_it(
    State(house): State<House>,
    Path((slug, id, part)): Path<(String, EntryId, String)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let code = PartCode::parse(&part).ok_or_else(Halt::not_found)?;
    let (edition, kept) = received(&mut house.read().await?, &viewer, (&slug, id)).await?;
    let told = told_of(&house, &kept, &edition.book).await?;
    let told = told.parts.into_iter().find(|each| each.part.part == code).ok_or_else(Halt::not_found)?;
    let done = match paint(&house, &kept, &told).await {
        Ok(covered) => {
            let command = Cover { entry: id, part: code, given: told.part.given, covered };
            house.acts.perform(viewer.actor(), move |act| Box::pin(cover(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(()) => Ok(told_here(&house, &slug, &kept, "screening-copy-covered-flash")),
        Err(halt) => refused(&house, &viewer, page, ((&slug, id), posted.form), halt).await,
    }
}

/// Shows a part to judges again as it was given.
pub(super) async fn uncover_it(
    State(house): State<House>,
    Path((slug, id, part)): Path<(String, EntryId, String)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let code = PartCode::parse(&part).ok_or_else(Halt::not_found)?;
    let (_, kept) = received(&mut house.read().await?, &viewer, (&slug, id)).await?;
    let done = house.acts.perform(viewer.actor(), move |act| Box::pin(uncover(act, (id, code.clone())))).await;
    match done {
        Ok(()) => Ok(told_here(&house, &slug, &kept, "screening-copy-uncovered-flash")),
        Err(halt) => refused(&house, &viewer, page, ((&slug, id), posted.form), halt).await,
    }
}

/// What was done is told on the page of the copy.
fn told_here(house: &House, slug: &str, kept: &KeptEntry, key: &'static str) -> Response {
    let number = kept.number().map(ToString::to_string).unwrap_or_default();
    let to = format!("/ky/{slug}/ban-cham/{}", kept.id());
    redirect_with_told_flash(&house.site, &to, key, &[("number", number)])
}

async fn refused(
    house: &House,
    viewer: &Viewer,
    page: Page,
    (place, mut form): ((&str, EntryId), Form),
    halt: Halt,
) -> Result<Response, Halt> {
    form.keep_refusals(&page, halt)?;
    html(&CopyPage::load(house, viewer, page, place, form).await?)
}
