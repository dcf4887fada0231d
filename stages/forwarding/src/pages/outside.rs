//! Contests of units that were held outside this program: recorded, and their best sent up.

use std::collections::HashMap;
use std::num::NonZeroU32;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, edition_by_slug};
use hoithi_entries::scan_response;
use hoithi_journal::{Denied, Halt};
use hoithi_people::{Refusals, Viewer, refused, scan_of};
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::day::parse_day;
use hoithi_rules::forwarding::{ForwardingRefusal, check_promotion};
use hoithi_rules::ids::{EntryId, UnitId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_units::{choices, unit_names, units_to_choose};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect, redirect_with_flash};
use uuid::Uuid;

use super::{endorsement_of, numbers_above};
use crate::outside::{
    HEADS, OutsideContest, OutsideEntry, RecordOutside, SendOutside, Sendable, contest, contests_of, entries, place_of,
    record_outside, rule_of, send_outside, sendable,
};
use crate::store::Promoted;

/// A contest in the list.
struct Line {
    contest: OutsideContest,
    unit: String,
    entries: usize,
    sent: usize,
}

#[derive(Template)]
#[template(path = "forwarding/outside.html")]
struct OutsidePage {
    page: Page,
    form: Form,
    here: String,
    lines: Vec<Line>,
    units: Vec<(String, Vec<(String, String)>)>,
}

fn address(edition: &Edition) -> String {
    format!("/ky/{}/hoi-thi-ngoai", edition.slug)
}

/// Whether somebody records for that unit: its own contact, or whoever takes dossiers in for the organisers.
fn may(viewer: &Viewer, edition: &Edition, unit: UnitId) -> bool {
    viewer.may(Permission::EntryOnBehalf, place_of(edition, unit))
}

/// The contest above; one that a unit holds has none below it.
async fn find(db: &mut Conn, slug: &str) -> Result<Edition, Halt> {
    let edition = edition_by_slug(db, slug).await?.filter(|edition| edition.is_public() && !edition.is_local());
    edition.ok_or_else(Halt::not_found)
}

impl OutsidePage {
    async fn load(db: &mut Conn, viewer: &Viewer, page: Page, edition: &Edition, form: Form) -> Result<Self, Halt> {
        let names = unit_names(db).await?;
        let mut units = units_to_choose(db, viewer.today).await?;
        units.retain(|unit| may(viewer, edition, unit.id));
        if units.is_empty() {
            return Err(Halt::Denied(Denied::Forbidden));
        }
        let mut lines = Vec::new();
        for contest in contests_of(db, edition.id).await? {
            if may(viewer, edition, contest.unit) {
                lines.push(Line {
                    unit: names.get(&contest.unit).cloned().unwrap_or_default(),
                    entries: entries(db, contest.id).await?.len(),
                    sent: sendable(db, &contest).await?.sent.len(),
                    contest,
                });
            }
        }
        let units = choices(&page, units);
        let page = page.under(edition.title(), format!("/ky/{}", edition.slug)).titled("forwarding-outside");
        Ok(Self { page, form, here: address(edition), lines, units })
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = find(&mut db, &slug).await?;
    html(&OutsidePage::load(&mut db, &viewer, page, &edition, Form::new()).await?)
}

pub(super) async fn record(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["unit", "title", "decision", "decided_on", "quota"])?;
    let edition = find(&mut house.read().await?, &slug).await?;
    let done = match read_record(&house, &posted, &edition) {
        Ok(command) => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(record_outside(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(id) => Ok(redirect(&format!("{}/{id}", address(&edition)))),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&OutsidePage::load(&mut house.read().await?, &viewer, page, &edition, form).await?)
        }
    }
}

fn read_record(house: &House, posted: &Posted, edition: &Edition) -> Result<RecordOutside, Halt> {
    let (form, mut no) = (&posted.form, Refusals::new());
    let unit = form.value("unit").parse::<UnitId>().ok();
    if unit.is_none() {
        no.add("forwarding.outside_unit_unknown", "unit", "choose the unit");
    }
    let decided_on = parse_day(form.value("decided_on"));
    if decided_on.is_none() {
        no.add("forwarding.day_malformed", "decided_on", "this is no day");
    }
    // A malformed day must not hide what is wrong with the number.
    let year = decided_on.map_or(2020, jiff::civil::Date::year);
    let decision = no.keep("decision", DocumentNumber::parse(form.value("decision"), year));
    let quota = form.value("quota").trim().parse::<NonZeroU32>().ok();
    if quota.is_none() {
        no.add("forwarding.outside_quota_malformed", "quota", "this is no number of entries");
    }
    if form.value("title").trim().is_empty() {
        no.add("forwarding.outside_title_missing", "title", "the contest has no name");
    }
    let scan = no.absorb(scan_of(posted, "scan"))?;
    let (Some(unit), Some(decided_on), Some(decision), Some(quota), Some(scan)) =
        (unit, decided_on, decision, quota, scan)
    else {
        return Err(no.halt());
    };
    no.done()?;
    let (title, scan) = (form.value("title").to_owned(), house.take_upload(&scan.bytes)?);
    Ok(RecordOutside { edition: edition.id, unit, title, decision, decided_on, quota, scan })
}

/// An entry of the list, with what keeps it from going up.
struct Listed {
    entry: OutsideEntry,
    category: String,
    /// As which entry it stands above.
    above: Option<String>,
    /// It gave its place up.
    gone: bool,
    better: u32,
    problems: Vec<String>,
}

