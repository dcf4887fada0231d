//! Dossiers that say the same: found in the background, read side by side by whoever screens, noted, kept from
//! everybody else.

use std::sync::Arc;

use hoithi::{FromDossiers, read_what_came};
use hoithi_journal::recent_lines;
use hoithi_originality::{KnownTexts, keep_up, notes_on};
use hoithi_rules::edition::books;
use hoithi_rules::originality::Likeness;
use hoithi_rules::people::{Role, Scope};
use hoithi_store::params;
use hoithi_testkit::{TestHouse, both};
use serde_json::Value;

use crate::copies::pdf_saying;
use crate::entries::{SLUG, attach, contest, fill, filled, id_of, set_up_edition, submitted};
use crate::screening::decide;

const SAID: &str = "Nước sau khi rửa được dẫn qua ba bể lắng nối tiếp, cặn than đọng ở đáy được hút lên bằng bơm màng \
    chạy điện mặt trời, nước trong quay lại vòi phun nên mỗi ca chỉ cần bù thêm một phần nhỏ.";
/// The same without marks, and something of its own.
const COPIED: &str = "Nuoc sau khi rua duoc dan qua ba be lang noi tiep, can than dong o day duoc hut len bang bom mang \
    chay dien mat troi, nuoc trong quay lai voi phun nen moi ca chi can bu them mot phan nho.\n\
    Khung máy được hàn từ thép cũ, tháo ra chở bằng xe máy, hai người lắp lại trong một giờ.";
const OTHER: &str = "Đèn nhấp nháy khi mực suối dâng quá vạch, còi hú truyền qua sóng vô tuyến tới nhà trưởng thôn.";

/// A dossier that was received with this summary: its address and its desk.
async fn received(house: &TestHouse, title: &str, summary: &str) -> (String, String) {
    let author = house.signed_in("tac.gia").await;
    let at = filled(&author, title).await;
    fill(&author, &format!("{at}/phan/tom-tat"), &[("text", summary)]).await;
    assert_eq!(submitted(&author, &at).await.status(), 303);
    let desk = format!("/ky/{SLUG}/kiem-tra/{}", id_of(&at));
    (at, desk)
}

/// A dossier that was received with this description, whatever its summary says.
async fn described(house: &TestHouse, title: &str, summary: &str, pages: &[&str]) -> (String, String) {
    let author = house.signed_in("tac.gia").await;
    let at = filled(&author, title).await;
    fill(&author, &format!("{at}/phan/tom-tat"), &[("text", summary)]).await;
    let sent = attach(&author, &format!("{at}/phan/ban-mo-ta"), "mo ta.pdf", &pdf_saying(pages)).await;
    assert_eq!(sent.status(), 303);
    assert_eq!(submitted(&author, &at).await.status(), 303);
    let desk = format!("/ky/{SLUG}/kiem-tra/{}", id_of(&at));
    (at, desk)
}

/// The files that came are read, then one round of the comparing; how many dossiers it had to do with.
async fn kept_up(house: &TestHouse) -> usize {
    while read_what_came(house.house()).await.unwrap() {}
    let texts: Arc<dyn KnownTexts> = Arc::new(FromDossiers);
    keep_up(house.house(), &texts).await.unwrap()
}

