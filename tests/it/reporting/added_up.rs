//! Whatever happens to reports, to their units and to their periods: the top is the sum of what is approved.
//! The steps are taken by chance with a seed, through the operations, and the sums are read from the store: three
//! letters, two forms and two periods. One letter through the public doors is `walked`.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_edition::edition;
use hoithi_journal::Halt;
use hoithi_reporting::{
    Ask, Choice, FormKey, Grouping, Judge, KeepForm, OnPaper, PassOn, PeriodStep, Span, SubmitReport, Verdict, ask,
    begin_period, choose_form, judge, keep_form, pass_on, periods, put_into_clusters, reports_of, step_period,
    submit_report, summary, withdraw_open,
};
use hoithi_rules::correspondence::Channel;
use hoithi_rules::ids::{AccountId, EditionId, ReportId, UnitId};
use hoithi_rules::people::{Role, Scope};
use hoithi_rules::reporting::Given;
use hoithi_testkit::{TestHouse, both};
use hoithi_units::{UnitLevel, lineage, units_of_level};
use jiff::civil::{Date, date};
use uuid::Uuid;

use super::Nobody;
use super::chance::Chance;
use crate::campaign::letter::districts;
use crate::correspondence::launched;

/// By it every deed is done at least once.
const SEED: u64 = 399;
const STEPS: usize = 90;
const CODES: [&str; 2] = ["initiatives", "people_reached"];
const ENDS: [Date; 2] = [date(2021, 7, 15), date(2021, 9, 30)];
const QUARTERLY: &str = "biểu: Báo cáo quý\nmục: Chung\nsố: people_reached | Lượt xem trên mạng\nbắt buộc";

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Deed {
    /// The office enters what came on paper.
    Submit,
    /// The unit sends it in the system; its signed paper is not there.
    SubmitHere,
    Approve,
    ApproveUnsigned,
    GiveBack,
    Reopen,
    PassOn,
    CallOff,
    ClosePeriod,
    OpenPeriod,
}

impl Deed {
    fn by(chance: &mut Chance) -> Self {
        match chance.below(20) {
            0..=2 => Self::Submit,
            3..=4 => Self::SubmitHere,
            5..=7 => Self::Approve,
            8..=9 => Self::ApproveUnsigned,
            10 => Self::GiveBack,
            11..=12 => Self::Reopen,
            13..=14 => Self::PassOn,
            15 => Self::CallOff,
            16 => Self::ClosePeriod,
            _ => Self::OpenPeriod,
        }
    }

    /// Whether a closed period forbids it.
    const fn changes(self) -> bool {
        !matches!(self, Self::PassOn | Self::CallOff | Self::ClosePeriod | Self::OpenPeriod)
    }
}

/// What asks for reports: on which occasion, by which form, in which period.
struct Letter {
    occasion: Uuid,
    form: FormKey,
    period: usize,
}

/// A duty as a clerk keeps it with a pencil.
struct Kept {
    letter: usize,
    report: ReportId,
    origin: Uuid,
    unit: UnitId,
    /// Who came after the unit; none once the duty passed there.
    after: Option<UnitId>,
    version: u32,
    /// In which step the latest version came, and what it said.
    last: (usize, [u64; 2]),
    approved: bool,
}

struct Year<'h> {
    house: &'h TestHouse,
    of: EditionId,
    officer: AccountId,
    /// Who answers for each of the units.
    contact: AccountId,
    letters: Vec<Letter>,
    kept: Vec<Kept>,
    closed: [bool; 2],
    /// What asks a unit for the report of a letter.
    origins: BTreeMap<(usize, UnitId), Uuid>,
}

/// Four communes of 2021 that became two, each with the one that came after it.
async fn merged(house: &TestHouse) -> Vec<(UnitId, UnitId)> {
    let mut db = house.house().read().await.unwrap();
    let then = units_of_level(&mut db, UnitLevel::Commune, date(2021, 7, 1)).await.unwrap();
    let then: BTreeSet<UnitId> = then.into_iter().map(|unit| unit.id).collect();
    let mut pairs = lineage(&mut db).await.unwrap();
    pairs.retain(|(old, _)| then.contains(old));
    let whole = |old: UnitId| pairs.iter().filter(|(other, _)| *other == old).count() == 1;
    let mut became: BTreeMap<UnitId, Vec<UnitId>> = BTreeMap::new();
    for (old, new) in pairs.iter().filter(|(old, _)| whole(*old)) {
        became.entry(*new).or_default().push(*old);
    }
    let two = became.into_iter().filter(|(_, old)| old.len() > 1).take(2);
    two.flat_map(|(new, old)| old.into_iter().take(2).map(move |old| (old, new))).collect()
}

