//! What a leader recorded without a scan, put right by an officer; what a letter's page says once it went out.

use hoithi_journal::lines_about;
use hoithi_testkit::{Answer, both};

use super::{REGISTER, SCAN, chain, launched, letter_fields, read_and_send, saved, sign, signed_letter};

/// The to-dos of a desk that speak of letters to send.
fn to_send(desk: &Answer) -> Vec<String> {
    desk.select(".ht-todo__what").into_iter().filter(|todo| todo.contains("văn bản đã ký")).collect()
}

both! {
    /// The scan is asked for where it is wanted, and the page says so before anything is typed.
    async fn an_officer_corrects_what_the_leader_recorded_without_a_scan_and_brings_it(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let [.., letter] = chain(&officer).await;
        let leader = house.signed_in("lanh.dao").await;
        assert_eq!(sign(&leader, letter, "231/LHH-KHCN", "19/8/2020", false).await.status(), 303);
        let (here, path) = (format!("{REGISTER}/{letter}"), format!("{REGISTER}/{letter}/sua-so"));
        assert!(!leader.get(&path).await.says("Cần bản quét"), "the leader signs in his own right");
        let form = officer.get(&path).await;
        assert!(form.says("Cần bản quét văn bản đã ký"), "{}", form.text());
        let version = form.attribute("input[name=version]", "value").unwrap();
        let fields = [("number", "213/LHH-KHCN"), ("date", "18/8/2020"), ("version", &version), ("reason", "Đảo chữ số")];
        let read = officer.send_files(&path, &fields, &[]).await;
        for words in ["số 231/LHH-KHCN ngày 19/8/2020", "số 213/LHH-KHCN ngày 18/8/2020", "Đảo chữ số"] {
            assert!(read.select(".govuk-summary-list").concat().contains(words), "{words}: {}", read.text());
        }
        let bare = read_and_send(&officer, &path, &fields, &[]).await;
        assert_eq!(bare.attributes(".govuk-error-summary a", "href"), ["#file"]);
        assert_eq!(bare.attribute("#file", "type").as_deref(), Some("file"), "the error leads to its field");
        let scan: &[(&str, &str, &[u8])] = &[("file", "da-ky.pdf", SCAN)];
        assert_eq!(read_and_send(&officer, &path, &fields, scan).await.status(), 303);
        assert_eq!(officer.get(&here).await.select(".ht-paper__number"), ["Số: 213/LHH-KHCN"]);
        assert_eq!(officer.get(&format!("{here}/tep")).await.bytes(), SCAN);
        let lines = lines_about(&mut house.house().read().await.unwrap(), &letter.to_string()).await.unwrap();
        let line = lines.iter().find(|line| line.event == "document.renumbered").unwrap();
        assert!(line.acting_for.as_deref().is_some_and(|paper| paper.contains("213/LHH-KHCN")), "{:?}", line.acting_for);
    }

    /// A signed letter waits on the officer's desk; once it went out its own page says when and to whom.
    async fn a_letter_says_that_it_waits_and_then_that_it_went_out(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        assert_eq!(to_send(&officer.get("/ban-lam-viec").await), Vec::<String>::new());
        let letter = signed_letter(&house).await;
        assert_eq!(to_send(&officer.get("/ban-lam-viec").await), ["1 văn bản đã ký, chưa gửi"]);
        let before = officer.get(&format!("{REGISTER}/{letter}")).await;
        let step = before.select(".ht-stage[aria-current=step]").concat();
        assert!(before.says("Gửi văn bản") && step.starts_with("Đã đóng dấu và quét"), "{step}");
    }

    async fn a_letter_that_went_out_keeps_its_number(house: TestHouse) {
        crate::campaign::sent(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        assert_eq!(to_send(&officer.get("/ban-lam-viec").await), Vec::<String>::new());
        let letters = officer.get(&format!("{REGISTER}?loai=official_letter")).await;
        let here = letters.attribute("tbody .ht-title a", "href").unwrap();
        let page = officer.get(&here).await;
        assert!(page.says("Đã gửi ngày 19/8/2020 tới 13 đơn vị") && page.says("Gửi tiếp"), "{}", page.text());
        let board = page.attribute(".ht-notice--done a", "href").unwrap();
        assert_eq!(officer.get(&board).await.select("tbody th").len(), 13);
        let shut = officer.get(&format!("{here}/sua-so")).await;
        assert!(shut.says("không sửa số và ngày được nữa"), "{}", shut.text());
        assert!(shut.attribute("#number", "name").is_none(), "there is nothing to type");
    }

    /// Whoever records or corrects a number that is taken is led to the document that bears it.
    async fn a_number_that_is_taken_names_the_document_that_bears_it(house: TestHouse) {
        launched(&house).await;
        let first = signed_letter(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let second = saved(&officer.send(&format!("{REGISTER}/moi"), &letter_fields("Nội dung khác./.", &[])).await);
        let bearer = Some(format!("{REGISTER}/{first}"));
        let twice = sign(&officer, second, "213/LHH-KHCN", "19/8/2020", true).await;
        assert_eq!(twice.attributes(".govuk-error-summary a", "href"), ["#number"]);
        assert_eq!(twice.attribute(".ht-notice--warn a", "href"), bearer, "{}", twice.text());
        assert_eq!(sign(&officer, second, "214/LHH-KHCN", "19/8/2020", true).await.status(), 303);
        let path = format!("{REGISTER}/{second}/sua-so");
        let version = officer.get(&path).await.attribute("input[name=version]", "value").unwrap();
        let fields = [("number", "213/LHH-KHCN"), ("date", "19/8/2020"), ("version", &version), ("reason", "Nhầm số")];
        let wrong = read_and_send(&officer, &path, &fields, &[]).await;
        assert_eq!(wrong.attribute(".ht-notice--warn a", "href"), bearer, "{}", wrong.text());
    }

    /// The summary stands far above the field: its sentence says which one.
    async fn a_part_that_is_missing_is_named(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let mut fields = letter_fields("Nội dung./.", &[]);
        fields.retain(|(name, _)| !["in_place_of", "place"].contains(name));
        let refused = officer.send(&format!("{REGISTER}/moi"), &fields).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#place", "#in_place_of"]);
        let says = refused.select(".govuk-error-summary a");
        assert!(says[0].contains("nơi ban hành") && says[1].contains("“Thay cho”"), "{says:?}");
    }
}
