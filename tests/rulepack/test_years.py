from __future__ import annotations

import pytest

from lint_disclosure.rulepack.model import Years
from lint_disclosure.rulepack.years import overlap, parse_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (">=2021", Years(2021, None)),
        ("<= 2020", Years(None, 2020)),
        ("2019-2020", Years(2019, 2020)),
        (" 2021 ", Years(2021, 2021)),
        ("2020-2019", None),
        ("2008", Years(2008, 2008)),
        ("2007", None),
        (">=2099", Years(2099, None)),
        (">=2100", None),
        ("since 2021", None),
        (">2021", None),
        ("21", None),
        ("", None),
    ],
)
def test_years_as_they_are_written(text: str, years: Years | None) -> None:
    assert parse_years(text) == years


def test_ranges_overlap_when_they_have_a_year_in_common() -> None:
    assert overlap(Years(2019, 2020), Years(2020, None))
    assert overlap(Years(None, 2020), Years())
    assert not overlap(Years(2019, 2020), Years(2021, None))
