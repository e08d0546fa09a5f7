"""The keys that `tracker extract --json` promises."""

import json
from pathlib import Path

from tracker.intake.read_report import read_report
from tracker.intake.report_json import draft_to_json

REPORTS = Path(__file__).parents[2] / "data" / "reports"


def test_keys_are_stable() -> None:
    told = json.loads(json.dumps(draft_to_json(read_report(REPORTS / "owners-and-deadlines.txt"))))
    assert set(told) == {"title", "organization", "report_year", "plan_year", "items"}
    item = told["items"][2]
    assert set(item) == {
        "kind", "title", "text", "deadline", "deadline_text", "deadline_presumed", "deadline_standing", "owner",
        "owners", "cause", "measures", "rectification", "answers", "section", "page", "start", "end", "confidence",
        "reason",
    }  # fmt: skip
    assert item["deadline"] == "2025-06-30"
    assert item["owner"] == "县司法局"
    assert item["owners"]["support"] == ["县自然资源局", "县人社局"]
    standing = told["items"][4]
    assert (standing["deadline"], standing["deadline_standing"]) == (None, True)
    assert told["items"][6]["deadline_presumed"] is True
    assert told["items"][0]["owner"] is None
    assert [one["answers"] for one in told["items"][:4]] == [[], [], [1], [2]]
    assert (told["items"][0]["rectification"], standing["rectification"]) == (None, "continuous")
