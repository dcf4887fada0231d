//! Choosing from the ranking what goes up, with the quota in sight.

mod arriving;
mod by_rule;
mod outside;
mod outside_list;
mod package;
mod reserve;

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer, needs, refused};
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::day::parse_day;
use hoithi_rules::forwarding::{Endorsement, ForwardingRefusal, check_promotion};
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::{Permission, PersonName};
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, Routes, html, redirect_with_flash};

use crate::api;
use crate::by_rule::listed;
use crate::operations::{SendUp, above, better_ones, cards_of, entries_sent, nominee, nothing_above, send_up};
use crate::package::waiting;
use crate::store::{self, Promoted};

/// Every route of this room.
pub fn routes() -> Routes {
    let routes = Routes::new()
        .get("/ky/{slug}/gui-len", needs(Permission::ForwardingSend), show)
        .post("/ky/{slug}/gui-len", needs(Permission::ForwardingSend), send)
        .post("/ky/{slug}/gui-len/thay-doi", needs(Permission::ForwardingSend), by_rule::change)
        .post("/ky/{slug}/gui-len/theo-quy-tac", needs(Permission::ForwardingSend), by_rule::send)
        .get("/ky/{slug}/gui-len/du-bi/{gone}", needs(Permission::ForwardingSend), reserve::show)
        .post("/ky/{slug}/gui-len/du-bi/{gone}", needs(Permission::ForwardingSend), reserve::raise)
        .post("/ky/{slug}/gui-len/goi", needs(Permission::ForwardingSend), package::make)
        .get("/ky/{slug}/gui-len/goi/{package}", needs(Permission::ForwardingSend), package::show)
        .get("/ky/{slug}/gui-len/goi/{package}/tep", needs(Permission::ForwardingSend), package::take_along)
        .get("/ky/{slug}/goi-ho-so", needs(Permission::EntryOnBehalf), arriving::show)
        .post_files("/ky/{slug}/goi-ho-so", needs(Permission::EntryOnBehalf), arriving::bring)
        .get("/ky/{slug}/goi-ho-so/{arrival}", needs(Permission::EntryOnBehalf), arriving::read)
        .post("/ky/{slug}/goi-ho-so/{arrival}", needs(Permission::EntryOnBehalf), arriving::take)
        .get("/api/v1/promotions", needs(Permission::ForwardingSend), api::list);
    outside_routes(routes)
}

/// Contests of units that were held outside this program.
fn outside_routes(routes: Routes) -> Routes {
    let records = needs(Permission::EntryOnBehalf);
    routes
        .get("/ky/{slug}/hoi-thi-ngoai", records, outside::show)
        .post_files("/ky/{slug}/hoi-thi-ngoai", records, outside::record)
        .get("/ky/{slug}/hoi-thi-ngoai/{contest}", records, outside::one)
        .post("/ky/{slug}/hoi-thi-ngoai/{contest}", records, outside::send)
        .get("/ky/{slug}/hoi-thi-ngoai/{contest}/quyet-dinh", records, outside::decision)
        .post_files("/ky/{slug}/hoi-thi-ngoai/{contest}/nhap", records, outside_list::bring)
        .get("/ky/{slug}/hoi-thi-ngoai/{contest}/nhap/{import}", records, outside_list::show)
        .post("/ky/{slug}/hoi-thi-ngoai/{contest}/nhap/{import}", records, outside_list::take)
}

/// A line of the list to choose from.
struct Line {
    entry: EntryId,
    place: String,
    number: String,
    title: String,
    result: String,
    /// As which entry it stands above, once it went up.
    above: Option<String>,
    /// How many better ones it would pass over.
    better: u32,
    /// What keeps it from going up.
    problems: Vec<String>,
}

#[derive(Template)]
#[template(path = "forwarding/send_up.html")]
struct SendUpPage {
    page: Page,
    form: Form,
    above: String,
    lines: Vec<Line>,
    sent: Vec<Promoted>,
    places: reserve::Places,
    left: i64,
    quota: i64,
    least: String,
    ranked: bool,
}

