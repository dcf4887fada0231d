//! The help desk: who answers, who asks, what everybody may read.

use hoithi_helpdesk::{Desk, DeskWords, Join, NewDesk, desks_of, join, open_desk};
use hoithi_rules::helpdesk::{Hours, Weekdays};
use hoithi_rules::ids::{AccountId, DeskId, EditionId};
use hoithi_rules::people::Role;
use hoithi_store::params;
use hoithi_testkit::{Answer, Browser, TestHouse, both};
use jiff::civil::date;

use super::judged::{launched, office, province};

const PORTAL: &str = "/ky/quang-ninh-viii/hoi-dap";
const ASK: &str = "/ky/quang-ninh-viii/hoi-dap/hoi";
const QUEUE: &str = "/ky/quang-ninh-viii/giup-do";
const QUESTION: &str = "Giải pháp làm chung ba người thì ai đứng tên?";
const ANSWER: &str = "Cả ba người cùng đứng tên.\nTỷ lệ đóng góp do nhóm tự thỏa thuận.";

/// The province's contest with one desk: an officer, and the secretary who stands in.
struct Office {
    edition: EditionId,
    officer: AccountId,
    desk: DeskId,
}

async fn with_a_desk(house: &TestHouse) -> Office {
    let (head, officer) = office(house).await;
    let edition = launched(house, &province(), head, None).await;
    let secretary = house.account("thuky", "Hoàng Thị Thư", &[Role::ContestSecretary]).await;
    let hours = Hours::parse(Weekdays::WORKING, "7:30-11:30, 13:30-17:00").unwrap();
    let words = DeskWords { name: "Ban Khoa học công nghệ".to_owned(), about: "Thể lệ".to_owned(), hours };
    let new = NewDesk { edition, words };
    let desk = house.perform(officer, move |act| Box::pin(open_desk(act, new.clone()))).await.unwrap();
    for (account, deputy) in [(officer, false), (secretary, true)] {
        let post = "Phó trưởng Ban".to_owned();
        let new =
            Join { edition, desk, account, post, phone: "0203 000 0001".to_owned(), deputy, from: date(2020, 8, 1) };
        house.perform(officer, move |act| Box::pin(join(act, new.clone()))).await.unwrap();
    }
    // A Monday in the desk's hours.
    house.set_clock("2021-03-15T09:00:00+07:00");
    Office { edition, officer, desk }
}

fn a_stranger() -> Vec<(&'static str, &'static str)> {
    vec![
        ("words", QUESTION),
        ("name", "Đỗ Thị Hạnh"),
        ("email", "hanh@vidu.invalid"),
        ("phone", ""),
        ("unit", "Trường THPT Minh Họa"),
        ("consent", "yes"),
    ]
}

/// Asks as a stranger and gives the personal address.
async fn asked_by(browser: &Browser, fields: &[(&str, &str)]) -> String {
    let answer = browser.send(ASK, fields).await;
    assert_eq!(answer.status(), 303, "{}", answer.text());
    answer.location().to_owned()
}

/// The address of the office's page of the only question there is.
async fn at_the_office(browser: &Browser) -> String {
    let queue = browser.get(QUEUE).await;
    queue.attribute("#cau-hoi a", "href").unwrap_or_else(|| panic!("{}", queue.text()))
}

/// Answers with the version that the page shows.
async fn answered(browser: &Browser, question: &str, words: &str) -> Answer {
    let version = version_of(browser, question).await;
    browser.send(&format!("{question}/tra-loi"), &[("words", words), ("version", &version)]).await
}

async fn version_of(browser: &Browser, page: &str) -> String {
    browser.get(page).await.attribute("input[name=version]", "value").unwrap()
}

