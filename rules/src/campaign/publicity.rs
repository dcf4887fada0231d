//! Evidence that a unit publicised the contest.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::day::{parse_count, parse_day};
use crate::refusal::{Fact, Refusal};
use crate::text::{length, one_line};

/// Where the contest was publicised; the letter names the first five.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PublicityChannel {
    /// Cổng thông tin điện tử thành phần.
    ComponentPortal,
    /// Hệ thống thư điện tử.
    EmailSystem,
    /// Bản tin.
    Bulletin,
    /// Tập san.
    Periodical,
    /// Ấn phẩm.
    Print,
    /// Phát thanh, truyền hình.
    RadioTelevision,
    /// Hội nghị, cuộc họp.
    Meeting,
    /// Mạng xã hội.
    SocialNetwork,
}

impl PublicityChannel {
    /// Every channel.
    pub const ALL: [Self; 8] = [
        Self::ComponentPortal,
        Self::EmailSystem,
        Self::Bulletin,
        Self::Periodical,
        Self::Print,
        Self::RadioTelevision,
        Self::Meeting,
        Self::SocialNetwork,
    ];

    /// Stable name, in the store and the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ComponentPortal => "component_portal",
            Self::EmailSystem => "email_system",
            Self::Bulletin => "bulletin",
            Self::Periodical => "periodical",
            Self::Print => "print",
            Self::RadioTelevision => "radio_television",
            Self::Meeting => "meeting",
            Self::SocialNetwork => "social_network",
        }
    }

    /// The channel of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }
}

/// The address of a page: `http` or `https` with a host, at most 2,000 characters. Nothing else
/// may become a link that somebody clicks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Link(String);

crate::text::parsed_text!(Link, LinkError);

/// Why a text is not the address of a page.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{given:?} is not an address that begins with http:// or https://")]
pub struct LinkError {
    /// What was written.
    pub given: String,
}

impl FromStr for Link {
    type Err = LinkError;

    fn from_str(text: &str) -> Result<Self, LinkError> {
        let address = text.trim();
        let refused = || LinkError { given: text.to_owned() };
        let (scheme, rest) = address.split_once("://").ok_or_else(refused)?;
        let known = ["http", "https"].iter().any(|each| scheme.eq_ignore_ascii_case(each));
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host_fits = host.contains(|c: char| c.is_alphanumeric()) && !host.contains(['@', '\\']);
        let plain = !address.contains(|c: char| c.is_whitespace() || c.is_control() || c == '"');
        if known && host_fits && plain && address.len() <= 2000 { Ok(Self(address.to_owned())) } else { Err(refused()) }
    }
}

impl Link {
    /// As somebody typed it for others to follow: besides, its host is a name that the net knows or four
    /// numbers, since `https://abc` leads nobody anywhere.
    pub fn typed(text: &str) -> Result<Self, LinkError> {
        let link: Self = text.parse()?;
        if link.names_a_site() { Ok(link) } else { Err(LinkError { given: text.to_owned() }) }
    }

    fn names_a_site(&self) -> bool {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        let place = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let (host, port) = place.split_once(':').unwrap_or((place, "443"));
        let labels: Vec<_> = host.trim_end_matches('.').split('.').collect();
        let is_label = |label: &&str| {
            let fits = |sign: char| sign.is_alphanumeric() || sign == '-' || sign == '_';
            !label.is_empty() && label.chars().all(fits) && !label.starts_with('-') && !label.ends_with('-')
        };
        let is_number = |label: &&str| label.parse::<u8>().is_ok();
        let ends_in_letters = labels.last().is_some_and(|last| last.chars().any(char::is_alphabetic));
        let numbers = labels.len() == 4 && labels.iter().all(is_number);
        port.parse::<u16>().is_ok() && labels.len() > 1 && labels.iter().all(is_label) && (ends_in_letters || numbers)
    }
}

