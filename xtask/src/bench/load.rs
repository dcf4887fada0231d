//! Sixteen connections asking as fast as they are answered, for a bounded time.

use std::net::SocketAddr;
use std::thread;
use std::time::{Duration, Instant};

use super::client::Connection;
use crate::{Fault, Result};

const CONNECTIONS: usize = 16;

/// How long each answer took, in order of length, and how long all of it took.
pub(super) struct Times {
    sorted: Vec<Duration>,
    wall: Duration,
}

impl Times {
    pub(super) fn new(mut each: Vec<Duration>, wall: Duration) -> Self {
        each.sort_unstable();
        Self { sorted: each, wall }
    }

    pub(super) fn count(&self) -> usize {
        self.sorted.len()
    }

    pub(super) fn per_second(&self) -> f64 {
        f64::from(u32::try_from(self.count()).unwrap_or(u32::MAX)) / self.wall.as_secs_f64()
    }

    /// The time within which this many of a hundred answers came.
    pub(super) fn percentile(&self, percent: usize) -> Duration {
        let place = (self.sorted.len() * percent / 100).min(self.sorted.len().saturating_sub(1));
        self.sorted.get(place).copied().unwrap_or_default()
    }

    pub(super) fn median(&self) -> Duration {
        self.percentile(50)
    }
}

/// Asks for these in turn on every connection; each answer has to be a 200.
pub(super) fn ask(address: SocketAddr, requests: &[Vec<u8>], lasting: Duration) -> Result<Times> {
    if requests.is_empty() {
        return Err("there is nothing to ask for".into());
    }
    let begun = Instant::now();
    let each = thread::scope(|scope| {
        let askers: Vec<_> = (0..CONNECTIONS)
            .map(|first| scope.spawn(move || ask_in_turn(address, requests, first, begun + lasting)))
            .collect();
        askers
            .into_iter()
            .map(|asker| asker.join().map_err(|_| Fault::from("a connection's thread panicked"))?)
            .collect::<Result<Vec<_>>>()
    })?;
    Ok(Times::new(each.concat(), begun.elapsed()))
}

fn ask_in_turn(address: SocketAddr, requests: &[Vec<u8>], first: usize, until: Instant) -> Result<Vec<Duration>> {
    let mut connection = Connection::open(address)?;
    let mut each = Vec::new();
    for request in requests.iter().cycle().skip(first % requests.len()) {
        let asked = Instant::now();
        if asked >= until {
            break;
        }
        let answer = connection.exchange(request)?;
        if answer.status != 200 {
            let line = String::from_utf8_lossy(request).lines().next().unwrap_or_default().to_owned();
            return Err(format!("{line} was answered {}", answer.status).into());
        }
        each.push(asked.elapsed());
    }
    Ok(each)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_taken_from_the_sorted_times() {
        let each = (1..=100).rev().map(Duration::from_millis).collect();
        let times = Times::new(each, Duration::from_secs(2));
        assert_eq!(times.median(), Duration::from_millis(51));
        assert_eq!(times.percentile(99), Duration::from_millis(100));
        assert!((times.per_second() - 50.0).abs() < 1e-9);
    }
}
