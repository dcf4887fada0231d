//! The style sheet, the script and the fonts, embedded in the binary when it is built.
//!
//! Nothing is asked of the network at run time. Hashed names never change their content and may be
//! kept by a browser for ever; the few files with a fixed name are asked for again by their etag.
//! The sources are beside this crate: `sass/`, `script/`, and npm packages of exact versions.

/// Where pages ask for assets; the rest of the address is what [`file`] takes.
pub const PREFIX: &str = "/assets/";

/// One embedded file.
#[derive(Clone, Copy, Debug)]
pub struct Asset {
    pub bytes: &'static [u8],
    /// The same content packed by gzip, where that pays.
    pub gzip: Option<&'static [u8]>,
    pub mime: &'static str,
    /// The name carries the hash of the content: `Cache-Control: immutable`.
    pub immutable: bool,
    /// With its quotation marks, as the header carries it.
    pub etag: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/table.rs"));

/// The address of the style sheet, for `<link>`.
pub fn style_url() -> &'static str {
    STYLE
}

/// The address of the script, for `<script defer>`.
pub fn script_url() -> &'static str {
    SCRIPT
}

/// The asset with this name, without [`PREFIX`].
pub fn file(name: &str) -> Option<Asset> {
    TABLE.iter().find(|(known, _)| *known == name).map(|(_, asset)| *asset)
}

/// The fonts of official documents and printed pages, whole, as TrueType.
pub fn fonts() -> Vec<&'static [u8]> {
    let of_documents = TABLE.iter().filter(|(name, _)| name.starts_with("typst/"));
    of_documents.map(|(_, asset)| asset.bytes).collect()
}
