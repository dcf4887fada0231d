//! Who signs, and in whose place.

use serde::{Deserialize, Serialize};

use crate::people::PersonName;

/// In what capacity a document is signed (Decree 30/2020/NĐ-CP, Điều 13).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SigningCapacity {
    /// In one's own right.
    #[default]
    Own,
    /// TM., in the name of a collective: a committee, a people's committee.
    OnBehalf,
    /// KT., a deputy in place of the head.
    ForHead,
    /// TL., by the head's order.
    ByOrder,
    /// TUQ., by the head's delegation.
    ByDelegation,
    /// Q., acting head.
    Acting,
}

impl SigningCapacity {
    /// Every capacity.
    pub const ALL: [Self; 6] =
        [Self::Own, Self::OnBehalf, Self::ForHead, Self::ByOrder, Self::ByDelegation, Self::Acting];

    /// What stands before the title in whose place is signed; nothing in one's own right.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Own => "",
            Self::OnBehalf => "TM.",
            Self::ForHead => "KT.",
            Self::ByOrder => "TL.",
            Self::ByDelegation => "TUQ.",
            Self::Acting => "Q.",
        }
    }

    /// Stable name, in the store and the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::OnBehalf => "on_behalf",
            Self::ForHead => "for_head",
            Self::ByOrder => "by_order",
            Self::ByDelegation => "by_delegation",
            Self::Acting => "acting",
        }
    }

    /// The capacity of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|capacity| capacity.code() == code)
    }
}

/// Who signs a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatory {
    /// In what capacity.
    pub capacity: SigningCapacity,
    /// The collective in whose name the head would sign, where a deputy signs in the head's place:
    /// "Ban Tổ chức"; else empty.
    #[serde(default)]
    pub on_behalf_of: String,
    /// In whose place or name: "Ban Tổ chức", "Trưởng ban"; empty in one's own right or acting.
    pub in_place_of: String,
    /// The signer's own position: "Trưởng ban", "Phó Chủ tịch".
    pub position: String,
    /// The signer.
    pub name: PersonName,
}

impl Signatory {
    /// Who signs in their own right.
    pub fn own(name: PersonName, position: String) -> Self {
        let (on_behalf_of, in_place_of) = (String::new(), String::new());
        Self { capacity: SigningCapacity::Own, on_behalf_of, in_place_of, position, name }
    }

    /// The lines above the signature, in capitals: `KT. CHỦ TỊCH` and `PHÓ CHỦ TỊCH`; under
    /// `TM. BAN TỔ CHỨC` where the head would sign for a collective.
    pub fn lines(&self) -> Vec<String> {
        let own = self.own_lines();
        if self.on_behalf_of.is_empty() || !self.takes_a_collective() {
            return own;
        }
        let collective = format!("{} {}", SigningCapacity::OnBehalf.prefix(), self.on_behalf_of.to_uppercase());
        std::iter::once(collective).chain(own).collect()
    }

    /// Only who stands in for a head can stand in for the head of a collective.
    const fn takes_a_collective(&self) -> bool {
        matches!(self.capacity, SigningCapacity::ForHead | SigningCapacity::ByDelegation)
    }

    fn own_lines(&self) -> Vec<String> {
        let position = self.position.to_uppercase();
        let prefix = self.capacity.prefix();
        match self.capacity {
            SigningCapacity::Own => vec![position],
            SigningCapacity::Acting => vec![format!("{prefix} {position}")],
            _ => vec![format!("{prefix} {}", self.in_place_of.to_uppercase()), position],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(capacity: SigningCapacity, in_place_of: &str, position: &str) -> Vec<String> {
        let name = "Lê Văn Thử".parse().unwrap();
        let (in_place_of, position) = (in_place_of.into(), position.into());
        Signatory { capacity, on_behalf_of: String::new(), in_place_of, position, name }.lines()
    }

    #[test]
    fn a_deputy_of_a_collective_s_head_signs_under_three_lines() {
        let deputy = |capacity| Signatory {
            capacity,
            on_behalf_of: "Ban Tổ chức".into(),
            in_place_of: "Trưởng ban".into(),
            position: "Phó Trưởng ban".into(),
            name: "Lê Văn Thử".parse().unwrap(),
        };
        let three = ["TM. BAN TỔ CHỨC", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"];
        assert_eq!(deputy(SigningCapacity::ForHead).lines(), three);
        assert_eq!(deputy(SigningCapacity::Own).lines(), ["PHÓ TRƯỞNG BAN"]);
    }

    #[test]
    fn the_lines_are_those_of_the_decree() {
        use SigningCapacity::{Acting, ForHead, OnBehalf, Own};
        assert_eq!(lines(OnBehalf, "Ban Tổ chức", "Trưởng ban"), ["TM. BAN TỔ CHỨC", "TRƯỞNG BAN"]);
        assert_eq!(lines(ForHead, "Chủ tịch", "Phó Chủ tịch"), ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]);
        assert_eq!(lines(Acting, "", "Chủ tịch"), ["Q. CHỦ TỊCH"]);
        assert_eq!(lines(Own, "", "Chủ tịch"), ["CHỦ TỊCH"]);
    }
}
