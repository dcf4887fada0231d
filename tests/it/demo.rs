//! The demo's story, told to its beginning and to its end, and what holds of it.

use std::collections::{BTreeMap, BTreeSet};

use hoithi::demo::{Folder, Moment, PASSWORD, Plan, make};
use hoithi::{DataError, Opening};
use hoithi_correspondence::DocumentCard;
use hoithi_edition::Edition;
use hoithi_entries::{EntryCard, Standing};
use hoithi_journal::{Finding, verify};
use hoithi_people::account_by_login;
use hoithi_rules::campaign::TaskKind;
use hoithi_rules::ids::{DocumentId, UnitId};
use hoithi_store::params;
use hoithi_testkit::{Browser, TestHouse};
use hoithi_units::unit_by_code;
use jiff::civil::date;

async fn told_to(moment: Moment) -> TestHouse {
    told_in(TestHouse::on_sqlite().await, moment).await
}

async fn told_in(house: TestHouse, moment: Moment) -> TestHouse {
    let plan = Plan { moment, seed: 8, scale: None };
    if let Err(error) = make(house.house(), &plan, |_| {}).await {
        panic!("{error}");
    }
    house
}

async fn edition(house: &TestHouse, slug: &str) -> Edition {
    let mut db = house.house().read().await.unwrap();
    hoithi_edition::edition_by_slug(&mut db, slug).await.unwrap().expect("the edition")
}

async fn cards(house: &TestHouse, edition: &Edition) -> Vec<EntryCard> {
    hoithi_entries::entries_of(&mut house.house().read().await.unwrap(), edition.id).await.unwrap()
}

/// A document by the number that it bears.
async fn numbered(house: &TestHouse, edition: &Edition, number: &str) -> DocumentId {
    let mut db = house.house().read().await.unwrap();
    let papers = hoithi_correspondence::documents_of(&mut db, edition.id).await.unwrap();
    let bears = |card: &&DocumentCard| card.signed.as_ref().is_some_and(|(own, _)| own.to_string() == number);
    papers.iter().find(bears).expect(number).id
}

/// A district of the story's days by its code.
async fn district(house: &TestHouse, code: &str) -> UnitId {
    let mut db = house.house().read().await.unwrap();
    unit_by_code(&mut db, code, date(2021, 3, 15)).await.unwrap().expect(code).id
}

/// Somebody of the demo at a browser.
async fn seated(house: &TestHouse, login: &str) -> Browser {
    let browser = house.browser();
    let answer = browser.send("/dang-nhap", &[("login", login), ("password", PASSWORD)]).await;
    assert_eq!(answer.status(), 303, "{login}: {}", answer.text());
    browser
}

async fn journal_is_whole(house: &TestHouse) {
    let found = verify(house.house().store(), &house.opening().journal_folder()).await.unwrap();
    assert!(matches!(found, Finding::Whole(_)), "{found:?}");
}

#[tokio::test]
async fn when_the_letter_is_out_thirteen_units_have_it_and_nine_said_so() {
    let house = told_to(Moment::Launched).await;
    let province = edition(&house, "quang-ninh-viii").await;
    let mut db = house.house().read().await.unwrap();
    let letter = numbered(&house, &province, "213/LHH-KHCN").await;
    let mut sent = hoithi_campaign::sendings_of(&mut db, province.id).await.unwrap();
    sent.retain(|sent| sent.sending.document == letter);
    let confirmed = sent.iter().filter(|sent| sent.sending.acknowledgement().is_some()).count();
    assert_eq!((sent.len(), confirmed), (13, 9));
    let mut tasks = hoithi_campaign::tasks_of(&mut db, province.id).await.unwrap();
    tasks.retain(|task| task.letter == letter);
    assert_eq!(tasks.len(), 13 * 5);
    let missing: Vec<_> = province.book.missing().into_iter().map(hoithi_rules::edition::Part::code).collect();
    assert_eq!(missing, ["marking", "money"]);
    assert!(cards(&house, &province).await.is_empty());
    journal_is_whole(&house).await;
}

