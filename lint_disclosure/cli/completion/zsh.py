"""For zsh: ``_arguments`` with the descriptions of the help."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint_disclosure.cli.completion.described import Described, Value, Words

_SPECIAL = re.compile(r"[\\\[\]:]")
_TAIL = """\
if [ "$funcstack[1] " = "_disclosure-lint " ]; then
    _disclosure-lint "$@"
else
    compdef _disclosure-lint disclosure-lint
fi
"""


def script(commands: Sequence[Words]) -> str:
    """The script; it can be sourced, or lie in a folder of ``fpath``."""
    return "#compdef disclosure-lint\n" + "\n".join(_lines(commands)) + "\n" + _TAIL


def _lines(commands: Sequence[Words]) -> Iterator[str]:
    single = [one for one in commands if len(one.words) == 1]
    groups: dict[str, list[Words]] = {}
    for one in commands:
        if len(one.words) == 2:
            groups.setdefault(one.words[0], []).append(one)
    yield "_disclosure-lint() {"
    yield "    local -a commands"
    listed = [(one.words[0], one.help) for one in single]
    listed += [(group, " | ".join(one.words[1] for one in ones)) for group, ones in groups.items()]
    yield f"    commands=({' '.join(_quoted(f'{name}:{text}') for name, text in listed)})"
    yield "    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then"
    yield "        _describe -t commands command commands"
    yield "        _files"
    yield "        return"
    yield "    fi"
    yield "    case $words[2] in"
    for group, ones in groups.items():
        yield f"    {group})"
        yield "        if (( CURRENT == 3 )); then"
        inner = " ".join(_quoted(f"{one.words[1]}:{one.help}") for one in ones)
        yield f"            commands=({inner})"
        yield "            _describe -t commands command commands"
        yield "            return"
        yield "        fi"
        yield "        case $words[3] in"
        for one in ones:
            yield f"        {one.words[1]}) shift 2 words; (( CURRENT -= 2 )); {_arguments(one)} ;;"
        yield "        esac ;;"
    for one in single:
        if one.words[0] != "check":
            yield f"    {one.words[0]}) shift words; (( CURRENT -= 1 )); {_arguments(one)} ;;"
    check = next(one for one in single if one.words[0] == "check")
    yield "    *) [[ $words[2] == check ]] && { shift words; (( CURRENT -= 1 )); }"
    yield f"        {_arguments(check)} ;;"
    yield "    esac"
    yield "}"


def _arguments(one: Words) -> str:
    specs = [spec for option in one.options for spec in _specs(option)]
    specs.append(_quoted(f"*:{' '.join(one.words)}:{_action(one.argument)}"))
    return "_arguments -s -S " + " ".join(specs)


def _specs(option: Described) -> Iterator[str]:
    """The option under each of its names; one that may come once rules the others out."""
    text = _SPECIAL.sub(r"\\\g<0>", option.help)
    value = "" if option.value.kind == "flag" else f": :{_action(option.value)}"
    for name in option.names:
        before = "*" if option.repeated else f"({' '.join(option.names)})"
        ending = "=" if name.startswith("--") and value else ""
        yield _quoted(f"{before}{name}{ending}[{text}]{value}")


def _action(value: Value) -> str:
    if value.kind == "prefix":
        ones = " ".join(choice.rstrip("=") for choice in value.choices)
        rest = f"compadd -- {' '.join(value.after)}" if value.after else "_files"
        return f"{{ if compset -P '*='; then {rest}; else compadd -S = -- {ones}; fi }}"
    if value.kind == "folder":
        return "_files -/"
    if value.kind == "file":
        return "_files"
    return f"({' '.join(value.choices)})" if value.choices else " "


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
