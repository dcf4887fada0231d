//! A jury at work: appointed, assigned, marking blind, sealed, opened by two, and what nobody but
//! the judge may see until then.

mod contest;
mod going_on;
mod seats;

use std::collections::BTreeSet;

use axum::http::Method;
use hoithi_journal::{Halt, lines_about, recent_lines};
use hoithi_judging::{AssignmentState, ConfirmOpening, StartRound, confirm_opening, own_list, results, start_round};
use hoithi_rules::ids::{AccountId, AssignmentId};
use hoithi_rules::people::{Grant, Role, Scope};
use hoithi_store::params;
use hoithi_testkit::{PASSWORD, both, words_if_any};
use jiff::civil::date;
use serde_json::{Value, json};

use super::edition::amendment_of;
use super::judged::signed_request;

pub(crate) use contest::{
    AUTHORS, Contest, JUDGES, TITLES, UNIT, book, codes_of, contest as with_a_jury, contest_by, everything_linked_from,
    pdf_of,
};
use contest::{DESK, OPENING, PROGRESS, REMARK, RESULTS, contest, marks, send, tells};

both! {
    /// From the decision to the result, through the pages.
    async fn a_jury_marks_blind_and_two_persons_open(house: TestHouse) {
        let contest = contest(&house).await;
        the_jury_is_appointed_and_the_round_starts(&contest).await;
        let sheet = a_sheet_is_written_read_back_and_locked(&contest).await;
        the_seal_waits_for_every_sheet(&contest, sheet).await;
        two_persons_open(&contest).await;
    }

    /// Nothing that a judge can fetch tells author, unit, another judge or an entry's id.
    async fn a_judge_meets_no_name_and_nobody_elses_sheet(house: TestHouse) {
        let contest = contest(&house).await;
        contest.marking().await;
        let own = contest.sheets_of(0).await;
        let foreign = contest.sheets_of(1).await.into_iter().chain(contest.sheets_of(2).await);
        let foreign: Vec<AssignmentId> = foreign.map(|(id, _)| id).collect();
        assert!(!own.is_empty() && !foreign.is_empty());
        let judge = house.signed_in(JUDGES[0].0).await;
        let (sheet, _) = own[0];
        let page = format!("/cham/{sheet}");
        let mut starts = vec![DESK.to_owned(), "/api/v1/score-sheets".to_owned(), format!("{page}/doc-lai")];
        starts.extend((0..6).map(|part| format!("{page}/tep/{part}")));
        starts.extend(own.iter().map(|(id, _)| format!("/api/v1/score-sheets/{id}")));
        let starts: Vec<&str> = starts.iter().map(String::as_str).collect();
        let seen = everything_linked_from(&judge, &starts).await;
        assert!(seen.len() > 6, "{:?}", seen.keys());
        let mut hidden: Vec<String> = AUTHORS.iter().chain(&[UNIT, "MAC KIM TUOC", "mo-ta cua toi"]).map(|word| (*word).to_owned()).collect();
        hidden.extend(JUDGES[1..].iter().map(|(_, name)| (*name).to_owned()));
        hidden.extend(contest.entries.iter().map(ToString::to_string));
        hidden.extend(foreign.iter().map(ToString::to_string));
        for (path, answer) in &seen {
            let told = format!("{path}\n{}\n{}", answer.headers(), answer.text());
            for word in &hidden {
                assert!(!told.contains(word.as_str()), "{path} tells {word}");
            }
            assert_eq!(answer.header("etag"), "", "{path}");
        }
        let file = seen.iter().find(|(path, answer)| path.contains("/tep/") && answer.status() == 200);
        let (path, file) = file.expect("the judge reads the description");
        assert!(file.header("content-security-policy").starts_with("sandbox; default-src 'none'"), "{path}");
        assert!(file.header("content-disposition").contains(".pdf"));
        // Another judge's sheet is as unknown as one that never was, and so is every verb on it.
        for id in foreign {
            for path in ["", "/doc-lai", "/xung-dot", "/tep/2"] {
                assert_eq!(judge.get(&format!("/cham/{id}{path}")).await.status(), 404, "{path}");
            }
            assert_eq!(judge.get(&format!("/api/v1/score-sheets/{id}")).await.status(), 404);
            let put = json!({ "marks": {} });
            assert_eq!(judge.json_over(Method::PUT, &format!("/api/v1/score-sheets/{id}"), 0, &put).await.status(), 404);
            for verb in ["", "/luu", "/khoa", "/xung-dot"] {
                let sent = send(&judge, &format!("/cham/{id}{verb}"), &[("version", "0".to_owned())]).await;
                assert!(matches!(sent.status(), 404 | 422) || sent.says("không có một thông số"), "{verb}: {}", sent.status());
                assert_ne!(sent.status(), 303, "{verb}");
            }
        }
        // Nor does the judge reach the staff's pages.
        for path in [PROGRESS, RESULTS, OPENING, "/ky/quang-ninh-viii/hoi-dong"] {
            assert_eq!(judge.get(path).await.status(), 403, "{path}");
        }
    }

    /// Until two persons open the round nobody but the judge meets a mark, a total or a remark.
    async fn no_mark_is_told_before_the_opening(house: TestHouse) {
        let contest = contest(&house).await;
        contest.marking().await;
        contest.all_locked().await;
        contest.seal().await.unwrap();
        let hidden = ["37,5", "3750", "36,5", "28,5", "2850", "26,5", "2650", "92,5", "9250", "91,5"];
        for login in ["lanh.dao", "chuyen.vien", "thuky", "chutich", "thukyhoidong", "giamsat"] {
            let staff = house.signed_in(login).await;
            let starts = [
                PROGRESS, RESULTS, OPENING, "/ky/quang-ninh-viii", "/ky/quang-ninh-viii/hoi-dong", "/ban-lam-viec",
                "/ky/quang-ninh-viii/mo-niem-phong/bien-ban.pdf", "/api/v1/score-sheets",
                "/ky/quang-ninh-viii/vong/so-khao/phan-cong",
            ];
            for (path, answer) in everything_linked_from(&staff, &starts).await {
                // The bytes of a PDF hold every short number by chance; what is read is its pages.
                let is_pdf = answer.header("content-type").starts_with("application/pdf");
                let text = if is_pdf { words_if_any(answer.bytes()).unwrap_or_default() } else { answer.text() };
                assert!(!text.contains(REMARK), "{login} reads a remark at {path}");
                for word in hidden {
                    assert!(!tells(&text, word), "{login} reads {word} at {path}");
                }
            }
            let minutes = staff.get("/ky/quang-ninh-viii/mo-niem-phong/bien-ban.pdf").await;
            assert!(matches!(minutes.status(), 403 | 404), "{login}: {}", minutes.status());
        }
        let mut db = house.house().read().await.unwrap();
        for line in recent_lines(&mut db, None, 500).await.unwrap() {
            assert!(!hidden.iter().any(|word| tells(&line.facts, word)), "{}: {}", line.event, line.facts);
        }
        assert!(results(&mut db, contest.edition).await.unwrap().is_none());
        let stored = db.one("SELECT CAST(COUNT(*) AS BIGINT) AS n FROM entry_results", params![]).await.unwrap();
        assert_eq!(stored.int("n").unwrap(), 0, "nothing is tallied before the opening");
    }

    /// Judges never get what they have a conflict with, and may withdraw later.
    async fn conflicts_are_kept_out(house: TestHouse) {
        let contest = contest(&house).await;
        // One judge works where every entry comes from, one bears an author's name.
        let insider = contest.judges[0].uuid();
        let namesake = contest.judges[1].uuid();
        house.tamper("UPDATE accounts SET unit_id = $1 WHERE id = $2", params![contest.unit.uuid(), insider]).await;
        house.tamper("UPDATE accounts SET name = $1 WHERE id = $2", params![AUTHORS[0], namesake]).await;
        contest.jury_of(&contest.judges[..2], 0).await.unwrap();
        let refused = contest.give_out().await.unwrap_err();
        let Halt::Refused(refused) = refused else { panic!("{refused:?}") };
        assert_eq!(refused[0].code, "judging.judges_lacking");
        assert!(refused[0].facts.iter().any(|(name, _)| *name == "codes"));
        contest.jury_of(&contest.judges.clone(), 1).await.unwrap();
        assert_eq!(contest.give_out().await.unwrap(), 6);
        contest.start().await;
        assert!(contest.sheets_of(0).await.is_empty(), "the insider gets nothing");
        let holders = contest.holders_of(TITLES[0]).await;
        assert!(holders.iter().all(|(judge, _)| *judge > 1) && holders.len() == 2);

        // A withdrawal leaves no trace for the judge, a gap for the chair, and another judge after.
        let (judge, sheet) = contest.holders_of(TITLES[1]).await.into_iter().find(|(judge, _)| *judge > 1).unwrap();
        contest.mark(judge, sheet, [3750, 2850, 2650]).await.unwrap();
        let browser = house.signed_in(JUDGES[judge].0).await;
        let path = format!("/cham/{sheet}");
        let unsaid = browser.send(&format!("{path}/xung-dot"), &[]).await;
        assert!(unsaid.says("Vui lòng chọn lý do."), "{}", unsaid.text());
        let done = browser.send(&format!("{path}/xung-dot"), &[("kind", "recognised")]).await;
        assert_eq!(done.location(), DESK, "{}", done.text());
        assert_eq!(browser.get(&path).await.status(), 404);
        assert!(!browser.get(DESK).await.says(TITLES[1]));
        let mut db = house.house().read().await.unwrap();
        let mails = hoithi_journal::outbox_mails(&mut db, 50).await.unwrap();
        let told = mails.iter().find(|mail| mail.recipient == "chutich@vidu.invalid").expect("the chair is told");
        assert!(!told.body.contains(JUDGES[judge].1), "{}", told.body);
        drop(db);
        let chair = house.signed_in("chutich").await;
        assert!(chair.get(PROGRESS).await.says("1 hồ sơ chưa đủ giám khảo"));
        contest.give_out().await.unwrap();
        let holders = contest.holders_of(TITLES[1]).await;
        assert!(holders.len() == 2 && holders.iter().all(|(other, _)| *other != judge && *other != 0), "{holders:?}");
        // Somebody with sheets cannot be dropped from the jury.
        let fewer: Vec<AccountId> = contest.judges.iter().copied().filter(|each| *each != contest.judges[holders[0].0]).collect();
        assert_eq!(codes_of(contest.jury_of(&fewer, 2).await), ["judging.judge_has_sheets"]);
    }

    /// The book's bands: exactly one, and the number inside it.
    async fn a_band_holds_its_number(house: TestHouse) {
        let text = book().replace(
            "max = 40\nstep = 0.5",
            "max = 40\nstep = 0.5\nbands = [{ name = \"Mới\", from = 20, to = 40 }, { name = \"Cũ\", from = 0, to = 19.5 }]",
        );
        let contest = contest_by(&house, text).await;
        contest.marking().await;
        let (judge, sheet) = contest.holders_of(TITLES[0]).await[0];
        let judge = house.signed_in(JUDGES[judge].0).await;
        let path = format!("/cham/{sheet}");
        assert_eq!(judge.get(&path).await.select(".ht-band").len(), 2);
        let mut fields = marks("0", ["30", "", ""]);
        fields.push(("bands.tinh-moi", "1".to_owned()));
        let outside = send(&judge, &path, &fields).await;
        assert!(outside.says("30 nằm ngoài mức đã chọn Cũ (0 đến 19,5)"), "{}", outside.text());
        let inside = send(&judge, &path, &marks("0", ["30", "", ""])).await;
        assert_eq!(inside.status(), 303);
        let page = judge.get(&path).await;
        assert_eq!(page.attributes(".ht-band input[checked]", "value"), ["0"], "the number tells its band");
    }

    /// Every version is kept, the journal tells of saves without a number, the round freezes its book.
    async fn versions_and_frozen_rules_stay(house: TestHouse) {
        let contest = contest(&house).await;
        contest.marking().await;
        let (judge, sheet) = contest.holders_of(TITLES[2]).await[0];
        contest.mark(judge, sheet, [3750, 2850, 2650]).await.unwrap();
        assert_eq!(codes_of(contest.mark(judge, sheet, [1000, 1000, 1000]).await), ["judging.changed_meanwhile"]);
        let other = (judge + 1) % 4;
        assert_eq!(codes_of(contest.mark(other, sheet, [1000, 1000, 1000]).await), ["denied"]);
        let mut db = house.house().read().await.unwrap();
        let kept = db
            .one("SELECT CAST(COUNT(*) AS BIGINT) AS n FROM score_sheet_history WHERE assignment_id = $1", params![sheet.uuid()])
            .await
            .unwrap();
        assert_eq!(kept.int("n").unwrap(), 1);
        let lines = lines_about(&mut db, &sheet.to_string()).await.unwrap();
        let events: Vec<_> = lines.iter().map(|line| line.event.as_str()).collect();
        assert_eq!(events, ["sheet.saved"]);
        let edition = hoithi_edition::edition(&mut db, contest.edition).await.unwrap().unwrap();
        let opened = hoithi_edition::opened_rounds(&mut db, contest.edition).await.unwrap();
        assert_eq!((opened[0].round.as_str(), opened[0].version), ("so-khao", edition.version));
        let state = own_list(&mut db, contest.judges[judge]).await.unwrap();
        assert!(state.iter().any(|line| line.id == sheet && line.state == AssignmentState::Begun));
    }

    /// While dossiers may still come, whoever starts the first round says that it leaves them out.
    async fn a_round_does_not_start_over_an_open_intake_unnoticed(house: TestHouse) {
        let book = book().replace("latest_arrival = 2021-07-10", "latest_arrival = 2021-08-10");
        let contest = contest_by(&house, book).await;
        contest.jury().await;
        contest.give_out().await.unwrap();
        let chair = house.signed_in("chutich").await;
        assert!(chair.get(PROGRESS).await.says("Cửa nhận hồ sơ chưa đóng"));
        let start = "/ky/quang-ninh-viii/vong/so-khao/bat-dau";
        let refused = chair.send(start, &[]).await;
        assert!(refused.says("Chờ xong, hoặc đánh dấu vào ô"), "{}", refused.text());
        assert_eq!(chair.send(start, &[("intake_unfinished", "1")]).await.location(), PROGRESS);
        let mut db = house.house().read().await.unwrap();
        let lines = lines_about(&mut db, &contest.round().await.to_string()).await.unwrap();
        assert!(lines.iter().any(|line| line.event == "round.started" && line.facts.contains("\"intake_unfinished\":true")));
    }

    /// An entry that is withdrawn while it is marked leaves its judges' lists, the seal and the result.
    async fn a_withdrawn_entry_leaves_the_round(house: TestHouse) {
        let contest = contest(&house).await;
        contest.marking().await;
        let withdraw = hoithi_entries::Withdraw { entry: contest.entries[2], reason: "Tác giả xin rút.".to_owned(), request: Some(signed_request(&house)) };
        house
            .perform(contest.secretary, move |act| Box::pin(hoithi_entries::withdraw(act, withdraw.clone())))
            .await
            .unwrap();
        for judge in 0..contest.judges.len() {
            for (sheet, title) in contest.sheets_of(judge).await {
                if title != TITLES[2] {
                    let version = contest.mark(judge, sheet, [3000, 2000, 2000]).await.unwrap();
                    contest.lock(judge, sheet, version).await.unwrap();
                }
            }
        }
        contest.seal().await.unwrap();
        assert!(contest.holders_of(TITLES[2]).await.is_empty());
        house.set_clock("2021-08-16T09:00:00+07:00");
        let command = ConfirmOpening { round: contest.round().await };
        for login in ["chutich", "thukyhoidong"] {
            let who = hoithi_people::account_by_login(&mut house.house().read().await.unwrap(), login).await.unwrap();
            house.perform(who.unwrap().id, move |act| Box::pin(confirm_opening(act, command))).await.unwrap();
        }
        let results = results(&mut house.house().read().await.unwrap(), contest.edition).await.unwrap().unwrap();
        let titles: BTreeSet<&str> = results.entries.iter().map(|entry| entry.title.as_str()).collect();
        assert_eq!(titles, BTreeSet::from([TITLES[0], TITLES[1]]));
    }

    /// Nobody marks by rules that do not count yet.
    async fn a_round_waits_for_the_day_of_its_marking_part(house: TestHouse) {
        let (before, marking) = book().split_once("[marking]").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
        let later = marking.replacen("in_force = 2021-01-15", "in_force = 2021-08-01", 1);
        let contest = contest_by(&house, format!("{before}[marking]{later}")).await;
        contest.jury().await;
        contest.give_out().await.unwrap();
        let start = StartRound { round: contest.round().await, though_intake_unfinished: false };
        let begin = || house.perform(contest.chair, move |act| Box::pin(start_round(act, start)));
        assert_eq!(codes_of(begin().await), ["edition.part_not_in_force"]);
        house.set_clock("2021-08-01T08:00:00+07:00");
        assert_eq!(codes_of(begin().await), ["done"]);
    }

    /// Judges read what the round began with, whatever an amendment shows or hides meanwhile.
    async fn an_amendment_changes_nothing_that_judges_read(house: TestHouse) {
        let contest = contest(&house).await;
        contest.marking().await;
        let (before, rest) = book().split_once("code = \"ban-mo-ta\"").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
        let hidden = rest.replacen("shown_to_judges = true", "shown_to_judges = false", 1);
        let amend = hoithi_edition::Amend {
            edition: contest.edition,
            seen: 1,
            text: format!("{before}code = \"ban-mo-ta\"{hidden}"),
            amendment: amendment_of(date(2021, 7, 19)),
            paper: None,
        };
        house.perform(contest.head, move |act| Box::pin(hoithi_edition::amend(act, amend.clone()))).await.unwrap();
        let own = contest.sheets_of(0).await[0].0;
        let sheet = house.signed_in(JUDGES[0].0).await.get(&format!("/cham/{own}")).await;
        assert!(sheet.says("Bản mô tả giải pháp"), "{}", sheet.text());
    }

    /// A deputy opens only when named before the seal, and never from a leader's paper.
    async fn a_deputy_is_named_in_advance(house: TestHouse) {
        let contest = contest(&house).await;
        let early = house.account_for("phochutich", "Giáp Văn Phó", &[]).await;
        let late = house.account_for("den.sau", "Quách Thị Muộn", &[]).await;
        let keeper = hoithi_people::account_by_login(&mut house.house().read().await.unwrap(), "quantri").await.unwrap().unwrap().id;
        let give = |account, from| {
            let grant = Grant { role: Role::JuryChair, scope: Scope::Edition(contest.edition), from, to: None, deputy: true };
            house.perform(keeper, move |act| Box::pin(hoithi_people::give_role(act, account, grant)))
        };
        for (account, from) in [(early, date(2021, 7, 19)), (late, date(2021, 8, 1))] {
            give(account, from).await.unwrap();
        }
        let backdated = give(contest.head, date(2021, 7, 1)).await;
        assert_eq!(codes_of(backdated), ["people.role_backdated"], "a typed day proves nothing");
        contest.marking().await;
        contest.all_locked().await;
        contest.seal().await.unwrap();
        house.set_clock("2021-08-16T09:00:00+07:00");
        let command = ConfirmOpening { round: contest.round().await };
        let open = |who: AccountId| house.perform(who, move |act| Box::pin(confirm_opening(act, command)));
        assert_eq!(codes_of(open(late).await), ["judging.named_after_sealing"]);
        assert_eq!(codes_of(open(contest.head).await), ["denied"], "no leader's role or paper opens a round");
        assert_eq!(codes_of(open(early).await), ["done"]);
        assert_eq!(codes_of(open(contest.chair).await), ["judging.opener_role_missing"], "that role has spoken");
        let mut db = house.house().read().await.unwrap();
        let line = recent_lines(&mut db, None, 1).await.unwrap().remove(0);
        assert_eq!(line.event, "round.opening_confirmed");
        assert!(line.facts.contains("\"deputy\":true"), "{}", line.facts);
    }

    /// The desk names what a round waits for to whoever can do it, and to nobody else.
    async fn the_desk_says_what_a_round_waits_for(house: TestHouse) {
        let contest = contest(&house).await;
        let nothing = Vec::<String>::new();
        let todo = async |login: &str| house.signed_in(login).await.get("/ban-lam-viec").await.select(".ht-todo__verb");
        assert_eq!(todo("thuky").await, nothing, "there is no jury yet");
        contest.jury().await;
        assert_eq!(todo("thuky").await, ["Phân công chấm"]);
        contest.give_out().await.unwrap();
        let chair = house.signed_in("chutich").await.get("/ban-lam-viec").await;
        assert_eq!(chair.select(".ht-todo__verb"), ["Bắt đầu chấm"]);
        assert_eq!(chair.attribute(".ht-todo__verb", "href").as_deref(), Some(PROGRESS));
        assert!(chair.select(".ht-places a").contains(&"Tiến độ chấm".to_owned()));
        assert_eq!(todo("thukyhoidong").await, nothing);
        contest.start().await;
        assert_eq!((todo("chutich").await, todo("thuky").await), (nothing.clone(), nothing.clone()));
        contest.all_locked().await;
        assert_eq!(todo("thukyhoidong").await, ["Niêm phong"]);
        contest.seal().await.unwrap();
        house.set_clock("2021-08-16T09:00:00+07:00");
        for login in ["chutich", "thukyhoidong"] {
            assert_eq!(todo(login).await, ["Xác nhận mở niêm phong"]);
        }
        assert_eq!(todo("lanh.dao").await, nothing, "who opens is in the rule book");
        let (chair, command) = (contest.chair, ConfirmOpening { round: contest.round().await });
        house.perform(chair, move |act| Box::pin(confirm_opening(act, command))).await.unwrap();
        assert_eq!(todo("chutich").await, nothing, "the second has to be another person");
        assert_eq!(todo("thukyhoidong").await, ["Xác nhận mở niêm phong"]);
    }
}

