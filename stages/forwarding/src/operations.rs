//! Sending an entry up.

use std::collections::{BTreeSet, HashMap};

use hoithi_awards::RankedRound;
use hoithi_edition::Edition;
use hoithi_entries::{EntryCard, Promote, Standing, keep_local_result, receive_promoted};
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuseAll, permit};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::edition::ForwardingRule;
use hoithi_rules::forwarding::{Endorsement, Nominee, check_promotion, could_go_up};
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_rules::people::Permission;
use hoithi_rules::text::paragraphs;
use hoithi_store::Conn;

use crate::by_rule::{listed, not_on_the_list};
use crate::given_up::given_up;
use crate::store::{self, PassedOver, Promoted};

/// What sending an entry up needs.
#[derive(Clone, Debug)]
pub struct SendUp {
    /// The unit's own contest.
    pub edition: EditionId,
    /// The entry.
    pub entry: EntryId,
    /// The unit's paper.
    pub endorsement: Endorsement,
    /// Why it goes before better ones that could go up; blank where there are none.
    pub because: String,
}

/// Sends an entry of a unit's own contest to the edition above, where it arrives as an entry of
/// its own. Gives that entry.
pub async fn send_up(act: &mut Act, command: SendUp) -> Result<EntryId, Halt> {
    let edition = hoithi_edition::edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ForwardingSend, edition.place()).await?;
    let (to, rule) = above(&edition)?;
    let cards = cards_of(act.db(), edition.id).await?;
    let card = cards.get(&command.entry).ok_or_else(Halt::not_found)?;
    let ranked = hoithi_awards::ranked(act.db(), &edition).await?;
    let sent = store::promoted(act.db(), edition.id).await?;
    let gone = entries_sent(&sent);
    // Where the book chooses by rule, its list stands for the order, and changes of it have their reasons.
    let better = match listed(act.db(), &edition, &cards, ranked.as_deref(), &sent).await? {
        Some(list) if list.contains(&command.entry) || gone.contains(&command.entry) => 0,
        Some(_) => return Err(not_on_the_list()),
        None => ranked.as_deref().map_or(0, |ranked| better_ones(&edition, &cards, ranked, &gone, command.entry)),
    };
    let nominee = Nominee {
        passes_over: better,
        because: paragraphs(&command.because),
        endorsement: Some(command.endorsement.clone()),
        ..nominee(&edition, card, ranked.as_deref(), &gone)
    };
    check_promotion(&nominee, Some(rule), sent.len(), day_in_vietnam(act.now())).or_refuse_all()?;
    let arrived = receive_promoted(act, Promote { entry: command.entry, to }).await?;
    let whole = |number: usize| i64::try_from(number).map_err(Halt::fault);
    let standing = ranked.as_deref().and_then(|ranked| ranked.standing(command.entry));
    if let Some(standing) = standing.filter(|_| rule.shows_result) {
        keep_local_result(act, arrived, whole(standing.place)?, standing.result).await?;
    }
    let line = Promoted {
        entry: command.entry,
        to,
        above: arrived,
        place: whole(standing.map_or(0, |standing| standing.place))?,
        slot: free_slot(&sent),
        quota: i64::from(rule.limit.get()),
        passed_over: (better > 0).then(|| PassedOver { better: i64::from(better), because: nominee.because }),
        endorsement: command.endorsement,
        at: act.now(),
    };
    keep(act, edition.id, &line).await?;
    hide_what_tells_names(act, &edition).await?;
    Ok(arrived)
}

/// A decision that is public already names the authors of what is judged blind from now on.
async fn hide_what_tells_names(act: &mut Act, edition: &Edition) -> Result<(), Halt> {
    if hoithi_entries::judged_blind_above(act.db(), edition).await?.is_empty() {
        return Ok(());
    }
    match hoithi_awards::decision(act.db(), edition.id).await? {
        Some(decided) => hoithi_correspondence::withhold(act, decided.document).await,
        None => Ok(()),
    }
}