impl<'h> Year<'h> {
    /// Two letters by one form in two periods, a third by another form; each asks the four communes.
    async fn begun(house: &'h TestHouse) -> Self {
        let of = launched(house).await;
        districts(house).await;
        house.set_clock("2021-10-02T08:00:00+07:00");
        let officer = house.account("can.bo", "Lê Cán Bộ", &[Role::AgencyOfficer]).await;
        let units = merged(house).await;
        assert_eq!(units.len(), 4);
        let all: BTreeSet<UnitId> = units.iter().flat_map(|(old, new)| [*old, *new]).collect();
        let roles: Vec<_> = all.into_iter().map(|unit| (Role::UnitContact, Scope::Unit(unit))).collect();
        let contact = house.account_for("dau.moi", "Trần Đầu Mối", &roles).await;
        let mut year = Self {
            house,
            of,
            officer,
            contact,
            letters: Vec::new(),
            kept: Vec::new(),
            closed: [false; 2],
            origins: BTreeMap::new(),
        };
        for (name, last) in ["Kỳ I", "Kỳ II"].into_iter().zip(ENDS) {
            let begun = house.perform(officer, move |act| Box::pin(begin_period(act, of, name.to_owned(), last))).await;
            begun.unwrap();
        }
        year.asks(&units, 0).await;
        year.asks(&units, 1).await;
        let new = KeepForm { edition: of, code: "bao-cao-quy".to_owned(), seen: 0, body: QUARTERLY.to_owned() };
        let key = house.perform(officer, move |act| Box::pin(keep_form(act, new.clone()))).await.unwrap();
        house.perform(officer, move |act| Box::pin(choose_form(act, of, key.clone()))).await.unwrap();
        year.asks(&units, 1).await;
        let named: BTreeMap<_, _> = units.iter().map(|(old, _)| (*old, "Cụm Đông".to_owned())).collect();
        house.perform(officer, move |act| Box::pin(put_into_clusters(act, of, named.clone()))).await.unwrap();
        year
    }

    async fn asks(&mut self, units: &[(UnitId, UnitId)], period: usize) {
        let (of, letter) = (self.of, self.letters.len());
        let occasion = Uuid::from_u128(9_000 + u128::try_from(letter).unwrap());
        let due = ENDS[period];
        let asked: Vec<_> =
            units.iter().map(|(old, _)| Ask { origin: self.origin(letter, *old), unit: *old, due }).collect();
        let to_ask = asked.clone();
        let done = self.house.perform(self.officer, move |act| {
            let asked = to_ask.clone();
            Box::pin(async move { ask(act, of, occasion, &asked).await })
        });
        done.await.unwrap();
        let lines = reports_of(&mut self.house.house().read().await.unwrap(), of).await.unwrap();
        let line = |origin: Uuid| lines.iter().find(|line| line.origin == origin).unwrap();
        self.letters.push(Letter { occasion, form: line(asked[0].origin).form.clone(), period });
        let duties = asked.iter().zip(units).map(|(ask, (old, new))| Kept {
            letter,
            report: line(ask.origin).request.id,
            origin: ask.origin,
            unit: *old,
            after: Some(*new),
            version: 0,
            last: (0, [0; 2]),
            approved: false,
        });
        self.kept.extend(duties);
    }

    fn origin(&mut self, letter: usize, unit: UnitId) -> Uuid {
        let next = Uuid::from_u128(1 + u128::try_from(self.origins.len()).unwrap());
        *self.origins.entry((letter, unit)).or_insert(next)
    }

    /// Whether there is anything to pass on or to call off. Only the first unit is called off, so that every
    /// letter still asks somebody.
    fn is_idle(&self, at: usize, deed: Deed) -> bool {
        match deed {
            Deed::PassOn => self.kept[at].after.is_none(),
            Deed::CallOff => self.kept[at - at % 4].version > 0,
            _ => false,
        }
    }

