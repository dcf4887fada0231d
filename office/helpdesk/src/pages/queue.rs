//! The office's list: what waits at which desk, and everything that was asked.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::helpdesk::QuestionState;
use hoithi_rules::ids::DeskId;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html};
use jiff::civil::Date;

use super::{in_hand, words};
use crate::desk::Desk;
use crate::question::Question;
use crate::store::{self, Filter};

const A_PAGE: usize = 50;

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
    /// The address of the page, or its number where words were sent; empty where there is none.
    previous: String,
    next: String,
    /// What is sent again: who asked never stands in an address.
    again: Vec<(String, String)>,
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
    let form = asked.only(&["trang-thai", "ban", "trang"])?;
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
    posted.form.only(&["trang-thai", "ban", "tim", "trang"])?;
    listed(&house, slug, &viewer, page, posted.form).await
}

async fn listed(house: &House, slug: String, viewer: &Viewer, page: Page, form: Form) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = in_hand(&mut db, viewer, &slug, Permission::QuestionAnswer).await?;
    let filter = filter_in(&form)?;
    let number = form.value("trang").parse::<usize>().unwrap_or(1).clamp(1, 1_000);
    let skip = (number - 1) * A_PAGE;
    let count = store::count(&mut db, edition.id, &filter).await?;
    let part = (i64::try_from(A_PAGE).map_err(Halt::fault)?, i64::try_from(skip).map_err(Halt::fault)?);
    let questions = store::page_of(&mut db, edition.id, &filter, part).await?;
    let desks = store::desks_of(&mut db, edition.id).await?;
    let waiting = store::waiting_in(&mut db, edition.id).await?;
    let last = skip + questions.len();
    let facts = [("first", (skip + 1).to_string()), ("last", last.to_string()), ("count", count.to_string())];
    let me = viewer.signed_in()?.id;
    html(&QueuePage {
        figures: figures(&page, &slug, &desks, &waiting),
        mine: store::mine(waiting, &desks, me, house.clock().now()),
        states: QuestionState::ALL.iter().map(|each| (each.code().to_owned(), words::state(&page, *each))).collect(),
        choices: words::choices(&desks),
        may_keep: viewer.may(Permission::DeskKeep, edition.place()),
        today: viewer.today,
        place: page.tx("helpdesk-place", &facts),
        previous: if number > 1 { link(&form, number - 1) } else { String::new() },
        next: if last < count { link(&form, number + 1) } else { String::new() },
        again: again(&form),
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

/// What the list is narrowed to, where words were sent.
fn again(form: &Form) -> Vec<(String, String)> {
    let kept = ["trang-thai", "ban", "tim"].map(|name| (name.to_owned(), form.value(name).to_owned()));
    kept.into_iter().filter(|_| form.given("tim").is_some()).collect()
}

fn link(form: &Form, number: usize) -> String {
    if form.given("tim").is_some() {
        return number.to_string();
    }
    let kept = ["trang-thai", "ban"].into_iter().filter_map(|name| Some(format!("{name}={}&", form.given(name)?)));
    format!("?{}trang={number}", kept.collect::<Vec<_>>().concat())
}
