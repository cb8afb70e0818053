from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from lint_disclosure import __version__
from lint_disclosure.rulepack.compiled import StalePack, from_json, to_json

if TYPE_CHECKING:
    from tests.rulepack.conftest import Folder


def test_a_pack_comes_back_as_it_was(folder: Folder) -> None:
    folder.rule(
        (
            "help: {",
            "needs: [STR013]\ncases: {low: {severity: info, help: {zh: 甲, en: a}}}\nhelp: {",
        ),
        (
            "applies_to: {",
            "exceptions: {zh: 甲, en: a}\n"
            "applies_to: {kinds: [government], bodies: [{levels: [township]}], ",
        ),
    )
    sources = folder.sources()
    assert sources.problems == ()
    assert sources.pack.rules
    assert from_json(to_json(sources.pack)) == sources.pack


@pytest.mark.parametrize(("key", "value"), [("tool", "0.0.1"), ("format", 0)])
def test_a_pack_of_another_version_is_refused(folder: Folder, key: str, value: object) -> None:
    data = json.loads(to_json(folder.sources().pack))
    assert data["tool"] == __version__
    with pytest.raises(StalePack):
        from_json(json.dumps({**data, key: value}))
