//! Whether a piece of publicity shows what it says: the officer looks and confirms, or returns it with
//! words; and by what two addresses are told to be one page.

use jiff::Timestamp;
use thiserror::Error;

use super::publicity::Link;
use crate::ids::AccountId;
use crate::refusal::{Fact, Refusal};
use crate::text::{length, one_line};

/// The page that a link shows, by which two links are compared: neither the scheme, `www.`, a slash at
/// the end, the fragment, the order of the parameters, nor what a network adds to count its clicks
/// makes another page.
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

fn is_tracking(parameter: &str) -> bool {
    let name = parameter.split('=').next().unwrap_or_default().to_ascii_lowercase();
    name.starts_with("utm_") || TRACKING.contains(&name.as_str())
}

impl Link {
    /// The page that it shows.
    pub fn page(&self) -> PageKey {
        let rest = self.as_str().split_once("://").map_or(self.as_str(), |(_, rest)| rest);
        let rest = rest.split('#').next().unwrap_or_default();
        let (address, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (host, path) = address.split_once('/').unwrap_or((address, ""));
        let mut parameters: Vec<_> = query.split('&').filter(|each| !each.is_empty() && !is_tracking(each)).collect();
        parameters.sort_unstable();
        let mut key = bare_host(host);
        for part in path.split('/').filter(|part| !part.is_empty()) {
            key.push('/');
            key.push_str(part);
        }
        if !parameters.is_empty() {
            key.push('?');
            key.push_str(&parameters.join("&"));
        }
        PageKey(key)
    }
}

fn bare_host(host: &str) -> String {
    let host = host.to_lowercase();
    let host = host.strip_suffix(":80").or_else(|| host.strip_suffix(":443")).unwrap_or(&host);
    let host = host.trim_end_matches('.');
    host.strip_prefix("www.").filter(|rest| rest.contains('.')).unwrap_or(host).to_owned()
}

/// How a piece of publicity stands with the agency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Check {
    /// Nobody has looked at it, or it was corrected since.
    #[default]
    Waiting,
    /// It shows what it says.
    Confirmed {
        /// When.
        at: Timestamp,
        /// By whom.
        by: AccountId,
    },
    /// It does not; the unit corrects it.
    Returned {
        /// When.
        at: Timestamp,
        /// By whom.
        by: AccountId,
        /// What is wrong with it.
        reason: String,
    },
}

/// A reason longer than this is a letter.
const LONGEST_REASON: usize = 500;

impl Check {
    /// Every state's stable name.
    pub const CODES: [&str; 3] = ["waiting", "confirmed", "returned"];

    /// Stable name, in the store and the API.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Confirmed { .. } => "confirmed",
            Self::Returned { .. } => "returned",
        }
    }

    /// Whether it counts in the agency's figures and in a unit's points: only what was confirmed.
    pub const fn counts(&self) -> bool {
        matches!(self, Self::Confirmed { .. })
    }

    /// Whether the unit's own report is filled in with it: the unit answers for what it recorded,
    /// and what was returned is not said again.
    pub const fn may_be_reported(&self) -> bool {
        !matches!(self, Self::Returned { .. })
    }

    /// The officer looked and it is right; also what was returned before by mistake.
    pub fn confirm(&self, by: AccountId, at: Timestamp) -> Result<Self, CheckRefusal> {
        match self {
            Self::Confirmed { .. } => Err(CheckRefusal::AlreadyConfirmed),
            Self::Waiting | Self::Returned { .. } => Ok(Self::Confirmed { at, by }),
        }
    }

    /// The officer looked and it is not right; also what was confirmed and turns out wrong.
    pub fn give_back(&self, reason: &str, by: AccountId, at: Timestamp) -> Result<Self, CheckRefusal> {
        let reason = one_line(reason);
        match (self, length(&reason)) {
            (Self::Returned { .. }, _) => Err(CheckRefusal::AlreadyReturned),
            (_, 0) => Err(CheckRefusal::ReasonMissing),
            (_, length) if length > LONGEST_REASON => Err(CheckRefusal::ReasonTooLong { length, max: LONGEST_REASON }),
            _ => Ok(Self::Returned { at, by, reason }),
        }
    }

    /// The unit corrects it, and it waits to be looked at again.
    pub fn correct(&self) -> Result<Self, CheckRefusal> {
        match self {
            Self::Confirmed { .. } => Err(CheckRefusal::ConfirmedStays),
            Self::Waiting | Self::Returned { .. } => Ok(Self::Waiting),
        }
    }
}

