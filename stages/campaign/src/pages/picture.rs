//! The units of a letter as a picture, coloured by how far they are: one tile each, grouped, and above them
//! the map where the register has their borders. The sign and the figure say the same as the colour.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_units::{Outlines, borders_on};
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
    counts: Vec<(Progress, usize)>,
    units: usize,
    groups: Vec<(String, Vec<Tile>)>,
    /// The size of the map, where there is one.
    map: Option<(i32, i32)>,
    shapes: Vec<Shape>,
}

/// One unit of the picture.
#[derive(Clone)]
struct Tile {
    unit: String,
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
    let count = |at| rows.iter().filter(|row| row.comes_to(viewer.today) == at).count();
    let counts = Progress::ALL.map(|at| (at, count(at))).into();
    let units = rows.len();
    let groups = grouped(&page, &rows, viewer.today);
    let map = outlines.as_ref().map(|outlines| outlines.size);
    let shapes = outlines.map(|outlines| shapes(outlines, &rows, viewer.today)).unwrap_or_default();
    html(&PicturePage {
        units,
        counts,
        groups,
        map,
        shapes,
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
    /// The sign that says what the colour says.
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        clippy::unused_self,
        reason = "a template calls what belongs to itself"
    )]
    fn sign(&self, at: &Progress) -> &'static str {
        match at {
            Progress::Silent => "◇",
            Progress::Begun => "◐",
            Progress::Half => "◕",
            Progress::Whole => "✓",
            Progress::Late => "▲",
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
            Progress::Silent => "0",
            Progress::Begun => "1",
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
}

fn tile(row: &UnitProgress, today: Date) -> Tile {
    Tile {
        unit: row.unit.id.to_string(),
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

fn shapes(outlines: Outlines, rows: &[&UnitProgress], today: Date) -> Vec<Shape> {
    let rows: BTreeMap<_, _> = rows.iter().map(|row| (row.unit.id, *row)).collect();
    let shape = |outline: hoithi_units::Outline| {
        let row = rows.get(&outline.unit)?;
        Some(Shape { tile: tile(row, today), path: outline.path, middle: outline.middle })
    };
    outlines.units.into_iter().filter_map(shape).collect()
}
