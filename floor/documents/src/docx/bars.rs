//! Bars in a Word file: shaded cells, which any word processor shows and prints.

use std::fmt::Write;

use super::body::{WIDTH, cell, paragraph, run};
use crate::forms::{Bar, Bars};

const LABEL: u32 = 3084;
const FIGURE: u32 = 1100;
/// A word processor takes 63 columns at most.
const STEPS: u32 = 50;
const STEP: u32 = (WIDTH - LABEL - FIGURE) / STEPS;

/// White above and below keeps the bars apart.
const APART: &str = r#"<w:tcBorders><w:top w:val="single" w:sz="24" w:space="0" w:color="FFFFFF"/><w:bottom w:val="single" w:sz="24" w:space="0" w:color="FFFFFF"/></w:tcBorders>"#;
const GREY: &str = r#"<w:shd w:val="clear" w:color="auto" w:fill="7F7F7F"/>"#;

pub(super) fn bars(bars: &Bars) -> String {
    let total = LABEL + STEPS * STEP + FIGURE;
    let mut xml = format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{total}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>\
         <w:gridCol w:w=\"{LABEL}\"/>"
    );
    for _ in 0..STEPS {
        let _ = write!(xml, "<w:gridCol w:w=\"{STEP}\"/>");
    }
    let _ = write!(xml, "<w:gridCol w:w=\"{FIGURE}\"/></w:tblGrid>");
    for bar in &bars.bars {
        row(&mut xml, bar);
    }
    xml.push_str("</w:tbl>");
    xml
}

fn row(xml: &mut String, bar: &Bar) {
    let long = (bar.share * STEPS).div_ceil(1000).min(STEPS);
    xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
    xml.push_str(&cell(LABEL, 1, &run(&bar.label, ""), "left"));
    for (steps, look) in [(long, [APART, GREY].concat()), (STEPS - long, String::new())] {
        if steps > 0 {
            let width = steps * STEP;
            let _ = write!(
                xml,
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:gridSpan w:val=\"{steps}\"/>{look}</w:tcPr>{}</w:tc>",
                paragraph("VBOBang", "", "")
            );
        }
    }
    xml.push_str(&cell(FIGURE, 1, &run(&bar.shown, ""), "right"));
    xml.push_str("</w:tr>");
}