#[tokio::test]
async fn while_dossiers_come_in_reports_stand_in_every_state_and_the_committee_has_met() {
    let house = told_to(Moment::Open).await;
    let province = edition(&house, "quang-ninh-viii").await;
    let mut db = house.house().read().await.unwrap();
    let lines = hoithi_reporting::reports_of(&mut db, province.id).await.unwrap();
    let stands: BTreeSet<_> = lines.iter().filter_map(|line| line.answer()).map(|each| each.stands.code()).collect();
    assert_eq!(stands, BTreeSet::from(["approved", "returned", "waiting"]));
    let papers = hoithi_correspondence::documents_of(&mut db, province.id).await.unwrap();
    let numbers: BTreeSet<_> =
        papers.iter().filter_map(|card| card.signed.as_ref()).map(|(number, _)| number.to_string()).collect();
    for number in ["05/GM-LHH", "06/BB-BTC", "07/TB-BTC", "21/GM-LHH"] {
        assert!(numbers.contains(number), "{number}: {numbers:?}");
    }
    let mails = hoithi_journal::outbox_mails(&mut db, 500).await.unwrap();
    let told = mails.iter().map(|mail| jiff::tz::offset(7).to_datetime(mail.at)).filter(|at| at.hour() == 8);
    assert!(
        told.map(jiff::civil::DateTime::date).any(|day| day == date(2020, 8, 25)),
        "what was due was told in the morning"
    );
    let readers = "SELECT d.outcome, r.state, r.consent, m.state AS mailing FROM mailing_deliveries d
                     JOIN mailing_readers r ON r.id = d.reader_id JOIN mailings m ON m.id = d.mailing_id";
    let readers = db.all(readers, params![]).await.unwrap();
    let word = |column: &str| readers.iter().map(|row| row.text(column).unwrap()).collect::<Vec<_>>();
    assert_eq!((word("outcome"), word("mailing")), (vec!["kept".to_owned(); 7], vec!["done".to_owned(); 7]));
    assert!(word("consent").iter().all(|words| words.starts_with("Tôi đồng ý nhận tin")));
    assert_eq!(word("state").iter().filter(|state| *state == "left").count(), 1);
    drop(db);
    journal_is_whole(&house).await;
}

#[tokio::test]
async fn while_dossiers_come_in_the_pages_show_every_turn_of_the_campaign() {
    let house = told_to(Moment::Open).await;
    let officer = seated(&house, "chuyenvien").await;
    the_island_answers_without_an_account(&house, &officer).await;
    the_plan_gave_two_lines(&house, &officer).await;
    a_notice_was_recalled(&house, &officer).await;
    a_later_day_was_granted_and_a_report_returned(&house, &officer).await;
    a_report_has_a_later_day_a_task_a_new_hand_and_a_package_went_out(&house, &officer).await;
    let sums = officer.get("/ky/quang-ninh-viii/tong-hop?nhom=cum").await;
    assert_eq!(sums.select("#nhom-bang tbody th"), ["Cụm miền Tây", "Cụm miền Đông"]);
    let exchange = officer.get("/ky/quang-ninh-viii/van-ban/lien-thong").await;
    assert!(exchange.says("Thành phố Hạ Long = Z00.21") && exchange.says("Thông báo = 3"), "{}", exchange.text());
}

/// By its personal link, and once on paper, with the scan beside what was written down.
async fn the_island_answers_without_an_account(house: &TestHouse, officer: &Browser) {
    assert!(account_by_login(&mut house.house().read().await.unwrap(), "dv-coto").await.unwrap().is_none());
    let page = officer.get(&format!("/ky/quang-ninh-viii/tien-do/{}", district(house, "207").await)).await;
    assert!(page.says("10/9/2020") && page.says("Ngô Thị Hải Triều trả lời qua liên kết riêng"), "{}", page.text());
    assert!(page.says("Ngô Thị Hải Triều trả lời bằng bản giấy, ngày 14/12/2020"), "{}", page.text());
    let scan = page.attribute("main a[href*='/ban-quet/']", "href").expect("the paper was scanned");
    assert!(officer.get(&scan).await.bytes().starts_with(b"%PDF-"));
}

/// One for six departments, one for five schools: all confirmed, two of each answered.
async fn the_plan_gave_two_lines(house: &TestHouse, officer: &Browser) {
    let plan = numbered(house, &edition(house, "quang-ninh-viii").await, "86/KH-BTC").await;
    let page = officer.get(&format!("/ky/quang-ninh-viii/ke-hoach/{plan}")).await;
    assert!(page.says("Việc kế hoạch giao (2)"), "{}", page.text());
    assert!(page.says("Tuyên truyền trong ngành") && page.says("Hướng dẫn tác giả"), "{}", page.text());
    let board = officer.get(&format!("/ky/quang-ninh-viii/tien-do?letter={plan}")).await;
    assert_eq!(board.select("tfoot td")[..3], ["11/11", "2/5", "2/6"]);
}

