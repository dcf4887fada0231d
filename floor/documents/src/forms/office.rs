//! Documents in the layout of the decree on records: letters, decisions, reports, minutes.

use serde::Serialize;

use super::{Annex, Block, Head, Recipients, Signature};

/// `Công văn`: has no kind over it, only `V/v …` under its number.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Letter {
    /// Printed over every page, such as a notice that the data are invented.
    pub watermark: Option<String>,
    pub head: Head,
    /// Without `V/v`.
    pub subject: String,
    /// One stands behind `Kính gửi:`, several stand in a list under it.
    pub addressees: Vec<String>,
    /// Lines in italics before the body; the template sets `;` and the last full stop.
    pub bases: Vec<String>,
    pub blocks: Vec<Block>,
    pub signature: Signature,
    pub recipients: Recipients,
    pub annexes: Vec<Annex>,
    /// How annexes name the issuer: `Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh`.
    pub issuer_in_text: String,
}

/// `Quyết định`, `Nghị quyết`: bases, then what is ordered, then lists in annexes.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Decision {
    pub watermark: Option<String>,
    pub head: Head,
    /// `Quyết định`; printed in capitals.
    pub kind: String,
    /// Between bases and articles: `QUYẾT ĐỊNH:`.
    pub orders: String,
    /// `Về việc tặng giải …`; bold under the kind.
    pub subject: String,
    /// Who decides, in capitals: `BAN TỔ CHỨC HỘI THI`.
    pub authority: String,
    pub bases: Vec<String>,
    pub articles: Vec<Article>,
    /// What is ordered without articles, mostly nothing.
    pub blocks: Vec<Block>,
    pub signature: Signature,
    pub recipients: Recipients,
    pub annexes: Vec<Annex>,
    /// How annexes name the issuer: `Ban Tổ chức Hội thi`.
    pub issuer_in_text: String,
}

/// `Điều 1. …`: the template numbers them.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Article {
    /// Bold behind the number; a short decision has none.
    pub title: Option<String>,
    /// The first paragraph stands behind the number when there is no title.
    pub blocks: Vec<Block>,
}

/// `Kế hoạch`, `Báo cáo`, `Tờ trình`, `Thông báo`: a kind, a subject, a body of blocks.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Report {
    pub watermark: Option<String>,
    pub head: Head,
    /// In capitals: `KẾ HOẠCH`, `BÁO CÁO`.
    pub kind: String,
    pub subject: String,
    /// For papers that go upward; empty for a plan.
    pub addressees: Vec<String>,
    pub bases: Vec<String>,
    pub blocks: Vec<Block>,
    pub signature: Signature,
    pub recipients: Recipients,
    pub annexes: Vec<Annex>,
    pub issuer_in_text: String,
}

/// `Giấy mời`, `Công điện`, `Giấy giới thiệu`, `Hợp đồng`: what calls those it is for by words of its own,
/// or nobody, and is signed by one or by two.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Note {
    pub watermark: Option<String>,
    pub head: Head,
    /// `Giấy mời`; printed in capitals.
    pub kind: String,
    /// Bold under the kind; empty where the text says it.
    pub subject: String,
    /// `Ban Tổ chức trân trọng kính mời:`; nothing is printed where there are no addressees.
    pub salutation: String,
    /// One stands behind the salutation, several under it.
    pub addressees: Vec<String>,
    pub bases: Vec<String>,
    pub blocks: Vec<Block>,
    /// One stands beside the recipients; two stand side by side, and the recipients under them.
    pub signatures: Vec<Signature>,
    pub recipients: Recipients,
    pub annexes: Vec<Annex>,
    pub issuer_in_text: String,
}

/// `Biên bản`: what was said and decided in a meeting, with two or more signatures.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Minutes {
    pub watermark: Option<String>,
    pub head: Head,
    /// `Họp Hội đồng giám khảo …`; bold under `BIÊN BẢN`.
    pub subject: String,
    pub bases: Vec<String>,
    /// Label and value, such as (`Thời gian bắt đầu`, `14 giờ 00, ngày …`).
    pub facts: Vec<(String, String)>,
    pub blocks: Vec<Block>,
    /// Side by side: the secretary on the left, the chair on the right.
    pub signatures: Vec<Signature>,
    pub recipients: Recipients,
    pub annexes: Vec<Annex>,
    pub issuer_in_text: String,
}
