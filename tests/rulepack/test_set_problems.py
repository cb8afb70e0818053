from __future__ import annotations

from typing import TYPE_CHECKING

from lint_disclosure.rulepack.problem import frames
from lint_disclosure.rulepack.set_problems import set_problems

if TYPE_CHECKING:
    from tests.rulepack.conftest import Folder

BODIES = """\
- {suffixes: [镇], level: township, kind: government}
- {suffixes: [局], level: null, kind: department}
- {suffixes: [部], level: state, kind: department}
"""


def found(folder: Folder, applies_to: str) -> str:
    folder.write("forms/bodies.yaml", BODIES)
    folder.rule(('applies_to: {years: ">=2019"}', f"applies_to: {{{applies_to}}}"))
    sources = folder.sources()
    assert frames(sources.problems) == ""
    return frames(set_problems(sources.files, sources.pack.forms, sources.pack.bodies))


def test_kinds_and_levels_that_no_body_has_together(folder: Folder) -> None:
    assert found(folder, "kinds: [government], levels: [state]") == (
        "pack/ARI/ARI003.yaml:6:43: bodies.yaml 里没有级别是 state 的 government，规则永远不适用\n"
        "  |\n"
        "6 | applies_to: {kinds: [government], levels: [state]}\n"
        "  |                                           ^^^^^^^\n"
        "  = 核对 kinds 和 levels"
    )


def test_a_name_may_leave_the_level_open(folder: Folder) -> None:
    assert found(folder, "kinds: [department], levels: [township]") == ""
    assert found(folder, "kinds: [government], levels: [township, state]") == ""
    assert found(folder, "kinds: [government]") == ""
