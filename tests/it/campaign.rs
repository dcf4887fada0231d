//! The letter reaches thirteen units; they confirm, publicise, answer and report; it adds up.

use std::collections::BTreeMap;

use hoithi_campaign::{UnitStanding, standings, summary};
use hoithi_journal::{lines_about, outbox_mails};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{DocumentId, EditionId, SendingId, UnitId};
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{Answer, Browser, TestHouse, both};
use hoithi_units::{QUANG_NINH, UnitLevel, import_csv, units_of_level};
use jiff::civil::date;
use serde_json::{Value, json};

use crate::correspondence::{SCAN, launched, signed_letter};

const TASKS: [&str; 5] =
    ["direct_and_report", "publicise_and_mobilise", "launch_movement", "commend", "hold_local_contest"];

/// The thirteen district-level units of 2020, by name.
async fn districts(house: &TestHouse) -> BTreeMap<String, UnitId> {
    let keeper = house.account("so.bo", "Lê Văn Sổ", &[Role::SystemAdministrator]).await;
    house.perform(keeper, |act| Box::pin(import_csv(act, QUANG_NINH.to_owned()))).await.unwrap();
    let mut db = house.house().read().await.unwrap();
    let units = units_of_level(&mut db, UnitLevel::District, date(2020, 8, 19)).await.unwrap();
    units.into_iter().map(|unit| (unit.name, unit.id)).collect()
}

/// What the form of sending shows, sent as it stands but for the units.
async fn send(officer: &Browser, letter: DocumentId, units: &[String]) -> Answer {
    as_read(officer, letter, posted(officer, letter, units, &[]).await).await
}

/// Sends what was read back; what was refused before is as it was.
async fn as_read(officer: &Browser, letter: DocumentId, read: Answer) -> Answer {
    if read.attribute("input[name=read]", "value").is_none() {
        return read;
    }
    let kept = kept(&read);
    let fields: Vec<_> = kept.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    officer.send(&format!("/ky/quang-ninh-viii/gui/{letter}"), &[&fields[..], &[("step", "send")]].concat()).await
}

/// What a page keeps for its buttons.
fn kept(read: &Answer) -> Vec<(String, String)> {
    let names = read.attributes("main form input[type=hidden]", "name");
    let values = read.attributes("main form input[type=hidden]", "value");
    names.into_iter().zip(values).filter(|(name, _)| name != "csrf").collect()
}

/// A correction of what a letter asks, read back and then done.
async fn corrected(officer: &Browser, path: &str, (duty, what): (&str, &str), value: &str) -> Answer {
    let field = format!("{}_{duty}", if what == "off" { "reason" } else { "due" });
    let fields = [("duty", duty), ("what", what), (field.as_str(), value)];
    let read = officer.send(path, &fields).await;
    if read.attribute("button[value=do]", "value").is_none() {
        return read;
    }
    officer.send(path, &[&fields[..], &[("step", "do")]].concat()).await
}

/// The same with other fields; what is given last counts.
async fn posted(officer: &Browser, letter: DocumentId, units: &[String], others: &[(&str, &str)]) -> Answer {
    let path = format!("/ky/quang-ninh-viii/gui/{letter}");
    let page = officer.get(&path).await;
    let words: Vec<_> = TASKS.iter().map(|task| page.select(&format!("#words_{task}")).concat()).collect();
    let days: Vec<_> =
        TASKS.iter().map(|task| page.attribute(&format!("#due_{task}"), "value").unwrap_or_default()).collect();
    let names: Vec<_> =
        TASKS.iter().map(|task| [format!("task_{task}"), format!("words_{task}"), format!("due_{task}")]).collect();
    let mut fields = vec![("level", "district"), ("on", "19/8/2020"), ("report_due", "15/7/2021"), ("mail", "co")];
    for (index, [task, text, due]) in names.iter().enumerate() {
        fields.extend([(task.as_str(), "co"), (text.as_str(), &words[index]), (due.as_str(), &days[index])]);
    }
    fields.extend(units.iter().map(|unit| ("units", unit.as_str())));
    fields.retain(|(name, _)| !others.iter().any(|(other, _)| other == name));
    fields.extend(others);
    officer.send(&path, &fields).await
}

/// The campaign after the letter went out to all thirteen, with one unit's contact.
pub(crate) struct Sent {
    edition: EditionId,
    pub(crate) units: BTreeMap<String, UnitId>,
    officer: Browser,
    contact: Browser,
}

const TOWN: &str = "Thị xã Đông Triều";

pub(crate) async fn sent(house: &TestHouse) -> Sent {
    let edition = launched(house).await;
    let units = districts(house).await;
    let letter = signed_letter(house).await;
    house.account_for("dong.trieu", "Hoàng Thị Mai", &[(Role::UnitContact, Scope::Unit(units[TOWN]))]).await;
    let officer = house.signed_in("chuyen.vien").await;
    let all: Vec<_> = units.values().map(ToString::to_string).collect();
    let answer = send(&officer, letter, &all).await;
    assert_eq!(answer.status(), 303, "{:?}", answer.select(".govuk-error-summary a"));
    let contact = house.signed_in("dong.trieu").await;
    Sent { edition, units, officer, contact }
}

