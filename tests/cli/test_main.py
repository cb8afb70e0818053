"""Starting up: the version, the help pages, mistakes in the arguments, faults of our own."""

from __future__ import annotations

import subprocess
import sys

import pytest

from lint_disclosure import __version__
from lint_disclosure.render.width import text_width

HEAVY = {
    "yaml", "jsonschema", "rich", "multiprocessing", "concurrent.futures", "importlib.metadata",
    "argparse", "dataclasses", "shutil", "tempfile", "difflib", "glob", "json.tool", "logging",
}  # fmt: skip


@pytest.mark.parametrize("args", [["--version"], ["-V"], ["check", "--version"], ["x.txt", "-V"]])
def test_version(run, args):
    assert run(*args) == (0, f"disclosure-lint {__version__}\n", "")


def imported(environment, *args, cwd):
    code = (
        "import sys; from lint_disclosure.__main__ import main; "
        f"sys.argv = ['disclosure-lint', *{list(args)!r}]; main(); "
        "sys.stdout.write('\\n' + ' '.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=cwd, capture_output=True, check=True
    )
    return set(done.stdout.decode().rsplit("\n", 1)[1].split())


def test_the_version_is_told_before_anything_is_imported(environment, tmp_path):
    modules = imported(environment, "--version", cwd=tmp_path)
    assert not modules & {"click", "re", "typing", "lint_disclosure.api", *HEAVY}


def test_a_run_imports_nothing_heavy(environment, clean, tmp_path):
    modules = imported(environment, "clean.txt", "--format", "concise", cwd=tmp_path)
    assert "click" in modules
    assert modules & HEAVY == set()
    assert not modules & {"lint_disclosure.render.full", "lint_disclosure.render.json"}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "command",
    ["", "check", "extract", "rules", "rules list", "rules test", "rules lint"],
)
def test_help_pages_fit_a_narrow_terminal(run, command, lang):
    words = command.split()
    ended = run(*words, "--help", "--lang", lang)
    assert (ended.code, ended.err) == (0, "")
    usage = "用法：" if lang == "zh" else "Usage: "
    assert ended.out.startswith(f"{usage}disclosure-lint {command}".rstrip())
    assert all(text_width(line) <= 80 for line in ended.out.splitlines())
    assert ended == run(*words, "-h", "--lang", lang)


def test_no_path_shows_the_help_page(run):
    ended = run()
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == run("--help").out


def test_what_is_not_built_is_not_shown(run):
    page = run("--help").out
    for word in ("audit", "baseline", "annotate", "serve", "lsp", "--previous"):
        assert word not in page


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--selct", "x"], "没有选项 --selct；是不是 --select？\n用法见：disclosure-lint --help\n"),
        (["check", "-f"], "选项 -f 的写法不对：它要带一个值（开关则不带值）\n"
            "用法见：disclosure-lint check --help\n"),
        (["--jobs", "x", "a"], "--jobs 的值不对：x；应为正整数\n用法见：disclosure-lint --help\n"),
        (["--profile", "gates", "a"], "--profile 的值不对：gates；可以是 gate, review, all；"
            "是不是 gate？\n用法见：disclosure-lint --help\n"),
        (["rules", "lst"], "没有命令 rules lst；是不是 list？\n"),
        (["rules", "list", "x"], "参数太多\n用法见：disclosure-lint rules list --help\n"),
        (["--select", "ARI91", "a"], "--select ARI91：没有这条规则；是不是 "),
        (["--select", "a\x1b[2J", "a"], "--select a<U+001B>[2J：没有这条规则\n"),
    ],
)  # fmt: skip
def test_mistakes_are_explained(run, args, message):
    ended = run(*args)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("错误：" + message)


def faulty(environment, site, tmp_path, error):
    """An environment in which every lint of one file ends in a fault of the program."""
    (tmp_path / "sitecustomize.py").write_text(
        "import lint_disclosure.api as api\n"
        "real = api.lint_file\n"
        "def lint_file(path, **options):\n"
        f"    if 'broken' in path: {error}\n"
        "    return real(path, **options)\n"
        "api.lint_file = lint_file\n",
        encoding="utf-8",
    )
    return {"PYTHONPATH": f"{tmp_path}{';' if sys.platform == 'win32' else ':'}{site}"}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_fault_of_the_program_spares_the_other_files(
    run, environment, site, clean, broken, tmp_path, jobs
):
    for number in range(10):
        (tmp_path / f"{number}.txt").write_bytes(clean.read_bytes())
    env = faulty(environment, site, tmp_path, "raise KeyError('x')")
    args = ("broken.txt", *(f"{number}.txt" for number in range(10)), "--select", "ARI00")
    ended = run(*args, "--jobs", jobs, **env)
    assert ended.code == 2
    assert ended.err == (
        "未能全部核对：10 份年报。\n"
        "规则共核对 50 条次：50 通过，0 不通过，0 不适用，0 无法判定。\n"
        "无法读取（1 个文件）：\n"
        "  broken.txt：程序内部错误，不是文件的问题（KeyError: 'x'）；"
        "设 DISCLOSURE_LINT_DEBUG=1 可看详情\n"
    )
    shown = run(*args, "--jobs", jobs, **env, DISCLOSURE_LINT_DEBUG="1").err
    assert "Traceback (most recent call last):" in shown


def test_a_process_that_dies_is_told(run, environment, site, clean, broken, tmp_path):
    for number in range(10):
        (tmp_path / f"{number}.txt").write_bytes(clean.read_bytes())
    env = faulty(environment, site, tmp_path, "import os; os._exit(1)")
    names = ("0.txt", "broken.txt", *(f"{number}.txt" for number in range(1, 10)))
    ended = run(*names, "--jobs", "2", **env)
    assert ended.code == 2
    assert "  broken.txt：程序内部错误，不是文件的问题（BrokenProcessPool: " in ended.err


def test_broken_rules_are_shown_with_their_place(run, clean, site, tmp_path):
    rule = tmp_path / "my" / "ARI900.yaml"
    rule.parent.mkdir()
    rule.write_text("id: ARI900\nnmae: x\x1b[31m\n", encoding="utf-8")
    ended = run("rules", "lint", "my")
    assert ended.code == 2
    assert "ARI900.yaml:2:" in ended.out
    assert "\x1b" not in ended.out
