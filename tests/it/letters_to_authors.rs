//! The secretary writes to the authors of a filtered list: read back first, one letter to each dossier.

use hoithi_journal::{lines_about, outbox_mails};
use hoithi_rules::people::Role;
use hoithi_testkit::both;

use crate::entries::{SLUG, contest, filled, submitted};

const SUBJECT: &str = "Mang mẫu máy đến trưng bày";
const BODY: &str = "Mời anh/chị mang mẫu máy tới hội trường lúc 8 giờ.\nXin báo lại nếu không đến được.";

both! {
    async fn a_letter_is_read_back_and_goes_to_those_whom_the_list_shows(house: TestHouse) {
        let edition = contest(&house).await.edition;
        let author = house.signed_in("tac.gia").await;
        for title in ["Máy rửa than", "Giàn phơi tự thu"] {
            submitted(&author, &filled(&author, title).await).await;
        }
        house.account("can.bo", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
        let (secretary, officer) = (house.signed_in("thu.ky").await, house.signed_in("can.bo").await);
        let (list, letter) = (format!("/ky/{SLUG}/ho-so"), format!("/ky/{SLUG}/ho-so/thu"));
        assert!(secretary.get(&list).await.attributes("main form", "action").contains(&letter));
        assert!(!officer.get(&list).await.attributes("main form", "action").contains(&letter));
        for other in [&officer, &author] {
            assert_eq!(other.send(&letter, &[("step", "write")]).await.status(), 403);
        }
        let asked = [("q", "rửa than"), ("tinh-trang", "submitted")];
        let begun = secretary.send(&letter, &[&asked[..], &[("step", "write")]].concat()).await;
        assert_eq!(begun.select("#nguoi-nhan tbody .ht-title"), ["Máy rửa than"], "{}", begun.text());
        assert!(begun.says("tac.gia@vidu.invalid") && !begun.says("Giàn phơi tự thu"));
        let empty = secretary.send(&letter, &[&asked[..], &[("step", "read"), ("subject", " ")]].concat()).await;
        assert_eq!(empty.attributes(".govuk-error-summary a", "href"), ["#subject", "#body"]);
        let words = [&asked[..], &[("subject", SUBJECT), ("body", BODY)]].concat();
        let read = secretary.send(&letter, &[&words[..], &[("step", "read")]].concat()).await;
        let said = ["Kính gửi tác giả giải pháp “Máy rửa than”, hồ sơ QN8-0001", "Mang mẫu máy đến trưng bày (hồ sơ QN8-0001)"];
        for said in said {
            assert!(read.says(said), "{said}: {}", read.text());
        }
        let sent = async || {
            let mails = outbox_mails(&mut house.house().read().await.unwrap(), 50).await.unwrap();
            mails.into_iter().filter(|mail| mail.subject.starts_with(SUBJECT)).collect::<Vec<_>>()
        };
        assert!(sent().await.is_empty(), "nothing leaves by reading");
        let stale = [&words[..], &[("step", "send"), ("seen", "khac")]].concat();
        assert!(secretary.send(&letter, &stale).await.says("Danh sách vừa thay đổi."));
        let seen = read.attribute("input[name=seen]", "value").unwrap();
        let done = secretary.send(&letter, &[&words[..], &[("step", "send"), ("seen", seen.as_str())]].concat()).await;
        assert_eq!((done.status(), done.location()), (303, list.as_str()), "{}", done.text());
        let mails = sent().await;
        assert_eq!(mails.len(), 1, "one dossier, one letter");
        assert_eq!((mails[0].recipient.as_str(), mails[0].subject.ends_with("(hồ sơ QN8-0001)")), ("tac.gia@vidu.invalid", true));
        assert!(mails[0].body.contains("Xin báo lại nếu không đến được."), "{}", mails[0].body);
        let lines = lines_about(&mut house.house().read().await.unwrap(), &edition.to_string()).await.unwrap();
        let line = lines.iter().find(|line| line.event == "authors.written_to").unwrap();
        assert!(line.facts.contains("\"count\":1") && !line.facts.contains("mẫu máy"), "{}", line.facts);
        let nobody = secretary.send(&letter, &[("q", "không có"), ("step", "write")]).await;
        assert!(nobody.says("Danh sách này không có hồ sơ nào để viết thư."), "{}", nobody.text());
    }
}