impl Sent {
    async fn standing(&self, house: &TestHouse, unit: &str) -> UnitStanding {
        let mut db = house.house().read().await.unwrap();
        let all = standings(&mut db, self.edition).await.unwrap();
        all.into_iter().find(|row| row.unit.id == self.units[unit]).unwrap()
    }

    async fn sending(&self, house: &TestHouse, unit: &str) -> SendingId {
        self.standing(house, unit).await.sendings[0].sending.id
    }

    /// The address of the town's letter.
    async fn desk(&self, house: &TestHouse) -> String {
        format!("/don-vi/cong-viec/{}", self.sending(house, TOWN).await)
    }

    /// The words of the town's row of the board.
    async fn row(&self) -> Vec<String> {
        let page = self.officer.get("/ky/quang-ninh-viii/tien-do").await;
        let names = page.select("tbody th");
        let cells = page.select("tbody td");
        let place = names.iter().position(|name| name == TOWN).unwrap();
        let width = cells.len() / names.len();
        cells[place * width..(place + 1) * width].to_vec()
    }
}

/// A report whose figures agree.
fn figures(seen: &'static str) -> Vec<(&'static str, &'static str)> {
    vec![
        ("seen", seen),
        ("documents_issued", "3"),
        ("publicity_items", "5"),
        ("people_reached", "1.250"),
        ("entries_mobilised", "4"),
        ("local_contest", "co"),
        ("local_entries", "9"),
        ("local_forwarded", "2"),
        ("initiatives", "17"),
        ("commendations", "6"),
        ("difficulties", "Ít kinh phí khen thưởng."),
        ("proposals", ""),
    ]
}

