"""What ``extract`` must give for a report, whatever it wears; without paths and places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.clothes.model import Cell, Report, Section
from tests.clothes.random_report import NO_FEES

_CONTACT = ("address", "postcode", "phone", "fax", "email", "website")


def expected(report: Report) -> dict[str, Any]:
    """The data of a report in the form of ``schemas/report.schema.json``."""
    version = report.electronic_version
    return {
        "version": 1,
        "form": report.form.key,
        "issuer": report.issuer,
        "year": report.year,
        "body": dict(report.body),
        "title": _field("".join(report.title)),
        "period": {
            "start": report.period.start,
            "end": report.period.end,
            "raw": report.period.words,
        },
        "contact": {
            kind: _field(report.contact[kind]) if kind in report.contact else None
            for kind in _CONTACT
        },
        "metadata": {fact.kind: _field(fact.value) for fact in report.facts},
        "legal_basis": [_field(citation) for citation in report.legal_basis],
        "electronic_version": _field(version),
        "sections": [_section(section) for section in report.sections],
        "tables": {key: _table(report, key) for key in report.form.tables},
        "claims": _claims(report),
        "partial": False,
        "notices": [],
    }


def _field(value: str) -> dict[str, str]:
    return {"value": value, "raw": value}


def _claims(report: Report) -> list[dict[str, Any]]:
    """That no fees for information were taken, as often as it is said."""
    fees = report.tables["proactive"].get(("fees", "amount"))
    if fees is None:
        return []
    about = "proactive.fees.amount"
    claim = {
        "about": about,
        "readings": [about],
        "met": about if fees.state in ("number", "blank", "dash") else None,
        "quantity": "information_fees",
        "value": "0",
        "unit": "元",
        "raw": "0元",
        "negated": False,
        "at_least": True,
        "scope": "body",
    }
    return [claim] * _times(report.sections, NO_FEES)


def _times(sections: Sequence[Section], words: str) -> int:
    """How often something is said in sections and those below them."""
    return sum(
        "".join(section.paragraphs).count(words) + _times(section.parts, words)
        for section in sections
    )


def _section(section: Section) -> dict[str, Any]:
    return {
        "number": section.number,
        "title": section.title,
        "raw": section.mark + section.title,
        "subsections": [_section(part) for part in section.parts],
    }


def _table(report: Report, key: str) -> dict[str, dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    for (row, column), cell in report.tables[key].items():
        rows.setdefault(row, {})[column] = _cell(cell)
    return rows


def _cell(cell: Cell) -> dict[str, Any]:
    return {"value": cell.value, "raw": cell.text, "state": cell.state, "note": cell.note}
