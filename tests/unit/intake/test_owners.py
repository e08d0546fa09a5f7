"""Owners as reports state them."""

import pytest

from tracker.domain.drafts import DraftOwners
from tracker.intake.owners import find_owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            "完善制度。（牵头单位：法规科；配合单位：执法大队、各中队；完成时限：6月底前）",
            DraftOwners(lead=("法规科",), support=("执法大队", "各中队")),
        ),
        ("完善制度。（责任单位：法规科、办公室）", DraftOwners(lead=("法规科", "办公室"))),
        (
            "完善制度。\n责任单位：法规科  责任人：张三  完成时限：6月底",
            DraftOwners(lead=("法规科",), person=("张三",)),
        ),
        (
            "完善制度。（牵头领导：李四，责任科室：宣传股）",
            DraftOwners(lead=("宣传股",), leader=("李四",)),
        ),
        ("由法规科牵头，执法大队、各中队配合。", DraftOwners(lead=("法规科",), support=("执法大队", "各中队"))),
        ("（法规股牵头，办公室、执法股配合）", DraftOwners(lead=("法规股",), support=("办公室", "执法股"))),
        ("加强培训。（政策法规科）", DraftOwners(lead=("政策法规科",))),
        ("（牵头单位：县住房和城乡建设局和县司法局）", DraftOwners(lead=("县住房和城乡建设局", "县司法局"))),
        (
            "（牵头单位：法规科；责任单位：法规科、执法队）",
            DraftOwners(lead=("法规科",), support=("执法队",)),
        ),
        ("（责任单位：办公室，长期坚持）", DraftOwners(lead=("办公室",))),
        ("（责任单位：法规科，6月底前）", DraftOwners(lead=("法规科",))),
        (
            "全覆盖，责任领导：王某某，责任科室：普查中心。",
            DraftOwners(lead=("普查中心",), leader=("王某某",)),
        ),
        ("责任股室：办公室；分管领导：钱某；责任人员：孙某", DraftOwners(("办公室",), (), ("孙某",), ("钱某",))),
        ("明确责任单位和责任人，压实责任。", DraftOwners()),
        ("充分发挥牵头作用，强化部门配合。", DraftOwners()),
        ("落实行政执法责任制。", DraftOwners()),
    ],
)
def test_owners_are_named_apart(text: str, owners: DraftOwners) -> None:
    assert find_owners(text) == owners
