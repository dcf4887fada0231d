//! Reports as official documents: a unit's own, for signature and stamp, and the consolidated one.
//! Their words are the office's, so they are Vietnamese whatever the interface.

mod annexes;
mod summed;

use hoithi_correspondence::{Letterhead, letterhead_on};
use hoithi_documents::forms::{Annex, Block, Head, Report, Signature};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_rules::correspondence::{DocumentKind, Signatory};
use hoithi_rules::reporting::{Figure, Given, ReportForm, Section};
use hoithi_units::Unit;
use hoithi_web::{House, number};
use jiff::civil::Date;

pub(crate) use summed::{doubled_words, print_summary, request_words, word_summary};

/// A report as its head, its words and its place want it.
struct Sheet {
    /// Head and signature, by whoever issues it.
    under: Under,
    subject: String,
    addressees: Vec<String>,
    blocks: Vec<Block>,
    annexes: Vec<Annex>,
}

/// Under whose name a report goes out.
struct Under {
    parent: Option<String>,
    issuer: String,
    symbol: String,
    place: String,
    signature: Signature,
}

impl Under {
    /// What was set for the body; where nothing was, what is known of it otherwise.
    fn of(letterhead: Option<&Letterhead>, otherwise: Self) -> Self {
        let Some(set) = letterhead else { return otherwise };
        Self {
            parent: Some(set.parent_body.clone()).filter(|parent| !parent.is_empty()),
            issuer: set.name.clone(),
            symbol: set.symbol_of(&DocumentKind::Report),
            place: set.place.clone(),
            signature: set.signatories.first().map_or(otherwise.signature, signed_by),
        }
    }
}

impl Sheet {
    /// The whole document; number and day are left to be filled in.
    fn report(self, house: &House) -> Report {
        let under = self.under;
        Report {
            watermark: house.site.watermark(),
            head: Head {
                parent: under.parent,
                issuer: under.issuer.clone(),
                number: None,
                symbol: under.symbol,
                place: under.place,
                date: None,
                urgency: None,
            },
            kind: "BÁO CÁO".to_owned(),
            subject: self.subject,
            addressees: self.addressees,
            bases: Vec::new(),
            blocks: self.blocks,
            signature: under.signature,
            recipients: vec!["Như trên".to_owned(), "Lưu: VT".to_owned()],
            annexes: self.annexes,
            issuer_in_text: under.issuer,
        }
    }
}

/// Who was set to sign for the body, with the lines above the name.
fn signed_by(signatory: &Signatory) -> Signature {
    Signature { capacity: signatory.lines(), name: Some(signatory.name.to_string()), mark: None }
}

/// Where nobody was set, the name is left to be filled in below the head's title.
fn unsigned(head: &str) -> Signature {
    Signature { capacity: vec![head.to_owned()], name: None, mark: None }
}

/// Prints a unit's report under its letterhead of that day, to be signed and stamped by whoever signed then.
pub async fn print_report(
    house: &House,
    edition: &Edition,
    unit: &Unit,
    form: &ReportForm,
    (given, day): (&Given, Date),
) -> Result<Vec<u8>, Halt> {
    let letterhead = letterhead_on(&mut house.read().await?, &unit.name, day).await?;
    let known = Under {
        parent: None,
        issuer: unit.name.clone(),
        symbol: "BC".to_owned(),
        place: edition.book.rules().agency.place.clone(),
        signature: unsigned("THỦ TRƯỞNG ĐƠN VỊ"),
    };
    let sheet = Sheet {
        under: Under::of(letterhead.as_ref(), known),
        subject: format!("Kết quả triển khai {}", edition.title()),
        addressees: vec![edition.book.rules().agency.name.clone()],
        blocks: own_body(form, given),
        annexes: Vec::new(),
    };
    house.printer.print_form(&sheet.report(house)).await.map_err(Halt::fault)
}

fn own_body(form: &ReportForm, given: &Given) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut titles = 0;
    let mut title = |text: &str| {
        titles += 1;
        Block::heading(format!("{}. {}", roman(titles), text.to_uppercase()))
    };
    for section in &form.sections {
        let items = section_items(section, given);
        if !items.is_empty() {
            blocks.push(title(&section.title));
            blocks.extend(items);
        }
    }
    for heading in &form.headings {
        if let Some(words) = given.texts.get(&heading.code) {
            blocks.push(title(&heading.label));
            blocks.extend(words.lines().filter(|line| !line.is_empty()).map(Block::paragraph));
        }
    }
    blocks
}

fn section_items(section: &Section, given: &Given) -> Vec<Block> {
    let yes = |asked: &hoithi_rules::reporting::Question| {
        let word = match given.figures.get(&asked.code) {
            Some(1) => "Có.",
            Some(_) => "Không.",
            None => "–",
        };
        Block::item(format!("{} {word}", asked.label))
    };
    let figure = |figure: &Figure| {
        let value = given.figures.get(&figure.code)?;
        let unit = if figure.unit.is_empty() { String::new() } else { format!(" {}", figure.unit) };
        Some(Block::item(format!("{}: {}{unit};", figure.label, many(*value))))
    };
    section.question.iter().map(yes).chain(section.figures.iter().filter_map(figure)).collect()
}

fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 5] = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let (mut left, mut written) = (number, String::new());
    for (value, sign) in SIGNS {
        while left >= value {
            written.push_str(sign);
            left -= value;
        }
    }
    written
}

fn many(value: u64) -> String {
    number(i64::try_from(value).unwrap_or(i64::MAX))
}
