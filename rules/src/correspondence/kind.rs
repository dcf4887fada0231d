//! The kinds of administrative documents.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::refusal::{Fact, Refusal};
use crate::text::{length, one_line, parsed_text};

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $code:literal, $name:literal, $abbreviation:expr;)+) => {
        /// A kind of document: the 29 of Decree 30/2020/NĐ-CP, Điều 7, or a name of one's own.
        ///
        /// Stored and sent as its code; a free kind as `other:` and its name.
        #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub enum DocumentKind {
            $($(#[$doc])* $variant,)+
            /// A kind that the decree does not list: *Thể lệ*, *Giấy chứng nhận*.
            Free(FreeKind),
        }

        impl DocumentKind {
            /// The 29 listed kinds, in the decree's order.
            pub const LISTED: [Self; 29] = [$(Self::$variant,)+];

            /// Its name as printed above the text, before capitals: "Quyết định".
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$variant => $name,)+
                    Self::Free(kind) => kind.as_str(),
                }
            }

            /// Its abbreviation in a symbol: `QĐ`. Official and personal letters have none.
            pub fn abbreviation(&self) -> Option<&'static str> {
                match self {
                    $(Self::$variant => $abbreviation,)+
                    Self::Free(_) => None,
                }
            }

            /// Stable name, in the store and the API.
            pub fn code(&self) -> String {
                match self {
                    $(Self::$variant => $code.to_owned(),)+
                    Self::Free(kind) => format!("other:{kind}"),
                }
            }
        }

        impl FromStr for DocumentKind {
            type Err = FreeKindError;

            fn from_str(code: &str) -> Result<Self, FreeKindError> {
                match code {
                    $($code => Ok(Self::$variant),)+
                    _ => match code.strip_prefix("other:") {
                        Some(name) => name.parse().map(Self::Free),
                        None => Err(FreeKindError { given: code.to_owned() }),
                    },
                }
            }
        }
    };
}

kinds! {
    /// Nghị quyết.
    Resolution = "resolution", "Nghị quyết", Some("NQ");
    /// Quyết định.
    Decision = "decision", "Quyết định", Some("QĐ");
    /// Chỉ thị.
    Directive = "directive", "Chỉ thị", Some("CT");
    /// Quy chế.
    Regulation = "regulation", "Quy chế", Some("QC");
    /// Quy định.
    Rule = "rule", "Quy định", Some("QyĐ");
    /// Thông cáo.
    Communique = "communique", "Thông cáo", Some("TC");
    /// Thông báo.
    Notice = "notice", "Thông báo", Some("TB");
    /// Hướng dẫn.
    Guidance = "guidance", "Hướng dẫn", Some("HD");
    /// Chương trình.
    Programme = "programme", "Chương trình", Some("CTr");
    /// Kế hoạch.
    Plan = "plan", "Kế hoạch", Some("KH");
    /// Phương án.
    Option = "option", "Phương án", Some("PA");
    /// Đề án.
    Scheme = "scheme", "Đề án", Some("ĐA");
    /// Dự án.
    Project = "project", "Dự án", Some("DA");
    /// Báo cáo.
    Report = "report", "Báo cáo", Some("BC");
    /// Biên bản.
    Minutes = "minutes", "Biên bản", Some("BB");
    /// Tờ trình.
    Proposal = "proposal", "Tờ trình", Some("TTr");
    /// Hợp đồng.
    Contract = "contract", "Hợp đồng", Some("HĐ");
    /// Công văn, the official letter; its symbol names the drafting unit instead.
    OfficialLetter = "official_letter", "Công văn", None;
    /// Công điện.
    Telegram = "telegram", "Công điện", Some("CĐ");
    /// Bản ghi nhớ.
    Memorandum = "memorandum", "Bản ghi nhớ", Some("BGN");
    /// Bản thỏa thuận.
    Agreement = "agreement", "Bản thỏa thuận", Some("BTT");
    /// Giấy ủy quyền.
    PowerOfAttorney = "power_of_attorney", "Giấy ủy quyền", Some("GUQ");
    /// Giấy mời.
    Invitation = "invitation", "Giấy mời", Some("GM");
    /// Giấy giới thiệu.
    Introduction = "introduction", "Giấy giới thiệu", Some("GGT");
    /// Giấy nghỉ phép.
    LeavePermit = "leave_permit", "Giấy nghỉ phép", Some("GNP");
    /// Phiếu gửi.
    SendingSlip = "sending_slip", "Phiếu gửi", Some("PG");
    /// Phiếu chuyển.
    ForwardingSlip = "forwarding_slip", "Phiếu chuyển", Some("PC");
    /// Phiếu báo.
    NotificationSlip = "notification_slip", "Phiếu báo", Some("PB");
    /// Thư công, a personal letter of office.
    PersonalLetter = "personal_letter", "Thư công", None;
}

