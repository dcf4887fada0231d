//! The award decision: read off the signed paper, read back, recorded, put right.

use hoithi_awards::{Propose, propose};
use hoithi_correspondence::documents_of;
use hoithi_journal::lines_about;
use hoithi_publication::issue_certificates;
use hoithi_testkit::{Browser, TestHouse, both, words_on_the_page};
use jiff::civil::date;

use super::awards::{DECISION, PRIZES, TOLD, decided_on, proposed};
use super::judged::{Judged, codes_of, pdf, province_opened};
use super::register::set_body;

/// What the decision's form is sent with, the day apart.
fn form(day: &str) -> Vec<(&str, &str)> {
    vec![
        ("seen", "1"),
        ("number", "25/QĐ-BTC"),
        ("date", day),
        ("issuer", "Ban Tổ chức Hội thi"),
        ("on_behalf_of", "Ban Tổ chức"),
        ("position", "Trưởng ban"),
        ("signer", "Phạm Văn Quyết"),
    ]
}

/// Three prizes lie with the leader; whoever records is an officer.
async fn to_be_decided(house: &TestHouse) -> (Judged<'_>, Browser) {
    let judged = province_opened(house, &[TOLD[0], TOLD[2], TOLD[3], TOLD[4]]).await;
    proposed(&judged).await;
    house.set_clock("2021-10-05T09:00:00+07:00");
    let officer = house.signed_in("chuyenvien").await;
    (judged, officer)
}

/// A deputy signs for the committee's head.
fn by_a_deputy() -> Vec<(&'static str, &'static str)> {
    let mut fields = form("4/10/2021");
    fields.retain(|(name, _)| *name != "position");
    fields.extend([("in_place_of", "Trưởng ban"), ("position", "Phó Trưởng ban")]);
    fields
}

/// Sends the form and what it was read back with.
async fn record(officer: &Browser, scan: &[u8]) {
    let fields = by_a_deputy();
    let read_back = officer.send_files(DECISION, &fields, &[("file", "quyet-dinh.pdf", scan)]).await;
    let scan = read_back.attribute("input[name=scan]", "value").unwrap();
    let done = officer.send(DECISION, &[&fields[..], &[("scan", &scan), ("step", "record")]].concat()).await;
    assert_eq!(done.location(), PRIZES, "{}", done.text());
}

