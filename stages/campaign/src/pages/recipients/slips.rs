//! Slips for the envelopes: one for each unit that nobody reaches otherwise, or that has not confirmed. Some
//! are printed while one waits; hundreds are printed in parts, and their page says how far that is.

use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{Document, answer_pdf};
use hoithi_documents::forms::{Slip, Slips};
use hoithi_documents::{Printer, Qr, QrTooLong, bundle};
use hoithi_edition::Edition;
use hoithi_journal::{Act, Fault, Halt};
use hoithi_people::Viewer;
use hoithi_rules::campaign::{Task, TaskKind};
use hoithi_rules::ids::{DocumentId, SendingId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Finished, House, NewJob, Path, Place, Posted, Progress, redirect};
use jiff::civil::Date;
use uuid::Uuid;

use crate::called::called;
use crate::links::{self, Made, first_due};
use crate::pages::letter_for;
use crate::pages::link::{in_groups, private};
use crate::recipients::recipients;
use crate::store;

/// So many slips are printed while somebody waits: about two seconds.
const WHILE_WAITING: usize = 100;

/// So many stand in one file of a long print.
const A_PART: usize = 50;

pub(super) async fn print(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["whom"])?;
    let mut db = house.read().await?;
    let (edition, letter) = letter_for(&mut db, &viewer, &slug, id, Permission::LetterSend).await?;
    let units = units_of(&mut db, &letter, posted.form.value("whom"), viewer.today).await?;
    let contact = store::tasks_of_letter(&mut db, id, TaskKind::NameContact).await?;
    let asked = Asks {
        first_due: first_due(&mut db, id).await?,
        contact: contact.iter().any(Task::is_open),
        agency: called(&mut db, &edition, viewer.today).await?,
    };
    drop(db);
    if units.is_empty() {
        return Err(Halt::refused("campaign.no_slips", None, "no unit needs a slip"));
    }
    // Before any link is made: slips that nobody prints would take the place of those that were.
    let place = if units.len() > WHILE_WAITING { Some(house.jobs.place()?) } else { None };
    let (names, of): (Vec<String>, Vec<SendingId>) = units.into_iter().map(|(of, name)| (name, of)).unzip();
    let (job, links) = house.acts.perform(viewer.actor(), move |act| Box::pin(made(act, id, of.clone()))).await?;
    let until = links.first().map(|made| made.last_day);
    let print = Print {
        printer: house.printer.clone(),
        head: head(&house, (&edition, &letter), &asked, until),
        door: format!("{}/lien-ket", house.site.public_url),
        of: names.into_iter().zip(links.into_iter().map(|made| made.token)).collect(),
    };
    let Some(place) = place else {
        let bytes = print.part(&print.of).await.map_err(Halt::Fault)?;
        return Ok(private(answer_pdf(bytes, "phieu-lien-ket.pdf")));
    };
    let owner = viewer.signed_in()?.id.uuid();
    let back = format!("/ky/{slug}/noi-nhan/{id}");
    Ok(begin(place, NewJob { id: job, owner, all: print.of.len(), back, at: house.clock().now() }, print))
}

/// The links with an id for the job that may print them.
async fn made(act: &mut Act, letter: DocumentId, of: Vec<SendingId>) -> Result<(Uuid, Vec<Made>), Halt> {
    let links = links::slips(act, letter, of).await?;
    Ok((act.random_id()?, links))
}

fn begin(place: Place, job: NewJob, print: Print) -> Response {
    let page = format!("/viec-dang-chay/{}", job.id);
    place.begin(job, |progress| print.in_parts(progress));
    redirect(&page)
}

async fn units_of(db: &mut Conn, letter: &Document, whom: &str, today: Date) -> Result<Vec<(SendingId, String)>, Halt> {
    let all = recipients(db, letter, today).await?;
    let wanted = all.into_iter().filter(|each| match whom {
        "unreached" => each.is_unreached() && !each.sent.is_acknowledged(),
        _ => !each.sent.is_acknowledged(),
    });
    Ok(wanted.map(|each| (each.sent.sending.id, each.unit.name)).collect())
}

