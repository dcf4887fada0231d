//! The consolidated report as a workbook: sums, units, groups, texts. Its words are the office's.

use hoithi_journal::Halt;
use hoithi_rules::reporting::{Column, Sums};
use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartSolidFill, ChartType, Color, Format, FormatAlign, Formula, Workbook, Worksheet,
    XlsxError, row_col_to_cell,
};

use crate::press::{doubled_words, request_words};
use crate::summary::{Heap, Summary, sum_of};
use crate::upward::{Upward, why_open};

/// The workbook's bytes.
pub(crate) fn workbook(upward: &Upward) -> Result<Vec<u8>, Halt> {
    written(upward).map_err(Halt::fault)
}

fn written(upward: &Upward) -> Result<Vec<u8>, XlsxError> {
    let (summary, groups) = (&upward.summary, &upward.groups);
    let mut book = Workbook::new();
    sums(book.add_worksheet(), upward)?;
    units(book.add_worksheet(), summary)?;
    if !groups.is_empty() {
        by_group(book.add_worksheet(), summary, groups)?;
    }
    if let Some(chart) = &upward.chart {
        bars(book.add_worksheet(), chart)?;
    }
    texts(book.add_worksheet(), summary)?;
    book.save_to_buffer()
}

/// Of the paper sizes of the format, A3 and A4.
const A3: u8 = 8;
const A4: u8 = 9;

/// What goes beyond this column is not read on A4.
const ON_A4: u16 = 13;

/// How wide a column of figures is, under a head of several lines.
const FIGURE: u32 = 13;

/// Printed lying, as wide as the page, with its head on every page, down to that row and column.
fn on_paper(sheet: &mut Worksheet, row: u32, column: u16) -> Result<(), XlsxError> {
    sheet.set_landscape().set_paper_size(if column <= ON_A4 { A4 } else { A3 }).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?.set_print_area(0, 0, row, column)?;
    Ok(())
}

fn bold() -> Format {
    Format::new().set_bold().set_text_wrap()
}

/// Counts up to 2^53 are the same in a spreadsheet; a larger one goes in as its digits.
fn count(sheet: &mut Worksheet, row: u32, column: u16, value: u64) -> Result<(), XlsxError> {
    match u32::try_from(value) {
        Ok(value) => sheet.write_number_with_format(row, column, value, &Format::new().set_num_format("#,##0"))?,
        Err(_) => sheet.write_string(row, column, value.to_string())?,
    };
    Ok(())
}

