//! A contest with a jury, for the stories of judging.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_edition::{SetUp, set_up};
use hoithi_entries::{Arriving, AuthorWords, Begin, Change, Reach, Submit, Write, keep_pdf};
use hoithi_journal::Halt;
use hoithi_judging::{
    Assign, LockSheet, NewPanel, SaveSheet, SetUpJury, StartRound, Written, assign, lock_sheet, own_list, save_sheet,
    seal_round, set_up_jury, start_round,
};
use hoithi_rules::edition::{CategoryCode, EntrantKind, PartCode, books};
use hoithi_rules::entries::Share;
use hoithi_rules::ids::{AccountId, AssignmentId, EditionId, EntryId, RoundId, UnitId};
use hoithi_rules::judging::{CriterionCode, Points};
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{Answer, Browser, TestHouse};
use hoithi_units::{NewUnit, UnitLevel, add_unit};
use jiff::civil::date;

use crate::judged::admit;

pub(crate) const DESK: &str = "/cham";
pub(crate) const PROGRESS: &str = "/ky/quang-ninh-viii/tien-do-cham";
pub(crate) const OPENING: &str = "/ky/quang-ninh-viii/mo-niem-phong";
pub(crate) const RESULTS: &str = "/ky/quang-ninh-viii/ket-qua-cham";

/// Words that stand in the data and may reach no judge.
pub(crate) const AUTHORS: [&str; 3] = ["Mạc Kim Tước", "Nghiêm Thị Hải Đường", "Âu Dương Bích Khuê"];
pub(crate) const UNIT: &str = "Xí nghiệp Chim Hoàng Yến";
pub(crate) const JUDGES: [(&str, &str); 4] = [
    ("giamkhao1", "Tô Thị Giám Nhất"),
    ("giamkhao2", "Lều Văn Giám Nhì"),
    ("giamkhao3", "Ninh Thị Giám Ba"),
    ("giamkhao4", "Khúc Văn Giám Tư"),
];
pub(crate) const TITLES: [&str; 3] = ["Máy sấy mực một nắng", "Phần mềm xếp ca trực", "Bẫy ruồi vàng bằng vỏ chai"];

/// What every judge of these stories remarks.
pub(crate) const REMARK: &str = "Ý hay, số liệu còn mỏng";

/// A contest with admitted entries and people to judge them.
pub(crate) struct Contest<'a> {
    pub(crate) house: &'a TestHouse,
    pub(crate) edition: EditionId,
    pub(crate) unit: UnitId,
    pub(crate) head: AccountId,
    pub(crate) secretary: AccountId,
    pub(crate) chair: AccountId,
    pub(crate) judges: Vec<AccountId>,
    pub(crate) entries: Vec<EntryId>,
}

/// Quảng Ninh's book with two sheets an entry, one plenary jury, one round.
pub(crate) fn book() -> String {
    let text = books::QUANG_NINH_VIII
        .replace("panels = \"per_category\"", "panels = \"plenary\"")
        .replace("sheets_per_entry = 3", "sheets_per_entry = 2");
    let (before, rest) = text.split_once("[[rules.dossier]]\ncode = \"phieu-dang-ky\"").unwrap();
    let (_, after) = rest.split_once("[[rules.dossier]]").unwrap();
    let text = format!("{before}[[rules.dossier]]{after}");
    let (before, rest) = text.split_once("[[marking.rounds]]\ncode = \"chung-khao\"").unwrap();
    let (_, after) = rest.split_once("# Cơ cấu giải").unwrap();
    format!("{before}# Cơ cấu giải{after}")
}

