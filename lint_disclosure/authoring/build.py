"""Compile the rules for a wheel: what is broken or fails its own tests is not shipped."""

from __future__ import annotations

import os
from pathlib import Path

from lint_disclosure.authoring.proving.rule_tests import run_tests, text_report
from lint_disclosure.rulepack.compiled import to_json
from lint_disclosure.rulepack.loading import load_tests


class FailingRules(RuntimeError):
    """Rules whose own tests fail; the message is the report of the tests."""


def build_pack(rules_dir: Path, target: Path) -> None:
    """Write the rules and forms of a folder as JSON; raises ``PackError`` or ``FailingRules``.

    The local packs below it are shipped as YAML alone, and have to hold as well.
    """
    pack, tests = load_tests([rules_dir])
    results = list(run_tests(pack, tests))
    for local in sorted(rules_dir.glob("local/*/pack.yaml")):
        results += run_tests(*load_tests([local.parent]))
    if any(result.kind != "ok" for result in results):
        raise FailingRules("\n" + text_report(results))
    scratch = target.with_name(target.name + ".tmp")
    scratch.write_text(to_json(pack), encoding="utf-8")
    os.replace(scratch, target)
