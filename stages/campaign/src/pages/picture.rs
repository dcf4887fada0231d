//! The units of a letter as a picture, coloured by how far they are: one tile each, grouped, and above them
//! the map where the register has their borders; without these the page is named for its tiles. A shape of the map bears the number under which the unit stands
//! below; the sign and the figure say the same as the colour.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::UnitId;
use hoithi_units::{Outline, Outlines, borders_on};
use hoithi_web::{Asked, Form, House, Page, Path, html};
use jiff::Timestamp;
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
    counts: Vec<(Progress, usize)>,
    units: usize,
    groups: Vec<(String, Vec<Tile>)>,
    map: Option<Map>,
    now: Timestamp,
}

/// The units that have borders, in their shapes.
struct Map {
    size: (i32, i32),
    shapes: Vec<Shape>,
    /// How large a number is written, so that it has room in a shape of the middle size.
    letters: i32,
    /// Units that stand below only.
    without: usize,
}

/// One unit of the picture.
#[derive(Clone)]
struct Tile {
    unit: UnitId,
    /// Under which number it stands on the map.
    number: Option<usize>,
    name: String,
    at: Progress,
    done: usize,
    asked: usize,
}

/// One unit of the map.
struct Shape {
    tile: Tile,
    path: String,
    middle: (i32, i32),
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
    let borders = borders_on(&mut db, viewer.today).await?;
    let outlines = Outlines::of(rows.iter().filter_map(|row| Some((row.unit.id, borders.get(&row.unit.id)?))));
    let mut groups = grouped(&page, &rows, viewer.today);
    let map = outlines.map(|outlines| Map::of(outlines, &mut groups));
    let count = |at| rows.iter().filter(|row| row.comes_to(viewer.today) == at).count();
    // What is asked no longer has its sign only where there is such a unit.
    let counts = Progress::ALL.into_iter().map(|at| (at, count(at)));
    let counts = counts.filter(|(at, count)| *at != Progress::Ended || *count > 0).collect();
    let title = if map.is_some() { "campaign-picture-map" } else { "campaign-picture-tiles" };
    let units = rows.len();
    html(&PicturePage {
        units,
        counts,
        groups,
        map,
        now: viewer.now,
        levels: levels(&page, &board.all),
        areas: areas_of(&board.all).into_iter().map(|area| (area.key, area.name)).collect(),
        shows: shows(&page),
        letters: letter_choices(&page, board.sent),
        page: page.titled(title).under_key("campaign-board", &format!("/ky/{slug}/tien-do")),
        form: board.form,
        slug,
    })
}

impl PicturePage {
    /// The sign that says what the colour says.
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        clippy::unused_self,
        reason = "a template calls what belongs to itself"
    )]
    fn sign(&self, at: &Progress) -> &'static str {
        match at {
            Progress::Silent => "○",
            Progress::Received => "◇",
            Progress::Begun => "◐",
            Progress::Half => "◕",
            Progress::Whole => "✓",
            Progress::Late => "▲",
            Progress::Ended => "✕",
        }
    }

    /// The colour, as the catalogue of pieces has it.
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        clippy::unused_self,
        reason = "a template calls what belongs to itself"
    )]
    fn level(&self, at: &Progress) -> &'static str {
        match at {
            Progress::Silent | Progress::Ended => "0",
            Progress::Received => "1",
            Progress::Begun => "2",
            Progress::Half => "3",
            Progress::Whole => "5",
            Progress::Late => "late",
        }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "a template hands out what it loops over by reference")]
    fn word(&self, at: &Progress) -> String {
        self.page.tcode("campaign-progress-", at.code())
    }

    /// What a shape of the map says to whoever does not see its colour.
    fn says(&self, tile: &Tile) -> String {
        format!("{}: {}, {}/{}", tile.name, self.word(&tile.at), tile.done, tile.asked)
    }

    /// Of when the map is, and what stands on it.
    fn stands(&self, map: &Map) -> String {
        let facts = [("at", self.page.instant(self.now)), ("count", map.shapes.len().to_string())];
        self.page.tx("campaign-map-stands", &facts)
    }
}

/// Numbers smaller than this are dots, larger ones hide the shapes.
const LETTERS: (i32, i32) = (9, 36);

impl Map {
    /// The shapes in the order of the tiles, which take the numbers that stand on the map.
    fn of(outlines: Outlines, groups: &mut [(String, Vec<Tile>)]) -> Self {
        let mut drawn: BTreeMap<UnitId, Outline> = outlines.units.into_iter().map(|one| (one.unit, one)).collect();
        let (mut shapes, mut without) = (Vec::new(), 0);
        for tile in groups.iter_mut().flat_map(|(_, tiles)| tiles) {
            let Some(Outline { path, middle, .. }) = drawn.remove(&tile.unit) else {
                without += 1;
                continue;
            };
            tile.number = Some(shapes.len() + 1);
            shapes.push(Shape { tile: tile.clone(), path, middle });
        }
        let (wide, high) = outlines.size;
        let each = wide * high / i32::try_from(shapes.len().max(1)).unwrap_or(i32::MAX);
        Self { size: outlines.size, letters: (each.isqrt() / 3).clamp(LETTERS.0, LETTERS.1), shapes, without }
    }
}

fn tile(row: &UnitProgress, today: Date) -> Tile {
    Tile {
        unit: row.unit.id,
        number: None,
        name: row.unit.name.clone(),
        at: row.comes_to(today),
        done: row.done(),
        asked: row.asked(),
    }
}

/// By area, or by level where a unit lies in none; a unit of two areas stands in the first, because it is
/// one unit.
fn grouped(page: &Page, rows: &[&UnitProgress], today: Date) -> Vec<(String, Vec<Tile>)> {
    let mut groups: BTreeMap<String, Vec<Tile>> = BTreeMap::new();
    for row in rows.iter().copied() {
        let name = match row.areas.first() {
            Some(area) => area.name.clone(),
            None => page.tcode("units-level-", row.unit.level.code()),
        };
        groups.entry(name).or_default().push(tile(row, today));
    }
    groups.into_iter().collect()
}
