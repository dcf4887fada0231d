//! What stands on the sheet of a kind and not on another's (Decree 30/2020/NĐ-CP, Phụ lục III).

use super::DocumentKind;

/// How a sheet turns to those whom it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Salutation {
    /// `Kính gửi: …`
    Respects,
    /// `Ban Tổ chức trân trọng kính mời: …`, of an invitation (mẫu 1.7).
    Invites,
    /// `Ban Tổ chức điện:`, of a telegram (mẫu 1.6).
    Wires,
}

impl Salutation {
    /// The words before the addressees; `who` is the body, or its head, that speaks.
    pub fn words(self, who: &str) -> String {
        match self {
            Self::Respects => "Kính gửi:".to_owned(),
            Self::Invites => format!("{who} trân trọng kính mời:"),
            Self::Wires => format!("{who} điện:"),
        }
    }
}

impl DocumentKind {
    /// The line between what such a document rests on and what it orders; only these two have one.
    pub const fn orders(&self) -> Option<&'static str> {
        match self {
            Self::Resolution => Some("QUYẾT NGHỊ:"),
            Self::Decision => Some("QUYẾT ĐỊNH:"),
            _ => None,
        }
    }

    /// How its sheet turns to its addressees; none where the sheet has no line for them.
    pub const fn salutation(&self) -> Option<Salutation> {
        match self {
            Self::Resolution
            | Self::Decision
            | Self::Minutes
            | Self::Contract
            | Self::Memorandum
            | Self::Agreement
            | Self::Introduction
            | Self::LeavePermit => None,
            Self::Invitation => Some(Salutation::Invites),
            Self::Telegram => Some(Salutation::Wires),
            _ => Some(Salutation::Respects),
        }
    }

    /// Whether two parties sign it, side by side.
    pub const fn is_of_two_parties(&self) -> bool {
        matches!(self, Self::Contract | Self::Memorandum | Self::Agreement)
    }

    /// Whether what it is about stands under its name. A paper that somebody carries about their own
    /// person says it in its text (mẫu 1.8, 1.10).
    pub const fn bears_its_subject(&self) -> bool {
        !matches!(self, Self::Introduction | Self::LeavePermit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_ordered_agreed_or_carried_about_is_addressed_to_nobody() {
        let unaddressed = DocumentKind::LISTED.iter().filter(|kind| kind.salutation().is_none());
        let names: Vec<&str> = unaddressed.map(DocumentKind::name).collect();
        let expected = [
            "Nghị quyết",
            "Quyết định",
            "Biên bản",
            "Hợp đồng",
            "Bản ghi nhớ",
            "Bản thỏa thuận",
            "Giấy giới thiệu",
            "Giấy nghỉ phép",
        ];
        assert_eq!(names, expected);
    }

    #[test]
    fn an_invitation_invites_and_a_telegram_wires() {
        let words = |kind: DocumentKind| kind.salutation().map(|salutation| salutation.words("Ban Tổ chức"));
        assert_eq!(words(DocumentKind::Invitation).as_deref(), Some("Ban Tổ chức trân trọng kính mời:"));
        assert_eq!(words(DocumentKind::Telegram).as_deref(), Some("Ban Tổ chức điện:"));
        assert_eq!(words(DocumentKind::OfficialLetter).as_deref(), Some("Kính gửi:"));
    }
}
