//! Parts of a dossier that are kept secret: every door that hands out a part asks who may open it.

use std::sync::Arc;

use hoithi::FromDossiers;
use hoithi_entries::{dossier, judge_parts};
use hoithi_forwarding::{SendUp, send_up};
use hoithi_journal::{Line, lines_about};
use hoithi_originality::{KnownTexts, keep_up};
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::edition::{PartCode, RuleBook, books};
use hoithi_rules::forwarding::Endorsement;
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{Answer, Browser, TestHouse, both};
use jiff::civil::date;
use serde_json::Value;

use super::entries::{SLUG, contest, fill, filled, id_of, set_up_edition, submitted};
use super::judged::{Judged, Told, college, launched, office, province, unit};
use super::packages::{PAPER, above};

const FORMULA: &str = "Chín phần nước với một phần giấm gỗ nâu, ủ mười bốn ngày trong chum sành kín, khuấy mỗi ngày hai lần \
    rồi lọc qua ba lớp vải thô trước khi đóng chai.";
const WHY: &str = "Công thức chưa đăng ký bảo hộ";
const OPENING: &str = "Kiểm tra tính mới của công thức";

/// In the rules of a contest.
const BY_RULES: &str = "code = \"tom-tat\"\nsecret = \"Bí quyết sản xuất\"";

fn holds(answer: &Answer, words: &str) -> bool {
    String::from_utf8_lossy(answer.bytes()).contains(words)
}

fn secret(id: EntryId, part: &str) -> String {
    format!("/ho-so/{id}/bao-mat/{part}")
}

async fn opened(browser: &Browser, id: EntryId, part: &str) -> Answer {
    browser.send(&secret(id, part), &[("step", "open"), ("reason", OPENING)]).await
}

/// A dossier whose summary holds a formula; written, not submitted.
async fn with_formula(author: &Browser, title: &str) -> String {
    let at = filled(author, title).await;
    fill(author, &format!("{at}/phan/tom-tat"), &[("text", FORMULA)]).await;
    at
}

async fn keep(author: &Browser, id: EntryId, part: &str) {
    let kept = author.send(&secret(id, part), &[("step", "keep"), ("reason", WHY)]).await;
    assert_eq!(kept.location(), secret(id, part), "{}", kept.text());
}

/// What judges read of a received entry by these rules, by the codes of the parts.
async fn for_judges(house: &TestHouse, id: EntryId, book: &str) -> Vec<String> {
    let book = RuleBook::parse(book).unwrap();
    let parts = judge_parts(&mut house.house().read().await.unwrap(), id, &book).await.unwrap();
    parts.into_iter().map(|part| part.code.to_string()).collect()
}

async fn last_line(house: &TestHouse, id: EntryId) -> Line {
    lines_about(&mut house.house().read().await.unwrap(), &id.to_string()).await.unwrap().pop().unwrap()
}

async fn kept_up(house: &TestHouse) -> usize {
    let texts: Arc<dyn KnownTexts> = Arc::new(FromDossiers);
    keep_up(house.house(), &texts).await.unwrap()
}

