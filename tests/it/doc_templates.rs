//! Templates of documents: the shipped ones, the office's own, and what no template may ask for.

use hoithi_testkit::{Browser, TestHouse, both};

use crate::correspondence::{chain, launched, letter_fields};

const REGISTER: &str = "/ky/quang-ninh-viii/van-ban";

async fn officer(house: &TestHouse) -> Browser {
    launched(house).await;
    house.signed_in("chuyen.vien").await
}

both! {
    async fn a_draft_from_a_template_has_the_edition_s_facts_in_it(house: TestHouse) {
        let officer = officer(&house).await;
        let list = officer.get(&format!("{REGISTER}/mau")).await;
        let links = list.attributes(".ht-card__link", "href");
        assert_eq!(links.len(), 4, "four come with the program");
        let (mut heads, mut kept) = (Vec::new(), Vec::new());
        for link in links {
            let draft = officer.get(&link).await;
            let kinds = draft.attributes("#kind option[selected]", "value");
            heads.push((kinds.concat(), draft.attribute("#symbol", "value").unwrap_or_default()));
            kept.push(draft.select("textarea[name=recipients]").concat());
            let text = draft.select("textarea").join("\n");
            assert!(text.contains("lần thứ VIII"), "{link}: {text}");
            assert!(!text.contains("{{"), "{link}: {text}");
        }
        let own = |kind: &str, symbol: &str| (kind.to_owned(), symbol.to_owned());
        let (letter, plan, decision) =
            (own("official_letter", "LHH-KHCN"), own("plan", "KH-BTC"), own("decision", "QĐ-BTC"));
        assert_eq!(heads, [letter.clone(), plan, decision, letter], "plan and decision are the committee's");
        assert!(kept[2].starts_with("Như Điều 3"), "and so is who receives it: {}", kept[2]);
    }

    /// The committee issues the rules, on what the register has before them; intake ends at its hour.
    async fn a_decision_from_a_template_is_the_committee_s_and_rests_on_the_book_s_bases(house: TestHouse) {
        let officer = officer(&house).await;
        let [regulation, rules, ..] = chain(&officer).await;
        let path = |code: &str| format!("{REGISTER}/moi?mau={code}");
        let decision = officer.get(&path("the-le")).await;
        assert_eq!(decision.attributes("input[name=bases][checked]", "value"), [regulation.to_string()], "not on itself");
        let issuer = decision.attribute("#issuer", "value").unwrap();
        assert!(issuer.starts_with("Ban Tổ chức Hội thi"), "{issuer}");
        assert_eq!(decision.attribute("#in_place_of", "value").as_deref(), Some("Ban Tổ chức"));
        let plan = officer.get(&path("ke-hoach")).await;
        let bases = plan.attributes("input[name=bases][checked]", "value");
        assert_eq!(bases.len(), 2, "{bases:?}");
        assert!([regulation, rules].iter().all(|each| bases.contains(&each.to_string())), "{bases:?}");
        for code in ["trien-khai", "ke-hoach"] {
            let text = officer.get(&path(code)).await.select("textarea[name=text]").concat();
            assert!(text.contains("đến 17 giờ 00 ngày 30/6/2021") && !text.contains("đến hết ngày"), "{code}: {text}");
        }
    }

    /// The letter speaks of the rules and the plan; the office's own template names a paper by its number.
    async fn what_a_template_names_and_the_register_has_is_ticked(house: TestHouse) {
        let officer = officer(&house).await;
        let letter = format!("{REGISTER}/moi?mau=trien-khai");
        assert!(officer.get(&letter).await.attributes("input[name=bases][checked]", "value").is_empty(), "nothing is there yet");
        let [regulation, rules, plan, _] = chain(&officer).await;
        let ticked = officer.get(&letter).await.attributes("input[name=bases][checked]", "value");
        assert_eq!(ticked.len(), 2, "{ticked:?}");
        assert!([rules, plan].iter().all(|each| ticked.contains(&each.to_string())), "{ticked:?}");
        let fields = [
            ("kind", "notice"), ("name", "Thông báo theo Quy chế"), ("subject", "Nhắc việc"), ("addressees", ""),
            ("text", "Thực hiện Quyết định số 1594/QĐ-UBND; không phải 594/QĐ-UBND hay 86/KH-BTCHT."), ("recipients", "Lưu: VT"),
        ];
        assert_eq!(officer.send(&format!("{REGISTER}/mau/moi"), &fields).await.status(), 303);
        let link = officer.get(&format!("{REGISTER}/mau")).await.attributes(".ht-card__link", "href").pop().unwrap();
        let own = officer.get(&link).await.attributes("input[name=bases][checked]", "value");
        assert_eq!(own, [regulation.to_string()]);
    }

    /// What such a paper lacks is said before anybody signs it.
    async fn a_decision_that_rests_on_nothing_is_marked(house: TestHouse) {
        let officer = officer(&house).await;
        let mut fields = letter_fields("Điều 1. Ban hành Thể lệ./.", &[]);
        fields.retain(|(name, _)| !["kind", "symbol", "addressees"].contains(name));
        fields.extend([("kind", "decision"), ("symbol", "QĐ-BTC")]);
        let saved = officer.send(&format!("{REGISTER}/moi"), &fields).await;
        assert_eq!(saved.status(), 303, "{}", saved.text());
        let page = officer.get(saved.location()).await;
        assert!(page.says("Chưa có “Căn cứ”") && page.says("Nơi nhận ghi “Như trên”"), "{}", page.text());
    }

    async fn the_office_makes_its_own_template_and_drafts_from_it(house: TestHouse) {
        let officer = officer(&house).await;
        let fields = [
            ("kind", "notice"), ("name", "Thông báo nhắc hạn"), ("subject", "Nhắc hạn {{ten_hoi_thi}}"),
            ("addressees", ""), ("text", "Hạn nộp hồ sơ là ngày {{ han_nop }}."), ("recipients", "Lưu: VT"), ("version", "0"),
        ];
        let saved = officer.send(&format!("{REGISTER}/mau/moi"), &fields[..6]).await;
        assert_eq!(saved.status(), 303, "{:?}", saved.select(".govuk-error-summary a"));
        let list = officer.get(&format!("{REGISTER}/mau")).await;
        let link = list.attributes(".ht-card__link", "href").pop().unwrap();
        let draft = officer.get(&link).await;
        assert!(draft.select("textarea[name=text]").join("").contains("Hạn nộp hồ sơ là ngày "), "{}", draft.text());
        assert!(!draft.select("textarea[name=text]").join("").contains("han_nop"));
        let own = list.attributes("a", "href").into_iter().find(|href| href.contains("/mau/0")).unwrap();
        assert_eq!(officer.send(&own, &fields).await.status(), 200, "another version was read");
        assert_eq!(officer.send(&format!("{own}/bo"), &[]).await.status(), 303);
        assert_eq!(officer.get(&own).await.status(), 404);
    }

    async fn a_template_asks_for_nothing_that_is_not_on_the_list(house: TestHouse) {
        let officer = officer(&house).await;
        let fields = [
            ("kind", "notice"), ("name", "Mẫu sai"), ("subject", "Về {{mat_khau}}"), ("addressees", ""),
            ("text", "Mở mà không đóng {{han_nop"), ("recipients", ""),
        ];
        let refused = officer.send(&format!("{REGISTER}/mau/moi"), &fields).await;
        let told = refused.select(".govuk-error-summary a").join(" ");
        assert!(told.contains("Trích yếu: Không có chỗ điền tên “mat_khau”"), "{told}");
        assert!(told.contains("Nội dung: Có dấu ngoặc nhọn mở mà chưa đóng"), "{told}");
        assert!(refused.select("textarea[name=text]").join("").contains("{{han_nop"), "what was typed stays");
    }
}
