"""What the office calls each field: for messages, history and forms."""

FIELD_WORDS: dict[str, dict[str, str]] = {
    "item": {
        "code": "编号",
        "kind": "类别",
        "year": "年度",
        "title": "短标题",
        "original_text": "原文",
        "cause": "原因",
        "goal": "整改目标",
        "standard": "完成标准",
        "rectification": "整改类型",
        "status": "状态",
        "percent": "完成率",
        "deadline_kind": "时限类别",
        "deadline_text": "时限原文",
        "deadline_presumed": "时限推定",
        "deadline_original": "原定时限",
        "deadline_current": "现定时限",
        "result": "整改结果",
        "remark": "备注",
        "return_count": "退回次数",
        "closed_on": "销号日期",
        "report_id": "来源文件",
    },
    "measure": {
        "position": "次序",
        "text": "措施",
        "unit_id": "责任单位",
        "person_id": "责任人",
        "deadline": "时限",
        "deadline_text": "时限原文",
        "done": "完成",
        "done_on": "完成日期",
        "unfinished_reason": "未完成原因",
    },
    "assignment": {"role": "分工", "unit_id": "单位", "person_id": "人员", "position": "次序"},
    "note": {"text": "进展", "percent": "完成率", "author": "填写人", "noted_on": "日期"},
    "evidence": {
        "name": "文件名",
        "state": "核验",
        "remark": "备注",
        "measure_id": "对应措施",
        "note_id": "对应进展",
        "size": "大小",
        "sha256": "校验码",
        "added_by": "提供人",
        "added_at": "收入时间",
    },
    "extension": {
        "from_date": "原时限",
        "to_date": "新时限",
        "reason": "理由",
        "approver": "批准人",
        "asked_on": "申请日期",
        "late": "逾期后申请",
    },
    "review": {"move": "事由", "person": "经办人", "decided_on": "日期", "words": "意见"},
    "unit": {"name": "单位名称", "position": "次序", "active": "在用"},
    "person": {"name": "姓名", "unit_id": "单位", "duty": "职务", "phone": "电话", "active": "在岗"},
    "report": {"title": "标题", "organization": "单位", "report_year": "报告年度", "kind": "来源类别"},
    "link": {"kind": "关联方式", "from_id": "事项", "to_id": "关联事项"},
}


def field_word(table: str, field: str) -> str:
    """The office's word for a field; the field's own name where it has none."""
    return FIELD_WORDS.get(table, {}).get(field, field)