impl SendUpPage {
    async fn load(house: &House, viewer: &Viewer, page: Page, slug: &str, form: Form) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let here = edition_of(&mut db, viewer, slug).await?;
        let (to, rule) = above(&here)?;
        let above = edition(&mut db, to).await?.ok_or_else(Halt::not_found)?;
        let sent = store::promoted(&mut db, here.id).await?;
        let lines = lines(&mut db, &here, viewer, &page, &sent).await?;
        let quota = i64::from(rule.limit.get());
        Ok(Self {
            places: reserve::Places::load(&mut db, &here, &sent).await?,
            left: (quota - i64::try_from(sent.len()).unwrap_or(i64::MAX)).max(0),
            least: rule.least_points.map(|least| least.to_string()).unwrap_or_default(),
            ranked: !lines.is_empty(),
            above: above.title(),
            page: page.under(here.title(), format!("/ky/{slug}")).titled("forwarding-title"),
            form,
            lines,
            sent,
            quota,
        })
    }

    fn can_send(&self) -> bool {
        self.lines.iter().any(|line| line.above.is_none() && line.problems.is_empty())
    }

    /// Whether any choice needs a reason.
    fn may_pass_over(&self) -> bool {
        self.lines.iter().any(|line| line.better > 0 && line.above.is_none() && line.problems.is_empty())
    }

    fn chosen(&self, line: &Line) -> bool {
        self.form.value("entry") == line.entry.to_string()
    }
}

/// The unit's own contest, for whoever may send its entries up.
pub(crate) async fn edition_of(db: &mut Conn, viewer: &Viewer, slug: &str) -> Result<Edition, Halt> {
    let edition = edition_by_slug(db, slug).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(Permission::ForwardingSend, edition.place())?;
    Ok(edition)
}

/// The entries of the opened round by place; none before it is opened.
async fn lines(
    db: &mut Conn,
    here: &Edition,
    viewer: &Viewer,
    page: &Page,
    sent: &[Promoted],
) -> Result<Vec<Line>, Halt> {
    let Some(ranked) = hoithi_awards::ranked(db, here).await? else { return Ok(Vec::new()) };
    let cards = cards_of(db, here.id).await?;
    let above = numbers_above(db, sent).await?;
    let gone = entries_sent(sent);
    let rule = here.book.rules().forwarding.as_ref();
    let standings = ranked.fields.iter().flat_map(|each| &each.field.ranking.standings);
    let line = |standing: &hoithi_rules::awards::Standing| {
        let card = cards.get(&standing.entry)?;
        let nominee = nominee(here, card, Some(&ranked), &gone);
        let problems = check_promotion(&nominee, rule, sent.len(), viewer.today).err().unwrap_or_default();
        let told = problems.iter().filter(|problem| !matches!(problem, ForwardingRefusal::EndorsementMissing));
        Some(Line {
            entry: card.id,
            place: standing.place.to_string(),
            number: card.number.as_ref().map(ToString::to_string).unwrap_or_default(),
            title: card.title.clone(),
            result: standing.result.to_string(),
            above: above.get(&card.id).cloned(),
            better: better_ones(here, &cards, &ranked, &gone, card.id),
            problems: told.map(|problem| page.refusal(&refused(problem))).collect(),
        })
    };
    Ok(standings.filter_map(line).collect())
}

async fn numbers_above(db: &mut Conn, sent: &[Promoted]) -> Result<HashMap<EntryId, String>, Halt> {
    let mut numbers = HashMap::with_capacity(sent.len());
    for each in sent {
        let card = hoithi_entries::entry(db, each.above).await?;
        let number = card.and_then(|card| card.number).map(|number| number.to_string());
        numbers.insert(each.entry, number.unwrap_or_default());
    }
    Ok(numbers)
}

