//! `/ky/{slug}/hoi-dong`: the jury, its panels, and the decision that sets it up.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::{Actor, Halt};
use hoithi_people::{Account, Refusals, Viewer, accounts, holders, paper_of};
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::{AccountId, JudgeId};
use hoithi_rules::judging::{Marking, PanelRule};
use hoithi_rules::people::{Grant, Permission, PersonName, Role, Scope};
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, name_order, redirect_with_flash};

use super::{edition_of, under};
use crate::jury::{self, Jury};
use crate::operations::{NewPanel, SetUpJury, judged_to_the_end, set_up_jury};

#[derive(Template)]
#[template(path = "judging/jury.html")]
struct JuryPage {
    page: Page,
    form: Form,
    slug: String,
    jury: Option<Jury>,
    panels: Vec<PanelLine>,
    /// None while the rule book has no marking part.
    panels_rule: Option<PanelRule>,
    right: Right,
    candidates: Vec<(String, String)>,
    categories: Vec<CategoryField>,
    places: Vec<(String, String)>,
    seats: Vec<SeatFields>,
}

/// By what right the visitor changes the jury.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Right {
    None,
    Own,
    FromPaper,
}

struct PanelLine {
    name: String,
    categories: String,
    judges: String,
}

struct CategoryField {
    field: String,
    name: String,
}

/// The fields of one panel, folded under what they say now.
struct SeatFields {
    number: usize,
    name_field: String,
    judges_field: String,
    /// Its name; empty for a panel that may yet be added.
    name: String,
    judges: String,
    open: bool,
}

/// Names by account, for staff only.
pub(super) async fn names(db: &mut Conn) -> Result<BTreeMap<AccountId, PersonName>, Halt> {
    let known = accounts(db).await?;
    Ok(known.into_iter().map(|line| (line.account.id, line.account.name)).collect())
}

/// Judges' names by their ids, for staff only.
pub(super) async fn judges_names(db: &mut Conn, edition: &Edition) -> Result<BTreeMap<JudgeId, String>, Halt> {
    let names = names(db).await?;
    let judges = jury::judges(db, edition.id).await?;
    let name = |account: &AccountId| names.get(account).map_or_else(String::new, ToString::to_string);
    Ok(judges.iter().map(|(judge, account)| (*judge, name(account))).collect())
}

impl JuryPage {
    async fn load(house: &House, viewer: &Viewer, page: Page, slug: String, form: Option<Form>) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let edition = edition_of(&mut db, &slug).await?;
        viewer.allowed(Permission::RoundProgress, edition.place())?;
        let jury = jury::jury(&mut db, edition.id).await?;
        let names = judges_names(&mut db, &edition).await?;
        let candidates = candidates(&mut db, &edition, viewer).await?;
        let accounts = jury::judges(&mut db, edition.id).await?;
        let right = if judged_to_the_end(&mut db, &edition).await? { Right::None } else { right(viewer, &edition) };
        let marking = edition.book.marking().map(|part| &part.marking);
        let form = form.unwrap_or_else(|| filled(jury.as_ref(), &accounts, &edition));
        Ok(Self {
            panels: jury.iter().flat_map(|jury| panel_lines(jury, &edition, &names)).collect(),
            panels_rule: marking.map(|marking| marking.panels),
            right,
            categories: category_fields(&edition),
            places: places(&page, &form, seats(&edition, marking)),
            seats: (0..seats(&edition, marking))
                .map(|place| SeatFields::new(place, &form, &candidates, jury.is_none()))
                .collect(),
            candidates,
            jury,
            form,
            slug,
            page: under(page.titled("judging-jury"), &edition),
        })
    }
}

impl JuryPage {
    fn editable(&self) -> bool {
        self.right != Right::None
    }

    fn by_paper(&self) -> bool {
        self.right == Right::FromPaper
    }

    fn plenary(&self) -> bool {
        self.panels_rule == Some(PanelRule::Plenary)
    }
}

