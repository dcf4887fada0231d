//! `hoithi demo`: a whole invented contest, made through the rooms' own operations.
//!
//! The frame is the eighth contest of Quảng Ninh (2020–2021) as far as public sources tell it:
//! documents and their numbers, units, counts. People, titles, texts and marks are invented. Every
//! step is an [`Act`](hoithi_journal::Act) of the person whose step it is, with the contest's clock
//! at its day; nothing is written past the operations.

mod assigned;
mod awards;
mod campaign;
mod chance;
mod contacts;
mod content;
mod entries;
mod folder;
mod helpdesk;
mod initiatives;
mod island;
mod judging;
mod local;
mod mailings;
mod marks;
mod meetings;
mod merit;
mod moment;
mod names;
mod notices;
mod papers;
mod people;
mod register;
mod reminders;
mod reports;
mod scale;
mod screening;
mod story;
mod words;

use std::fmt;
use std::sync::Arc;

use hoithi_journal::{Halt, recent_lines};
use hoithi_web::House;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use content::Invented;
pub use folder::{Folder, FolderError, Found};
pub use moment::{Moment, NoSuchMoment};
use names::Names;
pub use people::{PASSWORD, Seat, seats_taken};
use story::{Agenda, Stopped, Story};

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Where the story stops.
    pub moment: Moment,
    /// What the invented content comes from.
    pub seed: u64,
    /// For the bench: as many entries instead of the story.
    pub scale: Option<usize>,
}

impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.scale {
            Some(entries) => write!(f, "--scale {entries} --seed {}", self.seed),
            None => write!(f, "--moment {} --seed {}", self.moment, self.seed),
        }
    }
}

/// Why a demo was not made: the step at which it stopped, and what the operation said.
#[derive(Debug, Error)]
#[error("the demo stopped at {at} ({what}): {why}")]
pub struct DemoError {
    at: Timestamp,
    what: String,
    why: String,
}

impl From<Stopped> for DemoError {
    fn from(stopped: Stopped) -> Self {
        Self { at: stopped.at, what: stopped.what, why: told(&stopped.halt) }
    }
}

fn told(halt: &Halt) -> String {
    match halt {
        Halt::Refused(refused) => {
            let each = refused.iter().map(|refused| format!("{}: {}", refused.code, refused.english));
            each.collect::<Vec<_>>().join("; ")
        }
        Halt::Denied(denied) => format!("{denied:?}"),
        Halt::Fault(fault) => fault.to_string(),
    }
}

/// Tells the story in an empty house. `progress` hears what is being made.
pub async fn make(house: &House, plan: &Plan, progress: fn(&str)) -> Result<(), DemoError> {
    match plan.scale {
        Some(entries) => scale::make(house, plan.seed, entries, progress).await?,
        None => make_story(house, plan, progress).await?,
    }
    Ok(())
}

async fn make_story(house: &House, plan: &Plan, progress: fn(&str)) -> Result<(), Stopped> {
    let mut names = Names::of(plan.seed);
    let invented = Arc::new(Invented::of(plan.seed, &mut names));
    let mut story = Story::of(house.clone(), plan.seed, names, Arc::clone(&invented));
    let mut agenda = Agenda::default();
    people::plan(&mut agenda, progress);
    contacts::plan(&mut agenda);
    papers::plan(&mut agenda, progress);
    register::plan(&mut agenda);
    assigned::plan(&mut agenda);
    notices::plan(&mut agenda);
    campaign::plan(&mut agenda, plan.seed, progress);
    island::plan(&mut agenda);
    reports::plan(&mut agenda, plan.seed);
    merit::plan(&mut agenda);
    initiatives::plan(&mut agenda);
    meetings::plan(&mut agenda);
    reminders::plan(&mut agenda);
    local::plan(&mut agenda, &invented, progress);
    helpdesk::plan(&mut agenda, progress);
    mailings::plan(&mut agenda);
    entries::plan(&mut agenda, &invented, plan, progress);
    screening::plan(&mut agenda, progress);
    judging::plan(&mut agenda, progress);
    awards::plan(&mut agenda, progress);
    agenda.tell(&mut story, plan.moment.instant()).await
}

/// Sets the clock of a demo that is served: at the moment it shows, or at the last thing that was
/// done in it, whichever is later; time does not run backwards in a journal.
pub async fn set_clock(house: &House, plan: &Plan) -> Result<(), Halt> {
    let last = recent_lines(&mut house.read().await?, None, 1).await?;
    let last = last.first().and_then(|line| Timestamp::from_microsecond(line.at).ok());
    let moment = plan.scale.map_or_else(|| plan.moment.instant(), |_| scale::moment());
    house.clock().set(last.map_or(moment, |last| last.max(moment)));
    Ok(())
}