async fn the_jury_is_appointed_and_the_round_starts(contest: &Contest<'_>) {
    let house = contest.house;
    let head = house.signed_in("lanh.dao").await;
    let page = head.get("/ky/quang-ninh-viii/hoi-dong").await;
    assert!(page.says("Các tiểu ban và giám khảo sẽ hiện ở đây."), "{}", page.text());
    let mut fields = vec![
        ("version", "0".to_owned()),
        ("decision", "18/QĐ-BTC".to_owned()),
        ("decided_on", "19/7/2021".to_owned()),
        ("panel-0-name", "Hội đồng giám khảo".to_owned()),
    ];
    fields.extend(contest.judges.iter().map(|judge| ("panel-0-judges", judge.to_string())));
    let answer = send(&head, "/ky/quang-ninh-viii/hoi-dong", &fields).await;
    assert_eq!(answer.status(), 303, "{}", answer.text());
    assert!(head.get("/ky/quang-ninh-viii/hoi-dong").await.says("Khúc Văn Giám Tư"));

    let secretary = house.signed_in("thuky").await;
    let assigned = secretary.send("/ky/quang-ninh-viii/vong/so-khao/phan-cong", &[("all", "co")]).await;
    assert_eq!(assigned.location(), PROGRESS, "{}", assigned.text());
    let started = secretary.send("/ky/quang-ninh-viii/vong/so-khao/bat-dau", &[]).await;
    assert_eq!(started.status(), 303, "{}", started.text());
}