both! {
    async fn a_draft_is_not_sent_and_nobody_is_told(house: TestHouse) {
        launched(&house).await;
        let units = districts(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let [.., draft] = crate::correspondence::chain(&officer).await;
        let answer = send(&officer, draft, &[units[TOWN].to_string()]).await;
        assert!(answer.says("Ghi số và ngày trước khi gửi."));
        assert!(outbox_mails(&mut house.house().read().await.unwrap(), 10).await.unwrap().is_empty());
    }

    async fn the_letter_goes_to_thirteen_units_once_with_five_tasks_and_days_from_the_calendar(house: TestHouse) {
        let sent = sent(&house).await;
        let mut db = house.house().read().await.unwrap();
        let rows = standings(&mut db, sent.edition).await.unwrap();
        assert_eq!((rows.len(), rows.iter().map(|row| row.tasks.len()).sum::<usize>()), (13, 65));
        let town = sent.standing(&house, TOWN).await;
        let tasks: Vec<_> = town.tasks.iter().map(|task| (task.kind.code(), task.due)).collect();
        let (intake, report) = (Some(date(2021, 6, 30)), Some(date(2021, 7, 15)));
        let expected = TASKS.into_iter().zip([report, intake, intake, report, intake]).collect::<Vec<_>>();
        assert_eq!(tasks, expected);
        assert_eq!(town.tasks[2].text, "Tổ chức phát động phong trào đổi mới sáng tạo", "the letter's own words");
        let mails = outbox_mails(&mut db, 10).await.unwrap();
        assert_eq!(mails.iter().map(|mail| mail.recipient.as_str()).collect::<Vec<_>>(), ["dong.trieu@vidu.invalid"]);
        assert!(mails[0].subject.starts_with("Công văn 213/LHH-KHCN"));
        drop(db);
        let letter = town.sendings[0].sending.document;
        let again = send(&sent.officer, letter, &[town.unit.id.to_string()]).await;
        assert_eq!(again.attributes(".govuk-error-summary a", "href"), ["#units"]);
        assert_eq!(sent.officer.get(&format!("/ky/quang-ninh-viii/gui/{letter}")).await.attributes("input[name=units]", "value"), Vec::<String>::new());
    }

    /// Whoever trusts the marks gives nobody a task that no paper gives.
    async fn what_the_letter_does_not_say_is_not_marked(house: TestHouse) {
        launched(&house).await;
        districts(&house).await;
        let five = signed_letter(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let three = crate::correspondence::letter_of_three_dashes(&officer).await;
        let marked = async |path: &str, name: &str| {
            let page = officer.get(&format!("/ky/quang-ninh-viii/gui/{path}")).await;
            page.attributes(&format!("input[name^={name}][checked]"), "value").len()
        };
        assert_eq!((marked(&five.to_string(), "task_").await, marked(&five.to_string(), "units").await), (5, 13));
        let none = format!("{five}?level=district&on=19/8/2020&units=none");
        assert_eq!((marked(&none, "task_").await, marked(&none, "units").await), (5, 0));
        assert_eq!(marked(&three.to_string(), "task_").await, 0);
        let page = officer.get(&format!("/ky/quang-ninh-viii/gui/{three}")).await;
        assert!(page.says("Công văn không có đúng năm gạch đầu dòng") && !page.says("Lời lấy từ"), "{}", page.text());
        assert!(page.says("Cử một cán bộ đầu mối"), "{}", page.text());
    }

    /// Nothing goes out before it was read back; then it goes out as it was read.
    async fn the_letter_is_read_back_before_it_goes_out(house: TestHouse) {
        launched(&house).await;
        let units = districts(&house).await;
        let letter = signed_letter(&house).await;
        let (town, island) = (units[TOWN], units["Huyện Cô Tô"]);
        house.account_for("dong.trieu", "Hoàng Thị Mai", &[(Role::UnitContact, Scope::Unit(town))]).await;
        let officer = house.signed_in("chuyen.vien").await;
        let to = [town.to_string(), island.to_string()];
        let read = posted(&officer, letter, &to, &[("due_commend", "20/7/2021")]).await;
        for words in ["Gửi đến 2 đơn vị", "Giao 5 nhiệm vụ", "hạn 20/7/2021", "hạn 15/7/2021", "Thư báo tới 1 đầu mối."] {
            assert!(read.says(words), "{words}: {}", read.text());
        }
        assert!(read.says("1 đơn vị không có đầu mối nhận được thư") && read.says("Huyện Cô Tô"), "{}", read.text());
        let board = "/ky/quang-ninh-viii/tien-do";
        assert_eq!(officer.get(board).await.select("tbody th").len(), 0, "it was only read");
        let kept = kept(&read);
        let kept: Vec<_> = kept.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let path = format!("/ky/quang-ninh-viii/gui/{letter}");
        let back = officer.send(&path, &[&kept[..], &[("step", "change")]].concat()).await;
        assert_eq!(back.attribute("#due_commend", "value").as_deref(), Some("20/7/2021"), "nothing typed is lost");
        assert_eq!(back.attributes("input[name=units][checked]", "value").len(), 2);
        let mut other = kept.clone();
        other.retain(|(name, _)| *name != "due_commend");
        let other = officer.send(&path, &[&other[..], &[("due_commend", "21/7/2021"), ("step", "send")]].concat()).await;
        assert!(other.says("đã đổi từ khi đọc lại"), "only what was read goes out: {}", other.text());
        let page = format!("/ky/quang-ninh-viii/van-ban/{letter}");
        assert!(officer.get(&page).await.attribute("a[href$=sua-so]", "href").is_some());
        let sent = officer.send(&path, &[&kept[..], &[("step", "send")]].concat()).await;
        assert_eq!(sent.status(), 303, "{}", sent.text());
        assert_eq!(officer.get(board).await.select("tbody th").len(), 2);
        assert!(officer.get(&page).await.attribute("a[href$=sua-so]", "href").is_none(), "its number went out");
        let choices = officer.get(board).await.select("#letter option");
        assert_eq!(choices, ["213/LHH-KHCN ngày 19/8/2020, gửi 19/8/2020"]);
        assert_eq!(officer.get(&format!("{board}?letter=xyz")).await.status(), 422);
        assert_eq!(officer.get(&format!("{board}?letter=01900000-0000-7000-8000-000000000000")).await.status(), 422);
    }

    /// Choosing all or none, or other units, loses nothing of what was typed; every fault comes at once.
    async fn marking_units_loses_no_words(house: TestHouse) {
        launched(&house).await;
        let units = districts(&house).await;
        let letter = signed_letter(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let one = [units[TOWN].to_string()];
        let typed = [("words_commend", "Lời viết tay"), ("due_commend", "20/7/2021")];
        let marked = async |step: &str| {
            let page = posted(&officer, letter, &one, &[&typed[..], &[("step", step)]].concat()).await;
            assert_eq!(page.select("#words_commend"), ["Lời viết tay"], "{step}");
            assert_eq!(page.attribute("#due_commend", "value").as_deref(), Some("20/7/2021"), "{step}");
            page.attributes("input[name=units][checked]", "value").len()
        };
        assert_eq!((marked("all").await, marked("none").await, marked("change").await), (13, 0, 1));
        let wrong = [("words_commend", ""), ("due_launch_movement", "khong"), ("report_due", "18/8/2020")];
        let wrong = posted(&officer, letter, &[], &wrong).await;
        let mut faults = wrong.attributes(".govuk-error-summary a", "href");
        faults.sort();
        assert_eq!(faults, ["#due_launch_movement", "#report_due", "#units", "#words_commend"]);
    }

    async fn nobody_is_asked_for_anything_by_a_day_that_is_over(house: TestHouse) {
        launched(&house).await;
        let units = districts(&house).await;
        let letter = signed_letter(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let past = [("due_commend", "1/1/2020"), ("report_due", "18/8/2020"), ("step", "send")];
        let refused = posted(&officer, letter, &[units[TOWN].to_string()], &past).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#due_commend", "#report_due"]);
        assert!(refused.says("Hạn 1/1/2020 đã qua. Hôm nay là 19/8/2020"), "{}", refused.text());
        house.set_clock("2021-07-02T09:00:00+07:00");
        let late = officer.get(&format!("/ky/quang-ninh-viii/gui/{letter}")).await;
        assert_eq!(late.attribute("#due_publicise_and_mobilise", "value").as_deref(), Some(""), "not a day that is over");
    }

    /// What was asked by mistake burdens nobody any longer, and says why.
    async fn a_task_is_called_off_for_all_who_have_not_answered(house: TestHouse) {
        let sent = sent(&house).await;
        let desk = sent.desk(&house).await;
        let letter = sent.standing(&house, TOWN).await.sendings[0].sending.document;
        let path = format!("/ky/quang-ninh-viii/gui/{letter}/nhiem-vu");
        let hrefs = sent.contact.get(&desk).await.attributes(".govuk-task-list__link", "href");
        let done = [("answer", "done"), ("evidence", "Quyết định 12/QĐ-UBND"), ("reason", "")];
        assert_eq!(sent.contact.send(&hrefs[3], &done).await.status(), 303);
        let silent = corrected(&sent.officer, &path, ("commend", "off"), " ").await;
        assert_eq!(silent.attributes(".govuk-error-summary a", "href"), ["#reason_commend"]);
        let ids = silent.attributes("main [id]", "id");
        assert_eq!(ids.iter().collect::<std::collections::BTreeSet<_>>().len(), ids.len(), "every id once");
        let why = "Công văn không giao việc này.";
        let read = sent.officer.send(&path, &[("duty", "commend"), ("what", "off"), ("reason_commend", why)]).await;
        assert!(read.says("Thôi giao cho 12 đơn vị chưa trả lời") && read.says(why), "{}", read.text());
        for duty in ["hold_local_contest", "commend", "report"] {
            let off = corrected(&sent.officer, &path, (duty, "off"), why).await;
            assert_eq!(off.status(), 303, "{duty}: {}", off.text());
        }
        let page = sent.contact.get(&desk).await;
        assert_eq!(
            page.select(".ht-tasks .govuk-task-list__status"),
            ["Đã giao", "Đã giao", "Đã giao", "Đã thực hiện", "Đã thôi giao"],
            "what was answered stays answered"
        );
        assert!(page.says(why) && !page.attributes("a", "href").contains(&format!("{desk}/bao-cao")), "{}", page.text());
        let late = sent.contact.send(&hrefs[4], &done).await;
        assert!(late.says("Nhiệm vụ này đã thôi giao"), "{}", late.text());
        let report = sent.contact.send_files(&format!("{desk}/bao-cao"), &figures("0"), &[]).await;
        assert!(report.says("Yêu cầu báo cáo đã được rút"), "{}", report.text());
        let board = sent.officer.get("/ky/quang-ninh-viii/tien-do").await;
        assert_eq!(board.select("tfoot td"), ["0/13", "0/13", "0/13", "0/13", "1/1", "0/0", "0"], "nobody owes them");
        assert_eq!(summary(&mut house.house().read().await.unwrap(), sent.edition).await.unwrap().sum.asked, 0);
        let twice = corrected(&sent.officer, &path, ("report", "off"), why).await;
        assert!(twice.says("Không còn đơn vị nào chờ trả lời mục này."), "{}", twice.text());
        assert_eq!(corrected(&sent.contact, &path, ("commend", "off"), why).await.status(), 403);
        let lines = lines_about(&mut house.house().read().await.unwrap(), &letter.to_string()).await.unwrap();
        let off: Vec<_> = lines.iter().filter(|line| line.event == "letter.duty_called_off").collect();
        assert!(off.len() == 3 && off.iter().all(|line| !line.facts.contains("không giao")), "{off:?}");
    }

    async fn a_task_gets_another_day(house: TestHouse) {
        let sent = sent(&house).await;
        let letter = sent.standing(&house, TOWN).await.sendings[0].sending.document;
        let path = format!("/ky/quang-ninh-viii/gui/{letter}/nhiem-vu");
        let past = corrected(&sent.officer, &path, ("commend", "due"), "1/8/2020").await;
        assert_eq!(past.attributes(".govuk-error-summary a", "href"), ["#due_commend"]);
        assert_eq!(past.attribute("#due_commend", "value").as_deref(), Some("1/8/2020"), "what was typed is there");
        let none = corrected(&sent.officer, &path, ("report", "due"), "").await;
        assert_eq!(none.attributes(".govuk-error-summary a", "href"), ["#due_report"], "a report has its day");
        for (duty, due) in [("commend", "1/9/2021"), ("report", "2/9/2021")] {
            assert_eq!(corrected(&sent.officer, &path, (duty, "due"), due).await.status(), 303);
        }
        let town = sent.standing(&house, TOWN).await;
        assert_eq!((town.tasks[3].due, town.reports[0].request.due), (Some(date(2021, 9, 1)), date(2021, 9, 2)));
        let line = lines_about(&mut house.house().read().await.unwrap(), &letter.to_string()).await.unwrap();
        assert!(line.iter().any(|line| line.event == "letter.due_changed" && line.facts.contains("2021-09-02")));
    }

    async fn whoever_is_silent_is_written_once_a_day_or_must_be_called(house: TestHouse) {
        let sent = sent(&house).await;
        house.account_for("ba.che", "Tằng Văn Lý", &[(Role::UnitContact, Scope::Unit(sent.units["Huyện Ba Chẽ"]))]).await;
        let letter = sent.standing(&house, TOWN).await.sendings[0].sending.document;
        let path = format!("/ky/quang-ninh-viii/don-doc/{letter}");
        sent.contact.send(&format!("{}/xac-nhan", sent.desk(&house).await), &[]).await;
        let page = sent.officer.get(&path).await;
        let rows = page.select("#confirmation tbody tr");
        assert_eq!(rows.len(), 12, "{rows:?}");
        assert!(rows[0].contains("Huyện Ba Chẽ") && rows[0].contains("ba.che@vidu.invalid"), "{}", rows[0]);
        assert!(rows[1].contains("Không có thư điện tử, cần gọi điện"), "{}", rows[1]);
        let mails = async || outbox_mails(&mut house.house().read().await.unwrap(), 20).await.unwrap();
        assert_eq!(mails().await.len(), 1, "the letter itself");
        assert_eq!(sent.officer.send(&path, &[("about", "confirmation")]).await.status(), 303);
        let written = mails().await;
        assert_eq!(written.len(), 2);
        assert!(written.iter().any(|mail| mail.recipient == "ba.che@vidu.invalid" && mail.subject == "Nhắc xác nhận Công văn 213/LHH-KHCN"));
        let twice = sent.officer.send(&path, &[("about", "confirmation")]).await;
        assert!(twice.says("Hôm nay đã gửi thư nhắc."), "{}", twice.text());
        assert!(twice.select("#confirmation tbody tr")[0].contains("lúc 9 giờ"), "{:?}", twice.select("#confirmation tbody tr"));
        assert_eq!(mails().await.len(), 2);
        house.set_clock("2020-08-20T09:00:00+07:00");
        assert_eq!(sent.officer.send(&path, &[("about", "report")]).await.status(), 303);
        assert_eq!(mails().await.len(), 4, "town and Ba Chẽ owe a report");
        assert_eq!(sent.contact.send(&path, &[("about", "report")]).await.status(), 403);
        assert_eq!(sent.officer.get(&path).await.select("#tasks tbody tr").len(), 13, "nobody answered a task");
        assert_eq!(sent.officer.send(&path, &[("about", "tasks")]).await.status(), 303);
        assert_eq!(mails().await.len(), 6);
        let lines = lines_about(&mut house.house().read().await.unwrap(), &letter.to_string()).await.unwrap();
        assert_eq!(lines.iter().filter(|line| line.event == "letter.reminded").count(), 3);
    }

    /// Where nobody has an address, nobody was written.
    async fn a_list_in_which_nobody_can_be_written_says_so(house: TestHouse) {
        let sent = sent(&house).await;
        let letter = sent.standing(&house, TOWN).await.sendings[0].sending.document;
        sent.contact.send(&format!("{}/xac-nhan", sent.desk(&house).await), &[]).await;
        let page = sent.officer.get(&format!("/ky/quang-ninh-viii/don-doc/{letter}")).await;
        let says = page.select("#confirmation").concat();
        assert!(says.contains("Không đơn vị nào trong danh sách có đầu mối nhận được thư."), "{says}");
        assert!(!says.contains("Hôm nay đã nhắc"), "{says}");
    }

    /// A second letter does not make the first forgotten, and no report is urged months ahead.
    async fn the_desk_names_each_letter_that_waits(house: TestHouse) {
        let sent = sent(&house).await;
        let second = crate::correspondence::letter_of_three_dashes(&sent.officer).await;
        let only = sent.units[TOWN].to_string();
        let fields = [("level", "district"), ("on", "19/8/2020"), ("units", only.as_str())];
        let read = sent.officer.send(&format!("/ky/quang-ninh-viii/gui/{second}"), &fields).await;
        let answer = as_read(&sent.officer, second, read).await;
        assert_eq!(answer.status(), 303, "{}", answer.text());
        let desk = sent.officer.get("/ban-lam-viec").await;
        let todos = desk.select(".ht-todo__what");
        for says in ["Công văn 213/LHH-KHCN: 13 đơn vị chưa xác nhận đã nhận", "Công văn 214/LHH-KHCN: 1 đơn vị chưa xác nhận đã nhận"] {
            assert!(todos.iter().any(|todo| todo == says), "{todos:?}");
        }
        assert!(!todos.iter().any(|todo| todo.contains("báo cáo")), "{todos:?}");
        assert!(desk.says("đơn vị đã xác nhận 213/LHH-KHCN"), "{}", desk.text());
        house.set_clock("2021-07-01T09:00:00+07:00");
        let todos = sent.officer.get("/ban-lam-viec").await.select(".ht-todo__what");
        assert!(todos.iter().any(|todo| todo == "Công văn 213/LHH-KHCN: 13 đơn vị chưa gửi báo cáo"), "{todos:?}");
    }

    async fn units_that_do_not_exist_on_the_day_get_no_letter(house: TestHouse) {
        launched(&house).await;
        districts(&house).await;
        let letter = signed_letter(&house).await;
        let mut db = house.house().read().await.unwrap();
        let later = units_of_level(&mut db, UnitLevel::Commune, date(2025, 7, 1)).await.unwrap();
        let new = later.iter().find(|unit| !unit.stands_on(date(2020, 8, 19))).unwrap().id.to_string();
        drop(db);
        let answer = send(&house.signed_in("chuyen.vien").await, letter, &[new]).await;
        assert!(answer.says("1 đơn vị đã chọn không hoạt động vào ngày 19/8/2020"));
    }

    async fn a_contact_reads_the_letter_as_a_letter_and_one_click_confirms_it_and_takes_on_its_tasks(house: TestHouse) {
        let sent = sent(&house).await;
        let desk = sent.desk(&house).await;
        assert_eq!(sent.contact.get("/don-vi/cong-viec").await.location(), desk);
        let page = sent.contact.get(&desk).await;
        assert_eq!(page.select(".ht-paper__number"), ["Số: 213/LHH-KHCN"]);
        let crumbs = page.attributes(".govuk-breadcrumbs a", "href");
        assert!(!crumbs.contains(&"/don-vi/cong-viec".to_owned()), "leads here again: {crumbs:?}");
        assert_eq!(page.select(".ht-tasks .govuk-task-list__status"), ["Đã giao"; 5]);
        assert!(sent.standing(&house, TOWN).await.sendings[0].opened_at.is_some());
        let confirm = page.attribute(".ht-notice form", "action").unwrap();
        assert_eq!(sent.contact.send(&confirm, &[]).await.location(), desk);
        let after = sent.contact.get(&desk).await;
        assert!(after.says("Hoàng Thị Mai, 9 giờ") && after.says("ngày 19/8/2020, trên hệ thống."));
        assert_eq!(after.select(".ht-tasks .govuk-task-list__status"), ["Đang thực hiện"; 5]);
        let twice = sent.contact.send(&confirm, &[]).await;
        assert!(twice.says("Đơn vị đã xác nhận nhận văn bản này"));
        assert_eq!(sent.row().await[0], "Đã xác nhận 19/8/2020");
    }

    async fn another_unit_s_contact_learns_nothing_of_it(house: TestHouse) {
        let sent = sent(&house).await;
        let other = sent.units["Huyện Ba Chẽ"];
        house.account_for("ba.che", "Tằng Văn Lý", &[(Role::UnitContact, Scope::Unit(other))]).await;
        let stranger = house.signed_in("ba.che").await;
        let desk = sent.desk(&house).await;
        for path in ["", "/pdf", "/bao-cao", "/tuyen-truyen"] {
            assert_eq!(stranger.get(&format!("{desk}{path}")).await.status(), 404, "{path}");
        }
        assert_eq!(stranger.send(&format!("{desk}/xac-nhan"), &[]).await.status(), 404);
        assert_eq!(stranger.get("/ky/quang-ninh-viii/tien-do").await.status(), 403);
        let tasks: Vec<Value> = stranger.get("/api/v1/tasks?edition=quang-ninh-viii").await.json();
        assert!(tasks.len() == 5 && tasks.iter().all(|task| task["unit"] == other.to_string()));
    }

    async fn the_agency_records_a_confirmation_by_telephone_and_says_how_it_came(house: TestHouse) {
        let sent = sent(&house).await;
        house.set_clock("2020-08-21T10:00:00+07:00");
        let unit = sent.units[TOWN];
        let path = format!("/ky/quang-ninh-viii/tien-do/{unit}/xac-nhan/{}", sent.sending(&house, TOWN).await);
        let early = sent.officer.send(&path, &[("by_name", "Hoàng Thị Mai"), ("at", "18/8/2020"), ("how", "telephone")]).await;
        assert!(early.says("sớm hơn lúc gửi"));
        let wrong = sent.officer.send(&path, &[("by_name", ""), ("at", "x"), ("how", "in_app")]).await;
        assert_eq!(wrong.attributes(".govuk-error-summary a", "href"), ["#by_name", "#at", "#how"]);
        let right = [("by_name", "Hoàng Thị Mai"), ("at", "19/8/2020"), ("how", "telephone")];
        assert_eq!(sent.officer.send(&path, &right).await.status(), 303);
        assert_eq!(sent.row().await[0], "Đã xác nhận 19/8/2020");
        let standing = sent.officer.get(&format!("/ky/quang-ninh-viii/tien-do/{unit}")).await;
        assert!(standing.says("Hoàng Thị Mai, ngày 19/8/2020, qua điện thoại"), "{}", standing.text());
        assert_eq!(sent.contact.send(&path, &right).await.status(), 403, "nobody records on behalf of oneself");
    }

    async fn publicity_is_recorded_with_its_photo_and_the_same_link_is_noticed(house: TestHouse) {
        let sent = sent(&house).await;
        let desk = sent.desk(&house).await;
        let path = format!("{desk}/tuyen-truyen");
        let page = sent.contact.get(&path).await;
        assert_eq!(page.attribute("#on", "value").as_deref(), Some("19/8/2020"), "today is filled in");
        let fields = [
            ("channel", "component_portal"),
            ("on", "19/8/2020"),
            ("title", "Phát động Hội thi"),
            ("link", "https://dong-trieu.example/tin/1"),
            ("reach", "1.200"),
        ];
        let photo: &[(&str, &str, &[u8])] = &[("photo", "anh.pdf", SCAN)];
        assert_eq!(sent.contact.send_files(&path, &fields, photo).await.status(), 303);
        let listed = sent.contact.get(&path).await;
        assert_eq!(listed.select("tbody .ht-title a"), ["Phát động Hội thi", "Ảnh chụp"]);
        let shown = listed.attribute("tbody .ht-title a:last-child", "href").unwrap();
        assert_eq!(sent.contact.get(&shown).await.bytes(), SCAN);
        assert_eq!(house.browser().get(&shown).await.status(), 303, "a stranger is sent to the door");
        let twice = sent.contact.send_files(&path, &fields, &[]).await;
        assert_eq!(twice.attributes(".govuk-error-summary a", "href"), ["#link"]);
        let wrong = [("channel", "x"), ("on", "20/8/2020"), ("title", ""), ("link", "javascript:1"), ("reach", "nhiều")];
        let bad: &[(&str, &str, &[u8])] = &[("photo", "anh.png", b"khong phai anh")];
        let all = sent.contact.send_files(&path, &wrong, bad).await;
        assert_eq!(
            all.attributes(".govuk-error-summary a", "href"),
            ["#channel", "#title", "#link", "#photo", "#on", "#reach"]
        );
        assert_eq!(sent.standing(&house, TOWN).await.publicity, 1);
    }

    async fn a_task_is_answered_once_as_done_or_with_nothing_to_report(house: TestHouse) {
        let sent = sent(&house).await;
        let desk = sent.desk(&house).await;
        let hrefs = sent.contact.get(&desk).await.attributes(".govuk-task-list__link", "href");
        let (movement, local) = (&hrefs[2], &hrefs[4]);
        let silent = sent.contact.send(movement, &[("answer", "done"), ("evidence", " "), ("reason", "")]).await;
        assert_eq!(silent.attributes(".govuk-error-summary a", "href"), ["#evidence"]);
        let done = [("answer", "done"), ("evidence", "Kế hoạch 58/KH-UBND ngày 18/8/2020"), ("reason", "")];
        assert_eq!(sent.contact.send(movement, &done).await.status(), 303);
        let twice = sent.contact.send(movement, &done).await;
        assert!(twice.says("Nhiệm vụ này đã được trả lời"));
        let why = sent.contact.send(local, &[("answer", "nothing"), ("evidence", ""), ("reason", "")]).await;
        assert_eq!(why.attributes(".govuk-error-summary a", "href"), ["#reason"]);
        house.set_clock("2021-07-02T09:00:00+07:00");
        let nothing = [("answer", "nothing"), ("evidence", ""), ("reason", "Thị xã tham gia Hội thi cấp tỉnh.")];
        assert_eq!(sent.contact.send(local, &nothing).await.status(), 303);
        assert_eq!(
            sent.contact.get(&desk).await.select(".ht-tasks .govuk-task-list__status"),
            ["Đã giao", "Quá hạn", "Đã thực hiện", "Đã giao", "Không phát sinh"]
        );
        let row = sent.row().await;
        assert_eq!([&row[2], &row[3], &row[5]], ["Quá hạn quá 2 ngày", "Đã thực hiện", "Không phát sinh muộn 2 ngày"]);
        let unit = sent.officer.get(&format!("/ky/quang-ninh-viii/tien-do/{}", sent.units[TOWN])).await;
        assert!(unit.says("Kế hoạch 58/KH-UBND ngày 18/8/2020") && unit.says("Thị xã tham gia Hội thi cấp tỉnh."));
        let lines = lines_about(&mut house.house().read().await.unwrap(), movement.rsplit('/').next().unwrap()).await.unwrap();
        assert!(!lines[0].facts.contains("58/KH-UBND"), "what a unit writes stays out of the journal");
    }

    async fn a_report_comes_filled_in_and_adds_up_with_who_is_late_and_who_is_missing(house: TestHouse) {
        let sent = sent(&house).await;
        let desk = sent.desk(&house).await;
        let path = format!("{desk}/bao-cao");
        assert_eq!(sent.contact.get(&desk).await.status(), 200);
        let seen = [("channel", "meeting"), ("on", "19/8/2020"), ("title", "Hội nghị"), ("link", ""), ("reach", "80")];
        sent.contact.send_files(&format!("{desk}/tuyen-truyen"), &seen, &[]).await;
        let page = sent.contact.get(&path).await;
        let value = |field: &str| page.attribute(&format!("#{field}"), "value");
        assert_eq!(["publicity_items", "people_reached", "entries_mobilised"].map(value), ["1", "80", "0"].map(|v| Some(v.to_owned())));
        assert!(page.says("Hệ thống đã ghi nhận 80."));
        assert_eq!(value("initiatives").as_deref(), Some(""), "what is not known is not made up");
        let contradicting: Vec<_> = figures("0").into_iter().map(|(name, value)| if name == "local_forwarded" { (name, "10") } else { (name, value) }).collect();
        let refused = sent.contact.send_files(&path, &contradicting, &[]).await;
        assert!(refused.says("Số gửi lên (10) không thể nhiều hơn số giải pháp dự Hội thi của đơn vị (9)"));
        assert_eq!(sent.contact.send_files(&path, &figures("0"), &[("file", "bao-cao.pdf", SCAN)]).await.status(), 303);
        assert!(sent.contact.get(&path).await.says("Đã gửi báo cáo, bản 1"));
        let stale = sent.contact.send_files(&path, &figures("0"), &[]).await;
        assert!(stale.says("Có người vừa trả lời mục này"));

        // Before the day nobody is late.
        let calm = sent.officer.get("/ky/quang-ninh-viii/tong-hop").await;
        assert!(calm.says("12 đơn vị chưa báo cáo, hạn 15/7/2021") && calm.select(".ht-notice--stop").is_empty());
        house.set_clock("2021-07-20T09:00:00+07:00");
        let late = sent.sending(&house, "Huyện Ba Chẽ").await;
        let on_behalf = format!("/ky/quang-ninh-viii/tien-do/{}/bao-cao/{late}", sent.units["Huyện Ba Chẽ"]);
        let mut fields = figures("0");
        fields.extend([("received_on", "18/7/2021"), ("how", "paper")]);
        let entered = sent.officer.send_files(&on_behalf, &fields, &[("file", "bao-cao.pdf", SCAN)]).await;
        assert_eq!(entered.status(), 303, "{}", entered.text());

        let mut db = house.house().read().await.unwrap();
        let sum = summary(&mut db, sent.edition).await.unwrap();
        drop(db);
        assert_eq!((sum.sum.asked, sum.sum.answered, sum.sum.late, sum.sum.missing.len()), (13, 2, 1, 11));
        assert_eq!((sum.sum.totals.people_reached, sum.sum.totals.initiatives, sum.sum.totals.local_entries), (2500, 34, 18));
        assert_eq!(sum.late().iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>(), ["Huyện Ba Chẽ"]);
        let page = sent.officer.get("/ky/quang-ninh-viii/tong-hop").await;
        assert!(page.says("2 trên 13 đơn vị đã báo cáo.") && page.says("11 đơn vị chưa báo cáo") && page.says("muộn 3 ngày"));
        assert!(page.says("Thị xã Đông Triều: Ít kinh phí khen thưởng."));
        let pdf = sent.officer.get("/ky/quang-ninh-viii/tong-hop/pdf").await;
        assert!(pdf.status() == 200 && pdf.bytes().starts_with(b"%PDF-"));
        let row = sent.row().await;
        assert_eq!([&row[0], &row[2]], ["Đã mở xem", "Quá hạn quá 20 ngày"]);
        let town = sent.standing(&house, TOWN).await;
        assert_eq!(town.tasks[0].answered_at().map(day_in_vietnam), Some(date(2020, 8, 19)), "the report answers its task");
    }

    async fn the_same_through_the_api(house: TestHouse) {
        let sent = sent(&house).await;
        let post = axum::http::Method::POST;
        let letters: Vec<Value> = sent.officer.get("/api/v1/letters?edition=quang-ninh-viii").await.json();
        assert_eq!((letters.len(), &letters[0]["acknowledged_at"]), (13, &Value::Null));
        let mine = letters.iter().find(|each| each["unit"] == sent.units[TOWN].to_string()).unwrap();
        let path = format!("/api/v1/letters/{}/acknowledgement", mine["id"].as_str().unwrap());
        for (browser, status) in [(&sent.officer, 403), (&sent.contact, 204), (&sent.contact, 422)] {
            assert_eq!(browser.json(post.clone(), &path, &Value::Null).await.status(), status);
        }
        let letters: Vec<Value> = sent.officer.get("/api/v1/letters?edition=quang-ninh-viii").await.json();
        assert_eq!(letters.iter().filter(|each| each["acknowledged_how"] == "in_app").count(), 1);
        let missing = sent.officer.get("/api/v1/letters").await;
        let missing: Value = missing.json();
        assert_eq!(missing["refusals"][0]["field"], "edition");
        let tasks: Vec<Value> = sent.contact.get("/api/v1/tasks?edition=quang-ninh-viii").await.json();
        let task = tasks[3]["id"].as_str().unwrap();
        let path = format!("/api/v1/tasks/{task}/answer");
        let empty = sent.contact.json(post.clone(), &path, &json!({ "nothing": "" })).await;
        assert_eq!((empty.status(), &empty.json::<Value>()["refusals"][0]["code"]), (422, &json!("campaign.reason_missing")));
        let done = sent.contact.json(post.clone(), &path, &json!({ "done": "QĐ 12" })).await;
        assert_eq!(done.status(), 204);
        let reports: Vec<Value> = sent.officer.get("/api/v1/reports?edition=quang-ninh-viii").await.json();
        let mine = reports.iter().find(|each| each["unit"] == sent.units[TOWN].to_string()).unwrap();
        let report = json!({
            "request": mine["request"], "documents_issued": 1, "publicity_items": 0, "people_reached": 5,
            "entries_mobilised": 0, "local_contest": null, "initiatives": 0, "commendations": 0
        });
        let refused = sent.contact.json_over(post.clone(), "/api/v1/reports", 0, &report).await;
        assert_eq!(refused.json::<Value>()["refusals"][0]["code"], "campaign.reached_by_nothing");
        let mut right = report.clone();
        right["people_reached"] = json!(0);
        assert_eq!(sent.contact.json_over(post.clone(), "/api/v1/reports", 0, &right).await.status(), 201);
        assert_eq!(sent.officer.json_over(post, "/api/v1/reports", 0, &right).await.status(), 403, "the agency is no unit");
    }

    async fn the_board_is_filtered_and_says_its_totals(house: TestHouse) {
        let sent = sent(&house).await;
        sent.contact.send(&format!("{}/xac-nhan", sent.desk(&house).await), &[]).await;
        let board = sent.officer.get("/ky/quang-ninh-viii/tien-do").await;
        assert_eq!(
            board.select("thead th.ht-board__col"),
            ["Xác nhận", "Chỉ đạo 15/7/2021", "Tuyên truyền 30/6/2021", "Phong trào 30/6/2021", "Khen thưởng 15/7/2021", "Hội thi cơ sở 30/6/2021", "Báo cáo 15/7/2021", "Tin, bài"],
            "in the letter's order"
        );
        assert_eq!(board.select("tfoot td"), ["1/13", "0/13", "0/13", "0/13", "0/13", "0/13", "0/13", "0"]);
        assert_eq!(sent.officer.get("/ky/quang-ninh-viii/tien-do?show=late").await.select("tbody th").len(), 0);
        house.set_clock("2021-07-01T09:00:00+07:00");
        assert_eq!(sent.officer.get("/ky/quang-ninh-viii/tien-do?show=late").await.select("tbody th").len(), 13);
        assert_eq!(sent.officer.get("/ky/quang-ninh-viii/tien-do?x=1").await.status(), 422);
    }
}
