"""A report as plain data: what ``extract --format json`` prints (schemas/report.schema.json)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from lint_disclosure.place import Span
from lint_disclosure.report.lookup import cell_mark
from lint_disclosure.report.model import Cell, Claim, Field, Period, Report, Section

_CONTACT = ("address", "postcode", "phone", "fax", "email", "website")


def extract(report: Report) -> dict[str, Any]:
    """One object for one report; a cell's value is null unless its state is ``number``."""
    return {
        "version": 1,
        "path": report.source.name,
        "form": report.form.key if report.form else None,
        "issuer": report.issuer,
        "year": report.year,
        "body": report.body._asdict(),
        "title": _field(report, report.title),
        "period": _period(report, report.period),
        "contact": {kind: _field(report, report.contact.get(kind)) for kind in _CONTACT},
        "metadata": {kind: _field(report, one) for kind, one in report.metadata.items()},
        "legal_basis": [_field(report, one) for one in report.legal_basis],
        "electronic_version": _field(report, report.electronic_version),
        "sections": [_section(report, one) for one in report.sections],
        "tables": {key: _table(report, key) for key in report.tables},
        "claims": [_claim(report, claim) for claim in report.claims],
        "partial": report.partial,
        "notices": [zh for zh, _ in report.notices],
    }


def location(report: Report, parts: tuple[Span, ...]) -> dict[str, Any] | None:
    """The concrete place of some spans as the contract writes it."""
    if not parts:
        return None
    return report.source.locate(parts).as_data()


def _field(report: Report, field: Field | None) -> dict[str, Any] | None:
    if field is None:
        return None
    return {
        "value": field.value,
        "raw": report.source.cut(field.parts),
        "location": location(report, field.parts),
    }


def _period(report: Report, period: Period | None) -> dict[str, Any] | None:
    if period is None:
        return None
    return {
        "start": period.start.isoformat() if period.start else None,
        "end": period.end.isoformat() if period.end else None,
        "raw": report.source.cut(period.parts),
        "location": location(report, period.parts),
    }


def _claim(report: Report, claim: Claim) -> dict[str, Any]:
    value = claim.value
    return {
        "about": claim.about,
        "readings": [reading.text for reading in claim.readings],
        "met": claim.met,
        "quantity": claim.quantity,
        "value": format(value.normalize(), "f") if isinstance(value, Decimal) else value,
        "unit": claim.unit,
        "raw": report.source.cut(claim.parts),
        "negated": claim.negated,
        "at_least": claim.at_least,
        "scope": claim.scope,
        "location": location(report, claim.parts),
    }


def _section(report: Report, section: Section) -> dict[str, Any]:
    return {
        "number": section.number,
        "title": section.title,
        "raw": report.source.cut((section.heading,)),
        "location": location(report, (section.heading,)),
        "subsections": [_section(report, one) for one in section.subsections],
    }


def _table(report: Report, key: str) -> dict[str, dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    cells: Mapping[tuple[str, str], Cell] = report.tables[key].cells
    for (row, column), cell in cells.items():
        rows.setdefault(row, {})[column] = {
            "value": format(cell.value, "f") if isinstance(cell.value, Decimal) else cell.value,
            "raw": report.source.cut(cell.parts) if cell.parts else "",
            "state": cell.state,
            "note": cell.note,
            "location": location(report, cell.parts),
            "locator": cell_mark(report, key, row, column).locator,
        }
    return rows
