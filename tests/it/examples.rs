//! Every rule book that is shipped, as it is shipped, run to its result: three entries, as many
//! judges as it asks for, every round it names, its two openers, its tally, its prizes.

use std::collections::BTreeSet;

use hoithi_awards::{Propose, SignedDecision, awards, decide, propose};
use hoithi_edition::{Edition, Launch, SetUp};
use hoithi_entries::{Arriving, AuthorWords, Begin, Change, Reach, Solution, Submit, Write, keep_pdf};
use hoithi_judging::{
    Assign, ConfirmOpening, LockSheet, NewPanel, SaveSheet, SetUpJury, StartRound, Written, assign, confirm_opening,
    lock_sheet, own_list, results, save_sheet, seal_round, set_up_jury, start_round,
};
use hoithi_rules::correspondence::{DocumentNumber, Signatory, SigningCapacity};
use hoithi_rules::edition::{ChannelKind, EntrantKind, PartKind, RuleBook, StageKind, books};
use hoithi_rules::entries::Share;
use hoithi_rules::ids::{AccountId, EditionId, EntryId, UnitId};
use hoithi_rules::judging::{Criterion, Marks, OpenerRole, PanelRule, Points};
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{TestHouse, both};
use jiff::Timestamp;
use jiff::civil::Date;

use super::judged::{admit, office, pdf, unit};

/// What each entry is given by every judge but the last, who gives the first ten points less in the
/// first criterion: everything; five less in each criterion; nothing in the first criterion.
const TITLES: [&str; 3] = ["Máy gieo hạt", "Giàn phơi rong", "Lò sấy chè"];

struct Example<'a> {
    house: &'a TestHouse,
    edition: Edition,
    unit: UnitId,
    head: AccountId,
    secretary: AccountId,
    chair: AccountId,
    openers: Vec<AccountId>,
    judges: Vec<AccountId>,
    entries: Vec<EntryId>,
}

/// The results in the order of the titles: hundredths of a point, and whether a prize is barred.
type Outcome = [(i64, bool); 3];

async fn run(house: &TestHouse, text: &str) -> (Outcome, Vec<String>) {
    let mut example = Example::launched(house, text).await;
    for title in TITLES {
        let entry = example.entry(title).await;
        example.entries.push(entry);
    }
    example.on(StageKind::Screening);
    for entry in example.entries.clone() {
        admit(example.house, example.secretary, entry).await;
    }
    let first = [StageKind::Preliminary, StageKind::Final].into_iter().find(|kind| example.stage(*kind).is_some());
    example.on(first.expect("a stage of judging"));
    example.jury().await;
    for round in example.rounds() {
        example.round(&round).await;
    }
    let outcome = example.outcome().await;
    let prizes = if example.edition.book.prizes().is_some() { example.prizes().await } else { Vec::new() };
    (outcome, prizes)
}

impl<'a> Example<'a> {
    async fn launched(house: &'a TestHouse, text: &str) -> Self {
        let book = RuleBook::parse(text).expect("an example is without fault");
        let window = book.calendar().intake_window();
        let in_force = book.calendar().source.in_force.max(book.rules().source.in_force);
        let begin = window.opens.max(noon(in_force));
        house.set_clock(&begin.to_string());
        let (head, officer) = office(house).await;
        let unit = unit(house, officer, "Trường Cao đẳng Chim Én").await;
        let new = SetUp { text: text.to_owned(), parent: None, unit: None };
        let id = house.perform(head, move |act| Box::pin(hoithi_edition::set_up(act, new.clone()))).await.unwrap();
        let launch = Launch { edition: id, seen: 1, paper: None };
        house.perform(head, move |act| Box::pin(hoithi_edition::launch(act, launch.clone()))).await.unwrap();
        Self::with_people(house, (id, unit), head, &book).await
    }

