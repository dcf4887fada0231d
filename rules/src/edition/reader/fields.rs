//! Reads the fields of a part, its own or those of a shipped layout.

use toml_edit::Document;

use super::clause::{Clause, Read};
use super::findings::Findings;
use super::rules::{coded, limit};
use crate::edition::{Asked, FieldKind, FieldRule, PartCode, books};

/// The kinds as a book names them.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Number,
    Day,
    Month,
    Money,
    Choice,
    YesNo,
    Table,
}

const KINDS: [(&str, Kind); 8] = [
    ("text", Kind::Text),
    ("number", Kind::Number),
    ("day", Kind::Day),
    ("month", Kind::Month),
    ("money", Kind::Money),
    ("choice", Kind::Choice),
    ("yes_no", Kind::YesNo),
    ("table", Kind::Table),
];

/// The fields of a part: written in the book, or those of the layout that it names.
pub(super) fn of_part(clause: &Clause<'_>) -> Read<Vec<FieldRule>> {
    let layout = clause.if_any("layout", || clause.choice("layout", &books::LAYOUTS))?;
    let own = clause.list_if_any("fields")?;
    match layout {
        Some(_) if !own.is_empty() => {
            let sentence = "Phần hồ sơ vừa dùng bố cục có sẵn `layout` vừa tự ghi các mục; hãy giữ một cách.";
            Err(clause.wrong("layout", "book.contradiction", sentence))
        }
        Some(text) => shipped(text).ok_or_else(|| clause.wrong_kind("layout", "layout = \"toan-quoc\"")),
        None if own.is_empty() => {
            let sentence = "Phần hồ sơ này điền theo mục nhưng chưa có mục nào; hãy thêm các mục [[rules.dossier.fields]] hoặc `layout`.";
            Err(clause.wrong("kind", "book.empty", sentence))
        }
        None => fields(&own),
    }
}

fn shipped(text: &str) -> Option<Vec<FieldRule>> {
    let findings = Findings::in_text(text);
    let document = Document::parse(text).ok()?;
    let clauses = Clause::root(document.as_table(), &findings).list_if_any("fields").ok()?;
    fields(&clauses).ok()
}

fn fields(clauses: &[Clause<'_>]) -> Read<Vec<FieldRule>> {
    let fields = coded(clauses, field, |field| field.code.to_string())?;
    for (clause, rule) in clauses.iter().zip(&fields) {
        if let Asked::When { field, is } = &rule.asked {
            let other = fields.iter().find(|other| other.code == *field);
            if other.is_none_or(|other| other.answers().iter().all(|(code, _)| code != is)) {
                let sentence = format!(
                    "Không có mục \"{field}\" với câu trả lời \"{is}\"; hãy ghi mã của mục có hoặc không, hoặc mục chọn."
                );
                return Err(clause.wrong("required_when", "book.unknown_code", sentence));
            }
        }
    }
    Ok(fields)
}

fn field(clause: &Clause<'_>) -> Read<FieldRule> {
    let code = clause.parsed("code", "tinh-moi", PartCode::parse);
    let heading = clause.if_any("heading", || clause.text("heading"));
    let name = clause.text("name");
    let help = clause.if_any("help", || clause.text("help"));
    let example = clause.if_any("example", || clause.text("example"));
    let kind = kind(clause);
    let asked = asked(clause);
    let shown_to_judges = clause.if_any("shown_to_judges", || clause.flag("shown_to_judges"));
    let compared = clause.if_any("compared", || clause.flag("compared"));
    Ok(FieldRule {
        code: code?,
        heading: heading?,
        name: name?,
        help: help?.unwrap_or_default(),
        example: example?.unwrap_or_default(),
        kind: kind?,
        asked: asked?,
        shown_to_judges: shown_to_judges?.unwrap_or(true),
        compared: compared?.unwrap_or_default(),
    })
}

fn kind(clause: &Clause<'_>) -> Read<FieldKind> {
    let kind = clause.choice("kind", &KINDS);
    match kind.inspect_err(|_| clause.asked_all(&["max_characters", "choices", "columns", "rows"]))? {
        Kind::Text => Ok(FieldKind::Text { max_characters: limit(clause, "max_characters", 100_000)? }),
        Kind::Number => Ok(FieldKind::Number),
        Kind::Day => Ok(FieldKind::Day),
        Kind::Month => Ok(FieldKind::Month),
        Kind::Money => Ok(FieldKind::Money),
        Kind::YesNo => Ok(FieldKind::YesNo),
        Kind::Choice => {
            let answers = coded(&clause.list("choices")?, answer, |(code, _)| code.to_string())?;
            Ok(FieldKind::Choice(answers))
        }
        Kind::Table => {
            let columns = clause.words("columns", "columns = [\"Bước\", \"Thời gian\"]");
            let rows = clause.number::<u16>("rows", 1, 40);
            let columns = columns?.into_iter().map(crate::text::one_line).collect();
            let rows = rows?.try_into().map_err(|_| clause.wrong_kind("rows", "rows = 10"))?;
            Ok(FieldKind::Table { columns, rows })
        }
    }
}

fn answer(clause: &Clause<'_>) -> Read<(PartCode, String)> {
    let code = clause.parsed("code", "don-vi", PartCode::parse);
    let text = clause.text("text");
    Ok((code?, text?))
}

fn asked(clause: &Clause<'_>) -> Read<Asked> {
    let required = clause.flag("required");
    let when = clause.if_any("required_when", || clause.parsed("required_when", "da-ap-dung", PartCode::parse));
    let Some(field) = when? else { return Ok(if required? { Asked::Always } else { Asked::Never }) };
    let is = clause.text("required_is");
    if required? {
        let sentence =
            "Mục này luôn bắt buộc nên không cần điều kiện; hãy bỏ `required_when` hoặc ghi `required = false`.";
        return Err(clause.wrong("required_when", "book.contradiction", sentence));
    }
    Ok(Asked::When { field, is: is? })
}
