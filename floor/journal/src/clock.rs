//! Two clocks: the contest's, which a demo may set, and the machine's, which nobody sets.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::SystemTime;

use jiff::{SignedDuration, Timestamp};

/// The contest's clock: rules, journal and documents go by it.
///
/// Outside a demo folder it is the machine's clock and [`Clock::set`] does nothing.
#[derive(Clone)]
pub struct Clock {
    offset_micros: Arc<AtomicI64>,
    may_be_set: bool,
}

impl Clock {
    /// The machine's own time.
    pub fn of_the_machine() -> Self {
        Self { offset_micros: Arc::default(), may_be_set: false }
    }

    /// A clock for a demo or a test, which walks on from wherever it is set.
    pub fn that_may_be_set() -> Self {
        Self { offset_micros: Arc::default(), may_be_set: true }
    }

    /// The instant by this clock.
    pub fn now(&self) -> Timestamp {
        let offset = SignedDuration::from_micros(self.offset_micros.load(Ordering::Relaxed));
        machine_now().checked_add(offset).unwrap_or(Timestamp::MAX)
    }

    /// Sets a demo's clock.
    pub fn set(&self, now: Timestamp) {
        if self.may_be_set {
            let offset = now.as_microsecond() - machine_now().as_microsecond();
            self.offset_micros.store(offset, Ordering::Relaxed);
        }
    }
}

/// The machine's time: sign-in, cookies, leases and limits go by it, never the contest.
#[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
pub fn machine_now() -> Timestamp {
    Timestamp::try_from(SystemTime::now()).unwrap_or(Timestamp::UNIX_EPOCH)
}
