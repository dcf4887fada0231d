//! The two signatures of an electronic document: whoever may sign it first, then the body that issues it
//! (Decree 30/2020/NĐ-CP, Phụ lục I).

/// How the names in a file's signatures fit the document. It is said and refuses nothing: what a name in a
/// certificate proves is for people to judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TwoSteps {
    /// The signer of the document signed first, and another signature followed.
    InOrder,
    /// Only the signer of the document has signed.
    PersonAlone,
    /// Another signature stands before that of the document's signer.
    NotFirst,
    /// No signature bears the name of the document's signer.
    Unseen,
}

impl TwoSteps {
    /// By the names in the order in which they signed, and the name on the document; all of them written
    /// one way, for certificates often leave out the marks. None where nobody signed.
    pub fn of(names: &[String], signer: &str) -> Option<Self> {
        let place = names.iter().position(|name| name.contains(signer));
        match (names, place) {
            ([], _) => None,
            (_, None) => Some(Self::Unseen),
            ([_], Some(_)) => Some(Self::PersonAlone),
            (_, Some(0)) => Some(Self::InOrder),
            (_, Some(_)) => Some(Self::NotFirst),
        }
    }

    /// Stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::InOrder => "in_order",
            Self::PersonAlone => "person_alone",
            Self::NotFirst => "not_first",
            Self::Unseen => "unseen",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_person_signs_before_the_body() {
        let of = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            TwoSteps::of(&names, "le van thu")
        };
        assert_eq!(of(&[]), None);
        assert_eq!(of(&["le van thu", "ban to chuc"]), Some(TwoSteps::InOrder));
        assert_eq!(of(&["le van thu (lhh)"]), Some(TwoSteps::PersonAlone));
        assert_eq!(of(&["ban to chuc", "le van thu"]), Some(TwoSteps::NotFirst));
        assert_eq!(of(&["ban to chuc", "ai do"]), Some(TwoSteps::Unseen));
    }
}
