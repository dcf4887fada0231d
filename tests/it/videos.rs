//! Videos of a dossier: known by their boxes, kept as they came, and seen by judges as a small copy alone.

use hoithi::Opening;
use hoithi_documents::{Reader, Sha256Hex};
use hoithi_entries::{Arriving, Change, GivenFile, Submit, Write, dossier};
use hoithi_rules::edition::{PartCode, books};
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Role;
use hoithi_screening::{Decide, Ruling, decide};
use hoithi_testkit::{Answer, Browser, TestHouse, both};
use jiff::civil::date;

use crate::entries::{filled, id_of, pdf, set_up_edition, submitted, version};
use crate::judged::admit;
use crate::judging::{AUTHORS, Contest, JUDGES, UNIT, book, contest_by};

/// What a camera notes beside the pictures.
const NOTED: &str = "MAC KIM TUOC 20.9501N";
const TITLE: &str = "Lưới che nắng cho vườn ươm";

/// This book with a part for a video.
fn with_video(book: &str) -> String {
    let part = "[[rules.dossier]]\ncode = \"video\"\nname = \"Video giới thiệu\"\nkind = \"video\"\nmax_megabytes = 1\n\
                max_minutes = 3\nrequired = false\nshown_to_judges = true\n\n[[rules.channels]]";
    book.replacen("[[rules.channels]]", part, 1)
}

fn boxed(name: &[u8], inside: &[u8]) -> Vec<u8> {
    let size = u32::try_from(inside.len() + 8).unwrap().to_be_bytes();
    [&size[..], name, inside].concat()
}

/// The boxes of a film of so many seconds, with one track of pictures or of something else.
fn film(brand: &[u8], seconds: u32, track: &[u8]) -> Vec<u8> {
    let head = [[0_u8; 12].as_slice(), &1000_u32.to_be_bytes(), &(seconds * 1000).to_be_bytes(), &[0; 80]].concat();
    let handler = [[0_u8; 8].as_slice(), track, &[0; 13]].concat();
    let track = boxed(b"trak", &boxed(b"mdia", &boxed(b"hdlr", &handler)));
    let begins = boxed(b"ftyp", &[brand, &[0; 4], b"isom"].concat());
    let about = boxed(b"moov", &[boxed(b"mvhd", &head), track].concat());
    [begins, about, boxed(b"mdat", NOTED.as_bytes())].concat()
}

fn mp4(seconds: u32) -> Vec<u8> {
    film(b"isom", seconds, b"vide")
}

/// What the elements of a Matroska file begin with.
fn elements(doc_type: &str) -> Vec<u8> {
    let sized = |length: usize| 0x80 | u8::try_from(length).unwrap();
    let head = [[0x42_u8, 0x82, sized(doc_type.len())].as_slice(), doc_type.as_bytes()].concat();
    let begins = [[0x1A_u8, 0x45, 0xDF, 0xA3, sized(head.len())].as_slice(), &head].concat();
    // Ninety seconds in thousandths; one track, of pictures; a cluster without anything in it.
    let info = [[0x15_u8, 0x49, 0xA9, 0x66, 0x8B, 0x44, 0x89, 0x88].as_slice(), &90_000_f64.to_be_bytes()].concat();
    let tracks = [0x16, 0x54, 0xAE, 0x6B, 0x85, 0xAE, 0x83, 0x83, 0x81, 0x01];
    let cluster = [0x1F, 0x43, 0xB6, 0x75, 0x80];
    let inside = [info.as_slice(), &tracks, &cluster].concat();
    [begins.as_slice(), &[0x18, 0x53, 0x80, 0x67, sized(inside.len())], &inside].concat()
}

async fn send(browser: &Browser, part: &str, agreed: bool, (name, bytes): (&str, &[u8])) -> Answer {
    let version = version(browser, part).await;
    let mut fields = vec![("version", version.as_str())];
    if agreed {
        fields.push(("agreed", "co"));
    }
    browser.send_files(part, &fields, &[("file", name, bytes)]).await
}

fn faults(answer: &Answer) -> Vec<String> {
    answer.attributes(".govuk-error-summary a", "href")
}

/// An author at the page of the video.
async fn at_the_video(house: &TestHouse) -> (Browser, String) {
    let leader = house.account("lanh.dao", "Phạm Văn Quyết", &[Role::AgencyHead]).await;
    house.account("tac.gia", "Nguyễn Thị Ánh", &[Role::Author]).await;
    house.set_clock("2020-09-01T08:00:00+07:00");
    set_up_edition(house, leader, &with_video(books::QUANG_NINH_VIII), None).await;
    house.set_clock("2021-06-01T08:00:00+07:00");
    let author = house.signed_in("tac.gia").await;
    let at = filled(&author, "Máy rửa than").await;
    (author, at)
}

async fn seen(house: &TestHouse, entry: EntryId) -> u32 {
    dossier(&mut house.house().read().await.unwrap(), entry).await.unwrap().unwrap().entry.version
}

