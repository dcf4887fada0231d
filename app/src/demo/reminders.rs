//! Mornings on which the scheduler told people what was due, so that *Nhắc việc* and the outbox show it.

use std::sync::Arc;

use hoithi_reminders::{KnownDue, tell_what_is_due};
use jiff::civil::{Date, date};

use super::story::Agenda;
use crate::due::FromRooms;

/// Before every unit had confirmed the letter, before answers and reports were due, after the day.
const MORNINGS: [Date; 4] = [date(2020, 8, 25), date(2021, 6, 23), date(2021, 7, 12), date(2021, 7, 16)];

pub(super) fn plan(agenda: &mut Agenda) {
    for morning in MORNINGS {
        agenda.at(morning.at(8, 0, 0, 0), "what is due is told", |story| {
            Box::pin(async move {
                let known: Arc<dyn KnownDue> = Arc::new(FromRooms);
                tell_what_is_due(&story.house, &known).await.map(|_| ())
            })
        });
    }
}
