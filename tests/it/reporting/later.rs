//! A later day for a report: asked for, granted or declined, taken back; and a unit is told what was given back.

use hoithi_campaign::{overdue, steps_of};
use hoithi_journal::{OutboxMail, lines_about, outbox_mails};
use hoithi_reporting::{Grouping, ReportLine};
use hoithi_rules::campaign::{StepKind, TaskKind};
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{Browser, TestHouse, both};
use jiff::civil::date;

use super::{SUMS, approved, fields, judged, page_of_the_one, sums};
use crate::campaign::letter::{Sent, TOWN, corrected, sent};

const OTHER: &str = "Huyện Ba Chẽ";

async fn line(house: &TestHouse, sent: &Sent, unit: &str) -> ReportLine {
    sent.standing(house, unit).await.reports.remove(0)
}

/// The agency's page of the town's report.
async fn read_by_the_agency(house: &TestHouse, sent: &Sent) -> String {
    format!("/ky/quang-ninh-viii/bao-cao/{}", line(house, sent, TOWN).await.request.id)
}

async fn says(browser: &Browser, path: &str, day: &str, why: &str, step: &str) -> hoithi_testkit::Answer {
    browser.send(&format!("{path}/gia-han"), &[("later_to", day), ("later_why", why), ("later", step)]).await
}

async fn mails(house: &TestHouse, subject: &str) -> Vec<OutboxMail> {
    let all = outbox_mails(&mut house.house().read().await.unwrap(), 50).await.unwrap();
    all.into_iter().filter(|mail| mail.subject.starts_with(subject)).collect()
}

