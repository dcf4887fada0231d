//! What the shell is told: the exit codes and the sentences of the commands that look, by the
//! binary itself.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story that cannot go on must stop where it stands")]

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use hoithi_store::{Store, params};

fn hoithi(words: &[&str], data: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hoithi"));
    command.args(words).env("HOITHI_LOG", "error").env_remove("HOITHI_DATABASE");
    if !matches!(words.first(), Some(&"rules")) {
        command.arg("--data").arg(data);
    }
    command.output().expect("the binary starts")
}

fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[track_caller]
fn ends(words: &[&str], data: &Path, code: i32, says: &str) {
    let output = hoithi(words, data);
    let told = told(&output);
    assert_eq!(output.status.code(), Some(code), "{words:?}: {told}");
    assert!(told.contains(says), "{words:?} should say {says:?}: {told}");
}

/// A folder with an administrator and so with the first lines of a journal.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    ends(&["admin", "quantri", "--email", "quantri@vidu.invalid"], &folder.path().join("data"), 0, "mật khẩu:");
    folder
}

async fn tamper(data: &Path, sql: &'static str) {
    let store = Store::open(&format!("sqlite:{}", data.join("hoithi.db").display())).await.unwrap();
    let mut db = store.begin().await.unwrap();
    assert!(db.run(sql, params![]).await.unwrap() > 0, "{sql} changes something");
    db.commit().await.unwrap();
    store.close().await;
}

#[test]
fn a_whole_folder_is_found_whole_and_is_left_as_it_was() {
    let folder = folder();
    let data = folder.path().join("data");
    let names = || {
        let mut names: Vec<_> = std::fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let before = names();
    ends(&["journal", "verify"], &data, 0, "Nhật ký nguyên vẹn");
    ends(&["doctor"], &data, 0, "Dữ liệu đúng như phải có");
    assert_eq!(names(), before, "looking leaves nothing behind");
}

#[tokio::test]
async fn a_changed_row_is_named() {
    let folder = folder();
    let data = folder.path().join("data");
    tamper(&data, "UPDATE journal_lines SET actor = 'ai đó' WHERE seq = 1").await;
    ends(&["journal", "verify"], &data, 1, "dòng 1");
    ends(&["doctor"], &data, 1, "dòng 1");
}

#[tokio::test]
async fn a_cut_tail_is_named() {
    let folder = folder();
    let data = folder.path().join("data");
    tamper(&data, "DELETE FROM journal_lines WHERE seq = (SELECT MAX(seq) FROM journal_lines)").await;
    ends(&["journal", "verify"], &data, 1, "cắt đuôi");
    ends(&["serve", "--listen", "127.0.0.1:0"], &data, 2, "hoithi journal verify");
}

#[test]
fn a_head_that_is_gone_is_a_finding_and_no_crash() {
    let folder = folder();
    let data = folder.path().join("data");
    std::fs::remove_dir_all(data.join("journal")).unwrap();
    ends(&["journal", "verify"], &data, 1, "đã bị sửa");
    ends(&["doctor"], &data, 1, "Nhật ký nguyên vẹn");
}

#[test]
fn a_folder_without_data_is_told_apart_from_a_broken_one() {
    let folder = tempfile::tempdir().unwrap();
    for words in [&["journal", "verify"][..], &["doctor"]] {
        ends(words, &folder.path().join("khong-co"), 2, "--data");
    }
    assert!(std::fs::read_dir(folder.path()).unwrap().next().is_none(), "nothing is made by looking");
}

#[test]
fn a_rule_book_with_a_fault_ends_with_one_and_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/books/quang-ninh-viii.toml");
    let book = std::fs::read_to_string(&good).unwrap();
    ends(&["rules", "check", good.to_str().unwrap()], folder.path(), 0, "không có lỗi");
    ends(&["rules", "explain", good.to_str().unwrap()], folder.path(), 0, "Điều");
    let bad = folder.path().join("sai.toml");
    std::fs::write(&bad, format!("{book}\n[la]\nla = 1\n")).unwrap();
    ends(&["rules", "check", bad.to_str().unwrap()], folder.path(), 1, "sai.toml:");
    ends(&["rules", "check", folder.path().join("khong-co.toml").to_str().unwrap()], folder.path(), 2, "khong-co.toml");
}

/// SQLite keeps a text in a column of numbers.
#[tokio::test]
async fn a_row_that_is_no_line_any_more_is_named() {
    let folder = folder();
    let data = folder.path().join("data");
    tamper(&data, "UPDATE journal_lines SET at = 'hôm qua' WHERE seq = 1").await;
    ends(&["journal", "verify"], &data, 1, "dòng 1");
    ends(&["doctor"], &data, 1, "dòng 1");
}

