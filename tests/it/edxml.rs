//! A signed document as an edXML package for the province's document system.

use hoithi_rules::ids::DocumentId;
use hoithi_testkit::{Browser, TestHouse, both};

use crate::correspondence::{launched, signed_letter};

const REGISTER: &str = "/ky/quang-ninh-viii/van-ban";
const BODIES: &str = "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Quảng Ninh = H49.88\nUBND các huyện, thị xã, thành phố = 000.00.12.H49";

async fn letter(house: &TestHouse) -> (Browser, DocumentId) {
    launched(house).await;
    let id = signed_letter(house).await;
    (house.signed_in("chuyen.vien").await, id)
}

both! {
    async fn a_package_says_what_lacks_until_it_is_set(house: TestHouse) {
        let (officer, id) = letter(&house).await;
        let path = format!("{REGISTER}/{id}/edxml");
        let settings = format!("{REGISTER}/lien-thong");
        let told = |page: hoithi_testkit::Answer| page.select(".govuk-error-summary a").join(" ");
        assert!(told(officer.get(&path).await).contains("Chưa có mã định danh của Liên hiệp các Hội"));
        let wrong = officer.send(&settings, &[("bodies", "UBND tỉnh = Quảng Ninh\nkhông có dấu bằng"), ("types", "Công văn = một")]).await;
        assert_eq!(wrong.select(".govuk-error-summary a").len(), 3, "{:?}", wrong.select(".govuk-error-summary a"));
        assert!(wrong.text().contains("không có dấu bằng"), "what was typed stays");
        let own = BODIES.lines().next().unwrap();
        assert_eq!(officer.send(&settings, &[("bodies", own), ("types", "")]).await.status(), 303);
        assert!(told(officer.get(&path).await).contains("Chưa có mã định danh của nơi nào"));
        assert_eq!(officer.send(&settings, &[("bodies", BODIES), ("types", "")]).await.status(), 303);
        assert!(told(officer.get(&path).await).contains("Chưa có mã của loại “Công văn”"));
    }

    async fn the_package_is_as_receivers_read_it(house: TestHouse) {
        let (officer, id) = letter(&house).await;
        let set = officer.send(&format!("{REGISTER}/lien-thong"), &[("bodies", BODIES), ("types", "Công văn = 18")]).await;
        assert_eq!(set.status(), 303, "{:?}", set.select(".govuk-error-summary a"));
        house.set_clock("2020-08-20T08:15:00+07:00");
        let package = officer.get(&format!("{REGISTER}/{id}/edxml")).await;
        assert_eq!((package.status(), package.header("content-type")), (200, "application/xml"));
        let text = package.text();
        roxmltree::Document::parse(&text).unwrap();
        let (envelope, attached) = text.split_once("</edXML:edXMLEnvelope>").unwrap();
        let unprefixed = regex::Regex::new("<(?:[A-Z])").unwrap();
        assert!(!unprefixed.is_match(envelope), "every child of the envelope bears the prefix");
        assert!(attached.starts_with("<AttachmentEncoded>"), "the files stand behind the envelope");
        assert!(text.contains("<edXML:DocumentId>H49.88,2020/08/19,213/LHH-KHCN</edXML:DocumentId>"));
        let lines = text.replace(&id.to_string(), "ID").replace("><", ">\n<");
        insta::assert_snapshot!("edxml_package", lines);
    }

    async fn a_draft_has_no_package(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let [.., draft] = crate::correspondence::chain(&officer).await;
        assert_eq!(officer.get(&format!("{REGISTER}/{draft}/edxml")).await.status(), 404);
    }
}