fn head(sheet: &mut Worksheet, words: &[&str]) -> Result<(), XlsxError> {
    for (column, word) in (0..).zip(words) {
        sheet.write_string_with_format(0, column, *word, &bold())?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn sums(sheet: &mut Worksheet, upward: &Upward) -> Result<(), XlsxError> {
    let summary = &upward.summary;
    sheet.set_name("Tổng hợp")?;
    head(sheet, &["Nội dung", "Đã duyệt", "Còn mở (chưa duyệt)", "Báo cáo đã duyệt để trống", "Ghi chú"])?;
    sheet.set_column_width(0, 50)?.set_column_width(1, 14)?.set_column_width(2, 20)?.set_column_width(3, 20)?;
    sheet.set_column_width(4, 24)?;
    let top = &summary.sum.top;
    // The chart takes the rows from the first on, and a figure that nobody reported is no bar.
    let columns = summary.columns.iter().filter(|column| column.rolls_up);
    let (having, blank): (Vec<&Column>, Vec<_>) = columns.partition(|column| sum_of(&top.approved, column).is_some());
    let last = rows(having.len());
    for (row, column) in (1..).zip(having.into_iter().chain(blank)) {
        sheet.write_string(row, 0, label(&top.approved, column))?;
        sum(sheet, (row, 1), &top.approved, column)?;
        sum(sheet, (row, 2), &top.open, column)?;
        sheet.write_number(row, 3, rows(summary.blank(column, None)))?;
        if row > last {
            sheet.write_string(row, 4, "chưa có số liệu đã duyệt")?;
        }
    }
    if last > 0 {
        let mut chart = Chart::new(ChartType::Bar);
        chart.add_series().set_categories(("Tổng hợp", 1, 0, last, 0)).set_values(("Tổng hợp", 1, 1, last, 1));
        chart.title().set_name("Số liệu đã duyệt");
        chart.legend().set_hidden();
        sheet.insert_chart(1, 6, &chart.set_height(480).clone())?;
    }
    let words = format!(
        "{} trên {} đơn vị đã báo cáo; {} báo cáo đã duyệt, {} chờ duyệt, {} đã trả lại hoặc mở lại, chưa gửi lại.",
        top.answered(),
        top.asked,
        top.approved.reports,
        top.open.reports - top.returned,
        top.returned
    );
    let below = rows(summary.columns.iter().filter(|column| column.rolls_up).count()) + 2;
    let mut end = below;
    for (row, words) in (below..).zip(std::iter::once(words).chain(limits(upward))) {
        let lines = words.chars().count().div_ceil(ACROSS).max(1);
        sheet.merge_range(row, 0, row, 4, &words, &Format::new().set_text_wrap())?;
        sheet.set_row_height(row, rows(lines.min(MOST_LINES)).saturating_mul(LINE))?;
        end = row;
    }
    on_paper(sheet, end.max(CHART_TO.0), CHART_TO.1)
}

/// So many letters stand in a line across the first columns of the sums, and so high is a line.
const ACROSS: usize = 120;
const LINE: u32 = 15;

/// No row of a spreadsheet is higher.
const MOST_LINES: usize = 27;

/// The last row and column that a chart takes.
const CHART_TO: (u32, u16) = (26, 13);

fn rows(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A sum; a dash where no report has the figure, which is not zero.
fn sum(sheet: &mut Worksheet, (row, place): (u32, u16), sums: &Sums, column: &Column) -> Result<(), XlsxError> {
    match sum_of(sums, column) {
        Some(added) => count(sheet, row, place, added.sum),
        None => nothing(sheet, row, place),
    }
}

fn nothing(sheet: &mut Worksheet, row: u32, place: u16) -> Result<(), XlsxError> {
    let right = Format::new().set_align(FormatAlign::Right);
    sheet.write_string_with_format(row, place, "–", &right).map(|_| ())
}

/// A figure in full; of a question how many answered it, because its sum is of those that said yes.
fn label(approved: &Sums, column: &Column) -> String {
    if !column.asked {
        return column.label.clone();
    }
    format!("{} (số đơn vị trả lời Có, trên {} đơn vị đã trả lời)", column.label, approved.having(&column.code))
}

/// Of which reports this is the sum, where it is not of all that were asked.
fn limits(upward: &Upward) -> Vec<String> {
    let summary = &upward.summary;
    let span = upward.span.iter().map(|span| format!("Phạm vi tổng hợp: {span}."));
    let others = summary
        .other_forms
        .iter()
        .map(|sheet| format!("Không cộng {} báo cáo theo biểu khác: {}.", sheet.reports, sheet.form.name));
    let beside = summary.beside.iter().map(|unit| {
        let due = hoithi_web::day(unit.line.request.due);
        format!("Không cộng báo cáo hạn {due} của {}: mỗi đơn vị chỉ tính một báo cáo.", unit.name)
    });
    let requests = upward.requests.iter().map(|request| format!("Cộng chung: {}.", request_words(request)));
    let doubled = summary.doubled.iter().map(|doubled| format!("Có thể cộng hai lần: {}.", doubled_words(doubled)));
    span.chain(requests).chain(others).chain(beside).chain(doubled).collect()
}

fn units(sheet: &mut Worksheet, summary: &Summary) -> Result<(), XlsxError> {
    sheet.set_name("Đơn vị")?;
    let heads = ["Đơn vị", "Tình trạng", "Ngày nhận", "Số ngày chậm"];
    let figures = summary.columns.iter().map(|column| column.label.as_str());
    head(sheet, &heads.into_iter().chain(figures).collect::<Vec<_>>())?;
    sheet.set_column_width(0, 34)?.set_column_width(1, 18)?.set_column_width(2, 12)?.set_column_width(3, 9)?;
    let last = figure_widths(sheet, summary)?;
    for (row, unit) in (1..).zip(&summary.units) {
        sheet.write_string(row, 0, &unit.name)?;
        sheet.write_string(row, 1, why_open(unit))?;
        if let Some(answer) = unit.line.answer() {
            sheet.write_string(row, 2, hoithi_web::day(answer.first_received))?;
            if answer.late() {
                sheet.write_number(row, 3, answer.days_late)?;
            }
        }
        for (place, column) in (FIRST..).zip(&summary.columns) {
            match unit.approved(&column.code) {
                Some(value) if column.asked => {
                    sheet.write_string(row, place, if value == 0 { NO } else { YES })?;
                }
                Some(value) => count(sheet, row, place, value)?,
                None => nothing(sheet, row, place)?,
            }
        }
    }
    let row = rows(summary.units.len()).saturating_add(1);
    sheet.write_string_with_format(row, 0, "Cộng các báo cáo đã duyệt", &bold())?;
    added_up(sheet, row, summary, |column| if column.asked { Adds::Yes } else { Adds::Figures })?;
    on_paper(sheet, row, last)
}

const YES: &str = "Có";
const NO: &str = "Không";

/// The figures stand from this column on.
const FIRST: u16 = 4;

/// Makes room for every figure; says which column is the last.
fn figure_widths(sheet: &mut Worksheet, summary: &Summary) -> Result<u16, XlsxError> {
    let mut last = FIRST - 1;
    for (place, _) in (FIRST..).zip(&summary.columns) {
        sheet.set_column_width(place, FIGURE)?;
        last = place;
    }
    Ok(last)
}

/// What stands above a sum.
enum Adds {
    Figures,
    /// Answers, of which those that say yes are counted.
    Yes,
}

/// The last row: formulas over the rows above it, each with what it comes to. What has no figure above it has none,
/// and what is too large for a spreadsheet to add stands as it is.
fn added_up(
    sheet: &mut Worksheet,
    row: u32,
    summary: &Summary,
    adds: impl Fn(&Column) -> Adds,
) -> Result<(), XlsxError> {
    for (place, column) in (FIRST..).zip(&summary.columns).filter(|(_, column)| column.rolls_up) {
        let sums = &summary.sum.top.approved;
        match sum_of(sums, column).map(|added| u32::try_from(added.sum)) {
            Some(Ok(value)) => formula(sheet, (row, place), &adds(column), u64::from(value))?,
            Some(Err(_)) | None => sum(sheet, (row, place), sums, column)?,
        }
    }
    Ok(())
}

fn formula(sheet: &mut Worksheet, (row, place): (u32, u16), adds: &Adds, value: u64) -> Result<(), XlsxError> {
    let above = format!("{}:{}", row_col_to_cell(1, place), row_col_to_cell(row.saturating_sub(1), place));
    let words = match adds {
        Adds::Figures => format!("=SUM({above})"),
        Adds::Yes => format!("=COUNTIF({above},\"{YES}\")"),
    };
    let format = Format::new().set_num_format("#,##0").set_bold();
    sheet.write_formula_with_format(row, place, Formula::new(words).set_result(value.to_string()), &format)?;
    Ok(())
}

fn line(sheet: &mut Worksheet, row: u32, sums: &Sums, columns: &[Column]) -> Result<(), XlsxError> {
    for (place, column) in (FIRST..).zip(columns) {
        if column.rolls_up {
            sum(sheet, (row, place), sums, column)?;
        }
    }
    Ok(())
}

fn by_group(sheet: &mut Worksheet, summary: &Summary, groups: &[(String, Heap)]) -> Result<(), XlsxError> {
    sheet.set_name("Nhóm")?;
    let heads = ["Nhóm", "Yêu cầu", "Đã báo cáo", "Đã duyệt"];
    let figures = summary.columns.iter().map(|column| column.label.as_str());
    head(sheet, &heads.into_iter().chain(figures).collect::<Vec<_>>())?;
    sheet.set_column_width(0, 34)?.set_column_width(1, 10)?.set_column_width(2, 10)?.set_column_width(3, 10)?;
    let last = figure_widths(sheet, summary)?;
    for (row, (name, heap)) in (1..).zip(groups) {
        let Some(group) = summary.sum.groups.get(heap) else { continue };
        sheet.write_string(row, 0, name)?;
        for (column, value) in (1..).zip([group.asked, group.answered(), group.approved.reports]) {
            count(sheet, row, column, u64::try_from(value).unwrap_or(u64::MAX))?;
        }
        line(sheet, row, &group.approved, &summary.columns)?;
    }
    let (row, top) = (rows(groups.len()).saturating_add(1), &summary.sum.top);
    sheet.write_string_with_format(row, 0, "Cộng", &bold())?;
    for (column, value) in (1..).zip([top.asked, top.answered(), top.approved.reports]) {
        formula(sheet, (row, column), &Adds::Figures, u64::try_from(value).unwrap_or(u64::MAX))?;
    }
    added_up(sheet, row, summary, |_| Adds::Figures)?;
    on_paper(sheet, row, last)
}

/// One figure side by side; in a spreadsheet the first bar of such a chart is the lowest.
fn bars(sheet: &mut Worksheet, shown: &crate::upward::Chart) -> Result<(), XlsxError> {
    sheet.set_name("Biểu đồ")?;
    head(sheet, &["Nơi", shown.figure.as_str()])?;
    sheet.set_column_width(0, 34)?.set_column_width(1, 18)?;
    let mut last = 0;
    for (row, (label, value)) in (1..).zip(&shown.bars) {
        sheet.write_string(row, 0, label)?;
        count(sheet, row, 1, *value)?;
        last = row;
    }
    let mut chart = Chart::new(ChartType::Bar);
    chart
        .add_series()
        .set_categories(("Biểu đồ", 1, 0, last, 0))
        .set_values(("Biểu đồ", 1, 1, last, 1))
        .set_data_label(ChartDataLabel::new().show_value())
        .set_format(ChartSolidFill::new().set_color(Color::RGB(0x7F_7F_7F)));
    chart.title().set_name(&shown.figure);
    chart.legend().set_hidden();
    chart.y_axis().set_reverse();
    sheet.insert_chart(1, 3, chart.set_height(480).set_width(640))?;
    if shown.blank > 0 {
        sheet.write_string(last + 2, 0, shown.says_blank())?;
    }
    on_paper(sheet, (last + 2).max(CHART_TO.0), CHART_TO.1)
}

fn texts(sheet: &mut Worksheet, summary: &Summary) -> Result<(), XlsxError> {
    sheet.set_name("Nội dung")?;
    head(sheet, &["Mục", "Đơn vị", "Nội dung", "Báo cáo"])?;
    sheet.set_column_width(0, 24)?.set_column_width(1, 34)?.set_column_width(2, 90)?.set_column_width(3, 14)?;
    let said = summary.texts.iter().filter(|passage| !passage.left_out);
    let mut last = 0;
    for (row, passage) in (1..).zip(said) {
        let label = summary.headings.iter().find(|(code, _)| *code == passage.key.heading);
        sheet.write_string(row, 0, label.map_or(passage.key.heading.as_str(), |(_, words)| words.as_str()))?;
        sheet.write_string(row, 1, &passage.unit)?;
        sheet.write_string_with_format(row, 2, &passage.words, &Format::new().set_text_wrap())?;
        sheet.write_string(row, 3, if passage.approved { "đã duyệt" } else { "chưa duyệt" })?;
        last = row;
    }
    on_paper(sheet, last, 3)
}
