//! The letter reaches thirteen units; they confirm, publicise, answer and report; it adds up.

mod answered;
pub(crate) mod checked;
mod followed;
pub(crate) mod letter;
mod lived;
mod owed;
mod planned;

use hoithi_campaign::standings;
use hoithi_correspondence::documents_of;
use hoithi_journal::outbox_mails;
use hoithi_rules::correspondence::DocumentKind;
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{both, words_on_the_page};
use hoithi_units::{UnitLevel, units_of_level};
use jiff::civil::date;

use crate::correspondence::{launched, signed_letter};

pub(crate) use letter::{Sent, sent};
use letter::{TASKS, TOWN, districts, kept, posted, send};

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

    /// The board goes to a meeting on paper.
    async fn the_board_is_printed_with_its_day_and_what_its_colours_say(house: TestHouse) {
        let sent = sent(&house).await;
        let paper = sent.officer.send("/ky/quang-ninh-viii/tien-do/bang.pdf?level=district", &[]).await;
        assert_eq!(paper.header("content-type"), "application/pdf", "{}", paper.text());
        let words = words_on_the_page(paper.bytes());
        for said in ["Đông Triều", "Cô Tô", "Khen thưởng", "Tình hình đến ngày 19/8/2020", "Quá hạn", "213/LHH-KHCN"] {
            assert!(words.contains(said), "{said} in {words}");
        }
        assert_eq!(sent.contact.send("/ky/quang-ninh-viii/tien-do/bang.pdf", &[]).await.status(), 403);
    }

    /// A plan that is sent is called a plan.
    async fn what_is_sent_is_called_by_its_kind(house: TestHouse) {
        let sent = sent(&house).await;
        let cards = documents_of(&mut house.house().read().await.unwrap(), sent.edition).await.unwrap();
        let plan = cards.iter().find(|card| card.kind == DocumentKind::Plan).unwrap().id;
        assert_eq!(send(&sent.officer, plan, &[sent.units[TOWN].to_string()]).await.status(), 303);
        let mails = outbox_mails(&mut house.house().read().await.unwrap(), 10).await.unwrap();
        let mail = mails.iter().find(|mail| mail.subject.starts_with("Kế hoạch 86/KH-BTC")).expect("a plan is a plan");
        assert!(mail.body.contains("đã gửi Kế hoạch 86/KH-BTC về việc: Tổ chức Hội thi."), "{}", mail.body);
        assert!(sent.contact.get("/don-vi/cong-viec").await.says("Kế hoạch 86/KH-BTC ngày 27/7/2020"));
        let todos = sent.officer.get("/ban-lam-viec").await.select(".ht-todo__what");
        assert!(todos.iter().any(|todo| todo.starts_with("Kế hoạch 86/KH-BTC: ")), "{todos:?}");
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
        let page = officer.get(&format!("/ky/quang-ninh-viii/gui/{three}")).await;
        assert_eq!(page.attributes("input[name^=task_][checked]", "name"), ["task_name_contact", "task_publicise_and_mobilise"]);
        assert_eq!(page.select("#words_publicise_and_mobilise"), ["Phổ biến Thể lệ"]);
        assert_eq!(page.attribute("#report_due", "value").as_deref(), Some("15/7/2021"), "a report is no task");
    }

    /// The dashes of the shipped template, in their own order and number, are each the task that they name;
    /// what is none is told, and the letter read back names every task.
    async fn each_dash_is_the_task_that_it_names(house: TestHouse) {
        launched(&house).await;
        let units = districts(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let letter = crate::correspondence::letter_of_the_template(&officer).await;
        let page = officer.get(&format!("/ky/quang-ninh-viii/gui/{letter}")).await;
        assert_eq!(
            page.attributes("input[name^=task_][checked]", "name"),
            ["task_name_contact", "task_publicise_and_mobilise", "task_commend"]
        );
        assert_eq!(page.select("#words_commend"), ["Khen thưởng tập thể, cá nhân có thành tích trong Hội thi"]);
        assert_eq!(
            page.select("#words_publicise_and_mobilise"),
            ["Phổ biến Thể lệ trên cổng thông tin điện tử; Vận động người lao động gửi giải pháp tham gia"]
        );
        assert_eq!(page.select(".ht-notice li"), ["Bố trí kinh phí thực hiện"]);
        assert_eq!(page.attributes("#level option[selected]", "value"), ["department"], "whom the letter names first");
        assert!(page.says("Văn bản ghi Kính gửi: Các sở, ban, ngành; UBND các xã, phường."), "{}", page.text());
        let words = page.select("#words_commend").concat();
        let fields = [
            ("level", "district"), ("on", "19/8/2020"), ("units", &units[TOWN].to_string()), ("task_commend", "co"),
            ("words_commend", &words), ("due_commend", "20/7/2021"),
        ];
        let read = officer.send(&format!("/ky/quang-ninh-viii/gui/{letter}"), &fields).await;
        assert_eq!(read.select(".govuk-summary-list li strong"), ["Khen thưởng tập thể, cá nhân có thành tích"]);
        assert!(read.says(&words), "{}", read.text());
        assert!(page.says("Giao thành việc: Bố trí kinh phí thực hiện"), "{}", page.text());
        assert_eq!(page.attribute("#title_dash_1", "value").as_deref(), Some("Bố trí kinh phí thực hiện"));
        let untitled = [&fields[..], &[("task_dash_1", "co"), ("title_dash_1", ""), ("words_dash_1", ""), ("due_dash_1", "1/8/2020")]].concat();
        let refused = officer.send(&format!("/ky/quang-ninh-viii/gui/{letter}"), &untitled).await;
        let mut faults = refused.attributes(".govuk-error-summary a", "href");
        faults.sort();
        assert_eq!(faults, ["#due_dash_1", "#title_dash_1", "#words_dash_1"]);
        let dash = [("task_dash_1", "co"), ("title_dash_1", "Bố trí kinh phí"), ("words_dash_1", "Bố trí kinh phí thực hiện"), ("due_dash_1", "30/9/2020")];
        let read = officer.send(&format!("/ky/quang-ninh-viii/gui/{letter}"), &[&fields[..], &dash].concat()).await;
        assert_eq!(read.select(".govuk-summary-list li strong"), ["Khen thưởng tập thể, cá nhân có thành tích", "Bố trí kinh phí"]);
        assert_eq!(crate::campaign::letter::as_read(&officer, letter, read).await.status(), 303);
        let board = officer.get(&format!("/ky/quang-ninh-viii/tien-do?letter={letter}")).await;
        assert!(board.select("thead th.ht-board__col").contains(&"Bố trí kinh phí 30/9/2020".to_owned()), "{}", board.text());
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

    /// Which units are meant is said by the day of their list; a day to come or after a change is told.
    async fn the_read_back_names_the_day_of_its_units(house: TestHouse) {
        launched(&house).await;
        let units = districts(&house).await;
        let letter = signed_letter(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let read = posted(&officer, letter, &[units[TOWN].to_string()], &[]).await;
        assert!(read.says("đơn vị theo danh mục ngày 19/8/2020"), "{}", read.text());
        assert!(!read.says("Xem lại ngày của danh mục đơn vị"), "{}", read.text());
        let communes = officer.get(&format!("/ky/quang-ninh-viii/gui/{letter}?level=commune&on=1/7/2025")).await;
        let communes = communes.attributes("input[name=units]", "value");
        let read = posted(&officer, letter, &communes, &[("level", "commune"), ("on", "1/7/2025")]).await;
        // One of the fifty-four stood before.
        for words in ["danh mục ngày 1/7/2025", "Ngày 1/7/2025 chưa đến.", "53 đơn vị không có trong danh mục vào ngày 19/8/2020"] {
            assert!(read.says(words), "{words}: {}", read.text());
        }
    }

    /// A day of the units that is none is told at its field; the units wait, and every word.
    async fn a_day_that_is_none_is_told_and_loses_nothing(house: TestHouse) {
        launched(&house).await;
        let units = districts(&house).await;
        let letter = signed_letter(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        for day in ["", "32-ngay-sai"] {
            let page = officer.get(&format!("/ky/quang-ninh-viii/gui/{letter}?level=district&on={day}")).await;
            assert_eq!(page.attributes(".govuk-error-summary a", "href"), ["#on"], "{day}");
            assert!(page.says("“Đơn vị đang hoạt động vào ngày” cần một ngày có thật"), "{}", page.text());
        }
        let two = [units[TOWN].to_string(), units["Huyện Cô Tô"].to_string()];
        for (day, step) in [("", "all"), ("32-ngay-sai", "all"), ("", ""), ("32-ngay-sai", "")] {
            let typed = [("on", day), ("step", step), ("words_commend", "Lời viết tay")];
            let wrong = posted(&officer, letter, &two, &typed).await;
            assert_eq!(wrong.attributes(".govuk-error-summary a", "href"), ["#on"], "{day} {step}");
            assert_eq!(wrong.attribute("#on", "value").unwrap_or_default(), day);
            assert_eq!(wrong.select("#words_commend"), ["Lời viết tay"]);
            assert_eq!(wrong.attributes("input[type=hidden][name=units]", "value").len(), 2, "they wait for a day");
        }
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
}
