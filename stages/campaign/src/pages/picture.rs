//! The units of a letter as a picture: one tile each, grouped, coloured by how far it is. The sign and
//! the figure in each tile say the same as its colour.

use std::collections::BTreeMap;
use std::fmt::Write;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_web::{Asked, Form, House, Page, Path, html};
use jiff::civil::Date;

use super::board::{Board, letter_choices, levels, shows};
use super::send::UnderKey;
use crate::progress::{Progress, UnitProgress, areas_of};

#[derive(Template)]
#[template(path = "campaign/picture.html")]
struct PicturePage {
    page: Page,
    form: Form,
    slug: String,
    letters: Vec<(String, String)>,
    levels: Vec<(String, String)>,
    areas: Vec<(String, String)>,
    shows: Vec<(String, String)>,
    /// The picture, drawn here: it holds no word that was not escaped.
    svg: String,
    counts: Vec<(Progress, usize)>,
    units: usize,
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let board = Board::asked(&mut db, &viewer, &slug, asked).await?;
    let rows: Vec<&UnitProgress> = board.rows().collect();
    let count = |at| rows.iter().filter(|row| row.comes_to(viewer.today) == at).count();
    let counts = Progress::ALL.map(|at| (at, count(at))).into();
    let (svg, units) = (draw(&page, &slug, &rows, viewer.today), rows.len());
    html(&PicturePage {
        svg,
        units,
        counts,
        levels: levels(&page, &board.all),
        areas: areas_of(&board.all).into_iter().map(|area| (area.key, area.name)).collect(),
        shows: shows(&page),
        letters: letter_choices(&page, board.sent),
        page: page.titled("campaign-picture").under_key("campaign-board", &format!("/ky/{slug}/tien-do")),
        form: board.form,
        slug,
    })
}

impl PicturePage {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "a template hands out what it loops over by reference")]
    fn legend(&self, at: &Progress) -> String {
        format!("{} {}", sign(*at), self.page.tcode("campaign-progress-", at.code()))
    }
}

/// The sign that says what the colour says.
const fn sign(at: Progress) -> &'static str {
    match at {
        Progress::Silent => "◇",
        Progress::Begun => "◐",
        Progress::Half => "◕",
        Progress::Whole => "✓",
        Progress::Late => "▲",
    }
}

/// Ground, edge and ink; every pair of ground and ink can be read by weak eyes.
const fn colours(at: Progress) -> (&'static str, &'static str, &'static str) {
    match at {
        Progress::Silent => ("#ffffff", "#9aa8b2", "#14212b"),
        Progress::Begun => ("#dcebea", "#7fb8b4", "#14212b"),
        Progress::Half => ("#7fb8b4", "#247a76", "#14212b"),
        Progress::Whole => ("#084a48", "#084a48", "#ffffff"),
        Progress::Late => ("#fcebe9", "#a3261c", "#86201a"),
    }
}

const WIDE: usize = 1100;
const TILE: (usize, usize) = (178, 60);
const GAP: usize = 6;
const HEAD: usize = 30;

/// The picture: groups by area, or by level where a unit lies in none; a unit of two areas stands in the
/// first and says so nowhere, because it is one unit.
fn draw(page: &Page, slug: &str, rows: &[&UnitProgress], today: Date) -> String {
    let mut groups: BTreeMap<String, Vec<&UnitProgress>> = BTreeMap::new();
    for row in rows.iter().copied() {
        let name = match row.areas.first() {
            Some(area) => area.name.clone(),
            None => page.tcode("units-level-", row.unit.level.code()),
        };
        groups.entry(name).or_default().push(row);
    }
    let a_row = (WIDE + GAP) / (TILE.0 + GAP);
    let (mut body, mut y) = (String::new(), 0);
    for (name, units) in groups {
        let _ = write!(
            body,
            "<text x=\"0\" y=\"{}\" font-size=\"15\" font-weight=\"600\" fill=\"#14212b\">{}</text>",
            y + 19,
            escaped(&name)
        );
        y += HEAD;
        for (place, unit) in units.iter().enumerate() {
            let at = ((place % a_row) * (TILE.0 + GAP), y + (place / a_row) * (TILE.1 + GAP));
            tile(&mut body, page, slug, unit, today, at);
        }
        y += units.len().div_ceil(a_row) * (TILE.1 + GAP) + GAP;
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDE} {y}\" width=\"100%\" role=\"img\" \
         aria-labelledby=\"picture-title\"><title id=\"picture-title\">{}</title>{body}</svg>",
        escaped(&page.t1("campaign-picture-alt", "count", rows.len()))
    )
}

fn tile(body: &mut String, page: &Page, slug: &str, row: &UnitProgress, today: Date, (x, y): (usize, usize)) {
    let at = row.comes_to(today);
    let (ground, edge, ink) = colours(at);
    let figures = format!("{} {}/{}", sign(at), row.done(), row.asked());
    let says =
        format!("{}: {}, {}/{}", row.unit.name, page.tcode("campaign-progress-", at.code()), row.done(), row.asked());
    let _ = write!(
        body,
        "<a href=\"/ky/{}/tien-do/{}\"><title>{}</title><rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" rx=\"3\" \
         fill=\"{ground}\" stroke=\"{edge}\"/><text x=\"{}\" y=\"{}\" font-size=\"15\" fill=\"{ink}\">{}</text>\
         <text x=\"{}\" y=\"{}\" font-size=\"16\" font-weight=\"700\" fill=\"{ink}\">{}</text></a>",
        escaped(slug),
        row.unit.id,
        escaped(&says),
        TILE.0,
        TILE.1,
        x + 8,
        y + 23,
        escaped(&shortened(&row.unit.name)),
        x + 8,
        y + 47,
        escaped(&figures)
    );
}

/// A name that fits a tile.
fn shortened(name: &str) -> String {
    const FITS: usize = 21;
    if name.chars().count() <= FITS { name.to_owned() } else { name.chars().take(FITS - 1).chain(['…']).collect() }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
