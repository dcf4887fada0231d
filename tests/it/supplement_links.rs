//! A dossier that was given back is completed by its author by a personal link, without an account.

use hoithi_entries::{Standing, dossier};
use hoithi_journal::{lines_about, outbox_mails};
use hoithi_rules::edition::PartCode;
use hoithi_testkit::{Browser, both};

use crate::entries::{SLUG, attach, card, contest, filled, id_of, letter, pdf, submitted, version, written_for};
use crate::proof::doctor;
use crate::screening::decide;

const REACHED: &str = "chai@vidu.invalid";
const WANTING: [(&str, &str); 4] = [
    ("decision", "return"),
    ("findings.part.ban-mo-ta", "failed"),
    ("reasons", "Bản mô tả thiếu hình vẽ"),
    ("until", "15/6/2021"),
];

/// A dossier that came by hand and was given back for its description.
async fn given_back(secretary: &Browser, reach: (&str, &str)) -> String {
    let at = written_for(secretary, "", reach).await;
    let seen = version(secretary, &format!("{at}/kiem-tra")).await;
    let handed = [("version", seen.as_str()), ("channel", "by_hand")];
    assert_eq!(secretary.send(&format!("{at}/nop"), &handed).await.status(), 303);
    let back = decide(secretary, &format!("/ky/{SLUG}/kiem-tra/{}", id_of(&at)), &WANTING).await;
    assert_eq!(back.status(), 303, "{:?}", back.select(".govuk-error-summary li"));
    at
}

fn link_in(words: &str) -> String {
    let (_, token) = words.split_once("/bo-sung/").expect("a link");
    format!("/bo-sung/{}", token.split_whitespace().next().unwrap())
}

