//! One solution that was sent twice: a person says which entry stays, both senders are told, and until screening
//! decides the two go apart again.

use hoithi::FromEntries;
use hoithi_entries::{CloseInto, Standing, conflict_facts, dossier, merges_of};
use hoithi_journal::{Halt, lines_about};
use hoithi_reporting::KnownFigures;
use hoithi_rules::entries::EntryState;
use hoithi_rules::ids::{AccountId, EditionId, EntryId, UnitId};
use hoithi_rules::people::{Role, Scope};
use hoithi_screening::merge_entries;
use hoithi_store::params;
use hoithi_testkit::{Browser, TestHouse, both};

use crate::entries::{SLUG, card, contest, id_of, letter, submitted, unit, written_for};
use crate::judged::codes_of;
use crate::proof::doctor;
use crate::screening::{LOOKED, decide, received};

/// What an author sent, and what the author's unit sent of the same name.
struct Twice {
    edition: EditionId,
    unit: UnitId,
    own: EntryId,
    of_unit: EntryId,
    secretary: Browser,
}

async fn twice(house: &TestHouse) -> Twice {
    let contest = contest(house).await;
    let unit = unit(house, "Trường Minh Họa").await;
    house.account_for("dau.moi", "Đỗ Thị Mối", &[(Role::UnitContact, Scope::Unit(unit))]).await;
    let (at, _) = received(house, "Lò sấy thuốc nam").await;
    let contact = house.signed_in("dau.moi").await;
    let second = written_for(&contact, &unit.to_string(), ("email", "chai@vidu.invalid")).await;
    assert_eq!(submitted(&contact, &second).await.status(), 303);
    let secretary = house.signed_in("thu.ky").await;
    Twice { edition: contest.edition, unit, own: id_of(&at), of_unit: id_of(&second), secretary }
}

fn desk(entry: EntryId) -> String {
    format!("/ky/{SLUG}/kiem-tra/{entry}")
}

impl Twice {
    /// Closes the unit's entry into the author's.
    async fn merged(&self) -> hoithi_testkit::Answer {
        let other = self.own.to_string();
        let fields = [("other", other.as_str()), ("stays", "other"), ("reason", "Cùng một lò sấy.")];
        self.secretary.send(&format!("{}/gop", desk(self.of_unit)), &fields).await
    }

    async fn parted(&self) -> hoithi_testkit::Answer {
        self.secretary.send(&format!("{}/tach", desk(self.of_unit)), &[("reason", "Hai lò khác nhau.")]).await
    }

    /// What the unit sent, and with what it helped.
    async fn counted(&self, house: &TestHouse) -> (u64, u64) {
        let mut db = house.house().read().await.unwrap();
        let known = FromEntries.of_unit(&mut db, self.edition, self.unit).await.unwrap();
        (known["entries.sent"], known["entries.assisted"])
    }
}

async fn who(house: &TestHouse, login: &str) -> AccountId {
    hoithi_people::account_by_login(&mut house.house().read().await.unwrap(), login).await.unwrap().unwrap().id
}

async fn closed_into(house: &TestHouse, by: AccountId, closed: EntryId, stays: EntryId) -> Result<(), Halt> {
    let command = CloseInto { closed, stays, reason: "Cùng một giải pháp.".to_owned() };
    house.perform(by, move |act| Box::pin(merge_entries(act, command.clone()))).await
}

