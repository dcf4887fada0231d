//! What a room is told of rooms that stand on it, because it cannot look at them itself: a unit's
//! report of its entries, the administrator's page of the editions and units that a role is for.

use std::collections::BTreeMap;

use hoithi_campaign::{
    KnownReminders, RemindedFuture, answered_by_report, contact_named, is_asked, publicity_of_unit, report_decided,
    sending, way_by_link,
};
use hoithi_contacts::{NamedFuture, WhenNamed};
use hoithi_correspondence::{HonouredFuture, KnownUses, SentFuture, SentOfFuture, UseFuture, document};
use hoithi_edition::{Edition, editions, local_contests};
use hoithi_entries::{
    EntryCard, FromInitiative, InitiativeFuture, KnownInitiatives, Standing, assisted_by, dossier, entries_of,
    judged_blind_above,
};
use hoithi_forwarding::outside_of_unit;
use hoithi_helpdesk::{KnownNames, Named, NamesFuture};
use hoithi_initiatives::{initiative_of_entry, initiatives_of};
use hoithi_journal::{Act, Halt};
use hoithi_judging::{can_confirm_opening, rounds};
use hoithi_meetings::{AwardsFuture, Called, KnownAwards};
use hoithi_originality::{KnownTies, TieFuture};
use hoithi_people::{KnownPlaces, KnownSeals, Places, PlacesFuture, SealFuture, Viewer};
use hoithi_publication::{InUseFuture, KnownInUse, KnownSheets, SheetFuture};
use hoithi_reporting::{
    AskedFuture, Decided, KnownFigures, KnownFuture, OccasionsFuture, Origin, OriginFuture, Origins, ReportedFuture,
    WAITING,
};
use hoithi_rules::helpdesk::Known;
use hoithi_rules::ids::{AccountId, DocumentId, EditionId, EntryId, SendingId, UnitId};
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::publication::VerificationCode;
use hoithi_store::Conn;
use hoithi_units::{Unit, grouped, unit_names, units_to_choose};
use hoithi_web::{House, Page, fold};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// Counts in the rooms of publicity, of entries, of initiatives and of commendations.
pub struct FromEntries;

impl KnownFigures for FromEntries {
    fn of_unit<'a>(&'a self, db: &'a mut Conn, edition: EditionId, unit: UnitId) -> KnownFuture<'a> {
        Box::pin(figures(db, edition, unit))
    }

    fn leads_to(&self, source: &str, (edition, unit): (&Edition, UnitId), viewer: &Viewer) -> Option<String> {
        let (beneath, place) = (format!("/ky/{}", edition.slug), edition.place());
        let campaign = || viewer.may(Permission::CampaignView, place);
        let entries = || viewer.may(Permission::EntryViewAll, place);
        match source.split_once('.').unwrap_or((source, "")) {
            ("publicity", "" | "reach") => campaign().then(|| format!("{beneath}/tuyen-truyen?unit={unit}")),
            ("publicity", channel) => {
                campaign().then(|| format!("{beneath}/tuyen-truyen?unit={unit}&channel={channel}"))
            }
            ("entries", "sent") => entries().then(|| format!("{beneath}/ho-so?don-vi={unit}")),
            ("entries", of) => {
                let field = of.strip_prefix("field.").filter(|_| entries())?;
                Some(format!("{beneath}/ho-so?don-vi={unit}&linh-vuc={field}"))
            }
            ("initiatives", _) => {
                let reads = viewer.may(Permission::InitiativeView, Place::unit(unit));
                reads.then(|| format!("/don-vi/sang-kien/{unit}"))
            }
            ("commended", _) => campaign().then(|| format!("{beneath}/khen-thuong/don-vi/{unit}")),
            _ => None,
        }
    }
}