    async fn with_people(
        house: &'a TestHouse,
        (id, unit): (EditionId, UnitId),
        head: AccountId,
        book: &RuleBook,
    ) -> Self {
        let here = Scope::Edition(id);
        let marking = &book.marking().expect("a marking part").marking;
        let secretary = house.account_for("thuky", "Đinh Thị Thư", &[(Role::ContestSecretary, here)]).await;
        let chair = house.account_for("chutich", "Trần Văn Chủ", &[(Role::JuryChair, here)]).await;
        let other = house.account_for("nguoimo", "Hồ Thị Ký", &[(role_of(marking.openers[1]), here)]).await;
        assert_eq!(marking.openers[0], OpenerRole::JuryChair);
        let mut judges = Vec::new();
        for number in 1..=marking.sheets_per_entry {
            judges.push(house.account_for(&format!("gk{number}"), "Tô Thị Giám", &[(Role::Judge, here)]).await);
        }
        let mut db = house.house().read().await.unwrap();
        let edition = hoithi_edition::edition(&mut db, id).await.unwrap().unwrap();
        Self { house, edition, unit, head, secretary, chair, openers: vec![chair, other], judges, entries: Vec::new() }
    }

    fn stage(&self, kind: StageKind) -> Option<Date> {
        self.edition.book.calendar().stage(kind).map(|stage| stage.from)
    }

    /// Noon of that stage's first day.
    fn on(&self, kind: StageKind) {
        let day = self.stage(kind).expect("the stage");
        self.house.set_clock(&noon(day).to_string());
    }

    fn rounds(&self) -> Vec<String> {
        let marking = &self.edition.book.marking().unwrap().marking;
        marking.rounds.iter().map(|round| round.code.clone()).collect()
    }

    async fn entry(&self, title: &str) -> EntryId {
        let rules = self.edition.book.rules();
        let category = rules.categories.first().map(|category| category.code.clone());
        let begin = Begin {
            edition: self.edition.id,
            title: Some(title.parse().unwrap()),
            category: category.clone(),
            unit: Some(self.unit),
            on_behalf: true,
        };
        let who = self.secretary;
        let entry =
            self.house.perform(who, move |act| Box::pin(hoithi_entries::begin(act, begin.clone()))).await.unwrap();
        let solution = Solution {
            title: Some(title.parse().unwrap()),
            category,
            entrant: EntrantKind::Individual,
            organisation: None,
            created_on: rules.eligibility.created_from,
        };
        let write = Write { entry, seen: 1, changes: self.dossier(title, solution) };
        let seen =
            self.house.perform(who, move |act| Box::pin(hoithi_entries::write(act, write.clone()))).await.unwrap();
        let by_hand = rules.channel(ChannelKind::ByHand).is_some();
        let submit = Submit { entry, seen, arriving: if by_hand { Arriving::ByHand } else { Arriving::Online } };
        self.house.perform(who, move |act| Box::pin(hoithi_entries::submit(act, submit.clone()))).await.unwrap();
        entry
    }

    /// Every part that the rule book asks for.
    fn dossier(&self, title: &str, solution: Solution) -> Vec<Change> {
        let rules = self.edition.book.rules();
        let author = AuthorWords {
            id: None,
            name: "Ngô Thị Lựu".parse().unwrap(),
            born: Some("1980-05-01".parse().unwrap()),
            workplace: "Nơi làm việc minh họa".to_owned(),
            unit: Some(self.unit),
            reach: Reach { email: String::new(), phone: "0203 000 0001".to_owned() },
            agreed: true,
            share: Some(Share::WHOLE),
            representative: Some(true),
        };
        let mut changes = vec![Change::Solution(solution), Change::Author(author)];
        changes.extend(rules.dossier.iter().map(|part| match part.kind {
            PartKind::Fields => panic!("no shipped book asks for fields"),
            PartKind::Video { .. } => panic!("no shipped book asks for a video"),
            PartKind::Text { .. } => Change::Text(part.code.clone(), format!("Nội dung của {title}.")),
            PartKind::Pdf { .. } => {
                let file = keep_pdf(&self.house.house().files, "tep.pdf", &pdf(title), 10).unwrap();
                Change::File(part.code.clone(), file)
            }
        }));
        let declared = rules.eligibility.declarations.iter().map(|declaration| declaration.code.clone());
        changes.push(Change::Declarations(declared.collect()));
        changes
    }

