//! A province's contest and a school's own below it; whatever can tell who made something carries a word of its own.

use std::collections::BTreeSet;

use hoithi_entries::{Arriving, AuthorWords, Begin, Change, Reach, Solution, Submit, Write, dossier, keep_pdf};
use hoithi_forwarding::{SendUp, send_up};
use hoithi_helpdesk::{DeskWords, Join, NewDesk, join, open_desk};
use hoithi_people::account_by_login;
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::edition::{CategoryCode, EntrantKind, PartCode};
use hoithi_rules::entries::Share;
use hoithi_rules::forwarding::Endorsement;
use hoithi_rules::helpdesk::{Hours, Weekdays};
use hoithi_rules::ids::{AccountId, EntryId, UnitId};
use hoithi_rules::people::{Role, Scope};
use hoithi_screening::{Decide, Ruling, decide};
use hoithi_testkit::TestHouse;
use jiff::civil::date;

use super::papers::{pdf, photograph, scan_of};
use crate::judged::{Judged, Told, admit, college, launched, unit};
use crate::judging::{Contest, book, contest_by};

pub(super) const LOCAL: &str = "/ky/cao-dang-minh-hoa-iii";
pub(super) const COPIES: &str = "/ky/quang-ninh-viii/ban-cham";
pub(super) const TITLE: &str = "Máy ép Brogdal hai tầng";

/// What the pages say that judges are to read.
pub(super) const CLEAN: &str = "Ban mo ta may ep hai tang, khung thep, tai trong hai tan";
pub(super) const COVERED: &str = "Thuc hien: LA VAN ZYKHON va cong su trong nhieu nam";

/// Words that tell a person: in names, addresses, files, what is written beside pages, questions, registers.
pub(super) static PERSONS: [&str; 24] = [
    "zykhon",
    "wexlam",
    "jagwol",
    "yuxbran",
    "kyfzelm",
    "02037771357",
    "vazhquil",
    "dhoxpery",
    "thwijkal",
    "gwunfrod",
    "xlipmard",
    "thalvorn",
    "quembrix",
    "zorfquet",
    "nhuzkel",
    "plevdox",
    "ogrimtash",
    "krundvay",
    "sebwolt",
    "phruxgom",
    "smevkar",
    "tozhbik",
    "vrunskal",
    "tg1a@vidu",
];

/// Words that tell a unit.
pub(super) static UNITS: [&str; 3] = ["qorittan", "fuzhemi", "wubnelk"];

/// What was made in one of them and is judged blind.
pub(super) static TITLES: [&str; 2] = ["brogdal", "máy minh họa số 1"];

/// What stayed at the school.
pub(super) static LEFT_BELOW: &str = "giàn minh họa số 2";

const TOLD: [Told<'_>; 2] = [([37, 27, 26], &["Hà Văn Tozhbik"]), ([30, 25, 25], &["Đỗ Thị Vrunskal"])];

/// The houseful.
pub(super) struct Canaries<'a> {
    pub(super) contest: Contest<'a>,
    /// What was written for its authors, with a word in every place.
    pub(super) entry: EntryId,
    /// What the school sent up.
    pub(super) above: EntryId,
    /// What the school judged.
    pub(super) below: Vec<EntryId>,
    pub(super) unit: UnitId,
    pub(super) school: UnitId,
    /// A scan that was given and replaced.
    pub(super) scan: Vec<u8>,
}

/// All of it, as far as the judges' first day.
pub(super) async fn canaries(house: &TestHouse) -> Canaries<'_> {
    let contest = contest_by(house, book()).await;
    let officer = account_by_login(&mut house.house().read().await.unwrap(), "chuyen.vien").await.unwrap().unwrap().id;
    let school = unit(house, officer, "Trường Cao đẳng Wubnelk").await;
    let (below, above) = a_school_sends_up(&contest, school).await;
    let maker = unit(house, officer, "Xí nghiệp Qorittan").await;
    let helper = unit(house, officer, "Trường Trung cấp Fuzhemi").await;
    let scan = scan_of("Nguoi ve: QUEMBRIX");
    let entry = written_for_its_authors(&contest, (maker, helper), &scan).await;
    a_question_is_asked(&contest, officer).await;
    an_initiative_is_kept(house, maker).await;
    comes_again_without_names(&contest, entry).await;
    for entry in [entry, above] {
        admit(house, contest.secretary, entry).await;
    }
    house.set_clock("2021-07-19T09:00:00+07:00");
    contest.given_out().await;
    Canaries { contest, entry, above, below, unit: maker, school, scan }
}

