"""Which sentences are read for what they state about the tables."""

from __future__ import annotations

import pytest

from lint_disclosure.report.claims.finding import worth_reading

TOPICS = ("申请", "复议")


@pytest.mark.parametrize(
    "text",
    ["全年收到申请3件。", "全年收到申请三件。", "20个工作日内答复申请3件。", "全年未收到申请。"],
)
def test_a_sentence_that_counts_or_denies_something_is_read(text: str) -> None:
    assert worth_reading(text, TOPICS)


@pytest.mark.parametrize(
    "text", ["收到申请后20个工作日内答复。", "收到申请后二十个工作日内答复。", "申请渠道畅通。"]
)
def test_working_days_are_no_number_of_requests(text: str) -> None:
    assert not worth_reading(text, TOPICS)


def test_a_number_of_another_matter_is_passed_over() -> None:
    assert not worth_reading("全年召开会议3次。", TOPICS)
