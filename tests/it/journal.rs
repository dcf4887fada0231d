//! The journal: whole when nobody touched it, and naming the line when somebody did.

use std::fs;

use hoithi_journal::{Act, Actor, Acts, Deed, Door, Event, Finding, HeadError, HeadKeeper, verify};
use hoithi_rules::people::Role;
use hoithi_store::params;
use hoithi_testkit::{TestHouse, both};

async fn a_house_with_a_past(house: &TestHouse) -> u64 {
    house.account("an.nguyen", "Nguyễn Thị An", &[Role::Author]).await;
    house.account("binh.tran", "Trần Văn Bình", &[Role::Judge]).await;
    match check(house).await {
        Finding::Whole(lines) => lines,
        other => panic!("{other:?}"),
    }
}

fn something(act: &mut Act) -> Deed<'_, ()> {
    act.record(Event::new("session.ended", "somebody"));
    Box::pin(async { Ok(()) })
}

async fn check(house: &TestHouse) -> Finding {
    verify(house.house().store(), &house.opening().journal_folder()).await.unwrap()
}

both! {
    async fn a_changed_line_is_named(house: TestHouse) {
        a_house_with_a_past(&house).await;
        house.tamper("UPDATE journal_lines SET event = 'role.ended' WHERE seq = 3", params![]).await;
        assert_eq!(check(&house).await, Finding::LineChanged(3));
    }

    async fn any_column_of_any_line_counts(house: TestHouse) {
        let lines = a_house_with_a_past(&house).await;
        let last = i64::try_from(lines).unwrap();
        house.tamper("UPDATE journal_lines SET at = at + 1 WHERE seq = $1", params![last]).await;
        assert_eq!(check(&house).await, Finding::LineChanged(lines));
    }

    async fn a_row_that_is_no_line_any_more_is_named(house: TestHouse) {
        a_house_with_a_past(&house).await;
        house.tamper("UPDATE journal_lines SET act = 'x' WHERE seq = 4", params![]).await;
        assert_eq!(check(&house).await, Finding::LineChanged(4));
        house.tamper("UPDATE journal_lines SET seq = -5 WHERE seq = 3", params![]).await;
        assert_eq!(check(&house).await, Finding::LineChanged(1), "a line was put in before the first");
    }

    async fn a_line_taken_out_is_named(house: TestHouse) {
        a_house_with_a_past(&house).await;
        house.tamper("DELETE FROM journal_lines WHERE seq = 2", params![]).await;
        assert_eq!(check(&house).await, Finding::LineChanged(2));
    }

    async fn a_cut_tail_is_seen_although_the_tree_s_row_was_put_right(house: TestHouse) {
        let lines = a_house_with_a_past(&house).await;
        let last = i64::try_from(lines).unwrap();
        house.tamper("DELETE FROM journal_lines WHERE seq = $1", params![last]).await;
        assert_eq!(check(&house).await, Finding::TailCut { from: lines, of: lines });
    }

    /// A browser goes away between an act's commit and the keeping of its head.
    async fn an_act_whose_request_was_given_up_is_caught_up_by_the_next(house: TestHouse) {
        let lines = a_house_with_a_past(&house).await;
        let (store, folder) = (house.house().store().clone(), house.opening().journal_folder());
        let leaves = fs::read(folder.join("leaves")).unwrap();
        let head = fs::read(folder.join("head")).unwrap();
        let elsewhere = HeadKeeper::open(&folder, "hoithi", &store).await.unwrap();
        let elsewhere = Acts::new(store.clone(), house.house().clock().clone(), elsewhere);
        elsewhere.perform(Actor::nobody(Door::Job), something).await.unwrap();
        fs::write(folder.join("leaves"), leaves).unwrap();
        fs::write(folder.join("head"), head).unwrap();
        house.house().acts.perform(Actor::nobody(Door::Job), something).await.unwrap();
        assert_eq!(check(&house).await, Finding::Whole(lines + 2));
        assert!(HeadKeeper::open(&folder, "hoithi", &store).await.is_ok(), "it starts again");
    }

    async fn the_program_does_not_start_on_a_journal_cut_below_its_signed_head(house: TestHouse) {
        let lines = a_house_with_a_past(&house).await;
        let (store, folder) = (house.house().store().clone(), house.opening().journal_folder());
        let at = |number: u64| usize::try_from(number * 32).unwrap();
        house.tamper("DELETE FROM journal_lines WHERE seq = $1", params![i64::try_from(lines).unwrap()]).await;
        let leaves = fs::read(folder.join("leaves")).unwrap();
        fs::write(folder.join("leaves"), &leaves[..at(lines - 1)]).unwrap();
        let started = HeadKeeper::open(&folder, "hoithi", &store).await;
        assert!(matches!(started, Err(HeadError::Disagrees(_))));
        assert_eq!(check(&house).await, Finding::TailCut { from: lines, of: lines });
    }

    async fn a_head_taken_away_is_a_finding_and_no_start(house: TestHouse) {
        a_house_with_a_past(&house).await;
        let folder = house.opening().journal_folder();
        fs::remove_file(folder.join("head")).unwrap();
        assert_eq!(check(&house).await, Finding::TreeChanged("the kept head is missing".to_owned()));
        let started = HeadKeeper::open(&folder, "hoithi", house.house().store()).await;
        assert!(matches!(started, Err(HeadError::Disagrees(_))));
    }

    async fn a_refused_act_leaves_no_line(house: TestHouse) {
        let lines = a_house_with_a_past(&house).await;
        let answer = house.browser().send("/dang-ky", &[("name", "")]).await;
        assert_eq!(answer.status(), 200);
        assert_eq!(check(&house).await, Finding::Whole(lines));
    }

    async fn no_line_holds_a_name(house: TestHouse) {
        a_house_with_a_past(&house).await;
        let mut db = house.house().read().await.unwrap();
        let lines = hoithi_journal::recent_lines(&mut db, None, 1000).await.unwrap();
        let text = format!("{lines:?}");
        for name in ["Nguyễn", "Bình", "an.nguyen", "vidu.invalid"] {
            assert!(!text.contains(name), "{name} stands in the journal");
        }
    }
}