both! {
    async fn an_author_without_an_account_completes_what_was_asked_for_by_the_link_in_the_letter(house: TestHouse) {
        contest(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        let at = given_back(&secretary, ("email", REACHED)).await;
        let (subject, body) = letter(&house, REACHED).await;
        assert_eq!(subject, "Đề nghị bổ sung hồ sơ QN8-0001 trước hết ngày 15/6/2021");
        assert!(body.contains("- Bản mô tả thiếu hình vẽ") && !body.contains("Đăng nhập"), "{body}");
        let (link, phone) = (link_in(&body), house.browser());
        let page = phone.get(&link).await;
        assert_eq!((page.status(), page.header("cache-control")), (200, "no-store"), "{}", page.text());
        assert!(page.says("Hạn bổ sung: hết ngày 15/6/2021") && page.says("Bản mô tả thiếu hình vẽ"), "{}", page.text());
        let part = format!("{link}/phan/ban-mo-ta");
        assert_eq!(page.attributes("main .govuk-task-list a", "href"), std::slice::from_ref(&part), "nothing else opens");
        assert_eq!(phone.get(&format!("{link}/phan/tom-tat")).await.status(), 404);
        let send = format!("{link}/gui");
        let empty = phone.send(&send, &[("version", "1")]).await;
        assert!(empty.says("Chưa gửi phần nào được đề nghị bổ sung."), "{}", empty.text());
        let seen = version(&phone, &part).await;
        let bare = phone.send_files(&part, &[("version", &seen)], &[]).await;
        assert_eq!(bare.attributes(".govuk-error-summary a", "href"), ["#file"]);
        let whole = pdf("có hình vẽ");
        assert_eq!(attach(&phone, &part, "mới.pdf", &whole).await.location(), link);
        let stale = phone.send_files(&part, &[("version", &seen)], &[("file", "cũ.pdf", &whole)]).await;
        assert!(stale.says("vừa được sửa ở một cửa sổ khác"), "{}", stale.text());
        assert!(secretary.get(&format!("{at}/bo-sung")).await.says("Đã gửi"), "the secretary sees what came");
        assert_eq!(card(&house, id_of(&at)).await.state, Standing::Returned, "it waits for its author to send it in");
        let seen = phone.get(&link).await.attribute("main input[name=version]", "value").unwrap();
        for click in ["first", "second"] {
            assert_eq!(phone.send(&send, &[("version", &seen)]).await.location(), link, "{click}");
        }
        let queue = secretary.get(&format!("/ky/{SLUG}/kiem-tra")).await;
        assert_eq!(queue.select("#hang-doi tbody .ht-tag"), ["Nộp bổ sung"]);
        let closed = phone.get(&link).await;
        assert!(closed.says("không nhận thêm gì nữa") && closed.says("Mã biên nhận"), "{}", closed.text());
        assert_eq!((closed.select("main form").len(), phone.get(&part).await.status()), (0, 404));
        let kept = dossier(&mut house.house().read().await.unwrap(), id_of(&at)).await.unwrap().unwrap();
        let given = kept.part(&PartCode::parse("ban-mo-ta").unwrap());
        assert!(format!("{given:?}").contains("mới.pdf"), "{given:?}");
        let read = secretary.get(&format!("/ho-so/{}", id_of(&at))).await;
        assert!(read.says("Tác giả gửi phần bổ sung qua liên kết") && read.says("Triệu Mùi Chài"), "{}", read.text());
        let lines = lines_about(&mut house.house().read().await.unwrap(), &id_of(&at).to_string()).await.unwrap();
        let token = link.trim_start_matches("/bo-sung/");
        assert!(lines.iter().all(|line| !line.facts.contains(token) && !line.facts.contains("Chài")), "{lines:?}");
        assert_eq!(lines.iter().filter(|line| line.event == "supplement.given").count(), 1);
        assert_eq!(doctor(&house).await, []);
    }

    async fn a_slip_with_a_code_opens_the_same_until_it_is_taken_back(house: TestHouse) {
        contest(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        let at = given_back(&secretary, ("phone", "0203000009")).await;
        let mails = outbox_mails(&mut house.house().read().await.unwrap(), 50).await.unwrap();
        assert!(mails.iter().all(|mail| !mail.body.contains("/bo-sung/")), "nobody left an address");
        let ask = format!("{at}/bo-sung");
        let desk = secretary.get(&format!("/ky/{SLUG}/kiem-tra/{}", id_of(&at))).await;
        assert_eq!(desk.attributes("main a[href$='/bo-sung']", "href"), std::slice::from_ref(&ask));
        assert!(secretary.send(&ask, &[("step", "mail")]).await.says("chưa có thư điện tử"));
        let made = secretary.send(&ask, &[("step", "show")]).await;
        assert_eq!((made.status(), made.header("cache-control")), (200, "no-store"), "{}", made.text());
        let spoken = made.select(".ht-notice strong").concat();
        let phone = house.browser();
        let mistyped = phone.send("/bo-sung", &[("code", &spoken[1..])]).await;
        assert_eq!(mistyped.attributes(".govuk-error-summary a", "href"), ["#code"]);
        let link = phone.send("/bo-sung", &[("code", &spoken.to_lowercase().replace('-', " "))]).await.location().to_owned();
        assert_eq!((link.as_str(), phone.get(&link).await.status()), (link_in(&made.select(".ht-notice code").concat()).as_str(), 200));
        assert_eq!(phone.get("/bo-sung/khong-co").await.status(), 404);
        assert_eq!(secretary.send(&ask, &[("step", "revoke")]).await.location(), ask);
        assert_eq!(phone.get(&link).await.status(), 410, "it was taken back");
        let again = secretary.send(&ask, &[("step", "show")]).await;
        let link = link_in(&again.select(".ht-notice code").concat());
        house.set_clock("2021-06-16T00:00:00+07:00");
        assert_eq!(phone.get(&link).await.status(), 410, "the day is over");
        let late = house.signed_in("thu.ky").await.get(&ask).await;
        assert!(late.says("Hạn bổ sung đã hết sau ngày 15/6/2021."), "{}", late.text());
    }

    async fn a_dossier_that_its_author_writes_is_completed_in_the_account(house: TestHouse) {
        contest(&house).await;
        let (author, secretary) = (house.signed_in("tac.gia").await, house.signed_in("thu.ky").await);
        let at = filled(&author, "Máy rửa than").await;
        assert_eq!(submitted(&author, &at).await.status(), 303);
        decide(&secretary, &format!("/ky/{SLUG}/kiem-tra/{}", id_of(&at)), &WANTING).await;
        let (_, body) = letter(&house, "tac.gia@vidu.invalid").await;
        assert!(body.contains("Đăng nhập") && !body.contains("/bo-sung/"), "{body}");
        let ask = format!("{at}/bo-sung");
        assert_eq!(secretary.get(&ask).await.status(), 403);
        assert!(author.get(&ask).await.says("tác giả đăng nhập để bổ sung"));
        assert_eq!(house.browser().get(&ask).await.status(), 303, "nobody signed in");
    }
}
