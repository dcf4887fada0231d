//! How far a document of ours is, from its draft to its sending.

use thiserror::Error;

use crate::ids::AccountId;
use crate::refusal::Refusal;

/// The stages of a document's life, in their order. An office that does all on paper records several
/// of them in one act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Dự thảo.
    Draft,
    /// Trình ký: it lies with the leader.
    PutForward,
    /// Đã ký: signed, and number and day are blank.
    Signed,
    /// Đã có số và ngày.
    Numbered,
    /// Đã đóng dấu và quét.
    Scanned,
    /// Đã gửi.
    Sent,
}

/// What is known of a document, from which its stage follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, and any may be missing")]
pub struct Known {
    /// It lies with the leader.
    pub put_forward: bool,
    /// The leader has signed it.
    pub signed: bool,
    /// It bears number and day.
    pub numbered: bool,
    /// Its stamped scan is kept.
    pub scanned: bool,
    /// It went out.
    pub sent: bool,
}

impl Stage {
    /// Every stage in its order.
    pub const ALL: [Self; 6] = [Self::Draft, Self::PutForward, Self::Signed, Self::Numbered, Self::Scanned, Self::Sent];

    /// The furthest that a document has come. Without number and day nothing is scanned or sent.
    pub const fn of(known: Known) -> Self {
        match known {
            Known { numbered: true, sent: true, .. } => Self::Sent,
            Known { numbered: true, scanned: true, .. } => Self::Scanned,
            Known { numbered: true, .. } => Self::Numbered,
            Known { signed: true, .. } => Self::Signed,
            Known { put_forward: true, .. } => Self::PutForward,
            Known { .. } => Self::Draft,
        }
    }

    /// Stable name, in addresses and the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::PutForward => "put_forward",
            Self::Signed => "signed",
            Self::Numbered => "numbered",
            Self::Scanned => "scanned",
            Self::Sent => "sent",
        }
    }

    /// The stage of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }
}

/// Who drafts does not sign: an official document passes through two persons' hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("whoever drafted the document does not sign it")]
pub struct DrafterSigns;

impl Refusal for DrafterSigns {
    fn code(&self) -> &'static str {
        "correspondence.drafter_signs"
    }
}

/// Refuses the signature of whoever drafted the document.
pub fn two_persons(drafter: Option<AccountId>, signer: Option<AccountId>) -> Result<(), DrafterSigns> {
    match (drafter, signer) {
        (Some(drafter), Some(signer)) if drafter == signer => Err(DrafterSigns),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    #[test]
    fn the_drafter_does_not_sign_and_anybody_else_may() {
        let [one, two] = [1, 2].map(|number| Some(AccountId::new(Uuid::from_u128(number))));
        assert_eq!(two_persons(one, one), Err(DrafterSigns));
        assert_eq!(two_persons(one, two), Ok(()));
        assert_eq!(two_persons(None, two), Ok(()), "what was drafted before steps were kept");
    }

    proptest! {
        /// A step more never brings a document back.
        #[test]
        fn what_becomes_known_only_leads_on(flags in prop::array::uniform5(any::<bool>()), step in 0_usize..5) {
            let known = |flags: [bool; 5]| {
                let [put_forward, signed, numbered, scanned, sent] = flags;
                Known { put_forward, signed, numbered, scanned, sent }
            };
            let mut later = flags;
            later[step] = true;
            prop_assert!(Stage::of(known(flags)) <= Stage::of(known(later)));
            prop_assert_eq!(Stage::from_code(Stage::of(known(flags)).code()), Some(Stage::of(known(flags))));
        }
    }
}
