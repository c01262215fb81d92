//! Decimal arithmetic that rounds to a given side if 28 digits do not hold the result.
//!
//! The greatest and the least decimal stand for missing bounds; a result calculated from one is unbounded as well.

use rust_decimal::Decimal;

/// The direction in which a result is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outward {
    Down,
    Up,
}

/// An operation that rounds to a given side; `None` on overflow, or if the result is undefined.
pub type Operation = fn(Decimal, Decimal, Outward) -> Option<Decimal>;

/// Means "no upper bound".
pub const ABOVE_ALL: Decimal = Decimal::MAX;
/// Means "no lower bound".
pub const BELOW_ALL: Decimal = Decimal::MIN;

/// True for [`ABOVE_ALL`]. No other decimal has its value, as that leaves no room for a decimal place, so its digits tell:
/// most of the arithmetic of an analysis asks this, and comparing decimals takes longer than adding them.
pub fn is_above_all(bound: Decimal) -> bool {
    bound.scale() == 0 && bound.mantissa() == ABOVE_ALL.mantissa()
}

/// True for [`BELOW_ALL`].
pub fn is_below_all(bound: Decimal) -> bool {
    bound.scale() == 0 && bound.mantissa() == BELOW_ALL.mantissa()
}

fn is_infinite(bound: Decimal) -> bool {
    is_above_all(bound) || is_below_all(bound)
}

/// The missing bound with the sign of a product or quotient of two numbers.
fn infinite(a: Decimal, b: Decimal) -> Decimal {
    if a.is_sign_negative() == b.is_sign_negative() { ABOVE_ALL } else { BELOW_ALL }
}

pub fn sum(a: Decimal, b: Decimal, outward: Outward) -> Option<Decimal> {
    if is_infinite(a) || is_infinite(b) {
        let (has_below, has_above) = (is_below_all(a) || is_below_all(b), is_above_all(a) || is_above_all(b));
        return Some(match outward {
            Outward::Down if has_below => BELOW_ALL,
            Outward::Up if !has_above => BELOW_ALL,
            Outward::Down | Outward::Up => ABOVE_ALL,
        });
    }
    let sum = a.checked_add(b)?;
    // An exact sum keeps all decimals of both operands; a rounded one has fewer.
    let exact = a.is_zero() || b.is_zero() || sum.scale() >= a.scale().max(b.scale());
    directed(sum, exact, outward)
}

pub fn difference(a: Decimal, b: Decimal, outward: Outward) -> Option<Decimal> {
    sum(a, -b, outward)
}

pub fn product(a: Decimal, b: Decimal, outward: Outward) -> Option<Decimal> {
    if is_infinite(a) || is_infinite(b) {
        return Some(if a.is_zero() || b.is_zero() { Decimal::ZERO } else { infinite(a, b) });
    }
    let product = a.checked_mul(b)?;
    directed(product, is_exact(a, b, product), outward)
}

pub fn quotient(a: Decimal, b: Decimal, outward: Outward) -> Option<Decimal> {
    if is_infinite(b) {
        return Some(Decimal::ZERO);
    }
    if is_infinite(a) {
        return (!b.is_zero()).then(|| infinite(a, b));
    }
    let quotient = a.checked_div(b)?;
    let back = quotient.checked_mul(b)?;
    directed(quotient, back == a && is_exact(quotient, b, back), outward)
}

/// Ten to the `power`; `None` if that has more than 28 digits.
pub fn ten_to(power: i32) -> Option<Decimal> {
    if power < 0 {
        return Decimal::try_new(1, power.unsigned_abs()).ok();
    }
    Decimal::try_from_i128_with_scale(10_i128.checked_pow(power.unsigned_abs())?, 0).ok()
}

/// An exact product has the decimals of both operands; a rounded one has fewer.
fn is_exact(a: Decimal, b: Decimal, product: Decimal) -> bool {
    a.is_zero() || b.is_zero() || product.scale() == a.scale() + b.scale()
}

/// Moves `nearest`, which is off by at most half a unit of its last digit, past the true result unless it is exact.
fn directed(nearest: Decimal, exact: bool, outward: Outward) -> Option<Decimal> {
    if exact {
        return Some(nearest);
    }
    // The last of 28 digits is worth at most 10⁻²⁷ and at least 10⁻²⁸ of the number.
    let least = Decimal::try_new(1, 28).ok()?;
    let step = nearest.abs().checked_mul(Decimal::try_new(1, 27).ok()?)?.max(least);
    match outward {
        Outward::Down => nearest.checked_sub(step),
        Outward::Up => nearest.checked_add(step),
    }
}
