//! What waits for a person in places of their own. Somebody with one role goes straight there; whoever has
//! several lands on the common desk, which must not be silent about it.

use std::collections::BTreeSet;

use hoithi_campaign::{PublicityLine, is_asked, open_at, publicity_of, recall_of, sendings_to, tasks_of_sending};
use hoithi_edition::{EditionState, editions};
use hoithi_entries::{Standing, entries_of};
use hoithi_journal::{Channel, Halt, channels_down, given_up};
use hoithi_judging::{AssignmentState, own_list};
use hoithi_people::Viewer;
use hoithi_reporting::{ReportLine, report_of_origin, reports_of};
use hoithi_rules::campaign::Check;
use hoithi_rules::ids::{AccountId, SendingId, UnitId};
use hoithi_rules::people::{Permission, Place, Role, Scope};
use hoithi_store::Conn;
use jiff::civil::Date;

use super::due::Due;

/// Letters of one's units, sheets and drafts of one's own.
pub(super) async fn own_work(db: &mut Conn, viewer: &Viewer) -> Result<Vec<Due>, Halt> {
    let Some(account) = viewer.account.as_ref().map(|account| account.id) else { return Ok(Vec::new()) };
    let has = |role: Role| viewer.grants.iter().any(|grant| grant.role == role);
    let mut due = Vec::new();
    let mut add = |words: (&'static str, &'static str), count: usize, href: &str| {
        let (verb, what) = words;
        due.extend((count > 0).then(|| Due { verb, what, name: count.to_string(), href: href.to_owned() }));
    };
    let units = units_of(viewer);
    add(
        ("app-own-letters", "app-own-letters-what"),
        open_letters(db, &units, viewer.today).await?,
        "/don-vi/cong-viec",
    );
    add(("app-own-returned", "app-own-returned-what"), returned(db, &units).await?, "/don-vi/cong-viec");
    if has(Role::Judge) {
        let open = |state| matches!(state, AssignmentState::Open | AssignmentState::Begun);
        let sheets = own_list(db, account).await?.into_iter().filter(|line| line.marking && open(line.state)).count();
        add(("app-own-sheets", "app-own-sheets-what"), sheets, "/cham");
    }
    if has(Role::Author) {
        let drafts = drafts(db, viewer, account).await?;
        add(("app-own-drafts", "app-own-drafts-what"), drafts, "/ho-so-cua-toi");
    }
    Ok(due)
}

/// The units for which this person answers.
fn units_of(viewer: &Viewer) -> Vec<UnitId> {
    let unit = |scope: Scope| if let Scope::Unit(unit) = scope { Some(unit) } else { None };
    let contact = viewer.grants.iter().filter(|grant| grant.role == Role::UnitContact);
    contact.filter_map(|grant| unit(grant.scope)).collect()
}

/// Reports and publicity of these units that were given back and wait to be corrected.
async fn returned(db: &mut Conn, units: &[UnitId]) -> Result<usize, Halt> {
    let (mut sendings, mut asked) = (BTreeSet::new(), BTreeSet::new());
    for unit in units {
        for sent in sendings_to(db, *unit).await? {
            asked.insert(sent.edition);
            if recall_of(db, sent.sending.document).await?.is_none() {
                sendings.insert(sent.sending.id);
            }
        }
    }
    let mut returned = 0;
    for edition in asked {
        let waits = |line: &ReportLine| {
            let own = sendings.contains(&SendingId::new(line.origin)) && !line.is_withdrawn();
            own && line.to_correct().is_some()
        };
        returned += reports_of(db, edition).await?.iter().filter(|line| waits(line)).count();
        let pieces = publicity_of(db, edition).await?;
        let back = |line: &PublicityLine| units.contains(&line.unit) && matches!(line.check, Check::Returned { .. });
        returned += pieces.iter().filter(|line| back(line)).count();
    }
    Ok(returned)
}

/// Letters that a unit of this person has not confirmed, of which a task is open, or whose report is to be corrected.
async fn open_letters(db: &mut Conn, units: &[UnitId], today: Date) -> Result<usize, Halt> {
    let mut letters = 0;
    for unit in units {
        for sent in sendings_to(db, *unit).await? {
            if !is_asked(db, sent.sending.document, today).await? {
                continue;
            }
            let tasks = tasks_of_sending(db, sent.sending.id).await?;
            let report = report_of_origin(db, sent.sending.id.uuid()).await?;
            let open = sent.sending.acknowledgement().is_none() || open_at(&tasks, report.as_ref()) > 0;
            letters += usize::from(open);
        }
    }
    Ok(letters)
}

/// Dossiers that this person writes while they can be handed in.
async fn drafts(db: &mut Conn, viewer: &Viewer, account: AccountId) -> Result<usize, Halt> {
    let mut drafts = 0;
    for edition in editions(db).await? {
        let open = edition.book.calendar().intake_window().last_day >= viewer.today;
        if !open || !matches!(edition.state, EditionState::Launched { .. }) {
            continue;
        }
        let own = entries_of(db, edition.id).await?.into_iter().filter(|card| card.owner == Some(account));
        drafts += own.filter(|card| card.state == Standing::Draft).count();
    }
    Ok(drafts)
}

/// What leaves the house and does not arrive, for whoever can mend it.
pub(super) async fn stuck_post(db: &mut Conn, viewer: &Viewer) -> Result<Vec<Due>, Halt> {
    if !viewer.may(Permission::OutboxRead, Place::HOUSE) {
        return Ok(Vec::new());
    }
    let due = |what, name: String, href: &str| Due { verb: "app-due-post", what, name, href: href.to_owned() };
    let mut stuck = Vec::new();
    for down in channels_down(db).await? {
        let is_mail = down.channel == Channel::Mail.code();
        let what = if is_mail { "app-due-post-mail-down" } else { "app-due-post-short-down" };
        stuck.push(due(what, String::new(), "/hop-thu-di"));
    }
    let lost = given_up(db).await?;
    stuck.extend((lost > 0).then(|| due("app-due-post-lost", lost.to_string(), "/hop-thu-di?trang-thai=failed")));
    Ok(stuck)
}