/// Slips that are about to be printed: what stands on all of them, then each unit with its code.
struct Print {
    printer: Printer,
    head: Slips,
    /// Under which address the codes open something.
    door: String,
    of: Vec<(String, String)>,
}

impl Print {
    async fn in_parts(self, progress: Progress) -> Result<Finished, Fault> {
        let mut files = Vec::with_capacity(self.of.len().div_ceil(A_PART));
        let mut done = 0;
        for part in self.of.chunks(A_PART) {
            let first = done + 1;
            done += part.len();
            files.push((format!("phieu-{first:04}-{done:04}.pdf"), self.part(part).await?));
            progress.done(done);
        }
        let whole = tokio::task::spawn_blocking(move || bundle(&files)).await.map_err(Fault::new)?;
        let bytes = whole.map_err(Fault::new)?.into();
        Ok(Finished { name: "phieu-lien-ket.zip", media_type: "application/zip", bytes })
    }

    async fn part(&self, of: &[(String, String)]) -> Result<Vec<u8>, Fault> {
        let slips = of.iter().map(|(unit, code)| slip(unit, &self.door, code)).collect::<Result<Vec<_>, _>>();
        let form = Slips { slips: slips.map_err(Fault::new)?, ..self.head.clone() };
        self.printer.print_form(&form).await.map_err(Fault::new)
    }
}

fn slip(unit: &str, door: &str, code: &str) -> Result<Slip, QrTooLong> {
    Ok(Slip { unit: unit.to_owned(), code: in_groups(code), qr: Qr::new(&format!("{door}/{code}"))? })
}

/// What a slip says beside its address.
struct Asks {
    /// By which day something is asked first.
    first_due: Option<Date>,
    /// Whether it asks for a contact.
    contact: bool,
    agency: String,
}

/// The slips' words are the office's, so they are Vietnamese whatever the interface.
fn head(house: &House, (edition, letter): (&Edition, &Document), asks: &Asks, until: Option<Date>) -> Slips {
    let due = asks.first_due.map(|due| format!(" Hạn sớm nhất: {}.", hoithi_web::day(due))).unwrap_or_default();
    let contact =
        if asks.contact { "; đơn vị chưa có cán bộ đầu mối thì cử một người" } else { "" };
    let until = until.map(|day| format!("Mở được đến hết ngày {}. ", hoithi_web::day(day))).unwrap_or_default();
    let number = letter.signed().map(|(number, day)| format!("{number} ngày {}", hoithi_web::day(day)));
    Slips {
        watermark: house.site.watermark(),
        title: "Phiếu liên kết".to_owned(),
        issuer: edition.book.rules().agency.name.clone(),
        to_label: "Gửi kèm văn bản tới".to_owned(),
        subject: format!("{} {}: {}", letter.content.kind, number.unwrap_or_default(), letter.content.subject),
        steps: vec![
            "Quét mã vuông bằng điện thoại, hoặc vào địa chỉ ở dưới và gõ mã bên cạnh.".to_owned(),
            "Xem văn bản, ghi họ tên, chức vụ và bấm “Xác nhận đã nhận”.".to_owned(),
            format!("Trả lời từng việc được giao{contact}.{due}"),
        ],
        address: format!("{}/lien-ket", house.site.public_url),
        code_label: "Địa chỉ và mã riêng của đơn vị; gõ chữ hoa hay chữ thường, có hay không có dấu gạch đều được:"
            .to_owned(),
        note: format!(
            "{until}Không cần tài khoản. Ai có mã này đều trả lời thay đơn vị được, nên chỉ trao cho người phụ \
             trách. Không mở được thì liên hệ {}.",
            asks.agency
        ),
        slips: Vec::new(),
    }
}
