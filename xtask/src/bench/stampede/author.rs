//! One author on that night, from the first word to the receipt.

use std::time::{Duration, Instant};

use super::super::client::Answer;
use super::super::html::Form;
use super::super::server::Server;
use super::super::visitor::Visitor;
use crate::Result;

/// So many bytes go up at once.
pub(super) const PIECE: usize = 1 << 20;
/// The description of a dossier, a little less than its part takes.
const LARGE: usize = 19_900_000;
const SMALL: usize = 100_000;
/// So many files differ; the others are equal to one of them, so that the disk of a developer is enough.
const KINDS: usize = 100;
/// How often an author's summary saves itself.
const SAVES: usize = 5;

const BEGIN: &str = "/ky/quang-ninh-viii/nop-ho-so";
const CATEGORY: &str = "cong-nghiep-xay-dung";
const DECLARATIONS: [&str; 4] = ["ap-dung-trong-tinh", "chua-doat-giai", "khong-trung", "khong-gay-hai"];

/// What the authors waited for.
#[derive(Default)]
pub(super) struct Told {
    /// Each saving of a draft.
    pub(super) saves: Vec<Duration>,
    /// Each piece of a file.
    pub(super) pieces: Vec<Duration>,
    /// Each large file, from its first byte until its part has it.
    pub(super) files: Vec<Duration>,
    /// Submissions that were acknowledged.
    pub(super) submitted: usize,
}

impl Told {
    pub(super) fn join(&mut self, other: Self) {
        self.saves.extend(other.saves);
        self.pieces.extend(other.pieces);
        self.files.extend(other.files);
        self.submitted += other.submitted;
    }
}

/// A PDF of one object, with a place where each author's number stands.
pub(super) struct Paper {
    bytes: Vec<u8>,
    mark: usize,
}

/// The papers of a dossier.
pub(super) struct Papers {
    form: Paper,
    description: Paper,
}

impl Papers {
    pub(super) fn new() -> Self {
        Self { form: Paper::of(SMALL), description: Paper::of(LARGE) }
    }
}

impl Paper {
    fn of(length: usize) -> Self {
        let head = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Note (";
        let body = format!("{head}00000000{}) >>\nendobj\n", "x".repeat(length));
        let table = format!(
            "xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<< /Size 2 /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n",
            body.len()
        );
        Self { bytes: format!("{body}{table}").into_bytes(), mark: head.len() }
    }

    fn piece(&self, number: usize, from: usize) -> Vec<u8> {
        let mut piece = self.bytes[from..(from + PIECE).min(self.bytes.len())].to_vec();
        if from == 0 {
            let number = format!("{:08}", number % KINDS);
            piece[self.mark..self.mark + number.len()].copy_from_slice(number.as_bytes());
        }
        piece
    }
}

/// Writes a whole dossier and submits it.
pub(super) fn submit(server: &Server, login: &str, number: usize, papers: &Papers, told: &mut Told) -> Result {
    let mut author = Visitor::new(server, Some(login))?;
    let title = format!("Giải pháp nộp đêm cuối số {number}");
    let mut form = author.form(BEGIN, "")?;
    form.set("title", &title);
    form.set("category", CATEGORY);
    let begun = sent(&mut author, &form, 303)?;
    let at = begun.headers("location").next().ok_or("a begun dossier has no address")?.to_owned();

    let mut form = author.form(&format!("{at}/giai-phap"), "")?;
    for (name, value) in
        [("title", &*title), ("category", CATEGORY), ("entrant", "individual"), ("created_on", "1/5/2018")]
    {
        form.set(name, value);
    }
    sent(&mut author, &form, 303)?;
    for turn in 1..=SAVES {
        save(&mut author, &at, turn, told)?;
    }
    attach(&mut author, &format!("{at}/phan/phieu-dang-ky"), (&papers.form, number), told)?;
    let asked = Instant::now();
    attach(&mut author, &format!("{at}/phan/ban-mo-ta"), (&papers.description, number), told)?;
    told.files.push(asked.elapsed());

    let mut form = author.form(&format!("{at}/cam-ket"), "")?;
    form.fields.extend(DECLARATIONS.map(|code| ("declarations".to_owned(), code.to_owned())));
    sent(&mut author, &form, 303)?;
    let form = author.form(&format!("{at}/kiem-tra"), "/nop")?;
    sent(&mut author, &form, 303)?;
    told.submitted += 1;
    Ok(())
}

/// The summary saves itself, as the page does while somebody types.
fn save(author: &mut Visitor, at: &str, turn: usize, told: &mut Told) -> Result {
    let page = format!("{at}/phan/tom-tat");
    let mut form = author.form(&page, "/phan/tom-tat")?;
    form.set("text", &format!("Máy rửa than dùng nước tuần hoàn, bản ghi lần {turn}."));
    form.action = format!("{page}/tu-luu");
    let asked = Instant::now();
    sent(author, &form, 200)?;
    told.saves.push(asked.elapsed());
    Ok(())
}

/// The file goes up in pieces, then the part's form gives it.
fn attach(author: &mut Visitor, page: &str, (paper, number): (&Paper, usize), told: &mut Told) -> Result {
    let length = paper.bytes.len();
    let about = [("Upload-Length", length.to_string()), ("Upload-Metadata", "filename dGVwLnBkZg==".to_owned())];
    let begun = author.tus("POST", &format!("{page}/tai-len"), &about, &[])?;
    let upload = expected(begun, 201, page)?.headers("location").next().ok_or("an upload has no address")?.to_owned();
    for from in (0..length).step_by(PIECE) {
        let piece = paper.piece(number, from);
        let asked = Instant::now();
        let taken = author.tus("PATCH", &upload, &[("Upload-Offset", from.to_string())], &piece)?;
        told.pieces.push(asked.elapsed());
        expected(taken, 204, &upload)?;
    }
    let mut form = author.form(page, page)?;
    form.fields.retain(|(name, _)| name != "file");
    form.set("upload", upload.rsplit('/').next().unwrap_or_default());
    sent(author, &form, 303).map(drop)
}

fn sent(author: &mut Visitor, form: &Form, wanted: u16) -> Result<Answer> {
    let answer = author.send(form)?;
    expected(answer, wanted, &form.action)
}

fn expected(answer: Answer, wanted: u16, address: &str) -> Result<Answer> {
    if answer.status == wanted {
        return Ok(answer);
    }
    Err(format!("{address} was answered {}:\n{}", answer.status, answer.text()).into())
}
