//! An edition from its rule-book file to its launch, its amendments, and a unit's own contest.

use hoithi_edition::{Amend, Edition, SetUp, amend, bring_into_force, edition_by_slug, note_round_opened, set_up};
use hoithi_journal::{Halt, lines_about};
use hoithi_rules::edition::{Amendment, books};
use hoithi_rules::ids::{AccountId, UnitId};
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{Browser, TestHouse, both};
use hoithi_units::{NewUnit, UnitLevel, add_unit};
use jiff::civil::date;
use serde_json::{Value, json};

const SLUG: &str = "quang-ninh-viii";
const PDF: &[u8] = crate::correspondence::SCAN;

async fn officer(house: &TestHouse) -> Browser {
    house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
    house.signed_in("chuyen.vien").await
}

async fn head(house: &TestHouse) -> AccountId {
    house.account("lanh.dao", "Phạm Văn Quyết", &[Role::AgencyHead]).await
}

async fn send_book(browser: &Browser, path: &str, text: &str, fields: &[(&str, &str)]) -> hoithi_testkit::Answer {
    browser.send_files(path, fields, &[("book_file", "so-the-le.toml", text.as_bytes())]).await
}

async fn the_edition(house: &TestHouse, slug: &str) -> Edition {
    edition_by_slug(&mut house.house().read().await.unwrap(), slug).await.unwrap().unwrap()
}

/// The eighth edition, launched by the leader.
async fn launched(house: &TestHouse) -> (AccountId, Edition) {
    let leader = head(house).await;
    let text = books::QUANG_NINH_VIII.to_owned();
    let id = house
        .perform(leader, move |act| Box::pin(set_up(act, SetUp { text: text.clone(), parent: None, unit: None })))
        .await
        .unwrap();
    let launch = hoithi_edition::Launch { edition: id, seen: 1, paper: None };
    house.perform(leader, move |act| Box::pin(hoithi_edition::launch(act, launch.clone()))).await.unwrap();
    (leader, the_edition(house, SLUG).await)
}

/// Without its marking, and with what hangs on it.
fn without_marking() -> String {
    let text = books::QUANG_NINH_VIII;
    let (before, rest) = text.split_once("[marking]").unwrap();
    let (_, after) = rest.split_once("[prizes]").unwrap();
    format!("{before}[prizes]{after}")
}

pub(super) fn amendment_of(effective: jiff::civil::Date) -> Amendment {
    Amendment {
        decision: "97/QĐ-BTC".to_owned(),
        issuer: "Ban Tổ chức".to_owned(),
        issued: date(2021, 6, 1),
        effective,
        reason: "Nhiều đơn vị đề nghị kéo dài thời gian.".to_owned(),
    }
}

/// The intake longer by ten days, and what follows later by as many.
fn longer_intake() -> String {
    books::QUANG_NINH_VIII
        .replace("to = 2021-06-30T17:00:00", "to = 2021-07-10T17:00:00")
        .replace("latest_arrival = 2021-07-10", "latest_arrival = 2021-07-12")
        .replace("from = 2021-07-01\nto = 2021-07-20", "from = 2021-07-11\nto = 2021-07-20")
}

pub(super) fn code_of<T>(done: Result<T, Halt>) -> &'static str {
    match done {
        Err(Halt::Refused(refused)) => refused[0].code,
        Err(other) => panic!("{other:?}"),
        Ok(_) => "done",
    }
}

