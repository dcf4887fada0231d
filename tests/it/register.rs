//! The register's own work: urgency and annexes on the sheet, numbers and letterheads of bodies,
//! the steps of a document's life, what replaces and withdraws it, the printed register.

use hoithi_correspondence::documents_of;
use hoithi_documents::package::{Limits, Package};
use hoithi_journal::lines_about;
use hoithi_rules::ids::{DocumentId, EditionId};
use hoithi_rules::people::Role;
use hoithi_testkit::{Answer, Browser, TestHouse, both, words_on_the_page};

use crate::campaign::letter::{as_read, districts, kept, posted};
use crate::correspondence::{REGISTER, SCAN, launched, letter_fields, read_and_send, receive, saved, sign};

/// The agency as the rule book and the letters name it.
pub(super) const AGENCY: &str = "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Quảng Ninh";

/// A body's form.
fn body_fields<'a>(from: &'a str, name: &'a str, numbering: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("from", from),
        ("name", name),
        ("place", "Quảng Ninh"),
        ("symbol", "LHH"),
        ("letters", "LHH-KHCN"),
        ("numbering", numbering),
        ("signer_1", "Phạm Văn Quyết"),
        ("capacity_1", "for_head"),
        ("in_place_of_1", "Chủ tịch"),
        ("position_1", "Phó Chủ tịch"),
    ]
}

pub(super) async fn set_body(officer: &Browser, from: &str, name: &str, numbering: &str) {
    let answer = officer.send(&format!("{REGISTER}/co-quan/moi"), &body_fields(from, name, numbering)).await;
    assert_eq!(answer.status(), 303, "{}", answer.text());
}

/// A draft of that kind and of the agency.
pub(crate) async fn draft(officer: &Browser, kind: &str, symbol: &str) -> DocumentId {
    let mut fields = letter_fields("Nội dung./.", &[]);
    fields.retain(|(name, _)| !["kind", "symbol"].contains(name));
    fields.extend([("kind", kind), ("symbol", symbol)]);
    saved(&officer.send(&format!("{REGISTER}/moi"), &fields).await)
}

/// Records a signature where the register gives the number.
async fn sign_next(officer: &Browser, document: DocumentId, day: &str) -> Answer {
    let path = format!("{REGISTER}/{document}/ghi-so");
    let version = officer.get(&path).await.attribute("input[name=version]", "value").unwrap_or_default();
    let fields = [("date", day), ("version", version.as_str())];
    read_and_send(officer, &path, &fields, &[("file", "da-ky.pdf", SCAN)]).await
}

/// The words of a workbook.
pub(crate) fn texts_of(answer: &Answer) -> String {
    assert!(answer.header("content-type").ends_with("spreadsheetml.sheet"), "{}", answer.headers());
    let book = Package::open(answer.bytes(), Limits::OFFICE).unwrap();
    book.text("xl/sharedStrings.xml").unwrap().unwrap().to_owned()
}

/// Number and symbol of what is signed, as the register has them.
async fn numbers(house: &TestHouse, edition: EditionId) -> Vec<String> {
    let cards = documents_of(&mut house.house().read().await.unwrap(), edition).await.unwrap();
    let mut numbers: Vec<_> = cards.into_iter().filter_map(|card| card.signed).collect();
    numbers.sort_by_key(|(number, _)| number.number());
    numbers.into_iter().map(|(number, _)| number.to_string()).collect()
}

