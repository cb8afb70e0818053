from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lint_disclosure.rulepack import loading, shipped
from lint_disclosure.rulepack.compiled import to_json
from lint_disclosure.rulepack.loading import lint_paths, load_pack, load_sources, load_tests
from lint_disclosure.rulepack.model import PackInfo, Text
from lint_disclosure.rulepack.problem import PackError, frames
from tests.rulepack.conftest import RULE

if TYPE_CHECKING:
    from tests.rulepack.conftest import Folder


def test_the_shipped_rules_have_no_mistakes() -> None:
    assert frames(lint_paths()) == ""


def test_every_shipped_rule_has_its_page() -> None:
    pack = load_pack()
    assert pack.rules
    for code, rule in pack.rules.items():
        assert rule.url.endswith(f"/docs/rules/{code}.md")


def test_a_folder_with_forms_stands_alone(folder: Folder) -> None:
    folder.rule()
    pack = load_pack([folder.path])
    assert list(pack.rules) == ["ARI003"]
    assert pack.forms["2021"].specimen == "2021年的样张"


def test_own_rules_stand_beside_the_shipped_ones(folder: Folder) -> None:
    own = folder.path.parent / "own"
    own.mkdir()
    (own / "LOC001.yaml").write_text(
        RULE.replace("ARI003", "LOC001").replace("requests-unbalanced", "our-own"), "utf-8"
    )
    pack = load_pack([own])
    assert list(pack.rules) == sorted([*load_pack().rules, "LOC001"])
    assert pack.forms == load_pack().forms
    assert (pack.rules["LOC001"].pack, pack.rules["LOC001"].url) == ("own", "")
    assert [info.name for info in pack.packs] == ["national", "own"]
    assert {test.rule for test in load_tests([own])[1]} == {"LOC001"}


def test_a_single_rule_is_read_with_the_forms_of_its_pack(folder: Folder) -> None:
    path = folder.rule()
    assert load_pack([path]).forms == load_pack([folder.path]).forms
    assert list(load_pack([path]).rules) == ["ARI003"]
    shipped_rule = Path(shipped.RULES, "ARI", "ARI003.yaml")
    assert list(load_pack([shipped_rule]).rules) == list(load_pack().rules)


def test_both_endings_and_sub_folders_are_found_and_each_file_once(folder: Folder) -> None:
    folder.rule(name="ARI/ARI003.yml")
    sources = load_sources([folder.path, folder.path / "ARI", folder.path / "ARI" / "ARI003.yml"])
    assert (list(sources.pack.rules), sources.problems) == (["ARI003"], ())


def test_forms_alone_may_be_linted(folder: Folder) -> None:
    folder.write("forms/2019.yaml", "key: [\n")
    assert lint_paths([folder.path / "forms" / "2021.yaml"])[0].file.endswith("2019.yaml")
    assert lint_paths([folder.path / "forms"])[0].file.endswith("2019.yaml")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("no/pakc", "no/pakc:1:1: 没有这个文件或文件夹"),
        ("empty", "empty:1:1: 文件夹里没有规则文件（*.yaml）"),
    ],
)
def test_a_path_that_leads_to_nothing_is_no_clean_pack(
    folder: Folder, path: str, message: str
) -> None:
    Path("empty").mkdir()
    assert frames(lint_paths([Path(path)])) == message
    with pytest.raises(PackError):
        load_pack([Path(path)])


def test_the_compiled_rules_are_taken_where_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = load_pack()
    compiled = tmp_path / "rules.json"
    other = pack._replace(packs=(PackInfo("compiled", "1.0.0", Text("编译的", "compiled")),))
    compiled.write_text(to_json(other), encoding="utf-8")
    monkeypatch.setattr(shipped, "COMPILED", str(compiled))
    loading._shipped_pack.cache_clear()
    try:
        assert load_pack() == other
    finally:
        loading._shipped_pack.cache_clear()


def test_loading_compiled_rules_imports_neither_yaml_nor_jsonschema(tmp_path: Path) -> None:
    compiled = tmp_path / "rules.json"
    compiled.write_text(to_json(load_pack()), encoding="utf-8")
    script = (
        "import sys\n"
        "from lint_disclosure.rulepack import loading, shipped\n"
        "shipped.COMPILED = sys.argv[1]\n"
        "assert loading.load_pack().rules\n"
        "print(*{'yaml', 'jsonschema', 'difflib', 'string'} & set(sys.modules))\n"
    )
    run = subprocess.run(
        [sys.executable, "-S", "-c", script, str(compiled)],
        capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert run.stdout.strip() == ""
