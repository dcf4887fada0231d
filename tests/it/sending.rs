//! Units without an account: reached by mail, by a slip, by hand; they answer by a personal link.

use std::collections::BTreeSet;

use axum::http::Method;
use hoithi_campaign::{LinkTry, holder, sendings_to, steps_of, tasks_of_sending};
use hoithi_contacts::{NewContact, Person, PersonForm, add_contact, contacts_on};
use hoithi_journal::{Channel, lines_about, machine_now, mail_lines_at, outbox_mails};
use hoithi_people::account_by_login;
use hoithi_post::{Carrier, deliver};
use hoithi_rules::campaign::{StepKind, Task};
use hoithi_rules::ids::{DocumentId, SendingId, UnitId};
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{Browser, TestHouse, both, square_codes, words_on_the_page};
use hoithi_units::{UnitLevel, units_of_level};
use jiff::Timestamp;
use jiff::civil::date;

use crate::campaign::letter::{Sent, TOWN, as_read, districts, posted, send, sent};
use crate::correspondence::{launched, signed_letter};
use crate::word_files::unzipped;

pub(crate) const ISLAND: &str = "Huyện Cô Tô";

/// The island has a person in the directory and no account; then the letter goes out.
pub(crate) async fn sent_to_the_island(house: &TestHouse) -> (Sent, UnitId) {
    let sent = sent(house).await;
    let island = sent.units[ISLAND];
    (sent, island)
}

pub(crate) async fn known_at(house: &TestHouse, unit: UnitId) {
    let officer = house.account("danh.ba", "Lý Thị Bạ", &[Role::AgencyOfficer]).await;
    let form = PersonForm {
        name: "Phạm Văn Đảo",
        phone: "0203 000 0007",
        email: "coto@vidu.invalid",
        ..PersonForm::default()
    };
    let person = Person::parse(form).unwrap();
    let new = NewContact { unit, person, main: true, from: date(2020, 8, 1), source: "Danh sách".to_owned() };
    house.perform(officer, move |act| Box::pin(add_contact(act, new.clone()))).await.unwrap();
}

pub(crate) async fn island_s(house: &TestHouse, unit: UnitId) -> (DocumentId, SendingId) {
    let sent = sendings_to(&mut house.house().read().await.unwrap(), unit).await.unwrap();
    (sent[0].sending.document, sent[0].sending.id)
}

/// A new link as an officer reads it out.
pub(crate) async fn shown_link(officer: &Browser, letter: DocumentId, sending: SendingId) -> String {
    let page =
        officer.send(&format!("/ky/quang-ninh-viii/noi-nhan/{letter}/lien-ket/{sending}"), &[("step", "show")]).await;
    let address = page.select("code").concat();
    address[address.find("/lien-ket/").expect("a link is shown")..].to_owned()
}