/// What the form brings, as it was typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct PublicityForm<'a> {
    /// The channel's code.
    pub channel: &'a str,
    /// The day it appeared.
    pub on: &'a str,
    /// Its title, or what it was.
    pub title: &'a str,
    /// Its address; may be empty.
    pub link: &'a str,
    /// How many it reached; may be empty.
    pub reach: &'a str,
}

/// One publication, broadcast, meeting or post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicityItem {
    /// Where.
    pub channel: PublicityChannel,
    /// The day it appeared.
    pub on: Date,
    /// Its title, or what it was; 1 to 300 letters.
    pub title: String,
    /// Its address, where it has one.
    pub link: Option<Link>,
    /// How many persons it reached, where the unit counted.
    pub reach: Option<u32>,
}

impl PublicityItem {
    /// Reads the form, or tells everything that is wrong with it.
    pub fn parse(form: PublicityForm<'_>, today: Date) -> Result<Self, Vec<PublicityRefusal>> {
        let channel = channel(form.channel);
        let on = day(form.on, today);
        let title = title(form.title);
        let link = if_any(form.link, |text| Link::typed(text).map_err(PublicityRefusal::Link));
        let reach = if_any(form.reach, reach);
        match (channel, on, title, link, reach) {
            (Ok(channel), Ok(on), Ok(title), Ok(link), Ok(reach)) => Ok(Self { channel, on, title, link, reach }),
            (channel, on, title, link, reach) => {
                let all = [channel.err(), on.err(), title.err(), link.err(), reach.err()];
                Err(all.into_iter().flatten().collect())
            }
        }
    }
}

fn channel(code: &str) -> Result<PublicityChannel, PublicityRefusal> {
    let unknown = || PublicityRefusal::ChannelUnknown { given: code.to_owned() };
    PublicityChannel::from_code(code.trim()).ok_or_else(unknown)
}

fn day(text: &str, today: Date) -> Result<Date, PublicityRefusal> {
    let day = parse_day(text).ok_or_else(|| PublicityRefusal::NotADay { given: text.to_owned() })?;
    if day > today { Err(PublicityRefusal::DayInFuture { day }) } else { Ok(day) }
}

fn title(text: &str) -> Result<String, PublicityRefusal> {
    let title = one_line(text);
    match length(&title) {
        0 => Err(PublicityRefusal::TitleMissing),
        length if length > 300 => Err(PublicityRefusal::TitleTooLong { length, max: 300 }),
        _ => Ok(title),
    }
}

fn reach(text: &str) -> Result<u32, PublicityRefusal> {
    parse_count(text).ok_or_else(|| PublicityRefusal::NotACount { given: text.to_owned() })
}

fn if_any<T>(
    text: &str,
    read: impl FnOnce(&str) -> Result<T, PublicityRefusal>,
) -> Result<Option<T>, PublicityRefusal> {
    if text.trim().is_empty() { Ok(None) } else { read(text).map(Some) }
}

/// What is wrong with a form of publicity.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PublicityRefusal {
    /// No such channel.
    #[error("{given:?} is no channel of publicity")]
    ChannelUnknown {
        /// What was chosen.
        given: String,
    },
    /// Not a day.
    #[error("{given:?} is not a day, as in 27/7/2020")]
    NotADay {
        /// What was written.
        given: String,
    },
    /// A day that has not come yet.
    #[error("{day} has not come yet")]
    DayInFuture {
        /// The day given.
        day: Date,
    },
    /// There is no title.
    #[error("the title is missing")]
    TitleMissing,
    /// The title is too long.
    #[error("a title of {length} letters is longer than {max}")]
    TitleTooLong {
        /// Letters given.
        length: usize,
        /// Letters allowed.
        max: usize,
    },
    /// Not the address of a page.
    #[error(transparent)]
    Link(LinkError),
    /// Not a count.
    #[error("{given:?} is not a number of persons")]
    NotACount {
        /// What was written.
        given: String,
    },
}

