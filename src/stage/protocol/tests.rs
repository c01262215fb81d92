use std::time::Duration;

use proptest::prelude::*;

use super::*;
use crate::dataset::Emphasis;
use crate::formats::Fingerprint;
use crate::stage::{ClockReading, Remote, Scene, SceneState, SpeakerView};

fn hello() -> Hello {
    Hello { data: Fingerprint::default().with("figures"), title: "Ports \"in\" 2024".to_owned(), steps: 12 }
}

fn scene() -> Scene {
    Scene {
        data: hello().data,
        step: 4,
        steps: 12,
        id: "partners".to_owned(),
        title: "Five partners".to_owned(),
        text: "Two of them are not published.".to_owned(),
        view: "partners?row=total-kgz&zoom".to_owned(),
        show: Some(Emphasis::Proof),
        shown: Some(3),
        line: Some(2),
        blank: false,
        off: false,
        state: SceneState::Live,
        minutes: 0,
    }
}

fn briefing() -> Briefing {
    let seconds = Duration::from_secs;
    let clock = ClockReading {
        running: true,
        elapsed: Duration::from_millis(271_004),
        planned: seconds(490),
        step_elapsed: seconds(31),
        step_planned: seconds(60),
        planned_before: seconds(220),
    };
    let notes = vec!["Wait at the two without a number.".to_owned(), "The line is 50 %.".to_owned()];
    let view = SpeakerView { notes, next: Some("Four that grew".to_owned()), left: 2, clock };
    Briefing { view, followers: 3, trouble: None }
}

/// Everything that is heard if a connection delivers these pieces.
fn heard(pieces: &[&[u8]]) -> Vec<Heard> {
    let (mut listener, mut all) = (Listener::default(), Vec::new());
    for piece in pieces {
        if listener.take(piece, |heard| all.push(heard)).is_err() {
            break;
        }
    }
    all
}

fn scene_heard(scene: Scene) -> Heard {
    Heard::Scene(Box::new(scene), None)
}

#[test]
fn a_scene_arrives_as_it_was_sent() {
    let talk = hello().line(Channel::Stage) + &scene_line(&scene(), 18);
    assert_eq!(heard(&[talk.as_bytes()]), [Heard::Hello(hello()), scene_heard(scene())]);
}

#[test]
fn a_line_is_what_the_documents_say() {
    let line = scene_line(&Scene { shown: None, line: None, show: None, ..scene() }, 18);
    let expected = "{\"seq\":18,\"view\":\"partners?row=total-kgz&zoom\",\"step\":5,\"id\":\"partners\",\
        \"title\":\"Five partners\",\"text\":\"Two of them are not published.\",\"show\":\"\",\
        \"blank\":false,\"off\":false,\"state\":\"live\"}\n";
    assert_eq!(line, expected);
}

#[test]
fn notes_go_to_the_speaker_alone() {
    let talk = hello().line(Channel::Notes) + &briefing_line(&scene(), &briefing(), 1);
    let [_, Heard::Scene(_, Some(heard_briefing))] = &heard(&[talk.as_bytes()])[..] else { panic!("{talk}") };
    assert_eq!(**heard_briefing, briefing());
    assert!(!scene_line(&scene(), 1).contains("notes"));
}

#[test]
fn commands_are_these_and_no_others() {
    let all = [
        Remote::Next,
        Remote::Back,
        Remote::Go(0),
        Remote::Go(11),
        Remote::Blank,
        Remote::Number,
        Remote::Spotlight,
        Remote::Return,
        Remote::Clock,
    ];
    for remote in all {
        let line = command_line(remote).expect("a command");
        assert_eq!(parse_command(line.trim_end().as_bytes()), Some(remote), "{line}");
    }
    assert_eq!(command_line(Remote::Followers(3)), None);
    for other in [
        "",
        "next",
        "{\"do\":\"quit\"}",
        "{\"do\":\"go\"}",
        "{\"do\":\"go\",\"step\":0}",
        "{\"do\":\"go\",\"step\":-1}",
        "{\"do\":\"go\",\"step\":1e3}",
        "{\"do\":[\"next\"]}",
        "[{\"do\":\"next\"}]",
    ] {
        assert_eq!(parse_command(other.as_bytes()), None, "{other}");
    }
    let padded = format!("{{\"do\":\"next\",\"more\":\"{}\"}}", "x".repeat(COMMAND_BYTES));
    assert_eq!(parse_command(padded.as_bytes()), None, "too long");
}

