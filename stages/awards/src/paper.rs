//! The award decision on paper: its articles, its list, its sheet in the decree's layout.

use hoithi_correspondence::{Annex as KeptAnnex, Content, Document, Lines, day_in_document, documents_of};
use hoithi_documents::forms::{self, Annex, Article, Block, Column, Head, Row, Signature, Table};
use hoithi_documents::numbers::{grouped, money_in_words};
use hoithi_edition::Edition;
use hoithi_journal::{Act, Halt};
use hoithi_rules::awards::Dong;
use hoithi_rules::correspondence::{DocumentKind, DocumentNumber, Signatory, SigningCapacity};
use hoithi_rules::edition::{Basis, Level, Rules, roman};
use hoithi_rules::ids::DocumentId;
use hoithi_web::House;
use jiff::civil::Date;

use crate::award::AwardLine;

/// The sheet before it is signed, or as it was signed.
pub(crate) struct Sheet<'a> {
    pub(crate) edition: &'a Edition,
    pub(crate) lines: &'a [AwardLine],
    /// The decision in the register, once there is one.
    pub(crate) signed: Option<&'a Document>,
}

/// Prints the decision with its list.
pub(crate) async fn print(house: &House, sheet: &Sheet<'_>) -> Result<Vec<u8>, Halt> {
    house.printer.print_form(&form(house, sheet)).await.map_err(Halt::fault)
}

fn form(house: &House, sheet: &Sheet<'_>) -> forms::Decision {
    let rules = sheet.edition.book.rules();
    let issuer = sheet.signed.map_or(&rules.committee, |document| &document.content.issuer);
    forms::Decision {
        watermark: house.site.demo.then(|| "DỮ LIỆU MINH HỌA".to_owned()),
        head: head(sheet, issuer),
        subject: subject(sheet.edition),
        authority: authority(sheet),
        bases: bases(rules),
        articles: articles(sheet.edition, sheet.lines).into_iter().map(article).collect(),
        signature: signature(sheet.signed),
        recipients: recipients(rules),
        annexes: vec![annex(sheet)],
        issuer_in_text: issuer.clone(),
    }
}

fn head(sheet: &Sheet<'_>, issuer: &str) -> Head {
    let rules = sheet.edition.book.rules();
    let signed = sheet.signed.and_then(Document::signed);
    Head {
        parent: None,
        issuer: issuer.to_owned(),
        number: signed.map(|(number, _)| number.number()),
        symbol: signed.map_or_else(|| symbol(rules).to_owned(), |(number, _)| number.symbol().to_owned()),
        place: rules.agency.place.clone(),
        date: signed.map(|(_, date)| date),
        urgency: None,
    }
}

/// The symbol of the committee's own decisions, where the rules were issued by one.
pub(crate) fn symbol(rules: &Rules) -> &str {
    let symbol = rules.source.document.symbol();
    if symbol.starts_with("QĐ") { symbol } else { "QĐ-BTC" }
}

fn subject(edition: &Edition) -> String {
    format!("Về việc tặng giải thưởng {}", edition.title())
}

/// Who decides: the body in whose name is signed (*TM.*), the head in whose place, or the signer in
/// their own right.
fn authority(sheet: &Sheet<'_>) -> String {
    let committee = &sheet.edition.book.rules().committee;
    let Some(document) = sheet.signed else { return committee.clone() };
    let issuer = &document.content.issuer;
    match &document.content.signatory {
        Some(signatory) if signatory.capacity == SigningCapacity::OnBehalf => issuer.clone(),
        Some(signatory) if !signatory.on_behalf_of.is_empty() => issuer.clone(),
        Some(signatory) if !signatory.in_place_of.is_empty() => head_of(&signatory.in_place_of, issuer),
        Some(signatory) => head_of(&signatory.position, issuer),
        None => committee.clone(),
    }
}

