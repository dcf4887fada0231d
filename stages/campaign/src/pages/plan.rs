//! A plan's assignments on pages: written down line by line, read back, given to the units.

mod table;

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::Document;
use hoithi_edition::{Edition, workdays};
use hoithi_journal::Halt;
use hoithi_people::{OrRefuseAll, Refusals, Viewer, refused};
use hoithi_rules::campaign::{Assignment, TaskKind};
use hoithi_rules::ids::{DocumentId, UnitId};
use hoithi_rules::people::Permission;
use hoithi_rules::workdays::{Due, Workdays};
use hoithi_store::Conn;
use hoithi_units::{Unit, UnitLevel, unit_names, units_on};
use hoithi_web::{Asked, Form, House, Lang, Page, Path, Posted, fold, html, redirect_with_flash};
use jiff::civil::Date;
use uuid::Uuid;

use self::table::{TableLine, open_lines};
use super::letter_for;
use super::send::{mail_words, under_letter};
use super::words;
use crate::operations::{
    AddAssignment, ChangeAssignment, GivePlan, add_assignment, addressees, change_assignment, drop_assignment,
    give_plan,
};
use crate::refusal::CampaignRefusal;
use crate::store::{self, PlanLine};

#[derive(Template)]
#[template(path = "campaign/plan.html")]
struct PlanPage {
    page: Page,
    form: Form,
    slug: String,
    document: Document,
    lines: Vec<Line>,
    kinds: Vec<(String, String)>,
    groups: Vec<(String, String)>,
    /// What the plan's own table says and no line has yet.
    open_lines: Vec<TableLine>,
    may_give: bool,
}

/// One assignment with whom it names.
struct Line {
    kept: PlanLine,
    title: String,
    due: String,
    closed: String,
    whom: String,
    /// To how many units it goes by the register of today.
    units: usize,
}

impl PlanPage {
    async fn load(
        db: &mut Conn,
        (page, today): (Page, Date),
        edition: &Edition,
        document: Document,
        form: Form,
    ) -> Result<Self, Halt> {
        let lines = store::plan_lines(db, document.id).await?;
        let open = addressees(db, &lines, today).await?;
        let (names, days) = (unit_names(db).await?, workdays(db, Some(edition.id)).await?);
        let line = |line: PlanLine| {
            let to = open.iter().find(|(known, _)| known.id == line.id).map_or(0, |(_, units)| units.len());
            Line {
                title: title(&page, &line.assignment),
                due: due(&page, line.assignment.due),
                closed: closed(&page, &days, line.assignment.due),
                whom: whom(&page, &line.assignment, |unit| names.get(&unit).cloned().unwrap_or_default()),
                units: line.given_to.unwrap_or(to),
                kept: line,
            }
        };
        let group = |level: &UnitLevel| (level.code().to_owned(), page.tcode("units-level-", level.code()));
        let kind = |kind: TaskKind| (kind.code().to_owned(), page.tcode("campaign-plan-kind-", kind.code()));
        Ok(Self {
            kinds: Assignment::KINDS.map(kind).into(),
            groups: UnitLevel::ALL.iter().map(group).collect(),
            open_lines: open_lines(&document, &lines),
            may_give: document.signed().is_some() && !open.is_empty(),
            lines: lines.into_iter().map(line).collect(),
            slug: edition.slug.to_string(),
            page: under_letter(page.titled("campaign-plan"), edition, &document),
            form: if form.given("kind").is_none() { form.with("kind", TaskKind::Other.code()) } else { form },
            document,
        })
    }

    fn here(&self) -> String {
        format!("/ky/{}/ke-hoach/{}", self.slug, self.document.id)
    }

    /// Whether a line is written anew and not one more.
    fn changes(&self) -> bool {
        self.form.given("line").is_some()
    }

    fn open(&self) -> usize {
        self.lines.iter().filter(|line| line.kept.given_to.is_none()).count()
    }

    fn units(&self) -> usize {
        self.lines.iter().filter(|line| line.kept.given_to.is_none()).map(|line| line.units).sum()
    }
}

/// What the plan calls it, or what everybody does.
fn title(page: &Page, assignment: &Assignment) -> String {
    if assignment.title.is_empty() {
        page.tcode("campaign-task-", assignment.kind.code())
    } else {
        assignment.title.clone()
    }
}

fn due(page: &Page, due: Option<Due>) -> String {
    match due {
        Some(Due::Day(day)) => page.day(day),
        Some(other) if other.counted_from_receipt().is_some() => {
            words::due_of(page, None, other.counted_from_receipt())
        }
        Some(Due::Within(within)) => page.t1("campaign-counted-sent", "days", within.days),
        None => page.t("campaign-no-due"),
    }
}