both! {
    async fn what_comes_by_the_granted_day_is_on_time_everywhere(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        let bare = says(&sent.contact, &own, "25/7/2021", " ", "ask").await;
        assert_eq!(bare.attributes(".govuk-error-summary a", "href"), ["#later_why"], "{}", bare.text());
        let early = says(&sent.contact, &own, "1/7/2021", "Bão", "ask").await;
        assert!(early.says("Hạn hiện nay là 15/7/2021; ghi một ngày muộn hơn."), "{}", early.text());
        let far = says(&sent.contact, &own, "1/1/2050", "Bão", "ask").await;
        assert!(far.says("Chỉ gia hạn được đến ngày 11/1/2022."), "{}", far.text());
        assert_eq!(says(&sent.contact, &own, "25/7/2021", "Bão, xã chưa gửi số", "ask").await.status(), 303);
        let page = sent.contact.get(&own).await;
        assert!(page.says("Đến ngày 25/7/2021, đang chờ") && page.says("Bão, xã chưa gửi số"), "{}", page.text());
        let twice = says(&sent.contact, &own, "28/7/2021", "Nữa", "ask").await;
        assert!(twice.says("Đơn vị đã xin gia hạn báo cáo này và đang chờ trả lời."), "{}", twice.text());

        let read = read_by_the_agency(&house, &sent).await;
        let todo = sent.officer.get("/ban-lam-viec").await.select(".ht-todo__what");
        assert!(todo.contains(&"1 đề nghị gia hạn báo cáo của các đơn vị chờ trả lời".to_owned()), "{todo:?}");
        let board = sent.officer.get("/ky/quang-ninh-viii/tien-do").await;
        assert!(board.attributes(".ht-notice a", "href").contains(&read), "{}", board.text());
        let unit = sent.officer.get(&format!("/ky/quang-ninh-viii/tien-do/{}", sent.units[TOWN])).await;
        assert!(unit.says("Xin gia hạn đến 25/7/2021, chờ trả lời"), "{}", unit.text());
        assert_eq!(sent.officer.get(&read).await.attribute("#later_to", "value").as_deref(), Some("25/7/2021"));
        assert_eq!(says(&sent.contact, &read, "25/7/2021", "", "grant").await.status(), 403, "nobody grants one's own");
        assert_eq!(says(&sent.officer, &read, "25/7/2021", "", "grant").await.status(), 303);
        let notices = sent.officer.get(SUMS).await.select(".ht-notice--info");
        let due = |day: &str| notices.iter().find(|notice| notice.contains(&format!("đơn vị chưa báo cáo, hạn {day}"))).unwrap();
        assert!(due("15/7/2021").contains("12 đơn vị") && !due("15/7/2021").contains(TOWN), "{notices:?}");
        assert!(due("25/7/2021").contains("1 đơn vị") && due("25/7/2021").contains(TOWN), "{notices:?}");
        let told = mails(&house, "Gia hạn báo cáo đến 25/7/2021").await;
        assert!(told.len() == 1 && told[0].recipient == "dong.trieu@vidu.invalid" && told[0].body.contains(&own), "{told:?}");
        let town = sent.standing(&house, TOWN).await;
        let day = date(2021, 7, 25);
        assert_eq!((town.reports[0].request.due, town.tasks[0].due), (day, Some(day)), "its task goes along");
        assert_eq!(town.reports[0].request.asked_by(), date(2021, 7, 15), "it stays in its period");
        let board = sent.officer.get("/ky/quang-ninh-viii/tien-do").await;
        let before = "Hạn trước khi gia hạn: 15/7/2021";
        assert_eq!(board.attributes("#bang tbody td[title]", "title"), [before, before], "the task and the report");
        assert!(!sent.officer.get("/ban-lam-viec").await.says("đề nghị gia hạn báo cáo"));

        house.set_clock("2021-07-20T09:00:00+07:00");
        let letter = town.sendings[0].sending.document;
        let late = overdue(&mut house.house().read().await.unwrap(), letter, date(2021, 7, 20)).await.unwrap();
        let report = late.iter().find(|each| each.task.is_none()).expect("twelve others are late");
        assert_eq!((report.units.len(), report.units.iter().any(|(unit, _)| unit.name == TOWN)), (12, false));
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        assert_eq!(line(&house, &sent, TOWN).await.answer().map(|answer| answer.days_late), Some(0));
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
        let merit = sent.officer.get(&format!("/ky/quang-ninh-viii/khen-thuong/don-vi/{}", sent.units[TOWN])).await;
        assert!(merit.says("Báo cáo hạn 25/7/2021, nhận ngày "), "{}", merit.text());
        let after = says(&sent.officer, &read, "30/7/2021", "", "grant").await;
        assert!(after.says("Mở lại trước khi sửa."), "what counts has no day any more: {}", after.text());
        let report = read.rsplit('/').next().unwrap();
        let lines = lines_about(&mut house.house().read().await.unwrap(), report).await.unwrap();
        for event in ["report.extension_asked", "report.extended"] {
            assert!(lines.iter().any(|line| line.event == event), "{event}: {lines:?}");
        }
        assert!(lines.iter().all(|line| !line.facts.contains("Bão")), "what people write is not the journal's");
    }

    async fn a_declined_wish_leaves_the_day_and_the_report_is_late(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        let read = read_by_the_agency(&house, &sent).await;
        let nothing = says(&sent.officer, &read, "", "Không được", "decline").await;
        assert!(nothing.says("Không có đề nghị gia hạn báo cáo nào đang chờ."), "{}", nothing.text());
        assert_eq!(says(&sent.contact, &own, "25/7/2021", "Bão", "ask").await.status(), 303);
        let mute = says(&sent.officer, &read, "", " ", "decline").await;
        assert_eq!(mute.attributes(".govuk-error-summary a", "href"), ["#later_why"]);
        assert_eq!(says(&sent.officer, &read, "", "Tỉnh phải tổng hợp trước 20/7", "decline").await.status(), 303);
        assert!(sent.contact.get(&own).await.says("Tỉnh phải tổng hợp trước 20/7"), "the unit reads why");
        assert_eq!(mails(&house, "Không gia hạn báo cáo, hạn 15/7/2021").await.len(), 1);
        assert_eq!(says(&sent.contact, &own, "20/7/2021", "Xin ít hơn", "ask").await.status(), 303, "it may ask anew");
        assert_eq!(says(&sent.contact, &own, "", "", "withdraw").await.status(), 303);
        let gone = says(&sent.contact, &own, "", "", "withdraw").await;
        assert!(gone.says("Không có đề nghị gia hạn báo cáo nào đang chờ."), "{}", gone.text());
        house.set_clock("2021-07-18T09:00:00+07:00");
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        assert_eq!(line(&house, &sent, TOWN).await.answer().map(|answer| answer.days_late), Some(3));
        assert!(sent.officer.get(SUMS).await.says("1 đơn vị báo cáo muộn"));
    }

    /// Another unit's people learn nothing of it; another day for all leaves the day that one was granted.
    async fn another_unit_asks_nothing_here_and_another_day_for_all_leaves_the_granted_one(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        house.account_for("ba.che", "Tằng Văn Lý", &[(Role::UnitContact, Scope::Unit(sent.units[OTHER]))]).await;
        let other = house.signed_in("ba.che").await;
        assert_eq!(says(&other, &own, "25/7/2021", "Bão", "ask").await.status(), 404);
        assert_eq!(says(&sent.contact, &own, "30/8/2021", "Bão", "ask").await.status(), 303);
        assert_eq!(says(&other, &own, "", "", "withdraw").await.status(), 404);
        let read = read_by_the_agency(&house, &sent).await;
        assert_eq!(other.get(&read).await.status(), 403);
        assert_eq!(says(&sent.officer, &read, "30/8/2021", "", "grant").await.status(), 303);
        let letter = sent.standing(&house, TOWN).await.sendings[0].sending.document;
        let path = format!("/ky/quang-ninh-viii/gui/{letter}/nhiem-vu");
        let asked = sent.officer.send(&path, &[("duty", "report"), ("what", "due"), ("due_report", "1/8/2021")]).await;
        for words in ["Đổi hạn cho 12 đơn vị", "1 đơn vị giữ hạn riêng đã được gia hạn"] {
            assert!(asked.says(words), "{words}: {}", asked.text());
        }
        assert_eq!(corrected(&sent.officer, &path, ("report", "due"), "1/8/2021").await.status(), 303);
        let (town, others) = (line(&house, &sent, TOWN).await.request, line(&house, &sent, OTHER).await.request);
        assert_eq!((town.due, town.asked_by()), (date(2021, 8, 30), date(2021, 8, 1)));
        assert_eq!((others.due, others.asked), (date(2021, 8, 1), None));
        let day_of_task = async |unit: &str| sent.standing(&house, unit).await.tasks[0].due;
        assert_eq!(day_of_task(TOWN).await, Some(date(2021, 8, 30)));
        assert_eq!(day_of_task(OTHER).await, Some(date(2021, 8, 1)), "the task that the report answers goes along");
        let other = sent.standing(&house, OTHER).await.tasks[0].id;
        let step = steps_of(&mut house.house().read().await.unwrap(), other).await.unwrap().pop().expect("a step");
        assert_eq!((step.kind, step.before), (StepKind::DueChanged, Some(date(2021, 7, 15))));
        let late = overdue(&mut house.house().read().await.unwrap(), letter, date(2021, 7, 20)).await.unwrap();
        let kinds: Vec<_> = late.iter().filter_map(|each| each.task.as_ref()).map(|(kind, _)| *kind).collect();
        assert!(kinds.contains(&TaskKind::Commend) && !kinds.contains(&TaskKind::DirectAndReport), "{kinds:?}");
        assert_eq!(corrected(&sent.officer, &path, ("report", "due"), "20/7/2021").await.status(), 303);
        assert_eq!(day_of_task(OTHER).await, Some(date(2021, 7, 20)), "back as well");
        assert_eq!(day_of_task(TOWN).await, Some(date(2021, 8, 30)));
    }

    /// What a report answers has no day of its own: its pages lead to the report, and nothing else moves it.
    async fn a_later_day_for_what_the_report_answers_is_the_report_s(house: TestHouse) {
        let sent = sent(&house).await;
        let (desk, read) = (sent.desk(&house).await, read_by_the_agency(&house, &sent).await);
        let town = sent.standing(&house, TOWN).await;
        let (task, letter) = (town.tasks[0].id, town.sendings[0].sending.document);
        let own = format!("{desk}/viec/{task}");
        let page = sent.contact.get(&own).await;
        assert!(page.attributes("main a", "href").contains(&format!("{desk}/bao-cao#gia-han")), "{}", page.text());
        assert!(page.attributes("form[action$=gia-han]", "action").is_empty(), "{}", page.text());
        let says = "Việc này theo hạn của báo cáo.";
        let asked = sent.contact.send(&format!("{own}/gia-han"), &[("to", "25/7/2021"), ("why", "Bão")]).await;
        assert!(asked.says(says), "{}", asked.text());
        let seen = format!("/ky/quang-ninh-viii/tien-do/{}/viec/{task}", sent.units[TOWN]);
        let page = sent.officer.get(&seen).await;
        assert!(page.attributes("main a", "href").contains(&format!("{read}#gia-han")), "{}", page.text());
        assert!(page.attributes("form[action$=gia-han]", "action").is_empty(), "{}", page.text());
        let granted = [("to", "25/7/2021"), ("words", ""), ("step", "grant")];
        let granted = sent.officer.send(&format!("{seen}/gia-han"), &granted).await;
        assert!(granted.says(says), "{}", granted.text());
        let path = format!("/ky/quang-ninh-viii/gui/{letter}/nhiem-vu");
        assert!(sent.officer.get(&path).await.attribute("#due_direct_and_report", "value").is_none());
        let moved = corrected(&sent.officer, &path, ("direct_and_report", "due"), "1/9/2021").await;
        assert!(moved.says(says), "{}", moved.text());
        assert_eq!(corrected(&sent.officer, &path, ("report", "off"), "Tỉnh tự tổng hợp.").await.status(), 303);
        let moved = corrected(&sent.officer, &path, ("direct_and_report", "due"), "1/9/2021").await;
        assert_eq!(moved.status(), 303, "without a report it stands by itself: {}", moved.text());
        assert_eq!(sent.standing(&house, TOWN).await.tasks[0].due, Some(date(2021, 9, 1)));
    }

    /// A wish that the day of all has met, or whose report came on time, or of a letter that was recalled, waits for
    /// nobody's word.
    async fn a_wish_that_nobody_can_answer_any_more_waits_nowhere(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        let read = read_by_the_agency(&house, &sent).await;
        let letter = sent.standing(&house, TOWN).await.sendings[0].sending.document;
        let path = format!("/ky/quang-ninh-viii/gui/{letter}/nhiem-vu");
        let waits = async || sent.officer.get("/ban-lam-viec").await.says("đề nghị gia hạn báo cáo");
        assert_eq!(says(&sent.contact, &own, "25/7/2021", "Bão", "ask").await.status(), 303);
        assert!(waits().await);
        assert_eq!(corrected(&sent.officer, &path, ("report", "due"), "1/8/2021").await.status(), 303);
        assert!(!waits().await, "all have more than it asked for");
        let board = sent.officer.get(&format!("/ky/quang-ninh-viii/tien-do?letter={letter}")).await;
        assert!(!board.attributes(".ht-notice a", "href").contains(&read), "{}", board.text());
        let met = "Xin gia hạn đến 25/7/2021. Hạn chung nay không sớm hơn ngày xin, không cần trả lời.";
        assert!(sent.contact.get(&own).await.says(met) && sent.officer.get(&read).await.says(met));
        let no = says(&sent.officer, &read, "", "Không được", "decline").await;
        assert!(no.says("Không có đề nghị gia hạn báo cáo nào đang chờ."), "{}", no.text());
        assert_eq!(says(&sent.contact, &own, "10/8/2021", "Vẫn bão", "ask").await.status(), 303, "it may ask for more");
        assert!(waits().await);
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        assert!(!waits().await && sent.contact.get(&own).await.says("Báo cáo đã gửi đúng hạn, không cần trả lời."));
        assert_eq!(judged(&sent.officer, &read, "1", "return", "Thiếu số của hai phường.").await.status(), 303);
        assert!(waits().await, "what is to be corrected may need the day again");
        let recall = [("reason", "Sai hạn nộp."), ("replaced_by", ""), ("step", "do")];
        let recalled = sent.officer.send(&format!("/ky/quang-ninh-viii/noi-nhan/{letter}/thu-hoi"), &recall).await;
        assert_eq!(recalled.status(), 303, "{}", recalled.text());
        assert!(!waits().await);
        let gone = "Văn bản yêu cầu báo cáo này đã thu hồi hoặc hết hiệu lực.";
        assert!(says(&sent.officer, &read, "10/8/2021", "", "grant").await.says(gone));
        for (day, why, step) in [("", "", "withdraw"), ("12/8/2021", "Bão", "ask")] {
            let no = says(&sent.contact, &own, day, why, step).await;
            let ended = no.says(gone) || no.says("Yêu cầu báo cáo đã được rút");
            assert!(ended, "{step}: {:?}", no.select(".govuk-error-summary"));
        }
    }

    async fn a_closed_period_has_no_wishes(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        let desk = "/ky/quang-ninh-viii/ky-bao-cao";
        assert_eq!(sent.officer.send(desk, &[("name", "6 tháng đầu năm"), ("last", "15/7/2021")]).await.status(), 303);
        assert_eq!(says(&sent.contact, &own, "25/7/2021", "Bão", "ask").await.status(), 303);
        let waits = async || sent.officer.get("/ban-lam-viec").await.says("đề nghị gia hạn báo cáo");
        house.set_clock("2021-07-16T09:00:00+07:00");
        assert!(waits().await);
        let closed = sent.officer.send(&format!("{desk}/2021-07-15"), &[("step", "close")]).await;
        assert_eq!(closed.status(), 303, "{}", closed.text());
        assert!(!waits().await);
        let locked = says(&sent.contact, &own, "28/7/2021", "Bão", "ask").await;
        assert!(locked.says("Mở lại kỳ trước khi sửa."), "{}", locked.text());
        let why = [("step", "reopen"), ("reason", "Còn đơn vị chưa gửi.")];
        assert_eq!(sent.officer.send(&format!("{desk}/2021-07-15"), &why).await.status(), 303);
        assert!(waits().await, "and again once it takes reports");
    }

    /// A report that was given back is told where the unit looks, and is reported nowhere until it is sent again.
    async fn a_returned_report_is_open_again_where_the_unit_looks_and_in_every_count(house: TestHouse) {
        let sent = sent(&house).await;
        let desk = sent.desk(&house).await;
        let own = format!("{desk}/bao-cao");
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        assert!(!sent.contact.get(&desk).await.says("Báo cáo bị trả lại"));
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(judged(&sent.officer, &read, "1", "return", "Thiếu số của hai phường.").await.status(), 303);
        let page = sent.contact.get(&desk).await;
        assert!(page.says("Báo cáo bị trả lại") && page.says("Thiếu số của hai phường."), "{}", page.text());
        assert!(page.attributes(".ht-notice a", "href").contains(&own) && !page.says("Lập báo cáo"), "{}", page.text());
        assert_eq!(page.select(".ht-tasks .govuk-task-list__status")[0], "Báo cáo bị trả lại");
        let top = sums(&house, sent.edition, Grouping::Unit).await.sum.top;
        assert_eq!((top.answered(), top.returned, top.open.reports, top.missing.len()), (0, 1, 1, 12));
        let summed = sent.officer.get(SUMS).await;
        let says = summed.says("0 trên 13 đơn vị đã báo cáo") && summed.says("1 báo cáo đã trả lại hoặc mở lại để sửa");
        assert!(says, "{}", summed.text());
        let figures = sent.officer.get("/ban-lam-viec").await.select(".ht-figure");
        let figure = figures.iter().find(|figure| figure.contains("đơn vị đã báo cáo theo")).unwrap();
        assert!(figure.starts_with("0/13"), "{figure}");
        let board = sent.officer.get("/ky/quang-ninh-viii/tien-do").await.select("tfoot td");
        assert_eq!(board[board.len() - 2], "0/13", "one rule for desk, board and sums");
        assert_eq!(sent.contact.send_files(&own, &fields("1"), &[]).await.status(), 303);
        assert!(!sent.contact.get(&desk).await.says("Báo cáo bị trả lại"));
        assert_eq!(sums(&house, sent.edition, Grouping::Unit).await.sum.top.answered(), 1);
    }
}
