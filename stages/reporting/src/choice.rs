//! What is to be added up: which reports, by which form, put together by what.

use hoithi_rules::reporting::Period;
use uuid::Uuid;

use crate::forms::FormKey;
use crate::line::ReportLine;

/// By what units are put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// Each by itself.
    #[default]
    Unit,
    /// By the districts of the time before 1/7/2025.
    District,
    /// By the clusters that the officer made.
    Cluster,
    /// By the communes of today.
    Commune,
    /// By the provinces of today.
    Province,
    /// Communes, departments, schools …
    Level,
}

impl Grouping {
    /// In the order of the choice.
    pub const ALL: [Self; 6] = [Self::Unit, Self::District, Self::Cluster, Self::Commune, Self::Province, Self::Level];

    /// Stable name, in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unit => "don-vi",
            Self::District => "huyen",
            Self::Cluster => "cum",
            Self::Commune => "xa",
            Self::Province => "tinh",
            Self::Level => "cap",
        }
    }

    /// The one of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grouping| grouping.code() == code)
    }
}

/// Which reports are added up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Span {
    /// All that the edition asked for.
    #[default]
    All,
    /// What was asked on one occasion: by one letter.
    Occasion(Uuid),
    /// What fell due in a period.
    Period(Period),
}

impl Span {
    /// Stable name, in addresses.
    pub fn code(&self) -> String {
        match self {
            Self::All => "tat-ca".to_owned(),
            Self::Occasion(occasion) => occasion.to_string(),
            Self::Period(period) => format!("ky-{}", period.last),
        }
    }

    /// Whether a report is one of it.
    pub fn holds(&self, line: &ReportLine) -> bool {
        match self {
            Self::All => true,
            Self::Occasion(occasion) => line.occasion == *occasion,
            Self::Period(period) => period.holds(line.request.asked_by()),
        }
    }
}

/// What is to be added up.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// Which reports.
    pub span: Span,
    /// By which form they were written; the edition's own where nobody chose.
    pub form: Option<FormKey>,
    /// By what units are put together.
    pub grouping: Grouping,
}

impl From<Grouping> for Choice {
    fn from(grouping: Grouping) -> Self {
        Self { grouping, ..Self::default() }
    }
}
