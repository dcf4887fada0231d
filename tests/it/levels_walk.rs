//! Whatever is ordered, merged, taken apart, taken back and handed over, in whatever order: no unit has more on its
//! list than its quota, no place of a quota is made from nothing, and every entry that stands counts once.

use hoithi::FromEntries;
use hoithi_entries::{
    CloseInto, OrderList, PassOn, Standing, TakeApart, Withdraw, assisted_by, entries_of, merges_of, order_list,
    pass_on, withdraw,
};
use hoithi_reporting::KnownFigures;
use hoithi_rules::edition::books;
use hoithi_rules::ids::{AccountId, EditionId, EntryId, UnitId};
use hoithi_rules::people::Role;
use hoithi_screening::{merge_entries, part_entries};
use hoithi_store::params;
use hoithi_testkit::{TestHouse, both};
use hoithi_units::successors;

use super::entries::{id_of, set_up_edition, version, written_for};
use super::judged::{codes_of, signed_request};
use crate::campaign::letter::districts;

/// So many places of the quota has each unit by the rule book.
const PER_UNIT: i64 = 2;
const CITY: &str = "Thành phố Cẩm Phả";

/// Numbers that look like chance and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, many: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % many
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

struct Walk<'a> {
    house: &'a TestHouse,
    edition: EditionId,
    officer: AccountId,
    secretary: AccountId,
    /// The city that has ended, and two of the wards that came after it.
    units: [UnitId; 3],
    entries: Vec<EntryId>,
    chance: Chance,
}

impl<'a> Walk<'a> {
    async fn new(house: &'a TestHouse, seed: u64) -> Self {
        let leader = house.account("lanh.dao", "Phạm Văn Quyết", &[Role::AgencyHead]).await;
        house.set_clock("2020-09-01T08:00:00+07:00");
        let section = format!("[rules.endorsement]\nrequired = true\nper_unit = {PER_UNIT}\n\n[rules.forwarding]");
        let text = books::QUANG_NINH_VIII.replacen("[rules.forwarding]", &section, 1);
        let edition = set_up_edition(house, leader, &text, None).await;
        let city = districts(house).await[CITY];
        let links = successors(&mut house.house().read().await.unwrap(), city).await.unwrap();
        let units = [city, links[0].unit.id, links[1].unit.id];
        let officer = house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
        let secretary = house.account("thu.ky", "Hoàng Thị Cẩn", &[Role::ContestSecretary]).await;
        house.set_clock("2021-06-01T08:00:00+07:00");
        let writer = house.signed_in("thu.ky").await;
        let mut entries = Vec::new();
        for unit in [units[0], units[0], units[0], units[1], units[2]] {
            let at = written_for(&writer, &unit.to_string(), ("email", "chai@vidu.invalid")).await;
            let version = version(&writer, &format!("{at}/kiem-tra")).await;
            let by_hand = [("version", version.as_str()), ("channel", "by_hand")];
            let sent = writer.send(&format!("{at}/nop"), &by_hand).await;
            assert_eq!(sent.status(), 303, "{}", sent.text());
            entries.push(id_of(&at));
        }
        house.set_clock("2025-07-05T09:00:00+07:00");
        Self { house, edition, officer, secretary, units, entries, chance: Chance(seed) }
    }

