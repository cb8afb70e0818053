"""Damage to a web page: a few tags go missing, come twice, or stand where none should."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_STRAY = (
    *("<p>", "</p>", "<div>", "</div>", "<span>", "</span>", "<b>", "</b>", "<a>", "</a>", "<br>"),
    *("<table>", "</table>", "<tbody>", "</tbody>", "<tr>", "</tr>", "<td>", "</td>", "<th>"),
    *("<ul>", "<li>", "</ul>", "<h2>", "</h2>", "<form>", "</form>", "<td colspan=3>", "</body>"),
)

Edit = Callable[[str, Random], str]


def damaged(page: str, seed: int) -> str:
    """The page with one to three tags deleted, doubled or inserted; the same for the same seed.

    A page without tags is left as it is, but for what is inserted.
    """
    chance = Random(f"damage/{seed}")
    for _ in range(chance.randint(1, 3)):
        page = chance.choice((_delete, _double, _insert))(page, chance)
    return page


def _delete(page: str, chance: Random) -> str:
    tags = list(_TAG.finditer(page))
    if not tags:
        return page
    tag = chance.choice(tags)
    return page[: tag.start()] + page[tag.end() :]


def _double(page: str, chance: Random) -> str:
    tags = list(_TAG.finditer(page))
    if not tags:
        return page
    tag = chance.choice(tags)
    return page[: tag.end()] + tag.group() + page[tag.end() :]


def _insert(page: str, chance: Random) -> str:
    """A tag between any two characters, but not inside another tag."""
    places = [0, *(tag.start() for tag in _TAG.finditer(page)), len(page)]
    at = chance.choice(places)
    text = re.compile(r"[^<>]*").match(page, at)
    at = chance.randint(at, text.end()) if text else at
    return page[:at] + chance.choice(_STRAY) + page[at:]
