//! Files of a dossier that go up in pieces, by tus 1.0: cut, spoilt, too large, too late, somebody else's.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use axum::http::Method;
use hoithi_documents::Sha256Hex;
use hoithi_rules::people::Role;
use hoithi_testkit::{Answer, Browser, TestHouse, both};
use hoithi_web::sweep_resumable;

use super::entries::{attach, begun, contest, filled, pdf, submitted, version};
use super::last_night::{promised, with_grace};

/// What a browser tells of “mô tả.pdf” before it sends it.
const ABOUT: &str = "filename bcO0IHThuqMucGRm,filetype YXBwbGljYXRpb24vcGRm";

/// Asks for an upload of so many bytes.
async fn ask_for(author: &Browser, part: &str, bytes: usize, about: &str) -> Answer {
    let facts = [("upload-length", bytes.to_string()), ("upload-metadata", about.to_owned())];
    author.tus(Method::POST, &format!("{part}/tai-len"), &facts, &[]).await
}

/// The address of a new upload.
async fn upload(author: &Browser, part: &str, bytes: usize) -> String {
    let begun = ask_for(author, part, bytes, ABOUT).await;
    assert_eq!((begun.status(), begun.header("tus-resumable")), (201, "1.0.0"), "{}", begun.text());
    assert!(begun.header("upload-expires").ends_with(" GMT"), "{}", begun.headers());
    begun.location().to_owned()
}

async fn look(author: &Browser, at: &str) -> Answer {
    author.tus(Method::HEAD, at, &[], &[]).await
}

/// How much of it lies in the house.
async fn offset(author: &Browser, at: &str) -> usize {
    let looked = look(author, at).await;
    assert_eq!((looked.status(), looked.header("cache-control")), (200, "no-store"));
    looked.header("upload-offset").parse().unwrap()
}

fn from(offset: usize) -> (&'static str, String) {
    ("upload-offset", offset.to_string())
}

async fn piece(author: &Browser, at: &str, offset: usize, bytes: &[u8]) -> Answer {
    author.tus(Method::PATCH, at, &[from(offset)], bytes).await
}

/// Gives what was uploaded, by the form of its part.
async fn give(author: &Browser, part: &str, at: &str) -> Answer {
    let (seen, handle) = (version(author, part).await, at.rsplit('/').next().unwrap());
    author.send(part, &[("version", &seen), ("upload", handle)]).await
}

/// Where the bytes lie until all of them are here.
fn on_the_disk(house: &TestHouse, at: &str) -> PathBuf {
    house.opening().data.join("files/begun").join(at.rsplit('/').next().unwrap())
}

async fn part_of_a_draft(author: &Browser) -> String {
    format!("{}/phan/ban-mo-ta", begun(author, "Máy rửa than").await)
}

