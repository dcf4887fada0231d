//! Documents as edXML packages: ours for the province's document system, and those that come from it.

use axum::http::Method;
use hoithi_rules::ids::DocumentId;
use hoithi_testkit::{Answer, Browser, TestHouse, both};
use hoithi_units::{UnitLevel, units_of_level};
use jiff::civil::date;
use serde_json::{Value, json};

use crate::correspondence::{SCAN, chain, launched, saved, sign, signed_letter};

const REGISTER: &str = "/ky/quang-ninh-viii/van-ban";
const BODIES: &str = "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Quảng Ninh = H49.88\nUBND các huyện, thị xã, thành phố = 000.00.12.H49";

async fn letter(house: &TestHouse) -> (Browser, DocumentId) {
    launched(house).await;
    let id = signed_letter(house).await;
    (house.signed_in("chuyen.vien").await, id)
}

/// The settings with one more body.
async fn set_exchange(officer: &Browser, more: &str) {
    let bodies = format!("{BODIES}\n{more}");
    let fields = [("bodies", bodies.as_str()), ("types", "Công văn = 18")];
    let set = officer.send(&format!("{REGISTER}/lien-thong"), &fields).await;
    assert_eq!(set.status(), 303, "{:?}", set.select(".govuk-error-summary a"));
}

/// A zip that holds a macro and nothing else.
const MACRO: &str = "UEsDBBQAAAAAAAAAIQCf49WnDgAAAA4AAAATAAAAd29yZC92YmFQcm9qZWN0LmJpblN1YiBBdXRvT3BlbigpUEsBAhQDFAAAAAAAAAAhAJ/j1acOAAAADgAAABMAAAAAAAAAAAAAAIABAAAAAHdvcmQvdmJhUHJvamVjdC5iaW5QSwUGAAAAAAEAAQBBAAAAPwAAAAAA";

/// Our own letter's package, as another body would send it.
async fn from_elsewhere(officer: &Browser, letter: DocumentId) -> String {
    set_exchange(officer, "").await;
    let own = officer.get(&format!("{REGISTER}/{letter}/edxml")).await.text();
    let other = own.replace("Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Quảng Ninh", "Sở Khoa học và Công nghệ");
    let other = other.replace("H49.88", "H49.12").replace("213", "57");
    // The file's name in the package is its hash, which may hold these very digits.
    let hash = hoithi_documents::Sha256Hex::of(SCAN).to_string();
    other.replace(&hash.replace("213", "57"), &hash)
}

/// With one more file, which the package need not list.
fn with_file(package: &str, name: &str, encoded: &str) -> String {
    let file = format!(
        "<Attachment><ContentType>application/octet-stream</ContentType><ContentId>cid:{name}</ContentId>\
         <ContentTransferEncoded>{encoded}</ContentTransferEncoded><AttachmentName>{name}</AttachmentName></Attachment>"
    );
    package.replace("</AttachmentEncoded>", &format!("{file}</AttachmentEncoded>"))
}

