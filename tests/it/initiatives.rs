//! A unit's register of initiatives: kept all year, taken in from a workbook, counted, entered into a contest.

use hoithi::FromEntries;
use hoithi_entries::dossier;
use hoithi_journal::recent_lines;
use hoithi_reporting::KnownFigures;
use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{Answer, Browser, TestHouse, both};
use jiff::civil::date;
use rust_xlsxwriter::Workbook;
use serde_json::Value;

use super::entries::{contest, id_of, unit};
use super::word_files::unzipped;

/// The contest with two units, of which the first has a contact.
struct Register {
    edition: EditionId,
    unit: UnitId,
    other: UnitId,
    contact: Browser,
    officer: Browser,
}

impl Register {
    async fn of(house: &TestHouse) -> Self {
        let edition = contest(house).await.edition;
        let own = unit(house, "Trường Cao đẳng Minh Họa").await;
        let other = unit(house, "Trường Trung cấp Khác").await;
        house.account_for("dau.moi", "Đinh Thị Lựu", &[(Role::UnitContact, Scope::Unit(own))]).await;
        house.account("chuyen.vien", "Vi Thị Ngần", &[Role::AgencyOfficer]).await;
        let (contact, officer) = (house.signed_in("dau.moi").await, house.signed_in("chuyen.vien").await);
        Self { edition, unit: own, other, contact, officer }
    }

    fn path(&self) -> String {
        format!("/don-vi/sang-kien/{}", self.unit)
    }

    async fn add(&self, who: &Browser, others: &[(&str, &str)]) -> Answer {
        who.send(&format!("{}/them", self.path()), &with(others)).await
    }

    /// Writes one down and gives its address.
    async fn added(&self, others: &[(&str, &str)]) -> String {
        let answer = self.add(&self.contact, others).await;
        assert_eq!(answer.status(), 303, "{:?}", answer.select(".govuk-error-summary li"));
        answer.location().to_owned()
    }

    async fn upload(&self, rows: &[[&str; 5]]) -> Answer {
        let book = workbook(rows);
        self.contact.send_files(&format!("{}/nhap", self.path()), &[], &[("file", "so.xlsx", &book)]).await
    }
}

fn with<'a>(others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("title", "Giá đỡ máy khoan"),
        ("authors", "Vũ Đình Tú\nBế Văn Chắt"),
        ("first_used", "5/3/2021"),
        ("decision", "12/QĐ-CĐMH"),
        ("decided_on", "20/4/2021"),
        ("money", "120.000.000"),
        ("benefit", "Giảm nửa giờ mỗi ca."),
    ];
    fields.retain(|(name, _)| !others.iter().any(|(other, _)| other == name));
    fields.extend(others);
    fields
}

const NOT_RECOGNISED: [(&str, &str); 2] = [("decision", ""), ("decided_on", "")];

