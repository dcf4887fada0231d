//! The edition, its rule book, and the chain of documents down to the letter.

use hoithi_correspondence::{
    Annex, Content, Document, KeptFile, Lines, NewDocument, Signature, print_draft, print_signed,
};
use hoithi_edition::{Amend, Launch, SetUp};
use hoithi_journal::Halt;
use hoithi_rules::correspondence::{DocumentKind, DocumentNumber, DocumentState, Signatory, SigningCapacity};
use hoithi_rules::edition::{Amendment, books};
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::PersonName;
use hoithi_web::House;
use jiff::civil::{Date, date};

use super::story::{Agenda, PROVINCE, Story, missing};

/// The organizing committee, as its documents name it.
pub(super) const COMMITTEE: &str = "Ban Tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh";
pub(super) const AGENCY: &str = "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Quảng Ninh";
const LETTER: &str = include_str!("data/letter.txt");
const LETTER_NOTE: &str = include_str!("data/letter-note.txt");

/// The day on which rules and plan were issued and the contest was launched.
const LAUNCHED: Date = date(2020, 7, 27);
/// The day that the letter bears; its month cannot be read on the scan and is assumed.
pub(super) const LETTER_DAY: Date = date(2020, 8, 19);
/// When the marking part came, by a decision of its own.
const MARKING: Date = date(2021, 1, 15);

pub(super) fn plan(agenda: &mut Agenda, progress: fn(&str)) {
    agenda.at(LAUNCHED.at(8, 0, 0, 0), "the edition", move |story| {
        Box::pin(async move {
            progress("Lập kỳ hội thi từ Thể lệ, vào sổ văn bản");
            set_up(story).await
        })
    });
    agenda.at(LAUNCHED.at(9, 0, 0, 0), "the chain of documents", |story| Box::pin(chain(story)));
    agenda.at(LAUNCHED.at(10, 0, 0, 0), "the launch", |story| Box::pin(launch(story)));
    agenda.at(date(2020, 8, 18).at(14, 0, 0, 0), "the letter's draft", |story| Box::pin(draft_letter(story)));
    agenda.at(LETTER_DAY.at(9, 0, 0, 0), "the letter's signature", |story| Box::pin(sign_letter(story)));
    agenda.at(MARKING.at(14, 0, 0, 0), "the marking part", |story| Box::pin(marking(story)));
}

/// The contest was launched before its marking was decided: that part of the book came later.
async fn set_up(story: &mut Story) -> Result<(), Halt> {
    let text = without_marking(&whole_book());
    let new = SetUp { text, parent: None, unit: None };
    let edition = story.act("chuyenvien", move |act| Box::pin(hoithi_edition::set_up(act, new.clone()))).await?;
    story.editions.insert(PROVINCE, edition);
    Ok(())
}

/// The shipped book with an invented way to reach the agency.
fn whole_book() -> String {
    let agency = "symbol = \"LHH-KHCN\"\n";
    let contact = "contact = \"điện thoại 0203 000 0001, thư điện tử hoithi@vidu.invalid\"\n";
    books::QUANG_NINH_VIII.replacen(agency, &format!("{agency}{contact}"), 1)
}

