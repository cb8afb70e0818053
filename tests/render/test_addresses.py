"""Paths as other programs want them."""

from __future__ import annotations

import pytest

from lint_disclosure.render.addresses import relative, uri


@pytest.fixture(autouse=True)
def no_service(monkeypatch):
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("path", "shown", "address"),
    [
        ("年报.txt", "年报.txt", "%E5%B9%B4%E6%8A%A5.txt"),
        ("./a/../b/x y.txt", "b/x y.txt", "b/x%20y.txt"),
        ("../x.txt", "../x.txt", "../x.txt"),
        ("a:b#c?d%e.txt", "a:b#c?d%e.txt", "a%3Ab%23c%3Fd%25e.txt"),
        ("-", "-", "-"),
        ("\udcff.txt", "\udcff.txt", "%FF.txt"),
    ],
)
def test_as_given(path, shown, address):
    assert (relative(path), uri(path)) == (shown, address)


def test_an_absolute_path_is_seen_from_the_working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert relative(str(tmp_path / "a" / "x.txt")) == "a/x.txt"


def test_of_a_path_that_leads_elsewhere_only_the_name_is_left(tmp_path, monkeypatch):
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    assert relative(str(tmp_path / "x.txt")) == "x.txt"
    assert relative(str(tmp_path / "..x" / "y.txt")) == "y.txt"
    assert relative(str(tmp_path / "work" / "..x" / "y.txt")) == "..x/y.txt"


@pytest.mark.parametrize("name", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_from_the_root_of_the_repository_where_the_service_names_it(tmp_path, monkeypatch, name):
    (tmp_path / "repository" / "2024").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "repository" / "2024")
    monkeypatch.setenv(name, str(tmp_path / "repository"))
    assert relative("x.txt") == "2024/x.txt"
    assert relative("../y.txt") == "y.txt"
    assert relative("../../z.txt") == "../../z.txt"
    monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    assert relative("x.txt") == "x.txt"
