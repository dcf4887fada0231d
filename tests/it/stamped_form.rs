//! The registration form is printed from the dossier, stamped on paper, and told when it no longer matches.

use hoithi_entries::{Standing, dossier};
use hoithi_journal::lines_about;
use hoithi_rules::edition::books;
use hoithi_rules::ids::{AccountId, EntryId};
use hoithi_rules::people::Role;
use hoithi_rules::screening::{Finding, Verdict, checklist};
use hoithi_screening::{Decide, Ruling, decide};
use hoithi_testkit::{Browser, TestHouse, both, words_on_the_page};

use super::entries::{
    DECLARATIONS, SLUG, SUMMARY, attach, begun, card, fill, filled, id_of, pdf, set_up_edition, submitted, version,
};
use super::judged::codes_of;

const TITLE: &str = "Máy rửa than";

/// The province's contest, which has its form printed here; `follows` is a line of the rule book or none.
async fn contest(house: &TestHouse, follows: &str) -> AccountId {
    let leader = house.account("lanh.dao", "Phạm Văn Quyết", &[Role::AgencyHead]).await;
    house.account("tac.gia", "Nguyễn Thị Ánh", &[Role::Author]).await;
    house.set_clock("2020-09-01T08:00:00+07:00");
    let section = format!("[rules.stamp]\npart = \"phieu-dang-ky\"\n{follows}\n[rules.forwarding]");
    let text = books::QUANG_NINH_VIII.replacen("[rules.forwarding]", &section, 1);
    set_up_edition(house, leader, &text, None).await;
    let secretary = house.account("thu.ky", "Hoàng Thị Cẩn", &[Role::ContestSecretary]).await;
    house.set_clock("2021-06-01T08:00:00+07:00");
    secretary
}

/// Prints the form and gives the address of the last print.
async fn printed(author: &Browser, at: &str) -> String {
    let done = author.send(&format!("{at}/phieu"), &[]).await;
    assert_eq!(done.location(), format!("{at}/phieu"), "{}", done.text());
    author.get(&format!("{at}/phieu")).await.attributes("#ban-in a", "href")[0].clone()
}

fn code_in(print: &str) -> &str {
    print.rsplit('/').next().unwrap()
}

async fn head(author: &Browser, at: &str, title: &str) {
    let fields =
        [("title", title), ("category", "cong-nghiep-xay-dung"), ("entrant", "individual"), ("created_on", "1/5/2018")];
    fill(author, &format!("{at}/giai-phap"), &fields).await;
}

async fn admitted(house: &TestHouse, secretary: AccountId, entry: EntryId) -> Vec<&'static str> {
    let mut db = house.house().read().await.unwrap();
    let kept = dossier(&mut db, entry).await.unwrap().unwrap();
    let edition = hoithi_edition::edition(&mut db, kept.entry.edition).await.unwrap().unwrap();
    drop(db);
    let finding = |item| Finding { item, verdict: Verdict::Passed, note: String::new() };
    let findings = checklist(edition.book.rules(), true).into_iter().map(finding).collect();
    let command = Decide { entry, seen: kept.entry.version, ruling: Ruling::Admit, findings };
    codes_of(house.perform(secretary, move |act| Box::pin(decide(act, command.clone()))).await)
}

