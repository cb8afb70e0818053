"""A suppression: which finding it is for, and why it is set aside."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from lint_disclosure.finding import Finding
from lint_disclosure.place import Place

_LONG = 80
_KEPT = 40
_DIGITS = 12


class Suppression(NamedTuple):
    """One entry of a file of suppressions.

    ``rules`` are codes, ``file`` is the name of a file in the same folder, ``place`` the keys or
    the words of the symbolic place, ``values`` are as ``values_of`` gives them. It holds up to and
    with the day ``until``, for as many equal findings as ``times`` says. ``line`` is where it
    begins.
    """

    rules: tuple[str, ...]
    file: str
    place: Place | str
    values: tuple[str, ...]
    reason: str
    until: date | None = None
    times: int = 1
    line: int = 1

    def is_at(self, finding: Finding) -> bool:
        """Whether the finding stands in the place of the entry."""
        if isinstance(self.place, str):
            return _squeezed(self.place) == _squeezed(place_words(finding))
        return self.place == finding.place

    def fits(self, finding: Finding) -> bool:
        """Whether the finding is of a rule of the entry, in its place and with its values."""
        return (
            not set(self.rules).isdisjoint(finding.rules)
            and self.is_at(finding)
            and self.values == values_of(finding)
        )


def place_words(finding: Finding) -> str:
    """The symbolic place in words: the locator without the page or the cell of the file."""
    words = finding.location.words if finding.location else ""
    return finding.locator.removesuffix(f"（{words}）") if words else finding.locator


def values_of(finding: Finding) -> tuple[str, ...]:
    """The values that take part, as an entry holds them: a long text by its start and a digest."""
    return tuple(_shortened(value) for value in finding.values)


def _shortened(value: str) -> str:
    if len(value) <= _LONG:
        return value
    from hashlib import sha256

    digest = sha256(value.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{value[:_KEPT]}…#{digest[:_DIGITS]}"


def _squeezed(text: str) -> str:
    return "".join(text.split())
