"""Check kind ``table_shape``: a table has the blocks, rows and columns of its form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from lint_disclosure.evidence.extra_rows import without_extra_rows
from lint_disclosure.evidence.label_wording import other_wording, words_of
from lint_disclosure.evidence.subject import Subject, listed, subject
from lint_disclosure.evidence.verdict import Verdict, Violation, decide
from lint_disclosure.place import Place
from lint_disclosure.report.folding import WIDTHS
from lint_disclosure.report.lookup import column_mark, row_mark, table_mark
from lint_disclosure.report.model import Label, Mark, Report, Table
from lint_disclosure.report.text_match import compiled, squeeze
from lint_disclosure.rulepack.model import Group, Rule

_NUMBERS = r"[\s|]*\d+[\s|]+\d"


class Result(NamedTuple):
    """What one kind of requirement gives."""

    violations: list[Violation]
    undecided: list[tuple[str, str]]


def check(rule: Rule, report: Report) -> Verdict:
    """Judge the table against the form that was recognised, not the one for the year."""
    found = subject(report, rule.options["table"])
    if isinstance(found, Verdict):
        return found
    found = without_extra_rows(report, found, rule.options.get("extra_rows", ()))
    return decide(*_REQUIREMENTS[rule.options["require"]](rule, report, found))


def _blocks(rule: Rule, report: Report, found: Subject) -> Result:
    """A block is missing when neither its caption nor any of its rows was seen."""
    form, table = found
    missing = [
        block.caption
        for block in form.blocks
        if block.key not in table.blocks and not _any_row(found, block.rows)
    ]
    result = _missing(lambda: table_mark(report, table.key), found, missing)
    if not missing and not _is_broken(table):
        own = [block.key for block in form.blocks]
        captions = {block.key: block.caption for block in form.blocks}
        result.violations.extend(_disorder(report, found, own, captions, table.blocks))
    return result


def _rows(rule: Rule, report: Report, found: Subject) -> Result:
    form, table = found
    group = form.groups.get(rule.options.get("except_group", ""))
    apart = set(group.rows) if group and len(group.rows) > 1 else set()
    apart.update(_rows_of_missing_blocks(found))
    own = [row for row in rule.options.get("rows") or form.rows if row not in apart]
    seen = _seen_rows(found)
    lost = [row for row in own if row not in seen]
    missing = [form.rows[row].label for row in lost]
    result = _missing(lambda: _block_mark(report, found, lost), found, missing)
    for row in own:
        label = table.rows.get(row)
        text = label and _reworded(report, found, label, form.rows[row].label)
        if text:
            mark = row_mark(report, table.key, row)
            result.violations.append(_wording(mark, found, text, form.rows[row].label))
    if not _is_broken(table):
        labels = {row: form.rows[row].label for row in own}
        result.violations.extend(_disorder(report, found, own, labels, table.rows))
    return result


def _row_group(rule: Rule, report: Report, found: Subject) -> Result:
    """The rows under a common label, all of them; one row in their place is the older form."""
    group = found.form.groups[rule.options["group"]]
    seen = _seen_rows(found)
    missing = [row for row in group.rows if row not in seen]
    labels = [found.form.rows[row].short for row in missing]
    if not missing:
        return Result([], [])
    label = _group_mark(report, found, group)
    if label and len(group.rows) > 1 and len(missing) == len(group.rows):
        start, end = label.parts[0][1], found.table.span[1]
        if compiled(_NUMBERS).match(report.folded, start, end):
            return Result([_gap(label, found, labels, group.label, "one_row")], [])
    at = label or table_mark(report, found.table.key)
    return _missing(lambda: at, found, labels, part=group.label)


def _columns(rule: Rule, report: Report, found: Subject) -> Result:
    form, table = found
    own = list(rule.options.get("columns") or form.columns)
    unseen = [column for column in own if column not in table.columns]
    missing = [form.columns[column].label for column in unseen if _is_cut(found, column)]
    gap = missing and not (table.torn or table.partial)
    result = Result([], [])
    if gap:
        at = table_mark(report, table.key)
        result.violations.append(_gap(at, found, missing, form.title, "missing"))
    for column in own:
        label, text = table.columns.get(column), form.columns[column].label
        seen = label and _reworded(report, found, label, text, header=True)
        if label and seen:
            mark = column_mark(report, table.key, column)
            result.violations.append(_wording(mark, found, seen, text))
    if form.layout == "grid" and not form.blocks and not _is_broken(table):
        # 总计 stands on the first line of a header of two lines, before the columns in between.
        labels = {column: form.columns[column].label for column in own if column != "total"}
        result.violations.extend(_disorder(report, found, own, labels, table.columns))
    return result


def _width(rule: Rule, report: Report, found: Subject) -> Result:
    """A table that is known by its number of values has all of them."""
    form, table = found
    full = len(form.cells())
    states = [one.state for one in table.cells.values()]
    actual = len(states) - states.count("absent") - states.count("unread")
    if actual < full and (table.loose or table.width):
        actual = table.width or len(table.loose)
    if actual == full:
        return Result([], [])
    if table.partial or not actual:
        return Result([], [_not_whole(found)])
    if actual > full:
        zh = f"{form.title}应有 {full} 个数，读到 {actual} 个，不能逐一对应"
        en = f"{actual} numbers were read in {form.title} in place of {full}"
        return Result([], [(zh, en)])
    violation = Violation(
        at=table_mark(report, table.key),
        slots={"table": form.title, "count": actual, "full": full},
        values=(str(actual),),
        cases=("torn",) if table.torn else ("missing",),
        expected=full,
        actual=actual,
        difference=actual - full,
    )
    return Result([violation], [])


_REQUIREMENTS: Mapping[str, Callable[[Rule, Report, Subject], Result]] = {
    "blocks": _blocks,
    "rows": _rows,
    "row_group": _row_group,
    "columns": _columns,
    "width": _width,
}


def _is_broken(table: Table) -> bool:
    """Labels and numbers are apart: what is missing or out of order may only look so."""
    return table.torn or bool(table.loose)


def _seen_rows(found: Subject) -> set[str]:
    return {*found.table.rows, *found.table.placed}


def _any_row(found: Subject, rows: Iterable[str]) -> bool:
    return not _seen_rows(found).isdisjoint(rows)


def _rows_of_missing_blocks(found: Subject) -> Iterable[str]:
    for block in found.form.blocks:
        if block.key not in found.table.blocks and not _any_row(found, block.rows):
            yield from block.rows


def _is_cut(found: Subject, column: str) -> bool:
    """No cell stands under the column, and the rest of its header was seen whole.

    Header words are what extraction tears first, so a label that is not there proves nothing.
    """
    form, table = found
    rows = [row for row in form.rows.values() if column in row.columns and row.key in table.rows]
    cells = [table.cells.get((row.key, column)) for row in rows]
    if any(cell is not None and cell.state not in ("absent", "unread") for cell in cells):
        return False
    blocks = [block for block in form.blocks if column in block.columns]
    header = {one for block in blocks for one in block.columns} or set(form.columns)
    if not form.blocks and (table.width is None or table.width >= len(header)):
        return False
    others = [table.columns.get(one) for one in header if one != column]
    return bool(rows) and all(label is not None for label in others)


def _reworded(
    report: Report, found: Subject, label: Label, own: str, *, header: bool = False
) -> str | None:
    """The label as printed, if it is worded otherwise; ``exact`` passes over other remarks."""
    if found.table.torn or (label.exact and "（" not in own[1:]):
        return None
    folded = "".join(report.folded[start:end] for start, end in label.parts)
    if other_wording(folded, own, header=header) is None:
        return None
    return squeeze(report.source.cut(label.parts)).strip("|*#")


def _not_whole(found: Subject) -> tuple[str, str]:
    title = found.form.title
    if found.table.partial:
        return f"文本在{title}中间中断", f"the text breaks off within {title}"
    return f"{title}的文字与数字没有完整读出", f"{title} could not be read completely"


def _group_mark(report: Report, found: Subject, group: Group) -> Mark | None:
    """The place of the label that the rows of a group have in common, if the table shows it."""
    table, words = found.table, words_of(group.label)
    at = report.folded.find(words, *table.span)
    if at < 0:
        return None
    place = Place(found.form.section, table=table.key, row=group.key)
    start = at - len(group.label) + len(words)
    if WIDTHS.fold(group.label) != report.folded[start : at + len(words)]:
        start = at
    return Mark(place, ((start, at + len(words)),), f"{found.form.title}「{group.label}」")


def _block_mark(report: Report, found: Subject, rows: Sequence[str]) -> Mark:
    """The caption of the block that the first of some rows belongs to; else the table."""
    form, table = found
    mark = table_mark(report, table.key)
    for block in form.blocks:
        caption = table.blocks.get(block.key)
        if caption is not None and rows and rows[0] in block.rows:
            return mark._replace(parts=caption.parts, locator=f"{form.title}「{block.caption}」")
    return mark


def _missing(
    at: Callable[[], Mark], found: Subject, missing: list[str], part: str | None = None
) -> Result:
    """One violation for all that is missing; undecided where it may only not have been read."""
    if not missing:
        return Result([], [])
    if _is_broken(found.table) or found.table.partial:
        return Result([], [_not_whole(found)])
    return Result([_gap(at(), found, missing, part or found.form.title, "missing")], [])


def _gap(at: Mark, found: Subject, missing: list[str], part: str, case: str) -> Violation:
    return Violation(
        at=at,
        slots={
            "table": found.form.title,
            "missing": listed(missing),
            "count": len(missing),
            "part": part,
        },
        values=tuple(missing),
        cases=(case,),
    )


def _wording(mark: Mark, found: Subject, seen: str, own: str) -> Violation:
    return Violation(
        at=mark,
        slots={"table": found.form.title, "label": own, "seen": seen},
        values=(seen,),
        cases=("wording",),
        expected=own,
        actual=seen,
    )


def _disorder(
    report: Report,
    found: Subject,
    own: list[str],
    labels: Mapping[str, str],
    seen: Mapping[str, Label],
) -> Iterable[Violation]:
    """The first label that stands before one that the form has in front of it."""
    order = {key: place for place, key in enumerate(own)}
    places = [order[key] for key in seen if key in labels]
    for before, after in pairwise(places):
        if after < before:
            yield Violation(
                at=table_mark(report, found.table.key),
                slots={
                    "table": found.form.title,
                    "label": labels[own[after]],
                    "seen": labels[own[before]],
                },
                values=(own[before], own[after]),
                cases=("order",),
            )
            return
