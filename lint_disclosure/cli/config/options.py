"""What the options of the command line say, as settings over those of all files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint_disclosure.cli.config.entries import TABLE, Entry, Origin
from lint_disclosure.cli.selectors import levels

Value = Sequence[str] | str | bool | None


def given(
    values: Mapping[str, Value], severities: Sequence[str], excludes: Sequence[str], lang: str
) -> Iterator[Entry]:
    """The settings in options. ``values``: by key, empty where the option was not given;
    ``severities``: RULE=LEVEL, refused where it is not; ``excludes``: patterns."""
    for key, value in values.items():
        if value:
            plain = value if isinstance(value, (str, bool)) else tuple(value)
            yield Entry(key, plain, _origin(key))
    for rule, level in levels(severities, lang):
        yield Entry(TABLE + rule, level, _origin("severity"))
    if excludes:
        from lint_disclosure.cli.config.reading import working_roots

        for pattern in excludes:
            yield Entry("exclude", pattern, _origin("exclude"), working_roots())


def _origin(key: str) -> Origin:
    return Origin("option", option=f"--{key}")
