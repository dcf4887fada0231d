//! Uploads of which all bytes are here: their room takes them like files that came with a form.

use hoithi_journal::Halt;
use tokio::sync::OwnedSemaphorePermit;
use uuid::Uuid;

use super::FileSender;
use super::kept::{self, Upload as Resumable};
use super::said::value_of;
use crate::house::House;
use crate::intake::{beside, too_large};
use crate::posted::Upload;

/// Files that came in pieces, in the memory. Few lie there at once: it is let go when it was looked into.
pub struct Whole {
    /// As if they had come with a form.
    pub files: Vec<Upload>,
    _place: OwnedSemaphorePermit,
}

/// The whole files of these uploads, as if they had come in this field. Not more than a form may bring.
pub async fn whole_files(house: &House, sender: &FileSender, ids: &[Uuid], field: &str) -> Result<Whole, Halt> {
    let uploads = all_whole(house, sender, ids, field).await?;
    let most = house.site.largest_upload;
    if uploads.iter().map(|upload| upload.bytes).sum::<u64>() > most as u64 {
        return Err(too_large(most));
    }
    let place = house.landing.place_for_the_whole().await?;
    let mut files = Vec::new();
    for upload in uploads {
        let (store, id) = (house.files.clone(), upload.id);
        let bytes = beside(move || store.begun_bytes(id)).await?;
        if bytes.len() as u64 != upload.bytes {
            return Err(not_here(field));
        }
        let name = value_of(&upload.metadata, "filename");
        files.push(Upload { field: field.to_owned(), name, bytes });
    }
    Ok(Whole { files, _place: place })
}

async fn all_whole(house: &House, sender: &FileSender, ids: &[Uuid], field: &str) -> Result<Vec<Resumable>, Halt> {
    let (mut db, now) = (house.read().await?, house.clock().now());
    let mut uploads = Vec::new();
    for id in ids {
        let upload = kept::of_sender(&mut db, sender, *id).await?;
        let is_here = |upload: &Resumable| upload.arrived == upload.bytes && upload.expires > now;
        uploads.push(upload.filter(is_here).ok_or_else(|| not_here(field))?);
    }
    Ok(uploads)
}

fn not_here(field: &str) -> Halt {
    Halt::refused("web.upload_not_here", Some(field), "the upload is not whole, was ended, or is waited for no longer")
}

/// What was taken needs no second place on the disk.
pub async fn let_go_of(house: &House, ids: &[Uuid]) -> Result<(), Halt> {
    for id in ids {
        kept::forget(house, *id).await?;
    }
    Ok(())
}

/// Takes away what was waited for long enough. How many.
pub async fn sweep_resumable(house: &House) -> Result<usize, Halt> {
    let over = kept::over(house).await?;
    let_go_of(house, &over).await?;
    Ok(over.len())
}
