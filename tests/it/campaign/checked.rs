//! The agency looks at every piece of publicity: it confirms one or many, returns with words, and sees
//! where two units show the same page.

use hoithi_campaign::PublicityTally;
use hoithi_journal::outbox_mails;
use hoithi_rules::people::{Role, Scope};
use hoithi_store::params;
use hoithi_testkit::{Answer, Browser, both};

use super::letter::{Sent, TOWN, sent};

const LIST: &str = "/ky/quang-ninh-viii/tuyen-truyen";

/// A dot, as a camera would write it.
pub(crate) const DOT: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00,
    0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49,
    0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x38, 0x01, 0x00, 0x00, 0xca, 0x00, 0xc9, 0x99, 0xca, 0x5d, 0x7e, 0x00, 0x00,
    0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

fn piece<'a>(title: &'a str, link: &'a str) -> [(&'a str, &'a str); 5] {
    [("channel", "component_portal"), ("on", "19/8/2020"), ("title", title), ("link", link), ("reach", "40")]
}

async fn record(contact: &Browser, desk: &str, title: &str, link: &str) -> Answer {
    contact.send_files(&format!("{desk}/tuyen-truyen"), &piece(title, link), &[("photo", "anh.png", DOT)]).await
}

/// What the list's boxes stand for, in its order.
async fn waiting(officer: &Browser) -> Vec<String> {
    officer.get(&format!("{LIST}?state=waiting")).await.attributes("input[name=items]", "value")
}

async fn tally(sent: &Sent, house: &hoithi_testkit::TestHouse) -> (usize, usize, usize) {
    let PublicityTally { confirmed, waiting, returned } = sent.standing(house, TOWN).await.publicity;
    (confirmed, waiting, returned)
}

