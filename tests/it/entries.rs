//! A dossier from its first word to its receipt, and everything that may come between.

use std::str::FromStr;

use hoithi_correspondence::{Content, Lines, NewDocument, Signature, register};
use hoithi_edition::{Launch, SetUp, launch, set_up};
use hoithi_entries::{EntryCard, Standing, dossier, entries_of, entry};
use hoithi_journal::{lines_about, outbox_mails};
use hoithi_rules::correspondence::{DocumentKind, DocumentNumber};
use hoithi_rules::edition::books;
use hoithi_rules::ids::{AccountId, EditionId, EntryId, UnitId};
use hoithi_rules::people::Role;
use hoithi_testkit::{Answer, Browser, TestHouse, both};
use hoithi_units::{NewUnit, UnitLevel, add_unit};

pub(crate) const SLUG: &str = "quang-ninh-viii";
pub(crate) const DECLARATIONS: [&str; 4] = ["ap-dung-trong-tinh", "chua-doat-giai", "khong-trung", "khong-gay-hai"];
pub(crate) const SUMMARY: &str = "Máy rửa than dùng nước tuần hoàn, giảm một nửa lượng nước thải.";

/// A whole small PDF: its last lines point at its table of contents.
pub(crate) fn pdf(words: &str) -> Vec<u8> {
    let body = format!("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Note ({words}) >>\nendobj\n");
    let at = body.len();
    let table = format!(
        "xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<< /Size 2 /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n"
    );
    format!("{body}{table}").into_bytes()
}

/// The contest with its leader, its secretary and one author, open for dossiers.
pub(crate) struct Contest {
    pub(crate) edition: EditionId,
    pub(crate) leader: AccountId,
    pub(crate) author: AccountId,
}

pub(crate) async fn set_up_edition(
    house: &TestHouse,
    leader: AccountId,
    text: &str,
    under: Option<(EditionId, UnitId)>,
) -> EditionId {
    let new =
        SetUp { text: text.to_owned(), parent: under.map(|(parent, _)| parent), unit: under.map(|(_, unit)| unit) };
    let edition = house.perform(leader, move |act| Box::pin(set_up(act, new.clone()))).await.unwrap();
    let word = Launch { edition, seen: 1, paper: None };
    house.perform(leader, move |act| Box::pin(launch(act, word.clone()))).await.unwrap();
    edition
}

pub(crate) async fn contest(house: &TestHouse) -> Contest {
    let leader = house.account("lanh.dao", "Phạm Văn Quyết", &[Role::AgencyHead]).await;
    let author = house.account("tac.gia", "Nguyễn Thị Ánh", &[Role::Author]).await;
    house.set_clock("2020-09-01T08:00:00+07:00");
    let edition = set_up_edition(house, leader, books::QUANG_NINH_VIII, None).await;
    house.account("thu.ky", "Hoàng Thị Cẩn", &[Role::ContestSecretary]).await;
    house.set_clock("2021-06-01T08:00:00+07:00");
    Contest { edition, leader, author }
}