fn workbook(rows: &[[&str; 5]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let heads = ["Tên sáng kiến", "Tác giả", "Ngày áp dụng", "Số quyết định", "Ngày quyết định"];
    for (row, cells) in (0_u32..).zip(std::iter::once(&heads).chain(rows)) {
        for (column, cell) in (0_u16..).zip(cells) {
            sheet.write_string(row, column, *cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

both! {
    async fn a_unit_s_contact_keeps_its_register(house: TestHouse) {
        let register = Register::of(&house).await;
        let (contact, path) = (&register.contact, register.path());
        assert_eq!(contact.get("/don-vi/sang-kien").await.location(), path);
        let empty = contact.send(&format!("{path}/them"), &[]).await;
        assert_eq!(empty.attributes(".govuk-error-summary a", "href"), ["#title", "#authors", "#first_used"]);
        let early = register.add(contact, &[("decided_on", "4/3/2021"), ("money", "nhiều")]).await;
        assert_eq!(early.attributes(".govuk-error-summary a", "href"), ["#decided_on", "#money"]);
        assert!(early.says("không thể trước ngày áp dụng lần đầu (5/3/2021)"), "{}", early.text());
        assert_eq!(early.attribute("#title", "value").as_deref(), Some("Giá đỡ máy khoan"), "nothing typed is lost");
        let one = register.added(&[]).await;
        let page = contact.get(&one).await;
        for said in ["Vũ Đình Tú, Bế Văn Chắt", "12/QĐ-CĐMH (20/4/2021)", "120.000.000 đồng", "Giảm nửa giờ mỗi ca."] {
            assert!(page.says(said), "{said}: {}", page.text());
        }
        assert!(register.add(contact, &[("title", "GIÁ ĐỠ MÁY KHOAN")]).await.says("đã có sáng kiến tên này"));
        register.added(&[&NOT_RECOGNISED[..], &[("title", "Khay đựng mẫu"), ("first_used", "1/9/2020")]].concat()).await;
        let list = contact.get(&path).await;
        assert_eq!(list.select("#sang-kien tbody .ht-title"), ["Giá đỡ máy khoan", "Khay đựng mẫu"], "used last first");
        let asked = async |what: &str| contact.get(&format!("{path}?{what}")).await.select("#sang-kien tbody .ht-title");
        assert_eq!(asked("xem=waiting").await, ["Khay đựng mẫu"]);
        assert_eq!(asked("nam=2021&xem=recognised").await, ["Giá đỡ máy khoan"]);
        assert_eq!(contact.get(&format!("{path}?xem=khac")).await.status(), 422);
        let seen = contact.get(&format!("{one}/sua")).await.attribute("input[name=seen]", "value").unwrap();
        let change = with(&[("title", "Giá đỡ máy khoan xoay"), ("seen", &seen)]);
        assert_eq!(contact.send(&format!("{one}/sua"), &change).await.location(), one);
        assert!(contact.send(&format!("{one}/sua"), &change).await.says("vừa được người khác sửa"), "the second tab");
        assert!(contact.send(&format!("{one}/go"), &[("seen", &seen)]).await.says("vừa được người khác sửa"));
        let seen = contact.get(&format!("{one}/go")).await.attribute("input[name=seen]", "value").unwrap();
        assert_eq!(contact.send(&format!("{one}/go"), &[("seen", &seen)]).await.location(), path);
        assert_eq!(contact.get(&one).await.status(), 404);
    }

    /// A register joins titles to persons and units: it is nobody's but the unit's and the agency's.
    async fn a_register_is_read_by_its_unit_and_the_agency_alone(house: TestHouse) {
        let register = Register::of(&house).await;
        let one = register.added(&[]).await;
        house.account("giam.sat", "Vũ Văn Xem", &[Role::Auditor]).await;
        house.account("giam.khao", "Lý Văn Chấm", &[Role::Judge, Role::JuryChair]).await;
        house.account_for("khac", "Lò Thị Khác", &[(Role::UnitContact, Scope::Unit(register.other))]).await;
        let pages = [register.path(), one.clone(), format!("{}/bang-tinh", register.path())];
        for (who, expected) in [("giam.sat", 200), ("lanh.dao", 200), ("khac", 404), ("giam.khao", 403), ("thu.ky", 403), ("tac.gia", 403)] {
            let browser = house.signed_in(who).await;
            for page in &pages {
                assert_eq!(browser.get(page).await.status(), expected, "{who} {page}");
            }
            let api = browser.get(&format!("/api/v1/initiatives?unit={}", register.unit)).await.status();
            assert_eq!(api, expected, "{who} by the API");
            let all = if expected == 200 { 200 } else { 403 };
            assert_eq!(browser.get("/sang-kien").await.status(), all, "{who} reads all");
            let kept = register.add(&browser, &[("title", "Của người khác")]).await.status();
            assert_eq!(kept, if expected == 404 { 404 } else { 403 }, "{who} keeps nothing");
        }
        let in_another = one.replace(&register.unit.to_string(), &register.other.to_string());
        assert_eq!(register.officer.get(&in_another).await.status(), 404, "an initiative has one register");
        assert_eq!(register.add(&register.officer, &[("title", "Ghi hộ")]).await.status(), 303);
        let cards: Vec<Value> =
            register.contact.get(&format!("/api/v1/initiatives?unit={}", register.unit)).await.json();
        assert_eq!((cards.len(), &cards[0]["decided_on"]), (2, &Value::from("2021-04-20")));
        let house_page = register.officer.get("/sang-kien?xem=keeping").await;
        assert_eq!(house_page.select("#don-vi tbody td").concat(), "Trường Cao đẳng Minh Họa220");
        let mut db = house.house().read().await.unwrap();
        let lines = recent_lines(&mut db, None, 1_000).await.unwrap();
        let journal: Vec<String> = lines.iter().map(|line| format!("{} {}", line.event, line.facts)).collect();
        let journal = journal.join("\n");
        assert_eq!(journal.matches("initiative.recorded").count(), 2, "{journal}");
        assert_eq!(journal.matches("\"on_behalf\":true").count(), 1, "{journal}");
        assert!(!journal.contains("Chắt") && !journal.contains("Giá đỡ"), "{journal}");
    }

    async fn an_initiative_becomes_a_draft_in_one_step_and_both_stay_linked(house: TestHouse) {
        let register = Register::of(&house).await;
        let one = register.added(&[]).await;
        let chosen = register.contact.get(&one).await.attribute("#edition option[selected]", "value");
        let edition = register.edition.to_string();
        assert_eq!(chosen.as_deref(), Some(edition.as_str()), "one contest takes dossiers");
        let enter = format!("{one}/du-thi");
        assert!(register.contact.send(&enter, &[("edition", "")]).await.says("Chọn Hội thi đang nhận hồ sơ"));
        let entered = register.contact.send(&enter, &[("edition", &edition)]).await;
        assert_eq!(entered.status(), 303, "{}", entered.text());
        let entry = id_of(entered.location());
        let kept = dossier(&mut house.house().read().await.unwrap(), entry).await.unwrap().unwrap();
        let content = &kept.entry.content;
        let authors: Vec<_> = content.authors.iter().map(|author| author.name.as_str()).collect();
        assert_eq!((kept.title(), kept.entry.unit), ("Giá đỡ máy khoan", Some(register.unit)));
        assert_eq!(authors, ["Vũ Đình Tú", "Bế Văn Chắt"]);
        assert_eq!(content.created_on, Some(date(2021, 3, 5)), "its first use is the solution's day");
        assert!(content.authors.iter().all(|author| author.account.is_none()));
        assert_eq!(register.contact.get(entered.location()).await.status(), 200);
        let link = format!("main a[href='{one}']");
        let dossier_page = format!("/ho-so/{entry}");
        assert_eq!(register.contact.get(&dossier_page).await.select(&link), ["Giá đỡ máy khoan"]);
        let there = register.contact.get(&one).await;
        assert_eq!(there.select(&format!("main a[href='{dossier_page}']")), ["Giá đỡ máy khoan"]);
        assert_eq!(there.select("main li .ht-tag"), ["Đang soạn"], "how far the dossier is");
        let list = register.contact.get(&register.path()).await;
        assert_eq!(list.select("#sang-kien .ht-title .ht-tag"), ["Dự thi: Đang soạn"]);
        let secretary = house.signed_in("thu.ky").await.get(&dossier_page).await;
        assert!(secretary.says("Từ sáng kiến") && secretary.select(&link).is_empty(), "{}", secretary.text());
        let again = register.contact.send(&enter, &[("edition", &edition)]).await;
        assert!(again.says("đã có hồ sơ lập từ sáng kiến này"), "{}", again.text());
        let seen = register.contact.get(&format!("{one}/go")).await.attribute("input[name=seen]", "value").unwrap();
        let removed = register.contact.send(&format!("{one}/go"), &[("seen", &seen)]).await;
        assert!(removed.says("nên không gỡ được"), "{}", removed.text());
        house.account("giam.khao", "Lý Văn Chấm", &[Role::Judge]).await;
        let judge = house.signed_in("giam.khao").await;
        for path in [&one, &dossier_page, &format!("/api/v1/entries/{entry}")] {
            assert!([403, 404].contains(&judge.get(path).await.status()), "{path}");
        }
        let portal = house.browser().get("/ky/quang-ninh-viii").await;
        assert!(!portal.says("Giá đỡ máy khoan"));
        let withdrawn = [("reason", "Gộp với giải pháp khác")];
        assert_eq!(register.contact.send(&format!("/lap-ho-so/{entry}/rut"), &withdrawn).await.status(), 303);
        assert!(register.contact.get(&register.path()).await.says("Dự thi: Đã rút"));
        let anew = register.contact.send(&enter, &[("edition", &edition)]).await;
        assert_eq!(anew.status(), 303, "what was taken back is no hindrance: {}", anew.text());
    }

    async fn a_closed_contest_takes_no_initiative(house: TestHouse) {
        let register = Register::of(&house).await;
        let one = register.added(&[]).await;
        house.set_clock("2021-09-01T08:00:00+07:00");
        let contact = house.signed_in("dau.moi").await;
        assert!(contact.get(&one).await.says("không có Hội thi nào đang nhận hồ sơ"));
        let edition = register.edition.to_string();
        let late = contact.send(&format!("{one}/du-thi"), &[("edition", &edition)]).await;
        assert!(late.says("Chọn Hội thi đang nhận hồ sơ"), "{}", late.text());
    }

    async fn reports_know_what_was_used_and_recognised_since_the_launch(house: TestHouse) {
        let register = Register::of(&house).await;
        let known = async |unit: UnitId| {
            let mut db = house.house().read().await.unwrap();
            FromEntries.of_unit(&mut db, register.edition, unit).await.unwrap()
        };
        assert_eq!(known(register.unit).await.get("initiatives"), None, "what is not known is not made up");
        register.added(&[]).await;
        register.added(&[&NOT_RECOGNISED[..], &[("title", "Khay đựng mẫu")]].concat()).await;
        register.added(&[("title", "Trước phát động"), ("first_used", "1/2/2020"), ("decided_on", "1/3/2020")]).await;
        let figures = known(register.unit).await;
        assert_eq!((figures["initiatives"], figures["initiatives.recognised"]), (2, 1));
        assert_eq!(known(register.other).await.get("initiatives.recognised"), None);
    }

    async fn a_workbook_is_read_back_row_by_row_before_it_is_taken_in(house: TestHouse) {
        let register = Register::of(&house).await;
        register.added(&[]).await;
        let rows = [
            ["Khay đựng mẫu", "Lê Thị Hòa; Lò Văn Ún", "1/9/2020", "", ""],
            ["Giá đỡ máy khoan", "Lê Thị Hòa", "", "", ""],
            ["", "Lê Thị Hòa", "1/9/2020", "", ""],
            ["Máy cắt", "Lê Thị Hòa", "31/2/2021", "", ""],
            ["Khay đựng  mẫu", "Lò Văn Ún", "2/9/2020", "", ""],
            ["Máy gọt", "Lê Thị Hòa", "1/9/2020", "7/QĐ-CĐMH", ""],
        ];
        let sent = register.upload(&rows).await;
        assert_eq!(sent.status(), 303, "{}", sent.text());
        let preview = register.contact.get(sent.location()).await;
        let outcomes = preview.select("tbody td:last-child");
        let said = ["thêm mới", "sửa", "có lỗi", "Ghi ngày theo dạng", "Trùng tên với dòng 2", "cần cả số và ngày"];
        assert_eq!(outcomes.len(), said.len());
        for (outcome, words) in outcomes.iter().zip(said) {
            assert!(outcome.contains(words), "{words}: {outcome}");
        }
        let titles = async || register.contact.get(&register.path()).await.select("#sang-kien tbody .ht-title");
        assert_eq!(titles().await, ["Giá đỡ máy khoan"], "nothing is taken in by reading");
        let seen = preview.attribute("input[name=seen]", "value").unwrap();
        let no = register.contact.send(sent.location(), &[("seen", &seen)]).await;
        assert!(no.says("4 dòng có lỗi nên chưa nhập dòng nào"), "{}", no.text());
        assert!(!register.officer.get(sent.location()).await.says("Khay đựng mẫu"), "a file is read by who sent it");
        let yes = [("seen", seen.as_str()), ("leave_out", "co")];
        assert_eq!(register.contact.send(sent.location(), &yes).await.location(), register.path());
        let list = register.contact.get(&register.path()).await;
        assert_eq!(list.select("#sang-kien tbody .ht-title"), ["Giá đỡ máy khoan", "Khay đựng mẫu"]);
        assert!(list.says("12/QĐ-CĐMH (20/4/2021)"), "an empty cell takes nothing away");
        assert!(register.contact.send(sent.location(), &yes).await.says("đã được nhập"), "the second tab");
        let none = register.contact.send_files(&format!("{}/nhap", register.path()), &[], &[]).await;
        assert_eq!(none.attributes(".govuk-error-summary a", "href"), ["#file"]);
        let bad = [("file", "so.xlsx", &b"ten,tac gia"[..])];
        let bad = register.contact.send_files(&format!("{}/nhap", register.path()), &[], &bad).await;
        assert!(bad.says("không phải bảng tính XLSX"), "{}", bad.text());
    }

    async fn the_register_goes_out_as_words_and_comes_back_unchanged(house: TestHouse) {
        let register = Register::of(&house).await;
        register.added(&[("title", "=HYPERLINK(\"http://x.invalid\")"), ("benefit", "+1\n@SUM(A1)")]).await;
        let book = register.contact.get(&format!("{}/bang-tinh", register.path())).await;
        assert!(book.header("content-disposition").contains("so-sang-kien.xlsx"));
        let parts = unzipped(book.bytes());
        let sheet = parts.iter().find(|(name, _)| name.ends_with("sheet1.xml")).unwrap();
        assert!(!String::from_utf8_lossy(&sheet.1).contains("<f>"), "no cell is a formula");
        let nhap = format!("{}/nhap", register.path());
        let sent = register.contact.send_files(&nhap, &[], &[("file", "so.xlsx", book.bytes())]).await;
        assert_eq!(sent.status(), 303, "{}", sent.text());
        let preview = register.contact.get(sent.location()).await;
        assert!(preview.says("giữ nguyên") && preview.says("không làm thay đổi sổ"), "{}", preview.text());
        let all = register.officer.get("/sang-kien/bang-tinh").await;
        let words = unzipped(all.bytes()).into_iter().map(|(_, part)| String::from_utf8_lossy(&part).into_owned());
        assert!(words.collect::<String>().contains("Trường Cao đẳng Minh Họa"), "several units are told apart");
    }

    async fn a_movement_asks_every_unit_of_a_level_and_both_sides_see_how_it_stands(house: TestHouse) {
        let register = Register::of(&house).await;
        let (officer, launch) = (&register.officer, "/sang-kien/phong-trao");
        let empty = officer.send(launch, &[]).await;
        let wrong = ["#name", "#begins", "#ends", "#levels", "#target"];
        assert_eq!(empty.attributes(".govuk-error-summary a", "href"), wrong);
        let fields =
            [("name", "Mỗi người một sáng kiến"), ("begins", "1/1/2021"), ("ends", "31/12/2021"), ("levels", "school"), ("target", "2")];
        assert_eq!(register.contact.send(launch, &fields).await.status(), 403);
        let launched = officer.send(launch, &fields).await;
        assert_eq!(launched.status(), 303, "{:?}", launched.select(".govuk-error-summary li"));
        let movement = launched.location().to_owned();
        register.added(&[]).await;
        register.added(&[&NOT_RECOGNISED[..], &[("title", "Năm trước"), ("first_used", "31/12/2020")]].concat()).await;
        let own = register.contact.get(&register.path()).await;
        assert!(own.says("Đã áp dụng 1 trên chỉ tiêu 2.") && own.says("Chưa đạt"), "{}", own.text());
        assert_eq!(register.contact.get(&movement).await.status(), 403, "how others stand is the agency's");
        let rows = async |what: &str| officer.get(&format!("{movement}{what}")).await.select("#don-vi tbody tr");
        let all = rows("").await;
        assert_eq!(all.len(), 2, "{all:?}");
        assert!(all[0].contains("Minh Họa") && all[0].contains("Chưa đạt"), "{all:?}");
        assert_eq!(rows("?xem=nothing").await.len(), 1);
        let correct = format!("{movement}/sua");
        assert_eq!(register.contact.get(&correct).await.status(), 403);
        let wrong = [("name", ""), ("begins", "1/12/2020"), ("ends", "1/11/2020"), ("seen", "1")];
        assert_eq!(officer.send(&correct, &wrong).await.attributes(".govuk-error-summary a", "href"), ["#name", "#ends"]);
        let longer = [("name", "Mỗi người một sáng kiến"), ("begins", "1/12/2020"), ("ends", "31/12/2021"), ("seen", "1")];
        assert_eq!(officer.send(&correct, &longer).await.location(), movement);
        assert!(officer.send(&correct, &longer).await.says("vừa được người khác sửa"), "the second tab");
        assert!(register.contact.get(&register.path()).await.says("Đã áp dụng 2 trên chỉ tiêu 2."), "the new days count");
        let back = [("name", "Mỗi người một sáng kiến"), ("begins", "1/1/2021"), ("ends", "31/12/2021"), ("seen", "2")];
        assert_eq!(officer.send(&correct, &back).await.location(), movement);
        let target = format!("{movement}/chi-tieu/{}", register.unit);
        assert_eq!(officer.send(&target, &[("target", "x")]).await.attributes(".govuk-error-summary a", "href"), ["#target"]);
        assert_eq!(officer.send(&target, &[("target", "1")]).await.location(), movement);
        assert!(rows("?xem=reached").await.concat().contains("Minh Họa"));
        assert!(register.contact.get(&register.path()).await.says("Đạt chỉ tiêu"));
        assert_eq!(officer.send(&target, &[("target", "")]).await.status(), 303);
        assert!(rows("?xem=unasked").await.concat().contains("Không giao chỉ tiêu"), "nobody reaches what was not set");
        assert!(rows("?xem=reached").await.is_empty());
        assert!(!register.contact.get(&register.path()).await.says("chỉ tiêu 1"), "asked for nothing any more");
    }
}
