//! What was changed past the program, by SQL: the journal holds what it was, the doctor says so, and
//! nothing goes on from it.

use std::collections::BTreeSet;

use hoithi::doctor::{Complaint, NAMING, examine};
use hoithi_documents::Sha256Hex;
use hoithi_journal::{Finding, Halt, lines_about, verify};
use hoithi_judging::{ConfirmOpening, confirm_opening};
use hoithi_store::params;
use hoithi_testkit::{TestHouse, both};
use jiff::civil::date;
use regex::Regex;

use crate::awards::{decided_on, proposed};
use crate::judged::{province_opened, title};
use crate::judging::{Contest, JUDGES, TITLES, codes_of, pdf_of, with_a_jury};
use crate::publication::with_certificates;

const LOCKED: &str = "Phiếu chấm đúng như lúc giám khảo khóa";
const HISTORY: &str = "Phiếu chấm đúng như lịch sử lưu phiếu";
const ROUND: &str = "Quy định chấm và tập phiếu của vòng đúng như lúc bắt đầu, niêm phong, mở";
const RESULTS: &str = "Kết quả đúng như lúc mở niêm phong";
const PRIZES: &str = "Danh sách giải đúng như đã đề nghị và đã quyết định";
const CERTIFICATES: &str = "Giấy chứng nhận đúng như lúc cấp";
const FILES: &str = "Tệp đã nhận còn nguyên trên đĩa";

/// Hashes of something else than a file, and the numbers of minutes in words.
const NO_FILE: [(&str, &str); 20] = [
    ("accounts", "password_hash"),
    ("aftercare_links", "token_hash"),
    ("author_links", "token_hash"),
    ("award_settlement_corrections", "minutes"),
    ("award_settlements", "minutes"),
    ("edition_books", "text_hash"),
    ("entries", "dossier_hash"),
    ("entry_frozen_copies", "dossier_hash"),
    ("entry_sealed_copies", "dossier_hash"),
    ("helpdesk_links", "token_hash"),
    ("letter_links", "token_hash"),
    ("mailing_joins", "token_hash"),
    ("mailing_leave_links", "token_hash"),
    ("mailing_readers", "address_hash"),
    ("meeting_links", "token_hash"),
    ("reminders_mute_links", "token_hash"),
    ("sessions", "token_hash"),
    ("sign_in_slips", "code_hash"),
    ("supplement_links", "token_hash"),
    ("unit_feeds", "secret_hash"),
];

pub(super) async fn doctor(house: &TestHouse) -> Vec<Complaint> {
    let beside = house.opening().look().await.unwrap();
    let complaints = examine(&beside).await.unwrap();
    assert!(complaints.iter().all(|each| !each.advice.contains("lỗi của chương trình")), "{complaints:?}");
    assert!(matches!(verify(&beside.store, &beside.journal).await.unwrap(), Finding::Whole(_)), "no line was touched");
    complaints
}

/// Every column of text or bytes, with its table, as the migrations made it.
pub(super) fn columns() -> BTreeSet<(String, String)> {
    let table = Regex::new(r"^(?:CREATE|ALTER) TABLE (\w+)").unwrap();
    let column = Regex::new(r"^(?:\s+|.* ADD COLUMN )(\w+)\s+(?:TEXT|BYTES)\b").unwrap();
    let dropped = Regex::new(r"^DROP TABLE (\w+);").unwrap();
    let renamed = Regex::new(r"^ALTER TABLE (\w+) RENAME TO (\w+);").unwrap();
    let mut found = BTreeSet::<(String, String)>::new();
    for migration in hoithi::rooms::migrations() {
        let mut within = String::new();
        for line in migration.sql.lines() {
            if let Some(opened) = table.captures(line) {
                opened[1].clone_into(&mut within);
            }
            if let Some(gone) = dropped.captures(line) {
                found.retain(|(table, _)| *table != gone[1]);
            }
            if let Some(named) = column.captures(line) {
                found.insert((within.clone(), named[1].to_owned()));
            }
            if let Some(called) = renamed.captures(line) {
                let table = |was: String| if was == called[1] { called[2].to_owned() } else { was };
                found = found.into_iter().map(|(was, column)| (table(was), column)).collect();
            }
        }
    }
    found
}

#[test]
fn doctor_looks_at_every_column_that_names_a_file() {
    let sounds_like_a_file = Regex::new("(hash|sha256|scan|request|print|minutes)$").unwrap();
    let named: BTreeSet<_> = columns().into_iter().filter(|(_, column)| sounds_like_a_file.is_match(column)).collect();
    let known = NAMING.iter().map(|each| (each.table, each.column)).chain(NO_FILE);
    let known: BTreeSet<_> = known.map(|(table, column)| (table.to_owned(), column.to_owned())).collect();
    assert_eq!(named, known, "doctor looks at it, or it stands among those that name no file");
}

