//! Models, samples and devices of an entry (*mô hình, hiện vật*): taken over with minutes, kept in a place that is
//! known, given back with minutes.

use jiff::civil::Date;
use thiserror::Error;

use crate::code::random_code;
use crate::people::PersonName;
use crate::refusal::{Fact, Refusal};
use crate::text::{length, one_line, paragraphs};

random_code! {
    /// What the label on a thing says: forty random bits, so that nobody reads from it whose thing it is.
    ///
    /// ```
    /// use hoithi_rules::entries::ThingCode;
    /// let code = ThingCode::from_random([0x3d, 0x37, 0x6b, 0x0b, 0x1f]);
    /// assert_eq!(code.to_string().to_lowercase().parse(), Ok(code));
    /// ```
    ThingCode, 8 letters from 5 bytes, groups of 4, ThingCodeError, "entries.thing_code_form", "code"
}

/// More pieces than anybody hands over under one label.
pub const MOST_PIECES: u32 = 999;

/// So long may a name or a place be, and so long whatever is said of a condition.
const LONGEST_LINE: usize = 200;
const LONGEST_WORDS: usize = 1_000;

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThingKind {
    /// A model.
    Model,
    /// A sample of what is made.
    Sample,
    /// A device that works.
    Device,
}

impl ThingKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Model, Self::Sample, Self::Device];

    /// Stable name, in the database and in the catalogue.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Model => "model",
            Self::Sample => "sample",
            Self::Device => "device",
        }
    }

    /// The kind of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What the minutes of a hand-over say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// What it is.
    pub kind: ThingKind,
    /// What it is called.
    pub name: String,
    /// Of how many pieces.
    pub pieces: u32,
    /// In what condition it came.
    pub condition: String,
    /// Who handed it over.
    pub handed_by: PersonName,
    /// On which day.
    pub received_on: Date,
    /// Until when it is given back; none where nobody said.
    pub return_by: Option<Date>,
}

impl Handover {
    /// What was told, in the house's spelling; everything that is wrong with it at once.
    fn told(self, today: Date) -> Result<Self, Vec<ThingRefusal>> {
        let (name, condition) = (one_line(&self.name), paragraphs(&self.condition));
        let (received_on, return_by) = (self.received_on, self.return_by);
        let problems: Vec<ThingRefusal> = [
            words("name", &name, LONGEST_LINE),
            (!(1..=MOST_PIECES).contains(&self.pieces)).then_some(ThingRefusal::Pieces { most: MOST_PIECES }),
            words("condition", &condition, LONGEST_WORDS),
            (received_on > today).then_some(ThingRefusal::FromFuture { field: "received_on", day: received_on }),
            return_by.filter(|day| *day < received_on).map(|day| ThingRefusal::BackBeforeItCame { day }),
        ]
        .into_iter()
        .flatten()
        .collect();
        if problems.is_empty() { Ok(Self { name, condition, ..self }) } else { Err(problems) }
    }
}

/// What the minutes of a return say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenBack {
    /// Who took it back.
    pub to: PersonName,
    /// On which day.
    pub on: Date,
    /// In what condition it went.
    pub condition: String,
}

/// Where a thing is with the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThingState {
    /// It is kept.
    Kept,
    /// Nobody finds it.
    Lost,
    /// It was given back.
    Returned(GivenBack),
}

impl ThingState {
    /// Stable name, in the database and in the catalogue.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Lost => "lost",
            Self::Returned(_) => "returned",
        }
    }
}

/// What happened to a thing that nobody wished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Harm {
    /// It was damaged.
    Damaged,
    /// It was lost.
    Lost,
}

impl Harm {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Damaged, Self::Lost];

    /// Stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Damaged => "damaged",
            Self::Lost => "lost",
        }
    }

    /// The harm of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|harm| harm.code() == code)
    }
}

/// A thing that was taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// How it came.
    pub handover: Handover,
    /// Where it is kept, or was last.
    pub place: String,
    /// Whether it was damaged here.
    pub damaged: bool,
    /// Where it is with the house.
    pub state: ThingState,
}

impl Thing {
    /// One that came and lies in that place; everything that is wrong with what was told at once.
    pub fn taken_over(handover: Handover, place: &str, today: Date) -> Result<Self, Vec<ThingRefusal>> {
        match (handover.told(today), placed(place)) {
            (Ok(handover), Ok(place)) => Ok(Self { handover, place, damaged: false, state: ThingState::Kept }),
            (told, place) => Err(told.err().into_iter().flatten().chain(place.err()).collect()),
        }
    }