    /// What the law refuses changes nothing; says whether it was done.
    async fn happens(&mut self, (step, at): (usize, usize), deed: Deed, figures: [u64; 2]) -> bool {
        if self.is_idle(at, deed) {
            return false;
        }
        let period = self.letters[self.kept[at].letter].period;
        let done = match deed {
            Deed::Submit | Deed::SubmitHere => self.submits(at, deed, figures).await,
            Deed::Approve => self.says(at, Verdict::Approve).await,
            Deed::ApproveUnsigned => self.says(at, Verdict::ApproveUnsigned("Bản giấy gửi sau.".to_owned())).await,
            Deed::GiveBack => self.says(at, Verdict::GiveBack("Thiếu số.".to_owned())).await,
            Deed::Reopen => self.says(at, Verdict::Reopen("Đơn vị báo sai.".to_owned())).await,
            Deed::PassOn => self.passes(at).await,
            Deed::CallOff => self.is_called_off(at).await,
            Deed::ClosePeriod => {
                let all = self.kept.iter().map(|kept| kept.report).collect();
                self.period(period, PeriodStep::Close(all)).await
            }
            Deed::OpenPeriod => self.period(period, PeriodStep::Reopen("Gửi nhầm biểu.".to_owned())).await,
        };
        if let Err(halt) = done {
            assert!(matches!(halt, Halt::Refused(_)), "{deed:?}: {halt:?}");
            return false;
        }
        assert!(!(self.closed[period] && deed.changes()), "{deed:?} in a closed period");
        let kept = &mut self.kept[at];
        match deed {
            Deed::Submit | Deed::SubmitHere => (kept.version, kept.last) = (kept.version + 1, (step, figures)),
            Deed::Approve | Deed::ApproveUnsigned => kept.approved = true,
            Deed::Reopen => kept.approved = false,
            Deed::ClosePeriod => self.closed[period] = true,
            Deed::OpenPeriod => self.closed[period] = false,
            Deed::GiveBack | Deed::PassOn | Deed::CallOff => {}
        }
        true
    }

    async fn submits(&self, at: usize, deed: Deed, figures: [u64; 2]) -> Result<(), Halt> {
        let kept = &self.kept[at];
        let paper = OnPaper { received: date(2021, 10, 1), how: Channel::Paper };
        let (who, on_paper) = if deed == Deed::Submit { (self.officer, Some(paper)) } else { (self.contact, None) };
        let figures = CODES.into_iter().zip(figures).map(|(code, value)| (code.to_owned(), value)).collect();
        let command = SubmitReport {
            request: kept.report,
            seen: kept.version,
            given: Given { figures, ..Given::default() },
            on_paper,
            files: Vec::new(),
        };
        let submitted = self.house.perform(who, move |act| {
            let command = command.clone();
            Box::pin(async move { submit_report(act, command, &Nobody).await })
        });
        submitted.await
    }

    async fn says(&self, at: usize, verdict: Verdict) -> Result<(), Halt> {
        let command = Judge { request: self.kept[at].report, seen: self.kept[at].version, verdict };
        self.house.perform(self.officer, move |act| Box::pin(judge(act, command.clone()))).await
    }

    /// The unit has ended; where the one after it is asked for the same already, nothing passes.
    async fn passes(&mut self, at: usize) -> Result<(), Halt> {
        let (letter, report) = (self.kept[at].letter, self.kept[at].report);
        let Some(unit) = self.kept[at].after else { return Ok(()) };
        let origin = self.origin(letter, unit);
        let command = PassOn { report, unit, origin };
        self.house.perform(self.officer, move |act| Box::pin(pass_on(act, command))).await?;
        let kept = &mut self.kept[at];
        (kept.unit, kept.origin, kept.after) = (unit, origin, None);
        Ok(())
    }

    async fn is_called_off(&self, at: usize) -> Result<(), Halt> {
        let origin = self.kept[at - at % 4].origin;
        let called_off = self.house.perform(self.officer, move |act| {
            Box::pin(async move {
                let now = act.now();
                withdraw_open(act.db(), &[origin], (now, "Công văn không yêu cầu báo cáo.")).await?;
                Ok(())
            })
        });
        called_off.await
    }