impl SeatFields {
    /// Open where something is wrong and, for a new jury, at the first panel.
    fn new(place: usize, form: &Form, candidates: &[(String, String)], first_time: bool) -> Self {
        let (name_field, judges_field) = (format!("panel-{place}-name"), format!("panel-{place}-judges"));
        let sitting = candidates.iter().filter(|(id, _)| form.checked(&judges_field, id));
        let wrong = [&name_field, &judges_field].iter().any(|field| form.error(field).is_some());
        Self {
            number: place + 1,
            name: form.value(&name_field).to_owned(),
            judges: sitting.map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", "),
            open: wrong || (first_time && place == 0),
            name_field,
            judges_field,
        }
    }
}

fn right(viewer: &Viewer, edition: &Edition) -> Right {
    let records =
        |grant: &Grant| grant.role.may_record_from_paper(Permission::JurySetUp) && grant.scope.covers(edition.place());
    match viewer.may(Permission::JurySetUp, edition.place()) {
        true => Right::Own,
        false if viewer.grants.iter().any(records) => Right::FromPaper,
        false => Right::None,
    }
}

/// As many panels as categories at the most; one for a plenary jury.
fn seats(edition: &Edition, marking: Option<&Marking>) -> usize {
    match marking.map(|marking| marking.panels) {
        Some(PanelRule::Plenary) => 1,
        _ => edition.book.rules().categories.len(),
    }
}

/// Where a category can go: panels by their number and name.
fn places(page: &Page, form: &Form, seats: usize) -> Vec<(String, String)> {
    let place = |place: usize| {
        let word = match form.value(&format!("panel-{place}-name")) {
            "" => page.t1("judging-panel-number", "number", place + 1),
            name => format!("{}. {name}", place + 1),
        };
        (place.to_string(), word)
    };
    (0..seats).map(place).collect()
}

fn category_fields(edition: &Edition) -> Vec<CategoryField> {
    let field = |category: &hoithi_rules::edition::Category| CategoryField {
        field: format!("category-{}", category.code),
        name: category.name.clone(),
    };
    edition.book.rules().categories.iter().map(field).collect()
}

async fn candidates(db: &mut Conn, edition: &Edition, viewer: &Viewer) -> Result<Vec<(String, String)>, Halt> {
    let known = holders(db, Role::Judge, Scope::Edition(edition.id), viewer.today).await?;
    let mut known: Vec<Account> = known;
    known.sort_by_key(|account| name_order(account.name.as_str()));
    Ok(known.into_iter().map(|account| (account.id.to_string(), account.name.to_string())).collect())
}

fn panel_lines(jury: &Jury, edition: &Edition, names: &BTreeMap<JudgeId, String>) -> Vec<PanelLine> {
    let rules = edition.book.rules();
    let category = |code: &String| rules.category(code).map_or_else(|| code.clone(), |known| known.name.clone());
    let judge = |judge: &JudgeId| names.get(judge).cloned().unwrap_or_default();
    let line = |panel: &jury::Panel| PanelLine {
        name: panel.name.clone(),
        categories: panel.categories.iter().map(category).collect::<Vec<_>>().join("; "),
        judges: panel.judges.iter().map(judge).collect::<Vec<_>>().join(", "),
    };
    jury.panels.iter().map(line).collect()
}

/// The form as the jury stands, or with a panel for each category where there is none yet.
fn filled(jury: Option<&Jury>, accounts: &BTreeMap<JudgeId, AccountId>, edition: &Edition) -> Form {
    let Some(jury) = jury else {
        return suggested(edition);
    };
    // Another decision changes it, so number and day are read off that one.
    let mut form = Form::new().with("version", jury.version);
    for (place, panel) in jury.panels.iter().enumerate() {
        form = form.with(&format!("panel-{place}-name"), &panel.name);
        for judge in panel.judges.iter().filter_map(|judge| accounts.get(judge)) {
            form = form.with(&format!("panel-{place}-judges"), judge);
        }
        for category in &panel.categories {
            form = form.with(&format!("category-{category}"), place);
        }
    }
    form
}

