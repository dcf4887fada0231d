//! The left column: a person's own work, the stages in the contest's order, then what surrounds them.

use hoithi_edition::Edition;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission::{
    self, AccountCreate, AnnouncementPublish, CampaignView, CertificateView, CommendationRecord, ContactsView,
    DocumentRead, EditionView, EntryViewAll, EntryViewOwn, EntryViewUnit, ForwardingSend, InitiativeKeep,
    InitiativeView, JournalRead, LocalContestHold, MailingSend, MeetingKeep, OutboxRead, QuestionAnswer, RankingView,
    RemindersView, RoundOpen, RoundProgress, ScreeningDecide, SendingAcknowledge, SendingView, SheetMark, UnitsView,
};
use hoithi_rules::people::Place;
use hoithi_web::NavItem;

/// The contest at the top has nobody above it to send to.
const UPWARD: &str = "/ky/{slug}/gui-len";

/// What became of solutions, which nobody asks before the result or of a unit's own contest.
const AFTERWARDS: &str = "/ky/{slug}/sau-giai";

/// Where a unit's own contest is prepared and launched.
const RULES: &str = "/ky/{slug}/quan-ly";

/// A unit's dossiers: all of its own contest for whoever runs that by the unit's right, its own in
/// the contest above.
const UNIT_ENTRIES: &str = "/ky/{slug}/ho-so-don-vi";

/// Whom one reaches in a unit.
const CONTACTS: &str = "/dau-moi";

/// What units made better, all registers.
const INITIATIVES: &str = "/sang-kien";

/// Mail to lists, which are the house's.
const MAILINGS: &str = "/thu-tin";

/// The text of the same place in a unit's own contest, where these are the contest's dossiers.
const LOCAL_ENTRIES: &str = "nav-entries";