/// A PDF whose properties name its writer, as word processors leave them.
pub(crate) fn pdf_of(author: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut offsets = Vec::new();
    let info = format!("3 0 obj\n<< /Author ({author}) /Company <{}> /Title (Mo ta) >>\nendobj\n", "41".repeat(12));
    let packet = format!(
        "4 0 obj\n<< /Length 1 >>\nstream\n<?xpacket begin=\"\"?><dc:creator>{author}</dc:creator><?xpacket end=\"w\"?>\nendstream\nendobj\n"
    );
    let objects = [
        "1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R >>\nendobj\n".to_owned(),
        "2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n".to_owned(),
        info,
        packet,
    ];
    for object in objects {
        offsets.push(bytes.len());
        bytes.extend_from_slice(object.as_bytes());
    }
    let start = bytes.len();
    bytes.extend_from_slice(b"xref\n0 5\n0000000000 65535 f \n");
    for offset in offsets {
        bytes.extend_from_slice(format!("{offset:010} 00000 n \n").as_bytes());
    }
    bytes.extend_from_slice(
        format!("trailer << /Size 5 /Root 1 0 R /Info 3 0 R >>\nstartxref\n{start}\n%%EOF\n").as_bytes(),
    );
    bytes
}

pub(crate) async fn contest(house: &TestHouse) -> Contest<'_> {
    contest_by(house, book()).await
}

pub(crate) async fn contest_by(house: &TestHouse, text: String) -> Contest<'_> {
    let head = house.account("lanh.dao", "Phạm Văn Quyết", &[Role::AgencyHead]).await;
    let officer = house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
    let edition = house
        .perform(head, move |act| Box::pin(set_up(act, SetUp { text: text.clone(), parent: None, unit: None })))
        .await
        .unwrap();
    let launch = hoithi_edition::Launch { edition, seen: 1, paper: None };
    house.perform(head, move |act| Box::pin(hoithi_edition::launch(act, launch.clone()))).await.unwrap();
    let unit = unit(house, officer).await;
    let here = Scope::Edition(edition);
    let secretary = house.account_for("thuky", "Đinh Thị Thư", &[(Role::ContestSecretary, here)]).await;
    let chair = house.account_for("chutich", "Trần Văn Chủ", &[(Role::JuryChair, here)]).await;
    house.account_for("thukyhoidong", "Hồ Thị Ký", &[(Role::JurySecretary, here)]).await;
    house.account_for("giamsat", "Lý Văn Soát", &[(Role::Auditor, here)]).await;
    let mut judges = Vec::new();
    for (login, name) in JUDGES {
        judges.push(house.account_for(login, name, &[(Role::Judge, here)]).await);
    }
    let mut contest = Contest { house, edition, unit, head, secretary, chair, judges, entries: Vec::new() };
    house.set_clock("2021-03-01T09:00:00+07:00");
    for (title, author) in TITLES.into_iter().zip(AUTHORS) {
        let entry = contest.entry(title, author).await;
        contest.entries.push(entry);
    }
    house.set_clock("2021-07-06T09:00:00+07:00");
    for entry in contest.entries.clone() {
        admit(contest.house, contest.secretary, entry).await;
    }
    house.set_clock("2021-07-19T09:00:00+07:00");
    contest
}

pub(crate) async fn unit(house: &TestHouse, officer: AccountId) -> UnitId {
    let new = NewUnit {
        name: UNIT.to_owned(),
        kind: "xí nghiệp".to_owned(),
        level: UnitLevel::Enterprise,
        parent: None,
        valid_from: None,
        source: "Dữ liệu minh họa".to_owned(),
    };
    house.perform(officer, move |act| Box::pin(add_unit(act, new.clone()))).await.unwrap()
}

