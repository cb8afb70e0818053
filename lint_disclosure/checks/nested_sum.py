"""Check kind ``nested_sum``: in “N of them, among these a, b and c” the parts fit the whole.

Reports seldom say whether a list is complete, and often count one whole twice over (by applicant,
then by outcome). A list is judged only where no reading of it is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from lint_disclosure.evidence.counts import Count
from lint_disclosure.evidence.item_lines import opens_list, with_items
from lint_disclosure.evidence.memory import once
from lint_disclosure.evidence.part_list import PartList, part_lists
from lint_disclosure.evidence.passage import Passage, passages
from lint_disclosure.evidence.verdict import Verdict, Violation, decide, not_applicable
from lint_disclosure.finding import Equation, Term
from lint_disclosure.report.lookup import text_mark
from lint_disclosure.report.model import Report
from lint_disclosure.report.text_match import compiled
from lint_disclosure.rulepack.model import Rule

_LONG = 3
_NEAREST = 12
_NEARLY_ALL = 0.9
"""Lists that name only examples stay far below; real ones go up to two thirds of the whole."""

_INCLUDED = r"\([^()]{0,12}含[^()]{0,60}\)"
_CARRIED = ("结转", "转结", "转下", "顺延", "上年", "跨年")
_THE_REST = ("其他", "其它", "其余", "未分类", "剩余")
_ANOTHER_MATTER = (
    "复议",
    "诉讼",
    "公众号",
    "微信",
    "微博",
    "转载",
    "阅读",
    "点击",
    "浏览",
    "关注",
    "粉丝",
    "召开",
    "举办",
    "开展",
    "来电",
    "来访",
    "来信",
    "热线",
    "建议",
    "提案",
)
_UNREAD = (
    "总数下面逐行列出的分项没有全部读出",
    "the parts that stand on lines of their own could not all be read",
)


def check(rule: Rule, report: Report) -> Verdict:
    """Parts that exceed their whole, or a list said to be complete that falls short of it."""
    found_lists, unread = once(report, "part lists", lambda: _lists(report))
    undecided = [_UNREAD for one in unread if _is_about(rule, one.text)]
    violations: list[Violation] = []
    lists = 0
    named: set[tuple[int, int]] = set()
    for found in found_lists:
        if not _is_about(rule, found.wholes[-1].clause + found.lead):
            continue
        lists += 1
        case = _case(found)
        whole = (found.passage.sentence.start, found.wholes[-1].start)
        if case and whole not in named:
            named.add(whole)
            violations.append(_violation(report, found, case))
    if not lists and not undecided:
        return _none_read(rule.options.get("about", ()))
    return decide(violations, undecided)


def _none_read(about: Sequence[str]) -> Verdict:
    """There may be other lists; where the rule is about some words only, these are named."""
    which = f"说{'或'.join(about)}的" if about else ""
    matter = f" about {' or '.join(about)}" if about else ""
    return not_applicable(
        f"正文里没有读到{which}「共N条，其中……」这样可以相加的分项",
        f"no “N of them, among these …”{matter} with parts to add up was read in the text",
    )


def _lists(report: Report) -> tuple[list[PartList], list[Passage]]:
    """All lists of the report, and the paragraphs whose lists could not be read."""
    found: list[PartList] = []
    unread: list[Passage] = []
    for paragraph in passages(report):
        passage = with_items(report, paragraph) if opens_list(paragraph) else paragraph
        if passage is None:
            unread.append(paragraph)
        else:
            found += part_lists(passage)
    return found, unread


def _is_about(rule: Rule, said: str) -> bool:
    """Do the words that lead to a list hold those that the rule is about?"""
    about, others = rule.options.get("about"), rule.options.get("not_about", ())
    if about and not any(word in said for word in about):
        return False
    return not any(word in said for word in others)


def _case(found: PartList) -> str | None:
    possible = _possible_wholes(found.wholes)
    if _divides(found, possible):
        return None
    total = sum(part.value for part in found.parts)
    values = {whole.value for whole in found.wholes}
    if total > sum(values):
        large = max(part.value for part in found.parts) > sum(values)
        case = "more" if found.stated or len(found.parts) >= _LONG or large else None
    else:
        case = "less" if len(values) == 1 and _falls_short(found, total) else None
    return case if case and found.sure and not _carries_over(found) else None


def _carries_over(found: PartList) -> bool:
    """Are requests of another year about, other than in brackets as included (含上年结转8件)?"""
    words = found.lead + found.text
    if "含" in words and "(" in words:
        words = compiled(_INCLUDED).sub("", words)
    return any(word in words for word in _CARRIED)


def _possible_wholes(wholes: Sequence[Count]) -> set[int]:
    """The numbers before the list, and what two or all of them come to."""
    values = [whole.value for whole in wholes]
    near = values[-_NEAREST:]
    return {*values, *(a + b for a, b in combinations(near, 2)), sum(values)}


def _divides(found: PartList, possible: set[int]) -> bool:
    """Do the parts make up the whole once or more often? What follows may be another matter."""
    run, end, done = 0, 0, False
    rest: list[Count] = []
    for part in found.parts:
        run += part.value
        rest.append(part)
        if run in possible and run:
            run, end, done = 0, part.end, True
            rest.clear()
    if not done or not rest:
        return done
    text = found.passage.text
    parted = ";" in text[end : rest[0].start] and ";" not in text[found.parts[0].end : end]
    return parted or any(word in part.clause for part in rest for word in _ANOTHER_MATTER)


def _falls_short(found: PartList, total: int) -> bool:
    """Does a list that is below its whole claim to be complete, and is nothing added to it?"""
    whole = found.wholes[-1]
    if not found.closed or any(part.unit != whole.unit for part in found.parts):
        return False
    if len(found.parts) < _LONG or any(total + sum_ == whole.value for sum_ in _runs(found.after)):
        return False
    complete = found.stated or any(word in found.text for word in _THE_REST)
    return total * 2 >= whole.value if complete else total >= whole.value * _NEARLY_ALL


def _runs(counts: Sequence[Count]) -> Iterator[int]:
    run = 0
    for count in counts:
        run += count.value
        yield run


def _violation(report: Report, found: PartList, case: str) -> Violation:
    whole, passage = found.wholes[-1], found.passage
    equation = _equation(report, found)
    total = equation.left_value
    written = " + ".join(str(part.value) for part in found.parts)
    at = text_mark(report, passage.parts(whole.start, whole.end))
    return Violation(
        at=at,
        slots={
            "stated": whole.value,
            "unit": whole.unit,
            "sum": total,
            "difference": abs(whole.value - int(total)),
            "equation": f"{written} = {total}",
        },
        values=tuple(passage.text[count.start : count.end] for count in (whole, *found.parts)),
        related=tuple(
            (at._replace(parts=passage.parts(part.start, part.end)), str(part.value))
            for part in found.parts
        ),
        cases=(case,),
        expected=total,
        actual=whole.value,
        difference=whole.value - total,
        equation=equation,
    )


def _equation(report: Report, found: PartList) -> Equation:
    counts = (*found.parts, found.wholes[-1])
    terms = [_term(report, found, index, count) for index, count in enumerate(counts)]
    total = sum(part.value for part in found.parts)
    return Equation(tuple(terms[:-1]), "=", (terms[-1],), total, found.wholes[-1].value)


def _term(report: Report, found: PartList, index: int, count: Count) -> Term:
    letter = chr(ord("A") + index) if index < 26 else f"A{index}"
    return Term(
        letter=letter,
        coefficient=1,
        value=count.value,
        raw=report.source.cut(found.passage.parts(count.start, count.end)),
        row="",
        column="",
        row_label=count.clause,
        column_label="",
        location=report.source.locate(found.passage.parts(count.start, count.end)),
    )
