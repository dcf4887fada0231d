//! The office's list: what waits at which desk, and everything that was asked.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::helpdesk::QuestionState;
use hoithi_rules::ids::DeskId;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, Asking, Form, House, Page, Paging, Path, Posted, html};
use jiff::civil::Date;

use super::{in_hand, words};
use crate::desk::Desk;
use crate::question::Question;
use crate::store::{self, Filter};

const A_PAGE: usize = 50;
/// Who asked never stands in an address.
const ASKING: Asking = Asking { path: "", open: &["trang-thai", "ban"], words: &["tim"] };

#[derive(Template)]
#[template(path = "helpdesk/queue.html")]
struct QueuePage {
    page: Page,
    form: Form,
    slug: String,
    desks: Vec<Desk>,
    figures: Vec<Figure>,
    mine: Vec<Question>,
    questions: Vec<Question>,
    states: Vec<(String, String)>,
    choices: Vec<(String, String)>,
    may_keep: bool,
    today: Date,
    place: String,
    paging: Paging,
}

/// How a desk stands.
struct Figure {
    waiting: usize,
    name: String,
    href: String,
    oldest: String,
}

impl QueuePage {
    fn state(&self, question: &Question) -> String {
        words::state(&self.page, question.state)
    }

    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn tone(&self, question: &Question) -> &'static str {
        words::tone(question.state)
    }

    fn since(&self, question: &Question) -> String {
        question.waiting_since.map(|at| words::since(&self.page, at, self.today)).unwrap_or_default()
    }

    fn desk(&self, question: &Question) -> &str {
        let desk = self.desks.iter().find(|desk| Some(desk.id) == question.desk);
        desk.map_or("", |desk| desk.words.name.as_str())
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&ASKING.asked())?;
    listed(&house, slug, &viewer, page, form).await
}

/// The same list by words of a question or by who asked.
pub(super) async fn search(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&ASKING.sent())?;
    listed(&house, slug, &viewer, page, posted.form).await
}

async fn listed(house: &House, slug: String, viewer: &Viewer, page: Page, form: Form) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = in_hand(&mut db, viewer, &slug, Permission::QuestionAnswer).await?;
    let filter = filter_in(&form)?;
    let count = store::count(&mut db, edition.id, &filter).await?;
    let paging = Paging::of(&form, count, A_PAGE, &ASKING);
    let questions = store::page_of(&mut db, edition.id, &filter, (paging.most(), paging.skip())).await?;
    let desks = store::desks_of(&mut db, edition.id).await?;
    let waiting = store::waiting_in(&mut db, edition.id).await?;
    let me = viewer.signed_in()?.id;
    html(&QueuePage {
        figures: figures(&page, &slug, &desks, &waiting),
        mine: store::mine(waiting, &desks, me, house.clock().now()),
        states: QuestionState::ALL.iter().map(|each| (each.code().to_owned(), words::state(&page, *each))).collect(),
        choices: words::choices(&desks),
        may_keep: viewer.may(Permission::DeskKeep, edition.place()),
        today: viewer.today,
        place: paging.place(&page, "helpdesk-place"),
        paging,
        page: page.titled("helpdesk-questions"),
        form,
        slug,
        desks,
        questions,
    })
}

fn filter_in(form: &Form) -> Result<Filter, Halt> {
    let state = form.choice("trang-thai", QuestionState::from_code)?;
    let desk = form.choice("ban", |id| id.parse::<DeskId>().ok())?;
    Ok(Filter {
        state: state.map(|state| state.code().to_owned()).unwrap_or_default(),
        desk: desk.map(|desk| desk.to_string()).unwrap_or_default(),
        words: form.value("tim").to_owned(),
    })
}

fn figures(page: &Page, slug: &str, desks: &[Desk], waiting: &[Question]) -> Vec<Figure> {
    let figure = |desk: &Desk| {
        let here: Vec<_> = waiting.iter().filter(|question| question.desk == Some(desk.id)).collect();
        let oldest = here.iter().filter_map(|question| question.waiting_since).min();
        Figure {
            waiting: here.len(),
            name: page.t1("helpdesk-waiting-at", "desk", &desk.words.name),
            href: format!("/ky/{slug}/giup-do?ban={}", desk.id),
            oldest: oldest.map(|at| page.t1("helpdesk-oldest", "at", page.instant(at))).unwrap_or_default(),
        }
    };
    desks.iter().filter(|desk| !desk.ended).map(figure).collect()
}
