//! The secretary's desk: what waits, what the program answers by itself, what is decided.

use axum::http::Method;
use hoithi_entries::{Standing, dossier, file_name};
use hoithi_journal::recent_lines;
use hoithi_rules::edition::{PartCode, books};
use hoithi_rules::entries::PartContent;
use hoithi_rules::people::{Role, Scope};
use hoithi_screening::{admitted, admitted_under, decisions};
use hoithi_store::params;
use hoithi_testkit::{Answer, Browser, TestHouse, both};
use serde_json::{Value, json};

use crate::entries::{
    SLUG, attach, card, contest, fill, filled, id_of, letter, pdf, set_up_edition, submitted, version,
};

pub(crate) const ITEMS: [&str; 10] = [
    "part.phieu-dang-ky",
    "part.tom-tat",
    "part.ban-mo-ta",
    "declaration.ap-dung-trong-tinh",
    "declaration.chua-doat-giai",
    "declaration.khong-trung",
    "declaration.khong-gay-hai",
    "category",
    "distinct",
    "anonymous",
];

/// A submitted entry and its page on the secretary's desk.
pub(crate) async fn received(house: &TestHouse, title: &str) -> (String, String) {
    let author = house.signed_in("tac.gia").await;
    let at = filled(&author, title).await;
    assert_eq!(submitted(&author, &at).await.status(), 303);
    let desk = format!("/ky/{SLUG}/kiem-tra/{}", id_of(&at));
    (at, desk)
}

