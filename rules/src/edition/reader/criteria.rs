//! Reads the criteria of the marking part, their steps and their bands.

use super::clause::{Clause, Read};
use super::rules;
use crate::judging::{Band, Criterion, CriterionCode, Points, Rubric, Scale};

pub(super) fn read(clause: &Clause<'_>) -> Read<Rubric> {
    let clauses = clause.list("criteria")?;
    let criteria = rules::coded(&clauses, criterion, |criterion| criterion.code.0.clone())?;
    Ok(Rubric { criteria })
}

fn criterion(clause: &Clause<'_>) -> Read<Criterion> {
    let code = clause.code("code", "tinh-moi");
    let name = clause.text("name");
    let guidance = clause.if_any("guidance", || clause.text("guidance"));
    let grid = grid(clause);
    let minimum = clause.if_any("minimum", || minimum(clause, grid));
    let ends = clause.if_any("zero_ends_entry", || clause.flag("zero_ends_entry"));
    let bands = clause.list_if_any("bands");
    let bands = bands.as_ref().map_err(|told| *told).and_then(|clauses| bands_in(clauses));
    let scale = scale(clause, bands, grid);
    let Grid { max, step } = grid?;
    Ok(Criterion {
        code: CriterionCode(code?),
        name: name?,
        guidance: guidance?.unwrap_or_default(),
        max,
        step,
        minimum: minimum?,
        scale: scale?,
        zero_ends_entry: ends?.unwrap_or(false),
    })
}

/// The marks that a criterion knows: from zero to the maximum in steps.
#[derive(Clone, Copy)]
struct Grid {
    max: Points,
    step: Points,
}

impl Grid {
    fn holds(self, points: Points) -> bool {
        points <= self.max && points.hundredths() % self.step.hundredths() == 0
    }
}

fn grid(clause: &Clause<'_>) -> Read<Grid> {
    let max = clause.points_above_zero("max");
    let step = clause.points_above_zero("step");
    let grid = Grid { max: max?, step: step? };
    let Grid { max, step } = grid;
    if grid.holds(max) && step <= max {
        return Ok(grid);
    }
    let sentence =
        format!("Bước điểm {step} không chia hết điểm tối đa {max}; hãy viết bước chia hết {max}, như `step = 0.5`.");
    Err(clause.wrong("step", "book.contradiction", sentence))
}

fn minimum(clause: &Clause<'_>, grid: Read<Grid>) -> Read<Points> {
    let minimum = clause.points_above_zero("minimum")?;
    let max = grid?.max;
    if minimum > max {
        let sentence = format!("Điểm sàn {minimum} của tiêu chí cao hơn điểm tối đa; hãy viết số không quá {max}.");
        return Err(clause.wrong("minimum", "book.contradiction", sentence));
    }
    Ok(minimum)
}

/// A band with the clause that names it.
type Banded<'c, 'a> = Vec<(&'c Clause<'a>, Band)>;

fn bands_in<'c, 'a>(clauses: &'c [Clause<'a>]) -> Read<Banded<'c, 'a>> {
    let bands: Vec<Read<Band>> = clauses.iter().map(band).collect();
    clauses.iter().zip(bands).map(|(clause, band)| Ok((clause, band?))).collect()
}

fn band(clause: &Clause<'_>) -> Read<Band> {
    let name = clause.text("name");
    let from = clause.points("from");
    let to = clause.points("to");
    clause.close();
    Ok(Band { name: name?, from: from?, to: to? })
}

fn scale(clause: &Clause<'_>, bands: Read<Banded<'_, '_>>, grid: Read<Grid>) -> Read<Scale> {
    let (bands, grid) = (bands?, grid?);
    if bands.is_empty() {
        return Ok(Scale::Plain);
    }
    cover(clause, &bands, grid)?;
    Ok(Scale::Bands(bands.into_iter().map(|(_, band)| band).collect()))
}

/// The bands, from the lowest to the highest, cover every mark once; they may be written in
/// either order.
fn cover(clause: &Clause<'_>, bands: &Banded<'_, '_>, grid: Grid) -> Read<()> {
    let mut rising: Vec<_> = bands.iter().collect();
    rising.sort_by_key(|(_, band)| (band.from, band.to));
    let mut next = Points::ZERO;
    for (at, band) in rising {
        fits(at, band, next, grid)?;
        next = band.to + grid.step;
    }
    if next <= grid.max {
        let sentence =
            format!("Các mức điểm chưa phủ đến điểm tối đa; hãy sửa mức cao nhất thành `to = {}`.", toml(grid.max));
        return Err(clause.wrong("bands", "book.contradiction", sentence));
    }
    Ok(())
}

fn fits(at: &Clause<'_>, Band { name, from, to }: &Band, next: Points, grid: Grid) -> Read<()> {
    let Grid { max, step } = grid;
    let (key, sentence) = if !grid.holds(*from) {
        (
            "from",
            format!(
                "Cận dưới của mức \"{name}\" không nằm trên bước điểm; hãy viết bội số của {step}, không quá {max}."
            ),
        )
    } else if !grid.holds(*to) {
        (
            "to",
            format!(
                "Cận trên của mức \"{name}\" không nằm trên bước điểm; hãy viết bội số của {step}, không quá {max}."
            ),
        )
    } else if to < from {
        ("to", format!("Mức \"{name}\" có cận trên nhỏ hơn cận dưới; hãy đổi chỗ `from` và `to`."))
    } else if *from < next {
        ("from", format!("Mức \"{name}\" chồng lên mức liền dưới; hãy viết `from = {}`.", toml(next)))
    } else if *from > next {
        ("from", format!("Giữa mức \"{name}\" và mức liền dưới bị hở; hãy viết `from = {}`.", toml(next)))
    } else {
        return Ok(());
    };
    Err(at.wrong(key, "book.contradiction", sentence))
}

/// Points as the file writes them, with a decimal point.
fn toml(points: Points) -> String {
    points.to_string().replace(',', ".")
}
