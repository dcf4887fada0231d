//! What a contest says of the screening of dossiers: the usual reasons, and how long a completion takes.

use std::num::NonZeroU16;

use super::{PartCode, Rules};

/// What the book says of screening; a book that says nothing has what the program ships.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ScreeningRule {
    /// So many working days to complete a dossier, where nobody names a day.
    pub complete_within: NonZeroU16,
    /// Never empty, codes unique.
    pub reasons: Vec<Reason>,
    /// The most that anybody may read of admitted entries before the announcement.
    pub publishes: Listing,
}

/// What anybody may read of admitted entries before the announcement; each says more than the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Listing {
    /// Nothing.
    Nothing,
    /// How many there are, by category.
    Counts,
    /// Their titles, by category, without anybody's name.
    Titles,
}

impl Listing {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Nothing, Self::Counts, Self::Titles];

    /// Its name in a rule book and in the store.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Counts => "counts",
            Self::Titles => "titles",
        }
    }
}

/// A reason that is given again and again, under its code.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reason {
    /// Its short name.
    pub code: PartCode,
    /// The sentence that the authors read.
    pub text: String,
    /// For which decisions; never empty.
    pub used_for: Vec<ReasonFor>,
}

/// For which decision a reason is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReasonFor {
    /// To ask for what is missing.
    Return,
    /// To end it.
    Refuse,
}

impl ReasonFor {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Return, Self::Refuse];

    /// Its name in a rule book.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Return => "return",
            Self::Refuse => "refuse",
        }
    }
}

/// What offices ask for most, and why they turn dossiers away.
const SHIPPED: [(&str, &[ReasonFor], &str); 8] = [
    ("thieu-dau", &[ReasonFor::Return], "Phiếu đăng ký chưa có chữ ký của tác giả hoặc dấu xác nhận của đơn vị"),
    ("mo-kho-doc", &[ReasonFor::Return], "Bản quét mờ, thiếu trang hoặc không đọc được"),
    ("thieu-mo-ta", &[ReasonFor::Return], "Bản mô tả giải pháp chưa đủ các nội dung theo thể lệ"),
    ("lo-ten", &[ReasonFor::Return], "Phần giám khảo đọc có ghi tên tác giả hoặc đơn vị, cần bản không ghi"),
    ("sai-linh-vuc", &[ReasonFor::Return], "Lĩnh vực đăng ký chưa phù hợp với nội dung giải pháp"),
    ("ngoai-doi-tuong", &[ReasonFor::Refuse], "Tác giả hoặc giải pháp không thuộc đối tượng dự thi"),
    ("da-dat-giai", &[ReasonFor::Refuse], "Giải pháp đã dự thi và đạt giải ở kỳ trước"),
    ("khong-bo-sung", &[ReasonFor::Refuse], "Hồ sơ không được bổ sung trong thời hạn đã báo"),
];

/// As many working days as letters of this kind usually give.
const WORKING_DAYS: NonZeroU16 = NonZeroU16::MIN.saturating_add(4);

impl Rules {
    /// The reasons that this contest gives for that decision.
    pub fn reasons(&self, decision: ReasonFor) -> Vec<Reason> {
        let all = self.screening.as_ref().map_or_else(shipped_reasons, |rule| rule.reasons.clone());
        all.into_iter().filter(|reason| reason.used_for.contains(&decision)).collect()
    }

    /// The most that may be published of admitted entries before the announcement; a book that says nothing
    /// allows titles.
    pub fn may_publish(&self) -> Listing {
        self.screening.as_ref().map_or(Listing::Titles, |rule| rule.publishes)
    }

    /// How many working days a completion takes where nobody names a day.
    pub fn complete_within(&self) -> u16 {
        self.screening.as_ref().map_or(WORKING_DAYS, |rule| rule.complete_within).get()
    }
}

impl ScreeningRule {
    /// What the book says, and what the program ships in place of what it leaves out.
    pub(super) fn or_shipped(
        complete_within: Option<NonZeroU16>,
        reasons: Vec<Reason>,
        publishes: Option<Listing>,
    ) -> Self {
        let reasons = if reasons.is_empty() { shipped_reasons() } else { reasons };
        let publishes = publishes.unwrap_or(Listing::Titles);
        Self { complete_within: complete_within.unwrap_or(WORKING_DAYS), reasons, publishes }
    }
}

/// The reasons of a book that names none.
fn shipped_reasons() -> Vec<Reason> {
    let reason = |(code, used_for, text): &(&str, &[ReasonFor], &str)| {
        Some(Reason { code: PartCode::parse(code)?, text: (*text).to_owned(), used_for: used_for.to_vec() })
    };
    SHIPPED.iter().filter_map(reason).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::{RuleBook, books, differences};

    #[test]
    fn a_book_that_says_nothing_has_what_is_shipped() {
        let book = RuleBook::parse(books::QUANG_NINH_VIII).unwrap();
        assert_eq!(shipped_reasons().len(), SHIPPED.len(), "every shipped code is one");
        assert_eq!(book.rules().complete_within(), 5);
        let codes = |decision| book.rules().reasons(decision).into_iter().map(|each| each.code.to_string());
        assert!(codes(ReasonFor::Return).any(|code| code == "thieu-dau"));
        assert!(codes(ReasonFor::Refuse).all(|code| code != "thieu-dau"));
    }

    #[test]
    fn a_book_s_own_reasons_take_their_place() {
        let own = "[rules.screening]\ncomplete_within = 7\n\n[[rules.screening.reasons]]\ncode = \"thieu-anh\"\n\
                   text = \"Chưa có ảnh\"\nfor = [\"return\", \"refuse\"]\n\n[calendar]";
        let text = books::QUANG_NINH_VIII.replacen("[calendar]", own, 1);
        let book = RuleBook::parse(&text).unwrap();
        assert_eq!((book.rules().complete_within(), book.rules().may_publish()), (7, Listing::Titles));
        let quiet = text.replace("complete_within = 7", "complete_within = 7\npublishes = \"counts\"");
        assert_eq!(RuleBook::parse(&quiet).unwrap().rules().may_publish(), Listing::Counts);
        assert!(RuleBook::parse(&quiet.replace("\"counts\"", "\"names\"")).is_err());
        for decision in ReasonFor::ALL {
            let texts: Vec<_> = book.rules().reasons(decision).into_iter().map(|each| each.text).collect();
            assert_eq!(texts, ["Chưa có ảnh"]);
        }
        let plain = RuleBook::parse(books::QUANG_NINH_VIII).unwrap();
        let told = |old, new| differences(old, new).join(" ");
        assert!(told(&plain, &book).contains("thêm «Lý do [thieu-anh]: Chưa có ảnh"), "{}", told(&plain, &book));
        assert!(told(&book, &plain).contains("bỏ «Lý do [thieu-anh]"), "{}", told(&book, &plain));
        let never = text.replace("for = [\"return\", \"refuse\"]", "for = [\"later\"]");
        assert!(RuleBook::parse(&never).is_err());
        assert!(RuleBook::parse(&text.replace("complete_within = 7", "complete_within = 0")).is_err());
    }
}
