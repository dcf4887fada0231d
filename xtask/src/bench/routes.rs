//! What is measured, and the budget that each has to keep. A new page worth measuring is one more
//! line here.

/// Where a page is: an address, a form's answer, or whatever a page of links leads to (asked in turn, so that no
/// single entry's page is measured out of a warm cache).
#[derive(Clone, Copy)]
pub(super) enum Page {
    At(&'static str),
    /// What a form of a page answers: its action contains `action`, and these fields are filled in.
    Sent {
        page: &'static str,
        action: &'static str,
        fields: &'static [(&'static str, &'static str)],
    },
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
    /// Answers a second at the least, where a budget was set.
    pub(super) at_least: Option<u32>,
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
    Read { what: "portal home", who: None, page: Page::At("/"), at_least: None },
    Read {
        what: "public list of solutions",
        who: None,
        page: Page::At("/ky/quang-ninh-viii/giai-phap"),
        at_least: Some(5_000),
    },
    Read {
        what: "judge's sheet",
        who: Some("giamkhao51"),
        page: Page::LinkedFrom { page: "/cham", beginning: "/cham/" },
        at_least: Some(2_500),
    },
    Read {
        what: "one entry's page",
        who: Some("thuky"),
        page: Page::LinkedFrom { page: "/ky/quang-ninh-viii/ho-so", beginning: "/ho-so/" },
        at_least: Some(2_500),
    },
    Read {
        what: "ranking, all 1,000 rows",
        who: Some("chutich"),
        page: Page::At("/ky/quang-ninh-viii/xep-hang?trang=tat-ca"),
        at_least: Some(200),
    },
    Read {
        what: "ranking, a page of 50",
        who: Some("chutich"),
        page: Page::At("/ky/quang-ninh-viii/xep-hang"),
        at_least: Some(2_000),
    },
    Read {
        what: "search among the entries",
        who: Some("thuky"),
        page: Page::Sent {
            page: "/ky/quang-ninh-viii/ho-so",
            action: "/ky/quang-ninh-viii/ho-so",
            fields: &[("q", "may doi")],
        },
        at_least: Some(800),
    },
];

pub(super) const WRITES: &[Write] = &[
    Write {
        what: "beginning an entry",
        who: "tacgia1",
        page: Page::At("/ky/quang-ninh-nho/nop-ho-so"),
        action: "",
        fields: &[("title", "Giải pháp thử tốc độ số {n}"), ("category", "y-duoc")],
        commits: 2,
    },
    Write {
        what: "saving a mark",
        who: "giamkhao51",
        page: Page::LinkedFrom { page: "/cham", beginning: "/cham/" },
        action: "/cham/",
        fields: &[("comment", "Nhận xét lần {n}")],
        commits: 2,
    },
];

/// Start on an existing folder to the first page, in milliseconds at the most.
pub(super) const FIRST_PAGE: u128 = 300;
/// Memory in MiB at the most: after the start, and under the load.
pub(super) const IDLE_MEMORY: u64 = 80;
pub(super) const LOADED_MEMORY: u64 = 150;

/// How the measured folder is made: a thousand entries, judged, the round opened.
pub(super) const SEED: &[&str] = &["demo", "--scale", "1000"];
/// The password of every account that the demo makes.
pub(super) const PASSWORD: &str = "minh-hoa-2021";
