//! The jury, the preliminary round, the final: given out, marked, sealed, opened by two persons.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_journal::Halt;
use hoithi_judging::{Assign, AssignmentState, ConfirmOpening, ConflictKind, NewPanel, Recuse, SetUpJury, StartRound};
use hoithi_rules::ids::{EntryId, RoundId};
use jiff::civil::{Date, date};

use super::chance::Chance;
use super::content::Invented;
use super::marks::Marking;
use super::people::JUDGES;
use super::story::{Agenda, PROVINCE, Story, missing};

/// Panel, the categories it marks, its first judge; four in each.
const PANELS: [(&str, &[&str], usize); 5] = [
    ("Tiểu ban Công nghệ thông tin, điện tử, viễn thông", &["cong-nghe-thong-tin"], 1),
    ("Tiểu ban Công nghiệp, xây dựng, vật liệu, năng lượng", &["cong-nghiep-xay-dung", "vat-lieu-nang-luong"], 5),
    ("Tiểu ban Nông nghiệp, tài nguyên và môi trường", &["nong-lam-ngu-moi-truong"], 9),
    ("Tiểu ban Y dược", &["y-duoc"], 13),
    ("Tiểu ban Quản lý nhà nước, giáo dục đào tạo", &["quan-ly-giao-duc"], 17),
];

/// The days of the preliminary round on which the jury marks, and those of the final.
const PRELIMINARY_DAYS: [Date; 10] = [
    date(2021, 7, 23),
    date(2021, 7, 26),
    date(2021, 7, 28),
    date(2021, 7, 30),
    date(2021, 8, 2),
    date(2021, 8, 4),
    date(2021, 8, 6),
    date(2021, 8, 9),
    date(2021, 8, 11),
    date(2021, 8, 12),
];
const FINAL_DAYS: [Date; 4] = [date(2021, 8, 24), date(2021, 8, 30), date(2021, 9, 6), date(2021, 9, 8)];

/// How many go into the final, and what they are worth there; nine of ten encouragement prizes
/// find an entry, so one place stays empty. The fourth and the fifth share the last second prize
/// until the jury puts them in order.
const FINALISTS: [i64; 24] = [
    9150, 8750, 8500, 8200, 8200, 7800, 7600, 7450, 7250, 7100, 6900, 6800, 6700, 6600, 6500, 6400, 6300, 6200, 6100,
    5850, 5700, 5550, 5400, 5200,
];

/// Their places in that list.
const TIED: std::ops::Range<usize> = 3..5;

pub(super) fn plan(agenda: &mut Agenda, progress: fn(&str)) {
    agenda.at(date(2021, 7, 19).at(15, 0, 0, 0), "the jury", move |story| {
        Box::pin(async move {
            progress("Lập Hội đồng giám khảo, phân công, chấm thi");
            jury(story).await
        })
    });
    agenda.at(date(2021, 7, 21).at(9, 0, 0, 0), "the preliminary round", |story| Box::pin(preliminary(story)));
    agenda.at(date(2021, 7, 22).at(8, 15, 0, 0), "a judge withdraws", |story| Box::pin(withdraw(story)));
    for (place, day) in PRELIMINARY_DAYS.into_iter().enumerate() {
        let part = place + 1;
        agenda.at(day.at(14, 0, 0, 0), "marking", move |story| {
            Box::pin(mark_preliminary(story, part, PRELIMINARY_DAYS.len()))
        });
    }
    agenda.at(date(2021, 8, 2).at(16, 30, 0, 0), "a sheet is left begun", |story| Box::pin(leave_begun(story)));
    seal_and_open(agenda, date(2021, 8, 13), date(2021, 8, 16));
    agenda.at(date(2021, 8, 17).at(9, 0, 0, 0), "the final", |story| Box::pin(last_round(story)));
    for (place, day) in FINAL_DAYS.into_iter().enumerate() {
        let part = place + 1;
        agenda.at(day.at(14, 0, 0, 0), "marking", move |story| Box::pin(mark_final(story, part, FINAL_DAYS.len())));
    }
    seal_and_open(agenda, date(2021, 9, 9), date(2021, 9, 10));
}

