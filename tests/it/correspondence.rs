//! The register of documents: the chain of bases, the signature, the sheet, who may read.

mod putting_right;

use hoithi_correspondence::{DocumentCard, documents_of};
use hoithi_edition::{Launch, SetUp, launch, set_up};
use hoithi_journal::lines_about;
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::edition::books;
use hoithi_rules::ids::{DocumentId, EditionId};
use hoithi_rules::people::Role;
use hoithi_testkit::{Answer, Browser, TestHouse, both};
use jiff::civil::date;
use serde_json::Value;

use crate::register::texts_of;

pub(crate) const REGISTER: &str = "/ky/quang-ninh-viii/van-ban";

/// Ends that make a PDF; what is between does not matter here.
pub(crate) const SCAN: &[u8] = b"%PDF-1.7\n1 0 obj<<>>endobj\nstartxref\n9\n%%EOF\n";

/// The section of the letter with its five dashes.
const LETTER_TEXT: &str =
    "Để công tác tổ chức Hội thi đảm bảo tiến độ, đề nghị UBND các huyện, thị xã, thành phố triển khai:
**1. Về tổ chức triển khai Hội thi:**
- Chỉ đạo triển khai Kế hoạch, Thể lệ Hội thi tại địa phương; báo cáo kết quả thực hiện;
- Tổ chức tuyên truyền, phổ biến Thể lệ Hội thi; vận động gửi đề tài, giải pháp;
- Tổ chức phát động phong trào đổi mới sáng tạo;
- Có hình thức khen thưởng phù hợp đối với các tập thể, cá nhân;
- Khuyến khích các địa phương tổ chức Hội thi của địa phương.
**2. Thời gian, tiến độ thực hiện:** Theo Thể lệ, Kế hoạch đã được phê duyệt./.";

/// The launched eighth edition, its leader and its officer.
pub(crate) async fn launched(house: &TestHouse) -> EditionId {
    let leader = house.account("lanh.dao", "Phạm Văn Quyết", &[Role::AgencyHead]).await;
    house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
    let text = books::QUANG_NINH_VIII.to_owned();
    let id = house
        .perform(leader, move |act| Box::pin(set_up(act, SetUp { text: text.clone(), parent: None, unit: None })))
        .await
        .unwrap();
    let command = Launch { edition: id, seen: 1, paper: None };
    house.perform(leader, move |act| Box::pin(launch(act, command.clone()))).await.unwrap();
    id
}

/// A document that another body issued, entered by its number and day.
pub(crate) async fn receive(officer: &Browser, number: &str, day: &str, subject: &str, bases: &[DocumentId]) -> Answer {
    let bases: Vec<String> = bases.iter().map(ToString::to_string).collect();
    let mut fields = vec![
        ("kind", if number.contains("KH") { "plan" } else { "decision" }),
        ("issuer", if number.contains("UBND") { "UBND tỉnh" } else { "Ban Tổ chức Hội thi" }),
        ("number", number),
        ("date", day),
        ("subject", subject),
        ("public", "co"),
    ];
    fields.extend(bases.iter().map(|basis| ("bases", basis.as_str())));
    read_and_send(officer, &format!("{REGISTER}/vao-so"), &fields, &[("file", "ban-quet.pdf", SCAN)]).await
}

/// Sends a form whose number and day are read back first, and sends it again as it was read.
pub(crate) async fn read_and_send(
    browser: &Browser,
    path: &str,
    fields: &[(&str, &str)],
    files: &[(&str, &str, &[u8])],
) -> Answer {
    let first = browser.send_files(path, fields, &[]).await;
    let Some(read) = first.attribute("input[name=read]", "value") else { return first };
    let mut fields = [fields, &[("read", read.as_str())]].concat();
    // An account of another name says that the signature is the printed person's.
    if !first.attributes("input[name=printed]", "name").is_empty() {
        fields.push(("printed", "co"));
    }
    browser.send_files(path, &fields, files).await
}

/// Where a saved document is; a refusal stops the story with its page.
pub(crate) fn saved(answer: &Answer) -> DocumentId {
    assert_eq!(answer.status(), 303, "{:?}", answer.select(".govuk-error-summary a"));
    answer.location().rsplit('/').next().unwrap().parse().unwrap()
}

pub(crate) fn letter_fields<'a>(text: &'a str, bases: &'a [String]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("kind", "official_letter"),
        ("issuer", "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Quảng Ninh"),
        ("symbol", "LHH-KHCN"),
        ("place", "Quảng Ninh"),
        ("subject", "V/v: Tổ chức triển khai Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh lần thứ VIII, năm 2020 - 2021"),
        ("addressees", "UBND các huyện, thị xã, thành phố"),
        ("text", text),
        ("recipients", "Như trên;\nLưu: VT, KHCN."),
        ("capacity", "for_head"),
        ("in_place_of", "Chủ tịch"),
        ("position", "Phó Chủ tịch"),
        ("signer", "Phạm Văn Quyết"),
        ("public", "co"),
    ];
    fields.extend(bases.iter().map(|basis| ("bases", basis.as_str())));
    fields
}

