//! The last night of the intake: drafts that submit themselves, more time for one, what counts as arrived.

use std::sync::Arc;

use hoithi::FromRooms;
use hoithi_documents::Sha256Hex;
use hoithi_entries::{Standing, Verdict, record_verdict, submit_what_is_due, unproven_dossiers};
use hoithi_journal::{Line, OutboxMail, lines_about, outbox_mails};
use hoithi_reminders::{KnownDue, tell_what_is_due};
use hoithi_rules::edition::books;
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Role;
use hoithi_testkit::{Browser, TestHouse, both};

use super::entries::{
    SLUG, SUMMARY, attach, begun, card, contest, fill, filled, id_of, letter, pdf, set_up_edition, submitted, version,
};

const AUTHOR: &str = "tac.gia@vidu.invalid";

/// Ticks or unticks that the draft submit itself.
async fn choose(author: &Browser, at: &str, fields: &[(&str, &str)]) -> u16 {
    author.send(&format!("{at}/tu-nop"), fields).await.status()
}

/// What the program does every minute, and at its start; how many drafts were submitted.
async fn look(house: &TestHouse, at: &str) -> usize {
    house.set_clock(at);
    submit_what_is_due(house.house()).await.unwrap()
}

async fn last_line(house: &TestHouse, id: EntryId) -> Line {
    lines_about(&mut house.house().read().await.unwrap(), &id.to_string()).await.unwrap().pop().unwrap()
}

async fn mails(house: &TestHouse) -> Vec<OutboxMail> {
    outbox_mails(&mut house.house().read().await.unwrap(), 50).await.unwrap()
}

/// The contest under rules by which a file may follow its hash for a day; its author.
pub(crate) async fn with_grace(house: &TestHouse) -> Browser {
    let leader = house.account("lanh.dao", "Phạm Văn Quyết", &[Role::AgencyHead]).await;
    house.account("tac.gia", "Nguyễn Thị Ánh", &[Role::Author]).await;
    house.set_clock("2020-09-01T08:00:00+07:00");
    let grace = "[rules.arrival]\nfiles_after_hours = 24\n\n[rules.forwarding]";
    set_up_edition(house, leader, &books::QUANG_NINH_VIII.replacen("[rules.forwarding]", grace, 1), None).await;
    house.set_clock("2021-06-30T16:00:00+07:00");
    house.signed_in("tac.gia").await
}

/// A dossier that lacks its description, of which only the hash of these bytes is given; submitted.
pub(crate) async fn promised(author: &Browser, content: &[u8]) -> String {
    let at = filled(author, "Máy rửa than").await;
    let part = format!("{at}/phan/ban-mo-ta");
    let seen = version(author, &part).await;
    assert_eq!(author.send(&format!("{part}/xoa"), &[("version", &seen)]).await.status(), 303);
    let half = author.send(&format!("{part}/ma-bam"), &[("digest", "12ab")]).await;
    assert_eq!(half.attributes(".govuk-error-summary a", "href"), ["#digest"], "{}", half.text());
    let hash = Sha256Hex::of(content).to_string().to_uppercase();
    let kept = author.send(&format!("{part}/ma-bam"), &[("digest", &hash)]).await;
    assert_eq!(kept.status(), 303, "{}", kept.text());
    assert_eq!(submitted(author, &at).await.status(), 303);
    at
}

