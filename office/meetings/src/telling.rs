//! Whoever is asked to come is written to once the invitation is signed, with a personal link by which
//! they answer; who has no address here is called by the office, or gets the paper.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use hoithi_edition::Edition;
use hoithi_journal::{Act, Event, Fault, Halt, Mail};
use hoithi_people::holders_by_unit;
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::MeetingId;
use hoithi_rules::people::Role;
use hoithi_store::Conn;
use hoithi_web::{Catalogue, Lang};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::LOCALE;
use crate::links::{invitation, make};
use crate::meeting::{Guest, Invitee, Meeting};
use crate::operations::{kept, still_to_come};
use crate::papers::when;
use crate::store;

static WORDS: LazyLock<Result<Catalogue, Fault>> = LazyLock::new(|| Catalogue::new(&[LOCALE]));

fn words() -> Result<&'static Catalogue, Halt> {
    WORDS.as_ref().map_err(|fault| Halt::fault(fault.to_string()))
}

/// The signed number of a meeting's invitation, if it is signed and stands.
pub(crate) async fn signed_invitation(db: &mut Conn, meeting: &Meeting) -> Result<Option<DocumentNumber>, Halt> {
    let document = invitation(db, meeting).await?;
    Ok(document.and_then(|document| document.signed().map(|(number, _)| number.clone())))
}

/// Invitees with the addresses that they are written to.
type Addressed = Vec<(Invitee, Vec<String>)>;

/// Those on the list who were not written to yet and have not answered. Without an address the list is empty.
pub(crate) async fn to_be_told(db: &mut Conn, meeting: MeetingId, today: Date) -> Result<Addressed, Halt> {
    addressed(db, meeting, today, |each| !each.told && each.reply.is_none()).await
}

/// Everybody who knows of the meeting: the whole list once its invitation is signed, before that whoever was written
/// to or answered. Without an address the list is empty.
pub(crate) async fn who_knows(db: &mut Conn, meeting: &Meeting, today: Date) -> Result<Addressed, Halt> {
    let signed = invitation(db, meeting).await?.is_some();
    let mut all = everybody(db, meeting.id, today).await?;
    all.retain(|(each, _)| signed || each.told || each.has_answered());
    Ok(all)
}

/// The whole list.
pub(crate) async fn everybody(db: &mut Conn, meeting: MeetingId, today: Date) -> Result<Addressed, Halt> {
    addressed(db, meeting, today, |_| true).await
}

/// Addresses are what the office wrote down, what the account says, of a unit those of its contacts.
async fn addressed(
    db: &mut Conn,
    meeting: MeetingId,
    today: Date,
    fits: fn(&Invitee) -> bool,
) -> Result<Addressed, Halt> {
    let contacts = holders_by_unit(db, Role::UnitContact, today).await?;
    let mut all = Vec::new();
    for invitee in store::invitees_of(db, meeting).await?.into_iter().filter(fits) {
        let accounts = match &invitee.guest {
            Guest::Account(id) => hoithi_people::account(db, *id).await?.into_iter().collect(),
            Guest::Unit(unit) => contacts.get(unit).cloned().unwrap_or_default(),
            Guest::Name(_) => Vec::new(),
        };
        let known = accounts.into_iter().map(|account| account.contact.email).chain([invitee.email.clone()]);
        let addresses: BTreeSet<String> = known.filter(|mail| !mail.is_empty()).collect();
        all.push((invitee, addresses.into_iter().collect()));
    }
    Ok(all)
}

/// What whoever was invited has to know as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum News {
    /// The meeting does not take place.
    Off,
    /// It takes place on a day that is not set yet.
    Undated,
    /// It takes place on another day.
    Moved,
    /// It takes place at another hour of the day or elsewhere.
    Elsewhere,
}

impl News {
    /// Whether it is theirs to know: who said that they stay away hears of it when the day moves.
    pub(crate) const fn concerns(self, invitee: &Invitee) -> bool {
        match self {
            Self::Undated | Self::Moved => true,
            Self::Off | Self::Elsewhere => !invitee.stays_away(),
        }
    }

    const fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Off => ("meetings-mail-off-subject", "meetings-mail-off-body"),
            Self::Undated => ("meetings-mail-undated-subject", "meetings-mail-undated-body"),
            Self::Moved => ("meetings-mail-moved-subject", "meetings-mail-moved-body"),
            Self::Elsewhere => ("meetings-mail-moved-subject", "meetings-mail-elsewhere-body"),
        }
    }
}

