"""Fix a file, check it again, and go on until nothing is left that can be fixed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lint_disclosure.editing import applied, keeps_numbers, overlaps, same_numbers
from lint_disclosure.finding import Edit, FileResult, Finding, Fix, Safety
from lint_disclosure.fixing.opening import opened
from lint_disclosure.fixing.target import NotPlaced, Splice, Target, spliced
from lint_disclosure.reading import read_document
from lint_disclosure.reading.unreadable import UnreadableFile

MOST_ROUNDS = 10
"""A fix that calls for another one, and so on: more often than that they go round in circles."""

_MOST_ALONE = 100
"""Fixes of a round that are tried one by one when they cannot be made together."""

Lint = Callable[[bytes], FileResult]


class Left(NamedTuple):
    """A fix that was wanted and not made, and why."""

    rule: str
    locator: str
    title: str
    zh: str
    en: str


class Fixed(NamedTuple):
    """What became of a file. ``data`` is as it was where ``made``, the fixes made, is 0."""

    data: bytes
    made: int
    left: tuple[Left, ...]
    result: FileResult


class _Chosen(NamedTuple):
    finding: Finding
    fix: Fix


def fixed(name: str, data: bytes, lint: Lint, wanted: Collection[Safety]) -> Fixed:
    """Make the fixes of the wanted kinds that findings of ``lint`` carry.

    A file that cannot be read or is no report is left alone. Of fixes that overlap the first is
    made; the others have their turn in the next round, if they are still called for. What is made
    is read again: unless it says exactly what was meant, with all its numbers, it is not made.
    """
    made = 0
    left: dict[tuple[str, str, str], Left] = {}
    result = lint(data)
    for _ in range(MOST_ROUNDS):
        chosen = [one for one in _chosen(result, wanted) if _key(one) not in left]
        if not chosen:
            break
        new, done, refused = _round(name, data, chosen)
        left.update((_key(one), _left(one, why)) for one, why in refused)
        if not done:
            break
        data, made = new, made + done
        result = lint(data)
    still = {(one.rule, one.locator, one.fix.title) for one in result.findings if one.fix}
    return Fixed(data, made, tuple(one for key, one in left.items() if key in still), result)


def _chosen(result: FileResult, wanted: Collection[Safety]) -> list[_Chosen]:
    """The fixes of the wanted kinds, those left out that overlap with one before."""
    found: list[_Chosen] = []
    taken: list[Edit] = []
    if result.status not in ("checked", "partly_checked"):
        return found
    for finding in result.findings:
        fix = finding.fix
        if fix is not None and fix.safety in wanted and not overlaps(fix.edits, taken):
            taken += fix.edits
            found.append(_Chosen(finding, fix))
    return found


def _round(
    name: str, data: bytes, chosen: Sequence[_Chosen]
) -> tuple[bytes, int, list[tuple[_Chosen, NotPlaced]]]:
    """The file with as many of the fixes as can be made, their number, and those that cannot."""
    try:
        document = read_document(name, data)
        target = opened(name, data, document)
    except NotPlaced as error:
        return data, 0, [(one, error) for one in chosen]
    except UnreadableFile as error:
        why = NotPlaced(error.zh, error.en)
        return data, 0, [(one, why) for one in chosen]
    text = document.source.text
    placed: list[tuple[_Chosen, list[Splice]]] = []
    refused: list[tuple[_Chosen, NotPlaced]] = []
    for one in chosen:
        try:
            placed.append((one, _splices(one.fix, text, target)))
        except NotPlaced as error:
            refused.append((one, error))
    new = _made(name, text, target, placed)
    if new is not None:
        return new, len(placed), refused
    good: list[tuple[_Chosen, list[Splice]]] = []
    for one, splices in placed:
        tried = (
            _made(name, text, target, [*good, (one, splices)]) if len(good) < _MOST_ALONE else None
        )
        if tried is None:
            refused.append((one, _NOT_AS_MEANT))
        else:
            good.append((one, splices))
            new = tried
    return (data if new is None else new), len(good), refused


_NOT_AS_MEANT = NotPlaced(
    "改后重新读取，与预期不符，没有改", "read again, the file did not say what was meant"
)
_NUMBERS = NotPlaced("会改动数字，数字从不自动改", "it would change a number; numbers never are")


def _splices(fix: Fix, text: str, target: Target) -> list[Splice]:
    """The changes of a fix. Raises NotPlaced."""
    if any(char in edit.replacement for edit in fix.edits for char in "\r\n"):
        raise _NOT_AS_MEANT
    if not keeps_numbers(text, fix.edits):
        raise _NUMBERS
    return [target.splice(edit) for edit in fix.edits]


def _made(
    name: str, text: str, target: Target, placed: Sequence[tuple[_Chosen, list[Splice]]]
) -> bytes | None:
    """The file with the fixes; None unless it is read as exactly what they mean."""
    if not placed:
        return None
    wanted = applied(text, [edit for one, _ in placed for edit in one.fix.edits])
    splices = [splice for _, own in placed for splice in own]
    if not same_numbers(text, wanted) or _overlap(splices):
        return None
    try:
        new = target.finished(spliced(target.content, splices))
        read = read_document(name, new).source.text
    except UnreadableFile:
        return None
    return new if read == wanted else None


def _overlap(splices: Sequence[Splice]) -> bool:
    ordered = sorted(splices)
    return any(one.end > after.start for one, after in pairwise(ordered))


def _key(one: _Chosen) -> tuple[str, str, str]:
    return one.finding.rule, one.finding.locator, one.fix.title


def _left(one: _Chosen, why: NotPlaced) -> Left:
    return Left(*_key(one), why.zh, why.en)


def left_words(left: Sequence[Left], lang: str) -> Iterator[str]:
    """What was not made, one line each."""
    for one in left:
        if lang == "en":
            yield f"{one.rule} {one.locator}: {one.title} - not made: {one.en}"
        else:
            yield f"{one.rule} {one.locator}：{one.title}——没有改：{one.zh}"