fn closed(page: &Page, days: &Workdays, due: Option<Due>) -> String {
    match due {
        Some(Due::Day(day)) => words::closed(page, days, day),
        _ => String::new(),
    }
}

fn whom(page: &Page, assignment: &Assignment, name: impl Fn(UnitId) -> String) -> String {
    let groups =
        assignment.groups.iter().map(|code| page.t1("campaign-plan-all", "level", page.tcode("units-level-", code)));
    groups.chain(assignment.units.iter().map(|unit| name(*unit))).collect::<Vec<_>>().join("; ")
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let asked = asked.only(&["line", "row"])?;
    let mut db = house.read().await?;
    let (edition, document) = letter_for(&mut db, &viewer, &slug, id, Permission::LetterSend).await?;
    let form = begun(&mut db, (&page, viewer.today), &document, &asked).await?;
    html(&PlanPage::load(&mut db, (page, viewer.today), &edition, document, form).await?)
}

/// The form as it begins: with a line that is to be changed, with one of the plan's own table, or empty.
async fn begun(db: &mut Conn, (page, today): (&Page, Date), document: &Document, asked: &Form) -> Result<Form, Halt> {
    let lines = store::plan_lines(db, document.id).await?;
    let chosen = |code: &str| lines.iter().find(|line| line.given_to.is_none() && line.id.to_string() == code);
    if let Some(line) = asked.choice("line", chosen)? {
        let names = unit_names(db).await?;
        return Ok(typed(page, line, |unit| names.get(&unit).cloned()));
    }
    let rows = open_lines(document, &lines);
    let row = asked.choice("row", |text| rows.iter().find(|row| row.place.to_string() == text))?;
    match row {
        Some(row) => Ok(row.filled(&units_on(db, today).await?)),
        None => Ok(Form::new()),
    }
}

/// A line as it would be typed.
fn typed(page: &Page, line: &PlanLine, name: impl Fn(UnitId) -> Option<String>) -> Form {
    let Assignment { kind, title, words, due: by, groups, units } = &line.assignment;
    let names: Vec<_> = units.iter().filter_map(|unit| name(*unit)).collect();
    let by = by.map_or_else(String::new, |by| due(page, Some(by)));
    let form = Form::new().with("line", line.id).with("kind", kind.code()).with("title", title).with("words", words);
    let form = form.with("due", by).with("names", names.join("\n"));
    groups.iter().fold(form, |form, group| form.with("groups", group))
}

/// A line is written down, written anew, or taken out again.
pub(super) async fn write(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["line", "kind", "title", "words", "due", "groups", "names", "drop"])?;
    let mut db = house.read().await?;
    let (edition, document) = letter_for(&mut db, &viewer, &slug, id, Permission::LetterSend).await?;
    let written = if let Some(line) = form.given("drop") {
        let line = id_of(line)?;
        drop(db);
        let dropped = house.acts.perform(viewer.actor(), move |act| Box::pin(drop_assignment(act, id, line))).await;
        dropped.map(|()| "campaign-plan-dropped")
    } else {
        let standing = units_on(&mut db, viewer.today).await?;
        drop(db);
        match read(&house, &form, &standing, viewer.today) {
            Ok(assignment) => save(&house, &viewer, id, (form.given("line"), assignment)).await,
            Err(halt) => Err(halt),
        }
    };
    match written {
        Ok(says) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/ke-hoach/{id}"), says)),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            let mut db = house.read().await?;
            html(&PlanPage::load(&mut db, (page, viewer.today), &edition, document, form).await?)
        }
    }
}

/// Keeps a line that was read: a new one, or one that was there; and what is said of it.
async fn save(
    house: &House,
    viewer: &Viewer,
    plan: DocumentId,
    (line, assignment): (Option<&str>, Assignment),
) -> Result<&'static str, Halt> {
    if let Some(line) = line {
        let command = ChangeAssignment { plan, line: id_of(line)?, assignment };
        let changed = house.acts.perform(viewer.actor(), move |act| Box::pin(change_assignment(act, command.clone())));
        changed.await.map(|()| "campaign-plan-changed")
    } else {
        let command = AddAssignment { plan, assignment };
        let added = house.acts.perform(viewer.actor(), move |act| Box::pin(add_assignment(act, command.clone())));
        added.await.map(|_| "campaign-plan-added")
    }
}

fn id_of(line: &str) -> Result<Uuid, Halt> {
    line.parse().map_err(|_| Halt::not_found())
}