both! {
    async fn what_an_author_keeps_secret_opens_to_an_officer_who_says_why(house: TestHouse) {
        contest(&house).await;
        house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
        house.account("kiem.toan", "Lò Thị Soát", &[Role::Auditor]).await;
        let author = house.signed_in("tac.gia").await;
        let at = with_formula(&author, "Nước rửa chuồng từ giấm gỗ").await;
        let id = id_of(&at);
        let empty = author.send(&secret(id, "tom-tat"), &[("step", "keep"), ("reason", " ")]).await;
        assert_eq!(empty.attributes(".govuk-error-summary a", "href"), ["#reason"], "{}", empty.text());
        keep(&author, id, "tom-tat").await;
        assert!(author.get(&format!("{at}/phan/tom-tat")).await.says("Thông tin cần bảo mật"));
        assert!(holds(&author.get(&format!("{at}/kiem-tra")).await, FORMULA), "its own author reads it");
        assert_eq!(submitted(&author, &at).await.status(), 303);

        let page = format!("/ho-so/{id}");
        let doors = [page.clone(), format!("/api/v1/entries/{id}"), format!("/ky/{SLUG}/kiem-tra/{id}")];
        let secretary = house.signed_in("thu.ky").await;
        for door in &doors {
            let answer = secretary.get(door).await;
            assert!(answer.status() == 200 && !holds(&answer, FORMULA), "{door}: {}", answer.text());
        }
        assert!(secretary.get(&page).await.says("Phần này cần bảo mật"));
        for (login, status) in [("lanh.dao", 403), ("kiem.toan", 403)] {
            let browser = house.signed_in(login).await;
            let answer = browser.get(&page).await;
            assert!(answer.status() == 200 && !holds(&answer, FORMULA), "{login}");
            let told = browser.get(&secret(id, "tom-tat")).await;
            assert!(told.says(WHY) && told.select("form input[name=reason]").is_empty(), "{login}: {}", told.text());
            assert_eq!(opened(&browser, id, "tom-tat").await.status(), status, "{login}");
        }

        let unsaid = secretary.send(&secret(id, "tom-tat"), &[("step", "open"), ("reason", "")]).await;
        assert_eq!(unsaid.attributes(".govuk-error-summary a", "href"), ["#reason"]);
        assert_eq!(opened(&secretary, id, "tom-tat").await.location(), secret(id, "tom-tat"));
        for door in &doors {
            assert!(holds(&secretary.get(door).await, FORMULA), "{door}");
        }
        let line = last_line(&house, id).await;
        assert_eq!((line.event.as_str(), line.text_fact("why").as_deref()), ("entry.secret_opened", Some(OPENING)));
        let officer = house.signed_in("chuyen.vien").await;
        assert!(!holds(&officer.get(&page).await, FORMULA), "an opening is for whoever acted");
        let told = author.get(&secret(id, "tom-tat")).await;
        assert!(told.says("Hoàng Thị Cẩn") && told.says(OPENING), "its author reads who opened it: {}", told.text());

        house.set_clock("2021-06-01T17:00:00+07:00");
        let secretary = house.signed_in("thu.ky").await;
        assert!(!holds(&secretary.get(&page).await, FORMULA), "and not for long");
        let lifted = house.signed_in("tac.gia").await.send(&secret(id, "tom-tat"), &[("step", "lift")]).await;
        assert!(lifted.says("không đổi dấu bảo mật được nữa"), "{}", lifted.text());
    }

    async fn the_files_of_a_secret_part_are_handed_to_nobody_else(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        let id = id_of(&at);
        let file = format!("/ho-so/{id}/tep/ban-mo-ta");
        let all = format!("{file}/cac-ban");
        keep(&author, id, "ban-mo-ta").await;
        let lifted = author.send(&secret(id, "ban-mo-ta"), &[("step", "lift")]).await;
        assert_eq!(lifted.location(), secret(id, "ban-mo-ta"), "a draft is its writer's: {}", lifted.text());
        keep(&author, id, "ban-mo-ta").await;
        let twice = author.send(&secret(id, "ban-mo-ta"), &[("step", "keep"), ("reason", WHY)]).await;
        assert!(twice.says("Phần này đã có dấu bảo mật."), "{}", twice.text());
        assert_eq!(submitted(&author, &at).await.status(), 303);
        let secretary = house.signed_in("thu.ky").await;
        let one = author.get(&all).await.attributes("main a", "href");
        let one = one.into_iter().find(|href| href.starts_with(&format!("{all}/"))).unwrap();
        for door in [&file, &all, &one] {
            assert_eq!(author.get(door).await.status(), 200, "{door}");
            assert_eq!(secretary.get(door).await.status(), 403, "{door}");
        }
        let shown = secretary.get(&format!("/api/v1/entries/{id}")).await.json::<Value>();
        let part = shown["parts"].as_array().unwrap().iter().find(|part| part["code"] == "ban-mo-ta").unwrap();
        assert_eq!(part.as_object().unwrap().len(), 1, "neither size nor hash: {part}");
        assert_eq!(for_judges(&house, id, books::QUANG_NINH_VIII).await, ["tom-tat"]);
        assert_eq!(opened(&secretary, id, "ban-mo-ta").await.status(), 303);
        for door in [&file, &all, &one] {
            assert_eq!(secretary.get(door).await.status(), 200, "{door}");
        }
        house.account("nguoi.khac", "Vũ Văn Khác", &[Role::Author]).await;
        let stranger = house.signed_in("nguoi.khac").await;
        assert_eq!(stranger.get(&secret(id, "ban-mo-ta")).await.status(), 404);
        assert_eq!(opened(&stranger, id, "ban-mo-ta").await.status(), 404);
    }

    /// No passage of it is laid beside another dossier, not even one that was found before it became secret.
    async fn what_is_secret_is_compared_with_nothing(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let first = with_formula(&author, "Nước rửa chuồng từ giấm gỗ").await;
        assert_eq!(submitted(&author, &first).await.status(), 303);
        let second = with_formula(&author, "Chế phẩm khử mùi trại lợn").await;
        assert_eq!(submitted(&author, &second).await.status(), 303);
        let secretary = house.signed_in("thu.ky").await;
        assert_eq!(kept_up(&house).await, 2);
        let desk = format!("/ky/{SLUG}/kiem-tra/{}", id_of(&second));
        let beside = format!("{desk}/giong/{}", id_of(&first));
        assert!(holds(&secretary.get(&beside).await, "giấm gỗ nâu"));

        keep(&author, id_of(&first), "tom-tat").await;
        let page = secretary.get(&beside).await;
        assert!(page.status() == 200 && !holds(&page, "giấm gỗ nâu"), "{}", page.text());
        assert_eq!(kept_up(&house).await, 1, "what became secret is read anew");
        assert_eq!(secretary.get(&beside).await.status(), 404);
        assert!(secretary.get(&desk).await.says("Nội dung không giống hồ sơ nào."));
    }

    async fn what_the_rules_keep_secret_judges_read_where_the_rules_say_so(house: TestHouse) {
        let leader = house.account("lanh.dao", "Phạm Văn Quyết", &[Role::AgencyHead]).await;
        house.account("tac.gia", "Nguyễn Thị Ánh", &[Role::Author]).await;
        house.set_clock("2020-09-01T08:00:00+07:00");
        let hidden = books::QUANG_NINH_VIII.replacen("code = \"tom-tat\"", BY_RULES, 1);
        let shown = hidden.replacen(BY_RULES, &format!("{BY_RULES}\nsecret_to_judges = true"), 1);
        set_up_edition(&house, leader, &shown, None).await;
        house.account("thu.ky", "Hoàng Thị Cẩn", &[Role::ContestSecretary]).await;
        house.set_clock("2021-06-01T08:00:00+07:00");
        let author = house.signed_in("tac.gia").await;
        let at = with_formula(&author, "Nước rửa chuồng từ giấm gỗ").await;
        let id = id_of(&at);
        let lifted = author.send(&secret(id, "tom-tat"), &[("step", "lift")]).await;
        assert!(lifted.says("Thể lệ quy định phần này cần bảo mật"), "{}", lifted.text());
        assert_eq!(submitted(&author, &at).await.status(), 303);
        assert_eq!(for_judges(&house, id, &hidden).await, ["ban-mo-ta"]);
        assert_eq!(for_judges(&house, id, &shown).await, ["tom-tat", "ban-mo-ta"]);

        let secretary = house.signed_in("thu.ky").await;
        let copy = format!("/ky/{SLUG}/ban-cham/{id}");
        let page = secretary.get(&copy).await;
        assert!(page.status() == 200 && !holds(&page, FORMULA), "{}", page.text());
        let unread = secretary.send(&copy, &[("version", "1"), ("though_told", "co")]).await;
        assert!(unread.says("Có phần cần bảo mật mà giám khảo được đọc."), "{}", unread.text());
        assert_eq!(opened(&secretary, id, "tom-tat").await.status(), 303);
        let page = secretary.get(&copy).await;
        assert!(holds(&page, FORMULA) && !page.says("Có phần cần bảo mật mà giám khảo"), "{}", page.text());
    }

    /// The mark goes up with the copy; the office above opens that one and never the one below.
    async fn what_a_school_keeps_secret_stays_so_above(house: TestHouse) {
        const TOLD: [Told<'_>; 1] = [([37, 27, 26], &["Ngô Thị Lựu"])];
        let (head, officer) = office(&house).await;
        let upper = launched(&house, &province(), head, None).await;
        house.set_clock("2020-09-15T09:00:00+07:00");
        let school = unit(&house, officer, "Trường Cao đẳng Minh Họa").await;
        let organiser =
            house.account_for("tochuc", "Vi Thị Tổ Chức", &[(Role::UnitOrganiser, Scope::Unit(school))]).await;
        let kind = college().with("code = \"tom-tat\"", BY_RULES);
        let edition = launched(&house, &kind, organiser, Some((upper, school))).await;
        let judged = Judged::new(&house, kind, (edition, school), head).await.sealed(&TOLD).await;
        judged.open().await;
        house.set_clock("2021-05-25T09:00:00+07:00");
        let below = judged.entries[0];
        let endorsement = Endorsement {
            document: DocumentNumber::parse("45/CV-CĐMH", 2021).unwrap(),
            date: date(2021, 5, 24),
            signed_by: "Khuất Thị Hiệu".parse().unwrap(),
        };
        let command = SendUp { edition, entry: below, endorsement, because: String::new() };
        let up = house.perform(organiser, move |act| Box::pin(send_up(act, command.clone()))).await.unwrap();
        let kept = dossier(&mut house.house().read().await.unwrap(), up).await.unwrap().unwrap();
        let part = PartCode::parse("tom-tat").unwrap();
        assert_eq!(kept.secrets.get(&part).map(String::as_str), Some("Bí quyết sản xuất"));

        let above = house.signed_in("chuyenvien").await;
        for id in [below, up] {
            let page = above.get(&format!("/ho-so/{id}")).await;
            assert!(page.status() == 200 && !holds(&page, "Bí quyết của"), "{}", page.text());
        }
        assert_eq!(opened(&above, below, "tom-tat").await.status(), 403, "nobody of the office above");
        assert_eq!(opened(&above, up, "tom-tat").await.status(), 303, "its own copy, with the reason");
        assert!(holds(&above.get(&format!("/ho-so/{up}")).await, "Bí quyết của"));
        let organiser = house.signed_in("tochuc").await;
        assert!(!holds(&organiser.get(&format!("/ho-so/{below}")).await, "Bí quyết của"));
        assert_eq!(opened(&organiser, below, "tom-tat").await.status(), 303);
        assert!(holds(&organiser.get(&format!("/ho-so/{below}")).await, "Bí quyết của"));
    }

    async fn a_package_carries_the_marks_along(house: TestHouse) {
        const TOLD: [Told<'_>; 1] = [([37, 27, 26], &["Ngô Thị Lựu"])];
        let (head, officer) = office(&house).await;
        let kind = province().with("code = \"tom-tat\"", BY_RULES);
        let edition = launched(&house, &kind, head, None).await;
        let school = unit(&house, officer, "Trường Cao đẳng Chim Én").await;
        let judged = Judged::new(&house, kind, (edition, school), head).await.sealed(&TOLD).await;
        judged.open().await;
        let sender = house.signed_in("chuyenvien").await;
        let made = sender.send("/ky/quang-ninh-viii/gui-len/goi", &PAPER).await;
        let cover = sender.get(made.location()).await;
        assert!(cover.says("Cần bảo mật, phần tom-tat: Bí quyết sản xuất"), "{}", cover.text());
        let code = cover.select(".ht-code__code").remove(0);
        let package = sender.get(&format!("{}/tep", made.location())).await.bytes().to_vec();

        let above = above().await;
        let brought = above.bring(&package).await;
        let taken = above.take(brought.location(), &code, &[]).await;
        assert_eq!(taken.status(), 303, "{}", taken.text());
        let kept = above.entries().await.remove(0);
        let part = PartCode::parse("tom-tat").unwrap();
        assert_eq!(kept.secrets.get(&part).map(String::as_str), Some("Bí quyết sản xuất"));
        let page = format!("/ho-so/{}", kept.id());
        assert!(!holds(&above.officer.get(&page).await, "Bí quyết của"), "taking it in is not opening it");
        assert_eq!(opened(&above.officer, kept.id(), "tom-tat").await.status(), 303);
        assert!(holds(&above.officer.get(&page).await, "Bí quyết của"));
    }
}