/// The book without the parts that documents of 2021 brought: marking and money.
fn without_marking(book: &str) -> String {
    let mut kept = true;
    let mut text = String::new();
    for line in book.lines() {
        let head = line.trim_start_matches('[').split([']', '.']).next().unwrap_or_default();
        if line.starts_with('[') {
            kept = !matches!(head, "marking" | "money");
        }
        if kept {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

async fn chain(story: &mut Story) -> Result<(), Halt> {
    let regulation = Received {
        kind: DocumentKind::Decision,
        number: "1594/QĐ-UBND",
        date: date(2020, 5, 18),
        issuer: "Ủy ban nhân dân tỉnh Quảng Ninh",
        subject: "Ban hành Quy chế hoạt động của Ban Tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh",
        bases: &[],
    };
    let rules = Received {
        kind: DocumentKind::Decision,
        number: "85/QĐ-BTC",
        date: LAUNCHED,
        issuer: COMMITTEE,
        subject: "Ban hành Thể lệ Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh lần thứ VIII (2020 - 2021)",
        bases: &["regulation"],
    };
    let plan = Received {
        kind: DocumentKind::Plan,
        number: "86/KH-BTC",
        date: LAUNCHED,
        issuer: COMMITTEE,
        subject: "Tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh lần thứ VIII (2020 - 2021)",
        bases: &["regulation", "rules"],
    };
    for (key, document) in [("regulation", regulation), ("rules", rules), ("plan", plan)] {
        receive(story, key, document).await?;
    }
    Ok(())
}

/// A document that came signed; only what public sources tell of it stands in the register.
struct Received {
    kind: DocumentKind,
    number: &'static str,
    date: Date,
    issuer: &'static str,
    subject: &'static str,
    bases: &'static [&'static str],
}

async fn receive(story: &mut Story, key: &'static str, document: Received) -> Result<(), Halt> {
    let number = DocumentNumber::parse(document.number, document.date.year()).map_err(Halt::fault)?;
    let bases = document.bases.iter().map(|key| story.document(key)).collect::<Result<Vec<_>, _>>()?;
    let content =
        Content { symbol: number.symbol().to_owned(), ..content(document.kind, document.issuer, document.subject) };
    let signed = Some(Signature { number, date: document.date, file: None, print: None });
    let new = NewDocument { edition: story.edition_id(PROVINCE)?, content, bases, signed };
    let id = story.act("chuyenvien", move |act| Box::pin(hoithi_correspondence::register(act, new.clone()))).await?;
    story.documents.insert(key, id);
    Ok(())
}

/// A document that is not signed yet, with what most have.
pub(super) fn content(kind: DocumentKind, issuer: &str, subject: &str) -> Content {
    Content {
        kind,
        parent_body: String::new(),
        issuer: issuer.to_owned(),
        place: "Quảng Ninh".to_owned(),
        symbol: String::new(),
        subject: subject.to_owned(),
        text: String::new(),
        addressees: Lines::default(),
        recipients: Lines::default(),
        signatory: None,
        annexes: Vec::new(),
        urgency: None,
        public: true,
    }
}

async fn launch(story: &mut Story) -> Result<(), Halt> {
    let edition = story.edition(PROVINCE).await?;
    let command = Launch { edition: edition.id, seen: edition.version, paper: None };
    story.act("lanhdao", move |act| Box::pin(hoithi_edition::launch(act, command.clone()))).await
}

async fn draft_letter(story: &mut Story) -> Result<(), Halt> {
    let signatory = Signatory {
        capacity: SigningCapacity::ForHead,
        on_behalf_of: String::new(),
        in_place_of: "Chủ tịch".to_owned(),
        position: "Phó Chủ tịch".to_owned(),
        name: leader()?,
    };
    let subject = "Tổ chức triển khai Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh lần thứ VIII, năm 2020 - 2021";
    let content = Content {
        symbol: "LHH-KHCN".to_owned(),
        text: LETTER.trim().to_owned(),
        addressees: Lines::parse("UBND các huyện, thị xã, thành phố"),
        recipients: Lines::parse("Như trên;\nBan Tổ chức Hội thi (b/c);\nLưu: VT, KHCN."),
        signatory: Some(signatory),
        annexes: vec![Annex {
            title: "Ghi chú của dữ liệu minh họa".to_owned(), text: LETTER_NOTE.trim().to_owned()
        }],
        ..content(DocumentKind::OfficialLetter, AGENCY, subject)
    };
    let bases = ["regulation", "rules", "plan"].iter().map(|key| story.document(key)).collect::<Result<Vec<_>, _>>()?;
    let new = NewDocument { edition: story.edition_id(PROVINCE)?, content, bases, signed: None };
    let id = story.act("chuyenvien", move |act| Box::pin(hoithi_correspondence::register(act, new.clone()))).await?;
    story.documents.insert("letter", id);
    Ok(())
}

async fn sign_letter(story: &mut Story) -> Result<(), Halt> {
    let letter = story.document("letter")?;
    sign_from_scan(story, letter, ("213/LHH-KHCN", LETTER_DAY), "cong-van-213-LHH-KHCN.pdf").await
}

/// The leader signed on paper; the officer records it from the scan.
pub(super) async fn sign_from_scan(
    story: &Story,
    id: DocumentId,
    (number, date): (&str, Date),
    name: &str,
) -> Result<(), Halt> {
    let mut db = story.read().await?;
    let document = hoithi_correspondence::document(&mut db, id).await?.ok_or_else(|| missing("document", number))?;
    let bases = hoithi_correspondence::bases_of(&mut db, id).await?;
    drop(db);
    let version = document.version;
    let number = DocumentNumber::parse(number, date.year()).map_err(Halt::fault)?;
    let print = print_signed(&story.house, document.clone(), &bases, (number.clone(), date)).await?;
    let on_paper = Document { state: DocumentState::Signed { number: number.clone(), date }, ..document };
    let scan = print_draft(&story.house, &on_paper, &bases).await?;
    let file = keep(&story.house, name, &scan)?;
    let signature = Signature { number, date, file: Some(file), print };
    story
        .act("chuyenvien", move |act| Box::pin(hoithi_correspondence::sign_off(act, id, version, signature.clone())))
        .await
}

/// The invented leader whose name stands under papers.
pub(super) fn leader() -> Result<PersonName, Halt> {
    "Nghiêm Trường Sơn".parse().map_err(Halt::fault)
}

/// Keeps a scan.
pub(super) fn keep(house: &House, name: &str, bytes: &[u8]) -> Result<KeptFile, Halt> {
    let hash = house.files.put(bytes).map_err(Halt::fault)?;
    let size = i64::try_from(bytes.len()).map_err(Halt::fault)?;
    Ok(KeptFile { hash, name: name.to_owned(), media_type: "application/pdf".to_owned(), size })
}

async fn marking(story: &mut Story) -> Result<(), Halt> {
    let edition = story.edition(PROVINCE).await?;
    let amendment = Amendment {
        decision: "02/QĐ-BTC".to_owned(),
        issuer: COMMITTEE.to_owned(),
        issued: MARKING,
        effective: MARKING,
        reason: "Ban hành Quy định chấm thi và mức tiền thưởng, là phần còn thiếu khi phát động.".to_owned(),
    };
    let text = whole_book();
    let command = Amend { edition: edition.id, seen: edition.version, text, amendment, paper: None };
    story.act("lanhdao", move |act| Box::pin(hoithi_edition::amend(act, command.clone()))).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use hoithi_rules::edition::RuleBook;

    #[test]
    fn the_book_launches_without_its_marking_and_says_so() {
        let book = RuleBook::parse(&without_marking(&whole_book())).unwrap();
        let missing: Vec<_> = book.missing().into_iter().map(hoithi_rules::edition::Part::code).collect();
        assert_eq!(missing, ["marking", "money"]);
    }

    #[test]
    fn the_letter_has_its_five_tasks_and_no_real_number() {
        let dashes = LETTER.lines().filter(|line| line.starts_with("- ")).count();
        assert_eq!(dashes, 5);
        assert!(LETTER.contains("0203 000 0001") && LETTER_NOTE.contains("giả định"));
    }
}