both! {
    async fn an_urgent_letter_bears_its_stamp_on_the_sheet_and_in_the_register(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let form = officer.get(&format!("{REGISTER}/moi")).await;
        assert_eq!(form.select("#urgency option"), ["Không", "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"]);
        let fields = [&letter_fields("Nội dung./.", &[])[..], &[("urgency", "very_urgent")]].concat();
        let letter = saved(&officer.send(&format!("{REGISTER}/moi"), &fields).await);
        let page = officer.get(&format!("{REGISTER}/{letter}")).await;
        assert_eq!(page.select(".ht-paper__stamp"), ["THƯỢNG KHẨN"]);
        assert!(officer.get(REGISTER).await.select(".ht-title .ht-tag").contains(&"THƯỢNG KHẨN".to_owned()));
        let edit = officer.get(&format!("{REGISTER}/{letter}/sua")).await;
        assert_eq!(edit.attributes("#urgency option[selected]", "value"), ["very_urgent"]);
        let wrong = [&letter_fields("Nội dung./.", &[])[..], &[("urgency", "rat-khan")]].concat();
        let refused = officer.send(&format!("{REGISTER}/moi"), &wrong).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#urgency"]);
    }

    async fn one_annex_is_an_annex_and_several_are_counted_in_roman_numbers(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let new = format!("{REGISTER}/moi");
        let one = [&letter_fields("Nội dung./.", &[])[..], &[("annex_title", "Danh sách"), ("annex", "Một hàng.")]].concat();
        let more = officer.send(&new, &[&one[..], &[("step", "annex")]].concat()).await;
        assert_eq!(more.status(), 200, "asking for room saves nothing");
        assert_eq!(more.attribute("#annex_title", "value").as_deref(), Some("Danh sách"));
        assert!(more.select("label").contains(&"Nội dung phụ lục II (không bắt buộc)".to_owned()), "{:?}", more.select("label"));
        let alone = saved(&officer.send(&new, &one).await);
        let page = officer.get(&format!("{REGISTER}/{alone}")).await;
        assert!(page.says("PHỤ LỤC DANH SÁCH"), "{}", page.text());
        let two = [&one[..], &[("annex_title_2", "Biểu mẫu"), ("annex_2", "Hai hàng.")]].concat();
        let both = saved(&officer.send(&new, &two).await);
        let page = officer.get(&format!("{REGISTER}/{both}")).await;
        assert!(page.says("PHỤ LỤC I DANH SÁCH") && page.says("PHỤ LỤC II BIỂU MẪU"), "{}", page.text());
        assert!(page.says("(Kèm theo Công văn số …/LHH-KHCN ngày … tháng … năm … của Liên hiệp các Hội"));
        assert_eq!(officer.get(&format!("{REGISTER}/{both}/pdf")).await.status(), 200);
        let edit = officer.get(&format!("{REGISTER}/{both}/sua")).await;
        assert_eq!(edit.attribute("#annex_title_2", "value").as_deref(), Some("Biểu mẫu"));
    }

    async fn a_draft_takes_the_letterhead_that_holds_on_its_day(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let list = officer.get(&format!("{REGISTER}/co-quan")).await;
        assert!(list.says("Hiện dùng tên, địa danh và ký hiệu của Liên hiệp"), "{}", list.text());
        set_body(&officer, "1/1/2020", AGENCY, "typed").await;
        let field = async |name: &str| officer.get(&format!("{REGISTER}/moi")).await.attribute(&format!("#{name}"), "value");
        assert_eq!(field("signer").await.as_deref(), Some("Phạm Văn Quyết"));
        assert_eq!(field("symbol").await.unwrap_or_default(), "", "the symbol follows the kind");
        let decision = draft(&officer, "decision", "").await;
        assert!(officer.get(&format!("{REGISTER}/{decision}")).await.says("Số: …/QĐ-LHH"));
        let href = officer.get(&format!("{REGISTER}/co-quan")).await.attributes(".ht-box a", "href").pop().unwrap();
        let later = body_fields("1/1/2099", "Liên hiệp hội mới", "typed");
        assert_eq!(officer.send(&href, &later).await.status(), 303);
        assert_eq!(field("issuer").await.as_deref(), Some(AGENCY), "not yet");
        let list = officer.get(&format!("{REGISTER}/co-quan")).await;
        assert_eq!(list.select(".ht-tag"), ["Sắp áp dụng", "Đang áp dụng"]);
        let today = body_fields("1/7/2020", "Liên hiệp hội sáp nhập", "typed");
        assert_eq!(officer.send(&href, &today).await.status(), 303);
        assert_eq!(field("issuer").await.as_deref(), Some("Liên hiệp hội sáp nhập"));
        let kept = officer.get(&format!("{REGISTER}/{decision}")).await;
        assert!(kept.says("LIÊN HIỆP CÁC HỘI KHOA HỌC"), "what was drafted keeps its head");
        let taken = officer.send(&format!("{REGISTER}/co-quan/moi"), &body_fields("1/1/2020", AGENCY, "typed")).await;
        assert_eq!(taken.attributes(".govuk-error-summary a", "href"), ["#name"]);
        let half = [("from", "hôm nay"), ("name", ""), ("numbering", "typed"), ("signer_2", "Ai Đó"), ("capacity_2", "own")];
        let refused = officer.send(&format!("{REGISTER}/co-quan/moi"), &half).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#from", "#name", "#place", "#symbol", "#signer_2"]);
    }

    async fn our_register_gives_one_series_for_all_kinds_without_a_gap(house: TestHouse) {
        let edition = launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let typed = draft(&officer, "official_letter", "LHH-KHCN").await;
        assert_eq!(sign(&officer, typed, "7/LHH-KHCN", "20/7/2020", true).await.status(), 303);
        set_body(&officer, "1/8/2020", AGENCY, "one_series").await;
        let [letter, decision, late] =
            [draft(&officer, "official_letter", "LHH-KHCN").await, draft(&officer, "decision", "").await, draft(&officer, "plan", "").await];
        let form = officer.get(&format!("{REGISTER}/{letter}/ghi-so")).await;
        assert!(form.select("#number").is_empty() && form.says("số kế tiếp được cấp ngay khi ghi chữ ký"));
        assert_eq!(sign_next(&officer, letter, "5/8/2020").await.status(), 303);
        assert_eq!(sign_next(&officer, decision, "6/8/2020").await.status(), 303);
        let refused = sign_next(&officer, late, "5/8/2020").await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#date"], "numbers follow the days");
        assert_eq!(sign_next(&officer, late, "6/8/2020").await.status(), 303);
        assert_eq!(numbers(&house, edition).await, ["07/LHH-KHCN", "08/LHH-KHCN", "09/QĐ-LHH", "10/KH-LHH"]);
        // What it gave stands, and nobody brings a number of their own.
        let page = officer.get(&format!("{REGISTER}/{decision}")).await;
        assert!(!page.attributes("a", "href").iter().any(|href| href.ends_with("/sua-so")));
        let foreign = receive(&officer, "40/QĐ-LHH", "7/8/2020", "Khen thưởng", &[]).await;
        assert_eq!(foreign.status(), 303, "another body's number is its own");
        let fields = [("kind", "decision"), ("issuer", AGENCY), ("number", "40/QĐ-LHH"), ("date", "7/8/2020"), ("subject", "Khen thưởng")];
        let own = read_and_send(&officer, &format!("{REGISTER}/vao-so"), &fields, &[]).await;
        assert!(own.says("Số kế tiếp của cơ quan này trong sổ là 11, không phải 40/QĐ-LHH"), "{}", own.text());
    }

    async fn numbers_that_were_typed_while_the_register_paused_are_not_given_again(house: TestHouse) {
        let edition = launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        set_body(&officer, "1/1/2020", AGENCY, "one_series").await;
        let href = officer.get(&format!("{REGISTER}/co-quan")).await.attributes(".ht-box a", "href").pop().unwrap();
        for (from, numbering) in [("1/3/2020", "typed"), ("1/6/2020", "one_series")] {
            assert_eq!(officer.send(&href, &body_fields(from, AGENCY, numbering)).await.status(), 303, "{from}");
        }
        let [given, typed, again] = [
            draft(&officer, "official_letter", "LHH-KHCN").await,
            draft(&officer, "official_letter", "LHH-KHCN").await,
            draft(&officer, "official_letter", "LHH-KHCN").await,
        ];
        assert_eq!(sign_next(&officer, given, "5/2/2020").await.status(), 303);
        assert_eq!(sign(&officer, typed, "2/LHH-KHCN", "5/3/2020", true).await.status(), 303);
        let signed = sign_next(&officer, again, "5/6/2020").await;
        assert_eq!(signed.status(), 303, "{:?}", signed.select(".govuk-error-summary a"));
        assert_eq!(numbers(&house, edition).await, ["01/LHH-KHCN", "02/LHH-KHCN", "03/LHH-KHCN"]);
    }

    /// The name on the sheet changes in the year; its numbers go on.
    async fn a_body_that_was_renamed_gives_no_typed_number_twice(house: TestHouse) {
        const RENAMED: &str = "Liên hiệp các Hội Khoa học và Kỹ thuật (mới) tỉnh Quảng Ninh";
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        set_body(&officer, "1/1/2020", AGENCY, "typed").await;
        let enter = async |issuer: &str, number: &str, day: &str| {
            let fields = [("kind", "official_letter"), ("issuer", issuer), ("number", number), ("date", day), ("subject", "Đề nghị phối hợp")];
            read_and_send(&officer, &format!("{REGISTER}/vao-so"), &fields, &[]).await
        };
        let first = enter(AGENCY, "213/LHH-KHCN", "5/3/2020").await;
        assert_eq!(first.status(), 303, "{}", first.text());
        let href = officer.get(&format!("{REGISTER}/co-quan")).await.attributes(".ht-box a", "href").pop().unwrap();
        assert_eq!(officer.send(&href, &body_fields("1/6/2020", RENAMED, "typed")).await.status(), 303);
        let double = enter(RENAMED, "213/LHH-KHCN", "7/8/2020").await;
        assert_eq!(double.attributes(".govuk-error-summary a", "href"), ["#number"], "{}", double.text());
        assert_eq!(double.attribute(".ht-notice a", "href").as_deref(), Some(first.location()), "its bearer is shown");
        assert_eq!(enter(RENAMED, "215/LHH-KHCN", "7/8/2020").await.status(), 303, "a gap is no fault of a typed number");
    }

    /// Of our own papers; how another body counts its letters is not known here.
    async fn letters_share_one_series_whatever_their_symbols(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let [first, second, plan] = [
            draft(&officer, "official_letter", "LHH-KHCN").await,
            draft(&officer, "official_letter", "LHH-VP").await,
            draft(&officer, "plan", "KH-LHH").await,
        ];
        assert_eq!(sign(&officer, first, "213/LHH-KHCN", "19/8/2020", true).await.status(), 303);
        let double = sign(&officer, second, "213/LHH-VP", "19/8/2020", true).await;
        assert_eq!(double.attributes(".govuk-error-summary a", "href"), ["#number"]);
        assert!(double.says("Số 213/LHH-VP trùng với Công văn 213/LHH-KHCN ngày 19/8/2020"), "{}", double.text());
        let bearer = format!("{REGISTER}/{first}");
        assert!(double.says("cho một loại văn bản, dù ký hiệu khác nhau"), "{}", double.text());
        let other = sign(&officer, plan, "213/LHH-KHCN", "19/8/2020", true).await;
        assert!(other.says("một số kèm ký hiệu chỉ cấp một lần trong năm"), "of another kind: {}", other.text());
        assert!(double.attributes(".ht-notice a", "href").contains(&bearer), "its bearer is shown");
        assert!(double.select(".ht-notice").join(" ").contains("Tổ chức triển khai Hội thi"), "with its subject: {:?}", double.select(".ht-notice"));
        assert_eq!(sign(&officer, second, "216/LHH-VP", "19/8/2020", true).await.status(), 303, "gaps stay");
        assert_eq!(sign(&officer, plan, "213/KH-LHH", "19/8/2020", true).await.status(), 303, "another kind");
        for number in ["56/SKHCN", "56/SKHCN-VP"] {
            let fields = [
                ("kind", "official_letter"), ("issuer", "Sở Khoa học và Công nghệ"), ("number", number),
                ("date", "17/8/2020"), ("subject", "Góp ý Thể lệ"),
            ];
            let came = read_and_send(&officer, &format!("{REGISTER}/vao-so"), &fields, &[]).await;
            assert_eq!(came.status(), 303, "{number}: {}", came.text());
        }
    }

    async fn each_kind_has_its_series_and_each_year_begins_at_one(house: TestHouse) {
        let edition = launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        set_body(&officer, "1/1/2019", AGENCY, "series_per_kind").await;
        for (kind, day) in [("decision", "2/12/2019"), ("decision", "3/12/2019"), ("plan", "3/12/2019"), ("decision", "5/1/2020")] {
            let document = draft(&officer, kind, "").await;
            assert_eq!(sign_next(&officer, document, day).await.status(), 303, "{kind} {day}");
        }
        assert_eq!(numbers(&house, edition).await, ["01/QĐ-LHH", "01/KH-LHH", "01/QĐ-LHH", "02/QĐ-LHH"]);
        let href = officer.get(&format!("{REGISTER}/co-quan")).await.attributes(".ht-box a", "href").pop().unwrap();
        let midyear = officer.send(&href, &body_fields("1/7/2020", AGENCY, "one_series")).await;
        assert_eq!(midyear.attributes(".govuk-error-summary a", "href"), ["#numbering"]);
        assert_eq!(officer.send(&href, &body_fields("1/1/2021", AGENCY, "one_series")).await.status(), 303);
    }

    async fn signatures_recorded_at_the_same_time_get_numbers_that_follow_each_other(house: TestHouse) {
        let edition = launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        set_body(&officer, "1/1/2020", AGENCY, "one_series").await;
        let mut drafts = Vec::new();
        for _ in 0..4 {
            drafts.push(draft(&officer, "official_letter", "LHH-KHCN").await);
        }
        let [a, b, c, d] = drafts[..] else { unreachable!() };
        let day = "5/8/2020";
        let done = tokio::join!(
            sign_next(&officer, a, day),
            sign_next(&officer, b, day),
            sign_next(&officer, c, day),
            sign_next(&officer, d, day)
        );
        assert_eq!([done.0.status(), done.1.status(), done.2.status(), done.3.status()], [303; 4], "{}", done.1.text());
        assert_eq!(numbers(&house, edition).await, ["01/LHH-KHCN", "02/LHH-KHCN", "03/LHH-KHCN", "04/LHH-KHCN"]);
    }

    async fn a_document_goes_its_way_from_draft_to_sending_and_each_step_says_who(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let leader = house.signed_in("lanh.dao").await;
        let letter = draft(&officer, "official_letter", "LHH-KHCN").await;
        let path = format!("{REGISTER}/{letter}");
        let version = async |browser: &Browser| browser.get(&path).await.attribute("input[name=version]", "value").unwrap_or_default();
        let step = async |browser: &Browser, step: &str| {
            let version = version(browser).await;
            browser.send(&format!("{path}/{step}"), &[("version", version.as_str())]).await
        };
        let here = async || officer.get(&path).await.select(".ht-stage[aria-current=step]").join("");
        assert!(here().await.starts_with("Dự thảo Bùi Thị Sen,"), "{}", here().await);
        assert_eq!(step(&officer, "ky").await.status(), 403, "an officer does not sign");
        assert_eq!(step(&officer, "trinh-ky").await.status(), 303);
        assert!(here().await.starts_with("Trình ký Bùi Thị Sen,"));
        assert_eq!(step(&leader, "tra-lai").await.attributes(".govuk-error-summary a", "href"), ["#reason"], "no reason, no return");
        let back = [("version", version(&leader).await), ("reason", "Bổ sung thời hạn gửi báo cáo".to_owned())];
        let back = back.each_ref().map(|(name, value)| (*name, value.as_str()));
        assert_eq!(leader.send(&format!("{path}/tra-lai"), &back).await.status(), 303);
        assert!(here().await.starts_with("Dự thảo"));
        let told = officer.get(&path).await;
        assert!(told.says("Phạm Văn Quyết trả lại dự thảo lúc") && told.says("Bổ sung thời hạn gửi báo cáo"), "{}", told.text());
        let todo = officer.get("/ban-lam-viec").await.select(".ht-todo__what").join(" ");
        assert!(todo.contains("Phạm Văn Quyết, 19/8/2020: Bổ sung thời hạn gửi báo cáo"), "{todo}");
        let lines = lines_about(&mut house.house().read().await.unwrap(), &letter.to_string()).await.unwrap();
        assert!(lines.iter().all(|line| !line.facts.contains("thời hạn")), "the journal keeps no reason");
        assert_eq!(step(&officer, "trinh-ky").await.status(), 303);
        assert_eq!(step(&leader, "ky").await.status(), 303);
        assert!(here().await.starts_with("Đã ký Phạm Văn Quyết,"));
        assert!(!officer.get(&path).await.says("trả lại dự thảo lúc"), "it was put forward again");
        let signed = officer.get(&path).await;
        assert_eq!(signed.select(".ht-paper__number"), ["Số: …/LHH-KHCN"], "number and day are blank until they are given");
        let todo = officer.get("/ban-lam-viec").await.select(".ht-todo__what").join(" ");
        assert!(todo.contains("Văn bản lãnh đạo đã ký: Công văn"), "{todo}");
        let edit = [&letter_fields("Đổi lời./.", &[])[..], &[("version", "9")]].concat();
        assert!(officer.send(&format!("{path}/sua"), &edit).await.says("Lãnh đạo đã ký văn bản này nên không sửa được"));
        assert_eq!(sign(&officer, letter, "213/LHH-KHCN", "19/8/2020", false).await.status(), 303, "the leader has signed: no scan is needed");
        assert!(here().await.starts_with("Đã có số và ngày Bùi Thị Sen,"));
        let fields = [("version", version(&officer).await)];
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(officer.send_files(&format!("{path}/ban-quet"), &fields, &[("file", "da-ky.pdf", SCAN)]).await.status(), 303);
        assert!(here().await.starts_with("Đã đóng dấu và quét Bùi Thị Sen,"));
        assert_eq!(officer.get(&path).await.select(".ht-stage--done").len(), 5);
    }

    /// *V/v* and the subject are one line; what begins with a name or in capitals keeps its capital.
    async fn behind_v_v_a_letter_s_subject_goes_on_small(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        for (subject, line) in [
            ("Đẩy mạnh tuyên truyền Hội thi", "V/v đẩy mạnh tuyên truyền Hội thi"),
            ("V/v: Mời họp Ban Tổ chức", "V/v mời họp Ban Tổ chức"),
            ("UBND tỉnh giao nhiệm vụ", "V/v UBND tỉnh giao nhiệm vụ"),
            ("Quảng Ninh phát động Hội thi", "V/v Quảng Ninh phát động Hội thi"),
            ("Thể lệ Hội thi sửa đổi", "V/v Thể lệ Hội thi sửa đổi"),
        ] {
            let mut fields = letter_fields("Nội dung./.", &[]);
            fields.retain(|(name, _)| *name != "subject");
            fields.push(("subject", subject));
            let letter = saved(&officer.send(&format!("{REGISTER}/moi"), &fields).await);
            let page = officer.get(&format!("{REGISTER}/{letter}")).await;
            assert_eq!(page.select(".ht-paper__subject"), [line]);
            let register = subject.trim_start_matches("V/v: ");
            assert_eq!(page.select("h1"), [register], "in the register it begins with a capital");
        }
    }

    /// The slash stands on paper before the symbol; what is left empty is filled in, and told.
    async fn a_symbol_is_taken_with_its_slash_and_one_that_was_filled_in_is_told(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let slash = draft(&officer, "official_letter", "/LHH-KHCN").await;
        assert_eq!(officer.get(&format!("{REGISTER}/{slash}")).await.select(".ht-paper__number"), ["Số: …/LHH-KHCN"]);
        set_body(&officer, "1/1/2020", AGENCY, "typed").await;
        let empty = draft(&officer, "decision", "").await;
        let told = officer.get(&format!("{REGISTER}/{empty}")).await;
        assert!(told.says("Ô ký hiệu để trống nên ghi ký hiệu của cơ quan ban hành: QĐ-LHH."), "{}", told.text());
        let first = [("number", "9/QĐ-LHH"), ("date", "19/8/2020"), ("version", "1")];
        let read = officer.send_files(&format!("{REGISTER}/{empty}/ghi-so"), &first, &[]).await;
        assert!(read.select(".govuk-summary-list__value").contains(&"QĐ-LHH".to_owned()), "{}", read.text());
    }

    async fn only_what_bears_number_and_day_is_shown_to_everybody(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let new = officer.get(&format!("{REGISTER}/moi")).await;
        assert!(new.says("Dự thảo không công khai"), "{}", new.text());
        assert!(new.attributes("main a", "href").contains(&format!("{REGISTER}/mau")), "the templates are one step away");
        let mut fields = letter_fields("Nội dung./.", &[]);
        fields.retain(|(name, _)| *name != "public");
        let letter = saved(&officer.send(&format!("{REGISTER}/moi"), &fields).await);
        let path = format!("{REGISTER}/{letter}");
        assert!(officer.get(&path).await.select("form[action$='cong-khai']").is_empty(), "a draft has no such button");
        let early = officer.send(&format!("{path}/cong-khai"), &[("public", "co")]).await;
        assert_eq!(early.status(), 422);
        assert!(early.says("chưa có số và ngày nên chưa công khai được"), "{}", early.text());
        assert_eq!(sign(&officer, letter, "213/LHH-KHCN", "19/8/2020", true).await.status(), 303);
        assert_eq!(house.browser().get(&format!("/van-ban/{letter}")).await.status(), 404, "nobody said so");
        assert_eq!(officer.send(&format!("{path}/cong-khai"), &[("public", "co")]).await.status(), 303);
        assert_eq!(house.browser().get(&format!("/van-ban/{letter}")).await.status(), 200);
    }

    async fn what_was_all_done_on_paper_is_recorded_at_once_and_what_went_out_is_found_by_its_state(house: TestHouse) {
        let sent = crate::campaign::sent(&house).await;
        let page = sent.officer.get(REGISTER).await;
        let row = page.select("#van-ban tbody tr").into_iter().find(|row| row.contains("213/LHH-KHCN")).unwrap();
        assert!(row.contains("Đã gửi"), "{row}");
        let state = async |code: &str| sent.officer.get(&format!("{REGISTER}?tinh-trang={code}")).await.select("#van-ban tbody tr").len();
        assert_eq!((state("sent").await, state("draft").await, state("scanned").await), (1, 0, 3));
        assert_eq!(sent.officer.get(&format!("{REGISTER}?tinh-trang=khac")).await.status(), 422);
        let href = page.attributes("#van-ban .ht-title a", "href").into_iter().next().unwrap();
        let letter = sent.officer.get(&href).await;
        assert_eq!(letter.select(".ht-stage--done").len(), 6, "{}", letter.text());
        assert!(letter.says("Bùi Thị Sen ghi theo bản giấy"));
    }

    async fn a_draft_says_what_it_lacks_of_the_decree_s_form(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let decision = draft(&officer, "decision", "LHH-KHCN").await;
        let page = officer.get(&format!("{REGISTER}/{decision}")).await;
        assert!(page.says("Ký hiệu chưa bắt đầu bằng chữ viết tắt của loại văn bản"), "{}", page.text());
        assert!(page.says("Loại văn bản này không có dòng “Kính gửi”"), "{}", page.text());
        assert!(!page.says("Kính gửi: UBND các huyện"), "the page shows what the paper will show");
        let mut fields = letter_fields("Căn cứ Quy chế hoạt động của Liên hiệp hội;\nĐiều 1. Ban hành./.", &[]);
        fields.retain(|(name, _)| !["kind", "symbol", "addressees", "recipients"].contains(name));
        fields.extend([("kind", "decision"), ("symbol", "QĐ-LHH"), ("recipients", "Như Điều 1;\nLưu: VT.")]);
        let right = saved(&officer.send(&format!("{REGISTER}/moi"), &fields).await);
        assert!(!officer.get(&format!("{REGISTER}/{right}")).await.says("Về thể thức"));
    }

    async fn a_resolution_says_so_before_what_it_orders_and_orders_in_articles_or_not(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let plain = draft(&officer, "resolution", "NQ-LHH").await;
        assert!(officer.get(&format!("{REGISTER}/{plain}")).await.says("QUYẾT NGHỊ:"));
        let words = words_on_the_page(officer.get(&format!("{REGISTER}/{plain}/pdf")).await.bytes());
        assert!(words.contains("QUYẾT NGHỊ:") && !words.contains("Điều 1"), "{words}");
        let mut fields = letter_fields("Căn cứ Kế hoạch số 86/KH-BTC;\nĐiều 1. Kéo dài thời gian.\nĐiều 2. Thi hành./.", &[]);
        fields.retain(|(name, _)| !["kind", "symbol"].contains(name));
        fields.extend([("kind", "resolution"), ("symbol", "NQ-LHH")]);
        let ordered = saved(&officer.send(&format!("{REGISTER}/moi"), &fields).await);
        let words = crate::word_files::words(officer.get(&format!("{REGISTER}/{ordered}/word")).await.bytes());
        let lines = ["NGHỊ QUYẾT", "Căn cứ Kế hoạch số 86/KH-BTC.", "QUYẾT NGHỊ:", "Điều 1. Kéo dài thời gian.", "Điều 2. Thi hành./."];
        let places: Vec<_> = lines.iter().map(|line| words.lines().position(|each| each == *line)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in\n{words}");
    }

    async fn minutes_are_signed_by_who_kept_them_and_by_who_chaired(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let mut fields = letter_fields("**Thư ký:** Bà Đoàn Thị Ái Như, chuyên viên.\nCuộc họp thống nhất./.", &[]);
        fields.retain(|(name, _)| !["kind", "symbol"].contains(name));
        fields.extend([("kind", "minutes"), ("symbol", "BB-LHH")]);
        let minutes = saved(&officer.send(&format!("{REGISTER}/moi"), &fields).await);
        let path = format!("{REGISTER}/{minutes}");
        assert_eq!(officer.get(&path).await.select(".ht-paper__person"), ["Đoàn Thị Ái Như", "Phạm Văn Quyết"]);
        let words = words_on_the_page(officer.get(&format!("{path}/pdf")).await.bytes());
        assert!(words.contains("THƯ KÝ") && words.matches("Đoàn Thị Ái Như").count() == 2, "{words}");
        let file = officer.get(&format!("{path}/word")).await;
        let words = crate::word_files::words(file.bytes());
        let lines: Vec<&str> = words.lines().collect();
        for line in ["THƯ KÝ", "Đoàn Thị Ái Như", "KT. CHỦ TỊCH", "Phạm Văn Quyết", "- Lưu: VT, KHCN."] {
            assert!(lines.contains(&line), "{line} in\n{words}");
        }
        let same = officer.send_files(&format!("{path}/doc-lai"), &[("version", "1")], &[("file", "sua.docx", file.bytes())]).await;
        assert!(same.says("giống hệt dự thảo"), "what goes out comes back as it is: {}", same.text());
        let blank = draft(&officer, "minutes", "BB-LHH").await;
        let words = words_on_the_page(officer.get(&format!("{REGISTER}/{blank}/pdf")).await.bytes());
        assert!(words.contains("THƯ KÝ"), "who kept them may sign by pen: {words}");
    }

    async fn what_two_parties_agree_is_signed_by_both_side_by_side(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        for (kind, symbol) in [("contract", "HĐ-LHH"), ("memorandum", "BGN-LHH"), ("agreement", "BTT-LHH")] {
            let mut fields = letter_fields("**Đại diện Bên B:** Ông Lưu Văn Ghềnh – chức vụ: Giám đốc.\nBên B in kỷ yếu./.", &[]);
            fields.retain(|(name, _)| !["kind", "symbol"].contains(name));
            fields.extend([("kind", kind), ("symbol", symbol)]);
            let path = format!("{REGISTER}/{}", saved(&officer.send(&format!("{REGISTER}/moi"), &fields).await));
            let page = officer.get(&path).await;
            assert_eq!(page.select(".ht-paper__person"), ["Phạm Văn Quyết", "Lưu Văn Ghềnh"]);
            assert!(!page.says("Kính gửi: UBND các huyện"), "{}", page.text());
            let printed = words_on_the_page(officer.get(&format!("{path}/pdf")).await.bytes());
            let file = officer.get(&format!("{path}/word")).await;
            let written = crate::word_files::words(file.bytes());
            for words in ["ĐẠI DIỆN BÊN A", "KT. CHỦ TỊCH", "ĐẠI DIỆN BÊN B", "GIÁM ĐỐC", "Lưu Văn Ghềnh"] {
                assert!(printed.contains(words), "{words} in\n{printed}");
                assert!(written.lines().any(|line| line == words), "{words} in\n{written}");
            }
            let same = officer.send_files(&format!("{path}/doc-lai"), &[("version", "1")], &[("file", "sua.docx", file.bytes())]).await;
            assert!(same.says("giống hệt dự thảo"), "{}", same.text());
        }
        let unnamed = draft(&officer, "contract", "HĐ-LHH").await;
        let words = words_on_the_page(officer.get(&format!("{REGISTER}/{unnamed}/pdf")).await.bytes());
        assert!(words.contains("ĐẠI DIỆN BÊN B"), "the other party may sign by pen: {words}");
    }

    async fn an_invitation_invites_a_telegram_wires_and_an_introduction_is_addressed_to_nobody(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let invites = format!("{AGENCY} trân trọng kính mời: UBND các huyện, thị xã, thành phố");
        let wires = format!("Chủ tịch {AGENCY} điện: UBND các huyện, thị xã, thành phố");
        for (kind, symbol, says) in [("invitation", "GM-LHH", invites), ("telegram", "CĐ-LHH", wires)] {
            let path = format!("{REGISTER}/{}", draft(&officer, kind, symbol).await);
            let page = officer.get(&path).await;
            assert!(page.says(&says) && !page.says("Kính gửi: UBND"), "{says} in {}", page.text());
            let printed = words_on_the_page(officer.get(&format!("{path}/pdf")).await.bytes());
            let printed = printed.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(printed.contains(&says) && !printed.contains("Kính gửi"), "{says} in\n{printed}");
            let file = officer.get(&format!("{path}/word")).await;
            let written = crate::word_files::words(file.bytes());
            assert!(written.lines().any(|line| line == says), "{says} in\n{written}");
            let same = officer.send_files(&format!("{path}/doc-lai"), &[("version", "1")], &[("file", "sua.docx", file.bytes())]).await;
            assert!(same.says("giống hệt dự thảo"), "{}", same.text());
        }
        for (kind, symbol) in [("introduction", "GGT-LHH"), ("leave_permit", "GNP-LHH")] {
            let path = format!("{REGISTER}/{}", draft(&officer, kind, symbol).await);
            let printed = words_on_the_page(officer.get(&format!("{path}/pdf")).await.bytes());
            assert!(!printed.contains("Kính gửi") && !printed.contains("Tổ chức triển khai"), "{printed}");
            assert!(officer.get(&path).await.says("Loại văn bản này không có dòng “Kính gửi”"));
        }
    }

    async fn who_drafts_does_not_sign_in_the_program(house: TestHouse) {
        launched(&house).await;
        let leader = house.signed_in("lanh.dao").await;
        let own = draft(&leader, "official_letter", "LHH-KHCN").await;
        let path = format!("{REGISTER}/{own}");
        let page = leader.get(&path).await;
        assert!(page.says("Người soạn và người ký là một người"), "{}", page.text());
        let version = page.attribute("input[name=version]", "value").unwrap();
        let refused = leader.send(&format!("{path}/ky"), &[("version", &version)]).await;
        assert!(refused.says("Người soạn văn bản không tự ký"), "{}", refused.text());
        let refused = sign(&leader, own, "213/LHH-KHCN", "19/8/2020", true).await;
        assert!(refused.says("Người soạn văn bản không tự ký"), "{}", refused.text());
    }

    /// The account need not be the person whose name is printed: then whoever signs says whose hand it is.
    async fn what_is_signed_is_read_back_and_whose_signature_it_is_is_said(house: TestHouse) {
        launched(&house).await;
        house.account("lanh.dao.hai", "Nông Văn Trưởng", &[Role::AgencyHead]).await;
        let officer = house.signed_in("chuyen.vien").await;
        let letter = draft(&officer, "official_letter", "LHH-KHCN").await;
        let path = format!("{REGISTER}/{letter}/ky");
        assert_eq!(officer.get(&path).await.status(), 403, "an officer signs nothing");
        let own = house.signed_in("lanh.dao").await.get(&path).await;
        let facts = own.select(".govuk-summary-list__value").join(" | ");
        let all = ["Công văn", "Tổ chức triển khai Hội thi", "Kính gửi 1 nơi; nơi nhận 2 dòng", "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH: Phạm Văn Quyết"];
        assert!(all.iter().all(|words| facts.contains(words)), "{facts}");
        assert!(own.attributes("input[name=printed]", "name").is_empty(), "the name is his own");
        let other = house.signed_in("lanh.dao.hai").await;
        let page = other.get(&path).await;
        assert!(page.says("Tài khoản đang dùng là của Nông Văn Trưởng, còn tên in dưới chữ ký là Phạm Văn Quyết"), "{}", page.text());
        let version = page.attribute("input[name=version]", "value").unwrap();
        let refused = other.send(&path, &[("version", &version)]).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#printed"]);
        assert_eq!(other.send(&path, &[("version", &version), ("printed", "co")]).await.status(), 303);
        let lines = lines_about(&mut house.house().read().await.unwrap(), &letter.to_string()).await.unwrap();
        let signed = lines.iter().find(|line| line.event == "document.leader_signed").unwrap();
        assert!(signed.facts.contains("printed_signer") && !signed.facts.contains("Quyết"), "{}", signed.facts);
        assert_eq!(other.get(&path).await.status(), 404, "what is signed stands");
        let number = officer.get(&format!("{REGISTER}/{letter}/ghi-so")).await;
        assert!(number.attributes("input[name=printed]", "name").is_empty(), "the clerk only numbers it");
    }

    /// A paper comes composed with blanks for those to fill who know the words.
    async fn a_paper_with_blanks_is_signed_and_numbered_only_when_somebody_says_that_they_stay(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let leader = house.signed_in("lanh.dao").await;
        let text = "**Chủ trì:** ……\n**Thư ký:** Bà Bùi Thị Sen\nVới ……/…… phiếu đồng ý, thống nhất./.";
        let minutes = saved(&officer.send(&format!("{REGISTER}/moi"), &letter_fields(text, &[])).await);
        let path = format!("{REGISTER}/{minutes}/ky");
        let page = leader.get(&path).await;
        assert_eq!(page.select("main .govuk-list--bullet li"), ["Chủ trì: ……", "Với ……/…… phiếu đồng ý, thống nhất./."]);
        let version = page.attribute("input[name=version]", "value").unwrap();
        let refused = leader.send(&path, &[("version", &version)]).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#blanks"]);
        assert_eq!(leader.send(&path, &[("version", &version), ("blanks", "co")]).await.status(), 303);
        let number = format!("{REGISTER}/{minutes}/ghi-so");
        let version = officer.get(&number).await.attribute("input[name=version]", "value").unwrap();
        let fields = [("number", "213/LHH-KHCN"), ("date", "19/8/2020"), ("version", version.as_str())];
        let unsaid = read_and_send(&officer, &number, &fields, &[]).await;
        assert_eq!(unsaid.attributes(".govuk-error-summary a", "href"), ["#blanks"]);
        assert_eq!(read_and_send(&officer, &number, &[&fields[..], &[("blanks", "co")]].concat(), &[]).await.status(), 303);
        let whole = draft(&officer, "official_letter", "LHH-KHCN").await;
        assert!(leader.get(&format!("{REGISTER}/{whole}/ky")).await.attributes("input[name=blanks]", "name").is_empty());
    }

    async fn who_records_a_paper_reads_it_back_and_a_day_before_the_draft_is_asked_about(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let letter = draft(&officer, "official_letter", "LHH-KHCN").await;
        let path = format!("{REGISTER}/{letter}/ghi-so");
        let fields = [("number", "213/LHH-KHCN"), ("date", "18/8/2020"), ("version", "1")];
        let read = officer.send_files(&path, &fields, &[]).await;
        assert!(read.says("Ngày này trước ngày bắt đầu soạn dự thảo (19/8/2020)"), "{}", read.text());
        assert!(read.says("Phạm Văn Quyết") && read.says("Kính gửi 1 nơi"), "{}", read.text());
        let token = read.attribute("input[name=read]", "value").unwrap();
        let unsaid = officer.send_files(&path, &[&fields[..], &[("read", token.as_str())]].concat(), &[]).await;
        assert_eq!(unsaid.attributes(".govuk-error-summary a", "href"), ["#file", "#printed"]);
        assert!(unsaid.says("trước ngày bắt đầu soạn"), "what was asked stays asked");
        let today = officer.send_files(&path, &[("number", "213/LHH-KHCN"), ("date", "19/8/2020"), ("version", "1")], &[]).await;
        assert!(!today.says("trước ngày bắt đầu soạn") && !today.says("Ký hiệu khác"), "{}", today.text());
        let other = officer.send_files(&path, &[("number", "213/LHH-XYZ"), ("date", "19/8/2020"), ("version", "1")], &[]).await;
        assert!(other.says("Ký hiệu khác ký hiệu trên dự thảo (LHH-KHCN)"), "{}", other.text());
        let digits = "9".repeat(300);
        let endless = officer.send_files(&path, &[("number", digits.as_str()), ("date", "19/8/2020"), ("version", "1")], &[]).await;
        let told = endless.select(".govuk-error-summary").concat();
        assert!(told.contains("9…") && !told.contains(&digits[..100]), "{told}");
        assert_eq!(sign(&officer, letter, "213/LHH-KHCN", "18/8/2020", true).await.status(), 303, "it is asked, not refused");
    }

    /// A letter to “those on the attached list” is not put forward without anybody noticing that there is none.
    async fn a_draft_that_speaks_of_a_list_says_that_it_has_none(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let words = letter_fields("Đề nghị các đơn vị có tên trong Danh sách kèm theo báo cáo./.", &[]);
        let lacks = "Văn bản nói có danh sách kèm theo nhưng chưa có phụ lục";
        for (annex, warns) in [(&[][..], true), (&[("annex_title", "Danh sách"), ("annex", "Huyện Cô Tô.")][..], false)] {
            let fields = [&words[..], annex].concat();
            let letter = saved(&officer.send(&format!("{REGISTER}/moi"), &fields).await);
            let page = officer.get(&format!("{REGISTER}/{letter}")).await;
            assert_eq!(page.says(lacks), warns, "{}", page.text());
        }
        let plain = draft(&officer, "official_letter", "LHH-KHCN").await;
        assert!(!officer.get(&format!("{REGISTER}/{plain}")).await.says(lacks));
    }

    /// Who lets it go on without its list says so: before the leader, at the signature, before it is sent.
    async fn a_document_without_its_list_is_asked_about_at_every_step(house: TestHouse) {
        launched(&house).await;
        let units = districts(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let words = letter_fields("Đề nghị các đơn vị có tên trong Danh sách kèm theo báo cáo./.", &[]);
        let letter = saved(&officer.send(&format!("{REGISTER}/moi"), &words).await);
        let path = format!("{REGISTER}/{letter}");
        let version = officer.get(&path).await.attribute("input[name=version]", "value").unwrap();
        let asked = officer.send(&format!("{path}/trinh-ky"), &[("version", &version)]).await;
        assert_eq!(asked.attributes(".govuk-error-summary a", "href"), ["#list"]);
        let said = officer.send(&format!("{path}/trinh-ky"), &[("version", &version), ("list", "co")]).await;
        assert_eq!(said.status(), 303, "{}", said.text());
        let asked = sign(&officer, letter, "213/LHH-KHCN", "19/8/2020", true).await;
        assert_eq!(asked.attributes(".govuk-error-summary a", "href"), ["#list"]);
        let number = format!("{path}/ghi-so");
        let version = officer.get(&number).await.attribute("input[name=version]", "value").unwrap();
        let fields = [("number", "213/LHH-KHCN"), ("date", "19/8/2020"), ("version", version.as_str()), ("list", "co")];
        let signed = read_and_send(&officer, &number, &fields, &[("file", "da-ky.pdf", SCAN)]).await;
        assert_eq!(signed.status(), 303, "{}", signed.text());
        let read = posted(&officer, letter, &[units["Huyện Cô Tô"].to_string()], &[]).await;
        assert!(read.says("nhưng không có phụ lục nào"), "{}", read.text());
        let unsaid = as_read(&officer, letter, read).await;
        assert_eq!(unsaid.attributes(".govuk-error-summary a", "href"), ["#list_elsewhere"]);
        let kept = kept(&unsaid);
        let fields: Vec<_> = kept.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let ticked = [&fields[..], &[("step", "send"), ("list_elsewhere", "co")]].concat();
        assert_eq!(officer.send(&format!("/ky/quang-ninh-viii/gui/{letter}"), &ticked).await.status(), 303);
    }

    async fn a_decision_that_replaces_another_says_so_at_both_ends_and_nothing_is_deleted(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let old = saved(&receive(&officer, "85/QĐ-BTC", "27/7/2020", "Ban hành Thể lệ Hội thi", &[]).await);
        let new = saved(&receive(&officer, "90/QĐ-BTC", "5/8/2020", "Sửa Thể lệ Hội thi", &[]).await);
        let ends = format!("{REGISTER}/{new}/thay-the");
        let old_id = old.to_string();
        let backwards = officer.send(&format!("{REGISTER}/{old}/thay-the"), &[("document", &new.to_string()), ("ending", "replaced"), ("date", "5/8/2020"), ("reason", "x")]).await;
        assert!(backwards.says("ban hành ngày 5/8/2020, sau văn bản này"), "{}", backwards.text());
        let bare = officer.send(&ends, &[("document", ""), ("ending", ""), ("date", "ngày mai"), ("reason", "")]).await;
        assert_eq!(bare.attributes(".govuk-error-summary a", "href"), ["#document", "#ending", "#date", "#reason"]);
        let fields = [("document", old_id.as_str()), ("ending", "replaced"), ("date", "5/8/2020"), ("reason", "Kéo dài thời gian nhận hồ sơ")];
        assert_eq!(officer.send(&ends, &fields).await.status(), 303);
        let told = "Văn bản này đã bị thay thế bằng Quyết định 90/QĐ-BTC ngày 05/8/2020, kể từ ngày 5/8/2020";
        assert!(officer.get(&format!("{REGISTER}/{old}")).await.says(told));
        assert!(officer.get(&format!("{REGISTER}/{new}")).await.says("Thay thế: Quyết định 85/QĐ-BTC ngày 27/7/2020"));
        assert!(house.browser().get(&format!("/van-ban/{old}")).await.says(told));
        assert!(officer.get(REGISTER).await.select(".ht-tag").contains(&"Đã bị thay thế".to_owned()));
        assert!(house.browser().get("/").await.says("Đã bị thay thế"));
        let offered = officer.get(&format!("{REGISTER}/moi")).await.select("label[for^='bases']");
        let last = offered.last().unwrap();
        assert!(last.contains("85/QĐ-BTC") && last.ends_with("(đã bị thay thế)"), "what ended is offered last: {offered:?}");
        let again = officer.send(&ends, &fields).await;
        assert!(again.says("Văn bản 85/QĐ-BTC đã bị thay thế hoặc thu hồi"), "{}", again.text());
        let link = officer.get(&ends).await.attribute("input[name=link]", "value").unwrap();
        let lift = format!("{ends}/bo");
        let silent = officer.send(&lift, &[("link", &link), ("lifted_why", "")]).await;
        assert_eq!(silent.attributes(".govuk-error-summary a", "href"), ["#lifted_why"]);
        assert_eq!(officer.send(&lift, &[("link", &link), ("lifted_why", "Chọn nhầm văn bản")]).await.status(), 303);
        assert!(!house.browser().get(&format!("/van-ban/{old}")).await.says(told));
        assert_eq!(officer.send(&ends, &fields).await.status(), 303, "and is made again");
    }

    async fn a_unit_reads_on_its_letter_that_it_was_withdrawn(house: TestHouse) {
        let sent = crate::campaign::sent(&house).await;
        house.set_clock("2020-08-25T09:00:00+07:00");
        let page = sent.officer.get(REGISTER).await;
        let letter = page.attributes("#van-ban .ht-title a", "href").into_iter().next().unwrap();
        let letter = letter.rsplit('/').next().unwrap().to_owned();
        let notice = draft(&sent.officer, "notice", "TB-LHH").await;
        assert_eq!(sign(&sent.officer, notice, "12/TB-LHH", "25/8/2020", true).await.status(), 303);
        let fields = [("document", letter.as_str()), ("ending", "withdrawn"), ("date", "25/8/2020"), ("reason", "Hoãn Hội thi")];
        let done = sent.officer.send(&format!("{REGISTER}/{notice}/thay-the"), &fields).await;
        assert_eq!(done.status(), 303, "{:?}", done.select(".govuk-error-summary li"));
        let told = "Văn bản này đã bị thu hồi theo Thông báo 12/TB-LHH ngày 25/8/2020, kể từ ngày 25/8/2020";
        let desk = sent.desk(&house).await;
        let at_the_unit = sent.contact.get(&desk).await;
        assert!(at_the_unit.says(told) && at_the_unit.says("Hoãn Hội thi"), "{}", at_the_unit.text());
        let (letter, island) = (letter.parse().unwrap(), [sent.units["Huyện Cô Tô"].to_string()]);
        let again = crate::campaign::letter::posted(&sent.officer, letter, &island, &[]).await;
        assert!(again.says("đã bị thu hồi từ ngày 25/8/2020 nên không gửi nữa"), "{}", again.text());
    }

    /// Nobody is reminded of it or late with it; the officer is led to recalling it from the units.
    async fn what_the_register_withdrew_is_asked_of_nobody(house: TestHouse) {
        let sent = crate::campaign::sent(&house).await;
        let letter = sent.standing(&house, crate::campaign::letter::TOWN).await.sendings[0].sending.document;
        let late_by = jiff::civil::date(2021, 9, 1);
        let late = async || hoithi_campaign::overdue(&mut house.house().read().await.unwrap(), letter, late_by).await.unwrap().len();
        assert!(late().await > 0);
        house.set_clock("2020-08-25T09:00:00+07:00");
        let notice = draft(&sent.officer, "notice", "TB-LHH").await;
        assert_eq!(sign(&sent.officer, notice, "12/TB-LHH", "25/8/2020", true).await.status(), 303);
        let letter_id = letter.to_string();
        let fields = [("document", letter_id.as_str()), ("ending", "withdrawn"), ("date", "25/8/2020"), ("reason", "Hoãn Hội thi")];
        let done = sent.officer.send(&format!("{REGISTER}/{notice}/thay-the"), &fields).await;
        let recall = format!("/ky/quang-ninh-viii/noi-nhan/{letter}/thu-hoi");
        assert_eq!(done.location(), recall, "units have it");
        let page = sent.officer.get(&recall).await;
        assert_eq!(page.select("#reason"), ["Hoãn Hội thi"]);
        assert_eq!(page.attribute("#replaced_by option[selected]", "value"), Some(notice.to_string()));
        assert_eq!(late().await, 0);
        let urging = sent.officer.get(&format!("/ky/quang-ninh-viii/don-doc/{letter}")).await;
        assert!(!urging.says("Huyện Ba Chẽ"), "{}", urging.text());
        let known: std::sync::Arc<dyn hoithi_reminders::KnownDue> = std::sync::Arc::new(hoithi::FromRooms);
        house.set_clock("2020-08-28T07:30:00+07:00");
        hoithi_reminders::tell_what_is_due(house.house(), &known).await.unwrap();
        let mails = hoithi_journal::outbox_mails(&mut house.house().read().await.unwrap(), 50).await.unwrap();
        let reminded = mails.iter().any(|mail| mail.recipient == "dong.trieu@vidu.invalid" && mail.subject.starts_with("Nhắc việc"));
        assert!(!reminded, "{mails:?}");
        let desk = sent.officer.get("/ban-lam-viec").await;
        assert!(desk.attributes(".ht-todo__verb", "href").contains(&recall), "{}", desk.text());
        assert!(!desk.says("chưa xác nhận đã nhận"), "{}", desk.text());
        let at_the_unit = sent.desk(&house).await;
        let refused = sent.contact.send(&format!("{at_the_unit}/xac-nhan"), &[]).await;
        assert_ne!(refused.status(), 303, "{}", refused.text());
        let recalled = [("reason", "Hoãn Hội thi"), ("replaced_by", ""), ("mail", "co"), ("step", "do")];
        assert_eq!(sent.officer.send(&recall, &recalled).await.status(), 303);
        assert!(!sent.officer.get("/ban-lam-viec").await.attributes(".ht-todo__verb", "href").contains(&recall));
    }

    async fn what_came_is_numbered_by_its_arrival_and_what_is_only_cited_is_not(house: TestHouse) {
        launched(&house).await;
        house.set_clock("2020-08-21T08:00:00+07:00");
        let officer = house.signed_in("chuyen.vien").await;
        let path = format!("{REGISTER}/vao-so");
        let comes = async |number: &str, came: &str| {
            let fields = [
                ("kind", "official_letter"), ("issuer", "Sở Khoa học và Công nghệ"), ("number", number), ("date", "17/8/2020"),
                ("subject", "Góp ý Thể lệ"), ("addressees", AGENCY), ("came", came),
            ];
            read_and_send(&officer, &path, &fields, &[("file", "ban-quet.pdf", SCAN)]).await
        };
        for wrong in ["16/8/2020", "22/8/2020", "hôm qua"] {
            assert_eq!(comes("56/SKHCN", wrong).await.attributes(".govuk-error-summary a", "href"), ["#came"], "{wrong}");
        }
        let cited = saved(&comes("55/SKHCN", "").await);
        assert!(!officer.get(&format!("{REGISTER}/{cited}")).await.says("Số đến"));
        assert!(!officer.get(REGISTER).await.says("In sổ đăng ký văn bản đến"));
        for (number, came, given) in [("56/SKHCN", "20/8/2020", 1), ("57/SKHCN", "18/8/2020", 2), ("58/SKHCN", "21/8/2020", 3)] {
            let id = saved(&comes(number, came).await);
            let page = officer.get(&format!("{REGISTER}/{id}")).await;
            assert!(page.says(&format!("Số đến {given}, ngày đến {came}.")), "{}", page.text());
        }
        assert!(comes("58/SKHCN", "21/8/2020").await.says("đã vào sổ. Trong một năm"));
        let page = officer.get(REGISTER).await;
        let href = page.attributes("a", "href").into_iter().find(|href| href.contains("so-van-ban-den")).unwrap();
        let words = words_on_the_page(officer.get(&href).await.bytes());
        assert!(words.contains("SỔ ĐĂNG KÝ VĂN BẢN ĐẾN") && words.contains("Năm 2020"), "{words}");
        assert!(words.contains("57/SKHCN") && !words.contains("55/SKHCN"), "{words}");
        assert_eq!(officer.get(&format!("{REGISTER}/so-van-ban-den?nam=1999")).await.status(), 404);
        let texts = texts_of(&officer.get(&format!("{REGISTER}/so-van-ban-den.xlsx?nam=2020")).await);
        assert!(texts.contains("SỔ ĐĂNG KÝ VĂN BẢN ĐẾN") && texts.contains("Số đến"), "{texts}");
        assert!(texts.contains("57/SKHCN") && !texts.contains("55/SKHCN"), "{texts}");
        assert_eq!(officer.get(&format!("{REGISTER}/so-van-ban-den.xlsx?nam=1999")).await.status(), 404);

        // What was entered without its arrival gets the next number afterwards, once.
        let late = format!("{REGISTER}/{cited}/so-den");
        assert!(officer.get(&format!("{REGISTER}/{cited}")).await.attributes("a", "href").contains(&late));
        for wrong in ["", "16/8/2020", "22/8/2020"] {
            let refused = officer.send(&late, &[("came", wrong)]).await;
            assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#came"], "{wrong}");
        }
        assert_eq!(officer.send(&late, &[("came", "19/8/2020")]).await.status(), 303);
        let page = officer.get(&format!("{REGISTER}/{cited}")).await;
        assert!(page.says("Số đến 4, ngày đến 19/8/2020.") && !page.attributes("a", "href").contains(&late), "{}", page.text());
        let twice = officer.send(&late, &[("came", "20/8/2020")]).await;
        assert!(twice.says("Văn bản này đã có số đến 4, ngày đến 19/8/2020."), "{}", twice.text());
        let lines = lines_about(&mut house.house().read().await.unwrap(), &cited.to_string()).await.unwrap();
        assert_eq!(lines.iter().filter(|line| line.event == "document.came").count(), 1);
        let own = draft(&officer, "official_letter", "LHH-KHCN").await;
        assert_eq!(officer.get(&format!("{REGISTER}/{own}/so-den")).await.status(), 404, "what is ours did not come");
    }

    async fn what_came_is_read_by_everybody_only_when_the_officer_says_so(house: TestHouse) {
        launched(&house).await;
        house.set_clock("2020-08-21T08:00:00+07:00");
        let officer = house.signed_in("chuyen.vien").await;
        let path = format!("{REGISTER}/vao-so");
        assert!(officer.get(&path).await.attributes("#public[checked]", "name").is_empty());
        let enter = async |number: &str, more: &[(&str, &str)]| {
            let fields = [
                ("kind", "official_letter"), ("issuer", "Sở Khoa học và Công nghệ"), ("number", number), ("date", "17/8/2020"),
                ("subject", "Góp ý Thể lệ"), ("came", "20/8/2020"),
            ];
            saved(&read_and_send(&officer, &path, &[&fields[..], more].concat(), &[("file", "ban-quet.pdf", SCAN)]).await)
        };
        let anybody = house.browser();
        let ours = enter("56/SKHCN", &[]).await;
        assert_eq!(anybody.get(&format!("/van-ban/{ours}")).await.status(), 404);
        assert_eq!(anybody.get(&format!("/van-ban/{ours}/tep")).await.status(), 404);
        let shown = enter("57/SKHCN", &[("public", "co")]).await;
        assert_eq!(anybody.get(&format!("/van-ban/{shown}")).await.status(), 200);
    }

    async fn the_register_of_a_year_is_printed(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        assert!(officer.get(REGISTER).await.attributes("a", "href").iter().all(|href| !href.contains("so-dang-ky")));
        let letter = draft(&officer, "official_letter", "LHH-KHCN").await;
        assert_eq!(sign(&officer, letter, "213/LHH-KHCN", "19/8/2020", true).await.status(), 303);
        let page = officer.get(REGISTER).await;
        let href = page.attributes("a", "href").into_iter().find(|href| href.contains("so-dang-ky")).unwrap();
        let book = officer.get(&href).await;
        assert_eq!((book.status(), book.header("content-type")), (200, "application/pdf"));
        let texts = texts_of(&officer.get(&format!("{REGISTER}/so-dang-ky.xlsx?nam=2020")).await);
        assert!(texts.contains("SỔ ĐĂNG KÝ VĂN BẢN ĐI") && texts.contains("213/LHH-KHCN"), "{texts}");
        assert_eq!(officer.get(&format!("{REGISTER}/so-dang-ky?nam=1999")).await.status(), 404);
    }
}
