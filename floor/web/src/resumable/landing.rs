//! Whose turn it is at an upload, and how many are worked on at once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hoithi_journal::Halt;
use tokio::sync::{OwnedMutexGuard, OwnedSemaphorePermit, Semaphore, watch};
use uuid::Uuid;

/// How many pieces may be on their way at once; the others wait, and forms with files wait for none of them.
const PIECES_AT_ONCE: usize = 1_000;

/// How many of them may be one person's, so that nobody's slow lines take all places.
const PIECES_OF_ONE: usize = 4;

/// How many uploads that are whole lie in the memory at once, while they are looked into.
const WHOLE_AT_ONCE: usize = 2;

/// Where files land that come in pieces, cheap to clone.
#[derive(Clone, Debug)]
pub struct Landing {
    turns: Arc<Mutex<HashMap<Uuid, Arc<Turn>>>>,
    pieces: Arc<Semaphore>,
    /// The places of each who ever sent a piece since the program began.
    own: Arc<Mutex<HashMap<Uuid, Arc<Semaphore>>>>,
    whole: Arc<Semaphore>,
}

/// The place of one piece on its way.
#[derive(Debug)]
pub(super) struct Line {
    _own: OwnedSemaphorePermit,
    _of_all: OwnedSemaphorePermit,
}

/// At one upload: the number of who came last, and the place of who is at it.
#[derive(Debug, Default)]
struct Turn {
    last: watch::Sender<u64>,
    place: Arc<tokio::sync::Mutex<()>>,
}

/// One upload, held by one request at a time.
#[derive(Debug)]
pub(super) struct Held {
    landing: Landing,
    id: Uuid,
    turn: Arc<Turn>,
    number: u64,
    _place: OwnedMutexGuard<()>,
}

impl Default for Landing {
    fn default() -> Self {
        let [pieces, whole] = [PIECES_AT_ONCE, WHOLE_AT_ONCE].map(|many| Arc::new(Semaphore::new(many)));
        Self { turns: Arc::default(), pieces, own: Arc::default(), whole }
    }
}

impl Landing {
    /// Takes the upload over from whoever is at it: their line hangs, and they do not know it yet.
    pub(super) async fn hold(&self, id: Uuid) -> Held {
        let turn = Arc::clone(self.turns().entry(id).or_default());
        let mut number = 0;
        turn.last.send_modify(|last| {
            *last += 1;
            number = *last;
        });
        let place = Arc::clone(&turn.place).lock_owned().await;
        Held { landing: self.clone(), id, turn, number, _place: place }
    }

    /// A place for a piece of this person's on its way.
    pub(super) async fn line(&self, by: Uuid) -> Result<Line, Halt> {
        let own = self.own_of(by).acquire_owned().await.map_err(Halt::fault)?;
        let of_all = Arc::clone(&self.pieces).acquire_owned().await.map_err(Halt::fault)?;
        Ok(Line { _own: own, _of_all: of_all })
    }

    fn own_of(&self, by: Uuid) -> Arc<Semaphore> {
        let mut own = self.own.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(own.entry(by).or_insert_with(|| Arc::new(Semaphore::new(PIECES_OF_ONE))))
    }

    /// A place for what is whole.
    pub(super) async fn place_for_the_whole(&self) -> Result<OwnedSemaphorePermit, Halt> {
        Arc::clone(&self.whole).acquire_owned().await.map_err(Halt::fault)
    }

    fn turns(&self) -> MutexGuard<'_, HashMap<Uuid, Arc<Turn>>> {
        self.turns.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    /// Ends when somebody else wants the upload.
    pub(super) async fn taken_over(&self) {
        let mut last = self.turn.last.subscribe();
        // The sender lives as long as the turn.
        let _ = last.wait_for(|last| *last > self.number).await;
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut turns = self.landing.turns();
        // The list's own and this one: nobody else waits.
        if Arc::strong_count(&self.turn) <= 2 {
            turns.remove(&self.id);
        }
    }
}