/// `Trưởng ban` of `Ban Tổ chức` is `Trưởng Ban Tổ chức`; others are simply put together.
fn head_of(position: &str, body: &str) -> String {
    let last = position.split(' ').next_back().unwrap_or_default();
    let first = body.split(' ').next().unwrap_or_default();
    match position.strip_suffix(last) {
        Some(before) if !last.is_empty() && last.to_lowercase() == first.to_lowercase() => format!("{before}{body}"),
        _ => format!("{position} {body}").trim().to_owned(),
    }
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
pub(crate) fn cost_words(lines: &[AwardLine]) -> String {
    if lines.iter().all(|line| line.money.is_none()) {
        return "–".to_owned();
    }
    hoithi_web::money(i64::try_from(cost(lines).amount()).unwrap_or(i64::MAX))
}

/// What all prizes cost, as far as the money part names amounts.
pub(crate) fn cost(lines: &[AwardLine]) -> Dong {
    lines.iter().filter_map(|line| line.money).sum()
}

fn article(text: String) -> Article {
    Article { title: None, blocks: vec![Block::paragraph(text)] }
}

fn signature(signed: Option<&Document>) -> Signature {
    let signatory = signed.and_then(|document| document.content.signatory.as_ref());
    Signature {
        capacity: signatory
            .map_or_else(|| vec!["TM. BAN TỔ CHỨC".to_owned(), "TRƯỞNG BAN".to_owned()], Signatory::lines),
        name: signatory.map(|signatory| signatory.name.to_string()),
        mark: signed.and_then(Document::signed).map(|_| "(Đã ký)".to_owned()),
    }
}

fn recipients(rules: &Rules) -> Vec<String> {
    let above = match rules.level {
        Level::Province => Some("Ủy ban nhân dân tỉnh (để báo cáo)"),
        Level::Nation | Level::Unit => None,
    };
    ["Như Điều 3"].into_iter().chain(above).chain(["Lưu: VT"]).map(str::to_owned).collect()
}

fn annex(sheet: &Sheet<'_>) -> Annex {
    let blocks = vec![Block::Table(table(sheet.lines))];
    Annex { title: annex_title(sheet.edition), landscape: true, blocks, signature: None }
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
        rows.push(Row::Cells(cells(index, line)));
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

fn cells(index: usize, line: &AwardLine) -> Vec<String> {
    let money = line.money.map(|money| money.to_string()).unwrap_or_default();
    let given = [&line.title, &line.byline(), &line.unit_name, &line.category_name, &line.tier_name].map(String::clone);
    [(index + 1).to_string()].into_iter().chain(given).chain([money]).collect()
}

fn total(lines: &[AwardLine]) -> Vec<String> {
    let empty = String::new;
    vec![empty(), format!("Cộng: {:02} giải", lines.len()), empty(), empty(), empty(), empty(), cost(lines).to_string()]
}

/// What the register of documents keeps of it.
pub(crate) fn content(edition: &Edition, lines: &[AwardLine], signed: (&str, &Signatory, &str)) -> Content {
    let (issuer, signatory, symbol) = signed;
    let numbered = articles(edition, lines).into_iter().zip(1..);
    let text: Vec<String> = numbered.map(|(text, number)| format!("Điều {number}. {text}")).collect();
    Content {
        kind: DocumentKind::Decision,
        parent_body: String::new(),
        issuer: issuer.to_owned(),
        place: edition.book.rules().agency.place.clone(),
        symbol: symbol.to_owned(),
        subject: subject(edition),
        text: text.join("\n"),
        addressees: Lines::default(),
        recipients: Lines::parse(&recipients(edition.book.rules()).join("\n")),
        signatory: Some(signatory.clone()),
        annex: Some(KeptAnnex { title: annex_title(edition).replace('\n', " "), text: list(lines) }),
        public: false,
    }
}

/// The list in lines: the register's annexes know no tables.
fn list(lines: &[AwardLine]) -> String {
    let mut text = Vec::with_capacity(lines.len() + 6);
    for (index, line) in lines.iter().enumerate() {
        if index == 0 || lines[index - 1].tier != line.tier {
            text.push(format!("**{}**", group(lines, line)));
        }
        let money = line.money.map(|money| format!("; tiền thưởng {money} đồng")).unwrap_or_default();
        let (byline, unit, category) = (line.byline(), &line.unit_name, &line.category_name);
        text.push(format!("{}. {}. Tác giả: {byline}. {unit}. Lĩnh vực: {category}{money}.", index + 1, line.title));
    }
    text.join("\n")
}

/// Of the documents that the decision rests on, those that are in the edition's register.
pub(crate) async fn bases_in_register(act: &mut Act, edition: &Edition) -> Result<Vec<DocumentId>, Halt> {
    let rules = edition.book.rules();
    let cited = rules.bases.iter().map(|basis| (&basis.document, basis.issued));
    let cited: Vec<_> = cited.chain([(&rules.source.document, rules.source.issued)]).collect();
    let mut found = Vec::new();
    for document in documents_of(act.db(), edition.id).await? {
        let Some((number, day)) = &document.signed else { continue };
        if cited.iter().any(|(known, issued)| *known == number && issued == day) {
            found.push(document.id);
        }
    }
    Ok(found)
}
