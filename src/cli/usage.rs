//! Commands that could not do what was asked.

/// Arguments that do not fit the dataset or the configuration, reported as one sentence without a backtrace.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct UsageError(pub String);

/// Exit code for a command that could not do what was asked; 1 is `check` with findings.
pub const FAILED: u8 = 2;
