"""Tell what is wrong with an annotated file: a misplaced comment, or anything else changed."""

from __future__ import annotations

import re
import unicodedata

from lint_disclosure.annotate.annotating import Annotated, annotate
from lint_disclosure.annotate.note import Note
from lint_disclosure.api import read
from lint_disclosure.engine import Selection
from lint_disclosure.finding import Finding
from lint_disclosure.reading.pages.forms import plain
from lint_disclosure.rulepack.model import RulePack
from tests.annotate.opened import CHANGED, CONTENT, OPEN, Seen, members
from tests.clothes.model import Report

EVERYTHING = Selection(profile="all")
_SHEETS = re.compile(r"xl/worksheets/(_rels/)?[^/]*")


def problems(report: Report, data: bytes, suffix: str, pack: RulePack) -> list[str]:
    """What is wrong, in words; ``data`` is the report as a file that is not annotated yet."""
    name = f"report{suffix}"
    made = annotate(data, name=name, pack=pack, selection=EVERYTHING)
    found = [*_places(report, data, made, suffix, pack)]
    if CONTENT[suffix](data) != CONTENT[suffix](made.data):
        found.append("the content differs")
    found += _parts(data, made.data, suffix)
    again = annotate(made.data, name=name, pack=pack, selection=EVERYTHING)
    if again.data != made.data:
        found.append("a second run gives another file")
    none = annotate(made.data, name=name, pack=pack, selection=Selection(select=("XTX999",)))
    if OPEN[suffix](none.data):
        found.append("comments stay without findings")
    if suffix in (".html", ".pdf") and none.data != data:
        found.append("without findings it is not the file that it was")
    return found


def _places(report: Report, data: bytes, made: Annotated, suffix: str, pack: RulePack) -> list[str]:
    """Each note has its comment, at the words that the finding is about."""
    seen = OPEN[suffix](made.data)
    text = read(data, name=f"report{suffix}", pack=pack).source.text
    found: list[str] = []
    if len(seen) != len(made.notes):
        found.append(f"{len(made.notes)} notes, {len(seen)} comments")
    if not made.notes:
        found.append("nothing was found")
    for number, note in enumerate(made.notes):
        lines = tuple(map(_squeezed, note.lines))
        alike = [one for one in seen if _comparable(one.lines) == lines]
        findings = made.result.findings
        finding = findings[number] if number < len(findings) else None
        why = [_wrong(report, one, note, finding, text, suffix) for one in alike]
        if not alike or all(why):
            found.append(f"{note.lines[0]}: {why or 'no comment'}")
    return found


def _comparable(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_squeezed(line) for line in lines)


def _wrong(
    report: Report, seen: Seen, note: Note, finding: Finding | None, text: str, suffix: str
) -> str:
    """Why a comment is not at the words of a note; empty if it is."""
    wanted = "".join(_squeezed(text[start:end]) for start, end in note.spans)
    words = _squeezed(seen.words)
    if suffix == ".xlsx":
        # A title over two rows is told at the first.
        good = wanted in words or (bool(words) and wanted.startswith(words))
    elif suffix == ".pdf":
        good = _bare(words) == _bare(wanted)
    elif suffix == ".docx" and not wanted:
        good = True  # The whole paragraph: there are no words.
    else:
        good = words == wanted or (suffix == ".docx" and words != "" and wanted.startswith(words))
    if not good and not (suffix == ".docx" and _is_a_number(wanted)):
        return f"at {seen.words!r}, not at {wanted!r}"
    place = finding.place if finding else None
    if place and place.table and place.row and place.column and note.placed:
        row = report.form.tables[place.table].rows[place.row]
        cell = report.tables[place.table].get((place.row, place.column))
        at_label = cell is not None and not cell.text and wanted  # Its row is not read as one.
        if cell is not None and not at_label and _squeezed(cell.text) != words:
            return f"at {words!r}, the cell holds {cell.text!r}"
        label = _squeezed(row.label)
        if place.table == "requests" and label not in _squeezed(seen.around) and suffix != ".pdf":
            return f"in the row {seen.around!r}, not {label!r}"
    return ""


def _bare(text: str) -> str:
    """The words without punctuation, whose boxes on a page reach over those beside them."""
    return "".join(char for char in map(plain, text) if char.isalnum())


def _is_a_number(text: str) -> bool:
    """Whether it is a mark that Word writes itself: a comment then stands at the paragraph."""
    return bool(re.fullmatch(r"[（(]?[一二三四五六七八九十\d]+[)）、.]?.*", text))


def _squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).replace("|", "")


def _parts(old: bytes, new: bytes, suffix: str) -> list[str]:
    """Parts of the package that changed and should not have."""
    if suffix == ".pdf":
        return [] if new.startswith(old) else ["the old bytes are not at the start"]
    if suffix not in CHANGED:
        return []
    before, after = members(old), members(new)
    found = [
        f"{name} changed"
        for name, part in before.items()
        if after.get(name) != part
        and name not in CHANGED[suffix]
        and not (suffix == ".xlsx" and _SHEETS.fullmatch(name))
    ]
    if list(after)[: len(before)] != list(before):
        found.append("parts stand in another order")
    if any(part[2] != after[name][2] for name, part in before.items()):
        found.append("times differ")
    found += [
        f"{name} is new"
        for name in set(after) - set(before)
        if not re.search(r"comments|vmlDrawing|_rels", name)
    ]
    return found
