"""The head of a report: the verdict in a sentence, the findings listed, what was not checked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from lint_disclosure.finding import SEVERITIES, FileResult, Finding
from lint_disclosure.render.html.escape import escaped
from lint_disclosure.render.html.inline import LETTER, Inline
from lint_disclosure.render.html.tables import unread
from lint_disclosure.render.html.words import Words
from lint_disclosure.render.problems import Problem, problems
from lint_disclosure.render.words import words as said


def verdict(result: FileResult, words: Words) -> tuple[str, str]:
    """Its class (bad, open or good) and the sentence; nothing that is in doubt is called good."""
    levels = [one.severity for one in result.findings]
    if "error" in levels:
        kind, lead = "bad", words.found
    elif result.status in ("not_a_report", "unreadable"):
        return "open", words.status[result.status] + words.stop
    elif result.status != "checked":
        kind, lead = "open", words.unchecked
    else:
        kind, lead = "good", words.nothing_wrong
    told = [
        words.counted[level].format(n=levels.count(level))
        for level in reversed(SEVERITIES)
        if level in levels
    ]
    if result.undecided:
        told.append(words.undecided.format(n=len(result.undecided)))
    if result.hidden:
        told.append(words.hidden.format(n=result.hidden))
    tail = words.colon + words.comma.join(told) if told else ""
    return kind, f"{lead}{tail}{words.stop}"


def overview(result: FileResult, inline: Inline, words: Words, level: int) -> str:
    """All of the head; ``level`` is that of the headings in it."""
    kind, sentence = verdict(result, words)
    return (
        f'<p class="verdict {kind}">{escaped(sentence)}</p>{_facts(result, words)}'
        f"{_listed(result, inline, words, level)}{_unchecked(result, words, level)}"
    )


def _facts(result: FileResult, words: Words) -> str:
    ends = result.outcomes
    facts = [
        (words.body, result.issuer or ""),
        (words.year, str(result.year or "")),
        (words.form, result.form or ""),
    ]
    if any(ends):
        told = words.ended.format(
            passed=ends.passed,
            failed=ends.failed,
            skipped=ends.not_applicable,
            undecided=ends.cannot_evaluate,
        )
        facts.append((words.rules, told))
    return (
        '<dl class="facts">'
        + "".join(
            f"<div><dt>{label}</dt><dd>{escaped(text)}</dd></div>" for label, text in facts if text
        )
        + "</dl>"
    )


def _listed(result: FileResult, inline: Inline, words: Words, level: int) -> str:
    """The findings by severity, then by section, each with a link to its note."""
    numbered = list(enumerate(result.findings, start=1))
    if not numbered:
        return ""
    parts = []
    for severity in reversed(SEVERITIES):
        found = [one for one in numbered if one[1].severity == severity]
        if not found:
            continue
        parts.append(f"<h{level + 1}>{words.severity[severity]} ({len(found)})</h{level + 1}>")
        by_section = sorted(found, key=lambda one: one[1].place.section or 0)
        for _, group in groupby(by_section, key=lambda one: one[1].place.section):
            members = list(group)
            name = _section_name(result, members[0][1], words)
            items = "".join(_entry(index, finding, inline) for index, finding in members)
            parts.append(f'<p class="part">{escaped(name)}</p><ul>{items}</ul>')
    label = inline.name + "list"
    head = f'<h{level} id="{label}">{words.findings}</h{level}>'
    return f'<nav class="list" aria-labelledby="{label} {inline.name}">{head}{"".join(parts)}</nav>'


def _entry(index: int, finding: Finding, inline: Inline) -> str:
    kind = LETTER[finding.severity]
    return (
        f'<li><a href="#{inline.note(index)}"><b class="b {kind}">{index}</b> '
        f"{escaped(finding.message)}</a> <small>{escaped(finding.rule)}</small></li>"
    )


def _section_name(result: FileResult, finding: Finding, words: Words) -> str:
    """The heading of the section as the report prints it."""
    wanted = finding.place.section
    if wanted is None:
        return words.whole
    for section in result.shown.sections if result.shown else ():
        if section.number == wanted and section.heading:
            return section.heading.text.strip("#*：: ")
    return "零一二三四五六"[wanted] if wanted <= 6 else str(wanted)


def _unchecked(result: FileResult, words: Words, level: int) -> str:
    """What could not be checked and why, what was remarked on, and which rules do not apply."""
    lines = [_problem(one, words) for one in problems(result, words.lang)]
    for table in result.shown.tables if result.shown else ():
        for state, count in unread(table):
            told = words.cells_unread if state == "unread" else words.cells_absent
            lines.append(told.format(table=table.title, n=count))
    out = ""
    if lines:
        items = "".join(f"<li>{escaped(line)}</li>" for line in lines)
        head = f"<h{level}>{words.could_not}</h{level}>"
        out = f'<section class="open">{head}<ul>{items}</ul></section>'
    if result.not_applicable:
        items = "".join(f"<li>{line}</li>" for line in _grouped(result, words))
        count = len(result.not_applicable)
        out += f"<details><summary>{words.not_for} ({count})</summary><ul>{items}</ul></details>"
    return out


def _problem(problem: Problem, words: Words) -> str:
    """What kept the tool from its work; the heading says already that something did."""
    rules = said(words.lang).listed.join(problem.rules)
    return f"{rules}{words.colon}{problem.why}" if rules else problem.text


def _grouped(result: FileResult, words: Words) -> Iterator[str]:
    say = said(words.lang)
    grouped: dict[str, list[str]] = {}
    for note in result.not_applicable:
        grouped.setdefault(note.why, []).append(note.rule)
    for why, rules in grouped.items():
        yield escaped(f"{why}{say.colon}{say.listed.join(rules)}")
