//! Writes a file whole or not at all.

use std::fs::{File, Metadata, Permissions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

/// Permissions of a new file, before the umask.
const NEW: u32 = 0o666;

/// Identifies an existing file, independent of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Existing {
    device: u64,
    inode: u64,
}

impl Existing {
    pub(super) fn new(file: &Metadata) -> Self {
        Self { device: file.dev(), inode: file.ino() }
    }
}

/// Writes a file next to `path` and gives it that name once it is complete. Replaces only the file `before`, or
/// nothing.
///
/// Where the system supports unnamed files, the incomplete file is one, so nothing of it remains if a signal ends the
/// program. Only just before it replaces another file does the complete one get a temporary name.
pub fn write(
    path: &Path,
    before: Option<&Metadata>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    // A symbolic link stays; the file it points to is replaced.
    let target = if before.is_some() { std::fs::canonicalize(path)? } else { path.to_owned() };
    let folder = target.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    let mut temporary = tempfile::Builder::new();
    temporary.prefix(".horgos-");
    if let Some(file) = unnamed(folder) {
        fill(&file, before, write)?;
        return match before {
            None => link(&file, &target),
            Some(before) => {
                let named = temporary.make_in(folder, |path| link(&file, path))?;
                check_unchanged(&target, before)?;
                Ok(named.persist(&target).map(drop)?)
            }
        };
    }
    let named = temporary
        .make_in(folder, |path| File::options().write(true).create_new(true).mode(NEW).open(path))?;
    fill(named.as_file(), before, write)?;
    match before {
        None => drop(named.persist_noclobber(&target)?),
        Some(before) => {
            check_unchanged(&target, before)?;
            named.persist(&target)?;
        }
    }
    Ok(())
}

/// Writes all bytes to the disk. A file that replaces another gets its permissions, except for set-user and set-group
/// bits.
fn fill(
    file: &File,
    before: Option<&Metadata>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut out = BufWriter::new(file);
    write(&mut out)?;
    out.flush()?;
    if let Some(before) = before {
        file.set_permissions(Permissions::from_mode(before.permissions().mode() & 0o777))?;
    }
    file.sync_all()
}

/// Fails if another file has taken the name. After this check, at worst the name itself is replaced: a rename follows
/// no link.
fn check_unchanged(target: &Path, before: &Metadata) -> io::Result<()> {
    let is_same = Existing::new(&std::fs::symlink_metadata(target)?) == Existing::new(before);
    if is_same { Ok(()) } else { Err(io::Error::other("another file has got its name")) }
}

/// An unnamed file, if the file system supports them and `/proc` can name it later.
#[cfg(target_os = "linux")]
fn unnamed(folder: &Path) -> Option<File> {
    use rustix::fs::{Mode, OFlags, open};

    let flags = OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC;
    let names = Path::new("/proc/self/fd").is_dir();
    names.then(|| open(folder, flags, Mode::from_raw_mode(NEW)).ok()).flatten().map(File::from)
}

/// Gives an unnamed file this name; fails if it is taken.
#[cfg(target_os = "linux")]
fn link(file: &File, path: &Path) -> io::Result<()> {
    use std::os::fd::AsRawFd;

    use rustix::fs::{AtFlags, CWD, linkat};

    let file = format!("/proc/self/fd/{}", file.as_raw_fd());
    Ok(linkat(CWD, file, CWD, path, AtFlags::SYMLINK_FOLLOW)?)
}

#[cfg(not(target_os = "linux"))]
fn unnamed(_: &Path) -> Option<File> {
    None
}

#[cfg(not(target_os = "linux"))]
fn link(_: &File, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
