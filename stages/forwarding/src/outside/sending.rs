//! Sending an entry of a contest that was held outside up: by the same law as from a contest held here, in the order
//! of its list, within the places of its quota that the database holds.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;

use hoithi_edition::Edition;
use hoithi_entries::{FromAfar, Origin, Reach, of_origin, receive_from_afar};
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, OrRefuseAll, permit};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::edition::{EntrantKind, ForwardingRule};
use hoithi_rules::entries::{Author, Confirmation, Content, Dossier, Share};
use hoithi_rules::forwarding::{Endorsement, Nominee, check_promotion};
use hoithi_rules::ids::{AuthorId, EditionId, EntryId, UnitId};
use hoithi_rules::judging::Points;
use hoithi_rules::people::{Permission, PersonName, Place};
use hoithi_rules::text::paragraphs;
use hoithi_store::Conn;
use uuid::Uuid;

use super::fault::OutsideFault;
use super::kept::{self, OutsideContest, OutsideEntry};
use super::listed::authors_of;
use crate::given_up::{given_up, lay_aside};
use crate::operations::{free_slot, keep};
use crate::reserve::is_vacant;
use crate::store::{self, PassedOver, Promoted};

/// All of an entry, in hundredths.
const WHOLE: u32 = 10_000;

/// What sending an entry up needs.
#[derive(Clone, Debug)]
pub struct SendOutside {
    /// The contest above.
    pub edition: EditionId,
    /// The contest that was held outside.
    pub contest: Uuid,
    /// The entry of its list.
    pub entry: EntryId,
    /// The unit's paper.
    pub endorsement: Endorsement,
    /// Why it goes before better ones that could go up; blank where there are none.
    pub because: String,
}

/// Where acts for a unit take place in the contest above.
pub(crate) fn place_of(edition: &Edition, unit: UnitId) -> Place {
    Place { unit: Some(unit), ..edition.place() }
}

/// How the entries of a list stand to going up.
pub(crate) struct Sendable {
    /// What went up and holds a place of the quota, the withdrawn ones left out.
    pub(crate) sent: Vec<Promoted>,
    /// Went up, and was taken back there: the place is free for the next one.
    pub(crate) vacant: Vec<Promoted>,
    /// Gave their place up before.
    out: BTreeSet<EntryId>,
}

impl Sendable {
    fn went(&self, entry: EntryId) -> bool {
        self.sent.iter().chain(&self.vacant).any(|line| line.entry == entry)
    }

    /// What keeps an entry back for good.
    fn is_out(&self, entry: EntryId) -> bool {
        self.out.contains(&entry) || self.vacant.iter().any(|line| line.entry == entry)
    }

    /// How many of the list stand before an entry and could go up.
    pub(crate) fn better(&self, entries: &[OutsideEntry], entry: &OutsideEntry) -> u32 {
        let before = entries.iter().filter(|other| other.place < entry.place);
        let waits = before.filter(|other| !self.went(other.id) && !self.is_out(other.id)).count();
        u32::try_from(waits).unwrap_or(u32::MAX)
    }

    /// What the law asks about an entry, without the unit's paper. A list knows places and no points.
    pub(crate) fn nominee(&self, entries: &[OutsideEntry], entry: &OutsideEntry) -> Nominee {
        Nominee {
            entry: entry.id,
            upward: Some(entry.category.clone()),
            result: Some(Points::whole(0)),
            out: self.is_out(entry.id),
            already_sent: self.sent.iter().any(|line| line.entry == entry.id),
            passes_over: self.better(entries, entry),
            because: String::new(),
            endorsement: None,
        }
    }
}

/// How the entries of a contest stand now.
pub(crate) async fn sendable(db: &mut Conn, contest: &OutsideContest) -> Result<Sendable, Halt> {
    let out = given_up(db, contest.as_edition()).await?.into_iter().map(|gone| gone.entry).collect();
    let (mut sent, mut vacant) = (Vec::new(), Vec::new());
    for line in store::promoted(db, contest.as_edition()).await? {
        let lines = if is_vacant(db, &line).await? { &mut vacant } else { &mut sent };
        lines.push(line);
    }
    Ok(Sendable { sent, vacant, out })
}

/// The rule that a recorded quota comes to.
pub(crate) fn rule_of(edition: &Edition, contest: &OutsideContest) -> Option<ForwardingRule> {
    let limit = NonZeroU32::new(contest.quota)?;
    Some(ForwardingRule::by_number(edition.slug.clone(), limit))
}

