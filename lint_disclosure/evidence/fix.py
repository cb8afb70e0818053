"""From the fixes of a rule to the edits that end one of its findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lint_disclosure.editing import keeps_numbers
from lint_disclosure.evidence.verdict import Violation
from lint_disclosure.finding import Edit, Fix, Safety
from lint_disclosure.place import Span
from lint_disclosure.report.model import Report
from lint_disclosure.report.text_match import compiled
from lint_disclosure.rulepack.model import FixForm
from lint_disclosure.spot import PageSpot, SheetSpot


class _Change(NamedTuple):
    """A stretch of the text, and what it would become."""

    span: Span
    before: str
    after: str


def fix_of(forms: Sequence[FixForm], violation: Violation, report: Report, lang: str) -> Fix | None:
    """The first of the fixes that changes anything; None for none, and for what is private.

    What would change a number, or stands in a file that fixes cannot be made in (pages, sheets,
    what was converted to be read), is display-only.
    """
    if violation.private:
        return None
    for form in forms:
        if form.case is None or form.case in violation.cases[:1]:
            changes = _changes(form, violation, report)
            if changes:
                return _fix(form.safety, changes, report, lang)
    return None


def _changes(form: FixForm, violation: Violation, report: Report) -> list[_Change]:
    """What the fix would change, in order; nothing when a part of it cannot be told."""
    places = [violation.at.parts]
    if form.everywhere:
        places += [mark.parts for mark, _ in violation.related]
    found: dict[Span, _Change] = {}
    for parts in dict.fromkeys(places):
        for span in _spans(form, parts, report):
            before = report.source.text[span[0] : span[1]]
            if not _is_whole(report, span):
                return []
            after = _after(form, before)
            if after != before:
                found[span] = _Change(span, before, after)
    return [found[span] for span in sorted(found)]


def _spans(form: FixForm, parts: Iterable[Span], report: Report) -> Iterator[Span]:
    """The stretches of a place that are replaced; patterns see it folded and without blanks."""
    folded = report.folded
    offsets = [at for start, end in parts for at in range(start, end) if not folded[at].isspace()]
    if not offsets:
        return
    if form.find is None:
        yield offsets[0], offsets[-1] + 1
        return
    text = "".join([folded[at] for at in offsets])
    for match in compiled(form.find).finditer(text):
        yield offsets[match.start()], offsets[match.end() - 1] + 1


def _is_whole(report: Report, span: Span) -> bool:
    """Whether a stretch is on one line, and nothing in it was passed over when it was read."""
    for raw, folded in zip(
        report.source.text[span[0] : span[1]], report.folded[span[0] : span[1]], strict=True
    ):
        if raw in "\r\n" or (folded.isspace() and raw.isprintable() and not raw.isspace()):
            return False
    return True


def _after(form: FixForm, before: str) -> str:
    if form.text is not None:
        return form.text
    return before.translate(str.maketrans(form.old, form.new))


def _fix(safety: Safety, changes: Sequence[_Change], report: Report, lang: str) -> Fix:
    source = report.source
    edits = tuple(
        Edit(span, source.locate((span,)), replacement)
        for change in changes
        for span, replacement in _least(change)
    )
    spots = [spot for edit in edits for spot in edit.location.spots]
    paged = any(isinstance(spot, PageSpot | SheetSpot) for spot in spots)
    if paged or not source.writable or not keeps_numbers(source.text, edits):
        safety = "display-only"
    return Fix(safety, _title(changes, lang), edits)


def _least(change: _Change) -> Iterator[tuple[Span, str]]:
    """The differing characters only, so that an edit seldom reaches over markup; never nothing."""
    (start, end), before, after = change
    if len(before) == len(after):
        at = 0
        while at < len(before):
            stop = at
            while stop < len(before) and before[stop] != after[stop]:
                stop += 1
            if stop > at:
                yield (start + at, start + stop), after[at:stop]
            at = stop + 1
        return
    shorter = min(len(before), len(after))
    head = tail = 0
    while head < shorter and before[head] == after[head]:
        head += 1
    while tail < shorter - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    if head + tail == len(before) and head:
        head -= 1  # What is inserted goes with the character before it, into the same run.
    elif head + tail == len(before):
        tail -= 1
    yield (start + head, end - tail), after[head : len(after) - tail]


def _title(changes: Sequence[_Change], lang: str) -> str:
    first, count = changes[0], len(changes)
    before = "".join(first.before.split())
    if lang == "en":
        more = f" ({count} places)" if count > 1 else ""
        return f"write “{first.after}” for “{before}”{more}"
    more = f"（共 {count} 处）" if count > 1 else ""
    if not first.after:
        return f"删去「{before}」{more}"
    return f"「{before}」改为「{first.after}」{more}"