impl Contest<'_> {
    pub(crate) async fn entry(&self, title: &str, author: &str) -> EntryId {
        let category = CategoryCode::parse("y-duoc");
        let begin = Begin {
            edition: self.edition,
            title: Some(title.parse().unwrap()),
            category: category.clone(),
            unit: Some(self.unit),
            on_behalf: true,
        };
        let entry = self
            .house
            .perform(self.secretary, move |act| Box::pin(hoithi_entries::begin(act, begin.clone())))
            .await
            .unwrap();
        let changes = self.changes(title, author);
        let write = Write { entry, seen: 1, changes };
        let seen = self
            .house
            .perform(self.secretary, move |act| Box::pin(hoithi_entries::write(act, write.clone())))
            .await
            .unwrap();
        let submit = Submit { entry, seen, arriving: Arriving::ByHand };
        self.house
            .perform(self.secretary, move |act| Box::pin(hoithi_entries::submit(act, submit.clone())))
            .await
            .unwrap();
        entry
    }

    fn changes(&self, title: &str, author: &str) -> Vec<Change> {
        let part = |code: &str| PartCode::parse(code).unwrap();
        let pdf = keep_pdf(&self.house.house().files, "mo-ta cua toi.pdf", &pdf_of("MAC KIM TUOC"), 20).unwrap();
        let declared = ["ap-dung-trong-tinh", "chua-doat-giai", "khong-trung", "khong-gay-hai"];
        vec![
            Change::Solution(hoithi_entries::Solution {
                title: Some(title.parse().unwrap()),
                category: CategoryCode::parse("y-duoc"),
                entrant: EntrantKind::Individual,
                organisation: None,
                created_on: Some(date(2019, 5, 1)),
            }),
            Change::Author(AuthorWords {
                id: None,
                name: author.parse().unwrap(),
                born: None,
                workplace: UNIT.to_owned(),
                unit: Some(self.unit),
                reach: Reach { email: String::new(), phone: "0203 000 0001".to_owned() },
                agreed: true,
                share: Some(Share::WHOLE),
                representative: Some(true),
            }),
            Change::Text(part("tom-tat"), format!("{title}: đặt đúng chỗ, dùng được ngay, rẻ.")),
            Change::File(part("ban-mo-ta"), pdf),
            Change::Declarations(declared.map(part).into_iter().collect()),
        ]
    }

    pub(crate) async fn jury(&self) {
        let judges = self.judges.clone();
        self.jury_of(&judges, 0).await.unwrap();
    }

    pub(crate) async fn jury_of(&self, judges: &[AccountId], seen: i64) -> Result<(), Halt> {
        let panel = NewPanel {
            name: "Hội đồng giám khảo".to_owned(),
            categories: BTreeSet::new(),
            judges: judges.iter().copied().collect(),
        };
        let command = SetUpJury {
            edition: self.edition,
            decision: "18/QĐ-BTC".to_owned(),
            decided_on: date(2021, 7, 19),
            panels: vec![panel],
            seen,
            paper: None,
        };
        self.house.perform(self.head, move |act| Box::pin(set_up_jury(act, command.clone()))).await
    }

    pub(crate) async fn give_out(&self) -> Result<usize, Halt> {
        let command = Assign { edition: self.edition, round: "so-khao".to_owned(), only: None };
        let done = self.house.perform(self.secretary, move |act| Box::pin(assign(act, command.clone()))).await;
        done.map(|done| done.new)
    }

    /// Judges are named and have their entries.
    pub(crate) async fn given_out(&self) {
        self.jury().await;
        self.give_out().await.unwrap();
    }

    pub(crate) async fn start(&self) {
        let command = StartRound { round: self.round().await, though_intake_unfinished: false };
        self.house.perform(self.chair, move |act| Box::pin(start_round(act, command))).await.unwrap();
    }

    pub(crate) async fn round(&self) -> RoundId {
        let mut db = self.house.house().read().await.unwrap();
        hoithi_judging::current_round(&mut db, self.edition).await.unwrap().unwrap().id
    }

    /// Ready to be marked.
    pub(crate) async fn marking(&self) {
        self.jury().await;
        assert_eq!(self.give_out().await.unwrap(), 6);
        self.start().await;
    }

    pub(crate) async fn sheets_of(&self, judge: usize) -> Vec<(AssignmentId, String)> {
        let mut db = self.house.house().read().await.unwrap();
        let lines = own_list(&mut db, self.judges[judge]).await.unwrap();
        lines.into_iter().map(|line| (line.id, line.title)).collect()
    }

    /// The judge who has this entry, and the handle.
    pub(crate) async fn holders_of(&self, title: &str) -> Vec<(usize, AssignmentId)> {
        let mut found = Vec::new();
        for judge in 0..self.judges.len() {
            let sheets = self.sheets_of(judge).await;
            found.extend(sheets.into_iter().filter(|(_, each)| each == title).map(|(id, _)| (judge, id)));
        }
        found
    }

    pub(crate) async fn mark(&self, judge: usize, sheet: AssignmentId, marks: [i64; 3]) -> Result<i64, Halt> {
        let command = SaveSheet { sheet, written: written(marks), seen: 0 };
        let saved = self.house.perform(self.judges[judge], move |act| Box::pin(save_sheet(act, command.clone()))).await;
        saved.map(|saved| saved.version)
    }

    pub(crate) async fn lock(&self, judge: usize, sheet: AssignmentId, seen: i64) -> Result<(), Halt> {
        let command = LockSheet { sheet, seen };
        self.house.perform(self.judges[judge], move |act| Box::pin(lock_sheet(act, command))).await
    }

    /// Every sheet marked and locked: the judge's place decides how generously.
    pub(crate) async fn all_locked(&self) {
        for judge in 0..self.judges.len() {
            for (sheet, title) in self.sheets_of(judge).await {
                let place = TITLES.iter().position(|each| *each == title).unwrap();
                let place = i64::try_from(place).unwrap() * 100;
                let version = self.mark(judge, sheet, [3750 - place, 2850, 2650]).await.unwrap();
                self.lock(judge, sheet, version).await.unwrap();
            }
        }
    }

    pub(crate) async fn seal(&self) -> Result<(), Halt> {
        let (round, who) = (self.round().await, self.chair);
        self.house.perform(who, move |act| Box::pin(seal_round(act, round))).await
    }
}

