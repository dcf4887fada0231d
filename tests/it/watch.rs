//! Who keeps watch: the journal in words, the outbox, the doctor beside the running program.

use std::collections::BTreeSet;

use hoithi_journal::{Channel, machine_now};
use hoithi_post::{Carrier, deliver};
use hoithi_rules::people::Role;
use hoithi_store::params;
use hoithi_testkit::{TestHouse, both};

use crate::correspondence::{launched, signed_letter};
use crate::entries::{contest, filled, submitted};
use crate::publication::with_certificates;

const JOURNAL: &str = "/nhat-ky";

both! {
    async fn an_auditor_reads_what_was_done_by_whom_to_what_in_words(house: TestHouse) {
        let edition = launched(&house).await;
        let letter = signed_letter(&house).await;
        house.account("giam.sat", "Đặng Văn Soi", &[Role::Auditor]).await;
        let auditor = house.signed_in("giam.sat").await;
        let page = auditor.get(&format!("{JOURNAL}?viec=document.signed")).await;
        let rows = page.select("#nhat-ky tbody tr");
        assert_eq!(rows.len(), 1, "{rows:?}");
        for words in ["Ghi số, ngày văn bản đã ký", "Văn bản 213/LHH-KHCN – Tổ chức triển khai", "Bùi Thị Sen", "Loại: Công văn",
            "theo văn bản số 213/LHH-KHCN ngày 19/8/2020 của Lãnh đạo cơ quan thường trực",
            "Kỳ hội thi: Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh lần thứ VIII", "Ngày văn bản: 19/8/2020"] {
            assert!(rows[0].contains(words), "{words}: {}", rows[0]);
        }
        let open: BTreeSet<_> = page.attributes("#nhat-ky td > a", "href").into_iter().collect();
        assert_eq!(open, BTreeSet::from([format!("/ky/quang-ninh-viii/van-ban/{letter}")]));
        // Codes and hashes are there, folded.
        let folded = page.select("#nhat-ky details").join(" ");
        assert!(folded.contains("document.signed") && folded.contains(&letter.to_string()), "{folded}");
        let launch = auditor.get(&format!("{JOURNAL}?viec=edition.launched")).await;
        assert_eq!(launch.attribute("#nhat-ky td > a", "href").as_deref(), Some("/ky/quang-ninh-viii/quan-ly"));
        assert!(launch.text().contains(&edition.to_string()));
    }

    async fn a_line_is_found_by_person_object_deed_and_days(house: TestHouse) {
        launched(&house).await;
        signed_letter(&house).await;
        house.account("giam.sat", "Đặng Văn Soi", &[Role::Auditor]).await;
        house.set_clock("2020-09-02T09:00:00+07:00");
        let auditor = house.signed_in("giam.sat").await;
        let found = async |asked: &str| auditor.get(&format!("{JOURNAL}?{asked}")).await.select("#nhat-ky tbody tr");
        let sought = async |field: &str, words: &str| auditor.send(JOURNAL, &[(field, words)]).await.select("#nhat-ky tbody tr");
        let sen = sought("nguoi", "bui thi sen").await;
        assert!(sen.len() > 4 && sen.iter().all(|row| row.contains("Bùi Thị Sen")), "{sen:?}");
        let letter = sought("doi-tuong", "213/LHH-KHCN").await;
        assert_eq!(letter.len(), 3, "written, signed, its file looked at for signatures: {letter:?}");
        assert_eq!(found("tu=2/9/2020").await.len(), 1, "the auditor's own sign-in");
        assert!(found("den=1/9/2020").await.iter().all(|row| !row.contains("Đặng Văn Soi Đăng nhập")));
        assert!(sought("nguoi", "khong co ai").await.is_empty() && sought("doi-tuong", "khong-co-gi").await.is_empty());
        assert_eq!(auditor.get(&format!("{JOURNAL}?nguoi=bui+thi+sen")).await.status(), 422, "a name stands in no address");
        let wrong = auditor.get(&format!("{JOURNAL}?tu=mai&den=hom-kia")).await;
        assert_eq!(wrong.attributes(".govuk-error-summary a", "href"), ["#tu", "#den"]);
        assert_eq!(wrong.attribute("#tu", "value").as_deref(), Some("mai"));
        assert_eq!(auditor.get(&format!("{JOURNAL}?sql=1")).await.status(), 422);
    }

    async fn a_long_journal_is_read_in_pages_that_keep_the_search(house: TestHouse) {
        house.account("giam.sat", "Đặng Văn Soi", &[Role::Auditor]).await;
        for _ in 0..55 {
            house.signed_in("giam.sat").await;
        }
        let auditor = house.signed_in("giam.sat").await;
        let first = auditor.get(&format!("{JOURNAL}?viec=session.opened")).await;
        assert!(first.says("Dòng 1–50 trên 56"), "{:?}", first.select(".ht-pager"));
        let next = first.attribute(".ht-pager__next", "href").unwrap();
        assert_eq!(next, "/nhat-ky?viec=session.opened&trang=2");
        assert_eq!(auditor.get(&next).await.select("#nhat-ky tbody tr").len(), 6);
        // A name goes on in the form and never in an address.
        let asked = [("nguoi", "dang van soi"), ("viec", "session.opened")];
        let first = auditor.send(JOURNAL, &asked).await;
        assert!(first.attributes("a", "href").iter().all(|href| !href.contains("nguoi")), "{}", first.text());
        assert_eq!(first.attributes(".ht-pager button", "value"), ["2"]);
        let second = [&asked[..], &[("trang", "2")]].concat();
        assert_eq!(auditor.send(JOURNAL, &second).await.select("#nhat-ky tbody tr").len(), 6);
    }

    /// The administrator keeps the program running and sees nothing of the contest's substance.
    async fn who_may_read_no_dossier_is_told_its_number_alone(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than bằng nước tuần hoàn").await;
        assert_eq!(submitted(&author, &at).await.status(), 303);
        house.account("giam.sat", "Đặng Văn Soi", &[Role::Auditor]).await;
        let asked = format!("{JOURNAL}?viec=entry.submitted");
        let auditor = house.signed_in("giam.sat").await.get(&asked).await;
        assert!(auditor.says("Hồ sơ QN8-0001 – Máy rửa than bằng nước tuần hoàn"), "{}", auditor.text());
        let keeper = house.signed_in("quantri").await;
        let page = keeper.get(&asked).await;
        assert!(page.says("Hồ sơ QN8-0001") && !page.text().contains("Máy rửa than"), "{}", page.text());
        assert!(page.attributes("#nhat-ky td > a", "href").is_empty());
        let by_title = keeper.send(JOURNAL, &[("doi-tuong", "rua than")]).await;
        assert!(by_title.select("#nhat-ky tbody tr").is_empty(), "a title that may not be read is not searched either");
        assert_eq!(house.signed_in("thu.ky").await.get(JOURNAL).await.status(), 403);
    }

    async fn a_sheet_tells_neither_entry_nor_mark(house: TestHouse) {
        with_certificates(&house).await;
        house.account("giam.sat", "Đặng Văn Soi", &[Role::Auditor]).await;
        let page = house.signed_in("giam.sat").await.get(&format!("{JOURNAL}?viec=sheet.locked")).await;
        let rows = page.select("#nhat-ky tbody tr");
        assert!(!rows.is_empty() && rows.iter().all(|row| row.contains("Phiếu chấm, Vòng sơ khảo")), "{rows:?}");
        assert!(rows.iter().all(|row| !row.contains("QN8-")), "{rows:?}");
        let certificates = house.signed_in("giam.sat").await.get(&format!("{JOURNAL}?viec=certificate.issued")).await;
        assert!(certificates.says("Giấy chứng nhận 001/2021"), "{}", certificates.text());
        // An id that names nothing to a reader stands folded with the raw line only.
        let shown = certificates.select("#nhat-ky tbody tr");
        let shown = shown.iter().filter_map(|row| row.split(" Dòng ").next());
        let is_id = |word: &str| word.len() == 36 && word.matches('-').count() == 4;
        assert!(shown.into_iter().all(|row| !row.split_whitespace().any(is_id)), "{}", certificates.text());
        assert!(!certificates.text().contains("Ngô Thị Lựu"), "a holder's name is not in the journal");
    }

    async fn the_outbox_is_a_list_with_a_page_for_each_mail(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        assert_eq!(submitted(&author, &at).await.status(), 303);
        let keeper = house.signed_in("quantri").await;
        let list = keeper.get("/hop-thu-di").await;
        let rows = list.select("#thu-di tbody tr");
        assert_eq!(rows.len(), 1, "{rows:?}");
        assert!(rows[0].contains("Đã nhận hồ sơ QN8-0001 tac.gia@vidu.invalid") && rows[0].contains("chờ gửi"), "{rows:?}");
        assert!(!list.text().contains("Mã biên nhận"), "the text is on the mail's own page");
        let mail = list.attribute("#thu-di a", "href").unwrap();
        assert!(keeper.get(&mail).await.says("Mã biên nhận"));
        assert_eq!(keeper.send("/hop-thu-di", &[("tim", "TAC.GIA")]).await.select("#thu-di tbody tr").len(), 1);
        let asked = keeper.get("/hop-thu-di?tim=tac.gia@vidu.invalid").await;
        assert_eq!(asked.status(), 422, "what is personal stands in no address");
        assert_eq!(list.attribute("main form[role=search]", "method").as_deref(), Some("post"));
        assert!(keeper.get("/hop-thu-di?trang-thai=sent").await.says("Không có thư nào phù hợp."));
        assert_eq!(keeper.send("/hop-thu-di", &[("tim", "da nhan HO SO")]).await.select("#thu-di tbody tr").len(), 1);
        assert_eq!(keeper.send("/hop-thu-di", &[("tim", "_")]).await.select("#thu-di tbody tr").len(), 0, "no pattern");
        house.tamper("UPDATE outbox SET state = 'kept'", params![]).await;
        let list = keeper.get("/hop-thu-di").await;
        assert_eq!(list.select(".ht-figure__number"), ["0", "0", "1", "0"]);
        let kept = list.attributes(".ht-figures a", "href").remove(2);
        assert_eq!(keeper.get(&kept).await.select("#thu-di tbody tr").len(), 1);
        assert_eq!(keeper.get("/hop-thu-di/khong-co").await.status(), 404);
        assert_eq!(house.signed_in("thu.ky").await.get(&mail).await.status(), 403);
    }

    async fn the_doctor_looks_while_the_program_serves(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        assert_eq!(submitted(&author, &at).await.status(), 303);
        let beside = house.opening().look().await.expect("no lock is asked for");
        assert_eq!(hoithi::doctor::examine(&beside).await.unwrap(), []);
        house.tamper("UPDATE entry_authors SET share = share - 1", params![]).await;
        let complaints = hoithi::doctor::examine(&beside).await.unwrap();
        assert_eq!(complaints.iter().map(|each| each.what.as_str()).collect::<Vec<_>>(), ["QN8-0001", "QN8-0001"]);
        assert!(author.get(&at).await.status() == 200, "the program goes on serving");
    }

    async fn a_result_is_tallied_again_from_its_sheets(house: TestHouse) {
        with_certificates(&house).await;
        let beside = house.opening().look().await.unwrap();
        assert_eq!(hoithi::doctor::examine(&beside).await.unwrap(), []);
        house.tamper("UPDATE score_sheets SET marks = REPLACE(marks, '00', '50')", params![]).await;
        let complaints = hoithi::doctor::examine(&beside).await.unwrap();
        let tallied = complaints.iter().find(|each| each.rule.contains("tính lại từ phiếu chấm"));
        assert!(tallied.is_some_and(|each| each.what.starts_with("Vòng sơ khảo, ")), "{complaints:?}");
    }

    async fn numbers_without_gaps_and_files_on_the_disk_are_looked_after(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        assert_eq!(submitted(&author, &at).await.status(), 303);
        house.tamper("UPDATE entry_counters SET last = last + 1", params![]).await;
        house.tamper("UPDATE entry_parts SET sha256 = REPLACE(sha256, 'a', 'b') WHERE sha256 IS NOT NULL", params![]).await;
        let beside = house.opening().look().await.unwrap();
        let complaints = hoithi::doctor::examine(&beside).await.unwrap();
        let rules: Vec<_> = complaints.iter().map(|each| each.rule).collect();
        assert!(rules.contains(&"Số hồ sơ đánh liền từ 1, không bỏ số nào"), "{rules:?}");
        assert!(rules.contains(&"Tệp đã nhận còn nguyên trên đĩa"), "{rules:?}");
    }

    /// What an author still writes is nobody else's, in the journal neither.
    async fn a_draft_has_no_title_in_the_journal(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than bằng nước tuần hoàn").await;
        house.account("giam.sat", "Đặng Văn Soi", &[Role::Auditor]).await;
        for who in ["giam.sat", "lanh.dao"] {
            let reader = house.signed_in(who).await;
            let begun = reader.get(&format!("{JOURNAL}?viec=entry.begun")).await;
            assert_eq!(begun.select("#nhat-ky tbody tr").len(), 1);
            assert!(!begun.text().contains("Máy rửa than"), "{who}: {}", begun.text());
            let found = reader.send(JOURNAL, &[("doi-tuong", "rua than")]).await;
            assert!(found.select("#nhat-ky tbody tr").is_empty(), "{who}");
        }
        assert_eq!(submitted(&author, &at).await.status(), 303);
        let found = house.signed_in("giam.sat").await.send(JOURNAL, &[("doi-tuong", "rua than")]).await;
        assert!(found.text().contains("Máy rửa than"), "once it is received it has a name");
    }

    async fn a_mail_that_was_given_up_says_why_and_is_sent_again(house: TestHouse) {
        house.account("giam.sat", "Đặng Văn Soi", &[Role::Auditor]).await;
        house.tamper(GIVEN_UP, params![]).await;
        let keeper = house.signed_in("quantri").await;
        assert!(keeper.get("/hop-thu-di").await.says("Nơi nhận từ chối"));
        let page = keeper.get("/hop-thu-di/thu-1").await;
        assert!(page.says("550 no such mailbox") && page.says("Máy rửa than"), "a demo shows all: {}", page.text());
        let again = page.attribute("main form", "action").unwrap();
        assert_eq!(house.signed_in("giam.sat").await.send(&again, &[]).await.status(), 403);
        assert_eq!(keeper.send(&again, &[]).await.location(), "/hop-thu-di/thu-1");
        assert!(keeper.get("/hop-thu-di/thu-1").await.says("đang chờ gửi lại"));
        let store = house.house().store();
        assert_eq!(deliver(store, Channel::Mail, &Carrier::Keep, machine_now, || false).await.unwrap(), 0, "told to end, it takes none in hand");
        assert_eq!(deliver(store, Channel::Mail, &Carrier::Keep, machine_now, || true).await.unwrap(), 1);
        keeper.send(&again, &[]).await;
        let page = keeper.get("/hop-thu-di/thu-1").await;
        assert!(page.says("không cần gửi lại") && page.attribute("main form", "action").is_none(), "{}", page.text());
        let lines = keeper.get(&format!("{JOURNAL}?viec=mail.tried_again")).await.select("#nhat-ky tbody tr");
        assert_eq!(lines.len(), 1, "{lines:?}");
    }
}

const GIVEN_UP: &str = "INSERT INTO outbox (id, at, recipient, subject, body, state, attempts, next_try, reason, last_error)
    VALUES ('thu-1', 0, 'anh@vidu.invalid', 'Đã nhận hồ sơ QN8-0001', 'Giải pháp: Máy rửa than', 'failed', 8, 0, 'refused',
            '550 no such mailbox')";

#[tokio::test]
async fn where_a_contest_is_really_held_the_administrator_reads_no_dossier_in_the_mail() {
    let house = TestHouse::in_earnest().await;
    house.account("thu.ky", "Hoàng Thị Cẩn", &[Role::ContestSecretary]).await;
    house.tamper(GIVEN_UP, params![]).await;
    let page = house.signed_in("quantri").await.get("/hop-thu-di/thu-1").await;
    for words in ["anh@vidu.invalid", "Đã nhận hồ sơ QN8-0001", "550 no such mailbox", "Gửi lại"] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert!(!page.text().contains("Máy rửa than"), "{}", page.text());
}