/// A fourth entry with this video, admitted and released.
async fn admitted_with(contest: &Contest<'_>, video: &[u8]) -> EntryId {
    let (house, who) = (contest.house, contest.secretary);
    house.set_clock("2021-03-02T09:00:00+07:00");
    let entry = contest.entry(TITLE, AUTHORS[0]).await;
    house.set_clock("2021-07-06T10:00:00+07:00");
    let (reasons, until) = (vec!["Nộp thêm video".to_owned()], date(2021, 7, 15));
    let ruling = Ruling::Return { reasons, until, public_url: String::new() };
    let back = Decide { entry, seen: seen(house, entry).await, ruling, findings: Vec::new() };
    house.perform(who, move |act| Box::pin(decide(act, back.clone()))).await.unwrap();
    let sha256 = house.house().files.put(video).unwrap();
    let (name, bytes) = ("Mạc Kim Tước.mp4".to_owned(), video.len() as u64);
    let file = GivenFile { name, bytes, sha256, pictures: None };
    let change = Change::File(PartCode::parse("video").unwrap(), file);
    let write = Write { entry, seen: seen(house, entry).await, changes: vec![change] };
    let version = house.perform(who, move |act| Box::pin(hoithi_entries::write(act, write.clone()))).await.unwrap();
    let submit = Submit { entry, seen: version, arriving: Arriving::ByHand };
    house.perform(who, move |act| Box::pin(hoithi_entries::submit(act, submit.clone()))).await.unwrap();
    admit(house, who, entry).await;
    house.set_clock("2021-07-19T09:00:00+07:00");
    entry
}

/// The sheet of somebody who judges that entry, and its judge.
async fn sheet_of(contest: &Contest<'_>) -> (Browser, String) {
    contest.given_out().await;
    contest.start().await;
    let (judge, handle) = contest.holders_of(TITLE).await[0];
    (contest.house.signed_in(JUDGES[judge].0).await, format!("/cham/{handle}"))
}