#[test]
fn unknown_members_are_ignored_and_a_newer_version_is_reported() {
    let talk = "{\"horgos\":1,\"stage\":\"hello\",\"data\":\"zz\",\"colour\":\"blue\"}\n\
        {\"seq\":3,\"view\":\"a\",\"show\":\"hologram\",\"state\":\"dreaming\",\"step\":2,\"smell\":{\"of\":[1]}}\n";
    let [Heard::Hello(said), Heard::Scene(seen, None)] = &heard(&[talk.as_bytes()])[..] else {
        panic!("{talk}")
    };
    assert_eq!((said.data, said.steps), (Fingerprint::default(), 0));
    assert_eq!((seen.show, seen.state, seen.step, seen.shown), (None, SceneState::Live, 1, None));
    let newer = format!("{{\"horgos\":2,\"stage\":\"hello\"}}\n{}", scene_line(&scene(), 1));
    assert_eq!(heard(&[newer.as_bytes()]), [Heard::Newer(2)]);
    assert_eq!(heard(&[FULL.as_bytes()]), [Heard::Full]);
}

#[test]
fn scenes_never_go_back_but_with_a_new_hello() {
    let at = |seq| scene_line(&Scene { step: usize::try_from(seq).expect("small"), ..scene() }, seq);
    let hello = hello().line(Channel::Stage);
    let talk = hello.clone() + &at(5) + &at(5) + &at(4) + &at(6) + &hello + &at(1) + &at(2);
    let seqs: Vec<usize> = heard(&[talk.as_bytes()])
        .into_iter()
        .filter_map(|heard| match heard {
            Heard::Scene(scene, _) => Some(scene.step),
            Heard::Hello(_) | Heard::Full | Heard::Newer(_) => None,
        })
        .collect();
    assert_eq!(seqs, [5, 6, 1, 2]);
}

#[test]
fn the_newest_line_alone_is_enough() {
    let expected = Scene { data: Fingerprint::default(), steps: 0, ..scene() };
    assert_eq!(heard(&[scene_line(&scene(), 18).as_bytes()]), [scene_heard(expected)]);
}

#[test]
fn a_line_without_an_end_is_given_up() {
    let mut listener = Listener::default();
    let piece = [b'x'; 4096];
    for _ in 0..LINE_BYTES / piece.len() {
        assert_eq!(listener.take(&piece, |_| panic!("nothing was said")), Ok(()));
    }
    assert_eq!(listener.take(b"x", |_| panic!("nothing was said")), Err(LineTooLong));
    let hello = hello().line(Channel::Stage);
    assert_eq!(listener.take(format!("\n{hello}").as_bytes(), |_| panic!("too late")), Err(LineTooLong));
}

