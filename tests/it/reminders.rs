//! What is due is told once a day to whoever can do it; the record shows it; nothing of a dossier is in it.

use std::sync::Arc;

use hoithi::FromRooms;
use hoithi_journal::{OutboxMail, outbox_mails};
use hoithi_reminders::{KnownDue, tell_what_is_due, tell_who_waits};
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::{Role, Scope};
use hoithi_store::params;
use hoithi_testkit::{Browser, TestHouse, both};
use jiff::civil::date;

use crate::campaign::letter::{TOWN, districts, send};
use crate::campaign::sent;
use crate::correspondence::{REGISTER, SCAN, chain, launched, sign, signed_letter};
use crate::entries::{begun, contest};
use crate::judging::{JUDGES, TITLES, with_a_jury};
use crate::reporting::{fields, judged, page_of_the_one};
use crate::screening::{decide, received};
use crate::sending::{ISLAND, island_s, known_at};

const RECORD: &str = "/nhac-viec";
const SETTINGS: &str = "/nhac-viec/cai-dat";

/// Asks what is due by that clock; to how many people it was told.
async fn look(house: &TestHouse, at: &str) -> usize {
    house.set_clock(at);
    let known: Arc<dyn KnownDue> = Arc::new(FromRooms);
    tell_what_is_due(house.house(), &known).await.unwrap()
}

/// Asks by that clock who waits for mail; to how many people it was told by telephone.
async fn wait(house: &TestHouse, at: &str) -> usize {
    house.set_clock(at);
    let known: Arc<dyn KnownDue> = Arc::new(FromRooms);
    tell_who_waits(house.house(), &known).await.unwrap()
}

async fn mails(house: &TestHouse) -> Vec<OutboxMail> {
    outbox_mails(&mut house.house().read().await.unwrap(), 100).await.unwrap()
}

/// The reminders in the outbox to that address, the newest first.
async fn reminders(house: &TestHouse, to: &str) -> Vec<OutboxMail> {
    let all = mails(house).await.into_iter();
    all.filter(|mail| mail.recipient == to && mail.subject.starts_with("Nhắc việc Hội thi")).collect()
}

/// What the settings' form shows, with some fields changed.
fn chosen<'a>(changes: &[(&'a str, &'a str)], version: &'a str) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("digest", "7"),
        ("quiet_from", "20"),
        ("quiet_to", "7"),
        ("patience", "4"),
        ("on_confirmation", "1"),
        ("days_confirmation", "3, 7"),
        ("on_task", "1"),
        ("days_task", "7, 2"),
        ("on_report", "1"),
        ("days_report", "14, 3"),
        ("on_correction", "1"),
        ("days_correction", "1, 5"),
        ("on_late", "1"),
        ("days_late", "1, 7"),
        ("on_draft", "1"),
        ("days_draft", "14, 3, 1"),
        ("on_sheets", "1"),
        ("days_sheets", "7, 2"),
        ("on_stage", "1"),
        ("days_stage", "3"),
        ("on_signature", "1"),
        ("days_signature", "1, 3"),
        ("on_meeting", "1"),
        ("days_meeting", "1"),
        ("on_question", "1"),
        ("days_question", "1, 3"),
        ("version", version),
    ];
    let kept = usual.into_iter().filter(|(name, _)| !changes.iter().any(|(other, _)| other == name));
    kept.chain(changes.iter().copied()).filter(|(_, value)| !value.is_empty()).collect()
}

const ISLANDER: &str = "coto@vidu.invalid";

/// The island has a person with mail and no account, and its letter.
async fn written_to_the_island(house: &TestHouse) -> (Browser, UnitId) {
    launched(house).await;
    let units = districts(house).await;
    known_at(house, units[ISLAND]).await;
    let letter = signed_letter(house).await;
    let officer = house.signed_in("chuyen.vien").await;
    assert_eq!(send(&officer, letter, &[units[ISLAND].to_string()]).await.status(), 303);
    (officer, units[ISLAND])
}

