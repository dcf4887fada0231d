//! Certificates in their register, the check that anybody may make, the result for everybody.

mod void;

use hoithi_documents::Sha256Hex;
use hoithi_journal::{lines_about, outbox_mails};
use hoithi_publication::{Announce, announce, certificates, issue_certificates};
use hoithi_rules::edition::Listing;
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{Answer, TestHouse, both, square_codes, words_on_the_page};
use jiff::civil::date;
use serde_json::Value;

use super::awards::{decided_on, proposed};
use super::judged::{Judged, Told, codes_of, pdf, province_opened, title};
use super::published_lists::published;

const EDITION: &str = "/ky/quang-ninh-viii";
const RESULT: &str = "/ky/quang-ninh-viii/ket-qua";
const SOLUTIONS: &str = "/ky/quang-ninh-viii/giai-phap";
const REGISTER: &str = "/ky/quang-ninh-viii/chung-nhan";
const ANNOUNCEMENT: &str = "/ky/quang-ninh-viii/cong-bo";

const TOLD: [Told<'_>; 3] = [
    ([38, 28, 26], &["Ngô Thị Lựu", "Mạc Văn Đào"]),
    ([34, 26, 25], &["Lều Văn Bưởi"]),
    ([20, 18, 17], &["Tiêu Văn Khế"]),
];

async fn decided(house: &TestHouse) -> Judged<'_> {
    let judged = province_opened(house, &TOLD).await;
    proposed(&judged).await;
    house.set_clock("2021-10-05T09:00:00+07:00");
    decided_on(&judged, "25/QĐ-BTC", date(2021, 10, 4)).await.unwrap();
    judged
}

async fn issued(house: &TestHouse) -> (Judged<'_>, Vec<String>) {
    let judged = decided(house).await;
    let edition = judged.edition;
    house.perform(judged.head, move |act| Box::pin(issue_certificates(act, edition))).await.unwrap();
    let register = certificates(&mut house.house().read().await.unwrap(), edition).await.unwrap();
    (judged, register.into_iter().map(|each| each.code.to_string()).collect())
}

/// Certificates in their register, for other rooms' stories.
pub(super) async fn with_certificates(house: &TestHouse) {
    issued(house).await;
}

fn verdict(answer: &Answer) -> (u16, Vec<String>) {
    (answer.status(), answer.select(".ht-verdict__line"))
}

/// The four doors at which the decision is read once it is signed and announced.
fn doors(decision: &str) -> [String; 4] {
    [
        format!("{EDITION}/giai-thuong/quyet-dinh/pdf"),
        format!("{EDITION}/van-ban/{decision}/pdf"),
        format!("/van-ban/{decision}/pdf"),
        format!("{RESULT}/quyet-dinh"),
    ]
}

/// The result is announced, and the decision becomes public with it.
async fn everybody_reads(judged: &Judged<'_>) {
    let command = Announce { edition: judged.edition, portal: "http://localhost".to_owned() };
    judged.house.perform(judged.head, move |act| Box::pin(announce(act, command.clone()))).await.unwrap();
}

async fn one_text(judged: &Judged<'_>, decision: &str) {
    let officer = judged.house.signed_in("chuyenvien").await;
    let [first, others @ ..] = doors(decision);
    let sheet = officer.get(&first).await;
    assert!(sheet.bytes().starts_with(b"%PDF-"), "{}", sheet.text());
    for door in others {
        assert!(officer.get(&door).await.bytes() == sheet.bytes(), "{door} shows another text");
    }
    let mut db = judged.house.house().read().await.unwrap();
    let journal = lines_about(&mut db, decision).await.unwrap();
    let signed = journal.iter().find(|line| line.event == "document.signed").unwrap();
    let facts: Value = serde_json::from_str(&signed.facts).unwrap();
    assert_eq!(facts["print"], Sha256Hex::of(sheet.bytes()).as_str());
    let words = words_on_the_page(sheet.bytes());
    let place = |wanted: &str| words.find(wanted).unwrap_or_else(|| panic!("{wanted}: {words}"));
    let order = [
        "TỔ CHỨC HỘI THI",
        "1594/QĐ-UBND",
        "85/QĐ-BTC",
        "86/KH-BTC",
        "Xét kết quả chấm",
        "QUYẾT ĐỊNH:",
        "Điều 3.",
        "DANH SÁCH",
    ];
    assert!(order.map(place).is_sorted(), "{words}");
}

