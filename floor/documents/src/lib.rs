//! Papers of the office: PDF documents set by Typst, and the files that people hand in.
//!
//! This is the only room that knows Typst. A document is a [`Form`] (its facts, plain data) and
//! a [`Template`] (its shape); the facts never become code. No room below the contest's stages
//! knows the contest's words, so the forms here are named by their shape: a letter, a decision,
//! minutes. Which letter it is, the stage that prints it says.
//!
//! May not enter here: the database, the clock (every date comes with the data), the network.

mod bundle;
mod child;
mod code128;
pub mod docx;
pub mod files;
pub mod forms;
pub mod numbers;
pub mod package;
mod picture;
mod press;
pub mod printer;
pub mod qr;
mod reader;
pub mod sheet;
pub mod signatures;
mod video;

pub use bundle::{BundleError, bundle};
pub use code128::bar_code;
pub use files::{Aside, Begun, FileKind, Files, FilesError, HeldFile, NotAHash, Sha256Hex, kind_of};
pub use picture::{Picture, SeenWord};
pub use printer::{Form, PrintError, Printer, Template};
pub use qr::{Qr, QrTooLong, qr_svg};
pub use reader::{Reader, Tool};
pub use video::{VideoKind, VideoLook, look_at_video, video_kind};
