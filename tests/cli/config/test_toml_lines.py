"""The line of every key and list item, for messages and for --show-settings."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

from lint_disclosure.cli.config.toml_lines import Path, key_lines

TEXT = '''\
# select = ["not this"]
profile = "all" # ignore = 1
"fail-on" = 'never'
exclude = [
  "a", # "]"
  'b',

  "c=[d", "e",
]
severity = {ARI001 = "error", "row-sum" = "info"}
long = """
select = 1
"""""
literal = \'\'\'
[[overrides]]
\'\'\'

[[overrides]]
files = ["x", "y"]
body.level = "county"
[overrides.severity]
CEL = "info"

[[ overrides ]]
issuer = "]"

[[tool.disclosure-lint.overrides]]
select = [[1, 2], [
  3]]
day = 2024-01-01T00:00:00.5
"\\u4e2d" = [{a = 1}, {a = 2,
b = 3}]
'''


def test_the_lines_of_everything() -> None:
    lines = key_lines(TEXT)
    tool: Path = ("tool", "disclosure-lint", "overrides", 0)
    assert lines == {
        ("profile",): 2,
        ("fail-on",): 3,
        ("exclude",): 4,
        ("exclude", 0): 5,
        ("exclude", 1): 6,
        ("exclude", 2): 8,
        ("exclude", 3): 8,
        ("severity",): 10,
        ("severity", "ARI001"): 10,
        ("severity", "row-sum"): 10,
        ("long",): 11,
        ("literal",): 14,
        ("overrides",): 18,
        ("overrides", 0): 18,
        ("overrides", 0, "files"): 19,
        ("overrides", 0, "files", 0): 19,
        ("overrides", 0, "files", 1): 19,
        ("overrides", 0, "body"): 20,
        ("overrides", 0, "body", "level"): 20,
        ("overrides", 0, "severity"): 21,
        ("overrides", 0, "severity", "CEL"): 22,
        ("overrides", 1): 24,
        ("overrides", 1, "issuer"): 25,
        ("tool",): 27,
        ("tool", "disclosure-lint"): 27,
        ("tool", "disclosure-lint", "overrides"): 27,
        tool: 27,
        (*tool, "select"): 28,
        (*tool, "select", 0): 28,
        (*tool, "select", 0, 0): 28,
        (*tool, "select", 0, 1): 28,
        (*tool, "select", 1): 28,
        (*tool, "select", 1, 0): 29,
        (*tool, "day"): 30,
        (*tool, "中"): 31,
        (*tool, "中", 0): 31,
        (*tool, "中", 0, "a"): 31,
        (*tool, "中", 1): 31,
        (*tool, "中", 1, "a"): 31,
        (*tool, "中", 1, "b"): 32,
    }


def test_nothing_that_the_text_holds_is_without_a_line() -> None:
    # Before TOML 1.1 an inline table stands on one line.
    text = TEXT.replace("2,\nb", "2, b")
    assert set(paths(tomllib.loads(text))) == set(key_lines(text))


def test_windows_line_ends() -> None:
    assert key_lines('a = 1\r\n\r\nb = """\r\n"""\r\nc = 3\r\n') == {
        ("a",): 1,
        ("b",): 3,
        ("c",): 5,
    }


def test_deep_nesting_does_no_harm() -> None:
    assert key_lines("a = 1\nb = " + "[" * 100_000)["a",] == 1


def paths(value: Any, path: Path = ()) -> Iterator[Path]:
    if path:
        yield path
    members = dict(enumerate(value)) if isinstance(value, list) else value
    for key, member in members.items() if isinstance(members, dict) else ():
        yield from paths(member, (*path, key))