/// The chain 1594 → 85 → 86 and the letter's draft on it.
pub(crate) async fn chain(officer: &Browser) -> [DocumentId; 4] {
    let regulation = saved(&receive(officer, "1594/QĐ-UBND", "18/5/2020", "Ban hành Quy chế hoạt động", &[]).await);
    let rules = saved(&receive(officer, "85/QĐ-BTC", "27/7/2020", "Ban hành Thể lệ Hội thi", &[regulation]).await);
    let plan = saved(&receive(officer, "86/KH-BTC", "27/7/2020", "Tổ chức Hội thi", &[regulation, rules]).await);
    let bases: Vec<String> = [regulation, rules, plan].iter().map(ToString::to_string).collect();
    let draft = officer.send(&format!("{REGISTER}/moi"), &letter_fields(LETTER_TEXT, &bases)).await;
    [regulation, rules, plan, saved(&draft)]
}

/// The letter, signed on 19/8/2020 as number 213.
pub(crate) async fn signed_letter(house: &TestHouse) -> DocumentId {
    let officer = house.signed_in("chuyen.vien").await;
    let [.., letter] = chain(&officer).await;
    let signed = sign(&officer, letter, "213/LHH-KHCN", "19/8/2020", true).await;
    assert_eq!(signed.status(), 303, "{}", signed.text());
    letter
}

/// A second signed letter, which gives three tasks and no five.
pub(crate) async fn letter_of_three_dashes(officer: &Browser) -> DocumentId {
    let text = "Đề nghị các đơn vị:\n- Cử một cán bộ đầu mối;\n- Phổ biến Thể lệ;\n- Báo cáo kết quả./.";
    let letter = saved(&officer.send(&format!("{REGISTER}/moi"), &letter_fields(text, &[])).await);
    let signed = sign(officer, letter, "214/LHH-KHCN", "19/8/2020", true).await;
    assert_eq!(signed.status(), 303, "{}", signed.text());
    letter
}

/// A signed letter with dashes as the shipped template has them, and one that is none of the tasks.
pub(crate) async fn letter_of_the_template(officer: &Browser) -> DocumentId {
    let text = "Đề nghị các đơn vị:
- Cử một cán bộ đầu mối và gửi họ tên, số điện thoại về cơ quan thường trực;
- Phổ biến Thể lệ trên cổng thông tin điện tử;
- Vận động người lao động gửi giải pháp tham gia;
- Khen thưởng tập thể, cá nhân có thành tích trong Hội thi;
- Bố trí kinh phí thực hiện;
- Báo cáo kết quả thực hiện./.";
    let mut fields = letter_fields(text, &[]);
    fields.retain(|(name, _)| *name != "addressees");
    fields.push(("addressees", "Các sở, ban, ngành\nUBND các xã, phường"));
    let letter = saved(&officer.send(&format!("{REGISTER}/moi"), &fields).await);
    let signed = sign(officer, letter, "215/LHH-KHCN", "19/8/2020", true).await;
    assert_eq!(signed.status(), 303, "{}", signed.text());
    letter
}

pub(crate) async fn sign(browser: &Browser, letter: DocumentId, number: &str, day: &str, with_scan: bool) -> Answer {
    let path = format!("{REGISTER}/{letter}/ghi-so");
    let version = browser.get(&path).await.attribute("input[name=version]", "value").unwrap_or_default();
    let fields = [("number", number), ("date", day), ("version", version.as_str())];
    let scan: &[(&str, &str, &[u8])] = if with_scan { &[("file", "da-ky.pdf", SCAN)] } else { &[] };
    read_and_send(browser, &path, &fields, scan).await
}

async fn cards(house: &TestHouse, edition: EditionId) -> Vec<DocumentCard> {
    documents_of(&mut house.house().read().await.unwrap(), edition).await.unwrap()
}

fn slug_of(book: &str) -> String {
    let line = book.lines().find(|line| line.starts_with("slug = ")).unwrap();
    line.trim_start_matches("slug = ").trim_matches('"').to_owned()
}

/// How many documents a program is told of.
async fn listed(browser: &Browser) -> Option<u64> {
    browser.get("/api/v1/documents?edition=quang-ninh-viii").await.json::<Value>()["count"].as_u64()
}

