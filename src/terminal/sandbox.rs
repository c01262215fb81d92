//! Gives up the rights that the dashboard does not need once it has the terminal, using Landlock if the kernel has it.
//!
//! Everything already open stays usable: the terminal, and the sockets between our own threads.

/// The remaining access to files, sockets and other processes. It binds the calling thread and the threads that it
/// starts, permanently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sandbox {
    /// No file can be opened, created or removed, no network connection made, and no other process signalled. Socket
    /// files can still be connected to if the kernel does not distinguish them.
    NoFiles,
    /// Regular files can be written and replaced, as an export does. None can be read, listed or executed, and no TCP
    /// connection can be made.
    Exports,
}

/// How much of a sandbox the kernel enforces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enforcement {
    /// All of it.
    Full,
    /// Its rules on files, and as much of the rest as this kernel supports.
    Partial,
    /// Nothing: the kernel has no Landlock, or it is disabled.
    Nothing,
}

impl Sandbox {
    /// Enters the sandbox as far as the kernel supports it.
    #[must_use]
    pub fn enter(self) -> Enforcement {
        self.enter_removing(&[])
    }

    /// Enters the sandbox, but keeps the right to remove files from these folders, as a talk does with its sockets.
    #[must_use]
    pub fn enter_removing(self, folders: &[PathBuf]) -> Enforcement {
        system::enter(self, folders)
    }
}

use std::path::PathBuf;

#[cfg(target_os = "linux")]
mod system {
    use std::path::PathBuf;

    use landlock::{
        ABI, Access, AccessFs, AccessNet, BitFlags, PathBeneath, PathFd, RestrictionStatus, Ruleset,
        RulesetAttr, RulesetCreatedAttr, RulesetError, RulesetStatus, Scope,
    };

    use super::{Enforcement, Sandbox};

    /// The newest version whose rules were tested with this program.
    const TRIED: ABI = ABI::V7;

    pub fn enter(sandbox: Sandbox, folders: &[PathBuf]) -> Enforcement {
        match restrict(sandbox, folders).map(|status| status.ruleset) {
            Ok(RulesetStatus::FullyEnforced) => Enforcement::Full,
            Ok(RulesetStatus::PartiallyEnforced) => Enforcement::Partial,
            Ok(RulesetStatus::NotEnforced) | Err(_) => Enforcement::Nothing,
        }
    }

    fn restrict(sandbox: Sandbox, folders: &[PathBuf]) -> Result<RestrictionStatus, RulesetError> {
        let ruleset = Ruleset::default()
            .handle_access(AccessFs::from_all(TRIED))?
            .handle_access(AccessNet::from_all(TRIED))?
            .scope(scopes(sandbox))?
            .create()?;
        let mut ruleset = match (sandbox, PathFd::new("/")) {
            (Sandbox::Exports, Ok(root)) => ruleset.add_rule(PathBeneath::new(root, exports()))?,
            (Sandbox::Exports, Err(_)) | (Sandbox::NoFiles, _) => ruleset,
        };
        for folder in folders {
            if let Ok(folder) = PathFd::new(folder) {
                ruleset = ruleset.add_rule(PathBeneath::new(folder, AccessFs::RemoveFile))?;
            }
        }
        ruleset.restrict_self()
    }

    /// The rights needed to write a file whole or not at all: creating it, naming it, and renaming it over another.
    fn exports() -> BitFlags<AccessFs> {
        AccessFs::WriteFile | AccessFs::MakeReg | AccessFs::RemoveFile | AccessFs::Refer
    }

    /// Ctrl-Z stops the whole job, which may have processes outside the sandbox, so only a dashboard that cannot be
    /// suspended gives up signals.
    fn scopes(sandbox: Sandbox) -> BitFlags<Scope> {
        match sandbox {
            Sandbox::NoFiles => Scope::from_all(TRIED),
            Sandbox::Exports => Scope::AbstractUnixSocket.into(),
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use std::path::PathBuf;

    use super::{Enforcement, Sandbox};

    pub fn enter(_: Sandbox, _: &[PathBuf]) -> Enforcement {
        Enforcement::Nothing
    }
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use std::fs;
    use std::io::ErrorKind;
    use std::net::{Ipv4Addr, TcpListener};
    use std::path::{Path, PathBuf};
    use std::thread;

    use super::*;

    /// A folder with a file in it.
    fn folder() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("there.csv");
        fs::write(&file, "kept").expect("it can be written");
        (folder, file)
    }

    /// Runs `attempt` in a thread of its own that is in the sandbox; `None` where the kernel does not enforce it.
    fn inside<T: Send>(sandbox: Sandbox, attempt: impl FnOnce() -> T + Send) -> Option<T> {
        let run = || (sandbox.enter() != Enforcement::Nothing).then(attempt);
        thread::scope(|scope| scope.spawn(run).join().expect("no panic"))
    }

    fn is_denied<T>(done: &std::io::Result<T>) -> bool {
        done.as_ref().is_err_and(|error| error.kind() == ErrorKind::PermissionDenied)
    }

    #[test]
    fn without_files_nothing_is_read_written_made_or_removed() {
        let (folder, file) = folder();
        let tried = inside(Sandbox::NoFiles, || {
            let new = folder.path().join("new");
            [
                is_denied(&fs::read(&file)),
                is_denied(&fs::write(&file, "overwritten")),
                is_denied(&fs::write(&new, "")),
                is_denied(&fs::create_dir(&new)),
                is_denied(&fs::remove_file(&file)),
                is_denied(&fs::read_dir(folder.path())),
                is_denied(&fs::read("/etc/passwd")),
                is_denied(&fs::write("/dev/null", "")),
            ]
        });
        assert!(tried.is_none_or(|denied| denied == [true; 8]), "{tried:?}");
        assert_eq!(fs::read_to_string(file).expect("still there"), "kept");
    }

    #[test]
    fn for_exports_files_are_written_and_nothing_is_read_or_run() {
        let (folder, file) = folder();
        let tried = inside(Sandbox::Exports, || {
            let make = |name: &str| folder.path().join(name);
            fs::write(make("new.csv"), "new").expect("a new file can be written");
            fs::rename(make("new.csv"), &file).expect("it can take the place of another");
            [
                is_denied(&fs::read(&file)),
                is_denied(&fs::read_dir(folder.path())),
                is_denied(&fs::create_dir(make("folder"))),
                is_denied(&std::os::unix::fs::symlink(&file, make("link"))),
                is_denied(&std::os::unix::net::UnixListener::bind(make("socket"))),
                is_denied(&std::process::Command::new("/bin/true").status()),
            ]
        });
        assert!(tried.is_none_or(|denied| denied == [true; 6]), "{tried:?}");
        assert!(tried.is_none() || fs::read_to_string(file).expect("there") == "new");
    }

    #[test]
    fn a_thread_that_it_starts_is_inside_too() {
        let read = || fs::read(Path::new("/proc/self/status"));
        let denied = inside(Sandbox::NoFiles, || thread::spawn(read).join().expect("no panic"));
        assert!(denied.is_none_or(|read| is_denied(&read)));
    }

    #[test]
    fn no_port_is_opened_where_the_kernel_watches_ports() {
        let opened =
            thread::spawn(|| (Sandbox::Exports.enter(), TcpListener::bind((Ipv4Addr::LOCALHOST, 0))));
        let (enforcement, listener) = opened.join().expect("no panic");
        assert!(enforcement != Enforcement::Full || is_denied(&listener), "{listener:?}");
    }
}