/// What is known of a unit's publicity, entries, initiatives and commendations, by the names of their sources.
/// Publicity counts as it does everywhere, once it is confirmed; what waits for that stands beside it, and what was
/// returned to the unit is not reported again.
async fn figures(db: &mut Conn, edition: EditionId, unit: UnitId) -> Result<BTreeMap<String, u64>, Halt> {
    let mut known =
        BTreeMap::from([("publicity", 0), ("publicity.reach", 0)].map(|(key, none)| (key.to_owned(), none)));
    let mut add = |key: String, more: u64| *known.entry(key).or_insert(0) += more;
    let recorded = publicity_of_unit(db, edition, unit).await?;
    for line in recorded.iter().filter(|line| line.check.may_be_reported()) {
        let before = if line.check.counts() { "" } else { WAITING };
        add(format!("{before}publicity"), 1);
        add(format!("{before}publicity.reach"), line.reached());
        add(format!("{before}publicity.{}", line.item.channel.code()), 1);
    }
    let cards = entries_of(db, edition).await?;
    let helped = assisted_by(db, edition, unit).await?;
    let assisted = cards.iter().filter(|card| helped.contains(&card.id) && counts(card.state)).count();
    add("entries.assisted".to_owned(), count(assisted));
    let own: Vec<_> = cards.into_iter().filter(|card| card.unit == Some(unit) && counts(card.state)).collect();
    add("entries.sent".to_owned(), count(own.len()));
    for field in own.iter().filter_map(|card| card.category.as_ref()) {
        add(format!("entries.field.{field}"), 1);
    }
    if let Some(local) = entries_of_local_contests(db, edition, unit).await? {
        add("entries.local".to_owned(), local);
        for card in &own {
            let kept = dossier(db, card.id).await?;
            add("entries.forwarded".to_owned(), u64::from(kept.is_some_and(|kept| kept.origin.is_some())));
        }
    }
    // Nobody is told that they commended nobody: what is not recorded here may have been given on paper.
    let given = hoithi_commendation::own_of_unit(db, edition, unit).await?;
    for _ in given.iter().filter(|line| line.own.is_decided()) {
        add("commended".to_owned(), 1);
    }
    known.extend(initiatives(db, edition, unit).await?);
    Ok(known)
}

/// What the unit's people made since the edition was launched. A unit without a register may keep it on paper:
/// nobody is told that it has nothing.
async fn initiatives(db: &mut Conn, edition: EditionId, unit: UnitId) -> Result<Vec<(String, u64)>, Halt> {
    let register = initiatives_of(db, unit).await?;
    let edition = hoithi_edition::edition(db, edition).await?;
    let Some(from) = edition.and_then(|edition| edition.launched_on()).filter(|_| !register.is_empty()) else {
        return Ok(Vec::new());
    };
    let used = register.iter().filter(|kept| kept.what.used_within(from, Date::MAX)).count();
    let recognised = register.iter().filter(|kept| kept.what.recognised_within(from, Date::MAX)).count();
    Ok(vec![("initiatives".to_owned(), count(used)), ("initiatives.recognised".to_owned(), count(recognised))])
}

fn counts(standing: Standing) -> bool {
    standing.was_received() && standing != Standing::Withdrawn
}

fn count(many: usize) -> u64 {
    u64::try_from(many).unwrap_or(u64::MAX)
}

/// None when the unit holds no contest of its own, here or outside this program.
async fn entries_of_local_contests(db: &mut Conn, edition: EditionId, unit: UnitId) -> Result<Option<u64>, Halt> {
    let mut local = outside_of_unit(db, edition, unit).await?.map(|outside| outside.entries);
    for contest in local_contests(db, edition).await?.iter().filter(|contest| contest.unit == Some(unit)) {
        let entered = entries_of(db, contest.id).await?.iter().filter(|card| counts(card.state)).count();
        local = Some(local.unwrap_or(0) + count(entered));
    }
    Ok(local)
}

/// Looks into the registers of initiatives.
pub(crate) struct FromInitiatives;

impl KnownInitiatives for FromInitiatives {
    fn of_entry<'a>(&'a self, db: &'a mut Conn, entry: EntryId) -> InitiativeFuture<'a> {
        Box::pin(async move {
            let kept = initiative_of_entry(db, entry).await?;
            Ok(kept.map(|kept| FromInitiative {
                title: kept.what.title.to_string(),
                unit: kept.unit,
                address: format!("/don-vi/sang-kien/{}/so/{}", kept.unit, kept.id),
            }))
        })
    }
}

/// Knows who may not decide on a dossier.
pub(crate) struct FromScreening;