both! {
    async fn one_entry_stays_and_both_senders_are_told(house: TestHouse) {
        let twice = twice(&house).await;
        assert_eq!(twice.counted(&house).await, (1, 0));
        let seen = twice.secretary.get(&desk(twice.of_unit)).await;
        assert!(seen.says("Có thể là một giải pháp gửi hai lần"), "{}", seen.text());
        let path = format!("{}/gop", desk(twice.of_unit));
        let page = twice.secretary.get(&path).await;
        assert!(page.select("#trung tbody tr")[0].contains("QN8-0001"), "{}", page.text());
        let bare = twice.secretary.send(&path, &[("other", ""), ("reason", "")]).await;
        assert_eq!(bare.attributes(".govuk-error-summary a", "href"), ["#other", "#stays"], "{}", bare.text());
        let own = twice.own.to_string();
        let silent = twice.secretary.send(&path, &[("other", &own), ("stays", "other"), ("reason", " ")]).await;
        assert_eq!(silent.attributes(".govuk-error-summary a", "href"), ["#reason"], "{}", silent.text());
        assert_eq!(twice.merged().await.location(), path);

        assert_eq!(card(&house, twice.of_unit).await.state, Standing::Withdrawn);
        assert_eq!(card(&house, twice.own).await.state, Standing::Submitted);
        assert_eq!(twice.counted(&house).await, (0, 1), "who sent the closed one helped with the one that stays");
        let told = "Hồ sơ QN8-0002 được gộp vào hồ sơ QN8-0001";
        for address in ["tac.gia@vidu.invalid", "chai@vidu.invalid", "dau.moi@vidu.invalid"] {
            let (subject, body) = letter(&house, address).await;
            assert_eq!(subject, told, "{address}");
            assert!(body.contains("Cùng một lò sấy."), "{body}");
        }
        let mut db = house.house().read().await.unwrap();
        assert!(conflict_facts(&mut db, twice.own).await.unwrap().units.contains(&twice.unit), "who helped does not judge");
        let lines = lines_about(&mut db, &twice.of_unit.to_string()).await.unwrap();
        let line = lines.iter().find(|line| line.event == "entry.merged").unwrap();
        assert!(line.facts.contains(&own) && !line.facts.contains("lò sấy"), "{}", line.facts);
        drop(db);
        assert_eq!(doctor(&house).await, []);
        let staff = twice.secretary.get(&format!("/ho-so/{}", twice.of_unit)).await;
        assert!(staff.says("Gộp vào hồ sơ QN8-0001"), "{}", staff.text());
        let contact = house.signed_in("dau.moi").await;
        let closed = contact.get(&format!("/lap-ho-so/{}", twice.of_unit)).await;
        assert!(closed.says("Gộp vào hồ sơ QN8-0001: Cùng một lò sấy.") && !closed.says("Đơn xin rút"), "{}", closed.text());
        assert!(contact.get(&format!("/ky/{SLUG}/ho-so-don-vi")).await.says("QN8-0001"), "a helper's list names it");
    }

    async fn until_screening_decides_the_two_go_apart_again(house: TestHouse) {
        let twice = twice(&house).await;
        assert_eq!(twice.merged().await.status(), 303);
        let silent = twice.secretary.send(&format!("{}/tach", desk(twice.of_unit)), &[("reason", "")]).await;
        assert_eq!(silent.attributes(".govuk-error-summary a", "href"), ["#reason"], "{}", silent.text());
        assert_eq!(twice.parted().await.location(), desk(twice.of_unit));
        assert_eq!(card(&house, twice.of_unit).await.state, Standing::Submitted);
        assert_eq!(twice.counted(&house).await, (1, 0));
        assert!(letter(&house, "chai@vidu.invalid").await.1.contains("Hai lò khác nhau."));
        assert_eq!(doctor(&house).await, [], "what was received is what it was");
        assert!(twice.parted().await.says("Hồ sơ này không được gộp vào hồ sơ nào."));

        assert_eq!(twice.merged().await.status(), 303);
        let admit: Vec<_> = [("decision", "admit")].into_iter().chain(LOOKED).collect();
        assert_eq!(decide(&twice.secretary, &desk(twice.own), &admit).await.status(), 303);
        let late = twice.parted().await;
        assert!(late.says("không gộp hay tách được nữa"), "{}", late.text());
        let mut db = house.house().read().await.unwrap();
        assert_eq!(merges_of(&mut db, twice.own).await.unwrap().len(), 1);
    }

    /// What lay with its authors for completion lies there again, until the same day.
    async fn what_was_given_back_is_with_its_authors_again(house: TestHouse) {
        let twice = twice(&house).await;
        let back = [("decision", "return"), ("reasons", "Thiếu chữ ký"), ("until", "15/7/2021")];
        assert_eq!(decide(&twice.secretary, &desk(twice.of_unit), &back).await.status(), 303);
        let before = dossier(&mut house.house().read().await.unwrap(), twice.of_unit).await.unwrap().unwrap();
        assert!(matches!(before.entry.state, EntryState::ReturnedForCompletion(_)));
        assert_eq!(twice.merged().await.status(), 303);
        assert_eq!(twice.parted().await.status(), 303);
        let after = dossier(&mut house.house().read().await.unwrap(), twice.of_unit).await.unwrap().unwrap();
        assert_eq!((after.standing, after.entry.state), (Standing::Returned, before.entry.state));
        assert_eq!(after.reasons, ["Thiếu chữ ký"]);
    }

    /// Two persons merge in opposite directions at the same time: one of the two entries stays.
    async fn of_two_entries_one_stays_whoever_presses_first(house: TestHouse) {
        let twice = twice(&house).await;
        let by = who(&house, "thu.ky").await;
        let (one, other) = tokio::join!(
            closed_into(&house, by, twice.own, twice.of_unit),
            closed_into(&house, by, twice.of_unit, twice.own)
        );
        let mut said = [codes_of(one), codes_of(other)].concat();
        said.sort_unstable();
        assert_eq!(said, ["done", "entries.merge_decided"]);
        let states = [card(&house, twice.own).await.state, card(&house, twice.of_unit).await.state];
        assert_eq!(states.iter().filter(|state| **state == Standing::Submitted).count(), 1, "{states:?}");
    }

    async fn nobody_merges_what_is_not_theirs_to_decide(house: TestHouse) {
        let twice = twice(&house).await;
        let (path, own) = (format!("{}/gop", desk(twice.of_unit)), twice.own.to_string());
        let fields = [("other", own.as_str()), ("stays", "this"), ("reason", "Vì")];
        let contact = house.signed_in("dau.moi").await;
        assert_eq!(contact.get(&path).await.status(), 403);
        assert_eq!(contact.send(&path, &fields).await.status(), 403);
        assert_eq!(contact.send(&format!("{}/tach", desk(twice.of_unit)), &[("reason", "Vì")]).await.status(), 403);
        house.tamper("UPDATE accounts SET unit_id = $1 WHERE login = 'thu.ky'", params![twice.unit.uuid()]).await;
        let of_the_unit = house.signed_in("thu.ky").await.send(&path, &fields).await;
        assert!(of_the_unit.says("Hồ sơ này của đơn vị bạn làm việc hoặc phụ trách."), "{}", of_the_unit.text());
        assert_eq!(card(&house, twice.of_unit).await.state, Standing::Submitted);
    }
}
