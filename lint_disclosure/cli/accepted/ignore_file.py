"""Read a file of suppressions; what is wrong in it is told line by line, and all at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from lint_disclosure.cli.accepted.entry import Suppression
from lint_disclosure.cli.config.toml_lines import key_lines
from lint_disclosure.cli.errors import Refused, did_you_mean
from lint_disclosure.place import Place

TABLE = "ignore"
KEYS = ("rule", "file", "place", "values", "reason", "until", "times")
_NEEDED = ("rule", "file", "place", "reason")
_MAX_BYTES = 1_000_000


class IgnoreFile(NamedTuple):
    """A file of suppressions: its path, its text with the line ends it has, and its entries."""

    path: str
    text: str
    entries: tuple[Suppression, ...]


def read_ignore_file(path: str, rules: Mapping[str, str], lang: str) -> IgnoreFile:
    """The suppressions in a file. Refused, with every line at fault, where it cannot be used.

    ``rules`` are the codes of all rules with their names.
    """
    try:
        with open(path, "rb") as stream:
            data = stream.read(_MAX_BYTES + 1)
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}") from None
    if len(data) > _MAX_BYTES:
        raise Refused(f"{path}: {'too large' if lang == 'en' else '文件太大'}")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(f"{path}: {'not UTF-8' if lang == 'en' else '不是 UTF-8 编码'}") from None
    return IgnoreFile(path, text, parse(text, path, rules, lang))


def parse(text: str, path: str, rules: Mapping[str, str], lang: str) -> tuple[Suppression, ...]:
    """The suppressions in a text; refused as ``read_ignore_file`` does."""
    import tomllib

    plain = text.removeprefix("\ufeff")
    try:
        data = tomllib.loads(plain)
    except (ValueError, RecursionError) as error:
        lead = "not valid TOML: " if lang == "en" else "TOML 写法有误："
        raise Refused(f"{path}: {lead}{error}") from None
    lines = key_lines(plain)
    reader = _Reader(rules, lang)
    problems = [
        f"{path}:{lines.get((key,), 1)}: {reader.unknown(key, (TABLE,))}"
        for key in data
        if key != TABLE
    ]
    tables = data.get(TABLE, [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        problems.append(f"{path}:{lines.get((TABLE,), 1)}: {reader.say(*_NO_TABLES)}")
        tables = []
    entries = []
    for number, table in enumerate(tables):
        head = lines.get((TABLE, number), lines.get((TABLE,), 1))
        wrong = [
            f"{path}:{lines.get((TABLE, number, key), head)}: {why}"
            for key, why in reader.problems(table)
        ]
        problems += wrong
        if not wrong:
            entries.append(reader.entry(table, head))
    if problems:
        raise Refused("\n".join(problems))
    return tuple(entries)


_NO_TABLES = (
    f"{TABLE} 应写成一条条 [[{TABLE}]]",
    f"{TABLE} must be written as [[{TABLE}]], once for each entry",
)


class _Reader:
    """Holds one entry against what it may say."""

    def __init__(self, rules: Mapping[str, str], lang: str) -> None:
        self.rules = rules
        self.codes = {name: code for code, name in rules.items()} | {code: code for code in rules}
        self.lang = lang

    def say(self, zh: str, en: str) -> str:
        return en if self.lang == "en" else zh

    def unknown(self, key: str, known: tuple[str, ...]) -> str:
        near = did_you_mean(key, known, self.lang)
        return self.say(f"不认识的键 {key}{near}", f"unknown key {key}{near}")

    def entry(self, table: Mapping[str, Any], line: int) -> Suppression:
        place = table["place"]
        return Suppression(
            rules=tuple(self.codes[word] for word in _listed(table["rule"])),
            file=table["file"],
            place=place if isinstance(place, str) else Place(**place),
            values=tuple(str(value) for value in table.get("values", ())),
            reason=table["reason"].strip(),
            until=_day(table.get("until")),
            times=table.get("times", 1),
            line=line,
        )

    def problems(self, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Keys with what is wrong with them, in the order of the file."""
        for key, value in table.items():
            if key not in KEYS:
                yield key, self.unknown(key, KEYS)
            else:
                why = getattr(self, f"_{key}")(value)
                if why:
                    yield key, why
        for key in _NEEDED:
            if key not in table:
                yield key, self.say(f"缺少 {key}（{_WHAT[key][0]}）", f"no {key} ({_WHAT[key][1]})")

    def _wanted(self, key: str) -> str:
        zh, en = _WHAT[key]
        return self.say(f"{key} 应为{zh}", f"{key} must be {en}")

    def _rule(self, value: Any) -> str:
        words = _listed(value)
        if not words or not all(isinstance(word, str) for word in words):
            return self._wanted("rule")
        for word in words:
            if word not in self.codes:
                near = did_you_mean(word.upper(), self.rules, self.lang) or did_you_mean(
                    word, self.rules.values(), self.lang
                )
                return self.say(
                    f"没有规则 {word}，要写完整的编号或名称{near}",
                    f"no rule {word}; write the whole code or name{near}",
                )
        return ""

    def _file(self, value: Any) -> str:
        fits = isinstance(value, str) and value.strip() and not set("/\\") & set(value)
        return "" if fits else self._wanted("file")

    def _place(self, value: Any) -> str:
        if isinstance(value, str):
            return "" if value.strip() else self._wanted("place")
        if not isinstance(value, dict) or not value:
            return self._wanted("place")
        for key, part in value.items():
            if key not in Place._fields:
                near = did_you_mean(key, Place._fields, self.lang)
                return self.say(
                    f"place 里不认识的键 {key}{near}", f"unknown key {key} in place{near}"
                )
            kind = int if key in ("section", "paragraph") else str
            if not isinstance(part, kind) or isinstance(part, bool):
                return self._wanted("place")
        return ""

    def _values(self, value: Any) -> str:
        fits = isinstance(value, list) and all(
            isinstance(one, str | int) and not isinstance(one, bool) for one in value
        )
        return "" if fits else self._wanted("values")

    def _reason(self, value: Any) -> str:
        return "" if isinstance(value, str) and value.strip() else self._wanted("reason")

    def _until(self, value: Any) -> str:
        return "" if _day(value) else self._wanted("until")

    def _times(self, value: Any) -> str:
        fits = isinstance(value, int) and not isinstance(value, bool) and value > 0
        return "" if fits else self._wanted("times")


_WHAT = {
    "rule": ("规则的完整编号或名称，同因的几条写成列表", "a whole code or name, or a list of them"),
    "file": ("同一文件夹里的文件名", "the name of a file in the same folder"),
    "place": (
        "位置：原文所示的位置，或 {table = …, row = …, column = …}",
        "the place, in the words that a finding shows or as {table = …, row = …, column = …}",
    ),
    "values": ("列表，写涉及的数或词", "a list of the numbers or words that take part"),
    "reason": ("理由，不能空着", "the reason, and not empty"),
    "until": ("日期，如 2026-12-31", "a date such as 2026-12-31"),
    "times": ("正整数", "a whole number from 1 up"),
}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _day(value: Any) -> date | None:
    """A day, as a date of TOML or as text; None where it is none."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value) if len(value) == 10 else None
        except ValueError:
            return None
    return value if isinstance(value, date) and not isinstance(value, datetime) else None
