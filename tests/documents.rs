//! What the documents say of the program is what the program does.

use horgos::dashboard::BINDINGS;

#[path = "support/screen.rs"]
mod screen;

const README: &str = include_str!("../README.md");

/// What stands in the README between two comments.
fn part(name: &str) -> &'static str {
    let (start, end) = (format!("<!-- {name} -->\n"), format!("<!-- end of {name} -->"));
    let after = README.split_once(&start).unwrap_or_else(|| panic!("README.md has no {start}")).1;
    after.split_once(&end).unwrap_or_else(|| panic!("README.md has no {end}")).0
}

#[test]
fn the_picture_is_what_the_program_draws() {
    let drawn = format!("```text\n{}```\n", screen::text(&screen::bundled(100, 36)));
    assert_eq!(part("picture"), drawn, "\nthe README's picture should be:\n\n{drawn}");
}

#[test]
fn the_table_of_keys_is_the_table_of_bindings() {
    let code = |keys: String| keys.split(' ').map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" ");
    let rows =
        BINDINGS.iter().map(|binding| format!("| {} | {} |\n", code(binding.keys_shown()), binding.does));
    let table = format!("| keys | what they do |\n| --- | --- |\n{}", rows.collect::<String>());
    assert_eq!(part("keys"), table, "\nthe README's table should be:\n\n{table}");
}

#[test]
fn what_check_says_is_what_it_says() {
    let output =
        std::process::Command::new(env!("CARGO_BIN_EXE_horgos")).arg("check").output().expect("it runs");
    assert_eq!(part("check"), format!("```text\n{}```\n", String::from_utf8_lossy(&output.stdout)));
    assert_eq!(output.status.code(), Some(1), "a contradiction stands");
}
