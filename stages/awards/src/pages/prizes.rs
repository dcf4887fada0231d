//! The prizes: ties for the jury, the proposal for the leader, the list that was decided.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::awards::Blocker;
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::order::Settled;
use super::{dressed, edition_of};
use crate::award::{AwardLine, Proposal};
use crate::operations::{Propose, propose};
use crate::paper::cost_words;
use crate::ranking::{RankedRound, ranked};
use crate::store;

/// A tier with what is given of it.
pub(super) struct Tier {
    pub(super) name: String,
    pub(super) given: usize,
    pub(super) ceiling: usize,
    pub(super) money: String,
}

/// A tie that waits for the jury.
struct Tie {
    tier: String,
    room: usize,
    place: usize,
    entries: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "awards/prizes.html")]
pub(super) struct PrizesPage {
    page: Page,
    form: Form,
    slug: String,
    stand: Stand,
    tiers: Vec<Tier>,
    ties: Vec<Tie>,
    proposal: Option<Proposal>,
    lines: Vec<AwardLine>,
    total: String,
    seen: i64,
    may: Powers,
    settled: Vec<Settled>,
}

/// How far the judging is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    NothingOpened,
    EarlierRound,
    LastRound,
}

impl Stand {
    fn of(ranked: Option<&RankedRound>) -> Self {
        match ranked {
            None => Self::NothingOpened,
            Some(ranked) if ranked.is_last => Self::LastRound,
            Some(_) => Self::EarlierRound,
        }
    }
}

/// What the viewer may do here.
struct Powers {
    propose: bool,
    decide: bool,
    /// Whether the register of documents, where the decision stands, opens to them.
    read_register: bool,
    /// Whether what was recorded of the decision can still be put right by this person.
    correct: Option<&'static str>,
    /// What comes after the decision, where this person does it: address and words.
    next: Vec<(String, String)>,
}

impl PrizesPage {
    pub(super) async fn load(
        house: &House,
        viewer: &Viewer,
        page: Page,
        slug: String,
        form: Form,
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let edition = edition_of(&mut db, viewer, &slug).await?;
        let ranked = ranked(&mut db, &edition).await?;
        let proposal = store::proposal(&mut db, edition.id).await?;
        let lines = store::proposed(&mut db, edition.id).await?;
        let waiting = ranked.as_deref().filter(|_| !is_decided(proposal.as_ref()));
        let may = Powers {
            propose: viewer.may(Permission::AwardPropose, edition.place()),
            decide: viewer.may_somewhere(Permission::AwardDecide),
            read_register: viewer.may(Permission::DocumentRead, edition.place()),
            correct: correctable(&mut db, viewer, &edition, proposal.as_ref()).await?,
            next: next_steps(viewer, &edition, &page),
        };
        Ok(Self {
            tiers: tiers(&page, &edition, ranked.as_deref(), &lines, is_decided(proposal.as_ref())),
            total: cost_words(&page, &lines),
            page: dressed(page, &edition, "awards-prizes"),
            form,
            stand: Stand::of(ranked.as_deref()),
            ties: waiting.map(|ranked| ties(&edition, ranked)).unwrap_or_default(),
            settled: ranked.as_deref().map(Settled::all).unwrap_or_default(),
            seen: proposal.as_ref().map_or(0, |proposal| proposal.version),
            may,
            proposal,
            lines,
            slug,
        })
    }

    fn opened(&self) -> bool {
        self.stand != Stand::NothingOpened
    }

    fn is_last(&self) -> bool {
        self.stand == Stand::LastRound
    }

    fn is_decided(&self) -> bool {
        is_decided(self.proposal.as_ref())
    }

    fn amount(&self, line: &AwardLine) -> String {
        amount(&self.page, line)
    }

    /// The tier's name above its first line.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "a template passes its loop's values by reference")]
    fn heads(&self, index: &usize) -> bool {
        *index == 0 || self.lines[index - 1].tier != self.lines[*index].tier
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "a template passes its loop's values by reference")]
    fn chosen(&self, index: &usize, entry: &str) -> bool {
        self.form.values("order").get(*index).is_some_and(|chosen| *chosen == entry)
    }
}

/// The words of the link to the correction: while nothing rests on the decision everything can be put
/// right, afterwards a missing scan alone.
async fn correctable(
    db: &mut Conn,
    viewer: &Viewer,
    edition: &Edition,
    proposal: Option<&Proposal>,
) -> Result<Option<&'static str>, Halt> {
    let Some(decided) = proposal.and_then(|proposal| proposal.decided) else { return Ok(None) };
    if !may_record(viewer, edition) {
        return Ok(None);
    }
    if decided.relied_on.is_none() && edition.state.announced_at().is_none() {
        return Ok(Some("awards-to-correction"));
    }
    let document = hoithi_correspondence::document(db, decided.document).await?;
    let lacks_scan = document.is_some_and(|document| document.file.is_none());
    Ok(lacks_scan.then_some("awards-to-scan"))
}

