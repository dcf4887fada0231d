//! Lists of editions that were held before this program: taken in from a workbook, compared with, read by anybody
//! as far as they may be.

use hoithi_journal::lines_about;
use hoithi_rules::people::Role;
use hoithi_testkit::{Answer, Browser, both};
use rust_xlsxwriter::Workbook;

use crate::entries::{SLUG, contest};
use crate::screening::received;

const ALL: &str = "/ky/quang-ninh-viii/ky-truoc";
const PUBLIC: &str = "/giai-phap-ky-truoc";
const HEADS: [&str; 6] = ["Tên đề tài *", "Năm", "Kỳ", "Tác giả", "Đơn vị", "Xếp giải"];
const WATER: [&str; 6] = [
    "Hệ thống tưới nước tự động cho vườn ươm cây ngập mặn",
    "2018-2019",
    "Hội thi lần VII",
    "Lò Văn Ún",
    "Trường Cao đẳng Minh Họa",
    "Giải Ba",
];

async fn upload(who: &Browser, rows: &[[&str; 6]]) -> Answer {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0_u32..).zip(std::iter::once(&HEADS).chain(rows)) {
        for (column, cell) in (0_u16..).zip(cells) {
            sheet.write_string(row, column, *cell).unwrap();
        }
    }
    let book = book.save_to_buffer().unwrap();
    who.send_files(&format!("{ALL}/nhap"), &[], &[("file", "ky-7.xlsx", &book)]).await
}

async fn taken(who: &Browser, rows: &[[&str; 6]]) {
    let sent = upload(who, rows).await;
    let seen = who.get(sent.location()).await.attribute("input[name=seen]", "value").unwrap();
    assert_eq!(who.send(sent.location(), &[("seen", &seen)]).await.location(), ALL);
}

