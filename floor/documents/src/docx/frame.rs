//! What stands around the text: the heads, the title, the foot, an annex's own head.

use jiff::civil::Date;

use super::body::{BOLD, Body, WIDTH, marked, paragraph, run};
use crate::forms::{Annex, Head, Signature};

/// The name of the state on one line in 12 points, and the body's name beside it.
const RIGHT: u32 = 5150;
const LEFT: u32 = WIDTH - RIGHT;
/// The rule under the motto is as long as the motto.
const MOTTO: u32 = 3270;

pub(super) fn heads(body: &mut Body, head: &Head, letter_subject: Option<&str>) {
    let parent = head.parent.as_deref().filter(|parent| !parent.is_empty());
    let parent = parent.map(|parent| paragraph("VBCoQuanTren", "", &run(&parent.to_uppercase(), "")));
    let issuer = paragraph("VBCoQuan", "", &run(&head.issuer.to_uppercase(), ""));
    let left = format!("{}{issuer}{}", parent.unwrap_or_default(), rule(LEFT, LEFT * 2 / 5));
    let right = format!(
        "{}{}{}",
        paragraph("VBQuocHieu", "", &run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "")),
        paragraph("VBTieuNgu", "", &run("Độc lập - Tự do - Hạnh phúc", "")),
        rule(RIGHT, MOTTO)
    );
    let subject = letter_subject.map(|subject| paragraph("VBTrichYeuCongVan", "", &run(&format!("V/v {subject}"), "")));
    let urgency = head.urgency.as_deref().filter(|words| !words.is_empty());
    let urgency = urgency.map(|words| paragraph("VBKhan", "", &run(&words.to_uppercase(), "")));
    let number = paragraph("VBSo", "", &run(&format!("Số: {}", number(head)), ""));
    let under = format!("{number}{}{}", subject.unwrap_or_default(), urgency.unwrap_or_default());
    let dated = paragraph("VBNgay", "", &run(&format!("{}, {}", head.place, day_in_words(head.date)), ""));
    body.raw(&pair(&[(&left, &right), (&under, &dated)], (LEFT, RIGHT)));
    body.raw(&paragraph("VBKhung", "", ""));
}

pub(super) fn title(body: &mut Body, kind: &str, subject: &str) {
    if !kind.is_empty() {
        body.centred("VBTenLoai", &kind.to_uppercase());
    }
    if !subject.is_empty() {
        body.centred("VBTrichYeu", subject);
        body.raw(&rule(WIDTH, 2600));
    }
}

pub(super) fn authority(body: &mut Body, words: &str) {
    if !words.is_empty() {
        body.centred("VBThamQuyen", &words.to_uppercase());
    }
}

/// One stands behind `Kính gửi:`, several in a list under it.
pub(super) fn addressees(body: &mut Body, all: &[String]) {
    match all {
        [] => {}
        [one] => body.centred("VBKinhGui", &format!("Kính gửi: {one}")),
        several => {
            body.centred("VBKinhGuiNhieu", "Kính gửi:");
            for (line, mark) in marked(several) {
                body.centred("VBKinhGuiNoi", &format!("- {line}{mark}"));
            }
        }
    }
}

/// The same by words of the paper's own, which stand as its text does.
pub(super) fn called(body: &mut Body, words: &str, all: &[String]) {
    match all {
        [] => {}
        [one] => body.raw(&paragraph("VBMoi", "", &run(&format!("{words} {one}"), ""))),
        several => {
            body.raw(&paragraph("VBMoi", "<w:keepNext/>", &run(words, "")));
            for (line, mark) in marked(several) {
                body.raw(&paragraph("VBMoiNoi", "", &run(&format!("- {line}{mark}"), "")));
            }
        }
    }
}