    /// One deed that may be refused; how it ended.
    async fn step(&mut self) -> Vec<&'static str> {
        match self.chance.below(6) {
            0 => self.merge().await,
            1 => self.part().await,
            2 => self.hand_over().await,
            3 if self.chance.below(4) == 0 => self.take_back().await,
            _ => self.order().await,
        }
    }

    async fn order(&mut self) -> Vec<&'static str> {
        let unit = self.chance.of(&self.units);
        let mut entries: Vec<EntryId> = Vec::new();
        for entry in self.entries.clone() {
            let kept = self.card(entry).await;
            if kept.unit == Some(unit) && kept.state == Standing::Submitted && self.chance.below(4) > 0 {
                entries.push(entry);
            }
        }
        let sql = "SELECT version FROM entry_lists WHERE unit_id = $1";
        let row = self.house.house().read().await.unwrap().maybe(sql, params![unit.uuid()]).await.unwrap();
        let seen = row.map_or(0, |row| u32::try_from(row.int("version").unwrap()).unwrap());
        let command = OrderList { edition: self.edition, unit, seen, entries };
        codes_of(self.house.perform(self.officer, move |act| Box::pin(order_list(act, command.clone()))).await)
    }

    async fn merge(&mut self) -> Vec<&'static str> {
        let (closed, stays) = (self.chance.of(&self.entries), self.chance.of(&self.entries));
        let command = CloseInto { closed, stays, reason: "Cùng một giải pháp.".to_owned() };
        codes_of(self.house.perform(self.secretary, move |act| Box::pin(merge_entries(act, command.clone()))).await)
    }

    async fn part(&mut self) -> Vec<&'static str> {
        let command = TakeApart { closed: self.chance.of(&self.entries), reason: "Hai giải pháp.".to_owned() };
        codes_of(self.house.perform(self.secretary, move |act| Box::pin(part_entries(act, command.clone()))).await)
    }

    async fn take_back(&mut self) -> Vec<&'static str> {
        let request = Some(signed_request(self.house));
        let command = Withdraw { entry: self.chance.of(&self.entries), reason: "Xin rút.".to_owned(), request };
        codes_of(self.house.perform(self.officer, move |act| Box::pin(withdraw(act, command.clone()))).await)
    }

    async fn hand_over(&mut self) -> Vec<&'static str> {
        let [from, one, other] = self.units;
        let mut entries = Vec::new();
        for entry in self.entries.clone() {
            let kept = self.card(entry).await;
            if kept.unit == Some(from) && kept.state == Standing::Submitted && self.chance.below(2) == 0 {
                entries.push((entry, self.chance.of(&[one, other])));
            }
        }
        let many = u32::try_from(self.chance.below(3)).unwrap();
        let places = if many > 0 { vec![(self.chance.of(&[one, other]), many)] } else { Vec::new() };
        let helps = (self.chance.below(2) == 0).then_some(one);
        let command = PassOn { edition: self.edition, from, entries, places, contests: Vec::new(), helps };
        codes_of(self.house.perform(self.officer, move |act| Box::pin(pass_on(act, command.clone()))).await)
    }

    async fn card(&self, entry: EntryId) -> hoithi_entries::EntryCard {
        hoithi_entries::entry(&mut self.house.house().read().await.unwrap(), entry).await.unwrap().unwrap()
    }

    async fn number(&self, sql: &'static str, unit: UnitId) -> i64 {
        let row = self.house.house().read().await.unwrap().one(sql, params![unit.uuid()]).await.unwrap();
        row.int("many").unwrap()
    }

    /// What holds after every deed.
    async fn holds(&self, after: &str) {
        let mut all = 0;
        for unit in self.units {
            let came =
                self.number("SELECT COUNT(*) AS many FROM entry_passed_places WHERE to_unit_id = $1", unit).await;
            let went =
                self.number("SELECT COUNT(*) AS many FROM entry_passed_places WHERE from_unit_id = $1", unit).await;
            let sql = "SELECT COUNT(*) AS many FROM entry_list_places p JOIN entries e ON e.id = p.entry_id
                        WHERE p.unit_id = $1 AND e.unit_id = p.unit_id AND e.standing NOT IN ('withdrawn', 'refused')";
            let listed = self.number(sql, unit).await;
            let quota = PER_UNIT + came - went;
            assert!(went <= PER_UNIT + came && listed <= quota, "{after}: {listed} of {quota}");
            all += quota;
        }
        assert_eq!(all, PER_UNIT * 3, "{after}: no place is made and none is lost");

        let mut db = self.house.house().read().await.unwrap();
        let cards = entries_of(&mut db, self.edition).await.unwrap();
        let stand: Vec<_> = cards.iter().filter(|card| card.state != Standing::Withdrawn).collect();
        let mut sent = 0;
        for unit in self.units {
            let known = FromEntries.of_unit(&mut db, self.edition, unit).await.unwrap();
            sent += known["entries.sent"];
            let mut own = stand.iter().filter(|card| card.unit == Some(unit)).map(|card| card.id);
            let helped = assisted_by(&mut db, self.edition, unit).await.unwrap();
            assert!(own.all(|entry| !helped.contains(&entry)), "{after}: nobody helps with their own");
        }
        assert_eq!(sent, u64::try_from(stand.len()).unwrap(), "{after}: every entry that stands counts once");
        for card in cards.iter().filter(|card| card.state != Standing::Withdrawn) {
            let closed = merges_of(&mut db, card.id).await.unwrap().into_iter().any(|merge| merge.closed == card.id);
            assert!(!closed, "{after}: what was closed does not stand");
        }
    }
}

both! {
    async fn quota_and_counts_hold_through_merges_and_succession(house: TestHouse) {
        let mut walk = Walk::new(&house, 20_200_819).await;
        walk.holds("the beginning").await;
        let mut done = 0;
        for step in 0..60 {
            let ended = walk.step().await;
            done += usize::from(ended == ["done"]);
            walk.holds(&format!("step {step}, {ended:?}")).await;
        }
        assert!(done >= 10, "{done} deeds were done");
        assert_eq!(crate::proof::doctor(&house).await, []);
    }
}
