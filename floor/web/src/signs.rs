//! Signs that nobody types: a text with one of them is refused once, at the door, because no page
//! can show it and one of the databases cannot keep it.

use hoithi_journal::Halt;
use serde_json::Value;

/// Goes on when people could have typed this.
pub(crate) fn typed_by_people(field: Option<&str>, text: &str) -> Result<(), Halt> {
    let turns = |sign: char| matches!(sign, '\u{2066}'..='\u{2069}');
    let controls = |sign: char| sign.is_control() && !matches!(sign, '\t' | '\n' | '\r');
    if text.contains(|sign: char| controls(sign) || turns(sign)) {
        return Err(Halt::refused("web.control_sign", field, "a control character stands in this text"));
    }
    Ok(())
}

/// The same for every text in a program's JSON.
pub(crate) fn typed_throughout(json: &Value) -> Result<(), Halt> {
    match json {
        Value::String(text) => typed_by_people(None, text),
        Value::Array(items) => items.iter().try_for_each(typed_throughout),
        Value::Object(members) => members.iter().try_for_each(|(name, value)| {
            typed_by_people(None, name)?;
            match value {
                Value::String(text) => typed_by_people(Some(name), text),
                other => typed_throughout(other),
            }
        }),
        _ => Ok(()),
    }
}
