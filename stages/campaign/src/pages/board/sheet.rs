//! The board on paper: A3, its head on every sheet. A long one is printed in parts, while its page says how far
//! that is.

use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::answer_pdf;
use hoithi_documents::forms::{BoardLine, BoardSheet, BoardWord};
use hoithi_documents::{Printer, bundle};
use hoithi_journal::{Fault, Halt};
use hoithi_people::{Viewer, job_id};
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, Finished, House, NewJob, Page, Path, Posted, Progress, redirect};
use jiff::civil::Date;

use super::table::{Table, asked_for, words};

/// So many units stand in one file; more are printed as a job.
const A_PART: usize = 200;

pub(in crate::pages) async fn sheet(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let table = asked_for(&house, &slug, &viewer, &page, asked).await?;
    let of = table.place;
    let print = Print::of(&house, &page, viewer.today, table);
    if print.lines.len() <= A_PART {
        let bytes = print.part(&print.lines, true).await.map_err(Halt::Fault)?;
        return Ok(answer_pdf(bytes, "tien-do.pdf"));
    }
    let (place, owner) = (house.jobs.place()?, viewer.signed_in()?.id.uuid());
    let id = house.acts.perform(viewer.actor(), move |act| Box::pin(job_id(act, Permission::CampaignView, of))).await?;
    let back = format!("/ky/{slug}/tien-do");
    let job = NewJob { id, owner, all: print.lines.len(), back, at: house.clock().now() };
    place.begin(job, |progress| print.in_parts(progress));
    Ok(redirect(&format!("/viec-dang-chay/{id}")))
}

/// A board that is about to be printed: what stands on every sheet, then its lines.
struct Print {
    printer: Printer,
    head: BoardSheet,
    lines: Vec<BoardLine>,
    totals: Vec<String>,
}

impl Print {
    fn of(house: &House, page: &Page, today: Date, table: Table) -> Self {
        let without_level = |texts: Vec<String>| -> Vec<String> {
            texts.into_iter().enumerate().filter(|(place, _)| *place != 1).map(|(_, text)| text).collect()
        };
        let legend = ["done", "doing", "todo", "warn", "late", "stop"];
        let head = BoardSheet {
            watermark: house.site.watermark(),
            issuer: table.issuer,
            title: table.name,
            about: table.about,
            standing: page.t1("campaign-board-standing", "day", page.day(today)),
            legend: legend.map(|tone| word(tone, page.tcode("campaign-board-tone-", tone))).into(),
            heads: without_level(table.heads),
            ..BoardSheet::default()
        };
        let mut totals = without_level(table.totals);
        let confirmed: usize = table.lines.iter().map(|line| line.publicity).sum();
        totals.push(confirmed.to_string());
        let line = |line: super::table::Line| {
            let mut cells: Vec<BoardWord> = line.cells.iter().map(|cell| word(cell.shown.tone, words(cell))).collect();
            cells.push(word("none", line.publicity.to_string()));
            BoardLine { name: line.unit, cells }
        };
        Self { printer: house.printer.clone(), head, lines: table.lines.into_iter().map(line).collect(), totals }
    }

    async fn in_parts(self, progress: Progress) -> Result<Finished, Fault> {
        let mut files = Vec::with_capacity(self.lines.len().div_ceil(A_PART));
        let mut done = 0;
        for part in self.lines.chunks(A_PART) {
            let first = done + 1;
            done += part.len();
            let bytes = self.part(part, done == self.lines.len()).await?;
            files.push((format!("tien-do-{first:04}-{done:04}.pdf"), bytes));
            progress.done(done);
        }
        let whole = tokio::task::spawn_blocking(move || bundle(&files)).await.map_err(Fault::new)?;
        let bytes = whole.map_err(Fault::new)?.into();
        Ok(Finished { name: "tien-do.zip", media_type: "application/zip", bytes })
    }

    /// The sums stand under the last of them.
    async fn part(&self, lines: &[BoardLine], is_last: bool) -> Result<Vec<u8>, Fault> {
        let totals = if is_last { self.totals.clone() } else { Vec::new() };
        let form = BoardSheet { lines: lines.to_vec(), totals, ..self.head.clone() };
        self.printer.print_form(&form).await.map_err(Fault::new)
    }
}

fn word(tone: &str, word: String) -> BoardWord {
    BoardWord { tone: tone.to_owned(), word }
}
