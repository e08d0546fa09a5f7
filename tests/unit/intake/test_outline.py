"""The outline: nesting of numbers, unnumbered headings, wrong levels."""

from tracker.intake.document import Block, Document
from tracker.intake.healing import heal
from tracker.intake.outline import Node, build, sections


def tree(text: str) -> Node:
    healed = heal(Document.of(Block(line) for line in text.split("\n")))
    return build(healed, start=0, end=len(healed.text), report_year=2023)


def shape(node: Node) -> list[object]:
    return [[child.heading, *shape(child)] for child in node.children]


def test_numbers_nest_by_the_official_order() -> None:
    root = tree("一、甲\n（一）乙\n1.丙\n（1）丁\n（二）戊\n二、己")
    assert shape(root) == [["甲", ["乙", ["丙", ["丁"]]], ["戊"]], ["己"]]


def test_a_list_goes_on_after_being_interrupted() -> None:
    root = tree("一、甲\n一是乙\n1.丙。\n2.丁。\n二是戊")
    assert shape(root) == [["甲", ["乙", ["丙"], ["丁"]], ["戊"]]]


def test_a_soft_list_begins_anew_beside_the_first() -> None:
    root = tree("一、甲\n一是乙；二是丙。\n一是丁；二是戊。")
    assert shape(root) == [["甲", ["乙"], ["丙"], ["丁"], ["戊"]]]


def test_an_inner_list_of_the_outer_kind() -> None:
    root = tree("一、甲\n二、乙\n一、丙事项。\n二、丁事项。\n三、下一步工作计划")
    assert [child.heading for child in root.children] == ["甲", "乙", "下一步工作计划"]
    assert [child.heading for child in root.children[1].children] == ["丙事项", "丁事项"]


def test_unnumbered_headings_stand_where_their_topic_was_promised() -> None:
    root = tree(
        "一、存在的不足和整改情况\n（一）存在的不足\n一是甲。二是乙。\n问题整改情况\n一是丙。二是丁。\n下一步工作计划\n一是戊。二是己。"
    )
    assert [child.heading for child in root.children] == ["存在的不足和整改情况", "下一步工作计划"]
    assert [child.heading for child in root.children[0].children] == ["存在的不足", "问题整改情况"]


def test_a_heading_glued_to_its_text_is_found() -> None:
    root = tree("一、存在的问题我局在推进法治政府建设过程中还存在执法力量不足的情况。")
    assert root.children[0].heading == "存在的问题"


def test_sections_are_headings_not_lists() -> None:
    healed = heal(Document.of(Block(line) for line in ("一、甲乙", "（一）丙丁。一是戊；二是己。")))
    root = build(healed, start=0, end=len(healed.text), report_year=2023)
    assert [(one.level, one.heading) for one in sections(healed, root)] == [(1, "一、甲乙"), (2, "（一）丙丁")]
