"""Write suppressions for findings that are there, below what stands in the file already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from lint_disclosure.cli.accepted.entry import Suppression, place_words, values_of
from lint_disclosure.finding import Finding
from lint_disclosure.place import Place
from lint_disclosure.render.json import text_of
from lint_disclosure.render.width import visible
from lint_disclosure.rulepack.schema import schema_url


def entries_for(
    findings: Sequence[Finding], file: str, reason: str, until: date | None
) -> list[tuple[Suppression, str]]:
    """An entry for each finding, equal ones as one, and the words that say what it is about."""
    times: Counter[Suppression] = Counter()
    told: dict[Suppression, str] = {}
    for finding in findings:
        entry = Suppression(
            rules=tuple(sorted(finding.rules)),
            file=file,
            place=finding.place if any(finding.place) else place_words(finding),
            values=values_of(finding),
            reason=reason,
            until=until,
        )
        times[entry] += 1
        told.setdefault(entry, f"{place_words(finding)}：{finding.message}")
    return [(entry._replace(times=times[entry]), words) for entry, words in told.items()]


def with_entries(text: str, entries: Sequence[tuple[Suppression, str]]) -> str:
    """The text of a file of suppressions with further entries at its end; all else stays."""
    if not text.strip():
        text = f"#:schema {schema_url('ignore')}\n"
    line_end = "\r\n" if "\r\n" in text else "\n"
    added = "".join(f"\n# {visible(told)}\n{_table(entry)}" for entry, told in entries)
    lead = "" if text.endswith("\n") else line_end
    return text + lead + added.replace("\n", line_end)


def _table(entry: Suppression) -> str:
    rules = entry.rules[0] if len(entry.rules) == 1 else list(entry.rules)
    lines = ["[[ignore]]", f"rule = {_toml(rules)}", f"file = {_toml(entry.file)}"]
    if isinstance(entry.place, Place):
        parts = [
            f"{key} = {_toml(part)}"
            for key, part in entry.place._asdict().items()
            if part is not None
        ]
        lines.append(f"place = {{{', '.join(parts)}}}")
    else:
        lines.append(f"place = {_toml(entry.place)}")
    if entry.values:
        lines.append(f"values = {_toml(list(entry.values))}")
    if entry.times > 1:
        lines.append(f"times = {entry.times}")
    lines.append(f"reason = {_toml(entry.reason)}")
    if entry.until is not None:
        lines.append(f"until = {entry.until.isoformat()}")
    return "\n".join(lines) + "\n"


def _toml(value: str | int | list[str]) -> str:
    """A value in TOML: what JSON writes is TOML too, once every control character is an escape."""
    return text_of(value, None)
