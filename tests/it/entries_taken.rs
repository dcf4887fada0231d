//! The list of entries taken along: by whom, with what, and as text whatever stands in it.

use hoithi_documents::package::{Limits, Package};
use hoithi_journal::recent_lines;
use hoithi_rules::people::Role;
use hoithi_testkit::{Answer, TestHouse, both, words_on_the_page};

use crate::entries::{SLUG, contest, filled, submitted};

const FORMULA: &str = "=HYPERLINK(\"http://vidu.invalid\") máy rửa than";

fn part(answer: &Answer, name: &str) -> String {
    assert!(answer.header("content-type").ends_with("spreadsheetml.sheet"), "{}", answer.headers());
    Package::open(answer.bytes(), Limits::OFFICE).unwrap().text(name).unwrap().unwrap().to_owned()
}

async fn two_entries(house: &TestHouse) {
    contest(house).await;
    let author = house.signed_in("tac.gia").await;
    for title in [FORMULA, "Đèn cảnh báo lũ quét"] {
        let at = filled(&author, title).await;
        assert_eq!(submitted(&author, &at).await.status(), 303);
    }
}

both! {
    async fn the_list_is_taken_along_as_it_was_asked_for_and_a_formula_stays_a_title(house: TestHouse) {
        two_entries(&house).await;
        let list = format!("/ky/{SLUG}/ho-so");
        let secretary = house.signed_in("thu.ky").await;
        assert_eq!(secretary.get(&list).await.attributes("form[data-download] button", "value"), ["xlsx", "in"]);
        let whole = secretary.send(&list, &[("dang", "xlsx")]).await;
        let texts = part(&whole, "xl/sharedStrings.xml");
        assert!(texts.contains("=HYPERLINK") && texts.contains("Đèn cảnh báo lũ quét"), "{texts}");
        assert!(texts.contains("Nguyễn Thị Ánh (100%)") && texts.contains("tac.gia@vidu.invalid"), "{texts}");
        assert!(!part(&whole, "xl/worksheets/sheet1.xml").contains("<f>"), "nothing is reckoned");
        assert!(part(&whole, "xl/styles.xml").contains("quotePrefix=\"1\""), "nor later, when somebody edits the cell");
        let found = secretary.send(&list, &[("q", "lu quet"), ("dang", "xlsx")]).await;
        let texts = part(&found, "xl/sharedStrings.xml");
        assert!(texts.contains("Đèn cảnh báo lũ quét") && !texts.contains("máy rửa than"), "{texts}");
        let printed = secretary.send(&list, &[("dang", "in")]).await;
        assert_eq!(printed.header("content-type"), "application/pdf");
        let words = words_on_the_page(printed.bytes());
        assert!(words.contains("QN8-0001") && !words.contains("tac.gia@vidu.invalid"), "{words}");
        let mut db = house.house().read().await.unwrap();
        let lines = recent_lines(&mut db, None, 100).await.unwrap();
        let taken: Vec<_> = lines.iter().filter(|line| line.event == "entries.taken").collect();
        assert_eq!(taken.len(), 3, "the journal says that it was taken along");
        assert!(lines.iter().all(|line| !line.facts.contains("HYPERLINK")));
        assert_eq!(secretary.get(&format!("{list}?dang=xlsx")).await.status(), 422);
        assert_eq!(secretary.send(&list, &[("dang", "csv")]).await.status(), 422);
    }

    /// Whoever looks over the contest reads the names; how one calls an author is for whoever screens.
    async fn the_columns_are_those_of_whoever_takes_it(house: TestHouse) {
        two_entries(&house).await;
        house.account("kiem.toan", "Lương Văn Soát", &[Role::Auditor]).await;
        let list = format!("/ky/{SLUG}/ho-so");
        let taken = house.signed_in("kiem.toan").await.send(&list, &[("dang", "xlsx")]).await;
        let texts = part(&taken, "xl/sharedStrings.xml");
        assert!(texts.contains("Nguyễn Thị Ánh (100%)"), "{texts}");
        assert!(!texts.contains("tac.gia@vidu.invalid"), "{texts}");
        let stranger = house.signed_in("tac.gia").await;
        assert_eq!(stranger.send(&list, &[("dang", "xlsx")]).await.status(), 403);
    }

    async fn what_came_is_seen_by_day_category_and_unit(house: TestHouse) {
        contest(&house).await;
        let page = format!("/ky/{SLUG}/ho-so/tiep-nhan");
        let secretary = house.signed_in("thu.ky").await;
        assert!(secretary.get(&page).await.says("Biểu đồ hiện ở đây khi có hồ sơ được nộp."));
        let author = house.signed_in("tac.gia").await;
        for (day, title) in [("2021-06-02", FORMULA), ("2021-06-03", "Đèn cảnh báo lũ quét")] {
            house.set_clock(&format!("{day}T23:30:00+07:00"));
            let at = filled(&author, title).await;
            assert_eq!(submitted(&author, &at).await.status(), 303);
        }
        let pictures = secretary.get(&page).await;
        let labels = pictures.select(".ht-bar__label");
        assert_eq!(labels[..2], ["2/6/2021", "3/6/2021"], "by the contest's own day: {labels:?}");
        assert!(labels.contains(&"Không ghi đơn vị".to_owned()), "{labels:?}");
        assert_eq!(pictures.select(".ht-bar__value").iter().filter(|count| *count == "2").count(), 2);
        assert!(!pictures.text().contains("HYPERLINK") && !pictures.says("Nguyễn Thị Ánh"), "counted without a name");
        assert!(secretary.get(&format!("/ky/{SLUG}/ho-so")).await.attributes("main a", "href").contains(&page));
        assert_eq!(author.get(&page).await.status(), 403);
    }
}