both! {
    async fn a_video_is_kept_as_it_came_and_played_piece_by_piece(house: TestHouse) {
        let (author, at) = at_the_video(&house).await;
        let part = format!("{at}/phan/video");
        assert!(author.get(&part).await.says("nhiều nhất 1 MB và 3 phút"));
        let video = mp4(180);
        assert_eq!(faults(&send(&author, &part, false, ("phim.mp4", &video)).await), ["#agreed"]);
        assert_eq!(send(&author, &part, true, ("phim nhà.MOV", &video)).await.status(), 303);
        let shown = author.get(&part).await;
        assert!(shown.says("phim nhà.mp4"), "it is called what it is: {}", shown.text());
        let file = format!("/ho-so/{}/tep/video", id_of(&at));
        assert_eq!(shown.attributes("main video", "src"), [file.as_str()]);
        let whole = author.get(&file).await;
        assert_eq!((whole.header("content-type"), whole.bytes()), ("video/mp4", video.as_slice()));
        assert_eq!(whole.header("accept-ranges"), "bytes");
        let piece = author.get_piece(&file, "bytes=4-11").await;
        assert_eq!((piece.status(), piece.bytes()), (206, &video[4..12]));
        assert_eq!(piece.header("content-range"), format!("bytes 4-11/{}", video.len()));
        let last = author.get_piece(&file, "bytes=-5").await;
        assert_eq!((last.status(), last.bytes()), (206, &video[video.len() - 5..]));
        assert_eq!(author.get_piece(&file, "bytes=9-").await.bytes(), &video[9..]);
        for nowhere in [format!("bytes={}-", video.len()), "bytes=9-3".to_owned(), "bytes=-0".to_owned()] {
            assert_eq!(author.get_piece(&file, &nowhere).await.status(), 416, "{nowhere}");
        }
        assert_eq!(author.get_piece(&file, "bytes=a-b").await.status(), 200, "as if nothing was asked");
        let versions = author.get(&format!("{file}/cac-ban")).await;
        assert!(versions.says("Tôi đã xem lại hết video"), "{}", versions.text());
        assert_eq!(submitted(&author, &at).await.status(), 303);
        house.account("nguoi.la", "Vi Thị Lạ", &[Role::Author]).await;
        assert_eq!(house.signed_in("nguoi.la").await.get_piece(&file, "bytes=0-9").await.status(), 404);
    }

    async fn webm_is_taken_too(house: TestHouse) {
        let (author, at) = at_the_video(&house).await;
        let part = format!("{at}/phan/video");
        let done = send(&author, &part, true, ("may-tinh.webm", &elements("webm"))).await;
        assert_eq!(done.status(), 303, "{}", done.text());
        let file = author.get(&format!("/ho-so/{}/tep/video", id_of(&at))).await;
        assert_eq!(file.header("content-type"), "video/webm");
    }

    /// Whatever its name says; the file that was there stays.
    async fn what_is_no_video_is_turned_away_in_words(house: TestHouse) {
        let (author, at) = at_the_video(&house).await;
        let part = format!("{at}/phan/video");
        assert_eq!(send(&author, &part, true, ("tốt.mp4", &mp4(60))).await.status(), 303);
        let cut = mp4(60);
        let endless_box = [boxed(b"ftyp", b"isom\0\0\0\0"), b"\xff\xff\xff\xffmoov".to_vec()].concat();
        let heavy = [mp4(60), boxed(b"free", &vec![0; 1_000_000])].concat();
        let tries: [(Vec<u8>, &str); 12] = [
            (pdf("không phải phim"), "không phải video MP4, MOV hoặc WebM"),
            (b"<html><script>alert(1)</script>".to_vec(), "không phải video"),
            (b"MZ\x90\0\x03\0\0\0 this program cannot be run".to_vec(), "không phải video"),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), "không phải video"),
            (film(b"isom", 60, b"soun"), "không phải video"),
            (elements("matroska"), "không phải video"),
            (cut[..cut.len() - 10].to_vec(), "bị hỏng hoặc chép chưa hết"),
            (boxed(b"ftyp", b"isom\0\0\0\0"), "bị hỏng hoặc chép chưa hết"),
            (endless_box, "bị hỏng hoặc chép chưa hết"),
            (mp4(0), "Không đọc được thời lượng"),
            (mp4(181), "dài quá 3 phút"),
            (heavy, "nhiều nhất là 1 MB"),
        ];
        for (bytes, said) in tries {
            let answer = send(&author, &part, true, ("phim.mp4", &bytes)).await;
            assert_eq!(faults(&answer), ["#file"], "{said}: {}", answer.text());
            assert!(answer.says(said), "{said}: {:?}", answer.select(".govuk-error-summary li"));
            assert!(!house.house().files.path(&Sha256Hex::of(&bytes)).exists(), "of what was refused nothing remains");
        }
        assert!(author.get(&part).await.says("tốt.mp4"));
    }

    async fn judges_see_the_small_copy_and_never_the_original(house: TestHouse) {
        let contest = contest_by(&house, with_video(&book())).await;
        let (video, small) = (mp4(90), film(b"isom", 89, b"vide"));
        let small = small[..small.len() - NOTED.len()].to_vec();
        house.house().files.keep_made("video", &Sha256Hex::of(&video), &small).unwrap();
        let entry = admitted_with(&contest, &video).await;
        let secretary = house.signed_in("thuky").await;
        let desk = format!("/ky/quang-ninh-viii/ban-cham/{entry}");
        assert!(secretary.get(&desk).await.says("Video: vui lòng xem hết cả hình và tiếng"));
        assert_eq!(secretary.get(&format!("{desk}/tep/video")).await.bytes(), small, "as judges would get it");

        let (judge, sheet) = sheet_of(&contest).await;
        let read = judge.get(&sheet).await;
        let sources = read.attributes("main video", "src");
        let [source] = sources.as_slice() else { panic!("{sources:?}") };
        let seen = judge.get(source).await;
        assert_eq!((seen.header("content-type"), seen.bytes()), ("video/mp4", small.as_slice()));
        assert_eq!(judge.get_piece(source, "bytes=0-3").await.bytes(), &small[..4]);
        let id = entry.to_string();
        for hidden in [AUTHORS[0], UNIT, id.as_str(), "Tước"] {
            assert!(!read.text().contains(hidden) && !seen.headers().contains(hidden), "{hidden}");
        }
        assert!(seen.header("content-security-policy").starts_with("sandbox; default-src 'none'"));
        assert_eq!(judge.get(&format!("/ho-so/{entry}/tep/video")).await.status(), 404);
    }
}

/// Without the tool no copy is made: judges read that there is none, and whoever keeps the machine that it is missing.
#[tokio::test]
async fn without_ffmpeg_judges_see_no_video_and_the_keeper_is_told() {
    let house = TestHouse::with(|opening| Opening { reader: Reader::without_tools(), ..opening }).await;
    let contest = contest_by(&house, with_video(&book())).await;
    admitted_with(&contest, &mp4(90)).await;
    let (judge, sheet) = sheet_of(&contest).await;
    let read = judge.get(&sheet).await;
    assert!(read.says("không có bản dành cho giám khảo") && read.select("main video").is_empty(), "{}", read.text());
    for part in 1..5 {
        let seen = judge.get(&format!("{sheet}/tep/{part}")).await;
        assert!(!seen.bytes().windows(NOTED.len()).any(|piece| piece == NOTED.as_bytes()), "the original at {part}");
    }
    let keeper = house.signed_in("quantri").await.get("/doc-tep").await;
    let told = ["apt-get install ffmpeg", "Giám khảo không xem được video"];
    assert!(told.iter().all(|words| keeper.says(words)), "{}", keeper.text());
}