#[test]
fn nothing_that_drives_a_terminal_is_heard() {
    let evil = "\u{1b}]0;owned\u{7}\u{202e}\u{9b}31m\nsecond\tline";
    let scene = Scene { title: evil.to_owned(), text: evil.to_owned(), id: evil.to_owned(), ..scene() };
    let said = Hello { title: evil.to_owned(), ..hello() };
    let notes = SpeakerView { notes: vec![evil.to_owned()], next: Some(evil.to_owned()), ..briefing().view };
    let briefing = Briefing { view: notes, trouble: Some(evil.to_owned()), ..briefing() };
    let talk = said.line(Channel::Notes) + &briefing_line(&scene, &briefing, 1);
    let all = heard(&[talk.as_bytes()]);
    let [Heard::Hello(hello), Heard::Scene(scene, Some(briefing))] = &all[..] else { panic!("{all:?}") };
    let next = briefing.view.next.as_deref().unwrap_or_default();
    let trouble = briefing.trouble.as_deref().unwrap_or_default();
    let texts = [&hello.title, &scene.title, &scene.text, &scene.id, next, trouble];
    for text in texts.into_iter().chain(briefing.view.notes.iter().map(String::as_str)) {
        assert_eq!(crate::text::harmless::first_harmful(text), None, "{text}");
        assert!(text.len() <= TEXT_BYTES, "{text}");
    }
    assert_eq!(briefing.view.notes.len(), 2, "a line break is one between paragraphs");
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[\\\\\"]{0,3000}", "[a-zа-я…]{0,900}"]
}

fn any_scene() -> impl Strategy<Value = Scene> {
    let texts = (any_text(), any_text(), any_text(), any_text());
    let numbers = (any::<usize>(), any::<Option<usize>>(), any::<Option<usize>>());
    let states =
        prop::sample::select(vec![SceneState::Live, SceneState::Held, SceneState::Paused, SceneState::Ended]);
    (texts, numbers, states, any::<bool>(), any::<bool>()).prop_map(
        |((id, title, text, view), (step, shown, line), state, blank, off)| Scene {
            step: step / 2,
            shown,
            line: line.map(|line| line / 2),
            id,
            title,
            text,
            view,
            state,
            blank,
            off,
            ..scene()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_are_too_much(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        heard(&[&bytes]);
        let _ = parse_command(&bytes);
    }

    #[test]
    fn no_json_is_too_much(text in "(\\{\"(seq|horgos|do|view|clock|step)\":([0-9]{1,25}|\"[a-z]{0,5}\"|\\[+|\\{\\}|null),?[}\\]]*\n?){1,9}") {
        heard(&[hello().line(Channel::Stage).as_bytes(), text.as_bytes()]);
        let _ = parse_command(text.as_bytes());
    }

    #[test]
    fn it_does_not_matter_how_a_connection_cuts_its_bytes(
        scenes in prop::collection::vec(any_scene(), 1..4), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
    ) {
        let mut talk = hello().line(Channel::Stage);
        for (seq, scene) in (1..).zip(&scenes) {
            talk += &scene_line(scene, seq);
        }
        let whole = heard(&[talk.as_bytes()]);
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(talk.len())).collect();
        cuts.extend([0, talk.len()]);
        cuts.sort_unstable();
        let pieces: Vec<&[u8]> = cuts.windows(2).map(|cut| &talk.as_bytes()[cut[0]..cut[1]]).collect();
        prop_assert_eq!(heard(&pieces), whole);
    }

    #[test]
    fn whatever_is_shown_its_line_is_short_and_complete(scene in any_scene()) {
        let line = scene_line(&scene, 7);
        prop_assert!(line.len() <= SCENE_BYTES, "{}", line.len());
        prop_assert_eq!(line.find('\n'), Some(line.len() - 1), "one line");
        let all = heard(&[hello().line(Channel::Stage).as_bytes(), line.as_bytes()]);
        let [_, Heard::Scene(seen, None)] = &all[..] else { panic!("{all:?}") };
        prop_assert_eq!((seen.step, seen.shown, seen.line), (scene.step, scene.shown, scene.line));
        prop_assert_eq!((seen.state, seen.blank, seen.off), (scene.state, scene.blank, scene.off));
        prop_assert_eq!(&seen.view, if scene.view.len() <= VIEW_BYTES { &scene.view } else { "" });
        if scene.text.len() <= TEXT_BYTES && scene.text.chars().all(|c| c != '"' && c != '\\' && !crate::text::harmless::is_harmful(c)) {
            prop_assert_eq!(&seen.text, &scene.text);
        }
    }
}