impl KnownTies for FromScreening {
    fn refuse<'a>(&'a self, act: &'a mut Act, entry: EntryId) -> TieFuture<'a> {
        Box::pin(hoithi_screening::refuse_whom_it_concerns(act, entry))
    }
}

/// Before the result nothing public joins a solution to anybody, so no text may name either. Of a
/// draft nobody is told that it exists, not even by a refusal.
impl KnownNames for FromEntries {
    fn unannounced<'a>(&'a self, db: &'a mut Conn, edition: EditionId) -> NamesFuture<'a> {
        Box::pin(unannounced(db, edition))
    }
}

async fn unannounced(db: &mut Conn, id: EditionId) -> Result<Vec<Known<Named>>, Halt> {
    let edition = hoithi_edition::edition(db, id).await?.ok_or_else(Halt::not_found)?;
    let cards = entries_of(db, id).await?.into_iter().filter(|card| card.state.was_received());
    let title = |card: &EntryCard| Known { what: Named::Title, folded: fold(&card.title) };
    if edition.state.announced_at().is_some() {
        // Who won is told by now, with the title once no contest above judges it blind any more.
        let blind_above = judged_blind_above(db, &edition).await?;
        return Ok(cards.filter(|card| blind_above.contains(&card.id)).map(|card| title(&card)).collect());
    }
    let mut known = Vec::new();
    for card in cards {
        known.push(title(&card));
        known.extend(
            card.authors.iter().map(|author| Known { what: Named::Author, folded: fold(author.name.as_str()) }),
        );
    }
    Ok(known)
}

/// Names editions and units.
pub(crate) struct FromRegisters;

impl KnownPlaces for FromRegisters {
    fn places<'a>(&'a self, db: &'a mut Conn, page: &'a Page, today: Date) -> PlacesFuture<'a> {
        Box::pin(places(db, page, today))
    }
}

async fn places(db: &mut Conn, page: &Page, today: Date) -> Result<Places, Halt> {
    let editions = editions(db).await?.into_iter().map(|edition| (edition.id, edition.title())).collect();
    let named = |units: Vec<Unit>| units.into_iter().map(|unit| (unit.id, unit.name)).collect();
    let groups = grouped(page, units_to_choose(db, today).await?).into_iter();
    let units = groups.map(|(word, units)| (word, named(units))).collect();
    Ok(Places { editions, units, unit_names: unit_names(db).await? })
}

/// Looks at the decided awards.
pub(crate) struct FromAwards;

impl KnownAwards for FromAwards {
    fn order_of_calling<'a>(&'a self, db: &'a mut Conn, edition: EditionId) -> AwardsFuture<'a> {
        Box::pin(order_of_calling(db, edition))
    }
}

/// The highest prize is called last; within a tier in the order of the ranking's end.
async fn order_of_calling(db: &mut Conn, edition: EditionId) -> Result<Vec<Called>, Halt> {
    let mut lines = hoithi_awards::awards(db, edition).await?;
    lines.sort_by_key(|line| std::cmp::Reverse((line.tier_place, line.place)));
    let called = |line: hoithi_awards::AwardLine| Called {
        award: line.id,
        authors: line.byline(),
        tier: line.tier_name,
        title: line.title,
        unit: line.unit_name,
    };
    Ok(lines.into_iter().map(called).collect())
}

/// Looks at the lists of units that were honoured.
pub(crate) struct FromCommendation;

impl KnownSheets for FromCommendation {
    fn page_of<'a>(&'a self, db: &'a mut Conn, code: &'a VerificationCode) -> SheetFuture<'a> {
        Box::pin(hoithi_commendation::sheet_address(db, code))
    }
}

/// Looks at what winners said later.
pub(crate) struct FromAftercare;

impl KnownInUse for FromAftercare {
    fn public_in<'a>(&'a self, db: &'a mut Conn, edition: &'a Edition) -> InUseFuture<'a> {
        Box::pin(hoithi_aftercare::public_replies(db, edition))
    }
}

/// Looks at every round.
pub struct FromRounds;

impl KnownSeals for FromRounds {
    fn could_open<'a>(&'a self, db: &'a mut Conn, account: AccountId, now: Timestamp) -> SealFuture<'a> {
        Box::pin(could_open(db, account, now))
    }
}