async fn a_sheet_is_written_read_back_and_locked(contest: &Contest<'_>) -> AssignmentId {
    let house = contest.house;
    let (judge, sheet) = contest.holders_of(TITLES[0]).await[0];
    let judge = house.signed_in(JUDGES[judge].0).await;
    let path = format!("/cham/{sheet}");
    let page = judge.get(&path).await;
    assert!(page.says("Máy sấy mực một nắng: đặt đúng chỗ"), "{}", page.text());
    // Wrong marks come back all at once, at their fields, with what was typed.
    let wrong = send(&judge, &path, &marks("0", ["41", "8,2", "tám"])).await;
    assert_eq!(wrong.status(), 200);
    for field in ["tinh-moi", "kha-nang-ap-dung", "hieu-qua"] {
        assert_eq!(wrong.select(&format!("[id='marks.{field}-error']")).len(), 1, "{field}: {}", wrong.text());
    }
    assert_eq!(wrong.attribute("[id='marks.hieu-qua']", "value").unwrap(), "tám");
    assert!(wrong.says("Tính mới, tính sáng tạo: 41 vượt mức tối đa 40."));
    // The script's save answers one sentence and the next version.
    let saved = send(&judge, &format!("{path}/luu"), &marks("0", ["37,5", "", ""])).await;
    assert_eq!((saved.status(), saved.header("x-version")), (200, "1"), "{}", saved.text());
    assert!(saved.text().starts_with("Đã lưu lúc "), "{}", saved.text());
    // Another tab that still holds the empty sheet is refused; the newer sheet stands.
    let late = send(&judge, &path, &marks("0", ["10", "10", "10"])).await;
    assert!(late.says("Phiếu này vừa được lưu ở một cửa sổ khác") && late.says("Tính mới, tính sáng tạo: 37,5"));
    assert_eq!(late.attribute("[id='marks.tinh-moi']", "value").unwrap(), "10");
    assert_eq!(late.attribute("input[name=version]", "value").unwrap(), "1");
    let late = send(&judge, &format!("{path}/luu"), &marks("0", ["10", "10", "10"])).await;
    assert_eq!(late.status(), 422);
    // A sheet that is not whole cannot be locked.
    let early = judge.send(&format!("{path}/khoa"), &[("version", "1")]).await;
    assert!(early.says("Khả năng áp dụng: chưa có điểm."), "{}", early.text());
    let mut fields = marks("1", ["37.5", "28,5", "26"]);
    fields.push(("next", "doc-lai".to_owned()));
    let read_back = send(&judge, &path, &fields).await;
    assert_eq!(read_back.location(), format!("{path}/doc-lai"), "{}", read_back.text());
    let page = judge.get(read_back.location()).await;
    assert!(page.says("Tổng điểm 92 / 100"), "{}", page.text());
    let locked = judge.send(&format!("{path}/khoa"), &[("version", "2")]).await;
    assert_eq!(locked.status(), 303, "{}", locked.text());
    // Locked is locked, for the page, the script and a program.
    let after = send(&judge, &path, &marks("3", ["1", "1", "1"])).await;
    assert!(after.says("Phiếu chấm đã khóa lúc"), "{}", after.text());
    let put = json!({ "marks": { "tinh-moi": 100 } });
    let refused = judge.json_over(Method::PUT, &format!("/api/v1/score-sheets/{sheet}"), 3, &put).await;
    assert_eq!(refused.status(), 422);
    let body: Value = judge.get(&format!("/api/v1/score-sheets/{sheet}")).await.json();
    assert_eq!((&body["state"], &body["total"]), (&json!("locked"), &json!(9200)));
    // A program can mark by what it is given: the criteria and the parts, without the page.
    let names: Vec<_> =
        body["criteria"].as_array().unwrap().iter().map(|each| each["code"].as_str().unwrap()).collect();
    assert_eq!(body["criteria"][0]["max"], 4000, "{names:?}");
    let file = body["parts"].as_array().unwrap().iter().find_map(|part| part["file"].as_str()).unwrap();
    let file = judge.get(file).await;
    assert_eq!((file.status(), file.header("content-type")), (200, "application/pdf"));
    sheet
}

