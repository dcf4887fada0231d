//! The journal: whole when nobody touched it, and naming the line when somebody did.

use hoithi_journal::{Finding, verify};
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
