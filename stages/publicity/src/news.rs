//! Texts to copy: the news item for a portal, the mail that goes from desk to desk.

use std::fmt::Write;

use hoithi_documents::forms::{Block, Paper};

use crate::kit::{Kit, Moment};

/// A headline and its paragraphs.
#[derive(Clone, Debug)]
pub struct News {
    /// The headline.
    pub headline: String,
    /// Under it, in one sentence.
    pub lead: String,
    /// Heading and paragraphs.
    pub parts: Vec<(&'static str, Vec<String>)>,
}

impl News {
    /// What there is to tell now: the call for entries, that it is over, that the results are public.
    pub fn of(kit: &Kit) -> Self {
        match kit.moment {
            Moment::Call => Self::call(kit),
            Moment::Over => Self::over(kit),
            Moment::Announced => Self::results(kit),
        }
    }

    fn over(kit: &Kit) -> Self {
        let lead = format!(
            "{} nhận hồ sơ đến {}; nay đã hết hạn. Kết quả sẽ công bố tại {}.",
            kit.title, kit.closes, kit.address
        );
        let parts = vec![("Lĩnh vực dự thi", kit.categories.clone()), asking(kit)];
        Self { headline: format!("{}: đã hết hạn nhận hồ sơ", kit.title), lead, parts }
    }

    fn results(kit: &Kit) -> Self {
        let lead = format!("{} đã công bố kết quả {} tại {}/ket-qua.", kit.committee, kit.title, kit.address);
        Self { headline: format!("Kết quả {}", kit.title), lead, parts: vec![asking(kit)] }
    }

    fn call(kit: &Kit) -> Self {
        let lead = format!(
            "{} mời các tổ chức, cá nhân gửi {} tham gia {}. Nhận hồ sơ từ ngày {} đến {}.",
            kit.committee, kit.term, kit.title, kit.opens, kit.closes
        );
        let mut parts = vec![
            ("Lĩnh vực dự thi", kit.categories.clone()),
            ("Ai được dự thi", vec![sentence(&kit.entrants)]),
            ("Hồ sơ gồm", kit.dossier.clone()),
            ("Nơi nhận hồ sơ", kit.ways.clone()),
        ];
        if !kit.prizes.is_empty() {
            parts.push(("Giải thưởng", kit.prizes.iter().map(prize).collect()));
        }
        parts.push(asking(kit));
        Self { headline: format!("Mời tham gia {}", kit.title), lead, parts }
    }

    /// As an article for a word processor: several lines under one heading are a list.
    pub fn paper(&self, watermark: Option<String>) -> Paper {
        let mut blocks = vec![Block::led(self.lead.as_str(), "")];
        for (heading, lines) in &self.parts {
            blocks.push(Block::heading(*heading));
            let many = lines.len() > 1;
            let line = |words: &String| if many { Block::item(words) } else { Block::paragraph(words) };
            blocks.extend(lines.iter().map(line));
        }
        Paper { watermark, title: self.headline.clone(), blocks, ..Paper::default() }
    }

    /// As plain text, for any editor.
    pub fn plain(&self) -> String {
        let mut text = format!("{}\n\n{}\n", self.headline, self.lead);
        for (heading, lines) in &self.parts {
            let _ = writeln!(text, "\n{heading}");
            for line in lines {
                let _ = writeln!(text, "{}{line}", if lines.len() > 1 { "- " } else { "" });
            }
        }
        text
    }
}

/// Whom to ask, and where everything is read.
fn asking(kit: &Kit) -> (&'static str, Vec<String>) {
    let help = format!("{}. Thể lệ, mẫu hồ sơ và văn bản: {}", kit.help, kit.address);
    ("Hướng dẫn, giải đáp", vec![help])
}

fn prize(line: &crate::kit::PrizeLine) -> String {
    match &line.money {
        Some(money) => format!("{}: tối đa {} giải, mỗi giải {money}", line.name, line.ceiling),
        None => format!("{}: tối đa {} giải", line.name, line.ceiling),
    }
}

fn sentence(words: &str) -> String {
    format!("{}.", hoithi_web::upper_first(words))
}

/// The mail that a unit's contact sends on to its own people: subject and text.
pub fn mail_template(kit: &Kit) -> (String, String) {
    let subject = format!("Mời gửi {} dự thi {}", kit.term, kit.title);
    let body = format!(
        "Kính gửi các đồng chí,\n\n{} đang nhận hồ sơ đến {}.\n\nLĩnh vực dự thi: {}.\nAi được dự thi: {}.\n\n\
         Đồng chí có {} đã hoặc đang áp dụng, đề nghị xem Thể lệ, lấy mẫu hồ sơ và gửi dự thi tại:\n{}\n\n\
         Cần hướng dẫn, liên hệ {}.\n\nTrân trọng.\n",
        kit.title,
        kit.closes,
        kit.fields(),
        kit.entrants,
        kit.term,
        kit.address,
        kit.help
    );
    (subject, body)
}
