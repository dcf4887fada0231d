//! From a refusal of the law to a halted act, one or all at once.

use hoithi_journal::{Fact, Halt, Refused};
use hoithi_rules::refusal::{Fact as LawFact, Refusal};

/// What the door shows of a refusal.
pub fn refused(refusal: &impl Refusal) -> Refused {
    let facts = refusal.facts().into_iter().map(|(name, fact)| (name, to_fact(fact))).collect();
    Refused { code: refusal.code(), field: refusal.field(), facts, english: refusal.to_string() }
}

fn to_fact(fact: LawFact) -> Fact {
    match fact {
        LawFact::Text(text) => Fact::Text(text),
        LawFact::Count(count) => Fact::Count(count),
        LawFact::Points(points) => Fact::Text(points.to_string()),
        LawFact::Day(day) => Fact::Day(day),
        LawFact::Instant(instant) => Fact::Instant(instant),
    }
}

/// `rules::submit(…).or_refuse()?`
pub trait OrRefuse<T> {
    /// Halts the act with the refusal.
    fn or_refuse(self) -> Result<T, Halt>;
}

impl<T, R: Refusal> OrRefuse<T> for Result<T, R> {
    fn or_refuse(self) -> Result<T, Halt> {
        self.map_err(|refusal| Halt::Refused(vec![refused(&refusal)]))
    }
}

/// The same where the law refuses several things at once.
pub trait OrRefuseAll<T> {
    /// Halts the act with all refusals.
    fn or_refuse_all(self) -> Result<T, Halt>;
}

impl<T, R: Refusal> OrRefuseAll<T> for Result<T, Vec<R>> {
    fn or_refuse_all(self) -> Result<T, Halt> {
        self.map_err(|refusals| Halt::Refused(refusals.iter().map(refused).collect()))
    }
}

/// Collects the refusals of a form's fields, so that they are shown all at once.
///
/// ```ignore
/// let mut no = Refusals::new();
/// let title = no.keep("title", form.value("title").parse::<Title>());
/// let email = no.keep("email", …);
/// let (Some(title), Some(email)) = (title, email) else { return Err(no.halt()) };
/// ```
#[derive(Default)]
pub struct Refusals(Vec<Refused>);

impl Refusals {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Keeps the value, or the refusal at this field.
    pub fn keep<T, R: Refusal>(&mut self, field: &str, result: Result<T, R>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(refusal) => {
                self.0.push(Refused { field: Some(field.to_owned()), ..refused(&refusal) });
                None
            }
        }
    }

    /// The same, told by a name of its own: two forms may call different things by one field.
    pub fn keep_as<T, R: Refusal>(&mut self, (field, name): (&str, &'static str), result: Result<T, R>) -> Option<T> {
        let kept = self.keep(field, result);
        if kept.is_none()
            && let Some(refused) = self.0.last_mut()
        {
            refused.facts.push(("field", Fact::Text(name.to_owned())));
        }
        kept
    }

    /// Adds a refusal of the room's own.
    pub fn add(&mut self, code: &'static str, field: &str, english: &str) {
        let field = Some(field.to_owned());
        self.0.push(Refused { code, field, facts: Vec::new(), english: english.to_owned() });
    }

    /// Adds what another check refused, at the field of this form that it was about.
    pub fn at(&mut self, field: &str, refused: Vec<Refused>) {
        self.0.extend(refused.into_iter().map(|each| Refused { field: Some(field.to_owned()), ..each }));
    }

    /// Adds what another check refused; anything but refusals goes on.
    pub fn absorb<T>(&mut self, result: Result<T, Halt>) -> Result<Option<T>, Halt> {
        match result {
            Ok(value) => Ok(Some(value)),
            Err(Halt::Refused(refused)) => {
                self.0.extend(refused);
                Ok(None)
            }
            Err(other) => Err(other),
        }
    }

    /// Whether nothing was refused.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, as a halted act.
    pub fn halt(self) -> Halt {
        Halt::Refused(self.0)
    }

    /// Goes on when nothing was refused.
    pub fn done(self) -> Result<(), Halt> {
        if self.0.is_empty() { Ok(()) } else { Err(self.halt()) }
    }
}
