"""Random reports with planted faults, annotated and opened with other libraries.

``python -m tests.annotate`` does the same with more of them.
"""

from __future__ import annotations

import pytest

from lint_disclosure.rulepack.model import RulePack
from tests.annotate.compare import problems
from tests.annotate.planted import planted
from tests.clothes.clothing import QUICK, SLOW, Clothing
from tests.clothes.random_report import random_report

CLOTHES = [one for one in QUICK if one.suffix in (".docx", ".xlsx", ".html")]


def named(clothing: object) -> str | None:
    return clothing.name if isinstance(clothing, Clothing) else None


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("clothing", [*CLOTHES, SLOW[0]], ids=named)
def test_every_comment_is_at_its_place_and_nothing_else_is_changed(
    clothing: Clothing, form: str, pack: RulePack
) -> None:
    if clothing.program is None:
        pytest.skip(f"the program that prints {clothing.name} is not installed")
    reports = [clothing.fitting(planted(random_report(pack, pack.forms[form], 3)))]
    found = [
        problem
        for report, data in zip(reports, clothing.dress(reports), strict=True)
        for problem in problems(report, data, clothing.suffix, pack)
    ]
    assert found == []
