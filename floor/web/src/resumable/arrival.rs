//! One piece on its way: from the line to the disk, never whole in the memory.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use hoithi_documents::Begun;
use hoithi_journal::Halt;
use tokio::time::{Sleep, sleep};

use super::checksum::Checksum;
use super::kept::{self, Upload};
use super::landing::{Held, Line};
use crate::house::House;
use crate::intake::beside;

/// So long a line may be silent.
const SILENT: Duration = Duration::from_secs(30);

/// So long may one piece take. What came of it stays, and the sender goes on behind it.
const LONGEST: Duration = Duration::from_mins(10);

/// So many bytes are gathered before they go to the disk.
const HANDFUL: usize = 64 << 10;

/// So many bytes of a piece may be lost when the program is killed.
const UNSURE: u64 = 4 << 20;

/// How a piece ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// All of it is here.
    Whole,
    /// It is more than the upload has room for.
    TooMuch,
    /// It is not what its checksum says.
    OtherSum,
    /// Its line broke.
    Cut,
    /// Its sender came again over another line.
    TakenOver,
    /// It came too slowly.
    Slow,
}

/// A piece, with all that it needs.
pub(super) struct Arrival {
    house: House,
    upload: Upload,
    begun: Arc<Begun>,
    held: Held,
    checksum: Option<Checksum>,
    /// How much lies on the disk, and how much of it surely.
    lies: u64,
    sure: u64,
    _line: Line,
}

impl Arrival {
    pub(super) async fn of(
        house: &House,
        upload: Upload,
        (held, line): (Held, Line),
        checksum: Option<Checksum>,
    ) -> Result<Self, Halt> {
        let (files, id, sure) = (house.files.clone(), upload.id, upload.arrived);
        let begun = beside(move || files.begun(id, sure)).await?;
        let lies = begun.length();
        let (house, begun) = (house.clone(), Arc::new(begun));
        Ok(Self { house, upload, begun, held, checksum, lies, sure: lies, _line: line })
    }

    /// Takes it in as far as it comes. Gives how it ended, and how much of the upload is here.
    pub(super) async fn receive(mut self, mut body: Body) -> Result<(Ended, u64), Halt> {
        let mut longest = pin!(sleep(LONGEST));
        let mut handful = Vec::with_capacity(HANDFUL);
        let mut room = self.upload.bytes.saturating_sub(self.lies);
        let ended = loop {
            let data = match self.next(&mut body, longest.as_mut()).await {
                Ok(data) => data,
                Err(ended) => break ended,
            };
            let Some(left) = room.checked_sub(data.len() as u64) else { break Ended::TooMuch };
            room = left;
            if let Some(checksum) = &mut self.checksum {
                checksum.add(&data);
            }
            handful.extend_from_slice(&data);
            if handful.len() >= HANDFUL {
                self.add(std::mem::replace(&mut handful, Vec::with_capacity(HANDFUL))).await?;
            }
        };
        self.add(handful).await?;
        self.settle(ended).await
    }

    /// The next bytes, or how it ended.
    async fn next(&self, body: &mut Body, longest: Pin<&mut Sleep>) -> Result<Bytes, Ended> {
        tokio::select! {
            frame = poll_fn(|context| Pin::new(&mut *body).poll_frame(context)) => match frame {
                None => Err(Ended::Whole),
                Some(Err(_)) => Err(Ended::Cut),
                // What follows a body is no part of it.
                Some(Ok(frame)) => Ok(frame.into_data().unwrap_or_default()),
            },
            () = self.held.taken_over() => Err(Ended::TakenOver),
            () = sleep(SILENT) => Err(Ended::Slow),
            () = longest => Err(Ended::Slow),
        }
    }

    /// A piece with a checksum is sure only once all of it is.
    async fn add(&mut self, handful: Vec<u8>) -> Result<(), Halt> {
        let (begun, more) = (Arc::clone(&self.begun), handful.len() as u64);
        beside(move || begun.add(&handful)).await?;
        self.lies += more;
        if self.checksum.is_none() && self.lies - self.sure >= UNSURE {
            self.keep().await?;
        }
        Ok(())
    }

    async fn settle(mut self, ended: Ended) -> Result<(Ended, u64), Halt> {
        let (ended, sound) = match self.checksum.take() {
            // What cannot be checked is not kept.
            Some(_) if ended != Ended::Whole => (ended, false),
            Some(checksum) if !checksum.fits() => (Ended::OtherSum, false),
            _ => (ended, true),
        };
        if sound {
            self.keep().await?;
        } else {
            let (begun, sure) = (Arc::clone(&self.begun), self.sure);
            beside(move || begun.cut(sure)).await?;
        }
        Ok((ended, self.sure))
    }

    /// First the disk, then the word that it lies there.
    async fn keep(&mut self) -> Result<(), Halt> {
        let begun = Arc::clone(&self.begun);
        beside(move || begun.keep()).await?;
        kept::note(&self.house, self.upload.id, self.lies).await?;
        self.sure = self.lies;
        Ok(())
    }
}