both! {
    async fn the_same_words_are_shown_side_by_side_and_what_it_is_is_noted(house: TestHouse) {
        contest(&house).await;
        let (first, _) = received(&house, "Máy rửa than tuần hoàn", SAID).await;
        let (_, desk) = received(&house, "Bể lắng cho xưởng sàng", COPIED).await;
        let (_, other) = received(&house, "Còi báo lũ quét", OTHER).await;
        let secretary = house.signed_in("thu.ky").await;
        assert!(secretary.get(&desk).await.says("Nội dung chưa so sánh xong"), "before the first round");
        assert_eq!((kept_up(&house).await, kept_up(&house).await), (3, 0), "what is read is read once");

        let page = secretary.get(&desk).await;
        assert!(page.says("Có 1 hồ sơ nội dung giống") && page.says("Máy rửa than tuần hoàn"), "{}", page.text());
        assert_eq!(page.attribute("input[name=\"findings.distinct\"][checked]", "value"), None, "a person compares");
        assert!(secretary.get(&other).await.says("Nội dung không giống hồ sơ nào."));
        let both = format!("{desk}/giong/{}", id_of(&first));
        let queue = secretary.get(&format!("/ky/{SLUG}/kiem-tra")).await;
        assert!(queue.attributes("#hang-doi tbody a", "href").contains(&both));

        let page = secretary.get(&both).await;
        for said in ["dẫn qua ba bể lắng nối tiếp", "dan qua ba be lang noi tiep", "QN8-0001", "QN8-0002"] {
            assert!(page.says(said), "{said}: {}", page.text());
        }
        assert!(!page.says("hàn từ thép cũ"), "only what both say");
        let empty = secretary.send(&both, &[("words", "")]).await;
        assert_eq!(empty.attributes(".govuk-error-summary a", "href"), ["#what"]);
        let unasked = secretary.send(&both, &[("what", "ask_author"), ("words", " ")]).await;
        assert_eq!(unasked.attributes(".govuk-error-summary a", "href"), ["#words"]);
        let asked = [("what", "ask_author"), ("words", "Hai nhóm có làm chung không?")];
        assert_eq!(secretary.send(&both, &asked).await.location(), both);
        let page = secretary.get(&both).await;
        assert!(page.says("Hai nhóm có làm chung không?") && page.says("Cần hỏi lại tác giả"), "{}", page.text());
        assert_eq!(secretary.send(&both, &[("what", "own_earlier")]).await.location(), both, "said again, kept beside");
        assert!(secretary.get(&desk).await.says("Giải pháp trước đây của chính các tác giả này"), "the last counts");

        let mut db = house.house().read().await.unwrap();
        let notes = notes_on(&mut db, desk.rsplit('/').next().unwrap().parse().unwrap()).await.unwrap();
        let what: Vec<Likeness> = notes.iter().map(|kept| kept.note.what).collect();
        assert_eq!(what, [Likeness::AskAuthor, Likeness::OwnEarlier]);
        let lines = recent_lines(&mut db, None, 100).await.unwrap();
        let noted: Vec<_> = lines.iter().filter(|line| line.event == "originality.noted").collect();
        assert_eq!(noted.len(), 2);
        assert!(noted.iter().all(|line| !line.facts.contains("làm chung")), "no words in the journal");
        let copy = desk.rsplit('/').next().unwrap();
        let told: Value = secretary.get(&format!("/api/v1/entries/{copy}/alike")).await.json();
        assert_eq!((&told[0]["noted"], told.as_array().unwrap().len()), (&Value::from("own_earlier"), 1));
        let percent = |name: &str| told[0][name].as_u64().unwrap();
        assert!((30..percent("percent_of_other")).contains(&percent("percent")), "{told}");
    }

    /// What stands in the files is compared as what was typed, and told with its page.
    async fn the_same_words_in_two_files_are_shown_with_their_pages(house: TestHouse) {
        contest(&house).await;
        let two = [
            "Nuoc sau khi rua duoc dan qua ba be lang noi tiep can than dong o day",
            "duoc hut len bang bom mang chay dien mat troi nuoc trong quay lai voi",
        ];
        let own = "Khung may duoc han tu thep cu thao ra cho bang xe may hai nguoi lap lai";
        let (first, _) = described(&house, "Máy rửa than tuần hoàn", OTHER, &two).await;
        let summary = "Bẫy ruồi đục quả bằng chai nhựa treo dưới tán, mồi thay mỗi tuần, không dùng thuốc.";
        let (second, desk) = described(&house, "Bể lắng cho xưởng sàng", summary, &[own, two[0], two[1]]).await;
        let secretary = house.signed_in("thu.ky").await;
        assert_eq!((kept_up(&house).await, kept_up(&house).await), (2, 0), "a file is read once");
        let page = secretary.get(&desk).await;
        assert!(page.says("Có 1 hồ sơ nội dung giống"), "{}", page.text());
        let both = format!("{desk}/giong/{}", id_of(&first));
        let page = secretary.get(&both).await;
        let said = ["Bản mô tả giải pháp, trang 1", "Bản mô tả giải pháp, trang 2", "Bản mô tả giải pháp, trang 3"];
        for said in said.into_iter().chain(["can than dong o day", "bom mang chay dien mat troi"]) {
            assert!(page.says(said), "{said}: {}", page.text());
        }
        assert!(!page.says("Khung may duoc han"), "only what both say");
        assert!(!page.says("phieu-dang-ky"), "forms are everybody's words");
        house.signed_in("tac.gia").await.send(&format!("{second}/rut"), &[("reason", "Chuyển sang kỳ sau")]).await;
        assert_eq!(secretary.get(&both).await.status(), 404, "what was taken back is shown to nobody, at once");
    }

    /// A scan that no tool could read says nothing, and the desk does not say that it is like no other.
    async fn what_could_not_be_read_is_named_on_the_desk(house: TestHouse) {
        contest(&house).await;
        let (_, desk) = received(&house, "Máy rửa than tuần hoàn", SAID).await;
        kept_up(&house).await;
        let page = house.signed_in("thu.ky").await.get(&desk).await;
        assert!(page.says("Chưa đọc được hết chữ trong: Bản mô tả giải pháp"), "{}", page.text());
    }

    /// Nothing of it leads to an author or to anybody else who does not screen.
    async fn nobody_but_who_screens_learns_of_it(house: TestHouse) {
        contest(&house).await;
        let (first, _) = received(&house, "Máy rửa than tuần hoàn", SAID).await;
        let (second, desk) = received(&house, "Bể lắng cho xưởng sàng", COPIED).await;
        kept_up(&house).await;
        let (both, api) = (format!("{desk}/giong/{}", id_of(&first)), format!("/api/v1/entries/{}/alike", id_of(&second)));
        house.account("giam.khao", "Lã Văn Chấm", &[Role::Judge]).await;
        house.account("chuyen.vien", "Vi Thị Ngần", &[Role::AgencyOfficer]).await;
        for login in ["tac.gia", "giam.khao", "chuyen.vien"] {
            let browser = house.signed_in(login).await;
            let tried = [browser.get(&both).await, browser.get(&api).await, browser.send(&both, &[("what", "coincidence")]).await];
            assert_eq!(tried.map(|answer| answer.status()), [403; 3], "{login}");
        }
        let own = house.signed_in("tac.gia").await.get(&second).await;
        assert!(own.attributes("main a", "href").iter().all(|href| !href.contains("giong")));
        let secretary = house.signed_in("thu.ky").await;
        let alone = format!("{desk}/giong/{}", id_of(&second));
        assert_eq!(secretary.get(&alone).await.status(), 404, "nothing is alike to itself");
        assert_eq!(secretary.send(&alone, &[("what", "coincidence")]).await.status(), 404);
    }

    /// Not a passage, not a title, not a percentage.
    async fn what_another_contest_has_not_announced_does_not_show_through(house: TestHouse) {
        let contest = contest(&house).await;
        let (there, _) = received(&house, "Máy rửa than tuần hoàn", SAID).await;
        let (_, desk) = received(&house, "Bể lắng cho xưởng sàng", COPIED).await;
        let other = books::QUANG_NINH_VIII.replace("quang-ninh-viii", "quang-ninh-vii").replace("ordinal = 8", "ordinal = 7");
        let other = set_up_edition(&house, contest.leader, &other, None).await;
        let moved = "UPDATE entries SET edition_id = $1 WHERE id = $2";
        house.tamper(moved, params![other.uuid(), id_of(&there).uuid()]).await;
        let of = |edition| (Role::ContestSecretary, Scope::Edition(edition));
        house.account_for("thu.ky.8", "Hứa Thị Đọc", &[of(contest.edition)]).await;
        house.account_for("thu.ky.7", "Lò Thị Sánh", &[of(contest.edition), of(other)]).await;
        kept_up(&house).await;
        let both = format!("{desk}/giong/{}", id_of(&there));
        let here = house.signed_in("thu.ky.8").await;
        assert!(here.get(&desk).await.says("Nội dung không giống hồ sơ nào."));
        assert!(!here.get(&format!("/ky/{SLUG}/kiem-tra")).await.attributes("main a", "href").contains(&both));
        assert_eq!(here.get(&both).await.status(), 404);
        assert_eq!(here.send(&both, &[("what", "coincidence")]).await.status(), 404);
        let copy = desk.rsplit('/').next().unwrap();
        assert_eq!(here.get(&format!("/api/v1/entries/{copy}/alike")).await.json::<Value>(), Value::Array(Vec::new()));
        let reads_both = house.signed_in("thu.ky.7").await.get(&both).await;
        assert!(reads_both.says("dẫn qua ba bể lắng nối tiếp"), "{}", reads_both.text());

        let over = "UPDATE editions SET state = 'announced', announced_at = launched_at + 1 WHERE id = $1";
        house.tamper(over, params![other.uuid()]).await;
        assert!(here.get(&desk).await.says("Có 1 hồ sơ nội dung giống"));
        let page = here.get(&both).await;
        assert!(page.says("dan qua ba be lang noi tiep"), "the own words: {}", page.text());
        assert!(!page.says("dẫn qua ba bể lắng nối tiếp"), "the other dossier is not theirs to read");
        assert!(!page.attributes("main a", "href").contains(&format!("/ho-so/{}", id_of(&there))));
    }

    async fn what_was_completed_or_taken_back_is_compared_anew(house: TestHouse) {
        contest(&house).await;
        let (first, first_desk) = received(&house, "Máy rửa than tuần hoàn", SAID).await;
        let (second, desk) = received(&house, "Bể lắng cho xưởng sàng", COPIED).await;
        kept_up(&house).await;
        let (author, secretary) = (house.signed_in("tac.gia").await, house.signed_in("thu.ky").await);
        assert!(secretary.get(&first_desk).await.says("Có 1 hồ sơ nội dung giống"), "from both sides");
        let back = [("decision", "return"), ("reasons", "Tóm tắt chép của hồ sơ khác"), ("until", "10/6/2021")];
        assert_eq!(decide(&secretary, &desk, &back).await.status(), 303);
        assert_eq!(kept_up(&house).await, 0, "what is being rewritten is nobody's to read");
        fill(&author, &format!("{second}/phan/tom-tat"), &[("text", OTHER)]).await;
        assert_eq!(submitted(&author, &second).await.status(), 303);
        assert_eq!(kept_up(&house).await, 1);
        assert!(secretary.get(&first_desk).await.says("Nội dung không giống hồ sơ nào."));
        let (third, third_desk) = received(&house, "Xưởng sàng không xả nước", COPIED).await;
        kept_up(&house).await;
        assert!(secretary.get(&third_desk).await.says("Có 1 hồ sơ nội dung giống"));
        author.send(&format!("{first}/rut"), &[("reason", "Chuyển sang kỳ sau")]).await;
        assert_eq!(kept_up(&house).await, 1);
        assert!(secretary.get(&third_desk).await.says("Nội dung không giống hồ sơ nào."));
        let gone = format!("/ky/{SLUG}/kiem-tra/{}/giong/{}", id_of(&third), id_of(&first));
        assert_eq!(secretary.get(&gone).await.status(), 404);
    }

    /// An edition says for itself from how much on it is told; what another edition says is its own.
    async fn an_edition_sets_from_how_much_on_dossiers_are_alike(house: TestHouse) {
        let edition = contest(&house).await.edition;
        let (first, _) = received(&house, "Máy rửa than tuần hoàn", SAID).await;
        let (_, desk) = received(&house, "Bể lắng cho xưởng sàng", COPIED).await;
        kept_up(&house).await;
        let (secretary, place) = (house.signed_in("thu.ky").await, format!("/ky/{SLUG}/muc-giong"));
        let page = secretary.get(&place).await;
        assert_eq!(page.attribute("#alike", "value").as_deref(), Some("30"), "the usual ones");
        assert_eq!(page.attribute("#very_alike", "value").as_deref(), Some("50"));
        assert!(secretary.get(&desk).await.says("Có 1 hồ sơ nội dung giống"));
        let low = secretary.send(&place, &[("alike", "19"), ("very_alike", "x")]).await;
        assert_eq!(low.attributes(".govuk-error-summary a", "href"), ["#alike", "#very_alike"]);
        let crossed = secretary.send(&place, &[("alike", "60"), ("very_alike", "59")]).await;
        assert!(crossed.says("Mức rất giống không được nhỏ hơn mức giống."), "{}", crossed.text());
        let set = secretary.send(&place, &[("alike", "100"), ("very_alike", "100")]).await;
        assert_eq!((set.status(), set.location()), (303, format!("/ky/{SLUG}/kiem-tra").as_str()));
        assert!(secretary.get(&desk).await.says("Nội dung không giống hồ sơ nào."), "less than all of it");
        let both = format!("{desk}/giong/{}", id_of(&first));
        assert_eq!(secretary.get(&both).await.status(), 404);
        assert_eq!(secretary.get(&place).await.attribute("#alike", "value").as_deref(), Some("100"));
        secretary.send(&place, &[("alike", "20"), ("very_alike", "25")]).await;
        assert!(secretary.get(&both).await.says("dẫn qua ba bể lắng nối tiếp"), "what is kept is shown again");
        let lines = recent_lines(&mut house.house().read().await.unwrap(), None, 100).await.unwrap();
        let set: Vec<_> = lines.iter().filter(|line| line.event == "originality.bands_set").collect();
        assert_eq!(set.len(), 2);
        assert!(set.iter().all(|line| line.subject == edition.to_string() && line.facts.contains("very_alike")));
        house.account("chuyen.vien", "Vi Thị Ngần", &[Role::AgencyOfficer]).await;
        let officer = house.signed_in("chuyen.vien").await;
        assert_eq!((officer.get(&place).await.status(), officer.send(&place, &[("alike", "30")]).await.status()), (403, 403));
    }

    async fn a_copy_that_was_sent_up_is_the_same_solution(house: TestHouse) {
        let contest = contest(&house).await;
        let (below, below_desk) = received(&house, "Máy rửa than tuần hoàn", SAID).await;
        let (above, desk) = received(&house, "Máy rửa than tuần hoàn", SAID).await;
        let sent = "UPDATE entries SET origin_edition_id = $1, origin_entry_id = $2, origin_number = 'X-1' WHERE id = $3";
        house.tamper(sent, params![contest.edition.uuid(), id_of(&below).uuid(), id_of(&above).uuid()]).await;
        kept_up(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        for desk in [&desk, &below_desk] {
            assert!(secretary.get(desk).await.says("Nội dung không giống hồ sơ nào."));
        }
        let (_, third) = received(&house, "Bể lắng cho xưởng sàng", COPIED).await;
        kept_up(&house).await;
        assert!(secretary.get(&third).await.says("Có 2 hồ sơ nội dung giống"), "another is like both");
    }

    async fn whose_it_is_says_nothing_to_it(house: TestHouse) {
        contest(&house).await;
        let (first, _) = received(&house, "Máy rửa than tuần hoàn", SAID).await;
        let (second, desk) = received(&house, "Bể lắng cho xưởng sàng", COPIED).await;
        kept_up(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        secretary.send(&format!("{desk}/xung-dot"), &[]).await;
        let both = format!("{desk}/giong/{}", id_of(&first));
        let tried = secretary.send(&both, &[("what", "coincidence")]).await;
        assert!(tried.says("Bạn đã khai xung đột lợi ích với hồ sơ này."), "{}", tried.text());
        assert_eq!(tried.attributes(".govuk-error-summary a", "href"), ["#what"]);
        let notes = notes_on(&mut house.house().read().await.unwrap(), id_of(&second)).await.unwrap();
        assert!(notes.is_empty());
    }
}