fn seal_and_open(agenda: &mut Agenda, sealed: Date, opened: Date) {
    agenda.at(sealed.at(16, 0, 0, 0), "sealing", |story| Box::pin(seal(story, PROVINCE, "thukyhoidong")));
    agenda.at(opened.at(9, 0, 0, 0), "opening, first", |story| Box::pin(open(story, PROVINCE, "chutich")));
    agenda.at(opened.at(9, 6, 0, 0), "opening, second", |story| Box::pin(open(story, PROVINCE, "thukyhoidong")));
}

pub(super) fn judges() -> Vec<String> {
    (1..=JUDGES).map(|number| format!("giamkhao{number}")).collect()
}

async fn jury(story: &mut Story) -> Result<(), Halt> {
    let mut panels = Vec::with_capacity(PANELS.len());
    for (name, categories, first) in PANELS {
        let judges = (first..first + 4).map(|number| story.account(&format!("giamkhao{number}")));
        panels.push(NewPanel {
            name: name.to_owned(),
            categories: categories.iter().map(|code| (*code).to_owned()).collect(),
            judges: judges.collect::<Result<_, _>>()?,
        });
    }
    set_up_jury(story, PROVINCE, "lanhdao", ("18/QĐ-BTC", date(2021, 7, 19)), panels).await
}

pub(super) async fn set_up_jury(
    story: &Story,
    edition: &str,
    leader: &str,
    (decision, decided_on): (&str, Date),
    panels: Vec<NewPanel>,
) -> Result<(), Halt> {
    let edition = story.edition_id(edition)?;
    let command = SetUpJury { edition, decision: decision.to_owned(), decided_on, panels, seen: 0, paper: None };
    story.act(leader, move |act| Box::pin(hoithi_judging::set_up_jury(act, command.clone()))).await
}

async fn preliminary(story: &mut Story) -> Result<(), Halt> {
    give_out(story, (PROVINCE, "so-khao"), None, "thuky").await?;
    start(story, PROVINCE, "chutich", false).await
}

/// Gives a round's entries to its judges.
pub(super) async fn give_out(
    story: &Story,
    (edition, round): (&str, &str),
    only: Option<BTreeSet<EntryId>>,
    login: &str,
) -> Result<(), Halt> {
    let command = Assign { edition: story.edition_id(edition)?, round: round.to_owned(), only };
    story.act(login, move |act| Box::pin(hoithi_judging::assign(act, command.clone()))).await?;
    Ok(())
}

async fn round(story: &Story, edition: &str) -> Result<RoundId, Halt> {
    let card = hoithi_judging::current_round(&mut story.read().await?, story.edition_id(edition)?).await?;
    card.map(|card| card.id).ok_or_else(|| missing("round of", edition))
}

/// Starts the round: waiting for the intake as a contest does, or beside it.
pub(super) async fn start(
    story: &Story,
    edition: &str,
    login: &str,
    though_intake_unfinished: bool,
) -> Result<(), Halt> {
    let command = StartRound { round: round(story, edition).await?, though_intake_unfinished };
    story.act(login, move |act| Box::pin(hoithi_judging::start_round(act, command))).await
}

pub(super) async fn seal(story: &Story, edition: &str, login: &str) -> Result<(), Halt> {
    let round = round(story, edition).await?;
    story.act(login, move |act| Box::pin(hoithi_judging::seal_round(act, round))).await
}

pub(super) async fn open(story: &Story, edition: &str, login: &str) -> Result<(), Halt> {
    let command = ConfirmOpening { round: round(story, edition).await? };
    story.act(login, move |act| Box::pin(hoithi_judging::confirm_opening(act, command))).await?;
    Ok(())
}

