//! Texts as they are looked for.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text without marks and capitals, for searching: `Đổi mới` → `doi moi`. One letter stays one
/// letter on composed text, so a hit in the fold is a hit in the text.
pub fn fold(text: &str) -> String {
    text.nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .map(|letter| if matches!(letter, 'đ' | 'Đ') { 'd' } else { letter })
        .flat_map(char::to_lowercase)
        .collect()
}

/// A text as it goes on within a sentence: `Vòng chung khảo` → `vòng chung khảo`.
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// A text as it begins a sentence.
pub fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