    async fn jury(&self) {
        let rules = self.edition.book.rules();
        let whole = self.edition.book.marking().unwrap().marking.panels == PanelRule::Plenary;
        let categories = rules.categories.iter().filter(|_| !whole);
        let panel = NewPanel {
            name: "Tiểu ban 1".to_owned(),
            categories: categories.map(|category| category.code.to_string()).collect(),
            judges: self.judges.iter().copied().collect(),
        };
        let command = SetUpJury {
            edition: self.edition.id,
            decision: "18/QĐ-BTC".to_owned(),
            decided_on: self.today(),
            panels: vec![panel],
            seen: 0,
            paper: None,
        };
        self.house.perform(self.head, move |act| Box::pin(set_up_jury(act, command.clone()))).await.unwrap();
    }

    fn today(&self) -> Date {
        self.edition.book.calendar().day_of(self.house.house().clock().now())
    }

    /// Given out, marked, sealed, opened by two. Who goes on after the first round: all.
    async fn round(&self, code: &str) {
        let only = (code != self.rounds()[0]).then(|| self.entries.iter().copied().collect::<BTreeSet<_>>());
        let command = Assign { edition: self.edition.id, round: code.to_owned(), only };
        let given =
            self.house.perform(self.secretary, move |act| Box::pin(assign(act, command.clone()))).await.unwrap();
        assert_eq!(given.new, TITLES.len() * self.judges.len());
        let round = given.round;
        let start = StartRound { round, though_intake_unfinished: false };
        self.house.perform(self.chair, move |act| Box::pin(start_round(act, start))).await.unwrap();
        for place in 0..self.judges.len() {
            self.mark(place).await;
        }
        self.house.perform(self.chair, move |act| Box::pin(seal_round(act, round))).await.unwrap();
        for who in self.openers.clone() {
            let open = ConfirmOpening { round };
            self.house.perform(who, move |act| Box::pin(confirm_opening(act, open))).await.unwrap();
        }
    }

    async fn mark(&self, place: usize) {
        let judge = self.judges[place];
        let strict = place + 1 == self.judges.len();
        let lines = own_list(&mut self.house.house().read().await.unwrap(), judge).await.unwrap();
        for line in lines.into_iter().filter(|line| line.marking) {
            let written = Written { marks: self.marks(&line.title, strict), ..Written::default() };
            let save = SaveSheet { sheet: line.id, written, seen: 0 };
            let saved = self.house.perform(judge, move |act| Box::pin(save_sheet(act, save.clone()))).await.unwrap();
            let lock = LockSheet { sheet: line.id, seen: saved.version };
            self.house.perform(judge, move |act| Box::pin(lock_sheet(act, lock))).await.unwrap();
        }
    }

    fn marks(&self, title: &str, strict: bool) -> Marks {
        let rubric = &self.edition.book.marking().unwrap().marking.rubric;
        let less = |place: usize, criterion: &Criterion| match (title, place) {
            (title, 0) if title == TITLES[0] && strict => Points::whole(10),
            (title, _) if title == TITLES[0] => Points::ZERO,
            (title, _) if title == TITLES[1] => Points::whole(5),
            (_, 0) => criterion.max,
            _ => Points::ZERO,
        };
        let mark = |(place, criterion): (usize, &Criterion)| {
            let points = criterion.max.hundredths() - less(place, criterion).hundredths();
            (criterion.code.clone(), Points::from_hundredths(points))
        };
        rubric.criteria.iter().enumerate().map(mark).collect()
    }

    async fn outcome(&self) -> Outcome {
        let mut db = self.house.house().read().await.unwrap();
        let results = results(&mut db, self.edition.id).await.unwrap().expect("an opened round");
        assert_eq!(results.entries.len(), TITLES.len());
        TITLES.map(|title| {
            let entry = results.entries.iter().find(|entry| entry.title == title).expect("its result");
            (entry.result.rounded.hundredths(), entry.result.bars_prize())
        })
    }

