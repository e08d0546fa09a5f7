"""The type of rectification (整改类型) that an item's own words speak for."""

import re

from tracker.domain.drafts import Candidate
from tracker.domain.kinds import DeadlineKind, RectificationType

_AT_ONCE = re.compile(
    r"(?<![未没尚])已(?:经)?(?:全部|基本)?(?:完成)?(?:整改|改正|纠正)(?:到位|完毕|完成)?|立行立改|立(?:即|刻)(?:整改|改正|纠正|停止)|即[知查]即改|边查边改"
    r"|当(?:场|即)(?:整改|改正|纠正)"
)
_CONTINUOUS = re.compile(r"长期(?:坚持|整改|推进|抓好)|持续整改|常态化(?:推进|坚持|整改|开展|抓好)|久久为功|常抓不懈")
_STAGES = re.compile(
    r"分(?:阶段|步骤?|批|期|年度?)(?:[^，。；]{0,6}(?:实施|推进|整改|完成|落实))?|第[一二三]阶段|三年行动|三步走"
)


def proposed_type(candidate: Candidate) -> RectificationType | None:
    """What to propose; None where the words speak for no type, for a wrong one is worse than none."""
    deadline = candidate.deadline
    if deadline is not None and deadline.kind is DeadlineKind.STANDING:
        return RectificationType.CONTINUOUS
    days = {step.deadline.day for step in candidate.measures if step.deadline and step.deadline.day}
    steps = "\n".join(step.text for step in candidate.measures)
    words = f"{candidate.text}\n{steps}"
    if len(days) > 1 or _STAGES.search(words):
        return RectificationType.IN_STAGES
    if _CONTINUOUS.search(words) and (deadline is None or deadline.presumed):
        return RectificationType.CONTINUOUS
    return RectificationType.AT_ONCE if _AT_ONCE.search(words) else None
