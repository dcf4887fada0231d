//! A unit's own report, to be signed and stamped: under the name of the body that reports, in sentences.

use hoithi_correspondence::{Document, Letterhead, cited, document, letterhead_on};
use hoithi_documents::forms::{Block, Head, Signature};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::reporting::{Figure, Given, Question, ReportForm, Section};
use hoithi_store::{Conn, StoreError};
use hoithi_units::Unit;
use hoithi_web::{House, upper_first};
use jiff::civil::Date;
use uuid::Uuid;

use super::{COMMITTEE, Sheet, Under, many, roman, unsigned};

/// Prints a unit's report under its letterhead of that day, to be signed and stamped by whoever signed then. It
/// opens with the letter that asked for it.
pub async fn print_report(
    house: &House,
    edition: &Edition,
    unit: &Unit,
    form: &ReportForm,
    (given, day): (&Given, Date),
    occasion: Option<Uuid>,
) -> Result<Vec<u8>, Halt> {
    let mut db = house.read().await?;
    let under = under(&mut db, edition, unit, day).await?;
    let letter = match occasion {
        Some(occasion) => {
            document(&mut db, DocumentId::new(occasion)).await?.filter(|letter| letter.signed().is_some())
        }
        None => None,
    };
    drop(db);
    let told = format!("{} báo cáo kết quả triển khai {} như sau:", under.issuer, edition.title());
    let by = |letter: Document| format!("Thực hiện {}, {told}", cited(&letter.card()));
    let opening = letter.map_or_else(|| told.clone(), by);
    let sheet = Sheet {
        under,
        subject: format!("Kết quả triển khai {}", edition.title()),
        addressees: vec![edition.book.rules().agency.name.clone()],
        blocks: std::iter::once(Block::paragraph(opening)).chain(own_body(form, given)).collect(),
        annexes: Vec::new(),
    };
    house.printer.print_form(&sheet.report(house)).await.map_err(Halt::fault)
}

/// Head and signature of a unit's own paper of that day, its number and day left to be filled in, and the name by
/// which its text calls it. The symbol is a report's.
pub async fn unit_head(
    db: &mut Conn,
    edition: &Edition,
    unit: &Unit,
    day: Date,
) -> Result<(Head, Signature, String), StoreError> {
    let under = under(db, edition, unit, day).await?;
    Ok((under.head(), under.signature, under.issuer))
}

async fn under(db: &mut Conn, edition: &Edition, unit: &Unit, day: Date) -> Result<Under, StoreError> {
    let letterhead = letterhead_of(db, unit, day).await?;
    let known = otherwise(db, edition, unit).await?;
    Ok(Under::of(letterhead.as_ref(), known))
}

/// What was set for the body, by the name of the body or of the unit.
async fn letterhead_of(db: &mut Conn, unit: &Unit, day: Date) -> Result<Option<Letterhead>, StoreError> {
    match letterhead_on(db, &unit.body(), day).await? {
        Some(set) => Ok(Some(set)),
        None => letterhead_on(db, &unit.name, day).await,
    }
}

/// What the register of units knows. A people's committee has no body above it on its sheet, a department has
/// its province's; the abbreviation of any other unit is left to be filled in.
async fn otherwise(db: &mut Conn, edition: &Edition, unit: &Unit) -> Result<Under, StoreError> {
    let place = unit.place().unwrap_or(&edition.book.rules().agency.place).to_owned();
    if unit.level.is_administrative() {
        let signature = unsigned(&["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]);
        return Ok(Under { parent: None, issuer: unit.body(), symbol: "BC-UBND".to_owned(), place, signature });
    }
    let above = match unit.parent {
        Some(parent) => hoithi_units::unit(db, parent).await?,
        None => None,
    };
    Ok(Under {
        parent: above.map(|above| above.body().replacen(COMMITTEE, "UBND", 1)),
        issuer: unit.body(),
        symbol: "BC-……".to_owned(),
        place,
        signature: unsigned(&["THỦ TRƯỞNG ĐƠN VỊ"]),
    })
}

fn own_body(form: &ReportForm, given: &Given) -> Vec<Block> {
    let mut parts: Vec<(&str, Vec<Block>)> = Vec::new();
    for section in &form.sections {
        parts.push((section.title.as_str(), section_blocks(section, given)));
    }
    for heading in &form.headings {
        let words = given.texts.get(&heading.code).map(String::as_str).unwrap_or_default();
        let lines = words.lines().filter(|line| !line.is_empty());
        parts.push((heading.label.as_str(), lines.map(Block::paragraph).collect()));
    }
    parts.retain(|(_, blocks)| !blocks.is_empty());
    let mut blocks = Vec::new();
    for (number, (title, said)) in (1..).zip(parts) {
        blocks.push(Block::heading(format!("{}. {}", roman(number), title.to_uppercase())));
        blocks.extend(said);
    }
    if let Some(Block::Paragraph { text, .. } | Block::Item { text }) = blocks.last_mut() {
        *text = format!("{}./.", text.trim_end_matches(['.', '/', ';', ' ']));
    }
    blocks
}

/// The answer to the section's question and its figures, the last of them with a full stop.
fn section_blocks(section: &Section, given: &Given) -> Vec<Block> {
    let answer = section.question.iter().filter_map(|asked| Some(answered(asked, *given.figures.get(&asked.code)?)));
    let figure = |figure: &Figure| {
        let value = many(*given.figures.get(&figure.code)?);
        let unit = if figure.unit.is_empty() { String::new() } else { format!(" {}", figure.unit) };
        Some(format!("{}: {value}{unit}", figure.label))
    };
    let figures: Vec<String> = section.figures.iter().filter_map(figure).collect();
    let last = figures.len();
    let ended =
        |(place, words): (usize, String)| Block::item(format!("{words}{}", if place == last { "." } else { ";" }));
    answer.map(Block::paragraph).chain((1..).zip(figures).map(ended)).collect()
}

/// A question with its answer as a sentence: of "Đơn vị có tổ chức … không?" and a no, "Đơn vị không tổ chức …".
/// Of a question in other words, what was asked with the answer behind it.
fn answered(asked: &Question, answer: u64) -> String {
    let label = asked.label.trim_end_matches(['?', ' ', '.']);
    let said = label.strip_suffix(" không").and_then(|said| {
        let padded = format!(" {said}");
        let (who, what) = padded.split_once(" có ").or_else(|| padded.split_once(" Có "))?;
        let word = if answer == 1 { "có" } else { "không" };
        Some(format!("{who} {word} {what}."))
    });
    match said {
        Some(said) => upper_first(said.trim_start()),
        None => format!("{label}: {}.", if answer == 1 { "có" } else { "không" }),
    }
}