both! {
    async fn a_list_is_read_back_row_by_row_and_then_compared_with(house: TestHouse) {
        let edition = contest(&house).await.edition;
        let secretary = house.signed_in("thu.ky").await;
        let rows = [
            WATER,
            ["Máy gọt dứa", "2017", "", "", "", ""],
            ["HỆ THỐNG TƯỚI NƯỚC TỰ ĐỘNG CHO VƯỜN ƯƠM CÂY NGẬP MẶN", "2019", "", "", "", ""],
            ["Đèn cảnh báo", "lần 7", "", "", "", ""],
            ["Bẫy ruồi", "2030", "", "", "", ""],
        ];
        let sent = upload(&secretary, &rows).await;
        assert_eq!(sent.status(), 303, "{}", sent.text());
        let preview = secretary.get(sent.location()).await;
        let outcomes = preview.select("tbody td:last-child");
        let said = ["thêm mới", "thêm mới", "Trùng năm và tên với dòng 2", "Ghi năm từ 1980 đến 2021", "Ghi năm từ"];
        assert_eq!(outcomes.len(), said.len(), "{}", preview.text());
        for (outcome, words) in outcomes.iter().zip(said) {
            assert!(outcome.contains(words), "{words}: {outcome}");
        }
        assert!(secretary.get(ALL).await.select("#ky-truoc tbody tr").is_empty(), "nothing is taken in by reading");
        let seen = preview.attribute("input[name=seen]", "value").unwrap();
        assert!(secretary.send(sent.location(), &[("seen", &seen)]).await.says("3 dòng có lỗi nên chưa nhập dòng nào"));
        let yes = [("seen", seen.as_str()), ("leave_out", "co")];
        assert_eq!(secretary.send(sent.location(), &yes).await.location(), ALL);
        assert!(secretary.send(sent.location(), &yes).await.says("đã được nhập"), "the second tab");
        let all = secretary.get(ALL).await;
        assert_eq!(all.select("#ky-truoc tbody tr").len(), 2);
        assert!(all.says("Lò Văn Ún") && all.says("Trường Cao đẳng Minh Họa"), "{}", all.text());
        let lines = lines_about(&mut house.house().read().await.unwrap(), &edition.to_string()).await.unwrap();
        let line = lines.iter().find(|line| line.event == "earlier.imported").unwrap();
        assert!(line.facts.contains("\"added\":2") && !line.facts.contains("Ún"), "{}", line.facts);
    }

    async fn a_title_of_an_earlier_edition_is_pointed_at_when_it_comes_again(house: TestHouse) {
        contest(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        let (_, desk) = received(&house, "He thong tuoi nuoc tu dong cho vuon uom cay thuoc").await;
        assert!(secretary.get(&desk).await.says("Không có tên tương tự trong kỳ này và các kỳ trước."));
        taken(&secretary, &[WATER]).await;
        let again = secretary.get(&desk).await;
        assert!(again.says("Có 1 hồ sơ tên tương tự, cần so sánh."), "{}", again.text());
        assert!(again.says("Hội thi lần VII · 2019 · Giải Ba · Lò Văn Ún"), "{}", again.text());
        let flags = secretary.get(&format!("/ky/{SLUG}/kiem-tra")).await.select("#hang-doi tbody .ht-tag");
        assert_eq!(flags, ["Tên tương tự"]);
    }

    /// Less of a title is enough where an author's name is the same.
    async fn an_author_of_an_earlier_edition_is_pointed_at_with_a_title_that_is_less_alike(house: TestHouse) {
        contest(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        let (_, desk) = received(&house, "Hệ thống tưới nước tự động cho vườn ươm cây thuốc").await;
        let title = "Hệ thống tưới nước tự chảy bằng năng lượng mặt trời";
        taken(&secretary, &[[title, "2017", "", "Lò Văn Ún", "", ""]]).await;
        assert!(secretary.get(&desk).await.says("Không có tên tương tự trong kỳ này và các kỳ trước."));
        taken(&secretary, &[[title, "2019", "", "Lò Văn Ún; NGUYỄN THỊ ÁNH", "", ""]]).await;
        let again = secretary.get(&desk).await;
        assert!(again.says("Có 1 hồ sơ tên tương tự, cần so sánh."), "{}", again.text());
        assert!(again.says("Trùng tên tác giả") && again.says("2019 · Lò Văn Ún; NGUYỄN THỊ ÁNH"), "{}", again.text());
        let flags = secretary.get(&format!("/ky/{SLUG}/kiem-tra")).await.select("#hang-doi tbody .ht-tag");
        assert!(flags.is_empty(), "the line in the queue is for titles: {flags:?}");
        let gone = secretary.get(ALL).await.attributes("#ky-truoc form", "action");
        for away in gone {
            secretary.send(&away, &[]).await;
        }
        assert!(secretary.get(&desk).await.says("Không có tên tương tự trong kỳ này và các kỳ trước."));
    }

    /// A title may come again and be judged blind: nothing ties it to an author or a unit.
    async fn anybody_reads_titles_and_prizes_and_nobody_s_name(house: TestHouse) {
        contest(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        taken(&secretary, &[WATER]).await;
        let public = house.browser();
        let page = public.get(PUBLIC).await;
        assert!(page.says(WATER[0]) && page.says("Giải Ba") && page.says("2019"), "{}", page.text());
        assert!(!page.says(WATER[3]) && !page.says(WATER[4]), "{}", page.text());
        assert_eq!(public.get(&format!("{PUBLIC}?q=ngap+man")).await.select("#ky-truoc tbody tr").len(), 1);
        assert!(public.get(&format!("{PUBLIC}?q=lo+van+un")).await.select("#ky-truoc tbody tr").is_empty());
        let same = upload(&secretary, &[WATER]).await;
        let same = secretary.get(same.location()).await;
        assert!(same.says("giữ nguyên") && same.says("không làm thay đổi danh sách"), "{}", same.text());
        let empty = ["Hệ thống tưới nước tự động cho vườn ươm cây ngập mặn", "2019", "", "", "", "Giải Nhì"];
        taken(&secretary, &[empty]).await;
        let all = secretary.get(ALL).await;
        assert!(all.says("Giải Nhì") && all.says("Lò Văn Ún"), "an empty cell takes nothing away: {}", all.text());
        house.account("can.bo", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
        let officer = house.signed_in("can.bo").await;
        assert_eq!((officer.get(ALL).await.status(), upload(&officer, &[WATER]).await.status()), (403, 403));
        let away = all.attribute("#ky-truoc form", "action").unwrap();
        assert_eq!(officer.send(&away, &[]).await.status(), 403);
        assert_eq!(secretary.send(&away, &[]).await.location(), ALL);
        assert!(public.get(PUBLIC).await.select("#ky-truoc tbody tr").is_empty());
    }
}
