//! How the invented juries mark: what an entry is worth follows from its merit, each judge is a
//! little above or below it, and together they come out next to it.

use std::collections::BTreeMap;

use hoithi_journal::Halt;
use hoithi_judging::{AssignmentState, LockSheet, OwnLine, SaveSheet, Written};
use hoithi_rules::judging::{CriterionCode, Points, Rubric};

use super::chance::Chance;
use super::story::{Story, missing};

/// A jury at work on one round.
pub(super) struct Marking<'a> {
    /// The edition's short name.
    pub(super) edition: &'static str,
    /// Who marks.
    pub(super) judges: &'a [String],
    /// What an entry is worth, in hundredths, by its title.
    pub(super) worth: &'a BTreeMap<String, i64>,
    /// Titles to which every judge gives the same marks, so that they share a place.
    pub(super) alike: &'a [String],
}

/// One sheet to be marked.
struct Sheet {
    judge: String,
    line: OwnLine,
    /// The judge's place among those of the entry.
    place: usize,
}

impl Marking<'_> {
    /// Lets every judge lock as many sheets as `part` of `of` of theirs; the slower ones fewer.
    pub(super) async fn go_on(&self, story: &Story, part: usize, of: usize) -> Result<(), Halt> {
        let edition = story.edition(self.edition).await?;
        let rubric = &edition.book.marking().ok_or_else(|| missing("marking part of", self.edition))?.marking.rubric;
        let mut sheets = self.sheets(story).await?;
        sheets.sort_by(|a, b| (&a.judge, &a.line.title).cmp(&(&b.judge, &b.line.title)));
        for judge in self.judges {
            let own: Vec<&Sheet> = sheets.iter().filter(|sheet| sheet.judge == *judge).collect();
            let goal = own.len() * part / of;
            let locked = own.iter().filter(|sheet| sheet.line.state == AssignmentState::Locked).count();
            let open = own.iter().filter(|sheet| sheet.line.state != AssignmentState::Locked);
            for sheet in open.take(goal.saturating_sub(locked)) {
                let version = self.save(story, rubric, sheet).await?;
                lock(story, sheet, version).await?;
            }
        }
        Ok(())
    }

    /// One judge has written on a sheet and not locked it yet.
    pub(super) async fn leave_begun(&self, story: &Story, judge: &str) -> Result<(), Halt> {
        let edition = story.edition(self.edition).await?;
        let rubric = &edition.book.marking().ok_or_else(|| missing("marking part of", self.edition))?.marking.rubric;
        let sheets = self.sheets(story).await?;
        let open = sheets.iter().filter(|sheet| sheet.judge == judge && sheet.line.state == AssignmentState::Open);
        match open.min_by(|a, b| a.line.title.cmp(&b.line.title)) {
            Some(sheet) => self.save(story, rubric, sheet).await.map(drop),
            None => Ok(()),
        }
    }

    /// Every standing sheet, with the place of its judge among the entry's judges.
    async fn sheets(&self, story: &Story) -> Result<Vec<Sheet>, Halt> {
        let mut seats: BTreeMap<String, usize> = BTreeMap::new();
        let mut sheets = Vec::new();
        let edition = story.edition_id(self.edition)?;
        let mut db = story.read().await?;
        for judge in self.judges {
            let lines = hoithi_judging::own_list(&mut db, story.account(judge)?).await?;
            let standing = lines.into_iter().filter(|line| line.marking && line.edition == edition);
            for line in standing.filter(|line| line.state != AssignmentState::Recused) {
                let seat = seats.entry(line.title.clone()).or_default();
                sheets.push(Sheet { judge: judge.clone(), line, place: *seat });
                *seat += 1;
            }
        }
        Ok(sheets)
    }

    async fn save(&self, story: &Story, rubric: &Rubric, sheet: &Sheet) -> Result<i64, Halt> {
        let title = &sheet.line.title;
        let worth = *self.worth.get(title).ok_or_else(|| missing("worth of", title))?;
        let key = if self.alike.contains(title) { "đồng hạng" } else { title };
        let mut chance = Chance::of(story.seed, key);
        let total = worth + leaning(&mut chance, rubric, sheet.place);
        let mut chance = Chance::of(story.seed, &format!("{key} {}", sheet.place));
        let (id, seen) = (sheet.line.id, self.version(story, sheet).await?);
        let written = Written {
            marks: split(rubric, total, &mut chance),
            comment: comment(worth, &mut chance),
            ..Written::default()
        };
        let command = SaveSheet { sheet: id, written, seen };
        let saved =
            story.act(&sheet.judge, move |act| Box::pin(hoithi_judging::save_sheet(act, command.clone()))).await?;
        Ok(saved.version)
    }

    async fn version(&self, story: &Story, sheet: &Sheet) -> Result<i64, Halt> {
        if sheet.line.state == AssignmentState::Open {
            return Ok(0);
        }
        let mut db = story.read().await?;
        let own = hoithi_judging::own(&mut db, story.account(&sheet.judge)?, sheet.line.id).await?;
        let own = own.ok_or_else(|| missing("sheet of", &sheet.judge))?;
        Ok(hoithi_judging::own_sheet(&mut db, &own).await?.version)
    }
}

