//! What counts for a unit, piece by piece; a score is counted from these pieces and from nothing else,
//! so that every point leads to its evidence.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_awards::awards;
use hoithi_campaign::{UnitStanding, is_asked, publicity_of, recalled_of, standings as letters};
use hoithi_edition::Edition;
use hoithi_entries::{Standing, entries_of};
use hoithi_reporting::{ReportLine, ReportStanding, later_wishes, periods, reports_of};
use hoithi_rules::commendation::{Criterion, Formula, Group, Placed, Score, place};
use hoithi_rules::ids::{DocumentId, EditionId, EntryId, ReportId, UnitId};
use hoithi_rules::reporting::{Answer, Period};
use hoithi_screening::admitted;
use hoithi_store::{Conn, StoreError};
use hoithi_units::{Unit, UnitLevel, units_by_id};
use jiff::civil::Date;

/// One thing that counts. No title of an entry is among it: whoever reads the standings need not
/// know what is judged.
#[derive(Clone, Debug)]
pub struct Piece {
    /// By which criterion.
    pub criterion: Criterion,
    /// What it is called: a publication's title, an entry's number, a prize with its number; of a report the day
    /// by which it was asked for.
    pub name: String,
    /// Its day, where it has one.
    pub day: Option<Date>,
    /// The entry behind it.
    pub entry: Option<EntryId>,
    /// The page that it shows, or on which it stands.
    pub link: Option<String>,
}

impl Piece {
    fn of(criterion: Criterion, name: impl Into<String>) -> Self {
        Self { criterion, name: name.into(), day: None, entry: None, link: None }
    }

    /// Whether it is a report, which has a day on which it was due beside the one on which it came.
    pub(crate) fn is_report(&self) -> bool {
        self.criterion == Criterion::ReportOnTime
    }

    /// For whoever does not read entries: that there is one, and not which.
    pub(crate) fn keep_back(&mut self) {
        if matches!(self.criterion, Criterion::EntrySent | Criterion::EntryQualified) {
            self.name.clear();
        }
        self.entry = None;
    }
}

/// A unit with its points.
#[derive(Clone, Debug)]
pub struct UnitScore {
    /// The unit.
    pub unit: Unit,
    /// Whom it is compared with.
    pub group: Group,
    /// Its points.
    pub score: Score,
}

/// Everything that counts in an edition on that day, by unit. Prizes count from the announcement on.
pub async fn evidence(
    db: &mut Conn,
    edition: &Edition,
    today: Date,
) -> Result<BTreeMap<UnitId, Vec<Piece>>, StoreError> {
    let mut pieces: BTreeMap<UnitId, Vec<Piece>> = BTreeMap::new();
    for line in publicity_of(db, edition.id).await?.into_iter().filter(|line| line.check.counts()) {
        let link = line.item.link.as_ref().map(ToString::to_string);
        let piece = Piece::of(Criterion::Publicity(line.item.channel), line.item.title);
        pieces.entry(line.unit).or_default().push(Piece { day: Some(line.item.on), link, ..piece });
    }
    entries(db, edition, &mut pieces).await?;
    reports(db, (edition, today), &mut pieces).await?;
    Ok(pieces)
}

/// Each report on time that was approved, of units that owe none and were late with none: whoever left one
/// out earns nothing by another. What a recalled letter asked earns nothing: nobody had to report it.
async fn reports(
    db: &mut Conn,
    (edition, today): (&Edition, Date),
    pieces: &mut BTreeMap<UnitId, Vec<Piece>>,
) -> Result<(), StoreError> {
    let mut asked = reports_of(db, edition.id).await?;
    asked.retain(|line| line.why_closed().is_none());
    let mut failing = BTreeSet::new();
    for line in asked.iter().filter(|line| is_owed_or_late(line)) {
        if is_asked(db, DocumentId::new(line.occasion), today).await? {
            failing.insert(line.request.unit);
        }
    }
    for line in asked.iter().filter(|line| !failing.contains(&line.request.unit)) {
        if let Some(answer) = line.answer().filter(|answer| answer.is_approved() && !answer.late()) {
            let piece = Piece::of(Criterion::ReportOnTime, hoithi_web::day(line.request.due));
            let link = Some(format!("/ky/{}/bao-cao/{}", edition.slug, line.request.id));
            let day = Some(answer.first_received);
            pieces.entry(line.request.unit).or_default().push(Piece { day, link, ..piece });
        }
    }
    Ok(())
}

/// Whether it has not come, is to be corrected, or came after its day.
fn is_owed_or_late(line: &ReportLine) -> bool {
    !line.request.is_reported() || line.answer().is_some_and(Answer::late)
}

async fn entries(
    db: &mut Conn,
    edition: &Edition,
    pieces: &mut BTreeMap<UnitId, Vec<Piece>>,
) -> Result<(), StoreError> {
    let cards = entries_of(db, edition.id).await?;
    let qualified = admitted(db, edition.id).await?;
    let prizes = if edition.state.announced_at().is_some() { awards(db, edition.id).await? } else { Vec::new() };
    let received = cards.into_iter().filter(|card| card.state.was_received() && card.state != Standing::Withdrawn);
    for card in received {
        let Some(unit) = card.unit else { continue };
        let number = card.number.as_ref().map(ToString::to_string).unwrap_or_default();
        let of_unit = pieces.entry(unit).or_default();
        let of_entry = |criterion, name: String| Piece { entry: Some(card.id), ..Piece::of(criterion, name) };
        of_unit.push(of_entry(Criterion::EntrySent, number.clone()));
        if qualified.iter().any(|each| each.entry == card.id) {
            of_unit.push(of_entry(Criterion::EntryQualified, number.clone()));
        }
        for prize in prizes.iter().filter(|prize| prize.entry == card.id) {
            let name = format!("{} ({number})", prize.tier_name);
            of_unit.push(of_entry(Criterion::of_tier(prize.tier_place), name));
        }
    }
    Ok(())
}

