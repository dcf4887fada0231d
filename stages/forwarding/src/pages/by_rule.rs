//! The list that goes up by rule: whom the rule chose, who waits in reserve, what persons changed and why.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, edition};
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::forwarding::Override;
use hoithi_rules::ids::EntryId;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::reserve::Places;
use super::{Line, edition_of, endorsement_of, lines};
use crate::by_rule::{ByRule, ChangeChoice, SendList, answer, change_choice, send_list};
use crate::operations::{above, cards_of};
use crate::overrides::overrides;
use crate::store::{self, Promoted};

/// How an entry stands: in words, and the shape of its tag.
struct Stands {
    word: String,
    tone: &'static str,
    /// Why a person changed the rule's answer.
    reason: Option<String>,
}

#[derive(Template)]
#[template(path = "forwarding/by_rule.html")]
pub(super) struct ByRulePage {
    page: Page,
    form: Form,
    here: String,
    above: String,
    lines: Vec<Line>,
    stands: HashMap<EntryId, Stands>,
    /// What can still be taken in or left out.
    open: Vec<(String, String)>,
    decisions: Vec<(String, String)>,
    sent: Vec<Promoted>,
    places: Places,
    /// How many are on the list, and how many of them have not gone.
    listed: usize,
    waiting: usize,
    limit: u32,
}

/// Whether the book leaves the choice to a rule.
pub(super) fn chooses(here: &Edition) -> bool {
    here.book.rules().forwarding.as_ref().is_some_and(|rule| rule.choice.is_some())
}

impl ByRulePage {
    pub(super) async fn load(
        db: &mut Conn,
        here: &Edition,
        viewer: &Viewer,
        page: Page,
        form: Form,
    ) -> Result<Self, Halt> {
        let (to, rule) = above(here)?;
        let above = edition(db, to).await?.ok_or_else(Halt::not_found)?.title();
        let sent = store::promoted(db, here.id).await?;
        let lines = lines(db, here, viewer, &page, &sent).await?;
        let page = page.under(here.title(), format!("/ky/{}", here.slug)).titled("forwarding-title");
        let mut loaded = Self {
            here: format!("/ky/{}/gui-len", here.slug),
            above,
            stands: HashMap::new(),
            open: Vec::new(),
            decisions: decisions(&page),
            listed: 0,
            waiting: 0,
            limit: rule.limit.get(),
            places: Places::load(db, here, &sent).await?,
            page,
            form,
            lines,
            sent,
        };
        let Some(ranked) = hoithi_awards::ranked(db, here).await? else { return Ok(loaded) };
        let cards = cards_of(db, here.id).await?;
        if let Some(by_rule) = answer(here, &cards, &ranked, &loaded.sent, overrides(db, here.id).await?) {
            loaded.tell(&by_rule);
        }
        Ok(loaded)
    }

    fn tell(&mut self, by_rule: &ByRule) {
        let list = by_rule.list(None);
        let gone: Vec<EntryId> = self.sent.iter().map(|sent| sent.entry).collect();
        (self.listed, self.limit) = (list.len(), by_rule.limit);
        self.waiting = list.iter().filter(|entry| !gone.contains(entry)).count();
        for line in self.lines.iter().filter(|line| by_rule.contenders.contains(&line.entry)) {
            let (word, tone) = word(&self.page, by_rule, list.contains(&line.entry), line.entry);
            let reason = by_rule.overrides.get(&line.entry).map(|changed| changed.reason.clone());
            self.stands.insert(line.entry, Stands { word, tone, reason });
            if !gone.contains(&line.entry) {
                self.open.push((line.entry.to_string(), format!("{} {}", line.number, line.title)));
            }
        }
    }

    fn stands(&self, line: &Line) -> Option<&Stands> {
        self.stands.get(&line.entry)
    }
}

fn decisions(page: &Page) -> Vec<(String, String)> {
    let decision = |decided: Override| (decided.code().to_owned(), page.tcode("forwarding-decided-", decided.code()));
    Override::ALL.map(decision).to_vec()
}

fn word(page: &Page, by_rule: &ByRule, listed: bool, entry: EntryId) -> (String, &'static str) {
    let changed = by_rule.overrides.get(&entry).map(|changed| changed.decided);
    let reserve = by_rule.selection.reserve.iter().position(|each| *each == entry);
    match (listed, changed, reserve) {
        (true, Some(Override::In), _) => (page.t("forwarding-stands-taken-in"), "done"),
        (true, _, _) => (page.t("forwarding-stands-chosen"), "done"),
        (false, Some(Override::Out), _) => (page.t("forwarding-stands-left-out"), "stop"),
        (false, _, _) if by_rule.selection.tied.contains(&entry) => (page.t("forwarding-stands-tied"), "warn"),
        (false, _, Some(at)) => (page.t1("forwarding-stands-reserve", "at", at + 1), "todo"),
        (false, _, None) => (page.t("forwarding-stands-not-chosen"), "neutral"),
    }
}

/// The page again, with what was typed and what stood in the way.
async fn again(
    house: &House,
    viewer: &Viewer,
    page: Page,
    slug: &str,
    mut form: Form,
    halt: Halt,
) -> Result<Response, Halt> {
    form.keep_refusals(&page, halt)?;
    let mut db = house.read().await?;
    let here = edition_of(&mut db, viewer, slug).await?;
    html(&ByRulePage::load(&mut db, &here, viewer, page, form).await?)
}

/// The unit's own contest, where its book chooses by rule.
async fn find(house: &House, viewer: &Viewer, slug: &str) -> Result<Edition, Halt> {
    let here = edition_of(&mut house.read().await?, viewer, slug).await?;
    if chooses(&here) && here.parent.is_some() { Ok(here) } else { Err(Halt::not_found()) }
}

pub(super) async fn change(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&["entry", "decided", "reason"])?;
    let here = find(&house, &viewer, &slug).await?;
    let done = match read_change(&here, &form) {
        Ok(command) => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(change_choice(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/gui-len"), "forwarding-changed")),
        Err(halt) => again(&house, &viewer, page, &slug, form, halt).await,
    }
}

fn read_change(here: &Edition, form: &Form) -> Result<ChangeChoice, Halt> {
    let mut no = Refusals::new();
    let entry = form.value("entry").parse().ok();
    if entry.is_none() {
        no.add("forwarding.entry_missing", "entry", "choose an entry");
    }
    let decided = Override::ALL.into_iter().find(|each| each.code() == form.value("decided"));
    if decided.is_none() {
        no.add("forwarding.decision_missing", "decided", "say what becomes of it");
    }
    let (Some(entry), Some(decided)) = (entry, decided) else { return Err(no.halt()) };
    Ok(ChangeChoice { edition: here.id, entry, decided, reason: form.value("reason").to_owned() })
}

pub(super) async fn send(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&["endorsement", "endorsement_date", "endorsement_signer"])?;
    let here = find(&house, &viewer, &slug).await?;
    let mut no = Refusals::new();
    let done = match endorsement_of(&form, &mut no) {
        Some(endorsement) => {
            let command = SendList { edition: here.id, endorsement };
            house.acts.perform(viewer.actor(), move |act| Box::pin(send_list(act, command.clone()))).await
        }
        None => Err(no.halt()),
    };
    match done {
        Ok(_) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/gui-len"), "forwarding-list-sent")),
        Err(halt) => again(&house, &viewer, page, &slug, form, halt).await,
    }
}
