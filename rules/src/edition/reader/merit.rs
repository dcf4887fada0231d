//! Reads the formula of merit: what each thing that counts is worth to a unit, and where it ends.

use super::clause::{Clause, Read};
use super::rules;
use crate::commendation::{Criterion, Formula, Rule};
use crate::edition::MeritPart;
use crate::judging::Points;

pub(super) fn read(clause: &Clause<'_>) -> Read<MeritPart> {
    let source = rules::source(clause);
    let points = clause.section("points");
    let ceilings = clause.section_if_any("ceilings");
    clause.close();
    let formula = match (points, ceilings) {
        (Ok(points), Ok(ceilings)) => formula(&points, ceilings.as_ref()),
        (Err(told), _) | (_, Err(told)) => Err(told),
    };
    Ok(MeritPart { source: source?, formula: formula? })
}

/// Every criterion has its points; a ceiling only where there is one.
fn formula(points: &Clause<'_>, ceilings: Option<&Clause<'_>>) -> Read<Formula> {
    let rules: Vec<Read<_>> = Criterion::ALL.iter().map(|criterion| rule(points, ceilings, *criterion)).collect();
    points.close();
    if let Some(ceilings) = ceilings {
        ceilings.close();
    }
    Ok(Formula::of(rules.into_iter().collect::<Read<Vec<_>>>()?))
}

fn rule(points: &Clause<'_>, ceilings: Option<&Clause<'_>>, criterion: Criterion) -> Read<(Criterion, Rule)> {
    let key = criterion.code();
    let each = worth(points, key);
    let ceiling = ceilings.map_or(Ok(None), |clause| clause.if_any(key, || worth(clause, key)));
    let (each, ceiling) = (each?, ceiling?);
    match (ceilings, ceiling) {
        (Some(clause), Some(ceiling)) if ceiling < each => {
            let sentence =
                format!("Mức tối đa của `{key}` thấp hơn điểm của một đơn vị tính; hãy viết từ {each} điểm trở lên.");
            Err(clause.wrong(key, "book.out_of_order", sentence))
        }
        _ => Ok((criterion, Rule { each, ceiling })),
    }
}

fn worth(clause: &Clause<'_>, key: &str) -> Read<Points> {
    let points = clause.points(key)?;
    if points > Formula::MOST {
        let sentence = format!("`{key}` nhiều hơn {} điểm; hãy viết số nhỏ hơn.", Formula::MOST);
        return Err(clause.wrong(key, "book.out_of_range", sentence));
    }
    Ok(points)
}
