//! What follows a letter at the agency: who is silent, what is called off or gets another day, the board.

use hoithi_campaign::steps_of;
use hoithi_journal::{lines_about, outbox_mails};
use hoithi_rules::campaign::StepKind;
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::both;
use jiff::civil::date;

use super::letter::{TOWN, as_read, corrected, figures, sent};

both! {
    /// What was asked by mistake burdens nobody any longer, and says why.
    async fn a_task_is_called_off_for_all_who_have_not_answered(house: TestHouse) {
        let sent = sent(&house).await;
        let desk = sent.desk(&house).await;
        let letter = sent.standing(&house, TOWN).await.sendings[0].sending.document;
        let path = format!("/ky/quang-ninh-viii/gui/{letter}/nhiem-vu");
        let hrefs = sent.contact.get(&desk).await.attributes(".govuk-task-list__link", "href");
        let long = "ế".repeat(2_001);
        let wordy = sent.contact.send(&hrefs[3], &[("answer", "done"), ("evidence", &long), ("reason", "")]).await;
        assert_eq!(wordy.attributes(".govuk-error-summary a", "href"), ["#evidence"]);
        assert!(wordy.says("Nội dung có 2.001 ký tự, chỉ ghi được 2.000 ký tự."), "{}", wordy.text());
        let done = [("answer", "done"), ("evidence", "Quyết định 12/QĐ-UBND"), ("reason", "")];
        assert_eq!(sent.contact.send(&hrefs[3], &done).await.status(), 303);
        let wordy = corrected(&sent.officer, &path, ("commend", "off"), &long).await;
        assert_eq!(wordy.attributes(".govuk-error-summary a", "href"), ["#reason_commend"]);
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
        let begun = [("seen", "0"), ("draft", "0"), ("documents_issued", "3"), ("step", "draft")];
        let draft = sent.contact.send_files(&format!("{desk}/bao-cao"), &begun, &[]).await;
        assert!(draft.says("Yêu cầu báo cáo đã được rút"), "nothing is drafted in vain: {}", draft.text());
        let board = sent.officer.get("/ky/quang-ninh-viii/tien-do").await;
        assert_eq!(board.select("tfoot td"), ["0/13", "0/13", "0/13", "0/13", "1/1", "0/0", "0"], "nobody owes them");
        let mut db = house.house().read().await.unwrap();
        let lines = hoithi_reporting::reports_of(&mut db, sent.edition).await.unwrap();
        assert!(lines.iter().all(hoithi_reporting::ReportLine::is_withdrawn), "nobody is asked");
        drop(db);
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
        let desk = sent.desk(&house).await;
        let wish = format!("{desk}/viec/{}/gia-han", sent.standing(&house, TOWN).await.tasks[3].id);
        assert_eq!(sent.contact.send(&wish, &[("to", "25/7/2021"), ("why", "Bão")]).await.status(), 303);
        let waits = async || sent.officer.get("/ban-lam-viec").await.says("đề nghị gia hạn nhiệm vụ");
        assert!(waits().await);
        for (duty, due) in [("commend", "1/9/2021"), ("report", "2/9/2021")] {
            assert_eq!(corrected(&sent.officer, &path, (duty, "due"), due).await.status(), 303);
        }
        let town = sent.standing(&house, TOWN).await;
        assert_eq!((town.tasks[3].due, town.reports[0].request.due), (Some(date(2021, 9, 1)), date(2021, 9, 2)));
        assert!(!waits().await, "all have more than it asked for");
        let line = lines_about(&mut house.house().read().await.unwrap(), &letter.to_string()).await.unwrap();
        assert!(line.iter().any(|line| line.event == "letter.due_changed" && line.facts.contains("2021-09-02")));
    }

    /// A day that one unit was granted stays where it is later; the others have a step and a mail.
    async fn another_day_for_all_leaves_a_granted_one(house: TestHouse) {
        let sent = sent(&house).await;
        let task = sent.standing(&house, TOWN).await.tasks[3].id;
        let granted = [("to", "30/8/2021"), ("words", ""), ("step", "grant")];
        let seen = format!("/ky/quang-ninh-viii/tien-do/{}/viec/{task}/gia-han", sent.units[TOWN]);
        assert_eq!(sent.officer.send(&seen, &granted).await.status(), 303);
        house.account_for("ba.che", "Tằng Văn Lý", &[(Role::UnitContact, Scope::Unit(sent.units["Huyện Ba Chẽ"]))]).await;
        let letter = sent.standing(&house, TOWN).await.sendings[0].sending.document;
        let path = format!("/ky/quang-ninh-viii/gui/{letter}/nhiem-vu");
        let read = sent.officer.send(&path, &[("duty", "commend"), ("what", "due"), ("due_commend", "1/8/2021")]).await;
        for words in ["Đổi hạn cho 12 đơn vị", "1 đơn vị giữ hạn riêng đã được gia hạn"] {
            assert!(read.says(words), "{words}: {}", read.text());
        }
        assert_eq!(corrected(&sent.officer, &path, ("commend", "due"), "1/8/2021").await.status(), 303);
        let other = sent.standing(&house, "Huyện Ba Chẽ").await.tasks[3].clone();
        assert_eq!(sent.standing(&house, TOWN).await.tasks[3].due, Some(date(2021, 8, 30)));
        assert_eq!(other.due, Some(date(2021, 8, 1)));
        let steps = steps_of(&mut house.house().read().await.unwrap(), other.id).await.unwrap();
        let step = steps.last().expect("a step");
        assert_eq!((step.kind, step.day, step.before), (StepKind::DueChanged, other.due, Some(date(2021, 7, 15))));
        let mails = outbox_mails(&mut house.house().read().await.unwrap(), 50).await.unwrap();
        let told: Vec<_> = mails.iter().filter(|mail| mail.subject.starts_with("Đổi hạn thành 1/8/2021")).collect();
        assert_eq!(told.iter().map(|mail| mail.recipient.as_str()).collect::<Vec<_>>(), ["ba.che@vidu.invalid"]);
        let twice = corrected(&sent.officer, &path, ("commend", "due"), "1/8/2021").await;
        assert_ne!(twice.status(), 303, "nothing would change");
        assert_eq!(corrected(&sent.officer, &path, ("commend", "due"), "1/9/2021").await.status(), 303);
        assert_eq!(sent.standing(&house, TOWN).await.tasks[3].due, Some(date(2021, 9, 1)), "later than its own");
        let board = sent.officer.get("/ky/quang-ninh-viii/tien-do").await;
        assert!(board.attributes("#bang tbody td[title]", "title").is_empty(), "nobody has a day of their own any more");
        let again = sent.officer.send(&path, &[("duty", "commend"), ("what", "due"), ("due_commend", "20/8/2021")]).await;
        assert!(again.says("Đổi hạn cho 13 đơn vị") && !again.says("giữ hạn riêng"), "{}", again.text());
        assert_eq!(corrected(&sent.officer, &path, ("commend", "due"), "20/8/2021").await.status(), 303);
        assert_eq!(sent.standing(&house, TOWN).await.tasks[3].due, Some(date(2021, 8, 20)), "a day nobody granted is not kept");
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
