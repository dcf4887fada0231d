//! Who takes an entry back, until when, and what stays of it.

use hoithi_documents::Sha256Hex;
use hoithi_entries::{Standing, Withdraw, withdraw};
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::both;
use jiff::civil::date;

use super::awards::{TOLD, decided_on, proposed};
use super::entries::{
    SLUG, begun, card, contest, fill, filled, id_of, letter, on_paper, pdf, submitted, unit, version,
};
use super::judged::{codes_of, province_opened, signed_request};

both! {
    /// The secretary knows names, and after the opening also marks: the authors ask for it on paper.
    async fn what_was_sent_in_for_its_authors_goes_back_on_their_request_alone(house: TestHouse) {
        contest(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        let at = on_paper(&secretary).await;
        let seen = version(&secretary, &format!("{at}/kiem-tra")).await;
        let early = [("version", seen.as_str()), ("channel", "by_post"), ("postmark", "30/6/2021")];
        let ahead = secretary.send(&format!("{at}/nop"), &early).await;
        assert!(ahead.says("Dấu bưu điện ngày 30/6/2021 sau ngày hồ sơ đến (1/6/2021)"), "{}", ahead.text());
        let handed = [("version", seen.as_str()), ("channel", "by_hand")];
        assert_eq!(secretary.send(&format!("{at}/nop"), &handed).await.status(), 303);

        let back = format!("{at}/rut");
        let alone = secretary.send(&back, &[("reason", "Tác giả xin rút")]).await;
        assert_eq!(alone.attributes(".govuk-error-summary a", "href"), ["#request"], "{}", alone.text());
        let words = secretary.send_files(&back, &[("reason", "Tác giả xin rút")], &[("request", "đơn.txt", b"chu")]).await;
        assert_eq!(words.attributes(".govuk-error-summary a", "href"), ["#request"]);
        assert_eq!(card(&house, id_of(&at)).await.state, Standing::Submitted);
        let request = pdf("don xin rut");
        let lies = || house.house().files.path(&Sha256Hex::of(&request)).exists();
        let silent = secretary.send_files(&back, &[("reason", " ")], &[("request", "đơn.pdf", &request)]).await;
        assert_eq!(silent.attributes(".govuk-error-summary a", "href"), ["#reason"], "{}", silent.text());
        assert!(!lies(), "of a refused form nothing remains");
        let done = secretary.send_files(&back, &[("reason", "Tác giả xin rút")], &[("request", "đơn.pdf", &request)]).await;
        assert_eq!(done.status(), 303, "{}", done.text());
        let (subject, body) = letter(&house, "chai@vidu.invalid").await;
        assert!(subject.contains("đã được rút") && body.contains("Tác giả xin rút"), "{subject}: {body}");
        let kept = secretary.get(&format!("/ho-so/{}/don-rut", id_of(&at))).await;
        assert_eq!((kept.status(), kept.bytes()), (200, request.as_slice()));
        let again = secretary.send_files(&back, &[("reason", "Lần nữa")], &[("request", "đơn.pdf", &request)]).await;
        assert!(again.status() != 303 && lies(), "what a row names stays: {}", again.text());
    }

    async fn a_unit_s_contact_brings_nothing_by_post(house: TestHouse) {
        contest(&house).await;
        let own = unit(&house, "Trường Minh Họa").await;
        house.account_for("dau.moi", "Đỗ Thị Mối", &[(Role::UnitContact, Scope::Unit(own))]).await;
        let contact = house.signed_in("dau.moi").await;
        let unit = own.to_string();
        let begun = contact.send(&format!("/ky/{SLUG}/nop-ho"), &[("title", "Giàn phơi"), ("category", "y-duoc"), ("unit", &unit)]).await;
        let at = begun.location().to_owned();
        let page = contact.get(&format!("{at}/kiem-tra")).await;
        assert!(page.select("input[name=channel]").is_empty());
        let seen = version(&contact, &format!("{at}/kiem-tra")).await;
        house.set_clock("2021-07-02T09:00:00+07:00");
        let posted = [("version", seen.as_str()), ("channel", "by_post"), ("postmark", "30/6/2021")];
        let refused = contact.send(&format!("{at}/nop"), &posted).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#channel"], "{}", refused.text());
    }

    /// Nobody ever received it, so it stays its author's alone and counts nowhere.
    async fn a_draft_taken_back_stays_its_author_s(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = begun(&author, "Ý tưởng còn giữ riêng").await;
        assert_eq!(author.send(&format!("{at}/rut"), &[("reason", "Chưa xong")]).await.status(), 303);
        let secretary = house.signed_in("thu.ky").await;
        assert_eq!(secretary.get(&format!("/ho-so/{}", id_of(&at))).await.status(), 404);
        assert!(!secretary.get(&format!("/ky/{SLUG}/ho-so")).await.says("Ý tưởng còn giữ riêng"));
        let edition = card(&house, id_of(&at)).await.edition;
        let counts = hoithi_entries::counts(&mut house.house().read().await.unwrap(), edition).await.unwrap();
        assert!(counts.is_empty(), "{counts:?}");
    }

    /// The signed decision names its winners: what they do not want to have they write to the
    /// committee about.
    async fn nothing_is_taken_back_once_the_prizes_are_decided(house: TestHouse) {
        let judged = province_opened(&house, &TOLD[2..]).await;
        proposed(&judged).await;
        house.set_clock("2021-10-05T09:00:00+07:00");
        decided_on(&judged, "25/QĐ-BTC", date(2021, 10, 4)).await.unwrap();
        let request = Some(signed_request(&house));
        let back = Withdraw { entry: judged.entries[1], reason: "Nhóm tác giả xin rút.".to_owned(), request };
        let done = house.perform(judged.secretary, move |act| Box::pin(withdraw(act, back.clone()))).await;
        assert_eq!(codes_of(done), ["entries.prizes_decided"]);
    }

    async fn a_contact_of_two_units_sees_the_dossiers_of_both(house: TestHouse) {
        contest(&house).await;
        let units = [unit(&house, "Trường Minh Họa").await, unit(&house, "Trường Đại học Khác").await];
        house.account_for("dau.moi", "Đỗ Thị Mối", &units.map(|unit| (Role::UnitContact, Scope::Unit(unit)))).await;
        let contact = house.signed_in("dau.moi").await;
        for (unit, title) in units.iter().zip(["Giàn phơi tự thu", "Lò sấy thuốc nam"]) {
            let unit = unit.to_string();
            let fields = [("title", title), ("category", "y-duoc"), ("unit", unit.as_str())];
            assert_eq!(contact.send(&format!("/ky/{SLUG}/nop-ho"), &fields).await.status(), 303);
        }
        let list = contact.get(&format!("/ky/{SLUG}/ho-so-don-vi")).await;
        assert_eq!(list.select("#ho-so tbody .ht-title a").len(), 2, "{}", list.text());
    }

    /// A name put in an author's place is another person: not the account, not the agreement.
    async fn another_name_in_an_author_s_row_is_another_person(house: TestHouse) {
        let contest = contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        let row = author.get(&format!("{at}/tac-gia")).await;
        let links = row.attributes("main a", "href");
        let own = links.iter().find(|href| href.starts_with(&format!("{at}/tac-gia/")) && !href.ends_with("/them"));
        let own = own.expect("the own row").clone();
        fill(&author, &own, &[("name", "Vi Hạ Vũ"), ("agreed", "co")]).await;
        let kept = hoithi_entries::dossier(&mut house.house().read().await.unwrap(), id_of(&at)).await.unwrap().unwrap();
        let renamed = &kept.entry.content.authors[0];
        assert_eq!((renamed.name.as_str(), renamed.account), ("Vi Hạ Vũ", None));
        assert_eq!(kept.owner, Some(contest.author), "it stays theirs to write");
        assert_eq!(submitted(&author, &at).await.status(), 303);
    }
}