/// How many of each.
pub(crate) fn counted(pieces: &[Piece]) -> BTreeMap<Criterion, u32> {
    let mut counts = BTreeMap::new();
    for piece in pieces {
        *counts.entry(piece.criterion).or_insert(0) += 1;
    }
    counts
}

/// Every unit to which a letter went that was not recalled, or that has points, each group by itself and with
/// places, as things stand on that day.
pub async fn standings(
    db: &mut Conn,
    (edition, today): (&Edition, Date),
    formula: &Formula,
) -> Result<BTreeMap<Group, Vec<Placed<UnitScore>>>, StoreError> {
    let mut pieces = evidence(db, edition, today).await?;
    let recalled = recalled_of(db, edition.id).await?;
    let is_asked = |row: &UnitStanding| row.sendings.iter().any(|sent| !recalled.contains(&sent.sending.document));
    for row in letters(db, edition.id).await?.iter().filter(|row| is_asked(row)) {
        pieces.entry(row.unit.id).or_default();
    }
    let mut units = units_by_id(db).await?;
    let mut groups: BTreeMap<Group, Vec<UnitScore>> = BTreeMap::new();
    for (id, pieces) in pieces {
        let Some(unit) = units.remove(&id) else { continue };
        let (group, score) = (group_of(&unit), Score::of(formula, &counted(&pieces)));
        groups.entry(group).or_default().push(UnitScore { unit, group, score });
    }
    let placed = |(group, mut all): (Group, Vec<UnitScore>)| {
        all.sort_by_cached_key(|each| hoithi_web::dictionary_order(&each.unit.name));
        (group, place(all, |each| each.score.total()))
    };
    Ok(groups.into_iter().map(placed).collect())
}

/// How many reports of each group may still earn their point or lose it: asked for by a day to come,
/// not approved yet, given back, or late while a later day is asked for. What is late else earns none, and a
/// closed period changes no more. None where the formula gives nothing for reports.
pub(crate) async fn open_reports(
    db: &mut Conn,
    (edition, formula): (&Edition, &Formula),
    today: Date,
) -> Result<BTreeMap<Group, usize>, StoreError> {
    let mut open = BTreeMap::new();
    if formula.rule(Criterion::ReportOnTime).each.hundredths() == 0 {
        return Ok(open);
    }
    let closed: Vec<Period> = periods(db, edition.id).await?.into_iter().filter(Period::is_closed).collect();
    let units = units_by_id(db).await?;
    let wished = wished(db, edition.id, today).await?;
    let is_open = |line: &&ReportLine| {
        let by_grant = || wished.get(&line.request.id).is_some_and(|day| comes_by(line, *day, today));
        let counts = line.unasked.is_none() && (is_undecided(line, today) || by_grant());
        counts && !closed.iter().any(|period| period.holds(line.request.asked_by()))
    };
    let reports = reports_of(db, edition.id).await?;
    for unit in reports.iter().filter(is_open).filter_map(|line| units.get(&line.request.unit)) {
        *open.entry(group_of(unit)).or_default() += 1;
    }
    Ok(open)
}

/// The later days that units ask for and wait for, by report; nobody grants one for a letter that is asked no longer.
async fn wished(db: &mut Conn, edition: EditionId, today: Date) -> Result<BTreeMap<ReportId, Date>, StoreError> {
    let mut wished = BTreeMap::new();
    for wish in later_wishes(db, edition).await? {
        if is_asked(db, DocumentId::new(wish.occasion), today).await? {
            wished.insert(wish.report, wish.day);
        }
    }
    Ok(wished)
}

/// Whether it came by that day, or still can.
fn comes_by(line: &ReportLine, day: Date, today: Date) -> bool {
    line.answer().map_or(today, |answer| answer.first_received) <= day
}

/// Whether it may still become a report on time.
fn is_undecided(line: &ReportLine, today: Date) -> bool {
    match line.standing(today) {
        ReportStanding::Waiting { .. } => true,
        ReportStanding::Came { late } => late == 0,
        ReportStanding::ToCorrect => line.answer().is_none_or(|answer| !answer.late()),
        ReportStanding::Withdrawn | ReportStanding::Overdue { .. } | ReportStanding::Approved { .. } => false,
    }
}

/// Whom a unit is compared with.
pub(crate) const fn group_of(unit: &Unit) -> Group {
    match unit.level {
        UnitLevel::Commune => Group::Localities,
        UnitLevel::District => Group::Districts,
        UnitLevel::Department | UnitLevel::Association => Group::Departments,
        UnitLevel::School => Group::Schools,
        UnitLevel::Enterprise => Group::Enterprises,
        UnitLevel::Province => Group::Others,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(level: UnitLevel) -> Group {
        let (code, kind, source) = (None, String::new(), String::new());
        group_of(&Unit {
            id: UnitId::new(uuid::Uuid::nil()),
            code,
            name: "Một đơn vị".to_owned(),
            kind,
            level,
            parent: None,
            valid_from: None,
            valid_to: None,
            source,
            note: String::new(),
        })
    }

    #[test]
    fn a_commune_is_never_ranked_beside_a_district() {
        assert_eq!((at(UnitLevel::Commune), at(UnitLevel::District)), (Group::Localities, Group::Districts));
        assert_eq!(at(UnitLevel::Association), at(UnitLevel::Department));
    }
}