async fn the_seal_waits_for_every_sheet(contest: &Contest<'_>, sheet: AssignmentId) {
    let house = contest.house;
    let chair = house.signed_in("chutich").await;
    let early = chair.send("/ky/quang-ninh-viii/vong/so-khao/niem-phong", &[]).await;
    assert!(early.says("Còn 5 phiếu chưa khóa."), "{}", early.text());
    // Nobody is invited to what cannot be done yet.
    let seal = "a[href='/ky/quang-ninh-viii/vong/so-khao/niem-phong']";
    assert_eq!(chair.get("/ky/quang-ninh-viii/vong/so-khao/niem-phong").await.location(), PROGRESS);
    let waiting = chair.get(PROGRESS).await;
    assert!(waiting.says("còn 5 phiếu") && waiting.select(seal).is_empty(), "{}", waiting.text());
    assert!(chair.get(RESULTS).await.says("Kết quả chấm sẽ hiện ở đây sau khi mở niêm phong."));
    for judge in 0..contest.judges.len() {
        for (id, _) in contest.sheets_of(judge).await.into_iter().filter(|(id, _)| *id != sheet) {
            let version = contest.mark(judge, id, [3000, 2000, 2050]).await.unwrap();
            contest.lock(judge, id, version).await.unwrap();
        }
    }
    assert_eq!(chair.get(PROGRESS).await.select(seal).len(), 1);
    let read_back = chair.get("/ky/quang-ninh-viii/vong/so-khao/niem-phong").await;
    assert!(
        read_back.says("Sau đó cần hai người để mở.") && read_back.select("form[action$='/niem-phong']").len() == 1
    );
    assert_eq!(chair.send("/ky/quang-ninh-viii/vong/so-khao/niem-phong", &[]).await.status(), 303);
}