both! {
    async fn what_waits_counts_only_when_the_officer_confirmed_it(house: TestHouse) {
        let sent = sent(&house).await;
        let desk = sent.desk(&house).await;
        for (title, link) in [("Tin một", "https://a.vidu.invalid/1"), ("Tin hai", ""), ("Tin ba", "")] {
            assert_eq!(record(&sent.contact, &desk, title, link).await.status(), 303);
        }
        assert_eq!(tally(&sent, &house).await, (0, 3, 0));
        assert!(sent.officer.get("/ban-lam-viec").await.says("3 tin, bài tuyên truyền chờ xác nhận hoặc trả lại"));
        let boxes = waiting(&sent.officer).await;
        assert_eq!(boxes.len(), 3);
        let nothing = sent.officer.send(LIST, &[]).await;
        assert!(nothing.says("Đánh dấu ít nhất một mục."), "{}", nothing.text());
        let both = [("items", boxes[0].as_str()), ("items", boxes[1].as_str())];
        assert_eq!(sent.officer.send(LIST, &both).await.status(), 303);
        assert_eq!(tally(&sent, &house).await, (2, 1, 0));
        let again = sent.officer.send(LIST, &[("one", &boxes[0])]).await;
        assert!(again.says("vừa được thay đổi"), "{}", again.text());
        let board = sent.officer.get("/ky/quang-ninh-viii/tien-do").await;
        assert!(board.says("+1 chờ"), "{}", board.text());
        let page = sent.contact.get(&format!("{desk}/tuyen-truyen")).await;
        assert_eq!(page.attributes("tbody a[href$='/sua']", "href").len(), 1, "what was confirmed stays");
        let list = sent.officer.get(LIST).await;
        let channels = list.select("#theo-kenh tbody tr");
        assert_eq!(channels.len(), 8, "{channels:?}");
        assert_eq!(channels[0], "Cổng thông tin điện tử thành phần 2 1 0 80", "what is confirmed is counted with whom it reached");
        assert!(channels[1..].iter().all(|row| row.ends_with("0 0 0 0")), "{channels:?}");
        assert!(list.says("19/8/2020 · 40 người tiếp cận"), "{}", list.text());
        let small = list.attribute("tbody img", "src").unwrap();
        let picture = sent.officer.get(&small).await;
        assert_eq!((picture.status(), picture.header("content-type")), (200, "image/jpeg"));
        assert_eq!(sent.contact.get(LIST).await.status(), 403);
        assert_eq!(sent.contact.send(LIST, &both).await.status(), 403);
        assert_eq!(sent.officer.get(&format!("{LIST}?state=khac")).await.status(), 422);
    }

    /// An upgrade takes nothing away that counted before anybody was asked to confirm it.
    async fn what_counted_before_pieces_were_looked_at_is_accepted_by_rule(house: TestHouse) {
        let sent = sent(&house).await;
        let desk = sent.desk(&house).await;
        for title in ["Tin cũ", "Tin mới"] {
            assert_eq!(record(&sent.contact, &desk, title, "").await.status(), 303);
        }
        let after = "UPDATE publicity_items SET recorded_at = (SELECT at FROM migrations
                         WHERE name = '202611230900_campaign_publicity_checked') + 1 WHERE title = 'Tin mới'";
        assert_eq!(house.tamper(after, params![]).await, 1);
        assert_eq!(tally(&sent, &house).await, (0, 2, 0));
        let upgrade = hoithi_campaign::MIGRATIONS.iter().find(|each| each.name.ends_with("_campaign_publicity_accepted"));
        assert_eq!(house.tamper(upgrade.unwrap().sql, params![]).await, 1, "the old one alone");
        assert_eq!(tally(&sent, &house).await, (1, 1, 0));
        let list = sent.officer.get(LIST).await;
        assert!(list.says("Tin cũ") && list.says("Tin mới"), "{}", list.text());
        assert_eq!(waiting(&sent.officer).await.len(), 1);
    }

    async fn a_returned_piece_is_put_right_by_its_unit_and_waits_again(house: TestHouse) {
        let sent = sent(&house).await;
        let desk = sent.desk(&house).await;
        record(&sent.contact, &desk, "Tin một", "https://a.vidu.invalid/1").await;
        let seen = waiting(&sent.officer).await.remove(0);
        let (id, version) = seen.split_once('.').unwrap();
        let path = format!("{LIST}/{id}/tra-lai");
        let silent = sent.officer.send(&path, &[("seen", version), ("reason", " ")]).await;
        assert_eq!(silent.attributes(".govuk-error-summary a", "href"), ["#reason"]);
        let words = [("seen", version), ("reason", "Liên kết không mở được.")];
        assert_eq!(sent.officer.send(&path, &words).await.status(), 303);
        assert_eq!(tally(&sent, &house).await, (0, 0, 1));
        let mails = outbox_mails(&mut house.house().read().await.unwrap(), 30).await.unwrap();
        assert!(mails.iter().any(|mail| mail.subject.contains("cần sửa") && mail.body.contains("Liên kết không mở được.")));
        let publicise = format!("{desk}/viec/{}", sent.standing(&house, TOWN).await.tasks[1].id);
        let bare = [("answer", "done"), ("evidence", ""), ("reason", "")];
        let refused = sent.contact.send(&publicise, &bare).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#evidence"], "what was given back proves nothing");

        let list = format!("{desk}/tuyen-truyen");
        assert!(sent.contact.get(&list).await.says("Liên kết không mở được."));
        assert_eq!(sent.contact.get(&format!("{desk}/bao-cao")).await.attribute("#publicity_items", "value").as_deref(), Some("0"));
        let fix = sent.contact.get(&list).await.attribute("tbody a[href$='/sua']", "href").unwrap();
        let form = sent.contact.get(&fix).await;
        assert_eq!(form.attribute("#link", "value").as_deref(), Some("https://a.vidu.invalid/1"));
        let seen = form.attribute("input[name=seen]", "value").unwrap();
        let mut fields = piece("Tin một", "javascript:1").to_vec();
        fields.push(("seen", &seen));
        let wrong = sent.contact.send_files(&fix, &fields, &[]).await;
        assert_eq!(wrong.attributes(".govuk-error-summary a", "href"), ["#link"]);
        fields[3] = ("link", "https://a.vidu.invalid/2");
        assert_eq!(sent.contact.send_files(&fix, &fields, &[]).await.status(), 303);
        assert_eq!(tally(&sent, &house).await, (0, 1, 0));
        assert_eq!(sent.contact.send(&publicise, &bare).await.status(), 303, "put right, it shows what was done");
        let late = sent.contact.send_files(&fix, &fields, &[]).await;
        assert!(late.says("Có người vừa trả lời mục này"), "{}", late.text());
        assert!(sent.contact.get(&list).await.says("Ảnh chụp"), "the photo stays");
        let stale = sent.officer.send(LIST, &[("one", &format!("{id}.{version}"))]).await;
        assert!(stale.says("vừa được thay đổi"), "nobody confirms what they have not seen");
        assert_eq!(sent.officer.send(LIST, &[("one", &waiting(&sent.officer).await[0])]).await.status(), 303);
        assert_eq!(sent.contact.get(&fix).await.status(), 303);
        assert!(sent.contact.send_files(&fix, &fields, &[]).await.says("không sửa, không gỡ bỏ được nữa"));
        assert!(sent.contact.send(&fix.replace("/sua", "/go"), &[]).await.says("không sửa, không gỡ bỏ được nữa"));
    }

    async fn the_same_page_is_refused_to_its_unit_and_shown_of_another(house: TestHouse) {
        let sent = sent(&house).await;
        let desk = sent.desk(&house).await;
        record(&sent.contact, &desk, "Tin một", "https://www.tinh.vidu.invalid/tin/1/?utm_source=zalo").await;
        let twice = record(&sent.contact, &desk, "Tin hai", "http://tinh.vidu.invalid/tin/1#a").await;
        assert!(twice.says("Trang này đã được ghi nhận cho đơn vị: “Tin một”, ngày 19/8/2020."), "{}", twice.text());
        for nowhere in ["https://tinh", "tinh.vidu.invalid/tin/1", "https://tinh..invalid/"] {
            let refused = record(&sent.contact, &desk, "Tin ba", nowhere).await;
            assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#link"], "{nowhere}");
        }
        let other = sent.units["Huyện Ba Chẽ"];
        house.account_for("ba.che", "Tằng Văn Lý", &[(Role::UnitContact, Scope::Unit(other))]).await;
        let neighbour = house.signed_in("ba.che").await;
        let their_desk = format!("/don-vi/cong-viec/{}", sent.sending(&house, "Huyện Ba Chẽ").await);
        assert_eq!(record(&neighbour, &their_desk, "Tin của tỉnh", "https://m.tinh.vidu.invalid/tin/1").await.status(), 303);
        let list = sent.officer.get(&format!("{LIST}?twins=co")).await;
        assert_eq!(list.select("#tuyen-truyen tbody tr").len(), 2);
        assert!(list.says("Cùng liên kết với 1 đơn vị khác") && list.says("Huyện Ba Chẽ (19/8/2020)"), "{}", list.text());
        assert!(!neighbour.get(&format!("{their_desk}/tuyen-truyen")).await.says("Cùng liên kết"), "no unit learns of another's");
    }
}
