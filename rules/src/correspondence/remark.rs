//! What a draft lacks of the decree's form. It is said and refuses nothing: a paper that was signed
//! so is still a paper.

use super::DocumentKind;

/// Something that a clerk would mark in the margin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The symbol does not begin with the abbreviation of its kind: `QĐ-` of a decision.
    Symbol,
    /// *Nơi nhận* does not end with what is kept: `Lưu: VT`.
    NothingKept,
    /// A letter or a proposal says to nobody that it is for them (*Kính gửi*).
    NoAddressee,
    /// It names addressees, and the sheet of its kind has no line for them.
    AddresseeUnprinted,
    /// A decision, a resolution or a plan names nothing that it rests on (*Căn cứ*).
    NoBasis,
    /// *Như trên* among the recipients, and nobody stands above.
    NobodyAbove,
}

impl Remark {
    /// Stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Symbol => "symbol",
            Self::NothingKept => "nothing_kept",
            Self::NoAddressee => "no_addressee",
            Self::AddresseeUnprinted => "addressee_unprinted",
            Self::NoBasis => "no_basis",
            Self::NobodyAbove => "nobody_above",
        }
    }
}

/// Whether a document of that kind names what it rests on before anything else.
pub const fn rests_on_something(kind: &DocumentKind) -> bool {
    kind.orders().is_some() || matches!(kind, DocumentKind::Plan)
}

/// The remarks on a draft of that kind, with that symbol, these addressees and recipients; `rests` says
/// whether it names anything that it rests on.
pub fn remarks(
    kind: &DocumentKind,
    symbol: &str,
    (addressees, recipients): (&[String], &[String]),
    rests: bool,
) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let wanted = kind.abbreviation().map(|kind| format!("{kind}-"));
    if wanted.is_some_and(|begin| !symbol.to_lowercase().starts_with(&begin.to_lowercase())) {
        remarks.push(Remark::Symbol);
    }
    if !recipients.last().is_some_and(|last| last.starts_with("Lưu")) {
        remarks.push(Remark::NothingKept);
    }
    let goes_to_somebody = matches!(kind, DocumentKind::OfficialLetter | DocumentKind::Proposal);
    if goes_to_somebody && addressees.is_empty() {
        remarks.push(Remark::NoAddressee);
    }
    if kind.salutation().is_none() && !addressees.is_empty() {
        remarks.push(Remark::AddresseeUnprinted);
    }
    if rests_on_something(kind) && !rests {
        remarks.push(Remark::NoBasis);
    }
    let above = kind.salutation().is_some() && !addressees.is_empty();
    if !above && recipients.iter().any(|line| line.starts_with("Như trên")) {
        remarks.push(Remark::NobodyAbove);
    }
    remarks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: DocumentKind, symbol: &str, addressees: &[&str], recipients: &[&str]) -> Vec<Remark> {
        let lines = |all: &[&str]| all.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
        remarks(&kind, symbol, (&lines(addressees), &lines(recipients)), true)
    }

    #[test]
    fn a_paper_in_form_has_no_remark() {
        let kept = ["Như trên", "Lưu: VT, KHCN"];
        assert_eq!(of(DocumentKind::OfficialLetter, "LHH-KHCN", &["UBND các huyện"], &kept), []);
        assert_eq!(of(DocumentKind::Decision, "QĐ-BTC", &[], &["Như Điều 3", "Lưu: VT"]), []);
    }

    #[test]
    fn each_fault_of_form_is_marked() {
        let all = [Remark::Symbol, Remark::NothingKept, Remark::NoAddressee, Remark::NobodyAbove];
        assert_eq!(of(DocumentKind::Proposal, "BTC", &[], &["Như trên"]), all);
        assert_eq!(of(DocumentKind::Plan, "KHBTC", &[], &["Lưu: VT"]), [Remark::Symbol]);
        let decision = of(DocumentKind::Decision, "QĐ-BTC", &["Các sở"], &["Lưu: VT"]);
        assert_eq!(decision, [Remark::AddresseeUnprinted]);
        let bare = |kind: DocumentKind, symbol| remarks(&kind, symbol, (&[], &["Lưu: VT".to_owned()]), false);
        assert_eq!(bare(DocumentKind::Plan, "KH-BTC"), [Remark::NoBasis]);
        assert_eq!(bare(DocumentKind::Notice, "TB-BTC"), []);
    }
}
