//! What judges of a blind round read: copies that a person has read and released, and nothing else.

use std::collections::BTreeSet;

use hoithi::Opening;
use hoithi_documents::{Reader, Sha256Hex};
use hoithi_entries::{Arriving, Change, Submit, TakeScan, Write, dossier, keep_pdf, take_scan};
use hoithi_journal::lines_about;
use hoithi_judging::{StartRound, start_round};
use hoithi_rules::edition::PartCode;
use hoithi_rules::ids::EntryId;
use hoithi_rules::screening::ScreeningOutcome;
use hoithi_screening::{Decide, Release, Ruling, decide, file_text, prepare, release, released_entries, take_back};
use hoithi_store::params;
use hoithi_testkit::{TestHouse, both, words_if_any};
use jiff::civil::date;
use lopdf::content::{Content, Operation};
use lopdf::{Document, Object, Stream, dictionary};

use crate::judged::{admit, codes_of, release_copy};
use crate::judging::{Contest, JUDGES, TITLES, book, contest_by, everything_linked_from, pdf_of, with_a_jury};

const COPIES: &str = "/ky/quang-ninh-viii/ban-cham";
const START: &str = "/ky/quang-ninh-viii/vong/so-khao/bat-dau";

/// Names that stand in this dossier alone.
const AUTHOR: &str = "Chử Đồng Vân Kỳ Lân";
const IN_THE_FILE: &str = "CHU DONG VAN KY LAN";

/// A PDF with these words on its pages.
pub(crate) fn pdf_saying(pages: &[&str]) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let tree = document.new_object_id();
    let font = document.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Courier" });
    let resources = document.add_object(dictionary! { "Font" => dictionary! { "F1" => font } });
    let mut kids: Vec<Object> = Vec::new();
    for words in pages {
        let operations = vec![
            Operation::new("BT", vec![]),
            Operation::new("Tf", vec!["F1".into(), 12.into()]),
            Operation::new("Td", vec![50.into(), 700.into()]),
            Operation::new("Tj", vec![Object::string_literal(*words)]),
            Operation::new("ET", vec![]),
        ];
        let content = Content { operations }.encode().unwrap();
        let content = document.add_object(Stream::new(dictionary! {}, content));
        let page = dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => content };
        kids.push(document.add_object(page).into());
    }
    let count = i64::try_from(kids.len()).unwrap();
    let size: Vec<Object> = [0, 0, 595, 842].map(Object::from).to_vec();
    let pages = dictionary! {
        "Type" => "Pages", "Kids" => kids, "Count" => count, "Resources" => resources, "MediaBox" => size,
    };
    document.objects.insert(tree, pages.into());
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

async fn version(house: &TestHouse, entry: EntryId) -> u32 {
    dossier(&mut house.house().read().await.unwrap(), entry).await.unwrap().unwrap().entry.version
}

/// The dossier goes back, and comes again with this description.
async fn comes_again(contest: &Contest<'_>, entry: EntryId, description: &[u8]) {
    let (house, who) = (contest.house, contest.secretary);
    let (reasons, until) = (vec!["Nộp lại bản mô tả".to_owned()], date(2021, 7, 15));
    let ruling = Ruling::Return { reasons, until, public_url: String::new() };
    let back = Decide { entry, seen: version(house, entry).await, ruling, findings: Vec::new() };
    let outcome = house.perform(who, move |act| Box::pin(decide(act, back.clone()))).await.unwrap();
    assert!(matches!(outcome, ScreeningOutcome::Returned { .. }));
    let file = keep_pdf(&house.house().files, "ten toi trong ten tep.pdf", description, 20).unwrap();
    let change = Change::File(PartCode::parse("ban-mo-ta").unwrap(), file);
    let write = Write { entry, seen: version(house, entry).await, changes: vec![change] };
    let seen = house.perform(who, move |act| Box::pin(hoithi_entries::write(act, write.clone()))).await.unwrap();
    let submit = Submit { entry, seen, arriving: Arriving::ByHand };
    house.perform(who, move |act| Box::pin(hoithi_entries::submit(act, submit.clone()))).await.unwrap();
}

