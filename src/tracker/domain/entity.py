"""The common base of everything the ledger keeps: frozen, validated, told apart by ``id``."""

from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from tracker.domain.field_words import FIELD_WORDS
from tracker.errors import UserError
from tracker.words import _


class Entity(BaseModel):
    """One row's worth of the domain. ``id`` is 0 until the store has given it a number, which never returns."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
    kind_name: ClassVar[str]  # what the office calls it, for messages and history

    id: int = 0

    @classmethod
    def entered(cls, **values: Any) -> Self:
        """An entity of values that a person entered. Raises UserError naming the field that is wrong."""
        try:
            # asked directly: by way of __init__ the values go round once more, and an import makes 50,000 entities
            made: Self = cls.__pydantic_validator__.validate_python(values)
        except ValidationError as error:
            raise _worded(error) from error
        return made

    def having(self, **changes: Any) -> Self:
        """A validated copy with ``changes``. Raises UserError naming the field that is wrong."""
        return self.entered(**{**dict(self), **changes})


def _worded(error: ValidationError) -> UserError:
    """The first fault of ``error`` in the words of the office."""
    fault = error.errors()[0]
    field = str(fault["loc"][0]) if fault["loc"] else ""
    word = next((names[field] for names in FIELD_WORDS.values() if field in names), "")
    name = _("“{field}”").format(field=_(word)) if word else _("这一项")
    message, hint = _fault_words(fault["type"])
    places = {**fault.get("ctx", {}), "name": name, "value": fault["input"]}
    return UserError(message.format(**places), hint, field=field)


def _fault_words(kind: str) -> tuple[str, str]:
    """What is wrong, with places for the field and its limits, and what to do."""
    mend = _("请改正后再保存。")
    match kind:
        case "string_too_short" | "missing":
            return _("{name}不能为空。"), _("请填写后再保存。")
        case "string_too_long":
            return _("{name}太长，最多 {max_length} 个字。"), _("请缩短后再保存。")
        case "greater_than_equal":
            return _("{name}不能小于 {ge}。"), mend
        case "less_than_equal":
            return _("{name}不能大于 {le}。"), mend
        case "value_error":
            return _("{error}。"), mend
        case date if date.startswith("date"):
            return _("{name}要写成 2025-06-30 这样的日期。"), mend
        case whole if whole.startswith("int"):
            return _("{name}要填整数。"), mend
    return _("{name}填得不对：{value}。"), mend
