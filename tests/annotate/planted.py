"""Random reports with faults planted in them: numbers that do not add up, words that are wrong."""

from __future__ import annotations

from random import Random

from tests.clothes.model import Cell, Report

WORDS = "截止2024年底，共收到申请１２件，联系人身份证号码另行公布；《政府信息公开条列》已经学习。"


def planted(report: Report) -> Report:
    """The report with one to four numbers changed, and with a paragraph of doubtful words."""
    chance = Random(f"planted/{report.seed}")
    tables = {key: dict(cells) for key, cells in report.tables.items()}
    for number in range(chance.randint(1, 4)):
        key = chance.choice([key for key in ("requests", "disputes") if key in tables])
        at = chance.choice(list(tables[key]))
        value = 7301 + 10 * number + report.seed % 10
        tables[key][at] = Cell(str(value), "number", value)
    sections = list(report.sections)
    first = sections[0]
    sections[0] = first._replace(paragraphs=(*first.paragraphs, WORDS))
    return report._replace(tables=tables, sections=tuple(sections))
