"""The kinds that lists, filters and entities share; free of pydantic, so that a list need not wait for it."""

from enum import StrEnum

from tracker.words import N_


class ItemKind(StrEnum):
    """The two kinds of item; their marks stand inside the codes, such as 2023-问-01."""

    PROBLEM = "problem"
    COMMITMENT = "commitment"

    @property
    def word(self) -> str:
        return _KINDS[self]

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
        return _TYPES[self]


class DeadlineKind(StrEnum):
    """A day, or a standing duty (长期坚持)."""

    DATE = "date"
    STANDING = "standing"


STANDING_WORDS = N_("长期坚持")  # what the ledger keeps as the words of a standing duty


class Role(StrEnum):
    """How somebody answers for an item: two roles are units', two are people's."""

    LEAD = "lead"
    SUPPORT = "support"
    PERSON = "person"
    LEADER = "leader"

    @property
    def word(self) -> str:
        return _ROLES[self]

    @property
    def is_units(self) -> bool:
        return self is Role.LEAD or self is Role.SUPPORT


# Chinese in every language: what is stored, typed and printed; whoever shows a word puts it through ``_``
_KINDS = {ItemKind.PROBLEM: N_("问题"), ItemKind.COMMITMENT: N_("计划任务")}
_TYPES = {
    RectificationType.AT_ONCE: N_("立行立改"),
    RectificationType.IN_STAGES: N_("分阶段整改"),
    RectificationType.CONTINUOUS: N_("持续整改"),
}
_ROLES = {
    Role.LEAD: N_("牵头单位"),
    Role.SUPPORT: N_("配合单位"),
    Role.PERSON: N_("责任人"),
    Role.LEADER: N_("分管领导"),
}