async fn lock(story: &Story, sheet: &Sheet, seen: i64) -> Result<(), Halt> {
    let command = LockSheet { sheet: sheet.line.id, seen };
    story.act(&sheet.judge, move |act| Box::pin(hoithi_judging::lock_sheet(act, command))).await
}

fn step_of(rubric: &Rubric) -> i64 {
    rubric.criteria.iter().map(|criterion| criterion.step.hundredths()).max().unwrap_or(100).max(1)
}

/// How far the judge at this place is from the entry's worth: one above, one below, one at it or a
/// step above, so that three judges together come out within a third of a step.
pub(super) fn leaning(chance: &mut Chance, rubric: &Rubric, place: usize) -> i64 {
    let step = step_of(rubric);
    let steps = i64::try_from(1 + chance.below(4)).unwrap_or(1) * step;
    let generous = i64::try_from(chance.below(2)).unwrap_or(0) * step;
    match place % 3 {
        0 => steps,
        1 => -steps,
        _ => generous,
    }
}

/// Splits a total among the criteria by what each can carry, then moves a little between them.
pub(super) fn split(rubric: &Rubric, total: i64, chance: &mut Chance) -> BTreeMap<CriterionCode, Points> {
    let most = rubric.max().hundredths().max(1);
    let total = total.clamp(0, most);
    let (step, count) = (step_of(rubric), rubric.criteria.len());
    let max = |place: usize| rubric.criteria[place].max.hundredths();
    let mut marks: Vec<i64> = (0..count).map(|place| total * max(place) / most / step * step).collect();
    let mut left = total - marks.iter().sum::<i64>();
    for place in (0..count).cycle().take(count * 100) {
        if left >= step && marks[place] + step <= max(place) {
            marks[place] += step;
            left -= step;
        }
    }
    for _ in 0..4 {
        let (from, to) = (chance.below(count), chance.below(count));
        if from != to && marks[from] >= step && marks[to] + step <= max(to) {
            marks[from] -= step;
            marks[to] += step;
        }
    }
    let mark = |(criterion, points): (&hoithi_rules::judging::Criterion, &i64)| {
        (criterion.code.clone(), Points::from_hundredths(*points))
    };
    rubric.criteria.iter().zip(&marks).map(mark).collect()
}

fn comment(worth: i64, chance: &mut Chance) -> String {
    let words: &[&str] = match worth {
        8000.. => &[
            "Ý tưởng mới, đã chứng minh được bằng số liệu theo dõi; có thể nhân rộng ngay.",
            "Giải pháp trọn vẹn, trình bày rõ, hiệu quả đo được.",
        ],
        6000..8000 => &[
            "Có điểm mới và áp dụng được; cần thêm số liệu đối chứng.",
            "Phù hợp điều kiện của tỉnh; tính mới ở mức khá.",
            "",
        ],
        _ => &["Cải tiến nhỏ, phạm vi áp dụng còn hẹp.", "Phần mô tả chưa nêu rõ điểm khác với cách làm đã biết.", ""],
    };
    (*chance.one(words)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use hoithi_rules::edition::{RuleBook, books};

    fn rubric(book: &str) -> Rubric {
        RuleBook::parse(book).unwrap().marking().unwrap().marking.rubric.clone()
    }

    #[test]
    fn a_sheet_keeps_to_the_rubric_and_adds_up() {
        for (book, step) in [(books::QUANG_NINH_VIII, 50), (books::HOI_THI_CO_SO, 100)] {
            let rubric = rubric(book);
            for total in (4000..=9600).step_by(step) {
                let total = i64::from(total);
                let marks = split(&rubric, total, &mut Chance::of(8, "phiếu"));
                let sum: i64 = marks.values().map(|points| points.hundredths()).sum();
                assert_eq!(sum, total);
                for criterion in &rubric.criteria {
                    let points = marks[&criterion.code].hundredths();
                    assert!(points <= criterion.max.hundredths() && points % criterion.step.hundredths() == 0);
                }
            }
        }
    }

    #[test]
    fn three_judges_together_come_out_close_enough_that_no_order_changes() {
        let rubric = rubric(books::QUANG_NINH_VIII);
        let lean = |title, place| leaning(&mut Chance::of(8, title), &rubric, place);
        for title in ["một", "hai", "ba", "bốn"] {
            assert!((0..=step_of(&rubric)).contains(&(lean(title, 0) + lean(title, 1) + lean(title, 2))));
            assert_ne!(lean(title, 0), lean(title, 1));
        }
    }
}