/// The edition above and the rule by which entries go there.
pub(crate) fn above(edition: &Edition) -> Result<(EditionId, &ForwardingRule), Halt> {
    match (edition.parent, &edition.book.rules().forwarding) {
        (Some(parent), Some(rule)) => Ok((parent, rule)),
        _ => Err(nothing_above()),
    }
}

pub(crate) fn nothing_above() -> Halt {
    Halt::refused("forwarding.nothing_above", None, "the rule book names no contest above")
}

pub(crate) fn entries_sent(sent: &[Promoted]) -> BTreeSet<EntryId> {
    sent.iter().map(|sent| sent.entry).collect()
}

/// What the law asks about an entry, without the unit's paper.
pub(crate) fn nominee(
    edition: &Edition,
    card: &EntryCard,
    ranked: Option<&RankedRound>,
    sent: &BTreeSet<EntryId>,
) -> Nominee {
    let category = card.category.as_ref().and_then(|code| edition.book.rules().category(code.as_str()));
    let ended = ranked.is_some_and(|ranked| ranked.is_ended(card.id));
    let standing = ranked.and_then(|ranked| ranked.standing(card.id));
    Nominee {
        entry: card.id,
        upward: category.and_then(|category| category.upward.clone()),
        result: standing.map(|standing| standing.result),
        out: ended || card.state == Standing::Withdrawn,
        already_sent: sent.contains(&card.id),
        passes_over: 0,
        because: String::new(),
        endorsement: None,
    }
}

/// The lowest place of the quota that nobody has.
pub(crate) fn free_slot(sent: &[Promoted]) -> i64 {
    let taken: BTreeSet<i64> = sent.iter().map(|line| line.slot).collect();
    (1..=i64::MAX).find(|slot| !taken.contains(slot)).unwrap_or(i64::MAX)
}

/// The entries of an edition by their ids. What gave up its place above is out here, too: nothing goes up twice.
pub(crate) async fn cards_of(db: &mut Conn, edition: EditionId) -> Result<HashMap<EntryId, EntryCard>, Halt> {
    let cards = hoithi_entries::entries_of(db, edition).await?;
    let mut cards: HashMap<EntryId, EntryCard> = cards.into_iter().map(|card| (card.id, card)).collect();
    for gone in given_up(db, edition).await? {
        if let Some(card) = cards.get_mut(&gone.entry) {
            card.state = Standing::Withdrawn;
        }
    }
    Ok(cards)
}

/// How many stand before an entry in its own ranking that could go up and have not. What stands in another
/// ranking was judged by other people and is not compared with it.
pub(crate) fn better_ones(
    edition: &Edition,
    cards: &HashMap<EntryId, EntryCard>,
    ranked: &RankedRound,
    sent: &BTreeSet<EntryId>,
    entry: EntryId,
) -> u32 {
    let Some(rule) = &edition.book.rules().forwarding else { return 0 };
    let mut rankings = ranked.fields.iter().map(|each| &each.field.ranking);
    let Some((ranking, own)) = rankings.find_map(|ranking| Some((ranking, ranking.standing(entry)?))) else { return 0 };
    let before = ranking.standings.iter().filter(|standing| standing.place < own.place);
    let waits = before.filter_map(|standing| cards.get(&standing.entry)).filter(|card| {
        let nominee = nominee(edition, card, Some(ranked), sent);
        could_go_up(&nominee, rule)
    });
    u32::try_from(waits.count()).unwrap_or(u32::MAX)
}

/// The entry above has its own line in the journal (`entry.promoted`); this one is the contest's
/// below.
pub(crate) async fn keep(act: &mut Act, from: EditionId, line: &Promoted) -> Result<(), Halt> {
    let id = act.new_id();
    store::insert(act.db(), id, from, line).await?;
    act.record(
        Event::new("entry.sent_up", line.entry)
            .fact("edition", from.to_string())
            .fact("to", line.to.to_string())
            .fact("as", line.above.to_string())
            .fact("place", line.place)
            .fact("slot", line.slot)
            .fact("quota", line.quota)
            .fact("better", line.passed_over.as_ref().map(|passed| passed.better))
            .fact("endorsement", line.endorsement.document.to_string())
            .fact("endorsed_on", line.endorsement.date.to_string()),
    );
    Ok(())
}
