//! *Đơn vị đã kết thúc còn việc*: units that have ended with tasks or reports of an edition still open, each with the
//! way to its handing over; those that came whole to one successor are handed over together.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer, holders_by_unit};
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::{Permission, Role};
use hoithi_store::Conn;
use hoithi_units::{Unit, sole_successor, successors, units_by_id};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::edition_for;
use super::send::UnderKey;
use super::succession::open_work;
use crate::operations::{HandOver, hand_over};
use crate::refusal::CampaignRefusal;
use crate::store;

/// A unit that has ended and still owes something.
struct Ended {
    unit: Unit,
    /// Everything of it that is still open, to its one successor where there is one. A report that came stays.
    all: Option<HandOver>,
    /// Who came after it, by name.
    after: Vec<String>,
    tasks: usize,
    reports: usize,
    /// How many people still sign in for it.
    accounts: usize,
}

/// The units of an edition that have ended by that day and still owe something, by name.
async fn ended(db: &mut Conn, edition: &Edition, today: Date) -> Result<Vec<Ended>, Halt> {
    let asked: BTreeSet<UnitId> =
        store::sendings_of(db, edition.id).await?.iter().map(|sent| sent.sending.unit).collect();
    let (units, people) = (units_by_id(db).await?, holders_by_unit(db, Role::UnitContact, today).await?);
    let mut all = Vec::new();
    for unit in units.into_values().filter(|unit| unit.valid_to.is_some_and(|last| last < today)) {
        if !asked.contains(&unit.id) {
            continue;
        }
        let (tasks, mut reports) = open_work(db, edition, unit.id).await?;
        // What came and waits for the agency's word owes nothing: it is approved where it was written.
        reports.retain(|line| line.request.is_open() || line.to_correct().is_some());
        if tasks.is_empty() && reports.is_empty() {
            continue;
        }
        let links = successors(db, unit.id).await?;
        let whole = |to: UnitId| HandOver {
            edition: edition.id,
            from: unit.id,
            tasks: tasks.iter().map(|task| (task.id, to)).collect(),
            reports: reports.iter().filter(|line| line.request.is_open()).map(|line| (line.request.id, to)).collect(),
        };
        let whole = sole_successor(&links).map(whole);
        all.push(Ended {
            all: whole.filter(|each| !each.tasks.is_empty() || !each.reports.is_empty()),
            after: links.iter().map(|link| link.unit.name.clone()).collect(),
            tasks: tasks.len(),
            reports: reports.len(),
            accounts: people.get(&unit.id).map_or(0, Vec::len),
            unit,
        });
    }
    all.sort_by_cached_key(|each| hoithi_web::dictionary_order(&each.unit.name));
    Ok(all)
}

/// How many units of an edition have ended and still owe something.
pub async fn ended_units(db: &mut Conn, edition: &Edition, today: Date) -> Result<usize, Halt> {
    Ok(ended(db, edition, today).await?.len())
}

#[derive(Template)]
#[template(path = "campaign/ended.html")]
struct EndedPage {
    page: Page,
    form: Form,
    slug: String,
    rows: Vec<Ended>,
    /// Whether this visitor hands accounts over, too.
    keeps_accounts: bool,
}

impl EndedPage {
    async fn load(house: &House, page: Page, (edition, viewer): (&Edition, &Viewer), form: Form) -> Result<Self, Halt> {
        let rows = ended(&mut house.read().await?, edition, viewer.today).await?;
        let board = format!("/ky/{}/tien-do", edition.slug);
        let page = page.titled("campaign-ended").under_key("campaign-board", &board);
        let keeps_accounts = viewer.may_somewhere(Permission::RoleGrant);
        Ok(Self { page, form, slug: edition.slug.to_string(), rows, keeps_accounts })
    }

    /// How many go to their one successor without a choice.
    fn whole(&self) -> usize {
        self.rows.iter().filter(|each| each.all.is_some()).count()
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let edition = edition_for(&mut house.read().await?, &viewer, &slug, Permission::LetterSend).await?;
    html(&EndedPage::load(&house, page, (&edition, &viewer), Form::new()).await?)
}

/// Everything of the units with one successor goes there, in one act.
pub(super) async fn hand_all(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&[])?;
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::LetterSend).await?;
    let all: Vec<HandOver> =
        ended(&mut db, &edition, viewer.today).await?.into_iter().filter_map(|each| each.all).collect();
    drop(db);
    let done = if all.is_empty() {
        Err(CampaignRefusal::NothingOpen).or_refuse()
    } else {
        let deed = house.acts.perform(viewer.actor(), move |act| {
            let all = all.clone();
            Box::pin(async move {
                for each in all {
                    hand_over(act, each).await?;
                }
                Ok::<(), Halt>(())
            })
        });
        deed.await
    };
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/tien-do/ket-thuc"), "campaign-ended-done")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&EndedPage::load(&house, page, (&edition, &viewer), form).await?)
        }
    }
}
