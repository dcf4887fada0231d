//! Every place that can hold a name carries a word of its own. Nothing that a judge can fetch holds one of them, and
//! nothing that anybody can fetch before the announcement ties what was made to whoever made it.

mod crawl;
mod house;
mod papers;

use std::collections::BTreeSet;

use axum::http::Method;
use hoithi_rules::edition::Listing;
use hoithi_store::params;
use hoithi_testkit::{Answer, Browser, PASSWORD, Picture, TestHouse, both, first_page, words_if_any};
use serde_json::{Value, json};

use crate::judging::JUDGES;
use crate::published_lists::published;
use crawl::{Fetched, Told, fetched, followed, guessed, leaks, read, sent_empty, ties};
use house::{Canaries, LEFT_BELOW, LOCAL, PERSONS, TITLE, TITLES, UNITS, canaries};

const NONE: [String; 0] = [];

/// Where judges read and mark: no unit stands there at all.
const MARKING: [&str; 2] = ["/cham", "/api/v1/score-sheets"];

both! {
    async fn no_word_that_tells_reaches_a_judge_or_the_public(house: TestHouse) {
        let canaries = canaries(&house).await;
        let contest = &canaries.contest;
        assert_eq!(published(&house, contest.secretary, (contest.edition, Listing::Titles)).await, ["done"]);
        contest.start().await;
        let known = planted(&canaries).await;
        judges_meet_none(&canaries).await;
        a_judge_guesses_in_vain(&canaries, &known).await;
        the_public_ties_nothing(&canaries, known).await;
        the_copy_is_to_be_read_and_its_names_are_not(&canaries).await;
        one_leak_is_enough(&canaries).await;
    }
}

/// Every word is met where it is allowed, by the very same reading; gives the addresses that were met on the way.
async fn planted(canaries: &Canaries<'_>) -> BTreeSet<String> {
    let (entry, above, unit) = (canaries.entry, canaries.above, canaries.unit);
    let dossiers =
        vec![format!("/ho-so/{entry}"), format!("/ho-so/{entry}/tep/ban-mo-ta/cac-ban"), format!("/ho-so/{above}")];
    let registers = vec!["/ky/quang-ninh-viii/giup-do".to_owned(), format!("/don-vi/sang-kien/{unit}")];
    let below = canaries.below.iter().map(|entry| format!("/ho-so/{entry}")).collect();
    let (mut known, mut told) = (BTreeSet::new(), Vec::new());
    for (login, starts) in [("thuky", dossiers), ("chuyen.vien", registers), ("truong.thuky", below)] {
        let seen = followed(&canaries.contest.house.signed_in(login).await, &starts, 90).await;
        told.extend(read(&seen));
        known.extend(seen.into_keys());
    }
    let words = PERSONS.iter().chain(&UNITS).chain(&TITLES).chain([&LEFT_BELOW]);
    let missing: Vec<_> = words.filter(|word| !told.iter().any(|each| each.tells(word))).collect();
    assert_eq!(missing, Vec::<&&str>::new(), "it stands where it is allowed, and is found there");
    known
}

fn is_marking(path: &str) -> bool {
    MARKING.iter().any(|begins| path.starts_with(begins))
}

/// A program that signed in as somebody.
async fn program(house: &TestHouse, login: &str) -> Browser {
    let session = json!({ "login": login, "password": PASSWORD });
    let token: Value = house.browser().json(Method::POST, "/api/v1/sessions", &session).await.json();
    house.program(token["token"].as_str().unwrap())
}

/// What nobody may read who judges.
fn is_blind(seen: &Fetched) -> Vec<Told> {
    let told = read(seen);
    assert_eq!(leaks(&told, &PERSONS), NONE);
    assert_eq!(leaks(&told, &[LEFT_BELOW]), NONE);
    assert_eq!(ties(&told, &TITLES, &UNITS), NONE);
    let (marking, others): (Vec<_>, Vec<_>) = told.into_iter().partition(|each| is_marking(&each.path));
    assert_eq!(leaks(&marking, &UNITS), NONE);
    marking.into_iter().chain(others).collect()
}

/// By links, forms' addresses and a program's answers, from where judges begin.
async fn judges_meet_none(canaries: &Canaries<'_>) {
    let contest = &canaries.contest;
    let mut read_by = 0;
    for (place, (login, _)) in JUDGES.iter().enumerate() {
        let judge = contest.house.signed_in(login).await;
        let mut starts = vec!["/cham".to_owned(), "/api/v1/score-sheets".to_owned(), "/ban-lam-viec".to_owned()];
        for (sheet, _) in contest.sheets_of(place).await {
            starts.push(format!("/api/v1/score-sheets/{sheet}"));
            starts.extend(["", "/doc-lai", "/xung-dot"].map(|page| format!("/cham/{sheet}{page}")));
            starts.extend((1..4).map(|part| format!("/cham/{sheet}/tep/{part}")));
            starts.extend((1..4).map(|part| format!("/api/v1/score-sheets/{sheet}/parts/{part}")));
        }
        let seen = followed(&judge, &starts, 120).await;
        let versioned = |(path, answer): &(&String, &Answer)| is_marking(path) && !answer.header("etag").is_empty();
        assert_eq!(seen.iter().filter(versioned).count(), 0, "no header tells one file from another");
        let told = is_blind(&seen);
        let ids = [canaries.entry, canaries.above].map(|entry| entry.to_string());
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        assert_eq!(leaks(&told, &ids), NONE, "an entry's own id tells when it came");
        read_by += usize::from(told.iter().any(|each| each.path.contains("/tep/") && each.tells("khung thep")));
        let starts: Vec<String> = starts.into_iter().filter(|path| path.starts_with("/api/")).collect();
        let seen = followed(&program(contest.house, login).await, &starts, 60).await;
        assert!(seen.values().any(|answer| answer.status() == 200));
        is_blind(&seen);
    }
    assert_eq!(read_by, 2, "two judges read the description");
}

