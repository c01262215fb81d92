//! Exact decimals rounded to a stated side where 28 digits do not hold the result.
//!
//! The greatest and the least decimal stand for bounds that are not there; what is calculated with them has none either.

use rust_decimal::Decimal;

/// To which side a result is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outward {
    Down,
    Up,
}

/// An operation that rounds to a stated side; `None` where the result is too large or there is none.
pub type Operation = fn(Decimal, Decimal, Outward) -> Option<Decimal>;

/// Stands for no upper bound.
pub const ABOVE_ALL: Decimal = Decimal::MAX;
/// Stands for no lower bound.
pub const BELOW_ALL: Decimal = Decimal::MIN;

fn is_infinite(bound: Decimal) -> bool {
    bound == ABOVE_ALL || bound == BELOW_ALL
}

/// The infinite bound with the sign of a product or quotient of two numbers.
fn infinite(a: Decimal, b: Decimal) -> Decimal {
    if a.is_sign_negative() == b.is_sign_negative() { ABOVE_ALL } else { BELOW_ALL }
}

pub fn sum(a: Decimal, b: Decimal, outward: Outward) -> Option<Decimal> {
    let (first, second) = match outward {
        Outward::Down => (BELOW_ALL, ABOVE_ALL),
        Outward::Up => (ABOVE_ALL, BELOW_ALL),
    };
    if let Some(bound) = [first, second].into_iter().find(|bound| a == *bound || b == *bound) {
        return Some(bound);
    }
    let sum = a.checked_add(b)?;
    // An exact sum keeps every decimal of both; one that was rounded has fewer.
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

/// Ten to the `power`; `None` where that has more than 28 digits.
pub fn ten_to(power: i32) -> Option<Decimal> {
    if power < 0 {
        return Decimal::try_new(1, power.unsigned_abs()).ok();
    }
    Decimal::try_from_i128_with_scale(10_i128.checked_pow(power.unsigned_abs())?, 0).ok()
}

/// An exact product has the decimals of both; one that was rounded has fewer.
fn is_exact(a: Decimal, b: Decimal, product: Decimal) -> bool {
    a.is_zero() || b.is_zero() || product.scale() == a.scale() + b.scale()
}

/// `nearest`, which is at most half of its last digit from the truth, moved past the truth unless it is exact.
fn directed(nearest: Decimal, exact: bool, outward: Outward) -> Option<Decimal> {
    if exact {
        return Some(nearest);
    }
    // The last of 28 digits is worth no more than 10⁻²⁷ of the number, and no less than 10⁻²⁸.
    let least = Decimal::try_new(1, 28).ok()?;
    let step = nearest.abs().checked_mul(Decimal::try_new(1, 27).ok()?)?.max(least);
    match outward {
        Outward::Down => nearest.checked_sub(step),
        Outward::Up => nearest.checked_add(step),
    }
}