/// A judge recognises an entry and withdraws from it; the secretary finds another.
async fn withdraw(story: &mut Story) -> Result<(), Halt> {
    let judge = "giamkhao7";
    let lines = hoithi_judging::own_list(&mut story.read().await?, story.account(judge)?).await?;
    let open = lines.iter().filter(|line| line.state == AssignmentState::Open);
    let Some(line) = open.min_by(|a, b| a.title.cmp(&b.title)) else { return Ok(()) };
    let notice = (
        "Cần thay giám khảo cho một hồ sơ".to_owned(),
        "Một giám khảo đã xin rút khỏi một hồ sơ vì có xung đột lợi ích. Đề nghị phân công bổ sung.".to_owned(),
    );
    let command = Recuse { sheet: line.id, kind: ConflictKind::Recognised, notice: Some(notice) };
    story.act(judge, move |act| Box::pin(hoithi_judging::recuse(act, command.clone()))).await?;
    give_out(story, (PROVINCE, "so-khao"), None, "thuky").await
}

/// By merit, each worth less than the one before by at least one step, so that nobody ties.
fn preliminary_worth(invented: &Invented) -> BTreeMap<String, i64> {
    let worth = |merit: usize| (9050 - 75 * i64::try_from(merit).unwrap_or(0)) / 50 * 50;
    let entries = invented.entries.iter().map(|solution| (solution.title.to_owned(), worth(solution.merit)));
    let promoted = invented.local.first().map(|solution| (solution.title.to_owned(), worth(PROMOTED_MERIT)));
    entries.chain(promoted).collect()
}

/// Where the entry from the college's contest stands among all.
pub(super) const PROMOTED_MERIT: usize = 7;

async fn mark_preliminary(story: &mut Story, part: usize, of: usize) -> Result<(), Halt> {
    let worth = preliminary_worth(&story.invented);
    let judges = judges();
    Marking { edition: PROVINCE, judges: &judges, worth: &worth, alike: &[] }.go_on(story, part, of).await
}

async fn leave_begun(story: &mut Story) -> Result<(), Halt> {
    let worth = preliminary_worth(&story.invented);
    let judges = judges();
    let marking = Marking { edition: PROVINCE, judges: &judges, worth: &worth, alike: &[] };
    for judge in ["giamkhao1", "giamkhao6", "giamkhao11"] {
        marking.leave_begun(story, judge).await?;
    }
    Ok(())
}

/// The best of the preliminary round.
async fn last_round(story: &mut Story) -> Result<(), Halt> {
    let best = best_of_first(story).await?.into_iter().map(|(entry, _)| entry).collect();
    give_out(story, (PROVINCE, "chung-khao"), Some(best), "thuky").await?;
    start(story, PROVINCE, "chutich", false).await
}

async fn best_of_first(story: &Story) -> Result<Vec<(EntryId, String)>, Halt> {
    let mut db = story.read().await?;
    let rounds = hoithi_judging::rounds(&mut db, story.edition_id(PROVINCE)?).await?;
    let first = rounds.first().ok_or_else(|| missing("round", "so-khao"))?.id;
    let results = hoithi_judging::results_of(&mut db, first).await?.ok_or_else(|| missing("results", "so-khao"))?;
    let mut by_worth: Vec<_> = results.entries.iter().collect();
    let worth = preliminary_worth(&story.invented);
    by_worth.sort_by_key(|each| std::cmp::Reverse(worth.get(&each.title).copied().unwrap_or_default()));
    by_worth.truncate(FINALISTS.len());
    Ok(by_worth.into_iter().map(|each| (each.entry, each.title.clone())).collect())
}

/// The finalists from the best on. In the final neighbours change places here and there.
async fn finalists(story: &Story) -> Result<Vec<String>, Halt> {
    let mut titles: Vec<String> = best_of_first(story).await?.into_iter().map(|(_, title)| title).collect();
    let mut chance = Chance::of(story.seed, "chung khảo");
    for pair in titles.chunks_mut(2) {
        if chance.below(3) == 0 {
            pair.reverse();
        }
    }
    Ok(titles)
}

async fn mark_final(story: &mut Story, part: usize, of: usize) -> Result<(), Halt> {
    let finalists = finalists(story).await?;
    let alike = &finalists[TIED];
    let worth = finalists.iter().cloned().zip(FINALISTS).collect();
    let judges = judges();
    Marking { edition: PROVINCE, judges: &judges, worth: &worth, alike }.go_on(story, part, of).await
}
