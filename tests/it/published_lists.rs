//! What anybody reads of admitted entries before the announcement: what a person published, no more.

use hoithi_entries::{PublishAdmitted, mark_of_admitted, publish_admitted};
use hoithi_journal::lines_about;
use hoithi_rules::edition::Listing;
use hoithi_rules::ids::{AccountId, EditionId};
use hoithi_testkit::{TestHouse, both};

use crate::entries::SLUG;
use crate::judging::{AUTHORS, TITLES, UNIT, book, codes_of, contest_by, with_a_jury};

const PUBLIC: &str = "/ky/quang-ninh-viii/danh-sach";

/// Publishes what is admitted now, or says by their codes what stands in the way.
pub(crate) async fn published(
    house: &TestHouse,
    who: AccountId,
    (edition, how): (EditionId, Listing),
) -> Vec<&'static str> {
    let seen = mark_of_admitted(&mut house.house().read().await.unwrap(), edition).await.unwrap();
    let command = PublishAdmitted { edition, how, seen };
    codes_of(house.perform(who, move |act| Box::pin(publish_admitted(act, command.clone()))).await)
}

fn shown(text: &str) -> usize {
    TITLES.iter().filter(|title| text.contains(**title)).count()
}

both! {
    async fn a_person_publishes_what_was_read_back_and_takes_it_back_with_a_reason(house: TestHouse) {
        let contest = with_a_jury(&house).await;
        let (public, secretary) = (house.browser(), house.signed_in("thuky").await);
        let before = public.get(PUBLIC).await;
        assert!(shown(&before.text()) == 0 && before.says("công bố danh sách sau khi kiểm tra hồ sơ"), "{}", before.text());
        let page = format!("/ky/{SLUG}/danh-sach/cong-bo");
        let read = secretary.get(&page).await;
        assert_eq!(read.select("#cong-bo tbody .ht-title").len(), TITLES.len(), "{}", read.text());
        assert_eq!(read.attributes("input[name=how]", "value"), ["counts", "titles"]);
        let seen = read.attribute("input[name=seen]", "value").unwrap();
        let send = async |how: &str, seen: &str| secretary.send(&page, &[("step", "publish"), ("how", how), ("seen", seen)]).await;
        assert_eq!(send("", &seen).await.attributes(".govuk-error-summary a", "href"), ["#how"]);
        assert!(send("titles", "khac").await.says("Danh sách vừa thay đổi"), "nobody publishes what they did not read");
        assert_eq!(send("counts", &seen).await.location(), page);
        let counted = public.get(PUBLIC).await;
        assert!(shown(&counted.text()) == 0 && counted.says("3 giải pháp đã qua kiểm tra hồ sơ"), "{}", counted.text());
        assert_eq!(send("titles", &seen).await.location(), page);
        let titles = public.get(PUBLIC).await;
        assert_eq!((shown(&titles.text()), titles.select("main tbody tr").len()), (TITLES.len(), TITLES.len()));
        for hidden in AUTHORS.iter().chain(&[UNIT, "QN8-"]) {
            assert!(!titles.text().contains(hidden), "{hidden}");
        }
        assert!(secretary.get(&page).await.says("Đinh Thị Thư công bố"), "who published it is named to the staff");
        let bare = secretary.send(&page, &[("step", "end"), ("because", " ")]).await;
        assert_eq!(bare.attributes(".govuk-error-summary a", "href"), ["#because"]);
        let ended = [("step", "end"), ("because", "Sai tên một giải pháp")];
        assert_eq!(secretary.send(&page, &ended).await.location(), page);
        assert_eq!(shown(&public.get(PUBLIC).await.text()), 0);
        assert!(secretary.send(&page, &ended).await.says("không có danh sách nào đang công bố"));
        let id = contest.edition.to_string();
        let lines = lines_about(&mut house.house().read().await.unwrap(), &id).await.unwrap();
        let about: Vec<_> = lines.iter().filter(|line| line.event.starts_with("admitted_list.")).collect();
        assert_eq!(about.len(), 3);
        assert!(about.iter().all(|line| shown(&line.facts) == 0), "{about:?}");
        for who in ["giamkhao1", "chuyen.vien"] {
            assert_eq!(house.signed_in(who).await.get(&page).await.status(), 403, "{who}");
        }
    }

    async fn a_rule_book_that_allows_counts_alone_keeps_the_titles_back(house: TestHouse) {
        let text = book().replacen("[calendar]", "[rules.screening]\npublishes = \"counts\"\n\n[calendar]", 1);
        let contest = contest_by(&house, text).await;
        let secretary = house.signed_in("thuky").await;
        let page = secretary.get(&format!("/ky/{SLUG}/danh-sach/cong-bo")).await;
        assert_eq!(page.attributes("input[name=how]", "value"), ["counts"]);
        let titles = (contest.edition, Listing::Titles);
        assert_eq!(published(&house, contest.secretary, titles).await, ["screening.publish_not_allowed"]);
        assert_eq!(published(&house, contest.secretary, (contest.edition, Listing::Counts)).await, ["done"]);
        assert_eq!(published(&house, contest.judges[0], titles).await, ["denied"]);
    }
}
