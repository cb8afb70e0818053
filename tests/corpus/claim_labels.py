"""Sentences labelled by hand with the figures they state, and the reading of them measured."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from lint_disclosure.api import NotAReport, read
from lint_disclosure.document import Line
from lint_disclosure.report.body import body_of
from lint_disclosure.report.claims.finding import read_claims
from lint_disclosure.report.claims.grammar import Grammar
from lint_disclosure.report.folding import Folding
from lint_disclosure.report.model import Claim, Section
from lint_disclosure.report.prose import sentences
from lint_disclosure.report.recognition import form_for_year
from lint_disclosure.rulepack.model import Form, RulePack

FOLDER = Path(__file__).with_name("claims")
TUNED = ("real", "invented")
"""The sets that the grammar was tuned on; ``blind`` is measured, and never looked at."""

HEADING = "依申请公开"
"""The sentences stand alone, as they would below this heading of a report."""

Sum = frozenset[tuple[tuple[str, str, str], int]]
"""A sum of cells with their coefficients, in no order."""


class Label(NamedTuple):
    """One sentence (or a few) as labelled: the claims by their place, with what is said there."""

    text: str
    trap: str
    year: int
    issuer: str | None
    source: str
    claims: tuple[tuple[int, str, Any, tuple[Sum, ...]], ...]


class Score(NamedTuple):
    """What was right, too much and missed; ``trapped`` are claims in sentences that have none."""

    sentences: int
    labelled: int
    right: int
    wrong: list[tuple[Label, str]]
    missed: list[tuple[Label, str]]
    trapped: list[tuple[Label, str]]

    @property
    def precision(self) -> float:
        """The share of the claims made that are right."""
        made = self.right + len(self.wrong)
        return self.right / made if made else 1.0

    @property
    def recall(self) -> float:
        """The share of the labelled claims that were made."""
        return self.right / self.labelled if self.labelled else 1.0


def load(name: str, pack: RulePack) -> list[Label]:
    """The sentences of a set."""
    with open(FOLDER / f"{name}.yaml", encoding="utf-8") as file:
        entries = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return [_label(entry, pack) for entry in entries]


def _label(entry: Mapping[str, Any], pack: RulePack) -> Label:
    claims = []
    for claim in entry["claims"]:
        abouts = claim["about"] if isinstance(claim["about"], list) else [claim["about"]]
        place = _place(entry["text"], claim["raw"], claim.get("nth", 1))
        sums = tuple(sum_of(about, pack) for about in abouts)
        claims.append((place, claim["raw"], str(claim["value"]), sums))
    source = str(entry["from"])
    return Label(
        entry["text"],
        str(entry.get("trap", "")),
        entry["year"],
        entry.get("issuer"),
        source,
        tuple(claims),
    )


def _place(text: str, raw: str, nth: int) -> int:
    """Where the nth ``raw`` stands; 8件 in 98件 is not one."""
    digits = r"(?<![0-9０-９])(?<![0-9０-９][,，.])" if raw[0].isdigit() else ""
    found = [match.start() for match in re.finditer(digits + re.escape(raw), text)]
    assert len(found) >= nth, (raw, nth, text)
    return found[nth - 1]


def sum_of(text: str, pack: RulePack) -> Sum:
    """A sum of cells written with + and -; groups are taken apart."""
    total: Counter[tuple[str, str, str]] = Counter()
    for sign, name in re.findall(r"([+-]?)\s*([a-z_.()]+)", text):
        table, rows, column = name.split(".")
        group = re.fullmatch(r"sum\((\w+)\)", rows)
        if group:
            # Forms differ in how many rows a group has; the newest has them all.
            newest: Form = max(pack.forms.values(), key=lambda form: form.key)
            members: Sequence[str] = newest.tables[table].groups[group[1]].rows
        else:
            members = (rows,)
        for row in members:
            total[table, row, column] += -1 if sign == "-" else 1
    return frozenset((cell, count) for cell, count in total.items() if count)


@cache
def _real_issuer(number: str, folder: Path) -> str | None:
    """The issuer of a real report, as the parser knows it."""
    for path in sorted(folder.glob(f"*/{number}_*.txt")):
        try:
            return read(path).issuer
        except NotAReport:
            continue
    return None


def claims_of(label: Label, pack: RulePack, reports: Path) -> Sequence[Claim]:
    """The claims that the tool reads out of a labelled sentence."""
    form = form_for_year(pack.forms, label.year) or pack.forms[min(pack.forms)]
    issuer = label.issuer
    if issuer is None and label.source.startswith("real "):
        issuer = _real_issuer(label.source.removeprefix("real "), reports)
    folded = Folding(pack.characters).fold(label.text)
    prose = sentences([Line(0, len(folded))], folded, {}, (), ())
    return read_claims(
        prose,
        Grammar(pack.claims, form.key),
        folded=folded,
        sections=(Section(1, 1, HEADING, (0, 0), (0, len(folded) + 1), exact=True),),
        year=label.year,
        issuer=issuer,
        body=body_of(issuer, pack.bodies, prose),
    )


def measure(labels: Sequence[Label], pack: RulePack, reports: Path) -> Score:
    """Hold the claims of all sentences against their labels."""
    score = Score(len(labels), sum(len(label.claims) for label in labels), 0, [], [], [])
    right = 0
    for label in labels:
        open_ = list(label.claims)
        for claim in claims_of(label, pack, reports):
            if claim.at_least:
                continue
            found = next((one for one in open_ if _same(claim, one, label, pack)), None)
            if found is not None:
                open_.remove(found)
                right += 1
                continue
            said = f"{_raw(claim, label)} = {claim.value} {claim.about}"
            score.wrong.append((label, said))
            if not label.claims:
                score.trapped.append((label, said))
        score.missed.extend((label, f"{raw} = {value}") for _, raw, value, _ in open_)
    return score._replace(right=right)


def _same(
    claim: Claim, labelled: tuple[int, str, Any, tuple[Sum, ...]], label: Label, pack: RulePack
) -> bool:
    place, raw, value, sums = labelled
    at_place = _raw(claim, label) == raw and claim.parts[0][0] == place
    if claim.negated:
        # Where a statement begins and ends is a matter of taste: 未发生行政复议(的情况).
        start, end = claim.parts[0][0], claim.parts[-1][1]
        at_place = max(start, place) < min(end, place + len(raw)) and (
            raw in label.text[start:end] or label.text[start:end] in raw
        )
    same_value = str(claim.value.normalize() if hasattr(claim.value, "normalize") else claim.value)
    readings = {_terms(reading.terms) for reading in claim.readings}
    return at_place and same_value == value and any(one in readings for one in sums)


def _terms(terms: Sequence[tuple[int, str, str, str]]) -> Sum:
    total: Counter[tuple[str, str, str]] = Counter()
    for sign, *cell in terms:
        total[tuple(cell)] += sign  # type: ignore[index]
    return frozenset((cell, count) for cell, count in total.items() if count)


def _raw(claim: Claim, label: Label) -> str:
    return "".join(label.text[start:end] for start, end in claim.parts)


HEAD = "set        sentences figures  right  wrong  missed trapped precision  recall"


def line(name: str, score: Score) -> str:
    """A set's row of the table."""
    return (
        f"{name:10} {score.sentences:9} {score.labelled:7} {score.right:6} {len(score.wrong):6} "
        f"{len(score.missed):7} {len(score.trapped):7} {score.precision:9.1%} {score.recall:7.1%}"
    )
