//! Work that is longer than anybody waits at a page: it goes on in the running program, its page says how
//! far it is, and what it made is its owner's alone for an hour.
//!
//! Nothing of it is kept on the disk: what is printed may hold the secret words of personal links. So a
//! job is lost when the program ends, and its page then says that nothing is known of it any more.

use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;
use hoithi_journal::{Fault, Halt};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::AbortHandle;
use uuid::Uuid;

use crate::edge::log_fault;

/// So many go on at once; the printer has fewer hands than that.
const AT_ONCE: usize = 3;

/// So many are known at most: what they made lies in memory.
const KNOWN: usize = 8;

/// So long is a job known.
const KEPT: SignedDuration = SignedDuration::from_hours(1);

/// The long jobs of the running program.
#[derive(Clone)]
pub struct Jobs {
    places: Arc<Semaphore>,
    known: Arc<Mutex<Vec<Job>>>,
}

/// What a job is, before it begins.
pub struct NewJob {
    /// Its id.
    pub id: Uuid,
    /// The account that may look at it.
    pub owner: Uuid,
    /// How many pieces it has in all.
    pub all: usize,
    /// The page that it belongs to.
    pub back: String,
    /// When it begins.
    pub at: Timestamp,
}

/// A job as its page sees it.
#[derive(Clone)]
pub struct Job {
    new: Arc<NewJob>,
    stands: watch::Receiver<Stands>,
    stop: AbortHandle,
}

/// How a job stands.
#[derive(Clone)]
pub enum Stands {
    /// It goes on; so many pieces are done.
    Going(usize),
    /// It is done.
    Done(Arc<Finished>),
    /// It broke; the log has the reason under this number.
    Broken(String),
    /// Its owner stopped it.
    Stopped,
}

impl Stands {
    /// Whether it goes on.
    pub fn is_going(&self) -> bool {
        matches!(self, Self::Going(_))
    }
}

/// The file that a job made.
pub struct Finished {
    /// Its name: letters, digits, hyphens, a point.
    pub name: &'static str,
    /// Its type.
    pub media_type: &'static str,
    /// The file.
    pub bytes: Bytes,
}

/// By this a job says how far it is.
pub struct Progress(Arc<watch::Sender<Stands>>);

impl Progress {
    /// So many pieces are done.
    pub fn done(&self, pieces: usize) {
        self.0.send_replace(Stands::Going(pieces));
    }
}

/// A place among the jobs that go on, held while what a job needs is made ready.
pub struct Place {
    jobs: Jobs,
    permit: OwnedSemaphorePermit,
}

impl Default for Jobs {
    fn default() -> Self {
        Self { places: Arc::new(Semaphore::new(AT_ONCE)), known: Arc::default() }
    }
}

impl Jobs {
    /// A place for one more; refused while enough go on.
    pub fn place(&self) -> Result<Place, Halt> {
        let full = |_| Halt::refused("web.jobs_full", None, "as many long jobs go on as may");
        let permit = Arc::clone(&self.places).try_acquire_owned().map_err(full)?;
        Ok(Place { jobs: self.clone(), permit })
    }

    /// A job, for its owner and nobody else.
    pub fn find(&self, id: Uuid, owner: Uuid, now: Timestamp) -> Option<Job> {
        let mut known = self.known();
        forget(&mut known, now);
        known.iter().find(|job| job.new.id == id && job.new.owner == owner).cloned()
    }

    fn keep(&self, job: Job) {
        let mut known = self.known();
        forget(&mut known, job.new.at);
        while known.len() >= KNOWN {
            let Some(oldest) = known.iter().position(|job| !job.stands().is_going()) else { break };
            known.remove(oldest);
        }
        known.push(job);
    }

    fn known(&self) -> MutexGuard<'_, Vec<Job>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What goes on is forgotten by nobody.
fn forget(known: &mut Vec<Job>, now: Timestamp) {
    known.retain(|job| job.stands().is_going() || now.duration_since(job.new.at) < KEPT);
}

impl Place {
    /// Begins the job in this place, which is free again at its end.
    pub fn begin<F>(self, new: NewJob, work: impl FnOnce(Progress) -> F)
    where
        F: Future<Output = Result<Finished, Fault>> + Send + 'static,
    {
        let Self { jobs, permit } = self;
        let (tell, stands) = watch::channel(Stands::Going(0));
        let tell = Arc::new(tell);
        let going = tokio::spawn(work(Progress(Arc::clone(&tell))));
        jobs.keep(Job { new: Arc::new(new), stands, stop: going.abort_handle() });
        tokio::spawn(async move {
            let end = match going.await {
                Ok(Ok(finished)) => Stands::Done(Arc::new(finished)),
                Ok(Err(fault)) => broken(fault),
                Err(lost) if lost.is_cancelled() => Stands::Stopped,
                Err(lost) => broken(Fault::new(lost)),
            };
            drop(permit);
            tell.send_replace(end);
        });
    }
}

fn broken(fault: Fault) -> Stands {
    Stands::Broken(log_fault(&Halt::Fault(fault)).unwrap_or_default())
}

impl Job {
    /// How it stands now.
    pub fn stands(&self) -> Stands {
        self.stands.borrow().clone()
    }

    /// How many pieces it has in all.
    pub fn all(&self) -> usize {
        self.new.all
    }

    /// The page that it belongs to.
    pub fn back(&self) -> &str {
        &self.new.back
    }

    /// Stops it; what it was just doing comes to its end and is thrown away.
    pub async fn stop(&self) {
        self.stop.abort();
        self.ended().await;
    }

    /// Waits for its end.
    pub async fn ended(&self) {
        let mut stands = self.stands.clone();
        while stands.borrow_and_update().is_going() {
            if stands.changed().await.is_err() {
                return;
            }
        }
    }
}