/// The school is led from the recalled notice to the one in its place.
async fn a_notice_was_recalled(house: &TestHouse, officer: &Browser) {
    let province = edition(house, "quang-ninh-viii").await;
    let wrong = numbered(house, &province, "09/TB-LHH").await;
    let own = officer.get(&format!("/ky/quang-ninh-viii/van-ban/{wrong}")).await;
    assert!(own.says("Văn bản đã được thu hồi") && own.says("Ghi sai ngày tập huấn"), "{}", own.text());
    let mut db = house.house().read().await.unwrap();
    let unit = account_by_login(&mut db, "dv-dhhl").await.unwrap().expect("the school's contact").unit;
    let sent = hoithi_campaign::sendings_to(&mut db, unit.expect("the school")).await.unwrap();
    drop(db);
    let sending = sent.iter().find(|sent| sent.sending.document == wrong).expect("it went to the school").sending.id;
    let school = seated(house, "dv-dhhl").await;
    let page = school.get(&format!("/don-vi/cong-viec/{sending}")).await;
    assert!(page.says("Văn bản này đã được thu hồi"), "{}", page.text());
    let next = page.attribute(".ht-notice--stop a", "href").expect("a way to the other");
    assert!(school.get(&next).await.says("14/8/2020 (thứ Sáu)"));
}

async fn a_later_day_was_granted_and_a_report_returned(house: &TestHouse, officer: &Browser) {
    let province = edition(house, "quang-ninh-viii").await;
    let (hills, valley) = (district(house, "198").await, district(house, "202").await);
    let mut db = house.house().read().await.unwrap();
    let tasks = hoithi_campaign::tasks_of(&mut db, province.id).await.unwrap();
    let lines = hoithi_reporting::reports_of(&mut db, province.id).await.unwrap();
    drop(db);
    let task = tasks.iter().find(|task| task.unit == hills && task.kind == TaskKind::LaunchMovement).unwrap().id;
    let page = officer.get(&format!("/ky/quang-ninh-viii/tien-do/{hills}/viec/{task}")).await;
    assert!(page.says("Xin gia hạn đến 9/7/2021") && page.says("Gia hạn đến 9/7/2021"), "{}", page.text());
    let report = lines.iter().find(|line| line.request.unit == valley).unwrap().request.id;
    let page = officer.get(&format!("/ky/quang-ninh-viii/bao-cao/{report}")).await;
    assert!(page.says("Đề nghị kiểm tra lại số lượt người tiếp cận"), "{}", page.text());
}

async fn a_report_has_a_later_day_a_task_a_new_hand_and_a_package_went_out(house: &TestHouse, officer: &Browser) {
    let province = edition(house, "quang-ninh-viii").await;
    let (valley, island) = (district(house, "200").await, district(house, "207").await);
    let mut db = house.house().read().await.unwrap();
    let tasks = hoithi_campaign::tasks_of(&mut db, province.id).await.unwrap();
    let lines = hoithi_reporting::reports_of(&mut db, province.id).await.unwrap();
    drop(db);
    let report = &lines.iter().find(|line| line.request.unit == valley).unwrap().request;
    assert_eq!(report.due, date(2021, 7, 20));
    let page = officer.get(&format!("/ky/quang-ninh-viii/bao-cao/{}", report.id)).await;
    assert!(page.says("Các xã sơ kết phong trào vào giữa tháng 7") && page.says("Đồng ý."), "{}", page.text());
    let task = tasks.iter().find(|task| task.unit == island && task.kind == TaskKind::LaunchMovement).unwrap().id;
    let page = officer.get(&format!("/ky/quang-ninh-viii/tien-do/{island}/viec/{task}")).await;
    assert!(page.says("Giao cho Vi Thị Sóng"), "{}", page.text());
    let letter = numbered(house, &province, "213/LHH-KHCN").await;
    let page = officer.get(&format!("/ky/quang-ninh-viii/noi-nhan/{letter}")).await;
    let packages = page.select("#goi li");
    assert!(packages.len() == 1 && packages[0].contains("gói cho 3 đơn vị"), "{packages:?}");
    assert!(packages[0].contains("Đã gửi trên trục 9 giờ 20, ngày 5/11/2020"), "{packages:?}");
}

#[tokio::test]
async fn told_to_its_end_the_contest_is_as_reported_and_keeps_its_rules() {
    to_its_end(&told_to(Moment::Announced).await).await;
}

#[tokio::test]
async fn on_postgresql_it_is_the_same_story() {
    to_its_end(&told_in(TestHouse::on_postgres().await, Moment::Announced).await).await;
}

async fn to_its_end(house: &TestHouse) {
    let province = edition(house, "quang-ninh-viii").await;
    entries_as_reported(house, &province).await;
    reports_as_they_came(house, &province).await;
    prizes_within_their_ceilings(house, &province).await;
    certificates_for_every_author(house, &province).await;
    active_units_were_commended(house, &province).await;
    let college = edition(house, "cao-dang-minh-hoa-iii").await;
    prizes_within_their_ceilings(house, &college).await;
    let beside = house.opening().look().await.unwrap();
    assert_eq!(hoithi::doctor::examine(&beside).await.unwrap(), []);
}