both! {
    async fn a_person_of_the_directory_is_written_a_link_of_their_own(house: TestHouse) {
        launched(&house).await;
        let units = districts(&house).await;
        known_at(&house, units[ISLAND]).await;
        let letter = signed_letter(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let answer = send(&officer, letter, &[units[ISLAND].to_string()]).await;
        assert_eq!(answer.status(), 303, "{}", answer.text());
        let mut db = house.house().read().await.unwrap();
        let mails = outbox_mails(&mut db, 10).await.unwrap();
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].recipient, "coto@vidu.invalid");
        let token = mails[0].body.split("/lien-ket/").nth(1).unwrap().split_whitespace().next().unwrap();
        assert!(token.len() >= 43 && !mails[0].body.contains("[["), "{}", mails[0].body);
        assert!(matches!(holder(&mut db, token, date(2020, 8, 20)).await.unwrap(), LinkTry::Opens(_)));
        let at = mails[0].at;
        assert_eq!(mail_lines_at(&mut db, at, None).await.unwrap().len(), 1);
        assert_eq!(mail_lines_at(&mut db, at, Some("coto@vidu.invalid")).await.unwrap().len(), 1);
        assert_eq!(mail_lines_at(&mut db, at, Some("khac@vidu.invalid")).await.unwrap().len(), 0, "another's");
        assert_eq!(mail_lines_at(&mut db, Timestamp::UNIX_EPOCH, None).await.unwrap().len(), 0, "another act's");
        drop(db);
        let page = officer.get(&format!("/ky/quang-ninh-viii/noi-nhan/{letter}")).await;
        assert!(page.says("coto@vidu.invalid") && page.says("Thư đang chờ"), "{}", page.text());
        assert!(page.says("Thư báo: 0/1 đã đi, 1 đang chờ, 0 không gửi được."), "{}", page.text());
        assert_eq!(officer.get(&format!("/ky/quang-ninh-viii/noi-nhan/{letter}?trang=2")).await.status(), 422);
        house.account("uy.vien", "Tống Thị Xem", &[Role::Auditor]).await;
        let auditor = house.signed_in("uy.vien").await;
        let page = auditor.get(&format!("/ky/quang-ninh-viii/noi-nhan/{letter}")).await;
        assert!(page.says(ISLAND) && !page.says("coto@vidu.invalid"), "persons are for who writes to them");
    }

    async fn a_unit_without_an_account_does_its_part_by_its_link(house: TestHouse) {
        let (sent, island) = sent_to_the_island(&house).await;
        let (letter, sending) = island_s(&house, island).await;
        let link = shown_link(&sent.officer, letter, sending).await;
        let phone = house.browser();
        let page = phone.get(&link).await;
        assert_eq!((page.status(), page.header("cache-control"), page.header("referrer-policy")), (200, "no-store", "no-referrer"));
        assert!(page.says(ISLAND) && page.says("213/LHH-KHCN"), "{}", page.text());
        assert_eq!(page.attributes(".govuk-task-list__link", "href"), Vec::<String>::new(), "first it is confirmed");
        assert_eq!(phone.get(&format!("{link}/cong-van")).await.header("content-type"), "application/pdf");
        let opened = async || sendings_to(&mut house.house().read().await.unwrap(), island).await.unwrap()[0].opened_at;
        phone.raw(Method::HEAD, &link, None, "").await;
        assert_eq!(opened().await, None, "a program that looks at the address is nobody who reads");
        let recipients = sent.officer.get(&format!("/ky/quang-ninh-viii/noi-nhan/{letter}?xem=unopened")).await;
        assert!(recipients.says(ISLAND), "{}", recipients.text());
        let action = page.attribute("form[action$='/mo']", "action").expect("a button opens the letter");
        assert_eq!(phone.send(&action, &[("which", "cong-van")]).await.location(), format!("{link}/cong-van"));
        assert!(opened().await.is_some(), "somebody clicked");
        let confirm = format!("{link}/xac-nhan");
        let no = phone.send(&confirm, &[("by_name", "12"), ("position", "")]).await;
        assert_eq!(no.attributes(".govuk-error-summary a", "href"), ["#by_name", "#position"]);
        let who = [("by_name", "Phạm Văn Đảo"), ("position", "Văn thư")];
        assert_eq!(phone.send(&confirm, &who).await.status(), 303);
        let twice = phone.send(&confirm, &who).await;
        assert!(twice.select(".govuk-error-summary").concat().contains("Phạm Văn Đảo"), "the second tab: {}", twice.text());
        let page = phone.get(&link).await;
        let tasks = page.attributes(".govuk-task-list__link", "href");
        assert_eq!(tasks.len(), 8, "five tasks, the report, the contact, publicity");
        let directed = phone.get(&tasks[0]).await;
        assert!(directed.says("Chỉ đạo triển khai Kế hoạch, Thể lệ Hội thi tại địa phương"), "its words: {}", directed.text());
        assert_eq!(directed.attributes("main .govuk-button", "href"), [format!("{link}/bao-cao")]);
        assert!(page.says("Chưa có đầu mối") && page.says("đơn vị liên hệ Liên hiệp"), "{}", page.text());
        let done = [("answer", "nothing"), ("evidence", ""), ("reason", "Đơn vị chưa có giải pháp nào.")];
        assert_eq!(phone.send(&tasks[3], &done).await.status(), 303);
        assert!(phone.get(&tasks[3]).await.says("Trả lời đã gửi thì không sửa được ở đây. Cần sửa, đơn vị liên hệ"));
        let empty = phone.get(&format!("{link}/tuyen-truyen")).await;
        assert_eq!(empty.attributes("#channel option[selected]", "value"), Vec::<String>::new(), "no channel is chosen beforehand");
        assert_eq!(phone.send(&tasks[3], &done).await.select(".govuk-error-summary li").len(), 1, "answered once");
        let piece = [("channel", "bulletin"), ("on", "19/8/2020"), ("title", "Bản tin huyện"), ("link", ""), ("reach", "40")];
        assert_eq!(phone.send(&format!("{link}/tuyen-truyen"), &piece).await.status(), 303);
        let contact = [("name", "Lê Thị Biển"), ("phone", "0203 000 0008")];
        assert_eq!(phone.send(&format!("{link}/dau-moi"), &[("name", "Lê Thị Biển")]).await.attributes(".govuk-error-summary a", "href"), ["#phone"]);
        assert_eq!(phone.send(&format!("{link}/dau-moi"), &contact).await.status(), 303);
        let mut db = house.house().read().await.unwrap();
        let known = contacts_on(&mut db, date(2020, 8, 19)).await.unwrap().remove(&island).unwrap();
        assert_eq!((known[0].person.name.as_str(), known[0].main), ("Lê Thị Biển", true));
        let row = sent.officer.get(&format!("/ky/quang-ninh-viii/noi-nhan/{letter}")).await;
        assert!(row.says("Phạm Văn Đảo") && row.says("Văn thư") && row.says("qua liên kết riêng"), "{}", row.text());
        let unit = sent.officer.get(&format!("/ky/quang-ninh-viii/tien-do/{island}")).await;
        assert!(unit.says("Đơn vị chưa có giải pháp nào.") && unit.says("Bản tin huyện"), "{}", unit.text());
        let journal = format!("{:?}", lines_about(&mut db, &sending.to_string()).await.unwrap());
        assert!(journal.contains("sending.acknowledged") && !journal.contains("Đảo"), "{journal}");
        let token = link.trim_start_matches("/lien-ket/");
        assert!(!journal.contains(token), "the link stands nowhere");
    }

    async fn a_contact_that_the_office_writes_down_answers_what_asked_for_one(house: TestHouse) {
        launched(&house).await;
        let island = districts(&house).await[ISLAND];
        let letter = signed_letter(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let asked = [("task_name_contact", "co"), ("words_name_contact", "Cử cán bộ đầu mối"), ("due_name_contact", "")];
        let read = posted(&officer, letter, &[island.to_string()], &asked).await;
        assert_eq!(as_read(&officer, letter, read).await.status(), 303);
        let person = [
            ("name", "Lê Thị Biển"), ("position", "Chuyên viên"), ("phone", "0203 000 0008"), ("email", ""), ("zalo", ""),
            ("address", ""), ("main", "co"), ("from", "19/8/2020"), ("source", "Đơn vị báo qua điện thoại"),
        ];
        let named = officer.send(&format!("/dau-moi/don-vi/{island}/them"), &person).await;
        assert_eq!(named.status(), 303, "{}", named.text());
        let (_, sending) = island_s(&house, island).await;
        let tasks = tasks_of_sending(&mut house.house().read().await.unwrap(), sending).await.unwrap();
        assert!(tasks.iter().any(|task| task.kind.code() == "name_contact" && !task.is_open()), "{tasks:?}");
    }

    /// *Cử cán bộ đầu mối* is offered with every letter, and done by itself once somebody is named.
    async fn a_letter_asks_for_a_contact_and_naming_one_answers_it(house: TestHouse) {
        launched(&house).await;
        let island = districts(&house).await[ISLAND];
        let letter = signed_letter(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let form = officer.get(&format!("/ky/quang-ninh-viii/gui/{letter}")).await;
        let words = form.select("#words_name_contact").concat();
        assert_eq!((words.as_str(), form.attribute("#task_name_contact", "checked")), ("Cử cán bộ đầu mối", None));
        let asked = [("task_name_contact", "co"), ("words_name_contact", words.as_str()), ("due_name_contact", "31/8/2020")];
        let read = posted(&officer, letter, &[island.to_string()], &asked).await;
        assert!(read.says("Cử cán bộ đầu mối"), "{}", read.text());
        assert_eq!(as_read(&officer, letter, read).await.status(), 303);
        let (_, sending) = island_s(&house, island).await;
        let open = async || {
            let tasks = tasks_of_sending(&mut house.house().read().await.unwrap(), sending).await.unwrap();
            tasks.iter().filter(|task| task.kind.code() == "name_contact").map(Task::is_open).collect::<Vec<_>>()
        };
        assert_eq!(open().await, [true]);
        let link = shown_link(&officer, letter, sending).await;
        let phone = house.browser();
        let who = [("by_name", "Phạm Văn Đảo"), ("position", "Văn thư")];
        assert_eq!(phone.send(&format!("{link}/xac-nhan"), &who).await.status(), 303);
        assert_eq!(open().await, [true], "to confirm is not to name");
        let named = format!("{link}/dau-moi");
        let hrefs = phone.get(&link).await.attributes(".govuk-task-list__link", "href");
        assert_eq!(hrefs[0], named, "the task leads to where somebody is named");
        assert_eq!(hrefs.iter().filter(|href| **href == named).count(), 1, "and is asked for once");
        let contact = [("name", "Lê Thị Biển"), ("phone", "0203 000 0008")];
        assert_eq!(phone.send(&format!("{link}/dau-moi"), &contact).await.status(), 303);
        assert_eq!(open().await, [false]);
        let unit = officer.get(&format!("/ky/quang-ninh-viii/tien-do/{island}")).await;
        assert!(unit.says("Đã ghi cán bộ đầu mối ngày 19/8/2020"), "{}", unit.text());
        assert_eq!(phone.send(&format!("{link}/dau-moi"), &contact).await.status(), 303, "another number comes later");
    }

    /// Each answer says that it came by the link; the one that was sent back no longer stands for the unit's.
    async fn an_answer_by_a_link_is_sent_back_and_given_once_more(house: TestHouse) {
        let (sent, island) = sent_to_the_island(&house).await;
        let (letter, sending) = island_s(&house, island).await;
        let link = shown_link(&sent.officer, letter, sending).await;
        let phone = house.browser();
        let who = [("by_name", "Phạm Văn Đảo"), ("position", "Văn thư")];
        assert_eq!(phone.send(&format!("{link}/xac-nhan"), &who).await.status(), 303);
        let task = sent.standing(&house, ISLAND).await.tasks[3].id;
        let (path, unit) = (format!("{link}/viec/{task}"), format!("/ky/quang-ninh-viii/tien-do/{island}"));
        let nothing = [("answer", "nothing"), ("evidence", ""), ("reason", "Đơn vị chưa có giải pháp nào.")];
        assert_eq!(phone.send(&path, &nothing).await.status(), 303);
        assert!(sent.officer.get(&unit).await.says("Phạm Văn Đảo trả lời qua liên kết riêng"));
        let seen = format!("{unit}/viec/{task}");
        assert!(sent.officer.get(&seen).await.select("tbody tr").concat().contains("qua liên kết riêng"));
        assert_eq!(sent.officer.send(&format!("{seen}/tra-lai"), &[("reason", "Ghi rõ lý do")]).await.status(), 303);
        assert!(!sent.officer.get(&unit).await.says("Phạm Văn Đảo trả lời"));
        let again = phone.get(&path).await;
        assert!(again.says("Cơ quan thường trực trả lại (lần 1)") && again.says("Ghi rõ lý do"), "{}", again.text());
        assert_eq!(phone.send(&path, &nothing).await.status(), 303);
        assert!(sent.officer.get(&unit).await.says("Phạm Văn Đảo trả lời qua liên kết riêng"));
        let steps = steps_of(&mut house.house().read().await.unwrap(), task).await.unwrap();
        let kinds: Vec<_> = steps.iter().map(|step| step.kind).collect();
        assert_eq!(kinds, [StepKind::Nothing, StepKind::SentBack, StepKind::Nothing]);
    }

    async fn a_link_that_is_none_or_no_longer_one_says_so(house: TestHouse) {
        let (sent, island) = sent_to_the_island(&house).await;
        let (letter, sending) = island_s(&house, island).await;
        let first = shown_link(&sent.officer, letter, sending).await;
        let second = shown_link(&sent.officer, letter, sending).await;
        let phone = house.browser();
        let gone = phone.get(&first).await;
        assert_eq!((gone.status(), phone.get(&second).await.status()), (410, 200), "a new link takes the old one's place");
        assert!(gone.says("đã được thu hồi hoặc thay bằng liên kết mới"), "{}", gone.text());
        assert!(gone.says("Liên hệ Liên hiệp các Hội Khoa học và Kỹ thuật"), "who sends a new one: {}", gone.text());
        let none = phone.get("/lien-ket/khong-co").await;
        assert!(none.status() == 404 && none.says("Địa chỉ này không đúng"), "{}", none.text());
        let who = [("by_name", "Phạm Văn Đảo"), ("position", "Văn thư")];
        assert_eq!(phone.send(&format!("{first}/xac-nhan"), &who).await.status(), 410);
        let page = format!("/ky/quang-ninh-viii/noi-nhan/{letter}/lien-ket/{sending}");
        assert_eq!(sent.officer.send(&page, &[("step", "revoke")]).await.status(), 303);
        assert!(sent.officer.send(&page, &[("step", "revoke")]).await.says("không có liên kết nào đang mở được"));
        assert_eq!(phone.get(&second).await.status(), 410);
        let third = shown_link(&sent.officer, letter, sending).await;
        house.set_clock("2022-08-19T09:00:00+07:00");
        let late = phone.get(&third).await;
        assert!(late.status() == 410 && late.says("đã hết hạn"), "{}", late.text());
        let guesser = house.browser_at("203.0.113.9");
        for _ in 0..20 {
            assert_eq!(guesser.get("/lien-ket/doan-mo").await.status(), 404);
        }
        assert_eq!(guesser.get("/lien-ket/doan-mo").await.status(), 422, "guessing ends");
        assert_eq!(phone.get("/lien-ket/khong-co").await.status(), 404, "elsewhere nobody is kept out");
    }

    /// A task of a unit may be somebody's who has no account: their link opens it and nothing else.
    async fn a_task_is_given_to_a_person_without_an_account(house: TestHouse) {
        let (sent, _) = sent_to_the_island(&house).await;
        known_at(&house, sent.units[TOWN]).await;
        let (desk, tasks) = (sent.desk(&house).await, sent.standing(&house, TOWN).await.tasks);
        let (path, other) = (format!("{desk}/viec/{}", tasks[2].id), tasks[3].id);
        let page = sent.contact.get(&path).await;
        assert!(!page.select("#person option").contains(&"Phạm Văn Đảo".to_owned()), "{}", page.text());
        let give = format!("{path}/giao-nguoi");
        let bare = sent.contact.send(&give, &[("name", ""), ("phone", ""), ("email", "")]).await;
        assert!(bare.attributes(".govuk-error-summary a", "href").contains(&"#name".to_owned()), "{}", bare.text());
        let typed = [("name", "Đỗ Văn Thôn"), ("phone", "0203 000 0009"), ("email", "")];
        let shown = sent.contact.send(&give, &typed).await;
        assert_eq!((shown.status(), shown.header("cache-control")), (200, "no-store"), "{}", shown.text());
        let address = shown.select("code").concat();
        let link = &address[address.find("/lien-ket/").unwrap()..];
        assert!(sent.contact.get(&desk).await.says("giao Đỗ Văn Thôn"));
        let phone = house.browser();
        let own = format!("{link}/viec/{}", tasks[2].id);
        for whole in [link.to_owned(), format!("{link}/bao-cao"), format!("{link}/dau-moi")] {
            assert_eq!(phone.get(&whole).await.location(), own, "{whole}");
        }
        assert_eq!(phone.get(&own).await.status(), 200);
        assert_eq!(phone.get(&format!("{link}/viec/{other}")).await.status(), 404, "another's task");
        assert_eq!(phone.send(&format!("{own}/tien-do"), &[("percent", "50"), ("note", "")]).await.status(), 303);
        let wrong = phone.send(&format!("{link}/xac-nhan"), &[("by_name", "Đỗ Văn Thôn"), ("position", "Trưởng thôn")]).await;
        assert_eq!(wrong.location(), own, "for the unit somebody else answers");
        let known = page.attributes("#known option", "value").pop().unwrap();
        assert_eq!(sent.contact.send(&give, &[("known", &known)]).await.status(), 303);
        assert_eq!(phone.get(&own).await.status(), 410, "whoever had it before");
        let mails = outbox_mails(&mut house.house().read().await.unwrap(), 20).await.unwrap();
        let mail = mails.iter().find(|mail| mail.recipient == "coto@vidu.invalid").expect("a mail");
        let (_, word) = mail.body.split_once("/lien-ket/").unwrap();
        let own = format!("/lien-ket/{}/viec/{}", word.split_whitespace().next().unwrap(), tasks[2].id);
        let done = [("answer", "done"), ("evidence", "Đã phát động tại thôn."), ("reason", "")];
        assert_eq!(phone.send(&own, &done).await.status(), 303);
        let unit = sent.officer.get(&format!("/ky/quang-ninh-viii/tien-do/{}", sent.units[TOWN])).await;
        assert!(unit.says("Phạm Văn Đảo trả lời qua liên kết riêng"), "{}", unit.text());
        let seen = format!("/ky/quang-ninh-viii/tien-do/{}/viec/{}", sent.units[TOWN], tasks[2].id);
        assert!(sent.officer.get(&seen).await.says("Giao cho Đỗ Văn Thôn"), "its history");
        assert_eq!(sent.officer.send(&format!("{seen}/tra-lai"), &[("reason", "Chưa rõ thôn nào")]).await.status(), 303);
        let mails = outbox_mails(&mut house.house().read().await.unwrap(), 40).await.unwrap();
        let back = mails.iter().filter(|mail| mail.subject.starts_with("Kết quả nhiệm vụ được trả lại"));
        let back: Vec<_> = back.filter(|mail| mail.recipient == "coto@vidu.invalid").collect();
        assert!(back.len() == 1 && back[0].body.contains("Chưa rõ thôn nào") && back[0].body.contains("/lien-ket/"), "{back:?}");
    }

    async fn every_unit_gets_a_slip_with_its_own_code(house: TestHouse) {
        let (sent, island) = sent_to_the_island(&house).await;
        let (letter, sending) = island_s(&house, island).await;
        let here = format!("/ky/quang-ninh-viii/noi-nhan/{letter}");
        let slips = sent.officer.send(&format!("{here}/phieu"), &[("whom", "unreached")]).await;
        assert_eq!(slips.header("content-type"), "application/pdf");
        let words = words_on_the_page(slips.bytes());
        assert!(words.contains(ISLAND) && !words.contains("Thị xã Đông Triều"), "who has an account needs none: {words}");
        let codes = square_codes(slips.bytes());
        assert_eq!(codes.len(), 1, "the first page is one unit's");
        let door = codes[0].split("/lien-ket/").next().unwrap();
        assert!(words.contains(&format!("{door}/lien-ket")), "the address stands in one line: {words}");
        let rows = sent.officer.get(&here).await.select("#noi-nhan tbody tr");
        assert_eq!(rows.iter().filter(|row| row.contains("Phiếu in ngày 19/8/2020")).count(), 12, "{rows:?}");
        assert!(rows.iter().all(|row| !row.contains("Chưa có cách gửi")), "a slip is a way: {rows:?}");
        let proof = words_on_the_page(sent.officer.get(&format!("{here}/bang-ke")).await.bytes());
        assert!(proof.contains("phiếu in"), "{proof}");
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("Hạn sớm nhất: 30/6/2021"), "{words}");
        assert!(words.contains("Mở được đến hết ngày 13/9/2021") && words.contains("liên hệ Liên hiệp"), "{words}");
        let phone = house.browser();
        let path = &codes[0][codes[0].find("/lien-ket/").unwrap()..];
        assert_eq!(phone.get(path).await.status(), 200);
        let code: String = path.trim_start_matches("/lien-ket/").to_owned();
        let printed = format!("{}-{}-{}-{}", &code[..4], &code[4..8], &code[8..12], &code[12..]);
        assert!(words.contains(&printed), "{printed} in {words}");
        let typed = printed.to_lowercase().replace('-', " ");
        assert_eq!(phone.send("/lien-ket", &[("code", &typed)]).await.location(), path, "as people type it");
        for kind in [code.replace('0', "o").replace('1', "l"), printed.replace('-', " – "), format!("https://x.invalid{path}/")] {
            assert_eq!(phone.send("/lien-ket", &[("code", &kind)]).await.location(), path, "{kind}");
        }
        let bare = phone.send("/lien-ket", &[("code", " ")]).await;
        assert!(bare.says("Vui lòng gõ mã riêng của đơn vị") && !bare.says("chưa đúng"), "{}", bare.text());
        let slipped = if code.starts_with('2') { code.replacen('2', "3", 1) } else { format!("2{}", &code[1..]) };
        let wrong = phone.send("/lien-ket", &[("code", &slipped)]).await;
        assert_eq!(wrong.attributes(".govuk-error-summary a", "href"), ["#code"]);
        assert!(wrong.says("Mã chưa đúng"), "{}", wrong.text());
        sent.officer.send(&format!("{here}/phieu"), &[("whom", "unreached")]).await;
        assert_eq!(phone.get(path).await.status(), 410, "slips printed anew take the place of the old");
        let links = format!("{here}/lien-ket/{sending}");
        let before = sent.officer.get(&links).await;
        assert!(before.says("kể cả mã trên phiếu đã in, không mở được nữa"), "{}", before.text());
        let slip = sent.officer.send(&format!("{here}/phieu"), &[("whom", "unreached")]).await;
        let codes = square_codes(slip.bytes());
        let shown = sent.officer.send(&links, &[("step", "show")]).await;
        assert!(shown.says(&format!("Đọc qua điện thoại: vào {door}/lien-ket và gõ mã")), "{}", shown.text());
        let path = &codes[0][codes[0].find("/lien-ket/").unwrap()..];
        assert_eq!(phone.get(path).await.status(), 200, "the slip of another unit");
        let row = sent.officer.get(&here).await.select("#noi-nhan tbody tr").into_iter().find(|row| row.contains(ISLAND));
        assert!(!row.unwrap().contains("Phiếu in ngày"), "its slip opens nothing any more");
    }

    /// Hundreds are printed in parts, while their page says how far that is.
    async fn many_slips_are_printed_in_parts(house: TestHouse) {
        launched(&house).await;
        districts(&house).await;
        let letter = signed_letter(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let mut db = house.house().read().await.unwrap();
        let communes = units_of_level(&mut db, UnitLevel::Commune, date(2020, 8, 19)).await.unwrap();
        let own = account_by_login(&mut db, "chuyen.vien").await.unwrap().unwrap().id;
        drop(db);
        let units: Vec<String> = communes.iter().take(101).map(|unit| unit.id.to_string()).collect();
        let read = posted(&officer, letter, &units, &[("level", "commune")]).await;
        assert_eq!(as_read(&officer, letter, read).await.status(), 303);
        let asked = format!("/ky/quang-ninh-viii/noi-nhan/{letter}/phieu");
        let begun = officer.send(&asked, &[("whom", "unconfirmed")]).await;
        assert_eq!(begun.status(), 303, "{}", begun.text());
        let id = begun.location().trim_start_matches("/viec-dang-chay/").parse().unwrap();
        let now = house.house().clock().now();
        house.house().jobs.find(id, own.uuid(), now).expect("the print is known").ended().await;
        let page = officer.get(begun.location()).await;
        assert_eq!(page.attributes("main p a.govuk-link", "href"), [format!("/ky/quang-ninh-viii/noi-nhan/{letter}")]);
        let parts = unzipped(officer.get(&format!("{}/tep", begun.location())).await.bytes());
        let names: Vec<_> = parts.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["phieu-0001-0050.pdf", "phieu-0051-0100.pdf", "phieu-0101-0101.pdf"]);
        let last = square_codes(&parts[2].1);
        let path = &last[0][last[0].find("/lien-ket/").unwrap()..];
        assert_eq!(house.browser().get(path).await.status(), 200, "the last unit's link opens");
    }

    /// So is the proof of a letter to more units than anybody waits for.
    async fn a_long_proof_is_printed_in_parts(house: TestHouse) {
        launched(&house).await;
        districts(&house).await;
        let letter = signed_letter(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let mut db = house.house().read().await.unwrap();
        let communes = units_of_level(&mut db, UnitLevel::Commune, date(2020, 8, 19)).await.unwrap();
        let own = account_by_login(&mut db, "chuyen.vien").await.unwrap().unwrap().id;
        drop(db);
        let units: Vec<String> = communes.iter().take(151).map(|unit| unit.id.to_string()).collect();
        let read = posted(&officer, letter, &units, &[("level", "commune")]).await;
        assert_eq!(as_read(&officer, letter, read).await.status(), 303);
        let here = format!("/ky/quang-ninh-viii/noi-nhan/{letter}");
        let proof = format!("{here}/bang-ke");
        assert_eq!(officer.get(&proof).await.location(), here, "what takes long is begun by a button");
        assert!(officer.get(&here).await.attributes("main form", "action").contains(&proof));
        let begun = officer.send(&proof, &[]).await;
        assert_eq!(begun.status(), 303, "{}", begun.text());
        let id = begun.location().trim_start_matches("/viec-dang-chay/").parse().unwrap();
        let now = house.house().clock().now();
        house.house().jobs.find(id, own.uuid(), now).expect("the print is known").ended().await;
        let parts = unzipped(officer.get(&format!("{}/tep", begun.location())).await.bytes());
        let names: Vec<_> = parts.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["bang-ke-0001-0150.pdf", "bang-ke-0151-0151.pdf"]);
        let last = words_on_the_page(&parts[1].1);
        assert!(last.split_whitespace().any(|word| word == "151"), "every part says how many there are: {last}");
    }

    /// A mail that never left the house is no proof that the letter was sent; a unit that confirmed by its link
    /// needs no paper.
    async fn the_proof_says_what_became_of_each_mail(house: TestHouse) {
        launched(&house).await;
        let units = districts(&house).await;
        known_at(&house, units[ISLAND]).await;
        let letter = signed_letter(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        assert_eq!(send(&officer, letter, &[units[ISLAND].to_string()]).await.status(), 303);
        let kept = deliver(house.house().store(), Channel::Mail, &Carrier::Keep, machine_now, || true).await;
        assert_eq!(kept.unwrap(), 1);
        let here = format!("/ky/quang-ninh-viii/noi-nhan/{letter}");
        let page = officer.get(&here).await;
        assert!(page.says("Thư giữ lại, chưa gửi ra ngoài") && !page.says("Đã gửi thư"), "{}", page.text());
        assert!(page.says("1 thư giữ lại trong hệ thống") && page.says("Thư báo: 0/1 đã đi"), "{}", page.text());
        assert_eq!(officer.get(&format!("{here}?xem=unreached")).await.select("#noi-nhan tbody tr").len(), 1);
        let proof = words_on_the_page(officer.get(&format!("{here}/bang-ke")).await.bytes());
        assert!(proof.contains("ngoài") && !proof.contains("máy chủ"), "{proof}");
        let (_, sending) = island_s(&house, units[ISLAND]).await;
        let link = shown_link(&officer, letter, sending).await;
        let phone = house.browser();
        phone.get(&link).await;
        let who = [("by_name", "Phạm Văn Đảo"), ("position", "Văn thư")];
        assert_eq!(phone.send(&format!("{link}/xac-nhan"), &who).await.status(), 303);
        assert!(officer.get(&here).await.says("Liên kết riêng, đã mở"));
        assert_eq!(officer.get(&format!("{here}?xem=unreached")).await.select("#noi-nhan tbody tr").len(), 0);
    }

    async fn a_recalled_letter_is_asked_of_nobody_and_leads_to_the_one_in_its_place(house: TestHouse) {
        let (sent, island) = sent_to_the_island(&house).await;
        let (letter, sending) = island_s(&house, island).await;
        let link = shown_link(&sent.officer, letter, sending).await;
        let here = format!("/ky/quang-ninh-viii/noi-nhan/{letter}");
        let silent = sent.officer.send(&format!("{here}/thu-hoi"), &[("reason", " "), ("replaced_by", "")]).await;
        assert_eq!(silent.attributes(".govuk-error-summary a", "href"), ["#reason"]);
        let own = [("reason", "Sai hạn nộp."), ("replaced_by", &letter.to_string())];
        assert_eq!(sent.officer.send(&format!("{here}/thu-hoi"), &own).await.attributes(".govuk-error-summary a", "href"), ["#replaced_by"]);
        let page = sent.officer.get(&format!("{here}/thu-hoi")).await;
        assert!(page.says("Báo cho cán bộ đầu mối") && page.attribute("#mail[checked]", "value").is_some(), "{}", page.text());
        let recall = [("reason", "Sai hạn nộp."), ("replaced_by", ""), ("mail", "co")];
        let read = sent.officer.send(&format!("{here}/thu-hoi"), &recall).await;
        for words in ["13 đơn vị đã được gửi", ISLAND, "65 nhiệm vụ và 13 báo cáo còn chờ", "Gửi 1 thư báo thu hồi", "Sai hạn nộp."] {
            assert!(read.says(words), "{words}: {}", read.text());
        }
        assert!(!sent.officer.get(&here).await.says("đã được thu hồi"), "it was only read");
        let back = sent.officer.send(&format!("{here}/thu-hoi"), &[&recall[..], &[("step", "change")]].concat()).await;
        assert_eq!(back.select("#reason"), ["Sai hạn nộp."], "nothing typed is lost");
        let silently = [("reason", "Sai hạn nộp."), ("replaced_by", ""), ("mail", "")];
        assert!(sent.officer.send(&format!("{here}/thu-hoi"), &silently).await.says("Không gửi thư báo."));
        let done = sent.officer.send(&format!("{here}/thu-hoi"), &[&recall[..], &[("step", "do")]].concat()).await;
        assert_eq!(done.status(), 303, "{}", done.text());
        assert!(sent.officer.send(&format!("{here}/thu-hoi"), &recall).await.says("đã được thu hồi"), "the second tab");
        let list = sent.officer.get(&here).await;
        for asked in ["cần gửi giấy hoặc gọi điện", "Chưa có cách gửi", "Tạo liên kết riêng"] {
            assert!(!list.says(asked), "{asked}: {}", list.text());
        }
        let mails = outbox_mails(&mut house.house().read().await.unwrap(), 50).await.unwrap();
        let told: Vec<_> = mails.iter().filter(|mail| mail.subject == "Thu hồi Công văn 213/LHH-KHCN").collect();
        assert!(told.iter().all(|mail| mail.body.contains("Lý do: Sai hạn nộp.")), "{told:?}");
        assert!(told.iter().any(|mail| mail.recipient == "dong.trieu@vidu.invalid" && mail.body.contains("/don-vi/cong-viec")), "{told:?}");
        assert!(told.iter().all(|mail| !mail.body.contains("[[")), "{told:?}");
        let own = sent.officer.get(&format!("/ky/quang-ninh-viii/van-ban/{letter}")).await;
        assert_eq!(own.select(".ht-notice--stop p"), ["Văn bản đã được thu hồi 9 giờ 00, ngày 19/8/2020", "Sai hạn nộp."]);
        assert_eq!(own.attribute("a[href*='/gui/']", "href"), None, "it goes to nobody any more");
        let register = sent.officer.get("/ky/quang-ninh-viii/van-ban").await;
        assert_eq!(register.select("#van-ban tbody td:last-child").iter().filter(|stage| stage.contains("Đã thu hồi")).count(), 1);
        let board = sent.officer.get("/ky/quang-ninh-viii/tien-do").await;
        assert!(board.says("Văn bản này đã được thu hồi") && board.says("Sai hạn nộp."), "{}", board.text());
        assert_eq!(board.attribute("main a[href*='/don-doc/']", "href"), None, "nobody is urged");
        assert!(!sent.officer.get("/ban-lam-viec").await.says("chưa xác nhận đã nhận"));
        let town = sent.contact.get(&sent.desk(&house).await).await;
        assert!(town.says("Văn bản này đã được thu hồi") && town.says("Sai hạn nộp."), "{}", town.text());
        assert!(town.select(".ht-tasks .govuk-task-list__status").is_empty(), "nothing is listed to be done: {}", town.text());
        let phone = house.browser();
        assert!(phone.get(&link).await.says("Sai hạn nộp."));
        let who = [("by_name", "Phạm Văn Đảo"), ("position", "Văn thư")];
        assert!(phone.send(&format!("{link}/xac-nhan"), &who).await.says("đã được thu hồi"));
        let proof = sent.officer.get(&format!("{here}/bang-ke")).await;
        let words = words_on_the_page(proof.bytes()).split_whitespace().collect::<Vec<_>>().join(" ");
        for said in ["213/LHH-KHCN", "SHA-256", ISLAND, "chưa xác nhận", "Sai hạn nộp.", "Bùi Thị Sen"] {
            assert!(words.contains(said), "{said}: {words}");
        }
        assert_eq!(words.matches("tệp PDF đã gửi").count(), 1, "told once, under the list: {words}");
        assert!(words.find("tệp PDF đã gửi") > words.find(ISLAND), "{words}");
    }

    /// A letter goes on to further units as it went out first, counted days among it.
    async fn further_units_are_asked_the_same(house: TestHouse) {
        let sent = sent(&house).await;
        let letter = crate::correspondence::letter_of_three_dashes(&sent.officer).await;
        let typed = [
            ("task_commend", ""),
            ("words_launch_movement", "Phát động trong toàn thị xã."),
            ("due_launch_movement", "10 ngày làm việc từ ngày nhận"),
            ("report_due", "1/7/2021"),
        ];
        let read = posted(&sent.officer, letter, &[sent.units[TOWN].to_string()], &typed).await;
        let done = as_read(&sent.officer, letter, read).await;
        assert_eq!(done.status(), 303, "{}", done.text());
        assert!(sent.officer.get(done.location()).await.says("Đã gửi văn bản đến 1 đơn vị"));
        let page = sent.officer.get(&format!("/ky/quang-ninh-viii/gui/{letter}")).await;
        assert!(page.says("lấy theo lần đã gửi"), "{}", page.text());
        assert_eq!(page.select("#words_launch_movement"), ["Phát động trong toàn thị xã."]);
        assert_eq!(page.attribute("#due_launch_movement", "value").as_deref(), Some("10 ngày làm việc từ ngày nhận"));
        assert_eq!(page.attribute("#report_due", "value").as_deref(), Some("1/7/2021"));
        assert!(page.attribute("#task_launch_movement[checked]", "value").is_some());
        assert!(page.attribute("#task_commend[checked]", "value").is_none(), "it was not asked");
    }

    /// What a reminder names was asked by the letter before it: the same report is not asked for twice.
    async fn a_reminder_opens_without_a_day_for_a_report(house: TestHouse) {
        let sent = sent(&house).await;
        let drafted = async |subject: &str| {
            let mut fields = crate::correspondence::letter_fields("Đề nghị các đơn vị:\n- Gửi báo cáo kết quả./.", &[]);
            fields.retain(|(name, _)| *name != "subject");
            fields.push(("subject", subject));
            crate::correspondence::saved(&sent.officer.send("/ky/quang-ninh-viii/van-ban/moi", &fields).await)
        };
        for (subject, number, due) in [("Đôn đốc triển khai Hội thi", "216/LHH-KHCN", false), ("Triển khai Hội thi", "217/LHH-KHCN", true)] {
            let letter = drafted(subject).await;
            let signed = crate::correspondence::sign(&sent.officer, letter, number, "19/8/2020", true).await;
            assert_eq!(signed.status(), 303, "{}", signed.text());
            let page = sent.officer.get(&format!("/ky/quang-ninh-viii/gui/{letter}")).await;
            let day = page.attribute("#report_due", "value").is_some_and(|day| !day.is_empty());
            assert_eq!(day, due, "{subject}: {}", page.text());
        }
    }

    /// Whoever has several letters reads in the list which was recalled and which stands in its place; only what stands
    /// and is not older can.
    async fn the_list_says_what_was_recalled_and_what_stands_in_its_place(house: TestHouse) {
        let sent = sent(&house).await;
        let (letter, _) = island_s(&house, sent.units[TOWN]).await;
        house.set_clock("2020-08-25T09:00:00+07:00");
        let newer = crate::correspondence::letter_of_three_dashes(&sent.officer).await;
        assert_eq!(send(&sent.officer, newer, &[sent.units[TOWN].to_string()]).await.status(), 303);
        let mut notices = Vec::new();
        for (number, day) in [("11/TB-LHH", "20/8/2020"), ("12/TB-LHH", "25/8/2020")] {
            let notice = crate::register::draft(&sent.officer, "notice", "TB-LHH").await;
            let signed = crate::correspondence::sign(&sent.officer, notice, number, day, true).await;
            assert_eq!(signed.status(), 303, "{}", signed.text());
            notices.push(notice);
        }
        let form = |letter: DocumentId| format!("/ky/quang-ninh-viii/noi-nhan/{letter}/thu-hoi");
        let offered = async |letter: DocumentId| sent.officer.get(&form(letter)).await.attributes("#replaced_by option", "value");
        assert_eq!(offered(letter).await, [String::new(), newer.to_string()], "a letter in the place of a letter");
        let of_another_kind = [("reason", "Sai hạn nộp."), ("replaced_by", &notices[1].to_string())];
        let no = sent.officer.send(&form(letter), &of_another_kind).await;
        assert_eq!(no.attributes(".govuk-error-summary a", "href"), ["#replaced_by"]);
        assert_eq!(offered(notices[0]).await, [String::new(), notices[1].to_string()]);
        assert_eq!(offered(notices[1]).await, [String::new()], "nothing older stands in its place");
        let recall = [("reason", "Sai hạn nộp."), ("replaced_by", &newer.to_string()), ("step", "do")];
        assert_eq!(sent.officer.send(&form(letter), &recall).await.status(), 303);
        let list = sent.contact.get("/don-vi/cong-viec").await;
        assert!(list.select(".govuk-task-list__status").contains(&"Đã thu hồi".to_owned()), "{}", list.text());
        assert!(list.says("Văn bản thay thế: Công văn 214/LHH-KHCN"), "{}", list.text());
        assert!(!list.says("còn 0 nhiệm vụ chưa trả lời"), "{}", list.text());
        assert!(!offered(newer).await.contains(&letter.to_string()), "it was recalled");
        let back = [("reason", "Sai hạn nộp."), ("replaced_by", &letter.to_string())];
        let no = sent.officer.send(&form(newer), &back).await;
        assert_eq!(no.attributes(".govuk-error-summary a", "href"), ["#replaced_by"]);
    }

    /// The board opens on what is asked still; whom nothing but a recalled letter asked is in no ranking.
    async fn a_recalled_letter_is_neither_the_board_s_first_nor_in_the_ranking(house: TestHouse) {
        let sent = sent(&house).await;
        let (letter, _) = island_s(&house, sent.units[TOWN]).await;
        house.set_clock("2020-08-20T09:00:00+07:00");
        let newer = crate::correspondence::letter_of_three_dashes(&sent.officer).await;
        assert_eq!(send(&sent.officer, newer, &[sent.units[TOWN].to_string()]).await.status(), 303);
        let board = "/ky/quang-ninh-viii/tien-do";
        let opens_on = async || sent.officer.get(board).await.attribute("#letter option[selected]", "value");
        assert_eq!(opens_on().await, Some(newer.to_string()));
        let ranked = async || sent.officer.get("/ky/quang-ninh-viii/khen-thuong").await.select("tbody .ht-title");
        assert_eq!(ranked().await.len(), 13);
        let recalled = [("reason", "Sai hạn nộp."), ("replaced_by", ""), ("step", "do")];
        let recall = async |letter: DocumentId| {
            let done = sent.officer.send(&format!("/ky/quang-ninh-viii/noi-nhan/{letter}/thu-hoi"), &recalled).await;
            assert_eq!(done.status(), 303, "{}", done.text());
        };
        recall(newer).await;
        assert_eq!(opens_on().await, Some(letter.to_string()), "the newest that is asked");
        let choices = sent.officer.get(board).await.select("#letter option");
        assert!(choices[0].ends_with("(đã thu hồi)") && !choices[1].ends_with("(đã thu hồi)"), "{choices:?}");
        assert_eq!(ranked().await.len(), 13, "another letter asks them all");
        recall(letter).await;
        assert_eq!(ranked().await, Vec::<String>::new());
    }

    /// What came on paper counts like any other and says where it is from.
    async fn what_came_by_another_way_is_written_down_with_its_scan(house: TestHouse) {
        let (sent, island) = sent_to_the_island(&house).await;
        let (letter, sending) = island_s(&house, island).await;
        house.set_clock("2020-08-24T09:00:00+07:00");
        let unit = format!("/ky/quang-ninh-viii/tien-do/{island}");
        let behalf = format!("{unit}/ghi-ho/{sending}");
        let scan = [("scan", "cong-van-den.pdf", crate::correspondence::SCAN)];
        let said = [("by_name", "Phạm Văn Đảo"), ("position", "Văn thư"), ("day", "20/8/2020"), ("how", "document_axis")];
        let before = [("by_name", "Phạm Văn Đảo"), ("position", ""), ("day", "1/8/2020"), ("how", "in_app")];
        let no = sent.officer.send_files(&format!("{behalf}/xac-nhan"), &before, &[]).await;
        assert_eq!(no.attributes(".govuk-error-summary a", "href"), ["#how"]);
        let early = [before[0], before[1], before[2], ("how", "paper")];
        let no = sent.officer.send_files(&format!("{behalf}/xac-nhan"), &early, &[]).await;
        assert!(no.says("phải từ ngày gửi văn bản đến hôm nay"), "{}", no.text());
        let done = sent.officer.send_files(&format!("{behalf}/xac-nhan"), &said, &scan).await;
        assert_eq!(done.status(), 303, "{}", done.text());
        let tasks = sent.standing(&house, ISLAND).await.tasks;
        let answer = [&said[..], &[("answer", "done"), ("evidence", "Đã phát động tại hội nghị."), ("reason", "")]].concat();
        assert_eq!(sent.officer.send_files(&format!("{behalf}/{}", tasks[2].id), &answer, &scan).await.status(), 303);
        let twice = sent.officer.send_files(&format!("{behalf}/{}", tasks[2].id), &answer, &[]).await;
        assert_eq!(twice.select(".govuk-error-summary li").len(), 1, "the second tab: {}", twice.text());
        let piece = [&said[..], &[("channel", "bulletin"), ("on", "20/8/2020"), ("title", "Bản tin đảo")]].concat();
        assert_eq!(sent.officer.send_files(&format!("{behalf}/tuyen-truyen"), &piece, &[]).await.status(), 303);
        let page = sent.officer.get(&unit).await;
        assert!(page.says("Phạm Văn Đảo") && page.says("qua trục liên thông văn bản"), "{}", page.text());
        assert!(page.says("Đã phát động tại hội nghị.") && page.says("Bản tin đảo"), "{}", page.text());
        for what in ["xac-nhan".to_owned(), tasks[2].id.to_string()] {
            let kept = sent.officer.get(&format!("{unit}/ban-quet/{sending}/{what}")).await;
            assert_eq!((kept.status(), kept.bytes()), (200, scan[0].2), "{what}");
        }
        let standing = sent.standing(&house, ISLAND).await;
        assert!(standing.sendings[0].is_acknowledged() && !standing.tasks[2].is_open());
        let proof = sent.officer.get(&format!("/ky/quang-ninh-viii/noi-nhan/{letter}/bang-ke")).await;
        let words = words_on_the_page(proof.bytes());
        assert!(words.contains("Phạm Văn Đảo, Văn thư") && words.contains("trực ghi"), "{words}");
        assert!(words.contains("ngày 20/8/2020"), "the day is known: {words}");
        for place in [&unit, &format!("/ky/quang-ninh-viii/noi-nhan/{letter}")] {
            let page = sent.officer.get(place).await;
            assert!(page.says("ngày 20/8/2020") && !page.says("23 giờ 59"), "the hour is not: {}", page.text());
        }
        assert!(!words.contains("23 giờ 59"), "{words}");
        assert_eq!(sent.contact.send_files(&format!("{behalf}/xac-nhan"), &said, &scan).await.status(), 403);
    }

    /// The fifty-four communes are found by the districts that they were, and say who needs paper.
    async fn units_are_chosen_by_their_area_and_say_how_they_are_reached(house: TestHouse) {
        launched(&house).await;
        let units = districts(&house).await;
        let letter = signed_letter(&house).await;
        known_at(&house, units[ISLAND]).await;
        let officer = house.signed_in("chuyen.vien").await;
        let page = officer.get(&format!("/ky/quang-ninh-viii/gui/{letter}")).await;
        assert!(page.says("Thị xã Đông Triều (gửi giấy)") && !page.says("Huyện Cô Tô (gửi giấy)"), "{}", page.text());
        let path = format!("/ky/quang-ninh-viii/gui/{letter}?level=commune&on=1/7/2025");
        let all = officer.get(&path).await;
        let named = all.select("details .ht-fold__title");
        let place = |name: &str| named.iter().position(|title| title == name).unwrap();
        assert!(place("Huyện Đầm Hà") < place("Huyện Hải Hà"), "as in a dictionary, where đ follows d: {named:?}");
        assert!(place("Thành phố Uông Bí") < place("Nằm trên nhiều địa bàn trước đây"), "nobody guesses: {named:?}");
        let areas: Vec<_> = all.select("#area option").into_iter().zip(all.attributes("#area option", "value")).collect();
        let (_, uong_bi) = areas.iter().find(|(name, _)| name == "Thành phố Uông Bí").expect("a district of before");
        let some = officer.get(&format!("{path}&area={uong_bi}")).await.attributes("input[name=units]", "value").len();
        assert_eq!(all.attributes("input[name=units]", "value").len(), 54);
        assert!((1..10).contains(&some), "{some}");
        let before = officer.get(&format!("/ky/quang-ninh-viii/gui/{letter}?level=commune&on=15/3/2021")).await;
        let named = before.select("details .ht-fold__title");
        assert!(named.contains(&"Thị xã Đông Triều".to_owned()), "by its name of that day: {named:?}");
        for name in ["Thành phố Đông Triều", "Tỉnh Quảng Ninh", "Các đơn vị khác"] {
            assert!(!named.contains(&name.to_owned()), "{name}: {named:?}");
        }
        let district = before.select("details.ht-fold").into_iter().find(|group| group.starts_with("Huyện Hải Hà"));
        assert!(district.is_some_and(|group| group.contains("Xã Cái Chiên")), "it lay in a district then: {named:?}");
        let kinds = all.attributes("#kind option", "value");
        assert_eq!(kinds, ["", "đặc khu", "phường", "xã"]);
        let islands = officer.get(&format!("{path}&kind=%C4%91%E1%BA%B7c%20khu")).await;
        assert_eq!(islands.select(".govuk-checkboxes__label").iter().filter(|label| label.contains("Đặc khu")).count(), 2);
        assert_eq!(islands.attributes("input[name=units]", "value").len(), 2);
    }

    /// What lies folded is marked whole, without a script, and nothing else changes by it.
    async fn the_units_of_an_area_are_marked_together(house: TestHouse) {
        launched(&house).await;
        districts(&house).await;
        let letter = signed_letter(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let communes = [("level", "commune"), ("on", "1/7/2025"), ("words_commend", "Lời viết tay")];
        let none = posted(&officer, letter, &[], &[&communes[..], &[("step", "none")]].concat()).await;
        let with = none.attributes("details button[name=step]", "value");
        let with: Vec<_> = with.iter().filter(|step| step.starts_with("with ")).collect();
        assert_eq!(with.len(), none.select("details [data-ticked]").len(), "each group has its button");
        let marked = posted(&officer, letter, &[], &[&communes[..], &[("step", with[0].as_str())]].concat()).await;
        let units = marked.attributes("input[name=units][checked]", "value");
        assert_eq!(marked.select("#words_commend"), ["Lời viết tay"], "nothing typed is lost");
        let says = marked.select("details [data-ticked]");
        assert_eq!(says[0], format!("chọn {0} trên {0} đơn vị", units.len()), "{says:?}");
        assert!(says[1..].iter().all(|line| line.starts_with("chọn 0 trên")), "{says:?}");
        let without = with[0].replacen("with", "without", 1);
        let bare = posted(&officer, letter, &units, &[&communes[..], &[("step", without.as_str())]].concat()).await;
        assert_eq!(bare.attributes("input[name=units][checked]", "value"), Vec::<String>::new());
    }

    /// A list is named once and used again; who of it stands is asked by the day of sending.
    async fn a_list_of_recipients_is_kept_and_used_again(house: TestHouse) {
        launched(&house).await;
        let units = districts(&house).await;
        let letter = signed_letter(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let none = posted(&officer, letter, &[], &[("step", "keep"), ("list_name", " ")]).await;
        assert_eq!(none.attributes(".govuk-error-summary a", "href"), ["#units", "#list_name"], "{}", none.text());
        let two = [units[TOWN].to_string(), units[ISLAND].to_string()];
        let typed = [("step", "keep"), ("list_name", "Phía  đông"), ("words_commend", "Lời viết tay")];
        let kept = posted(&officer, letter, &two, &typed).await;
        assert!(kept.says("Đã lưu danh sách “Phía đông” (2 đơn vị)"), "{}", kept.text());
        assert_eq!(kept.attributes("input[name=units][checked]", "value").len(), 2);
        assert_eq!(kept.select("#words_commend"), ["Lời viết tay"], "nothing typed is lost");
        let list = kept.attributes("#list option", "value").pop().unwrap();
        let used = posted(&officer, letter, &[], &[("list", &list), ("step", "all")]).await;
        let chosen: BTreeSet<_> = used.attributes("input[name=units][checked]", "value").into_iter().collect();
        assert_eq!(chosen, BTreeSet::from(two));
        let later = posted(&officer, letter, &[], &[("list", &list), ("on", "1/12/2024"), ("step", "all")]).await;
        assert_eq!(later.attributes("input[name=units]", "value"), [units[ISLAND].to_string()]);
        assert!(later.says("Thị xã Đông Triều: đơn vị kế thừa là Thành phố Đông Triều."), "{}", later.text());
        let again = [("step", "keep"), ("list_name", "phía ĐÔNG")];
        assert!(posted(&officer, letter, &[units[ISLAND].to_string()], &again).await.says("(1 đơn vị)"), "the same name");
        let lists = "/ky/quang-ninh-viii/danh-sach-noi-nhan";
        let page = officer.get(lists).await;
        assert_eq!(page.select("tbody tr").len(), 1);
        assert!(page.says("phía ĐÔNG") && page.says(ISLAND) && !page.says(TOWN), "{}", page.text());
        house.account_for("dong.trieu", "Hoàng Thị Mai", &[(Role::UnitContact, Scope::Unit(units[TOWN]))]).await;
        let contact = house.signed_in("dong.trieu").await;
        assert_eq!((contact.get(lists).await.status(), contact.send(lists, &[("list", &list)]).await.status()), (403, 403));
        assert_eq!(officer.send(lists, &[("list", &list)]).await.status(), 303);
        assert_eq!(officer.send(lists, &[("list", &list)]).await.status(), 404, "it is gone");
        assert!(officer.get(lists).await.says("Danh sách nơi nhận đã lưu sẽ hiện ở đây."));
    }
}
