//! `/cham`: a judge's own list, in an order of the judge's own.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, edition};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::RoundId;
use hoithi_store::Conn;
use hoithi_web::{Asked, House, Page, html};

use crate::assignments::{AssignmentState, OwnLine, own_list};

#[derive(Template)]
#[template(path = "judging/desk.html")]
struct DeskPage {
    page: Page,
    groups: Vec<Group>,
}

/// The assignments of one round.
struct Group {
    round: String,
    edition: String,
    marking: bool,
    sealed: bool,
    table: String,
    lines: Vec<Line>,
    count: usize,
    locked: usize,
    left: usize,
}

struct Line {
    handle: String,
    blind_code: String,
    title: String,
    category: String,
    state: &'static str,
    tone: &'static str,
}

pub(super) async fn show(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let account = viewer.signed_in()?.id;
    let mut db = house.read().await?;
    let own = own_list(&mut db, account).await?;
    let groups = groups(&mut db, own).await?;
    html(&DeskPage { page: page.titled("judging-desk"), groups })
}

async fn groups(db: &mut Conn, own: Vec<OwnLine>) -> Result<Vec<Group>, Halt> {
    let mut groups: Vec<(RoundId, Edition, Group)> = Vec::new();
    for line in own {
        if groups.last().is_none_or(|(round, ..)| *round != line.round) {
            let edition = edition(db, line.edition).await?.ok_or_else(Halt::not_found)?;
            let group = Group::begin(&line, &edition, groups.len());
            groups.push((line.round, edition, group));
        }
        if let Some((_, edition, group)) = groups.last_mut() {
            group.add(&line, edition);
        }
    }
    Ok(groups.into_iter().map(|(.., group)| group).collect())
}

impl Group {
    fn begin(line: &OwnLine, edition: &Edition, index: usize) -> Self {
        Self {
            round: line.round_name.clone(),
            edition: edition.title(),
            marking: line.marking,
            sealed: line.sealed,
            table: format!("vong-{index}"),
            lines: Vec::new(),
            count: 0,
            locked: 0,
            left: 0,
        }
    }

    fn add(&mut self, line: &OwnLine, edition: &Edition) {
        let category = edition.book.rules().category(line.category.as_str());
        self.count += 1;
        if line.state == AssignmentState::Locked {
            self.locked += 1;
        } else {
            self.left += 1;
        }
        self.lines.push(Line {
            handle: line.id.to_string(),
            blind_code: line.blind_code.to_string(),
            title: line.title.clone(),
            category: category.map_or_else(|| line.category.to_string(), |known| known.name.clone()),
            state: line.state.code(),
            tone: tone(line.state),
        });
    }
}

fn tone(state: AssignmentState) -> &'static str {
    match state {
        AssignmentState::Open => "todo",
        AssignmentState::Begun => "doing",
        AssignmentState::Locked => "lock",
        AssignmentState::Recused => "neutral",
    }
}
