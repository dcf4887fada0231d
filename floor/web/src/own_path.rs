//! Where a form may lead on to: only to a place of our own.

/// The path, if a browser that is sent there stays here: it begins with one slash and holds nothing
/// that browsers take for a second one, or leave out before they look.
pub fn own_path(path: &str) -> Option<&str> {
    let ours = path.starts_with('/') && !path.starts_with("//");
    (ours && !path.contains(|sign: char| sign == '\\' || sign.is_control())).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_of_our_own_begins_with_one_slash() {
        for path in ["/", "/cham", "/ky/viii/ho-so?trang=2", "/xac-minh/a//b"] {
            assert_eq!(own_path(path), Some(path));
        }
    }

    #[test]
    fn what_a_browser_would_follow_elsewhere_is_none() {
        let elsewhere =
            ["", "cham", "//x.invalid", "https://x.invalid", "/\t/x.invalid", "/\n/x.invalid", "/\r//x.invalid"];
        for path in elsewhere.into_iter().chain(["/\\x.invalid", "\\x.invalid", "/\0/x.invalid", "/\u{85}/x.invalid"]) {
            assert_eq!(own_path(path), None, "{path:?}");
        }
    }
}
