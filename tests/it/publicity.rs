//! The publicity kit: the same facts as text, pictures, print, a page in another site's frame and a feed.

use std::io::{Cursor, Read};

use hoithi_documents::FileKind;
use hoithi_documents::docx::read::{Piece, word_text};
use hoithi_edition::{Launch, SetUp, launch, set_up};
use hoithi_rules::edition::books;
use hoithi_rules::people::Role;
use hoithi_testkit::{both, square_codes, words_on_the_page};

use crate::correspondence::launched;

const KIT: &str = "/ky/quang-ninh-viii/bo-tai-lieu";

both! {
    async fn everybody_finds_the_kit_with_the_edition_s_own_facts(house: TestHouse) {
        launched(&house).await;
        let public = house.browser();
        let door = public.get("/ky/quang-ninh-viii").await;
        assert!(door.attributes("main a", "href").contains(&KIT.to_owned()), "the edition leads to it");
        let page = public.get(KIT).await;
        assert!(page.says("Mời tham gia Hội thi Sáng tạo kỹ thuật") && page.says("lần thứ VIII"), "{}", page.text());
        let plain = public.get(&format!("{KIT}/tin-bai.txt")).await;
        assert_eq!(plain.header("content-type"), "text/plain; charset=utf-8");
        for words in ["Lĩnh vực dự thi", "Nơi nhận hồ sơ", "30/6/2021", "/ky/quang-ninh-viii"] {
            assert!(plain.text().contains(words), "{words}: {}", plain.text());
        }
        let mail = public.get(&format!("{KIT}/thu-mau.txt")).await;
        assert!(mail.text().starts_with("Mời gửi"), "{}", mail.text());
    }

    async fn what_is_over_invites_nobody(house: TestHouse) {
        launched(&house).await;
        house.set_clock("2021-12-20T09:00:00+07:00");
        let public = house.browser();
        let page = public.get(KIT).await;
        assert!(page.says("đã hết hạn nhận hồ sơ") && !page.says("Mời tham gia"), "{}", page.text());
        let links = page.attributes("main a", "href");
        for piece in ["thu-mau.txt", "ban-tin.pdf", "anh.zip", "ap-phich.pdf"] {
            let gone = public.get(&format!("{KIT}/{piece}")).await;
            assert_eq!((gone.status(), gone.says("Không còn lời mời dự thi")), (410, true), "{piece}");
            assert!(!links.iter().any(|link| link.ends_with(piece)), "{links:?}");
        }
        let plain = public.get(&format!("{KIT}/tin-bai.txt")).await;
        assert!(plain.text().contains("nay đã hết hạn") && !plain.text().contains("mời các tổ chức"), "{}", plain.text());
        let feed = public.get(&format!("{KIT}/nguon-tin")).await;
        assert!(!feed.text().contains("mời các tổ chức"), "{}", feed.text());
    }

    async fn what_is_printed_fits_its_sheets_and_its_code_leads_to_the_contest(house: TestHouse) {
        launched(&house).await;
        let public = house.browser();
        let bulletin = public.get(&format!("{KIT}/ban-tin.pdf")).await;
        let words = words_on_the_page(bulletin.bytes());
        assert_eq!(words.matches('\u{c}').count(), 2, "two pages");
        assert!(words.contains("Trang 2/2"), "{words}");
    }

    async fn a_poster_comes_in_three_looks_on_two_papers_each_one_sheet_with_its_code(house: TestHouse) {
        launched(&house).await;
        let public = house.browser();
        let page = public.get(KIT).await;
        let (looks, papers) = (page.attributes("#mau option", "value"), page.attributes("#kho option", "value"));
        assert_eq!((looks.len(), papers.len()), (3, 2), "{looks:?} {papers:?}");
        let mut met = std::collections::BTreeSet::new();
        for (look, paper) in looks.iter().flat_map(|look| papers.iter().map(move |paper| (look, paper))) {
            let poster = public.get(&format!("{KIT}/ap-phich.pdf?mau={look}&kho={paper}")).await;
            assert!(poster.header("content-disposition").contains(&format!("ap-phich-{look}-{paper}.pdf")));
            let words = words_on_the_page(poster.bytes());
            assert_eq!(words.matches('\u{c}').count(), 1, "{look} {paper} is one sheet: {words}");
            assert!(words.contains("Nhận hồ sơ đến"), "{look} {paper}: {words}");
            let codes = square_codes(poster.bytes());
            assert!(codes.iter().any(|code| code.ends_with("/ky/quang-ninh-viii")), "{look} {paper}: {codes:?}");
            assert!(met.insert(poster.bytes().to_vec()), "{look} {paper} is a sheet of its own");
        }
        assert_eq!(public.get(&format!("{KIT}/ap-phich.pdf?mau=hong")).await.status(), 422);
    }

    /// However much there is to say of whom to ask, it stays on the one sheet to its last word.
    async fn the_longest_line_of_whom_to_ask_stays_on_the_poster(house: TestHouse) {
        let people = "Bà Nguyễn Thị Ánh Nguyệt, phòng Khoa học, điện thoại 0203 000 0009; ".repeat(7);
        let agency = format!("[rules.agency]\ncontact = \"{people}giờ hành chính\"");
        let text = books::QUANG_NINH_VIII.replacen("[rules.agency]", &agency, 1);
        let leader = house.account("lanh.dao", "Phạm Văn Quyết", &[Role::AgencyHead]).await;
        let new = SetUp { text, parent: None, unit: None };
        let edition = house.perform(leader, move |act| Box::pin(set_up(act, new.clone()))).await.unwrap();
        let command = Launch { edition, seen: 1, paper: None };
        house.perform(leader, move |act| Box::pin(launch(act, command.clone()))).await.unwrap();
        let public = house.browser();
        let page = public.get(KIT).await;
        let (looks, papers) = (page.attributes("#mau option", "value"), page.attributes("#kho option", "value"));
        for (look, paper) in looks.iter().flat_map(|look| papers.iter().map(move |paper| (look, paper))) {
            let poster = public.get(&format!("{KIT}/ap-phich.pdf?mau={look}&kho={paper}")).await;
            let words = words_on_the_page(poster.bytes());
            assert_eq!(words.matches('\u{c}').count(), 1, "{look} {paper} is one sheet: {words}");
            let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(line.contains("0203 000 0009; giờ hành chính)"), "{look} {paper}: {words}");
        }
    }

    /// An editor takes the words into a page: no letterhead, no signature.
    async fn the_news_item_comes_for_word_processors_too(house: TestHouse) {
        launched(&house).await;
        let file = house.browser().get(&format!("{KIT}/tin-bai.docx")).await;
        assert_eq!(file.header("content-type"), FileKind::Docx.media_type());
        let read = word_text(file.bytes()).unwrap();
        let lines: Vec<_> = read.pieces.iter().map(|piece| match piece {
            Piece::Paragraph(paragraph) => paragraph.text(),
            Piece::Table(_) => String::new(),
        }).collect();
        assert!(lines[0].starts_with("Mời tham gia Hội thi Sáng tạo kỹ thuật"), "{lines:?}");
        for words in ["Lĩnh vực dự thi", "Ai được dự thi", "Nơi nhận hồ sơ"] {
            assert!(lines.iter().any(|line| line == words), "{words}: {lines:?}");
        }
        assert!(!lines.iter().any(|line| line.contains("CỘNG HÒA")), "{lines:?}");
    }

    async fn pictures_come_in_one_file_for_portals_that_strip_frames(house: TestHouse) {
        launched(&house).await;
        let packed = house.browser().get(&format!("{KIT}/anh.zip")).await;
        assert_eq!(packed.header("content-type"), "application/zip");
        let mut zip = zip::ZipArchive::new(Cursor::new(packed.bytes())).unwrap();
        let names: Vec<_> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert_eq!(names.len(), 5, "{names:?}");
        for (name, size) in [("anh-ngang-1200x630.png", [1200_u32, 630]), ("anh-vuong-1080x1080.png", [1080, 1080])] {
            let mut bytes = Vec::new();
            zip.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
            let side = |from: usize| u32::from_be_bytes(bytes[from..from + 4].try_into().unwrap());
            assert_eq!([side(16), side(20)], size, "{name}");
        }
    }

    async fn another_site_frames_one_page_only_and_no_cookie_comes_with_it(house: TestHouse) {
        launched(&house).await;
        let framed = house.browser().get("/nhung/quang-ninh-viii").await;
        assert_eq!(framed.status(), 200);
        assert!(framed.header("content-security-policy").contains("frame-ancestors *"));
        assert_eq!(framed.header("set-cookie"), "");
        assert!(framed.says("Nhận hồ sơ đến") && framed.says("Văn bản, mẫu hồ sơ và nộp hồ sơ"), "{}", framed.text());
        assert!(framed.select("script").is_empty() && framed.select("form").is_empty());
        assert!(framed.attributes("a", "href").iter().all(|link| link.contains("/ky/quang-ninh-viii")));
        let usual = house.browser().get(KIT).await;
        assert!(usual.header("content-security-policy").contains("frame-ancestors 'none'"));
        let feed = house.browser().get(&format!("{KIT}/nguon-tin")).await;
        assert!(feed.header("content-type").starts_with("application/atom+xml") && feed.header("set-cookie").is_empty());
        assert!(feed.text().contains("<title>Phát động Hội thi"), "{}", feed.text());
    }

    async fn what_is_still_prepared_is_nobody_s_news(house: TestHouse) {
        let leader = house.account("lanh.dao", "Phạm Văn Quyết", &[Role::AgencyHead]).await;
        let command = hoithi_edition::SetUp { text: books::QUANG_NINH_VIII.to_owned(), parent: None, unit: None };
        house.perform(leader, move |act| Box::pin(hoithi_edition::set_up(act, command.clone()))).await.unwrap();
        for path in [KIT, "/nhung/quang-ninh-viii", "/ky/quang-ninh-viii/bo-tai-lieu/anh.zip"] {
            assert_eq!(house.browser().get(path).await.status(), 404, "{path}");
        }
        assert_eq!(house.signed_in("lanh.dao").await.get(KIT).await.status(), 200);
        assert_eq!(house.browser().get("/ky/khong-co/bo-tai-lieu").await.status(), 404);
    }
}
