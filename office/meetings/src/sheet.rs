//! The sheet that lies at the door: who is asked to come, what they answered, where they sign.

use hoithi_documents::forms::{Block, Book, Column, Row, Table};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_rules::meetings::Reply;
use hoithi_web::House;

use crate::meeting::{Invitee, Meeting};
use crate::papers::when;

/// Lines left for whoever comes unasked.
const BLANK: usize = 5;

/// The attendance sheet as a PDF. A paper of the office, so its words are Vietnamese whatever the
/// reader's screen is in.
pub(crate) async fn attendance_sheet(
    house: &House,
    edition: &Edition,
    meeting: &Meeting,
    invitees: &[Invitee],
) -> Result<Vec<u8>, Halt> {
    let plan = &meeting.plan;
    let book = Book {
        watermark: house.site.watermark(),
        parent: None,
        issuer: edition.book.rules().agency.name.clone(),
        title: "Danh sách đại biểu".to_owned(),
        period: format!("{} – {}, tại {}", plan.title, when(edition, plan.starts_at), plan.place),
        blocks: vec![Block::Table(table(invitees))],
    };
    house.printer.print_form(&book).await.map_err(Halt::fault)
}

fn table(invitees: &[Invitee]) -> Table {
    let columns = vec![
        Column::narrow("TT"),
        Column::wide("Đại biểu", 5),
        Column::wide("Thành phần", 2),
        Column::wide("Trả lời giấy mời", 3),
        Column::wide("Ký tên", 3),
    ];
    // A second line makes room for a pen.
    let line = |number: usize, cells: [String; 3]| {
        let [who, what, said] = cells;
        Row::Cells(vec![number.to_string(), who, what, said, "\u{a0}\n\u{a0}".to_owned()])
    };
    let asked = (1..).zip(invitees).map(|(number, invitee)| line(number, cells(invitee)));
    let blank = (invitees.len() + 1..).take(BLANK).map(|number| line(number, [const { String::new() }; 3]));
    Table { title: None, columns, rows: asked.chain(blank).collect() }
}

fn cells(invitee: &Invitee) -> [String; 3] {
    let what = if invitee.member { "Thành viên" } else { "Khách mời" };
    let said = match &invitee.reply {
        None => "Chưa trả lời".to_owned(),
        Some(Reply::Comes) => "Dự".to_owned(),
        Some(Reply::Excused { reason }) => format!("Vắng: {reason}"),
        Some(Reply::Sends { who }) => format!("Cử {who}"),
    };
    [invitee.name.clone(), what.to_owned(), said]
}
