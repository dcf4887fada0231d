//! What the pages of a dossier say of it: by whom it was handed in, what can still be done, what became
//! of it.

use hoithi_publication::{Announce, announce, issue_certificates};
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{Browser, TestHouse, both, words_on_the_page};
use jiff::civil::date;

use super::awards::{TOLD, decided_on, proposed};
use super::entries::{SLUG, begun, contest, fill, filled, id_of, submitted, unit, version, written_for};
use super::judged::province_opened;

const BY_MAIL: (&str, &str) = ("email", "chai@vidu.invalid");
const OVER: &str = "Đã chấm, đã công bố kết quả";

/// A unit with its contact.
async fn with_contact(house: &TestHouse) -> String {
    let own = unit(house, "Trường Minh Họa").await;
    house.account_for("dau.moi", "Đỗ Thị Mối", &[(Role::UnitContact, Scope::Unit(own))]).await;
    own.to_string()
}

/// Hands a dossier in as it came by hand.
async fn by_hand(secretary: &Browser, at: &str) {
    let seen = version(secretary, &format!("{at}/kiem-tra")).await;
    let handed = [("version", seen.as_str()), ("channel", "by_hand")];
    assert_eq!(secretary.send(&format!("{at}/nop"), &handed).await.status(), 303);
}

/// What the head of the dossier's page leads to.
async fn offered(browser: &Browser, at: &str) -> Vec<String> {
    browser.get(&format!("/ho-so/{}", id_of(at))).await.attributes(".ht-head__actions a", "href")
}

