"""Where entries and keys of a file of suppressions stand."""

from __future__ import annotations

from lint_disclosure.cli.accepted.entry_lines import entry_lines

TEXT = '''\
version = 1  # [[ignore]]
[[ignore]]
  rule = "a"
reason = """
[[ignore]]
rule = "not a key"
"""
values = [
  "x",  # file = "no key"
  '[[ignore]]',
]
[ other ]
file = "of the other"
[[ ignore ]]
"file" = "b"
'''


def test_strings_and_comments_hold_no_heads_and_no_keys():
    outer, entries = entry_lines(TEXT, "ignore")
    assert outer == {"version": 1, "other": 12}
    assert [entry.head for entry in entries] == [2, 14]
    assert entries[0].keys == {"rule": 3, "reason": 4, "values": 8}
    assert entries[1].keys == {"file": 15}


def test_a_key_that_is_missing_is_told_at_the_head():
    _, (first, _) = entry_lines(TEXT, "ignore")
    assert (first.of("reason"), first.of("file")) == (4, 2)
