//! What a person takes home: a certificate to hang up, a receipt to keep.

use jiff::civil::Date;
use serde::Serialize;

use crate::qr::Qr;

use super::Signature;

/// `Giấy chứng nhận`, A4 across.
#[derive(Clone, Debug, Serialize)]
pub struct Certificate {
    pub watermark: Option<String>,
    /// Over the title, in capitals: `BAN TỔ CHỨC HỘI THI …`.
    pub issuer: String,
    /// `GIẤY CHỨNG NHẬN`.
    pub title: String,
    /// `Chứng nhận`: between the title and the names; `Tặng` stands over the title of what has a merit.
    pub verb: String,
    /// One line each, the largest letters on the sheet.
    pub names: Vec<String>,
    /// What they are or where they work; a line under the names.
    pub unit: Option<String>,
    /// What was done, as a sentence: `Đã có thành tích …`. It stands in the place of prize, contest and
    /// solution; empty where there is a prize.
    pub merit: String,
    /// `GIẢI NHẤT`.
    pub prize: String,
    /// Behind the prize: `Hội thi … lần thứ VIII, năm 2020 - 2021`.
    pub contest: String,
    /// `Với giải pháp`.
    pub solution_label: String,
    /// Empty where the prize was won by none.
    pub solution: String,
    /// `Theo Quyết định số 12/QĐ-BTC ngày 05/11/2021 …`.
    pub decision: String,
    pub place: String,
    pub date: Option<Date>,
    pub signature: Signature,
    /// `Số vào sổ: 07/2021`.
    pub register_number: String,
    /// Holds the address where the certificate can be checked.
    pub qr: Qr,
    /// Under the code; short enough to type.
    pub address: String,
}

/// `Giấy biên nhận`: proof of what was handed in, and when.
#[derive(Clone, Debug, Serialize)]
pub struct Receipt {
    pub watermark: Option<String>,
    pub issuer: String,
    pub title: String,
    /// A line under the title, such as the edition's name.
    pub subtitle: String,
    /// `Mã số dự thi`
    pub code_label: String,
    /// The largest letters on the sheet: `CNTT-017`.
    pub code: String,
    /// Label and value.
    pub facts: Vec<(String, String)>,
    /// `Tệp đã nhận`
    pub files_label: String,
    pub files: Vec<ReceiptFile>,
    /// `Việc tiếp theo`
    pub next_label: String,
    /// What happens next, step by step.
    pub next: Vec<String>,
    /// Small print at the foot.
    pub note: String,
    pub qr: Option<Qr>,
    /// Under the code.
    pub address: Option<String>,
    pub date: Option<Date>,
}

/// One file that was handed in.
#[derive(Clone, Debug, Serialize)]
pub struct ReceiptFile {
    pub name: String,
    /// `1,2 MB`
    pub size: String,
    pub sha256: String,
}