/// One place of the column: its group's text, its own text, its path, who sees it.
///
/// `{slug}` stands for the edition that the page is about.
struct Spot(&'static str, &'static str, &'static str, Permission);

const SPOTS: &[Spot] = &[
    Spot("nav-unit", "nav-unit-work", "/don-vi/cong-viec", SendingView),
    Spot("nav-unit", "campaign-feed", "/don-vi/lich", SendingView),
    Spot("nav-unit", "nav-unit-entries", UNIT_ENTRIES, EntryViewUnit),
    Spot("nav-unit", "nav-unit-commendation", "/don-vi/khen-thuong", CommendationRecord),
    Spot("nav-unit", "nav-unit-initiatives", "/don-vi/sang-kien", InitiativeKeep),
    Spot("nav-unit", "nav-local-contests", "/hoi-thi-co-so", LocalContestHold),
    Spot("nav-author", "nav-own-entries", "/ho-so-cua-toi", EntryViewOwn),
    Spot("nav-author", "aftercare-own", "/ung-dung-cua-toi", EntryViewOwn),
    Spot("nav-judge", "nav-sheets", "/cham", SheetMark),
    Spot("nav-direction", "nav-rules", RULES, EditionView),
    Spot("nav-direction", "nav-documents", "/ky/{slug}/van-ban", DocumentRead),
    Spot("nav-direction", "nav-meetings", "/ky/{slug}/cuoc-hop", MeetingKeep),
    Spot("nav-by-units", "nav-campaign", "/ky/{slug}/tien-do", CampaignView),
    Spot("nav-by-units", "nav-publicity", "/ky/{slug}/tuyen-truyen", CampaignView),
    Spot("nav-by-units", "nav-initiatives", INITIATIVES, InitiativeView),
    Spot("nav-by-units", "nav-summary", "/ky/{slug}/tong-hop", CampaignView),
    Spot("nav-by-units", "nav-commendation", "/ky/{slug}/khen-thuong", CampaignView),
    Spot("nav-received", "nav-entries", "/ky/{slug}/ho-so", EntryViewAll),
    Spot("nav-received", LOCAL_ENTRIES, UNIT_ENTRIES, EntryViewUnit),
    Spot("nav-received", "nav-screening", "/ky/{slug}/kiem-tra", ScreeningDecide),
    Spot("nav-received", "nav-questions", "/ky/{slug}/giup-do", QuestionAnswer),
    Spot("nav-judging", "nav-jury", "/ky/{slug}/hoi-dong", RoundProgress),
    Spot("nav-judging", "nav-progress", "/ky/{slug}/tien-do-cham", RoundProgress),
    Spot("nav-judging", "nav-opening", "/ky/{slug}/mo-niem-phong", RoundOpen),
    Spot("nav-judging", "nav-ranking", "/ky/{slug}/xep-hang", RankingView),
    Spot("nav-result", "nav-announcement", "/ky/{slug}/cong-bo", AnnouncementPublish),
    Spot("nav-result", "nav-certificates", "/ky/{slug}/chung-nhan", CertificateView),
    Spot("nav-result", "nav-forwarding", UPWARD, ForwardingSend),
    Spot("nav-result", "aftercare-title", AFTERWARDS, EntryViewAll),
    Spot("nav-house", "nav-editions", "/ky", EditionView),
    Spot("nav-house", "edition-workdays", "/ngay-nghi", EditionView),
    Spot("nav-house", "nav-units", "/don-vi-hanh-chinh", UnitsView),
    Spot("nav-house", "nav-contacts", CONTACTS, ContactsView),
    Spot("nav-house", "mailings-title", MAILINGS, MailingSend),
    Spot("nav-system", "nav-accounts", "/quan-tri/tai-khoan", AccountCreate),
    Spot("nav-system", "nav-reminders", "/nhac-viec", RemindersView),
    Spot("nav-system", "app-own-mail", "/thu-da-gui", MailingSend),
    Spot("nav-system", "nav-outbox", "/hop-thu-di", OutboxRead),
    Spot("nav-system", "app-reading", "/doc-tep", OutboxRead),
    Spot("nav-system", "nav-journal", "/nhat-ky", JournalRead),
];

/// Pages that stand beneath another place than their address says.
const BENEATH: &[(&str, &str)] = &[
    ("sua-doi", "quan-ly"),
    ("phat-dong", "quan-ly"),
    ("so-the-le", "quan-ly"),
    ("phien-ban", "quan-ly"),
    ("bao-cao", "tong-hop"),
    ("bieu-bao-cao", "tong-hop"),
    ("bieu-moi", "tong-hop"),
    ("ky-bao-cao", "tong-hop"),
    ("gui", "van-ban"),
    ("ke-hoach", "van-ban"),
    ("don-doc", "tien-do"),
    ("noi-nhan", "tien-do"),
    ("nop-ho", "ho-so"),
    ("phieu-dang-nhap", "ho-so"),
    ("goi-ho-so", "ho-so"),
    ("hoi-thi-ngoai", "ho-so"),
    ("xac-nhan", "ho-so"),
    ("ban-cham", "kiem-tra"),
    ("vong", "tien-do-cham"),
    ("ket-qua-cham", "xep-hang"),
    ("giai-thuong", "xep-hang"),
];

/// The column of this person, for this page. Its words are keys of the catalogue, which the
/// frame's layer turns into words.
pub(crate) fn column(viewer: &Viewer, edition: Option<&Edition>, path: &str) -> Vec<NavItem> {
    let path = &place_of(viewer, edition, path);
    let mut items = vec![item("", "nav-desk", "/ban-lam-viec".to_owned(), path)];
    let mut last_group = "";
    for Spot(group, label, place, permission) in SPOTS {
        let Some(href) = address(place, edition) else { continue };
        if *place == UNIT_ENTRIES && (*label == LOCAL_ENTRIES) != edition.is_some_and(Edition::is_local) {
            continue;
        }
        if !sees(viewer, *permission, place, edition) {
            continue;
        }
        let heading = if *group == last_group { "" } else { group };
        items.push(item(heading, label, href, path));
        last_group = group;
    }
    let invited = viewer.may_somewhere(EditionView) || viewer.may_somewhere(SendingAcknowledge);
    if invited {
        items.push(item("nav-self", "nav-invitations", "/giay-moi".to_owned(), path));
    }
    let heading = if invited { "" } else { "nav-self" };
    items.push(item(heading, "people-change-password", "/doi-mat-khau".to_owned(), path));
    items.push(item("", "nav-own-reminders", "/nhac-viec/cua-toi".to_owned(), path));
    items
}

/// The page's address as the column knows it.
fn place_of(viewer: &Viewer, edition: Option<&Edition>, path: &str) -> String {
    let Some(slug) = edition.map(|edition| edition.slug.as_str()) else { return path.to_owned() };
    let all = edition.is_some_and(|edition| viewer.may(EntryViewAll, edition.place()));
    let entries = if all { "ho-so" } else { "ho-so-don-vi" };
    if let Some(entry) = path.strip_prefix("/ho-so/") {
        return format!("/ky/{slug}/{entries}/{entry}");
    }
    if let Some(part) = path.strip_prefix("/lap-ho-so/") {
        let own = viewer.may_somewhere(EntryViewOwn);
        return if own { format!("/ho-so-cua-toi/{part}") } else { format!("/ky/{slug}/{entries}/{part}") };
    }
    let first = path.strip_prefix(&format!("/ky/{slug}/")).and_then(|rest| rest.split('/').next());
    match BENEATH.iter().find(|(page, _)| first == Some(page)) {
        Some((_, "ho-so")) => format!("/ky/{slug}/{entries}"),
        Some((_, place)) => format!("/ky/{slug}/{place}"),
        None => path.to_owned(),
    }
}

fn address(place: &str, edition: Option<&Edition>) -> Option<String> {
    match (place.contains("{slug}"), edition) {
        (true, Some(edition)) if place == UPWARD && edition.book.rules().forwarding.is_none() => None,
        (true, Some(edition)) if place == AFTERWARDS && !is_followed(edition) => None,
        (true, Some(edition)) => Some(place.replace("{slug}", edition.slug.as_str())),
        (true, None) => None,
        (false, _) => Some(place.to_owned()),
    }
}

fn is_followed(edition: &Edition) -> bool {
    edition.state.announced_at().is_some() && !edition.is_local()
}

fn sees(viewer: &Viewer, permission: Permission, place: &str, edition: Option<&Edition>) -> bool {
    match edition {
        // A unit's own contest is run by its organiser, who needs no right over editions for it.
        Some(edition) if place == RULES && edition.is_local() && viewer.may(LocalContestHold, edition.place()) => true,
        Some(edition) if place == UNIT_ENTRIES && viewer.may(EntryViewAll, edition.place()) => false,
        // The contest above is not the unit's, but the unit's dossiers in it are.
        Some(edition) if place == UNIT_ENTRIES && !edition.is_local() => viewer.may_somewhere(permission),
        Some(edition) if place.contains("{slug}") => viewer.may(permission, edition.place()),
        // Whoever leads a unit's own contest has no need of persons in all other units.
        _ if [CONTACTS, INITIATIVES, MAILINGS].contains(&place) => viewer.may(permission, Place::HOUSE),
        _ => viewer.may_somewhere(permission),
    }
}

fn item(group: &str, label: &str, href: String, path: &str) -> NavItem {
    // Every page of an edition lies under `/ky`, which is the list of editions and nothing else.
    let beneath = path.strip_prefix(&href).is_some_and(|rest| rest.starts_with('/'));
    let own = href == "/nhac-viec" && path == "/nhac-viec/cua-toi";
    let current = path == href || (beneath && href != "/ky" && !own);
    let group = Some(group.to_owned()).filter(|group| !group.is_empty());
    NavItem { label: label.to_owned(), href, current, group }
}
