//! Every version of a report: who sent it, when, with what papers, and what it changed.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::serve_file;
use hoithi_edition::{Edition, edition};
use hoithi_journal::Halt;
use hoithi_people::{Viewer, account};
use hoithi_rules::correspondence::Channel;
use hoithi_rules::ids::ReportId;
use hoithi_rules::people::Permission;
use hoithi_rules::reporting::{Column, ReportForm};
use hoithi_store::Conn;
use hoithi_units::unit;
use hoithi_web::{House, Page, Path, html};
use uuid::Uuid;

use super::chosen::told;
use super::desk::own_line;
use super::read::report_for;
use crate::forms::form_of;
use crate::line::{ReportFile, ReportLine};
use crate::store::{self, KeptVersion};

#[derive(Template)]
#[template(path = "reporting/versions.html")]
struct VersionsPage {
    page: Page,
    /// The address of this page.
    here: String,
    unit: String,
    /// The latest first.
    versions: Vec<VersionShown>,
}

struct VersionShown {
    number: u32,
    /// When and by which way.
    came: String,
    who: String,
    changes: Vec<Change>,
    files: Vec<ReportFile>,
    /// Why it was approved without its signed paper; empty where it was not.
    unsigned: String,
}

/// What one version says and the one before it did not.
struct Change {
    label: String,
    before: String,
    now: String,
}

/// The figures and texts of a form, with the words in which they are told.
struct Reader<'a> {
    page: &'a Page,
    form: &'a ReportForm,
    columns: Vec<Column>,
}

impl Reader<'_> {
    fn figure(&self, version: Option<&KeptVersion>, column: &Column) -> String {
        let value = version.and_then(|version| version.figures.get(&column.code));
        value.map(|value| told(self.page, column, *value)).unwrap_or_default()
    }

    /// What changed against the version before; of the first, all that it says.
    fn changes(&self, before: Option<&KeptVersion>, now: &KeptVersion) -> Vec<Change> {
        let figures = self.columns.iter().map(|column| Change {
            label: column.label.clone(),
            before: self.figure(before, column),
            now: self.figure(Some(now), column),
        });
        let words = |version: Option<&KeptVersion>, code: &str| {
            version.and_then(|version| version.texts.get(code)).cloned().unwrap_or_default()
        };
        let texts = self.form.headings.iter().map(|heading| Change {
            label: heading.label.clone(),
            before: words(before, &heading.code),
            now: words(Some(now), &heading.code),
        });
        figures.chain(texts).filter(|change| change.before != change.now).collect()
    }

    /// Of what the agency entered only the day of its arrival is known, and of some of old not even that.
    fn came(&self, version: &KeptVersion) -> String {
        let page = self.page;
        let when = match (version.how.is_first_hand(), version.received) {
            (true, _) => page.t1("reporting-at", "at", page.instant(version.at)),
            (false, Some(day)) => page.t1("reporting-on", "day", page.day(day)),
            (false, None) => String::new(),
        };
        format!("{when} {}.", page.tcode("reporting-way-", version.how.code())).trim_start().to_owned()
    }
}

/// Whose eyes read it: a unit is not told who of the agency entered its paper.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Eyes {
    Agency,
    Unit,
}

/// The versions of a report, beneath the address of the report's page.
async fn versions_page(
    db: &mut Conn,
    page: Page,
    (edition, line): (&Edition, &ReportLine),
    (report, eyes): (String, Eyes),
) -> Result<VersionsPage, Halt> {
    let form = form_of(db, &line.form, edition).await?;
    let kept = store::versions_of(db, line.request.id).await?;
    if kept.is_empty() {
        return Err(Halt::not_found());
    }
    let unit = unit(db, line.request.unit).await?.ok_or_else(Halt::not_found)?.name;
    let reader = Reader { page: &page, form: &form, columns: form.columns() };
    let said = store::verdicts_of(db, line.request.id).await?;
    let excepted = said.iter().filter_map(|said| Some((said.version, said.stands.exception()?.to_owned())));
    let excepted: BTreeMap<u32, String> = excepted.collect();
    let mut versions = Vec::with_capacity(kept.len());
    for (place, version) in kept.iter().enumerate() {
        let named = eyes == Eyes::Agency || version.how == Channel::InApp;
        let by = if named { account(db, version.by).await? } else { None };
        versions.push(VersionShown {
            number: version.number,
            came: reader.came(version),
            who: by.map(|known| known.name.to_string()).unwrap_or_default(),
            changes: reader.changes(place.checked_sub(1).and_then(|before| kept.get(before)), version),
            files: version.files.clone(),
            unsigned: excepted.get(&version.number).cloned().unwrap_or_default(),
        });
    }
    versions.reverse();
    let here = format!("{report}/ban");
    let page = page.titled("reporting-versions").under(unit.clone(), report);
    Ok(VersionsPage { page, here, unit, versions })
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, report)): Path<(String, ReportId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (edition, line) = report_for(&mut db, &viewer, &slug, report, Permission::CampaignView).await?;
    let beneath = (format!("/ky/{slug}/bao-cao/{report}"), Eyes::Agency);
    html(&versions_page(&mut db, page, (&edition, &line), beneath).await?)
}

pub(super) async fn show_own(
    State(house): State<House>,
    Path(origin): Path<Uuid>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let line = own_line(&mut db, &viewer, origin, Permission::SendingView).await?;
    let edition = edition(&mut db, line.edition).await?.ok_or_else(Halt::not_found)?;
    let beneath = (format!("/don-vi/cong-viec/{origin}/bao-cao"), Eyes::Unit);
    html(&versions_page(&mut db, page, (&edition, &line), beneath).await?)
}

pub(super) async fn file(
    State(house): State<House>,
    Path((slug, report, version, place)): Path<(String, ReportId, u32, usize)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    report_for(&mut db, &viewer, &slug, report, Permission::CampaignView).await?;
    let kept = store::versions_of(&mut db, report).await?;
    drop(db);
    served(&house, &kept, (version, place)).await
}

pub(super) async fn own_file(
    State(house): State<House>,
    Path((origin, version, place)): Path<(Uuid, u32, usize)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let line = own_line(&mut db, &viewer, origin, Permission::SendingView).await?;
    let kept = store::versions_of(&mut db, line.request.id).await?;
    drop(db);
    served(&house, &kept, (version, place)).await
}

/// Files are counted from 1.
async fn served(house: &House, kept: &[KeptVersion], (version, place): (u32, usize)) -> Result<Response, Halt> {
    let version = kept.iter().find(|kept| kept.number == version);
    let file = version.and_then(|version| version.files.get(place.checked_sub(1)?));
    serve_file(house, &file.ok_or_else(Halt::not_found)?.file).await
}