impl DocumentKind {
    /// Whether such a document goes to units to ask something of them. Invitations go out by the meeting
    /// that they are for; what is proposed or reported goes upward.
    pub const fn asks_units(&self) -> bool {
        matches!(
            self,
            Self::OfficialLetter
                | Self::Plan
                | Self::Directive
                | Self::Decision
                | Self::Notice
                | Self::Guidance
                | Self::Programme
                | Self::Telegram
        )
    }

    /// The symbol of such a document: `QĐ-BTC` of the body whose abbreviation is `BTC`. A letter
    /// has the body's own symbol for letters, which names the drafting unit: `LHH-KHCN`.
    pub fn symbol(&self, body: &str, letters: &str) -> String {
        match (self.abbreviation(), self) {
            (Some(kind), _) => format!("{kind}-{body}"),
            (None, Self::OfficialLetter) => letters.to_owned(),
            (None, _) => body.to_owned(),
        }
    }
}

impl fmt::Display for DocumentKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl TryFrom<String> for DocumentKind {
    type Error = FreeKindError;

    fn try_from(code: String) -> Result<Self, FreeKindError> {
        code.parse()
    }
}

impl From<DocumentKind> for String {
    fn from(kind: DocumentKind) -> Self {
        kind.code()
    }
}

/// The name of a kind that the decree does not list: one line, 1 to 60 letters.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FreeKind(String);

parsed_text!(FreeKind, FreeKindError);

/// Why a text names no kind of document.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{given:?} names no kind of document")]
pub struct FreeKindError {
    /// What was written.
    pub given: String,
}

impl Refusal for FreeKindError {
    fn code(&self) -> &'static str {
        "correspondence.kind_unknown"
    }

    fn field(&self) -> Option<String> {
        Some("kind".into())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("given", Fact::text(&self.given))]
    }
}

impl FromStr for FreeKind {
    type Err = FreeKindError;

    fn from_str(text: &str) -> Result<Self, FreeKindError> {
        let name = one_line(text);
        if name.is_empty() || length(&name) > 60 {
            return Err(FreeKindError { given: text.to_owned() });
        }
        Ok(Self(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn twenty_nine_kinds_are_told_apart_and_found_again() {
        let codes: BTreeSet<String> = DocumentKind::LISTED.iter().map(DocumentKind::code).collect();
        let short: BTreeSet<_> = DocumentKind::LISTED.iter().filter_map(DocumentKind::abbreviation).collect();
        assert_eq!((codes.len(), short.len()), (29, 27));
        for kind in DocumentKind::LISTED {
            assert_eq!(kind.code().parse(), Ok(kind));
        }
    }

    /// Decree 30/2020/NĐ-CP, Phụ lục III, mục I, in its order.
    #[test]
    fn the_abbreviations_are_those_of_the_decree() {
        let of_the_decree =
            "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ – CĐ BGN BTT GUQ GM GGT GNP PG PC PB –";
        let ours: Vec<_> = DocumentKind::LISTED.iter().map(|kind| kind.abbreviation().unwrap_or("–")).collect();
        assert_eq!(ours.join(" "), of_the_decree);
    }

    #[test]
    fn a_symbol_is_made_of_kind_and_body_and_a_letter_s_of_the_body_alone() {
        assert_eq!(DocumentKind::Decision.symbol("BTC", "LHH-KHCN"), "QĐ-BTC");
        assert_eq!(DocumentKind::OfficialLetter.symbol("LHH", "LHH-KHCN"), "LHH-KHCN");
        let rules: DocumentKind = "other:Thể lệ".parse().unwrap();
        assert_eq!(rules.symbol("BTC", "LHH-KHCN"), "BTC");
    }

    #[test]
    fn a_free_kind_keeps_its_name_and_an_unknown_code_is_refused() {
        let kind: DocumentKind = "other:Thể lệ".parse().unwrap();
        assert_eq!((kind.name(), kind.abbreviation()), ("Thể lệ", None));
        assert!("decree".parse::<DocumentKind>().is_err());
        assert!("other:  ".parse::<DocumentKind>().is_err());
    }
}
