//! What a rule book's writer marked as assumed, because no document was at hand to read it from.

/// The mark, in a comment behind a line or in the comment above some lines.
const MARK: &str = "[giả định]";

/// Every marked line or comment with the number of its first line, in words for a committee.
pub fn assumed(text: &str) -> Option<String> {
    let mut told = Vec::new();
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let mut at = 0;
    while at < lines.len() {
        let comment = lines[at..].iter().take_while(|line| line.starts_with('#')).count();
        let many = comment.max(1);
        let words: Vec<&str> = lines[at..at + many].iter().map(|line| line.trim_start_matches(['#', ' '])).collect();
        let words = words.join(" ");
        // The first comment only says what the mark means.
        if words.contains(MARK) && at > 0 {
            told.push(format!("- Dòng {}: {words}", at + 1));
        }
        at += many;
    }
    (!told.is_empty())
        .then(|| format!("NHỮNG CHỖ NGƯỜI SOẠN GHI LÀ GIẢ ĐỊNH, CẦN ĐỐI CHIẾU VỚI VĂN BẢN\n{}\n", told.join("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_lines_and_marked_comments_are_told_with_their_line() {
        let text = "# Dòng có dấu [giả định] là …\na = 1\n\n# Giải thưởng: số lượng\n# là [giả định].\nb = 2\nc = 3 # [giả định] theo kỳ trước\n";
        let told = assumed(text).unwrap();
        let lines: Vec<_> = told.lines().skip(1).collect();
        assert_eq!(
            lines,
            ["- Dòng 4: Giải thưởng: số lượng là [giả định].", "- Dòng 7: c = 3 # [giả định] theo kỳ trước"]
        );
        assert_eq!(assumed("a = 1\n"), None);
    }
}
