//! By what two addresses are told to be one page.

use super::publicity::Link;
use crate::text::one_line;

/// The page that a link shows, by which two links are compared: neither the scheme, `www.` or `m.`, a slash
/// at the end, a place on the page, the order of the parameters, nor what a network adds to count its
/// clicks makes another page. A fragment that begins with a path does: portals made by scripts name their
/// pages so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageKey(String);

impl PageKey {
    /// The key itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Parameters that networks and mail programs add; they never choose the page.
const TRACKING: [&str; 14] = [
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "zarsrc", "mc_cid", "mc_eid", "igshid", "_ga",
    "_gl", "mibextid",
];

/// What a site calls its door for telephones.
const DOORS: [&str; 5] = ["www.", "m.", "mobile.", "touch.", "mbasic."];

fn is_tracking(parameter: &str) -> bool {
    let name = parameter.split('=').next().unwrap_or_default().to_ascii_lowercase();
    name.starts_with("utm_") || TRACKING.contains(&name.as_str())
}

impl Link {
    /// The page that it shows.
    pub fn page(&self) -> PageKey {
        let rest = self.as_str().split_once("://").map_or(self.as_str(), |(_, rest)| rest);
        let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        let (address, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (host, path) = address.split_once('/').unwrap_or((address, ""));
        let mut key = bare_host(host);
        put_path(&mut key, path);
        let parameters = query.split('&').filter(|each| !each.is_empty() && !is_tracking(each));
        let mut parameters: Vec<_> = parameters.map(as_read).collect();
        parameters.sort_unstable();
        if !parameters.is_empty() {
            key.push('?');
            key.push_str(&parameters.join("&"));
        }
        let within = fragment.trim_end_matches('/');
        if within.starts_with(['/', '!']) {
            key.push('#');
            key.push_str(&as_read(within));
        }
        PageKey(key)
    }
}

/// A session that a server writes behind the path is no part of it.
fn put_path(key: &mut String, path: &str) {
    let path = path.split(";jsessionid=").next().unwrap_or_default();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        key.push('/');
        key.push_str(&as_read(part));
    }
}

fn bare_host(host: &str) -> String {
    let host = host.to_lowercase();
    let host = host.strip_suffix(":80").or_else(|| host.strip_suffix(":443")).unwrap_or(&host);
    let mut host = host.trim_end_matches('.');
    while let Some(rest) = behind_a_door(host) {
        host = rest;
    }
    host.to_owned()
}

fn behind_a_door(host: &str) -> Option<&str> {
    DOORS.iter().find_map(|door| host.strip_prefix(*door)).filter(|rest| rest.contains('.'))
}

/// `%C4%90` is `Đ`. What stands for a sign that divides an address stays as it is written.
fn as_read(part: &str) -> String {
    let bytes = part.as_bytes();
    let mut read = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let [first, after @ ..] = rest {
        let (byte, after) = escaped(rest).unwrap_or((*first, after));
        read.push(byte);
        rest = after;
    }
    String::from_utf8(read).map_or_else(|_| part.to_owned(), |text| one_line(&text))
}

/// A letter that an address writes in figures, and what comes after it.
fn escaped(rest: &[u8]) -> Option<(u8, &[u8])> {
    let [b'%', high, low, after @ ..] = rest else { return None };
    let digit = |sign: u8| char::from(sign).to_digit(16);
    let byte = u8::try_from(digit(*high)? * 16 + digit(*low)?).ok()?;
    let is_letter = !byte.is_ascii() || byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    is_letter.then_some((byte, after))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn page(link: &str) -> String {
        link.parse::<Link>().unwrap().page().as_str().to_owned()
    }

    #[test]
    fn one_page_has_many_addresses() {
        for link in [
            "https://dongtrieu.vidu.invalid/tin/1",
            "http://www.dongtrieu.vidu.invalid/tin/1/",
            "https://m.dongtrieu.vidu.invalid/tin/1",
            "https://www.m.dongtrieu.vidu.invalid/tin/1;jsessionid=0A1B",
            "https://DONGTRIEU.vidu.invalid:443/tin/1#binh-luan",
            "https://www.dongtrieu.vidu.invalid/tin//1?utm_source=zalo&fbclid=x1&zarsrc=30",
        ] {
            assert_eq!(page(link), "dongtrieu.vidu.invalid/tin/1", "{link}");
        }
        assert_eq!(page("https://a.vn/tin/%C4%90%E1%BB%99i?x=%C4%91"), page("https://a.vn/tin/Đội?x=đ"));
    }

    #[test]
    fn another_page_stays_another() {
        let pages = [
            "https://a.vn/?id=1",
            "https://a.vn/?id=2",
            "https://a.vn/Tin",
            "https://a.vn/tin",
            "https://b.vn/tin",
            "https://a.vn/#/tin/1",
            "https://a.vn/#/tin/2",
            "https://a.vn/#!tin",
            "https://a.vn/x%2Fy",
            "https://a.vn/x/y",
            "https://a.vn/100%",
        ];
        let keys: std::collections::BTreeSet<_> = pages.map(page).into();
        assert_eq!(keys.len(), pages.len(), "{keys:?}");
        assert_eq!(page("https://a.vn/?b=2&a=1"), page("https://a.vn?a=1&b=2"));
        assert_eq!(page("https://www.vn/x"), "www.vn/x", "a host is more than its ending");
        assert_eq!(page("https://m.vn/x"), "m.vn/x");
    }

    proptest! {
        #[test]
        fn a_key_read_again_is_itself(path in "[a-z0-9/]{0,12}", query in "[a-z=&_]{0,12}", fragment in "[a-z/!]{0,4}") {
            let once = page(&format!("https://www.a.vn/{path}?{query}#{fragment}"));
            prop_assert_eq!(page(&format!("http://{once}")), once);
        }
    }
}