    /// The same in another place; what was lost is found there.
    pub fn moved(self, to: &str) -> Result<Self, ThingRefusal> {
        let place = placed(to)?;
        match self.state {
            ThingState::Returned(_) => Err(ThingRefusal::GivenBackAlready),
            ThingState::Kept if place == self.place => Err(ThingRefusal::SamePlace),
            ThingState::Kept | ThingState::Lost => Ok(Self { place, state: ThingState::Kept, ..self }),
        }
    }

    /// The same after that befell it, and the reason in the house's spelling.
    pub fn harmed(self, harm: Harm, reason: &str) -> Result<(Self, String), ThingRefusal> {
        let reason = paragraphs(reason);
        if let Some(problem) = words("reason", &reason, LONGEST_WORDS) {
            return Err(problem);
        }
        match (self.state, harm) {
            (ThingState::Returned(_), _) => Err(ThingRefusal::GivenBackAlready),
            (ThingState::Lost, _) => Err(ThingRefusal::LostAlready),
            (ThingState::Kept, Harm::Damaged) => Ok((Self { damaged: true, state: ThingState::Kept, ..self }, reason)),
            (ThingState::Kept, Harm::Lost) => Ok((Self { state: ThingState::Lost, ..self }, reason)),
        }
    }

    /// The same with whoever took it back; everything that is wrong with that at once.
    pub fn given_back(self, back: GivenBack, today: Date) -> Result<Self, Vec<ThingRefusal>> {
        let condition = paragraphs(&back.condition);
        match self.state {
            ThingState::Kept => {}
            ThingState::Lost => return Err(vec![ThingRefusal::LostAlready]),
            ThingState::Returned(_) => return Err(vec![ThingRefusal::GivenBackAlready]),
        }
        let problems: Vec<ThingRefusal> = [
            (back.on > today).then_some(ThingRefusal::FromFuture { field: "returned_on", day: back.on }),
            (back.on < self.handover.received_on)
                .then_some(ThingRefusal::ReturnedBeforeItCame { day: self.handover.received_on }),
            words("returned_as", &condition, LONGEST_WORDS),
        ]
        .into_iter()
        .flatten()
        .collect();
        let state = ThingState::Returned(GivenBack { condition, ..back });
        if problems.is_empty() { Ok(Self { state, ..self }) } else { Err(problems) }
    }

    /// What judges are told that a thing is, in the house's spelling.
    pub fn called(name: &str) -> Result<String, ThingRefusal> {
        let name = one_line(name);
        words("shown_as", &name, LONGEST_LINE).map_or(Ok(name), Err)
    }

    /// Whether it should be back with its authors: its day is over, or its entry left the contest.
    pub fn is_due_back(&self, entry_left: bool, today: Date) -> bool {
        self.state == ThingState::Kept && (entry_left || self.handover.return_by.is_some_and(|day| day < today))
    }
}

fn placed(place: &str) -> Result<String, ThingRefusal> {
    let place = one_line(place);
    words("place", &place, LONGEST_LINE).map_or(Ok(place), Err)
}

/// What is wrong with words that have to be there.
fn words(field: &'static str, said: &str, most: usize) -> Option<ThingRefusal> {
    if said.is_empty() {
        return Some(ThingRefusal::Missing { field });
    }
    (length(said) > most).then_some(ThingRefusal::TooLong { field, most })
}

/// Why a thing is not taken over, moved or given back.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ThingRefusal {
    /// Nothing is said where something has to be.
    #[error("{field} is not said")]
    Missing {
        /// What of.
        field: &'static str,
    },
    /// More is said than the minutes hold.
    #[error("{field} has more than {most} letters")]
    TooLong {
        /// What of.
        field: &'static str,
        /// The bound.
        most: usize,
    },
    /// Nobody hands over none, or so many under one label.
    #[error("from 1 to {most} pieces")]
    Pieces {
        /// The bound.
        most: u32,
    },
    /// A day that has not come.
    #[error("{day} has not come")]
    FromFuture {
        /// What of.
        field: &'static str,
        /// The day.
        day: Date,
    },
    /// It is promised back before it came.
    #[error("it is to go back on {day}, before it came")]
    BackBeforeItCame {
        /// The day.
        day: Date,
    },
    /// It went back before it came.
    #[error("it came on {day}")]
    ReturnedBeforeItCame {
        /// The day on which it came.
        day: Date,
    },
    /// It lies there already.
    #[error("it is kept there already")]
    SamePlace,
    /// It is with its authors.
    #[error("it was given back already")]
    GivenBackAlready,
    /// It has to be found first.
    #[error("it was lost: say first where it was found")]
    LostAlready,
}