/// One signature stands beside the recipients; several stand side by side, and the recipients under them.
pub(super) fn foot(body: &mut Body, recipients: &[String], signatures: &[Signature]) {
    let halves = (WIDTH / 2, WIDTH - WIDTH / 2);
    let sent = sent_to(recipients);
    body.raw(&paragraph("VBKhung", "<w:keepNext/>", ""));
    if let [only] = signatures {
        body.raw(&pair(&[(&sent, &signing(only))], halves));
        body.raw(&paragraph("VBKhung", "", ""));
        return;
    }
    for two in signatures.chunks(2) {
        let [left, right] = [0_usize, 1].map(|place| two.get(place).map_or_else(|| sent_to(&[]), signing));
        body.raw(&pair(&[(&left, &right)], halves));
        body.raw(&paragraph("VBKhung", "", ""));
    }
    if !recipients.is_empty() {
        body.raw(&pair(&[(&sent, &sent_to(&[]))], halves));
        body.raw(&paragraph("VBKhung", "", ""));
    }
}

/// A cell without a paragraph is none.
fn sent_to(recipients: &[String]) -> String {
    if recipients.is_empty() {
        return paragraph("VBNoiNhan", "", "");
    }
    let lines = marked(recipients);
    let lines = lines.map(|(line, mark)| paragraph("VBNoiNhan", "", &run(&format!("- {line}{mark}"), "")));
    std::iter::once(paragraph("VBNoiNhanDau", "", &run("Nơi nhận:", ""))).chain(lines).collect()
}

fn signing(signature: &Signature) -> String {
    let lines = signature.capacity.iter().map(|line| paragraph("VBQuyenHan", "", &run(line, "")));
    let mark = paragraph("VBChoKy", "", &run(signature.mark.as_deref().unwrap_or_default(), ""));
    let name = paragraph("VBNguoiKy", "", &run(signature.name.as_deref().unwrap_or_default(), ""));
    lines.chain([mark, name]).collect()
}

pub(super) fn annex_head(body: &mut Body, annex: &Annex, number: Option<usize>, belongs: &str) {
    let label = number.map_or_else(|| "Phụ lục".to_owned(), |number| format!("Phụ lục {}", roman(number)));
    body.centred("VBPhuLuc", &label);
    if !annex.title.is_empty() {
        body.centred("VBPhuLucTen", &annex.title.to_uppercase());
    }
    body.centred("VBPhuLucKem", belongs);
}

/// `(Kèm theo Quyết định số 15/QĐ-BTC ngày 05 tháng 11 năm 2032 của Ban Tổ chức Hội thi)`
pub(super) fn belongs(head: &Head, kind: &str, issuer: &str) -> String {
    let of = if issuer.is_empty() { String::new() } else { format!(" của {issuer}") };
    format!("(Kèm theo {kind} số {} {}{of})", number(head), day_in_words(head.date)).replace('\n', " ")
}

/// Two columns without rules, never broken over two pages.
fn pair(rows: &[(&str, &str)], (left, right): (u32, u32)) -> String {
    let cell = |width: u32, inside: &str| {
        format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{inside}</w:tc>")
    };
    let row = |(one, other): &(&str, &str)| {
        format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{}{}</w:tr>", cell(left, one), cell(right, other))
    };
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"VBHaiCot\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout \
         w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"{left}\"/><w:gridCol w:w=\"{right}\"/></w:tblGrid>\
         {}</w:tbl>",
        left + right,
        rows.iter().map(row).collect::<String>()
    )
}

/// A true line under what is centred in this width.
fn rule(width: u32, length: u32) -> String {
    let side = width.saturating_sub(length) / 2;
    let drawn = format!(
        "<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr><w:ind w:left=\"{side}\" \
         w:right=\"{side}\"/>"
    );
    paragraph("VBKe", &drawn, "")
}

fn number(head: &Head) -> String {
    match head.number {
        Some(number) => format!("{number:02}/{}", head.symbol),
        None => format!("        /{}", head.symbol),
    }
}

/// Days under ten and the months 1 and 2 have a leading zero; room for the pen where none is given.
fn day_in_words(day: Option<Date>) -> String {
    let Some(day) = day else { return "ngày      tháng      năm        ".trim_end().to_owned() };
    let month = if day.month() <= 2 { format!("{:02}", day.month()) } else { day.month().to_string() };
    format!("ngày {:02} tháng {month} năm {}", day.day(), day.year())
}

fn roman(number: usize) -> &'static str {
    const NUMBERS: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    NUMBERS.get(number.saturating_sub(1)).copied().unwrap_or("")
}

/// Bold words as a style's own.
pub(super) const STRONG: &str = BOLD;
