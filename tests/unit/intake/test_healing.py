"""Healing: wraps, page numbers, heads, contents pages and marks go; every character keeps its place."""

from tracker.domain.drafts import squeezed
from tracker.intake.document import Block, Document
from tracker.intake.healing import Healed, heal

BODY = "坚持依法行政，全面落实各项制度，持续规范执法行为，不断提升服务水平，努力让群众满意。"


def healed(text: str) -> Healed:
    return heal(Document.of(Block(line) for line in text.split("\n")))


def paragraphs(text: Healed) -> list[str]:
    return [text.text[p.start : p.end] for p in text.paragraphs]


def wrapped(text: str, width: int = 20) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def test_hard_wrapped_lines_become_paragraphs() -> None:
    source = "\n".join(
        ["一、工作情况", wrapped(BODY), wrapped("（一）" + BODY), "二、存在问题", wrapped("（一）" + BODY)]
    )
    assert paragraphs(healed(source)) == ["一、工作情况", BODY, "（一）" + BODY, "二、存在问题", "（一）" + BODY]


def test_blank_lines_between_wrapped_lines_do_not_part_them() -> None:
    source = wrapped("（一）" + BODY * 5).replace("\n", "\n\n")
    assert paragraphs(healed(source)) == ["（一）" + BODY * 5]


def test_whole_paragraphs_stay_apart_and_a_page_cut_is_closed() -> None:
    first, second = BODY[:-16], BODY[-16:]
    assert paragraphs(healed(f"{BODY}\n{first}\n{second}\n{BODY}")) == [BODY, first + second, BODY]


def test_a_title_is_not_joined_to_what_follows() -> None:
    title = "某某市某某局关于二〇二三年度法治政府建设工作情况的报告"
    assert paragraphs(healed(f"{title}\n{BODY}")) == [title, BODY]


def test_page_numbers_of_all_sorts_go() -> None:
    for number in ("— 3 —", "- 3 -", "第3页", "第 3 页 共 9 页", "3", "－3－", "3/9", "-3-"):
        text = healed(f"{BODY}\n{number}\n{BODY}")
        assert paragraphs(text) == [BODY, BODY], number


def test_a_page_number_inside_an_item_parts_its_spans() -> None:
    text = healed(f"{BODY[:25]}\n— 3 —\n{BODY[25:]}")
    assert paragraphs(text) == [BODY]
    spans = text.spans(0, len(BODY))
    assert len(spans) == 2
    assert squeezed("".join(text.document.text[s.start : s.end] for s in spans)) == squeezed(BODY)


def test_heads_repeated_on_pages_go() -> None:
    blocks = [Block(line, page=page) for page in (1, 2, 3) for line in ("年度报告", BODY, f"— {page} —")]
    assert paragraphs(heal(Document.of(blocks))) == [BODY, BODY, BODY]


def test_pages_of_an_item_part_its_spans() -> None:
    text = heal(Document.of([Block(BODY[:25], page=1, room=0), Block(BODY[25:], page=2, room=9)]))
    assert paragraphs(text) == [BODY]
    assert [span.page for span in text.spans(0, len(BODY))] == [1, 2]


def test_contents_pages_go() -> None:
    source = f"目  录\n一、工作情况……………1\n二、存在问题……………3\n某局报告\n{BODY}\n一、工作情况\n{BODY}"
    assert paragraphs(healed(source)) == ["某局报告", BODY, "一、工作情况", BODY]


def test_marks_go() -> None:
    assert paragraphs(healed("## **一、存在问题**\n**一是**不足。\n> 引文\n- 条目\n---")) == [
        "一、存在问题",
        "一是不足。",
        "引文",
        "条目",
    ]


def test_blanks_round_digits_go_but_a_number_never_filled_in_stays_visible() -> None:
    assert paragraphs(healed("2023 年 3 月 检查   次，Open Data 平台")) == ["2023年3月检查 次，Open Data平台"]


def test_origin_points_at_every_character() -> None:
    text = healed(f"## 一、 问题\n\n　　{wrapped(BODY)}\n3\n{BODY}")
    raw = text.document.text
    assert all(raw[at] == char for at, char in zip(text.origin, text.text, strict=True) if at >= 0)


def test_tables_are_kept_apart() -> None:
    text = heal(Document.of([Block(BODY), Block("序号\t任务", table=True), Block(BODY)]))
    assert [p.table for p in text.paragraphs] == [False, True, False]


def test_a_report_typed_into_one_table_is_text() -> None:
    text = heal(Document.of([Block("标题"), Block(f"一、存在问题\t{BODY}", table=True), Block(BODY, table=True)]))
    assert not any(p.table for p in text.paragraphs)
    assert "一、存在问题" in paragraphs(text)


def test_indents_begin_paragraphs_of_wrapped_text() -> None:
    lines = []
    for _ in range(4):
        lines.extend(wrapped("　　" + BODY + "全面完成任务。", 20).split("\n"))
    assert len(paragraphs(healed("\n".join(lines)))) == 4


def test_half_a_word_at_the_margin_is_no_number() -> None:
    before = "（一）" + BODY * 5
    before += "对" * (-(len(before) + 8) % 20) + "执法监督手段较单"
    text = before + "一，发现问题、纠正问题的刚性不足。" + BODY * 3
    assert "\n一，" in wrapped(text)
    assert paragraphs(healed(wrapped(text))) == [text]


def test_an_item_that_ends_in_its_owners_ends() -> None:
    items = [f"{n}.{BODY[:-1]}。（责任单位：法规科；配合单位：办公室）" for n in (1, 2, 3)]
    assert paragraphs(healed("\n".join([*items, "妥否，请批示。"]))) == [*items, "妥否，请批示。"]


def test_a_web_page_s_own_lines_stay_apart() -> None:
    page = "发布时间：2023-01-12 09:20 信息来源：某某县某某局 阅读次数：88"
    assert paragraphs(healed(f"{page}\n{BODY}"))[1] == BODY
