"""Paths as other programs want them."""

from __future__ import annotations

import pytest

from lint_disclosure.render.addresses import relative, uri


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
