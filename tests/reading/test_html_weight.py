"""How much of a page's formatting is open at once, told before it is parsed."""

from __future__ import annotations

import pytest

from lint_disclosure.reading.html.weight import most_open


@pytest.mark.parametrize(
    ("markup", "most"),
    [
        ("<p>甲</p>", 0),
        ("<p><b>甲</b><i>乙</i>", 1),
        ("<font><b>甲</b></font>" * 50, 2),
        ("<b>" * 50, 50),
        ("</b>" * 50 + "<b>" * 50, 50),
        ("<b></i>" * 50, 50),
        ("<td><b>甲</td>" * 50, 1),
        ("<b><td></b>" * 50, 50),
    ],
)
def test_what_is_open_at_once(markup: str, most: int) -> None:
    assert most_open(markup) == most
