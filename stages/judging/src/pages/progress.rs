//! `/ky/{slug}/tien-do-cham`: how far judging has come. Counts only, never a mark.

mod step;

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::{EntryId, JudgeId};
use hoithi_rules::judging::RoundRule;
use hoithi_rules::people::Permission;
use hoithi_screening::admitted;
use hoithi_store::Conn;
use hoithi_web::{Asked, House, Page, Path, html};
use jiff::Timestamp;

use super::jury::judges_names;
use super::{edition_of, under};
use crate::assignments::{self, Progress};
use crate::jury::{self, Jury};
use crate::operations::{intake, sealing, unreleased};
use crate::rounds::{self, RoundCard, RoundStep};

pub(super) use step::{ask_seal, ask_start, seal, start};

#[derive(Template)]
#[template(path = "judging/progress.html")]
struct ProgressPage {
    page: Page,
    slug: String,
    rounds: Vec<RoundView>,
}

#[derive(Default)]
struct RoundView {
    name: String,
    state: &'static str,
    tone: &'static str,
    table: String,
    dates: Vec<String>,
    progress: Progress,
    lacks: Vec<String>,
    /// The entries whose copy nobody has released yet, and where that is done.
    copies: Option<(String, Option<String>)>,
    /// What a round started now would leave out.
    unfinished: Option<String>,
    judges: Vec<JudgeLine>,
    actions: Vec<Action>,
    /// What the seal still waits for.
    waits: String,
    link: Option<String>,
    link_key: &'static str,
    /// Where a judge is taken out who does not go on.
    stop: Option<String>,
}

struct JudgeLine {
    name: String,
    panels: String,
    progress: Progress,
}

/// What the visitor may do with a round now.
struct Action {
    href: String,
    key: &'static str,
    hint: &'static str,
    kind: &'static str,
}

/// Everything that the rounds of an edition are shown with.
struct Shown<'a> {
    page: &'a Page,
    viewer: &'a Viewer,
    edition: &'a Edition,
    jury: Option<Jury>,
    names: BTreeMap<JudgeId, String>,
    now: Timestamp,
}

async fn load(house: &House, viewer: &Viewer, page: Page, slug: String) -> Result<ProgressPage, Halt> {
    let mut db = house.read().await?;
    let edition = edition_of(&mut db, &slug).await?;
    viewer.allowed(Permission::RoundProgress, edition.place())?;
    let page = under(page.titled("judging-progress"), &edition);
    let known = rounds::rounds(&mut db, edition.id).await?;
    let jury = jury::jury(&mut db, edition.id).await?;
    let names = judges_names(&mut db, &edition).await?;
    let shown = Shown { page: &page, viewer, edition: &edition, jury, names, now: house.clock().now() };
    let mut views = Vec::new();
    for rule in edition.book.marking().map(|part| part.marking.rounds.as_slice()).unwrap_or_default() {
        let card = known.iter().find(|card| card.rule.code == rule.code);
        let waits = known.iter().any(|card| !card.step.is_opened()) || known.len() != views.len();
        views.push(match card {
            Some(card) => shown.round(&mut db, card).await?,
            None => shown.coming(rule, waits),
        });
    }
    Ok(ProgressPage { rounds: views, page, slug })
}