pub(crate) async fn unit(house: &TestHouse, name: &str) -> UnitId {
    let officer = house.account(&format!("cv.{}", name.len()), "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
    let new = NewUnit {
        name: name.to_owned(),
        kind: "trường".to_owned(),
        level: UnitLevel::School,
        parent: None,
        valid_from: None,
        source: String::new(),
    };
    house.perform(officer, move |act| Box::pin(add_unit(act, new.clone()))).await.unwrap()
}

/// A PDF of so many empty pages.
fn pages(count: usize) -> Vec<u8> {
    let mut document = lopdf::Document::with_version("1.7");
    let tree = document.new_object_id();
    let kids: Vec<lopdf::Object> = (0..count)
        .map(|_| document.add_object(lopdf::dictionary! { "Type" => "Page", "Parent" => tree }).into())
        .collect();
    let many = i64::try_from(count).unwrap();
    document.objects.insert(tree, lopdf::dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => many }.into());
    let root = document.add_object(lopdf::dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", root);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// Begins a dossier in the browser and gives its address.
pub(crate) async fn begun(browser: &Browser, title: &str) -> String {
    let fields = [("title", title), ("category", "cong-nghiep-xay-dung")];
    let answer = browser.send(&format!("/ky/{SLUG}/nop-ho-so"), &fields).await;
    assert_eq!(answer.status(), 303, "{}", answer.text());
    answer.location().to_owned()
}

pub(crate) fn id_of(at: &str) -> EntryId {
    at.rsplit('/').next().unwrap().parse().unwrap()
}

/// The version that a form of this page carries.
pub(crate) async fn version(browser: &Browser, page: &str) -> String {
    browser.get(page).await.attribute("main input[name=version]", "value").unwrap()
}

/// Sends one form of the dossier as its page offers it.
pub(crate) async fn fill(browser: &Browser, page: &str, fields: &[(&str, &str)]) -> Answer {
    let version = version(browser, page).await;
    let mut all = vec![("version", version.as_str())];
    all.extend_from_slice(fields);
    let answer = browser.send(page, &all).await;
    assert_eq!(answer.status(), 303, "{page}: {:?}", answer.select(".govuk-error-summary li"));
    answer
}

pub(crate) async fn attach(browser: &Browser, page: &str, name: &str, content: &[u8]) -> Answer {
    let version = version(browser, page).await;
    browser.send_files(page, &[("version", &version)], &[("file", name, content)]).await
}

/// Fills everything that the rule book asks for.
pub(crate) async fn filled(browser: &Browser, title: &str) -> String {
    let at = begun(browser, title).await;
    let head =
        [("title", title), ("category", "cong-nghiep-xay-dung"), ("entrant", "individual"), ("created_on", "1/5/2018")];
    fill(browser, &format!("{at}/giai-phap"), &head).await;
    fill(browser, &format!("{at}/phan/tom-tat"), &[("text", SUMMARY)]).await;
    for part in ["phieu-dang-ky", "ban-mo-ta"] {
        let content = pdf(&format!("{part} {title}"));
        assert_eq!(attach(browser, &format!("{at}/phan/{part}"), "của tôi.pdf", &content).await.status(), 303);
    }
    fill(browser, &format!("{at}/cam-ket"), &DECLARATIONS.map(|code| ("declarations", code))).await;
    at
}

/// A dossier that came on paper, as the secretary writes it down, with all that the book asks for.
pub(crate) async fn on_paper(secretary: &Browser) -> String {
    written_for(secretary, "", ("email", "chai@vidu.invalid")).await
}

/// A whole dossier that somebody writes for its author: for which unit, and how the author is reached.
pub(crate) async fn written_for(writer: &Browser, unit: &str, reach: (&str, &str)) -> String {
    let named = [("title", "Lò sấy thuốc nam"), ("category", "y-duoc")];
    let begun = writer.send(&format!("/ky/{SLUG}/nop-ho"), &[named[0], named[1], ("unit", unit)]).await;
    let at = begun.location().to_owned();
    let head = [named[0], named[1], ("entrant", "individual"), ("created_on", "2/3/2019")];
    fill(writer, &format!("{at}/giai-phap"), &head).await;
    let author = [("name", "Triệu Mùi Chài"), reach, ("agreed", "co")];
    fill(writer, &format!("{at}/tac-gia/them"), &author).await;
    fill(writer, &format!("{at}/phan/tom-tat"), &[("text", "Sấy bằng hơi nước.")]).await;
    for part in ["phieu-dang-ky", "ban-mo-ta"] {
        attach(writer, &format!("{at}/phan/{part}"), "quét.pdf", &pdf(part)).await;
    }
    fill(writer, &format!("{at}/cam-ket"), &DECLARATIONS.map(|code| ("declarations", code))).await;
    at
}

/// Reads the dossier back and submits it.
pub(crate) async fn submitted(browser: &Browser, at: &str) -> Answer {
    let version = version(browser, &format!("{at}/kiem-tra")).await;
    browser.send(&format!("{at}/nop"), &[("version", &version)]).await
}

pub(crate) async fn card(house: &TestHouse, id: EntryId) -> EntryCard {
    entry(&mut house.house().read().await.unwrap(), id).await.unwrap().unwrap()
}

/// The body of the newest letter to this address.
pub(crate) async fn letter(house: &TestHouse, to: &str) -> (String, String) {
    let mails = outbox_mails(&mut house.house().read().await.unwrap(), 50).await.unwrap();
    let mail = mails.into_iter().find(|mail| mail.recipient == to).expect("a letter");
    (mail.subject, mail.body)
}

/// A form that everybody may take from the register.
fn form_of_the_contest(edition: EditionId, subject: &str) -> NewDocument {
    let content = Content {
        kind: DocumentKind::from_str("other:Biểu mẫu").unwrap(),
        parent_body: String::new(),
        issuer: "Ban Tổ chức Hội thi".to_owned(),
        place: "Quảng Ninh".to_owned(),
        symbol: "BM-BTC".to_owned(),
        subject: subject.to_owned(),
        text: String::new(),
        addressees: Lines::default(),
        recipients: Lines::default(),
        signatory: None,
        annexes: Vec::new(),
        urgency: None,
        public: true,
    };
    let number = DocumentNumber::parse("01/BM-BTC", 2020).unwrap();
    let signed = Signature { number, date: jiff::civil::date(2020, 9, 1), file: None, print: None };
    NewDocument { edition, content, bases: Vec::new(), signed: Some(signed) }
}

both! {
    async fn an_author_fills_a_dossier_page_by_page_and_holds_a_receipt(house: TestHouse) {
        let contest = contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        assert!(author.get("/ho-so-cua-toi").await.says("Hồ sơ dự thi của anh/chị sẽ hiện ở đây."));
        let at = filled(&author, "Máy rửa than bằng nước tuần hoàn").await;
        let list = author.get(&at).await;
        assert!(list.says("Hồ sơ đã đủ các phần bắt buộc."), "{:?}", list.select(".govuk-task-list__item"));
        let back = author.get(&format!("{at}/kiem-tra")).await;
        assert!(back.says(SUMMARY) && back.says("của tôi.pdf") && back.says("Nguyễn Thị Ánh"));

        let answer = submitted(&author, &at).await;
        assert_eq!((answer.status(), answer.location()), (303, format!("{at}/bien-nhan").as_str()));
        let receipt = author.get(answer.location()).await;
        assert_eq!(receipt.select(".ht-code__code"), ["QN8-0001"]);
        let kept = dossier(&mut house.house().read().await.unwrap(), id_of(&at)).await.unwrap().unwrap();
        let held = kept.receipt().unwrap().clone();
        let description = house.house().files.put(&pdf("ban-mo-ta Máy rửa than bằng nước tuần hoàn")).unwrap();
        for hash in [held.hash.to_string(), description.to_string(), held.code.to_string()] {
            assert!(receipt.says(&hash), "{hash}");
        }
        assert_eq!(card(&house, id_of(&at)).await.state, Standing::Submitted);

        let (subject, body) = letter(&house, "tac.gia@vidu.invalid").await;
        assert_eq!(subject, "Đã nhận hồ sơ QN8-0001");
        assert!(body.contains(&held.hash.to_string()) && body.contains(&held.code.to_string()), "{body}");
        let lines = lines_about(&mut house.house().read().await.unwrap(), &id_of(&at).to_string()).await.unwrap();
        assert_eq!(lines.first().unwrap().event, "entry.begun");
        assert_eq!(lines.last().unwrap().event, "entry.submitted");
        assert!(lines.iter().all(|line| !line.facts.contains("Nguyễn")), "no name enters the journal");
        assert_eq!(entries_of(&mut house.house().read().await.unwrap(), contest.edition).await.unwrap().len(), 1);
    }

    async fn the_receipt_is_a_pdf_that_names_the_number(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        submitted(&author, &at).await;
        let paper = author.get(&format!("{at}/bien-nhan.pdf")).await;
        assert_eq!((paper.status(), paper.header("content-type")), (200, "application/pdf"));
        assert_eq!(paper.header("content-disposition"), "attachment; filename=\"bien-nhan-QN8-0001.pdf\"");
        assert!(paper.bytes().starts_with(b"%PDF-"));
        let again = author.get(&format!("{at}/bien-nhan.pdf")).await;
        assert_eq!(paper.bytes(), again.bytes(), "the same receipt is the same paper");
    }

    /// The one door for every code tells whether the receipt stands, and nobody's name or title.
    async fn anybody_checks_a_receipt_by_its_code(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        submitted(&author, &at).await;
        let kept = dossier(&mut house.house().read().await.unwrap(), id_of(&at)).await.unwrap().unwrap();
        let code = kept.receipt().unwrap().code.clone();
        let anybody = house.browser();
        let door = anybody.get(&format!("/xac-minh?ma={}", code.to_string().to_lowercase().replace('-', ""))).await;
        assert_eq!((door.status(), door.location()), (303, format!("/xac-minh/{code}").as_str()));
        let told = anybody.get(door.location()).await;
        assert_eq!((told.status(), told.select(".ht-verdict__line")), (200, vec!["Đã nhận hồ sơ".to_owned()]));
        assert!(told.says("Giấy biên nhận hồ sơ QN8-0001") && !told.says("Máy rửa than"), "{}", told.text());
        assert!(!told.says("Nguyễn Thị Ánh"), "{}", told.text());
        assert_eq!(author.send(&format!("{at}/rut"), &[("reason", "Đã nộp nhầm lĩnh vực.")]).await.status(), 303);
        let told = anybody.get(door.location()).await;
        assert_eq!(told.select(".ht-verdict__line"), ["Hồ sơ đã rút"]);
        assert!(!told.says("nhầm lĩnh vực"), "the reason is its authors'");
        let other: String = code.to_string().chars().map(|letter| if letter == '-' { '-' } else { 'Z' }).collect();
        assert_eq!(anybody.get(&format!("/xac-minh/{other}")).await.status(), 404);
    }

    async fn everything_that_is_missing_is_said_at_once(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = begun(&author, "Máy rửa than").await;
        fill(&author, &format!("{at}/tac-gia"), &[("authors.0.share", "99")]).await;
        let answer = submitted(&author, &at).await;
        assert_eq!(answer.status(), 200);
        let expected = [
            "#created_on", "#authors", "#parts.phieu-dang-ky", "#parts.tom-tat", "#parts.ban-mo-ta",
            "#declarations.ap-dung-trong-tinh", "#declarations.chua-doat-giai", "#declarations.khong-trung",
            "#declarations.khong-gay-hai",
        ];
        assert_eq!(answer.attributes(".govuk-error-summary a", "href"), expected);
        assert!(answer.says("Tổng tỷ lệ đóng góp hiện là 99%. Vui lòng sửa để đủ 100%."));
        for href in expected {
            let id = format!("[id=\"{}\"]", &href[1..]);
            assert!(!answer.select(&id).is_empty(), "{href} leads nowhere");
        }
        assert_eq!(card(&house, id_of(&at)).await.state, Standing::Draft);
    }

    async fn what_is_no_pdf_is_turned_away_and_the_old_file_stays(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = begun(&author, "Máy rửa than").await;
        let part = format!("{at}/phan/ban-mo-ta");
        attach(&author, &part, "tốt.pdf", &pdf("tốt")).await;
        let whole = pdf("một");
        let mut locked = pdf("khóa");
        let trailer = b"trailer\n<< /Encrypt 5 0 R";
        let position = locked.windows(10).position(|part| part == b"trailer\n<<").unwrap();
        locked.splice(position..position + 10, trailer.iter().copied());
        let wrong_table = String::from_utf8(pdf("hai")).unwrap().replace("startxref\n", "startxref\n9");
        let tries: [(&str, &[u8], &str); 5] = [
            ("ảnh.pdf", b"\x89PNG\r\n\x1a\n", "không phải tệp PDF"),
            ("nửa chừng.pdf", &whole[..whole.len() / 2], "không phải tệp PDF"),
            ("khóa.pdf", &locked, "có đặt mật khẩu"),
            ("lệch.pdf", wrong_table.as_bytes(), "bị hỏng, tải chưa hết"),
            ("", b"", "Vui lòng chọn tệp"),
        ];
        for (name, content, said) in tries {
            let answer = attach(&author, &part, name, content).await;
            assert_eq!(answer.status(), 200, "{name}");
            assert_eq!(answer.attributes(".govuk-error-summary a", "href"), ["#file"], "{name}");
            assert!(answer.says(said), "{name}: {:?}", answer.select(".govuk-error-summary li"));
        }
        assert!(author.get(&part).await.says("tốt.pdf"));
    }

    /// Small on the disk, large inside.
    async fn a_pdf_that_holds_too_much_is_turned_away(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let part = format!("{}/phan/ban-mo-ta", begun(&author, "Máy rửa than").await);
        let thick = pages(3_000);
        let values = pdf(&format!(") /Many [{}] /Rest (", "1 ".repeat(2_500_000)));
        for (name, content) in [("ba nghìn trang.pdf", thick), ("nhiều số.pdf", values)] {
            let answer = attach(&author, &part, name, &content).await;
            assert_eq!(answer.attributes(".govuk-error-summary a", "href"), ["#file"], "{name}: {}", answer.text());
            assert!(answer.says("có quá nhiều trang hoặc quá nhiều thành phần bên trong (nhiều nhất 2.000 trang)"), "{name}");
        }
        assert_eq!(attach(&author, &part, "vừa.pdf", &pages(40)).await.status(), 303);
    }

    async fn a_file_too_large_for_its_part_is_turned_away(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = begun(&author, "Máy rửa than").await;
        let large = pdf(&"x".repeat(10_000_001));
        let answer = attach(&author, &format!("{at}/phan/phieu-dang-ky"), "nặng.pdf", &large).await;
        assert_eq!(answer.status(), 200);
        assert!(answer.says("“nặng.pdf” nặng 10,1 MB, nhiều nhất là 10 MB."), "{:?}", answer.select(".govuk-error-summary li"));
    }

    /// Slow lines wait on the disk, not in the places where files are worked on.
    async fn uploads_that_never_end_keep_nobody_else_waiting(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let part = format!("{}/phan/phieu-dang-ky", begun(&author, "Máy rửa than").await);
        let seen = version(&author, &part).await;
        let large = pdf(&"x".repeat(3_000_000));
        let (version, file) = ([("version", seen.as_str())], [("file", "phieu.pdf", large.as_slice())]);
        let lines = [house.signed_in("tac.gia").await, house.signed_in("tac.gia").await, house.signed_in("tac.gia").await];
        let [one, two, three] = lines.each_ref().map(|line| line.send_half(&part, &version, &file));
        let mut slow = std::pin::pin!(async { tokio::join!(one, two, three) });
        let a_while = std::time::Duration::from_millis(300);
        assert!(tokio::time::timeout(a_while, &mut slow).await.is_err(), "they never end");
        let sent = tokio::select! {
            _ = &mut slow => panic!("half a form was answered"),
            sent = author.send_files(&part, &version, &file) => sent,
        };
        assert_eq!(sent.status(), 303, "{}", sent.text());
        assert!(author.get(&part).await.says("phieu.pdf"));
    }

    async fn two_browsers_meet_and_nothing_typed_is_lost(house: TestHouse) {
        contest(&house).await;
        let (one, other) = (house.signed_in("tac.gia").await, house.signed_in("tac.gia").await);
        let at = begun(&one, "Máy rửa than").await;
        let part = format!("{at}/phan/tom-tat");
        let seen = version(&other, &part).await;
        fill(&one, &part, &[("text", "Bản thứ nhất")]).await;
        let answer = other.send(&part, &[("version", &seen), ("text", "Bản thứ hai")]).await;
        assert_eq!(answer.status(), 200);
        assert!(answer.says("Hồ sơ vừa được sửa ở một cửa sổ khác"));
        assert_eq!(answer.select("#text"), ["Bản thứ hai"]);
        assert!(answer.says("Bản thứ nhất"), "what lies there is shown, too");
        let now = answer.attribute("main input[name=version]", "value").unwrap();
        assert_ne!(now, seen);
        let again = other.send(&part, &[("version", &now), ("text", "Bản thứ hai")]).await;
        assert_eq!(again.status(), 303);
        assert_eq!(one.get(&part).await.select("#text"), ["Bản thứ hai"]);
    }

    async fn a_text_saves_itself_and_tells_its_new_version(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = begun(&author, "Máy rửa than").await;
        let part = format!("{at}/phan/tom-tat");
        let seen = version(&author, &part).await;
        let saved = author.send(&format!("{part}/tu-luu"), &[("version", &seen), ("text", "Đang viết")]).await;
        assert_eq!((saved.status(), saved.text().as_str()), (200, "Đã lưu lúc 8:00"));
        assert_eq!(saved.header("x-version"), version(&author, &part).await);
        let stale = author.send(&format!("{part}/tu-luu"), &[("version", &seen), ("text", "Cũ")]).await;
        assert_eq!(stale.status(), 422);
        assert!(stale.text().starts_with("Hồ sơ vừa được sửa ở một cửa sổ khác."));
    }

    /// "Saved at 8:00" must not stand when nothing was: the line says what happened, a lost session too.
    async fn a_text_that_could_not_save_itself_says_so(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = begun(&author, "Máy rửa than").await;
        let part = format!("{at}/phan/tom-tat");
        let (own, seen) = (format!("{part}/tu-luu"), version(&author, &part).await);
        let line = author.get(&part).await.attribute("[data-autosave-state]", "data-autosave-failed").unwrap();
        assert!(line.starts_with("Chưa lưu được, có thể do mất kết nối."), "{line}");
        let typed = [("version", seen.as_str()), ("text", "Đang viết")];
        let saved = author.send_by_itself(&own, &typed).await;
        assert_eq!((saved.status(), saved.text().as_str()), (200, "Đã lưu lúc 8:00"));
        let lost = house.browser().send_by_itself(&own, &typed).await;
        assert_eq!((lost.status(), lost.header("content-type")), (401, "text/plain; charset=utf-8"));
        assert!(lost.text().starts_with("Chưa tự lưu được vì phiên đăng nhập đã hết."), "{}", lost.text());
        house.account("nguoila", "Giáp Văn Lạ", &[]).await;
        let stranger = house.signed_in("nguoila").await.send_by_itself(&own, &typed).await;
        assert_eq!(stranger.status(), 404);
        assert!(stranger.text().starts_with("Chưa tự lưu được. Địa chỉ này không có"), "{}", stranger.text());
    }

    async fn submitting_twice_gives_the_same_receipt_and_one_number(house: TestHouse) {
        let contest = contest(&house).await;
        let (one, other) = (house.signed_in("tac.gia").await, house.signed_in("tac.gia").await);
        let at = filled(&one, "Máy rửa than").await;
        let version = version(&other, &format!("{at}/kiem-tra")).await;
        let first = submitted(&one, &at).await;
        let second = other.send(&format!("{at}/nop"), &[("version", &version)]).await;
        assert_eq!((first.status(), second.status()), (303, 303));
        assert_eq!(first.location(), second.location());
        let mails = outbox_mails(&mut house.house().read().await.unwrap(), 50).await.unwrap();
        assert_eq!(mails.len(), 1, "one submission, one letter");
        let at = filled(&one, "Máy sàng than").await;
        submitted(&one, &at).await;
        let all = entries_of(&mut house.house().read().await.unwrap(), contest.edition).await.unwrap();
        let numbers: Vec<_> = all.iter().filter_map(|card| card.number.as_ref().map(ToString::to_string)).collect();
        assert_eq!(numbers, ["QN8-0001", "QN8-0002"]);
    }

    async fn a_second_window_with_older_content_is_told_what_happened(house: TestHouse) {
        contest(&house).await;
        let (one, other) = (house.signed_in("tac.gia").await, house.signed_in("tac.gia").await);
        let at = filled(&one, "Máy rửa than").await;
        let older = version(&other, &format!("{at}/kiem-tra")).await;
        fill(&one, &format!("{at}/phan/tom-tat"), &[("text", "Bản mới hơn")]).await;
        submitted(&one, &at).await;
        let answer = other.send(&format!("{at}/nop"), &[("version", &older)]).await;
        assert_eq!(answer.status(), 200);
        assert!(answer.says("Hồ sơ đã được nộp ở một cửa sổ khác với mã số QN8-0001."), "{:?}", answer.select(".govuk-error-summary li"));
        let part = format!("{at}/phan/tom-tat");
        let late = other.send(&part, &[("version", &older), ("text", "Sửa sau khi nộp")]).await;
        assert!(late.says("Hồ sơ đã nộp với mã số QN8-0001"), "{:?}", late.select(".govuk-error-summary li"));
        assert_eq!(late.select("#text"), ["Sửa sau khi nộp"], "what was typed stays");
    }

    async fn a_form_sent_after_the_intake_closed_is_refused_and_loses_nothing(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        let version = version(&author, &format!("{at}/kiem-tra")).await;
        house.set_clock("2021-06-30T17:00:00+07:00");
        let answer = author.send(&format!("{at}/nop"), &[("version", &version)]).await;
        assert_eq!(answer.status(), 200);
        assert!(answer.says("Đã hết thời gian nhận hồ sơ từ 17 giờ 00, ngày 30/6/2021."), "{:?}", answer.select(".govuk-error-summary li"));
        fill(&author, &format!("{at}/phan/tom-tat"), &[("text", "Vẫn lưu được")]).await;
        assert!(author.get(&format!("{at}/kiem-tra")).await.says("Vẫn lưu được"));
        let late = author.send(&format!("/ky/{SLUG}/nop-ho-so"), &[("title", "Đến muộn"), ("category", "y-duoc")]).await;
        assert_eq!(late.status(), 200);
        assert_eq!(late.select("#title"), ["Đến muộn"]);
        assert_eq!(card(&house, id_of(&at)).await.state, Standing::Draft);
    }

    async fn after_the_last_door_has_closed_no_form_is_offered(house: TestHouse) {
        contest(&house).await;
        house.account("tiep.nhan", "Bùi Thị Nhận", &[Role::ContestSecretary]).await;
        let (author, secretary) = (house.signed_in("tac.gia").await, house.signed_in("tiep.nhan").await);
        let (own, behalf) = (format!("/ky/{SLUG}/nop-ho-so"), format!("/ky/{SLUG}/nop-ho"));
        let offers = async |browser: &Browser, path: &str| browser.get(path).await.attribute("main #title", "name").is_some();
        assert!(offers(&author, &own).await && offers(&secretary, &behalf).await);
        // The post may still bring what was posted in time.
        house.set_clock("2021-07-02T09:00:00+07:00");
        assert!(!offers(&author, &own).await && offers(&secretary, &behalf).await);
        house.set_clock("2021-10-18T09:00:00+07:00");
        let page = secretary.get(&behalf).await;
        assert!(page.says("Hội thi đã hết hạn nhận hồ sơ.") && !offers(&secretary, &behalf).await, "{}", page.text());
        let late = secretary.send(&behalf, &[("title", "Máy rửa than"), ("category", "y-duoc")]).await;
        assert_eq!(late.select(".govuk-error-summary li").len(), 1, "{}", late.text());
    }

    async fn the_history_says_what_was_changed_and_gathers_what_was_typed_in_one_minute(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        let part = author.get(&format!("{at}/phan/tom-tat")).await;
        let crumbs = part.select(".govuk-breadcrumbs a");
        assert_eq!(crumbs, ["Hồ sơ của tôi", "Máy rửa than"]);
        let marked = part.select("nav a[aria-current=page]");
        assert_eq!(marked, ["Hồ sơ của tôi"]);
        assert_eq!(submitted(&author, &at).await.status(), 303);
        let secretary = house.signed_in("thu.ky").await;
        let rows = secretary.get(&format!("/ho-so/{}", id_of(&at))).await.select("#nhat-ky tbody tr");
        assert_eq!(rows.len(), 3, "begun, changed, submitted: {rows:?}");
        for part in ["Sửa hồ sơ", "tên, lĩnh vực giải pháp", "Bản mô tả giải pháp", "cam kết"] {
            assert!(rows[1].contains(part), "{part}: {}", rows[1]);
        }
    }

    async fn what_is_wrong_with_what_was_saved_is_said_at_once(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        let page = author.get(&format!("{at}/phan/tom-tat")).await;
        let seen = page.attribute("main input[name=version]", "value").unwrap();
        let long = "Máy rửa than. ".repeat(300);
        let saved = author.send(&format!("{at}/phan/tom-tat"), &[("version", &seen), ("text", &long)]).await;
        assert_eq!((saved.status(), saved.location()), (303, at.as_str()));
        let list = author.get(&at).await;
        assert!(list.says("Đã lưu, nhưng còn phải sửa:"), "{}", list.text());
        assert_eq!(list.select(".ht-flash--warn").len(), 1, "what is left to do is not told in green");
    }

    /// A public document of the kind Biểu mẫu lies where the author needs it.
    async fn forms_to_fill_in_are_offered_where_they_are_needed(house: TestHouse) {
        let contest = contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = begun(&author, "Máy rửa than").await;
        let part = format!("{at}/phan/phieu-dang-ky");
        let subject = "Mẫu phiếu đăng ký dự thi";
        assert!(!author.get(&part).await.says(subject));
        let new = form_of_the_contest(contest.edition, subject);
        house.perform(contest.leader, move |act| Box::pin(register(act, new.clone()))).await.unwrap();
        assert!(author.get(&part).await.says(subject));
        assert!(house.browser().get(&format!("/ky/{SLUG}")).await.select("h2").contains(&"Biểu mẫu".to_owned()));
        let there = author.get(&part).await.attributes(".ht-notice a", "href").remove(0);
        assert_eq!(author.get(&there).await.status(), 200);
    }

    /// One file in two parts is asked about before it is submitted.
    async fn one_file_in_two_parts_is_asked_about(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        assert!(!author.get(&format!("{at}/kiem-tra")).await.says("là cùng một tệp"));
        for part in ["phieu-dang-ky", "ban-mo-ta"] {
            attach(&author, &format!("{at}/phan/{part}"), "một.pdf", &pdf("một")).await;
        }
        let review = author.get(&format!("{at}/kiem-tra")).await;
        let warned = review.select(".ht-notice--warn li");
        assert!(matches!(warned.as_slice(), [one] if one.contains("là cùng một tệp")), "{warned:?}");
        assert_eq!(submitted(&author, &at).await.status(), 303, "asked about, not refused");
    }
}
