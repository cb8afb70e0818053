"""Pages that show commands: each command is run, and prints what the page shows."""

from __future__ import annotations

import importlib.util
import shutil

import pytest

from tests.cli.conftest import ROOT

SCRIPT = ROOT / "scripts" / "update_tutorial.py"
SPEC = importlib.util.spec_from_file_location("update_tutorial", SCRIPT)
assert SPEC is not None
assert SPEC.loader is not None
tutorial = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(tutorial)


@pytest.mark.parametrize("name", tutorial.PAGES)
def test_a_page_shows_what_is_printed(name, environment, tmp_path):
    lang, report, example = tutorial.PAGES[name]
    shutil.copy(ROOT / "examples" / example, tmp_path / report)
    text = (ROOT / name).read_text(encoding="utf-8")
    assert text.count("\n$ ") >= (12 if "writing-rules" in name else 2)
    assert tutorial.carried_out(text, tmp_path, lang, environment) == text
