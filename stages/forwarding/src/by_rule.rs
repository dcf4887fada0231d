//! Sending up by rule: the list that the rule book and the ranking give, changed by persons with reasons, and
//! sent in one press.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use hoithi_awards::RankedRound;
use hoithi_edition::Edition;
use hoithi_entries::EntryCard;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuseAll, permit};
use hoithi_rules::edition::ForwardingRule;
use hoithi_rules::forwarding::{
    Contender, Endorsement, Override, Selection, check_override, could_go_up, list_of, select,
};
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_rules::people::Permission;
use hoithi_rules::text::paragraphs;
use hoithi_store::Conn;

use crate::operations::{SendUp, above, cards_of, nominee, send_up};
use crate::overrides::{self, Changed};
use crate::store::{self, Promoted};

/// What the rule says of an opened round, and what persons changed.
pub(crate) struct ByRule {
    pub(crate) selection: Selection,
    pub(crate) overrides: BTreeMap<EntryId, Changed>,
    /// Those who could go up, whatever the rule says of them.
    pub(crate) contenders: BTreeSet<EntryId>,
    /// How many may go up, less those who went and are out since.
    pub(crate) limit: u32,
}

impl ByRule {
    /// The list that goes up, with one more change if there is one.
    pub(crate) fn list(&self, also: Option<(EntryId, Override)>) -> BTreeSet<EntryId> {
        let known = self.overrides.iter().map(|(entry, changed)| (*entry, changed.decided));
        let mut overrides: BTreeMap<EntryId, Override> =
            known.filter(|(entry, _)| self.contenders.contains(entry)).collect();
        overrides.extend(also);
        list_of(&self.selection, &overrides)
    }
}

/// The rule's answer for an edition whose round is opened; none where the book leaves the choice to persons.
pub(crate) fn answer(
    edition: &Edition,
    cards: &HashMap<EntryId, EntryCard>,
    ranked: &RankedRound,
    sent: &[Promoted],
    overrides: BTreeMap<EntryId, Changed>,
) -> Option<ByRule> {
    let rule = edition.book.rules().forwarding.as_ref()?;
    let choice = rule.choice.as_ref()?;
    let contenders = contenders(edition, cards, ranked, rule);
    let known: BTreeSet<EntryId> = contenders.iter().map(|contender| contender.entry).collect();
    let lost = sent.iter().filter(|sent| !known.contains(&sent.entry)).count();
    let limit = rule.limit.get().saturating_sub(u32::try_from(lost).unwrap_or(u32::MAX));
    let whole = ranked.fields.iter().all(|each| each.field.category.is_none());
    let selection = select(choice, limit, whole, &contenders);
    Some(ByRule { selection, overrides, contenders: known, limit })
}

/// Those of the ranking that could go up, sent or not.
fn contenders(
    edition: &Edition,
    cards: &HashMap<EntryId, EntryCard>,
    ranked: &RankedRound,
    rule: &ForwardingRule,
) -> Vec<Contender> {
    let nobody = BTreeSet::new();
    let standings = ranked.fields.iter().flat_map(|each| &each.field.ranking.standings);
    let contender = |standing: &hoithi_rules::awards::Standing| {
        let card = cards.get(&standing.entry)?;
        let could = could_go_up(&nominee(edition, card, Some(ranked), &nobody), rule);
        let category = card.category.clone().filter(|_| could)?;
        Some(Contender { entry: standing.entry, category, place: standing.place, result: standing.result })
    };
    standings.filter_map(contender).collect()
}

/// The list of an edition whose book chooses by rule, once its round is opened.
pub(crate) async fn listed(
    db: &mut Conn,
    edition: &Edition,
    cards: &HashMap<EntryId, EntryCard>,
    ranked: Option<&RankedRound>,
    sent: &[Promoted],
) -> Result<Option<BTreeSet<EntryId>>, Halt> {
    let Some(ranked) = ranked else { return Ok(None) };
    let overrides = overrides::overrides(db, edition.id).await?;
    Ok(answer(edition, cards, ranked, sent, overrides).map(|by_rule| by_rule.list(None)))
}

pub(crate) fn not_on_the_list() -> Halt {
    Halt::refused("forwarding.not_on_the_list", Some("entry"), "the entry is not on the list that goes up by rule")
}

