//! Secure mode: a dashboard for people who may only look at it, for example as an SSH forced command.

use std::ffi::OsString;
use std::fmt::{self, Display, Formatter};

use rustix::process::{getegid, geteuid, getgid, getuid};

/// Any value except an empty string turns secure mode on. Nothing turns it off, so that whoever starts the program for
/// others can rely on it.
const VARIABLE: &str = "HORGOS_SECURE";

/// Why secure mode is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SecureReason {
    /// It was asked for.
    Variable,
    /// The program has a set-user or set-group bit, and so rights that its user lacks.
    OtherRights,
    /// It runs through sudo, as another user than the one with this id.
    Sudo(String),
}

/// The users and groups of a process.
#[derive(Debug, Clone, Copy)]
struct Ids {
    real: (u32, u32),
    effective: (u32, u32),
}

impl SecureReason {
    /// Why this process is in secure mode; `None` if it is not.
    pub fn of_process() -> Option<Self> {
        let real = (getuid().as_raw(), getgid().as_raw());
        let effective = (geteuid().as_raw(), getegid().as_raw());
        Self::find(&|name| std::env::var_os(name), Ids { real, effective })
    }

    fn find(get: &dyn Fn(&str) -> Option<OsString>, ids: Ids) -> Option<Self> {
        let variable = |name| get(name).filter(|value| !value.is_empty());
        let sudo = variable("SUDO_UID").map(|id| id.to_string_lossy().into_owned());
        if variable(VARIABLE).is_some() {
            Some(Self::Variable)
        } else if ids.real != ids.effective {
            Some(Self::OtherRights)
        } else {
            sudo.filter(|id| id.parse() != Ok(ids.effective.0)).map(Self::Sudo)
        }
    }
}

impl Display for SecureReason {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Self::Variable => write!(f, "{VARIABLE} is set"),
            Self::OtherRights => f.write_str("real and effective user or group differ"),
            Self::Sudo(id) => write!(f, "SUDO_UID is {id}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_on_where_asked_for_and_where_the_rights_are_not_the_users_own() {
        let own = Ids { real: (1000, 100), effective: (1000, 100) };
        let root = Ids { real: (0, 0), effective: (0, 0) };
        let sudo = |id: &str| Some(SecureReason::Sudo(id.to_owned()));
        for (variables, ids, expected) in [
            ("", own, None),
            ("HORGOS_SECURE=", own, None),
            ("HORGOS_SECURE=1", own, Some(SecureReason::Variable)),
            ("HORGOS_SECURE=0", own, Some(SecureReason::Variable)),
            ("", Ids { effective: (0, 100), ..own }, Some(SecureReason::OtherRights)),
            ("", Ids { effective: (1000, 50), ..own }, Some(SecureReason::OtherRights)),
            ("SUDO_UID=1000", own, None),
            ("SUDO_UID=1000", root, sudo("1000")),
            ("SUDO_UID=0", root, None),
            ("SUDO_UID=somebody", root, sudo("somebody")),
        ] {
            let get = |name: &str| {
                let (known, value) = variables.split_once('=')?;
                (known == name).then(|| OsString::from(value))
            };
            assert_eq!(SecureReason::find(&get, ids), expected, "{variables} {ids:?}");
        }
    }
}
