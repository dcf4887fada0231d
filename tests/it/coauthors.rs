//! Authors who did not write the dossier themselves: they agree to their share by a link, by a code, or by
//! their signature, and nobody agrees for them.

use hoithi_journal::lines_about;
use hoithi_rules::people::Role;
use hoithi_testkit::{Answer, Browser, both};

use crate::entries::{SLUG, attach, contest, fill, filled, id_of, letter, pdf, submitted};
use crate::proof::doctor;

const SECOND: &str = "Trần Văn Bằng";
const REACHED: &str = "bang@vidu.invalid";

/// A dossier with all that the book asks for and a second author, who has 40 %.
async fn with_a_second(author: &Browser) -> String {
    let at = filled(author, "Máy rửa than").await;
    let second = [("name", SECOND), ("workplace", "Trường Minh Họa"), ("email", REACHED), ("phone", "")];
    fill(author, &format!("{at}/tac-gia/them"), &second).await;
    shared(author, &at, ["60", "40"]).await;
    at
}

async fn shared(writer: &Browser, at: &str, shares: [&str; 2]) -> Answer {
    fill(writer, &format!("{at}/tac-gia"), &[("authors.0.share", shares[0]), ("authors.1.share", shares[1])]).await
}

/// Where an author of the list is asked, by their place among those without an account.
async fn asked_at(writer: &Browser, at: &str, place: usize) -> String {
    let links = writer.get(&format!("{at}/tac-gia")).await.attributes("#authors a", "href");
    links.into_iter().filter(|href| href.ends_with("/xac-nhan")).nth(place).expect("an author to ask")
}

fn link_in(words: &str) -> String {
    let (_, token) = words.split_once("/tac-gia/").expect("a link");
    format!("/tac-gia/{}", token.split_whitespace().next().unwrap())
}

