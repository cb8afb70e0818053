"""For bash, which cuts words at ``=``: the script puts the pieces together again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_disclosure.cli.completion.described import Described, Value, Words

_HEAD = """\
# bash completion for disclosure-lint
_disclosure_lint() {
    local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}" cmd=check before=
    if [[ $cur == = ]]; then
        cur=
        before="${COMP_WORDS[COMP_CWORD-2]}"
    elif [[ $prev == = ]]; then
        prev="${COMP_WORDS[COMP_CWORD-2]}"
        before="${COMP_WORDS[COMP_CWORD-3]}"
    fi
    COMPREPLY=()
"""
_TAIL = """\
}
complete -o bashdefault -o default -F _disclosure_lint disclosure-lint
"""


def script(commands: Sequence[Words]) -> str:
    """The script."""
    return _HEAD + "".join(f"    {line}\n" for line in _lines(commands)) + _TAIL


def _lines(commands: Sequence[Words]) -> Iterator[str]:
    firsts = list(dict.fromkeys(one.words[0] for one in commands))
    groups: dict[str, list[str]] = {}
    for one in commands:
        if len(one.words) == 2:
            groups.setdefault(one.words[0], []).append(one.words[1])
    yield "if (( COMP_CWORD == 1 )) && [[ $cur != -* ]]; then"
    yield f"    {_reply(firsts)}; return"
    yield "fi"
    yield 'case "${COMP_WORDS[1]}" in'
    for first in firsts:
        if first in groups:
            yield f"    {first})"
            yield "        if (( COMP_CWORD == 2 )); then"
            yield f"            {_reply(groups[first])}; return"
            yield "        fi"
            yield f'        cmd="{first} ${{COMP_WORDS[2]}}" ;;'
        else:
            yield f"    {first}) cmd={first} ;;"
    yield "esac"
    yield 'case "$cmd,$before" in'
    for one in commands:
        for option in one.options:
            if option.value.kind == "prefix":
                yield f"    {_patterns(one, option)}) {_after(option.value)} return ;;"
    yield "esac"
    yield 'case "$cmd,$prev" in'
    for one in commands:
        for option in one.options:
            if option.value.kind != "flag":
                yield f"    {_patterns(one, option)}) {_taken(option.value)} return ;;"
    yield "esac"
    yield 'case "$cmd" in'
    for one in commands:
        names = [name for option in one.options for name in option.names]
        yield f'    "{" ".join(one.words)}")'
        yield f"        if [[ $cur == -* ]]; then {_reply(names)};"
        yield f"        else {_taken(one.argument) or ':;'} fi ;;"
    yield "esac"


def _patterns(one: Words, option: Described) -> str:
    return "|".join(f'"{" ".join(one.words)},{name}"' for name in option.names)


def _after(value: Value) -> str:
    return f"{_reply(value.after)};" if value.after else ""


def _taken(value: Value) -> str:
    """What to reply with for a value; nothing for files, which bash completes by itself."""
    if value.kind == "prefix":
        return f"compopt -o nospace; {_reply(value.choices)};"
    if value.kind == "folder":
        return 'COMPREPLY=($(compgen -d -- "$cur"));'
    return f"{_reply(value.choices)};" if value.choices else ""


def _reply(words: Sequence[str]) -> str:
    return f"COMPREPLY=($(compgen -W '{' '.join(words)}' -- \"$cur\"))"
