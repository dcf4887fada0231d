//! A form that was sent: its fields, its files, its token checked.

use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use hoithi_journal::Halt;

use crate::csrf::{Visit, check_token};
use crate::form::Form;
use crate::house::House;
use crate::intake::{self, LARGEST_FORM, Largest, MOST_LET_FALL, too_large};
use crate::signs::typed_by_people;
use crate::typed::Typed;

/// A file that came with a form.
#[derive(Clone, Debug)]
pub struct Upload {
    /// The field it came in.
    pub field: String,
    /// The name it had where it came from; never used as a path.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A sent form.
pub struct Posted {
    /// Its fields, without the token.
    pub form: Form,
    /// Its files; an empty file field brings none.
    pub files: Vec<Upload>,
}

impl Posted {
    /// The file of a field, if one came.
    pub fn file(&self, field: &str) -> Option<&Upload> {
        self.files.iter().find(|file| file.field == field)
    }
}

/// Why a form is not taken, with what was typed in it: the page that says so shows it again.
pub struct NotTaken {
    halt: Halt,
    typed: Typed,
}

impl From<Halt> for NotTaken {
    fn from(halt: Halt) -> Self {
        Self { halt, typed: Typed::default() }
    }
}

impl IntoResponse for NotTaken {
    fn into_response(self) -> Response {
        self.typed.beside(self.halt)
    }
}

impl FromRequest<House> for Posted {
    type Rejection = NotTaken;

    async fn from_request(request: Request, house: &House) -> Result<Self, NotTaken> {
        let visit = request.extensions().get::<Visit>().cloned().unwrap_or_default();
        let most = request.extensions().get::<Largest>().map_or(LARGEST_FORM, |largest| largest.0);
        let request =
            if is_with_files(&request) { intake::arrived(request, &house.files, most).await? } else { request };
        let read = Read::whole(request, Files::Taken { most }).await?;
        match read.check(house, &visit) {
            Ok(()) => Ok(read.into_posted()),
            Err(halt) => Err(NotTaken { halt, typed: read.typed() }),
        }
    }
}

/// What was typed in a form that nobody may send now. Its files are let fall while they come in.
pub(crate) async fn typed_in(mut request: Request) -> Typed {
    DefaultBodyLimit::max(MOST_LET_FALL).apply(&mut request);
    Read::whole(request, Files::LetFall).await.map(Read::typed).unwrap_or_default()
}

/// Whether it is a form that may bring files.
pub(crate) fn is_with_files(request: &Request) -> bool {
    let content = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    content.is_some_and(|content| content.starts_with("multipart/form-data"))
}

/// What becomes of the files of a form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Files {
    Taken {
        /// Of the whole form, bytes.
        most: usize,
    },
    LetFall,
}

impl Files {
    fn unreadable(self, error: &MultipartError) -> Halt {
        let most = match self {
            Self::Taken { most } => most,
            Self::LetFall => MOST_LET_FALL,
        };
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE { too_large(most) } else { malformed() }
    }
}

/// A form as it came.
#[derive(Default)]
struct Read {
    token: String,
    fields: Vec<(String, String)>,
    files: Vec<Upload>,
    /// Files that nobody takes: their names, and their bytes once all of them came.
    fallen: Vec<(String, Option<usize>)>,
}

impl Read {
    async fn whole(request: Request, files: Files) -> Result<Self, Halt> {
        if is_with_files(&request) {
            intake::with_files(Self::parts(request, files)).await
        } else {
            Self::pairs(request).await
        }
    }

    async fn pairs(request: Request) -> Result<Self, Halt> {
        let body = intake::words(request.into_body()).await?;
        let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(&body).map_err(|_| malformed())?;
        let mut read = Self::default();
        for (name, value) in pairs {
            read.put(name, &value);
        }
        Ok(read)
    }