both! {
    async fn the_register_says_which_papers_the_rules_rest_on_it_does_not_have(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let page = officer.get(REGISTER).await;
        assert!(page.says("Thể lệ nêu 3 văn bản chưa có trong sổ"), "{}", page.text());
        let links = page.attributes("#can-cu a", "href");
        assert_eq!(links.len(), 3);
        let form = officer.get(&links[2]).await;
        let field = |name: &str| form.attribute(&format!("#{name}"), "value").unwrap_or_default();
        assert_eq!((field("number").as_str(), field("date").as_str()), ("86/KH-BTC", "27/7/2020"));
        assert_eq!(field("issuer"), "Ban Tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh");
        assert_eq!(form.attributes("#kind option[selected]", "value"), ["plan"]);
        assert!(!form.says("Vui lòng chọn lại tệp"));
        assert!(form.attributes("#public[checked]", "name").is_empty(), "nobody said yet that everybody may read it");
        assert_eq!(officer.get(&format!("{REGISTER}/vao-so?can-cu=4")).await.status(), 404);
        chain(&officer).await;
        assert!(officer.get(REGISTER).await.select("#can-cu a").is_empty());
    }

    async fn the_letter_names_what_it_rests_on_and_each_basis_what_rests_on_it(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let [regulation, rules, _, letter] = chain(&officer).await;
        let page = officer.get(&format!("{REGISTER}/{letter}")).await;
        assert_eq!(
            page.select(".ht-box a"),
            ["Quyết định 1594/QĐ-UBND ngày 18/5/2020", "Quyết định 85/QĐ-BTC ngày 27/7/2020", "Kế hoạch 86/KH-BTC ngày 27/7/2020"]
        );
        assert_eq!(
            page.select(".ht-paper__text em"),
            [
                "Căn cứ Quyết định số 1594/QĐ-UBND ngày 18/5/2020 của UBND tỉnh về việc ban hành Quy chế hoạt động;",
                "Căn cứ Quyết định số 85/QĐ-BTC ngày 27/7/2020 của Ban Tổ chức Hội thi về việc ban hành Thể lệ Hội thi;",
                "Căn cứ Kế hoạch số 86/KH-BTC ngày 27/7/2020 của Ban Tổ chức Hội thi về việc tổ chức Hội thi.",
            ]
        );
        let back = officer.get(&format!("{REGISTER}/{rules}")).await;
        assert_eq!(back.select(".ht-box a"), ["Quyết định 1594/QĐ-UBND ngày 18/5/2020", "Kế hoạch 86/KH-BTC ngày 27/7/2020", "Công văn"]);
        assert!(officer.get(&format!("{REGISTER}/{regulation}")).await.says("Văn bản căn cứ vào văn bản này"));
    }

    async fn the_draft_prints_without_number_and_the_signed_letter_with_it(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let [.., letter] = chain(&officer).await;
        let draft = officer.get(&format!("{REGISTER}/{letter}")).await;
        assert_eq!(draft.select(".ht-paper__number"), ["Số: …/LHH-KHCN"]);
        assert_eq!(draft.select(".ht-paper__place"), ["Quảng Ninh, ngày … tháng … năm …"]);
        assert_eq!(sign(&officer, letter, "213/LHH-KHCN", "19/8/2020", true).await.status(), 303);
        let signed = officer.get(&format!("{REGISTER}/{letter}")).await;
        assert_eq!(signed.select(".ht-paper__number"), ["Số: 213/LHH-KHCN"]);
        assert_eq!(signed.select(".ht-paper__place"), ["Quảng Ninh, ngày 19 tháng 8 năm 2020"]);
        assert_eq!(signed.select(".ht-paper__post"), ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]);
        let pdf = officer.get(&format!("{REGISTER}/{letter}/pdf")).await;
        assert_eq!((pdf.status(), pdf.header("content-type")), (200, "application/pdf"));
        assert_eq!(pdf.header("content-security-policy"), "default-src 'none'; frame-ancestors 'self'");
        assert!(pdf.bytes().starts_with(b"%PDF-"));
        assert_eq!(officer.get(&format!("{REGISTER}/{letter}/tep")).await.bytes(), SCAN);
        let edit = officer.get(&format!("{REGISTER}/{letter}/sua")).await;
        assert_eq!(edit.status(), 404, "what is signed stands");
    }

    async fn a_letter_is_its_addressees_and_not_everybody_s_unless_somebody_says_so(house: TestHouse) {
        launched(&house).await;
        let form = house.signed_in("chuyen.vien").await.get(&format!("{REGISTER}/moi")).await;
        assert!(form.attributes("input[name=public]", "checked").is_empty());
    }

    async fn a_draft_is_put_forward_and_stands_on_the_leader_s_desk_until_it_is_signed(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let leader = house.signed_in("lanh.dao").await;
        let [.., letter] = chain(&officer).await;
        let path = format!("{REGISTER}/{letter}");
        let waiting = async || leader.get("/ban-lam-viec").await.select(".ht-todo__what").into_iter().filter(|todo| todo.starts_with("Văn bản chờ ký: Công văn")).count();
        assert_eq!(waiting().await, 0, "a draft is the officer's until it is put forward");
        let version = officer.get(&path).await.attribute("input[name=version]", "value").unwrap();
        assert_eq!(officer.send(&format!("{path}/trinh-ky"), &[("version", &version)]).await.status(), 303);
        assert_eq!(waiting().await, 1);
        assert!(leader.get(&path).await.says("Đã trình ký lúc"));
        assert!(leader.get(&format!("{path}/ghi-so")).await.says("In, ký, rồi ghi số và ngày ở đây"));
        assert!(officer.get(&format!("{path}/ghi-so")).await.says("In, trình ký, rồi ghi lại ở đây"));
        // A changed draft is another paper.
        let edit = officer.get(&format!("{path}/sua")).await.attribute("input[name=version]", "value").unwrap();
        let changed = [&letter_fields("Nội dung sửa lại./.", &[])[..], &[("version", edit.as_str())]].concat();
        assert_eq!(officer.send(&format!("{path}/sua"), &changed).await.status(), 303);
        assert_eq!(waiting().await, 0);
        let version = officer.get(&path).await.attribute("input[name=version]", "value").unwrap();
        assert_eq!(officer.send(&format!("{path}/trinh-ky"), &[("version", &version)]).await.status(), 303);
        assert_eq!(sign(&leader, letter, "213/LHH-KHCN", "19/8/2020", false).await.status(), 303);
        assert_eq!(waiting().await, 0, "signed");
        assert_ne!(officer.send(&format!("{path}/trinh-ky"), &[("version", "9")]).await.status(), 303);
    }

    async fn what_was_signed_is_not_printed_anew(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let [_, rules, _, letter] = chain(&officer).await;
        assert_eq!(sign(&officer, letter, "213/LHH-KHCN", "19/8/2020", true).await.status(), 303);
        let pdf = format!("{REGISTER}/{letter}/pdf");
        let signed = officer.get(&pdf).await;
        let rename = "UPDATE documents SET subject = 'Tên đã đổi' WHERE id = $1";
        assert_eq!(house.tamper(rename, hoithi_store::params![rules.uuid()]).await, 1);
        assert!(officer.get(&pdf).await.bytes() == signed.bytes());
        let published = officer.send(&format!("{REGISTER}/{letter}/cong-khai"), &[("public", "co")]).await;
        assert_eq!(published.status(), 303);
        assert!(house.browser().get(&format!("/van-ban/{letter}/pdf")).await.bytes() == signed.bytes());
    }

    async fn a_table_typed_in_bars_is_a_table(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let text = "Lịch làm việc:\n| Ngày | Việc |\n|-:|---|\n| 5/8 | Gửi \\| nhận công văn |\n| **Cộng** | **1 việc** |";
        let draft = saved(&officer.send(&format!("{REGISTER}/moi"), &letter_fields(text, &[])).await);
        let page = officer.get(&format!("{REGISTER}/{draft}")).await;
        assert_eq!(page.select(".ht-paper th"), ["Ngày", "Việc"]);
        assert_eq!(page.select(".ht-paper td"), ["5/8", "Gửi | nhận công văn", "Cộng", "1 việc"]);
        assert_eq!(page.select(".ht-paper td strong"), ["Cộng", "1 việc"]);
        assert!(officer.get(&format!("{REGISTER}/{draft}/pdf")).await.bytes().starts_with(b"%PDF-"));
    }

    async fn an_officer_signs_nothing_without_the_leader_s_paper_and_the_journal_shows_both(house: TestHouse) {
        let edition = launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let [.., letter] = chain(&officer).await;
        let form = officer.get(&format!("{REGISTER}/{letter}/ghi-so")).await;
        assert!(form.says("Chưa có bản quét") && form.says("Ký, số ghi sau"), "what to do without one: {}", form.text());
        let refused = sign(&officer, letter, "213/LHH-KHCN", "19/8/2020", false).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#file"]);
        assert_eq!(refused.attribute("input[name=number]", "value").as_deref(), Some("213/LHH-KHCN"));
        let empty = sign(&officer, letter, "/LHH-KHCN", "", false).await;
        assert_eq!(empty.attributes(".govuk-error-summary a", "href"), ["#number", "#date"]);
        assert!(empty.says("Vui lòng ghi số, ký hiệu văn bản"), "{}", empty.text());
        assert_eq!(sign(&officer, letter, "213/LHH-KHCN", "19/8/2020", true).await.status(), 303);
        let mut db = house.house().read().await.unwrap();
        let lines = lines_about(&mut db, &letter.to_string()).await.unwrap();
        let signed = lines.iter().find(|line| line.event == "document.signed").unwrap();
        let paper: Value = serde_json::from_str(signed.acting_for.as_deref().unwrap()).unwrap();
        assert_eq!((&paper["role"], &paper["paper"], &paper["day"]), (&"agency_head".into(), &"213/LHH-KHCN".into(), &"2020-08-19".into()));
        assert!(!signed.facts.contains("Quyết") && !paper.to_string().contains("Quyết"), "no names in the journal");
        let number = DocumentNumber::parse("213/LHH-KHCN", 2020).unwrap();
        let card = cards(&house, edition).await.into_iter().find(|card| card.id == letter).unwrap();
        assert_eq!(card.signed, Some((number, date(2020, 8, 19))));
    }

    /// A slip of the finger is seen before it stands in the register, without a script.
    async fn number_and_day_are_read_back_before_they_are_recorded(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let [.., letter] = chain(&officer).await;
        let path = format!("{REGISTER}/{letter}/ghi-so");
        let version = officer.get(&path).await.attribute("input[name=version]", "value").unwrap();
        let fields = [("number", "213/LHH-KHCN"), ("date", "19/8/2020"), ("version", version.as_str())];
        let scan: &[(&str, &str, &[u8])] = &[("file", "da-ky.pdf", SCAN)];
        let read = officer.send_files(&path, &fields, scan).await;
        assert!(read.says("Sẽ ghi: số 213/LHH-KHCN ngày 19/8/2020") && !read.says("cách hôm nay"), "{}", read.text());
        let token = read.attribute("input[name=read]", "value").unwrap();
        let other = [("number", "231/LHH-KHCN"), ("date", "19/8/2020"), ("version", version.as_str()), ("read", &token)];
        assert!(officer.send_files(&path, &other, scan).await.says("Sẽ ghi: số 231/LHH-KHCN"), "another number is read anew");
        let change = [&fields[..], &[("read", token.as_str()), ("step", "change")]].concat();
        let back = officer.send_files(&path, &change, &[]).await;
        assert_eq!(back.attribute("#number", "value").as_deref(), Some("213/LHH-KHCN"), "what was typed is there");
        let stage = officer.get(&format!("{REGISTER}/{letter}")).await.select("[aria-current=step]").join(" ");
        assert!(stage.contains("Dự thảo"), "nothing is recorded yet: {stage}");

        let old = [("kind", "decision"), ("issuer", "UBND tỉnh"), ("number", "9/QĐ-UBND"), ("date", "19/5/2020"), ("subject", "Việc cũ")];
        let old = officer.send_files(&format!("{REGISTER}/vao-so"), &old, &[]).await;
        assert!(old.says("Ngày này cách hôm nay 92 ngày"), "{}", old.text());
        let later = [("kind", "decision"), ("issuer", "UBND tỉnh"), ("number", "9/QĐ-UBND"), ("date", "20/8/2020"), ("subject", "Việc sau")];
        let later = officer.send_files(&format!("{REGISTER}/vao-so"), &later, &[]).await;
        assert_eq!(later.attributes(".govuk-error-summary a", "href"), ["#date"], "a day to come is refused, not warned of");
    }

    /// Until something stands on it; what stood before stays to be read.
    async fn a_wrong_number_is_put_right_until_the_next_step(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let rules = saved(&receive(&officer, "58/QĐ-BTC", "27/7/2020", "Ban hành Thể lệ Hội thi", &[]).await);
        let (here, path) = (format!("{REGISTER}/{rules}"), format!("{REGISTER}/{rules}/sua-so"));
        let offered = async || officer.get(&here).await.attribute("a[href$=sua-so]", "href").is_some();
        assert!(offered().await);
        let version = officer.get(&path).await.attribute("input[name=version]", "value").unwrap();
        let correct = async |number: &str, reason: &str| {
            let fields = [("number", number), ("date", "27/7/2020"), ("version", &version), ("reason", reason)];
            read_and_send(&officer, &path, &fields, &[]).await
        };
        assert_eq!(correct("85/QĐ-BTC", "").await.attributes(".govuk-error-summary a", "href"), ["#reason"]);
        assert!(correct("58/QĐ-BTC", "Gõ nhầm").await.says("Chưa có gì để sửa"));
        assert_eq!(correct("85/QĐ-BTC", "Gõ nhầm số").await.status(), 303);
        let page = officer.get(&here).await;
        assert!(page.says("Trước đây ghi số 58/QĐ-BTC ngày 27/7/2020") && page.says("Gõ nhầm số"), "{}", page.text());
        assert_eq!(page.select("title").len(), 1);
        let mut db = house.house().read().await.unwrap();
        let lines = lines_about(&mut db, &rules.to_string()).await.unwrap();
        let line = lines.iter().find(|line| line.event == "document.renumbered").unwrap();
        let facts: Value = serde_json::from_str(&line.facts).unwrap();
        assert_eq!((&facts["number"], &facts["old_number"]), (&"85/QĐ-BTC".into(), &"58/QĐ-BTC".into()));
        drop(db);
        assert!(!correct("86/QĐ-BTC", "Lại nhầm").await.says("Đã sửa"), "that page is old");

        saved(&receive(&officer, "86/KH-BTC", "28/7/2020", "Tổ chức Hội thi", &[rules]).await);
        assert!(!offered().await, "a signed plan rests on it");
        let shut = officer.get(&path).await;
        assert!(shut.says("không sửa số và ngày được nữa") && shut.attribute("#number", "name").is_none(), "{}", shut.text());
        let late = [("number", "87/QĐ-BTC"), ("date", "27/7/2020"), ("version", &version), ("reason", "Nhầm nữa")];
        let late = read_and_send(&officer, &path, &late, &[]).await;
        assert!(late.says("không sửa số và ngày được nữa"), "{}", late.text());
    }

    /// Of the agency's own letter it is the leader's act, by the scan that is there; its sheet is printed anew.
    async fn a_wrong_number_of_an_own_letter_is_put_right_from_its_scan(house: TestHouse) {
        launched(&house).await;
        let letter = signed_letter(&house).await;
        house.account("thu.ky", "Hoàng Thị Cẩn", &[Role::ContestSecretary]).await;
        let (officer, secretary) = (house.signed_in("chuyen.vien").await, house.signed_in("thu.ky").await);
        let (pdf, path) = (format!("{REGISTER}/{letter}/pdf"), format!("{REGISTER}/{letter}/sua-so"));
        let before = officer.get(&pdf).await;
        let version = officer.get(&path).await.attribute("input[name=version]", "value").unwrap();
        let fields = [("number", "231/LHH-KHCN"), ("date", "19/8/2020"), ("version", &version), ("reason", "Đảo chữ số")];
        assert_eq!(read_and_send(&secretary, &path, &fields, &[]).await.status(), 403, "no signature is hers to record");
        assert_eq!(read_and_send(&officer, &path, &fields, &[]).await.status(), 303);
        let page = officer.get(&format!("{REGISTER}/{letter}")).await;
        assert_eq!(page.select(".ht-paper__number"), ["Số: 231/LHH-KHCN"]);
        assert!(officer.get(&pdf).await.bytes() != before.bytes());
        let lines = lines_about(&mut house.house().read().await.unwrap(), &letter.to_string()).await.unwrap();
        let line = lines.iter().find(|line| line.event == "document.renumbered").unwrap();
        assert!(line.acting_for.as_deref().is_some_and(|paper| paper.contains("231/LHH-KHCN")), "{:?}", line.acting_for);
        assert!(page.says("Bản quét có từ trước khi sửa số, ngày"), "{}", page.text());
        let found = officer.get(&format!("{REGISTER}?tim=213%2FLHH-KHCN")).await;
        assert!(found.says("231/LHH-KHCN"), "by its old number: {}", found.text());
        let none = officer.get(&format!("{REGISTER}?tim=999%2FLHH-KHCN")).await;
        assert!(none.says("Không có văn bản nào khớp"), "{}", none.text());
        let book = texts_of(&officer.get(&format!("{REGISTER}/so-dang-ky.xlsx?nam=2020")).await);
        assert!(book.contains("Số cũ 213/LHH-KHCN, ngày 19/8/2020"), "{book}");
    }

    async fn a_missing_scan_is_added_once(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let [.., letter] = chain(&officer).await;
        let leader = house.signed_in("lanh.dao").await;
        assert_eq!(sign(&leader, letter, "213/LHH-KHCN", "19/8/2020", false).await.status(), 303);
        let here = format!("{REGISTER}/{letter}");
        let version = officer.get(&here).await.attribute("input[name=version]", "value").unwrap();
        let add = async |name: &str, bytes: &[u8]| {
            officer.send_files(&format!("{here}/ban-quet"), &[("version", &version)], &[("file", name, bytes)]).await
        };
        assert_eq!(add("thu.txt", b"khong phai").await.attributes(".govuk-error-summary a", "href"), ["#file"]);
        assert!(add("rong.pdf", b"").await.says("Tệp rỗng"));
        assert!(add("cut.pdf", &SCAN[..20]).await.says("phần cuối bị thiếu"));
        assert_eq!(add("da-ky.pdf", SCAN).await.status(), 303);
        assert_eq!(officer.get(&format!("{here}/tep")).await.bytes(), SCAN);
        assert!(add("khac.pdf", SCAN).await.says("Văn bản này đã có bản quét."));
    }

    /// Another system opens a file by the ending of its name.
    async fn a_scan_is_kept_under_the_ending_of_what_it_is(house: TestHouse) {
        launched(&house).await;
        let [.., letter] = chain(&house.signed_in("chuyen.vien").await).await;
        let leader = house.signed_in("lanh.dao").await;
        assert_eq!(sign(&leader, letter, "213/LHH-KHCN", "19/8/2020", false).await.status(), 303);
        let (here, officer) = (format!("{REGISTER}/{letter}"), house.signed_in("chuyen.vien").await);
        let version = officer.get(&here).await.attribute("input[name=version]", "value").unwrap();
        let picture: &[u8] = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00IEND\xaeB`\x82";
        let files = [("file", "ban-quet.pdf", picture)];
        let added = officer.send_files(&format!("{here}/ban-quet"), &[("version", &version)], &files).await;
        assert_eq!(added.status(), 303, "{}", added.text());
        let name = officer.get(&format!("{here}/tep")).await.header("content-disposition").to_owned();
        assert!(name.contains("ban-quet.png"), "{name}");
    }

    /// What is public of an edition that is not is hidden from a program as from a list.
    async fn a_document_of_an_edition_in_preparation_is_nobody_else_s(house: TestHouse) {
        house.account("lanh.dao", "Phạm Văn Quyết", &[Role::AgencyHead]).await;
        let officer = house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
        let text = books::QUANG_NINH_VIII.to_owned();
        house
            .perform(officer, move |act| Box::pin(set_up(act, SetUp { text: text.clone(), parent: None, unit: None })))
            .await
            .unwrap();
        let officer = house.signed_in("chuyen.vien").await;
        let rules = saved(&receive(&officer, "85/QĐ-BTC", "27/7/2020", "Ban hành Thể lệ Hội thi", &[]).await);
        let stranger = house.browser();
        assert_eq!(stranger.get("/api/v1/documents?edition=quang-ninh-viii").await.status(), 404);
        assert_eq!(stranger.get(&format!("/api/v1/documents/{rules}")).await.status(), 404);
        assert_eq!(stranger.get(&format!("/van-ban/{rules}")).await.status(), 404);
        assert_eq!(officer.get(&format!("/api/v1/documents/{rules}")).await.status(), 200);
    }

    async fn the_leader_needs_no_other_paper(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let [.., letter] = chain(&officer).await;
        let leader = house.signed_in("lanh.dao").await;
        assert_eq!(sign(&leader, letter, "213/LHH-KHCN", "19/8/2020", false).await.status(), 303);
        let mut db = house.house().read().await.unwrap();
        let lines = lines_about(&mut db, &letter.to_string()).await.unwrap();
        assert!(lines.iter().find(|line| line.event == "document.signed").unwrap().acting_for.is_none());
    }

    async fn an_issuer_gives_a_number_once_a_year_whatever_capitals_and_marks(house: TestHouse) {
        let edition = launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        saved(&receive(&officer, "85/QĐ-BTC", "27/7/2020", "Ban hành Thể lệ Hội thi", &[]).await);
        let twice = receive(&officer, "85/qđ-btc", "28/7/2020", "Việc khác", &[]).await;
        assert_eq!(twice.attributes(".govuk-error-summary a", "href"), ["#number"]);
        assert!(twice.says("trùng với Quyết định 85/QĐ-BTC ngày 27/7/2020 đã vào sổ"));
        assert_eq!(twice.attribute("#date", "value").as_deref(), Some("28/7/2020"), "nothing typed is lost");
        let there = cards(&house, edition).await[0].id;
        let link = twice.attribute(".ht-notice a", "href");
        assert_eq!(link, Some(format!("{REGISTER}/{there}")), "the document that bears the number is shown");
        saved(&receive(&officer, "85/QĐ-BTC", "30/12/2019", "Số của năm trước", &[]).await);
        assert_eq!(cards(&house, edition).await.len(), 2);
    }

    /// The committee's regulation carries every edition of its contest, and is registered once.
    async fn a_document_of_another_edition_of_the_agency_is_a_basis(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let regulation = saved(&receive(&officer, "1594/QĐ-UBND", "18/5/2020", "Ban hành Quy chế hoạt động", &[]).await);
        let next = books::QUANG_NINH_VIII.replace("quang-ninh-viii", "quang-ninh-ix").replace("ordinal = 8", "ordinal = 9");
        assert_eq!(officer.send("/ky-moi", &[("book", &next)]).await.status(), 303);
        let other = books::SON_LA_SANG_KIEN.to_owned();
        assert_eq!(officer.send("/ky-moi", &[("book", &other)]).await.status(), 303);
        let register = "/ky/quang-ninh-ix/van-ban";
        let form = officer.get(&format!("{register}/moi")).await;
        assert_eq!(form.attributes("input[name=bases]", "value"), [regulation.to_string()]);
        let bases = [regulation.to_string()];
        let letter = officer.send(&format!("{register}/moi"), &letter_fields(LETTER_TEXT, &bases)).await;
        let page = officer.get(letter.location()).await;
        let links = page.attributes(".ht-box a", "href");
        assert_eq!(links, [format!("{REGISTER}/{regulation}")], "it is read where it lies: {}", page.text());
        // Another agency has a register of its own.
        let elsewhere = slug_of(&other);
        let elsewhere = format!("/ky/{elsewhere}/van-ban/moi");
        assert!(officer.get(&elsewhere).await.attributes("input[name=bases]", "value").is_empty());
        let refused = officer.send(&elsewhere, &letter_fields(LETTER_TEXT, &bases)).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#bases"], "{}", refused.text());
    }

    async fn every_fault_of_a_document_is_told_at_once(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let fields = [("kind", "other"), ("kind_name", ""), ("issuer", ""), ("number", "tám lăm"), ("date", "31/2/2020"), ("subject", "")];
        let answer = officer.send_files(&format!("{REGISTER}/vao-so"), &fields, &[("file", "anh.pdf", b"khong phai pdf")]).await;
        assert_eq!(
            answer.attributes(".govuk-error-summary a", "href"),
            ["#kind", "#issuer", "#number", "#date", "#subject", "#file"]
        );
        assert_eq!(answer.attribute("#number", "value").as_deref(), Some("tám lăm"));
        assert!(answer.says("Vui lòng chọn lại tệp: trình duyệt không giữ tệp đã chọn."), "{}", answer.text());
    }

    async fn a_day_before_its_basis_or_after_today_is_refused(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let [.., letter] = chain(&officer).await;
        assert!(sign(&officer, letter, "1/LHH-KHCN", "1/7/2020", true).await.says("nên không thể ban hành ngày 1/7/2020"));
        assert!(sign(&officer, letter, "1/LHH-KHCN", "20/8/2020", true).await.says("Ngày 20/8/2020 chưa đến."));
    }

    async fn a_draft_carries_nothing_and_two_browsers_do_not_overwrite_each_other(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let [.., letter] = chain(&officer).await;
        let on_a_draft = receive(&officer, "99/KH-BTC", "19/8/2020", "Kế hoạch", &[letter]).await;
        assert!(on_a_draft.says("còn là dự thảo, chưa thể làm căn cứ"));
        let path = format!("{REGISTER}/{letter}/sua");
        let first = letter_fields("Bản sửa thứ nhất.", &[]);
        let version = ("version", "1");
        assert_eq!(officer.send(&path, &[&first[..], &[version]].concat()).await.status(), 303);
        let second = letter_fields("Bản sửa thứ hai.", &[]);
        let late = officer.send(&path, &[&second[..], &[version]].concat()).await;
        assert!(late.says("Có người vừa sửa văn bản này"));
        assert_eq!(late.select("#text"), ["Bản sửa thứ hai."], "the later text is still on the page");
        assert_eq!(officer.get(&format!("{REGISTER}/{letter}")).await.select(".ht-paper__text p"), ["Bản sửa thứ nhất."]);
    }

    async fn the_public_reads_what_is_signed_and_public_and_nothing_else(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let [regulation, .., letter] = chain(&officer).await;
        let stranger = house.browser();
        assert_eq!(stranger.get(&format!("/van-ban/{letter}")).await.status(), 404, "a draft");
        assert_eq!(sign(&officer, letter, "213/LHH-KHCN", "19/8/2020", true).await.status(), 303);
        let page = stranger.get(&format!("/van-ban/{letter}")).await;
        assert_eq!(page.select(".ht-box a").len(), 3);
        assert_eq!(stranger.get(&format!("/van-ban/{letter}/pdf")).await.status(), 200);
        assert_eq!(officer.send(&format!("{REGISTER}/{regulation}/cong-khai"), &[]).await.status(), 303);
        assert_eq!(stranger.get(&format!("/van-ban/{regulation}")).await.status(), 404);
        assert_eq!(stranger.get(&format!("/van-ban/{regulation}/tep")).await.status(), 404);
        let again = stranger.get(&format!("/van-ban/{letter}")).await;
        assert_eq!(again.select(".ht-box a").len(), 2, "a basis that is not public is named without a link");
        for (browser, document, status) in [(&stranger, letter, 200), (&stranger, regulation, 404), (&officer, regulation, 200)] {
            let told = browser.get(&format!("/api/v1/documents/{document}")).await;
            assert_eq!(told.status(), status, "{}", told.text());
        }
        let told: Value = stranger.get(&format!("/api/v1/documents/{letter}")).await.json();
        assert_eq!((&told["edition"], told["bases"].as_array().unwrap().len()), (&"quang-ninh-viii".into(), 2));
        assert_eq!((listed(&stranger).await, listed(&officer).await), (Some(3), Some(4)));
    }

    /// It is asked, not refused: the paper may bear it.
    async fn what_speaks_against_a_number_is_read_back_with_it(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let rules = saved(&receive(&officer, "85/QĐ-BTC", "27/7/2020", "Ban hành Thể lệ Hội thi", &[]).await);
        let read = async |kind: &str, issuer: &str, number: &str, day: &str| {
            let fields = [("kind", kind), ("issuer", issuer), ("number", number), ("date", day), ("subject", "Việc khác")];
            officer.send_files(&format!("{REGISTER}/vao-so"), &fields, &[]).await
        };
        let letter = read("decision", "UBND tỉnh", "1234/UBND-VX", "3/8/2020").await;
        assert!(letter.says("Ký hiệu UBND-VX thường là của Công văn, loại đang chọn là Quyết định"), "{}", letter.text());
        let plan = read("official_letter", "UBND tỉnh", "7/KH-UBND", "3/8/2020").await;
        assert!(plan.says("thường là của Kế hoạch, loại đang chọn là Công văn"), "{}", plan.text());
        for (kind, number) in [("official_letter", "1234/UBND-VX"), ("decision", "1234/QĐ-UBND"), ("plan", "7/KH-UBND")] {
            let right = read(kind, "UBND tỉnh", number, "3/8/2020").await;
            assert!(right.says("Sẽ ghi: số") && !right.says("thường là của"), "{number}: {}", right.text());
        }
        let early = read("decision", "Ban Tổ chức Hội thi", "84/QĐ-BTC", "5/8/2020").await;
        assert!(early.says("Số và ngày không cùng thứ tự với Quyết định 85/QĐ-BTC ngày 27/7/2020"), "{}", early.text());
        let next = read("decision", "Ban Tổ chức Hội thi", "86/QĐ-BTC", "5/8/2020").await;
        assert!(next.says("Sẽ ghi: số") && !next.says("không cùng thứ tự"), "{}", next.text());
        // What another body did with its papers is noted here, not done.
        let theirs = officer.get(&format!("{REGISTER}/{rules}")).await;
        assert!(theirs.says("Ghi văn bản mà văn bản này thay thế, thu hồi"), "{}", theirs.text());
        assert!(!theirs.says("Thay thế, thu hồi văn bản"));
        let noted = officer.get(&format!("{REGISTER}/{rules}/thay-the")).await;
        assert!(noted.says("Sổ chỉ ghi lại việc đó"), "{}", noted.text());
    }

    async fn the_register_is_found_without_marks_and_by_kind(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        chain(&officer).await;
        let subjects = |answer: Answer| answer.select("tbody .ht-title a");
        assert_eq!(subjects(officer.get(&format!("{REGISTER}?tim=the+le")).await), ["Ban hành Thể lệ Hội thi"]);
        assert_eq!(subjects(officer.get(&format!("{REGISTER}?tim=86%2Fkh")).await), ["Tổ chức Hội thi"]);
        for sign in ["%25", "_", "the%25le"] {
            let found = subjects(officer.get(&format!("{REGISTER}?tim={sign}")).await);
            assert!(found.is_empty(), "{sign} is a letter like others: {found:?}");
        }
        assert_eq!(subjects(officer.get(&format!("{REGISTER}?loai=decision")).await).len(), 2);
        assert_eq!(officer.get(&format!("{REGISTER}?trang=1&x=1")).await.status(), 422);
    }

    async fn a_unit_s_contact_does_not_see_the_register(house: TestHouse) {
        launched(&house).await;
        house.account("dau.moi", "Hoàng Thị Mai", &[Role::UnitContact]).await;
        assert_eq!(house.signed_in("dau.moi").await.get(REGISTER).await.status(), 403);
    }
}
