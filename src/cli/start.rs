//! The dashboard before the first key.

use std::sync::Arc;

use clap::Args;
use ratatui::layout::Size;

use super::usage::UsageError;
use crate::dashboard::{App, Model, Pivot};

#[derive(Debug, Default, Args)]
pub struct StartView {
    /// A view, such as "leaders?sort=value&desc&zoom"; of a table with the question to answer, such as
    /// "products?reporter=KAZ&period=2022"; the key v shows the current one
    #[arg(long, value_name = "VIEW")]
    pub view: Option<String>,
}

impl StartView {
    pub fn app(&self, model: Model, pivot: Option<Pivot>, size: Size) -> Result<App, UsageError> {
        let mut app = first_view(model, pivot, size);
        if let Some(view) = &self.view {
            visit(&mut app, view).map_err(|what| UsageError(format!("--view: {what}")))?;
        }
        Ok(app)
    }
}

/// The first view of a model; with `pivot`, of an answer from a table.
pub fn first_view(model: Model, pivot: Option<Pivot>, size: Size) -> App {
    let app = App::from_model(Arc::new(model), size);
    match pivot {
        Some(pivot) => app.with_pivot(pivot),
        None => app,
    }
}

/// Goes to a view. A view that may need the checks, because it opens something, waits for them.
pub fn visit(app: &mut App, view: &str) -> Result<(), String> {
    let visited = app.visit(view);
    if app.is_checking() && (visited.is_err() || !app.view().overlays.is_empty()) {
        app.finish_checks();
        return app.visit(view);
    }
    visited
}