both! {
    async fn a_file_that_is_cut_ten_times_comes_whole(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let part = part_of_a_draft(&author).await;
        let content = pdf(&"than sạch ".repeat(40_000));
        let at = upload(&author, &part, content.len()).await;
        let step = content.len() / 11;
        for cut in 0..10 {
            let here = offset(&author, &at).await;
            assert_eq!(here, cut * step, "nothing of what came is lost, and nothing is counted twice");
            author.tus_cut(&at, &[from(here)], &content[here..here + step]).await;
        }
        let early = give(&author, &part, &at).await;
        assert!(early.says("Tệp chưa được tải lên đủ"), "{}", early.text());
        let here = offset(&author, &at).await;
        let last = piece(&author, &at, here, &content[here..]).await;
        assert_eq!((last.status(), last.header("upload-offset")), (204, content.len().to_string().as_str()));
        assert_eq!(look(&author, &at).await.header("upload-metadata"), ABOUT, "given back as it came");

        assert_eq!(give(&author, &part, &at).await.status(), 303);
        assert!(house.house().files.verify(&Sha256Hex::of(&content)).is_ok());
        let page = author.get(&part).await;
        assert!(page.says("mô tả.pdf") && page.says("Chưa quét"), "{}", page.text());
        assert_eq!(look(&author, &at).await.status(), 404, "what was taken lies in one place");
        assert!(!on_the_disk(&house, &at).exists());
    }

    /// The same operation as for a file that comes with the form: what it refuses is refused, what it keeps is kept.
    async fn what_came_in_pieces_goes_through_the_same_door(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let part = part_of_a_draft(&author).await;
        assert_eq!(attach(&author, &part, "bản đầu.pdf", &pdf("bản đầu")).await.status(), 303);
        let words = "Đây là tệp chữ mang tên PDF.".as_bytes();
        let at = upload(&author, &part, words.len()).await;
        assert_eq!(piece(&author, &at, 0, words).await.status(), 204);
        let refused = give(&author, &part, &at).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#file"]);
        assert!(refused.says("“mô tả.pdf” không phải tệp PDF"), "{}", refused.text());
        assert!(author.get(&part).await.says("bản đầu.pdf"));
        assert!(!house.house().files.path(&Sha256Hex::of(words)).exists(), "nothing of it remains in the store");

        let content = pdf("bản hai");
        let at = upload(&author, &part, content.len()).await;
        assert_eq!(piece(&author, &at, 0, &content).await.status(), 204);
        assert_eq!(give(&author, &part, &at).await.status(), 303);
        let read = part.replace("/lap-ho-so/", "/ho-so/").replace("/phan/", "/tep/");
        let versions = author.get(&format!("{read}/cac-ban")).await;
        assert!(versions.says("bản đầu.pdf") && versions.says("mô tả.pdf"), "{}", versions.text());
    }

    /// What is told to be here is what the disk surely holds, after a crash too.
    async fn after_a_crash_no_more_is_told_than_lies_there(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let part = part_of_a_draft(&author).await;
        let content = pdf(&"x".repeat(50_000));
        let at = upload(&author, &part, content.len()).await;
        assert_eq!(piece(&author, &at, 0, &content[..20_000]).await.status(), 204);
        let file = on_the_disk(&house, &at);
        // Bytes that were on their way when the program was killed are known to nobody.
        fs::write(&file, [&content[..20_000], &b"chua chac"[..]].concat()).unwrap();
        assert_eq!(offset(&author, &at).await, 20_000);
        fs::write(&file, &content[..15_000]).unwrap();
        assert_eq!(offset(&author, &at).await, 15_000, "of an older copy of the disk no more is told than it has");
        assert_eq!(piece(&author, &at, 20_000, &content[20_000..]).await.status(), 409);
        assert_eq!(piece(&author, &at, 15_000, &content[15_000..]).await.status(), 204);
        assert_eq!(give(&author, &part, &at).await.status(), 303);
        assert!(house.house().files.verify(&Sha256Hex::of(&content)).is_ok());
    }

    async fn a_piece_that_does_not_fit_changes_nothing(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = upload(&author, &part_of_a_draft(&author).await, 6).await;
        assert_eq!(piece(&author, &at, 3, b"def").await.status(), 409, "behind a hole");
        let sum = |told: &str| [from(0), ("upload-checksum", told.to_owned())];
        let patch = async |told: &str, bytes: &[u8]| author.tus(Method::PATCH, &at, &sum(told), bytes).await.status();
        let (sha1, sha256) = ("sha1 qZk+NkcGgWq6PiVxeFDCbJzQ2J0=", "sha256 ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
        assert_eq!(patch("md5 kAFQmDzST7DWlj99KOF/cg==", b"abc").await, 400);
        assert_eq!(patch("sha256 ???", b"abc").await, 400);
        assert_eq!((patch(sha1, b"abd").await, patch(sha256, b"abd").await), (460, 460));
        author.tus_cut(&at, &sum(sha256), b"ab").await;
        assert_eq!(offset(&author, &at).await, 0, "what cannot be checked is not counted");
        assert_eq!(patch(sha256, b"abc").await, 204);
        assert_eq!(piece(&author, &at, 3, b"defg").await.status(), 413, "more than was announced");
        assert_eq!(piece(&author, &at, 0, b"abc").await.status(), 409, "once more");
        let last = [from(3), ("upload-checksum", "sha1 WJwiM1o4HxItEpIl9cC6MFbtWBE=".to_owned())];
        assert_eq!(author.tus(Method::PATCH, &at, &last, b"def").await.status(), 204);
        assert_eq!(offset(&author, &at).await, 6);
    }

    async fn who_speaks_otherwise_is_told_what_is_spoken_here(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let part = part_of_a_draft(&author).await;
        let (door, at) = (format!("{part}/tai-len"), upload(&author, &part, 3).await);
        let offered = author.tus(Method::OPTIONS, &door, &[], &[]).await;
        assert_eq!((offered.status(), offered.header("tus-version")), (204, "1.0.0"));
        assert_eq!(offered.header("tus-extension"), "creation,checksum,expiration,termination");
        assert_eq!(offered.header("tus-checksum-algorithm"), "sha256,sha1");
        for (method, path) in [(Method::POST, &door), (Method::HEAD, &at), (Method::PATCH, &at), (Method::DELETE, &at)] {
            let answer = author.raw(method.clone(), path, Some("application/offset+octet-stream"), "").await;
            assert_eq!((answer.status(), answer.header("tus-version")), (412, "1.0.0"), "{method}");
        }
        let none = author.tus(Method::POST, &door, &[], &[]).await;
        assert_eq!(none.status(), 400, "a file of unknown length");
        let odd = [("upload-length", "3".to_owned()), ("upload-metadata", "filename ???".to_owned())];
        assert_eq!(author.tus(Method::POST, &door, &odd, &[]).await.status(), 400);
        assert_eq!(author.tus(Method::DELETE, &at, &[], &[]).await.status(), 204);
        assert_eq!(look(&author, &at).await.status(), 404);
    }

    /// Told before anybody waits for it to go up.
    async fn a_file_too_large_for_its_part_is_not_even_begun(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let part = format!("{}/phan/phieu-dang-ky", begun(&author, "Máy rửa than").await);
        let large = ask_for(&author, &part, 10_100_000, ABOUT).await;
        assert_eq!(large.status(), 413);
        assert_eq!(large.text(), "“mô tả.pdf” nặng 10,1 MB, nhiều nhất là 10 MB. Vui lòng giảm dung lượng ảnh rồi chọn lại.");
        let photograph = ask_for(&author, &part, 10_100_000, "filetype aW1hZ2UvanBlZw==").await;
        assert_eq!(photograph.status(), 201, "of a photograph a smaller page is made");
        assert_eq!(ask_for(&author, &part, 60_000_000, "filetype aW1hZ2UvanBlZw==").await.status(), 413);
        let text = part.replace("phieu-dang-ky", "tom-tat");
        assert_eq!(ask_for(&author, &text, 3, ABOUT).await.status(), 404, "words are no file");
    }

    async fn an_upload_is_waited_for_three_days(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let part = part_of_a_draft(&author).await;
        let at = upload(&author, &part, 6).await;
        assert_eq!(piece(&author, &at, 0, b"abc").await.status(), 204);
        house.set_clock("2021-06-04T07:59:00+07:00");
        assert_eq!(sweep_resumable(house.house()).await.unwrap(), 0);
        let author = house.signed_in("tac.gia").await;
        assert_eq!(offset(&author, &at).await, 3, "another sign-in goes on where the first stopped");
        house.set_clock("2021-06-04T09:00:00+07:00");
        assert_eq!((look(&author, &at).await.status(), piece(&author, &at, 3, b"def").await.status()), (410, 410));
        assert!(give(&author, &part, &at).await.says("đã quá hạn tải tiếp"));
        assert!(on_the_disk(&house, &at).exists());
        assert_eq!(sweep_resumable(house.house()).await.unwrap(), 1);
        assert!(!on_the_disk(&house, &at).exists());
        assert_eq!(look(&author, &at).await.status(), 404);
    }

    async fn an_upload_is_nobody_else_s(house: TestHouse) {
        contest(&house).await;
        house.account("khac", "Lê Văn Khác", &[Role::Author]).await;
        let (author, other) = (house.signed_in("tac.gia").await, house.signed_in("khac").await);
        let part = part_of_a_draft(&author).await;
        let at = upload(&author, &part, 6).await;
        assert_eq!(ask_for(&other, &part, 6, ABOUT).await.status(), 404, "nor is the draft");
        let (own, handle) = (part_of_a_draft(&other).await, at.rsplit('/').next().unwrap());
        for path in [at.clone(), format!("{own}/tai-len/{handle}")] {
            assert_eq!(look(&other, &path).await.status(), 404);
            assert_eq!(piece(&other, &path, 0, b"abc").await.status(), 404);
            assert_eq!(other.tus(Method::DELETE, &path, &[], &[]).await.status(), 404);
        }
        assert!(give(&other, &own, &at).await.says("Tệp chưa được tải lên đủ"));
        let stranger = house.browser();
        assert_eq!((look(&stranger, &at).await.status(), piece(&stranger, &at, 0, b"abc").await.status()), (401, 401));
        let elsewhere = at.replace("ban-mo-ta", "phieu-dang-ky");
        assert_eq!(look(&author, &elsewhere).await.status(), 404, "what was sent for one part fills no other");
        assert_eq!(offset(&author, &at).await, 0);
    }

    /// What counts is the hash that was given in time, not that an upload had begun.
    async fn after_the_deadline_the_file_whose_hash_was_given_goes_on(house: TestHouse) {
        let author = with_grace(&house).await;
        let content = pdf(&"gui sau ".repeat(5_000));
        let part = format!("{}/phan/ban-mo-ta", promised(&author, &content).await);
        let at = upload(&author, &part, content.len()).await;
        author.tus_cut(&at, &[from(0)], &content[..20_000]).await;
        house.set_clock("2021-07-01T15:59:00+07:00");
        let author = house.signed_in("tac.gia").await;
        let here = offset(&author, &at).await;
        assert_eq!(here, 20_000);
        assert_eq!(piece(&author, &at, here, &content[here..]).await.status(), 204);
        assert_eq!(give(&author, &part, &at).await.status(), 303);
        assert!(author.get(&part.replace("phan/ban-mo-ta", "bien-nhan")).await.says(&Sha256Hex::of(&content).to_string()));
    }

    async fn an_upload_that_had_begun_does_not_open_a_dossier_that_was_submitted(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let dossier = filled(&author, "Máy rửa than").await;
        let part = format!("{dossier}/phan/ban-mo-ta");
        let content = pdf("bản sửa sau khi nộp");
        let at = upload(&author, &part, content.len()).await;
        assert_eq!(piece(&author, &at, 0, &content[..20]).await.status(), 204);
        assert_eq!(submitted(&author, &dossier).await.status(), 303);
        let late = piece(&author, &at, 20, &content[20..]).await;
        assert_eq!((late.status(), late.header("content-type")), (422, "text/plain; charset=utf-8"), "{}", late.text());
        assert_eq!(ask_for(&author, &part, 3, ABOUT).await.status(), 422);
        assert!(house.browser().get("/ky/quang-ninh-viii").await.says("dù đã bắt đầu tải trước đó"), "the rule is public");
    }

    /// Lines that fall silent hold no place of anybody else, and whoever comes again takes the upload over.
    async fn silent_lines_keep_nobody_waiting(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let part = part_of_a_draft(&author).await;
        let content = pdf(&"y".repeat(3_000_000));
        let at = upload(&author, &part, content.len()).await;
        let others = [upload(&author, &part, 9).await, upload(&author, &part, 9).await, upload(&author, &part, 9).await];
        let mut silent = std::pin::pin!(async {
            let silent = |other: usize| piece_that_falls_silent(&author, &others[other]);
            tokio::join!(silent(0), silent(1), silent(2))
        });
        let first = content.len() / 2;
        let again = async {
            let start = [from(0)];
            let hung = author.tus_silent(&at, &start, &content[..first]);
            let (hung, here) = tokio::join!(hung, async {
                while fs::metadata(on_the_disk(&house, &at)).map_or(0, |file| file.len()) < first as u64 {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                offset(&author, &at).await
            });
            assert_eq!((hung.status(), here), (409, first), "the hanging line ends, and what it brought stays");
            assert_eq!(piece(&author, &at, here, &content[here..]).await.status(), 204);
            give(&author, &part, &at).await
        };
        let given = tokio::select! {
            _ = &mut silent => panic!("half a piece was answered"),
            given = again => given,
        };
        assert_eq!(given.status(), 303, "{}", given.text());
    }

    /// One person has a few lines at once; the places of all others are not among them.
    async fn one_person_s_slow_lines_take_nobody_s_place(house: TestHouse) {
        contest(&house).await;
        house.account("khac", "Lê Văn Khác", &[Role::Author]).await;
        let (author, other) = (house.signed_in("tac.gia").await, house.signed_in("khac").await);
        let (part, own) = (part_of_a_draft(&author).await, part_of_a_draft(&other).await);
        let mut slow = Vec::new();
        for _ in 0..5 {
            slow.push(upload(&author, &part, 9).await);
        }
        let at = upload(&other, &own, 3).await;
        // A line that has its place has opened its file.
        let lines = || slow.iter().filter(|at| on_the_disk(&house, at).exists()).count();
        let [one, two, three, four, five] = [0, 1, 2, 3, 4].map(|line| piece_that_falls_silent(&author, &slow[line]));
        let mut silent = std::pin::pin!(async { tokio::join!(one, two, three, four, five) });
        let others = async {
            while lines() < 4 {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            let sent = piece(&other, &at, 0, b"abc").await.status();
            tokio::time::sleep(Duration::from_millis(200)).await;
            (lines(), sent)
        };
        let sent = tokio::select! {
            _ = &mut silent => panic!("half a piece was answered"),
            sent = others => sent,
        };
        assert_eq!(sent, (4, 204));
    }

    /// One person fills no disk: before there is too much, what they began first goes.
    async fn the_oldest_uploads_of_one_person_make_room(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let part = part_of_a_draft(&author).await;
        let picture = "filetype aW1hZ2UvanBlZw==";
        let mut all = Vec::new();
        for minute in 0..5 {
            house.set_clock(&format!("2021-06-01T08:1{minute}:00+07:00"));
            all.push(ask_for(&author, &part, 48 << 20, picture).await.location().to_owned());
        }
        let mut stand = Vec::new();
        for at in &all {
            stand.push(look(&author, at).await.status());
        }
        assert_eq!(stand, [404, 200, 200, 200, 200]);
    }
}

async fn piece_that_falls_silent(author: &Browser, at: &str) -> Answer {
    author.tus_silent(at, &[from(0)], b"abc").await
}
