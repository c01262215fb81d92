//! The members of a claim, so that output formats need not know the kinds of claims.

use super::{BalanceOf, Clue, Dimension, FlowTerm, Minimum, Parts, Term};
use crate::analysis::{Figure, Interval, Severity};
use crate::dataset::{Code, Dataset, Flow, Period, RankedAmong, Subject, Unit};

/// The index of a pane in [`Dataset::panes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PanePlace(pub usize);

/// A member of a claim.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "each is named after what it holds")]
pub enum ClaimMember<'c> {
    Balance(BalanceOf),
    Clue(&'c Clue),
    /// The code of a dimension, a flow, a unit, a severity or a list.
    Code(&'static str),
    Count(usize),
    Figure(Option<Figure>),
    Figures(&'c [Figure]),
    Flag(bool),
    Flow(&'c FlowTerm),
    Minimum(Minimum),
    Pane(PanePlace),
    Parts(Parts),
    Period(Option<Period>),
    Range(Interval),
    Term(&'c Term),
    Trade(&'c Subject),
}

/// Declares the claims, each with its code and its members; a member's name in JSON is its own unless another is given.
macro_rules! claims {
    (@name $field:ident) => {
        stringify!($field)
    };
    (@name $field:ident $name:literal) => {
        $name
    };
    (@kind $(#[$about:meta])* $kind:ident) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $kind;
    };
    (@kind $(#[$about:meta])* $kind:ident { $($field:ident: $type:ty),* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[expect(missing_docs, reason = "members are explained with their claim, or say all by their types")]
        pub struct $kind {
            $(pub $field: $type),*
        }
    };
    (
        $(#[$doc:meta])*
        $enum:ident;
        $(
            $(#[$about:meta])*
            $kind:ident $code:literal $({ $($field:ident $(as $name:literal)?: $type:ty),* $(,)? })?
        )+
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $enum {
            $($(#[$about])* $kind($kind),)+
        }

        $(claims!(@kind $(#[$about])* $kind $({ $($field: $type),* })?);)+

        impl $enum {
            /// A stable code for the kind of claim: `sum-of-parts`.
            #[must_use]
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Self::$kind(_) => $code,)+
                }
            }

            /// The members with their names.
            #[must_use]
            pub fn members(&self) -> Vec<(&'static str, ClaimMember<'_>)> {
                match self {
                    $(Self::$kind($kind { $($($field),*)? }) => {
                        vec![$($((claims!(@name $field $($name)?), ClaimMember::from($field))),*)?]
                    })+
                }
            }
        }
    };
}

pub(super) use claims;

/// Converts members from values and from references.
macro_rules! members {
    ($($type:ty, $value:ident => $member:expr;)+) => {
        $(impl<'c> From<&'c $type> for ClaimMember<'c> {
            fn from($value: &'c $type) -> Self {
                $member
            }
        })+
    };
}

members! {
    BalanceOf, of => Self::Balance(*of);
    Clue, clue => Self::Clue(clue);
    Dimension, dimension => Self::Code(dimension.code());
    Flow, flow => Self::Code(flow.code());
    RankedAmong, among => Self::Code(among.code());
    Severity, severity => Self::Code(severity.code());
    Unit, unit => Self::Code(unit.code());
    usize, count => Self::Count(*count);
    Figure, figure => Self::Figure(Some(*figure));
    Option<Figure>, figure => Self::Figure(*figure);
    Vec<Figure>, figures => Self::Figures(figures);
    bool, flag => Self::Flag(*flag);
    FlowTerm, flow => Self::Flow(flow);
    Minimum, minimum => Self::Minimum(*minimum);
    PanePlace, pane => Self::Pane(*pane);
    Parts, parts => Self::Parts(*parts);
    Period, period => Self::Period(Some(*period));
    Option<Period>, period => Self::Period(*period);
    Interval, interval => Self::Range(*interval);
    Term, term => Self::Term(term);
    Subject, trade => Self::Trade(trade);
}

impl<'c> ClaimMember<'c> {
    /// The trade of a member, if it has one.
    pub(super) fn trade(self) -> Option<&'c Subject> {
        match self {
            Self::Term(term) => Some(&term.subject),
            Self::Flow(flow) => Some(&flow.subject),
            Self::Trade(subject) => Some(subject),
            Self::Balance(_)
            | Self::Clue(_)
            | Self::Code(_)
            | Self::Count(_)
            | Self::Figure(_)
            | Self::Figures(_)
            | Self::Flag(_)
            | Self::Minimum(_)
            | Self::Pane(_)
            | Self::Parts(_)
            | Self::Period(_)
            | Self::Range(_) => None,
        }
    }

    /// The trade of a member that is one published figure.
    pub(super) fn row(self, dataset: &'c Dataset) -> Option<&'c Subject> {
        let Self::Figure(Some(Figure::Published(at))) = self else { return None };
        dataset.observations.get(at).map(|row| &row.subject)
    }
}