/// The line as it was typed, or everything that is wrong with it at once.
fn read(house: &House, form: &Form, standing: &[Unit], today: Date) -> Result<Assignment, Halt> {
    let mut no = Refusals::new();
    let kind = form.choice("kind", |code| Assignment::KINDS.into_iter().find(|kind| kind.code() == code))?;
    let kind = kind.unwrap_or(TaskKind::Other);
    let words = match (kind, form.given("words")) {
        (TaskKind::NameContact, None) => house.catalogue.text(Lang::Vi, "campaign-task-name-contact", &[]),
        _ => form.raw("words").to_owned(),
    };
    let due = form.given("due").and_then(|text| no.keep("due", Due::parse(text)));
    let (mut units, mut unknown) = (BTreeSet::new(), false);
    for name in form.raw("names").lines().map(str::trim).filter(|name| !name.is_empty()) {
        match named(standing, name) {
            Ok(unit) => {
                units.insert(unit);
            }
            Err(nobody) => {
                unknown = true;
                no.at("names", vec![refused(&nobody)]);
            }
        }
    }
    let assignment = Assignment {
        kind,
        title: form.value("title").to_owned(),
        words,
        due,
        groups: form
            .values("groups")
            .into_iter()
            .filter(|code| code.parse::<UnitLevel>().is_ok())
            .map(str::to_owned)
            .collect(),
        units,
    };
    let checked = assignment.check(today).or_refuse_all();
    let checked = match checked {
        // Somebody was named, only not known: that is said already.
        Err(Halt::Refused(mut all)) if unknown => {
            all.retain(|each| each.code != "campaign.plan_nobody");
            if all.is_empty() { Ok(None) } else { Err(Halt::Refused(all)) }
        }
        other => other.map(Some),
    };
    let checked = no.absorb(checked)?.flatten();
    no.done()?;
    checked.ok_or_else(Halt::not_found)
}

/// So many units are suggested where a part of a name is not enough.
const SUGGESTED: usize = 5;

/// The unit of that name or code, or the only one that has these words in its name.
fn named(standing: &[Unit], name: &str) -> Result<UnitId, CampaignRefusal> {
    let sought = fold(name);
    let whole = |unit: &&Unit| fold(&unit.name) == sought || unit.code.as_deref() == Some(name);
    if let Some(unit) = standing.iter().find(whole) {
        return Ok(unit.id);
    }
    let part: Vec<&Unit> = standing.iter().filter(|unit| fold(&unit.name).contains(&sought)).collect();
    let name = name.chars().take(80).collect();
    match part.as_slice() {
        [only] => Ok(only.id),
        [] => Err(CampaignRefusal::UnitUnknown { name }),
        several => {
            let units: Vec<&str> = several.iter().take(SUGGESTED).map(|unit| unit.name.as_str()).collect();
            Err(CampaignRefusal::UnitSeveral { name, units: units.join("; ") })
        }
    }
}

#[derive(Template)]
#[template(path = "campaign/plan_read.html")]
struct ReadPlan {
    sheet: PlanPage,
    page: Page,
}

/// First the plan is read back with everything it asks of whom; it is given from there.
pub(super) async fn give(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["line", "step", "mail"])?;
    let mut db = house.read().await?;
    let (edition, document) = letter_for(&mut db, &viewer, &slug, id, Permission::LetterSend).await?;
    let given = if form.value("step") == "give" {
        drop(db);
        let lines = form.values("line").into_iter().filter_map(|line| line.parse().ok()).collect();
        let mail = form.checked("mail", "co").then(|| mail_words(&house, &edition, &document));
        let command = GivePlan { plan: id, lines, mail };
        house.acts.perform(viewer.actor(), move |act| Box::pin(give_plan(act, command.clone()))).await.map(|_| ())
    } else {
        let sheet =
            PlanPage::load(&mut db, (page.clone(), viewer.today), &edition, document.clone(), Form::new()).await?;
        if sheet.may_give {
            return html(&ReadPlan { page: page.titled("campaign-plan-read"), sheet });
        }
        Err(Halt::Refused(vec![refused(&CampaignRefusal::LetterUnsigned)]))
    };
    match given {
        Ok(()) => {
            let board = format!("/ky/{slug}/tien-do?letter={id}");
            Ok(redirect_with_flash(&house.site, &board, "campaign-plan-given-now"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            let mut db = house.read().await?;
            html(&PlanPage::load(&mut db, (page, viewer.today), &edition, document, form).await?)
        }
    }
}
