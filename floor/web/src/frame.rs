//! What surrounds a page. The binary fills it in; this crate only shows it.

/// From how many places on the left column is folded, so that a new clerk sees all its headings at once.
const LONG: usize = 14;

/// The surroundings of a page.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// Whose site it is.
    pub brand: String,
    /// What is running, empty when nothing is.
    pub edition: String,
    /// The agency that answers for it; empty on pages of no contest.
    pub agency: String,
    /// Where the brand leads.
    pub home: String,
    /// Where a personal link begins, on its own pages: whoever holds one goes back there; empty elsewhere.
    pub own: String,
    /// The line of stages on every page.
    pub stops: Vec<Stop>,
    /// The left column; empty on public pages.
    pub nav: Vec<NavItem>,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// Who is signed in.
    pub person: Option<Person>,
    /// The zone in which instants are shown.
    pub zone: Option<jiff::tz::TimeZone>,
}

/// One stage on the line.
#[derive(Clone, Debug)]
pub struct Stop {
    /// Its name.
    pub label: String,
    /// Its days in words.
    pub dates: String,
    /// `past`, `today`, `next` (between two stages, the one that comes) or `coming`.
    pub state: &'static str,
}

impl Frame {
    /// On a day between two stages: the last that is over and the next. Empty on all other days.
    pub fn between(&self) -> Vec<&Stop> {
        if self.stops.iter().any(|stop| stop.state == "today") {
            return Vec::new();
        }
        let last = self.stops.iter().rfind(|stop| stop.state == "past");
        let next = self.stops.iter().find(|stop| stop.state == "next");
        last.into_iter().chain(next).collect()
    }

    /// The left column under its headings. In a long one only what this page belongs to stands open.
    pub fn nav_groups(&self) -> Vec<NavGroup<'_>> {
        let long = self.nav.len() > LONG;
        let groups = self.nav.chunk_by(|_, next| next.group.is_none());
        groups
            .map(|items| NavGroup {
                heading: items.first().and_then(|item| item.group.as_deref()),
                open: !long || items.iter().any(|item| item.current),
                items,
            })
            .collect()
    }
}

/// Places of the left column that stand under one heading.
#[derive(Clone, Copy, Debug)]
pub struct NavGroup<'a> {
    /// The heading; none above the first places.
    pub heading: Option<&'a str>,
    /// Whether its places are seen without unfolding it.
    pub open: bool,
    /// The places.
    pub items: &'a [NavItem],
}

/// One place the left column leads to.
#[derive(Clone, Debug)]
pub struct NavItem {
    /// Its name.
    pub label: String,
    /// Its address.
    pub href: String,
    /// Whether this page is it.
    pub current: bool,
    /// The heading that begins above it; none beneath the place before.
    pub group: Option<String>,
}

/// One step of the way here.
#[derive(Clone, Debug)]
pub struct Crumb {
    /// Its name.
    pub label: String,
    /// Its address; none for this page.
    pub href: Option<String>,
}

/// Who is signed in.
#[derive(Clone, Debug)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// As what.
    pub role: String,
}
