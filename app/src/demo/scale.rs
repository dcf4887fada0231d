//! The house that the bench measures: one large edition whose round is opened, and a small one
//! that takes dossiers and is being marked. Many operations share an act; each is still the
//! operation of the person whose matter it is.

mod dossiers;

use std::collections::BTreeMap;
use std::sync::Arc;

use hoithi_edition::{Launch, SetUp};
use hoithi_journal::Halt;
use hoithi_judging::{LockSheet, NewPanel, SaveSheet, Written};
use hoithi_rules::edition::{RuleBook, books};
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::{Role, Scope};
use hoithi_rules::screening::{Finding, Verdict, checklist};
use hoithi_screening::{Decide, Ruling};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, date};

use super::chance::Chance;
use super::content::Invented;
use super::judging::{give_out, open, seal, set_up_jury, start};
use super::marks::{leaning, split};
use super::moment::in_vietnam;
use super::names::Names;
use super::people::{self, seat_in};
use super::screening::release_all;
use super::story::{Agenda, PROVINCE, Stopped, Story, missing};

use dossiers::dossiers;

/// The small edition: it takes dossiers while its round is being marked.
const SMALL: &str = "nho";
const SMALL_ENTRIES: usize = 20;

const JUDGES: usize = 50;
/// So many authors write all the dossiers; a thousand accounts would be a minute of hashing.
const AUTHORS: usize = 20;
/// So many operations share an act.
const TOGETHER: usize = 25;
const SHEETS: usize = 5;

const LAUNCHED: Date = date(2020, 7, 27);
const SERVED: DateTime = date(2021, 9, 13).at(9, 0, 0, 0);

/// Where the clock stands when it is served.
pub(super) fn moment() -> Timestamp {
    in_vietnam(SERVED)
}

pub(super) async fn make(
    house: &hoithi_web::House,
    seed: u64,
    entries: usize,
    progress: fn(&str),
) -> Result<(), Stopped> {
    let mut names = Names::of(seed);
    let invented = Arc::new(Invented::of(seed, &mut names));
    let mut story = Story::of(house.clone(), seed, names, invented);
    let mut agenda = Agenda::default();
    people::plan_units(&mut agenda, progress);
    plan_edition(&mut agenda, (PROVINCE, large_book()), LAUNCHED, entries, progress);
    agenda.at(date(2021, 9, 8).at(9, 0, 0, 0), "sealing and opening", |story| {
        Box::pin(async move {
            seal(story, PROVINCE, "thukyhoidong").await?;
            open(story, PROVINCE, "chutich").await?;
            open(story, PROVINCE, "thukyhoidong").await
        })
    });
    plan_edition(&mut agenda, (SMALL, small_book()), date(2021, 7, 27), SMALL_ENTRIES, progress);
    agenda.tell(&mut story, moment()).await
}

/// One round, five sheets for each entry.
fn large_book() -> String {
    let round = "[[marking.rounds]]\ncode = \"chung-khao\"\nname = \"Vòng chung khảo\"\n";
    books::QUANG_NINH_VIII.replace(round, "").replace("sheets_per_entry = 3", &format!("sheets_per_entry = {SHEETS}"))
}

/// The same a year later under another name, so that its intake is open when it is served.
fn small_book() -> String {
    let (rules, rest) = books::QUANG_NINH_VIII.split_once("[calendar]").unwrap_or_default();
    let (calendar, rest) = rest.split_once("[marking]").unwrap_or_default();
    let rules = rules
        .replace("slug = \"quang-ninh-viii\"", "slug = \"quang-ninh-nho\"")
        .replace("in_force = 2020", "in_force = 2021")
        .replace("latest_arrival = 2021", "latest_arrival = 2022");
    let calendar = calendar.replace("2021-", "2022-").replace("2020-", "2021-");
    let small = format!("{rules}[calendar]{calendar}[marking]{rest}");
    small.replace("sheets_per_entry = 3", &format!("sheets_per_entry = {SHEETS}"))
}