    /// "title: tier" of what is decided.
    async fn prizes(&self) -> Vec<String> {
        let edition = self.edition.id;
        self.on(StageKind::Announcement);
        let command = Propose { edition, seen: 0 };
        self.house.perform(self.secretary, move |act| Box::pin(propose(act, command))).await.unwrap();
        let date = self.today();
        let decision = SignedDecision {
            edition,
            seen: 1,
            number: DocumentNumber::parse("25/QĐ-BTC", date.year()).unwrap(),
            date,
            issuer: self.edition.book.rules().committee.clone(),
            signatory: Signatory {
                capacity: SigningCapacity::OnBehalf,
                on_behalf_of: String::new(),
                in_place_of: "Ban Tổ chức".to_owned(),
                position: "Trưởng ban".to_owned(),
                name: "Phạm Văn Quyết".parse().unwrap(),
            },
        };
        let command = decision.printed(self.house.house(), None).await.unwrap();
        self.house.perform(self.head, move |act| Box::pin(decide(act, command.clone()))).await.unwrap();
        let lines = awards(&mut self.house.house().read().await.unwrap(), edition).await.unwrap();
        lines.iter().map(|line| format!("{}: {}", line.title, line.tier)).collect()
    }
}

fn noon(day: Date) -> Timestamp {
    format!("{day}T12:00:00+07:00").parse().unwrap()
}

fn role_of(opener: OpenerRole) -> Role {
    match opener {
        OpenerRole::JuryChair => Role::JuryChair,
        OpenerRole::JurySecretary => Role::JurySecretary,
        OpenerRole::CommitteeMember => Role::CommitteeMember,
        OpenerRole::ContestSecretary => Role::ContestSecretary,
        OpenerRole::Auditor => Role::Auditor,
    }
}

both! {
    /// Three sheets, their mean to a hundredth: (100 + 100 + 90) / 3.
    async fn the_province_s_contest(house: TestHouse) {
        let (outcome, prizes) = run(&house, books::QUANG_NINH_VIII).await;
        assert_eq!(outcome, [(9667, false), (8500, false), (6000, false)]);
        assert_eq!(prizes, ["Máy gieo hạt: nhat", "Giàn phơi rong: nhi", "Lò sấy chè: khuyen-khich"]);
    }

    async fn a_college_s_own_contest(house: TestHouse) {
        let (outcome, prizes) = run(&house, books::HOI_THI_CO_SO).await;
        assert_eq!(outcome, [(9667, false), (8500, false), (6000, false)]);
        assert_eq!(prizes, ["Máy gieo hạt: nhat", "Giàn phơi rong: nhi", "Lò sấy chè: khuyen-khich"]);
    }

    /// Five sheets, nothing left out, no threshold.
    async fn the_nation_s_contest(house: TestHouse) {
        let (outcome, prizes) = run(&house, books::TOAN_QUOC).await;
        assert_eq!(outcome, [(9800, false), (8500, false), (6000, false)]);
        assert_eq!(prizes, ["Máy gieo hạt: nhat", "Giàn phơi rong: nhi", "Lò sấy chè: nhi"]);
    }

    /// Marks in bands, names on the sheets; nothing new ends an entry. No prizes are given.
    async fn a_council_that_recognises_initiatives(house: TestHouse) {
        let (outcome, prizes) = run(&house, books::SON_LA_SANG_KIEN).await;
        assert_eq!(outcome, [(9800, false), (8500, false), (7000, true)]);
        assert!(prizes.is_empty());
    }

    /// The highest and the lowest of five sheets are left out; less than 15 in novelty bars a prize.
    async fn four_criteria_with_the_extremes_left_out(house: TestHouse) {
        let (outcome, prizes) = run(&house, books::BON_TIEU_CHI).await;
        assert_eq!(outcome, [(10000, false), (8000, false), (7000, true)]);
        assert_eq!(prizes, ["Máy gieo hạt: xuat-sac", "Giàn phơi rong: tot"]);
    }
}
