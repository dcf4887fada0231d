//! What every piece of the kit says, taken from the edition's rule book: nothing is typed twice.

use hoithi_documents::Qr;
use hoithi_edition::Edition;
use hoithi_helpdesk::whom_to_ask;
use hoithi_journal::Halt;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::edition::{Channel, EntrantKind, Window};
use hoithi_rules::text::length;
use hoithi_web::{House, day};
use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use serde::Serialize;

/// The facts of an edition as its publicity tells them. The words are the office's, so they are
/// Vietnamese whatever the interface.
#[derive(Clone, Debug, Serialize)]
pub struct Kit {
    /// The edition's full name.
    pub title: String,
    /// The standing contest's name, without the ordinal.
    pub contest: String,
    /// "Lần thứ VIII, năm 2020 - 2021".
    pub run: String,
    /// Who runs it.
    pub agency: String,
    /// Who holds it.
    pub committee: String,
    /// What an entry is called.
    pub term: String,
    /// The fields.
    pub categories: Vec<String>,
    /// Who may enter, as a sentence.
    pub entrants: String,
    /// From which day dossiers are received.
    pub opens: String,
    /// Until when.
    pub closes: String,
    /// The prizes; empty until the rule book says them.
    pub prizes: Vec<PrizeLine>,
    /// What a dossier holds.
    pub dossier: Vec<String>,
    /// How a dossier may be handed in.
    pub ways: Vec<String>,
    /// Whom to ask, as the letter says it.
    pub help: String,
    /// The same where a sheet has room for few words.
    pub brief_help: String,
    /// What the kit calls for now.
    #[serde(skip)]
    pub moment: Moment,
    /// The edition's page.
    pub address: String,
    /// The same as a square code.
    pub qr: Qr,
    /// What every sheet of a demo carries.
    pub watermark: Option<String>,
}

/// What an edition's publicity says at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Entries are called for.
    Call,
    /// Dossiers are received no more.
    Over,
    /// The results are public.
    Announced,
}

impl Moment {
    fn of(edition: &Edition, now: Timestamp) -> Self {
        if edition.state.announced_at().is_some() {
            Self::Announced
        } else if edition.book.intake_is_over(now) {
            Self::Over
        } else {
            Self::Call
        }
    }
}

/// Letters that fit the foot of a poster.
const BRIEF: usize = 240;

/// One tier of prizes.
#[derive(Clone, Debug, Serialize)]
pub struct PrizeLine {
    /// "Giải Nhất".
    pub name: String,
    /// How many at most.
    pub ceiling: usize,
    /// What each is worth, where it is decided.
    pub money: Option<String>,
}

impl Kit {
    /// The kit of an edition as it stands now.
    pub async fn of(house: &House, edition: &Edition) -> Result<Self, Halt> {
        let rules = edition.book.rules();
        let now = house.clock().now();
        let help = whom_to_ask(&mut house.read().await?, edition, day_in_vietnam(now)).await?;
        let address = format!("{}/ky/{}", house.site.public_url, edition.slug);
        let window = edition.book.calendar().intake_window();
        let title = edition.title();
        Ok(Self {
            run: run_of(&title, &rules.contest),
            contest: rules.contest.clone(),
            agency: rules.agency.name.clone(),
            committee: rules.committee.clone(),
            term: rules.term.clone(),
            categories: rules.categories.iter().map(|category| category.name.clone()).collect(),
            entrants: entrants(edition),
            opens: day(window.opens_local.date()),
            closes: closes(window),
            prizes: prizes(edition),
            dossier: rules.dossier.iter().filter(|part| part.required).map(|part| part.name.clone()).collect(),
            ways: rules.channels.iter().map(|channel| way(channel, &address)).collect(),
            brief_help: Some(&help)
                .filter(|help| length(help) <= BRIEF)
                .cloned()
                .unwrap_or_else(|| rules.agency.reached()),
            help,
            moment: Moment::of(edition, now),
            qr: Qr::new(&address).map_err(Halt::fault)?,
            watermark: house.site.watermark(),
            title,
            address,
        })
    }

    /// Whether entries are called for.
    pub fn calls(&self) -> bool {
        self.moment == Moment::Call
    }

    /// The fields in one sentence's part.
    pub fn fields(&self) -> String {
        self.categories.join("; ")
    }
}

/// What the full name says beyond the standing contest's name.
fn run_of(title: &str, contest: &str) -> String {
    let rest = title.strip_prefix(contest).unwrap_or_default().trim_start_matches([',', ' ']);
    hoithi_web::upper_first(rest)
}

fn entrants(edition: &Edition) -> String {
    let entrants = &edition.book.rules().entrants;
    let words = |kind: &EntrantKind| match kind {
        EntrantKind::Individual => "cá nhân",
        EntrantKind::Group => "nhóm tác giả",
        EntrantKind::Organisation => "tổ chức",
    };
    let kinds: Vec<_> = entrants.kinds.iter().map(words).collect();
    let age = entrants.minimum_age.map(|age| format!("tác giả từ đủ {age} tuổi"));
    let most = entrants.max_authors.map(|most| format!("mỗi {} không quá {most} tác giả", edition.book.rules().term));
    [Some(kinds.join(", ")), age, most].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn closes(window: &Window) -> String {
    let date = window.last_day;
    if window.names_the_hour() {
        let time = window.closes_local.time();
        return format!("{} giờ {:02}, {}, ngày {}", time.hour(), time.minute(), weekday(date), day(date));
    }
    format!("hết {}, ngày {}", weekday(date), day(date))
}

fn weekday(date: Date) -> &'static str {
    match date.weekday() {
        Weekday::Monday => "thứ Hai",
        Weekday::Tuesday => "thứ Ba",
        Weekday::Wednesday => "thứ Tư",
        Weekday::Thursday => "thứ Năm",
        Weekday::Friday => "thứ Sáu",
        Weekday::Saturday => "thứ Bảy",
        Weekday::Sunday => "Chủ nhật",
    }
}

fn prizes(edition: &Edition) -> Vec<PrizeLine> {
    let Some(part) = edition.book.prizes() else { return Vec::new() };
    let line = |tier: &hoithi_rules::awards::PrizeTier| PrizeLine {
        name: tier.name.clone(),
        ceiling: tier.ceiling,
        money: edition.book.amount(&tier.code).map(|dong| format!("{dong} đồng")),
    };
    part.structure.tiers.iter().map(line).collect()
}

fn way(channel: &Channel, address: &str) -> String {
    match channel {
        Channel::Online => format!("Trực tuyến tại {address}"),
        Channel::ByHand { place } => format!("Nộp trực tiếp tại {place}"),
        Channel::ByPost { place, .. } => format!("Gửi qua bưu điện tới {place}"),
    }
}