async fn rules_broken(house: &TestHouse) -> Vec<&'static str> {
    let mut rules: Vec<_> = doctor(house).await.into_iter().map(|each| each.rule).collect();
    rules.dedup();
    rules
}

async fn sealed(house: &TestHouse) -> Contest<'_> {
    let contest = with_a_jury(house).await;
    contest.marking().await;
    contest.all_locked().await;
    contest.seal().await.unwrap();
    assert_eq!(doctor(house).await, []);
    house.set_clock("2021-08-16T09:00:00+07:00");
    contest
}

async fn opening(contest: &Contest<'_>) -> Result<(), Halt> {
    let (who, command) = (contest.chair, ConfirmOpening { round: contest.round().await });
    contest.house.perform(who, move |act| Box::pin(confirm_opening(act, command))).await.map(|_| ())
}

both! {
    async fn a_mark_changed_under_the_seal_is_not_opened(house: TestHouse) {
        let contest = sealed(&house).await;
        // Sheet and history alike: nothing beside the marks tells.
        house.tamper("UPDATE score_sheets SET marks = REPLACE(marks, '3650', '3950')", params![]).await;
        house.tamper("UPDATE score_sheet_history SET marks = REPLACE(marks, '3650', '3950')", params![]).await;
        let complaints = doctor(&house).await;
        let rules: BTreeSet<_> = complaints.iter().map(|each| each.rule).collect();
        assert_eq!(rules, BTreeSet::from([LOCKED, ROUND]));
        let Err(Halt::Refused(refused)) = opening(&contest).await else { panic!("opened over a changed mark") };
        assert_eq!(refused[0].code, "judging.sheets_changed");
        let told = format!("{refused:?}");
        let code = complaints[0].what.rsplit(", ").next().unwrap();
        assert!(told.contains(code) && !told.contains("3950") && !told.contains("3650"), "{told}");
        let lines = lines_about(&mut house.house().read().await.unwrap(), &contest.round().await.to_string()).await.unwrap();
        assert!(lines.iter().all(|line| line.event != "round.opening_confirmed"));
    }

    async fn a_remark_and_a_salt_count_too(house: TestHouse) {
        sealed(&house).await;
        house.tamper("UPDATE score_sheets SET marks = REPLACE(marks, 'mỏng', 'dày')", params![]).await;
        assert_eq!(rules_broken(&house).await, [LOCKED, HISTORY, ROUND]);
        house.tamper("UPDATE score_sheets SET marks = REPLACE(marks, 'dày', 'mỏng')", params![]).await;
        assert_eq!(doctor(&house).await, []);
        house.tamper("UPDATE score_sheets SET salt = NULL", params![]).await;
        assert_eq!(rules_broken(&house).await, [LOCKED, ROUND]);
    }

    async fn a_sheet_taken_out_of_a_sealed_round_is_missed(house: TestHouse) {
        let contest = sealed(&house).await;
        let sheet = contest.sheets_of(0).await[0].0;
        house.tamper("UPDATE assignments SET state = 'recused' WHERE id = $1", params![sheet.uuid()]).await;
        assert_eq!(rules_broken(&house).await, [ROUND]);
        assert_eq!(codes_of(opening(&contest).await), ["judging.sealed_round_changed"]);
    }

    async fn a_sheet_given_to_another_judge_is_another_sheet(house: TestHouse) {
        let contest = sealed(&house).await;
        let holders = contest.holders_of(TITLES[0]).await;
        let without = (0..contest.judges.len()).find(|judge| holders.iter().all(|(holder, _)| holder != judge)).unwrap();
        let other = contest.judges[without].uuid();
        let sql = "UPDATE assignments SET judge_id = (SELECT id FROM judges WHERE account_id = $1) WHERE id = $2";
        house.tamper(sql, params![other, holders[0].1.uuid()]).await;
        assert_eq!(rules_broken(&house).await, [LOCKED, ROUND]);
        assert_eq!(codes_of(opening(&contest).await), ["judging.sheets_changed"]);
    }

    async fn the_rules_of_a_round_stay_what_it_started_with(house: TestHouse) {
        let contest = sealed(&house).await;
        house.tamper("UPDATE rounds SET marking = REPLACE(marking, '\"sheets_per_entry\":2', '\"sheets_per_entry\":1')", params![]).await;
        assert_eq!(rules_broken(&house).await, [ROUND]);
        assert_eq!(codes_of(opening(&contest).await), ["judging.sealed_round_changed"]);
    }

    async fn results_prizes_and_certificates_stay_what_they_were(house: TestHouse) {
        with_certificates(&house).await;
        assert_eq!(doctor(&house).await, []);
        let changes = [
            ("UPDATE round_entries SET title = title || '.'", "UPDATE round_entries SET title = REPLACE(title, '.', '')", RESULTS),
            ("UPDATE awards SET tier_name = tier_name || '!'", "UPDATE awards SET tier_name = REPLACE(tier_name, '!', '')", PRIZES),
            ("UPDATE award_authors SET name = name || '!'", "UPDATE award_authors SET name = REPLACE(name, '!', '')", PRIZES),
            ("UPDATE certificates SET name = name || '!'", "UPDATE certificates SET name = REPLACE(name, '!', '')", CERTIFICATES),
            ("UPDATE certificates SET title = title || '!'", "UPDATE certificates SET title = REPLACE(title, '!', '')", CERTIFICATES),
        ];
        for (change, back, rule) in changes {
            house.tamper(change, params![]).await;
            assert_eq!(rules_broken(&house).await, [rule], "{change}");
            house.tamper(back, params![]).await;
            assert_eq!(doctor(&house).await, [], "{back}");
        }
        house.tamper("UPDATE certificates SET revoked_at = 1, revoked_reason = 'x'", params![]).await;
        assert_eq!(rules_broken(&house).await, [CERTIFICATES], "void without the leader's act");
    }

    async fn a_list_changed_after_the_proposal_is_not_decided(house: TestHouse) {
        let judged = province_opened(&house, &[([38, 28, 27], &["Mạc Kim Tước"]), ([36, 27, 26], &["Nghiêm Thị Đường"])]).await;
        proposed(&judged).await;
        house.set_clock("2021-10-05T09:00:00+07:00");
        house.tamper("UPDATE awards SET title = $1", params![title(5)]).await;
        assert_eq!(rules_broken(&house).await, [PRIZES]);
        let decided = decided_on(&judged, "25/QĐ-BTC", date(2021, 10, 4)).await;
        assert_eq!(codes_of(decided), ["awards.list_changed"]);
    }

    /// What was received and then replaced is still what was received.
    async fn a_file_that_only_a_frozen_copy_names_is_missed(house: TestHouse) {
        with_a_jury(&house).await;
        house.tamper("DELETE FROM entry_parts WHERE kind = 'file'", params![]).await;
        assert!(!rules_broken(&house).await.contains(&FILES));
        let given = house.house().files.path(&Sha256Hex::of(&pdf_of("MAC KIM TUOC")));
        std::fs::remove_file(given).unwrap();
        assert!(rules_broken(&house).await.contains(&FILES));
    }

    async fn a_received_dossier_and_its_book_stay_what_they_were(house: TestHouse) {
        let contest = with_a_jury(&house).await;
        contest.marking().await;
        house.tamper("UPDATE entry_frozen_copies SET content = content || 'x'", params![]).await;
        assert_eq!(rules_broken(&house).await, ["Bản lưu hồ sơ đúng như lúc nhận", "Hồ sơ đã nhận không khác bản lưu"]);
        house.tamper("UPDATE entry_frozen_copies SET content = SUBSTR(content, 1, LENGTH(content) - 1)", params![]).await;
        assert_eq!(doctor(&house).await, []);
        house.tamper("UPDATE edition_books SET text = text || ' '", params![]).await;
        assert_eq!(rules_broken(&house).await, ["Sổ thể lệ đúng từng chữ như lúc tải lên"]);
        house.tamper("UPDATE edition_books SET text = SUBSTR(text, 1, LENGTH(text) - 1)", params![]).await;
        house.tamper("UPDATE entry_parts SET body = body || '!' WHERE kind = 'text'", params![]).await;
        let complaints = doctor(&house).await;
        assert_eq!(complaints.len(), 3, "{complaints:?}");
        assert!(complaints.iter().all(|each| each.rule == "Hồ sơ đã nhận không khác bản lưu"));
        // A judge is shown nothing that was not received.
        let sheet = contest.sheets_of(0).await[0].0;
        let judge = house.signed_in(JUDGES[0].0).await;
        let page = judge.get(&format!("/cham/{sheet}")).await;
        assert!(page.status() == 500 && !page.says("rẻ.!"), "{}", page.text());
    }
}
