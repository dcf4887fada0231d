//! Putting the result on the portal: what stands in the way, what becomes public, who is written,
//! and the one button.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_awards::AwardLine;
use hoithi_correspondence::number_and_day;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::edition::StageKind;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::{dressed, in_hand};
use crate::operations::{Announce, announce};
use crate::shown::judged;
use crate::{mail, store};

#[derive(Template)]
#[template(path = "publication/announcement.html")]
struct AnnouncementPage {
    page: Page,
    form: Form,
    slug: String,
    prizes: usize,
    certificates: usize,
    named: usize,
    announced: Option<String>,
    /// What is read back before the result is everybody's.
    effect: Effect,
    /// The plan's day and today, where today comes before it.
    early: Option<(String, String)>,
}

/// What the announcement does.
struct Effect {
    decision: String,
    solutions: usize,
    to_authors: usize,
    to_units: usize,
    /// How many titles are kept back for a contest above.
    kept_back: usize,
}

impl AnnouncementPage {
    async fn load(house: &House, viewer: &Viewer, page: Page, slug: String, form: Form) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let edition = in_hand(&mut db, viewer, &slug, Permission::AnnouncementPublish).await?;
        let awards = hoithi_awards::awards(&mut db, edition.id).await?;
        let certificates = store::held(&mut db, edition.id).await?.len();
        Ok(Self {
            announced: edition.state.announced_at().map(|at| page.instant(at)),
            effect: effect(&mut db, &edition, &awards, viewer.today).await?,
            early: planned(&edition)
                .filter(|day| viewer.today < *day)
                .map(|day| (page.day(day), page.day(viewer.today))),
            page: dressed(page, &edition, "publication-announcement"),
            form,
            slug,
            prizes: awards.len(),
            named: awards.iter().map(|award| award.authors.len()).sum(),
            certificates,
        })
    }

    /// Nothing is said of what is done.
    fn certificates_hint(&self) -> String {
        match self.certificates_tone() {
            "done" => String::new(),
            _ => self.page.t("publication-task-certificates-hint"),
        }
    }

    fn certificates_tone(&self) -> &'static str {
        if self.named > 0 && self.certificates >= self.named { "done" } else { "todo" }
    }
}

async fn effect(db: &mut Conn, edition: &Edition, awards: &[AwardLine], today: Date) -> Result<Effect, Halt> {
    let decision = match hoithi_awards::decision(db, edition.id).await? {
        Some(decided) => hoithi_correspondence::document(db, decided.document).await?,
        None => None,
    };
    let signed = decision.as_ref().and_then(|document| document.signed());
    let letters = mail::letters(db, edition, "", awards, today).await?;
    Ok(Effect {
        decision: signed.map(|(number, date)| number_and_day(number, date)).unwrap_or_default(),
        solutions: judged(db, edition).await?.len(),
        to_authors: letters.to_authors.len(),
        to_units: letters.to_units.len(),
        kept_back: hoithi_entries::judged_blind_above(db, edition).await?.len(),
    })
}

/// The day on which the plan has the result announced.
fn planned(edition: &Edition) -> Option<Date> {
    edition.book.calendar().stage(StageKind::Announcement).map(|stage| stage.from)
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&AnnouncementPage::load(&house, &viewer, page, slug, Form::new()).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["read"])?;
    let edition = in_hand(&mut house.read().await?, &viewer, &slug, Permission::AnnouncementPublish).await?.id;
    let command = Announce { edition, portal: house.site.public_url.clone() };
    let announced = if form.checked("read", "co") {
        house.acts.perform(viewer.actor(), move |act| Box::pin(announce(act, command.clone()))).await
    } else {
        Err(Halt::refused("publication.not_read_back", Some("read"), "confirm that what becomes public was read"))
    };
    match announced {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/ket-qua"), "publication-announced")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&AnnouncementPage::load(&house, &viewer, page, slug, form).await?)
        }
    }
}
