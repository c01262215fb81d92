//! The files of sockets: their rights, and what becomes of those that were there before.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};

use horgos::stage::{SharedWith, Socket, SocketFault, default_folder, ensure_folder};

use super::alone;

fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).expect("it is there").mode() & 0o777
}

#[test]
fn a_socket_is_open_to_those_who_were_named_and_goes_with_its_owner() {
    let _alone = alone();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("s.sock");
    for (share, expected) in
        [(SharedWith::Owner, 0o600), (SharedWith::Group, 0o660), (SharedWith::All, 0o666)]
    {
        let socket = Socket::bind(&path, share).expect("a socket");
        assert_eq!(mode(&path), expected);
        drop(socket);
        assert!(!path.exists());
    }
}

#[test]
fn a_live_one_is_refused_and_a_dead_one_replaced() {
    let _alone = alone();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("s.sock");
    let dead = UnixListener::bind(&path).expect("a socket");
    drop(dead);
    assert!(path.exists(), "a socket does not go by itself");
    let socket = Socket::bind(&path, SharedWith::Owner).expect("the dead one is replaced");
    let refused = Socket::bind(&path, SharedWith::Owner).expect_err("it is live");
    assert!(refused.to_string().contains("another talk is running there"), "{refused}");
    assert!(UnixStream::connect(&path).is_ok(), "the live one goes on");
    drop(socket);
}

#[test]
fn anything_else_is_left_alone() {
    let _alone = alone();
    let folder = tempfile::tempdir().expect("a folder");
    let (file, link) = (folder.path().join("file"), folder.path().join("link"));
    fs::write(&file, "kept").expect("a file");
    symlink(folder.path().join("elsewhere"), &link).expect("a link");
    for path in [&file, &link] {
        assert!(
            matches!(Socket::bind(path, SharedWith::Owner), Err(SocketFault::NoSocket(_))),
            "{}",
            path.display()
        );
    }
    assert_eq!(fs::read_to_string(&file).expect("there"), "kept");
}

#[test]
fn the_socket_of_another_talk_is_not_removed() {
    let _alone = alone();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("s.sock");
    let first = Socket::bind(&path, SharedWith::Owner).expect("a socket");
    fs::remove_file(&path).expect("somebody removes it");
    // Whatever has the old number of the file now is not the new socket.
    fs::write(folder.path().join("other"), "").expect("a file");
    let second = Socket::bind(&path, SharedWith::Owner).expect("another");
    drop(first);
    assert!(path.exists());
    drop(second);
    assert!(!path.exists());
}

#[test]
fn a_path_that_no_socket_can_have_is_refused_in_a_sentence() {
    let _alone = alone();
    let folder = tempfile::tempdir().expect("a folder");
    let long = folder.path().join("x".repeat(150));
    for path in [long, folder.path().join("no folder").join("s.sock")] {
        let refused = Socket::bind(&path, SharedWith::Owner).expect_err("no such socket").to_string();
        assert!(refused.contains(": ") && !refused.contains("os error"), "{refused}");
    }
}

#[test]
fn the_usual_folder_is_ours_alone() {
    let _alone = alone();
    let outer = tempfile::tempdir().expect("a folder");
    let path = outer.path().join("horgos");
    ensure_folder(&path).expect("it is made");
    assert_eq!(mode(&path), 0o700);
    ensure_folder(&path).expect("it is there");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it is ours");
    assert!(ensure_folder(&path).expect_err("open to others").to_string().contains("other accounts"));
    let link = outer.path().join("link");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).expect("it is ours");
    symlink(&path, &link).expect("a link");
    assert!(ensure_folder(&link).expect_err("a link").to_string().contains("not a folder"));
}

#[test]
fn the_folder_of_the_session_goes_before_the_temporary_one() {
    let from = |variables: &[(&str, &str)]| {
        let get =
            |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).into());
        default_folder(&get)
    };
    let own =
        |folder: &str| PathBuf::from(format!("{folder}/horgos-{}", rustix::process::geteuid().as_raw()));
    assert_eq!(
        from(&[("XDG_RUNTIME_DIR", "/run/user/7"), ("TMPDIR", "/t")]),
        PathBuf::from("/run/user/7/horgos")
    );
    assert_eq!(from(&[("XDG_RUNTIME_DIR", "relative"), ("TMPDIR", "/t")]), own("/t"));
    assert_eq!(from(&[("TMPDIR", "")]), own("/tmp"));
}