/// Each with the password, one after the other.
async fn two_persons_open(contest: &Contest<'_>) {
    let house = contest.house;
    let chair = house.signed_in("chutich").await;
    house.set_clock("2021-08-16T09:00:00+07:00");
    let wrong = chair.send(OPENING, &[("round", "so-khao"), ("password", "không nhớ")]).await;
    assert!(wrong.says("Mật khẩu chưa đúng."), "{}", wrong.text());
    let first = chair.send(OPENING, &[("round", "so-khao"), ("password", PASSWORD)]).await;
    assert_eq!(first.status(), 303, "{}", first.text());
    assert!(chair.get(RESULTS).await.says("Kết quả chấm sẽ hiện ở đây"), "one person opens nothing");
    let again = chair.send(OPENING, &[("round", "so-khao"), ("password", PASSWORD)]).await;
    assert!(again.says("Cần một người khác xác nhận lần thứ hai."), "{}", again.text());
    let other = house.signed_in("thukyhoidong").await;
    let second = other.send(OPENING, &[("round", "so-khao"), ("password", PASSWORD)]).await;
    assert_eq!(second.status(), 303, "{}", second.text());

    let table = chair.get(RESULTS).await;
    assert!(table.says("Máy sấy mực một nắng") && table.says("81,25"), "{}", table.text());
    let first = table.attribute("td a.govuk-link", "href").unwrap();
    assert!(chair.get(&first).await.says("37,5"));
    let minutes = chair.get("/ky/quang-ninh-viii/mo-niem-phong/bien-ban.pdf").await;
    assert_eq!((minutes.status(), &minutes.bytes()[..5]), (200, b"%PDF-".as_slice()));
    let mut db = house.house().read().await.unwrap();
    let results = results(&mut db, contest.edition).await.unwrap().unwrap();
    assert_eq!(results.entries.len(), 3);
    assert!(results.entries.iter().all(|entry| entry.sheets.len() == 2 && entry.result.used.len() == 2));
}

/// The two tables of marks have one reader, so that the gate cannot be walked around.
#[test]
fn only_one_file_of_the_room_names_the_tables_of_marks() {
    let sources = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut naming = BTreeSet::new();
    let mut waiting =
        vec![sources.join("app/src"), sources.join("stages"), sources.join("office"), sources.join("floor")];
    while let Some(folder) = waiting.pop() {
        for each in std::fs::read_dir(folder).unwrap() {
            let path = each.unwrap().path();
            if path.is_dir() {
                if !path.ends_with("node_modules") {
                    waiting.push(path);
                }
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let named = ["FROM score_sheet", "JOIN score_sheet", "INTO score_sheet", "UPDATE score_sheet"];
                if named.iter().any(|word| text.contains(word)) {
                    naming.insert(path.file_name().unwrap().to_string_lossy().into_owned());
                }
            }
        }
    }
    assert_eq!(naming, BTreeSet::from(["sheets.rs".to_owned()]));
}