/// Every address of the program with everything in its places that exists, those where staff met the words among
/// them: pages, refusals and errors alike.
async fn a_judge_guesses_in_vain(canaries: &Canaries<'_>, known: &BTreeSet<String>) {
    let contest = &canaries.contest;
    let (place, own) = contest.holders_of(TITLE).await[0];
    let mut places = public_places(canaries);
    let foreign = contest.sheets_of((place + 1) % JUDGES.len()).await;
    for sheet in [own].into_iter().chain(foreign.into_iter().map(|(sheet, _)| sheet)) {
        places.extend([("{handle}", sheet.to_string()), ("{sheet}", sheet.to_string())]);
    }
    let judge = contest.house.signed_in(JUDGES[place].0).await;
    let paths = guessed("GET", &places).into_iter().chain(known.iter().cloned());
    is_blind(&fetched(&judge, paths).await);
    let once = ["{slug}", "{entry}", "{part}", "{handle}", "{sheet}", "{unit}"];
    let first = |name: &&str| places.iter().find(|(place, _)| place == name).cloned();
    let once: Vec<_> = once.iter().filter_map(first).collect();
    is_blind(&sent_empty(&judge, guessed("POST", &once)).await);
}

fn public_places(canaries: &Canaries<'_>) -> Vec<(&'static str, String)> {
    vec![
        ("{slug}", "quang-ninh-viii".to_owned()),
        ("{entry}", canaries.entry.to_string()),
        ("{entry}", canaries.above.to_string()),
        ("{unit}", canaries.unit.to_string()),
        ("{unit}", canaries.school.to_string()),
        ("{part}", "ban-mo-ta".to_owned()),
        ("{number}", "1".to_owned()),
        ("{number}", "2".to_owned()),
        ("{round}", "so-khao".to_owned()),
    ]
}

/// Titles are published, units are known to hold contests; nothing says which of them belong together.
async fn the_public_ties_nothing(canaries: &Canaries<'_>, known: BTreeSet<String>) {
    let stranger = canaries.contest.house.browser();
    let list = "/ky/quang-ninh-viii/danh-sach";
    let starts = ["/", LOCAL, list].map(str::to_owned);
    let mut seen = followed(&stranger, &starts, 150).await;
    let searched = ["qorittan", "wubnelk"].map(|word| format!("{list}?q={word}"));
    let guessed = guessed("GET", &public_places(canaries)).into_iter();
    seen.extend(fetched(&stranger, guessed.chain(known).chain(searched)).await);
    let told = read(&seen);
    assert_eq!(leaks(&told, &PERSONS), NONE);
    let titles = [TITLES[0], TITLES[1], LEFT_BELOW];
    assert_eq!(ties(&told, &titles, &UNITS), NONE);
    assert!(told.iter().any(|each| each.path == list && each.tells(TITLES[0])), "what is published was looked at");
    let local: Vec<Told> = told.into_iter().filter(|each| each.path.starts_with(LOCAL)).collect();
    assert!(!local.is_empty());
    assert_eq!(leaks(&local, &titles), NONE, "the address names the unit");
}

/// Whether every point is ink where the name stood on the first page, as far as its letters go.
fn is_covered(page: &Picture) -> bool {
    (136..214).all(|x| (135..140).all(|y| page.at(x, y) < 40))
}

/// What was covered is ink, the scan that was replaced is in no file, and the rest can be read.
async fn the_copy_is_to_be_read_and_its_names_are_not(canaries: &Canaries<'_>) {
    let contest = &canaries.contest;
    let (judge, sheet) = contest.holders_of(TITLE).await[0];
    let judge = contest.house.signed_in(JUDGES[judge].0).await;
    let mut led = followed(&judge, &[format!("/cham/{sheet}")], 60).await;
    let file = led.remove(&format!("/cham/{sheet}/tep/2")).expect("the sheet's frame leads to it");
    assert_eq!((file.status(), file.header("content-type")), (200, "application/pdf"));
    assert!(words_if_any(file.bytes()).unwrap().contains("khung thep"));
    let given = contest.house.signed_in("thuky").await.get(&format!("/ho-so/{}/tep/ban-mo-ta", canaries.entry)).await;
    assert!(!is_covered(&first_page(given.bytes(), 72).unwrap()), "the authors' own file stays as it is");
    let page = first_page(file.bytes(), 72).unwrap();
    assert!(is_covered(&page) && page.at(300, 400) > 200);
    let middle = &canaries.scan[canaries.scan.len() / 2..][..64];
    assert!(!file.bytes().windows(64).any(|part| part == middle));
}

/// One name in one place, and the reading says where.
async fn one_leak_is_enough(canaries: &Canaries<'_>) {
    let contest = &canaries.contest;
    let (judge, sheet) = contest.holders_of(TITLE).await[0];
    let judge = contest.house.signed_in(JUDGES[judge].0).await;
    let (sql, title) = ("UPDATE round_entries SET title = $1 WHERE entry_id = $2", "Máy ép của Lã Văn Zykhon");
    assert_eq!(contest.house.tamper(sql, params![title, canaries.entry.uuid()]).await, 1);
    let paths = ["/api/v1/score-sheets".to_owned(), "/cham".to_owned(), format!("/cham/{sheet}")];
    let wanted = paths.clone().map(|path| format!("{path} tells zykhon"));
    assert_eq!(leaks(&read(&fetched(&judge, paths).await), &PERSONS), wanted);
}