fn plan_edition(
    agenda: &mut Agenda,
    (key, book): (&'static str, String),
    launched: Date,
    entries: usize,
    progress: fn(&str),
) {
    let day = |date: Date| date.max(launched);
    let text = book.clone();
    agenda.at(launched.at(9, 0, 0, 0), "the edition", move |story| Box::pin(set_up(story, key, text)));
    agenda.at(launched.at(10, 0, 0, 0), "its people", move |story| Box::pin(appoint(story, key)));
    agenda.at(day(date(2021, 6, 1)).at(11, 0, 0, 0), "its dossiers", move |story| {
        Box::pin(async move {
            progress(&format!("{entries} hồ sơ"));
            dossiers(story, key, entries).await
        })
    });
    agenda.at(day(date(2021, 7, 28)).at(9, 0, 0, 0), "its screening", move |story| {
        Box::pin(async move {
            progress("Kiểm tra hồ sơ");
            screen(story, key).await?;
            release_all(story, key, "thuky").await
        })
    });
    let first = if key == PROVINCE { date(2021, 8, 2) } else { date(2021, 9, 9) };
    agenda.at(first.at(9, 0, 0, 0), "its round", move |story| {
        Box::pin(async move {
            progress("Phân công giám khảo");
            jury(story, key).await?;
            give_out(story, (key, "so-khao"), None, "thuky").await?;
            start(story, key, "chutich", key == SMALL).await
        })
    });
    if key == PROVINCE {
        agenda.at(date(2021, 8, 9).at(9, 0, 0, 0), "its marks", move |story| {
            Box::pin(async move {
                progress("Chấm thi");
                mark(story, key).await
            })
        });
    }
}

async fn set_up(story: &mut Story, key: &'static str, text: String) -> Result<(), Halt> {
    let new = SetUp { text, parent: None, unit: None };
    let id = story.act("chuyenvien", move |act| Box::pin(hoithi_edition::set_up(act, new.clone()))).await?;
    story.editions.insert(key, id);
    let command = Launch { edition: id, seen: story.edition(key).await?.version, paper: None };
    story.act("lanhdao", move |act| Box::pin(hoithi_edition::launch(act, command.clone()))).await
}

fn judge(number: usize) -> String {
    format!("giamkhao{number}")
}

/// Who marks where: 1 to 50 the large edition, 51 to 75 the small one.
fn judges(key: &str) -> std::ops::RangeInclusive<usize> {
    if key == PROVINCE { 1..=JUDGES } else { JUDGES + 1..=JUDGES + JUDGES / 2 }
}

/// The same staff in both editions, with a grant for each.
async fn appoint(story: &mut Story, key: &str) -> Result<(), Halt> {
    let edition = Scope::Edition(story.edition_id(key)?);
    let staff = [
        ("thuky", Role::ContestSecretary),
        ("uyvien", Role::CommitteeMember),
        ("chutich", Role::JuryChair),
        ("thukyhoidong", Role::JurySecretary),
    ];
    for (login, role) in staff {
        seat_or_grant(story, login, (role, edition)).await?;
    }
    for number in judges(key) {
        seat_or_grant(story, &judge(number), (Role::Judge, edition)).await?;
    }
    for number in 1..=AUTHORS {
        let name = story.names.fresh();
        people::author(story, &format!("tacgia{number}"), name, "halong").await?;
    }
    Ok(())
}

async fn seat_or_grant(story: &mut Story, login: &str, role: (Role, Scope)) -> Result<(), Halt> {
    if story.accounts.contains_key(login) {
        people::grant(story, login, role).await
    } else {
        seat_in(story, login, None, &[role]).await
    }
}

async fn screen(story: &mut Story, key: &str) -> Result<(), Halt> {
    let edition = story.edition(key).await?;
    let cards = hoithi_entries::entries_of(&mut story.read().await?, edition.id).await?;
    let passed = |item| Finding { item, verdict: Verdict::Passed, note: String::new() };
    let findings: Vec<Finding> = checklist(edition.book.rules(), true).into_iter().map(passed).collect();
    let entries: Vec<EntryId> = cards.iter().map(|card| card.id).collect();
    for batch in entries.chunks(TOGETHER) {
        let (batch, findings) = (batch.to_vec(), findings.clone());
        story
            .act("thuky", move |act| {
                let (batch, findings) = (batch.clone(), findings.clone());
                Box::pin(async move {
                    for entry in batch {
                        let kept = hoithi_entries::dossier(act.db(), entry).await?.ok_or_else(Halt::not_found)?;
                        let (seen, findings) = (kept.entry.version, findings.clone());
                        hoithi_screening::decide(act, Decide { entry, seen, ruling: Ruling::Admit, findings }).await?;
                    }
                    Ok(())
                })
            })
            .await?;
    }
    Ok(())
}

/// Five panels of ten; the two categories of industry share one.
async fn jury(story: &mut Story, key: &str) -> Result<(), Halt> {
    let fields: [&[&str]; 5] = [
        &["cong-nghe-thong-tin"],
        &["cong-nghiep-xay-dung", "vat-lieu-nang-luong"],
        &["nong-lam-ngu-moi-truong"],
        &["y-duoc"],
        &["quan-ly-giao-duc"],
    ];
    let mut panels = Vec::with_capacity(fields.len());
    for (place, categories) in fields.into_iter().enumerate() {
        let seats = judges(key).skip(place).step_by(fields.len());
        panels.push(NewPanel {
            name: format!("Tiểu ban {}", place + 1),
            categories: categories.iter().map(|code| (*code).to_owned()).collect(),
            judges: seats.map(|number| story.account(&judge(number))).collect::<Result<_, _>>()?,
        });
    }
    set_up_jury(story, key, "lanhdao", ("18/QĐ-BTC", date(2021, 7, 19)), panels).await
}

/// Each judge marks and locks all of their sheets.
async fn mark(story: &mut Story, key: &str) -> Result<(), Halt> {
    let book = RuleBook::parse(&large_book()).map_err(|errors| Halt::fault(format!("{errors:?}")))?;
    let rubric = book.marking().ok_or_else(|| missing("marking part of", key))?.marking.rubric.clone();
    let rubric = Arc::new(rubric);
    let mut seats: BTreeMap<String, usize> = BTreeMap::new();
    for number in judges(key) {
        let login = judge(number);
        let lines = hoithi_judging::own_list(&mut story.read().await?, story.account(&login)?).await?;
        let mut sheets = Vec::with_capacity(lines.len());
        for line in lines.iter().filter(|line| line.marking) {
            let seat = seats.entry(line.title.clone()).or_default();
            let mut chance = Chance::of(story.seed, &line.title);
            let worth = 4500 + 50 * i64::try_from(chance.below(90)).unwrap_or(0);
            let total = worth + leaning(&mut chance, &rubric, *seat);
            *seat += 1;
            sheets.push((line.id, split(&rubric, total, &mut chance)));
        }
        story
            .act(&login, move |act| {
                let sheets = sheets.clone();
                Box::pin(async move {
                    for (sheet, marks) in sheets {
                        let written = Written { marks, ..Written::default() };
                        let saved = hoithi_judging::save_sheet(act, SaveSheet { sheet, written, seen: 0 }).await?;
                        hoithi_judging::lock_sheet(act, LockSheet { sheet, seen: saved.version }).await?;
                    }
                    Ok(())
                })
            })
            .await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_books_parse_and_differ_where_they_should() {
        let (large, small) = (RuleBook::parse(&large_book()).unwrap(), RuleBook::parse(&small_book()).unwrap());
        let rounds = |book: &RuleBook| book.marking().unwrap().marking.rounds.len();
        assert_eq!((rounds(&large), large.marking().unwrap().marking.sheets_per_entry), (1, SHEETS));
        assert!(small.calendar().intake_window().admits(moment()).is_ok());
        assert!(large.calendar().intake_window().admits(moment()).is_err());
    }
}
