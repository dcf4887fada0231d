//! *Biên bản giao nhận*: what came or went, in what condition, from whom to whom, with both signatures. An official
//! paper, so its words are Vietnamese whatever the reader's screen is in.

use hoithi_documents::forms::{Block, Column, Head, Minutes, Row, Signature, Table};
use hoithi_edition::Edition;
use hoithi_rules::entries::{GivenBack, ThingState};
use hoithi_web::{House, Lang, day};
use jiff::civil::Date;

use crate::kept::KeptEntry;
use crate::store::KeptThing;

/// What both minutes say alike.
struct Way<'a> {
    from: &'a str,
    to: &'a str,
    on: Date,
    /// The condition of that day.
    condition: &'a str,
    subject: &'static str,
}

/// Which things' minutes are printed, of which entry.
pub(crate) struct Paper<'a> {
    pub(crate) house: &'a House,
    pub(crate) edition: &'a Edition,
    pub(crate) entry: &'a KeptEntry,
    pub(crate) kept: &'a KeptThing,
}

impl Paper<'_> {
    /// The minutes of the hand-over: with where the thing was put first, and how many photographs were taken.
    pub(crate) fn of_handover(&self, place: &str, photos: usize) -> Minutes {
        let told = &self.kept.thing.handover;
        let way = Way {
            from: told.handed_by.as_str(),
            to: &self.kept.received_by,
            on: told.received_on,
            condition: &told.condition,
            subject: "entries-thing-paper-handover",
        };
        let mut said = vec![("entries-thing-paper-place", place.to_owned())];
        said.extend(told.return_by.map(|until| ("entries-thing-paper-until", day(until))));
        let photos = (photos > 0).then(|| self.say("entries-thing-paper-photos", &[("count", photos.to_string())]));
        self.minutes(&way, said, photos)
    }

    /// The minutes of the return; none while it is not back.
    pub(crate) fn of_return(&self) -> Option<Minutes> {
        let ThingState::Returned(GivenBack { to, on, condition }) = &self.kept.thing.state else { return None };
        let way = Way {
            from: self.kept.returned_by.as_deref().unwrap_or_default(),
            to: to.as_str(),
            on: *on,
            condition,
            subject: "entries-thing-paper-return",
        };
        let came = day(self.kept.thing.handover.received_on);
        Some(self.minutes(&way, vec![("entries-thing-paper-came", came)], None))
    }

    fn say(&self, key: &str, facts: &[(&str, String)]) -> String {
        self.house.catalogue.text(Lang::Vi, key, facts)
    }

    fn minutes(&self, way: &Way<'_>, said: Vec<(&'static str, String)>, photos: Option<String>) -> Minutes {
        let rules = self.edition.book.rules();
        let number = self.entry.number().map(ToString::to_string).unwrap_or_default();
        let dossier = format!("{number}, {}", self.entry.title());
        let facts = [
            ("entries-thing-paper-dossier", dossier),
            ("entries-thing-paper-day", day(way.on)),
            ("entries-thing-paper-from", way.from.to_owned()),
            ("entries-thing-paper-to", way.to.to_owned()),
        ];
        let blocks = [
            Block::heading(self.say("entries-thing-paper-what", &[])),
            Block::Table(self.table()),
            Block::heading(self.say("entries-thing-paper-condition", &[])),
            Block::paragraph(way.condition),
        ];
        let last = self.say("entries-thing-paper-copies", &[]);
        Minutes {
            watermark: self.house.site.watermark(),
            head: Head {
                parent: None,
                issuer: rules.committee.clone(),
                number: None,
                symbol: "BB-BTC".to_owned(),
                place: rules.agency.place.clone(),
                date: Some(way.on),
                urgency: None,
            },
            subject: self.say(way.subject, &[("number", number)]),
            facts: facts.into_iter().chain(said).map(|(key, value)| (self.say(key, &[]), value)).collect(),
            blocks: blocks.into_iter().chain(photos.into_iter().chain([last]).map(Block::paragraph)).collect(),
            signatures: vec![
                self.signature("entries-thing-paper-gives", way.from),
                self.signature("entries-thing-paper-takes", way.to),
            ],
            ..Minutes::default()
        }
    }

    fn table(&self) -> Table {
        let told = &self.kept.thing.handover;
        let kind = format!("entries-thing-kind-{}", told.kind.code());
        Table {
            title: None,
            columns: vec![
                Column::wide(self.say("entries-thing-name", &[]), 5),
                Column::narrow(self.say("entries-thing-kind", &[])),
                Column::narrow(self.say("entries-thing-pieces", &[])),
                Column::narrow(self.say("entries-thing-label", &[])),
            ],
            rows: vec![Row::Cells(vec![
                told.name.clone(),
                self.say(&kind, &[]),
                told.pieces.to_string(),
                self.kept.code.to_string(),
            ])],
        }
    }

    fn signature(&self, capacity: &str, name: &str) -> Signature {
        Signature { capacity: vec![self.say(capacity, &[])], name: Some(name.to_owned()), mark: None }
    }
}
