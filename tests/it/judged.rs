//! A contest that has been judged, for the stories of what comes after: entries with chosen marks,
//! one sheet each, sealed, and opened by two persons.

use std::collections::BTreeSet;

use hoithi_documents::Sha256Hex;
use hoithi_edition::{Launch, SetUp};
use hoithi_entries::{
    Arriving, AuthorWords, Begin, Change, Consenting, Consents, Reach, Solution, Submit, Write, consent, keep_pdf,
};
use hoithi_journal::Halt;
use hoithi_judging::{
    Assign, ConfirmOpening, LockSheet, NewPanel, SaveSheet, SetUpJury, StartRound, Written, assign, confirm_opening,
    lock_sheet, own_list, save_sheet, seal_round, set_up_jury, start_round,
};
use hoithi_rules::edition::{CategoryCode, EntrantKind, PartCode, books};
use hoithi_rules::entries::{ConsentKind, Share};
use hoithi_rules::ids::{AccountId, EditionId, EntryId, RoundId, UnitId};
use hoithi_rules::judging::{CriterionCode, Points};
use hoithi_rules::people::{Role, Scope};
use hoithi_rules::screening::{Finding, Verdict, checklist};
use hoithi_screening::{Decide, Release, Ruling};
use hoithi_testkit::TestHouse;
use hoithi_units::{NewUnit, UnitLevel, add_unit};
use jiff::civil::date;

/// Whole points in the three criteria, and the authors.
pub(super) type Told<'a> = ([i64; 3], &'a [&'a str]);

/// What differs between the province's contest and a unit's own.
pub(super) struct Kind {
    book: String,
    category: &'static str,
    declarations: &'static [&'static str],
    round: &'static str,
    arriving: Arriving,
    /// Writing, screening, judging.
    clocks: [&'static str; 3],
    /// Before the people's login names, so that two contests fit into one house.
    prefix: &'static str,
}

/// The province's contest with one sheet an entry and one round.
pub(super) fn province() -> Kind {
    let text = books::QUANG_NINH_VIII
        .replace("panels = \"per_category\"", "panels = \"plenary\"")
        .replace("sheets_per_entry = 3", "sheets_per_entry = 1");
    let (before, rest) = text.split_once("[[rules.dossier]]\ncode = \"phieu-dang-ky\"").unwrap();
    let (_, after) = rest.split_once("[[rules.dossier]]").unwrap();
    let text = format!("{before}[[rules.dossier]]{after}");
    let (before, rest) = text.split_once("[[marking.rounds]]\ncode = \"chung-khao\"").unwrap();
    let (_, after) = rest.split_once("# Cơ cấu giải").unwrap();
    Kind {
        book: format!("{before}# Cơ cấu giải{after}"),
        category: "y-duoc",
        declarations: &["ap-dung-trong-tinh", "chua-doat-giai", "khong-trung", "khong-gay-hai"],
        round: "so-khao",
        arriving: Arriving::ByHand,
        clocks: ["2021-03-01T09:00:00+07:00", "2021-07-06T09:00:00+07:00", "2021-07-21T09:00:00+07:00"],
        prefix: "",
    }
}

/// A college's own contest, with room for one entry to go up.
pub(super) fn college() -> Kind {
    let book =
        books::HOI_THI_CO_SO.replace("sheets_per_entry = 3", "sheets_per_entry = 1").replace("limit = 7", "limit = 1");
    Kind {
        book,
        category: "ky-thuat",
        declarations: &["ap-dung-tai-truong"],
        round: "cham-thi",
        arriving: Arriving::Online,
        clocks: ["2021-03-01T09:00:00+07:00", "2021-04-06T09:00:00+07:00", "2021-04-12T09:00:00+07:00"],
        prefix: "truong.",
    }
}

impl Kind {
    /// The same with one text of its book in the place of another.
    pub(super) fn with(self, from: &str, to: &str) -> Self {
        assert!(self.book.contains(from), "the book has no {from:?}");
        Self { book: self.book.replacen(from, to, 1), ..self }
    }
}

/// A judged contest with its people.
pub(super) struct Judged<'a> {
    pub(super) house: &'a TestHouse,
    kind: Kind,
    pub(super) edition: EditionId,
    pub(super) unit: UnitId,
    pub(super) head: AccountId,
    pub(super) secretary: AccountId,
    chair: AccountId,
    jury_secretary: AccountId,
    judge: AccountId,
    /// In the order in which they were told.
    pub(super) entries: Vec<EntryId>,
}

