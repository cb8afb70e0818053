"""For fish: a line for each option of each command."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_disclosure.cli.completion.described import Described, Words

_HEAD = """\
# fish completion for disclosure-lint
function __disclosure_lint_is
    set -l words (commandline -opc)
    set -e words[1]
    set -l wanted (string split ' ' -- $argv[1])
    if test "$argv[1]" = check
        contains -- "$words[1]" $argv[2..]
        and return 1
        return 0
    end
    test (count $words) -ge (count $wanted)
    and test "$words[1..$(count $wanted)]" = "$argv[1]"
end
function __disclosure_lint_at
    set -l words (commandline -opc)
    set -e words[1]
    test "$words" = "$argv[1]"
end
"""


_AT_START = "'__disclosure_lint_at \"\"'"


def script(commands: Sequence[Words]) -> str:
    """The script."""
    return _HEAD + "".join(f"complete -c disclosure-lint {line}\n" for line in _lines(commands))


def _lines(commands: Sequence[Words]) -> Iterator[str]:
    firsts = list(dict.fromkeys(one.words[0] for one in commands))
    for first in firsts:
        ones = [one for one in commands if one.words[0] == first]
        text = ones[0].help if len(ones[0].words) == 1 else " | ".join(one.words[1] for one in ones)
        yield f"-n {_AT_START} -a {first} -d {_quoted(text)}"
        for one in ones:
            if len(one.words) == 2:
                when = _quoted(f"__disclosure_lint_at {first}")
                yield f"-n {when} -f -a {one.words[1]} -d {_quoted(one.help)}"
    others = " ".join(first for first in firsts if first != "check")
    for one in commands:
        name = " ".join(one.words)
        when = f'__disclosure_lint_is "{name}"' + (f" {others}" if name == "check" else "")
        for option in one.options:
            yield f"-n {_quoted(when)} {_option(option)}"
        if one.argument.choices:
            yield f"-n {_quoted(when)} -f -a {_quoted(' '.join(one.argument.choices))}"


def _option(option: Described) -> str:
    names = [
        f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names
    ]
    value = option.value
    taken = ""
    if value.kind == "prefix" and not value.after:
        taken = f" -r -F -a {_quoted(' '.join(value.choices))}"
    elif value.kind == "prefix":
        words = [f"{choice}{word}" for choice in value.choices for word in value.after]
        taken = f" -x -a {_quoted(' '.join(words))}"
    elif value.choices:
        taken = f" -x -a {_quoted(' '.join(value.choices))}"
    elif value.kind == "folder":
        taken = " -x -a '(__fish_complete_directories)'"
    elif value.kind == "file":
        taken = " -r -F"
    elif value.kind != "flag":
        taken = " -x"
    return f"{' '.join(names)}{taken} -d {_quoted(option.help)}"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