/// How many were told of something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// People and units that were written to.
    pub people: usize,
    /// Letters that went: a unit may have several contacts.
    pub letters: usize,
    /// Those without an address, whom somebody has to call.
    pub without: usize,
}

impl Told {
    fn of(people: &[(Invitee, Vec<String>)]) -> Self {
        let without = people.iter().filter(|(_, addresses)| addresses.is_empty()).count();
        let letters = people.iter().map(|(_, addresses)| addresses.len()).sum();
        Self { people: people.len() - without, letters, without }
    }
}

/// Writes to everybody who knows of the meeting and whom it concerns; how many they are.
pub(crate) async fn tell_news(
    act: &mut Act,
    (edition, meeting): (&Edition, &Meeting),
    (news, before): (News, Timestamp),
) -> Result<Told, Halt> {
    let today = day_in_vietnam(act.now());
    let mut people = who_knows(act.db(), meeting, today).await?;
    people.retain(|(invitee, _)| news.concerns(invitee));
    let (subject, body) = news.texts();
    let plan = &meeting.plan;
    let why = match meeting.reason.as_str() {
        "" => String::new(),
        reason => format!(" {}", words()?.text(Lang::Vi, "meetings-mail-why", &[("reason", reason.to_owned())])),
    };
    for (invitee, addresses) in &people {
        let facts = [
            ("title", plan.title.clone()),
            ("agency", edition.book.rules().agency.name.clone()),
            ("name", invitee.name.clone()),
            ("before", when(edition, before)),
            ("when", when(edition, plan.starts_at)),
            ("place", plan.place.clone()),
            ("why", why.clone()),
        ];
        for to in addresses {
            let (subject, body) = (words()?.text(Lang::Vi, subject, &facts), words()?.text(Lang::Vi, body, &facts));
            act.post(Mail { to: to.clone(), subject, body });
        }
    }
    Ok(Told::of(&people))
}

/// Who is to be written to.
#[derive(Clone, Debug)]
pub struct TellInvited {
    /// Of which meeting.
    pub meeting: MeetingId,
    /// Where the portal is reached.
    pub portal: String,
}

/// Writes to everybody on the list who has an address and was not written to yet; how many they are.
pub async fn tell_invited(act: &mut Act, tell: TellInvited) -> Result<Told, Halt> {
    let (edition, meeting) = kept(act, tell.meeting).await?;
    still_to_come(&meeting, act.now())?;
    let Some(number) = signed_invitation(act.db(), &meeting).await? else {
        return Err(Halt::refused("meetings.not_signed", None, "the invitation is not signed"));
    };
    let today = day_in_vietnam(act.now());
    let mut people = to_be_told(act.db(), meeting.id, today).await?;
    let told = Told::of(&people);
    people.retain(|(_, addresses)| !addresses.is_empty());
    if people.is_empty() {
        return Err(Halt::refused("meetings.nobody_to_tell", None, "everybody was written to, or has no address"));
    }
    for (invitee, addresses) in &people {
        let at = act.now();
        store::set_told(act.db(), invitee.id, at).await?;
        for to in addresses {
            let link = format!("{}/thu-moi/{}", tell.portal, make(act, (meeting.id, invitee.id)).await?);
            act.post(mail(to, (&edition, &meeting, &number), invitee, link)?);
        }
    }
    act.record(Event::new("meeting.told", meeting.id).fact("count", told.people));
    Ok(told)
}

fn mail(
    to: &str,
    (edition, meeting, number): (&Edition, &Meeting, &DocumentNumber),
    invitee: &Invitee,
    link: String,
) -> Result<Mail, Halt> {
    let plan = &meeting.plan;
    let facts = [
        ("number", number.to_string()),
        ("title", plan.title.clone()),
        ("agency", edition.book.rules().agency.name.clone()),
        ("name", invitee.name.clone()),
        ("when", when(edition, plan.starts_at)),
        ("place", plan.place.clone()),
        ("link", link),
    ];
    let subject = words()?.text(Lang::Vi, "meetings-mail-subject", &facts);
    let body = words()?.text(Lang::Vi, "meetings-mail-body", &facts);
    Ok(Mail { to: to.to_owned(), subject, body })
}