both! {
    async fn how_a_dossier_on_paper_came_is_said_and_by_whom_it_was_handed_in(house: TestHouse) {
        contest(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        let at = written_for(&secretary, "", BY_MAIL).await;
        let review = secretary.get(&format!("{at}/kiem-tra")).await;
        assert!(review.select("input[name=channel][checked]").is_empty(), "nothing is chosen beforehand");
        let seen = version(&secretary, &format!("{at}/kiem-tra")).await;
        let unsaid = secretary.send(&format!("{at}/nop"), &[("version", seen.as_str())]).await;
        assert_eq!(unsaid.attributes(".govuk-error-summary a", "href"), ["#channel"], "{}", unsaid.text());
        by_hand(&secretary, &at).await;
        let by = "Hoàng Thị Cẩn, cán bộ tiếp nhận của Ban Tổ chức";
        for page in [at.clone(), format!("{at}/bien-nhan"), format!("/ho-so/{}", id_of(&at))] {
            assert!(secretary.get(&page).await.says(by), "{page}");
        }
        let paper = secretary.get(&format!("{at}/bien-nhan.pdf")).await;
        assert!(words_on_the_page(paper.bytes()).contains("Hoàng Thị Cẩn"));
    }

    async fn a_unit_s_contact_hands_in_online_for_the_unit(house: TestHouse) {
        contest(&house).await;
        let own = with_contact(&house).await;
        let contact = house.signed_in("dau.moi").await;
        let door = format!("/ky/{SLUG}/nop-ho");
        assert_eq!(contact.get(&door).await.attributes("#unit option[selected]", "value"), [own.as_str()]);
        let nothing = contact.send(&door, &[("title", ""), ("category", "y-duoc"), ("unit", "")]).await;
        assert_eq!(nothing.attributes(".govuk-error-summary a", "href"), ["#title", "#unit"]);

        let at = written_for(&contact, &own, BY_MAIL).await;
        let through = "Nộp trực tuyến qua đầu mối đơn vị Trường Minh Họa";
        assert!(contact.get(&format!("{at}/kiem-tra")).await.says(through));
        assert_eq!(submitted(&contact, &at).await.status(), 303);
        for page in [format!("{at}/bien-nhan"), format!("/ho-so/{}", id_of(&at))] {
            let page = contact.get(&page).await;
            assert!(page.says(through) && page.says("Đỗ Thị Mối, đầu mối đơn vị Trường Minh Họa"), "{}", page.text());
        }
    }

    async fn the_way_back_from_a_dossier_is_open(house: TestHouse) {
        contest(&house).await;
        let own = with_contact(&house).await;
        let (contact, secretary) = (house.signed_in("dau.moi").await, house.signed_in("thu.ky").await);
        let author = house.signed_in("tac.gia").await;
        let places = [
            (&contact, written_for(&contact, &own, BY_MAIL).await, format!("/ky/{SLUG}/ho-so-don-vi")),
            (&secretary, written_for(&secretary, "", BY_MAIL).await, format!("/ky/{SLUG}/ho-so")),
            (&author, begun(&author, "Máy rửa than").await, "/ho-so-cua-toi".to_owned()),
        ];
        for (browser, at, list) in places {
            let crumbs = browser.get(&format!("{at}/phan/tom-tat")).await.attributes(".govuk-breadcrumbs a", "href");
            assert_eq!(crumbs.first(), Some(&list));
            assert_eq!(browser.get(&list).await.status(), 200, "{list}");
        }
    }

    async fn a_dossier_is_opened_to_change_only_while_it_can_be_changed(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        assert_eq!(offered(&author, &at).await, [at.as_str()]);
        submitted(&author, &at).await;
        assert_eq!(offered(&author, &at).await, [format!("{at}/rut")]);
        author.send(&format!("{at}/rut"), &[("reason", "Nộp nhầm")]).await;
        assert_eq!(offered(&author, &at).await, Vec::<String>::new());
        let page = author.get(&at).await;
        assert!(page.says("QN8-0001") && page.select(".ht-code").is_empty(), "the number is a plain line");
    }

    async fn a_withdrawal_on_paper_says_all_that_is_missing_at_once(house: TestHouse) {
        contest(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        let at = written_for(&secretary, "", BY_MAIL).await;
        by_hand(&secretary, &at).await;
        let back = format!("{at}/rut");
        let nothing = secretary.send(&back, &[("reason", " ")]).await;
        assert_eq!(nothing.attributes(".govuk-error-summary a", "href"), ["#reason", "#request"]);
        let words = secretary.send_files(&back, &[("reason", " ")], &[("request", "đơn.txt", b"chu")]).await;
        assert_eq!(words.attributes(".govuk-error-summary a", "href"), ["#reason", "#request"]);
    }

    async fn who_has_to_be_called_is_said_before_the_dossier_is_refused(house: TestHouse) {
        contest(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        let at = written_for(&secretary, "", ("phone", "0203 000 0001")).await;
        by_hand(&secretary, &at).await;
        let desk = format!("/ky/{SLUG}/kiem-tra/{}", id_of(&at));
        let seen = version(&secretary, &desk).await;
        let failed = ("findings.declaration.chua-doat-giai", "failed");
        let refuse = [("version", seen.as_str()), ("decision", "refuse"), ("reasons", "Đã đạt giải"), failed];
        let sure = secretary.send(&desk, &refuse).await;
        assert!(sure.says("hãy gọi") && !sure.says("nhận thư báo"), "{}", sure.text());
    }

    async fn the_day_of_completion_is_read_by_the_secretary_too(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        submitted(&author, &at).await;
        let secretary = house.signed_in("thu.ky").await;
        let desk = format!("/ky/{SLUG}/kiem-tra/{}", id_of(&at));
        let page = secretary.get(&desk).await;
        assert!(page.says("Ghi ngày này nếu không tính theo số ngày làm việc"));
        let seen = version(&secretary, &desk).await;
        let back = [("version", seen.as_str()), ("decision", "return"), ("reasons", "Thiếu dấu"), ("until", "10/6/2021")];
        let returned = secretary.send(&desk, &back).await;
        assert_eq!(returned.status(), 303, "{:?}", returned.select(".govuk-error-summary li"));
        for page in [desk, format!("/ho-so/{}", id_of(&at))] {
            assert!(secretary.get(&page).await.says("Hạn bổ sung: hết ngày 10/6/2021."), "{page}");
        }
    }

    async fn a_new_author_reads_each_contest_with_its_deadline(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let page = author.get("/ho-so-cua-toi").await;
        assert_eq!(page.select("main section .ht-deadline").len(), 1);
        assert!(page.select("main section .ht-deadline")[0].contains("17 giờ 00"), "{}", page.text());
        let ways = page.attributes("main section a", "href");
        assert_eq!(ways.iter().filter(|way| way.ends_with("/nop-ho-so")).collect::<Vec<_>>(), [&format!("/ky/{SLUG}/nop-ho-so")]);
    }

    async fn thousands_are_written_one_way(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        assert!(author.get(&format!("/ky/{SLUG}/nop-ho-so")).await.says("nhiều nhất 3.000 ký tự"));
        let at = begun(&author, "Máy rửa than").await;
        fill(&author, &format!("{at}/phan/tom-tat"), &[("text", &"nước ".repeat(800))]).await;
        let list = author.get(&at).await;
        assert!(list.says("dài 3.999 ký tự, nhiều nhất là 3.000."), "{}", list.text());
    }

    async fn what_was_judged_and_announced_is_said_and_does_not_go_back(house: TestHouse) {
        let judged = province_opened(&house, &TOLD[2..]).await;
        house.account_for("daumoi", "Đỗ Thị Mối", &[(Role::UnitContact, Scope::Unit(judged.unit))]).await;
        proposed(&judged).await;
        let (at, edition) = (format!("/lap-ho-so/{}", judged.entries[0]), judged.edition);
        let back = format!("{at}/rut");
        let waiting = house.signed_in("thuky").await.get(&at).await;
        assert!(waiting.says("Hợp lệ, chờ chấm") && waiting.attributes("main a", "href").contains(&back));

        house.set_clock("2021-10-05T09:00:00+07:00");
        decided_on(&judged, "25/QĐ-BTC", date(2021, 10, 4)).await.unwrap();
        let (secretary, contact) = (house.signed_in("thuky").await, house.signed_in("daumoi").await);
        assert!(!secretary.get(&at).await.attributes("main a", "href").contains(&back));
        assert!(secretary.get(&back).await.says("Giải thưởng đã được quyết định"), "before a reason is typed");

        house.perform(judged.head, move |act| Box::pin(issue_certificates(act, edition))).await.unwrap();
        let command = Announce { edition, portal: String::new() };
        house.perform(judged.head, move |act| Box::pin(announce(act, command.clone()))).await.unwrap();
        let page = secretary.get(&at).await;
        assert!(page.says(OVER) && page.select(".ht-steps").is_empty(), "{}", page.text());
        assert!(page.attributes("main a", "href").contains(&format!("/ky/{SLUG}/ket-qua")));
        for list in ["/ho-so-cua-toi".to_owned(), format!("/ho-so/{}", judged.entries[0])] {
            assert!(secretary.get(&list).await.says(OVER), "{list}");
        }
        assert!(contact.get(&format!("/ky/{SLUG}/ho-so-don-vi")).await.says(OVER));
    }
}
