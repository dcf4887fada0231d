//! Winners are asked later what became of their solutions; what they say is counted, and read only as far as they
//! allow.

use hoithi_aftercare::ask_what_is_due;
use hoithi_journal::{OutboxMail, lines_of, outbox_mails};
use hoithi_publication::{Announce, announce};
use hoithi_rules::people::Role;
use hoithi_store::params;
use hoithi_testkit::{Answer, Browser, TestHouse, both};
use jiff::civil::date;
use serde_json::Value;

use super::awards::{decided_on, proposed};
use super::judged::{Judged, Told, pdf, province_opened, title};
use super::proof::doctor;
use super::word_files::unzipped;

const LIST: &str = "/ky/quang-ninh-viii/sau-giai";
const PUBLIC: &str = "/ky/quang-ninh-viii/ung-dung";
const RESULT: &str = "/ky/quang-ninh-viii/ket-qua";
const SETTINGS: &str = "/nhac-viec/sau-giai";
const OWN: &str = "/ung-dung-cua-toi";

/// The two that win, and one that does not.
const TOLD: [Told<'_>; 3] = [
    ([38, 28, 26], &["Ngô Thị Lựu", "Mạc Văn Đào"]),
    ([34, 26, 25], &["Lều Văn Bưởi"]),
    ([20, 18, 17], &["Tiêu Văn Khế"]),
];
const FIRST: &str = "tg1a@vidu.invalid";

/// The result is announced on 5 October 2021.
async fn announced(house: &TestHouse) -> Judged<'_> {
    let judged = province_opened(house, &TOLD).await;
    proposed(&judged).await;
    house.set_clock("2021-10-05T09:00:00+07:00");
    decided_on(&judged, "25/QĐ-BTC", date(2021, 10, 4)).await.unwrap();
    let command = Announce { edition: judged.edition, portal: "http://localhost".to_owned() };
    house.perform(judged.head, move |act| Box::pin(announce(act, command.clone()))).await.unwrap();
    judged
}

/// Asks by that clock; how many were asked.
async fn look(house: &TestHouse, at: &str) -> usize {
    house.set_clock(at);
    ask_what_is_due(house.house()).await.unwrap()
}

/// A year later, with everybody asked.
async fn asked(house: &TestHouse) -> Judged<'_> {
    let judged = announced(house).await;
    assert_eq!(look(house, "2022-10-05T09:00:00+07:00").await, 2);
    judged
}

/// The mails about use to that address, the newest first.
async fn mails(house: &TestHouse, to: &str) -> Vec<OutboxMail> {
    let all = outbox_mails(&mut house.house().read().await.unwrap(), 100).await.unwrap();
    all.into_iter().filter(|mail| mail.recipient == to && mail.body.contains("/ung-dung/")).collect()
}

fn link_in(words: &str) -> String {
    let (_, token) = words.split_once("/ung-dung/").expect("a link");
    format!("/ung-dung/{}", token.split_whitespace().next().unwrap())
}

fn said<'a>(others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("used", "in_use"),
        ("place", "Xưởng cơ khí Hoành Bồ"),
        ("since", "3/2022"),
        ("money", "12.000.000"),
        ("money_year", "2022"),
        ("others", "Hai trường nghề"),
        ("remarks", ""),
        ("seen", "0"),
    ];
    fields.retain(|(name, _)| !others.iter().any(|(other, _)| other == name));
    fields.extend(others);
    fields
}

fn faults(answer: &Answer) -> Vec<String> {
    answer.attributes(".govuk-error-summary a", "href")
}

/// The pages of the winners on the list, in its order.
async fn pages(browser: &Browser, asked: &str) -> Vec<String> {
    browser.get(&format!("{LIST}{asked}")).await.attributes("#tac-gia tbody .ht-title a", "href")
}

/// The author who speaks for the second solution left no address.
async fn without_mail(house: &TestHouse) {
    house.tamper("UPDATE entry_authors SET email = '' WHERE email = $1", params!["tg2a@vidu.invalid"]).await;
}