/// A fourth entry that waits for screening, with this description.
async fn described_by(contest: &Contest<'_>, description: &[u8]) -> EntryId {
    contest.house.set_clock("2021-03-02T09:00:00+07:00");
    let entry = contest.entry("Lưới che nắng cho vườn ươm", AUTHOR).await;
    contest.house.set_clock("2021-07-06T10:00:00+07:00");
    comes_again(contest, entry, description).await;
    entry
}

async fn started(contest: &Contest<'_>) -> Vec<&'static str> {
    let start = StartRound { round: contest.round().await, though_intake_unfinished: false };
    codes_of(contest.house.perform(contest.chair, move |act| Box::pin(start_round(act, start))).await)
}

/// What stands released in this contest.
async fn released(contest: &Contest<'_>) -> BTreeSet<EntryId> {
    let mut db = contest.house.house().read().await.unwrap();
    let edition = hoithi_edition::edition(&mut db, contest.edition).await.unwrap().unwrap();
    released_entries(&mut db, edition.id, &edition.book).await.unwrap()
}

both! {
    /// The round waits for the copy of every entry; whoever starts it reads which, by their codes.
    async fn a_round_does_not_start_before_every_copy_is_released(house: TestHouse) {
        let contest = with_a_jury(&house).await;
        contest.given_out().await;
        let entry = contest.entries[1];
        house.perform(contest.secretary, move |act| Box::pin(take_back(act, entry))).await.unwrap();
        let chair = house.signed_in("chutich").await;
        let page = chair.get("/ky/quang-ninh-viii/tien-do-cham").await;
        assert!(page.says("1 hồ sơ chưa thả bản cho giám khảo") && !page.says("Nghiêm Thị Hải Đường"), "{}", page.text());
        assert!(!page.attributes("main a", "href").contains(&COPIES.to_owned()), "the chair releases nothing");
        assert!(chair.get(START).await.says("1 hồ sơ chưa thả bản cho giám khảo"));
        assert!(chair.send(START, &[]).await.says("Ban Thư ký cần đọc và thả bản trước khi bắt đầu chấm."));
        assert_eq!(started(&contest).await, ["judging.copies_wait"]);

        let secretary = house.signed_in("thuky").await;
        let desk = secretary.get("/ban-lam-viec").await;
        assert!(desk.select(".ht-todo__verb").contains(&"Thả bản cho giám khảo".to_owned()));
        let list = secretary.get(COPIES).await;
        assert_eq!(list.select("#ban-cham tbody tr:first-child .ht-title"), [TITLES[1]], "who waits comes first");
        assert_eq!(list.select("#ban-cham .ht-tag--todo"), ["Chưa thả"]);
        let at = format!("{COPIES}/{entry}");
        let seen = version(&house, entry).await.to_string();
        let unread = secretary.send(&at, &[("version", &seen)]).await;
        assert_eq!(unread.attributes(".govuk-error-summary a", "href"), ["#though_told"], "nothing can be read in it");
        let stale = secretary.send(&at, &[("version", "1"), ("though_told", "co")]).await;
        assert!(stale.says("Hồ sơ vừa được sửa ở một cửa sổ khác."), "{}", stale.text());
        let done = secretary.send(&at, &[("version", &seen), ("though_told", "co")]).await;
        assert_eq!((done.status(), done.location()), (303, COPIES), "{}", done.text());
        assert!(secretary.get(COPIES).await.says("QN8-0002: đã thả bản cho giám khảo."));
        assert!(secretary.get(&at).await.says("Đã thả: Đinh Thị Thư"));
        assert_eq!(started(&contest).await, ["done"]);
        let lines = lines_about(&mut house.house().read().await.unwrap(), &entry.to_string()).await.unwrap();
        let told: Vec<_> = lines.iter().filter(|line| line.event.starts_with("entry.copy")).collect();
        assert_eq!(told.len(), 3, "released, taken back, released");
        assert!(told.iter().all(|line| !line.facts.contains("Nghiêm") && !line.facts.contains("blind")));
    }

    /// Judges get the bytes that were released, to the last; whatever is released afterwards is not
    /// theirs, so that all judges of the round read the same.
    async fn judges_are_served_the_released_bytes(house: TestHouse) {
        let contest = with_a_jury(&house).await;
        contest.marking().await;
        let (judge, sheet) = contest.holders_of(TITLES[0]).await[0];
        let judge = house.signed_in(JUDGES[judge].0).await;
        let file = format!("/cham/{sheet}/tep/2");
        let read = judge.get(&file).await;
        assert_eq!((read.status(), read.header("content-type")), (200, "application/pdf"));
        let entry = contest.entries[0];
        let served = "SELECT p.copy_hash FROM released_copies c JOIN released_parts p ON p.release_id = c.id
                         WHERE c.entry_id = $1 AND p.part = 'ban-mo-ta' AND c.ended_at IS NULL";
        let mut db = house.house().read().await.unwrap();
        let row = db.one(served, params![entry.uuid()]).await.unwrap();
        drop(db);
        assert_eq!(row.text("copy_hash").unwrap(), Sha256Hex::of(read.bytes()).as_str());
        assert_ne!(read.bytes(), pdf_of("MAC KIM TUOC"), "the copy is not what the author gave");
        house.perform(contest.secretary, move |act| Box::pin(take_back(act, entry))).await.unwrap();
        assert_eq!(judge.get(&file).await.bytes(), read.bytes());
        let api = judge.get(&format!("/api/v1/score-sheets/{sheet}/parts/2")).await;
        assert_eq!(api.bytes(), read.bytes());
    }

    /// What goes back to its authors is released no more, and what comes again is read again.
    async fn a_supplement_is_released_anew(house: TestHouse) {
        let contest = with_a_jury(&house).await;
        let entry = described_by(&contest, &pdf_saying(&["Ban mo ta giai phap luoi che nang cho vuon uom"])).await;
        release_copy(&house, contest.secretary, entry).await.unwrap();
        comes_again(&contest, entry, &pdf_saying(&["Ban mo ta lan hai cua giai phap luoi che nang"])).await;
        let gone = house.perform(contest.secretary, move |act| Box::pin(take_back(act, entry))).await;
        assert_eq!(codes_of(gone), ["screening.copy_not_released"], "it went with the return");
        admit_only(&contest, entry).await;
        house.set_clock("2021-07-19T09:00:00+07:00");
        contest.given_out().await;
        assert_eq!(started(&contest).await, ["judging.copies_wait"]);
        release_copy(&house, contest.secretary, entry).await.unwrap();
        assert_eq!(started(&contest).await, ["done"]);
    }

    /// A scan that is added to what came on paper makes another dossier of it.
    async fn a_scan_that_is_added_is_released_anew(house: TestHouse) {
        let contest = with_a_jury(&house).await;
        house.set_clock("2021-03-02T09:00:00+07:00");
        let entry = contest.entry("Lưới che nắng cho vườn ươm", AUTHOR).await;
        house.set_clock("2021-07-06T10:00:00+07:00");
        house.tamper("DELETE FROM entry_parts WHERE entry_id = $1 AND kind = 'file'", params![entry.uuid()]).await;
        release_copy(&house, contest.secretary, entry).await.unwrap();
        assert!(released(&contest).await.contains(&entry));
        let file = keep_pdf(&house.house().files, "ban quet.pdf", &pdf_saying(&["Ban quet cua ban mo ta"]), 20).unwrap();
        let part = PartCode::parse("ban-mo-ta").unwrap();
        let scan = TakeScan { entry, seen: version(&house, entry).await, part, file, shows: None };
        house.perform(contest.secretary, move |act| Box::pin(take_scan(act, scan.clone()))).await.unwrap();
        assert!(!released(&contest).await.contains(&entry), "nobody has read the scan");
        let page = house.signed_in("thuky").await.get(&format!("{COPIES}/{entry}")).await;
        assert!(page.says("Hồ sơ hoặc thể lệ đã thay đổi sau khi thả: cần thả lại."), "{}", page.text());
        release_copy(&house, contest.secretary, entry).await.unwrap();
        assert!(released(&contest).await.contains(&entry));
    }

    /// Where judges read names nothing is released, and no round waits for it.
    async fn judges_who_read_names_wait_for_no_copy(house: TestHouse) {
        let contest = contest_by(&house, book().replace("blind = true", "blind = false")).await;
        let entry = contest.entries[0];
        let done = release_copy(&house, contest.secretary, entry).await;
        assert_eq!(codes_of(done), ["screening.copies_not_blind"]);
        let secretary = house.signed_in("thuky").await;
        assert!(secretary.get(COPIES).await.says("Giám khảo của hội thi này đọc hồ sơ có tên tác giả."));
        assert_eq!(secretary.get(&format!("{COPIES}/{entry}")).await.status(), 404);
        contest.given_out().await;
        assert_eq!(started(&contest).await, ["done"]);
    }

    /// The page tells the name, the page and the passage; the authors are asked in the same words.
    async fn a_name_in_a_file_is_pointed_at_with_its_page(house: TestHouse) {
        let contest = with_a_jury(&house).await;
        let said = format!("Nguoi thuc hien: {IN_THE_FILE}, dien thoai 0203.000.0001");
        let entry = described_by(&contest, &pdf_saying(&["Ban mo ta giai phap luoi che nang", &said])).await;
        let secretary = house.signed_in("thuky").await;
        let at = format!("{COPIES}/{entry}");
        let page = secretary.get(&at).await;
        assert!(page.says("2 chỗ có thể cho biết tác giả là ai"), "{}", page.text());
        assert!(page.says("trang 2") && page.says(&format!("Nguoi thuc hien: {IN_THE_FILE}")), "{}", page.text());
        assert!(page.says("Chương trình đọc được mọi trang"));
        let desk = format!("/ky/quang-ninh-viii/kiem-tra/{entry}");
        let checked = secretary.get(&desk).await;
        let anonymous = "input[name=\"findings.anonymous\"][checked]";
        assert_eq!(checked.attribute(anonymous, "value").as_deref(), Some("failed"));
        assert!(checked.says("Phần giám khảo đọc có ghi:"), "{}", checked.text());
        let wished = secretary.get(&format!("{desk}?xin=ban-khong-ten")).await;
        assert_eq!(wished.attribute("#quyet-dinh", "action"), Some(desk.clone()), "the wish is not sent along");
        let asked = wished.select("#reasons").concat();
        assert!(asked.contains(&format!("“{AUTHOR}” (trang 2)")) && asked.contains("Bản mô tả giải pháp"), "{asked}");
        assert_eq!(secretary.get(&format!("{desk}?xin=khac")).await.status(), 422);
        let seen = version(&house, entry).await;
        let refused = secretary.send(&at, &[("version", &seen.to_string())]).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#though_told"]);
        // What is read once is kept under the hash of the file.
        let kept = house.house().files.put(&pdf_saying(&["Ban mo ta giai phap luoi che nang", &said])).unwrap();
        let text = file_text(&mut house.house().read().await.unwrap(), &kept).await.unwrap().unwrap();
        assert_eq!((text.pages.len(), text.blank, text.is_whole()), (2, 0, true));
    }

    /// What was found is painted over: the page becomes a picture, and the name stands nowhere any more.
    async fn what_points_is_covered_on_the_copy(house: TestHouse) {
        let contest = with_a_jury(&house).await;
        let said = format!("Nguoi thuc hien: {IN_THE_FILE}");
        let entry = described_by(&contest, &pdf_saying(&["Ban mo ta giai phap luoi che nang", &said])).await;
        let secretary = house.signed_in("thuky").await;
        let (at, seen) = (format!("{COPIES}/{entry}"), version(&house, entry).await.to_string());
        let file = format!("{at}/tep/ban-mo-ta");
        let cover = format!("{file}/che");
        assert!(words_if_any(secretary.get(&file).await.bytes()).unwrap().contains(IN_THE_FILE));
        assert_eq!(house.signed_in("chutich").await.send(&cover, &[]).await.status(), 403);
        let done = secretary.send(&cover, &[]).await;
        assert_eq!((done.status(), done.location()), (303, at.as_str()), "{}", done.text());
        assert!(secretary.get(&at).await.says("Đã che 1 chỗ"));
        let covered = secretary.get(&file).await;
        let words = words_if_any(covered.bytes()).unwrap();
        assert!(words.contains("luoi che nang") && !words.contains("CHU DONG"), "{words}");
        assert_eq!(secretary.send(&format!("{file}/bo-che"), &[]).await.location(), at);
        assert!(words_if_any(secretary.get(&file).await.bytes()).unwrap().contains(IN_THE_FILE), "the original is kept");
        assert_eq!(secretary.send(&cover, &[]).await.status(), 303);
        let covered = secretary.get(&file).await;
        let released = secretary.send(&at, &[("version", &seen), ("though_told", "co")]).await;
        assert_eq!(released.status(), 303, "{}", released.text());
        assert_eq!(secretary.get(&file).await.bytes(), covered.bytes());
        assert!(secretary.send(&cover, &[]).await.says("Bản này đã thả. Thu lại trước khi che hoặc bỏ che."));
        let typed = secretary.send(&format!("{at}/tep/tom-tat/che"), &[]).await;
        assert!(typed.says("Phần này không có chỗ nào chương trình tìm thấy để che."), "{}", typed.text());
    }

    /// Where everything was read and nothing was found, a press is enough.
    async fn what_tells_nobody_is_released_with_one_press(house: TestHouse) {
        let contest = with_a_jury(&house).await;
        let entry = described_by(&contest, &pdf_saying(&["Ban mo ta giai phap luoi che nang cho vuon uom"])).await;
        let secretary = house.signed_in("thuky").await;
        let at = format!("{COPIES}/{entry}");
        let page = secretary.get(&at).await;
        assert!(page.select("main input[type=checkbox]").is_empty(), "{}", page.text());
        let copy = secretary.get(&format!("{at}/tep/ban-mo-ta")).await;
        assert!(words_if_any(copy.bytes()).unwrap().contains("vuon uom"));
        assert_eq!(secretary.get(&format!("{at}/tep/tom-tat")).await.status(), 404);
        let seen = version(&house, entry).await.to_string();
        assert_eq!(secretary.send(&at, &[("version", &seen)]).await.status(), 303);
        assert!(secretary.get(&at).await.says("Chương trình đã đọc mọi trang"));
        let back = secretary.send(&format!("{at}/thu-lai"), &[]).await;
        assert_eq!((back.status(), back.location()), (303, at.as_str()));
        let twice = secretary.send(&format!("{at}/thu-lai"), &[]).await;
        assert!(twice.says("Bản của hồ sơ này chưa được thả."), "{}", twice.text());
        for login in ["lanh.dao", "chutich", JUDGES[0].0] {
            let other = house.signed_in(login).await;
            assert_eq!(other.get(&at).await.status(), 403, "{login}");
            assert_eq!(other.send(&at, &[("version", &seen)]).await.status(), 403, "{login}");
        }
    }

    /// Unique words in names, unit, telephone, file names, properties and pages: nothing that a judge
    /// can fetch holds one.
    async fn no_word_that_tells_reaches_a_judge(house: TestHouse) {
        let contest = with_a_jury(&house).await;
        let entry = described_by(&contest, &pdf_saying(&["Bia", &format!("Thuc hien {IN_THE_FILE}")])).await;
        comes_again(&contest, entry, &pdf_saying(&["Ban mo ta giai phap luoi che nang cho vuon uom"])).await;
        admit(&house, contest.secretary, entry).await;
        house.set_clock("2021-07-19T09:00:00+07:00");
        contest.given_out().await;
        contest.start().await;
        let hidden = [AUTHOR, "CHU DONG", "Xí nghiệp Chim Hoàng Yến", "0203 000 0001", "ten toi trong ten tep", "MAC KIM TUOC"];
        let mut met = 0;
        for (place, (login, _)) in JUDGES.iter().enumerate() {
            let judge = house.signed_in(login).await;
            let mut starts = vec!["/cham".to_owned(), "/api/v1/score-sheets".to_owned()];
            for (sheet, _) in contest.sheets_of(place).await {
                starts.push(format!("/api/v1/score-sheets/{sheet}"));
                starts.extend((1..4).map(|part| format!("/cham/{sheet}/tep/{part}")));
                starts.extend((1..4).map(|part| format!("/api/v1/score-sheets/{sheet}/parts/{part}")));
            }
            let starts: Vec<&str> = starts.iter().map(String::as_str).collect();
            for (path, answer) in &everything_linked_from(&judge, &starts).await {
                let is_pdf = answer.header("content-type").starts_with("application/pdf");
                let words = if is_pdf { words_if_any(answer.bytes()).unwrap_or_default() } else { String::new() };
                met += usize::from(words.contains("vuon uom"));
                let told = format!("{path}\n{}\n{}\n{words}", answer.headers(), answer.text());
                for word in hidden.iter().copied().chain([entry.to_string().as_str()]) {
                    assert!(!told.contains(word), "{path} tells {word} to {login}");
                }
            }
        }
        assert!(met >= 2, "the judges read the description");
    }
}

/// Admits without releasing.
async fn admit_only(contest: &Contest<'_>, entry: EntryId) {
    admit(contest.house, contest.secretary, entry).await;
    contest.house.perform(contest.secretary, move |act| Box::pin(take_back(act, entry))).await.unwrap();
}

/// On a machine without the tools nothing is read, and everybody whom it concerns is told.
#[tokio::test]
async fn a_machine_without_the_tools_says_so() {
    let house = TestHouse::with(|opening| Opening { reader: Reader::without_tools(), ..opening }).await;
    let contest = with_a_jury(&house).await;
    let entry = described_by(&contest, &pdf_saying(&["Ban mo ta giai phap luoi che nang cho vuon uom"])).await;
    let secretary = house.signed_in("thuky").await;
    let page = secretary.get(&format!("{COPIES}/{entry}")).await;
    assert!(page.says("Máy chủ chưa cài chương trình đọc tệp"), "{}", page.text());
    let kept = dossier(&mut house.house().read().await.unwrap(), entry).await.unwrap().unwrap();
    let edition =
        hoithi_edition::edition(&mut house.house().read().await.unwrap(), contest.edition).await.unwrap().unwrap();
    let copies = prepare(house.house(), &kept, &edition.book).await.unwrap();
    let unread = Release { entry, seen: kept.entry.version, copies, though_told: false };
    let done = house.perform(contest.secretary, move |act| Box::pin(release(act, unread.clone()))).await;
    assert_eq!(codes_of(done), ["screening.copy_tells"], "what nobody read is not in order by itself");
    let keeper = house.signed_in("quantri").await.get("/doc-tep").await;
    assert_eq!(keeper.select("main .ht-tag--warn"), ["Chưa cài"; 5]);
    assert!(keeper.says("apt-get install tesseract-ocr tesseract-ocr-vie"), "{}", keeper.text());
    assert!(!hoithi_screening::recognise_one(house.house()).await.unwrap());
}
