//! The award decision on paper: its bases, its articles, its list. It has one text, the register's;
//! that is what is printed for the signature and what is read afterwards at every door.

use hoithi_correspondence::{
    Annex, Content, Document, Lines, Sheet, bases_of, day_in_document, document, documents_of, sheet_pdf, table_text,
};
use hoithi_documents::forms::{Column, Row, Table};
use hoithi_documents::numbers::{grouped, money_in_words};
use hoithi_edition::Edition;
use hoithi_journal::{Act, Halt};
use hoithi_rules::awards::Dong;
use hoithi_rules::correspondence::{DocumentKind, DocumentNumber, Signatory};
use hoithi_rules::edition::{Basis, Level, Rules, roman};
use hoithi_rules::ids::DocumentId;
use hoithi_store::Conn;
use hoithi_web::{House, Page};
use jiff::civil::Date;
use uuid::Uuid;

use crate::award::AwardLine;
use crate::store;

/// Above the place of the signature while it is not known who signs.
const TO_BE_SIGNED: [&str; 2] = ["TM. BAN TỔ CHỨC", "TRƯỞNG BAN"];

/// The decision with its list: as it was signed, or as a draft for the leader. None where no prize
/// is proposed.
pub(crate) async fn pdf(house: &House, mut db: Conn, edition: &Edition) -> Result<Option<Vec<u8>>, Halt> {
    if let Some(decided) = store::decision(&mut db, edition.id).await? {
        let signed = document(&mut db, decided.document).await?.ok_or_else(Halt::not_found)?;
        let bases = bases_of(&mut db, signed.id).await?;
        drop(db);
        return sheet_pdf(house, &signed, &bases).await.map(Some);
    }
    let lines = store::proposed(&mut db, edition.id).await?;
    drop(db);
    if lines.is_empty() {
        return Ok(None);
    }
    let rules = edition.book.rules();
    let draft = unregistered(edition, content(edition, &lines, (&rules.committee, None, symbol(rules))));
    Sheet::of(&draft, &[]).to_be_signed_under(&TO_BE_SIGNED).print(house).await.map(Some)
}

/// The decision before it stands in the register.
pub(crate) fn unregistered(edition: &Edition, content: Content) -> Document {
    Document::draft(DocumentId::new(Uuid::nil()), edition.id, content)
}

/// The symbol of the committee's own decisions, where the rules were issued by one.
pub(crate) fn symbol(rules: &Rules) -> &str {
    let symbol = rules.source.document.symbol();
    if symbol.starts_with("QĐ") { symbol } else { "QĐ-BTC" }
}

fn subject(edition: &Edition) -> String {
    format!("Về việc tặng giải thưởng {}", edition.title())
}

fn bases(rules: &Rules) -> Vec<String> {
    let listed = rules.bases.iter().map(cited);
    let own = &rules.source.document;
    let own_is_listed = rules.bases.iter().any(|basis| basis.document == *own);
    let asked = format!("Xét kết quả chấm của Hội đồng giám khảo và theo đề nghị của {}", rules.agency.name);
    listed.chain((!own_is_listed).then(|| rules_cited(rules))).chain([asked]).collect()
}

fn cited(basis: &Basis) -> String {
    let number = number_and_day(&basis.document, basis.issued);
    format!("Căn cứ {} số {number} của {} {}", basis.kind, basis.issuer, basis.about)
}

/// The document that brought the rules into force, where the rule book does not list it.
fn rules_cited(rules: &Rules) -> String {
    let source = &rules.source;
    let number = number_and_day(&source.document, source.issued);
    format!("Căn cứ Quyết định số {number} của {} về việc ban hành Thể lệ Hội thi", source.issuer)
}

fn number_and_day(number: &DocumentNumber, day: Date) -> String {
    format!("{number} ngày {}", day_in_document(day))
}

/// The text of each article, without its number.
fn articles(edition: &Edition, lines: &[AwardLine]) -> [String; 3] {
    let rules = edition.book.rules();
    let given =
        format!("Tặng giải thưởng {} cho {:02} {} (có danh sách kèm theo).", edition.title(), lines.len(), rules.term);
    let duty = format!(
        "{}, các đơn vị có liên quan và các tác giả có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này. \
         Quyết định có hiệu lực kể từ ngày ký./.",
        rules.agency.name
    );
    [given, money_article(edition, lines), duty]
}

/// Money is named only where the rule book's money part names it.
fn money_article(edition: &Edition, lines: &[AwardLine]) -> String {
    let Some(part) = edition.book.money() else {
        return "Tiền thưởng kèm theo giải thưởng thực hiện theo quyết định của cơ quan có thẩm quyền.".to_owned();
    };
    let sum = cost(lines).amount();
    format!(
        "Tiền thưởng kèm theo giải thưởng là {} đồng ({}), theo mức quy định tại văn bản số {} của {}; chi từ \
         nguồn kinh phí tổ chức Hội thi.",
        grouped(sum),
        money_in_words(sum),
        number_and_day(&part.source.document, part.source.issued),
        part.source.issuer
    )
}