both! {
    async fn winners_are_asked_once_a_year_after_the_announcement(house: TestHouse) {
        announced(&house).await;
        assert_eq!(look(&house, "2022-10-04T09:00:00+07:00").await, 0, "a day too early");
        assert_eq!(look(&house, "2022-10-05T06:00:00+07:00").await, 0, "nobody is written in the quiet hours");
        assert_eq!(look(&house, "2022-10-05T09:00:00+07:00").await, 2, "who won nothing is not asked");
        assert_eq!(look(&house, "2022-10-06T09:00:00+07:00").await, 0, "and nobody twice");
        let told = mails(&house, FIRST).await;
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].subject, "Giải pháp của anh/chị sau 1 năm: xin vài dòng");
        assert!(told[0].body.contains("Ngô Thị Lựu") && told[0].body.contains(&title(0)), "{}", told[0].body);
        assert_eq!(look(&house, "2024-10-05T09:00:00+07:00").await, 2, "and after three");
        assert!(mails(&house, FIRST).await[0].subject.contains("sau 3 năm"));
        let lines = lines_of(&mut house.house().read().await.unwrap(), "aftercare.asked").await.unwrap();
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| line.facts.contains("\"mailed\":2") && !line.facts.contains("Lựu")), "{lines:?}");
    }

    async fn what_was_due_long_ago_is_not_asked_any_more(house: TestHouse) {
        announced(&house).await;
        assert_eq!(look(&house, "2023-10-05T09:00:00+07:00").await, 0, "the year is two years ago");
        assert_eq!(look(&house, "2025-10-04T09:00:00+07:00").await, 2, "three years are less than one ago");
    }

    async fn a_winner_answers_by_the_link_in_the_mail_and_the_office_counts_it(house: TestHouse) {
        asked(&house).await;
        let (phone, link) = (house.browser(), link_in(&mails(&house, FIRST).await[0].body));
        let page = phone.get(&link).await;
        assert_eq!((page.status(), page.header("cache-control")), (200, "no-store"), "{}", page.text());
        let send = format!("{link}/tra-loi");
        assert_eq!(faults(&phone.send_files(&send, &[("seen", "0")], &[]).await), ["#used"]);
        let bare = [("used", "in_use"), ("money", "nhiều"), ("seen", "0")];
        let wrong = phone.send_files(&send, &bare, &[("file", "a.txt", &b"chu"[..])]).await;
        assert_eq!(faults(&wrong), ["#place", "#since", "#money", "#money_year", "#file"], "all at once");
        assert_eq!(wrong.attribute("#money", "value").as_deref(), Some("nhiều"), "nothing typed is lost");
        let ahead = phone.send_files(&send, &said(&[("since", "11/2022"), ("money_year", "2023")]), &[]).await;
        assert_eq!(faults(&ahead), ["#since", "#money_year"]);
        let unused = phone.send_files(&send, &said(&[("used", "not_yet")]), &[]).await;
        assert_eq!(faults(&unused), ["#money"]);
        let scan = pdf("xác nhận");
        let sent = phone.send_files(&send, &said(&[]), &[("file", "xac-nhan.pdf", &scan)]).await;
        assert_eq!(sent.location(), link, "{:?}", sent.select(".govuk-error-summary li"));
        let again = phone.get(&link).await;
        assert!(again.says("Đã trả lời lúc") && again.says("xac-nhan.pdf"), "{}", again.text());
        let stale = phone.send_files(&send, &said(&[("place", "Nơi khác")]), &[]).await;
        assert!(stale.says("Vừa có người khác lưu"), "{}", stale.text());
        assert_eq!(phone.send_files(&send, &said(&[("seen", "1")]), &[]).await.location(), link, "said once more");

        let secretary = house.signed_in("thuky").await;
        let list = secretary.get(LIST).await;
        assert_eq!(list.select("#tong-hop tbody td").join("|"), "1 năm|2|1|1|0|0|12.000.000 đồng (1 câu trả lời có ghi)");
        for (figure, rows) in list.attributes("#tong-hop tbody a", "href").iter().zip([2, 1, 1, 0, 0, 1]) {
            assert_eq!(pages(&secretary, figure).await.len(), rows, "{figure}");
        }
        let one = pages(&secretary, "?xem=in_use").await.remove(0);
        let page = secretary.get(&one).await;
        for words in ["Xưởng cơ khí Hoành Bồ", "3/2022", "12.000.000 đồng trong năm 2022", "Hai trường nghề", "qua liên kết"] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        assert_eq!(secretary.get(&format!("{one}/tep")).await.bytes(), scan, "what came first lies there still");
        let refused = secretary.send(&format!("{one}/nhac"), &[]).await;
        assert!(refused.says("Tác giả đã trả lời"), "{}", refused.text());
        let cards: Vec<Value> = secretary.get("/api/v1/aftercare?edition=quang-ninh-viii").await.json();
        assert_eq!((cards.len(), &cards[0]["reply"]["money"]), (2, &Value::from(12_000_000)));
        assert!(cards[1]["reply"].is_null());
        assert_eq!(doctor(&house).await, []);
    }

    async fn the_public_reads_an_answer_with_its_giver_s_consent_alone(house: TestHouse) {
        asked(&house).await;
        let (phone, anybody) = (house.browser(), house.browser());
        let link = link_in(&mails(&house, FIRST).await[0].body);
        let send = format!("{link}/tra-loi");
        let kept_back = phone.send_files(&send, &said(&[]), &[]).await;
        assert_eq!(kept_back.status(), 303);
        assert!(!anybody.get(PUBLIC).await.says("Hoành Bồ"), "nobody asked for that");
        assert!(!anybody.get(RESULT).await.text().contains(PUBLIC));
        let yes = [("may_publish", "co"), ("seen", "1")];
        assert_eq!(phone.send_files(&send, &said(&yes), &[]).await.status(), 303);
        let page = anybody.get(PUBLIC).await;
        assert!(page.says("Xưởng cơ khí Hoành Bồ") && page.says(&title(0)), "{}", page.text());
        assert!(!page.says("Lựu") && !page.says("tg1a@"), "the answer is published, not how its giver is reached");
        assert_eq!(anybody.get(RESULT).await.select(&format!("main a[href='{PUBLIC}']")).len(), 1);
        assert_eq!(phone.send_files(&send, &said(&[("seen", "2")]), &[]).await.status(), 303);
        assert!(!anybody.get(PUBLIC).await.says("Hoành Bồ"), "consent was taken back");
    }

    async fn whoever_has_no_mail_is_given_a_code_on_paper_or_heard_by_a_clerk(house: TestHouse) {
        announced(&house).await;
        without_mail(&house).await;
        assert_eq!(look(&house, "2022-10-05T09:00:00+07:00").await, 2);
        let secretary = house.signed_in("thuky").await;
        let one = pages(&secretary, "?xem=paper").await;
        assert_eq!(one.len(), 1);
        let one = &one[0];
        assert!(secretary.get(one).await.select("form[action$='/nhac']").is_empty());
        assert!(secretary.send(&format!("{one}/nhac"), &[]).await.says("Chưa có thư điện tử"));
        let paper = secretary.send(&format!("{LIST}/phieu"), &[]).await;
        assert_eq!((paper.status(), paper.header("cache-control")), (200, "no-store"), "{}", paper.text());
        assert!(paper.says("Lều Văn Bưởi") && !paper.says("Lựu"), "{}", paper.text());
        let code = paper.select("main section strong").remove(0);
        let phone = house.browser();
        assert_eq!(faults(&phone.send("/ung-dung", &[("code", "")]).await), ["#code"]);
        let link = phone.send("/ung-dung", &[("code", &code.to_lowercase())]).await.location().to_owned();
        assert_eq!(phone.get(&link).await.status(), 200);
        assert_eq!(phone.get("/ung-dung/khong-co").await.status(), 404);
        let record = format!("{one}/ghi");
        let bare = secretary.send_files(&record, &[("used", "not_yet"), ("seen", "0")], &[]).await;
        assert_eq!(faults(&bare), ["#how", "#came_on"]);
        let heard = [("used", "not_yet"), ("money", ""), ("money_year", ""), ("how", "telephone"), ("came_on", "4/10/2022")];
        assert_eq!(faults(&secretary.send_files(&record, &said(&heard), &[]).await), ["#came_on"], "before it was asked");
        let heard = [("used", "not_yet"), ("money", ""), ("money_year", ""), ("how", "telephone"), ("came_on", "5/10/2022")];
        assert_eq!(secretary.send_files(&record, &said(&heard), &[]).await.location(), one);
        assert!(secretary.get(one).await.says("qua điện thoại, ngày 5/10/2022"));
        let none = secretary.send(&format!("{LIST}/phieu"), &[]).await;
        assert!(none.says("Không có ai chưa trả lời"), "{}", none.text());
        house.set_clock("2023-10-06T09:00:00+07:00");
        assert_eq!(phone.get(&link).await.status(), 410, "a year is over");
    }

    async fn a_reminder_by_hand_carries_the_only_link_that_opens(house: TestHouse) {
        asked(&house).await;
        let secretary = house.signed_in("thuky").await;
        let first = link_in(&mails(&house, FIRST).await[0].body);
        let one = pages(&secretary, "").await.remove(0);
        assert_eq!(secretary.send(&format!("{one}/nhac"), &[]).await.location(), one);
        let told = mails(&house, FIRST).await;
        assert_eq!(told.len(), 2);
        let opened: Vec<_> = told.iter().map(|mail| link_in(&mail.body)).collect();
        let mut statuses = Vec::new();
        for link in &opened {
            statuses.push((*link == first, house.browser().get(link).await.status()));
        }
        statuses.sort_unstable();
        assert_eq!(statuses, [(false, 200), (true, 410)]);
    }

    async fn an_author_with_an_account_answers_for_their_own_solution_alone(house: TestHouse) {
        asked(&house).await;
        let author = house.account("tacgia", "Ngô Thị Lựu", &[Role::Author]).await;
        house.account("khac", "Tiêu Văn Khế", &[Role::Author]).await;
        house.tamper("UPDATE entry_authors SET account_id = $1 WHERE email = $2", params![author.uuid(), FIRST]).await;
        let (own, other) = (house.signed_in("tacgia").await, house.signed_in("khac").await);
        let rows = own.get(OWN).await.attributes("main .govuk-task-list a", "href");
        assert_eq!(rows.len(), 1);
        assert!(other.get(OWN).await.says("Câu hỏi về giải pháp đoạt giải sẽ hiện ở đây."));
        assert_eq!(other.get(&rows[0]).await.status(), 404);
        assert_eq!(other.send_files(&rows[0], &said(&[]), &[]).await.status(), 404);
        assert_eq!(own.send_files(&rows[0], &said(&[]), &[]).await.location(), OWN);
        assert!(own.get(OWN).await.says("Đã trả lời"));
        let refused = own.send_files(&rows[0], &said(&[("used", "")]), &[]).await;
        assert_eq!(faults(&refused), ["#used"]);
    }

    async fn the_list_is_the_office_s_and_its_workbook_is_words(house: TestHouse) {
        asked(&house).await;
        let link = link_in(&mails(&house, FIRST).await[0].body);
        let formula = [("place", "=HYPERLINK(\"http://x.invalid\")"), ("others", "+1"), ("remarks", "@SUM(A1)")];
        let sent = house.browser().send_files(&format!("{link}/tra-loi"), &said(&formula), &[]).await;
        assert_eq!(sent.status(), 303);
        house.account("tacgia", "Ngô Thị Lựu", &[Role::Author]).await;
        for (who, status) in [("chuyenvien", 200), ("lanhdao", 200), ("giamkhao", 403), ("tacgia", 403)] {
            let browser = house.signed_in(who).await;
            for path in [LIST.to_owned(), format!("{LIST}/bang-tinh")] {
                assert_eq!(browser.get(&path).await.status(), status, "{who} {path}");
            }
        }
        let leader = house.signed_in("lanhdao").await;
        let one = pages(&leader, "").await.remove(0);
        assert_eq!(leader.send(&format!("{one}/nhac"), &[]).await.status(), 403, "reminding is the clerks'");
        assert_eq!(house.browser().get(LIST).await.status(), 303, "nobody signed in");
        let book = leader.get(&format!("{LIST}/bang-tinh")).await;
        assert!(book.header("content-disposition").contains("ung-dung-sau-giai.xlsx"));
        let parts = unzipped(book.bytes());
        let sheet = parts.iter().find(|(name, _)| name.ends_with("sheet1.xml")).unwrap();
        let sheet = String::from_utf8_lossy(&sheet.1).into_owned();
        assert!(!sheet.contains("<f>"), "no cell is a formula");
        assert!(sheet.contains("<v>12000000</v>"), "an amount can be added up");
    }

    async fn the_house_chooses_after_how_many_months_it_asks(house: TestHouse) {
        announced(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let page = officer.get(SETTINGS).await;
        assert_eq!(page.attribute("#months", "value").as_deref(), Some("12, 36"));
        for wrong in ["một", "0", "121", "1,2,3,4,5,6"] {
            assert_eq!(faults(&officer.send(SETTINGS, &[("months", wrong), ("seen", "0")]).await), ["#months"], "{wrong}");
        }
        assert_eq!(officer.send(SETTINGS, &[("months", "18"), ("seen", "0")]).await.location(), SETTINGS);
        let stale = officer.send(SETTINGS, &[("months", "6"), ("seen", "0")]).await;
        assert!(stale.says("Vừa có người khác lưu"), "{}", stale.text());
        assert_eq!(look(&house, "2022-10-05T09:00:00+07:00").await, 0);
        assert_eq!(look(&house, "2023-04-05T09:00:00+07:00").await, 2);
        assert!(officer.get(LIST).await.says("18 tháng"));
        assert_eq!(officer.send(SETTINGS, &[("months", ""), ("seen", "1")]).await.location(), SETTINGS);
        assert!(officer.get(LIST).await.says("Hiện không đặt lần hỏi nào"));
        assert_eq!(house.signed_in("thuky").await.get(SETTINGS).await.status(), 403);
    }
}