/// The office, whole-house roles; made once a house.
pub(super) async fn office(house: &TestHouse) -> (AccountId, AccountId) {
    let head = house.account("lanhdao", "Phạm Văn Quyết", &[Role::AgencyHead]).await;
    let officer = house.account("chuyenvien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
    (head, officer)
}

/// A unit.
pub(super) async fn unit(house: &TestHouse, officer: AccountId, name: &str) -> UnitId {
    let new = NewUnit {
        name: name.to_owned(),
        kind: "trường cao đẳng".to_owned(),
        level: UnitLevel::School,
        parent: None,
        valid_from: None,
        source: "Dữ liệu minh họa".to_owned(),
    };
    house.perform(officer, move |act| Box::pin(add_unit(act, new.clone()))).await.unwrap()
}

/// The edition of that kind, launched. A unit's own contest lies under another and is set up by
/// its organiser.
pub(super) async fn launched(
    house: &TestHouse,
    kind: &Kind,
    who: AccountId,
    above: Option<(EditionId, UnitId)>,
) -> EditionId {
    let new =
        SetUp { text: kind.book.clone(), parent: above.map(|(parent, _)| parent), unit: above.map(|(_, unit)| unit) };
    let edition = house.perform(who, move |act| Box::pin(hoithi_edition::set_up(act, new.clone()))).await.unwrap();
    let launch = Launch { edition, seen: 1, paper: None };
    house.perform(who, move |act| Box::pin(hoithi_edition::launch(act, launch.clone()))).await.unwrap();
    edition
}

impl<'a> Judged<'a> {
    /// The contest's rule book.
    pub(super) fn book(&self) -> &str {
        &self.kind.book
    }

    /// The people of an edition.
    pub(super) async fn new(
        house: &'a TestHouse,
        kind: Kind,
        (edition, unit): (EditionId, UnitId),
        head: AccountId,
    ) -> Self {
        let here = Scope::Edition(edition);
        let login = |name: &str| format!("{}{name}", kind.prefix);
        let secretary = house.account_for(&login("thuky"), "Đinh Thị Thư", &[(Role::ContestSecretary, here)]).await;
        let chair = house.account_for(&login("chutich"), "Trần Văn Chủ", &[(Role::JuryChair, here)]).await;
        let jury_secretary = house.account_for(&login("thukyhd"), "Hồ Thị Ký", &[(Role::JurySecretary, here)]).await;
        let judge = house.account_for(&login("giamkhao"), "Tô Thị Giám", &[(Role::Judge, here)]).await;
        Self { house, kind, edition, unit, head, secretary, chair, jury_secretary, judge, entries: Vec::new() }
    }

    /// Writes, admits, marks and seals; the round is not opened yet.
    pub(super) async fn sealed(mut self, told: &[Told<'_>]) -> Self {
        self.house.set_clock(self.kind.clocks[0]);
        for (place, (_, authors)) in told.iter().enumerate() {
            let entry = self.entry(&title(place), authors).await;
            self.entries.push(entry);
        }
        self.house.set_clock(self.kind.clocks[1]);
        for entry in self.entries.clone() {
            admit(self.house, self.secretary, entry).await;
        }
        self.house.set_clock(self.kind.clocks[2]);
        self.jury().await;
        for (place, (marks, _)) in told.iter().enumerate() {
            self.mark(&title(place), *marks).await;
        }
        let (round, chair) = (self.round().await, self.chair);
        self.house.perform(chair, move |act| Box::pin(seal_round(act, round))).await.unwrap();
        self
    }

    /// Two persons open it, one after the other.
    pub(super) async fn open(&self) {
        let command = ConfirmOpening { round: self.round().await };
        for who in [self.chair, self.jury_secretary] {
            self.house.perform(who, move |act| Box::pin(confirm_opening(act, command))).await.unwrap();
        }
    }

    async fn round(&self) -> RoundId {
        let mut db = self.house.house().read().await.unwrap();
        hoithi_judging::current_round(&mut db, self.edition).await.unwrap().unwrap().id
    }

    async fn entry(&self, title: &str, authors: &[&str]) -> EntryId {
        let begin = Begin {
            edition: self.edition,
            title: Some(title.parse().unwrap()),
            category: CategoryCode::parse(self.kind.category),
            unit: Some(self.unit),
            on_behalf: true,
        };
        let who = self.secretary;
        let entry =
            self.house.perform(who, move |act| Box::pin(hoithi_entries::begin(act, begin.clone()))).await.unwrap();
        let write = Write { entry, seen: 1, changes: self.changes(title, authors) };
        let seen =
            self.house.perform(who, move |act| Box::pin(hoithi_entries::write(act, write.clone()))).await.unwrap();
        let submit = Submit { entry, seen, arriving: self.kind.arriving };
        self.house.perform(who, move |act| Box::pin(hoithi_entries::submit(act, submit.clone()))).await.unwrap();
        self.agreed_to_be_named(entry).await;
        entry
    }

    /// What the authors ticked on the form that they signed.
    async fn agreed_to_be_named(&self, entry: EntryId) {
        let kept =
            hoithi_entries::dossier(&mut self.house.house().read().await.unwrap(), entry).await.unwrap().unwrap();
        for author in kept.entry.content.authors.iter().map(|author| author.id) {
            let said = Consenting { kind: ConsentKind::PublishName, given: true, guardian: String::new() };
            let command = Consents { entry, author, said };
            let done = self.house.perform(self.secretary, move |act| Box::pin(consent(act, command.clone()))).await;
            done.unwrap();
        }
    }

    fn changes(&self, title: &str, authors: &[&str]) -> Vec<Change> {
        let part = |code: &str| PartCode::parse(code).unwrap();
        let pdf = keep_pdf(&self.house.house().files, "mo-ta.pdf", &pdf(title), 20).unwrap();
        let group = authors.len() > 1;
        let mut changes = vec![Change::Solution(Solution {
            title: Some(title.parse().unwrap()),
            category: CategoryCode::parse(self.kind.category),
            entrant: if group { EntrantKind::Group } else { EntrantKind::Individual },
            organisation: None,
            created_on: Some(date(2019, 5, 1)),
        })];
        let share = Share::from_hundredths(10_000 / u32::try_from(authors.len()).unwrap()).unwrap();
        changes.extend(authors.iter().enumerate().map(|(place, name)| {
            Change::Author(AuthorWords {
                id: None,
                name: name.parse().unwrap(),
                born: None,
                workplace: "Nơi làm việc minh họa".to_owned(),
                unit: Some(self.unit),
                reach: Reach { email: address(title, place), phone: "0203 000 0001".to_owned() },
                agreed: true,
                share: Some(share),
                representative: Some(place == 0),
            })
        }));
        changes.push(Change::Text(part("tom-tat"), format!("Bí quyết của {title}.")));
        changes.push(Change::File(part("ban-mo-ta"), pdf));
        changes.push(Change::Declarations(self.kind.declarations.iter().map(|code| part(code)).collect()));
        changes
    }

    async fn jury(&self) {
        let panel = NewPanel {
            name: "Hội đồng giám khảo".to_owned(),
            categories: BTreeSet::new(),
            judges: [self.judge].into_iter().collect(),
        };
        let command = SetUpJury {
            edition: self.edition,
            decision: "18/QĐ-BTC".to_owned(),
            decided_on: date(2021, 4, 2),
            panels: vec![panel],
            seen: 0,
            paper: None,
        };
        self.house.perform(self.head, move |act| Box::pin(set_up_jury(act, command.clone()))).await.unwrap();
        let command = Assign { edition: self.edition, round: self.kind.round.to_owned(), only: None };
        self.house.perform(self.secretary, move |act| Box::pin(assign(act, command.clone()))).await.unwrap();
        let command = StartRound { round: self.round().await, though_intake_unfinished: false };
        self.house.perform(self.chair, move |act| Box::pin(start_round(act, command))).await.unwrap();
    }

    async fn mark(&self, title: &str, marks: [i64; 3]) {
        let lines = own_list(&mut self.house.house().read().await.unwrap(), self.judge).await.unwrap();
        let sheet = lines.into_iter().find(|line| line.title == title).unwrap().id;
        let codes = ["tinh-moi", "kha-nang-ap-dung", "hieu-qua"];
        let mark = |(code, points): (&str, i64)| (CriterionCode(code.to_owned()), Points::whole(points));
        let written = Written { marks: codes.into_iter().zip(marks).map(mark).collect(), ..Written::default() };
        let command = SaveSheet { sheet, written, seen: 0 };
        let who = self.judge;
        let seen =
            self.house.perform(who, move |act| Box::pin(save_sheet(act, command.clone()))).await.unwrap().version;
        let command = LockSheet { sheet, seen };
        self.house.perform(who, move |act| Box::pin(lock_sheet(act, command))).await.unwrap();
    }
}

/// `tg1b@vidu.invalid`: the second author of the first entry.
fn address(title: &str, place: usize) -> String {
    let entry = title.rsplit(' ').next().unwrap_or_default();
    format!("tg{entry}{}@vidu.invalid", ["a", "b", "c"][place])
}

/// The title of the entry told at that place.
pub(super) fn title(place: usize) -> String {
    const KINDS: [&str; 6] = ["Máy", "Giàn", "Phần mềm", "Bẫy", "Khuôn", "Cầu"];
    format!("{} minh họa số {}", KINDS[place % KINDS.len()], place + 1)
}

/// The province's contest, opened, with these entries.
pub(super) async fn province_opened<'a>(house: &'a TestHouse, told: &[Told<'_>]) -> Judged<'a> {
    let (head, officer) = office(house).await;
    let kind = province();
    let edition = launched(house, &kind, head, None).await;
    let unit = unit(house, officer, "Trường Cao đẳng Chim Én").await;
    let judged = Judged::new(house, kind, (edition, unit), head).await.sealed(told).await;
    judged.open().await;
    judged
}

/// The codes of what was refused.
pub(super) fn codes_of<T>(done: Result<T, Halt>) -> Vec<&'static str> {
    match done {
        Err(Halt::Refused(refused)) => refused.iter().map(|each| each.code).collect(),
        Err(Halt::Denied(_)) => vec!["denied"],
        Err(Halt::Fault(fault)) => panic!("{fault}"),
        Ok(_) => vec!["done"],
    }
}

/// The smallest PDF that is one, different for every title.
pub(super) fn pdf(title: &str) -> Vec<u8> {
    let mut bytes = format!("%PDF-1.7\n% {title}\n").into_bytes();
    let mut offsets = Vec::new();
    let objects = [
        "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
        "2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n",
    ];
    for object in objects {
        offsets.push(bytes.len());
        bytes.extend_from_slice(object.as_bytes());
    }
    let start = bytes.len();
    bytes.extend_from_slice(b"xref\n0 3\n0000000000 65535 f \n");
    for offset in offsets {
        bytes.extend_from_slice(format!("{offset:010} 00000 n \n").as_bytes());
    }
    bytes.extend_from_slice(format!("trailer << /Size 3 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").as_bytes());
    bytes
}

/// Lets the secretary answer every question of the list with yes, admit the entry and release the
/// copy that its judges get.
pub(super) async fn admit(house: &TestHouse, secretary: AccountId, entry: EntryId) {
    let mut db = house.house().read().await.unwrap();
    let kept = hoithi_entries::dossier(&mut db, entry).await.unwrap().unwrap();
    let edition = hoithi_edition::edition(&mut db, kept.entry.edition).await.unwrap().unwrap();
    drop(db);
    let blind = edition.book.marking().is_none_or(|part| part.marking.blind);
    let finding = |item| Finding { item, verdict: Verdict::Passed, note: String::new() };
    let findings = checklist(edition.book.rules(), blind).into_iter().map(finding).collect();
    let decide = Decide { entry, seen: kept.entry.version, ruling: Ruling::Admit, findings };
    house.perform(secretary, move |act| Box::pin(hoithi_screening::decide(act, decide.clone()))).await.unwrap();
    if blind {
        release_copy(house, secretary, entry).await.unwrap();
    }
}

/// Releases the copy of an entry as it lies there, whatever the program thinks of it.
pub(super) async fn release_copy(house: &TestHouse, secretary: AccountId, entry: EntryId) -> Result<(), Halt> {
    let mut db = house.house().read().await?;
    let kept = hoithi_entries::dossier(&mut db, entry).await?.ok_or_else(Halt::not_found)?;
    let edition = hoithi_edition::edition(&mut db, kept.entry.edition).await?.ok_or_else(Halt::not_found)?;
    drop(db);
    let copies = hoithi_screening::prepare(house.house(), &kept, &edition.book).await?;
    let command = Release { entry, seen: kept.entry.version, copies, though_told: true };
    house.perform(secretary, move |act| Box::pin(hoithi_screening::release(act, command.clone()))).await
}

/// The scan of the authors' request to take an entry back.
pub(super) fn signed_request(house: &TestHouse) -> Sha256Hex {
    house.house().files.put(&pdf("Đơn xin rút hồ sơ")).unwrap()
}
