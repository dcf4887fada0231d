//! What is measured, and the budget that each has to keep. A new page worth measuring is one more
//! line here.

/// Where a page is: an address, or whatever a page of links leads to (asked in turn, so that no
/// single entry's page is measured out of a warm cache).
#[derive(Clone, Copy)]
pub(super) enum Page {
    At(&'static str),
    LinkedFrom {
        page: &'static str,
        beginning: &'static str,
    },
}

pub(super) struct Read {
    pub(super) what: &'static str,
    /// The account that asks; none is the public.
    pub(super) who: Option<&'static str>,
    pub(super) page: Page,
    /// Answers a second at the least.
    pub(super) at_least: u32,
}

pub(super) struct Write {
    pub(super) what: &'static str,
    pub(super) who: &'static str,
    pub(super) page: Page,
    /// What the form's action contains.
    pub(super) action: &'static str,
    /// Fields filled in; `{n}` becomes the number of the try.
    pub(super) fields: &'static [(&'static str, &'static str)],
    /// The median, in commits of the same disk, at the most.
    pub(super) commits: u32,
}

pub(super) const READS: &[Read] = &[
    Read {
        what: "portal home",
        who: None,
        page: Page::At("/"),
        at_least: 5_000,
    },
    Read {
        what: "sign-in page",
        who: None,
        page: Page::At("/dang-nhap"),
        at_least: 5_000,
    },
    Read {
        what: "judge's sheet",
        who: Some("giamkhao1"),
        page: Page::LinkedFrom {
            page: "/cham-diem",
            beginning: "/cham-diem/",
        },
        at_least: 2_500,
    },
];

pub(super) const WRITES: &[Write] = &[];

/// Start on an existing folder to the first page, in milliseconds at the most.
pub(super) const FIRST_PAGE: u128 = 300;
/// Memory in MiB at the most: after the start, and under the load.
pub(super) const IDLE_MEMORY: u64 = 80;
pub(super) const LOADED_MEMORY: u64 = 150;

/// How the measured folder is made: a thousand entries, judged, the round opened.
pub(super) const SEED: &[&str] = &["demo", "--moment", "opened", "--scale", "1000"];
/// The password of every account that the demo makes.
pub(super) const PASSWORD: &str = "";