#[derive(Template)]
#[template(path = "forwarding/outside_one.html")]
pub(super) struct OnePage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) here: String,
    pub(super) edition: Edition,
    pub(super) contest: OutsideContest,
    unit: String,
    lines: Vec<Listed>,
    sent: Vec<Promoted>,
    vacant: usize,
    heads: String,
    categories: String,
}

impl OnePage {
    pub(super) async fn load(
        db: &mut Conn,
        viewer: &Viewer,
        page: Page,
        (slug, id): (&str, Uuid),
    ) -> Result<Self, Halt> {
        let edition = find(db, slug).await?;
        let contest = contest(db, edition.id, id).await?.ok_or_else(Halt::not_found)?;
        if !may(viewer, &edition, contest.unit) {
            return Err(Halt::Denied(Denied::Forbidden));
        }
        let unit = hoithi_units::unit(db, contest.unit).await?.map(|unit| unit.name).unwrap_or_default();
        let (stands, list) = (sendable(db, &contest).await?, entries(db, contest.id).await?);
        let all = page.t("forwarding-outside");
        let above = numbers_above(db, &stands.sent).await?;
        let lines = lines(viewer, &page, (&edition, &contest), (&stands, &list, &above));
        let named: Vec<&str> = edition.book.rules().categories.iter().map(|each| each.name.as_str()).collect();
        Ok(Self {
            heads: HEADS.join(" | "),
            categories: named.join("; "),
            page: page
                .under(edition.title(), format!("/ky/{}", edition.slug))
                .under(all, address(&edition))
                .named(&contest.title),
            form: Form::new(),
            here: format!("{}/{id}", address(&edition)),
            vacant: stands.vacant.len(),
            sent: stands.sent,
            edition,
            contest,
            unit,
            lines,
        })
    }

    fn can_send(&self) -> bool {
        self.lines.iter().any(Listed::may_go)
    }

    fn may_pass_over(&self) -> bool {
        self.lines.iter().any(|line| line.may_go() && line.better > 0)
    }

    fn chosen(&self, line: &Listed) -> bool {
        self.form.value("entry") == line.entry.id.to_string()
    }

    fn quota_note(&self) -> String {
        let facts = [("sent", self.sent.len().to_string()), ("quota", self.contest.quota.to_string())];
        self.page.tx("forwarding-quota", &facts)
    }

    fn left(&self) -> usize {
        usize::try_from(self.contest.quota).unwrap_or(usize::MAX).saturating_sub(self.sent.len())
    }
}

impl Listed {
    fn may_go(&self) -> bool {
        self.above.is_none() && self.problems.is_empty()
    }
}

fn lines(
    viewer: &Viewer,
    page: &Page,
    (edition, contest): (&Edition, &OutsideContest),
    (stands, list, above): (&Sendable, &[OutsideEntry], &HashMap<EntryId, String>),
) -> Vec<Listed> {
    let (rules, rule) = (edition.book.rules(), rule_of(edition, contest));
    let line = |entry: &OutsideEntry| {
        let nominee = stands.nominee(list, entry);
        let problems = check_promotion(&nominee, rule.as_ref(), stands.sent.len(), viewer.today).err();
        let told = problems.unwrap_or_default().into_iter().filter(|problem| {
            !matches!(problem, ForwardingRefusal::EndorsementMissing | ForwardingRefusal::OutOfOrder { .. })
        });
        Listed {
            category: rules.category(entry.category.as_str()).map_or_else(String::new, |each| each.name.clone()),
            above: above.get(&entry.id).cloned(),
            gone: nominee.out,
            better: nominee.passes_over,
            problems: told.map(|problem| page.refusal(&refused(&problem))).collect(),
            entry: entry.clone(),
        }
    };
    list.iter().map(line).collect()
}

pub(super) async fn one(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&OnePage::load(&mut house.read().await?, &viewer, page, (&slug, id)).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["entry", "endorsement", "endorsement_date", "endorsement_signer", "because"])?;
    let mut one = OnePage::load(&mut house.read().await?, &viewer, page, (&slug, id)).await?;
    let done = match read_send(&form, &one) {
        Ok(command) => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(send_outside(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(_) => Ok(redirect_with_flash(&house.site, &one.here, "forwarding-sent")),
        Err(halt) => {
            form.keep_refusals(&one.page, halt)?;
            one.form = form;
            html(&one)
        }
    }
}

fn read_send(form: &Form, one: &OnePage) -> Result<SendOutside, Halt> {
    let mut no = Refusals::new();
    let entry = form.value("entry").parse().ok();
    if entry.is_none() {
        no.add("forwarding.entry_missing", "entry", "choose an entry");
    }
    let endorsement = endorsement_of(form, &mut no);
    let (Some(entry), Some(endorsement)) = (entry, endorsement) else { return Err(no.halt()) };
    let because = form.value("because").to_owned();
    Ok(SendOutside { edition: one.edition.id, contest: one.contest.id, entry, endorsement, because })
}

/// The scan of the decision.
pub(super) async fn decision(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let one = OnePage::load(&mut house.read().await?, &viewer, page, (&slug, id)).await?;
    Ok(scan_response("quyet-dinh-hoi-thi", house.kept_file(one.contest.scan).await?))
}
