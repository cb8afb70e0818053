"""Which of several settings hold."""

from __future__ import annotations

from typing import Any

from lint_disclosure.cli.config.entries import DEFAULTS, Entry, Origin, default_entries, holding

BASE = Origin("file", "base.toml", 1)
FILE = Origin("file", "disclosure-lint.toml", 1)
OPTION = Origin("option", option="--ignore")


def held(*entries: tuple[str, Any, Origin]) -> list[tuple[str, Any]]:
    return [(one.entry.key, one.entry.value) for one in holding([Entry(*one) for one in entries])]


def test_the_later_one_holds() -> None:
    assert held(("profile", "all", BASE), ("profile", "gate", FILE)) == [("profile", "gate")]


def test_what_it_takes_the_place_of_is_known() -> None:
    entries = [Entry("profile", value, BASE) for value in ("all", "review", "gate")]
    (one,) = holding(entries)
    assert [entry.value for entry in one.instead_of] == ["review", "all"]


def test_a_list_is_replaced_with_what_was_added_to_it() -> None:
    first = ("ignore", ("A",), BASE)
    more = ("extend-ignore", ("B",), FILE)
    assert held(first, more) == [("ignore", ("A",)), ("extend-ignore", ("B",))]
    assert held(first, more, ("ignore", ("C",), OPTION)) == [("ignore", ("C",))]


def test_what_is_added_to_nothing_stands_alone() -> None:
    assert held(("extend-ignore", ("B",), FILE)) == [("extend-ignore", ("B",))]


def test_excludes_add_up_and_includes_do_not() -> None:
    assert held(("exclude", "a", BASE), ("exclude", "b", FILE)) == [
        ("exclude", "a"),
        ("exclude", "b"),
    ]
    two = Origin("file", "disclosure-lint.toml", 2)
    assert held(("include", "a", BASE), ("include", "b", FILE), ("include", "c", two)) == [
        ("include", "b"),
        ("include", "c"),
    ]


def test_a_severity_that_is_said_again_comes_last() -> None:
    said = [("severity.ARI", "info", BASE), ("severity.ARI001", "error", BASE)]
    assert held(*said, ("severity.ARI", "warning", FILE)) == [
        ("severity.ARI001", "error"),
        ("severity.ARI", "warning"),
    ]


def test_what_is_built_in() -> None:
    assert {one.key: one.value for one in default_entries()} == DEFAULTS
    assert {one.origin.words("en") for one in default_entries()} == {"default"}


def test_sources_in_words() -> None:
    assert Origin("file", "a.toml", 3, 2).words("zh") == "a.toml:3，第 2 条 overrides"
    assert Origin("file", "a.toml", 3, 2).words("en") == "a.toml:3, override 2"
    assert OPTION.words("zh") == "--ignore"
