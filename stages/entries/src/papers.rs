//! The scan of a signed paper: kept as it came, once it is known that whoever works with it can open it.

use std::io::Cursor;

use hoithi_documents::{FileKind, kind_of};
use hoithi_journal::{Halt, Refused};
use hoithi_people::{OrRefuse, scan_of};
use hoithi_web::Posted;
use image::ImageReader;

use crate::given::{in_turn, plain_name};
use crate::pdf::{PdfLook, look};
use crate::photographs::MOST_MILLIONS;
use crate::picture_refusal::PictureRefusal;
use crate::refusals::DossierRefusal;

/// The scan that came in a field, looked into away from the threads that answer; what is wrong is told there.
pub(crate) async fn scan_given(posted: &Posted, field: &'static str) -> Result<Vec<u8>, Halt> {
    let scan = scan_of(posted, field)?;
    let (name, bytes) = (plain_name(&scan.name), scan.bytes.clone());
    let looking = move || opens(name, &bytes).map(|()| bytes);
    in_turn(looking).await?.map_err(|halt| at(field, halt))
}

fn at(field: &str, halt: Halt) -> Halt {
    let Halt::Refused(all) = halt else { return halt };
    let here = |each: Refused| Refused { field: Some(field.to_owned()), ..each };
    Halt::Refused(all.into_iter().map(here).collect())
}

/// Goes on where people can read it: no password, not cut short, no more pages or points than a machine shows.
fn opens(name: String, bytes: &[u8]) -> Result<(), Halt> {
    if kind_of(bytes) != FileKind::Pdf {
        return if points(bytes) > u64::from(MOST_MILLIONS) * 1_000_000 {
            Err(PictureRefusal::TooManyPoints { name, most: MOST_MILLIONS }).or_refuse()
        } else {
            Ok(())
        };
    }
    match look(bytes) {
        PdfLook::Readable => Ok(()),
        PdfLook::Locked => Err(DossierRefusal::Locked { name }).or_refuse(),
        PdfLook::TooMuch => Err(DossierRefusal::TooMuch { name }).or_refuse(),
        PdfLook::Damaged | PdfLook::NotAPdf => Err(DossierRefusal::Damaged { name }).or_refuse(),
    }
}

/// How many points a picture says that it has; none where its head cannot be read.
fn points(bytes: &[u8]) -> u64 {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok();
    let size = reader.and_then(|reader| reader.into_dimensions().ok());
    size.map_or(0, |(width, height)| u64::from(width) * u64::from(height))
}