    async fn period(&self, period: usize, step: PeriodStep) -> Result<(), Halt> {
        let (of, last) = (self.of, ENDS[period]);
        self.house.perform(self.officer, move |act| Box::pin(step_period(act, of, last, step.clone()))).await
    }

    /// How many reports count of these letters, and what they come to: of each unit the approved one that
    /// came last.
    fn pencilled(&self, letters: &[usize]) -> (usize, [u64; 2]) {
        let mut counted: BTreeMap<UnitId, (usize, [u64; 2])> = BTreeMap::new();
        for kept in self.kept.iter().filter(|kept| kept.approved && letters.contains(&kept.letter)) {
            let latest = counted.entry(kept.unit).or_insert(kept.last);
            if latest.0 < kept.last.0 {
                *latest = kept.last;
            }
        }
        let sum = counted.values().fold([0; 2], |sum, (_, more)| [sum[0] + more[0], sum[1] + more[1]]);
        (counted.len(), sum)
    }

    async fn adds_up(&self, span: Span, letters: &[usize], grouping: Grouping) {
        let mut db = self.house.house().read().await.unwrap();
        let edition = edition(&mut db, self.of).await.unwrap().unwrap();
        let choice = Choice { span, form: Some(self.letters[letters[0]].form.clone()), grouping };
        let told = format!("{choice:?}");
        let summary = summary(&mut db, &edition, choice, date(2025, 8, 1)).await.unwrap();
        let (reports, sums) = self.pencilled(letters);
        let top = &summary.sum.top;
        assert_eq!(top.approved.reports, reports, "{told}");
        let leaves: Vec<_> = summary.units.iter().filter_map(|unit| unit.line.answer()).collect();
        for (code, sum) in CODES.into_iter().zip(sums) {
            let groups: u64 = summary.sum.groups.values().map(|group| group.approved.of(code)).sum();
            let approved = leaves.iter().filter(|answer| answer.is_approved());
            let leaves: u64 = approved.map(|answer| answer.given.figures[code]).sum();
            assert_eq!((top.approved.of(code), groups, leaves), (sum, sum, sum), "{code} of {told}");
        }
        assert_eq!(top.asked, summary.units.len(), "{told}");
        assert_eq!(top.answered() + top.returned + top.missing.len(), top.asked, "{told}");
    }

    /// All that was asked, each letter, each period.
    async fn all_adds_up(&self, grouping: Grouping) {
        let mut db = self.house.house().read().await.unwrap();
        let periods = periods(&mut db, self.of).await.unwrap();
        drop(db);
        self.adds_up(Span::All, &[0, 1], grouping).await;
        self.adds_up(Span::All, &[2], grouping).await;
        for (place, letter) in self.letters.iter().enumerate() {
            self.adds_up(Span::Occasion(letter.occasion), &[place], grouping).await;
            self.adds_up(Span::Period(periods[letter.period].clone()), &[place], grouping).await;
        }
    }
}

/// Ninety steps by a seed; which deeds were done.
async fn walked(house: &TestHouse, seed: u64) -> BTreeSet<Deed> {
    let mut year = Year::begun(house).await;
    let mut chance = Chance(seed);
    let (mut done, mut refused) = (BTreeSet::new(), 0);
    for step in 0..STEPS {
        house.set_clock(&format!("2021-10-{:02}T{:02}:00:00+07:00", 5 + step / 20, step % 20));
        let (at, deed) = (chance.below(year.kept.len()), Deed::by(&mut chance));
        let figures = [chance.below(100), chance.below(5_000)].map(|value| u64::try_from(value).unwrap());
        if year.happens((step, at), deed, figures).await {
            done.insert(deed);
        } else {
            refused += 1;
        }
        if step % 9 == 8 {
            year.all_adds_up(Grouping::ALL[step / 9 % Grouping::ALL.len()]).await;
        } else {
            year.adds_up(Span::All, &[0, 1], Grouping::Unit).await;
            year.adds_up(Span::All, &[2], Grouping::Commune).await;
        }
    }
    assert!(refused > 0, "something was refused by seed {seed}");
    done
}

both! {
    async fn the_top_is_the_sum_of_the_approved_reports_after_every_step(house: TestHouse) {
        let done = walked(&house, SEED).await;
        assert_eq!(done.len(), 10, "everything happened at least once: {done:?}");
    }
}
