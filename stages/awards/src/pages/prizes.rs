//! The prizes: ties for the jury, the proposal for the leader, the list that was decided.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::awards::Blocker;
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page, Path, Posted, html, money, redirect_with_flash};

use super::{dressed, edition_of};
use crate::award::{AwardLine, Proposal};
use crate::operations::{Propose, SettleTie, propose, settle_tie};
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
struct PrizesPage {
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
    /// What comes after the decision, where this person does it: address and words.
    next: Vec<(String, String)>,
}

impl PrizesPage {
    async fn load(house: &House, viewer: &Viewer, page: Page, slug: String, form: Form) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let edition = edition_of(&mut db, viewer, &slug).await?;
        let ranked = ranked(&mut db, &edition).await?;
        let proposal = store::proposal(&mut db, edition.id).await?;
        let lines = store::proposed(&mut db, edition.id).await?;
        let waiting = ranked.as_deref().filter(|_| !is_decided(proposal.as_ref()));
        let may = Powers {
            propose: viewer.may(Permission::AwardPropose, edition.place()),
            decide: viewer.may_somewhere(Permission::AwardDecide),
            next: next_steps(viewer, &edition, &page),
        };
        Ok(Self {
            page: dressed(page, &edition, "awards-prizes"),
            form,
            stand: Stand::of(ranked.as_deref()),
            tiers: tiers(&edition, ranked.as_deref(), &lines, is_decided(proposal.as_ref())),
            ties: waiting.map(|ranked| ties(&edition, ranked)).unwrap_or_default(),
            total: cost_words(&lines),
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

/// Certificates, then the announcement.
fn next_steps(viewer: &Viewer, edition: &Edition, page: &Page) -> Vec<(String, String)> {
    let announced = edition.state.announced_at().is_some();
    let steps = [
        (Permission::CertificateIssue, "chung-nhan", "awards-next-certificates", true),
        (Permission::AnnouncementPublish, "cong-bo", "awards-next-announcement", !announced),
    ];
    let may = steps.into_iter().filter(|(right, _, _, due)| *due && viewer.may(*right, edition.place()));
    may.map(|(_, place, words, _)| (format!("/ky/{}/{place}", edition.slug), page.t(words))).collect()
}

fn amount(page: &Page, line: &AwardLine) -> String {
    line.money
        .map_or_else(|| page.t("awards-money-open"), |dong| money(i64::try_from(dong.amount()).unwrap_or(i64::MAX)))
}

fn is_decided(proposal: Option<&Proposal>) -> bool {
    proposal.is_some_and(|proposal| proposal.decided.is_some())
}

/// Once decided the decision's own figures; before that what the ranking carries.
fn tiers(edition: &Edition, ranked: Option<&RankedRound>, lines: &[AwardLine], decided: bool) -> Vec<Tier> {
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
            money: amount.map(money).unwrap_or_default(),
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

fn option(ranked: &RankedRound, entry: EntryId) -> (String, String) {
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

pub(super) async fn settle(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["order", "minutes"])?;
    let edition = edition_of(&mut house.read().await?, &viewer, &slug).await?;
    let settled = match order_of(&form) {
        Ok(order) => {
            let command = SettleTie { edition: edition.id, order, minutes: form.value("minutes").to_owned() };
            house.acts.perform(viewer.actor(), move |act| Box::pin(settle_tie(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match settled {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/giai-thuong"), "awards-settled")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&PrizesPage::load(&house, &viewer, page, slug, form).await?)
        }
    }
}

fn order_of(form: &Form) -> Result<Vec<EntryId>, Halt> {
    let mut no = Refusals::new();
    let order: Option<Vec<EntryId>> = form.values("order").into_iter().map(|text| text.parse().ok()).collect();
    if order.is_none() {
        no.add("awards.order_missing", "order", "choose an entry for every place");
    }
    if form.value("minutes").is_empty() {
        no.add("awards.minutes_missing", "minutes", "name the minutes");
    }
    match order {
        Some(order) if no.is_empty() => Ok(order),
        _ => Err(no.halt()),
    }
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
