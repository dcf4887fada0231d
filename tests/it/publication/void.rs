//! Certificates that count no more, and what is issued in their place: another name is the leader's
//! word.

use hoithi_journal::{lines_about, lines_of};
use hoithi_publication::{Certificate, Reissue, Revoke, certificates, reissue, revoke};
use hoithi_rules::ids::CertificateId;
use hoithi_testkit::{Answer, Browser, both, words_on_the_page};
use serde_json::Value;

use super::{REGISTER, issued, verdict};
use crate::judged::{Judged, codes_of, pdf};
use crate::proof::doctor;

const PAPER: [&str; 4] = ["#paper_leader", "#paper_number", "#paper_date", "#paper_scan"];

async fn register(judged: &Judged<'_>) -> Vec<Certificate> {
    certificates(&mut judged.house.house().read().await.unwrap(), judged.edition).await.unwrap()
}

async fn declared_void(judged: &Judged<'_>, certificate: CertificateId) {
    let void = Revoke { certificate, seen: 1, reason: "In sai tên".to_owned(), paper: None };
    judged.house.perform(judged.head, move |act| Box::pin(revoke(act, void.clone()))).await.unwrap();
}

fn anew(void: &Certificate) -> String {
    format!("{REGISTER}/{}/cap-lai", void.id)
}

/// What an officer sends with the scan of the leader's signed paper.
async fn from_the_paper(officer: &Browser, path: &str, words: &[(&str, &str)]) -> Answer {
    let paper = [("paper_leader", "Phạm Văn Quyết"), ("paper_number", "31/QĐ-BTC"), ("paper_date", "5/10/2021")];
    let scan = pdf("cấp lại");
    officer.send_files(path, &[words, &paper[..]].concat(), &[("paper_scan", "cap-lai.pdf", scan.as_slice())]).await
}