both! {
    async fn a_form_is_printed_stamped_and_told_when_it_no_longer_matches(house: TestHouse) {
        contest(&house, "").await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, TITLE).await;
        let part = format!("{at}/phan/phieu-dang-ky");
        assert!(author.get(&at).await.says("không in từ hệ thống"), "what came before any print is compared by eye");
        let print = printed(&author, &at).await;
        let paper = author.get(&print).await;
        assert_eq!(paper.header("content-type"), "application/pdf");
        let words = words_on_the_page(paper.bytes()).split_whitespace().collect::<Vec<_>>().join(" ");
        for said in [TITLE, "Nguyễn Thị Ánh", "Công nghiệp, giao thông vận tải, xây dựng", "100%", code_in(&print)] {
            assert!(words.contains(said), "{said}: {words}");
        }
        assert_eq!(author.get(&print).await.bytes(), paper.bytes(), "the same print is the same paper");
        assert_eq!(printed(&author, &at).await, print, "the same words are the same print");

        assert_eq!(attach(&author, &part, "dau.pdf", &pdf("có dấu")).await.status(), 303);
        assert!(author.get(&at).await.says("Bản đã đóng dấu khớp với hồ sơ"));
        fill(&author, &format!("{at}/phan/tom-tat"), &[("text", "Không in trên phiếu.")]).await;
        assert!(author.get(&at).await.says("Bản đã đóng dấu khớp với hồ sơ"), "what is not printed changes nothing");
        head(&author, &at, "Máy rửa cát").await;
        let list = author.get(&at).await;
        assert!(list.says("Bản đã đóng dấu không còn khớp"), "{}", list.text());
        assert!(list.says("Tên giải pháp: trên phiếu là “Máy rửa than”, nay là “Máy rửa cát”."), "{}", list.text());
        let refused = submitted(&author, &at).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#parts.phieu-dang-ky"]);

        let second = printed(&author, &at).await;
        assert_ne!(second, print);
        let seen = version(&author, &part).await;
        let old = code_in(&print).to_owned();
        let fields = [("version", seen.as_str()), ("shows", old.as_str())];
        assert_eq!(author.send_files(&part, &fields, &[("file", "cu.pdf", &pdf("tờ cũ"))]).await.status(), 303);
        assert!(author.get(&at).await.says("không còn khớp"), "the paper shows the first print, as its giver says");
        let unknown = [("version", seen.as_str()), ("shows", "00000-00000")];
        let answer = author.send_files(&part, &unknown, &[("file", "la.pdf", &pdf("tờ lạ"))]).await;
        assert_ne!(answer.status(), 303, "no print of this dossier");
        let offered = author.get(&part).await.attributes("#shows option", "value");
        assert_eq!(offered[0], code_in(&second), "the last print is offered first");
        assert_eq!(attach(&author, &part, "moi.pdf", &pdf("tờ mới")).await.status(), 303);
        assert_eq!(submitted(&author, &at).await.status(), 303);

        let lines = lines_about(&mut house.house().read().await.unwrap(), &id_of(&at).to_string()).await.unwrap();
        assert_eq!(lines.iter().filter(|line| line.event == "entry.form_printed").count(), 3);
        assert!(lines.iter().all(|line| !line.facts.contains("Máy rửa") && !line.facts.contains("Nguyễn")));
        let unproven = hoithi_entries::unproven_dossiers(&mut house.house().read().await.unwrap()).await.unwrap();
        assert!(unproven.live.is_empty() && unproven.frozen.is_empty(), "{unproven:?}");
    }

    /// The square code on the paper leads those to its print who may read the dossier, and nobody else.
    async fn a_print_is_found_by_its_code(house: TestHouse) {
        contest(&house, "").await;
        let author = house.signed_in("tac.gia").await;
        let at = begun(&author, TITLE).await;
        let print = printed(&author, &at).await;
        let door = format!("/phieu/{}", code_in(&print).to_lowercase());
        head(&author, &at, "Máy rửa cát").await;
        let found = author.get(&door).await;
        assert!(found.says("Hồ sơ đã thay đổi sau khi in") && found.says("nay là “Máy rửa cát”"), "{}", found.text());
        let give = found.attributes("main a", "href").into_iter().find(|href| href.contains("?phieu=")).unwrap();
        let giving = author.get(&give).await;
        let action = giving.attribute("form[enctype]", "action");
        assert_eq!(action.as_deref(), give.split('?').next(), "the print's code is chosen in the form, not sent along");
        let chosen = giving.attribute("#shows option[selected]", "value");
        assert_eq!(chosen.as_deref(), Some(code_in(&print)));
        house.account("giam.khao", "Vũ Thị Chấm", &[Role::Judge]).await;
        house.account("khac", "Lý Văn Khác", &[Role::Author]).await;
        for login in ["giam.khao", "khac", "thu.ky"] {
            let other = house.signed_in(login).await;
            assert_eq!(other.get(&door).await.status(), 404, "a draft is its author's alone: {login}");
            assert_eq!(other.get(&print).await.status(), 404, "{login}");
        }
        assert_eq!(author.get("/phieu/00000-00000").await.status(), 404);
    }

    async fn a_stamped_form_may_follow_within_working_days(house: TestHouse) {
        let secretary = contest(&house, "follows_within = 5\n").await;
        let author = house.signed_in("tac.gia").await;
        let at = begun(&author, TITLE).await;
        head(&author, &at, TITLE).await;
        fill(&author, &format!("{at}/phan/tom-tat"), &[("text", SUMMARY)]).await;
        attach(&author, &format!("{at}/phan/ban-mo-ta"), "mo-ta.pdf", &pdf("mô tả")).await;
        fill(&author, &format!("{at}/cam-ket"), &DECLARATIONS.map(|code| ("declarations", code))).await;
        let part = format!("{at}/phan/phieu-dang-ky");
        printed(&author, &at).await;
        assert!(author.get(&format!("{at}/kiem-tra")).await.says("Hồ sơ vẫn nộp được; phiếu gửi sau"));
        assert_eq!(submitted(&author, &at).await.status(), 303);
        let list = author.get(&at).await;
        assert!(list.says("nộp sau được đến hết ngày 7/7/2021"), "five working days behind 30/6/2021: {}", list.text());
        assert!(list.attributes("main a", "href").contains(&part), "{}", list.text());
        let entry = id_of(&at);
        assert_eq!(admitted(&house, secretary, entry).await, ["entries.stamp_awaited"]);
        let desk = house.signed_in("thu.ky").await.get(&format!("/ky/{SLUG}/kiem-tra/{entry}")).await;
        assert!(desk.says("Thể lệ cho nộp sau trong thời hạn"), "{}", desk.text());

        house.set_clock("2021-07-07T23:00:00+07:00");
        let author = house.signed_in("tac.gia").await;
        let (seen, scan) = (version(&author, &part).await, pdf("có dấu"));
        let shows = author.get(&part).await.attributes("#shows option", "value")[0].clone();
        let fields = [("version", seen.as_str()), ("shows", shows.as_str())];
        let taken = author.send_files(&part, &fields, &[("file", "dau.pdf", &scan)]).await;
        assert_eq!(taken.status(), 303, "{}", taken.text());
        let kept = dossier(&mut house.house().read().await.unwrap(), entry).await.unwrap().unwrap();
        assert!(kept.receipt().unwrap().supplemented_at.is_some());
        let again = author.send_files(&part, &fields, &[("file", "khac.pdf", &pdf("khác"))]).await;
        assert_ne!(again.status(), 303, "what came and matches is received");
        let unproven = hoithi_entries::unproven_dossiers(&mut house.house().read().await.unwrap()).await.unwrap();
        assert!(unproven.live.is_empty() && unproven.frozen.is_empty(), "{unproven:?}");
        let desk = house.signed_in("thu.ky").await.get(&format!("/ho-so/{entry}")).await;
        assert!(desk.says("Bản đã đóng dấu khớp với hồ sơ"), "{}", desk.text());
        assert_eq!(admitted(&house, secretary, entry).await, ["done"]);
        assert_eq!(card(&house, entry).await.state, Standing::Admitted);
    }
}