fn suggested(edition: &Edition) -> Form {
    let plenary = edition.book.marking().is_some_and(|part| part.marking.panels == PanelRule::Plenary);
    let form = Form::new().with("version", 0);
    if plenary {
        return form.with("panel-0-name", "Hội đồng giám khảo");
    }
    edition.book.rules().categories.iter().enumerate().fold(form, |form, (place, category)| {
        let name = format!("Tiểu ban {}", category.name);
        form.with(&format!("category-{}", category.code), place).with(&format!("panel-{place}-name"), name)
    })
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    html(&JuryPage::load(&house, &viewer, page, slug, None).await?)
}

pub(super) async fn set_up(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let edition = edition_of(&mut house.read().await?, &slug).await?;
    only(&posted.form, &edition)?;
    let done = match command(&house, &posted, &edition, &viewer) {
        Ok(command) => perform(&house, viewer.actor(), command).await,
        Err(halt) => Err(halt),
    };
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/hoi-dong"), "judging-jury-recorded")),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&JuryPage::load(&house, &viewer, page, slug, Some(form)).await?)
        }
    }
}

async fn perform(house: &House, actor: Actor, command: SetUpJury) -> Result<(), Halt> {
    house.acts.perform(actor, move |act| Box::pin(set_up_jury(act, command.clone()))).await
}

fn only(form: &Form, edition: &Edition) -> Result<(), Halt> {
    let categories = &edition.book.rules().categories;
    let mut known: Vec<String> = ["version", "decision", "decided_on"].map(str::to_owned).to_vec();
    known.extend(["paper_leader", "paper_number", "paper_date"].map(str::to_owned));
    known.extend(categories.iter().map(|category| format!("category-{}", category.code)));
    for place in 0..categories.len().max(1) {
        known.extend([format!("panel-{place}-name"), format!("panel-{place}-judges")]);
    }
    form.only(&known.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The leader names the decision; an officer brings it as the leader's signed paper.
fn command(house: &House, posted: &Posted, edition: &Edition, viewer: &Viewer) -> Result<SetUpJury, Halt> {
    let form = &posted.form;
    let mut no = Refusals::new();
    let own = viewer.may(Permission::JurySetUp, edition.place());
    let paper = no.absorb(paper_of(house, posted, own))?.flatten();
    let decided = match &paper {
        Some(paper) => Some((paper.number.to_string(), paper.date)),
        None if own => decision(form, &mut no),
        None => None,
    };
    let panels = panels(form, edition);
    let (Some((decision, decided_on)), true) = (decided, no.is_empty()) else {
        return Err(no.halt());
    };
    let seen = form.value("version").parse().unwrap_or_default();
    Ok(SetUpJury { edition: edition.id, decision, decided_on, panels, seen, paper })
}

fn decision(form: &Form, no: &mut Refusals) -> Option<(String, jiff::civil::Date)> {
    let day = parse_day(form.value("decided_on"));
    if day.is_none() {
        no.add("judging.decision_day_missing", "decided_on", "the decision's day is missing or no day");
    }
    let year = day.map_or(2000, jiff::civil::Date::year);
    let number = no.keep("decision", DocumentNumber::parse(form.value("decision"), year));
    Some((number?.to_string(), day?))
}

/// The panels in the order of the form.
fn panels(form: &Form, edition: &Edition) -> Vec<NewPanel> {
    let categories = &edition.book.rules().categories;
    let of_place = |place: usize| -> BTreeSet<String> {
        let here = |code: &&str| form.value(&format!("category-{code}")) == place.to_string();
        categories.iter().map(|category| category.code.as_str()).filter(here).map(str::to_owned).collect()
    };
    let panel = |place: usize| NewPanel {
        name: form.value(&format!("panel-{place}-name")).to_owned(),
        categories: of_place(place),
        judges: form.values(&format!("panel-{place}-judges")).iter().filter_map(|id| id.parse().ok()).collect(),
    };
    (0..categories.len().max(1)).map(panel).collect()
}