async fn could_open(db: &mut Conn, account: AccountId, now: Timestamp) -> Result<bool, Halt> {
    for edition in editions(db).await? {
        for card in rounds(db, edition.id).await? {
            if !card.step.is_opened() && can_confirm_opening(db, &edition, &card, account, now).await? {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Looks at the letters that went out, and at whom a decision honoured.
pub(crate) struct FromLetters;

impl KnownUses for FromLetters {
    fn went_on<'a>(&'a self, db: &'a mut Conn, document: DocumentId) -> UseFuture<'a> {
        Box::pin(async move {
            let sent = hoithi_campaign::sent_out(db, document).await?.is_some();
            Ok(sent || hoithi_commendation::honoured_by(db, document).await? > 0)
        })
    }

    fn sent_out<'a>(&'a self, db: &'a mut Conn, document: DocumentId) -> SentFuture<'a> {
        Box::pin(async move { Ok(hoithi_campaign::sent_out(db, document).await?) })
    }

    fn sent_of<'a>(&'a self, db: &'a mut Conn, edition: EditionId) -> SentOfFuture<'a> {
        Box::pin(async move {
            let letters = hoithi_campaign::sent_letters(db, edition).await?;
            Ok(letters.into_iter().map(|letter| letter.card.id).collect())
        })
    }

    fn recalled_of<'a>(&'a self, db: &'a mut Conn, edition: EditionId) -> SentOfFuture<'a> {
        Box::pin(async move { Ok(hoithi_campaign::recalled_of(db, edition).await?) })
    }

    fn honoured_by<'a>(&'a self, db: &'a mut Conn, document: DocumentId) -> HonouredFuture<'a> {
        Box::pin(async move { Ok(hoithi_commendation::honoured_by(db, document).await?) })
    }
}

impl KnownReminders for FromLetters {
    fn reminded_of<'a>(&'a self, db: &'a mut Conn, letter: DocumentId) -> RemindedFuture<'a> {
        Box::pin(async move { Ok(hoithi_reminders::last_told(db, &format!("{letter}/")).await?) })
    }
}

impl WhenNamed for FromLetters {
    fn named<'a>(&'a self, act: &'a mut Act, unit: UnitId) -> NamedFuture<'a> {
        Box::pin(async move { contact_named(act, unit).await.map(drop) })
    }
}

impl Origins for FromLetters {
    fn origin<'a>(&'a self, db: &'a mut Conn, origin: Uuid) -> OriginFuture<'a> {
        Box::pin(async move {
            let Some(sent) = sending(db, SendingId::new(origin)).await? else { return Ok(None) };
            let letter = document(db, sent.sending.document).await?;
            Ok(letter.map(|letter| Origin { title: letter.content.subject }))
        })
    }

    fn is_asked<'a>(&'a self, db: &'a mut Conn, origin: Uuid, day: Date) -> AskedFuture<'a> {
        Box::pin(async move {
            let Some(sent) = sending(db, SendingId::new(origin)).await? else { return Ok(true) };
            Ok(is_asked(db, sent.sending.document, day).await?)
        })
    }

    fn occasions<'a>(&'a self, db: &'a mut Conn, occasions: &'a [Uuid]) -> OccasionsFuture<'a> {
        Box::pin(async move {
            let mut named = BTreeMap::new();
            for occasion in occasions {
                let Some(letter) = document(db, DocumentId::new(*occasion)).await? else { continue };
                let number = letter.signed().map(|(number, day)| format!("{number}, {}: ", hoithi_web::day(day)));
                named.insert(*occasion, format!("{}{}", number.unwrap_or_default(), letter.content.subject));
            }
            Ok(named)
        })
    }

    fn reported<'a>(&'a self, act: &'a mut Act, origin: Uuid, at: Timestamp) -> ReportedFuture<'a> {
        Box::pin(answered_by_report(act, SendingId::new(origin), at))
    }

    fn by_link(&self, house: &House) -> String {
        way_by_link(house, "/bao-cao")
    }

    fn decided<'a>(&'a self, act: &'a mut Act, origin: Uuid, decided: Decided) -> ReportedFuture<'a> {
        Box::pin(report_decided(act, SendingId::new(origin), decided))
    }
}
