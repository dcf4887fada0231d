//! A form that was sent: its fields, its files, its token checked.

use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use hoithi_journal::Halt;

use crate::csrf::{Visit, check_token};
use crate::form::Form;
use crate::house::House;

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

pub(crate) const LARGEST_FORM: usize = 1 << 20;

impl Posted {
    /// The file of a field, if one came.
    pub fn file(&self, field: &str) -> Option<&Upload> {
        self.files.iter().find(|file| file.field == field)
    }
}

impl FromRequest<House> for Posted {
    type Rejection = Halt;

    async fn from_request(request: Request, house: &House) -> Result<Self, Halt> {
        let visit = request.extensions().get::<Visit>().cloned().unwrap_or_default();
        let content = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let mut token = String::new();
        let posted = if content.starts_with("multipart/form-data") {
            from_parts(request, house, &mut token).await?
        } else {
            from_pairs(request, &mut token).await?
        };
        check_token(house, &visit, &token)?;
        Ok(posted)
    }
}

async fn from_pairs(request: Request, token: &mut String) -> Result<Posted, Halt> {
    let body = axum::body::to_bytes(request.into_body(), LARGEST_FORM).await.map_err(|_| too_large())?;
    let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(&body).map_err(|_| malformed())?;
    let mut form = Form::new();
    for (name, value) in pairs {
        put(&mut form, token, &name, value);
    }
    Ok(Posted { form, files: Vec::new() })
}

async fn from_parts(request: Request, house: &House, token: &mut String) -> Result<Posted, Halt> {
    let mut parts = Multipart::from_request(request, house).await.map_err(|_| malformed())?;
    let mut form = Form::new();
    let mut files = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(|error| unreadable(&error))? {
        let field = part.name().unwrap_or_default().to_owned();
        let Some(name) = part.file_name().map(str::to_owned) else {
            let value = part.text().await.map_err(|error| unreadable(&error))?;
            put(&mut form, token, &field, value);
            continue;
        };
        let bytes = part.bytes().await.map_err(|error| unreadable(&error))?;
        if !(name.is_empty() && bytes.is_empty()) {
            files.push(Upload { field, name, bytes: bytes.to_vec() });
        }
    }
    Ok(Posted { form, files })
}

fn put(form: &mut Form, token: &mut String, name: &str, value: String) {
    if name == "csrf" {
        *token = value;
    } else {
        // Browsers send line ends as two characters; a reader counts one.
        form.add(name, value.replace("\r\n", "\n"));
    }
}

fn unreadable(error: &MultipartError) -> Halt {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { too_large() } else { malformed() }
}

fn malformed() -> Halt {
    Halt::refused("web.malformed", None, "the form cannot be read")
}

pub(crate) fn too_large() -> Halt {
    Halt::refused("web.too_large", None, "the form or its file is too large")
}
