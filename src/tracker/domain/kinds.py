"""The kinds that lists, filters and entities share; free of pydantic, so that a list need not wait for it."""

from enum import StrEnum


class ItemKind(StrEnum):
    """The two kinds of item; their marks stand inside the codes, such as 2023-问-01."""

    PROBLEM = "problem"
    COMMITMENT = "commitment"

    @property
    def word(self) -> str:
        return {"problem": "问题", "commitment": "计划任务"}[self.value]

    @property
    def mark(self) -> str:
        return {"problem": "问", "commitment": "计"}[self.value]


class RectificationType(StrEnum):
    """整改类型, after the audit practice of 2021."""

    AT_ONCE = "at_once"
    IN_STAGES = "in_stages"
    CONTINUOUS = "continuous"

    @property
    def word(self) -> str:
        return {"at_once": "立行立改", "in_stages": "分阶段整改", "continuous": "持续整改"}[self.value]


class DeadlineKind(StrEnum):
    """A day, or a standing duty (长期坚持)."""

    DATE = "date"
    STANDING = "standing"


class Role(StrEnum):
    """How somebody answers for an item: two roles are units', two are people's."""

    LEAD = "lead"
    SUPPORT = "support"
    PERSON = "person"
    LEADER = "leader"

    @property
    def word(self) -> str:
        return {"lead": "牵头单位", "support": "配合单位", "person": "责任人", "leader": "分管领导"}[self.value]

    @property
    def is_units(self) -> bool:
        return self is Role.LEAD or self is Role.SUPPORT
