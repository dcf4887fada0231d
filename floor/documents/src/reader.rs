//! What PDFs say, read by Poppler and Tesseract where the machine has them: the words that stand in
//! a file, the picture of a page, the words of a page that is a scan.
//!
//! What is not installed reads nothing, and whoever keeps the machine is told which.

use std::ffi::OsStr;
use std::path::Path;

use crate::child::{LONG, WHERE_TOOLS_ARE, run, run_within};
use crate::picture::{Picture, SeenWord, words_in_boxes, words_in_table};
use crate::video::{VideoKind, video_kind};

/// A program that reads files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// The words that stand in a PDF as words.
    Text,
    /// Pages as pictures.
    Pictures,
    /// The Vietnamese words of a picture.
    Recognition,
    /// The photographs of some telephones as pictures that everybody reads.
    Heic,
    /// Videos made small and without notes.
    Video,
}

impl Tool {
    /// All of them, in the order in which a file needs them.
    pub const ALL: [Self; 5] = [Self::Text, Self::Pictures, Self::Recognition, Self::Heic, Self::Video];

    /// Stable name, in the catalogue.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Pictures => "pictures",
            Self::Recognition => "recognition",
            Self::Heic => "heic",
            Self::Video => "video",
        }
    }

    /// The program.
    pub const fn program(self) -> &'static str {
        match self {
            Self::Text => "pdftotext",
            Self::Pictures => "pdftoppm",
            Self::Recognition => "tesseract",
            Self::Heic => "heif-convert",
            Self::Video => "ffmpeg",
        }
    }

    /// What is installed for it, in Debian's words.
    pub const fn packages(self) -> &'static str {
        match self {
            Self::Text | Self::Pictures => "poppler-utils",
            Self::Recognition => "tesseract-ocr tesseract-ocr-vie",
            Self::Heic => "libheif-examples",
            Self::Video => "ffmpeg",
        }
    }
}

/// More than the words of any dossier; what says more is not read.
const MOST_WORDS: u64 = 8 << 20;
/// More than one page of words.
const MOST_OF_A_PAGE: u64 = 1 << 20;
/// More than the picture of any printed page.
const MOST_OF_A_PICTURE: u64 = 64 << 20;
/// More than the reduced copy of any film that a dossier takes.
const MOST_OF_A_VIDEO: u64 = 256 << 20;
/// More than a telephone's photograph as a JPEG.
const MOST_OF_A_PHOTOGRAPH: u64 = 40 << 20;
/// Far more than the tools say of themselves.
const MOST_SAID: u64 = 1 << 16;

/// Reads files with the tools of a machine. Cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    path: &'static str,
}

impl Reader {
    /// With whatever this machine has.
    pub const fn of_this_machine() -> Self {
        Self { path: WHERE_TOOLS_ARE }
    }

    /// As on a machine that has none of the tools.
    pub const fn without_tools() -> Self {
        Self { path: "/nonexistent" }
    }

    /// Whether the tool is there; recognition only with Vietnamese.
    pub async fn has(self, tool: Tool) -> bool {
        let line = match tool {
            Tool::Text | Tool::Pictures | Tool::Heic | Tool::Video => "command -v \"$1\"",
            Tool::Recognition => "\"$1\" --list-langs 2>&1",
        };
        let said = run(self.path, line, &[OsStr::new(tool.program())], MOST_SAID).await;
        said.is_ok_and(|said| {
            let output = String::from_utf8_lossy(&said.output);
            let vietnamese = || output.lines().any(|lang| lang.trim() == "vie");
            said.code == Some(0) && (tool != Tool::Recognition || vietnamese())
        })
    }

    /// Whether pages that are pictures can be read.
    pub async fn recognises(self) -> bool {
        self.has(Tool::Pictures).await && self.has(Tool::Recognition).await
    }

    /// A telephone's HEIC photograph as an upright JPEG; what is made on the way lies beside the file and goes
    /// again.
    pub async fn jpeg_of(self, heic: &Path) -> Option<Vec<u8>> {
        let line =
            "heif-convert -q 92 \"$1\" \"$1.jpg\" >/dev/null && cat \"$1.jpg\"; code=$?; rm -f \"$1.jpg\"; exit $code";
        let said = run(self.path, line, &[heic.as_os_str()], MOST_OF_A_PHOTOGRAPH).await.ok()?;
        (said.code == Some(0)).then_some(said.output)
    }