/// The same in words of a page; a dash where no amount is named.
pub(crate) fn cost_words(page: &Page, lines: &[AwardLine]) -> String {
    if lines.iter().all(|line| line.money.is_none()) {
        return "–".to_owned();
    }
    page.money(i64::try_from(cost(lines).amount()).unwrap_or(i64::MAX))
}

/// What all prizes cost, as far as the money part names amounts.
pub(crate) fn cost(lines: &[AwardLine]) -> Dong {
    lines.iter().filter_map(|line| line.money).sum()
}

fn recipients(rules: &Rules) -> Vec<String> {
    let above = match rules.level {
        Level::Province => Some("Ủy ban nhân dân tỉnh (để báo cáo)"),
        Level::Nation | Level::Unit => None,
    };
    ["Như Điều 3"].into_iter().chain(above).chain(["Lưu: VT"]).map(str::to_owned).collect()
}

fn annex_title(edition: &Edition) -> String {
    format!("Danh sách {} đoạt giải\n{}", edition.book.rules().term, edition.title())
}

fn table(lines: &[AwardLine]) -> Table {
    let with_money = lines.iter().any(|line| line.money.is_some());
    let mut columns = vec![
        Column::narrow("TT"),
        Column::wide("Tên giải pháp", 5),
        Column::wide("Tác giả", 3),
        Column::wide("Đơn vị", 3),
        Column::wide("Lĩnh vực", 3),
        Column::wide("Giải", 3),
    ];
    columns.extend(with_money.then(|| Column::amount("Tiền thưởng (đồng)")));
    let mut rows = Vec::with_capacity(lines.len() + 6);
    for (index, line) in lines.iter().enumerate() {
        let first_of_tier = index == 0 || lines[index - 1].tier != line.tier;
        rows.extend(first_of_tier.then(|| Row::Group(group(lines, line))));
        rows.push(Row::Cells(cells(index, line, with_money)));
    }
    rows.extend(with_money.then(|| Row::Total(total(lines))));
    Table { title: None, columns, rows }
}

/// `II. GIẢI NHÌ (03 giải)`: tiers without a prize take no number.
fn group(lines: &[AwardLine], of: &AwardLine) -> String {
    let mut tiers: Vec<i64> = lines.iter().map(|line| line.tier_place).collect();
    tiers.dedup();
    let number = tiers.iter().position(|place| *place == of.tier_place).map_or(1, |index| index + 1);
    let count = lines.iter().filter(|line| line.tier == of.tier).count();
    format!("{}. {} ({count:02} giải)", roman(u16::try_from(number).unwrap_or(u16::MAX)), of.tier_name.to_uppercase())
}

fn cells(index: usize, line: &AwardLine, with_money: bool) -> Vec<String> {
    let given = [&line.title, &line.byline(), &line.unit_name, &line.category_name, &line.tier_name].map(String::clone);
    let money = with_money.then(|| line.money.map(|money| money.to_string()).unwrap_or_default());
    [(index + 1).to_string()].into_iter().chain(given).chain(money).collect()
}

fn total(lines: &[AwardLine]) -> Vec<String> {
    let empty = String::new;
    vec![empty(), format!("Cộng: {:02} giải", lines.len()), empty(), empty(), empty(), empty(), cost(lines).to_string()]
}

/// What stands on it, apart from number and day; who signs may not be known yet.
pub(crate) fn content(edition: &Edition, lines: &[AwardLine], signed: (&str, Option<&Signatory>, &str)) -> Content {
    let (issuer, signatory, symbol) = signed;
    let rules = edition.book.rules();
    let bases = bases(rules).into_iter().map(|basis| format!("{basis};"));
    let articles = articles(edition, lines).into_iter().zip(1..);
    let articles = articles.map(|(text, number)| format!("**Điều {number}.** {text}"));
    Content {
        kind: DocumentKind::Decision,
        parent_body: String::new(),
        issuer: issuer.to_owned(),
        place: rules.agency.place.clone(),
        symbol: symbol.to_owned(),
        subject: subject(edition),
        text: bases.chain(articles).collect::<Vec<_>>().join("\n"),
        addressees: Lines::default(),
        recipients: Lines::parse(&recipients(rules).join("\n")),
        signatory: signatory.cloned(),
        annexes: vec![Annex { title: annex_title(edition), text: table_text(&table(lines)) }],
        urgency: None,
        public: false,
    }
}

/// Of the documents that the decision rests on, those that are in the edition's register, in the
/// order of its preamble.
pub(crate) async fn bases_in_register(act: &mut Act, edition: &Edition) -> Result<Vec<DocumentId>, Halt> {
    let rules = edition.book.rules();
    let cited = rules.bases.iter().map(|basis| (&basis.document, basis.issued));
    let cited = cited.chain([(&rules.source.document, rules.source.issued)]);
    let kept = documents_of(act.db(), edition.id).await?;
    let mut found: Vec<DocumentId> = Vec::new();
    for (number, day) in cited {
        let same = |signed: &(DocumentNumber, Date)| signed.0 == *number && signed.1 == day;
        let known = kept.iter().find(|each| each.signed.as_ref().is_some_and(same)).map(|each| each.id);
        found.extend(known.filter(|id| !found.contains(id)));
    }
    Ok(found)
}