/// A change of the rule's answer.
#[derive(Clone, Debug)]
pub struct ChangeChoice {
    /// The unit's own contest.
    pub edition: EditionId,
    /// The entry.
    pub entry: EntryId,
    /// What becomes of it.
    pub decided: Override,
    /// Why.
    pub reason: String,
}

/// Takes an entry in that the rule did not choose, or leaves one out that it chose, with a reason; or goes back
/// to the rule's own answer.
pub async fn change_choice(act: &mut Act, command: ChangeChoice) -> Result<(), Halt> {
    let edition = hoithi_edition::edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ForwardingSend, edition.place()).await?;
    above(&edition)?;
    let (entry, decided) = (command.entry, command.decided);
    let ranked = hoithi_awards::ranked(act.db(), &edition).await?.ok_or_else(Halt::not_found)?;
    let cards = cards_of(act.db(), edition.id).await?;
    let sent = store::promoted(act.db(), edition.id).await?;
    let overrides = overrides::overrides(act.db(), edition.id).await?;
    let by_rule = answer(&edition, &cards, &ranked, &sent, overrides).ok_or_else(Halt::not_found)?;
    let by_itself = by_rule.selection.chosen.contains(&entry) == (decided == Override::In);
    let reason = paragraphs(&command.reason);
    let state = (by_rule.contenders.contains(&entry), sent.iter().any(|sent| sent.entry == entry));
    // Leaving one out is never refused for the length of the list.
    let after = if decided == Override::In { by_rule.list(Some((entry, decided))).len() } else { 0 };
    let asked = (!by_itself).then_some(reason.as_str());
    check_override(state, asked, after, by_rule.limit).or_refuse_all()?;
    if by_itself {
        overrides::drop_one(act.db(), (edition.id, entry)).await?;
    } else {
        let changed = Changed { decided, reason, at: act.now() };
        overrides::put(act.db(), (edition.id, entry), &changed).await?;
    }
    let event = match (by_itself, decided) {
        (true, _) => Event::new("entry.choice_restored", entry),
        (false, Override::In) => Event::new("entry.taken_in", entry),
        (false, Override::Out) => Event::new("entry.left_out", entry),
    };
    act.record(event.fact("edition", edition.id.to_string()));
    Ok(())
}

/// Sending the whole list.
#[derive(Clone, Debug)]
pub struct SendList {
    /// The unit's own contest.
    pub edition: EditionId,
    /// The unit's paper for all of them.
    pub endorsement: Endorsement,
}

/// Sends everything on the list that has not gone yet, in the order of the ranking: all of it or nothing.
pub async fn send_list(act: &mut Act, command: SendList) -> Result<usize, Halt> {
    let edition = hoithi_edition::edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ForwardingSend, edition.place()).await?;
    let cards = cards_of(act.db(), edition.id).await?;
    let ranked = hoithi_awards::ranked(act.db(), &edition).await?;
    let sent = store::promoted(act.db(), edition.id).await?;
    let list = listed(act.db(), &edition, &cards, ranked.as_deref(), &sent).await?.unwrap_or_default();
    let waiting =
        in_order(ranked.as_deref(), |entry| list.contains(&entry) && !sent.iter().any(|sent| sent.entry == entry));
    if waiting.is_empty() {
        return Err(Halt::refused("forwarding.nothing_to_send", None, "nothing on the list waits to be sent"));
    }
    for entry in &waiting {
        let endorsement = command.endorsement.clone();
        send_up(act, SendUp { edition: edition.id, entry: *entry, endorsement, because: String::new() }).await?;
    }
    Ok(waiting.len())
}

/// The entries of a ranking that are wanted, the best first.
pub(crate) fn in_order(ranked: Option<&RankedRound>, wanted: impl Fn(EntryId) -> bool) -> Vec<EntryId> {
    let fields = ranked.map(|ranked| ranked.fields.as_slice()).unwrap_or_default();
    let mut standings: Vec<_> = fields.iter().flat_map(|each| &each.field.ranking.standings).collect();
    standings.sort_by_key(|standing| (std::cmp::Reverse(standing.result), standing.place, standing.entry));
    standings.into_iter().map(|standing| standing.entry).filter(|entry| wanted(*entry)).collect()
}
