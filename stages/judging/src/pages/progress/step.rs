//! A round starts, a round is sealed: nothing takes either back, so it is read back first.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::RoundId;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect, redirect_with_flash};

use super::{Action, RoundView, Shown};
use crate::jury;
use crate::operations::{StartRound, seal_round, start_round};
use crate::pages::jury::judges_names;
use crate::pages::{edition_of, round_of, under};

#[derive(Template)]
#[template(path = "judging/step.html")]
struct StepPage {
    page: Page,
    form: Form,
    /// The rounds of the edition.
    back: String,
    round: RoundView,
    /// What may be done now; none where it is too early or too late.
    step: Option<Action>,
}

/// What is done to a round, by its address, and the page's name.
#[derive(Clone, Copy)]
struct Verb(&'static str, &'static str);

const START: Verb = Verb("bat-dau", "judging-start");
const SEAL: Verb = Verb("niem-phong", "judging-seal");

fn rounds_of(slug: &str) -> String {
    format!("/ky/{slug}/tien-do-cham")
}

impl StepPage {
    async fn load(
        house: &House,
        viewer: &Viewer,
        page: Page,
        (slug, code): (&str, &str),
        verb: Verb,
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let edition = edition_of(&mut db, slug).await?;
        viewer.allowed(Permission::RoundProgress, edition.place())?;
        let (list, back) = (page.t("judging-progress"), rounds_of(slug));
        let page = under(page.titled(verb.1), &edition).under(list, &back);
        let card = round_of(&mut db, &edition, code).await?;
        let jury = jury::jury(&mut db, edition.id).await?;
        let names = judges_names(&mut db, &edition).await?;
        let shown = Shown { page: &page, viewer, edition: &edition, jury, names, now: house.clock().now() };
        let mut round = shown.round(&mut db, &card).await?;
        let step = std::mem::take(&mut round.actions).into_iter().find(|action| action.href.ends_with(verb.0));
        Ok(Self { page, form: Form::new(), back, round, step })
    }
}

pub(in crate::pages) async fn ask_start(
    State(house): State<House>,
    Path((slug, code)): Path<(String, String)>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    ask(&house, &viewer, page, (&slug, &code), START).await
}

pub(in crate::pages) async fn ask_seal(
    State(house): State<House>,
    Path((slug, code)): Path<(String, String)>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    ask(&house, &viewer, page, (&slug, &code), SEAL).await
}

/// Nobody is asked what cannot be done now.
async fn ask(house: &House, viewer: &Viewer, page: Page, round: (&str, &str), verb: Verb) -> Result<Response, Halt> {
    let read_back = StepPage::load(house, viewer, page, round, verb).await?;
    if read_back.step.is_none() { Ok(redirect(&read_back.back)) } else { html(&read_back) }
}

pub(in crate::pages) async fn start(
    State(house): State<House>,
    Path((slug, code)): Path<(String, String)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["intake_unfinished"])?;
    let round = found(&house, &slug, &code).await?;
    let command = StartRound { round, though_intake_unfinished: posted.form.given("intake_unfinished").is_some() };
    let done = house.acts.perform(viewer.actor(), move |act| Box::pin(start_round(act, command))).await;
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &rounds_of(&slug), "judging-round-started")),
        Err(halt) => not_done(&house, &viewer, page, ((&slug, &code), START), halt).await,
    }
}

pub(in crate::pages) async fn seal(
    State(house): State<House>,
    Path((slug, code)): Path<(String, String)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let round = found(&house, &slug, &code).await?;
    let done = house.acts.perform(viewer.actor(), move |act| Box::pin(seal_round(act, round))).await;
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &rounds_of(&slug), "judging-round-sealed")),
        Err(halt) => not_done(&house, &viewer, page, ((&slug, &code), SEAL), halt).await,
    }
}

/// A round by its address.
async fn found(house: &House, slug: &str, code: &str) -> Result<RoundId, Halt> {
    let mut db = house.read().await?;
    let edition = edition_of(&mut db, slug).await?;
    Ok(round_of(&mut db, &edition, code).await?.id)
}

async fn not_done(
    house: &House,
    viewer: &Viewer,
    page: Page,
    (round, verb): ((&str, &str), Verb),
    halt: Halt,
) -> Result<Response, Halt> {
    let mut form = Form::new();
    form.keep_refusals(&page, halt)?;
    html(&StepPage { form, ..StepPage::load(house, viewer, page, round, verb).await? })
}
