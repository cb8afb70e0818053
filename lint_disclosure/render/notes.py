"""What there is to say of a finding beside its message, for formats that show no frame."""

from __future__ import annotations

from collections.abc import Iterator

from lint_disclosure.finding import Change, Finding, Related, Repair
from lint_disclosure.place import Location
from lint_disclosure.render.equation import in_numbers, magnitude, number
from lint_disclosure.render.position import position
from lint_disclosure.render.width import visible
from lint_disclosure.render.words import Words


def sentence(finding: Finding, say: Words) -> str:
    """The message, which number is likely to be wrong, and why; on one line."""
    repair = finding.repair
    if repair is None or not repair.text:
        return visible(finding.message)
    why = say.bracketed.format(repair.why) if repair.why else ""
    return visible(f"{finding.message}{say.stop}{repair.text}{why}")


def where(finding: Finding) -> str:
    """The place for a person; the locator has the place in a file without lines."""
    return visible(finding.locator)


def notes(finding: Finding, say: Words) -> list[tuple[str, str]]:
    """Label and text of each note: what should hold, the ways to mend it, what rests on what."""
    return [(label, visible(text)) for label, text in _notes(finding, say)]


def short(finding: Finding, say: Words) -> str:
    """The sentence, the equation, the ways to mend it and the same cause, on one line."""
    kept = (say.equation, say.should_is, say.either, say.same_cause)
    told = [f"{label}{say.colon}{text}" for label, text in notes(finding, say) if label in kept]
    return say.stop.join([sentence(finding, say), *told])


def change(one: Change, say: Words) -> str:
    """What a change does to its cell."""
    before = "" if one.before is None else number(one.before)
    text = say.change if before else say.change_blank
    return text.format(cell=one.locator, before=before, after=number(one.after))


def _notes(finding: Finding, say: Words) -> Iterator[tuple[str, str]]:
    if finding.equation is not None:
        yield say.equation, in_numbers(finding.equation)
    else:
        yield from _difference(finding, say)
    for related in _apart(finding):
        told = say.colon + related.message if related.message else ""
        yield say.see_also, _at(related.location) + related.locator + told
    for one in finding.broken:
        equation = say.bracketed.format(in_numbers(one.equation)) if one.equation else ""
        yield say.same_cause, f"{one.rule} {_at(one.location)}{one.message}{equation}"
    rest = [code for code in finding.also if code not in {one.rule for one in finding.broken}]
    if rest:
        yield say.same_cause, say.listed.join(rest)
    if finding.repair is not None:
        yield from _repair(finding.repair, say)
    if finding.help:
        yield say.advice, finding.help
    for basis in finding.basis:
        yield say.basis, say.comma.join(part for part in basis if part)
    if finding.confidence != "high":
        yield say.certainty, say.confidence[finding.confidence]


def _at(location: Location | None) -> str:
    """Line and column; nothing where the locator has the place."""
    return f"{position(location)} " if location and location.in_file else ""


def _apart(finding: Finding) -> list[Related]:
    """The related places that the equation and those of the same cause do not have already."""
    if finding.broken:
        return []
    equation = finding.equation
    terms = equation.left + equation.right if equation else ()
    told = {term.location for term in terms}
    return [one for one in finding.related if one.location is None or one.location not in told]


def _difference(finding: Finding, say: Words) -> Iterator[tuple[str, str]]:
    """What should stand there, where no equation says it."""
    expected, actual, off = finding.expected, finding.actual, finding.difference
    if expected is None or actual is None:
        if off is not None:
            yield say.difference, number(magnitude(off))
        elif expected is not None:
            yield say.should_is, number(expected)
        return
    text = say.is_should.format(actual=number(actual), expected=number(expected))
    if off:
        amount = (say.more if off > 0 else say.less).format(number(magnitude(off)))
        text += say.comma + amount
    yield say.compared, text


def _repair(repair: Repair, say: Words) -> Iterator[tuple[str, str]]:
    """What to change and why, or the ways between which nothing decides."""
    if repair.text:
        yield say.repair, repair.text
    elif repair.changes:
        yield say.repair, say.comma.join(change(one, say) for one in repair.changes)
    if repair.why:
        yield say.why, repair.why
    for one in repair.candidates:
        why = say.bracketed.format(one.why) if one.why else ""
        yield say.either, say.comma.join(change(each, say) for each in one.changes) + why
    more = repair.alternatives - len(repair.candidates)
    if repair.candidates and more > 0:
        yield say.either, say.further_ways.format(more)