/// Whether this person decides, or records it from the leader's paper.
pub(super) fn may_record(viewer: &Viewer, edition: &Edition) -> bool {
    let right = Permission::AwardDecide;
    let mut here = viewer.grants.iter().filter(|grant| grant.scope.covers(edition.place()));
    here.any(|grant| grant.role.may(right) || grant.role.may_record_from_paper(right))
}

/// Certificates, then the announcement; after it nothing is left to do here.
fn next_steps(viewer: &Viewer, edition: &Edition, page: &Page) -> Vec<(String, String)> {
    if edition.state.announced_at().is_some() {
        return Vec::new();
    }
    let steps = [
        (Permission::CertificateIssue, "chung-nhan", "awards-next-certificates"),
        (Permission::AnnouncementPublish, "cong-bo", "awards-next-announcement"),
    ];
    let may = steps.into_iter().filter(|(right, ..)| viewer.may(*right, edition.place()));
    may.map(|(_, place, words)| (format!("/ky/{}/{place}", edition.slug), page.t(words))).collect()
}

fn amount(page: &Page, line: &AwardLine) -> String {
    line.money.map_or_else(
        || page.t("awards-money-open"),
        |dong| page.money(i64::try_from(dong.amount()).unwrap_or(i64::MAX)),
    )
}

fn is_decided(proposal: Option<&Proposal>) -> bool {
    proposal.is_some_and(|proposal| proposal.decided.is_some())
}

/// Once decided the decision's own figures; before that what the ranking carries.
fn tiers(
    page: &Page,
    edition: &Edition,
    ranked: Option<&RankedRound>,
    lines: &[AwardLine],
    decided: bool,
) -> Vec<Tier> {
    let Some(part) = edition.book.prizes() else { return Vec::new() };
    let fields = ranked.map_or(&[][..], |ranked| ranked.fields.as_slice());
    let tier = |tier: &hoithi_rules::awards::PrizeTier| {
        let proposed = || fields.iter().flat_map(|each| &each.proposal.awards).filter(|award| award.tier == tier.code);
        let given =
            if decided { lines.iter().filter(|line| line.tier == tier.code).count() } else { proposed().count() };
        let amount = edition.book.amount(&tier.code).and_then(|dong| i64::try_from(dong.amount()).ok());
        Tier {
            name: tier.name.clone(),
            given,
            ceiling: tier.ceiling * fields.len().max(1),
            money: amount.map(|amount| page.money(amount)).unwrap_or_default(),
        }
    };
    part.structure.tiers.iter().map(tier).collect()
}

fn ties(edition: &Edition, ranked: &RankedRound) -> Vec<Tie> {
    let part = edition.book.prizes();
    let tie = |each: &crate::ranking::RankedField| {
        let Blocker::TieAtCeiling { tier, entries, room } = each.blocker()?;
        let place = each.field.ranking.standing(*entries.first()?)?.place;
        // The jury orders everybody of that place, barred ones as well.
        let sharing = each.field.ranking.standings.iter().filter(|standing| standing.place == place);
        Some(Tie {
            tier: part.and_then(|part| part.structure.tier(tier)).map_or_else(String::new, |tier| tier.name.clone()),
            room: *room,
            place,
            entries: sharing.map(|standing| option(ranked, standing.entry)).collect(),
        })
    };
    ranked.fields.iter().filter_map(tie).collect()
}

pub(super) fn option(ranked: &RankedRound, entry: EntryId) -> (String, String) {
    let result = ranked.results.entries.iter().find(|result| result.entry == entry);
    (entry.to_string(), result.map_or_else(String::new, |result| format!("{} – {}", result.blind_code, result.title)))
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&PrizesPage::load(&house, &viewer, page, slug, Form::new()).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["seen"])?;
    let edition = edition_of(&mut house.read().await?, &viewer, &slug).await?;
    let command = Propose { edition: edition.id, seen: form.value("seen").parse().unwrap_or(0) };
    match house.acts.perform(viewer.actor(), move |act| Box::pin(propose(act, command))).await {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/giai-thuong"), "awards-proposed")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&PrizesPage::load(&house, &viewer, page, slug, form).await?)
        }
    }
}
