//! Authors without e-mail: they come in by a printed slip, and claim what was entered on their behalf.

use hoithi_entries::dossier;
use hoithi_journal::lines_about;
use hoithi_rules::campaign::SlipCode;
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{Answer, Browser, PASSWORD, both, words_on_the_page};
use regex::Regex;

use crate::entries::{SLUG, contest, fill, id_of, letter, on_paper, submitted, unit, version, written_for};

const DOOR: &str = "/dang-nhap/phieu";

fn desk() -> String {
    format!("/ky/{SLUG}/phieu-dang-nhap")
}

/// The code on a printed slip.
fn code_on(slip: &Answer) -> String {
    assert_eq!((slip.status(), slip.header("content-type")), (200, "application/pdf"), "{}", slip.text());
    assert_eq!(slip.header("cache-control"), "no-store");
    let words = words_on_the_page(slip.bytes());
    let code = Regex::new(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}").unwrap();
    code.find(&words).unwrap_or_else(|| panic!("no code on the slip: {words}")).as_str().to_owned()
}

async fn opened(clerk: &Browser, name: &str, phone: &str) -> String {
    code_on(&clerk.send(&desk(), &[("name", name), ("phone", phone), ("unit", "")]).await)
}

async fn typed(browser: &Browser, who: &str, code: &str) -> Answer {
    browser.send(DOOR, &[("who", who), ("code", code)]).await
}

fn at_who() -> Vec<String> {
    vec!["#who".to_owned()]
}

