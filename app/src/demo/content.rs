//! What is invented: solutions, their authors, their texts. Titles stand in `data/`, texts are put
//! together from what each field would say.

use hoithi_documents::forms::{Block, Paper};
use hoithi_rules::people::PersonName;
use hoithi_web::WATERMARK;
use jiff::civil::{Date, DateTime, date};
use jiff::{Span, ToSpan};

use super::chance::Chance;
use super::judging::PROMOTED_MERIT;
use super::names::Names;
use super::words::{FieldWords, words_of};

const PROVINCE_ENTRIES: &str = include_str!("data/entries.txt");
const COLLEGE_ENTRIES: &str = include_str!("data/local.txt");

/// How a dossier reached the agency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::enum_variant_names, reason = "by hand and by post are the office's words")]
pub(super) enum Way {
    /// Its author wrote and sent it.
    ByAuthor,
    /// The unit's contact did so for the authors.
    ByUnit,
    /// Carried to the agency; the secretary typed it in.
    ByHand,
    /// By post; the secretary typed it in.
    ByPost,
}

/// A solution that nobody made.
#[derive(Clone, Debug)]
pub(super) struct Solution {
    pub(super) category: &'static str,
    pub(super) unit: &'static str,
    pub(super) way: Way,
    pub(super) title: &'static str,
    pub(super) authors: Vec<PersonName>,
    pub(super) summary: String,
    pub(super) sections: Vec<(&'static str, String)>,
    pub(super) created_on: Date,
    /// When it is begun and when it is submitted.
    pub(super) begun: DateTime,
    pub(super) submitted: DateTime,
    /// Where it stands among all, 0 the best; what the judges' marks come from.
    pub(super) merit: usize,
}

/// Everything invented.
#[derive(Debug)]
pub(super) struct Invented {
    pub(super) entries: Vec<Solution>,
    pub(super) local: Vec<Solution>,
}

/// Whose forms come without the unit's confirmation first, by their places in the list.
pub(super) const UNCONFIRMED: [usize; 2] = [7, 34];

/// The postmark of what arrives by post after the closing.
pub(super) const POSTMARK: Date = date(2021, 6, 29);

impl Invented {
    pub(super) fn of(seed: u64, names: &mut Names) -> Self {
        let mut entries = read(seed, names, PROVINCE_ENTRIES);
        let mut local = read(seed, names, COLLEGE_ENTRIES);
        schedule(seed, &mut entries);
        schedule_local(&mut local);
        give_merit(seed, &mut entries);
        for (place, solution) in local.iter_mut().enumerate() {
            solution.merit = place;
        }
        Self { entries, local }
    }
}

fn read(seed: u64, names: &mut Names, list: &'static str) -> Vec<Solution> {
    let lines = list.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.filter_map(|line| solution(seed, names, line)).collect()
}

fn solution(seed: u64, names: &mut Names, line: &'static str) -> Option<Solution> {
    let mut cells = line.split(" | ").map(str::trim);
    let (category, unit, way, authors, title) =
        (cells.next()?, cells.next()?, cells.next()?, cells.next()?.parse().ok()?, cells.next()?);
    let mut chance = Chance::of(seed, title);
    let words = words_of(category);
    let years = i16::try_from(chance.below(5)).unwrap_or(0);
    let month = i8::try_from(1 + chance.below(9)).unwrap_or(1);
    let created_on = date(2016 + years.min(3), month, 5 + i8::try_from(chance.below(20)).unwrap_or(0));
    Some(Solution {
        category,
        unit,
        way: way_of(way),
        title,
        authors: std::iter::repeat_with(|| names.fresh()).take(authors).collect(),
        summary: summary(title, words, &mut chance),
        sections: sections(title, words, created_on, &mut chance),
        created_on,
        begun: DateTime::ZERO,
        submitted: DateTime::ZERO,
        merit: 0,
    })
}

fn way_of(letter: &str) -> Way {
    match letter {
        "d" => Way::ByUnit,
        "t" => Way::ByHand,
        "b" => Way::ByPost,
        _ => Way::ByAuthor,
    }
}

fn summary(title: &str, words: &FieldWords, chance: &mut Chance) -> String {
    let percent = 12 + chance.below(40);
    let months = 6 + chance.below(20);
    let places = 2 + chance.below(7);
    [
        format!("Giải pháp “{}” xuất phát từ việc {}.", title, chance.one(words.troubles)),
        format!("Điểm mới: {}.", chance.one(words.news)),
        format!("Giải pháp đã được dùng thử {months} tháng tại {places} nơi trong tỉnh; {}.", chance.one(words.uses)),
        format!(
            "So với cách làm trước đây, {} giảm khoảng {percent}%; {}.",
            chance.one(words.costs),
            chance.one(words.goods)
        ),
    ]
    .join("\n")
}

fn sections(title: &str, words: &FieldWords, created_on: Date, chance: &mut Chance) -> Vec<(&'static str, String)> {
    let percent = 10 + chance.below(45);
    let trials = 20 + chance.below(180);
    let parts = 3 + chance.below(4);
    vec![
        (
            "1. Tình trạng kỹ thuật đã biết",
            format!(
                "Trước khi có giải pháp, {}. Các cách làm đã biết có chung hạn chế: {}.",
                chance.one(words.troubles),
                chance.one(words.limits)
            ),
        ),
        (
            "2. Nội dung của giải pháp",
            format!(
                "Giải pháp “{}” gồm {parts} phần chính, có thể làm và thay từng phần. {}. Bản vẽ, sơ đồ và số đo nằm ở phần toàn văn.",
                title,
                hoithi_web::upper_first(chance.one::<&str>(words.methods))
            ),
        ),
        (
            "3. Tính mới, tính sáng tạo",
            format!(
                "{}. Qua tra cứu, chưa thấy giải pháp nào trong nước kết hợp các yếu tố này.",
                hoithi_web::upper_first(chance.one::<&str>(words.news))
            ),
        ),
        (
            "4. Khả năng áp dụng",
            format!(
                "Giải pháp được áp dụng từ tháng {}/{}; {}. Vật tư mua được trong nước, người dùng học trong một buổi.",
                created_on.month(),
                created_on.year(),
                chance.one(words.uses)
            ),
        ),
        (
            "5. Hiệu quả kinh tế, kỹ thuật, xã hội",
            format!(
                "Theo dõi {trials} lần dùng, {} giảm khoảng {percent}%; {}. Số liệu trong bản này được đặt ra để minh họa.",
                chance.one(words.costs),
                chance.one(words.goods)
            ),
        ),
    ]
}

impl Solution {
    /// The description that judges read: no name of an author or a unit stands in it.
    pub(super) fn description(&self, category_name: &str) -> Paper {
        let blocks =
            self.sections.iter().flat_map(|(heading, text)| [Block::heading(*heading), Block::paragraph(text)]);
        Paper {
            watermark: Some(WATERMARK.to_owned()),
            kind: "BẢN MÔ TẢ GIẢI PHÁP DỰ THI".to_owned(),
            title: self.title.to_owned(),
            facts: vec![("Lĩnh vực".to_owned(), category_name.to_owned())],
            blocks: blocks.collect(),
            // Not the day of entry: judges are not to learn the order.
            date: Some(self.created_on),
        }
    }

