"""Which rules are meant: codes, names and beginnings of codes, and levels for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lint_disclosure.cli.errors import Refused, did_you_mean
from lint_disclosure.finding import SEVERITIES

Names = Mapping[str, str]
"""Code to name of every rule."""


def codes(values: Sequence[str], rules: Names, option: str, lang: str) -> tuple[str, ...]:
    """The codes that the values of an option stand for; an unknown one is refused."""
    found: dict[str, None] = {}
    for value in _split(values):
        found.update(dict.fromkeys(_meant(value, rules, option, lang)))
    return tuple(found)


def levels(values: Sequence[str], lang: str) -> Iterator[tuple[str, str]]:
    """The rules and levels of ``--severity RULE=LEVEL``, as they were written."""
    for value in _split(values):
        selector, equals, level = (part.strip() for part in value.partition("="))
        if not selector or not equals or level not in SEVERITIES:
            known = "|".join(reversed(SEVERITIES))
            raise Refused(
                f"--severity {value}: write RULE={known}, e.g. ARI001=warning"
                if lang == "en"
                else f"--severity {value}：应写成 规则={known}，例如 ARI001=warning"
            )
        yield selector, level


def _split(values: Iterable[str]) -> Iterable[str]:
    for value in values:
        for part in value.replace("，", ",").split(","):
            if part.strip():
                yield part.strip()


def _meant(value: str, rules: Names, option: str, lang: str) -> list[str]:
    code = value.upper()
    found = [rule for rule, name in rules.items() if rule.startswith(code) or name == value]
    if found:
        return found
    near = did_you_mean(code, rules, lang) or did_you_mean(value, rules.values(), lang)
    raise Refused(
        f"{option} {value}: no such rule{near}"
        if lang == "en"
        else f"{option} {value}：没有这条规则{near}"
    )
