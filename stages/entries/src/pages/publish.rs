//! The admitted entries read back before they are published, and what stands published of them.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::edition::Listing;
use hoithi_rules::people::Permission;
use hoithi_rules::screening::PublishRefusal;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};

use crate::operations::{PublishAdmitted, mark, most_of, publish_admitted, take_back_admitted};
use crate::store::{self, Publication, ShownTitle};

#[derive(Template)]
#[template(path = "entries/publish.html")]
struct PublishPage {
    page: Page,
    form: Form,
    edition: Edition,
    /// What stands, and who published it.
    standing: Option<(Publication, String)>,
    titles: Vec<ShownTitle>,
    counts: Vec<(String, usize)>,
    mark: String,
    choices: Vec<(String, String)>,
}

impl PublishPage {
    async fn load(house: &House, viewer: &Viewer, page: Page, slug: &str) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let edition = edition_by_slug(&mut db, slug).await?.ok_or_else(Halt::not_found)?;
        viewer.allowed(Permission::ScreeningDecide, edition.place())?;
        let titles = store::admitted_now(&mut db, edition.id).await?;
        let most = most_of(&mut db, &edition).await?;
        let standing = match store::publication(&mut db, edition.id).await? {
            Some(publication) => {
                let by = hoithi_people::account(&mut db, publication.by).await?;
                Some((publication, by.map(|by| by.name.to_string()).unwrap_or_default()))
            }
            None => None,
        };
        let allowed = |how: &Listing| *how != Listing::Nothing && *how <= most;
        let choice = |how: Listing| (how.code().to_owned(), page.tcode("entries-publish-how-", how.code()));
        Ok(Self {
            choices: Listing::ALL.into_iter().filter(allowed).map(choice).collect(),
            counts: counts(&edition, &titles),
            mark: mark(&titles),
            page: page.titled("entries-publish"),
            form: Form::new(),
            edition,
            standing,
            titles,
        })
    }

    fn category(&self, title: &ShownTitle) -> &str {
        self.edition.book.rules().category(&title.category).map_or("", |category| category.name.as_str())
    }

    /// What stands, in one sentence.
    fn told(&self, standing: &(Publication, String)) -> String {
        let how = self.page.tcode("entries-publish-how-", standing.0.how.code());
        let facts = [("how", how), ("at", self.page.instant(standing.0.at)), ("by", standing.1.clone())];
        self.page.tx("entries-publish-stands", &facts)
    }
}

/// How many there are in each category of the book.
fn counts(edition: &Edition, titles: &[ShownTitle]) -> Vec<(String, usize)> {
    let many = |code: &str| titles.iter().filter(|each| each.category == code).count();
    let categories = edition.book.rules().categories.iter();
    let counted = categories.map(|category| (category.name.clone(), many(category.code.as_str())));
    counted.filter(|(_, many)| *many > 0).collect()
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    html(&PublishPage::load(&house, &viewer, page, &slug).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["step", "how", "seen", "because"])?;
    let sheet = PublishPage::load(&house, &viewer, page, &slug).await?;
    let (here, edition) = (format!("/ky/{slug}/danh-sach/cong-bo"), sheet.edition.id);
    let done = if form.value("step") == "end" {
        let because = form.value("because").to_owned();
        let ended = house
            .acts
            .perform(viewer.actor(), move |act| Box::pin(take_back_admitted(act, edition, because.clone())))
            .await;
        ended.map(|()| "entries-publish-was-ended")
    } else {
        published(&house, &viewer, &sheet, &form).await.map(|()| "entries-publish-was-published")
    };
    match done {
        Ok(flash) => Ok(redirect_with_flash(&house.site, &here, flash)),
        Err(halt) => {
            form.keep_refusals(&sheet.page, halt)?;
            html(&PublishPage { form, ..sheet })
        }
    }
}

async fn published(house: &House, viewer: &Viewer, sheet: &PublishPage, form: &Form) -> Result<(), Halt> {
    let how = Listing::ALL.into_iter().find(|how| how.code() == form.value("how"));
    let how = how.ok_or(PublishRefusal::NothingChosen).or_refuse()?;
    let command = PublishAdmitted { edition: sheet.edition.id, how, seen: form.value("seen").to_owned() };
    house.acts.perform(viewer.actor(), move |act| Box::pin(publish_admitted(act, command.clone()))).await
}
