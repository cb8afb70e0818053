"""What is said of an entry that sets nothing aside any more: why, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from lint_disclosure.cli.accepted.entry import Suppression, place_words, values_of
from lint_disclosure.finding import Finding
from lint_disclosure.place import Place

_SHOWN = 8
_WIDEST = 24


class Telling:
    """The sentences, in one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def no_file(self, name: str) -> str:
        """The file is not there."""
        return self._say(f"文件夹里没有 {name}", f"{name} is not in the folder")

    def gone(self, name: str, where: str) -> str:
        """The file of a finding of a baseline is not there."""
        return self._say(f"{name} 不在了（{where}）", f"{name} is gone ({where})")

    def fixed(self, name: str, where: str) -> str:
        """A finding of a baseline is not there any more."""
        return self._say(
            f"{name} 里已没有这一条（{where}）", f"not found in {name} any more ({where})"
        )

    def expired(self, entry: Suppression, *, still: bool) -> str:
        """The date is past."""
        if still:
            return self._say(
                f"已过期（until {entry.until}），问题还在，重新列出",
                f"expired (until {entry.until}); the finding is still there, and shown again",
            )
        return self._say(
            f"已过期（until {entry.until}），问题也没有了，可以删去",
            f"expired (until {entry.until}), and the finding is gone; delete the entry",
        )

    def partial(self, entry: Suppression, finding: Finding) -> str:
        """The finding breaks rules that the entry does not name."""
        codes = ", ".join(f'"{code}"' for code in sorted(finding.rules))
        return self._say(
            f"没有生效：这一处还同时违反别的规则，要一并写明 rule = [{codes}]",
            f"without effect: the same cause breaks further rules; name all, rule = [{codes}]",
        )

    def stale(self, entry: Suppression, nearest: Finding | None) -> str:
        """Nothing fits; what comes nearest, or where it was."""
        if nearest is None:
            where = _place(entry.place)
            return self._say(
                f"{entry.file} 里已没有这一条（{where}），可以删去",
                f"not found in {entry.file} any more ({where}); delete the entry",
            )
        if entry.is_at(nearest):
            before, now = _differing(entry.values, values_of(nearest))
            where = place_words(nearest)
            return self._say(
                f"数值变了，问题重新列出：{where}：{self._listed(before)} → {self._listed(now)}",
                f"the values have changed, so the finding is shown again: {where}: "
                f"{self._listed(before)} → {self._listed(now)}",
            )
        return self._say(
            f"位置不对：这一处在 {place_words(nearest)}",
            f"not in this place: the finding is at {place_words(nearest)}",
        )

    def _listed(self, values: Sequence[str]) -> str:
        if not values:
            return self._say("（无）", "(none)")
        shown = [one if len(one) <= _WIDEST else f"{one[:_WIDEST]}…" for one in values[:_SHOWN]]
        more = "…" if len(values) > _SHOWN else ""
        return self._say("、", ", ").join(shown) + more

    def _say(self, zh: str, en: str) -> str:
        return en if self.lang == "en" else zh


def _differing(before: Sequence[str], now: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Those of the values that are others now, each once; all, where there are more or fewer."""
    if len(before) != len(now):
        return before, now
    pairs = dict.fromkeys(pair for pair in zip(before, now, strict=True) if pair[0] != pair[1])
    return [old for old, _ in pairs], [new for _, new in pairs]


def _place(place: Place | str) -> str:
    if isinstance(place, str):
        return place
    return " ".join(f"{key}={part}" for key, part in place._asdict().items() if part is not None)
