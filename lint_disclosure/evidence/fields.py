"""The fields of a report that rules may name: title, period, contact details, metadata head."""

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
    "metadata.index_number": ("索引号", "index number"),
    "metadata.issued_on": ("成文日期", "date of issue"),
    "metadata.date": ("成文日期或者发布日期", "date of issue or publication"),
    "metadata.publisher": ("发布机构", "publishing body"),
    "metadata.disclosure": ("公开方式", "way of disclosure"),
    "metadata.document_number": ("文号", "document number"),
}
"""Key to the names in the two languages."""

_DATES = ("issued_on", "published_on")


def field(report: Report, key: str) -> Field | Period | None:
    """What the report states; None where it states nothing of the kind."""
    group, _, name = key.rpartition(".")
    if group == "contact":
        return report.contact.get(name)
    if group == "metadata":
        names = _DATES if name == "date" else (name,)
        return next((report.metadata[one] for one in names if one in report.metadata), None)
    found: Field | Period | None = getattr(report, name)
    return found