/// The school judges two and sends its best.
async fn a_school_sends_up(contest: &Contest<'_>, school: UnitId) -> (Vec<EntryId>, EntryId) {
    let house = contest.house;
    house.set_clock("2020-09-15T09:00:00+07:00");
    let organiser = house.account_for("tochuc", "Vi Thị Tổ Chức", &[(Role::UnitOrganiser, Scope::Unit(school))]).await;
    let kind = college();
    let edition = launched(house, &kind, organiser, Some((contest.edition, school))).await;
    let local = Judged::new(house, kind, (edition, school), contest.head).await.sealed(&TOLD).await;
    local.open().await;
    house.set_clock("2021-05-25T09:00:00+07:00");
    let endorsement = Endorsement {
        document: DocumentNumber::parse("45/CV-CĐMH", 2021).unwrap(),
        date: date(2021, 5, 24),
        signed_by: "Khuất Thị Hiệu".parse().unwrap(),
    };
    let command = SendUp { edition, entry: local.entries[0], endorsement, because: String::new() };
    let above = house.perform(organiser, move |act| Box::pin(send_up(act, command.clone()))).await.unwrap();
    (local.entries, above)
}

/// The secretary writes down what came on paper, with the authorisation that came along.
async fn written_for_its_authors(contest: &Contest<'_>, (maker, helper): (UnitId, UnitId), scan: &[u8]) -> EntryId {
    let (house, who) = (contest.house, contest.secretary);
    house.set_clock("2021-03-02T09:00:00+07:00");
    let begin = Begin {
        edition: contest.edition,
        title: Some(TITLE.parse().unwrap()),
        category: CategoryCode::parse("y-duoc"),
        unit: Some(maker),
        on_behalf: true,
    };
    let entry = house.perform(who, move |act| Box::pin(hoithi_entries::begin(act, begin.clone()))).await.unwrap();
    let part = |code: &str| PartCode::parse(code).unwrap();
    let first = pdf(&["Nguoi thuc hien: ZORFQUET", CLEAN], Some(scan), false);
    let file = keep_pdf(&house.house().files, "mo-ta cua Vazhquil.pdf", &first, 20).unwrap();
    let declared = ["ap-dung-trong-tinh", "chua-doat-giai", "khong-trung", "khong-gay-hai"];
    let changes = vec![
        Change::Solution(Solution {
            title: Some(TITLE.parse().unwrap()),
            category: CategoryCode::parse("y-duoc"),
            entrant: EntrantKind::Group,
            organisation: None,
            created_on: Some(date(2019, 5, 1)),
        }),
        author(("Lã Văn Zykhon", "yuxbran@vidu.invalid"), 6_000, maker),
        author(("Mạc Thị Wexlam", "kyfzelm@vidu.invalid"), 4_000, maker),
        Change::Assisting(BTreeSet::from([helper])),
        Change::Text(part("tom-tat"), "Máy ép hai tầng: ép đều, dùng được ngay, rẻ.".to_owned()),
        Change::File(part("ban-mo-ta"), file),
        Change::Declarations(declared.map(part).into_iter().collect()),
    ];
    written(contest, entry, changes).await;
    let secretary = house.signed_in("thuky").await;
    let paper = pdf(&["Giay uy quyen cua PLEVDOX"], None, false);
    let fields = [("signed_by", "Bùi Thị Nhuzkel"), ("signed_on", "1/3/2021"), ("until", "")];
    let at = format!("/lap-ho-so/{entry}");
    let kept = secretary.send_files(&format!("{at}/uy-quyen"), &fields, &[("scan", "uy quyen.pdf", &paper)]).await;
    assert_eq!((kept.status(), kept.location()), (303, at.as_str()), "{}", kept.text());
    submitted(contest, entry).await;
    entry
}

fn author((name, email): (&str, &str), share: u32, works_at: UnitId) -> Change {
    Change::Author(AuthorWords {
        id: None,
        name: name.parse().unwrap(),
        born: None,
        workplace: "Tổ cơ điện Jagwol".to_owned(),
        unit: Some(works_at),
        reach: Reach { email: email.to_owned(), phone: "0203 777 1357".to_owned() },
        agreed: true,
        share: Some(Share::from_hundredths(share).unwrap()),
        representative: Some(share > 5_000),
    })
}