async fn look(officer: &Browser, package: impl AsRef<[u8]>) -> Answer {
    let files: [(&str, &str, &[u8]); 1] = [("file", "den.edxml", package.as_ref())];
    officer.send_files(&format!("{REGISTER}/nhan-edxml"), &[], &files).await
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

    async fn the_settings_say_what_is_wrong_with_them_and_what_they_lack(house: TestHouse) {
        let (officer, _) = letter(&house).await;
        let settings = format!("{REGISTER}/lien-thong");
        let page = officer.get(&settings).await;
        let lacks = page.select(".ht-notice--warn li");
        assert_eq!(lacks.len(), 3, "{lacks:?}");
        assert!(lacks[0].contains("Liên hiệp các Hội") && lacks[2].contains("“Công văn”"), "{lacks:?}");
        let wrong = officer.send(&settings, &[("bodies", &format!("{BODIES}\nUBND CÁC HUYỆN, THỊ XÃ, THÀNH PHỐ = H49.7")), ("types", "Công văn = 18\nKế hoạch: 10")]).await;
        let says = wrong.select(".govuk-error-summary a");
        assert!(says[0].contains("Dòng 3 ghi lại") && says[1].contains("Dòng 2 “Kế hoạch: 10” chưa đúng"), "{says:?}");
        assert!(wrong.select(".govuk-error-summary__title").concat().contains("Chưa lưu được"), "{}", wrong.text());
        set_exchange(&officer, "").await;
        assert!(officer.get(&settings).await.select(".ht-notice--warn").is_empty());
    }

    /// A decision has no *Kính gửi*: the officer says who receives its package, once.
    async fn a_decision_s_package_goes_to_whom_the_officer_chose(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let fields = [
            ("kind", "decision"), ("issuer", "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Quảng Ninh"), ("symbol", "QĐ-LHH"),
            ("place", "Quảng Ninh"), ("subject", "Thành lập Tổ giúp việc"), ("text", "Điều 1. Thành lập Tổ giúp việc."),
            ("recipients", "Như Điều 1;\nLưu: VT."), ("capacity", "own"), ("position", "Chủ tịch"), ("signer", "Phạm Văn Quyết"),
        ];
        let decision = saved(&officer.send(&format!("{REGISTER}/moi"), &fields).await);
        assert_eq!(sign(&officer, decision, "214/QĐ-LHH", "19/8/2020", true).await.status(), 303);
        let bodies = format!("{BODIES}\nSở Khoa học và Công nghệ = H49.12\nSở Nội vụ = H49.13");
        let set = officer.send(&format!("{REGISTER}/lien-thong"), &[("bodies", bodies.as_str()), ("types", "Quyết định = 2")]).await;
        assert_eq!(set.status(), 303);
        let (package, choice) = (format!("{REGISTER}/{decision}/edxml"), format!("{REGISTER}/{decision}/nhan-goi"));
        let asked = officer.get(&package).await;
        assert_eq!(asked.attributes(".govuk-error-summary a", "href"), ["#to"]);
        assert!(asked.says("Chưa chọn cơ quan nhận gói"), "{}", asked.text());
        assert_eq!(asked.attributes("input[name=to]", "value"), ["000.00.12.H49", "H49.12", "H49.13"], "nobody sends to themselves");
        let nobody = officer.send(&choice, &[]).await;
        assert_eq!(nobody.attributes(".govuk-error-summary a", "href"), ["#to"]);
        assert_eq!(officer.send(&choice, &[("to", "H49.12"), ("to", "H49.13")]).await.status(), 303);
        assert_eq!(officer.get(&choice).await.attributes("input[name=to][checked]", "value"), ["H49.12", "H49.13"]);
        let text = officer.get(&package).await.text();
        assert!(text.matches("<edXML:To>").count() == 2 && text.contains("<edXML:OrganName>Sở Nội vụ</edXML:OrganName>"), "{text}");
        let lines = hoithi_journal::lines_about(&mut house.house().read().await.unwrap(), &decision.to_string()).await.unwrap();
        assert!(lines.iter().any(|line| line.event == "exchange.receivers_chosen"));
        // Whose identifier is taken from the settings is not left out in silence.
        let fewer = [("bodies", BODIES), ("types", "Quyết định = 2")];
        assert_eq!(officer.send(&format!("{REGISTER}/lien-thong"), &fewer).await.status(), 303);
        let gone = officer.get(&package).await;
        assert!(gone.says("Mã H49.12 đã chọn không còn trong thiết lập liên thông"), "{}", gone.text());
    }

    /// One package names exactly the units that stand in the directory; the others are told of.
    async fn a_sent_letter_goes_as_one_package_to_its_units_with_an_identifier(house: TestHouse) {
        let sent = crate::campaign::sent(&house).await;
        let officer = &sent.officer;
        let (letter, _) = crate::sending::island_s(&house, sent.units["Huyện Cô Tô"]).await;
        let here = format!("/ky/quang-ninh-viii/noi-nhan/{letter}");
        let none = officer.send(&format!("{here}/goi"), &[("whom", "all")]).await;
        assert!(none.says("Không đơn vị nào được chọn có mã định danh"), "{}", none.text());
        set_exchange(officer, "UBND huyện Cô Tô = H49.21\nThị xã Đông Triều = H49.22\nSở Nội vụ = H49.13").await;
        let page = officer.get(&here).await;
        let without = page.select("#khong-ma").concat();
        assert!(without.contains("11 đơn vị chưa có mã,") && without.contains("Huyện Tiên Yên"), "{without}");
        assert!(!without.contains("Cô Tô") && !without.contains("Đông Triều"), "{without}");
        let unreached = async || officer.get(&format!("{here}?xem=unreached")).await.select("#noi-nhan tbody tr").len();
        assert_eq!(unreached().await, 12, "only the town has an account");

        assert_eq!(officer.send(&format!("{here}/goi"), &[("whom", "unreached")]).await.location(), here);
        assert_eq!(unreached().await, 12, "what was made has reached nobody");
        let page = officer.get(&here).await;
        let row = page.select("#noi-nhan tbody tr").into_iter().find(|row| row.contains("Huyện Cô Tô")).unwrap();
        assert!(row.contains("Gói edXML mới tạo, chưa gửi") && row.contains("Bùi Thị Sen"), "{row}");
        let made = page.attributes("a[href*='/goi/']", "href");
        let package = officer.get(&made[0]).await;
        assert_eq!((package.status(), package.header("content-type")), (200, "application/xml"));
        let text = package.text();
        assert!(text.matches("<edXML:To>").count() == 1 && text.contains("H49.21") && !text.contains("H49.22"), "{text}");
        assert_eq!(officer.get(&made[0]).await.bytes(), package.bytes(), "it stays as it was made");
        let proof = hoithi_testkit::words_on_the_page(officer.get(&format!("{here}/bang-ke")).await.bytes());
        assert!(!proof.contains("edXML"), "{proof}");

        assert_eq!(officer.send(&format!("{here}/goi"), &[("whom", "all")]).await.status(), 303);
        let made = officer.get(&here).await.attributes("a[href*='/goi/']", "href");
        assert_eq!(made.len(), 2);
        let mut counts = Vec::new();
        for each in &made {
            let text = officer.get(each).await.text();
            assert!(!text.contains("H49.13"), "the letter did not go there: {text}");
            counts.push(text.matches("<edXML:To>").count());
        }
        counts.sort_unstable();
        assert_eq!(counts, [1, 2]);
        assert_ne!(sent.contact.get(&made[0]).await.status(), 200, "it is the office's");
        let lines = hoithi_journal::lines_about(&mut house.house().read().await.unwrap(), &letter.to_string()).await.unwrap();
        assert_eq!(lines.iter().filter(|line| line.event.as_str() == "letter.packed").count(), 2);

        let recalled = officer.send(&format!("{here}/thu-hoi"), &[("reason", "Sai hạn nộp."), ("replaced_by", ""), ("step", "do")]).await;
        assert_eq!(recalled.status(), 303, "{}", recalled.text());
        let page = officer.get(&here).await;
        assert!(page.attributes("a[href*='/goi/']", "href").is_empty() && !page.says("Tạo gói cho"), "{}", page.text());
        assert!(officer.get(&made[0]).await.says("đã được thu hồi nên không gửi nữa"));
        assert!(officer.send(&format!("{here}/goi"), &[("whom", "all")]).await.says("đã được thu hồi nên không gửi nữa"));
    }

    /// A name that two units bear tells neither; a code does.
    async fn units_of_one_name_are_told_apart_by_their_code(house: TestHouse) {
        let (officer, letter) = letter(&house).await;
        let units = crate::campaign::letter::districts(&house).await;
        let keeper = house.signed_in("so.bo").await;
        let twin = [
            ("name", "Huyện Cô Tô"), ("kind", "ban"), ("level", "department"), ("parent", ""), ("valid_from", ""),
            ("source", "Danh sách cơ quan của tỉnh"),
        ];
        assert_eq!(keeper.send("/don-vi-hanh-chinh/them", &twin).await.status(), 303);
        let mut db = house.house().read().await.unwrap();
        let departments = units_of_level(&mut db, UnitLevel::Department, date(2020, 8, 19)).await.unwrap();
        drop(db);
        let twin = departments.iter().find(|unit| unit.name == "Huyện Cô Tô").expect("the other of that name");
        let both = [units["Huyện Cô Tô"].to_string(), twin.id.to_string()];
        let sent = crate::campaign::letter::send(&officer, letter, &both).await;
        assert_eq!(sent.status(), 303, "{}", sent.text());
        let here = format!("/ky/quang-ninh-viii/noi-nhan/{letter}");

        set_exchange(&officer, "UBND huyện Cô Tô = H49.21").await;
        let without = officer.get(&here).await.select("#khong-ma").concat();
        assert!(without.contains("Huyện Cô Tô (207)") && without.contains("2 đơn vị"), "{without}");
        assert!(officer.send(&format!("{here}/goi"), &[("whom", "all")]).await.says("Không đơn vị nào được chọn có mã định danh"));

        set_exchange(&officer, "UBND huyện Cô Tô (207) = H49.21\nBan Cô Tô (999) = H49.29").await;
        let lines = officer.get(&format!("{REGISTER}/lien-thong")).await.select("#bodies").concat();
        assert!(lines.contains("UBND huyện Cô Tô (207) = H49.21"), "{lines}");
        let page = officer.get(&here).await;
        assert!(page.select("#khong-ma").concat().contains("1 đơn vị"), "{}", page.text());
        assert_eq!(officer.send(&format!("{here}/goi"), &[("whom", "all")]).await.status(), 303);
        let made = officer.get(&here).await.attributes("a[href*='/goi/']", "href");
        let text = officer.get(&made[0]).await.text();
        assert!(text.matches("<edXML:To>").count() == 1 && text.contains("H49.21") && !text.contains("H49.29"), "{text}");
        assert!(text.contains("<edXML:OrganName>UBND huyện Cô Tô</edXML:OrganName>"), "the code is the register's, no name: {text}");

        let twice = format!("{BODIES}\nHuyện Cô Tô (207) = H49.21\nĐảo Cô Tô (207) = H49.22");
        let wrong = officer.send(&format!("{REGISTER}/lien-thong"), &[("bodies", twice.as_str()), ("types", "Công văn = 18")]).await;
        assert!(wrong.select(".govuk-error-summary a")[0].contains("Dòng 4 ghi lại"), "{}", wrong.text());
    }

    /// Made is not sent: only the officer's word that it went out in the province's system reaches the units.
    async fn a_package_reaches_its_units_once_the_officer_notes_when_it_was_sent(house: TestHouse) {
        let sent = crate::campaign::sent(&house).await;
        let officer = &sent.officer;
        let (letter, _) = crate::sending::island_s(&house, sent.units["Huyện Cô Tô"]).await;
        let here = format!("/ky/quang-ninh-viii/noi-nhan/{letter}");
        set_exchange(officer, "UBND huyện Cô Tô = H49.21").await;
        house.set_clock("2020-08-21T08:15:00+07:00");
        assert_eq!(officer.send(&format!("{here}/goi"), &[("whom", "all")]).await.status(), 303);
        let unreached = async || officer.get(&format!("{here}?xem=unreached")).await.select("#noi-nhan tbody tr").len();
        let proof = async || hoithi_testkit::words_on_the_page(officer.get(&format!("{here}/bang-ke")).await.bytes());
        assert_eq!(unreached().await, 12);
        let page = officer.get(&here).await;
        assert!(page.select("#goi li").concat().contains("Chưa gửi"), "{}", page.text());
        let note = page.attribute("#goi a[href*='/gui-truc/']", "href").expect("the officer notes it");

        house.set_clock("2020-08-21T10:40:00+07:00");
        let form = officer.get(&note).await;
        assert!(form.says("Huyện Cô Tô") && !form.says("Ghi nhầm"), "{}", form.text());
        assert_eq!(form.attribute("input[name=time]", "value").as_deref(), Some("10:40"));
        let (early, late) = ([("day", "21/8/2020"), ("time", "8:10")], [("day", "21/8/2020"), ("time", "10:50")]);
        for wrong in [early, late] {
            let no = officer.send(&note, &wrong).await;
            assert_eq!(no.attributes(".govuk-error-summary a", "href"), ["#day"]);
            assert!(no.says("phải từ lúc tạo gói"), "{}", no.text());
        }
        let no = officer.send(&note, &[("day", "hôm qua"), ("time", "sáng")]).await;
        assert_eq!(no.attributes(".govuk-error-summary a", "href"), ["#day", "#time"]);
        assert_eq!(unreached().await, 12);
        assert_ne!(sent.contact.send(&note, &[("day", "21/8/2020"), ("time", "9:30")]).await.status(), 303, "it is the office's");
        assert_eq!(officer.send(&note, &[("day", "21/8/2020"), ("time", "9h30")]).await.location(), here);
        assert_eq!(unreached().await, 11, "the island has its package");
        let row = officer.get(&here).await.select("#noi-nhan tbody tr").into_iter().find(|row| row.contains("Huyện Cô Tô"));
        let row = row.expect("the island's row");
        assert!(row.contains("Gói edXML gửi trên trục") && row.contains("9 giờ 30, ngày 21/8/2020"), "{row}");
        assert!(proof().await.contains("gói edXML gửi trên trục"));

        let form = officer.get(&note).await;
        assert_eq!(form.attribute("input[name=time]", "value").as_deref(), Some("9:30"), "it is corrected where it stands");
        let back = [("day", "21/8/2020"), ("time", "9:30"), ("step", "unsent")];
        assert_eq!(officer.send(&note, &back).await.status(), 303);
        assert_eq!(unreached().await, 12, "it was a mistake");
        let lines = hoithi_journal::lines_about(&mut house.house().read().await.unwrap(), &letter.to_string()).await.unwrap();
        let told: Vec<_> = lines.iter().map(|line| line.event.as_str()).filter(|event| event.starts_with("letter.package_")).collect();
        assert_eq!(told, ["letter.package_sent", "letter.package_unsent"]);
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

    async fn a_package_says_what_it_withdraws_and_what_it_replaces(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let [_, rules, plan, letter] = chain(&officer).await;
        assert_eq!(sign(&officer, letter, "213/LHH-KHCN", "19/8/2020", true).await.status(), 303);
        let ends = async |document: DocumentId, ending: &str, reason: &str| {
            let document = document.to_string();
            let fields = [("document", document.as_str()), ("ending", ending), ("date", "19/8/2020"), ("reason", reason)];
            assert_eq!(officer.send(&format!("{REGISTER}/{letter}/thay-the"), &fields).await.status(), 303);
        };
        let path = format!("{REGISTER}/{letter}/edxml");
        house.set_clock("2020-08-20T08:15:00+07:00");
        ends(plan, "withdrawn", "Hoãn Hội thi").await;
        set_exchange(&officer, "").await;
        let lacks = officer.get(&path).await.select(".govuk-error-summary a").join(" ");
        assert!(lacks.contains("Chưa có mã định danh của Ban Tổ chức Hội thi"), "{lacks}");
        set_exchange(&officer, "Ban Tổ chức Hội thi = H49.88.1").await;
        let deed = async || {
            let text = officer.get(&path).await.text();
            roxmltree::Document::parse(&text).unwrap();
            let (_, deed) = text.split_once("<edXML:Bussiness>").unwrap();
            deed.split_once("</edXML:Bussiness>").unwrap().0.replace("edXML:", "")
        };
        let named = |id: &str| format!("<ReplacementInfo><DocumentId>{id}</DocumentId><OrganIdList><OrganId>000.00.12.H49</OrganId></OrganIdList></ReplacementInfo>");
        let of_plan = "H49.88.1,2020/07/27,86/KH-BTC";
        assert_eq!(
            deed().await,
            format!("<BussinessDocType>1</BussinessDocType><BussinessDocReason>Hoãn Hội thi</BussinessDocReason><DocumentId>{of_plan}</DocumentId><Paper>0</Paper><ReplacementInfoList>{}</ReplacementInfoList>", named(of_plan))
        );
        house.set_clock("2020-08-20T08:20:00+07:00");
        ends(rules, "replaced", "Có Thể lệ mới").await;
        let both = deed().await;
        assert!(both.starts_with("<BussinessDocType>3</BussinessDocType><BussinessDocReason>Hoãn Hội thi; Có Thể lệ mới</BussinessDocReason><DocumentId>H49.88,2020/08/19,213/LHH-KHCN</DocumentId>"), "{both}");
        assert!(both.contains(&named(of_plan)) && both.contains(&named("H49.88.1,2020/07/27,85/QĐ-BTC")), "{both}");
    }

    async fn a_package_that_comes_is_read_then_entered_with_its_files(house: TestHouse) {
        let (officer, letter) = letter(&house).await;
        let package = from_elsewhere(&officer, letter).await;
        let package = with_file(&with_file(&package, "bieu-mau.docm", MACRO), "phu-luc.bin", "AAEC");
        let package = package.replace("<edXML:BussinessDocType>0<", "<edXML:BussinessDocType>3<");
        let read = look(&officer, &package).await;
        assert_eq!(read.status(), 200, "{}", read.text());
        assert!(read.says("Công văn 57/LHH-KHCN ngày 19/8/2020") && read.says("Sở Khoa học và Công nghệ"), "{}", read.text());
        assert!(read.says("Gói này không gửi cho cơ quan mình"), "{}", read.text());
        let ours = look(&officer, package.replace("000.00.12.H49", "H49.88")).await;
        assert!(ours.status() == 200 && !ours.says("Gói này không gửi cho cơ quan mình"), "{}", ours.text());
        assert!(read.says("có macro") && read.says("không thuộc loại được nhận"), "{}", read.text());
        assert_eq!(officer.get(REGISTER).await.select("#van-ban tbody tr").len(), 4, "nothing is entered before somebody says so");

        let kept = read.attribute("input[name=kept]", "value").unwrap();
        let id = saved(&officer.send_files(&format!("{REGISTER}/nhan-edxml"), &[("kept", &kept)], &[]).await);
        let path = format!("{REGISTER}/{id}");
        let page = officer.get(&path).await;
        assert!(page.says("57/LHH-KHCN") && page.says("H49.12") && page.says("thay thế văn bản trước đó"), "{}", page.text());
        assert!(page.select(".ht-tag").contains(&"Văn bản đến".to_owned()), "{:?}", page.select(".ht-tag"));
        let links = page.attributes("a", "href");
        assert!(!links.iter().any(|href| href.contains("/gui/") || href.ends_with("/edxml")), "it is not ours: {links:?}");
        let answer = links.iter().find(|href| href.contains("tra-loi=")).unwrap();
        assert_eq!(officer.get(answer).await.select("#addressees"), ["Sở Khoa học và Công nghệ"]);
        assert!(page.says("Số đến 1, ngày đến"), "what comes between systems is counted with what comes on paper");
        assert!(officer.get(&format!("{path}/tep")).await.bytes() == SCAN, "the signed file is the one that came");
        assert!(officer.get(&format!("{path}/goi")).await.bytes() == package.as_bytes(), "and so is the package");
        assert!(page.says("bieu-mau.docm") && !page.attributes("a", "href").iter().any(|href| href.contains("/kem/")));
        for place in 0..4 {
            assert_eq!(officer.get(&format!("{path}/kem/{place}")).await.status(), 404, "what is held back is given to nobody");
        }
        let again = look(&officer, &package).await;
        assert_eq!(again.attributes(".govuk-error-summary a", "href"), ["#file"]);
        assert!(again.says("đã vào sổ. Trong một năm"), "{}", again.text());
    }

    async fn a_file_beside_the_sheet_is_given_out_as_it_came(house: TestHouse) {
        let (officer, letter) = letter(&house).await;
        let scan = "JVBERi0xLjcKMSAwIG9iajw8Pj5lbmRvYmoKc3RhcnR4cmVmCjkKJSVFT0YK";
        let package = with_file(&from_elsewhere(&officer, letter).await, "phu-luc.pdf", scan);
        let kept = look(&officer, &package).await.attribute("input[name=kept]", "value").unwrap();
        let id = saved(&officer.send_files(&format!("{REGISTER}/nhan-edxml"), &[("kept", &kept)], &[]).await);
        let href = format!("{REGISTER}/{id}/kem/1");
        assert!(officer.get(&format!("{REGISTER}/{id}")).await.attributes("a", "href").contains(&href));
        let file = officer.get(&href).await;
        assert_eq!((file.header("content-type"), file.bytes()), ("application/pdf", SCAN));
        assert_ne!(house.browser().get(&href).await.status(), 200, "it is the register's, not everybody's");
    }

    async fn a_name_that_climbs_and_attributes_without_end_do_no_harm(house: TestHouse) {
        let (officer, letter) = letter(&house).await;
        let scan = "JVBERi0xLjcKMSAwIG9iajw8Pj5lbmRvYmoKc3RhcnR4cmVmCjkKJSVFT0YK";
        let package = with_file(&from_elsewhere(&officer, letter).await, "../../../etc/phu-luc.pdf", scan);
        let wide = format!("<edXML:ToPlaces x=\"{}\">", "a".repeat(2 * 1024 * 1024));
        let package = package.replace("<edXML:ToPlaces>", &wide);
        let kept = look(&officer, &package).await.attribute("input[name=kept]", "value").unwrap();
        let id = saved(&officer.send_files(&format!("{REGISTER}/nhan-edxml"), &[("kept", &kept)], &[]).await);
        let file = officer.get(&format!("{REGISTER}/{id}/kem/1")).await;
        assert_eq!(file.bytes(), SCAN);
        assert!(!file.header("content-disposition").contains('/'), "{}", file.header("content-disposition"));
    }

    async fn a_program_hands_in_a_package_by_the_same_checks(house: TestHouse) {
        let (officer, letter) = letter(&house).await;
        let package = with_file(&from_elsewhere(&officer, letter).await, "bieu-mau.docm", MACRO);
        let door = "/api/v1/documents/packages?edition=quang-ninh-viii";
        let hands_in = async |kind: &str, package: &str| officer.raw(Method::POST, door, Some(kind), package).await;
        let code = |answer: &Answer| answer.json::<Value>()["refusals"][0]["code"].as_str().unwrap_or_default().to_owned();
        let bomb = package.replace("<edXML xmlns", "<!DOCTYPE edXML [<!ENTITY a \"x\">]><edXML xmlns");
        for (kind, sent, refused) in [
            ("text/plain", package.as_str(), "correspondence.edxml_not_xml"),
            ("application/xml", "", "correspondence.edxml_missing"),
            ("application/xml", "không phải gói", "correspondence.edxml_broken"),
            ("application/xml", bomb.as_str(), "correspondence.edxml_hostile"),
        ] {
            let answer = hands_in(kind, sent).await;
            assert_eq!((answer.status(), code(&answer).as_str()), (422, refused), "{}", answer.text());
        }
        let stranger = house.browser().raw(Method::POST, door, Some("application/xml"), &package).await;
        assert_eq!(stranger.status(), 401, "{}", stranger.text());
        let made = hands_in("application/xml", &package).await;
        assert_eq!(made.status(), 201, "{}", made.text());
        let made: Value = made.json();
        assert_eq!(made["held"], json!([{ "name": "bieu-mau.docm", "reason": "macros" }]));
        let id = made["id"].as_str().unwrap();
        assert!(officer.get(&format!("{REGISTER}/{id}/tep")).await.bytes() == SCAN);
        assert!(officer.get(&format!("{REGISTER}/{id}/goi")).await.bytes() == package.as_bytes());
        let twice = hands_in("application/xml", &package).await;
        assert_eq!((twice.status(), code(&twice).as_str()), (422, "correspondence.number_taken"));
    }

    async fn a_hostile_broken_or_changed_package_is_refused_whole(house: TestHouse) {
        let (officer, letter) = letter(&house).await;
        let package = from_elsewhere(&officer, letter).await;
        let bomb = package.replace("<edXML xmlns", "<!DOCTYPE edXML [<!ENTITY a \"x\">]><edXML xmlns");
        let foreign = package.replace("<edXML xmlns", "<!DOCTYPE edXML [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><edXML xmlns");
        let undeclared = package.replace("<edXML:Subject>", "<edXML:Subject>&a;");
        let deep = package.replace("<edXML:ToPlaces>", &format!("<edXML:ToPlaces>{}{}", "<x>".repeat(300), "</x>".repeat(300)));
        let long = package.replace("<edXML:Subject>", &format!("<edXML:Subject>{}", "dài ".repeat(1_000_000)));
        let crowd = package.replace("<edXML:ToPlaces>", &format!("<edXML:ToPlaces>{}", "<edXML:Place/>".repeat(6_000)));
        let changed = package.replace("JVBERi0xLjcK", "JVBERi0xLjgK");
        let signed = |digest: &str| {
            let reference = format!("<Signature><SignedInfo><Reference URI=\"cid:x.bin\"><DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><DigestValue>{digest}</DigestValue></Reference></SignedInfo></Signature>");
            with_file(&package, "x.bin", "AAEC").replace("</edXML:edXMLHeader>", &format!("{reference}</edXML:edXMLHeader>"))
        };
        let wrong_digest = signed("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        let cases = [
            (String::new(), "không phải gói edXML"),
            ("không phải gói".to_owned(), "không phải gói edXML"),
            ("<edXML></edXML>".to_owned(), "không phải gói edXML"),
            (package.split_once("<AttachmentEncoded>").unwrap().0.to_owned(), "không phải gói edXML"),
            (bomb, "có thể gây hại"),
            (foreign, "có thể gây hại"),
            (undeclared, "có thể gây hại"),
            (deep, "có thể gây hại"),
            (long, "trích yếu quá dài"),
            (crowd, "nhiều phần hơn bất kỳ văn bản nào"),
            (changed, "“da-ky.pdf” không khớp mã băm"),
            (wrong_digest, "“x.bin” không khớp mã băm"),
            (package.replace("<Attachment>", "<Khac>").replace("</Attachment>", "</Khac>"), "thiếu tệp này"),
            (package.replace("<edXML:CodeNumber>57<", "<edXML:CodeNumber>năm<"), "không ghi số và ký hiệu"),
            (package.replace("2020/08/19<", "19/8/2020<"), "không ghi ngày ban hành"),
            (package.replace("2020/08/19<", "2090/08/19<"), "chưa đến"),
        ];
        for (package, words) in cases {
            let refused = look(&officer, &package).await;
            assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#file"], "{words}: {}", refused.text());
            assert!(refused.select(".govuk-error-summary").join(" ").contains(words), "{words}: {}", refused.text());
        }
        let latin = look(&officer, [package.as_bytes(), b"\xff\xfe"].concat()).await;
        assert!(latin.select(".govuk-error-summary").join(" ").contains("có thể gây hại"), "{}", latin.text());
        for other in [&b"PK\x03\x04\x14\x00\xff\xfe"[..], SCAN] {
            let told = look(&officer, other).await.select(".govuk-error-summary").join(" ");
            assert!(told.contains("không phải gói edXML mà là loại tệp khác"), "{told}");
        }
        let nothing = officer.send_files(&format!("{REGISTER}/nhan-edxml"), &[], &[]).await;
        assert!(nothing.says("Vui lòng chọn gói edXML"), "{}", nothing.text());
        assert_eq!(officer.get(REGISTER).await.select("#van-ban tbody tr").len(), 4, "nothing was entered");
        let whole = look(&officer, &signed("rksygOVuL6+D9BSm49q+nV++GJdlRMBf7RIazLhbU/w=")).await;
        assert!(whole.attribute("input[name=kept]", "value").is_some(), "a right hash stands in nobody's way: {}", whole.text());
    }
}