    /// The registration form with its confirmation, which judges do not read.
    pub(super) fn registration(&self, category_name: &str, unit_name: &str, confirmed: bool) -> Paper {
        let authors: Vec<_> = self.authors.iter().map(PersonName::as_str).collect();
        let confirmation = if confirmed {
            format!("Xác nhận của {unit_name}: giải pháp đã được áp dụng tại đơn vị. (Đã ký, đóng dấu)")
        } else {
            format!("Xác nhận của {unit_name}: …………………………")
        };
        let facts = [("Lĩnh vực", category_name), ("Tác giả", &authors.join(", ")), ("Đơn vị", unit_name)];
        Paper {
            watermark: Some(WATERMARK.to_owned()),
            kind: "PHIẾU ĐĂNG KÝ DỰ THI".to_owned(),
            title: self.title.to_owned(),
            facts: facts.map(|(label, value)| (label.to_owned(), value.to_owned())).to_vec(),
            blocks: vec![
                Block::paragraph(
                    "Các tác giả cam đoan giải pháp do mình tạo ra, thông tin trong hồ sơ là đúng, và đồng ý với tỷ lệ \
                     đóng góp đã ghi. (Đã ký)",
                ),
                Block::paragraph(confirmation),
            ],
            date: Some(self.submitted.date()),
        }
    }
}

const OPENED: Date = date(2020, 10, 5);
const DAYS: usize = 268;
/// Of `data/entries.txt`.
const FIRST: usize = 0;

/// More come the nearer the last day is; what comes by post arrives after it.
fn schedule(seed: u64, entries: &mut [Solution]) {
    let mut chance = Chance::of(seed, "ngày nộp");
    let count = entries.len();
    let mut order: Vec<usize> = (0..count).collect();
    chance.shuffle(&mut order);
    for (rank, place) in order.into_iter().enumerate() {
        // The square root puts the later half into the last quarter.
        let day = (rank * DAYS * DAYS / count).isqrt();
        let submitted = OPENED.checked_add(days(day)).unwrap_or(OPENED);
        let (hour, minute) = (8 + chance.below(9), chance.below(60));
        let solution = &mut entries[place];
        let submitted = if solution.way == Way::ByPost { date(2021, 7, 2) } else { submitted };
        solution.submitted = at(submitted, hour, minute);
        // The first author of the accounts' table has a draft to finish when dossiers come in.
        let submitted = if place == FIRST { date(2021, 3, 22) } else { submitted };
        let before = if matches!(solution.way, Way::ByAuthor | Way::ByUnit) { 8 + chance.below(20) } else { 0 };
        let begun = submitted.checked_sub(days(before)).unwrap_or(submitted).max(OPENED);
        solution.begun = at(begun, hour.saturating_sub(1), minute);
        solution.submitted = at(submitted, hour, minute);
    }
}

fn schedule_local(local: &mut [Solution]) {
    for (place, solution) in local.iter_mut().enumerate() {
        let submitted = date(2020, 11, 9).checked_add(days(place * 17)).unwrap_or(OPENED);
        solution.submitted = at(submitted, 14, 5 * place);
        solution.begun = at(submitted.checked_sub(days(6)).unwrap_or(submitted), 9, 5 * place);
    }
}

fn days(count: usize) -> Span {
    i64::try_from(count).unwrap_or(0).days()
}

fn at(day: Date, hour: usize, minute: usize) -> DateTime {
    let small = |number: usize| i8::try_from(number).unwrap_or(0);
    day.at(small(hour.min(16)), small(minute.min(59)), 0, 0)
}

fn give_merit(seed: u64, entries: &mut [Solution]) {
    let mut ranks: Vec<usize> = (0..=entries.len()).filter(|rank| *rank != PROMOTED_MERIT).collect();
    Chance::of(seed, "chất lượng").shuffle(&mut ranks);
    for (solution, rank) in entries.iter_mut().zip(ranks) {
        solution.merit = rank;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    fn invented() -> Invented {
        Invented::of(8, &mut Names::of(8))
    }

    #[test]
    fn with_the_one_sent_up_there_are_sixty_three_in_five_fields_as_reported() {
        let all = invented();
        let mut of: BTreeMap<&str, usize> = BTreeMap::new();
        let mut fields: BTreeSet<&str> = BTreeSet::new();
        for solution in &all.entries {
            *of.entry(solution.unit).or_default() += 1;
            fields.insert(solution.category);
        }
        assert_eq!((all.entries.len() + 1, fields.len(), of["cdcnxd"], of["dhhl"]), (63, 5, 7, 5));
    }

    #[test]
    fn titles_fit_and_differ_and_texts_fit_the_book() {
        let all = invented();
        let solutions: Vec<_> = all.entries.iter().chain(&all.local).collect();
        let titles: BTreeSet<_> = solutions.iter().map(|solution| solution.title).collect();
        assert_eq!(titles.len(), solutions.len());
        assert!(solutions.iter().all(|solution| solution.title.parse::<hoithi_rules::entries::Title>().is_ok()));
        assert!(solutions.iter().any(|solution| solution.title.chars().count() > 290));
        assert!(solutions.iter().all(|solution| (200..3000).contains(&solution.summary.chars().count())));
    }

    #[test]
    fn all_come_in_time() {
        let last = date(2021, 6, 30).at(17, 0, 0, 0);
        for solution in invented().entries {
            assert!(solution.begun <= solution.submitted, "{}", solution.title);
            assert!(solution.submitted <= last || solution.way == Way::ByPost, "{}", solution.title);
        }
    }

    #[test]
    fn what_judges_read_names_nobody() {
        for solution in invented().entries {
            let paper = solution.description("Y dược");
            let text = serde_json::to_string(&paper).unwrap();
            assert!(solution.authors.iter().all(|author| !text.contains(author.as_str())));
            assert!(!solution.authors.iter().any(|author| solution.summary.contains(author.as_str())));
        }
    }
}