both! {
    async fn a_co_author_agrees_to_the_own_share_by_a_link_and_anew_when_it_changes(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = with_a_second(&author).await;
        let ask = asked_at(&author, &at, 0).await;
        assert_eq!(author.send(&ask, &[("step", "mail")]).await.location(), ask);
        let (subject, body) = letter(&house, REACHED).await;
        assert_eq!(subject, "Đề nghị xác nhận tỷ lệ đóng góp: Máy rửa than");
        let link = link_in(&body);
        let phone = house.browser();
        let page = phone.get(&link).await;
        assert_eq!((page.status(), page.header("cache-control")), (200, "no-store"), "{}", page.text());
        assert!(page.says("Trần Văn Bằng, tỷ lệ đóng góp ghi trong hồ sơ: 40%."), "{}", page.text());
        let seen = page.attribute("main input[name=share]", "value").unwrap();
        shared(&author, &at, ["70", "30"]).await;
        let agree = format!("{link}/dong-y");
        let late = phone.send(&agree, &[("share", &seen)]).await;
        assert!(late.says("vừa được sửa, hiện là 30%"), "{}", late.text());
        assert!(submitted(&author, &at).await.says("Trần Văn Bằng chưa xác nhận đồng ý đứng tên."));
        assert_eq!(phone.send(&agree, &[("share", "3000")]).await.location(), link);
        assert!(author.get(&ask).await.says("Đã xác nhận qua liên kết gửi thư"));
        shared(&author, &at, ["60", "40"]).await;
        let asked_again = submitted(&author, &at).await;
        assert!(asked_again.says("Trần Văn Bằng chưa xác nhận đồng ý đứng tên."), "{}", asked_again.text());
        assert_eq!(phone.send(&agree, &[("share", "4000")]).await.status(), 303);
        assert_eq!(submitted(&author, &at).await.status(), 303);
        let closed = phone.get(&link).await;
        assert!(closed.says("không thay đổi được nữa"), "{}", closed.text());
        assert_eq!(closed.attributes("main form", "action"), [format!("{link}/dong-thuan")], "no answer any more");
        let id = id_of(&at);
        let read = house.signed_in("thu.ky").await.get(&format!("/ho-so/{id}")).await;
        assert!(read.says("Đã xác nhận qua liên kết gửi thư") && read.says("Tác giả xác nhận"), "{}", read.text());
        let lines = lines_about(&mut house.house().read().await.unwrap(), &id.to_string()).await.unwrap();
        let agreed: Vec<_> = lines.iter().filter(|line| line.event == "author.confirmed").collect();
        assert_eq!(agreed.len(), 2, "once for each share");
        let token = link.trim_start_matches("/tac-gia/");
        assert!(lines.iter().all(|line| !line.facts.contains(token) && !line.facts.contains(SECOND)), "{lines:?}");
    }

    async fn a_code_that_is_handed_over_is_typed_and_answered_with_no(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = with_a_second(&author).await;
        let ask = asked_at(&author, &at, 0).await;
        let made = author.send(&ask, &[("step", "show")]).await;
        assert_eq!((made.status(), made.header("cache-control")), (200, "no-store"), "{}", made.text());
        let spoken = made.select(".ht-notice strong").concat();
        let phone = house.browser();
        let mistyped = phone.send("/tac-gia", &[("code", &spoken[1..])]).await;
        assert_eq!(mistyped.attributes(".govuk-error-summary a", "href"), ["#code"]);
        let bare = phone.send("/tac-gia", &[("code", "")]).await;
        assert!(bare.says("Vui lòng nhập mã"), "{}", bare.text());
        let opened = phone.send("/tac-gia", &[("code", &spoken.to_lowercase().replace('-', " "))]).await;
        let link = opened.location().to_owned();
        assert_eq!(link, link_in(&made.select(".ht-notice code").concat()));
        assert_eq!(phone.get(&link).await.status(), 200);
        let no = format!("{link}/khong-dong-y");
        let bare = phone.send(&no, &[("reason", "  ")]).await;
        assert_eq!(bare.attributes(".govuk-error-summary a", "href"), ["#reason"]);
        assert_eq!(phone.send(&no, &[("reason", "Tôi làm một nửa.")]).await.location(), link);
        let told = author.get(&ask).await;
        assert!(told.says("Tác giả không đồng ý") && told.says("Tôi làm một nửa."), "{}", told.text());
        assert!(submitted(&author, &at).await.says("Trần Văn Bằng chưa xác nhận đồng ý đứng tên."));
        let row = ask.trim_end_matches("/xac-nhan");
        fill(&author, row, &[("name", "Vi Hạ Vũ"), ("email", REACHED)]).await;
        let other = phone.get(&link).await;
        assert!(other.status() == 410 && other.says("đã được thu hồi"), "another name is another person: {}", other.text());
    }

    async fn a_link_is_for_whom_it_was_made_and_a_wrong_one_opens_nothing(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = with_a_second(&author).await;
        let ask = asked_at(&author, &at, 0).await;
        house.account("nguoi.khac", "Vũ Văn Khác", &[Role::Author]).await;
        let stranger = house.signed_in("nguoi.khac").await;
        assert_eq!(stranger.get(&ask).await.status(), 404);
        assert_eq!(stranger.send(&ask, &[("step", "show")]).await.status(), 404);
        let phone = house.browser();
        assert_eq!(phone.get(&ask).await.status(), 303, "nobody signed in");
        assert_eq!(phone.get("/tac-gia/khong-co").await.status(), 404);
        author.send(&ask, &[("step", "mail")]).await;
        let first = link_in(&letter(&house, REACHED).await.1);
        assert_eq!(author.send(&ask, &[("step", "revoke")]).await.status(), 303);
        assert_eq!(phone.get(&first).await.status(), 410);
        assert_eq!(phone.send(&format!("{first}/dong-y"), &[("share", "4000")]).await.status(), 410);
        for _ in 0..20 {
            phone.get("/tac-gia/khong-co").await;
        }
        assert_ne!(phone.get(&first).await.status(), 410, "after too many wrong ones none is looked at");
    }

    async fn a_clerk_records_a_signature_with_the_scan_that_bears_it(house: TestHouse) {
        contest(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        let named = [("title", "Lò sấy thuốc nam"), ("category", "y-duoc")];
        let begun = secretary.send(&format!("/ky/{SLUG}/nop-ho"), &[named[0], named[1], ("unit", "")]).await;
        let at = begun.location().to_owned();
        for name in ["Triệu Mùi Chài", SECOND] {
            fill(&secretary, &format!("{at}/tac-gia/them"), &[("name", name)]).await;
        }
        let ask = asked_at(&secretary, &at, 1).await;
        let early = secretary.send(&ask, &[("step", "show")]).await;
        assert!(early.says("chưa có tỷ lệ đóng góp"), "{}", early.text());
        shared(&secretary, &at, ["50", "50"]).await;
        let none = secretary.send(&ask, &[("step", "sign"), ("part", "phieu-dang-ky")]).await;
        assert!(none.says("Vui lòng chọn bản quét có chữ ký."), "{}", none.text());
        attach(&secretary, &format!("{at}/phan/phieu-dang-ky"), "phiếu đã ký.pdf", &pdf("phieu")).await;
        assert_eq!(secretary.get(&ask).await.attributes("#part option", "value"), ["", "phieu-dang-ky"]);
        assert_eq!(secretary.send(&ask, &[("step", "sign"), ("part", "phieu-dang-ky")]).await.location(), ask);
        let read = secretary.get(&format!("/ho-so/{}", id_of(&at))).await;
        assert!(read.says("Đã ký trên “phiếu đã ký.pdf”"), "{}", read.text());
        // The scan is replaced: the one that was signed is still named and still there.
        attach(&secretary, &format!("{at}/phan/phieu-dang-ky"), "phiếu khác.pdf", &pdf("khac")).await;
        assert_eq!(doctor(&house).await, []);
        let author = house.signed_in("tac.gia").await;
        let own = with_a_second(&author).await;
        let ask = asked_at(&author, &own, 0).await;
        let vouched = author.send(&ask, &[("step", "sign"), ("part", "phieu-dang-ky")]).await;
        assert!(vouched.says("Hồ sơ do một tác giả tự lập"), "{}", vouched.text());
    }

    async fn each_consent_is_the_author_s_own_and_a_guardian_consents_for_a_minor(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = with_a_second(&author).await;
        let ask = asked_at(&author, &at, 0).await;
        let young = [("name", SECOND), ("email", REACHED), ("born", "1/1/2005")];
        fill(&author, ask.trim_end_matches("/xac-nhan"), &young).await;
        author.send(&ask, &[("step", "mail")]).await;
        let link = link_in(&letter(&house, REACHED).await.1);
        let to = format!("{link}/dong-thuan");
        let phone = house.browser();
        assert!(phone.get(&link).await.says("Công bố họ tên tôi"), "{}", phone.get(&link).await.text());
        let alone = phone.send(&to, &[("author", ""), ("step", "give:publish_name"), ("guardian", " ")]).await;
        assert_eq!(alone.attributes(".govuk-error-summary a", "href"), ["#guardian"]);
        let with = [("author", ""), ("step", "give:publish_name"), ("guardian", "Trần Văn Cha")];
        assert_eq!(phone.send(&to, &with).await.location(), link);
        assert!(phone.get(&link).await.says("qua liên kết riêng); người giám hộ: Trần Văn Cha"));
        let id = id_of(&at);
        let page = format!("/ho-so/{id}/dong-thuan");
        let read = author.get(&page).await;
        assert!(read.says("Tác giả tự trả lời"), "{}", read.text());
        let authors = read.attributes("main input[name=author]", "value");
        let back = [("author", authors[1].as_str()), ("step", "withdraw:publish_name"), ("guardian", "")];
        assert_eq!(author.send(&page, &back).await.status(), 403, "nobody takes back what another consents to");
        let own = [("author", authors[0].as_str()), ("step", "give:processing"), ("guardian", "")];
        for _ in 0..2 {
            assert_eq!(author.send(&page, &own).await.location(), page);
        }
        assert_eq!(phone.send(&to, &[("author", ""), ("step", "withdraw:publish_name"), ("guardian", "")]).await.status(), 303);
        assert!(phone.get(&link).await.says("Đã rút lại lúc"));
        assert_eq!(house.signed_in("thu.ky").await.get(&page).await.status(), 404, "an author's draft is the author's");
        let lines = lines_about(&mut house.house().read().await.unwrap(), &id.to_string()).await.unwrap();
        let told: Vec<_> = lines.iter().filter(|line| line.event.starts_with("consent.")).collect();
        let events: Vec<_> = told.iter().map(|line| line.event.as_str()).collect();
        assert_eq!(events, ["consent.given", "consent.given", "consent.withdrawn"]);
        assert!(told.iter().all(|line| !line.facts.contains("Cha")), "{told:?}");
    }
}