pub(crate) fn written(marks: [i64; 3]) -> Written {
    let codes = ["tinh-moi", "kha-nang-ap-dung", "hieu-qua"];
    let mark = |(code, points): (&str, i64)| (CriterionCode(code.to_owned()), Points::from_hundredths(points));
    Written {
        marks: codes.into_iter().zip(marks).map(mark).collect(),
        comment: REMARK.to_owned(),
        ..Written::default()
    }
}

/// Whether a number stands there as a number, not among the letters of an id or a hash.
pub(crate) fn tells(text: &str, number: &str) -> bool {
    let inside = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '-');
    text.match_indices(number)
        .any(|(at, found)| !inside(text[..at].chars().next_back()) && !inside(text[at + found.len()..].chars().next()))
}

pub(crate) fn codes_of<T>(done: Result<T, Halt>) -> Vec<&'static str> {
    match done {
        Err(Halt::Refused(refused)) => refused.iter().map(|each| each.code).collect(),
        Err(Halt::Denied(_)) => vec!["denied"],
        Err(Halt::Fault(fault)) => panic!("{fault}"),
        Ok(_) => vec!["done"],
    }
}

pub(crate) fn marks(version: &str, given: [&str; 3]) -> Vec<(&'static str, String)> {
    let fields = ["marks.tinh-moi", "marks.kha-nang-ap-dung", "marks.hieu-qua"];
    let mut all: Vec<_> = fields.into_iter().zip(given.map(str::to_owned)).collect();
    all.push(("version", version.to_owned()));
    all
}

pub(crate) async fn send(browser: &Browser, path: &str, fields: &[(&str, String)]) -> Answer {
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.send(path, &fields).await
}

/// Everything a visitor reaches by following links, with its address.
pub(crate) async fn everything_linked_from(browser: &Browser, start: &[&str]) -> BTreeMap<String, Answer> {
    let mut waiting: Vec<String> = start.iter().map(|path| (*path).to_owned()).collect();
    let mut seen: BTreeMap<String, Answer> = BTreeMap::new();
    while let Some(path) = waiting.pop() {
        if seen.contains_key(&path) || seen.len() > 300 {
            continue;
        }
        let answer = browser.get(&path).await;
        if answer.header("content-type").starts_with("text/html") {
            let (links, frames) = (answer.attributes("a[href]", "href"), answer.attributes("iframe[src]", "src"));
            let links =
                links.into_iter().chain(frames).map(|link| link.split('#').next().unwrap_or_default().to_owned());
            waiting.extend(links.filter(|link| link.starts_with('/') && !link.starts_with("//")));
        }
        seen.insert(path, answer);
    }
    seen
}
