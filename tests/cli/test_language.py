"""Chinese, unless clearly told otherwise."""

from __future__ import annotations

import pytest

from lint_disclosure.cli.language import language


@pytest.mark.parametrize(
    ("args", "environment", "encoding", "expected"),
    [
        ([], {}, "utf-8", "zh"),
        ([], {"LANG": "zh_CN.UTF-8"}, "utf-8", "zh"),
        ([], {"LANG": "en_US.UTF-8"}, "utf-8", "en"),
        ([], {"LANG": "C.UTF-8"}, "utf-8", "zh"),
        ([], {"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "utf-8", "zh"),
        ([], {"LC_ALL": "", "LC_MESSAGES": "en_GB", "LANG": "zh_CN"}, "utf-8", "en"),
        (["--lang", "en"], {"LANG": "zh_CN.UTF-8"}, "utf-8", "en"),
        (["x.txt", "--lang=zh"], {"LANG": "en_US"}, "ascii", "zh"),
        (["--", "--lang=en"], {}, "utf-8", "zh"),
        (["--lang", "fr"], {}, "utf-8", "zh"),
        ([], {}, "cp936", "zh"),
        ([], {}, "ascii", "en"),
        ([], {}, "cp1252", "en"),
        ([], {}, None, "zh"),
    ],
)
def test_language(args, environment, encoding, expected):
    assert language(args, environment, encoding) == expected
