//! What a unit without an account sends by its personal link beside words.

use hoithi_campaign::sendings_to;
use hoithi_journal::{lines_about, outbox_mails};
use hoithi_reporting::Grouping;
use hoithi_rules::campaign::Task;
use hoithi_testkit::{Browser, TestHouse, both};

use crate::campaign::checked::DOT;
use crate::campaign::letter::{Sent, TOWN, corrected, send};
use crate::correspondence::{SCAN, letter_of_three_dashes};
use crate::reporting::{approved, fields, judged, page_of_the_one, sums};
use crate::sending::{ISLAND, island_s, sent_to_the_island, shown_link};

/// The island's link, confirmed, in a browser that nobody signed in with.
async fn confirmed(house: &TestHouse) -> (Sent, Browser, String) {
    let (sent, island) = sent_to_the_island(house).await;
    let (letter, sending) = island_s(house, island).await;
    let link = shown_link(&sent.officer, letter, sending).await;
    let phone = house.browser();
    let who = [("by_name", "Phạm Văn Đảo"), ("position", "Văn thư")];
    assert_eq!(phone.send(&format!("{link}/xac-nhan"), &who).await.status(), 303);
    (sent, phone, link)
}

both! {
    async fn a_report_comes_by_the_link_is_given_back_with_its_reason_and_counts(house: TestHouse) {
        let (sent, phone, link) = confirmed(&house).await;
        let own = format!("{link}/bao-cao");
        let page = phone.get(&own).await;
        assert_eq!((page.status(), page.header("cache-control")), (200, "no-store"), "{}", page.text());
        let typed = [("seen", "0"), ("draft", "0"), ("documents_issued", "vài"), ("step", "draft")];
        assert_eq!(phone.send_files(&own, &typed, &[]).await.status(), 303);
        let page = phone.get(&own).await;
        assert_eq!(page.attribute("#documents_issued", "value").as_deref(), Some("vài"), "as it was typed");
        let unfit = [("seen", "0"), ("documents_issued", "vài"), ("difficulties", "Ít kinh phí."), ("step", "send")];
        let no = phone.send_files(&own, &unfit, &[]).await;
        assert!(no.attributes(".govuk-error-summary a", "href").contains(&"#documents_issued".to_owned()), "{}", no.text());
        assert!(no.says("Ít kinh phí."), "{}", no.text());
        let answer = phone.send_files(&own, &fields("0"), &[]).await;
        assert_eq!((answer.status(), answer.location()), (303, own.as_str()), "{}", answer.text());
        let read = page_of_the_one(&house, sent.edition).await;
        assert!(sent.officer.get(&read).await.says("Qua liên kết riêng"));
        let unit = sent.officer.get(&format!("/ky/quang-ninh-viii/tien-do/{}", sent.units[ISLAND])).await;
        assert!(unit.says("Phạm Văn Đảo trả lời qua liên kết riêng"), "{}", unit.text());
        assert_eq!(judged(&sent.officer, &read, "1", "return", "Thiếu số của hai xã.").await.status(), 303);
        let back = phone.get(&own).await;
        assert!(back.says("Cơ quan thường trực đề nghị sửa") && back.says("Thiếu số của hai xã."), "{}", back.text());
        assert!(phone.get(&link).await.says("Chờ sửa"));
        assert_eq!(phone.send_files(&own, &fields("1"), &[]).await.status(), 303);
        assert_eq!(approved(&sent.officer, &read, "2").await.status(), 303);
        let sum = sums(&house, sent.edition, Grouping::Unit).await;
        assert_eq!(sum.sum.top.approved.of("people_reached"), 1250);
        assert!(phone.get(&own).await.says("Báo cáo đã duyệt và khóa."));
        let lines = lines_about(&mut house.house().read().await.unwrap(), read.rsplit('/').next().unwrap()).await.unwrap();
        let sent_in: Vec<_> = lines.iter().filter(|line| line.event.as_str() == "report.submitted").collect();
        assert!(sent_in.len() == 2 && sent_in.iter().all(|line| line.facts.contains("\"link\"")), "{lines:?}");
    }

    /// Who has no account asks for a later day, takes the wish back, and is written of the answer.
    async fn a_later_day_for_the_report_is_asked_for_by_the_link(house: TestHouse) {
        let (sent, phone, link) = confirmed(&house).await;
        let contact = [("name", "Lê Thị Biển"), ("email", "bien@vidu.invalid")];
        assert_eq!(phone.send(&format!("{link}/dau-moi"), &contact).await.status(), 303);
        let (own, ask) = (format!("{link}/bao-cao"), format!("{link}/bao-cao/gia-han"));
        let bare = phone.send(&ask, &[("later_to", "25/7/2021"), ("later_why", ""), ("later", "ask")]).await;
        assert_eq!(bare.attributes(".govuk-error-summary a", "href"), ["#later_why"], "{}", bare.text());
        assert_eq!(bare.header("cache-control"), "no-store");
        let wish = [("later_to", "25/7/2021"), ("later_why", "Biển động"), ("later", "ask")];
        assert_eq!(phone.send(&ask, &wish).await.location(), own);
        assert_eq!(phone.send(&ask, &[("later", "withdraw")]).await.location(), own);
        assert_eq!(phone.send(&ask, &wish).await.location(), own, "and asks anew");
        assert!(phone.get(&own).await.says("Đến ngày 25/7/2021, đang chờ"));
        let report = sent.standing(&house, ISLAND).await.reports.remove(0).request.id;
        let read = format!("/ky/quang-ninh-viii/bao-cao/{report}");
        let grant = [("later_to", "22/7/2021"), ("later_why", "Đến ngày này"), ("later", "grant")];
        assert_eq!(sent.officer.send(&format!("{read}/gia-han"), &grant).await.status(), 303);
        assert!(phone.get(&own).await.says("hạn 22/7/2021"));
        let mails = outbox_mails(&mut house.house().read().await.unwrap(), 30).await.unwrap();
        let told = |mail: &&hoithi_journal::OutboxMail| mail.recipient == "bien@vidu.invalid";
        let mail = mails.iter().filter(told).find(|mail| mail.subject.contains("22/7/2021")).expect("it is told");
        let way = mail.body[mail.body.find("/lien-ket/").unwrap()..].split_whitespace().next().unwrap();
        assert!(way.ends_with("/bao-cao") && house.browser().get(way).await.says("hạn 22/7/2021"), "{way}");
    }

    /// What cannot be written anew, a slip or an address that was read out, opens until after the day that holds.
    async fn a_link_lives_as_long_as_the_day_that_was_granted(house: TestHouse) {
        let (sent, phone, link) = confirmed(&house).await;
        let own = format!("{link}/bao-cao");
        let row = sent.standing(&house, ISLAND).await;
        let (letter, report) = (row.sendings[0].sending.document, row.reports[0].request.id);
        let grant = [("later_to", "11/1/2022"), ("later_why", "Biển động"), ("later", "grant")];
        let read = format!("/ky/quang-ninh-viii/bao-cao/{report}");
        assert_eq!(sent.officer.send(&format!("{read}/gia-han"), &grant).await.status(), 303);
        house.set_clock("2022-01-10T09:00:00+07:00");
        assert_eq!(phone.send_files(&own, &fields("0"), &[]).await.status(), 303, "on time by the granted day");
        let officer = house.signed_in("chuyen.vien").await;
        let seen = format!("/ky/quang-ninh-viii/tien-do/{}/viec/{}/gia-han", sent.units[ISLAND], row.tasks[2].id);
        let later = [("to", "30/4/2022"), ("words", ""), ("step", "grant")];
        assert_eq!(officer.send(&seen, &later).await.status(), 303);
        house.set_clock("2022-06-29T09:00:00+07:00");
        assert_eq!(phone.get(&own).await.status(), 200, "sixty days after what a task was granted");
        let officer = house.signed_in("chuyen.vien").await;
        let path = format!("/ky/quang-ninh-viii/gui/{letter}/nhiem-vu");
        assert_eq!(corrected(&officer, &path, ("commend", "due"), "1/12/2022").await.status(), 303);
        house.set_clock("2023-01-30T09:00:00+07:00");
        assert_eq!(phone.get(&own).await.status(), 200, "and after the day that all were given");
        house.set_clock("2023-01-31T09:00:00+07:00");
        assert_eq!(phone.get(&own).await.status(), 410);
    }

    async fn the_signed_report_comes_by_the_link(house: TestHouse) {
        let (sent, phone, link) = confirmed(&house).await;
        let own = format!("{link}/bao-cao");
        assert_eq!(phone.get(&format!("{own}/in")).await.status(), 404, "nothing was reported");
        assert_eq!(phone.send_files(&own, &fields("0"), &[]).await.status(), 303);
        assert!(phone.get(&format!("{own}/in")).await.bytes().starts_with(b"%PDF-"));
        let paper = format!("{own}/giay");
        let none = phone.send_files(&paper, &[("seen", "1")], &[]).await;
        assert!(none.says("Vui lòng chọn tệp"), "{}", none.text());
        let scan: &[(&str, &str, &[u8])] = &[("photo", "trang-1.pdf", SCAN)];
        assert_eq!(phone.send_files(&paper, &[("seen", "1")], scan).await.status(), 303);
        assert_eq!(phone.get(&format!("{own}/tep/1")).await.bytes(), SCAN);
        let (letter, sending) = island_s(&house, sent.units[ISLAND]).await;
        let other = shown_link(&sent.officer, letter, sending).await;
        for path in [&own, &paper] {
            assert_eq!(phone.send_files(path, &fields("1"), &[]).await.status(), 410, "{path}");
        }
        house.set_clock("2022-08-19T09:00:00+07:00");
        let late = phone.send_files(&format!("{other}/bao-cao"), &fields("1"), &[]).await;
        assert!(late.status() == 410 && late.says("đã hết hạn"), "{}", late.text());
    }

    async fn before_a_letter_is_confirmed_its_link_leads_to_no_report(house: TestHouse) {
        let (sent, island) = sent_to_the_island(&house).await;
        let (letter, sending) = island_s(&house, island).await;
        let link = shown_link(&sent.officer, letter, sending).await;
        let phone = house.browser();
        assert_eq!(phone.get(&format!("{link}/bao-cao")).await.location(), link);
        let page = phone.get(&link).await;
        let words = hoithi_rules::text::one_line(&sent.standing(&house, ISLAND).await.tasks[0].text);
        assert!(!words.is_empty() && page.select(".ht-tasks").concat().contains(&words), "{words}: {}", page.text());
        let listed = page.select(".ht-tasks .govuk-task-list__status");
        assert_eq!(listed.len(), 6, "five tasks and the report with its day: {listed:?}");
        assert!(page.attributes(".ht-tasks a", "href").is_empty(), "none of them is open yet");
        let early = phone.send_files(&format!("{link}/bao-cao"), &fields("0"), &[]).await;
        assert_eq!(early.select(".govuk-error-summary li").len(), 1, "{}", early.text());
        assert!(sums(&house, sent.edition, Grouping::Unit).await.sum.top.open.reports == 0);
    }

    async fn a_recalled_letter_s_link_leads_to_the_one_in_its_place(house: TestHouse) {
        let (sent, phone, link) = confirmed(&house).await;
        let island = sent.units[ISLAND];
        let (letter, _) = island_s(&house, island).await;
        let other = letter_of_three_dashes(&sent.officer).await;
        let recall = [("reason", "Sai hạn nộp."), ("replaced_by", &other.to_string()), ("step", "do")];
        let here = format!("/ky/quang-ninh-viii/noi-nhan/{letter}/thu-hoi");
        let dead = phone.get(&link).await.attributes("main a[href*='/viec/']", "href").remove(0);
        assert_eq!(sent.officer.send(&here, &recall).await.status(), 303);
        let follow = format!("{link}/thay-the");
        let page = phone.get(&link).await;
        assert!(page.says("214/LHH-KHCN") && page.says("chưa được gửi đến đơn vị"), "{}", page.text());
        assert!(page.says("đơn vị liên hệ"), "{}", page.text());
        assert!(page.says("không còn việc gì phải làm theo văn bản này"), "{}", page.text());
        assert_eq!(page.select(".ht-tasks .govuk-task-list__status"), Vec::<String>::new(), "nothing is listed to be done");
        let gone = phone.get(&dead).await;
        assert!(gone.says("Sai hạn nộp.") && gone.says("214/LHH-KHCN"), "{}", gone.text());
        assert!(gone.attributes("main form", "action").is_empty() && !gone.says("hạn 15/7/2021"), "{}", gone.text());
        assert_eq!(phone.send(&follow, &[]).await.status(), 404);
        assert_eq!(send(&sent.officer, other, &[island.to_string()]).await.status(), 303);
        assert!(phone.get(&link).await.attributes("main form", "action").contains(&follow));
        let next = phone.send(&follow, &[]).await;
        assert!(next.status() == 303 && next.location() != link, "{}", next.text());
        let page = phone.get(next.location()).await;
        assert!(page.status() == 200 && page.says(ISLAND) && page.says("214/LHH-KHCN"), "{}", page.text());
        assert_eq!(phone.send(&follow, &[]).await.location(), next.location(), "one link, however often it is pressed");
        let all = sendings_to(&mut house.house().read().await.unwrap(), island).await.unwrap();
        let there = all.iter().find(|sent| sent.sending.document == other).unwrap().sending.id;
        let lines = lines_about(&mut house.house().read().await.unwrap(), &there.to_string()).await.unwrap();
        assert!(lines.iter().any(|line| line.event.as_str() == "links.followed"), "{lines:?}");
        assert!(lines.iter().all(|line| !line.facts.contains(next.location().trim_start_matches("/lien-ket/"))));
        assert_eq!(lines.iter().filter(|line| line.event.as_str() == "links.followed").count(), 1);
        let links = format!("/ky/quang-ninh-viii/noi-nhan/{other}/lien-ket/{there}");
        assert_eq!(sent.officer.get(&links).await.select("tbody tr").len(), 1);
        assert_eq!(sent.officer.send(&links, &[("step", "revoke")]).await.status(), 303);
        let again = phone.send(&follow, &[]).await;
        assert_eq!(phone.get(again.location()).await.status(), 410, "what an officer took back stays taken back");
    }

    /// Who has no account lacks nothing for it: every task takes *Không phát sinh*, a note, a wish for a later day.
    async fn by_the_link_a_unit_does_what_an_account_can(house: TestHouse) {
        let (sent, phone, link) = confirmed(&house).await;
        let tasks = sent.standing(&house, ISLAND).await.tasks;
        let path = format!("{link}/viec/{}", tasks[3].id);
        let wrong = phone.send(&format!("{path}/tien-do"), &[("percent", "140"), ("note", "")]).await;
        assert_eq!(wrong.attributes(".govuk-error-summary a", "href"), ["#percent"]);
        let note = [("percent", "40"), ("note", "Đã họp xét")];
        assert_eq!(phone.send(&format!("{path}/tien-do"), &note).await.location(), path);
        let bare = phone.send(&format!("{path}/gia-han"), &[("to", "25/7/2021"), ("why", "")]).await;
        assert_eq!(bare.attributes(".govuk-error-summary a", "href"), ["#why"]);
        let wish = [("to", "25/7/2021"), ("why", "Biển động, tàu không ra")];
        assert_eq!(phone.send(&format!("{path}/gia-han"), &wish).await.location(), path);
        let page = phone.get(&path).await;
        assert!(page.says("Đến ngày 25/7/2021. Lý do: Biển động, tàu không ra"), "{}", page.text());
        assert_eq!(page.select("tbody tr").len(), 2, "its history: {}", page.text());
        let seen = format!("/ky/quang-ninh-viii/tien-do/{}/viec/{}", sent.units[ISLAND], tasks[3].id);
        let no = [("to", ""), ("words", "Tỉnh phải tổng hợp trước 20/7"), ("step", "decline")];
        assert_eq!(sent.officer.send(&format!("{seen}/gia-han"), &no).await.status(), 303);
        assert!(phone.get(&path).await.says("Tỉnh phải tổng hợp trước 20/7"), "the unit reads why");
        let nothing = [("answer", "nothing"), ("evidence", ""), ("reason", "Đơn vị không có việc này.")];
        for task in [&tasks[0], &tasks[2], &tasks[3], &tasks[4]] {
            let answer = phone.send(&format!("{link}/viec/{}", task.id), &nothing).await;
            assert_eq!(answer.status(), 303, "{}: {}", task.kind.code(), answer.text());
        }
        let open: Vec<_> = sent.standing(&house, ISLAND).await.tasks.into_iter().filter(Task::is_open).collect();
        assert_eq!(open.iter().map(|task| task.kind.code()).collect::<Vec<_>>(), ["publicise_and_mobilise"]);
        let other = sent.standing(&house, "Huyện Ba Chẽ").await.tasks[0].id;
        assert_eq!(phone.send(&format!("{link}/viec/{other}/gia-han"), &wish).await.status(), 404);
    }

    /// The address tells no name, lives as long as the link, and is told once.
    async fn the_days_of_a_unit_without_an_account_are_read_by_a_calendar(house: TestHouse) {
        let (sent, phone, link) = confirmed(&house).await;
        let way = phone.get(&link).await.attribute("a[href$='/lich']", "href").unwrap();
        let made = phone.send(&way, &[]).await;
        assert_eq!((made.status(), made.header("cache-control")), (200, "no-store"));
        let address = made.select(".ht-notice strong")[0].clone();
        let feed = &address[address.find("/lich/").unwrap()..];
        let calendar = house.browser().get(feed).await;
        assert_eq!((calendar.status(), calendar.header("cache-control")), (200, "no-store"));
        let text = calendar.text().replace("\r\n ", "");
        assert!(text.contains(ISLAND) && text.contains("SUMMARY:Hạn:") && !text.contains("Phạm Văn Đảo"), "{text}");
        assert!(!phone.get(&way).await.says(feed), "it is told once");
        let island = sent.units[ISLAND];
        let (letter, sending) = island_s(&house, island).await;
        let page = format!("/ky/quang-ninh-viii/noi-nhan/{letter}/lien-ket/{sending}");
        assert_eq!(sent.officer.send(&page, &[("step", "revoke")]).await.status(), 303);
        assert_eq!(house.browser().get(feed).await.status(), 404, "it ends with the link");
    }

    async fn files_come_by_the_link_and_too_large_ones_lose_nothing_that_was_typed(house: TestHouse) {
        let (sent, phone, link) = confirmed(&house).await;
        let task = sent.standing(&house, ISLAND).await.tasks[2].id;
        let path = format!("{link}/viec/{task}");
        assert!(phone.get(&path).await.says("Tệp JPEG, PNG, PDF; mỗi lần gửi tối đa 20 MB."), "what refuses is said before");
        let inside = format!("{}/viec/{}", sent.desk(&house).await, sent.standing(&house, TOWN).await.tasks[2].id);
        assert!(sent.contact.get(&inside).await.says("Tệp JPEG, PNG, PDF; mỗi lần gửi tối đa 48 MB."));
        let done = [("answer", "done"), ("evidence", "Đã mở hội nghị tại đảo."), ("reason", "")];
        let heavy = vec![7; 21 << 20];
        let answer = phone.send_files(&path, &done, &[("files", "nang.pdf", &heavy[..])]).await;
        assert_eq!(answer.status(), 413, "{}", answer.text());
        assert!(answer.says("lớn quá mức cho phép: mỗi lần gửi tối đa 20 MB") && answer.says("nang.pdf"), "{}", answer.text());
        assert!(answer.says("“nang.pdf” (21,0 MB)"), "{}", answer.text());
        assert_eq!(answer.select("button[data-back]"), ["Quay lại biểu mẫu"]);
        assert_eq!(answer.select("main label"), ["Đã làm gì"], "fields by their names");
        assert!(!answer.says("đăng nhập"), "nobody here has an account: {}", answer.text());
        assert_eq!(answer.attributes("main p a", "href"), [link.as_str()], "the way back is the link");
        assert_eq!(phone.get(&path).await.attribute("form[data-most]", "data-most").as_deref(), Some("20971520"));
        assert!(answer.select("textarea[readonly]").contains(&"Đã mở hội nghị tại đảo.".to_owned()), "{}", answer.text());
        let wrong = phone.send_files(&path, &done, &[("files", "la.exe", b"MZ")]).await;
        assert_eq!(wrong.attributes(".govuk-error-summary a", "href"), ["#files"]);
        assert!(wrong.says("Đã mở hội nghị tại đảo."), "{}", wrong.text());
        let answer = phone.send_files(&path, &done, &[("files", "hoi-nghi.pdf", SCAN)]).await;
        assert_eq!(answer.status(), 303, "{}", answer.text());
        let unit = format!("/ky/quang-ninh-viii/tien-do/{}", sent.units[ISLAND]);
        let seen = sent.officer.get(&format!("{unit}/viec/{task}")).await;
        assert!(seen.says("hoi-nghi.pdf") && seen.says("qua liên kết riêng"), "{}", seen.text());
        let own = phone.get(&path).await;
        let shown = own.attributes(".ht-notice a", "href");
        assert_eq!(phone.get(&shown[0]).await.bytes(), SCAN, "{}", own.text());
        let piece = [("channel", "bulletin"), ("on", "19/8/2020"), ("title", "Bản tin đảo"), ("link", ""), ("reach", "")];
        let pieces = format!("{link}/tuyen-truyen");
        let answer = phone.send_files(&pieces, &piece, &[("photo", "ban-tin.pdf", SCAN)]).await;
        assert_eq!(answer.status(), 303, "{}", answer.text());
        assert!(phone.get(&pieces).await.says("ban-tin.pdf"));
        assert!(phone.get(&format!("{link}/bao-cao")).await.attribute("#signed-paper", "multiple").is_some(), "it may be signed");
        let report = [("seen", "3"), ("draft", "7"), ("people_reached", "1250"), ("step", "send")];
        let refused = phone.send_files(&format!("{link}/bao-cao"), &report, &[("file", "nang.pdf", &heavy[..])]).await;
        assert_eq!(refused.select("textarea[readonly]"), ["1250"], "what the page itself kept is nobody's work");
    }

    /// Whoever has no account is written why, sees their photograph, and puts the piece right.
    async fn a_piece_that_was_given_back_is_put_right_by_the_link(house: TestHouse) {
        let (sent, phone, link) = confirmed(&house).await;
        let contact = [("name", "Lê Thị Biển"), ("email", "bien@vidu.invalid")];
        assert_eq!(phone.send(&format!("{link}/dau-moi"), &contact).await.status(), 303);
        let list = format!("{link}/tuyen-truyen");
        let mut piece = vec![("channel", "bulletin"), ("on", "19/8/2020"), ("title", "Bản tin đảo"), ("link", ""), ("reach", "40")];
        let photo: &[(&str, &str, &[u8])] = &[("photo", "anh.png", DOT)];
        assert_eq!(phone.send_files(&list, &piece, photo).await.status(), 303);
        let page = phone.get(&list).await;
        let small = phone.get(&page.attribute("tbody img", "src").unwrap()).await;
        assert_eq!((small.status(), small.header("content-type"), small.header("cache-control")), (200, "image/jpeg", "no-store"));
        assert_eq!(phone.get(&page.attribute("tbody a[href$='/anh']", "href").unwrap()).await.bytes(), DOT);
        let all = "/ky/quang-ninh-viii/tuyen-truyen";
        let seen = sent.officer.get(&format!("{all}?state=waiting")).await.attributes("input[name=items]", "value").remove(0);
        let (id, version) = seen.split_once('.').unwrap();
        let words = [("seen", version), ("reason", "Ảnh quá mờ.")];
        assert_eq!(sent.officer.send(&format!("{all}/{id}/tra-lai"), &words).await.status(), 303);
        let mails = outbox_mails(&mut house.house().read().await.unwrap(), 30).await.unwrap();
        let mail = mails.iter().find(|mail| mail.recipient == "bien@vidu.invalid").expect("the unit's person is written");
        let own = mail.body[mail.body.find("/lien-ket/").unwrap()..].split_whitespace().next().unwrap();
        let page = house.browser().get(own).await;
        assert!(own.ends_with("/tuyen-truyen") && page.says("Ảnh quá mờ.") && page.says("Bị trả lại"), "{own}: {}", page.text());
        let fix = phone.get(&list).await.attribute("tbody a[href$='/sua']", "href").unwrap();
        let form = phone.get(&fix).await;
        assert_eq!(form.attribute("#title", "value").as_deref(), Some("Bản tin đảo"));
        let seen = form.attribute("input[name=seen]", "value").unwrap();
        piece.push(("seen", &seen));
        piece[2] = ("title", " ");
        let wrong = phone.send_files(&fix, &piece, &[]).await;
        assert_eq!(wrong.attributes(".govuk-error-summary a", "href"), ["#title"], "{}", wrong.text());
        piece[2] = ("title", "Bản tin đảo số 2");
        assert_eq!(phone.send_files(&fix, &piece, &[]).await.status(), 303);
        let late = phone.send_files(&fix, &piece, &[]).await;
        assert!(late.says("Có người vừa trả lời mục này"), "{}", late.text());
        let page = phone.get(&list).await;
        assert!(page.says("Bản tin đảo số 2") && page.says("Chờ xác nhận") && page.attribute("tbody img", "src").is_some(), "{}", page.text());
        let town = format!("{}/tuyen-truyen", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&town, &piece[..5], &[]).await.status(), 303);
        let other = sent.contact.get(&town).await.attribute("tbody a[href$='/sua']", "href").unwrap();
        let other = other.rsplit('/').nth(1).unwrap();
        for place in ["sua", "anh"] {
            assert_eq!(phone.get(&format!("{list}/{other}/{place}")).await.status(), 404, "another unit's piece");
        }
    }

    /// What was recorded by mistake goes by the same link, until the agency confirmed it.
    async fn a_piece_is_taken_back_by_the_link_while_nobody_confirmed_it(house: TestHouse) {
        let (sent, phone, link) = confirmed(&house).await;
        let list = format!("{link}/tuyen-truyen");
        for title in ["Ghi nhầm", "Bản tin đảo"] {
            let piece = [("channel", "bulletin"), ("on", "19/8/2020"), ("title", title), ("link", ""), ("reach", "")];
            assert_eq!(phone.send(&list, &piece).await.status(), 303);
        }
        let page = phone.get(&list).await;
        let ways = page.attributes("tbody a[href$='/go']", "href");
        let place = page.select("tbody .ht-title").iter().position(|title| title.contains("Ghi nhầm")).unwrap();
        let (mistake, right) = (&ways[place], &ways[1 - place]);
        let read = phone.get(mistake).await;
        assert!(read.says("Gỡ bỏ: Ghi nhầm") && read.header("cache-control") == "no-store", "{}", read.text());
        assert_eq!(phone.send(mistake, &[]).await.status(), 303);
        assert_eq!(phone.send(mistake, &[]).await.status(), 404, "it is gone");
        let all = "/ky/quang-ninh-viii/tuyen-truyen";
        let waits = sent.officer.get(&format!("{all}?state=waiting")).await.attributes("input[name=items]", "value");
        assert_eq!(waits.len(), 1);
        let town = format!("{}/tuyen-truyen", sent.desk(&house).await);
        let piece = [("channel", "bulletin"), ("on", "19/8/2020"), ("title", "Tin thị xã"), ("link", ""), ("reach", "")];
        assert_eq!(sent.contact.send(&town, &piece).await.status(), 303);
        let other = sent.contact.get(&town).await.attribute("tbody a[href$='/go']", "href").unwrap();
        let other = format!("{list}/{}/go", other.rsplit('/').nth(1).unwrap());
        assert_eq!(phone.send(&other, &[]).await.status(), 404, "another unit's piece");
        assert_eq!(sent.officer.send(all, &[("one", &waits[0])]).await.status(), 303);
        let late = phone.send(right, &[]).await;
        assert!(late.status() == 200 && late.says("Bản tin đảo"), "{}", late.text());
        assert_eq!(phone.get(&list).await.attributes("tbody a[href$='/go']", "href").len(), 0, "what counts stays");
        let lines = lines_about(&mut house.house().read().await.unwrap(), mistake.rsplit('/').nth(1).unwrap()).await.unwrap();
        assert!(lines.iter().any(|line| line.event == "publicity.removed"), "{lines:?}");
    }

    /// A task goes on from hand to hand: each has a link of their own, and whoever gave it on has it no more.
    async fn whoever_has_a_task_by_a_link_gives_it_on(house: TestHouse) {
        let (sent, phone, link) = confirmed(&house).await;
        let task = sent.standing(&house, ISLAND).await.tasks[2].id;
        let give = format!("{link}/viec/{task}/giao-nguoi");
        assert!(phone.get(&format!("{link}/viec/{task}")).await.attributes("form", "action").contains(&give));
        let bare = phone.send(&give, &[("name", ""), ("phone", ""), ("email", "")]).await;
        assert!(bare.attributes(".govuk-error-summary a", "href").contains(&"#name".to_owned()), "{}", bare.text());
        let typed = [("name", "Đỗ Văn Thôn"), ("phone", "0203 000 0009"), ("email", "")];
        let shown = phone.send(&give, &typed).await;
        assert_eq!((shown.status(), shown.header("cache-control")), (200, "no-store"), "{}", shown.text());
        let address = shown.select("code").concat();
        let own = format!("{}/viec/{task}", &address[address.find("/lien-ket/").unwrap()..]);
        assert_eq!(phone.get(&own).await.status(), 200);
        let typed = [("name", "Vi Thị Bản"), ("phone", ""), ("email", "ban@vidu.invalid")];
        let given = phone.send(&format!("{own}/giao-nguoi"), &typed).await;
        assert!(given.status() == 200 && given.says("Liên kết của anh/chị không còn mở việc này"), "{}", given.text());
        assert_eq!(phone.get(&own).await.status(), 410);
        assert_eq!(phone.send(&format!("{own}/giao-nguoi"), &typed).await.status(), 410, "it is theirs no more");
        let mails = outbox_mails(&mut house.house().read().await.unwrap(), 40).await.unwrap();
        let mail = mails.iter().find(|mail| mail.recipient == "ban@vidu.invalid").expect("a mail");
        let (_, word) = mail.body.split_once("/lien-ket/").unwrap();
        let theirs = format!("/lien-ket/{}/viec/{task}", word.split_whitespace().next().unwrap());
        let done = [("answer", "done"), ("evidence", "Đã phát động tại bản."), ("reason", "")];
        assert_eq!(house.browser().send(&theirs, &done).await.status(), 303);
        let seen = format!("/ky/quang-ninh-viii/tien-do/{}/viec/{task}", sent.units[ISLAND]);
        assert!(sent.officer.get(&seen).await.says("Giao cho Vi Thị Bản"), "its history");
        let lines = lines_about(&mut house.house().read().await.unwrap(), &task.to_string()).await.unwrap();
        assert_eq!(lines.iter().filter(|line| line.event.as_str() == "task.assigned").count(), 2);
        assert!(lines.iter().all(|line| !line.facts.contains("Bản")), "no name: {lines:?}");
    }

    /// Somebody without telephone and mail is handed the link; of a name it is told which letter is none.
    async fn a_task_goes_on_by_hand_to_whom_nobody_can_write(house: TestHouse) {
        let (sent, phone, link) = confirmed(&house).await;
        let task = sent.standing(&house, ISLAND).await.tasks[2].id;
        let give = async |name: &str| {
            let typed = [("name", name), ("phone", ""), ("email", "")];
            phone.send(&format!("{link}/viec/{task}/giao-nguoi"), &typed).await
        };
        let no = give("Vi Thị \"Bản\"").await;
        assert_eq!(no.attributes(".govuk-error-summary a", "href"), ["#name"], "{}", no.text());
        assert!(no.says("Họ và tên không thể có ký tự"), "{}", no.text());
        let given = give("Vi Thị Bản").await;
        let shown = given.select("code").concat();
        let theirs = &shown[shown.find("/lien-ket/").expect("a link is shown")..];
        assert!(given.says("127.0.0.1:8080/lien-ket và gõ mã"), "where the code is typed: {}", given.text());
        let led = house.browser().get(theirs).await.location().to_owned();
        assert_eq!(house.browser().get(&led).await.status(), 200, "{led}");
    }

    /// A slip lies open on many tables: it writes to no more addresses than work has hands.
    async fn a_task_goes_on_by_links_a_few_times_a_day(house: TestHouse) {
        let (sent, phone, link) = confirmed(&house).await;
        let tasks = sent.standing(&house, ISLAND).await.tasks;
        let give = async |task: &Task, email: &str| {
            let typed = [("name", "Vi Thị Bản"), ("phone", ""), ("email", email)];
            phone.send(&format!("{link}/viec/{}/giao-nguoi", task.id), &typed).await
        };
        let written = async |email: &str| {
            let mails = outbox_mails(&mut house.house().read().await.unwrap(), 60).await.unwrap();
            mails.iter().any(|mail| mail.recipient == email)
        };
        for hand in 1..=5 {
            let email = format!("tay.{hand}@vidu.invalid");
            let given = give(&tasks[2], &email).await;
            assert!(given.says("Đã giao việc cho người khác"), "{hand}: {}", given.text());
            assert!(written(&email).await, "{email}");
        }
        let sixth = give(&tasks[2], "tay.6@vidu.invalid").await;
        assert!(sixth.says("đã được giao tiếp bằng liên kết 5 lần"), "{}", sixth.text());
        assert!(!written("tay.6@vidu.invalid").await, "nobody is written");
        assert!(give(&tasks[1], "khac@vidu.invalid").await.says("Đã giao việc cho người khác"), "each task for itself");
        house.set_clock("2020-08-20T00:05:00+07:00");
        assert!(give(&tasks[2], "tay.6@vidu.invalid").await.says("Đã giao việc cho người khác"), "the next day");
    }

    async fn nobody_brings_files_without_a_link_that_opens(house: TestHouse) {
        let (sent, phone, link) = confirmed(&house).await;
        let piece = [("channel", "bulletin"), ("on", "19/8/2020"), ("title", "Bản tin đảo"), ("link", ""), ("reach", "")];
        let files: &[(&str, &str, &[u8])] = &[("photo", "ban-tin.pdf", SCAN)];
        let none = phone.send_files("/lien-ket/khong-co/tuyen-truyen", &piece, files).await;
        assert!(none.status() == 404 && none.says("Địa chỉ này không đúng"), "{}", none.text());
        let (letter, sending) = island_s(&house, sent.units[ISLAND]).await;
        shown_link(&sent.officer, letter, sending).await;
        assert_eq!(phone.send_files(&format!("{link}/tuyen-truyen"), &piece, files).await.status(), 410);
        let guesser = house.browser_at("203.0.113.9");
        for _ in 0..20 {
            assert_eq!(guesser.send_files("/lien-ket/doan-mo/tuyen-truyen", &piece, files).await.status(), 404);
        }
        assert_eq!(guesser.send_files("/lien-ket/doan-mo/tuyen-truyen", &piece, files).await.status(), 422);
    }
}
