//! The standings of each group, and one unit's points with their evidence.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_campaign::sendings_to;
use hoithi_correspondence::answer_pdf;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::commendation::{Group, Line, Placed};
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, html};
use uuid::Uuid;

use super::forward::signed_as_usual;
use super::{edition_for, known, words};
use crate::evidence::{Piece, UnitScore, evidence, open_reports, standings};
use crate::fallen::fallen_of;
use crate::press;
use crate::store::{self, Honour, Origin, Proposal};

#[derive(Template)]
#[template(path = "commendation/standings.html")]
pub(super) struct StandingsPage {
    page: Page,
    form: Form,
    slug: String,
    /// Where the formula comes from.
    origin: Origin,
    groups: Vec<(Group, String, Vec<Placed<UnitScore>>)>,
    /// Why none of a group can be put forward yet, told to whoever may do so.
    waits: BTreeMap<Group, String>,
    honours: Vec<(String, String)>,
    proposals: Vec<Proposal>,
    /// Those whose decision holds no more.
    fallen: BTreeSet<Uuid>,
    announced: bool,
    /// How many reports may still change the points.
    open_reports: usize,
    /// The groups of which units can be put forward now, by whoever looks.
    ready: BTreeSet<Group>,
    /// From when the rule book's formula counts, where that is a day to come.
    to_come: Option<String>,
    may_propose: bool,
    may_close: bool,
}

impl StandingsPage {
    pub(super) async fn load(
        db: &mut Conn,
        page: Page,
        viewer: &Viewer,
        edition: &Edition,
        form: Form,
    ) -> Result<Self, Halt> {
        let kept = store::formula(db, edition, viewer.today).await?;
        let groups = standings(db, (edition, viewer.today), &kept.formula).await?;
        let proposals = store::proposals(db, edition.id).await?;
        let fallen = fallen_of(db, &proposals).await?;
        let mut open = open_reports(db, (edition, &kept.formula), viewer.today).await?;
        open.retain(|group, _| groups.contains_key(group));
        let earned = |all: &[Placed<UnitScore>]| all.iter().any(|placed| !placed.what.score.lines.is_empty());
        let ready = groups.iter().filter(|(group, all)| !open.contains_key(*group) && earned(all));
        let to_come = edition.book.merit().map(|part| part.source.in_force).filter(|day| *day > viewer.today);
        let may_propose = viewer.may(Permission::CommendationPropose, edition.place());
        let named = |(group, all)| (group, words::group(&page, group), all);
        let waits = groups.iter().filter_map(|(group, all)| {
            let why = match open.get(group) {
                Some(open) => page.t1("commendation-waits-reports", "open", open),
                None if !earned(all) => page.t("commendation-waits-points"),
                None => return None,
            };
            Some((*group, why))
        });
        let waits = if may_propose { waits.collect() } else { BTreeMap::new() };
        Ok(Self {
            ready: ready.filter(|_| may_propose && to_come.is_none()).map(|(group, _)| *group).collect(),
            to_come: to_come.map(|day| page.day(day)),
            waits,
            groups: groups.into_iter().map(named).collect(),
            honours: Honour::ALL.map(|honour| (honour.code().to_owned(), words::honour(&page, honour))).into(),
            proposals,
            fallen,
            announced: edition.state.announced_at().is_some(),
            open_reports: open.into_values().sum(),
            may_propose,
            may_close: viewer.may(Permission::ReportApprove, edition.place()),
            page: page.titled("commendation-standings"),
            slug: edition.slug.to_string(),
            origin: kept.origin,
            form,
        })
    }

    fn is_assumed(&self) -> bool {
        self.origin == Origin::Assumed
    }

    fn honour(&self, proposal: &Proposal) -> String {
        words::honour(&self.page, proposal.honour)
    }

    fn made(&self, proposal: &Proposal) -> String {
        self.page.day(proposal.at.to_zoned(self.page.zone()).date())
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::CampaignView).await?;
    let form = signed_as_usual(&mut db, &edition, viewer.today).await?;
    html(&StandingsPage::load(&mut db, page, &viewer, &edition, form).await?)
}