/// What goes up by paper, where the contest above is not in this house.
#[derive(Template)]
#[template(path = "forwarding/by_paper.html")]
struct ByPaperPage {
    page: Page,
    form: Form,
    here: String,
    /// The packages that went, the newest first.
    packages: Vec<package::Line>,
    /// How many dossiers wait to go into the next one.
    waiting: usize,
    quota: i64,
    least: String,
    lines: Vec<Line>,
    ranked: bool,
}

impl ByPaperPage {
    async fn load(db: &mut Conn, here: &Edition, viewer: &Viewer, page: Page, form: Form) -> Result<Self, Halt> {
        let rule = here.book.rules().forwarding.as_ref().ok_or_else(nothing_above)?;
        let mut lines = lines(db, here, viewer, &page, &[]).await?;
        let ranked = !lines.is_empty();
        lines.retain(|line| line.problems.is_empty());
        let (cards, round) = (cards_of(db, here.id).await?, hoithi_awards::ranked(db, here).await?);
        if let Some(list) = listed(db, here, &cards, round.as_deref(), &[]).await? {
            lines.retain(|line| list.contains(&line.entry));
        }
        lines.truncate(usize::try_from(rule.limit.get()).unwrap_or(usize::MAX));
        Ok(Self {
            form,
            here: format!("/ky/{}/gui-len", here.slug),
            packages: package::Line::all(db, here).await?,
            waiting: waiting(db, here).await?.count(),
            quota: i64::from(rule.limit.get()),
            least: rule.least_points.map(|least| least.to_string()).unwrap_or_default(),
            page: page.under(here.title(), format!("/ky/{}", here.slug)).titled("forwarding-title"),
            lines,
            ranked,
        })
    }
}

async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let here = edition_of(&mut db, &viewer, &slug).await?;
    if here.parent.is_none() {
        return html(&ByPaperPage::load(&mut db, &here, &viewer, page, Form::new()).await?);
    }
    if by_rule::chooses(&here) {
        return html(&by_rule::ByRulePage::load(&mut db, &here, &viewer, page, Form::new()).await?);
    }
    drop(db);
    html(&SendUpPage::load(&house, &viewer, page, &slug, Form::new()).await?)
}

async fn send(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["entry", "endorsement", "endorsement_date", "endorsement_signer", "because"])?;
    let here = edition_of(&mut house.read().await?, &viewer, &slug).await?;
    let sent = match command_of(&here, &form) {
        Ok(command) => house.acts.perform(viewer.actor(), move |act| Box::pin(send_up(act, command.clone()))).await,
        Err(halt) => Err(halt),
    };
    match sent {
        Ok(_) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/gui-len"), "forwarding-sent")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&SendUpPage::load(&house, &viewer, page, &slug, form).await?)
        }
    }
}

fn command_of(here: &Edition, form: &Form) -> Result<SendUp, Halt> {
    let mut no = Refusals::new();
    let entry = form.value("entry").parse().ok();
    if entry.is_none() {
        no.add("forwarding.entry_missing", "entry", "choose an entry");
    }
    let endorsement = endorsement_of(form, &mut no);
    let (Some(entry), Some(endorsement)) = (entry, endorsement) else { return Err(no.halt()) };
    let because = form.value("because").to_owned();
    Ok(SendUp { edition: here.id, entry, endorsement, because })
}

/// The unit's paper, or what is wrong with it.
fn endorsement_of(form: &Form, no: &mut Refusals) -> Option<Endorsement> {
    let date = parse_day(form.value("endorsement_date"));
    if date.is_none() {
        no.add("forwarding.day_malformed", "endorsement_date", "this is no day");
    }
    // A malformed day must not hide what is wrong with the number.
    let year = date.map_or(2020, jiff::civil::Date::year);
    let document = no.keep("endorsement", DocumentNumber::parse(form.value("endorsement"), year));
    let signed_by = no.keep("endorsement_signer", form.value("endorsement_signer").parse::<PersonName>());
    Some(Endorsement { document: document?, date: date?, signed_by: signed_by? })
}
