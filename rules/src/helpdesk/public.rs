//! What a text for everybody must not say.

/// Something that may not stand in a text for everybody, without marks and capitals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known<T> {
    /// What it is.
    pub what: T,
    /// Its words, folded as the text is.
    pub folded: String,
}

/// The first of these that the folded text names, as whole words in their order.
///
/// Less than two words name nobody and nothing: *Hạnh* and *máy* stand in many texts.
pub fn named_in<'a, T>(folded: &str, known: &'a [Known<T>]) -> Option<&'a Known<T>> {
    let text = words(folded);
    known.iter().find(|each| {
        let wanted = words(&each.folded);
        wanted.len() >= 2 && text.windows(wanted.len()).any(|part| part == wanted)
    })
}

fn words(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn known(folded: &str) -> [Known<()>; 1] {
        [Known { what: (), folded: folded.to_owned() }]
    }

    #[test]
    fn a_name_is_found_whatever_stands_around_it() {
        let author = known("do thi hanh");
        assert!(named_in("thua ong/ba,(do thi hanh) hoi", &author).is_some());
        assert!(named_in("do thi hanhh hoi", &author).is_none());
        assert!(named_in("do, hanh va thi", &author).is_none());
    }

    #[test]
    fn one_word_names_nothing() {
        assert!(named_in("may nay la may gi", &known("may")).is_none());
    }

    proptest! {
        #[test]
        fn whatever_is_put_into_a_text_is_found(before in "[a-z ]{0,20}", name in "[a-z]{1,6}( [a-z]{1,6}){1,3}", after in "[a-z ]{0,20}") {
            let text = format!("{before} {name}. {after}");
            prop_assert!(named_in(&text, &known(&name)).is_some());
        }
    }
}
