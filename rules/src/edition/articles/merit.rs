//! The formula of merit in words.

use super::{Article, coded};
use crate::commendation::{Criterion, Rule};
use crate::edition::MeritPart;

pub(super) fn article(part: &MeritPart) -> Article {
    let line = |criterion: Criterion| coded(&criterion, criterion.vietnamese(), worth(part.formula.rule(criterion)));
    Article::new("Cách tính điểm thi đua của đơn vị").lists(Criterion::ALL.map(line))
}

fn worth(rule: Rule) -> String {
    match rule.ceiling {
        Some(ceiling) => format!("{} điểm, tối đa {ceiling} điểm", rule.each),
        None => format!("{} điểm, không giới hạn", rule.each),
    }
}
