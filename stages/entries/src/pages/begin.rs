//! Beginning a dossier: what will be needed, and the two fields that name it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::edition::{CategoryCode, PartKind};
use hoithi_rules::entries::Title;
use hoithi_rules::ids::UnitId;
use hoithi_units::{choices, units_to_choose};
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect};

use super::tasks::deadline;
use super::unit::UnitChoices;
use crate::operations::{Begin, begin, doors_are_closed};
use crate::refusals::DossierRefusal;
use crate::rights::Person;

#[derive(Template)]
#[template(path = "entries/begin.html")]
struct BeginPage {
    page: Page,
    form: Form,
    edition: Edition,
    on_behalf: bool,
    categories: Vec<(String, String)>,
    units: UnitChoices,
    /// Whether a unit has to be named: its contact writes for nobody else.
    asks_unit: bool,
    deadline: (String, String),
    /// Whether a dossier can still arrive; where none can, no form is offered.
    open: bool,
}

impl BeginPage {
    async fn load(house: &House, viewer: &Viewer, page: Page, slug: &str, on_behalf: bool) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let edition = edition_by_slug(&mut db, slug).await?.ok_or_else(Halt::not_found)?;
        if !edition.is_public() {
            return Err(Halt::not_found());
        }
        let units = if on_behalf { units_for(&mut db, viewer, &page, &edition).await? } else { Vec::new() };
        let asks_unit = on_behalf && !Person::of(viewer).may_begin_for(edition.place(), None);
        let unit = only_choice(&units).filter(|_| asks_unit);
        let form = unit.map_or_else(Form::new, |unit| Form::new().with("unit", unit));
        let title = if on_behalf { "entries-on-behalf" } else { "entries-begin" };
        Ok(Self {
            deadline: deadline(&page, &edition, house.clock().now()),
            open: !doors_are_closed(&edition, house.clock().now(), on_behalf),
            page: page.titled(title),
            form,
            categories: categories(&edition),
            edition,
            on_behalf,
            units,
            asks_unit,
        })
    }

    /// `PDF, nhiều nhất 20 MB`
    fn limits(&self, kind: &PartKind) -> String {
        limits(&self.page, *kind)
    }

    fn render(mut self, mut form: Form, halt: Halt) -> Result<Response, Halt> {
        form.keep_refusals(&self.page, halt)?;
        self.form = form;
        // Where the door closed while somebody was typing, what they typed stays on the page.
        self.open = true;
        html(&self)
    }
}

/// The unit to choose, where there is one alone.
fn only_choice(units: &[(String, Vec<(String, String)>)]) -> Option<&str> {
    let mut all = units.iter().flat_map(|(_, units)| units);
    let first = all.next().map(|(id, _)| id.as_str());
    first.filter(|_| all.next().is_none())
}

/// What a part takes, in words.
pub(super) fn limits(page: &Page, kind: PartKind) -> String {
    match kind {
        PartKind::Text { max_characters } => {
            page.t1("entries-limit-text", "max", page.number(i64::from(max_characters.get())))
        }
        PartKind::Pdf { max_megabytes } => page.t1("entries-limit-pdf", "max", max_megabytes),
        PartKind::Video { max_megabytes, max_minutes } => {
            let facts = [("max", max_megabytes.to_string()), ("minutes", max_minutes.to_string())];
            page.tx("entries-limit-video", &facts)
        }
        PartKind::Fields => page.t("entries-limit-fields"),
    }
}

/// The edition's categories for a choice.
pub(super) fn categories(edition: &Edition) -> Vec<(String, String)> {
    let categories = edition.book.rules().categories.iter();
    categories.map(|category| (category.code.to_string(), category.name.clone())).collect()
}

/// The units of today for a choice; a unit's contact chooses among the own.
async fn units_for(
    db: &mut hoithi_store::Conn,
    viewer: &Viewer,
    page: &Page,
    edition: &Edition,
) -> Result<UnitChoices, Halt> {
    let person = Person::of(viewer);
    let all = units_to_choose(db, viewer.today).await?;
    let allowed = all.into_iter().filter(|unit| person.may_begin_for(edition.place(), Some(unit.id)));
    Ok(choices(page, allowed.collect()))
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    html(&BeginPage::load(&house, &viewer, page, &slug, false).await?)
}

pub(super) async fn show_on_behalf(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    html(&BeginPage::load(&house, &viewer, page, &slug, true).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let begin_page = BeginPage::load(&house, &viewer, page, &slug, false).await?;
    start(&house, &viewer, begin_page, posted.form).await
}

pub(super) async fn send_on_behalf(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let begin_page = BeginPage::load(&house, &viewer, page, &slug, true).await?;
    start(&house, &viewer, begin_page, posted.form).await
}

async fn start(house: &House, viewer: &Viewer, begin_page: BeginPage, form: Form) -> Result<Response, Halt> {
    form.only(if begin_page.on_behalf { &["title", "category", "unit"] } else { &["title", "category"] })?;
    let begun = match command(&begin_page, &form) {
        Ok(command) => house.acts.perform(viewer.actor(), move |act| Box::pin(begin(act, command.clone()))).await,
        Err(halt) => Err(halt),
    };
    match begun {
        Ok(entry) => Ok(redirect(&format!("/lap-ho-so/{entry}"))),
        Err(halt) => begin_page.render(form, halt),
    }
}

fn command(begin_page: &BeginPage, form: &Form) -> Result<Begin, Halt> {
    let mut no = Refusals::new();
    let title = no.keep("title", form.value("title").parse::<Title>());
    let category = form.given("category").and_then(CategoryCode::parse);
    if category.is_none() {
        no.add("entries.category_missing", "category", "no category is chosen");
    }
    let unit = form.given("unit").map(str::parse::<UnitId>).transpose();
    if unit.is_err() {
        no.add("entries.unit_unknown", "unit", "this is no unit of the register");
    }
    if begin_page.asks_unit && matches!(unit, Ok(None)) {
        no.keep::<(), _>("unit", Err(DossierRefusal::UnitMissing));
    }
    no.done()?;
    let (edition, on_behalf) = (begin_page.edition.id, begin_page.on_behalf);
    Ok(Begin { edition, title, category, unit: unit.ok().flatten(), on_behalf })
}