both! {
    async fn a_signed_decision_has_one_text_at_every_door(house: TestHouse) {
        let judged = province_opened(&house, &TOLD).await;
        let officer = house.signed_in("chuyenvien").await;
        proposed(&judged).await;
        house.set_clock("2021-10-05T09:00:00+07:00");
        let id = decided_on(&judged, "25/QĐ-BTC", date(2021, 10, 4)).await.unwrap().to_string();
        everybody_reads(&judged).await;
        one_text(&judged, &id).await;
        let read = officer.get(&doors(&id)[0]).await;
        // Whatever changes in the house afterwards, what was signed stays.
        house.tamper("UPDATE awards SET title = 'Tên khác', unit_name = 'Đơn vị đổi tên'", vec![]).await;
        house.tamper("UPDATE documents SET place = 'Nơi khác'", vec![]).await;
        for door in doors(&id) {
            assert!(officer.get(&door).await.bytes() == read.bytes(), "{door} was printed anew");
        }
        let page = officer.get(&format!("{EDITION}/van-ban/{id}")).await;
        assert!(page.says("Xét kết quả chấm của Hội đồng giám khảo") && page.says("QUYẾT ĐỊNH:"), "{}", page.text());
        let heads = page.select(".ht-paper th");
        assert_eq!(heads.first().map(String::as_str), Some("TT"), "the list is a table on the screen too");
    }

    async fn the_scan_of_an_officer_s_record_stands_beside_the_text(house: TestHouse) {
        let judged = province_opened(&house, &TOLD).await;
        proposed(&judged).await;
        house.set_clock("2021-10-05T09:00:00+07:00");
        let officer = house.signed_in("chuyenvien").await;
        let scan = pdf("quyết định đã ký");
        let fields = [
            ("seen", "1"),
            ("number", "25/QĐ-BTC"),
            ("date", "4/10/2021"),
            ("issuer", "Ban Tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh"),
            ("position", "Trưởng ban"),
            ("signer", "Phạm Văn Quyết"),
            ("step", "record"),
        ];
        let decision = format!("{EDITION}/giai-thuong/quyet-dinh");
        let done = officer.send_files(&decision, &fields, &[("file", "quyet-dinh.pdf", &scan)]).await;
        assert_eq!(done.status(), 303, "{}", done.text());
        let mut db = house.house().read().await.unwrap();
        let id = hoithi_awards::decision(&mut db, judged.edition).await.unwrap().unwrap().document.to_string();
        drop(db);
        everybody_reads(&judged).await;
        one_text(&judged, &id).await;
        assert_eq!(officer.get(&format!("{EDITION}/van-ban/{id}/tep")).await.bytes(), scan);
        // In the head's own right, so the head decides.
        let sheet = officer.get(&doors(&id)[0]).await;
        let words = words_on_the_page(sheet.bytes());
        assert!(words.contains("TRƯỞNG BAN TỔ CHỨC HỘI THI"), "{words}");
    }

    async fn every_author_of_a_prize_gets_one_certificate_and_no_second(house: TestHouse) {
        let judged = decided(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        assert!(officer.get(REGISTER).await.says("Còn 3 giấy chứng nhận chưa cấp"));
        let read_back = officer.get(&format!("{REGISTER}/cap")).await;
        let named = read_back.select("#cap tbody tr");
        assert!(named.len() == 3 && named[0].contains("Ngô Thị Lựu"), "{}", read_back.text());
        let issued = officer.send(REGISTER, &[]).await;
        assert_eq!(issued.location(), REGISTER, "{}", issued.text());
        assert_eq!(officer.get(&format!("{REGISTER}/cap")).await.location(), REGISTER, "nothing is left to issue");
        let page = officer.get(REGISTER).await;
        let rows = page.select("#so-cap tbody tr");
        assert_eq!(rows.len(), 3);
        for (row, (number, name)) in rows.iter().zip([("001/2021", "Ngô Thị Lựu"), ("002/2021", "Mạc Văn Đào"), ("003/2021", "Lều Văn Bưởi")]) {
            assert!(row.starts_with(number) && row.contains(name), "{row}");
        }
        let again = officer.send(REGISTER, &[]).await;
        assert!(again.says("Mọi giấy chứng nhận đã được cấp."), "{}", again.text());
        let sheet = page.attributes("#so-cap a[href$=pdf]", "href").remove(0);
        let sheet = officer.get(&sheet).await;
        assert!(sheet.bytes().starts_with(b"%PDF-"));
        assert_eq!(sheet.header("content-type"), "application/pdf");
        let register = certificates(&mut house.house().read().await.unwrap(), judged.edition).await.unwrap();
        let journal = lines_about(&mut house.house().read().await.unwrap(), &register[0].id.to_string()).await.unwrap();
        assert!(journal[0].event == "certificate.issued" && !journal[0].facts.contains(register[0].code.as_str()));
        assert_eq!(house.signed_in("thuky").await.get(REGISTER).await.status(), 403);
    }

    async fn nothing_is_issued_or_announced_before_the_decision(house: TestHouse) {
        let judged = province_opened(&house, &TOLD).await;
        proposed(&judged).await;
        let (head, edition) = (judged.head, judged.edition);
        let issued = house.perform(head, move |act| Box::pin(issue_certificates(act, edition))).await;
        assert_eq!(codes_of(issued), ["publication.not_decided"]);
        let command = Announce { edition, portal: String::new() };
        let announced = house.perform(head, move |act| Box::pin(announce(act, command.clone()))).await;
        assert_eq!(codes_of(announced), ["publication.not_decided"]);
        let page = house.signed_in("lanhdao").await.get(ANNOUNCEMENT).await;
        assert!(page.says("Chưa có quyết định thì chưa công bố được.") && page.select("main button").is_empty());
    }

    async fn anybody_checks_a_certificate_by_its_code(house: TestHouse) {
        let (_, codes) = issued(&house).await;
        let anybody = house.browser();
        let path = format!("/xac-minh/{}", codes[0]);
        let page = anybody.get(&path).await;
        assert_eq!(verdict(&page), (200, vec!["Có trong sổ cấp, còn giá trị".to_owned()]));
        for fact in ["Ngô Thị Lựu", "Giải Nhất", &title(0), "001/2021", "25/QĐ-BTC", "4/10/2021"] {
            assert!(page.says(fact), "{fact}: {}", page.text());
        }
        assert!(!page.says("Mạc Văn Đào"), "one certificate tells of one person");
        assert!(page.says("Giấy chứng nhận số 001/2021 cấp cho Ngô Thị Lựu: Đạt Giải Nhất"), "{}", page.text());
        assert_eq!(page.select(".ht-brand__name"), ["Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh"]);
        // As people type it.
        let typed = codes[0].to_lowercase().replace('-', "");
        let found = anybody.get(&format!("/xac-minh?ma={typed}")).await;
        assert_eq!((found.status(), found.location()), (303, path.as_str()));
        let wrong = anybody.get("/xac-minh?ma=xyz").await;
        assert_eq!(wrong.attributes(".govuk-error-summary a", "href"), ["#ma"], "{}", wrong.text());
        assert_eq!(wrong.attribute("#ma", "value").as_deref(), Some("xyz"));
        let other: String = codes[0].chars().map(|letter| if letter == '-' { '-' } else { 'Z' }).collect();
        let unknown = anybody.get(&format!("/xac-minh/{other}")).await;
        assert_eq!(verdict(&unknown), (404, vec!["Không có giấy mang mã này".to_owned()]));
        assert!(unknown.says("Liên hiệp các Hội Khoa học và Kỹ thuật"), "whom to ask: {}", unknown.text());

        let api: Value = anybody.get(&format!("/api/v1/certificates/{}", codes[0])).await.json();
        assert_eq!((&api["state"], &api["name"]), (&Value::from("valid"), &Value::from("Ngô Thị Lựu")));
        assert_eq!(anybody.get(&format!("/api/v1/certificates/{other}")).await.status(), 404);
        assert_eq!(anybody.get("/api/v1/certificates/xyz").await.status(), 422);
    }

    /// The telephone's way: from the square on the sheet to the page that confirms it.
    async fn the_square_on_the_sheet_leads_to_its_page(house: TestHouse) {
        let (_, codes) = issued(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let sheet = officer.get(REGISTER).await.attributes("#so-cap a[href$=pdf]", "href").remove(0);
        let squares = square_codes(officer.get(&sheet).await.bytes());
        let [address] = squares.as_slice() else { panic!("{squares:?}") };
        let path = address.strip_prefix("http://127.0.0.1:8080").expect("the public address");
        let page = house.browser().get(path).await;
        assert_eq!(verdict(&page), (200, vec!["Có trong sổ cấp, còn giá trị".to_owned()]));
        assert!(path.ends_with(&codes[0]) && page.says("Ngô Thị Lựu"), "{path}");
    }

    async fn a_code_has_more_chance_in_it_than_anybody_can_try(house: TestHouse) {
        let (_, codes) = issued(&house).await;
        let letters: Vec<usize> = codes.iter().map(|code| code.replace('-', "").len()).collect();
        assert!(letters.iter().all(|letters| letters * 5 >= 128), "{codes:?}");
        assert!(codes[0] != codes[1] && codes[1] != codes[2]);
    }

    async fn an_auditor_reads_the_register_and_changes_nothing(house: TestHouse) {
        let (judged, _) = issued(&house).await;
        house.account("giamsat", "Âu Thị Mơ", &[Role::Auditor]).await;
        let auditor = house.signed_in("giamsat").await;
        let page = auditor.get(REGISTER).await;
        assert_eq!(page.select("#so-cap tbody tr").len(), 3, "{}", page.text());
        assert!(page.attributes("main a[href$=thu-hoi], main a[href$=cap-lai], main a[href$=cong-bo]", "href").is_empty());
        assert!(page.select("main button").is_empty(), "{:?}", page.select("main button"));
        assert_eq!(auditor.send(REGISTER, &[]).await.status(), 403);
        let first = certificates(&mut house.house().read().await.unwrap(), judged.edition).await.unwrap().remove(0);
        assert!(auditor.get(&format!("{REGISTER}/{}/pdf", first.id)).await.bytes().starts_with(b"%PDF-"));
    }

    async fn the_public_reads_nothing_of_the_result_before_it_is_announced(house: TestHouse) {
        decided(&house).await;
        let anybody = house.browser();
        for path in [RESULT, SOLUTIONS, EDITION] {
            let page = anybody.get(path).await;
            assert_eq!(page.status(), 200, "{path}");
            assert!(!page.text().contains(&title(0)) && !page.text().contains("Ngô Thị Lựu"), "{path}");
        }
        for path in [format!("{RESULT}.json"), format!("{RESULT}/quyet-dinh")] {
            assert_eq!(anybody.get(&path).await.status(), 404, "{path}");
        }
        // The register cannot tell it earlier.
        let officer = house.signed_in("chuyenvien").await;
        let register = officer.get(&format!("{EDITION}/van-ban")).await;
        let decision = register.attributes("main a", "href").into_iter().find(|href| href.contains("/van-ban/") && href.len() > 50).unwrap();
        assert!(officer.get(&decision).await.select("form[action$='cong-khai']").is_empty());
        let by_hand = officer.send(&format!("{decision}/cong-khai"), &[("public", "co")]).await;
        assert_eq!(by_hand.status(), 422, "{}", by_hand.text());
    }

    async fn the_announcement_is_read_back_and_made_once(house: TestHouse) {
        decided(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        assert!(officer.get(ANNOUNCEMENT).await.says("Quyết định trao giải"));
        let unread = officer.send(ANNOUNCEMENT, &[]).await;
        assert_eq!(unread.attributes(".govuk-error-summary a", "href"), ["#read"]);
        assert!(unread.says("Kế hoạch ghi 15/10/2021; hôm nay 5/10/2021."), "{}", unread.text());
        assert!(unread.says("2 giải với tên 3 tác giả; Quyết định 25/QĐ-BTC ngày 04/10/2021"), "{}", unread.text());
        assert_eq!(house.browser().get(&format!("{RESULT}.json")).await.status(), 404, "it was only read");
        let announced = officer.send(ANNOUNCEMENT, &[("read", "co")]).await;
        assert_eq!(announced.location(), RESULT, "{}", announced.text());
        let again = officer.send(ANNOUNCEMENT, &[("read", "co")]).await;
        assert!(again.says("Kết quả đã được công bố lúc"), "{}", again.text());

        let managed = officer.get("/ky/quang-ninh-viii/quan-ly").await.select(".govuk-summary-list__value");
        assert!(managed[0].starts_with("Đã công bố kết quả lúc") && managed[0].ends_with("2021"), "{managed:?}");
        assert_ne!(managed[0].split_once("lúc").unwrap().1.trim(), managed[1], "each state with its own instant");
        // The act came before its day: the line and the first page say that it is done.
        let first = house.browser().get("/").await;
        assert!(first.says("Đã công bố kết quả") && !first.says("Đã hết hạn nhận hồ sơ"), "{}", first.text());
        assert!(first.says("Công bố kết quả (đã xong)"), "{}", first.text());
    }

    async fn the_public_reads_winners_by_name_and_prize(house: TestHouse) {
        everybody_reads(&decided(&house).await).await;
        let anybody = house.browser();
        let result = anybody.get(RESULT).await;
        assert!(result.says("Ngô Thị Lựu, Mạc Văn Đào") && result.says("25/QĐ-BTC ngày 4/10/2021"), "{}", result.text());
        assert_eq!(result.select("tr.ht-threshold"), ["Y dược", "Y dược"], "by prize, and in it by category");
        assert!(!result.text().contains("Tiêu Văn Khế") && !result.text().contains(&title(2)), "winners only");
        let json: Value = anybody.get(&format!("{RESULT}.json")).await.json();
        assert_eq!(json["prizes"][0]["authors"][1], "Mạc Văn Đào");
        assert!(anybody.get(&format!("{RESULT}/quyet-dinh")).await.bytes().starts_with(b"%PDF-"));
        let reader = house.browser();
        reader.get("/").await;
        reader.send("/ngon-ngu", &[("ngon_ngu", "en"), ("ve", RESULT)]).await;
        assert!(reader.get(RESULT).await.says("25/QĐ-BTC of 4 October 2021"), "{}", reader.get(RESULT).await.text());
        assert!(reader.get(EDITION).await.says("Quyết định (decision)"));
    }

    async fn a_name_whose_consent_is_taken_back_leaves_the_result(house: TestHouse) {
        let judged = decided(&house).await;
        everybody_reads(&judged).await;
        let anybody = house.browser();
        assert!(anybody.get(RESULT).await.says("Ngô Thị Lựu, Mạc Văn Đào"));
        let page = format!("/ho-so/{}/dong-thuan", judged.entries[0]);
        let secretary = house.signed_in("thuky").await;
        let author = secretary.get(&page).await.attributes("main input[name=author]", "value")[1].clone();
        let back = [("author", author.as_str()), ("step", "withdraw:publish_name"), ("guardian", "")];
        assert_eq!(secretary.send(&page, &back).await.location(), page);
        let result = anybody.get(RESULT).await;
        assert!(result.says("Ngô Thị Lựu, (Tác giả chưa đồng ý nêu tên)"), "{}", result.text());
        let programs = [format!("{RESULT}.json"), "/api/v1/awards?edition=quang-ninh-viii".to_owned()];
        for door in programs {
            let told = anybody.get(&door).await.text();
            assert!(told.contains("Ngô Thị Lựu") && !told.contains("Mạc Văn Đào"), "{door}: {told}");
        }
    }

    async fn the_public_reads_titles_by_category_and_never_a_description(house: TestHouse) {
        everybody_reads(&decided(&house).await).await;
        let anybody = house.browser();
        let solutions = anybody.get(SOLUTIONS).await;
        assert_eq!(solutions.select("#giai-phap tbody tr").len(), 3);
        assert!(!solutions.text().contains("Tiêu Văn Khế"), "titles, no names");
        for (category, titles) in [("y-duoc", 3), ("vat-lieu-nang-luong", 0)] {
            let some = anybody.get(&format!("{SOLUTIONS}?linh-vuc={category}")).await;
            assert_eq!(some.select("#giai-phap tbody tr").len(), titles, "{category}");
        }
        for page in [&anybody.get(RESULT).await, &solutions, &anybody.get(EDITION).await] {
            assert!(!page.text().contains("Bí quyết"), "a description would end the solution's novelty");
            assert!(!page.text().contains("0203 000 0001"));
        }
    }

    async fn until_the_announcement_the_public_reads_titles_alone_and_then_the_list_with_prizes(house: TestHouse) {
        let judged = decided(&house).await;
        let anybody = house.browser();
        let titles = "/ky/quang-ninh-viii/danh-sach";
        for page in [SOLUTIONS, EDITION] {
            assert!(anybody.get(page).await.attributes("main a", "href").contains(&titles.to_owned()), "{page}");
        }
        assert!(anybody.get(titles).await.select("main tbody tr").is_empty(), "nobody published them");
        assert_eq!(published(&house, judged.secretary, (judged.edition, Listing::Titles)).await, ["done"]);
        let before = anybody.get(titles).await;
        assert_eq!((before.select("main tbody tr").len(), before.text().contains("QN8-")), (3, false));
        everybody_reads(&judged).await;
        let after = anybody.get(&format!("{titles}?linh-vuc=y-duoc")).await;
        assert_eq!((after.status(), after.location()), (303, "/ky/quang-ninh-viii/giai-phap?linh-vuc=y-duoc&trang=1"));
        for (words, found) in [("qn8", 3), ("khong+co", 0)] {
            let list = anybody.get(&format!("{SOLUTIONS}?linh-vuc=y-duoc&q={words}")).await;
            assert_eq!(list.select("#giai-phap tbody tr").len(), found, "{words}");
            assert_eq!(list.attribute("input[name=linh-vuc]", "value").as_deref(), Some("y-duoc"), "the category stays");
        }
    }

    /// The receipt and the letter of admission promise it.
    async fn authors_and_units_are_written_their_own_result_and_nobody_else_s(house: TestHouse) {
        let judged = decided(&house).await;
        house.account_for("daumoi", "Đỗ Thị Mối", &[(Role::UnitContact, Scope::Unit(judged.unit))]).await;
        let before = outbox_mails(&mut house.house().read().await.unwrap(), 100).await.unwrap().len();
        let page = house.signed_in("chuyenvien").await.get(ANNOUNCEMENT).await;
        assert!(page.says("thư tới tác giả, 1 thư tới đầu mối đơn vị."), "{}", page.text());
        assert_eq!(house.signed_in("chuyenvien").await.send(ANNOUNCEMENT, &[("read", "co")]).await.location(), RESULT);
        let mut mails = outbox_mails(&mut house.house().read().await.unwrap(), 100).await.unwrap();
        mails.truncate(mails.len() - before);
        mails.sort_by(|one, other| one.recipient.cmp(&other.recipient));
        let to: Vec<&str> = mails.iter().map(|mail| mail.recipient.as_str()).collect();
        assert_eq!(to, ["daumoi@vidu.invalid", "tg1a@vidu.invalid", "tg1b@vidu.invalid", "tg2a@vidu.invalid", "tg3a@vidu.invalid"]);
        for (mail, (own, says)) in mails[1..].iter().zip([(0, "đạt Giải Nhất."), (0, "đạt Giải Nhất."), (1, "đạt Giải"), (2, "không có trong danh sách đoạt giải")]) {
            assert!(mail.subject.contains("đã công bố kết quả: hồ sơ QN8-"), "{}", mail.subject);
            assert!(mail.body.contains(says) && mail.body.contains(&format!("http://127.0.0.1:8080{RESULT}")), "{}", mail.body);
            let titles = (0..3).filter(|place| mail.body.contains(&title(*place))).collect::<Vec<_>>();
            assert_eq!(titles, [own], "{}", mail.body);
            assert!(!mail.body.contains("điểm"), "{}", mail.body);
        }
        let unit = &mails[0].body;
        assert!(unit.contains("Trường Cao đẳng Chim Én") && unit.contains("Giải Nhất") && !unit.contains("điểm"), "{unit}");
        assert!(unit.contains(&format!("“{}”: không có trong danh sách đoạt giải", title(2))), "{unit}");
    }

    /// Even where dossiers are still received, as in a contest by the machine's clock.
    async fn the_first_page_leads_to_the_result_as_soon_as_there_is_one(house: TestHouse) {
        decided(&house).await;
        let links = async || house.browser().get("/").await.attributes("main a", "href");
        assert!(links().await.contains(&EDITION.to_owned()) && !links().await.contains(&RESULT.to_owned()));
        assert_eq!(house.signed_in("chuyenvien").await.send(ANNOUNCEMENT, &[("read", "co")]).await.location(), RESULT);
        for clock in ["2021-06-18T09:00:00+07:00", "2021-10-08T09:00:00+07:00"] {
            house.set_clock(clock);
            assert!(links().await.contains(&RESULT.to_owned()), "{clock}");
        }
    }

    async fn the_edition_s_page_says_until_when_dossiers_are_received(house: TestHouse) {
        province_opened(&house, &TOLD[..1]).await;
        let anybody = house.browser();
        for (clock, says) in [
            ("2021-06-18T09:00:00+07:00", "Nhận hồ sơ đến 17 giờ 00, thứ Tư, ngày 30/6/2021 còn 12 ngày"),
            ("2021-06-30T16:59:00+07:00", "ngày cuối cùng"),
            ("2021-06-30T17:00:00+07:00", "Đã hết hạn nhận hồ sơ ngày 30/6/2021"),
        ] {
            house.set_clock(clock);
            let page = anybody.get(EDITION).await;
            assert!(page.says(says), "{clock}: {}", page.text());
            assert_eq!(page.text().contains("/nop-ho-so"), !says.starts_with("Đã hết"), "{clock}");
        }
    }

    /// From the opening to the announcement the desk says whose turn it is.
    async fn the_desk_says_what_follows_the_opening(house: TestHouse) {
        let judged = province_opened(&house, &TOLD).await;
        let nothing = Vec::<String>::new();
        let todo = async |login: &str| house.signed_in(login).await.get("/ban-lam-viec").await.select(".ht-todo__verb");
        assert_eq!((todo("thuky").await, todo("lanhdao").await), (vec!["Đề nghị giải thưởng".to_owned()], nothing.clone()));
        proposed(&judged).await;
        assert_eq!((todo("thuky").await, todo("chuyenvien").await), (nothing.clone(), nothing.clone()));
        assert_eq!(todo("lanhdao").await, ["Quyết định trao giải"]);
        house.set_clock("2021-10-05T09:00:00+07:00");
        decided_on(&judged, "25/QĐ-BTC", date(2021, 10, 4)).await.unwrap();
        assert_eq!(todo("chuyenvien").await, ["Cấp giấy chứng nhận", "Công bố kết quả"]);
        let edition = judged.edition;
        house.perform(judged.head, move |act| Box::pin(issue_certificates(act, edition))).await.unwrap();
        assert_eq!(todo("lanhdao").await, ["Công bố kết quả"]);
        house.perform(judged.head, move |act| Box::pin(announce(act, Announce { edition, portal: String::new() }))).await.unwrap();
        assert_eq!(todo("chuyenvien").await, nothing);
    }
}