/// Why a piece of publicity cannot be confirmed, returned or corrected.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CheckRefusal {
    /// Confirmed before.
    #[error("this piece is confirmed already")]
    AlreadyConfirmed,
    /// Returned before.
    #[error("this piece is returned already and waits for the unit")]
    AlreadyReturned,
    /// Without words the unit does not know what to put right.
    #[error("say what the unit is to put right")]
    ReasonMissing,
    /// Too many words.
    #[error("a reason of {length} letters is longer than {max}")]
    ReasonTooLong {
        /// Letters given.
        length: usize,
        /// Letters allowed.
        max: usize,
    },
    /// What was confirmed is not changed behind the officer.
    #[error("this piece was confirmed and is not changed any more")]
    ConfirmedStays,
}

impl Refusal for CheckRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyConfirmed => "campaign.publicity_confirmed_already",
            Self::AlreadyReturned => "campaign.publicity_returned_already",
            Self::ReasonMissing => "campaign.return_without_words",
            Self::ReasonTooLong { .. } => "campaign.return_too_long",
            Self::ConfirmedStays => "campaign.publicity_confirmed_stays",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::ReasonMissing | Self::ReasonTooLong { .. } => Some("reason".to_owned()),
            Self::AlreadyConfirmed | Self::AlreadyReturned | Self::ConfirmedStays => None,
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::ReasonTooLong { length, max } => {
                vec![("length", Fact::count(*length)), ("max", Fact::count(*max))]
            }
            _ => Vec::new(),
        }
    }
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
            "https://DONGTRIEU.vidu.invalid:443/tin/1#binh-luan",
            "https://www.dongtrieu.vidu.invalid/tin//1?utm_source=zalo&fbclid=x1&zarsrc=30",
        ] {
            assert_eq!(page(link), "dongtrieu.vidu.invalid/tin/1", "{link}");
        }
    }

    #[test]
    fn another_page_stays_another() {
        let pages =
            ["https://a.vn/?id=1", "https://a.vn/?id=2", "https://a.vn/Tin", "https://a.vn/tin", "https://b.vn/tin"];
        let keys: std::collections::BTreeSet<_> = pages.map(page).into();
        assert_eq!(keys.len(), pages.len());
        assert_eq!(page("https://a.vn/?b=2&a=1"), page("https://a.vn?a=1&b=2"));
        assert_eq!(page("https://www.vn/x"), "www.vn/x", "a host is more than its ending");
    }

    proptest! {
        #[test]
        fn a_key_read_again_is_itself(path in "[a-z0-9/]{0,12}", query in "[a-z=&_]{0,12}", fragment in "[a-z]{0,4}") {
            let once = page(&format!("https://www.a.vn/{path}?{query}#{fragment}"));
            prop_assert_eq!(page(&format!("http://{once}")), once);
        }

        #[test]
        fn only_what_was_confirmed_last_counts(steps in proptest::collection::vec(0..3_u8, 0..12)) {
            let (by, at) = (AccountId::new(uuid::Uuid::nil()), Timestamp::UNIX_EPOCH);
            let mut check = Check::default();
            let mut confirmed = false;
            for step in steps {
                let next = match step {
                    0 => check.confirm(by, at),
                    1 => check.give_back("ảnh mờ", by, at),
                    _ => check.correct(),
                };
                if let Ok(next) = next {
                    confirmed = step == 0;
                    check = next;
                }
                prop_assert_eq!(check.counts(), confirmed);
            }
        }
    }

    #[test]
    fn a_return_has_words_and_what_was_confirmed_is_not_changed() {
        let (by, at) = (AccountId::new(uuid::Uuid::nil()), Timestamp::UNIX_EPOCH);
        assert_eq!(Check::Waiting.give_back(" \n ", by, at), Err(CheckRefusal::ReasonMissing));
        let confirmed = Check::Waiting.confirm(by, at).unwrap();
        assert_eq!(confirmed.correct(), Err(CheckRefusal::ConfirmedStays));
        let returned = confirmed.give_back("Liên kết không mở được.", by, at).unwrap();
        assert!(!returned.may_be_reported() && returned.correct() == Ok(Check::Waiting));
    }
}
