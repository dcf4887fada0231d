//! The consolidated report on the screen and in its files.

use hoithi_reporting::reports_of;
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{Answer, both, words_on_the_page};

use super::{SUMS, approved, fields, judged, page_of_the_one};
use crate::campaign::letter::TOWN;
use crate::campaign::sent;
use crate::register::{AGENCY, set_body};
use crate::word_files::{unzipped, words};

both! {
    async fn what_is_approved_of_the_chosen_figure_stands_as_bars_in_every_file(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        sent.contact.send_files(&own, &fields("0"), &[]).await;
        let chosen = "nhom=don-vi&bieu_do=initiatives";
        let before = words(sent.officer.get(&format!("{SUMS}/docx?{chosen}")).await.bytes());
        assert!(!before.contains("Sáng kiến được công nhận (đã duyệt)"), "nothing is approved: {before}");
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
        let alone = words(sent.officer.get(&format!("{SUMS}/docx?{chosen}")).await.bytes());
        assert!(!alone.contains("Sáng kiến được công nhận (đã duyệt)"), "one bar compares nothing: {alone}");
        let (other, origin) = ("Huyện Ba Chẽ", sent.sending(&house, "Huyện Ba Chẽ").await);
        let on_behalf = format!("/ky/quang-ninh-viii/tien-do/{}/bao-cao/{origin}", sent.units[other]);
        let today = sent.officer.get(&on_behalf).await.attribute("#received_on", "value").unwrap();
        let entered = [&fields("0")[..], &[("received_on", today.as_str()), ("how", "paper")]].concat();
        assert_eq!(sent.officer.send_files(&on_behalf, &entered, &[]).await.status(), 303);
        let lines = reports_of(&mut house.house().read().await.unwrap(), sent.edition).await.unwrap();
        let line = lines.iter().find(|line| line.request.unit == sent.units[other]).unwrap();
        let second = format!("/ky/quang-ninh-viii/bao-cao/{}", line.request.id);
        assert_eq!(approved(&sent.officer, &second, "1").await.status(), 303);
        let page = sent.officer.get(&format!("{SUMS}?{chosen}")).await;
        assert!(page.attributes(".ht-head__actions a", "href").iter().all(|href| href.ends_with(chosen)));
        let word = words(sent.officer.get(&format!("{SUMS}/docx?{chosen}")).await.bytes());
        assert!(word.contains("Sáng kiến được công nhận (đã duyệt)") && word.contains(other), "{word}");
        let pdf = words_on_the_page(sent.officer.get(&format!("{SUMS}/pdf?{chosen}")).await.bytes());
        assert!(pdf.contains("Sáng kiến được công nhận (đã duyệt)"), "{pdf}");
        let sheets = unzipped(sent.officer.get(&format!("{SUMS}/xlsx?{chosen}")).await.bytes());
        let charts: Vec<_> = sheets.iter().filter(|(name, _)| name.starts_with("xl/charts/chart")).collect();
        assert_eq!(charts.len(), 2, "all figures, and the chosen one");
    }

    /// Of what is not approved the annex and the workbook say how far it is and no figure, so that the last row is the
    /// sum of what stands above it; the workbook adds by itself and is printed lying, as wide as the page.
    async fn only_approved_figures_go_upward_and_the_last_row_is_their_sum(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        sent.contact.send_files(&own, &fields("0"), &[]).await;
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
        let (other, origin) = ("Huyện Ba Chẽ", sent.sending(&house, "Huyện Ba Chẽ").await);
        let on_behalf = format!("/ky/quang-ninh-viii/tien-do/{}/bao-cao/{origin}", sent.units[other]);
        let today = sent.officer.get(&on_behalf).await.attribute("#received_on", "value").unwrap();
        let mut entered = fields("0");
        entered.retain(|(name, _)| *name != "people_reached");
        entered.extend([("people_reached", "770.077"), ("received_on", today.as_str()), ("how", "paper")]);
        assert_eq!(sent.officer.send_files(&on_behalf, &entered, &[]).await.status(), 303);

        let word = words(sent.officer.get(&format!("{SUMS}/docx")).await.bytes());
        let pdf = words_on_the_page(sent.officer.get(&format!("{SUMS}/pdf")).await.bytes());
        assert!(word.contains("chưa duyệt"), "{word}");
        for text in [&word, &pdf] {
            assert!(text.contains("1.250") && !text.contains("770.077"), "{text}");
        }
        let book = unzipped(sent.officer.get(&format!("{SUMS}/xlsx?nhom=cap")).await.bytes());
        let part = |name: &str| {
            let (_, bytes) = book.iter().find(|(part, _)| part == name).unwrap();
            String::from_utf8_lossy(bytes).into_owned()
        };
        for sheet in ["xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"] {
            let sheet = part(sheet);
            assert!(sheet.contains("<f>SUM(") && sheet.contains("</f><v>1250</v>"), "{sheet}");
            assert!(!sheet.contains("770077"), "{sheet}");
            assert!(sheet.contains("orientation=\"landscape\"") && sheet.contains("fitToPage=\"1\""), "{sheet}");
        }
        let names = part("xl/workbook.xml");
        assert!(names.contains("_xlnm.Print_Area") && names.contains("_xlnm.Print_Titles"), "{names}");
    }

    async fn whoever_follows_the_campaign_reads_the_sums_and_takes_them_along(house: TestHouse) {
        let sent = sent(&house).await;
        house.account_for("uyvien", "Tống Thị Mai Hoa", &[(Role::CommitteeMember, Scope::Edition(sent.edition))]).await;
        let member = house.signed_in("uyvien").await;
        let page = member.get(SUMS).await;
        let places = page.attributes("nav a", "href");
        assert!(places.iter().any(|href| href == SUMS), "{places:?}");
        let files: Vec<_> = page.attributes(".ht-head__actions a", "href");
        assert_eq!(files.len(), 3, "PDF, Word, workbook: {files:?}");
        for file in files {
            assert_eq!(member.get(&file).await.status(), 200, "{file}");
        }
        assert!(!page.attributes("main a", "href").iter().any(|href| href.contains("/noi-dung")));
        for path in ["noi-dung", "cum"] {
            assert_eq!(member.get(&format!("{SUMS}/{path}")).await.status(), 403, "{path}");
        }
    }

    async fn the_tables_have_the_main_figures_first_and_each_figure_bears_its_head(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        let typed = [&fields("0")[..], &[("by_portal", "3"), ("by_meeting", "2")]].concat();
        assert_eq!(sent.contact.send_files(&own, &typed, &[]).await.status(), 303);
        let heads = |page: &Answer| page.select("#tong-hop thead th");
        let page = sent.officer.get(SUMS).await;
        assert!(heads(&page).contains(&"Lượt người".to_owned()) && !heads(&page).contains(&"Cổng thông tin".to_owned()));
        let labels = page.attributes("#tong-hop tbody td.ht-run", "data-label");
        assert!(labels.contains(&"Lượt người".to_owned()), "on a phone a figure stands beside its head: {labels:?}");
        assert!(page.says("Xem thêm 2 cột"), "{}", page.text());
        assert!(page.select("#tong-hop .ht-nowrap, #tong-hop th.ht-board__row").is_empty(), "words of state may break");
        let all = sent.officer.get(&format!("{SUMS}?cot=het")).await;
        assert!(heads(&all).contains(&"Cổng thông tin".to_owned()) && all.says("kéo ngang trong khung"), "{}", all.text());
        assert_eq!(all.select("#tong-hop tbody th.ht-board__row").len(), 13, "names stay in sight beside many columns");
        assert_eq!(sent.officer.get(&format!("{SUMS}?cot=khac")).await.status(), 422);
    }

    async fn the_consolidated_report_goes_out_without_what_the_officer_leaves_out(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        sent.contact.send_files(&own, &fields("0"), &[]).await;
        assert!(!sent.officer.get(SUMS).await.says("Ít kinh phí."), "its report is not approved");
        let desk = format!("{SUMS}/noi-dung");
        let page = sent.officer.get(&desk).await;
        assert!(page.attribute("input[name=chosen]", "checked").is_none(), "{}", page.text());
        let value = page.attribute("input[name=chosen]", "value").unwrap();
        assert_eq!(sent.officer.send(&desk, &[("seen", &value), ("chosen", &value)]).await.status(), 303);
        assert!(sent.officer.get(SUMS).await.says("Thị xã Đông Triều: Ít kinh phí."), "the officer took it in");
        let paper = words_on_the_page(sent.officer.get(&format!("{SUMS}/pdf")).await.bytes());
        let paper = paper.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(paper.contains("III. KHÓ KHĂN, VƯỚNG MẮC"), "no part without words takes a number: {paper}");
        assert_eq!(sent.officer.send(&desk, &[("seen", &value)]).await.status(), 303);
        assert!(!sent.officer.get(SUMS).await.says("Ít kinh phí."), "it was left out");
        for form in ["", "?nhom=huyen"] {
            assert!(sent.officer.get(&format!("{SUMS}/xlsx{form}")).await.bytes().starts_with(b"PK"));
            assert!(sent.officer.get(&format!("{SUMS}/pdf{form}")).await.bytes().starts_with(b"%PDF-"));
        }
        let word = sent.officer.get(&format!("{SUMS}/docx?nhom=huyen")).await;
        let words = words(word.bytes());
        for line in ["Tổng hợp kết quả triển khai", "II. KẾT QUẢ", "Số liệu chưa gồm báo cáo đang hoàn thiện của:", "Chưa có số liệu đã duyệt.", "chưa gửi"] {
            assert!(words.contains(line), "{line} in {words}");
        }
        assert!(!words.contains("Ít kinh phí."), "it was left out");
        assert_eq!(sent.contact.get(&format!("{SUMS}/docx")).await.status(), 403);
        assert_eq!(sent.officer.get(&format!("{SUMS}?bieu_do=khong_co")).await.status(), 422);
        let down = sent.officer.get(&format!("{SUMS}/so-lieu/people_reached")).await;
        assert!(down.says("1.250") && down.says("Thị xã Đông Triều"), "{}", down.text());
        assert_eq!(sent.officer.get(&format!("{SUMS}/so-lieu/khong_co")).await.status(), 404);
        assert_eq!(sent.contact.get(SUMS).await.status(), 403);
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
        assert!(sent.officer.get(SUMS).await.says("Thị xã Đông Triều: Ít kinh phí."), "what is approved goes in");
        assert_eq!(sent.officer.send(&desk, &[("seen", &value)]).await.status(), 303);
        assert!(!sent.officer.get(SUMS).await.says("Ít kinh phí."), "it was left out");
        assert_eq!(judged(&sent.officer, &read, "1", "reopen", "Sai số.").await.status(), 303);
        assert_eq!(sent.contact.send_files(&own, &fields("1"), &[]).await.status(), 303);
        assert_eq!(approved(&sent.officer, &read, "2").await.status(), 303);
        let anew = sent.officer.get(SUMS).await;
        assert!(anew.says("Thị xã Đông Triều: Ít kinh phí."), "nobody has left these words out: {}", anew.text());
    }

    /// Nothing is said of what there is none of, nor what only the office needs.
    async fn the_report_upward_speaks_to_its_reader(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        let typed: Vec<_> = fields("0").into_iter().filter(|(name, _)| *name != "difficulties").collect();
        let typed = [&typed[..], &[("difficulties", " Không. "), ("proposals", "Không tăng phí dự thi.")]].concat();
        assert_eq!(sent.contact.send_files(&own, &typed, &[]).await.status(), 303);
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
        let word = words(sent.officer.get(&format!("{SUMS}/docx")).await.bytes());
        let told = "Đến nay 1 trên 13 đơn vị đã gửi báo cáo. Số liệu dưới đây tổng hợp từ 1 báo cáo đã duyệt.";
        assert!(word.contains(told) && word.contains("Đơn vị chưa gửi báo cáo:"), "{word}");
        assert!(word.contains("Không tăng phí dự thi.") && !word.contains("KHÓ KHĂN"), "{word}");
        for inner in ["0 đơn vị", "Còn mở", "để trống", "sau thời hạn", "riêng không?", "đang hoàn thiện"] {
            assert!(!word.contains(inner), "{inner} in {word}");
        }
    }

    async fn reports_are_printed_over_the_name_of_whoever_was_set_to_sign(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        let upward = async || words(sent.officer.get(&format!("{SUMS}/docx")).await.bytes());
        let nobody = upward().await;
        assert!(nobody.contains("THỦ TRƯỞNG CƠ QUAN") && !nobody.contains("Phạm Văn Quyết"), "{nobody}");
        for body in [AGENCY, TOWN] {
            set_body(&sent.officer, "1/1/2020", body, "typed").await;
        }
        let signed = upward().await;
        assert!(signed.contains("KT. CHỦ TỊCH") && signed.contains("Phạm Văn Quyết"), "{signed}");
        assert!(!signed.contains("THỦ TRƯỞNG CƠ QUAN"), "{signed}");
        for path in [format!("{SUMS}/pdf"), format!("{}/in", page_of_the_one(&house, sent.edition).await)] {
            let paper = words_on_the_page(sent.officer.get(&path).await.bytes());
            let paper = paper.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(paper.contains("KT. CHỦ TỊCH") && paper.contains("Phạm Văn Quyết"), "{path}: {paper}");
        }
    }
}
