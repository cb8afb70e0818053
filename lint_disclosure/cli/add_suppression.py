"""``check --add-suppression``: write suppressions for findings that are there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lint_disclosure.cli.accepted.beside import NAME
from lint_disclosure.cli.accepted.ignore_file import parse, read_ignore_file
from lint_disclosure.cli.accepted.writing import entries_for, with_entries
from lint_disclosure.cli.errors import Refused, did_you_mean
from lint_disclosure.cli.output import open_file
from lint_disclosure.cli.paths import Input
from lint_disclosure.finding import FileResult, Finding
from lint_disclosure.render.width import visible


class Wanted(NamedTuple):
    """Of which rules findings are to be suppressed, why, and until when."""

    rules: frozenset[str]
    reason: str
    until: date | None


def wanted(
    words: Sequence[str],
    reason: str | None,
    until: str | None,
    rules: Mapping[str, str],
    lang: str,
) -> Wanted:
    """What the options ask for; ``rules`` are all codes with their names."""
    if not words:
        raise Refused(
            "--reason and --until go with --add-suppression"
            if lang == "en"
            else "--reason、--until 要与 --add-suppression 同用"
        )
    codes = {name: code for code, name in rules.items()} | {code: code for code in rules}
    found = set()
    for word in (part.strip() for value in words for part in value.replace("，", ",").split(",")):
        if word not in codes:
            near = did_you_mean(word.upper(), rules, lang) or did_you_mean(
                word, rules.values(), lang
            )
            raise Refused(
                f"--add-suppression {word}: write the whole code or name of a rule{near}"
                if lang == "en"
                else f"--add-suppression {word}：要写规则的完整编号或名称{near}"
            )
        found.add(codes[word])
    if not (reason or "").strip():
        raise Refused(
            "--add-suppression needs --reason: whoever reads the file wants to know why"
            if lang == "en"
            else "--add-suppression 要同时用 --reason 写明理由"
        )
    return Wanted(frozenset(found), " ".join(str(reason).split()), _day(until, lang))


def add_suppressions(
    found: Sequence[Input],
    results: Iterable[FileResult],
    wanted: Wanted,
    rules: Mapping[str, str],
    lang: str,
) -> int:
    """Write the entries beside each report, and say how many; the exit code.

    A finding that also breaks a rule that was not named is left, and told: to suppress it would
    hide that rule as well. ``results`` are without what is suppressed already.
    """
    if any(item.data is not None for item in found):
        raise Refused(
            "--add-suppression needs a file, not standard input"
            if lang == "en"
            else "--add-suppression 要写明文件，不能用标准输入"
        )
    by_folder: dict[str, list[tuple[str, list[Finding]]]] = {}
    lines = []
    code = 0
    for result in results:
        if result.status == "unreadable":
            lines.append(f"{result.path}: {result.reason}")
            code = 2
        own = [one for one in result.findings if not wanted.rules.isdisjoint(one.rules)]
        lines += [
            _left(result.path, one, lang) for one in own if not wanted.rules.issuperset(one.rules)
        ]
        taken = [one for one in own if wanted.rules.issuperset(one.rules)]
        if taken:
            folder, name = os.path.split(result.path)
            by_folder.setdefault(folder, []).append((name, taken))
    for folder, files in by_folder.items():
        path = os.path.join(folder, NAME)
        count = _write(path, files, wanted, rules, lang)
        lines.append(f"{path}: {count} added" if lang == "en" else f"{path}：写入 {count} 条")
    if not by_folder:
        lines.append("nothing to suppress" if lang == "en" else "没有可以写入的问题")
    sys.stderr.write("".join(f"{visible(line)}\n" for line in lines))
    return code


def _write(
    path: str,
    files: Sequence[tuple[str, Sequence[Finding]]],
    wanted: Wanted,
    rules: Mapping[str, str],
    lang: str,
) -> int:
    """Put entries into a file, which is replaced as a whole; how many they are."""
    there = os.path.exists(path)
    before = read_ignore_file(path, rules, lang).text if there else ""
    entries = [
        entry
        for name, findings in files
        for entry in entries_for(findings, name, wanted.reason, wanted.until)
    ]
    after = with_entries(before, entries)
    try:
        parse(after, path, rules, lang)
    except Refused:
        raise Refused(
            f"{path}: cannot add to it; write its entries as [[ignore]]"
            if lang == "en"
            else f"{path}：没法往里添加；请把原有各条写成 [[ignore]]"
        ) from None
    file = open_file(path, lang)
    complete = False
    try:
        file.write(after)
        complete = True
    finally:
        file.close(complete)
    return len(entries)


def _left(path: str, finding: Finding, lang: str) -> str:
    codes = ",".join(sorted(finding.rules))
    if lang == "en":
        return (
            f"{path}: {finding.locator}: not written, the same cause breaks further rules; "
            f"name all: --add-suppression {codes}"
        )
    return (
        f"{path}：{finding.locator}：没有写入，这一处还同时违反别的规则；要一并忽略，用 "
        f"--add-suppression {codes}"
    )


def _day(text: str | None, lang: str) -> date | None:
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Refused(
            f"--until {text}: write a date such as 2026-12-31"
            if lang == "en"
            else f"--until {text}：应写成日期，如 2026-12-31"
        ) from None
    if day < date.today():
        raise Refused(
            f"--until {text}: this day is past" if lang == "en" else f"--until {text}：这一天已过"
        )
    return day
