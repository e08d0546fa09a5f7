"""What the office calls each field: for messages, history and forms."""

from tracker.words import N_

FIELD_WORDS: dict[str, dict[str, str]] = {
    "item": {
        "code": N_("编号"),
        "kind": N_("类别"),
        "year": N_("年度"),
        "title": N_("短标题"),
        "original_text": N_("原文"),
        "cause": N_("原因"),
        "goal": N_("整改目标"),
        "standard": N_("完成标准"),
        "rectification": N_("整改类型"),
        "status": N_("状态"),
        "percent": N_("完成率"),
        "deadline_kind": N_("时限类别"),
        "deadline_text": N_("时限原文"),
        "deadline_presumed": N_("时限推定"),
        "deadline_original": N_("原定时限"),
        "deadline_current": N_("现定时限"),
        "result": N_("整改结果"),
        "remark": N_("备注"),
        "return_count": N_("退回次数"),
        "closed_on": N_("销号日期"),
        "report_id": N_("来源文件"),
    },
    "measure": {
        "position": N_("次序"),
        "text": N_("措施"),
        "unit_id": N_("责任单位"),
        "person_id": N_("责任人"),
        "deadline": N_("时限"),
        "deadline_text": N_("时限原文"),
        "done": N_("完成"),
        "done_on": N_("完成日期"),
        "unfinished_reason": N_("未完成原因"),
    },
    "assignment": {"role": N_("分工"), "unit_id": N_("单位"), "person_id": N_("人员"), "position": N_("次序")},
    "note": {"text": N_("进展"), "percent": N_("完成率"), "author": N_("填写人"), "noted_on": N_("日期")},
    "evidence": {
        "name": N_("文件名"),
        "state": N_("核验"),
        "remark": N_("备注"),
        "measure_id": N_("对应措施"),
        "note_id": N_("对应进展"),
        "size": N_("大小"),
        "sha256": N_("校验码"),
        "added_by": N_("提供人"),
        "added_at": N_("收入时间"),
    },
    "extension": {
        "from_date": N_("原时限"),
        "to_date": N_("新时限"),
        "reason": N_("理由"),
        "approver": N_("批准人"),
        "asked_on": N_("申请日期"),
        "late": N_("逾期后申请"),
    },
    "review": {"move": N_("事由"), "person": N_("经办人"), "decided_on": N_("日期"), "words": N_("意见")},
    "unit": {"name": N_("单位名称"), "position": N_("次序"), "active": N_("在用")},
    "person": {
        "name": N_("姓名"),
        "unit_id": N_("单位"),
        "duty": N_("职务"),
        "phone": N_("电话"),
        "active": N_("在岗"),
    },
    "report": {"title": N_("标题"), "organization": N_("单位"), "report_year": N_("报告年度"), "kind": N_("来源类别")},
    "link": {"kind": N_("关联方式"), "from_id": N_("事项"), "to_id": N_("关联事项")},
    "urging": {
        "urged_on": N_("催办日期"),
        "urged_by": N_("催办人"),
        "to_whom": N_("催办对象"),
        "words": N_("催办内容"),
    },
    "saved_view": {"name": N_("视图名称"), "position": N_("次序"), "body": N_("显示内容")},
}


def field_word(table: str, field: str) -> str:
    """The office's word for a field, Chinese in every language; the field's own name where it has none."""
    return FIELD_WORDS.get(table, {}).get(field, field)