/// Sends an entry up, where it arrives under a number of its own with what the list says; the rest of its dossier is
/// asked for there. Where one that went up was taken back, this one has its place. Gives the entry above.
pub async fn send_outside(act: &mut Act, command: SendOutside) -> Result<EntryId, Halt> {
    let edition = hoithi_edition::edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    let contest = kept::contest(act.db(), edition.id, command.contest).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::EntryOnBehalf, place_of(&edition, contest.unit)).await?;
    let entries = kept::entries(act.db(), contest.id).await?;
    let entry = entries.iter().find(|entry| entry.id == command.entry).ok_or_else(Halt::not_found)?;
    let stands = sendable(act.db(), &contest).await?;
    let nominee = Nominee {
        because: paragraphs(&command.because),
        endorsement: Some(command.endorsement.clone()),
        ..stands.nominee(&entries, entry)
    };
    let rule = rule_of(&edition, &contest);
    check_promotion(&nominee, rule.as_ref(), stands.sent.len(), day_in_vietnam(act.now())).or_refuse_all()?;
    if let Some(gone) = stands.vacant.first() {
        follow(act, &contest, gone, entry.id).await?;
    }
    let taken = store::promoted(act.db(), contest.as_edition()).await?;
    let arriving = dossier(act, (&edition, &contest), entry, &command.endorsement).await?;
    receive_from_afar(act, arriving).await?;
    let above = of_origin(act.db(), edition.id, entry.id).await?.ok_or_else(Halt::not_found)?;
    let better = nominee.passes_over;
    let line = Promoted {
        entry: entry.id,
        to: edition.id,
        above,
        place: entry.place,
        slot: free_slot(&taken),
        quota: i64::from(contest.quota),
        passed_over: (better > 0).then(|| PassedOver { better: i64::from(better), because: nominee.because }),
        endorsement: command.endorsement,
        at: act.now(),
    };
    keep(act, contest.as_edition(), &line).await?;
    Ok(above)
}

/// The place of one that was taken back above is free for this one alone.
async fn follow(act: &mut Act, contest: &OutsideContest, gone: &Promoted, next: EntryId) -> Result<(), Halt> {
    let now = act.now();
    lay_aside(act.db(), contest.as_edition(), gone, (next, now)).await?;
    act.record(
        Event::new("entry.reserve_raised", next)
            .fact("edition", contest.id.to_string())
            .fact("gave_up", gone.entry.to_string())
            .fact("slot", gone.slot),
    );
    Ok(())
}

/// What the list says of an entry, as a dossier of another house.
async fn dossier(
    act: &mut Act,
    (edition, contest): (&Edition, &OutsideContest),
    entry: &OutsideEntry,
    endorsement: &Endorsement,
) -> Result<FromAfar, Halt> {
    let unit = hoithi_units::unit(act.db(), contest.unit).await?.ok_or(OutsideFault::UnitUnknown).or_refuse()?;
    let authors = authors(act, entry)?;
    let entrant = if authors.len() > 1 { EntrantKind::Group } else { EntrantKind::Individual };
    Ok(FromAfar {
        to: edition.id,
        origin: Origin { edition: contest.as_edition(), entry: entry.id, number: entry.place.to_string() },
        reach: vec![Reach::default(); authors.len()],
        secrets: BTreeMap::new(),
        said: vec![Vec::new(); authors.len()],
        content: Content {
            title: Some(entry.title.parse().map_err(Halt::fault)?),
            category: Some(entry.category.clone()),
            entrant,
            organisation: None,
            created_on: None,
            authors,
            dossier: Dossier(BTreeMap::new()),
            declarations: BTreeSet::new(),
        },
        unit_there: Some(unit.id),
        category: entry.category.clone(),
        unit: Some(unit.id),
        unit_name: unit.name,
        signed_by: endorsement.signed_by.to_string(),
        local: None,
    })
}

/// In the order of the list, with like shares; the first speaks for all until the dossier says otherwise.
fn authors(act: &Act, entry: &OutsideEntry) -> Result<Vec<Author>, Halt> {
    let names: Vec<PersonName> =
        authors_of(&entry.authors).map(str::parse::<PersonName>).collect::<Result<_, _>>().map_err(Halt::fault)?;
    let many = u32::try_from(names.len().max(1)).map_err(Halt::fault)?;
    let (each, rest) = (WHOLE / many, WHOLE % many);
    let author = |(place, name): (usize, PersonName)| {
        let hundredths = if place == 0 { each + rest } else { each };
        Ok(Author {
            id: AuthorId::new(act.new_id()),
            account: None,
            name,
            born: None,
            workplace: String::new(),
            unit: None,
            share: Share::from_hundredths(hundredths).map_err(Halt::fault)?,
            representative: place == 0,
            confirmation: Confirmation::Pending,
        })
    };
    names.into_iter().enumerate().map(author).collect()
}
