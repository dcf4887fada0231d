//! The printer: facts and a template in, PDF bytes out.

use std::borrow::Cow;
use std::sync::Arc;

use serde::Serialize;
use tokio::sync::Semaphore;

use crate::press::Press;

/// Typesetting is all arithmetic; more hands than this would only take cores from the web.
const HANDS: usize = 2;

/// The shape of a document: Typst source that reads its facts by `json("data.json")` and the
/// common layout by `import "nd30.typ"`.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    name: &'static str,
    source: &'static str,
}

impl Template {
    /// `name` is what error messages call it, such as `letter.typ`.
    pub const fn new(name: &'static str, source: &'static str) -> Self {
        Self { name, source }
    }

    pub const fn name(&self) -> &'static str {
        self.name
    }

    pub(crate) const fn source(&self) -> &'static str {
        self.source
    }
}

/// Facts that know the template they are printed by.
pub trait Form: Serialize + Sync {
    const TEMPLATE: Template;
}

/// Why a document could not be printed: all of these are faults of the house, none of the
/// person who asked.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    #[error("no usable font was given to the printer")]
    NoFonts,
    #[error("the facts of {template} cannot be written as JSON")]
    Facts { template: &'static str, source: serde_json::Error },
    #[error("{template} does not compile: {message}")]
    Template { template: &'static str, message: String },
    #[error("the printing thread of {template} was lost")]
    Lost { template: &'static str },
}

/// Prints documents. Cheap to clone; one for the whole program, because reading the fonts costs
/// tens of milliseconds.
#[derive(Clone)]
pub struct Printer {
    press: Arc<Press>,
    hands: Arc<Semaphore>,
}

impl Printer {
    /// A printer with the fonts that the program carries.
    pub fn new() -> Result<Self, PrintError> {
        Self::with_fonts(hoithi_assets::fonts())
    }

    /// A printer with these fonts (whole TTF or OTF files).
    pub fn with_fonts<F>(fonts: impl IntoIterator<Item = F>) -> Result<Self, PrintError>
    where
        F: Into<Cow<'static, [u8]>>,
    {
        let press = Press::new(fonts.into_iter().map(Into::into))?;
        Ok(Self { press: Arc::new(press), hands: Arc::new(Semaphore::new(HANDS)) })
    }

    /// Prints away from the async threads; waits for its turn.
    ///
    /// The same facts always give the same bytes.
    pub async fn print(&self, template: &Template, facts: &(impl Serialize + Sync)) -> Result<Vec<u8>, PrintError> {
        let facts = to_json(template, facts)?;
        self.by_hand(*template, move |press, template| press.print(template, facts)).await
    }

    /// Every page as a PNG, so many dots for each point: for places that take no PDF.
    pub async fn pictures(
        &self,
        template: &Template,
        facts: &(impl Serialize + Sync),
        dots: u8,
    ) -> Result<Vec<Vec<u8>>, PrintError> {
        let facts = to_json(template, facts)?;
        self.by_hand(*template, move |press, template| press.pictures(template, facts, dots)).await
    }

    /// Away from the async threads, when a hand is free.
    async fn by_hand<T: Send + 'static>(
        &self,
        template: Template,
        work: impl FnOnce(&Press, Template) -> Result<T, PrintError> + Send + 'static,
    ) -> Result<T, PrintError> {
        let lost = PrintError::Lost { template: template.name };
        let Ok(turn) = Arc::clone(&self.hands).acquire_owned().await else {
            return Err(lost);
        };
        let press = Arc::clone(&self.press);
        let job = tokio::task::spawn_blocking(move || {
            // Held by the thread and not by the caller, who may be cancelled meanwhile.
            let _turn = turn;
            work(&press, template)
        });
        job.await.unwrap_or(Err(lost))
    }

    /// Prints on this thread: for commands and tests.
    pub fn print_blocking(&self, template: &Template, facts: &impl Serialize) -> Result<Vec<u8>, PrintError> {
        self.press.print(*template, to_json(template, facts)?)
    }

    /// Prints a form by its own template.
    pub async fn print_form<F: Form>(&self, form: &F) -> Result<Vec<u8>, PrintError> {
        self.print(&F::TEMPLATE, form).await
    }
}

fn to_json(template: &Template, facts: &impl Serialize) -> Result<Vec<u8>, PrintError> {
    serde_json::to_vec(facts).map_err(|source| PrintError::Facts { template: template.name, source })
}