    async fn parts(request: Request, files: Files) -> Result<Self, Halt> {
        let mut parts = Multipart::from_request(request, &()).await.map_err(|_| malformed())?;
        let mut read = Self::default();
        match (read.fill(&mut parts, files).await, files) {
            (Err(halt), Files::Taken { .. }) => Err(halt),
            // Of a form that nobody takes, what came so far is better than nothing.
            (Ok(()), _) | (Err(_), Files::LetFall) => Ok(read),
        }
    }

    async fn fill(&mut self, parts: &mut Multipart, files: Files) -> Result<(), Halt> {
        let mut words_left = LARGEST_FORM;
        while let Some(part) = parts.next_field().await.map_err(|error| files.unreadable(&error))? {
            let field = part.name().unwrap_or_default().to_owned();
            match part.file_name().map(printable) {
                Some(name) if files == Files::LetFall => self.let_fall(part, name).await?,
                Some(name) => self.files.extend(upload(part, field, name, files).await?),
                None => self.put(field, &words(part, files, &mut words_left).await?),
            }
        }
        Ok(())
    }

    /// A file is let fall while it comes in; its name stays, however it ends.
    async fn let_fall(&mut self, mut part: Field<'_>, name: String) -> Result<(), Halt> {
        let place = self.fallen.len();
        if !name.is_empty() {
            self.fallen.push((name, None));
        }
        let mut bytes = 0_usize;
        while let Some(chunk) = part.chunk().await.map_err(|error| Files::LetFall.unreadable(&error))? {
            bytes = bytes.saturating_add(chunk.len());
        }
        if let Some((_, whole)) = self.fallen.get_mut(place) {
            *whole = Some(bytes);
        }
        Ok(())
    }

    fn put(&mut self, name: String, value: &str) {
        if name == "csrf" {
            value.clone_into(&mut self.token);
        } else {
            self.fields.push((name, in_lines(value)));
        }
    }

    fn check(&self, house: &House, visit: &Visit) -> Result<(), Halt> {
        check_token(house, visit, &self.token)?;
        self.fields.iter().try_for_each(|(name, value)| {
            typed_by_people(None, name)?;
            typed_by_people(Some(name), value)
        })
    }

    fn typed(self) -> Typed {
        let came = self.files.into_iter().map(|file| (file.name, Some(file.bytes.len())));
        Typed::new(self.fields, came.chain(self.fallen).collect())
    }

    fn into_posted(self) -> Posted {
        let mut form = Form::new();
        for (name, value) in self.fields {
            form.add(&name, value);
        }
        self.files.iter().for_each(|file| form.note_file(&file.field));
        Posted { form, files: self.files }
    }
}

/// Browsers send line ends as two characters; a reader counts one. A text taken over from a word
/// processor breaks lines and pages by signs of its own, and brings some along that turn what follows around.
fn in_lines(value: &str) -> String {
    let turning = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];
    value.replace("\r\n", "\n").replace(['\u{b}', '\u{c}'], "\n").replace(turning, "")
}

/// Without signs that no page shows, and without those that turn a name around: `fdp.exe` would be read `exe.pdf`.
fn printable(name: &str) -> String {
    let turns =
        |sign: char| matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    name.chars().filter(|sign| !sign.is_control() && !turns(*sign)).collect()
}

/// A file; an empty field brings none.
async fn upload(part: Field<'_>, field: String, name: String, files: Files) -> Result<Option<Upload>, Halt> {
    let bytes = part.bytes().await.map_err(|error| files.unreadable(&error))?.to_vec();
    Ok((!name.is_empty() || !bytes.is_empty()).then_some(Upload { field, name, bytes }))
}

async fn words(mut part: Field<'_>, files: Files, left: &mut usize) -> Result<String, Halt> {
    let mut bytes = Vec::new();
    while let Some(chunk) = part.chunk().await.map_err(|error| files.unreadable(&error))? {
        *left = left.checked_sub(chunk.len()).ok_or_else(|| too_large(LARGEST_FORM))?;
        bytes.extend_from_slice(&chunk);
    }
    String::from_utf8(bytes).map_err(|_| malformed())
}

fn malformed() -> Halt {
    Halt::refused("web.malformed", None, "the form cannot be read")
}