both! {
    async fn on_a_bad_line_the_hash_comes_first_and_the_very_file_after(house: TestHouse) {
        let author = with_grace(&house).await;
        let content = pdf("ban mo ta gui sau");
        let at = promised(&author, &content).await;
        let (id, hash) = (id_of(&at), Sha256Hex::of(&content).to_string());
        let receipt = author.get(&format!("{at}/bien-nhan")).await;
        assert!(receipt.says(&hash) && receipt.says("Tệp gửi sau, trước 16 giờ 00, ngày 1/7/2021"), "{}", receipt.text());
        assert!(letter(&house, AUTHOR).await.1.contains(&format!("gửi sau, trước 16 giờ 00, ngày 1/7/2021): {hash}")));
        let secretary = house.account("thu.ky", "Hoàng Thị Cẩn", &[Role::ContestSecretary]).await;
        let admit = house.perform(secretary, move |act| Box::pin(record_verdict(act, id, Verdict::Admitted))).await;
        assert!(format!("{:?}", admit.unwrap_err()).contains("entries.files_promised"));

        house.set_clock("2021-07-01T15:59:00+07:00");
        let author = house.signed_in("tac.gia").await;
        let part = format!("{at}/phan/ban-mo-ta");
        let other = attach(&author, &part, "nhầm.pdf", &pdf("ban khac")).await;
        assert!(other.says("“nhầm.pdf” không phải tệp đã ghi mã băm"), "{}", other.text());
        assert!(!house.house().files.path(&Sha256Hex::of(&pdf("ban khac"))).exists(), "nothing of it remains");
        assert_eq!(attach(&author, &part, "mô tả.pdf", &content).await.status(), 303);
        assert_eq!(last_line(&house, id).await.event, "entry.supplemented");
        assert_ne!(author.get(&part).await.status(), 200, "what is here is frozen like the rest");
        assert!(author.get(&format!("{at}/bien-nhan")).await.says(&hash));
        let unproven = unproven_dossiers(&mut house.house().read().await.unwrap()).await.unwrap();
        assert!(unproven.frozen.is_empty() && unproven.live.is_empty(), "{unproven:?}");
    }

    async fn a_file_that_comes_after_its_grace_counts_as_missing(house: TestHouse) {
        let author = with_grace(&house).await;
        let content = pdf("ban mo ta gui sau");
        let at = promised(&author, &content).await;
        let part = format!("{at}/phan/ban-mo-ta");
        house.account("thu.ky", "Hoàng Thị Cẩn", &[Role::ContestSecretary]).await;
        house.set_clock("2021-07-01T16:01:00+07:00");
        let author = house.signed_in("tac.gia").await;
        let late = attach(&author, &part, "mô tả.pdf", &content).await;
        assert!(late.says("Tệp được gửi sau đến 16 giờ 00, ngày 1/7/2021"), "{} {}", late.headers(), late.text());
        let secretary = house.signed_in("thu.ky").await;
        assert!(secretary.get(&format!("/ho-so/{}", id_of(&at))).await.says("Đã quá hạn gửi tệp, coi như thiếu"));
    }

    /// Where the rules say nothing of it, every file comes with the dossier.
    async fn no_file_follows_where_the_rules_do_not_say_so(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let part = format!("{}/phan/ban-mo-ta", begun(&author, "Máy rửa than").await);
        assert!(!author.get(&part).await.says("Mạng yếu"));
        let hash = Sha256Hex::of(b"x").to_string();
        let refused = author.send(&format!("{part}/ma-bam"), &[("digest", &hash)]).await;
        assert!(refused.says("Phần này không được gửi tệp sau"), "{}", refused.text());
    }

    /// The program may stand still at the hour itself: what counts is the hour, not when it looks.
    async fn a_whole_draft_submits_itself_also_after_the_program_stood_still(house: TestHouse) {
        let contest = contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        assert_eq!(choose(&author, &at, &[("by_itself", "co")]).await, 303);
        assert_eq!(author.get(&at).await.attribute("#by_itself", "checked").as_deref(), Some(""));
        assert_eq!(look(&house, "2021-06-30T16:59:59+07:00").await, 0);
        assert_eq!(card(&house, id_of(&at)).await.state, Standing::Draft);

        house.set_clock("2021-07-01T09:30:00+07:00");
        let author = house.signed_in("tac.gia").await;
        let part = format!("{at}/phan/tom-tat");
        let seen = version(&author, &part).await;
        let late = author.send(&part, &[("version", &seen), ("text", "Sửa sau hạn")]).await;
        assert!(late.says("hồ sơ đang được tự nộp nên không sửa được"), "{}", late.text());
        assert_eq!(look(&house, "2021-07-01T09:30:00+07:00").await, 1);
        let kept = card(&house, id_of(&at)).await;
        assert_eq!(kept.state, Standing::Submitted);
        assert_eq!(kept.submitted_at, Some("2021-06-30T16:59:59+07:00".parse().unwrap()));
        let line = last_line(&house, id_of(&at)).await;
        assert_eq!((line.event.as_str(), line.door.as_str()), ("entry.submitted", "job"));
        assert_eq!(line.actor, contest.author.to_string(), "who acts is the author, by the standing choice");
        assert!(line.text_fact("chosen_at").is_some_and(|at| at.starts_with("2021-06-01")));
        let (subject, body) = letter(&house, AUTHOR).await;
        assert_eq!(subject, "Đã nhận hồ sơ QN8-0001");
        assert!(body.contains("tự nộp khi hết hạn") && body.contains("16 giờ 59, ngày 30/6/2021"), "{body}");
        assert_eq!(look(&house, "2021-07-01T09:31:00+07:00").await, 0, "once");
    }

    /// The letter before leaves a day to mend it, the letter after says what was missing; the draft stays.
    async fn an_incomplete_draft_is_told_of_before_and_after(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = begun(&author, "Máy rửa than").await;
        assert_eq!(choose(&author, &at, &[("by_itself", "co")]).await, 303);
        look(&house, "2021-06-29T16:00:00+07:00").await;
        assert_eq!(mails(&house).await.len(), 0, "a day is enough");
        look(&house, "2021-06-29T17:00:00+07:00").await;
        let (subject, body) = letter(&house, AUTHOR).await;
        assert_eq!(subject, "Hồ sơ chưa đủ để tự nộp: Máy rửa than");
        assert!(body.contains("\n- Chưa có phần “") && body.contains("17 giờ 00, ngày 30/6/2021"), "{body}");
        look(&house, "2021-06-29T17:01:00+07:00").await;
        assert_eq!(mails(&house).await.len(), 1, "told once");

        assert_eq!(look(&house, "2021-06-30T17:00:30+07:00").await, 0);
        let (subject, body) = letter(&house, AUTHOR).await;
        assert_eq!(subject, "Hồ sơ không tự nộp được: Máy rửa than");
        assert!(body.contains("\n- Chưa có phần “"), "{body}");
        assert_eq!(last_line(&house, id_of(&at)).await.event, "entry.itself_missed");
        assert_eq!(look(&house, "2021-06-30T17:01:30+07:00").await, 0);
        assert_eq!(mails(&house).await.len(), 2);
        let author = house.signed_in("tac.gia").await;
        assert!(author.get(&at).await.says("Hồ sơ không tự nộp được"));
        fill(&author, &format!("{at}/phan/tom-tat"), &[("text", SUMMARY)]).await;
        assert_eq!(card(&house, id_of(&at)).await.state, Standing::Draft);
    }

    /// The day's reminder tells how many submit themselves, and of none what it is called.
    async fn the_reminder_says_that_a_draft_submits_itself(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = begun(&author, "Máy rửa than").await;
        choose(&author, &at, &[("by_itself", "co")]).await;
        house.set_clock("2021-06-29T08:00:00+07:00");
        let known: Arc<dyn KnownDue> = Arc::new(FromRooms);
        tell_what_is_due(house.house(), &known).await.unwrap();
        let (_, body) = letter(&house, AUTHOR).await;
        assert!(body.contains("1 hồ sơ sẽ tự nộp khi hết hạn nếu đủ"), "{body}");
        assert!(!body.contains("Máy rửa than"), "{body}");
    }

    async fn the_choice_is_the_author_s_own_and_ends_with_the_intake(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        assert_eq!(choose(&author, &at, &[("by_itself", "co")]).await, 303);
        assert_eq!(choose(&house.signed_in("thu.ky").await, &at, &[]).await, 404, "nobody else knows of the draft");
        assert_eq!(choose(&author, &at, &[]).await, 303);
        assert_eq!(last_line(&house, id_of(&at)).await.event, "entry.itself_dropped");
        assert_eq!(look(&house, "2021-06-30T17:00:00+07:00").await, 0, "taken back");
        let author = house.signed_in("tac.gia").await;
        let late = author.send(&format!("{at}/tu-nop"), &[("by_itself", "co")]).await;
        assert!(late.says("Đã hết thời gian nhận hồ sơ"), "{}", late.text());
        assert_eq!(look(&house, "2021-06-30T17:01:00+07:00").await, 0);
        assert_eq!(card(&house, id_of(&at)).await.state, Standing::Draft);
    }

    /// Whoever grants it knows a code and nothing of the draft; everybody reads that it was granted, and why.
    async fn one_entry_is_given_more_time_and_nobody_reads_whose(house: TestHouse) {
        contest(&house).await;
        house.account("khac", "Lê Văn Khác", &[Role::Author]).await;
        let (author, other) = (house.signed_in("tac.gia").await, house.signed_in("khac").await);
        let at = filled(&author, "Máy rửa than").await;
        let else_s = filled(&other, "Máy sàng than").await;
        let code = author.get(&at).await.select("strong.ht-nowrap").pop().unwrap();
        house.set_clock("2021-07-01T08:00:00+07:00");
        let (secretary, page) = (house.signed_in("thu.ky").await, format!("/ky/{SLUG}/gia-han"));
        let reason = "Xã mất điện hai ngày do bão.";
        let wrong = [("code", "0000-000"), ("until_day", "2/7/2021"), ("until_hour", "17:00"), ("cause", "disaster"), ("reason", reason)];
        assert_eq!(secretary.send(&page, &wrong).await.attributes(".govuk-error-summary a", "href"), ["#code"]);
        let mut asked = wrong;
        asked[0].1 = &code;
        let early = secretary.send(&page, &[asked[0], ("until_day", "30/6/2021"), asked[2], asked[3], ("reason", " ")]).await;
        assert_eq!(early.attributes(".govuk-error-summary a", "href"), ["#until_day", "#reason"], "{}", early.text());
        let author = house.signed_in("tac.gia").await;
        assert_eq!(author.send(&page, &asked).await.status(), 403);
        assert_eq!(secretary.send(&page, &asked).await.status(), 303);

        let (subject, body) = letter(&house, AUTHOR).await;
        assert!(subject.starts_with(&format!("Hồ sơ {code} được gia hạn đến 17 giờ 00")), "{subject}");
        assert!(body.contains(reason), "{body}");
        let open = house.browser().get(&page).await;
        assert!(open.says("Thiên tai, mất điện trên diện rộng") && open.says("17 giờ 00, ngày 2/7/2021"), "{}", open.text());
        for hidden in ["Máy rửa than", reason, code.as_str(), "Nguyễn Thị Ánh"] {
            assert!(!open.says(hidden), "{hidden}");
        }
        assert!(author.get(&at).await.says(reason), "the entry's own page says why");
        house.set_clock("2021-07-02T16:59:00+07:00");
        let (author, other) = (house.signed_in("tac.gia").await, house.signed_in("khac").await);
        assert_eq!(submitted(&other, &else_s).await.status(), 200, "nobody else has more time");
        assert_eq!(submitted(&author, &at).await.status(), 303);
        assert!(house.signed_in("thu.ky").await.get(&format!("/ho-so/{}", id_of(&at))).await.says(reason));
    }

    /// Who chose it and was given more time is looked at when that is over, not before.
    async fn a_draft_with_more_time_submits_itself_at_its_own_hour(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        choose(&author, &at, &[("by_itself", "co")]).await;
        let code = author.get(&at).await.select("strong.ht-nowrap").pop().unwrap();
        let secretary = house.signed_in("thu.ky").await;
        let asked =
            [("code", code.as_str()), ("until_day", "2/7/2021"), ("until_hour", "17:00"), ("cause", "illness"), ("reason", "Ốm.")];
        assert_eq!(secretary.send(&format!("/ky/{SLUG}/gia-han"), &asked).await.status(), 303);
        assert_eq!(look(&house, "2021-06-30T17:00:00+07:00").await, 0);
        assert_eq!(look(&house, "2021-07-02T17:00:00+07:00").await, 1);
        let kept = card(&house, id_of(&at)).await;
        assert_eq!(kept.submitted_at, Some("2021-07-02T16:59:59+07:00".parse().unwrap()));
    }

    async fn the_receipt_tells_its_place_in_the_journal_and_every_file(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        let content = pdf("bản mô tả mới");
        attach(&author, &format!("{at}/phan/ban-mo-ta"), "mô tả.pdf", &content).await;
        submitted(&author, &at).await;
        let line = last_line(&house, id_of(&at)).await;
        assert_eq!(line.event, "entry.submitted");
        let (_, body) = letter(&house, AUTHOR).await;
        let hash = Sha256Hex::of(&content).to_string();
        assert!(body.contains(&format!("Vị trí trong nhật ký: dòng {}\n", line.seq)), "{body}");
        assert!(body.contains(&hash), "{body}");
        let receipt = author.get(&format!("{at}/bien-nhan")).await;
        assert!(receipt.says(&format!("dòng {}", line.seq)) && receipt.says(&hash), "{}", receipt.text());
    }

    async fn the_public_page_says_what_counts_as_in_time(house: TestHouse) {
        contest(&house).await;
        let page = house.browser().get(&format!("/ky/{SLUG}")).await;
        for words in ["tính theo lúc máy chủ ghi nhận việc nộp", "được đặt lên bàn nhận", "phải đến nơi chậm nhất ngày 10/7/2021"] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
    }

    async fn on_the_last_day_the_dossier_shows_the_server_s_clock(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = begun(&author, "Máy rửa than").await;
        assert_eq!(author.get(&at).await.attribute("[data-left]", "data-left"), None, "days are left");
        house.set_clock("2021-06-30T16:58:03+07:00");
        let page = house.signed_in("tac.gia").await.get(&at).await;
        assert_eq!(page.attribute("[data-left]", "data-left").as_deref(), Some("117"));
        assert!(page.says("Giờ máy chủ 16:58:03, còn 0:01:57."), "{}", page.text());
    }
}