impl Shown<'_> {
    fn may(&self, permission: Permission) -> bool {
        self.viewer.may(permission, self.edition.place())
    }

    /// A round that nobody has prepared.
    fn coming(&self, rule: &RoundRule, waits: bool) -> RoundView {
        let ready = !waits && self.jury.is_some() && self.may(Permission::JudgeAssign);
        RoundView {
            name: rule.name.clone(),
            state: "coming",
            tone: "neutral",
            link: ready.then(|| self.address(&rule.code, "phan-cong")),
            link_key: "judging-assign",
            ..RoundView::default()
        }
    }

    fn address(&self, round: &str, verb: &str) -> String {
        format!("/ky/{}/vong/{round}/{verb}", self.edition.slug)
    }

    async fn round(&self, db: &mut Conn, card: &RoundCard) -> Result<RoundView, Halt> {
        let stands = sealing(db, card).await?;
        let short: Vec<String> = stands.short().iter().map(|each| each.blind_code.to_string()).collect();
        let waits_for_sheets = matches!(card.step, RoundStep::Prepared | RoundStep::Marking { .. });
        let lacks = (waits_for_sheets && !short.is_empty()).then(|| {
            let facts = [("count", short.len().to_string()), ("codes", short.join(", "))];
            self.page.tx("judging-lacks-judges", &facts)
        });
        let (link, link_key) = self.link(card);
        let left = self.left(db, card).await?;
        let marking = matches!(card.step, RoundStep::Marking { .. });
        let waits = if marking && left > 0 { self.page.t1("judging-seal-waits", "left", left) } else { String::new() };
        Ok(RoundView {
            name: card.rule.name.clone(),
            state: card.step.code(),
            tone: tone(card.step),
            table: format!("giam-khao-{}", card.rule.code),
            dates: self.dates(card.step),
            judges: self.judges(db, card).await?,
            actions: self.actions(card, left),
            waits,
            progress: stands.progress,
            lacks: lacks.into_iter().collect(),
            copies: self.copies(db, card).await?,
            unfinished: self.unfinished(db, card).await?,
            stop: (marking && self.may(Permission::JudgeStop)).then(|| self.address(&card.rule.code, "thoi-cham")),
            link,
            link_key,
        })
    }

    async fn copies(&self, db: &mut Conn, card: &RoundCard) -> Result<Option<(String, Option<String>)>, Halt> {
        if card.step != RoundStep::Prepared {
            return Ok(None);
        }
        let here: BTreeSet<EntryId> = admitted(db, self.edition.id).await?.into_iter().map(|each| each.entry).collect();
        let mut entries = rounds::entries(db, card.id).await?;
        entries.retain(|each| here.contains(&each.entry));
        let waiting = unreleased(db, self.edition, &entries).await?;
        if waiting.is_empty() {
            return Ok(None);
        }
        let codes: Vec<String> = waiting.iter().map(|each| each.blind_code.to_string()).collect();
        let facts = [("count", waiting.len().to_string()), ("codes", codes.join(", "))];
        let may = self.may(Permission::ScreeningDecide);
        let href = may.then(|| format!("/ky/{}/ban-cham", self.edition.slug));
        Ok(Some((self.page.tx("judging-copies-wait", &facts), href)))
    }

    async fn unfinished(&self, db: &mut Conn, card: &RoundCard) -> Result<Option<String>, Halt> {
        if card.step != RoundStep::Prepared {
            return Ok(None);
        }
        let intake = intake(db, self.edition, card, self.now).await?;
        let key = if intake.over { "judging-intake-waiting" } else { "judging-intake-open" };
        Ok(intake.unfinished().then(|| self.page.t1(key, "count", intake.waiting.to_string())))
    }

    fn dates(&self, step: RoundStep) -> Vec<String> {
        let (started, sealed, opened) = match step {
            RoundStep::Prepared => (None, None, None),
            RoundStep::Marking { started } => (Some(started), None, None),
            RoundStep::Sealed { started, sealed } => (Some(started), Some(sealed), None),
            RoundStep::Opened { started, sealed, opened } => (Some(started), Some(sealed), Some(opened)),
        };
        let told = [("judging-started-at", started), ("judging-sealed-at", sealed), ("judging-opened-at", opened)];
        told.into_iter().filter_map(|(key, at)| Some(self.page.t1(key, "when", self.page.instant(at?)))).collect()
    }

    async fn judges(&self, db: &mut Conn, card: &RoundCard) -> Result<Vec<JudgeLine>, Halt> {
        let mut by_judge: BTreeMap<JudgeId, Progress> = BTreeMap::new();
        for each in assignments::assignments(db, card.id).await? {
            by_judge.entry(each.judge).or_default().add(&each);
        }
        let line = |(judge, progress): (JudgeId, Progress)| {
            let name = self.names.get(&judge).cloned().unwrap_or_default();
            (self.first_panel(judge), JudgeLine { name, panels: self.panels(judge), progress })
        };
        let mut lines: Vec<(usize, JudgeLine)> = by_judge.into_iter().map(line).collect();
        lines.sort_by(|a, b| (a.0, &a.1.name).cmp(&(b.0, &b.1.name)));
        Ok(lines.into_iter().map(|(_, line)| line).collect())
    }

    /// The place of the judge's first panel in the decision; behind all where the judge sits no more.
    fn first_panel(&self, judge: JudgeId) -> usize {
        let mut panels = self.jury.iter().flat_map(|jury| &jury.panels);
        panels.position(|panel| panel.judges.contains(&judge)).unwrap_or(usize::MAX)
    }

    fn panels(&self, judge: JudgeId) -> String {
        let panels = self.jury.iter().flat_map(|jury| &jury.panels);
        let names: Vec<&str> =
            panels.filter(|panel| panel.judges.contains(&judge)).map(|panel| panel.name.as_str()).collect();
        names.join("; ")
    }

    /// Sheets that the seal waits for; those of withdrawn entries leave the round with it.
    async fn left(&self, db: &mut Conn, card: &RoundCard) -> Result<usize, Halt> {
        let standing: BTreeSet<EntryId> =
            admitted(db, self.edition.id).await?.into_iter().map(|each| each.entry).collect();
        let given = assignments::assignments(db, card.id).await?;
        Ok(given.iter().filter(|each| each.state.is_open() && standing.contains(&each.entry)).count())
    }

    fn actions(&self, card: &RoundCard, left: usize) -> Vec<Action> {
        let action = |verb, key, hint, kind| Action { href: self.address(&card.rule.code, verb), key, hint, kind };
        match card.step {
            RoundStep::Prepared if self.may(Permission::RoundStart) => {
                vec![action("bat-dau", "judging-start", "judging-start-hint", "")]
            }
            RoundStep::Marking { .. } if left == 0 && self.may(Permission::RoundSeal) => {
                vec![action("niem-phong", "judging-seal", "judging-seal-hint", "warning")]
            }
            _ => Vec::new(),
        }
    }

    fn link(&self, card: &RoundCard) -> (Option<String>, &'static str) {
        let slug = &self.edition.slug;
        match card.step {
            RoundStep::Prepared | RoundStep::Marking { .. } => {
                let may = self.may(Permission::JudgeAssign);
                (may.then(|| self.address(&card.rule.code, "phan-cong")), "judging-assign")
            }
            RoundStep::Sealed { .. } => {
                let may = self.may(Permission::RoundOpen);
                (may.then(|| format!("/ky/{slug}/mo-niem-phong")), "judging-opening")
            }
            RoundStep::Opened { .. } => {
                let may = self.may(Permission::RankingView);
                (may.then(|| format!("/ky/{slug}/ket-qua-cham?vong={}", card.rule.code)), "judging-results")
            }
        }
    }
}

fn tone(step: RoundStep) -> &'static str {
    match step {
        RoundStep::Prepared => "todo",
        RoundStep::Marking { .. } => "doing",
        RoundStep::Sealed { .. } => "lock",
        RoundStep::Opened { .. } => "done",
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    html(&load(&house, &viewer, page, slug).await?)
}
