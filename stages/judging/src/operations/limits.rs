//! How much a sheet holds, for the page, the script and programs alike.

use hoithi_journal::{Fact, Refused};
use hoithi_rules::judging::{Rubric, Scale};
use hoithi_rules::text;

use crate::sheets::Written;

/// The longest remark, in characters as a reader counts them.
const LONGEST_COMMENT: usize = 2000;

/// What stands on a sheet and has no place there.
pub(super) fn out_of_place(written: &Written, rubric: &Rubric) -> Vec<Refused> {
    let length = text::length(&written.comment);
    let comment = (length > LONGEST_COMMENT).then(|| too_long(length));
    let bands = written.bands.iter().filter_map(|(code, band)| {
        let known = rubric.criterion(code).is_some_and(|criterion| match &criterion.scale {
            Scale::Plain => false,
            Scale::Bands(bands) => *band < bands.len(),
        });
        (!known).then(|| band_unknown(&code.to_string()))
    });
    comment.into_iter().chain(bands).collect()
}

fn too_long(length: usize) -> Refused {
    let count = |value: usize| Fact::Count(i64::try_from(value).unwrap_or(i64::MAX));
    let facts = vec![("length", count(length)), ("max", count(LONGEST_COMMENT))];
    let english = format!("the remark has {length} characters, at most {LONGEST_COMMENT} fit");
    Refused { code: "judging.comment_too_long", field: Some("comment".to_owned()), facts, english }
}

fn band_unknown(criterion: &str) -> Refused {
    let facts = vec![("criterion", Fact::Text(criterion.to_owned()))];
    let english = format!("{criterion} has no such band");
    Refused { code: "judging.band_unknown", field: Some(format!("bands.{criterion}")), facts, english }
}