both! {
    async fn a_slip_lets_its_holder_in_once_and_they_choose_a_password(house: TestHouse) {
        contest(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        let slip = secretary.send(&desk(), &[("name", "Lò Thị Mây"), ("phone", "0912 345 678"), ("unit", "")]).await;
        let words = words_on_the_page(slip.bytes());
        assert!(words.contains("Lò Thị Mây") && words.contains(DOOR), "{words}");
        let code = code_on(&slip);
        let phone = house.browser();
        let mistyped = typed(&phone, "Lò Thị Mây", &code[1..]).await;
        assert_eq!(mistyped.attributes(".govuk-error-summary a", "href"), ["#code"]);
        let other = typed(&phone, "Lò Thị Gió", &code).await;
        assert_eq!(other.attributes(".govuk-error-summary a", "href"), at_who());
        let came = typed(&phone, "lo thi may", &code.to_lowercase().replace('-', " ")).await;
        assert_eq!((came.status(), came.location()), (303, "/doi-mat-khau"), "{}", came.text());
        let again = typed(&house.browser(), "Lò Thị Mây", &code).await;
        assert_eq!(again.attributes(".govuk-error-summary a", "href"), at_who(), "a code opens once");
        assert_eq!(again.select(".govuk-error-summary a"), other.select(".govuk-error-summary a"), "in the same words");
        assert_eq!(phone.get("/ho-so-cua-toi").await.status(), 200, "a password may wait");
        let choose = phone.get("/doi-mat-khau").await;
        assert!(choose.says("0912345678") && choose.select("#present").is_empty(), "{}", choose.text());
        let own = "một câu dài dễ nhớ";
        let chosen = phone.send("/doi-mat-khau", &[("password", own), ("password_again", own)]).await;
        assert_eq!(chosen.location(), "/ban-lam-viec", "{}", chosen.text());
        assert_eq!(phone.get("/doi-mat-khau").await.select("#present").len(), 1, "from now on it is asked for");
        let by_password = [("login", "0912345678"), ("password", own)];
        assert_eq!(house.browser().send("/dang-nhap", &by_password).await.status(), 303);

        let list = secretary.get(&desk()).await;
        assert!(list.says("Lò Thị Mây") && list.says("Đã dùng"), "{}", list.text());
        let renew = list.attribute("#phieu form", "action").unwrap();
        let code = code_on(&secretary.send(&renew, &[]).await);
        assert_eq!(phone.get("/ho-so-cua-toi").await.status(), 303, "whoever was signed in is signed out");
        assert_eq!(house.browser().send("/dang-nhap", &by_password).await.status(), 200, "its owner notices");
        assert_eq!(typed(&phone, "+84 912 345 678", &code).await.status(), 303);
        let account = renew.rsplit('/').next().unwrap();
        let lines = lines_about(&mut house.house().read().await.unwrap(), account).await.unwrap();
        let slips: Vec<_> = lines.iter().map(|line| line.event.as_str()).filter(|event| event.starts_with("slip.")).collect();
        assert_eq!(slips, ["slip.printed", "slip.used", "slip.printed", "slip.used"]);
        assert!(lines.iter().all(|line| !line.facts.contains("Mây") && !line.facts.contains("0912")), "{lines:?}");
    }

    async fn an_unused_slip_ends_and_guesses_at_one_are_few(house: TestHouse) {
        contest(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        let code = opened(&secretary, "Lò Thị Mây", "").await;
        let made_up = SlipCode::from_random([7; 10]).to_string();
        let guessing = house.browser_at("10.0.0.7");
        for _ in 0..8 {
            assert_eq!(typed(&guessing, "Lò Thị Mây", &made_up).await.status(), 200);
        }
        assert!(typed(&guessing, "LÒ THỊ MÂY", &code).await.says("Đã nhập sai quá nhiều lần"));
        let late = opened(&secretary, "Vàng Thị Sen", "").await;
        assert_eq!(typed(&house.browser_at("10.0.0.8"), "Lò Thị Mây", &code).await.status(), 303, "nobody locks the owner out");
        house.set_clock("2021-07-02T08:00:00+07:00");
        let ended = typed(&house.browser_at("10.0.0.8"), "Vàng Thị Sen", &late).await;
        assert_eq!(ended.attributes(".govuk-error-summary a", "href"), at_who());
    }

    async fn where_two_have_one_name_the_telephone_decides(house: TestHouse) {
        contest(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        let first = opened(&secretary, "Hoàng Văn Nam", "0912 000 111").await;
        let second = opened(&secretary, "Hoàng Văn Nam", "0912 000 222").await;
        let phone = house.browser();
        let named = typed(&phone, "Hoàng Văn Nam", &first).await;
        assert_eq!(named.attributes(".govuk-error-summary a", "href"), at_who());
        let nobody = typed(&phone, "Ai Đó Khác", &SlipCode::from_random([9; 10]).to_string()).await;
        assert_eq!(named.select(".govuk-error-summary a"), nobody.select(".govuk-error-summary a"), "the words tell nothing");
        assert_eq!(typed(&phone, "0912000222", &first).await.status(), 200, "the other's telephone is not theirs");
        assert_eq!(typed(&phone, "0912000111", &first).await.status(), 303);
        assert_eq!(typed(&house.browser(), "Hoàng Văn Nam", &second).await.status(), 303, "the only one who still waits");
    }

    async fn a_contact_prints_slips_for_the_own_unit_s_people_and_nobody_for_another_role(house: TestHouse) {
        let contest = contest(&house).await;
        let own = unit(&house, "Trường Minh Họa").await;
        let other = unit(&house, "Trường Đại học Khác").await;
        house.account_for("dau.moi", "Đỗ Thị Mối", &[(Role::UnitContact, Scope::Unit(own))]).await;
        let contact = house.signed_in("dau.moi").await;
        let sent = async |unit: &str| contact.send(&desk(), &[("name", "Lò Thị Mây"), ("phone", ""), ("unit", unit)]).await;
        assert_eq!(sent("").await.attributes(".govuk-error-summary a", "href"), ["#unit"]);
        assert_eq!(sent(&other.to_string()).await.status(), 403);
        code_on(&sent(&own.to_string()).await);
        let secretary = house.signed_in("thu.ky").await;
        opened(&secretary, "Vàng Thị Sen", "").await;
        let mine = contact.get(&desk()).await;
        assert!(mine.says("Lò Thị Mây") && !mine.says("Vàng Thị Sen"), "{}", mine.text());
        let all = secretary.get(&desk()).await.attributes("#phieu form", "action");
        assert_eq!(all.len(), 2);
        let own_one = mine.attribute("#phieu form", "action").unwrap();
        let foreign = all.iter().find(|action| **action != own_one).unwrap();
        assert_eq!(contact.send(foreign, &[]).await.status(), 403);
        let by_password = secretary.send(&format!("{}/{}", desk(), contest.author), &[]).await;
        assert!(by_password.says("không bằng phiếu"), "{}", by_password.text());
        let keeper = house.signed_in("quantri").await;
        let account = own_one.rsplit('/').next().unwrap();
        let role = [("role", "agency_officer"), ("from", "1/6/2021")];
        assert_eq!(keeper.send(&format!("/quan-tri/tai-khoan/{account}/vai-tro"), &role).await.status(), 303);
        assert!(secretary.send(&own_one, &[]).await.says("còn giữ vai trò khác"));
        house.account("nguoi.ngoai", "Vũ Văn Khác", &[Role::Author]).await;
        assert_eq!(house.signed_in("nguoi.ngoai").await.get(&desk()).await.status(), 403);
    }

    async fn an_author_who_came_by_a_slip_claims_the_dossier_and_its_clerk_goes_on_helping(house: TestHouse) {
        contest(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        let at = written_for(&secretary, "", ("phone", "0912 345 678")).await;
        let list = secretary.get(&format!("{at}/tac-gia")).await.attributes("#authors a", "href");
        let ask = list.into_iter().find(|href| href.ends_with("/xac-nhan")).unwrap();
        let code = code_on(&secretary.send(&ask, &[("step", "slip")]).await);
        let author = house.browser();
        assert_eq!(typed(&author, "0912 345 678", &code).await.status(), 303);
        assert!(author.get("/ho-so-cua-toi").await.says("Lò sấy thuốc nam"));
        assert!(author.get(&at).await.says("Hồ sơ này do người khác lập hộ anh/chị"));
        assert_eq!(author.get(&format!("{at}/giai-phap")).await.status(), 403, "not theirs before they claim it");
        let claim = format!("{at}/nhan");
        assert_eq!(secretary.send(&claim, &[]).await.status(), 403, "nobody claims for another");
        for _ in 0..2 {
            assert_eq!(author.send(&claim, &[]).await.location(), at, "a second click changes nothing");
        }
        fill(&author, &format!("{at}/phan/tom-tat"), &[("text", "Sấy bằng hơi nước, tôi sửa lại.")]).await;
        fill(&secretary, &format!("{at}/phan/tom-tat"), &[("text", "Sấy bằng hơi nước, thư ký giúp.")]).await;
        assert!(secretary.get(&at).await.says("Tác giả đã nhận hồ sơ này từ người lập hộ."));
        assert!(secretary.get(&format!("/ky/{SLUG}/ho-so")).await.says("Lò sấy thuốc nam"));
        let back = [("reason", "Thư ký muốn rút")];
        assert_eq!(secretary.send(&format!("{at}/rut"), &back).await.status(), 403, "taking it back is the author's");
        let (subject, body) = letter(&house, "thu.ky@vidu.invalid").await;
        assert!(subject.contains("Lò sấy thuốc nam") && body.contains("Triệu Mùi Chài"), "{subject}: {body}");
        assert_eq!(submitted(&author, &at).await.status(), 303);
        assert!(!author.get(&format!("{at}/bien-nhan")).await.says("Hoàng Thị Cẩn"), "its author handed it in");
        let lines = lines_about(&mut house.house().read().await.unwrap(), &id_of(&at).to_string()).await.unwrap();
        let told: Vec<_> = lines.iter().map(|line| line.event.as_str()).filter(|event| matches!(*event, "author.joined" | "entry.claimed")).collect();
        assert_eq!(told, ["author.joined", "entry.claimed"]);
    }

    async fn an_author_claims_by_name_and_the_code_on_the_receipt(house: TestHouse) {
        contest(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        let at = on_paper(&secretary).await;
        let seen = version(&secretary, &format!("{at}/kiem-tra")).await;
        let handed = [("version", seen.as_str()), ("channel", "by_hand")];
        assert_eq!(secretary.send(&format!("{at}/nop"), &handed).await.status(), 303);
        let kept = dossier(&mut house.house().read().await.unwrap(), id_of(&at)).await.unwrap().unwrap();
        let code = kept.receipt().unwrap().code.to_string();
        let chai = house.account("chai", "TRIỆU MÙI CHÀI", &[Role::Author]).await;
        let stranger = house.signed_in("tac.gia").await;
        let (name, none) = (stranger.send("/nhan-ho-so", &[("code", &code)]).await, stranger.send("/nhan-ho-so", &[("code", "00000-00000")]).await);
        assert_eq!(name.attributes(".govuk-error-summary a", "href"), ["#code"]);
        assert_eq!(name.select(".govuk-error-summary a"), none.select(".govuk-error-summary a"), "the words tell nothing");
        let author = house.signed_in("chai").await;
        assert_eq!(author.get(&at).await.status(), 404);
        assert!(author.get("/ho-so-cua-toi").await.attributes("main a", "href").contains(&"/nhan-ho-so".to_owned()));
        let typed = code.to_lowercase();
        assert_eq!(author.send("/nhan-ho-so", &[("code", &typed)]).await.location(), at);
        assert_eq!(author.send("/nhan-ho-so", &[("code", &code)]).await.location(), at, "a second click changes nothing");
        assert!(author.get("/ho-so-cua-toi").await.says("Lò sấy thuốc nam"));
        let kept = dossier(&mut house.house().read().await.unwrap(), id_of(&at)).await.unwrap().unwrap();
        assert_eq!(kept.owner, Some(chai));
        assert_eq!(crate::proof::doctor(&house).await, []);
        assert_eq!(secretary.get(&at).await.status(), 200);
        assert_eq!(author.send(&format!("{at}/rut"), &[("reason", "Tôi rút.")]).await.status(), 303, "it is the author's own");
        let by_password = house.browser().send("/dang-nhap", &[("login", "chai"), ("password", PASSWORD)]).await;
        assert_eq!(by_password.status(), 303, "their account stays as it was");
    }
}
