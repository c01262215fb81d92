#!/usr/bin/env bash
# Guards of the architecture: what may name what, and how large a file may grow.
set -euo pipefail
cd "$(dirname "$0")/.."

failed=0
say() { printf 'guard: %s\n' "$*" >&2; failed=1; }

# The domain has never heard of a terminal.
if grep -rnE '\b(ratatui|crossterm)\b' src/dataset.rs src/dataset src/formats.rs src/formats src/analysis.rs src/analysis; then
    say 'dataset, formats and analysis name neither ratatui nor crossterm'
fi
# crossterm, the terminal library of ratatui, is named in the terminal's room only. Its types of keys are ours; its readers
# are not: they would take the bytes, and wait for the end of sequences that they do not know.
if grep -rlE '\bcrossterm\b' src | grep -vE '^src/terminal(\.rs|/)'; then
    say 'crossterm is named in src/terminal only'
fi
if grep -rnE '\bevent::(read|poll)\b|\bEventStream\b' src/terminal.rs src/terminal; then
    say 'no reader of crossterm runs'
fi
# One straight street: each room knows only rooms to its left.
rooms=(text dataset formats records analysis wording draft dashboard review stage screen terminal)
for at in "${!rooms[@]}"; do
    room=${rooms[$at]}
    for later in "${rooms[@]:$((at + 1))}" print cli; do
        if grep -rnE "crate::$later\b" "src/$room.rs" "src/$room" 2>/dev/null; then
            say "$room does not know $later"
        fi
    done
done
if grep -rnE 'crate::(screen|terminal|cli)\b' src/print.rs src/print; then
    say 'print knows neither screen, terminal nor cli'
fi
# No circles of files: none takes a type from a file that takes one from it. Files of the dashboard may all extend `App`.
type_edges() {
    awk '
        FNR == 1 {
            in_tests = in_use = 0
            module = FILENAME
            gsub(/.*\/|\.rs$/, "", module)
            modules[module] = 1
        }
        /^#\[cfg\(test\)\]/ { in_tests = 1 }
        in_tests || /^ *\/\// { next }
        match($0, /^ *(pub(\([a-z: ]+\))? )?(struct|enum|trait|type) [A-Z][A-Za-z0-9]*/) {
            name = substr($0, RSTART, RLENGTH)
            sub(/.* /, "", name)
            homes[name] = homes[name] == "" ? FILENAME : "several"
        }
        /^ *use / { in_use = 1; path = "" }
        in_use { path = path " " $0 }
        in_use && /;/ { uses[++statements] = path; users[statements] = FILENAME; in_use = 0 }
        END {
            modules["crate"] = modules["super"] = modules["self"] = 1
            for (statement = 1; statement <= statements; statement++) {
                gsub(/[^A-Za-z0-9_]/, " ", uses[statement])
                count = split(uses[statement], names, " ")
                if (!(names[2] in modules)) continue
                for (at = 3; at <= count; at++) {
                    home = homes[names[at]]
                    if (home == "" || home == "several" || home == users[statement]) continue
                    if (names[at] == "App" && users[statement] ~ /^src\/dashboard\//) continue
                    print users[statement], home
                }
            }
        }
    ' "$@"
}
circles=$(type_edges $(find src -name '*.rs' ! -name tests.rs ! -path '*/tests/*' | sort) | sort -u | tsort 2>&1 >/dev/null || true)
if [ -n "$circles" ]; then say "files in a circle: $circles"; fi
# English is made in wording: what analysis holds are codes. Tests, comments and attributes may say what they like.
sentences() {
    awk '
        FNR == 1 { in_tests = 0 }
        /^#\[cfg\(test\)\]/ { in_tests = 1 }
        in_tests || /^ *\/\// || /^ *#\[/ { next }
        {
            for (code = $0; match(code, /"[^"]*"/); code = substr(code, RSTART + RLENGTH)) {
                if (substr(code, RSTART, RLENGTH) ~ / /) { printf "%s:%d:%s\n", FILENAME, FNR, $0; found = 1 }
            }
        }
        END { exit !found }
    ' "$@"
}
if sentences src/analysis.rs $(find src/analysis -name '*.rs'); then
    say 'analysis holds no sentence: wording makes them'
fi
# Small files, no unsafe, no unwrap outside tests, no numbers that lose digits in the domain.
while read -r lines file; do
    [ "$file" = total ] || [ "$lines" -le 300 ] || say "$file has $lines lines, more than 300"
done < <(find src -name '*.rs' -exec wc -l {} +)
if grep -rnE '\bunsafe\b' src; then say 'no unsafe'; fi
if grep -rnE '\bf(32|64)\b' src/dataset src/formats src/analysis src/{dataset,formats,analysis}.rs; then
    say 'no floating point where figures are held'
fi
# The name of a type stands for one thing. Each kind of pane has its own `Rules` of one trait, told apart by its module.
doubled=$(grep -rhoE '^\s*(pub(\([a-z: ]+\))? )?(struct|enum|trait) [A-Z]\w+' src --include='*.rs' | awk '{print $NF}' |
    sort | uniq -d | grep -vx Rules || true)
if [ -n "$doubled" ]; then say "types with the same name:" $doubled; fi
if [ "$(grep -c '^name = "crossterm"$' Cargo.lock)" -ne 1 ]; then say 'one crossterm in the lock file'; fi

[ "$failed" -eq 0 ] && echo 'guards: the modules stand as ARCHITECTURE.md says'
exit "$failed"
