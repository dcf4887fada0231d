//! A task between being given and being done: given to somebody, noted, sent back, given a later day.

use hoithi_campaign::steps_of;
use hoithi_journal::{OutboxMail, lines_about, outbox_mails};
use hoithi_rules::campaign::StepKind;
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{TestHouse, both};
use jiff::civil::date;

use super::letter::{TOWN, as_read, posted, sent};
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n....IEND....";

/// What was written under such a subject.
async fn mails(house: &TestHouse, subject: &str) -> Vec<OutboxMail> {
    let all = outbox_mails(&mut house.house().read().await.unwrap(), 50).await.unwrap();
    all.into_iter().filter(|mail| mail.subject.starts_with(subject)).collect()
}

both! {
    /// A clerk gives it, the one who has it notes and answers with a photograph, the agency sends it
    /// back, it is done once more; all of it stands on the page.
    async fn a_task_is_given_noted_answered_with_a_photo_and_sent_back(house: TestHouse) {
        let sent = sent(&house).await;
        let town = sent.units[TOWN];
        let helper = house.account_for("giup.viec", "Bùi Văn Giúp", &[(Role::UnitOrganiser, Scope::Unit(town))]).await;
        house.account_for("nguoi.khac", "Lò Thị Khác", &[(Role::UnitContact, Scope::Unit(sent.units["Huyện Ba Chẽ"]))]).await;
        let desk = sent.desk(&house).await;
        let task = sent.standing(&house, TOWN).await.tasks[2].id;
        let path = format!("{desk}/viec/{task}");
        let (helped, other) = (house.signed_in("giup.viec").await, house.signed_in("nguoi.khac").await);
        assert_eq!(helped.get(&path).await.status(), 403, "not yet theirs");
        let nobody = sent.contact.send(&format!("{path}/giao"), &[("person", "01900000-0000-7000-8000-000000000000")]).await;
        assert!(nobody.says("Chọn người có tài khoản của đơn vị."), "{}", nobody.text());
        assert_eq!(sent.contact.send(&format!("{path}/giao"), &[("person", &helper.to_string())]).await.status(), 303);
        assert!(sent.contact.get(&desk).await.says("giao Bùi Văn Giúp"));
        assert_eq!(other.get(&path).await.status(), 404, "another unit learns nothing");
        let wrong = helped.send(&format!("{path}/tien-do"), &[("percent", "140"), ("note", "")]).await;
        assert_eq!(wrong.attributes(".govuk-error-summary a", "href"), ["#percent"]);
        assert_eq!(helped.send(&format!("{path}/tien-do"), &[("percent", "40"), ("note", "Đã soạn kế hoạch")]).await.status(), 303);
        let text = [("answer", "done"), ("evidence", ""), ("reason", "")];
        let bad = helped.send_files(&path, &text, &[("files", "a.exe", b"MZ...")]).await;
        assert_eq!(bad.attributes(".govuk-error-summary a", "href"), ["#files"]);
        let files: [(&str, &str, &[u8]); 2] = [("files", "anh 1.png", PNG), ("files", "anh 2.png", PNG)];
        let shown = helped.send_files(&path, &text, &files).await;
        assert_eq!(shown.status(), 303, "{}", shown.text());
        let seen = format!("/ky/quang-ninh-viii/tien-do/{town}/viec/{task}");
        let page = sent.officer.get(&seen).await;
        let pictures = page.attributes("a[href*='/tep/']", "href");
        assert_eq!(pictures.len(), 2, "{}", page.text());
        assert_eq!(sent.officer.get(&pictures[0]).await.bytes(), PNG);
        assert_eq!(other.get(&pictures[0]).await.status(), 403);
        let bare = sent.officer.send(&format!("{seen}/tra-lai"), &[("reason", " ")]).await;
        assert_eq!(bare.attributes(".govuk-error-summary a", "href"), ["#reason"]);
        assert_eq!(sent.contact.send(&format!("{seen}/tra-lai"), &[("reason", "x")]).await.status(), 403);
        assert_eq!(sent.officer.send(&format!("{seen}/tra-lai"), &[("reason", "Ảnh chưa rõ ngày")]).await.status(), 303);
        let told = mails(&house, "Kết quả nhiệm vụ được trả lại").await;
        let mut to: Vec<_> = told.iter().map(|mail| mail.recipient.as_str()).collect();
        to.sort_unstable();
        assert_eq!(to, ["dong.trieu@vidu.invalid", "giup.viec@vidu.invalid"], "the contact, and who has the task");
        assert!(told.iter().all(|mail| mail.body.contains("Ảnh chưa rõ ngày") && mail.body.contains(&path)), "{told:?}");
        let again = helped.get(&path).await;
        assert!(again.says("Cơ quan thường trực trả lại (lần 1)") && again.says("Ảnh chưa rõ ngày"), "{}", again.text());
        assert_eq!(sent.row().await[3], "Trả lại", "{:?}", sent.row().await);
        let nothing = [("answer", "nothing"), ("evidence", ""), ("reason", "Đã lồng vào phong trào chung")];
        assert_eq!(helped.send(&path, &nothing).await.status(), 303);
        let steps = steps_of(&mut house.house().read().await.unwrap(), task).await.unwrap();
        let kinds: Vec<_> = steps.iter().map(|step| step.kind).collect();
        let all = [StepKind::Assigned, StepKind::Progress, StepKind::Done, StepKind::SentBack, StepKind::Nothing];
        assert_eq!(kinds, all);
        assert_eq!(sent.officer.get(&seen).await.select("tbody tr").len(), 5);
        let lines = lines_about(&mut house.house().read().await.unwrap(), &task.to_string()).await.unwrap();
        assert!(lines.len() == 5 && lines.iter().all(|line| !line.facts.contains("Ảnh")), "{lines:?}");
    }

    async fn a_later_day_is_asked_for_and_granted_or_declined_in_words(house: TestHouse) {
        let sent = sent(&house).await;
        let (desk, town) = (sent.desk(&house).await, sent.units[TOWN]);
        let task = sent.standing(&house, TOWN).await.tasks[3].id;
        let (path, seen) = (format!("{desk}/viec/{task}"), format!("/ky/quang-ninh-viii/tien-do/{town}/viec/{task}"));
        let earlier = sent.contact.send(&format!("{path}/gia-han"), &[("to", "1/7/2021"), ("why", "Bão")]).await;
        assert!(earlier.says("Hạn hiện nay là 15/7/2021; ghi một ngày muộn hơn."), "{}", earlier.text());
        let bare = sent.contact.send(&format!("{path}/gia-han"), &[("to", "20/7/2021"), ("why", "")]).await;
        assert_eq!(bare.attributes(".govuk-error-summary a", "href"), ["#why"]);
        let asked = [("to", "25/7/2021"), ("why", "Hội nghị tổng kết lùi lại")];
        assert_eq!(sent.contact.send(&format!("{path}/gia-han"), &asked).await.status(), 303);
        let twice = sent.contact.send(&format!("{path}/gia-han"), &asked).await;
        assert!(twice.says("đang chờ trả lời"), "{}", twice.text());
        let back = [("step", "withdraw")];
        assert_eq!(sent.contact.send(&format!("{path}/gia-han"), &back).await.status(), 303, "who asked takes it back");
        assert!(sent.contact.send(&format!("{path}/gia-han"), &back).await.says("Đơn vị không xin gia hạn."));
        let far = sent.contact.send(&format!("{path}/gia-han"), &[("to", "1/1/2050"), ("why", "Bão")]).await;
        assert!(far.says("Chỉ gia hạn được đến ngày 11/1/2022."), "{}", far.text());
        assert_eq!(sent.contact.send(&format!("{path}/gia-han"), &asked).await.status(), 303);
        let (board, unit) = ("/ky/quang-ninh-viii/tien-do", format!("/ky/quang-ninh-viii/tien-do/{town}"));
        let todo = sent.officer.get("/ban-lam-viec").await.select(".ht-todo__what");
        assert!(todo.contains(&"1 đề nghị gia hạn nhiệm vụ của các đơn vị chờ trả lời".to_owned()), "{todo:?}");
        assert!(sent.officer.get(&unit).await.says("Xin gia hạn đến 25/7/2021, chờ trả lời"));
        let page = sent.officer.get(&seen).await;
        assert!(page.says("Đến ngày 25/7/2021. Lý do: Hội nghị tổng kết lùi lại"), "{}", page.text());
        assert_eq!(page.attribute("#to", "value").as_deref(), Some("25/7/2021"));
        let mute = sent.officer.send(&format!("{seen}/gia-han"), &[("to", ""), ("words", ""), ("step", "decline")]).await;
        assert_eq!(mute.attributes(".govuk-error-summary a", "href"), ["#words"]);
        let no = [("to", ""), ("words", "Tỉnh phải tổng hợp trước 20/7"), ("step", "decline")];
        assert_eq!(sent.officer.send(&format!("{seen}/gia-han"), &no).await.status(), 303);
        assert!(sent.contact.get(&path).await.says("Tỉnh phải tổng hợp trước 20/7"));
        let told = mails(&house, "Không gia hạn").await;
        assert!(told.len() == 1 && told[0].body.contains("Hạn vẫn là ngày 15/7/2021."), "{told:?}");
        let yes = [("to", "18/7/2021"), ("words", ""), ("step", "grant")];
        assert_eq!(sent.officer.send(&format!("{seen}/gia-han"), &yes).await.status(), 303, "granted without being asked");
        let task = sent.standing(&house, TOWN).await.tasks[3].clone();
        assert_eq!(task.due, Some(date(2021, 7, 18)));
        let told = mails(&house, "Gia hạn đến 18/7/2021").await;
        assert!(told.len() == 1 && told[0].recipient == "dong.trieu@vidu.invalid", "{told:?}");
        let granted = sent.officer.get(board).await;
        let marked = granted.attributes("#bang tbody td[title]", "title");
        assert_eq!(marked, ["Hạn trước khi gia hạn: 15/7/2021"], "an extension is marked, not only another day");
        assert_eq!(granted.select("#bang tbody td").iter().filter(|cell| cell.contains("gia hạn 18/7/2021")).count(), 1);
        let table = sent.officer.get(&format!("{board}/bang.csv")).await.text();
        assert!(table.contains("gia hạn 18/7/2021 (Hạn trước khi gia hạn: 15/7/2021)"), "{table}");
        assert!(!sent.officer.get("/ban-lam-viec").await.says("đề nghị gia hạn"));
        assert!(!sent.officer.get(&unit).await.says("chờ trả lời"), "it was answered");
        assert!(sent.officer.get(&seen).await.says("trùng thứ Bảy hoặc Chủ nhật"), "a Sunday is pointed out, not refused");
        assert_eq!(sent.contact.send(&format!("{seen}/gia-han"), &yes).await.status(), 403);
    }

    /// What counts from receipt has its day from then on; a holiday is pointed out before sending.
    async fn working_days_are_counted_from_receipt_or_from_sending(house: TestHouse) {
        let sent = sent(&house).await;
        let letter = {
            let second = crate::correspondence::letter_of_three_dashes(&sent.officer).await;
            let town = [sent.units[TOWN].to_string()];
            let typed = [
                ("task_commend", "co"), ("words_commend", "Khen thưởng"), ("due_commend", "5 ngày làm việc từ ngày nhận"),
                ("task_launch_movement", "co"), ("words_launch_movement", "Phát động"), ("due_launch_movement", "10 ngày làm việc từ ngày gửi"),
                ("task_direct_and_report", "co"), ("words_direct_and_report", "Chỉ đạo"), ("due_direct_and_report", "2/9/2020"),
            ];
            let rest = [("task_publicise_and_mobilise", ""), ("task_hold_local_contest", ""), ("report_due", "")];
            let wrong = posted(&sent.officer, second, &town, &[&typed[..2], &[("due_commend", "5 ngày")], &rest[..]].concat()).await;
            assert!(wrong.says("Hạn của “Khen thưởng tập thể, cá nhân có thành tích” chưa đọc được"), "{}", wrong.text());
            let none = posted(&sent.officer, second, &town, &[("report_due", "32/1/2021")]).await;
            assert!(none.says("Ô “Hạn gửi báo cáo” cần một ngày có thật"), "{}", none.text());
            let read = posted(&sent.officer, second, &town, &[&typed[..], &rest[..]].concat()).await;
            assert!(read.says("trùng ngày nghỉ: Quốc khánh") && read.says("5 ngày làm việc từ ngày nhận"), "{}", read.text());
            assert_eq!(as_read(&sent.officer, second, read).await.status(), 303);
            second
        };
        let asked = async || {
            let tasks = sent.standing(&house, TOWN).await.tasks;
            let of_letter = tasks.into_iter().filter(|task| task.letter == letter);
            of_letter.map(|task| (task.kind.code(), task.due)).collect::<Vec<_>>()
        };
        let before = asked().await;
        assert!(before.contains(&("commend", None)) && before.contains(&("launch_movement", Some(date(2020, 9, 3)))), "{before:?}");
        house.set_clock("2020-08-28T09:00:00+07:00");
        let sending = sent.standing(&house, TOWN).await.sendings.iter().find(|at| at.sending.document == letter).unwrap().sending.id;
        assert_eq!(sent.contact.send(&format!("/don-vi/cong-viec/{sending}/xac-nhan"), &[]).await.status(), 303);
        assert!(asked().await.contains(&("commend", Some(date(2020, 9, 7)))), "over a weekend and National Day: {:?}", asked().await);
    }
}