both! {
    /// A task that was sent back is named from the day after, though its own day was named before.
    async fn a_task_that_was_sent_back_is_named(house: TestHouse) {
        let sent = sent(&house).await;
        let (desk, task) = (sent.desk(&house).await, sent.standing(&house, TOWN).await.tasks[3].id);
        assert_eq!(sent.contact.send(&format!("{desk}/xac-nhan"), &[]).await.status(), 303);
        let done = [("answer", "done"), ("evidence", "Quyết định 12/QĐ-UBND"), ("reason", "")];
        assert_eq!(sent.contact.send(&format!("{desk}/viec/{task}"), &done).await.status(), 303);
        let back = format!("/ky/quang-ninh-viii/tien-do/{}/viec/{task}/tra-lai", sent.units[TOWN]);
        assert_eq!(sent.officer.send(&back, &[("reason", "Thiếu danh sách")]).await.status(), 303);
        assert_eq!(look(&house, "2020-08-20T07:30:00+07:00").await, 1);
        let told = reminders(&house, "dong.trieu@vidu.invalid").await;
        let says = "1 nhiệm vụ của Công văn 213/LHH-KHCN được trả lại để làm tiếp ngày 19/8/2020.";
        assert!(told.len() == 1 && told[0].body.contains(says), "{told:?}");
    }

    /// By count and day: a subject may name people.
    async fn the_leader_hears_of_what_waits_for_a_signature(house: TestHouse) {
        launched(&house).await;
        house.set_clock("2020-08-20T09:00:00+07:00");
        let officer = house.signed_in("chuyen.vien").await;
        let [.., letter] = chain(&officer).await;
        let path = format!("{REGISTER}/{letter}");
        let version = officer.get(&path).await.attribute("input[name=version]", "value").unwrap();
        assert_eq!(officer.send(&format!("{path}/trinh-ky"), &[("version", &version)]).await.status(), 303);
        look(&house, "2020-08-21T07:10:00+07:00").await;
        let told = reminders(&house, "lanh.dao@vidu.invalid").await;
        assert!(told.iter().any(|mail| mail.body.contains("1 văn bản trình ký ngày 20/8/2020 chưa ký")), "{told:?}");
        let signed = sign(&officer, letter, "213/LHH-KHCN", "19/8/2020", true).await;
        assert_eq!(signed.status(), 303);
        look(&house, "2020-08-23T07:10:00+07:00").await;
        let again = reminders(&house, "lanh.dao@vidu.invalid").await;
        assert!(again.iter().filter(|mail| mail.body.contains("chưa ký")).count() == 1, "{again:?}");
    }

    /// A unit that is silent is told after three days, once, in the morning.
    async fn a_unit_is_reminded_of_its_letter_in_one_mail(house: TestHouse) {
        let all = sent(&house).await;
        let town = "dong.trieu@vidu.invalid";
        assert_eq!(look(&house, "2020-08-21T09:00:00+07:00").await, 0, "two days are patience");
        assert_eq!(look(&house, "2020-08-22T06:59:00+07:00").await, 0, "nobody is written at night");
        assert_eq!(look(&house, "2020-08-22T07:01:00+07:00").await, 1);
        assert_eq!(look(&house, "2020-08-22T07:11:00+07:00").await, 0, "asked again it says nothing twice");
        assert_eq!(look(&house, "2020-08-23T09:00:00+07:00").await, 0);
        let told = reminders(&house, town).await;
        assert_eq!(told.len(), 1);
        assert!(told[0].body.contains("Công văn 213/LHH-KHCN chưa được xác nhận, gửi ngày 19/8/2020."), "{}", told[0].body);
        assert!(told[0].body.contains("/don-vi/cong-viec") && told[0].body.contains("/nhac-viec/cua-toi"), "{}", told[0].body);
        assert_eq!(told[0].state, "waiting", "the outbox carries it");
        let letter = all.standing(&house, TOWN).await.sendings[0].sending.document;
        let recipients = all.officer.get(&format!("/ky/quang-ninh-viii/noi-nhan/{letter}")).await;
        let rows = recipients.select("#noi-nhan tbody tr");
        let reminded: Vec<_> = rows.iter().filter(|row| row.contains("hệ thống tự nhắc")).collect();
        assert!(reminded.len() == 1 && reminded[0].contains(TOWN) && reminded[0].contains("22/8/2020"), "{rows:?}");
        // All of one morning is one mail: tasks of the letter and a report due later join the second.
        assert_eq!(look(&house, "2021-06-23T09:00:00+07:00").await, 1);
        let told = reminders(&house, town).await;
        assert!(told[0].body.contains("nhiệm vụ của Công văn 213/LHH-KHCN chưa trả lời, hạn 30/6/2021."), "{}", told[0].body);
    }

    /// Who has no account is told by mail too, without the secret of a link, and says there that it is enough.
    async fn a_unit_without_an_account_is_reminded_and_may_want_no_mail(house: TestHouse) {
        let (officer, _) = written_to_the_island(&house).await;
        look(&house, "2020-08-22T07:01:00+07:00").await;
        look(&house, "2020-08-22T09:01:00+07:00").await;
        let told = reminders(&house, ISLANDER).await;
        assert_eq!(told.len(), 1, "once a day");
        let body = &told[0].body;
        assert!(body.contains("Công văn 213/LHH-KHCN chưa được xác nhận, gửi ngày 19/8/2020."), "{body}");
        assert!(body.contains("Xin trả lời bằng liên kết riêng"), "{body}");
        assert!(!body.contains("/lien-ket/") && !body.contains("/don-vi/cong-viec"), "{body}");
        let record = officer.get(RECORD).await.select("#nhac-viec tbody tr");
        assert!(record.iter().any(|row| row.contains(ISLAND) && row.contains("thư điện tử")), "{record:?}");
        let (_, after) = body.split_once("/nhac-viec/thoi/").unwrap();
        let enough = format!("/nhac-viec/thoi/{}", after.split_whitespace().next().unwrap());
        let reader = house.browser();
        assert!(reader.get(&enough).await.says("Tôi không nhận thư nhắc nữa"));
        assert_eq!(reader.send(&enough, &[]).await.status(), 303);
        assert!(reader.get(&enough).await.says("không còn nhận thư nhắc"));
        look(&house, "2020-08-26T08:00:00+07:00").await;
        assert_eq!(reminders(&house, ISLANDER).await.len(), 1);
        assert_eq!(reader.send(&enough, &[("wanted", "1")]).await.status(), 303);
        look(&house, "2020-08-26T08:10:00+07:00").await;
        assert_eq!(reminders(&house, ISLANDER).await.len(), 2);
        assert_eq!(reader.get("/nhac-viec/thoi/khong-co").await.status(), 404);
    }

    /// An officer took the link back: nothing of the letter is told there any more.
    async fn whose_link_was_taken_back_is_reminded_of_nothing(house: TestHouse) {
        let (officer, unit) = written_to_the_island(&house).await;
        let (letter, sending) = island_s(&house, unit).await;
        let links = format!("/ky/quang-ninh-viii/noi-nhan/{letter}/lien-ket/{sending}");
        assert_eq!(officer.send(&links, &[("step", "revoke")]).await.status(), 303);
        look(&house, "2020-08-22T07:01:00+07:00").await;
        assert!(reminders(&house, ISLANDER).await.is_empty());
    }

    async fn what_was_done_is_reminded_of_no_more(house: TestHouse) {
        sent(&house).await;
        let contact = house.signed_in("dong.trieu").await;
        let desk = contact.get("/don-vi/cong-viec").await;
        let letter = desk.attributes("main a", "href").into_iter().find(|href| href.len() > "/don-vi/cong-viec/".len() && href.starts_with("/don-vi/cong-viec/"));
        let letter = letter.unwrap_or_else(|| desk.location().to_owned());
        assert_eq!(contact.send(&format!("{letter}/xac-nhan"), &[]).await.status(), 303, "{letter}");
        assert_eq!(look(&house, "2020-08-22T09:00:00+07:00").await, 0);
    }

    async fn of_a_recalled_letter_nobody_is_reminded(house: TestHouse) {
        let sent = sent(&house).await;
        let letter = sent.standing(&house, TOWN).await.sendings[0].sending.document;
        let recall = [("reason", "Sai hạn nộp."), ("replaced_by", ""), ("step", "do")];
        let path = format!("/ky/quang-ninh-viii/noi-nhan/{letter}/thu-hoi");
        assert_eq!(sent.officer.send(&path, &recall).await.status(), 303);
        assert_eq!(look(&house, "2020-08-22T07:01:00+07:00").await, 0);
        let todos = sent.officer.get("/ban-lam-viec").await.select(".ht-todo__what");
        assert!(!todos.iter().any(|todo| todo.contains("213/LHH-KHCN")), "{todos:?}");
    }

    /// What came and was given back waits for the unit again, from the day on which that was said.
    async fn a_report_that_was_given_back_is_reminded_of_until_it_comes_again(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        house.set_clock("2021-07-01T09:00:00+07:00");
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(judged(&sent.officer, &read, "1", "return", "Thiếu số của hai phường.").await.status(), 303);
        let town = "dong.trieu@vidu.invalid";
        let about = async || reminders(&house, town).await.into_iter().filter(|mail| mail.body.contains("trả lại")).count();
        look(&house, "2021-07-01T10:00:00+07:00").await;
        assert_eq!(about().await, 0, "on the day itself the unit sees it on its desk");
        look(&house, "2021-07-02T08:00:00+07:00").await;
        let told = reminders(&house, town).await;
        assert!(
            told[0].body.contains("Báo cáo theo Công văn 213/LHH-KHCN được trả lại để sửa ngày 1/7/2021, đơn vị chưa gửi lại."),
            "{}", told[0].body
        );
        assert!(!told[0].body.contains("hai phường"), "the words stay with the report: {}", told[0].body);
        assert_eq!(sent.contact.send_files(&own, &fields("1"), &[]).await.status(), 303);
        look(&house, "2021-07-06T08:00:00+07:00").await;
        assert_eq!(about().await, 1, "it came again");
    }

    /// A report that was approved while its signed paper had not come is reminded of until the paper comes.
    async fn a_signed_paper_that_is_missing_is_reminded_of(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        house.set_clock("2021-07-01T09:00:00+07:00");
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        let read = page_of_the_one(&house, sent.edition).await;
        let exception = judged(&sent.officer, &read, "1", "unsigned", "Bản giấy gửi qua bưu điện.").await;
        assert_eq!(exception.status(), 303, "{}", exception.text());
        let town = "dong.trieu@vidu.invalid";
        look(&house, "2021-07-02T08:00:00+07:00").await;
        let line = "Báo cáo theo Công văn 213/LHH-KHCN được duyệt ngày 1/7/2021 khi chưa có bản đã ký, đóng dấu";
        let about = async || reminders(&house, town).await.into_iter().filter(|mail| mail.body.contains(line)).count();
        assert_eq!(about().await, 1);
        let paper: &[(&str, &str, &[u8])] = &[("signed-paper", "ban-ky.pdf", SCAN)];
        assert_eq!(sent.contact.send_files(&format!("{own}/giay"), &[("seen", "1")], paper).await.status(), 303);
        look(&house, "2021-07-06T08:00:00+07:00").await;
        assert_eq!(about().await, 1, "it has come");
    }

    /// A task that one of the unit's people was given is told to that person; the others keep theirs.
    async fn a_task_is_told_to_whom_the_unit_gave_it(house: TestHouse) {
        let sent = sent(&house).await;
        let other = house.account_for("dong.trieu.hai", "Lục Thị Hà", &[(Role::UnitContact, Scope::Unit(sent.units[TOWN]))]).await;
        house.tamper("UPDATE tasks SET assignee = $1", params![other.uuid()]).await;
        look(&house, "2021-06-23T09:00:00+07:00").await;
        let tasks = async |to: &str| {
            let told = reminders(&house, to).await.into_iter();
            told.filter(|mail| mail.body.contains("nhiệm vụ của Công văn 213/LHH-KHCN chưa trả lời")).count()
        };
        assert_eq!(tasks("dong.trieu.hai@vidu.invalid").await, 1);
        assert_eq!(tasks("dong.trieu@vidu.invalid").await, 0);
    }

    /// Who has one task by a link and mail is told of that one, until the unit gives it to somebody else.
    async fn whoever_has_a_task_by_a_link_is_reminded_of_it(house: TestHouse) {
        let sent = sent(&house).await;
        let tasks = sent.standing(&house, TOWN).await.tasks;
        let due = Some(date(2021, 6, 30));
        let task = tasks.iter().find(|task| task.due == due && !task.kind.is_encouraged_only()).unwrap().id;
        let give = format!("{}/viec/{task}/giao-nguoi", sent.desk(&house).await);
        let [first, second] = ["thon@vidu.invalid", "ban@vidu.invalid"];
        let typed = [("name", "Đỗ Văn Thôn"), ("phone", ""), ("email", first)];
        assert_eq!(sent.contact.send(&give, &typed).await.status(), 303);
        look(&house, "2021-06-23T09:00:00+07:00").await;
        let told = reminders(&house, first).await;
        assert_eq!(told.len(), 1);
        let line = "1 nhiệm vụ của Công văn 213/LHH-KHCN chưa trả lời, hạn 30/6/2021.";
        assert!(told[0].body.contains(line) && !told[0].body.contains("/lien-ket/"), "{}", told[0].body);
        let typed = [("name", "Vi Thị Bản"), ("phone", ""), ("email", second)];
        assert_eq!(sent.contact.send(&give, &typed).await.status(), 303);
        look(&house, "2021-06-28T09:00:00+07:00").await;
        assert_eq!((reminders(&house, first).await.len(), reminders(&house, second).await.len()), (1, 1));
    }

    /// The officer hears the next morning who is late, by number and not by name.
    async fn the_officer_is_told_how_many_units_are_late(house: TestHouse) {
        sent(&house).await;
        look(&house, "2021-07-01T08:00:00+07:00").await;
        let told = reminders(&house, "chuyen.vien@vidu.invalid").await;
        assert!(told.first().is_some_and(|mail| mail.body.contains("13 đơn vị quá hạn 30/6/2021 về nhiệm vụ của Công văn 213/LHH-KHCN.")), "{told:?}");
        look(&house, "2021-07-16T08:00:00+07:00").await;
        let told = reminders(&house, "chuyen.vien@vidu.invalid").await;
        assert!(told[0].body.contains("13 đơn vị quá hạn 15/7/2021 về báo cáo theo Công văn 213/LHH-KHCN."), "{}", told[0].body);
    }

    /// One mail about it, which leads to the list and its draft; nobody above is told. A Saturday waits for
    /// Monday: nobody can be urged before.
    async fn what_is_overdue_is_told_once_on_the_next_working_morning(house: TestHouse) {
        let sent = sent(&house).await;
        house.account("lanh.dao.hai", "Nông Văn Trưởng", &[Role::AgencyHead]).await;
        let letter = sent.standing(&house, TOWN).await.sendings[0].sending.document;
        house.tamper("UPDATE tasks SET due = '2021-07-02' WHERE due = '2021-06-30'", params![]).await;
        look(&house, "2021-07-03T08:00:00+07:00").await;
        look(&house, "2021-07-04T08:00:00+07:00").await;
        let officer = "chuyen.vien@vidu.invalid";
        let late = async || {
            let told = reminders(&house, officer).await;
            told.into_iter().filter(|mail| mail.body.contains("đơn vị quá hạn 2/7/2021")).collect::<Vec<_>>()
        };
        assert!(late().await.is_empty(), "the office is closed");
        look(&house, "2021-07-05T06:30:00+07:00").await;
        assert!(late().await.is_empty(), "it is not yet morning");
        look(&house, "2021-07-05T07:10:00+07:00").await;
        look(&house, "2021-07-05T07:20:00+07:00").await;
        let told = late().await;
        assert_eq!(told.len(), 1, "once, in the reminders alone");
        let path = format!("/ky/quang-ninh-viii/don-doc/{letter}/qua-han");
        assert!(told[0].body.contains(&path), "{}", told[0].body);
        assert!(sent.officer.get(&path).await.says("Lập dự thảo công văn đôn đốc"));
        let above = mails(&house).await.into_iter().filter(|mail| mail.recipient == "lanh.dao.hai@vidu.invalid");
        assert_eq!(above.filter(|mail| mail.body.contains("quá hạn")).count(), 0);
    }

    /// An author is told that something lies there, not what it is called.
    async fn an_author_with_a_draft_is_told_before_the_deadline(house: TestHouse) {
        contest(&house).await;
        begun(&house.signed_in("tac.gia").await, "Máy rửa than bằng nước tuần hoàn").await;
        look(&house, "2021-06-29T08:00:00+07:00").await;
        let told = reminders(&house, "tac.gia@vidu.invalid").await;
        assert_eq!(told.len(), 1);
        assert!(told[0].body.contains("1 hồ sơ dự thi đang lập chưa nộp, nhận đến hết ngày 30/6/2021"), "{}", told[0].body);
        assert!(!told[0].body.contains("Máy rửa than"), "{}", told[0].body);
        assert_eq!(look(&house, "2021-07-01T08:00:00+07:00").await, 0, "the door is closed; nobody is told of it now");
    }

    /// What was given back is urged by its own day, after the intake too.
    async fn an_author_is_told_of_a_completion_before_its_day(house: TestHouse) {
        contest(&house).await;
        let (_, desk) = received(&house, "Máy rửa than bằng nước tuần hoàn").await;
        let back = [("decision", "return"), ("reasons", "Thiếu dấu"), ("until", "9/7/2021")];
        assert_eq!(decide(&house.signed_in("thu.ky").await, &desk, &back).await.status(), 303);
        look(&house, "2021-07-08T08:00:00+07:00").await;
        let told = reminders(&house, "tac.gia@vidu.invalid").await;
        assert_eq!(told.len(), 1);
        assert!(told[0].body.contains("1 hồ sơ dự thi được đề nghị bổ sung, nộp lại đến hết ngày 9/7/2021"), "{}", told[0].body);
        assert!(!told[0].body.contains("Máy rửa than"), "{}", told[0].body);
    }

    /// A mail about a blind round says how many sheets, nothing of an entry.
    async fn a_judge_is_told_of_open_sheets_and_of_no_entry(house: TestHouse) {
        let contest = with_a_jury(&house).await;
        contest.marking().await;
        look(&house, "2021-08-08T08:00:00+07:00").await;
        let address = format!("{}@vidu.invalid", JUDGES[0].0);
        let told = reminders(&house, &address).await;
        assert_eq!(told.len(), 1, "{:?}", mails(&house).await.iter().map(|mail| &mail.recipient).collect::<Vec<_>>());
        assert!(told[0].body.contains("phiếu chấm chưa khóa ở") && told[0].body.contains("hạn 15/8/2021"), "{}", told[0].body);
        for mail in mails(&house).await.iter().filter(|mail| mail.subject.starts_with("Nhắc việc")) {
            let text = format!("{} {}", mail.subject, mail.body);
            assert!(!TITLES.iter().any(|title| text.contains(title)) && !text.contains("QN8-"), "{text}");
        }
        let keeper = house.signed_in("quantri").await;
        let record = keeper.get(&format!("{RECORD}?loai=sheets")).await;
        assert!(record.says("Giám khảo") && !TITLES.iter().any(|title| record.text().contains(title)), "{}", record.text());
        assert!(!record.text().contains("vidu.invalid"), "by role, not by address");
    }

    async fn the_house_chooses_what_when_and_when_never(house: TestHouse) {
        sent(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let page = officer.get(SETTINGS).await;
        assert_eq!(page.attribute("#days_draft", "value").as_deref(), Some("14, 3, 1"));
        let wrong = officer.send(SETTINGS, &chosen(&[("days_task", "mai"), ("quiet_to", "25")], "0")).await;
        assert_eq!(wrong.attributes(".govuk-error-summary a", "href"), ["#quiet_to", "#days_task"]);
        assert_eq!(wrong.attribute("#days_task", "value").as_deref(), Some("mai"), "nothing typed is lost");
        let two = officer.send(SETTINGS, &chosen(&[("days_task", "mai"), ("days_late", "")], "0")).await;
        let told = two.select(".govuk-error-summary a");
        assert!(told[0].starts_with("Nhiệm vụ sắp đến hạn: ghi từ một"), "{told:?}");
        assert!(told[1].starts_with("Đơn vị quá hạn: ghi từ một"), "{told:?}");
        let never = officer.send(SETTINGS, &chosen(&[("digest", "6")], "0")).await;
        assert!(never.says("nên sẽ không ai được nhắc"), "{}", never.text());
        let chosen_now = chosen(&[("on_confirmation", ""), ("on_stage", "")], "0");
        assert_eq!(officer.send(SETTINGS, &chosen_now).await.status(), 303);
        let meanwhile = officer.send(SETTINGS, &chosen_now).await;
        assert!(meanwhile.says("Người khác vừa thay đổi cài đặt"), "{}", meanwhile.text());
        assert_eq!(look(&house, "2020-08-22T09:00:00+07:00").await, 0, "this is told no more");
        let open = officer.get(SETTINGS).await;
        assert_eq!(open.attribute("#on_confirmation", "checked"), None);
        assert_eq!(officer.send(SETTINGS, &chosen(&[], "1")).await.status(), 303);
        assert_eq!(look(&house, "2020-08-22T09:00:00+07:00").await, 1);
        assert_eq!(house.signed_in("dong.trieu").await.get(SETTINGS).await.status(), 403);
        assert_eq!(officer.get(&format!("{RECORD}?sql=1")).await.status(), 422);
    }

    async fn a_person_may_want_no_mail(house: TestHouse) {
        sent(&house).await;
        let contact = house.signed_in("dong.trieu").await;
        assert_eq!(contact.send("/nhac-viec/cua-toi", &[]).await.status(), 303);
        assert_eq!(contact.get("/nhac-viec/cua-toi").await.attribute("#wanted", "checked"), None);
        assert_eq!(look(&house, "2020-08-22T09:00:00+07:00").await, 0);
        assert_eq!(contact.send("/nhac-viec/cua-toi", &[("wanted", "1")]).await.status(), 303);
        assert_eq!(look(&house, "2020-08-22T09:10:00+07:00").await, 1);
    }

    /// Mail does not leave and messages do: after the hours that the house chose a telephone is told, once.
    async fn who_waits_for_mail_is_told_by_telephone_after_some_hours(house: TestHouse) {
        sent(&house).await;
        house.tamper("UPDATE accounts SET phone = '0203 000 0001' WHERE login = 'dong.trieu'", params![]).await;
        look(&house, "2020-08-22T08:00:00+07:00").await;
        assert_eq!(wait(&house, "2020-08-22T11:30:00+07:00").await, 0, "mail is only slow");
        let down = "INSERT INTO outbox_channels (channel, down_since, failures, next_try, reason, words)
                    VALUES ($1, 0, 1, 0, 'unreachable', '')";
        house.tamper(down, params!["mail"]).await;
        assert_eq!(wait(&house, "2020-08-22T11:59:00+07:00").await, 0, "four hours are patience");
        house.tamper(down, params!["short"]).await;
        assert_eq!(wait(&house, "2020-08-22T12:01:00+07:00").await, 0, "there is no other way");
        house.tamper("DELETE FROM outbox_channels WHERE channel = 'short'", params![]).await;
        let officer = house.signed_in("chuyen.vien").await;
        assert_eq!(officer.send(SETTINGS, &chosen(&[("patience", "0")], "0")).await.status(), 303);
        assert_eq!(wait(&house, "2020-08-22T12:02:00+07:00").await, 0, "the house wants no messages");
        let wrong = officer.send(SETTINGS, &chosen(&[("patience", "73")], "1")).await;
        assert_eq!(wrong.attributes(".govuk-error-summary a", "href"), ["#patience"]);
        assert_eq!(officer.send(SETTINGS, &chosen(&[], "1")).await.status(), 303);
        assert_eq!(wait(&house, "2020-08-22T20:30:00+07:00").await, 0, "nobody is told in the quiet hours");
        assert_eq!(wait(&house, "2020-08-23T08:00:00+07:00").await, 1);
        assert_eq!(wait(&house, "2020-08-23T08:10:00+07:00").await, 0, "once");
        let all = mails(&house).await;
        let short: Vec<_> = all.iter().filter(|mail| mail.channel == "short").collect();
        assert_eq!((short.len(), short[0].recipient.as_str(), short[0].facts["count"].as_str()), (1, "0203 000 0001", "1"));
        let mail = reminders(&house, "dong.trieu@vidu.invalid").await;
        assert_eq!((mail.len(), mail[0].state.as_str()), (1, "waiting"), "the mail stays where it is");
        let rows = officer.get(RECORD).await.select("#nhac-viec tbody tr");
        assert!(rows.len() == 1 && rows[0].contains("thư điện tử đã nhắn tin thêm: chờ gửi"), "{rows:?}");
        let api: Vec<serde_json::Value> = officer.get("/api/v1/reminders").await.json();
        assert_eq!((api[0]["channel"].as_str(), api[0]["telephone"].as_str()), (Some("mail"), Some("waiting")));
    }

    /// Who has a telephone and no mail gets a short message; who has neither has to be called.
    async fn the_record_says_by_which_way_and_with_what_result(house: TestHouse) {
        let sent = sent(&house).await;
        let other = *sent.units.values().next().unwrap();
        house.account_for("ba.che", "Lục Thị Hà", &[(Role::UnitContact, Scope::Unit(other))]).await;
        house.tamper("UPDATE accounts SET email = '', phone = '0203 000 0001' WHERE login = 'dong.trieu'", params![]).await;
        house.tamper("UPDATE accounts SET email = '', phone = '' WHERE login = 'ba.che'", params![]).await;
        assert_eq!(look(&house, "2020-08-22T09:00:00+07:00").await, 2);
        let short = mails(&house).await.into_iter().find(|mail| mail.channel == "short").unwrap();
        assert_eq!((short.recipient.as_str(), short.facts["count"].as_str()), ("0203 000 0001", "1"));
        let officer = house.signed_in("chuyen.vien").await;
        let rows = officer.get(RECORD).await.select("#nhac-viec tbody tr");
        assert_eq!(rows.len(), 2, "{rows:?}");
        assert!(rows.iter().any(|row| row.contains("tin nhắn") && row.contains("chờ gửi") && row.contains("Thị xã Đông Triều")), "{rows:?}");
        assert!(rows.iter().any(|row| row.contains("cần gọi điện") && row.contains("không có địa chỉ")), "{rows:?}");
        let to_call = officer.get(&format!("{RECORD}?loai=confirmation&cach=none")).await.select("#nhac-viec tbody tr");
        assert!(to_call.len() == 1 && to_call[0].contains("cần gọi điện"), "{to_call:?}");
        assert_eq!(officer.get(&format!("{RECORD}?cach=khac")).await.status(), 422);
        let api = officer.get("/api/v1/reminders?kind=confirmation").await;
        assert_eq!(api.json::<Vec<serde_json::Value>>().len(), 2);
        assert_eq!(officer.get("/api/v1/reminders?kind=khac").await.status(), 422);
        let second: Vec<serde_json::Value> = officer.get("/api/v1/reminders?after=1").await.json();
        assert_eq!(second, api.json::<Vec<serde_json::Value>>()[1..]);
        assert_eq!(officer.get("/api/v1/reminders?after=-1").await.status(), 422);
    }
}