/// The mails to an address, the oldest first: subject and text.
async fn mails_to(house: &TestHouse, address: &str) -> Vec<(String, String)> {
    let mut db = house.house().read().await.unwrap();
    let sql = "SELECT subject, body FROM outbox WHERE recipient = $1 ORDER BY at, id";
    let rows = db.all(sql, params![address]).await.unwrap();
    rows.iter().map(|row| (row.text("subject").unwrap(), row.text("body").unwrap())).collect()
}

async fn only_desk(house: &TestHouse, edition: EditionId) -> Desk {
    let mut db = house.house().read().await.unwrap();
    desks_of(&mut db, edition).await.unwrap().remove(0)
}

both! {
    async fn a_stranger_asks_and_reads_the_answer_by_link_and_by_mail(house: TestHouse) {
        with_a_desk(&house).await;
        let stranger = house.browser();
        let link = asked_by(&stranger, &a_stranger()).await;
        assert!(link.starts_with("/hoi-dap/") && !link.contains("hanh"), "{link}");
        let officer = house.signed_in("chuyenvien").await;
        let question = at_the_office(&officer).await;
        assert!(officer.get(&question).await.says("Đỗ Thị Hạnh, Trường THPT Minh Họa"));
        house.set_clock("2021-03-15T09:20:00+07:00");
        assert_eq!(answered(&officer, &question, ANSWER).await.status(), 303);
        // Page and mails say the same, word for word.
        let page = house.browser().get(&link).await;
        let mails = mails_to(&house, "hanh@vidu.invalid").await;
        assert_eq!(page.select(".ht-box .ht-prose").len(), 2);
        for (words, (subject, body)) in [QUESTION, ANSWER].into_iter().zip(&mails) {
            assert!(words.lines().all(|line| page.says(line)), "{}", page.text());
            assert!(body.contains(words), "{body}");
            assert!(subject.contains("Câu hỏi số 1") && !subject.contains("Hạnh"), "{subject}");
        }
        // The link in the answer's mail leads to the same thread, and no address tells who asked.
        let second = mails[1].1.split_whitespace().find(|word| word.contains("/hoi-dap/")).unwrap();
        let second = second.split_once("/hoi-dap/").unwrap().1;
        assert_eq!(house.browser().get(&format!("/hoi-dap/{second}")).await.select("h1"), ["Câu hỏi số 1"]);
    }

    async fn of_a_link_only_the_hash_is_kept_and_a_wrong_one_opens_nothing(house: TestHouse) {
        with_a_desk(&house).await;
        let link = asked_by(&house.browser(), &a_stranger()).await;
        let token = link.strip_prefix("/hoi-dap/").unwrap();
        let mut db = house.house().read().await.unwrap();
        let kept = db.all("SELECT token_hash FROM helpdesk_links", params![]).await.unwrap();
        assert!(!kept.is_empty() && kept.iter().all(|row| row.text("token_hash").unwrap() != token));
        let wrong = format!("{}A", &link[..link.len() - 1]);
        let wrong = if wrong == link { format!("{}B", &link[..link.len() - 1]) } else { wrong };
        assert_eq!(house.browser().get(&wrong).await.status(), 404);
        assert_eq!(house.browser().send(&wrong, &[("words", "Thử")]).await.status(), 404);
    }

    async fn an_empty_form_says_all_that_is_missing_and_keeps_what_was_typed(house: TestHouse) {
        with_a_desk(&house).await;
        let answer = house.browser().send(ASK, &[("words", ""), ("name", "A1"), ("unit", "Tổ 3")]).await;
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.attributes(".govuk-error-summary a", "href"), ["#words", "#name", "#email", "#consent"]);
        assert_eq!(answer.attribute("#unit", "value").as_deref(), Some("Tổ 3"));
    }

    async fn somebody_signed_in_asks_by_account_and_nobody_else_reads_it(house: TestHouse) {
        with_a_desk(&house).await;
        house.account("tacgia", "Nguyễn Thị Ánh", &[Role::Author]).await;
        house.account("tacgia2", "Lê Văn Khác", &[Role::Author]).await;
        let author = house.signed_in("tacgia").await;
        let thread = asked_by(&author, &[("words", QUESTION)]).await;
        assert!(author.get(&thread).await.says(QUESTION));
        assert!(author.get("/hoi-dap-cua-toi").await.says(QUESTION));
        assert_eq!(house.signed_in("tacgia2").await.get(&thread).await.status(), 404);
        assert_eq!(house.browser().get(&thread).await.status(), 303);
        // The account says who they are; the question keeps no second copy of it.
        let mut db = house.house().read().await.unwrap();
        let row = db.one("SELECT asker_name, asker_email FROM helpdesk_questions", params![]).await.unwrap();
        assert_eq!((row.text("asker_name").unwrap(), row.text("asker_email").unwrap()), (String::new(), String::new()));
    }

    async fn whoever_asks_too_often_waits(house: TestHouse) {
        with_a_desk(&house).await;
        let browser = house.browser_at("192.0.2.7");
        for number in 0..12 {
            let mail = format!("nguoi{number}@vidu.invalid");
            let mut fields = a_stranger();
            fields[2] = ("email", &mail);
            asked_by(&browser, &fields).await;
        }
        let thirteenth = browser.send(ASK, &a_stranger()).await;
        assert_eq!(thirteenth.status(), 200);
        assert!(thirteenth.says("Đã gửi nhiều câu hỏi liên tiếp"), "{}", thirteenth.text());
        assert_eq!(thirteenth.attribute("#name", "value").as_deref(), Some("Đỗ Thị Hạnh"));
        asked_by(&house.browser_at("192.0.2.8"), &a_stranger()).await;
    }

    async fn a_telephone_call_is_recorded_in_three_fields(house: TestHouse) {
        with_a_desk(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let told = [("who", "Chị Hoa, UBND huyện Tiên Yên"), ("words", QUESTION), ("answer", ""), ("channel", "telephone")];
        let recorded = officer.send(&format!("{QUEUE}/ghi"), &told).await;
        assert_eq!(recorded.status(), 303, "{}", recorded.text());
        let page = officer.get(recorded.location()).await;
        assert!(page.says("Mới") && page.says("Chị Hoa, UBND huyện Tiên Yên"));
        let told = [("who", "Anh Nam"), ("words", QUESTION), ("answer", ANSWER), ("channel", "chat")];
        let recorded = officer.send(&format!("{QUEUE}/ghi"), &told).await;
        assert!(officer.get(recorded.location()).await.says("Đã trả lời"));
        let closing = officer.get(&format!("{}/dong", recorded.location())).await;
        assert!(closing.says("không mở lại được"), "nobody can write again: {}", closing.text());
        // How it came is one of those that are recorded.
        let told = [("who", "Anh Nam"), ("words", QUESTION), ("answer", ""), ("channel", "portal")];
        assert_eq!(officer.send(&format!("{QUEUE}/ghi"), &told).await.attributes(".govuk-error-summary a", "href"), ["#channel"]);
        // The summary stands far above the fields, so each sentence names its own.
        let empty = [("who", ""), ("words", ""), ("answer", ""), ("channel", "telephone")];
        let refused = officer.send(&format!("{QUEUE}/ghi"), &empty).await;
        assert_eq!(refused.select(".govuk-error-summary a"), ["Vui lòng ghi người hỏi, đơn vị.", "Vui lòng ghi câu hỏi."]);
        let long = "a".repeat(4_001);
        let long = [("who", "Anh Nam"), ("words", QUESTION), ("answer", long.as_str()), ("channel", "chat")];
        let refused = officer.send(&format!("{QUEUE}/ghi"), &long).await;
        assert!(refused.select(".govuk-error-summary a").join(" ").starts_with("Câu trả lời dài "), "{}", refused.text());
        let unsaid = officer.send(&format!("{}/tra-loi", recorded.location()), &[("words", ""), ("version", "1")]).await;
        assert_eq!(unsaid.select(".govuk-error-summary a"), ["Vui lòng ghi câu trả lời."]);
    }

    async fn who_called_is_called_back_or_mailed_and_the_page_says_which(house: TestHouse) {
        with_a_desk(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let told = |phone: &'static str, email: &'static str, answer: &'static str| {
            let reach = [("phone", phone), ("email", email), ("answer", answer)];
            [("who", "Chị Hoa"), ("words", QUESTION), ("channel", "telephone")].into_iter().chain(reach).collect::<Vec<_>>()
        };
        let record = format!("{QUEUE}/ghi");
        let refused = officer.send(&record, &told("12", "", "")).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#phone"]);
        let refused = officer.send(&record, &told("", "hoa", "")).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#email"]);
        // By telephone only: nothing is sent, and whom to call is said.
        let recorded = officer.send(&record, &told("0203 000 0077", "", "")).await;
        let page = officer.get(recorded.location()).await;
        assert!(page.says("gọi lại 0203 000 0077") && page.says("Ghi câu trả lời"), "{}", page.text());
        let given = answered(&officer, recorded.location(), ANSWER).await;
        let said = officer.get(given.location()).await;
        assert!(said.says("Nhớ gọi lại cho Chị Hoa, điện thoại 0203 000 0077."), "{}", said.text());
        // Without either the asker is told by whoever knows them.
        let recorded = officer.send(&record, &told("", "", "")).await;
        let given = answered(&officer, recorded.location(), ANSWER).await;
        assert!(officer.get(given.location()).await.says("Đã ghi. Nhớ báo cho Chị Hoa."));
        assert!(mails_to(&house, "").await.is_empty());
        // With an address the answer goes by mail, also what was answered at once.
        let recorded = officer.send(&record, &told("", "hoa@vidu.invalid", "")).await;
        assert!(officer.get(recorded.location()).await.says("Gửi trả lời"));
        let given = answered(&officer, recorded.location(), ANSWER).await;
        assert!(officer.get(given.location()).await.says("Đã gửi câu trả lời."));
        let recorded = officer.send(&record, &told("", "hoa@vidu.invalid", ANSWER)).await;
        assert!(officer.get(recorded.location()).await.says("gửi câu trả lời qua thư"));
        let mails = mails_to(&house, "hoa@vidu.invalid").await;
        assert_eq!(mails.iter().filter(|(_, body)| body.contains(ANSWER)).count(), 2);
        // Whoever answered sees whether it left; others do not see it, and the text is not shown.
        let own = officer.get("/thu-da-gui").await;
        let rows = own.select("#thu-di tbody tr");
        assert_eq!(rows.iter().filter(|row| row.contains("hoa@vidu.invalid")).count(), 2, "{rows:?}");
        assert!(!own.says("Cả ba người cùng đứng tên."), "{}", own.text());
        house.account("chuyenvien.hai", "Vũ Văn Bốn", &[Role::AgencyOfficer]).await;
        let other = house.signed_in("chuyenvien.hai").await.get("/thu-da-gui").await;
        assert!(other.says("Thư hệ thống gửi sẽ hiện ở đây."), "{}", other.text());
        assert_eq!(house.signed_in("thuky").await.get("/thu-da-gui").await.status(), 403);
    }

    async fn a_question_goes_from_new_to_closed_and_its_asker_opens_it_again(house: TestHouse) {
        let office = with_a_desk(&house).await;
        let stranger = house.browser();
        let link = asked_by(&stranger, &a_stranger()).await;
        let officer = house.signed_in("chuyenvien").await;
        let question = at_the_office(&officer).await;
        let state = async || officer.get(&question).await.select(".govuk-summary-list .ht-tag").join("");
        assert_eq!(state().await, "Mới");
        let version = version_of(&officer, &question).await;
        let to = office.officer.to_string();
        officer.send(&format!("{question}/giao"), &[("to", &to), ("version", &version)]).await;
        assert_eq!(state().await, "Đang xử lý");
        // What has no answer cannot be closed.
        let version = version_of(&officer, &question).await;
        let refused = officer.send(&format!("{question}/dong"), &[("version", &version)]).await;
        assert!(refused.says("Câu hỏi chưa được trả lời"), "{}", refused.text());
        answered(&officer, &question, ANSWER).await;
        assert_eq!(state().await, "Đã trả lời");
        let read = officer.get(&format!("{question}/dong")).await;
        assert!(read.says(QUESTION) && read.says("trừ khi người hỏi viết thêm"), "{}", read.text());
        assert_eq!(state().await, "Đã trả lời", "it was only read back");
        let version = read.attribute("input[name=version]", "value").unwrap();
        officer.send(&format!("{question}/dong"), &[("version", &version)]).await;
        assert_eq!(state().await, "Đã đóng");
        assert_eq!(stranger.send(&link, &[("words", "Còn nhóm năm người thì sao?")]).await.status(), 303);
        assert_eq!(state().await, "Đang xử lý");
        assert!(officer.get(&question).await.says("Còn nhóm năm người thì sao?"));
    }

    async fn of_two_who_answer_at_once_the_second_sees_the_first_and_loses_nothing(house: TestHouse) {
        with_a_desk(&house).await;
        asked_by(&house.browser(), &a_stranger()).await;
        let officer = house.signed_in("chuyenvien").await;
        let question = at_the_office(&officer).await;
        let version = version_of(&officer, &question).await;
        answered(&officer, &question, ANSWER).await;
        let secretary = house.signed_in("thuky").await;
        let second = secretary.send(&format!("{question}/tra-loi"), &[("words", "Trả lời thứ hai"), ("version", &version)]).await;
        assert!(second.says("Người khác vừa thay đổi mục này") && second.says("Trả lời thứ hai"), "{}", second.text());
        assert_eq!(mails_to(&house, "hanh@vidu.invalid").await.len(), 2, "receipt and one answer");
    }

    async fn a_deputy_is_told_when_the_officer_is_away(house: TestHouse) {
        let office = with_a_desk(&house).await;
        asked_by(&house.browser(), &a_stranger()).await;
        let told = async |login: &str| mails_to(&house, &format!("{login}@vidu.invalid")).await.len();
        assert_eq!((told("chuyenvien").await, told("thuky").await), (1, 0));
        let (officer, secretary) = (house.signed_in("chuyenvien").await, house.signed_in("thuky").await);
        assert!(officer.get(QUEUE).await.says("Đang chờ anh/chị (1)"));
        assert!(!secretary.get(QUEUE).await.says("Đang chờ anh/chị"));
        assert!(officer.get("/ban-lam-viec").await.says("1 câu hỏi đang chờ"));
        let desk = only_desk(&house, office.edition).await;
        let place = format!("{QUEUE}/ban/{}/nguoi/{}", office.desk, desk.members[0].id);
        let days = [("absent_from", "15/3/2021"), ("absent_to", "19/3/2021"), ("to", "")];
        assert_eq!(officer.send(&place, &days).await.status(), 303);
        assert!(secretary.get(QUEUE).await.says("Đang chờ anh/chị (1)"));
        assert!(!officer.get(QUEUE).await.says("Đang chờ anh/chị"));
        assert!(house.browser().get("/ky/quang-ninh-viii").await.says("vắng đến hết 19/3/2021"));
    }

    async fn the_officers_are_named_where_people_look_for_them(house: TestHouse) {
        with_a_desk(&house).await;
        house.account("tacgia", "Nguyễn Thị Ánh", &[Role::Author]).await;
        for page in ["/", "/ky/quang-ninh-viii", PORTAL] {
            let page = house.browser().get(page).await;
            assert!(page.says("Ban Khoa học công nghệ") && page.says("Bùi Thị Sen , Phó trưởng Ban"), "{}", page.text());
            assert!(page.says("0203 000 0001") && page.says("07:30–11:30, 13:30–17:00, thứ Hai đến thứ Sáu"));
        }
        assert!(house.signed_in("tacgia").await.get("/ho-so-cua-toi").await.says("Ban Khoa học công nghệ"));
    }

    async fn what_is_published_names_nobody_and_is_found_without_marks(house: TestHouse) {
        with_a_desk(&house).await;
        asked_by(&house.browser(), &a_stranger()).await;
        let officer = house.signed_in("chuyenvien").await;
        let question = at_the_office(&officer).await;
        answered(&officer, &question, ANSWER).await;
        // The office finds who asked; the name stands in no address.
        assert_eq!(officer.send(QUEUE, &[("tim", "do thi hanh")]).await.select("#cau-hoi tbody tr").len(), 1);
        for nothing in ["khong co ai", "%", "hanh_"] {
            assert!(officer.send(QUEUE, &[("tim", nothing)]).await.select("#cau-hoi tbody tr").is_empty(), "{nothing}");
        }
        assert_eq!(officer.get(&format!("{QUEUE}?tim=do+thi+hanh")).await.status(), 422);
        let offered = officer.get(&question).await.attribute("a[href*='cong-khai/moi']", "href").unwrap();
        let form = officer.get(&offered).await;
        assert!(form.says(QUESTION) && form.says("không nhắc tên giải pháp dự thi"));
        let from = form.attribute("input[name=from]", "value").unwrap();
        let text = |answer: &'static str| {
            let place = ("place", "1");
            [("from", from.as_str()), ("category", "Tác giả"), place, ("question", QUESTION), ("answer", answer), ("version", "")]
        };
        // The form does not carry the question's address back to a page that is asked nothing.
        let send = form.attribute("form.ht-form", "action").unwrap();
        assert_eq!(send, format!("{QUEUE}/cong-khai/moi"));
        for named in ["Chào chị đỗ thị HẠNH, cả ba cùng đứng tên.", "Đã trả lời qua hanh@vidu.invalid.", "Nhóm ở trường THPT minh họa cùng đứng tên."] {
            let refused = officer.send(&send, &text(named)).await;
            assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#answer"], "{named}");
        }
        assert_eq!(officer.send(&send, &text(ANSWER)).await.status(), 303);
        let found = house.browser().get(&format!("{PORTAL}?tim=TY+LE+dong+gop")).await;
        assert!(found.says(QUESTION) && found.says("Tác giả"), "{}", found.text());
        assert!(!found.text().contains("Hạnh") && !found.text().contains("vidu.invalid"));
        for nothing in ["kinh+phi", "%25", "_"] {
            assert!(!house.browser().get(&format!("{PORTAL}?tim={nothing}")).await.says(QUESTION), "{nothing}");
        }
        let api: serde_json::Value = house.browser().get("/api/v1/answers?edition=quang-ninh-viii").await.json();
        assert_eq!(api[0]["question"], QUESTION);
        // Taken back, it is gone.
        let text = officer.get(&format!("{QUEUE}/cong-khai")).await.attribute("#cong-khai a", "href").unwrap();
        let read = officer.get(&format!("{text}/go")).await;
        assert!(read.says(QUESTION) && read.says("Cả ba người cùng đứng tên."), "{}", read.text());
        assert!(house.browser().get(PORTAL).await.says(QUESTION), "it was only read back");
        assert_eq!(officer.send(&format!("{text}/go"), &[]).await.status(), 303);
        assert!(!house.browser().get(PORTAL).await.says(QUESTION));
    }

    async fn a_call_that_was_recorded_is_published_without_whoever_called(house: TestHouse) {
        with_a_desk(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let told = [("who", "Chị Hoa, UBND huyện Tiên Yên"), ("words", QUESTION), ("answer", ANSWER), ("channel", "telephone")];
        let recorded = officer.send(&format!("{QUEUE}/ghi"), &told).await.location().to_owned();
        let offered = officer.get(&recorded).await.attribute("a[href*='cong-khai/moi']", "href").unwrap();
        let from = officer.get(&offered).await.attribute("input[name=from]", "value").unwrap();
        let send = format!("{QUEUE}/cong-khai/moi");
        let text = |question: &'static str| {
            let place = ("place", "1");
            [("from", from.as_str()), ("category", "Tác giả"), place, ("question", question), ("answer", ANSWER), ("version", "")]
        };
        let refused = officer.send(&send, &text("Ở UBND huyện Tiên Yên ai đứng tên?")).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#question"]);
        assert!(refused.says("tên, đơn vị hoặc cách liên hệ"), "{}", refused.text());
        assert_eq!(officer.send(&send, &text(QUESTION)).await.status(), 303);
    }

    async fn a_desk_that_is_shut_says_when_it_opens_again(house: TestHouse) {
        with_a_desk(&house).await;
        let portal = async |at: &str| {
            house.set_clock(at);
            house.browser().get("/ky/quang-ninh-viii").await
        };
        assert!(!portal("2021-03-15T09:05:00+07:00").await.says("Ngoài giờ; mở lại"), "it is open");
        assert!(portal("2021-03-15T12:00:00+07:00").await.says("Ngoài giờ; mở lại lúc 13:30 hôm nay."));
        let friday = portal("2021-03-19T17:30:00+07:00").await;
        assert!(friday.says("mở lại lúc 07:30, thứ Hai, ngày 22/3/2021"), "{}", friday.text());
        // 30/4 and 1/5 are holidays, and Monday is off for the Saturday among them.
        let eve = portal("2021-04-29T17:30:00+07:00").await;
        assert!(eve.says("mở lại lúc 07:30, thứ Ba, ngày 4/5/2021"), "{}", eve.text());
    }

    /// Nobody looks up the desk's number to write it into a letter.
    async fn a_letter_names_the_desk_with_its_telephone_and_hours(house: TestHouse) {
        with_a_desk(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let draft = officer.get("/ky/quang-ninh-viii/van-ban/moi?mau=trien-khai").await;
        let text = draft.select("textarea[name=text]").concat();
        assert!(text.contains("Ban Khoa học công nghệ (") && text.contains("điện thoại 0203 000 0001"), "{text}");
        assert!(text.contains("giờ làm việc 07:30–11:30, 13:30–17:00, từ thứ Hai đến thứ Sáu)"), "{text}");
    }

    async fn the_kit_names_the_same_desk_as_the_letter(house: TestHouse) {
        with_a_desk(&house).await;
        let news = house.browser().get("/ky/quang-ninh-viii/bo-tai-lieu/tin-bai.txt").await.text();
        assert!(news.contains("giờ làm việc") && news.contains("điện thoại"), "{news}");
    }

    async fn the_desk_is_the_office_s_alone(house: TestHouse) {
        with_a_desk(&house).await;
        asked_by(&house.browser(), &a_stranger()).await;
        let question = at_the_office(&house.signed_in("chuyenvien").await).await;
        house.account("giamkhao", "Lý Văn Chấm", &[Role::Judge]).await;
        house.account("uyvien", "Tống Thị Mai", &[Role::CommitteeMember]).await;
        for login in ["giamkhao", "uyvien"] {
            let browser = house.signed_in(login).await;
            for page in [QUEUE.to_owned(), question.clone(), format!("{QUEUE}/ban")] {
                assert_eq!(browser.get(&page).await.status(), 403, "{login} {page}");
            }
        }
        // The secretary answers but does not say who sits at a desk.
        let secretary = house.signed_in("thuky").await;
        assert_eq!(secretary.get(&question).await.status(), 200);
        assert_eq!(secretary.get(&format!("{QUEUE}/ban")).await.status(), 403);
    }
}
