//! The check list as the desk shows it: each question with what the program thinks of it, the usual reasons.

use hoithi_rules::edition::{ReasonFor, RuleBook, Rules};
use hoithi_rules::screening::{CheckItem, Verdict};
use hoithi_web::{Form, Page};

use crate::automatic::{Answer, Desk, answer};
use crate::operations::questions;

/// One question with what the program thinks of it.
pub(in super::super) struct Question {
    pub(in super::super) code: String,
    pub(in super::super) label: String,
    pub(in super::super) answer: Answer,
}

pub(in super::super) fn questions_of(desk: &Desk<'_>) -> Vec<Question> {
    let book = &desk.edition.book;
    let question = |item: CheckItem| Question {
        code: item.code(),
        label: label(desk.page, book, &item),
        answer: answer(desk, &item),
    };
    questions(book).into_iter().map(question).collect()
}

/// A question in words; parts and declarations have theirs in the rule book.
pub(super) fn label(page: &Page, book: &RuleBook, item: &CheckItem) -> String {
    let rules = book.rules();
    match item {
        CheckItem::Part(code) => {
            rules.dossier_part(code.as_str()).map_or_else(|| code.to_string(), |part| part.name.clone())
        }
        CheckItem::Declaration(code) => {
            let declaration = rules.eligibility.declarations.iter().find(|each| each.code == *code);
            declaration.map_or_else(|| code.to_string(), |each| each.text.clone())
        }
        other => page.tcode("screening-item-", other.code()),
    }
}

/// What the program answered is ticked already.
pub(super) fn prefilled(questions: &[Question]) -> Form {
    questions.iter().fold(Form::new(), |form, question| match question.answer.verdict {
        Some(Verdict::Passed) => form.with(&field(&question.code), "passed"),
        Some(Verdict::Failed) => form.with(&field(&question.code), "failed"),
        None => form,
    })
}

/// The reasons of the rule book as boxes; what only ends a dossier says so.
pub(super) fn usual(page: &Page, rules: &Rules) -> Vec<(String, String)> {
    let (returns, refuses) = (rules.reasons(ReasonFor::Return), rules.reasons(ReasonFor::Refuse));
    let ends: Vec<_> = refuses.into_iter().filter(|reason| !returns.contains(reason)).collect();
    let ends = ends.into_iter().map(|reason| {
        let words = page.t1("screening-reason-ends", "text", &reason.text);
        (reason.code.to_string(), words)
    });
    returns.into_iter().map(|reason| (reason.code.to_string(), reason.text)).chain(ends).collect()
}

pub(super) fn field(code: &str) -> String {
    format!("findings.{code}")
}

pub(super) fn note_field(code: &str) -> String {
    format!("note.{code}")
}