    /// A video made small, without anything that is noted in it: its pictures and its sound, and of each one track.
    /// What it says that it is decides how it is read, so that nothing in it names another file.
    pub async fn reduced_video(self, video: &Path, kind: VideoKind) -> Option<Vec<u8>> {
        let line = "exec ffmpeg -nostdin -v quiet -protocol_whitelist file,pipe -f \"$2\" -i \"$1\" \
                    -map 0:v:0 -map '0:a:0?' -sn -dn -map_metadata -1 -map_metadata:s -1 -map_chapters -1 \
                    -vf \"scale=w=min(854\\,iw):h=-2\" -r 25 -threads 1 -c:v libx264 -preset veryfast -crf 30 \
                    -pix_fmt yuv420p -c:a aac -b:a 64k -ac 1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact \
                    -movflags +frag_keyframe+empty_moov+default_base_moof -f mp4 pipe:1";
        let read_as = if kind == VideoKind::Webm { "matroska" } else { "mov" };
        let words = [video.as_os_str(), OsStr::new(read_as)];
        let said = run_within(&LONG, self.path, line, (&words, MOST_OF_A_VIDEO)).await.ok()?;
        (said.code == Some(0) && video_kind(&said.output) == Some(VideoKind::Mp4)).then_some(said.output)
    }

    /// The words of each page, in their order; none where the file or the machine gives none.
    pub async fn pages_of(self, pdf: &Path) -> Option<Vec<String>> {
        let line = "exec pdftotext -enc UTF-8 \"$1\" -";
        let said = run(self.path, line, &[pdf.as_os_str()], MOST_WORDS).await.ok()?;
        let text = (said.code == Some(0)).then(|| words(&said.output))?;
        let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
        // Each page ends with a form feed, the last one too.
        pages.pop();
        Some(pages).filter(|pages| !pages.is_empty())
    }

    /// The words that a machine sees on the picture of a page, counted from 1.
    pub async fn seen_on(self, pdf: &Path, page: usize) -> Option<String> {
        let page = page.to_string();
        let line = "pdftoppm -r 200 -gray -f \"$2\" -l \"$2\" -png \"$1\" | tesseract stdin stdout -l vie";
        let said = run(self.path, line, &[pdf.as_os_str(), OsStr::new(&page)], MOST_OF_A_PAGE).await.ok()?;
        (said.code == Some(0)).then(|| words(&said.output).replace('\u{c}', "\n"))
    }

    /// The picture of a page, counted from 1.
    pub async fn picture_of(self, pdf: &Path, page: usize) -> Option<Picture> {
        let page = page.to_string();
        let line = "exec pdftoppm -r 144 -f \"$2\" -l \"$2\" \"$1\"";
        let said = run(self.path, line, &[pdf.as_os_str(), OsStr::new(&page)], MOST_OF_A_PICTURE).await.ok()?;
        (said.code == Some(0)).then(|| Picture::of_ppm(&said.output)).flatten()
    }

    /// The words of a page with where they stand on its picture: those that stand in the file, else
    /// those that a machine sees; none where neither can be told.
    pub async fn words_on(self, pdf: &Path, page: usize) -> Vec<SeenWord> {
        let page = page.to_string();
        let place = [pdf.as_os_str(), OsStr::new(&page)];
        let line = "exec pdftotext -enc UTF-8 -bbox -f \"$2\" -l \"$2\" \"$1\" -";
        let said = run(self.path, line, &place, MOST_WORDS).await.ok().filter(|said| said.code == Some(0));
        let standing = said.map(|said| words_in_boxes(&words(&said.output))).unwrap_or_default();
        if !standing.is_empty() {
            return standing;
        }
        let line = "pdftoppm -r 200 -gray -f \"$2\" -l \"$2\" -png \"$1\" | tesseract stdin stdout -l vie tsv";
        let said = run(self.path, line, &place, MOST_OF_A_PAGE).await.ok().filter(|said| said.code == Some(0));
        said.map(|said| words_in_table(&words(&said.output))).unwrap_or_default()
    }
}

/// Without what no database keeps as text.
fn words(output: &[u8]) -> String {
    String::from_utf8_lossy(output).replace('\0', "")
}