impl Refusal for PublicityRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::ChannelUnknown { .. } => "campaign.channel_unknown",
            Self::NotADay { .. } => "campaign.not_a_day",
            Self::DayInFuture { .. } => "campaign.day_in_future",
            Self::TitleMissing => "campaign.title_missing",
            Self::TitleTooLong { .. } => "campaign.title_too_long",
            Self::Link(_) => "campaign.link_form",
            Self::NotACount { .. } => "campaign.reach_not_a_count",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::ChannelUnknown { .. } => "channel",
            Self::NotADay { .. } | Self::DayInFuture { .. } => "on",
            Self::TitleMissing | Self::TitleTooLong { .. } => "title",
            Self::Link(_) => "link",
            Self::NotACount { .. } => "reach",
        };
        Some(field.into())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::ChannelUnknown { given }
            | Self::NotADay { given }
            | Self::NotACount { given }
            | Self::Link(LinkError { given }) => vec![("given", Fact::text(given))],
            Self::DayInFuture { day } => vec![("day", Fact::Day(*day))],
            Self::TitleMissing => vec![],
            Self::TitleTooLong { length, max } => {
                vec![("length", Fact::count(*length)), ("max", Fact::count(*max))]
            }
        }
    }
}

impl fmt::Display for PublicityChannel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const FORM: PublicityForm<'_> = PublicityForm {
        channel: "component_portal",
        on: "05/9/2020",
        title: "Phát động Hội thi Sáng tạo kỹ thuật",
        link: "https://cong-thanh-phan.example/tin/1?x=1",
        reach: "1.250",
    };

    #[test]
    fn a_complete_form_is_read() {
        let item = PublicityItem::parse(FORM, date(2020, 10, 1)).unwrap();
        assert_eq!((item.on, item.reach), (date(2020, 9, 5), Some(1250)));
        let short = PublicityForm { link: "", reach: " ", ..FORM };
        let item = PublicityItem::parse(short, date(2020, 10, 1)).unwrap();
        assert_eq!((item.link, item.reach), (None, None));
    }

    #[test]
    fn everything_wrong_comes_at_once_each_at_its_field() {
        let form = PublicityForm { channel: "", on: "32/1", title: " ", link: "ftp://a", reach: "vài" };
        let refusals = PublicityItem::parse(form, date(2020, 10, 1)).unwrap_err();
        let fields: Vec<_> = refusals.iter().filter_map(Refusal::field).collect();
        assert_eq!(fields, ["channel", "on", "title", "link", "reach"]);
    }

    #[test]
    fn nothing_but_a_page_becomes_a_link() {
        for text in [
            "javascript://%0aalert(1)",
            "data:text/html,x",
            "https://",
            "http:///x",
            "//a.vn",
            "https://a b.vn",
            "https://hoi-thi.vn@evil.example/",
        ] {
            assert!(text.parse::<Link>().is_err(), "{text}");
        }
        for text in ["http://a.vn", "HTTPS://quảngninh.vn/tin", "https://a.vn:8443/x#y"] {
            assert!(text.parse::<Link>().is_ok(), "{text}");
        }
    }

    #[test]
    fn an_address_that_leads_nowhere_is_not_taken_from_a_form() {
        for text in [
            "https://abc",
            "https://1",
            "https://a..vn/",
            "https://-a.vn",
            "https://a.vn:99999/",
            "https://1.2.3",
            "http://a,b.vn",
        ] {
            assert!(Link::typed(text).is_err(), "{text}");
        }
        for text in [
            "http://a.vn",
            "https://quảngninh.vn/tin",
            "https://a.vn:8443/x#y",
            "http://10.0.0.5/tin",
            "https://xn--a-b.vn.",
        ] {
            assert!(Link::typed(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_has_not_happened_is_no_evidence() {
        let refused = PublicityItem::parse(FORM, date(2020, 9, 4)).unwrap_err();
        assert_eq!(refused, [PublicityRefusal::DayInFuture { day: date(2020, 9, 5) }]);
    }
}
