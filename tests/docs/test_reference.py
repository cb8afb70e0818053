"""The reference says what the commands and the schemas say."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from scripts.reference import commands, results, rule_files, settings
from scripts.reference.schemas import SCHEMAS, chinese, schema
from scripts.site_pages import DOCS, ROOT, language, pages

COMING: set[str] = set()
"""Told of in the pages, and not there yet. Empty it once they are."""

_COMMAND = re.compile(r"disclosure-lint((?: [a-z]+)*)")
_CODE = re.compile(r"^```\w*\n(.*?)^```|`([^`\n]+)`", re.DOTALL | re.MULTILINE)
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")


def test_the_pages_are_up_to_date() -> None:
    script = ROOT / "scripts" / "update_reference.py"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, check=False)
    assert (done.returncode, done.stdout.decode(errors="replace")) == (0, "")


def written() -> list[str]:
    """Pages that people write, those on single rules left out."""
    return [
        page
        for page in pages()
        if not page.startswith(("rules/", "reference/", "decisions/", "architecture"))
    ]


def _known() -> tuple[set[str], set[str]]:
    made = commands.all_commands("en")
    return {commands.name(one) for one in made}, {o for one in made for o in commands.options(one)}


@pytest.mark.parametrize("page", written())
def test_each_option_and_command_that_a_page_names_is_there(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    names, options = _known()
    code = "\n".join(
        a or b for a, b in re.findall(r"^```\w*\n(.*?)^```|`([^`\n]+)`", text, re.M | re.S)
    )
    groups = {name.partition(" ")[0] for name in names | COMING}
    called = {
        words.strip()
        for words in _COMMAND.findall(code)
        if words.strip().partition(" ")[0] in groups
    }
    unknown = {name for name in called if not any(_is_call(name, one) for one in names | COMING)}
    assert unknown == set()
    assert set(_OPTION.findall(code)) - options - COMING - {"--help", "--version"} == set()


def _is_call(words: str, name: str) -> bool:
    return f"{words} ".startswith(f"{name} ") or name.startswith(f"{words} ")


def test_nothing_is_said_to_be_coming_that_is_there() -> None:
    names, options = _known()
    assert COMING & (names | options) == set()


def test_each_command_has_its_page_of_help_in_the_reference() -> None:
    text = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
    for made in commands.all_commands("zh"):
        assert f"\n## {commands.name(made)}\n" in text
        for option in commands.options(made) - {"--help"}:
            assert f"`{option}`" in text, option


def test_each_kind_of_check_is_described_in_both_languages() -> None:
    for lang in ("zh", "en"):
        page = rule_files.page(lang)
        for path in (SCHEMAS / "checks").iterdir():
            assert f"\n### {path.name.partition('.')[0]}\n" in page


def test_each_setting_has_its_line() -> None:
    page = settings.page("zh")
    for key in schema("config")["properties"]:
        assert f"| `{key}` |" in page


def test_the_chinese_pages_have_no_english_descriptions() -> None:
    """What is said in schemas of settings, rules and results stands in chinese.yaml as well."""
    missing = {
        text
        for name in ("config", "ignore", "pack", "rule", "findings", "report")
        if (SCHEMAS / f"{name}.schema.json").is_file()
        for text in _descriptions(schema(name))
        if text not in chinese()
    }
    assert missing == set()


def _descriptions(node: object) -> set[str]:
    if isinstance(node, list):
        return {text for one in node for text in _descriptions(one)}
    if not isinstance(node, dict):
        return set()
    own = {node["description"]} if isinstance(node.get("description"), str) else set()
    return own | {text for one in node.values() for text in _descriptions(one)}


def test_results_link_each_object_to_its_fields() -> None:
    page = results.page("en")
    assert "| `findings` | list `finding` |" in page
    assert "\n### finding\n" in page


def test_the_reference_is_in_both_languages() -> None:
    listed = [page for page in pages() if page.startswith("reference/")]
    assert len(listed) == 8
    assert sum(language(page) == "zh" for page in listed) == 4