both! {
    async fn an_officer_needs_the_signed_paper_and_is_told_everything_at_once(house: TestHouse) {
        let (_, officer) = to_be_decided(&house).await;
        let bare = officer.send_files(DECISION, &form("4/10/2021"), &[]).await;
        assert_eq!(bare.attributes(".govuk-error-summary a", "href"), ["#file"], "{}", bare.text());
        assert_eq!(bare.attribute("#signer", "value").as_deref(), Some("Phạm Văn Quyết"));
        let scan = pdf("quyết định");
        let files = [("file", "quyet-dinh.pdf", scan.as_slice())];
        for (day, says) in [
            ("6/10/2021", "chưa đến"),
            ("20/7/2021", "trước ngày 21/7/2021 là ngày mở niêm phong"),
            ("hôm qua", "Vui lòng ghi ngày ký"),
        ] {
            let refused = officer.send_files(DECISION, &form(day), &files).await;
            assert!(refused.says(says), "{day}: {}", refused.text());
        }
        let empty = officer.send_files(DECISION, &[("seen", "1")], &[]).await;
        let all = ["#number", "#date", "#issuer", "#position", "#signer", "#file"];
        assert_eq!(empty.attributes(".govuk-error-summary a", "href"), all, "everything at once, in the page's order");
        assert!(!empty.select("label[for=file]")[0].contains("không bắt buộc"), "this person must have it");
        let head = house.signed_in("lanhdao").await.get(DECISION).await;
        assert!(head.select("label[for=file]")[0].contains("không bắt buộc"), "the leader need not");
    }

    /// What was typed, and the scan, come through the page that reads them back; the scan of nobody
    /// else's making does not.
    async fn a_decision_is_read_back_before_it_is_recorded(house: TestHouse) {
        let (judged, officer) = to_be_decided(&house).await;
        let scan = pdf("quyết định");
        let files = [("file", "quyet-dinh.pdf", scan.as_slice())];
        let early = officer.send_files(DECISION, &form("22/7/2021"), &files).await;
        assert!(early.says("Ngày ký đã qua 75 ngày"), "an old day is asked about: {}", early.text());
        let mut fields = by_a_deputy();
        let read_back = officer.send_files(DECISION, &fields, &files).await;
        assert!(read_back.says("PHÓ TRƯỞNG BAN") && read_back.says("quyet-dinh.pdf"), "{}", read_back.text());
        assert!(!read_back.says("Ngày ký đã qua"));
        let kept = read_back.attribute("input[name=scan]", "value").unwrap();
        let mut forged = fields.clone();
        forged.extend([("scan", "YQ.YQ"), ("step", "record")]);
        let forged = officer.send(DECISION, &forged).await;
        assert_eq!(forged.attributes(".govuk-error-summary a", "href"), ["#file"], "{}", forged.text());
        fields.push(("scan", &kept));
        let changed = officer.send(DECISION, &[&fields[..], &[("step", "change")]].concat()).await;
        assert!(changed.says("Đã có tệp quyet-dinh.pdf."), "{}", changed.text());
        assert!(hoithi_awards::decision(&mut house.house().read().await.unwrap(), judged.edition).await.unwrap().is_none());
        let done = officer.send(DECISION, &[&fields[..], &[("step", "record")]].concat()).await;
        assert_eq!(done.location(), PRIZES, "{}", done.text());
        let next = officer.get(PRIZES).await.attributes(".ht-notice .govuk-button", "href");
        assert_eq!(next, ["/ky/quang-ninh-viii/chung-nhan", "/ky/quang-ninh-viii/cong-bo"], "the way leads on");
    }

    async fn prizes_register_and_journal_say_what_the_paper_says(house: TestHouse) {
        let (judged, officer) = to_be_decided(&house).await;
        record(&officer, &pdf("quyết định")).await;
        let mut db = house.house().read().await.unwrap();
        let lines = hoithi_awards::awards(&mut db, judged.edition).await.unwrap();
        let tiers: Vec<_> = lines.iter().map(|line| (line.tier.0.as_str(), line.byline())).collect();
        let expected = [
            ("nhat", "Ngô Thị Lựu, Mạc Văn Đào".to_owned()),
            ("nhi", "Ninh Thị Quýt".to_owned()),
            ("nhi", "Lều Văn Bưởi".to_owned()),
        ];
        assert_eq!(tiers, expected);
        let documents = documents_of(&mut db, judged.edition).await.unwrap();
        let card = documents.iter().find(|each| each.signed.is_some()).unwrap();
        assert_eq!(card.signed.as_ref().unwrap().0.to_string(), "25/QĐ-BTC");
        let decision = hoithi_correspondence::document(&mut db, card.id).await.unwrap().unwrap();
        let three = ["TM. BAN TỔ CHỨC", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"];
        assert_eq!(decision.content.signatory.unwrap().lines(), three);
        let journal = lines_about(&mut db, &judged.edition.to_string()).await.unwrap();
        let line = journal.iter().find(|line| line.event == "awards.decided").unwrap();
        assert!(line.acting_for.as_ref().is_some_and(|paper| paper.contains("25/QĐ-BTC")), "{line:?}");
        assert!(!line.facts.contains("Lựu"), "no names in the journal");
    }

    /// Nobody types a number that the register gives; it is read back, and another that came meanwhile too.
    async fn the_register_gives_the_decision_its_number_where_its_body_has_them_given(house: TestHouse) {
        let (judged, officer) = to_be_decided(&house).await;
        set_body(&officer, "1/1/2021", "Ban Tổ chức Hội thi", "one_series").await;
        let mut fields = by_a_deputy();
        fields.retain(|(name, _)| *name != "number");
        let scan = pdf("quyết định");
        let files = [("file", "quyet-dinh.pdf", scan.as_slice())];
        let read_back = officer.send_files(DECISION, &fields, &files).await;
        assert!(read_back.select(".govuk-error-summary a").is_empty(), "{}", read_back.text());
        let number = read_back.attribute("input[name=number]", "value").unwrap();
        assert!(number.ends_with("/QĐ-LHH") && read_back.says(&number), "{}", read_back.text());
        let kept = read_back.attribute("input[name=scan]", "value").unwrap();
        let with = |number, step| [&fields[..], &[("scan", kept.as_str()), ("number", number), ("step", step)]].concat();
        let another = officer.send(DECISION, &with("90/QĐ-LHH", "record")).await;
        assert_eq!(another.status(), 200, "what was read back is not what would be recorded");
        assert_eq!(another.attribute("input[name=number]", "value").as_deref(), Some(number.as_str()));
        let form = officer.send(DECISION, &with(&number, "change")).await;
        assert!(form.select("#number").is_empty() && form.says("Số quyết định do sổ văn bản cấp"), "{}", form.text());
        let done = officer.send(DECISION, &with(&number, "record")).await;
        assert_eq!(done.location(), PRIZES, "{}", done.text());
        let documents = documents_of(&mut house.house().read().await.unwrap(), judged.edition).await.unwrap();
        let numbers: Vec<_> = documents.iter().filter_map(|card| card.signed.as_ref()).map(|(number, _)| number.to_string()).collect();
        assert!(numbers.contains(&number), "{numbers:?}");
    }

    async fn what_is_decided_stands(house: TestHouse) {
        let (judged, officer) = to_be_decided(&house).await;
        let draft = officer.get(&format!("{DECISION}/pdf")).await;
        record(&officer, &pdf("quyết định")).await;
        let again = Propose { edition: judged.edition, seen: 1 };
        let again = house.perform(judged.secretary, move |act| Box::pin(propose(act, again))).await;
        assert_eq!(codes_of(again), ["awards.decided_already"]);
        assert_eq!(codes_of(decided_on(&judged, "26/QĐ-BTC", date(2021, 10, 4)).await), ["awards.decided_already"]);
        let signed = officer.get(&format!("{DECISION}/pdf")).await;
        assert!(signed.bytes().starts_with(b"%PDF-") && signed.bytes() != draft.bytes());
        // Signed in the committee's name, so the committee decides and not its head.
        for sheet in [&draft, &signed] {
            let words = words_on_the_page(sheet.bytes());
            assert!(words.contains("BAN TỔ CHỨC HỘI THI") && !words.contains("TRƯỞNG BAN TỔ CHỨC"), "{words}");
        }
    }

    /// Number and day are put right, and a scan comes later, until a certificate rests on them.
    async fn a_decision_is_corrected_until_something_rests_on_it(house: TestHouse) {
        let judged = province_opened(&house, &[TOLD[0], TOLD[4]]).await;
        proposed(&judged).await;
        house.set_clock("2021-10-05T09:00:00+07:00");
        let document = decided_on(&judged, "25/QĐ-BTC", date(2021, 10, 4)).await.unwrap();
        let correction = format!("{DECISION}/sua");
        let officer = house.signed_in("chuyenvien").await;
        let head = house.signed_in("lanhdao").await;
        assert!(head.get(PRIZES).await.says("Sửa số, ngày hoặc bản quét"));
        let (number, day) = (("number", "52/QĐ-BTC"), ("date", "3/10/2021"));
        let unsaid = head.send_files(&correction, &[number, day, ("reason", "")], &[]).await;
        assert!(unsaid.says("Vui lòng ghi lý do sửa."), "{}", unsaid.text());
        let reason = ("reason", "Đọc nhầm số");
        let future = head.send_files(&correction, &[number, ("date", "6/10/2021"), reason], &[]).await;
        assert!(future.says("chưa đến"), "{}", future.text());
        let bare = officer.send_files(&correction, &[number, day, reason], &[]).await;
        assert_eq!(bare.attributes(".govuk-error-summary a", "href"), ["#file"], "{}", bare.text());
        let done = head.send_files(&correction, &[number, day, reason], &[]).await;
        assert_eq!(done.location(), PRIZES, "{}", done.text());
        let signed = async || {
            let mut db = house.house().read().await.unwrap();
            let document = hoithi_correspondence::document(&mut db, document).await.unwrap().unwrap();
            (document.signed().map(|(number, day)| (number.to_string(), day)), document.file.is_some())
        };
        assert_eq!(signed().await, (Some(("52/QĐ-BTC".to_owned(), date(2021, 10, 3))), false));
        let kept = head.get(&format!("/ky/quang-ninh-viii/van-ban/{document}")).await;
        assert!(kept.says("Trước đây ghi số 25/QĐ-BTC ngày 4/10/2021") && kept.says("Đọc nhầm số"), "{}", kept.text());
        let words = words_on_the_page(head.get(&format!("{DECISION}/pdf")).await.bytes());
        assert!(words.contains("52/QĐ-BTC") && !words.contains("25/QĐ-BTC"), "{words}");
        house.perform(judged.head, move |act| Box::pin(issue_certificates(act, judged.edition))).await.unwrap();
        let late = head.send_files(&correction, &[("number", "53/QĐ-BTC"), day, reason], &[]).await;
        assert!(late.says("số và ngày không sửa được nữa"), "{}", late.text());
        let scan = pdf("quyết định");
        let files = [("file", "quyet-dinh.pdf", scan.as_slice())];
        let added = officer.send_files(&correction, &[number, day], &files).await;
        assert_eq!(added.location(), PRIZES, "{}", added.text());
        assert!(signed().await.1, "the scan is there");
        assert!(!head.get(PRIZES).await.says("Bổ sung bản quét"));
    }
}