impl Refusal for ThingRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "entries.thing_words_missing",
            Self::TooLong { .. } => "entries.thing_words_long",
            Self::Pieces { .. } => "entries.thing_pieces",
            Self::FromFuture { .. } => "entries.thing_from_future",
            Self::BackBeforeItCame { .. } => "entries.thing_back_before_it_came",
            Self::ReturnedBeforeItCame { .. } => "entries.thing_returned_before_it_came",
            Self::SamePlace => "entries.thing_same_place",
            Self::GivenBackAlready => "entries.thing_given_back",
            Self::LostAlready => "entries.thing_lost",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Missing { field } | Self::TooLong { field, .. } | Self::FromFuture { field, .. } => field,
            Self::Pieces { .. } => "pieces",
            Self::BackBeforeItCame { .. } => "return_by",
            Self::ReturnedBeforeItCame { .. } => "returned_on",
            Self::SamePlace => "place",
            Self::GivenBackAlready | Self::LostAlready => return None,
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::TooLong { most, .. } => vec![("most", Fact::count(*most))],
            Self::Pieces { most } => vec![("most", Fact::count(*most))],
            Self::FromFuture { day, .. } | Self::BackBeforeItCame { day } | Self::ReturnedBeforeItCame { day } => {
                vec![("day", Fact::Day(*day))]
            }
            Self::Missing { .. } | Self::SamePlace | Self::GivenBackAlready | Self::LostAlready => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn handover() -> Handover {
        Handover {
            kind: ThingKind::Model,
            name: "Mô hình máy rửa than".to_owned(),
            pieces: 1,
            condition: "Mới, đủ phụ kiện".to_owned(),
            handed_by: "Lò Thị Mây".parse().unwrap(),
            received_on: date(2021, 6, 1),
            return_by: Some(date(2021, 12, 1)),
        }
    }

    fn kept() -> Thing {
        Thing::taken_over(handover(), "Phòng 204, giá 3", date(2021, 6, 1)).unwrap()
    }

    fn back(on: Date) -> GivenBack {
        GivenBack { to: "Lò Thị Mây".parse().unwrap(), on, condition: "Như khi nhận".to_owned() }
    }

    #[test]
    fn everything_that_is_wrong_with_minutes_is_told_at_once() {
        let today = date(2021, 6, 1);
        assert_eq!(kept().handover, handover());
        let wrong = Handover {
            name: "  ".to_owned(),
            pieces: 0,
            condition: "x".repeat(1_001),
            received_on: date(2021, 6, 2),
            return_by: Some(date(2021, 5, 1)),
            ..handover()
        };
        let fields: Vec<_> =
            Thing::taken_over(wrong, " ", today).unwrap_err().iter().filter_map(Refusal::field).collect();
        assert_eq!(fields, ["name", "pieces", "condition", "received_on", "return_by", "place"]);
    }

    #[test]
    fn what_was_lost_is_found_before_it_goes_back() {
        let (lost, reason) = kept().harmed(Harm::Lost, " Thất lạc khi chuyển kho ").unwrap();
        assert_eq!((lost.state.code(), reason.as_str()), ("lost", "Thất lạc khi chuyển kho"));
        let today = date(2021, 12, 2);
        assert_eq!(lost.clone().given_back(back(today), today), Err(vec![ThingRefusal::LostAlready]));
        let found = lost.moved("Kho tầng 1").unwrap();
        assert!(found.is_due_back(false, today) && !found.is_due_back(false, date(2021, 12, 1)));
        assert_eq!(found.clone().moved("Kho  tầng 1"), Err(ThingRefusal::SamePlace));
        let gone = found.given_back(back(today), today).unwrap();
        assert!(!gone.is_due_back(true, today));
        assert_eq!(gone.moved("Kho tầng 2"), Err(ThingRefusal::GivenBackAlready));
    }

    #[test]
    fn nothing_goes_back_before_it_came_or_before_its_day_has_come() {
        let today = date(2021, 6, 10);
        for (on, field) in [(date(2021, 5, 31), "returned_on"), (date(2021, 6, 11), "returned_on")] {
            let refused = kept().given_back(back(on), today).unwrap_err();
            assert_eq!(refused.iter().filter_map(Refusal::field).collect::<Vec<_>>(), [field]);
        }
        assert!(kept().is_due_back(true, today), "its entry was taken back");
        let (damaged, _) = kept().harmed(Harm::Damaged, "Gãy chân đế").unwrap();
        assert!(damaged.damaged && damaged.given_back(back(today), today).is_ok());
        assert_eq!(kept().harmed(Harm::Damaged, " "), Err(ThingRefusal::Missing { field: "reason" }));
    }
}