/// What everybody may read: from the announcement on, because until then entries are judged blind.
#[derive(Template)]
#[template(path = "commendation/public.html")]
struct PublicPage {
    page: Page,
    slug: String,
    announced: bool,
    groups: Vec<(String, Vec<Placed<UnitScore>>)>,
}

pub(super) async fn public(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = known(&mut db, &viewer, &slug).await?;
    let announced = edition.state.announced_at().is_some();
    let mut groups = Vec::new();
    if announced {
        let kept = store::formula(&mut db, &edition, viewer.today).await?;
        for (group, mut all) in standings(&mut db, (&edition, viewer.today), &kept.formula).await? {
            all.retain(|placed| placed.what.score.total().hundredths() > 0);
            groups.push((words::group(&page, group), all));
        }
    }
    let page = page.under(edition.title(), format!("/ky/{slug}")).titled("commendation-public");
    html(&PublicPage { page, slug, announced, groups })
}

#[derive(Template)]
#[template(path = "commendation/unit.html")]
struct UnitPage {
    page: Page,
    slug: String,
    group: String,
    /// Whether a letter went to it: only then the campaign has its page.
    has_letters: bool,
    placed: Placed<UnitScore>,
    lines: Vec<(Line, String, Vec<Piece>)>,
}

impl UnitPage {
    /// A piece of evidence in words; of a report both its days.
    fn called(&self, piece: &Piece) -> String {
        match piece.day.filter(|_| piece.is_report()) {
            Some(on) => {
                let facts = [("due", piece.name.clone()), ("on", self.page.day(on))];
                self.page.tx("commendation-report-came", &facts)
            }
            None => piece.name.clone(),
        }
    }
}

/// A unit of the standings with the pieces that its points are counted from.
async fn of_unit(
    db: &mut Conn,
    viewer: &Viewer,
    edition: &Edition,
    id: UnitId,
) -> Result<(Placed<UnitScore>, Vec<Piece>), Halt> {
    let kept = store::formula(db, edition, viewer.today).await?;
    let groups = standings(db, (edition, viewer.today), &kept.formula).await?;
    let placed = groups.into_values().flatten().find(|placed| placed.what.unit.id == id);
    let mut pieces = evidence(db, edition, viewer.today).await?.remove(&id).unwrap_or_default();
    if !viewer.may(Permission::EntryViewAll, edition.place()) {
        pieces.iter_mut().for_each(Piece::keep_back);
    }
    Ok((placed.ok_or_else(Halt::not_found)?, pieces))
}

pub(super) async fn unit(
    State(house): State<House>,
    Path((slug, id)): Path<(String, UnitId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::CampaignView).await?;
    let (placed, pieces) = of_unit(&mut db, &viewer, &edition, id).await?;
    let lines = placed.what.score.lines.iter().map(|line| {
        let own = pieces.iter().filter(|piece| piece.criterion == line.criterion).cloned().collect();
        (*line, words::criterion(&page, &edition.book, line.criterion), own)
    });
    let lines = lines.collect();
    let label = page.t("commendation-standings");
    let letters = sendings_to(&mut db, id).await?;
    html(&UnitPage {
        has_letters: letters.iter().any(|sent| sent.edition == edition.id),
        group: words::group(&page, placed.what.group),
        page: page.named(placed.what.unit.name.clone()).under(label, format!("/ky/{slug}/khen-thuong")),
        slug,
        placed,
        lines,
    })
}

pub(super) async fn achievements_pdf(
    State(house): State<House>,
    Path((slug, id)): Path<(String, UnitId)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::CampaignView).await?;
    let (placed, pieces) = of_unit(&mut db, &viewer, &edition, id).await?;
    drop(db);
    Ok(answer_pdf(press::achievements(&house, &edition, (&placed, &pieces), None).await?, "bao-cao-thanh-tich.pdf"))
}
