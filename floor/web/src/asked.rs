//! The parameters of an address. A page says which it knows; any other is refused, because an
//! unexpected filter is how searches leak.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use hoithi_journal::Halt;

use crate::form::Form;
use crate::house::House;
use crate::signs::typed_by_people;

/// What was asked after the question mark.
pub struct Asked(Form);

impl Asked {
    /// The parameters, if the page knows all of them.
    pub fn only(self, known: &[&str]) -> Result<Form, Halt> {
        self.0.only(known)?;
        Ok(self.0)
    }
}

impl FromRequestParts<House> for Asked {
    type Rejection = Halt;

    async fn from_request_parts(parts: &mut Parts, _house: &House) -> Result<Self, Halt> {
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(parts.uri.query().unwrap_or_default())
            .map_err(|_| Halt::refused("web.malformed", None, "the address's parameters cannot be read"))?;
        let mut form = Form::new();
        for (name, value) in pairs {
            typed_by_people(None, &name)?;
            typed_by_people(Some(&name), &value)?;
            form.add(&name, value);
        }
        Ok(Self(form))
    }
}
