//! Whoever submits for others does so on their signed authorisation, where the rules ask for one.

use hoithi_journal::lines_about;
use hoithi_rules::edition::books;
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{TestHouse, both, words_on_the_page};

use crate::entries::{id_of, on_paper, pdf, set_up_edition, submitted, unit, version, written_for};
use crate::proof::doctor;

/// A contest whose rules ask for an authorisation.
async fn strict(house: &TestHouse) {
    let leader = house.account("lanh.dao", "Phạm Văn Quyết", &[Role::AgencyHead]).await;
    house.set_clock("2020-09-01T08:00:00+07:00");
    let text = books::QUANG_NINH_VIII.replacen("[rules.entrants]", "[rules.entrants]\nauthorisation = true", 1);
    set_up_edition(house, leader, &text, None).await;
    house.account("thu.ky", "Hoàng Thị Cẩn", &[Role::ContestSecretary]).await;
    house.set_clock("2021-06-01T08:00:00+07:00");
}

both! {
    async fn nobody_submits_online_for_an_author_without_the_paper_that_the_rules_ask_for(house: TestHouse) {
        strict(&house).await;
        let own = unit(&house, "Trường Minh Họa").await;
        house.account_for("dau.moi", "Đỗ Thị Mối", &[(Role::UnitContact, Scope::Unit(own))]).await;
        let contact = house.signed_in("dau.moi").await;
        let at = written_for(&contact, &own.to_string(), ("email", "chai@vidu.invalid")).await;
        let missing = "Thể lệ chỉ cho nộp hộ khi có giấy ủy quyền còn giá trị";
        assert!(contact.get(&at).await.says(missing));
        let refused = submitted(&contact, &at).await;
        assert!(refused.status() == 200 && refused.says(missing), "{}", refused.text());

        let page = format!("{at}/uy-quyen");
        let paper = pdf("giay uy quyen");
        let scan: [(&str, &str, &[u8]); 1] = [("scan", "ủy quyền.pdf", &paper)];
        let bare = contact.send_files(&page, &[("signed_by", ""), ("signed_on", ""), ("until", "")], &[]).await;
        assert_eq!(bare.attributes(".govuk-error-summary a", "href"), ["#signed_by", "#signed_on", "#scan"]);
        let fields = |on, until| [("signed_by", "Triệu Mùi Chài"), ("signed_on", on), ("until", until)];
        let early = contact.send_files(&page, &fields("2/6/2021", ""), &scan).await;
        assert_eq!(early.attributes(".govuk-error-summary a", "href"), ["#signed_on"]);
        let ended = contact.send_files(&page, &fields("1/5/2021", "31/5/2021"), &scan).await;
        assert_eq!(ended.attributes(".govuk-error-summary a", "href"), ["#until"]);
        assert_eq!(contact.send_files(&page, &fields("1/6/2021", "10/6/2021"), &scan).await.location(), at);
        house.set_clock("2021-06-11T08:00:00+07:00");
        let contact = house.signed_in("dau.moi").await;
        assert!(submitted(&contact, &at).await.says(missing), "it holds until its day");
        assert_eq!(contact.send_files(&page, &fields("11/6/2021", ""), &scan).await.location(), at);
        assert_eq!(submitted(&contact, &at).await.status(), 303);

        let told = "nộp hộ theo giấy ủy quyền ngày 11/6/2021 của Triệu Mùi Chài";
        assert!(contact.get(&format!("{at}/bien-nhan")).await.says(told));
        let printed = contact.get(&format!("{at}/bien-nhan.pdf")).await;
        let printed = words_on_the_page(printed.bytes()).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(printed.contains("giấy ủy quyền ngày 11/6/2021"), "{printed}");
        let id = id_of(&at);
        let secretary = house.signed_in("thu.ky").await;
        assert!(secretary.get(&format!("/ho-so/{id}")).await.says("Đã nộp theo giấy này"));
        let shown = secretary.get(&format!("/ho-so/{id}/uy-quyen")).await;
        assert_eq!((shown.status(), shown.bytes()), (200, paper.as_slice()));
        house.account("nguoi.ngoai", "Vũ Văn Khác", &[Role::Author]).await;
        assert_eq!(house.signed_in("nguoi.ngoai").await.get(&format!("/ho-so/{id}/uy-quyen")).await.status(), 404);
        let lines = lines_about(&mut house.house().read().await.unwrap(), &id.to_string()).await.unwrap();
        let papers: Vec<_> = lines.iter().filter(|line| line.event.starts_with("authorisation.")).collect();
        let events: Vec<_> = papers.iter().map(|line| line.event.as_str()).collect();
        assert_eq!(events, ["authorisation.recorded", "authorisation.recorded", "authorisation.used"]);
        assert!(papers.iter().all(|line| !line.facts.contains("Chài")), "{papers:?}");
        assert_eq!(doctor(&house).await, []);
    }

    async fn what_its_author_handed_in_on_paper_needs_none(house: TestHouse) {
        strict(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        let at = on_paper(&secretary).await;
        let seen = version(&secretary, &format!("{at}/kiem-tra")).await;
        let handed = [("version", seen.as_str()), ("channel", "by_hand")];
        assert_eq!(secretary.send(&format!("{at}/nop"), &handed).await.status(), 303);
        assert!(!secretary.get(&format!("{at}/bien-nhan")).await.says("giấy ủy quyền"));
    }

    async fn an_author_who_writes_alone_is_asked_for_none(house: TestHouse) {
        strict(&house).await;
        house.account("tac.gia", "Nguyễn Thị Ánh", &[Role::Author]).await;
        let author = house.signed_in("tac.gia").await;
        let at = crate::entries::filled(&author, "Máy rửa than").await;
        assert!(!author.get(&at).await.says("Giấy ủy quyền"));
        assert_eq!(author.get(&format!("{at}/uy-quyen")).await.status(), 403);
        let paper = pdf("giay");
        let scan: [(&str, &str, &[u8]); 1] = [("scan", "ủy quyền.pdf", &paper)];
        assert_eq!(author.send_files(&format!("{at}/uy-quyen"), &[("signed_by", "Ai Đó"), ("signed_on", "1/6/2021")], &scan).await.status(), 403);
        assert_eq!(submitted(&author, &at).await.status(), 303);
    }
}