/// Sends the desk's form: what its page had ticked, and what is changed.
pub(crate) async fn decide(browser: &Browser, desk: &str, changed: &[(&str, &str)]) -> Answer {
    let page = browser.get(desk).await;
    let mut fields: Vec<(String, String)> =
        vec![("version".into(), page.attribute("main input[name=version]", "value").unwrap())];
    for item in ITEMS {
        let name = format!("findings.{item}");
        if let Some(value) = page.attribute(&format!("input[name=\"{name}\"][checked]"), "value") {
            fields.push((name, value));
        }
    }
    for (name, value) in changed {
        fields.retain(|(known, _)| known != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.send(desk, &fields).await
}

pub(crate) const LOOKED: [(&str, &str); 4] = [
    ("findings.part.phieu-dang-ky", "passed"),
    ("findings.part.ban-mo-ta", "passed"),
    ("findings.category", "passed"),
    ("findings.anonymous", "passed"),
];

fn with(decision: &'static str, more: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let mut all = vec![("decision", decision)];
    all.extend_from_slice(more);
    all
}

both! {
    async fn an_entry_is_admitted_under_a_blind_code(house: TestHouse) {
        let contest = contest(&house).await;
        let (at, desk) = received(&house, "Máy rửa than bằng nước tuần hoàn").await;
        let secretary = house.signed_in("thu.ky").await;
        let queue = secretary.get(&format!("/ky/{SLUG}/kiem-tra")).await;
        assert_eq!(queue.select("#hang-doi tbody .ht-title a"), ["Máy rửa than bằng nước tuần hoàn"]);

        let page = secretary.get(&desk).await;
        for item in ITEMS {
            let ticked = page.attribute(&format!("input[name=\"findings.{item}\"][checked]"), "value");
            // What a person has to look at is not ticked beforehand.
            let expected = (!LOOKED.iter().any(|(field, _)| field.ends_with(item))).then_some("passed");
            assert_eq!(ticked.as_deref(), expected, "{item}");
        }
        assert!(page.says("mở được, đúng tệp đã nộp") && page.says("1 tác giả, tổng 100%."));
        assert!(page.says("Tạo ra ngày 1/5/2018; thể lệ nhận từ 1/1/2015."));

        let done = decide(&secretary, &desk, &with("admit", &LOOKED)).await;
        assert_eq!((done.status(), done.location()), (303, format!("/ky/{SLUG}/kiem-tra").as_str()));
        let next = secretary.get(done.location()).await;
        assert!(next.says("QN8-0001: đủ điều kiện. Thư báo cho tác giả đã vào hộp thư đi."), "{}", next.text());
        let mut db = house.house().read().await.unwrap();
        let all = admitted(&mut db, contest.edition).await.unwrap();
        assert_eq!(all.len(), 1);
        assert_eq!((all[0].entry, all[0].title.as_str()), (id_of(&at), "Máy rửa than bằng nước tuần hoàn"));
        let code = &all[0].blind_code;
        assert_eq!(admitted_under(&mut db, contest.edition, code).await.unwrap(), Some(id_of(&at)));
        let lines = recent_lines(&mut db, None, 100).await.unwrap();
        assert!(lines.iter().any(|line| line.event == "entry.admitted"));
        assert!(lines.iter().all(|line| !line.facts.contains(code.as_str())), "the journal tells nobody whose code it is");

        let own = house.signed_in("tac.gia").await.get(&at).await;
        assert!(own.says("Hợp lệ, chờ chấm"));
        assert!(!own.text().contains(&code.to_string()), "an author does not learn the code");
        assert_eq!(letter(&house, "tac.gia@vidu.invalid").await.0, "Hồ sơ QN8-0001 đủ điều kiện dự thi");
    }

    async fn what_is_unanswered_or_not_in_order_is_said_at_once_and_in_words(house: TestHouse) {
        contest(&house).await;
        let (at, desk) = received(&house, "Máy rửa than").await;
        let secretary = house.signed_in("thu.ky").await;
        let answer = decide(&secretary, &desk, &[("decision", "admit"), ("findings.part.ban-mo-ta", "failed"), ("note.part.ban-mo-ta", "Mờ, không đọc được")]).await;
        assert_eq!(answer.status(), 200);
        let expected =
            ["#findings.part.phieu-dang-ky", "#findings.part.ban-mo-ta", "#findings.category", "#findings.anonymous"];
        assert_eq!(answer.attributes(".govuk-error-summary a", "href"), expected);
        assert!(answer.says("Không đạt, nên không đưa vào chấm được: Bản mô tả giải pháp"));
        assert!(answer.says("Chưa trả lời: Lĩnh vực phù hợp với giải pháp"));
        assert_eq!(answer.attribute("[id=\"note.part.ban-mo-ta\"]", "value").as_deref(), Some("Mờ, không đọc được"));
        let silent = decide(&secretary, &desk, &[("decision", "return"), ("reasons", " "), ("until", "1/6/2021")]).await;
        assert_eq!(silent.attributes(".govuk-error-summary a", "href"), ["#reasons", "#until"]);
        let undated = decide(&secretary, &desk, &[("decision", "return"), ("reasons", "Thiếu"), ("until", "mai")]).await;
        assert_eq!(undated.attributes(".govuk-error-summary a", "href"), ["#until"]);
        let empty = decide(&secretary, &desk, &[("decision", "return")]).await;
        assert_eq!(empty.attributes(".govuk-error-summary a", "href"), ["#reasons", "#until"], "everything at once");
        let unknown = decide(&secretary, &desk, &[("decision", "admit"), ("giai", "nhat")]).await;
        assert_eq!(unknown.status(), 422);
        assert_eq!(card(&house, id_of(&at)).await.state, Standing::Submitted);
    }

    async fn a_returned_dossier_comes_back_under_its_number(house: TestHouse) {
        let contest = contest(&house).await;
        let (at, desk) = received(&house, "Máy rửa than").await;
        let secretary = house.signed_in("thu.ky").await;
        house.set_clock("2021-07-05T08:00:00+07:00");
        let reasons = "Phiếu đăng ký chưa có xác nhận của đơn vị\nTóm tắt quá ngắn";
        let done = decide(&secretary, &desk, &[("decision", "return"), ("reasons", reasons), ("until", "15/7/2021")]).await;
        assert_eq!(done.status(), 303);
        let (subject, body) = letter(&house, "tac.gia@vidu.invalid").await;
        assert_eq!(subject, "Đề nghị bổ sung hồ sơ QN8-0001 trước hết ngày 15/7/2021");
        assert!(body.contains("- Phiếu đăng ký chưa có xác nhận của đơn vị\n- Tóm tắt quá ngắn"), "{body}");
        let waiting = decide_later(&secretary, &desk).await;
        assert!(waiting.says("Hồ sơ đang ở tác giả để bổ sung đến hết ngày 15/7/2021."), "{:?}", waiting.select(".govuk-error-summary li"));

        let author = house.signed_in("tac.gia").await;
        let page = author.get(&at).await;
        assert!(page.says("Tóm tắt quá ngắn") && page.says("Hạn bổ sung: hết ngày 15/7/2021."));
        fill(&author, &format!("{at}/phan/tom-tat"), &[("text", "Tóm tắt đã viết lại đầy đủ hơn.")]).await;
        attach(&author, &format!("{at}/phan/phieu-dang-ky"), "có dấu.pdf", &pdf("có dấu")).await;
        assert_eq!(submitted(&author, &at).await.status(), 303, "although the intake has closed");
        assert_eq!(card(&house, id_of(&at)).await.number.unwrap().to_string(), "QN8-0001");
        let queue = secretary.get(&format!("/ky/{SLUG}/kiem-tra")).await;
        assert_eq!(queue.select("#hang-doi tbody .ht-tag"), ["Nộp bổ sung"]);
        assert_eq!(decide(&secretary, &desk, &with("admit", &LOOKED)).await.status(), 303);
        let mut db = house.house().read().await.unwrap();
        assert_eq!(decisions(&mut db, id_of(&at)).await.unwrap().len(), 2, "both decisions stay in the register");
        assert_eq!(admitted(&mut db, contest.edition).await.unwrap().len(), 1);
    }

    async fn a_return_leaves_the_judges_their_time(house: TestHouse) {
        contest(&house).await;
        let (_, desk) = received(&house, "Máy rửa than").await;
        let secretary = house.signed_in("thu.ky").await;
        house.set_clock("2021-07-05T08:00:00+07:00");
        let late = decide(&secretary, &desk, &[("decision", "return"), ("reasons", "Thiếu dấu"), ("until", "21/7/2021")]).await;
        assert!(late.says("không trước ngày bắt đầu chấm theo Kế hoạch (21/7/2021)"), "{}", late.text());
        let done = decide(&secretary, &desk, &[("decision", "return"), ("reasons", "Thiếu dấu"), ("until", "20/7/2021")]).await;
        assert_eq!(done.status(), 303, "{}", done.text());
    }

    /// Whoever left no address hears nothing by itself, and the secretary is told whom to call.
    async fn nobody_is_said_to_have_been_written_who_was_not(house: TestHouse) {
        contest(&house).await;
        let (_, desk) = received(&house, "Máy rửa than").await;
        house.tamper("UPDATE accounts SET email = '', phone = '0203000009' WHERE login = 'tac.gia'", vec![]).await;
        house.tamper("UPDATE entry_authors SET email = '', phone = ''", vec![]).await;
        let secretary = house.signed_in("thu.ky").await;
        let done = decide(&secretary, &desk, &[("decision", "return"), ("reasons", "Thiếu dấu"), ("until", "10/6/2021")]).await;
        let next = secretary.get(done.location()).await;
        assert!(next.says("Tác giả chưa có thư điện tử: hãy gọi 0203000009."), "{}", next.text());
        assert_eq!(next.select(".ht-flash--warn").len(), 1);
    }

    /// A dossier sent again as it was is asked about.
    async fn a_resubmission_with_nothing_changed_is_warned_of(house: TestHouse) {
        contest(&house).await;
        let (at, desk) = received(&house, "Máy rửa than").await;
        let secretary = house.signed_in("thu.ky").await;
        decide(&secretary, &desk, &[("decision", "return"), ("reasons", "Thiếu dấu"), ("until", "10/6/2021")]).await;
        let author = house.signed_in("tac.gia").await;
        let review = format!("{at}/kiem-tra");
        assert!(author.get(&review).await.says("Hồ sơ chưa có gì thay đổi so với bản đã nộp."));
        fill(&author, &format!("{at}/phan/tom-tat"), &[("text", "Đã viết lại")]).await;
        assert!(!author.get(&review).await.says("chưa có gì thay đổi"));
    }

    async fn the_time_to_complete_ends_with_its_last_day(house: TestHouse) {
        contest(&house).await;
        let (at, desk) = received(&house, "Máy rửa than").await;
        let secretary = house.signed_in("thu.ky").await;
        decide(&secretary, &desk, &[("decision", "return"), ("reasons", "Thiếu dấu"), ("until", "10/6/2021")]).await;
        let author = house.signed_in("tac.gia").await;
        let review = format!("{at}/kiem-tra");
        let seen = version(&author, &review).await;
        house.set_clock("2021-06-10T23:59:59+07:00");
        fill(&author, &format!("{at}/phan/tom-tat"), &[("text", "Kịp giờ")]).await;
        house.set_clock("2021-06-11T00:00:00+07:00");
        let late = author.send(&format!("{at}/nop"), &[("version", &seen)]).await;
        assert_eq!(late.status(), 200);
        assert!(late.says("Hạn bổ sung đã hết sau ngày 10/6/2021."), "{:?}", late.select(".govuk-error-summary li"));
        assert_eq!(card(&house, id_of(&at)).await.state, Standing::Returned);

        let queue = secretary.get(&format!("/ky/{SLUG}/kiem-tra?tinh-trang=returned")).await;
        assert_eq!(queue.select("#hang-doi tbody .ht-tag"), ["Quá hạn bổ sung"]);
        let page = secretary.get(&desk).await;
        assert!(page.says("Hết hạn bổ sung 10/6/2021 mà tác giả chưa nộp lại"), "{}", page.text());
        assert!(page.select("main button[value=admit]").is_empty());
        let admitted = decide(&secretary, &desk, &with("admit", &LOOKED)).await;
        assert!(admitted.says("Hồ sơ chưa được bổ sung khi hết hạn 10/6/2021"), "{}", admitted.text());
        let more = [("decision", "return"), ("reasons", "Thiếu dấu"), ("until", "20/6/2021")];
        assert_eq!(decide(&secretary, &desk, &more).await.status(), 303);
        assert_eq!(submitted(&author, &at).await.status(), 303);
        assert_eq!(card(&house, id_of(&at)).await.state, Standing::Submitted);
    }

    async fn what_was_never_completed_is_refused_when_its_time_is_over(house: TestHouse) {
        contest(&house).await;
        let (at, desk) = received(&house, "Máy rửa than").await;
        let secretary = house.signed_in("thu.ky").await;
        decide(&secretary, &desk, &[("decision", "return"), ("reasons", "Thiếu dấu"), ("until", "10/6/2021")]).await;
        house.set_clock("2021-06-11T00:00:00+07:00");
        let why = ("reasons", "Không bổ sung trong thời hạn");
        let failed = ("findings.part.phieu-dang-ky", "failed");
        let done = decide(&secretary, &desk, &[("decision", "refuse-now"), why, failed, ("read_back", why.1)]).await;
        assert_eq!(done.status(), 303, "{}", done.text());
        assert_eq!(card(&house, id_of(&at)).await.state, Standing::Refused);
        let own = house.signed_in("tac.gia").await.get(&at).await;
        assert!(own.says("Không được chấm") && own.says(why.1), "{}", own.text());
    }

    async fn a_refusal_is_final_and_says_why(house: TestHouse) {
        contest(&house).await;
        let (at, desk) = received(&house, "Máy rửa than").await;
        let secretary = house.signed_in("thu.ky").await;
        let why = ("reasons", "Giải pháp đã đạt giải kỳ trước");
        let failed = ("findings.declaration.chua-doat-giai", "failed");
        let nothing = decide(&secretary, &desk, &[("decision", "refuse"), why]).await;
        assert!(nothing.says("ít nhất một câu không đạt"), "{}", nothing.text());
        assert_eq!(nothing.attributes(".govuk-error-summary a", "href"), ["#decision"]);
        let sure = decide(&secretary, &desk, &[("decision", "refuse"), why, failed]).await;
        assert!(sure.status() == 200 && sure.says("không đủ điều kiện?"), "it is read back first: {}", sure.text());
        assert_eq!(sure.select("#reasons"), [why.1]);
        let other = decide(&secretary, &desk, &[("decision", "refuse-now"), ("reasons", "Khác"), failed, ("read_back", why.1)]).await;
        assert_eq!(other.status(), 200, "other words are read back anew");
        let done = decide(&secretary, &desk, &[("decision", "refuse-now"), why, failed, ("read_back", why.1)]).await;
        assert_eq!(done.status(), 303);
        let own = house.signed_in("tac.gia").await.get(&at).await;
        assert!(own.says("Không được chấm") && own.says("Giải pháp đã đạt giải kỳ trước"));
        let again = decide_later(&secretary, &desk).await;
        assert!(again.says("Hồ sơ này đã có quyết định lúc"), "{:?}", again.select(".govuk-error-summary li"));
        let (_, body) = letter(&house, "tac.gia@vidu.invalid").await;
        assert!(body.contains("- Giải pháp đã đạt giải kỳ trước"));
    }

    async fn a_decision_over_an_older_reading_changes_nothing(house: TestHouse) {
        contest(&house).await;
        let (at, desk) = received(&house, "Máy rửa than").await;
        let secretary = house.signed_in("thu.ky").await;
        let seen = version(&secretary, &desk).await;
        decide(&secretary, &desk, &[("decision", "return"), ("reasons", "Thiếu dấu"), ("until", "10/6/2021")]).await;
        let author = house.signed_in("tac.gia").await;
        fill(&author, &format!("{at}/phan/tom-tat"), &[("text", "Viết lại")]).await;
        submitted(&author, &at).await;
        let stale = secretary.send(&desk, &[("version", &seen), ("decision", "refuse-now"), ("reasons", "Cũ"), ("read_back", "Cũ")]).await;
        assert_eq!(stale.status(), 200);
        assert!(stale.says("Hồ sơ vừa được sửa ở một cửa sổ khác."));
        assert_eq!(card(&house, id_of(&at)).await.state, Standing::Submitted);
    }

    async fn who_withdraws_after_being_admitted_is_not_judged(house: TestHouse) {
        let contest = contest(&house).await;
        let (at, desk) = received(&house, "Máy rửa than").await;
        decide(&house.signed_in("thu.ky").await, &desk, &with("admit", &LOOKED)).await;
        house.signed_in("tac.gia").await.send(&format!("{at}/rut"), &[("reason", "Chuyển sang kỳ sau")]).await;
        let all = admitted(&mut house.house().read().await.unwrap(), contest.edition).await.unwrap();
        assert!(all.is_empty());
    }

    async fn similar_titles_are_pointed_at(house: TestHouse) {
        contest(&house).await;
        received(&house, "Hệ thống tưới nước tự động cho vườn ươm cây ngập mặn").await;
        let (_, alike) = received(&house, "He thong tuoi nuoc tu dong cho vuon uom cay thuoc").await;
        let (_, other) = received(&house, "Đèn cảnh báo lũ quét").await;
        let secretary = house.signed_in("thu.ky").await;
        let page = secretary.get(&alike).await;
        assert!(page.says("Có 1 hồ sơ tên tương tự, cần so sánh.") && page.says("Hệ thống tưới nước tự động cho vườn ươm cây ngập mặn"));
        assert_eq!(page.attribute("input[name=\"findings.distinct\"][checked]", "value"), None, "a person compares");
        assert!(secretary.get(&other).await.says("Không có tên tương tự trong kỳ này và các kỳ trước."));
        let flags = secretary.get(&format!("/ky/{SLUG}/kiem-tra")).await.select("#hang-doi tbody .ht-tag");
        assert_eq!(flags, ["Tên tương tự", "Tên tương tự"]);
    }

    /// What another contest has not announced is found by nobody else, and a draft by nobody.
    async fn a_solution_of_any_edition_is_found_by_words_of_its_title(house: TestHouse) {
        let contest = contest(&house).await;
        received(&house, "Hệ thống tưới nước tự động cho vườn ươm").await;
        let (there, _) = received(&house, "Tưới nước nhỏ giọt bằng ống nứa").await;
        filled(&house.signed_in("tac.gia").await, "Tưới nước cho ruộng bậc thang").await;
        let other = books::QUANG_NINH_VIII.replace("quang-ninh-viii", "quang-ninh-vii").replace("ordinal = 8", "ordinal = 7");
        let other = set_up_edition(&house, contest.leader, &other, None).await;
        house.tamper("UPDATE entries SET edition_id = $1 WHERE id = $2", params![other.uuid(), id_of(&there).uuid()]).await;
        house.account_for("thu.ky.8", "Hứa Thị Đọc", &[(Role::ContestSecretary, Scope::Edition(contest.edition))]).await;
        let (secretary, place) = (house.signed_in("thu.ky.8").await, format!("/ky/{SLUG}/tim-giai-phap"));
        assert!(secretary.get(&format!("/ky/{SLUG}/kiem-tra")).await.attributes("main a", "href").contains(&place));
        let empty = secretary.get(&place).await;
        assert!(empty.select("#tim-thay").is_empty() && !empty.says("Không có giải pháp nào"), "nothing was asked");
        let found = secretary.get(&format!("{place}?q=nuoc+tuoi")).await;
        assert_eq!(found.select("#tim-thay .ht-title"), ["Hệ thống tưới nước tự động cho vườn ươm"]);
        assert!(found.says("QN8-0001"), "{}", found.text());
        let over = "UPDATE editions SET state = 'announced', announced_at = launched_at + 1 WHERE id = $1";
        house.tamper(over, params![other.uuid()]).await;
        let found = secretary.get(&format!("{place}?q=T%C6%B0%E1%BB%9Bi")).await;
        let mut titles = found.select("#tim-thay .ht-title");
        titles.sort();
        assert_eq!(titles, ["Hệ thống tưới nước tự động cho vườn ươm", "Tưới nước nhỏ giọt bằng ống nứa"]);
        assert_eq!(found.attributes("#tim-thay a", "href").len(), 1, "the other dossier is not theirs");
        assert!(secretary.get(&format!("{place}?q=tuoi+than")).await.says("Không có giải pháp nào có đủ các chữ này."));
        assert_eq!(house.signed_in("tac.gia").await.get(&place).await.status(), 403);
    }

    /// However many there are, a page is found by the number that it begins behind.
    async fn the_queue_goes_on_behind_a_number(house: TestHouse) {
        contest(&house).await;
        for title in ["Máy rửa than", "Đèn cảnh báo lũ quét", "Lò sấy chè quay tay"] {
            received(&house, title).await;
        }
        let secretary = house.signed_in("thu.ky").await;
        let queue = format!("/ky/{SLUG}/kiem-tra");
        let all = secretary.get(&queue).await;
        assert_eq!(all.select("#hang-doi tbody tr").len(), 3);
        assert!(all.attributes(".ht-pager a", "href").is_empty(), "all stand on one page");
        let behind = secretary.get(&format!("{queue}?sau=1")).await;
        assert_eq!(behind.select("#hang-doi tbody .ht-title a"), ["Đèn cảnh báo lũ quét", "Lò sấy chè quay tay"]);
        assert!(behind.says("2 trong 3 hồ sơ"), "{}", behind.text());
        assert_eq!(behind.attributes(".ht-pager a", "href"), ["?tinh-trang=submitted&truoc=2"]);
        let before = secretary.get(&format!("{queue}?tinh-trang=submitted&truoc=2")).await;
        assert_eq!(before.select("#hang-doi tbody .ht-title a"), ["Máy rửa than"]);
        assert_eq!(before.attributes(".ht-pager a", "href"), ["?tinh-trang=submitted&sau=1"]);
        assert_eq!(secretary.get(&format!("{queue}?sau=dau")).await.status(), 422);
    }

    /// What another contest has not announced is not for whoever screens here.
    async fn similar_titles_of_another_edition_are_shown_once_it_is_announced(house: TestHouse) {
        let contest = contest(&house).await;
        let (there, _) = received(&house, "Hệ thống tưới nước tự động cho vườn ươm cây ngập mặn").await;
        let (_, desk) = received(&house, "Hệ thống tưới nước tự động cho vườn ươm cây thuốc").await;
        let other = books::QUANG_NINH_VIII.replace("quang-ninh-viii", "quang-ninh-vii").replace("ordinal = 8", "ordinal = 7");
        let other = set_up_edition(&house, contest.leader, &other, None).await;
        let moved = "UPDATE entries SET edition_id = $1 WHERE id = $2";
        house.tamper(moved, params![other.uuid(), id_of(&there).uuid()]).await;
        let secretary = Role::ContestSecretary;
        let of = |edition| (secretary, Scope::Edition(edition));
        house.account_for("thu.ky.8", "Hứa Thị Đọc", &[of(contest.edition)]).await;
        house.account_for("thu.ky.7", "Lò Thị Sánh", &[of(contest.edition), of(other)]).await;
        let here = house.signed_in("thu.ky.8").await;
        assert!(here.get(&desk).await.says("Không có tên tương tự trong kỳ này và các kỳ trước."));
        let both = house.signed_in("thu.ky.7").await.get(&desk).await;
        let link = format!("/ho-so/{}", id_of(&there));
        assert!(both.attributes("main a", "href").contains(&link), "who screens both compares both");
        let over = "UPDATE editions SET state = 'announced', announced_at = launched_at + 1 WHERE id = $1";
        house.tamper(over, params![other.uuid()]).await;
        let page = here.get(&desk).await;
        assert!(page.says("cho vườn ươm cây ngập mặn"), "{}", page.text());
        assert!(!page.attributes("main a", "href").contains(&link), "the dossier itself is not theirs");
    }

    async fn a_name_in_what_judges_read_is_found(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        fill(&author, &format!("{at}/phan/tom-tat"), &[("text", "Tôi là NGUYỄN THỊ ÁNH, tác giả.")]).await;
        let warned = author.get(&format!("{at}/kiem-tra")).await;
        assert!(warned.says("Phần giám khảo đọc có ghi: Nguyễn Thị Ánh."), "the author first: {}", warned.text());
        submitted(&author, &at).await;
        let page = house.signed_in("thu.ky").await.get(&format!("/ky/{SLUG}/kiem-tra/{}", id_of(&at))).await;
        assert!(page.says("Phần giám khảo đọc có ghi: Nguyễn Thị Ánh."));
        assert_eq!(page.attribute("input[name=\"findings.anonymous\"][checked]", "value").as_deref(), Some("failed"));
    }

    async fn a_file_that_changed_on_the_disk_is_noticed(house: TestHouse) {
        contest(&house).await;
        let (at, desk) = received(&house, "Máy rửa than").await;
        let kept = dossier(&mut house.house().read().await.unwrap(), id_of(&at)).await.unwrap().unwrap();
        let Some(PartContent::File(file)) = kept.part(&PartCode::parse("ban-mo-ta").unwrap()) else { panic!("a file") };
        let path = house.house().files.path(&file_name(file.sha256).unwrap());
        std::fs::write(path, pdf("tráo")).unwrap();
        let page = house.signed_in("thu.ky").await.get(&desk).await;
        assert!(page.says("Không đọc được tệp đã nộp."));
        assert_eq!(page.attribute("input[name=\"findings.part.ban-mo-ta\"][checked]", "value").as_deref(), Some("failed"));
    }

    async fn only_the_secretary_screens(house: TestHouse) {
        contest(&house).await;
        let (at, desk) = received(&house, "Máy rửa than").await;
        for login in ["tac.gia", "lanh.dao"] {
            let browser = house.signed_in(login).await;
            assert_eq!(browser.get(&desk).await.status(), 403, "{login}");
            assert_eq!(browser.send(&desk, &[("version", "1"), ("decision", "admit")]).await.status(), 403, "{login}");
        }
        let secretary = house.signed_in("thu.ky").await;
        let path = format!("/api/v1/entries/{}/screening", id_of(&at));
        let seen: u32 = version(&secretary, &desk).await.parse().unwrap();
        let findings: Vec<Value> = ITEMS.iter().map(|item| json!({ "item": item, "passed": true })).collect();
        let body = json!({ "decision": "admit", "findings": findings });
        let done = secretary.json_over(Method::POST, &path, seen, &body).await;
        assert_eq!(done.status(), 201, "{}", done.text());
        assert_eq!(done.json::<Value>()["outcome"], "admitted");
    }
}

/// Tries to decide on an entry that does not wait: its page offers no form any more.
async fn decide_later(browser: &Browser, desk: &str) -> Answer {
    browser
        .send(desk, &[("version", "1"), ("decision", "refuse-now"), ("reasons", "Lần nữa"), ("read_back", "Lần nữa")])
        .await
}