#[tokio::test]
async fn the_opened_final_waits_for_the_jury_at_the_last_second_prize() {
    let house = told_to(Moment::Opened).await;
    let province = edition(&house, "quang-ninh-viii").await;
    let mut db = house.house().read().await.unwrap();
    let ranked = hoithi_awards::ranked(&mut db, &province).await.unwrap().expect("two persons opened it");
    let tied = ranked.tied().expect("a shared place");
    let places: Vec<_> = tied.iter().filter_map(|entry| ranked.standing(*entry)).map(|each| each.place).collect();
    assert_eq!(places, [4, 4]);
    journal_is_whole(&house).await;
}

#[tokio::test]
async fn a_demo_is_never_served_as_a_real_house() {
    let folder = tempfile::tempdir().unwrap();
    let plan = Plan { moment: Moment::Launched, seed: 8, scale: None };
    Folder::at(folder.path()).begin(&plan).unwrap();
    let opened = Opening::at(folder.path()).open().await;
    assert!(matches!(opened, Err(DataError::Demo(_))));
    assert!(Opening { demo: true, ..Opening::at(folder.path()) }.open().await.is_ok());
}

/// 63 in five of six fields, 7 and 5 from the two named schools; one refused, one from below.
async fn entries_as_reported(house: &TestHouse, province: &Edition) {
    let cards = cards(house, province).await;
    let fields: BTreeSet<_> = cards.iter().filter_map(|card| card.category.clone()).collect();
    let of = |unit: &str| cards.iter().filter(|card| card.unit_name == unit).count();
    let standing = |state: Standing| cards.iter().filter(|card| card.state == state).count();
    assert_eq!((cards.len(), fields.len()), (63, 5));
    assert_eq!(of("Trường Cao đẳng Công nghiệp và Xây dựng"), 7);
    assert_eq!(of("Trường Đại học Hạ Long"), 5);
    assert_eq!(of("Trường Cao đẳng Minh Họa"), 1);
    assert_eq!((standing(Standing::Admitted), standing(Standing::Refused)), (62, 1));
    let numbers: BTreeSet<_> = cards.iter().filter_map(|card| card.number.clone()).collect();
    assert_eq!(numbers.len(), 63);
}

/// Of thirteen units eleven reported in time, one late, one not at all.
async fn reports_as_they_came(house: &TestHouse, province: &Edition) {
    let mut db = house.house().read().await.unwrap();
    let lines = hoithi_reporting::reports_of(&mut db, province.id).await.unwrap();
    let answers: Vec<_> = lines.iter().filter_map(|line| line.answer()).collect();
    let late = answers.iter().filter(|answer| answer.late()).count();
    assert_eq!((lines.len(), answers.len(), late), (13, 12, 1));
}

async fn prizes_within_their_ceilings(house: &TestHouse, edition: &Edition) {
    let mut db = house.house().read().await.unwrap();
    let awards = hoithi_awards::awards(&mut db, edition.id).await.unwrap();
    assert!(!awards.is_empty());
    let mut of: BTreeMap<_, usize> = BTreeMap::new();
    for award in &awards {
        *of.entry(award.tier.clone()).or_default() += 1;
        let tier = edition.book.prizes().unwrap().structure.tier(&award.tier).cloned().expect("a tier of the book");
        assert!(tier.threshold.is_none_or(|least| award.points >= least), "{}", award.title);
        assert!(of[&award.tier] <= tier.ceiling, "{}", tier.name);
    }
}

async fn certificates_for_every_author(house: &TestHouse, province: &Edition) {
    let mut db = house.house().read().await.unwrap();
    let awards = hoithi_awards::awards(&mut db, province.id).await.unwrap();
    let authors: usize = awards.iter().map(|award| award.authors.len()).sum();
    let certificates = hoithi_publication::certificates(&mut db, province.id).await.unwrap();
    assert_eq!(certificates.len(), authors);
}

/// Three districts and a school, by a decision, with the whole dossier in the register.
async fn active_units_were_commended(house: &TestHouse, province: &Edition) {
    let mut db = house.house().read().await.unwrap();
    let listed = hoithi_commendation::proposals(&mut db, province.id).await.unwrap();
    assert_eq!(listed.len(), 1);
    let proposal = hoithi_commendation::proposal(&mut db, listed[0].id).await.unwrap().expect("the proposal");
    let (number, day, _) = proposal.decided().expect("it is decided");
    assert_eq!((number, day), ("73/QĐ-LHH", date(2021, 10, 18)));
    assert_eq!(proposal.lines.len(), 4);
    assert!(proposal.lines.iter().all(|line| line.code.is_some() && line.points.hundredths() > 0));
    let papers = hoithi_correspondence::documents_of(&mut db, province.id).await.unwrap();
    let numbers: BTreeSet<_> =
        papers.iter().filter_map(|card| card.signed.as_ref()).map(|(number, _)| number.to_string()).collect();
    for number in ["71/TTr-LHH", "72/BB-LHH", "73/QĐ-LHH"] {
        assert!(numbers.contains(number), "{number}: {numbers:?}");
    }
}
