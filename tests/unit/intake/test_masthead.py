"""Organisation, title and year in the many ways of a paper's head and foot."""

import pytest

from tracker.intake.read_report import read_text

BODY = """
2023年，在上级的正确领导下，扎实推进法治政府建设，严格落实各项部署，取得了新的成效。现将有关情况报告如下：
一、工作情况
开展法治宣传，规范行政执法，深入普法。
二、存在问题
（一）执法力量还有不足。
三、下一步打算
（一）加强队伍建设。
"""
NO_YEAR = BODY.replace("2023年，", "今年以来，")


@pytest.mark.parametrize(
    ("head", "body", "foot", "organization", "title"),
    [
        (
            "临溪县水利局\n2023年度法治政府建设工作报告",
            BODY,
            "",
            "临溪县水利局",
            "临溪县水利局2023年度法治政府建设工作报告",
        ),
        ("2023年临溪县水利局法治政府建设年度报告", BODY, "", "临溪县水利局", "2023年临溪县水利局法治政府建设年度报告"),
        (
            "临溪县水利局文件\n临水〔2024〕3号\n关于2023年度法治政府建设情况的报告",
            BODY,
            "",
            "临溪县水利局",
            "临溪县水利局关于2023年度法治政府建设情况的报告",
        ),
        (
            "临溪县水利局2023年度\n法治政府建设情况报告",
            BODY,
            "",
            "临溪县水利局",
            "临溪县水利局2023年度法治政府建设情况报告",
        ),
        (
            "临溪县水利局关于2023年法治政府建设\n工作情况的报告",
            BODY,
            "",
            "临溪县水利局",
            "临溪县水利局关于2023年法治政府建设工作情况的报告",
        ),
        ("临溪县公安局关于报送2023年度法治政府建设情况的报告", BODY, "", "临溪县公安局", None),
        (
            "中共临溪县委 临溪县人民政府\n关于2023年度法治政府建设情况的报告",
            BODY,
            "",
            "中共临溪县委临溪县人民政府",
            None,
        ),
        ("松岭镇2023年法治政府建设工作总结", BODY, "松岭镇人民政府\n2023年12月30日", "松岭镇人民政府", None),
        ("临溪县2023年法治政府建设情况报告", BODY, "", "临溪县人民政府", None),
        ("临溪县城关街道2023年法治政府建设情况报告", BODY, "", "临溪县城关街道办事处", None),
        ("国家税务总局临溪县税务局2023年度法治政府建设情况报告", BODY, "", "国家税务总局临溪县税务局", None),
        ("临溪县水利局二〇二三年度法治政府建设报告", NO_YEAR, "", "临溪县水利局", None),
        ("临溪县水利局法治政府建设工作报告（2023年度）", NO_YEAR, "", "临溪县水利局", None),
        ("关于法治政府建设工作情况的报告", NO_YEAR, "临溪县水利局\n2024年1月5日", "临溪县水利局", None),
        ("法治政府建设年度报告", NO_YEAR, "临溪县水利局\n2023年12月25日", "临溪县水利局", None),
        (
            "2023年度法治政府建设年度总结\n临溪县水利局\n2023年12月26日",
            NO_YEAR,
            "",
            "临溪县水利局",
            "2023年度法治政府建设年度总结",
        ),
        (
            "2023年度法治政府建设工作报告",
            BODY.replace("2023年，在", "2023年，临溪县交通运输局在"),
            "",
            "临溪县交通运输局",
            None,
        ),
        ("临溪县水利局2023年度法治政府建设工作总结及2024年工作计划", BODY, "", "临溪县水利局", None),
    ],
)
def test_heads(head: str, body: str, foot: str, organization: str, title: str | None) -> None:
    draft = read_text(head + body + foot, name="报告.txt")
    assert draft.organization == organization
    assert draft.report_year == 2023
    assert draft.plan_year == 2024
    assert title is None or draft.title == title
    assert [candidate.text for candidate in draft.candidates] == ["（一）执法力量还有不足。", "（一）加强队伍建设。"]


def test_the_names_of_plans_are_no_years() -> None:
    head = (
        "临溪县水利局法治政府建设工作报告\n按照《法治政府建设实施纲要（2021—2025年）》部署，"
        "2022年以来，我局扎实推进依法治水，现将情况报告如下："
    )
    assert read_text(head + NO_YEAR.replace("今年以来，", ""), name="报告.txt").report_year == 2022


def test_attachments_signature_and_date_are_outside_the_last_item() -> None:
    foot = "特此报告。\n附件：1.任务分解表\n2.普法清单\n临溪县水利局\n2024年1月5日\n（联系人：某某，电话：000）"
    draft = read_text("临溪县水利局2023年法治政府建设情况报告" + BODY + foot, name="报告.txt")
    assert draft.candidates[-1].text == "（一）加强队伍建设。"
    assert all("任务分解表" not in section.heading for section in draft.sections)


def test_a_paper_without_a_title_is_named_by_its_file() -> None:
    assert read_text(BODY.strip(), name="某局报告.txt").title == "某局报告"
