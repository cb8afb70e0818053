"""The fields of a report that rules may name: contact details, title, period, web address."""

from __future__ import annotations

from lint_disclosure.report.model import Field, Period, Report

FIELD_NAMES = {
    "title": ("标题", "title"),
    "period": ("数据统计期限", "data period"),
    "electronic_version": ("电子版网址", "address of the electronic version"),
    "contact.address": ("地址", "address"),
    "contact.postcode": ("邮编", "postcode"),
    "contact.phone": ("电话", "telephone"),
    "contact.fax": ("传真", "fax"),
    "contact.email": ("电子邮箱", "e-mail"),
    "contact.website": ("网址", "website"),
}
"""Key to the names in the two languages."""


def field(report: Report, key: str) -> Field | Period | None:
    """What the report states; None where it states nothing of the kind."""
    group, _, name = key.rpartition(".")
    if group:
        return report.contact.get(name)
    found: Field | Period | None = getattr(report, name)
    return found