both! {
    /// A slip in a name: the void sheet says so, the new one has its own number and code, and whoever
    /// checks the old one is told which took its place.
    async fn a_void_certificate_is_issued_anew(house: TestHouse) {
        let (judged, codes) = issued(&house).await;
        let first = register(&judged).await.remove(0);
        let (id, anew) = (first.id, anew(&first));
        let officer = house.signed_in("chuyenvien").await;
        let right = [("name", "Ngô Thị Lụa"), ("unit", "Trường Cao đẳng Chim Én")];
        let early = from_the_paper(&officer, &anew, &right).await;
        assert!(early.says("Cần thu hồi trước khi cấp lại."), "{}", early.text());
        declared_void(&judged, id).await;
        let words = words_on_the_page(officer.get(&format!("{REGISTER}/{id}/pdf")).await.bytes());
        assert!(words.contains("ĐÃ THU HỒI"), "{words}");
        assert_eq!(officer.get(REGISTER).await.attributes("#so-cap a[href$=cap-lai]", "href"), [anew.as_str()]);
        let nameless = officer.send(&anew, &[("name", ""), ("unit", "")]).await;
        let all = [&["#name"][..], &PAPER].concat();
        assert_eq!(nameless.attributes(".govuk-error-summary a", "href"), all, "{}", nameless.text());
        assert_eq!(officer.get(&anew).await.attribute("#name", "value").as_deref(), Some("Ngô Thị Lựu"));
        let done = from_the_paper(&officer, &anew, &right).await;
        assert_eq!(done.location(), REGISTER, "{}", done.text());
        let twice = from_the_paper(&officer, &anew, &right).await;
        assert!(twice.says("Giấy chứng nhận này đã được cấp lại."), "{}", twice.text());
        let new = register(&judged).await.pop().unwrap();
        assert_eq!((new.number.to_string().as_str(), new.replaces), ("004/2021", Some(id)));
        assert!(new.code != first.code && new.says.name == "Ngô Thị Lụa" && new.says.prize == first.says.prize);
        assert!(officer.send(REGISTER, &[]).await.says("Mọi giấy chứng nhận đã được cấp."), "nobody is issued a second one");
        the_public_is_told_which_counts(&judged, &codes[0], &new).await;
        // Another that counts for the same person is refused by the database itself.
        let mut conn = house.house().store().begin().await.unwrap();
        let revive = "UPDATE certificates SET revoked_at = NULL, revoked_reason = NULL WHERE id = $1";
        assert!(conn.run(revive, hoithi_store::params![id.uuid()]).await.is_err());
        conn.roll_back().await.unwrap();
        assert_eq!(doctor(&house).await, [], "what was issued anew is no tampering");
    }

    /// An officer prints the same again; whose name it is stands in the leader's own hand or paper.
    async fn another_name_or_unit_is_the_leader_s_word(house: TestHouse) {
        let (judged, _) = issued(&house).await;
        let all = register(&judged).await;
        for each in &all {
            declared_void(&judged, each.id).await;
        }
        let (officer, head) = (house.signed_in("chuyenvien").await, house.signed_in("lanhdao").await);
        let (name, unit) = (all[0].says.name.as_str(), all[0].says.unit_name.as_str());
        for words in [[("name", "Sầm Văn Lạ"), ("unit", unit)], [("name", name), ("unit", "Xí nghiệp Chim Sẻ")]] {
            let bare = officer.send(&anew(&all[0]), &words).await;
            assert_eq!(bare.attributes(".govuk-error-summary a", "href"), PAPER, "{}", bare.text());
        }
        past_the_page_it_is_refused_too(&judged, all[0].id).await;
        assert_eq!(officer.send(&anew(&all[0]), &[("name", name), ("unit", unit)]).await.location(), REGISTER);
        assert!(head.get(&anew(&all[1])).await.select(PAPER[0]).is_empty(), "the leader needs no paper");
        assert_eq!(head.send(&anew(&all[1]), &[("name", "Mạc Văn Đạo"), ("unit", unit)]).await.location(), REGISTER);
        let recorded = from_the_paper(&officer, &anew(&all[2]), &[("name", "Lều Văn Bưới"), ("unit", unit)]).await;
        assert_eq!(recorded.location(), REGISTER, "{}", recorded.text());

        let mut db = house.house().read().await.unwrap();
        let lines = lines_of(&mut db, "certificate.reissued").await.unwrap();
        let told: Vec<_> =
            lines.iter().map(|line| (line.facts.contains("\"changed\":true"), line.acting_for.is_some())).collect();
        assert_eq!(told, [(false, false), (true, false), (true, true)]);
        for (line, void) in lines.iter().zip(&all) {
            let issue = lines_about(&mut db, &void.id.to_string()).await.unwrap().remove(0);
            assert_eq!(line.text_fact("said"), issue.text_fact("says"), "what the void one said");
            assert_ne!(line.text_fact("says"), line.text_fact("said"));
        }
        drop(db);
        assert_eq!(doctor(&house).await, []);
        house.tamper("UPDATE certificates SET name = 'Sầm Văn Lạ' WHERE name = 'Mạc Văn Đạo'", vec![]).await;
        assert_eq!(doctor(&house).await.len(), 1, "what was issued anew is looked at as well");
    }

    async fn a_certificate_is_revoked_by_the_leader_with_a_reason_everybody_reads(house: TestHouse) {
        let (_, codes) = issued(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let revoke = officer.get(REGISTER).await.attributes("#so-cap a[href$=thu-hoi]", "href").remove(0);
        let seen = officer.get(&revoke).await.attribute("input[name=seen]", "value").unwrap();
        let empty = officer.send(&revoke, &[("seen", &seen)]).await;
        let all = ["#reason", "#paper_leader", "#paper_number", "#paper_date", "#paper_scan"];
        assert_eq!(empty.attributes(".govuk-error-summary a", "href"), all, "everything at once: {}", empty.text());
        let bare = officer.send(&revoke, &[("seen", &seen), ("reason", "In sai tên tác giả")]).await;
        assert_eq!(bare.attributes(".govuk-error-summary a", "href"), all[1..]);
        assert_eq!(bare.select("#reason"), ["In sai tên tác giả"]);
        let scan = pdf("thu hồi");
        let fields = [
            ("seen", seen.as_str()),
            ("reason", "In sai tên tác giả"),
            ("paper_leader", "Phạm Văn Quyết"),
            ("paper_number", "30/QĐ-BTC"),
            ("paper_date", "5/10/2021"),
        ];
        let done = officer.send_files(&revoke, &fields, &[("paper_scan", "thu-hoi.pdf", scan.as_slice())]).await;
        assert_eq!(done.location(), REGISTER, "{}", done.text());
        let page = house.browser().get(&format!("/xac-minh/{}", codes[0])).await;
        assert_eq!(verdict(&page), (200, vec!["Đã thu hồi".to_owned()]));
        assert!(page.says("Lý do: In sai tên tác giả"), "{}", page.text());
        let head = house.signed_in("lanhdao").await;
        let twice = head.send(&revoke, &[("seen", "2"), ("reason", "lần nữa")]).await;
        assert!(twice.says("Giấy chứng nhận đã được thu hồi lúc"), "{}", twice.text());
        let api: Value = house.browser().get(&format!("/api/v1/certificates/{}", codes[0])).await.json();
        assert_eq!(api["revoked_reason"], "In sai tên tác giả");
    }
}

async fn the_public_is_told_which_counts(judged: &Judged<'_>, old_code: &str, new: &Certificate) {
    let anybody = judged.house.browser();
    let old = anybody.get(&format!("/xac-minh/{old_code}")).await;
    assert_eq!(verdict(&old), (200, vec!["Đã thu hồi".to_owned()]));
    assert!(old.says("Đã được thay bằng giấy chứng nhận số 004/2021."), "{}", old.text());
    assert!(!old.text().contains(new.code.as_str()), "the new code is told by the new sheet alone");
    let page = anybody.get(&format!("/xac-minh/{}", new.code)).await;
    assert_eq!(verdict(&page), (200, vec!["Có trong sổ cấp, còn giá trị".to_owned()]));
    assert!(page.says("Giấy số 001/2021 đã thu hồi"), "{}", page.text());
    let api: Value = anybody.get(&format!("/api/v1/certificates/{old_code}")).await.json();
    assert_eq!(api["replaced_by"], "004/2021");
}

async fn past_the_page_it_is_refused_too(judged: &Judged<'_>, certificate: CertificateId) {
    let mut db = judged.house.house().read().await.unwrap();
    let officer = hoithi_people::account_by_login(&mut db, "chuyenvien").await.unwrap().unwrap().id;
    drop(db);
    let (name, unit_name) = ("Sầm Văn Lạ".parse().unwrap(), String::new());
    let command = Reissue { certificate, name, unit_name, paper: None };
    let done = judged.house.perform(officer, move |act| Box::pin(reissue(act, command.clone()))).await;
    assert_eq!(codes_of(done), ["people.paper_missing"]);
}
