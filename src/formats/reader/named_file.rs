//! Files that a descriptor names: regular files next to it, and nothing that a link could lead to elsewhere.

use std::fs::File;
use std::io;
use std::path::{Component, Path};

use rustix::fs::{Mode, OFlags, open};

use super::encoding::{TextError, text_of};
use crate::formats::faults::{FileFault, Problem, ReadError};
use crate::text::harmless::reason;

/// The text of the file that a descriptor in `folder` names, if it has at most `most` bytes. A dataset that is no file has
/// no folder.
pub fn text_of_named(folder: Option<&Path>, path: &str, most: usize) -> Result<String, FileFault> {
    let folder = folder.ok_or(FileFault::NoFolder)?;
    let named = Path::new(path);
    let mut parts = named.components();
    if path.contains("://") || !parts.all(|part| matches!(part, Component::Normal(_) | Component::CurDir)) {
        return Err(FileFault::Outside);
    }
    if is_hidden(named) {
        return Err(FileFault::Hidden);
    }
    let file = open_inside(folder, named)?;
    // A file that is known to be too large is not read first.
    if file.metadata().is_ok_and(|metadata| metadata.len() > most as u64) {
        return Err(FileFault::TooLarge);
    }
    text_of(path, file, most).map_err(|error| match error {
        TextError::TooLarge => FileFault::TooLarge,
        // Its name stands before the fault.
        TextError::Unread(ReadError::Invalid { mut problems, .. }) if problems.len() == 1 => {
            let Problem { line, column, what, .. } = problems.remove(0);
            FileFault::NotText { line, column, what }
        }
        TextError::Unread(error) => FileFault::Unread(error),
    })
}

fn open_inside(folder: &Path, named: &Path) -> Result<File, FileFault> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let unopened = |error: io::Error| FileFault::Unopened(reason(&error));
    let folder = folder.canonicalize().map_err(unopened)?;
    let target = folder.join(named).canonicalize().map_err(unopened)?;
    let Ok(inside) = target.strip_prefix(&folder) else { return Err(FileFault::LinkedOutside) };
    if is_hidden(inside) {
        return Err(FileFault::Hidden);
    }
    // This is asked before the file is opened, since opening a device can already do something.
    if !target.metadata().map_err(unopened)?.is_file() {
        return Err(FileFault::NotRegular);
    }
    let file = open_beneath(&folder, inside).map_err(unopened)?;
    // Another file may have taken its place in between.
    let is_regular = file.metadata().map_err(unopened)?.is_file();
    if is_regular { Ok(file) } else { Err(FileFault::NotRegular) }
}

/// True if a part of the path begins with a dot, which the Data Package standard forbids.
fn is_hidden(path: &Path) -> bool {
    path.components()
        .any(|part| matches!(part, Component::Normal(name) if name.as_encoded_bytes().starts_with(b".")))
}

/// Opens a file without waiting for the writer of a FIFO, and without following a link that was put there since the path
/// was resolved.
fn open_beneath(folder: &Path, inside: &Path) -> io::Result<File> {
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{ResolveFlags, openat2};
        use rustix::io::Errno;

        let folder = open(folder, OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?;
        let resolve = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS;
        match openat2(&folder, inside, flags, Mode::empty(), resolve) {
            // Old kernels do not have the call, and some sandboxes refuse it.
            Err(Errno::NOSYS | Errno::PERM) => {}
            opened => return Ok(File::from(opened?)),
        }
    }
    Ok(File::from(open(folder.join(inside), flags | OFlags::NOFOLLOW, Mode::empty())?))
}