#[test]
fn what_was_mistyped_is_said_before_anything_begins() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    for (options, says) in [
        (["--public-url", "ftp://hoithi.vidu.invalid"], "--public-url"),
        (["--public-url", "https://hoithi.vidu.invalid/?a=b"], "--public-url"),
        (["--smtp", "smtps://thu.vidu.invalid"], "--mail-from"),
    ] {
        ends(&["serve", "--listen", "127.0.0.1:0", options[0], options[1]], &data, 2, says);
    }
    assert!(!data.exists(), "no folder is made for a command that cannot run");
}

/// Standard error ends in a journal of the machine, and on the screen of whoever looks on.
#[test]
fn no_word_of_a_database_s_address_is_told() {
    let folder = folder();
    let data = folder.path().join("data");
    let addresses = [
        ("postgresq://nguoi-dung:mat-khau-kin@may-chu.invalid/hoithi", "(postgresq://…)"),
        ("postgres:/nguoi-dung:mat-khau-kin@may-chu.invalid/hoithi", "(…)"),
        ("nguoi-dung:mat-khau-kin@may-chu.invalid://hoithi", "(…)"),
        ("postgres://nguoi-dung:mat-khau-kin@may-chu.invalid:cong/hoithi", "(postgres://…)"),
        ("postgres://nguoi-dung@may-chu.invalid/hoithi?sslmode=mat-khau-kin", "(postgres://…)"),
        ("postgres://nguoi-dung:mat-khau-kin@may-chu.invalid/hoithi?host=/khong-co&pasword=mat-khau-kin", "database"),
    ];
    for words in [&["doctor"][..], &["journal", "verify"], &["admin", "quantri2"]] {
        for (address, says) in addresses {
            let words = [words, &["--database", address]].concat();
            let output = hoithi(&words, &data);
            let told = told(&output);
            assert_eq!(output.status.code(), Some(2), "{words:?}: {told}");
            assert!(told.contains(says), "{words:?} should say {says:?}: {told}");
            let secret = ["nguoi-dung", "mat-khau-kin", "may-chu"].iter().find(|secret| told.contains(**secret));
            assert_eq!(secret, None, "{told}");
        }
    }
}

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn open_to_all(path: &Path) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
}

/// The administrator of a machine often makes the folder first, and then it is everybody's to enter.
#[test]
fn a_folder_made_beforehand_is_closed_to_the_machine_s_other_users() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    std::fs::create_dir(&data).unwrap();
    open_to_all(&data);
    ends(&["admin", "quantri"], &data, 0, "mật khẩu:");
    assert_eq!(mode(&data), 0o700);
    for file in ["lock", "hoithi.db", "site.key"] {
        assert_eq!(mode(&data.join(file)), 0o600, "{file}");
    }
    open_to_all(&data);
    ends(&["admin", "quantri", "--reset"], &data, 0, "mật khẩu:");
    assert_eq!(mode(&data), 0o700, "and closed again");
}

/// It may be the machine's own: nobody else could use it any more.
#[test]
fn a_folder_with_something_else_in_it_is_neither_changed_nor_trusted() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    std::fs::create_dir(&data).unwrap();
    std::fs::write(data.join("viec-khac.txt"), "việc khác").unwrap();
    open_to_all(&data);
    ends(&["admin", "quantri"], &data, 2, "chmod 700");
    assert_eq!(mode(&data), 0o755);
    assert_eq!(std::fs::read_dir(&data).unwrap().count(), 1, "nothing was made in it");
}

/// A visitor who never finishes a request does not keep the program from ending.
#[test]
fn the_program_ends_soon_after_it_is_told_to() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_hoithi"))
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(folder.path().join("data"))
        .env("HOITHI_LOG", "error")
        .env("HOITHI_MAIL_FROM", "Hội thi <hoithi@vidu.invalid>")
        .env_remove("HOITHI_DATABASE")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = Vec::new();
    for line in BufReader::new(program.stdout.take().unwrap()).lines() {
        lines.push(line.unwrap());
        if lines.last().unwrap().starts_with("listening on ") {
            break;
        }
    }
    assert!(lines.iter().any(|line| line.contains("--public-url")), "{lines:?}");
    let address = lines.last().unwrap().strip_prefix("listening on http://").unwrap();
    let mut visitor = TcpStream::connect(address).unwrap();
    visitor.write_all(b"POST /dang-nhap HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nlogin=").unwrap();
    std::thread::sleep(Duration::from_millis(300));
    assert!(Command::new("kill").args(["-TERM", &program.id().to_string()]).status().unwrap().success());
    for _ in 0..60 {
        if let Some(status) = program.try_wait().unwrap() {
            assert!(status.success(), "{status:?}");
            return;
        }
        std::thread::sleep(Duration::from_millis(250));
    }
    program.kill().unwrap();
    panic!("a half-sent request kept the program from ending");
}