both! {
    async fn a_faulty_book_is_told_line_by_line_and_its_text_is_kept(house: TestHouse) {
        let officer = officer(&house).await;
        let faulty = books::QUANG_NINH_VIII
            .replace("ordinal = 8", "ordinal = \"tám\"")
            .replace("term = ", "tearm = ")
            .replace("to = 2021-06-30T17:00:00", "to = 2020-06-30T17:00:00");
        let answer = send_book(&officer, "/ky-moi", &faulty, &[]).await;
        assert_eq!(answer.status(), 200);
        let lines = answer.select("#cho-can-sua tbody td:first-child");
        let expected: Vec<String> = hoithi_edition::check_text(&faulty).unwrap_err().iter().map(|error| error.line.to_string()).collect();
        assert_eq!(lines, expected);
        assert!(expected.len() >= 3, "{expected:?}");
        let at = faulty.lines().position(|line| line.starts_with("ordinal")).unwrap() + 1;
        assert!(lines.contains(&at.to_string()));
        assert!(answer.says("ordinal = \"tám\""));
        assert_eq!(answer.select("textarea#book")[0], faulty.split_whitespace().collect::<Vec<_>>().join(" "));
        assert_eq!(answer.select(".govuk-error-summary li").len(), expected.len());
        assert!(officer.get("/ky").await.says("Các kỳ hội thi sẽ hiện ở đây."));
        let typed = officer.send("/ky-moi", &[("book", books::QUANG_NINH_VIII)]).await;
        assert_eq!((typed.status(), typed.location()), (303, "/ky/quang-ninh-viii/quan-ly"));
        let twice = officer.send("/ky-moi", &[("book", books::QUANG_NINH_VIII)]).await;
        assert!(twice.says("Đã có kỳ hội thi dùng tên này trong địa chỉ trang."));
        let nothing = officer.send("/ky-moi", &[("book", " ")]).await;
        assert_eq!(nothing.attributes(".govuk-error-summary a", "href"), ["#book_file"]);
    }

    async fn an_edition_may_launch_without_its_marking_and_says_what_is_missing(house: TestHouse) {
        let officer = officer(&house).await;
        assert_eq!(send_book(&officer, "/ky-moi", &without_marking(), &[]).await.status(), 303);
        let page = officer.get("/ky/quang-ninh-viii/quan-ly").await;
        assert_eq!(
            page.select("#cac-phan tbody tr:nth-child(3) td"),
            ["Chấm thi", "Chưa có: chưa mở được vòng chấm nào.", "–", "Còn thiếu"]
        );
        head(&house).await;
        let leader = house.signed_in("lanh.dao").await;
        let form = leader.get("/ky/quang-ninh-viii/phat-dong").await;
        assert!(form.says("Thể lệ còn thiếu một số phần"));
        assert_eq!(form.select(".ht-stop--past, .ht-stop--today").len(), 0, "nothing is done before the launch");
        assert!(form.select(".ht-stop--next")[0].starts_with("Phát động"));
        assert_eq!(form.attribute("#paper_number", "name"), None);
        assert_eq!(leader.send("/ky/quang-ninh-viii/phat-dong", &[("seen", "1")]).await.status(), 303);
        let again = leader.send("/ky/quang-ninh-viii/phat-dong", &[("seen", "1")]).await;
        assert!(again.says("Kỳ hội thi đã phát động lúc 9 giờ 00, ngày 19/8/2020."));
        assert!(leader.get("/ky/quang-ninh-viii/quan-ly").await.select(".ht-stop--past")[0].starts_with("Phát động"));
        // Between two stages the last and the next are named; whoever checks a certificate sees none.
        house.set_clock("2021-10-18T09:00:00+07:00");
        let between = house.browser().get("/ky/quang-ninh-viii/the-le").await;
        assert_eq!(
            between.select(".ht-lifeline__between strong"),
            ["Công bố kết quả", "Trao giải"]
        );
        assert_eq!(between.select("[aria-current=step]").len(), 0);
        assert_eq!(house.browser().get("/xac-minh").await.select(".ht-lifeline").len(), 0);
    }

    async fn an_officer_launches_only_from_the_leader_s_signed_paper(house: TestHouse) {
        let officer = officer(&house).await;
        send_book(&officer, "/ky-moi", books::QUANG_NINH_VIII, &[]).await;
        let path = "/ky/quang-ninh-viii/phat-dong";
        let bare = officer.send(path, &[("seen", "1")]).await;
        let whole = ["#paper_leader", "#paper_number", "#paper_date", "#paper_scan"];
        assert_eq!(bare.attributes(".govuk-error-summary a", "href"), whole, "all of the paper at once");
        assert!(bare.says("Vui lòng ghi số, ký hiệu văn bản"), "{}", bare.text());
        let half = [("seen", "1"), ("paper_leader", "Phạm Văn Quyết"), ("paper_number", ""), ("paper_date", "")];
        let half = officer.send(path, &half).await;
        assert_eq!(half.attribute("#paper_leader", "value").as_deref(), Some("Phạm Văn Quyết"));
        assert!(half.attributes(".govuk-error-summary a", "href").contains(&"#paper_date".to_owned()));
        let fields = [
            ("seen", "1"), ("paper_leader", "Phạm Văn Quyết"), ("paper_number", "85/QĐ-BTC"), ("paper_date", "27/7/2020"),
        ];
        let song = officer.send_files(path, &fields, &[("paper_scan", "85.pdf", b"ID3 a song")]).await;
        assert_eq!(song.attributes(".govuk-error-summary a", "href"), ["#paper_scan"], "its bytes count, not its name");
        assert!(song.says("Bản quét phải là tệp PDF, JPEG hoặc PNG"), "{}", song.text());
        let done = officer.send_files(path, &fields, &[("paper_scan", "85.pdf", PDF)]).await;
        assert_eq!(done.status(), 303, "{}", done.text());
        let edition = the_edition(&house, SLUG).await;
        let mut db = house.house().read().await.unwrap();
        let lines = lines_about(&mut db, &edition.id.to_string()).await.unwrap();
        let launch = lines.iter().find(|line| line.event == "edition.launched").unwrap();
        assert!(launch.acting_for.as_ref().unwrap().contains("85/QĐ-BTC"));
        assert!(!launch.acting_for.as_ref().unwrap().contains("Quyết"), "no name enters the journal");
    }

    async fn the_rules_are_for_the_organisers_until_the_launch_and_for_everybody_after(house: TestHouse) {
        let officer = officer(&house).await;
        send_book(&officer, "/ky-moi", books::QUANG_NINH_VIII, &[]).await;
        let public = house.browser();
        assert_eq!(public.get("/ky/quang-ninh-viii/the-le").await.status(), 404);
        assert_eq!(public.get("/api/v1/editions").await.json::<Vec<Value>>(), Vec::<Value>::new());
        assert!(officer.get("/ky/quang-ninh-viii/the-le").await.says("Chưa công khai"));
        head(&house).await;
        let leader = house.signed_in("lanh.dao").await;
        leader.send("/ky/quang-ninh-viii/phat-dong", &[("seen", "1")]).await;
        let rules = public.get("/ky/quang-ninh-viii/the-le").await;
        assert!(rules.says("Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh lần thứ VIII, năm 2020 - 2021"));
        assert_eq!(rules.select(".ht-prose h3")[0], "Điều 1. Hội thi");
        // No word of the program's own: neither codes nor addresses.
        let told = rules.select(".ht-prose").concat();
        assert!(!told.contains('[') && !told.contains("Asia/") && !told.contains(SLUG), "{told}");
        assert!(told.contains("giờ Việt Nam") && told.contains("Gửi đến: hội thi cấp trên."), "{told}");
        assert!(told.contains("gửi lên cấp trên vào lĩnh vực tương ứng"), "{told}");
        let cards: Vec<Value> = public.get("/api/v1/editions").await.json();
        assert_eq!((&cards[0]["slug"], &cards[0]["state"]), (&json!(SLUG), &json!("launched")));
        house.account("tac.gia", "Trần Văn Sáng", &[Role::Author]).await;
        assert_eq!(house.signed_in("tac.gia").await.get("/ky/quang-ninh-viii/quan-ly").await.status(), 404);
    }

    async fn before_the_launch_a_book_is_corrected_and_after_it_only_amended(house: TestHouse) {
        let officer = officer(&house).await;
        send_book(&officer, "/ky-moi", books::QUANG_NINH_VIII, &[]).await;
        let path = "/ky/quang-ninh-viii/so-the-le";
        assert_eq!(send_book(&officer, path, &longer_intake(), &[("seen", "1")]).await.status(), 303);
        let page = officer.get("/ky/quang-ninh-viii/quan-ly").await;
        assert!(page.says("Nhận hồ sơ đến 17 giờ 00, ngày 10/7/2021"));
        assert_eq!(page.select("#phien-ban tbody a"), ["2", "1"]);
        let stale = send_book(&officer, path, books::QUANG_NINH_VIII, &[("seen", "1")]).await;
        assert!(stale.says("Có người khác vừa sửa kỳ hội thi này."));
        let old = officer.get("/ky/quang-ninh-viii/phien-ban/1/so-the-le.toml").await;
        assert_eq!(old.text(), books::QUANG_NINH_VIII);
        head(&house).await;
        let leader = house.signed_in("lanh.dao").await;
        let unread = leader.send("/ky/quang-ninh-viii/phat-dong", &[("seen", "1")]).await;
        assert!(unread.says("Có người khác vừa sửa kỳ hội thi này."));
        assert_eq!(leader.send("/ky/quang-ninh-viii/phat-dong", &[("seen", "2")]).await.status(), 303);
        let late = send_book(&officer, path, books::QUANG_NINH_VIII, &[("seen", "2")]).await;
        assert!(late.says("Kỳ hội thi đã phát động"));
    }

    /// The page of a version says every key in words, in both languages; the key stands small beside them.
    async fn a_version_is_read_in_the_words_of_the_office(house: TestHouse) {
        let officer = officer(&house).await;
        for (slug, text) in [(SLUG, books::QUANG_NINH_VIII), ("son-la-sang-kien-2024", books::SON_LA_SANG_KIEN)] {
            assert_eq!(send_book(&officer, "/ky-moi", text, &[]).await.status(), 303);
            for lang in ["vi", "en"] {
                officer.send("/ngon-ngu", &[("ngon_ngu", lang), ("ve", "/ky")]).await;
                let page = officer.get(&format!("/ky/{slug}/phien-ban/1")).await;
                assert_eq!(page.select("#so-the-le td > code"), Vec::<String>::new(), "every line has its words");
                assert!(!page.text().contains('⟦'), "{}", page.text());
            }
        }
        let english = officer.get("/ky/quang-ninh-viii/phien-ban/1").await;
        assert!(english.select("#so-the-le td").contains(&"Who marks together: by category panels".to_owned()));
        officer.send("/ngon-ngu", &[("ngon_ngu", "vi"), ("ve", "/ky")]).await;
        let told = officer.get("/ky/quang-ninh-viii/phien-ban/1").await.select("#so-the-le td");
        let line = |line: &str| assert!(told.iter().any(|told| told == line), "{line}: {told:?}");
        line("Mốc thời gian [[calendar.stages]]");
        line("Đến ngày: 17:00, 30/6/2021 to");
        line("Chấm kín: có blind");
        line("Giải Nhất: 25.000.000 nhat");
        line("Hạn báo cáo của đơn vị: 15/7/2021 reports_due [giả định]");
        line("Hai vai trò cùng mở niêm phong: Chủ tịch Hội đồng giám khảo, Thư ký Hội đồng giám khảo openers");
        let bands = officer.get("/ky/son-la-sang-kien-2024/phien-ban/1").await.select("#so-the-le td");
        let band = "Tên: Hoàn toàn mới name ; Từ điểm: 27 from ; Đến điểm: 30 to".to_owned();
        assert!(bands.contains(&band), "{bands:?}");
    }

    async fn an_amendment_is_shown_first_then_counts_from_its_day_and_the_public_is_told(house: TestHouse) {
        launched(&house).await;
        house.set_clock("2021-06-05T09:00:00+07:00");
        let leader = house.signed_in("lanh.dao").await;
        let path = "/ky/quang-ninh-viii/sua-doi";
        let book = longer_intake();
        let mut fields = vec![
            ("book", book.as_str()), ("seen", "1"), ("decision", "97/QĐ-BTC"), ("issuer", "Ban Tổ chức"), ("issued", "1/6/2021"),
            ("effective", "15/6/2021"), ("reason", "Nhiều đơn vị đề nghị kéo dài thời gian."), ("step", "xem"),
        ];
        let shown = leader.send(path, &fields).await;
        assert!(shown.says("Chưa ghi gì."), "{}", shown.text());
        assert!(shown.select("#xem-truoc li").iter().any(|line| line.contains("30/6/2021") && line.contains("10/7/2021")));
        assert_eq!(the_edition(&house, SLUG).await.version, 1);
        fields[7] = ("step", "ghi");
        assert_eq!(leader.send(path, &fields).await.status(), 303);
        let public = house.browser();
        let waits = public.get("/ky/quang-ninh-viii/the-le").await;
        assert!(waits.says("Sửa đổi theo văn bản số 97/QĐ-BTC, áp dụng từ 15/6/2021"));
        assert!(waits.says("Chưa đến ngày áp dụng"));
        assert_eq!(the_edition(&house, SLUG).await.version, 1);
        house.set_clock("2021-06-15T00:00:00+07:00");
        let someone = house.account("ai.do", "Ai Đó", &[]).await;
        let moved = house.perform(someone, |act| Box::pin(bring_into_force(act))).await.unwrap();
        let edition = the_edition(&house, SLUG).await;
        assert_eq!((moved, edition.version), (vec![edition.id], 2));
        assert_eq!(house.perform(someone, |act| Box::pin(bring_into_force(act))).await.unwrap(), []);
        assert_eq!(edition.book.calendar().intake_window().last_day, date(2021, 7, 10));
        assert!(public.get("/ky/quang-ninh-viii/the-le").await.says("đã gồm sửa đổi này"));
    }

    async fn an_amendment_that_came_too_late_never_counts(house: TestHouse) {
        let (leader, edition) = launched(&house).await;
        let id = edition.id;
        let secretary = house.account("thu.ky", "Lê Thị Ghi", &[Role::ContestSecretary]).await;
        house.set_clock("2021-07-20T09:00:00+07:00");
        let ends = "[[marking.rounds]]\ncode = \"chung-khao\"\nname = \"Vòng chung khảo\"\n";
        let shorter = books::QUANG_NINH_VIII.replacen(ends, "", 1);
        assert_ne!(shorter, books::QUANG_NINH_VIII);
        let ask = |seen, text: String, effective| Amend {
            edition: id,
            seen,
            text,
            amendment: amendment_of(effective),
            paper: None,
        };
        let amending = |command: Amend| {
            house.perform(leader, move |act| Box::pin(amend(act, command.clone())))
        };
        amending(ask(1, shorter.clone(), date(2021, 8, 15))).await.unwrap();
        // Meanwhile the first round starts, by a book that ends with the second.
        house.set_clock("2021-08-01T09:00:00+07:00");
        house.perform(secretary, move |act| Box::pin(note_round_opened(act, id, "so-khao"))).await.unwrap();
        house.set_clock("2021-08-15T00:00:00+07:00");
        let moved = house.perform(secretary, |act| Box::pin(bring_into_force(act))).await.unwrap();
        assert_eq!((moved, the_edition(&house, SLUG).await.version), (vec![], 1));
        assert_eq!(house.perform(secretary, |act| Box::pin(bring_into_force(act))).await.unwrap(), [], "asked once");
        let lines = lines_about(&mut house.house().read().await.unwrap(), &id.to_string()).await.unwrap();
        let refused: Vec<_> = lines.iter().filter(|line| line.event == "edition.version_refused").collect();
        assert_eq!(refused.iter().filter_map(|line| line.text_fact("why")).collect::<Vec<_>>(), ["edition.last_round_removed"]);
        let page = house.signed_in("lanh.dao").await.get("/ky/quang-ninh-viii/quan-ly").await;
        assert!(page.says("không áp dụng được"), "{}", page.text());
        assert!(!house.browser().get("/ky/quang-ninh-viii/the-le").await.says("Chưa đến ngày áp dụng"));
        // The next amendment is weighed beside what stands, and is refused at once where it would not stand.
        let again = amending(ask(2, shorter, date(2021, 8, 15))).await;
        let Err(Halt::Refused(again)) = again else { panic!("{again:?}") };
        assert_eq!(again[0].code, "edition.last_round_removed");
        amending(ask(2, longer_intake(), date(2021, 8, 15))).await.unwrap();
        assert_eq!(the_edition(&house, SLUG).await.version, 3);
    }

    async fn an_amendment_never_touches_an_opened_round(house: TestHouse) {
        let (leader, edition) = launched(&house).await;
        let id = edition.id;
        let secretary = house.account("thu.ky", "Lê Thị Ghi", &[Role::ContestSecretary]).await;
        house.set_clock("2021-08-01T09:00:00+07:00");
        let froze = house.perform(secretary, move |act| Box::pin(note_round_opened(act, id, "so-khao"))).await.unwrap();
        assert_eq!(froze, 1);
        let day = date(2021, 8, 1);
        let try_to = async |seen: i64, text: String, amendment: Amendment| {
            let command = Amend { edition: id, seen, text, amendment, paper: None };
            house.perform(leader, move |act| Box::pin(amend(act, command.clone()))).await
        };
        let old = books::QUANG_NINH_VIII;
        let gone = old.replace("[[marking.rounds]]\ncode = \"so-khao\"\nname = \"Vòng sơ khảo\"\n", "");
        let marks = old.replacen("step = 0.5", "step = 0.25", 1);
        assert_eq!(code_of(try_to(1, gone, amendment_of(day)).await), "edition.opened_round_removed");
        assert_eq!(code_of(try_to(1, old.to_owned(), amendment_of(day)).await), "edition.amendment_changes_nothing");
        assert_eq!(code_of(try_to(1, marks.clone(), amendment_of(date(2021, 5, 31))).await), "edition.amendment_retroactive");
        assert_eq!(code_of(try_to(7, marks.clone(), amendment_of(day)).await), "edition.changed_meanwhile");
        assert_eq!(try_to(1, marks.clone(), amendment_of(day)).await.unwrap().version, 2);
        assert_eq!(the_edition(&house, SLUG).await.version, 2);
        let again = house.perform(secretary, move |act| Box::pin(note_round_opened(act, id, "so-khao"))).await.unwrap();
        assert_eq!(again, 1, "the round is judged by the version it froze");
        let second = house.perform(secretary, move |act| Box::pin(note_round_opened(act, id, "chung-khao"))).await.unwrap();
        assert_eq!(second, 2);
        assert_eq!(code_of(try_to(2, old.to_owned(), amendment_of(day)).await), "edition.all_rounds_opened");
        let mut db = house.house().read().await.unwrap();
        let frozen = hoithi_edition::book_of(&mut db, id, 1).await.unwrap().unwrap();
        assert_eq!(frozen.marking(), edition.book.marking());
        let early = amendment_of(date(2021, 7, 1));
        let calendar = marks.replace("from = 2021-10-15", "from = 2021-10-20");
        assert_eq!(code_of(try_to(2, calendar, early).await), "edition.amendment_before_last");
    }

    async fn a_unit_holds_its_own_contest_under_the_launched_one_and_only_its_own(house: TestHouse) {
        let keeper = house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
        let [own, other] = units(&house, keeper).await;
        house.account_for("to.chuc", "Đinh Văn Trường", &[(Role::UnitOrganiser, Scope::Unit(own))]).await;
        let (_, above) = launched(&house).await;
        let organiser = house.signed_in("to.chuc").await;
        let (parent, own, other) = (above.id.to_string(), own.to_string(), other.to_string());
        let path = "/hoi-thi-co-so/moi";
        let elsewhere = books::HOI_THI_CO_SO.replace("to = \"quang-ninh-viii\"", "to = \"toan-quoc-xvi\"");
        let wrong = send_book(&organiser, path, &elsewhere, &[("unit", &own), ("parent", &parent)]).await;
        assert!(wrong.says("gửi tới một hội thi khác"));
        let upward = books::HOI_THI_CO_SO.replace("upward = \"quan-ly-giao-duc\"", "upward = \"du-lich\"");
        let wrong = send_book(&organiser, path, &upward, &[("unit", &own), ("parent", &parent)]).await;
        assert!(wrong.says("mã mà hội thi cấp trên không có"));
        let province = send_book(&organiser, path, books::TOAN_QUOC, &[("unit", &own), ("parent", &parent)]).await;
        assert!(province.says("level = \"unit\""));
        let foreign = send_book(&organiser, path, books::HOI_THI_CO_SO, &[("unit", &other), ("parent", &parent)]).await;
        assert_eq!(foreign.status(), 403);
        let made = send_book(&organiser, path, books::HOI_THI_CO_SO, &[("unit", &own), ("parent", &parent)]).await;
        assert_eq!((made.status(), made.location()), (303, "/ky/cao-dang-minh-hoa-iii/quan-ly"));
        house.set_clock("2020-09-12T09:00:00+07:00");
        assert_eq!(organiser.send("/ky/cao-dang-minh-hoa-iii/phat-dong", &[("seen", "1")]).await.status(), 303);
        assert!(organiser.get("/hoi-thi-co-so").await.says("Trường Cao đẳng Minh Họa"));
        let current = hoithi_edition::current(&mut house.house().read().await.unwrap()).await.unwrap().unwrap();
        assert_eq!(current.id, above.id, "the portal is about the contest that no unit holds");
        house.account_for("nguoi.khac", "Ngô Thị Ngoài", &[(Role::UnitOrganiser, Scope::Unit(other.parse().unwrap()))]).await;
        let stranger = house.signed_in("nguoi.khac").await;
        assert_eq!(stranger.get("/ky/cao-dang-minh-hoa-iii/quan-ly").await.status(), 404);
    }

    async fn a_book_that_is_not_in_force_yet_does_not_launch(house: TestHouse) {
        let officer = officer(&house).await;
        head(&house).await;
        let leader = house.signed_in("lanh.dao").await;
        house.set_clock("2020-07-26T23:59:59+07:00");
        send_book(&officer, "/ky-moi", books::QUANG_NINH_VIII, &[]).await;
        let early = leader.send("/ky/quang-ninh-viii/phat-dong", &[("seen", "1")]).await;
        assert!(early.says("Thể lệ có hiệu lực từ ngày 27/7/2020"));
        house.set_clock("2020-07-27T00:00:00+07:00");
        assert_eq!(leader.send("/ky/quang-ninh-viii/phat-dong", &[("seen", "1")]).await.status(), 303);
    }
}

async fn units(house: &TestHouse, keeper: AccountId) -> [UnitId; 2] {
    let mut made = Vec::new();
    for name in ["Trường Cao đẳng Minh Họa", "Trường Đại học Minh Họa"] {
        let new = NewUnit {
            name: name.to_owned(),
            kind: "trường".to_owned(),
            level: UnitLevel::School,
            parent: None,
            valid_from: None,
            source: "Dữ liệu minh họa".to_owned(),
        };
        made.push(house.perform(keeper, move |act| Box::pin(add_unit(act, new.clone()))).await.unwrap());
    }
    [made[0], made[1]]
}