async fn version(contest: &Contest<'_>, entry: EntryId) -> u32 {
    dossier(&mut contest.house.house().read().await.unwrap(), entry).await.unwrap().unwrap().entry.version
}

async fn written(contest: &Contest<'_>, entry: EntryId, changes: Vec<Change>) {
    let write = Write { entry, seen: version(contest, entry).await, changes };
    let who = contest.secretary;
    contest.house.perform(who, move |act| Box::pin(hoithi_entries::write(act, write.clone()))).await.unwrap();
}

async fn submitted(contest: &Contest<'_>, entry: EntryId) {
    let submit = Submit { entry, seen: version(contest, entry).await, arriving: Arriving::ByHand };
    let who = contest.secretary;
    contest.house.perform(who, move |act| Box::pin(hoithi_entries::submit(act, submit.clone()))).await.unwrap();
}

async fn a_question_is_asked(contest: &Contest<'_>, officer: AccountId) {
    let (house, edition) = (contest.house, contest.edition);
    // A Monday in the desk's hours.
    house.set_clock("2021-03-15T09:00:00+07:00");
    let hours = Hours::parse(Weekdays::WORKING, "7:30-11:30, 13:30-17:00").unwrap();
    let words = DeskWords { name: "Ban Khoa học công nghệ".to_owned(), about: "Thể lệ".to_owned(), hours };
    let new = NewDesk { edition, words };
    let desk = house.perform(officer, move |act| Box::pin(open_desk(act, new.clone()))).await.unwrap();
    let (post, phone) = ("Chuyên viên".to_owned(), "0203 000 0002".to_owned());
    let new = Join { edition, desk, account: officer, post, phone, deputy: false, from: date(2020, 8, 1) };
    house.perform(officer, move |act| Box::pin(join(act, new.clone()))).await.unwrap();
    let fields = [
        ("words", "Máy ép của tổ Ogrimtash có được dự thi không?"),
        ("name", "Đỗ Thị Krundvay"),
        ("email", "hoi@vidu.invalid"),
        ("phone", ""),
        ("unit", "Trường THPT Sebwolt"),
        ("consent", "yes"),
    ];
    let asked = house.browser().send("/ky/quang-ninh-viii/hoi-dap/hoi", &fields).await;
    assert_eq!(asked.status(), 303, "{}", asked.text());
}

async fn an_initiative_is_kept(house: &TestHouse, maker: UnitId) {
    house.set_clock("2021-06-01T08:00:00+07:00");
    house.account_for("dau.moi", "Đinh Thị Lựu", &[(Role::UnitContact, Scope::Unit(maker))]).await;
    let fields = [
        ("title", "Giá đỡ Phruxgom xoay"),
        ("authors", "Vũ Đình Smevkar"),
        ("first_used", "5/3/2021"),
        ("decision", "12/QĐ-XN"),
        ("decided_on", "20/4/2021"),
        ("money", "120.000.000"),
        ("benefit", "Giảm nửa giờ mỗi ca."),
    ];
    let contact = house.signed_in("dau.moi").await;
    let kept = contact.send(&format!("/don-vi/sang-kien/{maker}/them"), &fields).await;
    assert_eq!(kept.status(), 303, "{}", kept.text());
}

/// Given back, and handed in again: without the scan, with a name that the secretary covers, with a photograph, and
/// with everything beside the pages that programs leave there.
async fn comes_again_without_names(contest: &Contest<'_>, entry: EntryId) {
    let house = contest.house;
    house.set_clock("2021-07-06T10:00:00+07:00");
    let (reasons, until) = (vec!["Nộp bản mô tả không ghi tên".to_owned()], date(2021, 7, 15));
    let ruling = Ruling::Return { reasons, until, public_url: String::new() };
    let back = Decide { entry, seen: version(contest, entry).await, ruling, findings: Vec::new() };
    house.perform(contest.secretary, move |act| Box::pin(decide(act, back.clone()))).await.unwrap();
    let again = pdf(&[COVERED, CLEAN], Some(&photograph("Gwunfrod")), true);
    let file = keep_pdf(&house.house().files, "mo-ta lan hai.pdf", &again, 20).unwrap();
    let part = PartCode::parse("ban-mo-ta").unwrap();
    written(contest, entry, vec![Change::File(part, file)]).await;
    submitted(contest, entry).await;
    let secretary = house.signed_in("thuky").await;
    let covered = secretary.send(&format!("{COPIES}/{entry}/tep/ban-mo-ta/che"), &[]).await;
    assert_eq!(covered.status(), 303, "{}", covered.text());
}
