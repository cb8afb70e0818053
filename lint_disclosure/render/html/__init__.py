"""``html``: one page that shows each report as it is, with the findings beside their places.

The page needs no other file and no network; without its script only sorting is missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from lint_disclosure.finding import FileResult
from lint_disclosure.render import Settings
from lint_disclosure.render.html.index import INDEX_END, Entry, entry, index_head
from lint_disclosure.render.html.page import page_end, page_head
from lint_disclosure.render.html.report import write_report
from lint_disclosure.render.html.words import Words, words
from lint_disclosure.render.spool import Spool
from lint_disclosure.render.totals import Totals


def create(settings: Settings) -> Html:
    """The renderer of this format."""
    return Html(settings)


class Html:
    """Renders when all is known: the list of reports stands before them.

    Of several reports those in which nothing was found and nothing was left unchecked are only
    listed; so the first one waits until it is known whether it stays alone.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.words = words(settings.lang)
        self.entries: list[Entry] = []
        self.reports = Spool()
        self.alone: str | None = None
        self.title = self.words.page

    def begin(self) -> str:
        """Nothing yet."""
        return ""

    def file(self, result: FileResult) -> str:
        """Nothing yet: the report is kept for the end."""
        name = f"r{len(self.entries) + 1}"
        first = not self.entries
        told = _worth_telling(result)
        self.alone = None
        self.title = _title(result, self.words) if first else self.words.page
        if first or told:
            text = write_report(result, name, self.words)
            if told:
                self.reports.add(text)
            else:
                self.alone = text
        self.entries.append(entry(result, name if told else None, self.words))
        return ""

    def end(self, totals: Totals) -> Iterator[str]:
        """The page."""
        del totals
        several = len(self.entries) > 1
        yield page_head(self.title, self.words.page, self.words, script=several)
        if several:
            yield index_head(self.entries, self.words)
            for one in self.entries:
                yield one.row
            yield INDEX_END
        if self.alone is not None:
            yield self.alone
        yield from self.reports.pieces()
        yield page_end(self.settings.tool, self.settings.version, self.words, script=several)


def _worth_telling(result: FileResult) -> bool:
    """Whether there is more to say of a report than that all of it is in order."""
    return bool(
        result.findings
        or result.status != "checked"
        or result.undecided
        or result.notices
        or result.lapsed
        or result.suppressed
        or result.baselined
    )


def _title(result: FileResult, words: Words) -> str:
    """The title of a page on one report."""
    about = " ".join(filter(None, (result.issuer, str(result.year or "")))) or result.path
    return f"{about} – {words.page}"
