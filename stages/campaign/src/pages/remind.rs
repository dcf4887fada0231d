//! *Đôn đốc*: who has not confirmed or not reported, whom to call, and one letter to the others.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::Document;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Lang, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::letter_for;
use super::send::UnderKey;
use crate::contacts::Reached;
use crate::letter::{MailWords, named};
use crate::operations::{Remind, remind as write_to_them};
use crate::refusal::CampaignRefusal;
use crate::reminder::{About, Silent, silent};
use crate::standings::letter_standings;
use crate::store;

#[derive(Template)]
#[template(path = "campaign/remind.html")]
struct RemindPage {
    page: Page,
    form: Form,
    slug: String,
    document: Document,
    lists: Vec<List>,
    today: Date,
    may_write: bool,
}

/// Who has not answered, of one thing.
struct List {
    about: About,
    due: Option<Date>,
    units: Vec<Silent>,
}

impl List {
    fn can_be_written(&self, today: Date) -> bool {
        self.units.iter().any(|each| each.can_be_written(today))
    }

    /// Why no letter goes out now: all were written today, or nobody can be.
    fn why_not(&self, today: Date) -> &'static str {
        if self.units.iter().any(|each| each.was_written(today)) {
            "campaign-written-today"
        } else {
            "campaign-nobody-to-write"
        }
    }
}

impl RemindPage {
    async fn load(
        db: &mut Conn,
        page: Page,
        viewer: &Viewer,
        (edition, document): (&Edition, Document),
        form: Form,
    ) -> Result<Self, Halt> {
        let standings = letter_standings(db, edition.id).await?;
        let standing = standings.iter().find(|each| each.card.id == document.id).ok_or_else(Halt::not_found)?;
        let mut lists = Vec::new();
        for about in About::ALL {
            let due = standing.report_due.filter(|_| about == About::Report);
            lists.push(List { about, due, units: silent(db, document.id, about, viewer.today).await? });
        }
        let tasks = store::tasks_of(db, edition.id).await?.iter().any(|task| task.letter == document.id);
        lists.retain(|list| match list.about {
            About::Confirmation => true,
            About::Tasks => tasks,
            About::Report => standing.reports > 0,
        });
        let board = format!("/ky/{}/tien-do?letter={}", edition.slug, document.id);
        Ok(Self {
            page: page.titled("campaign-remind").under_key("campaign-board", &board),
            form,
            slug: edition.slug.to_string(),
            document,
            lists,
            today: viewer.today,
            may_write: viewer.may(Permission::LetterSend, edition.place()),
        })
    }

    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn email<'a>(&self, contact: &'a Reached) -> &'a str {
        &contact.contact.email
    }

    fn reminded(&self, each: &Silent) -> String {
        each.reminded_at.map(|at| self.page.t1("campaign-reminded-at", "at", self.page.instant(at))).unwrap_or_default()
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (edition, document) = letter_for(&mut db, &viewer, &slug, id, Permission::CampaignView).await?;
    html(&RemindPage::load(&mut db, page, &viewer, (&edition, document), Form::new()).await?)
}

pub(super) async fn remind(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["about"])?;
    let mut db = house.read().await?;
    let (edition, document) = letter_for(&mut db, &viewer, &slug, id, Permission::LetterSend).await?;
    drop(db);
    let about = About::from_code(form.value("about")).ok_or(CampaignRefusal::NothingOpen).or_refuse();
    let written = match about {
        Ok(about) => {
            let command = Remind { document: id, about, mail: words(&house, &edition, &document, about) };
            house.acts.perform(viewer.actor(), move |act| Box::pin(write_to_them(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match written {
        Ok(_) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/don-doc/{id}"), "campaign-reminded-now")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            let mut db = house.read().await?;
            html(&RemindPage::load(&mut db, page, &viewer, (&edition, document), form).await?)
        }
    }
}

/// The mail is the office's, so it is Vietnamese whoever sends it.
fn words(house: &House, edition: &Edition, document: &Document, about: About) -> MailWords {
    let facts = [
        ("number", named(document)),
        ("subject", document.content.subject.clone()),
        ("edition", edition.title()),
        ("issuer", document.content.issuer.clone()),
        ("link", format!("{}/don-vi/cong-viec", house.site.public_url)),
    ];
    let personal = super::send::personal(house, &facts);
    let [subject, body] = match about {
        About::Confirmation => ["campaign-remind-confirmation-subject", "campaign-remind-confirmation-body"],
        About::Tasks => ["campaign-remind-tasks-subject", "campaign-remind-tasks-body"],
        About::Report => ["campaign-remind-report-subject", "campaign-remind-report-body"],
    };
    let text = |key| house.catalogue.text(Lang::Vi, key, &facts);
    let personal = house.catalogue.text(Lang::Vi, body, &personal);
    MailWords { subject: text(subject), body: text(body), personal: Some(personal) }
}
