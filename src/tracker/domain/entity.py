"""The common base of everything the ledger keeps: frozen, validated, told apart by ``id``."""

from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from tracker.domain.field_words import FIELD_WORDS
from tracker.errors import UserError


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
    words = [names[field] for names in FIELD_WORDS.values() if field in names]
    name = f"“{words[0]}”" if words else "这一项"
    limits: dict[str, Any] = fault.get("ctx", {})
    match fault["type"]:
        case "string_too_short" | "missing":
            return UserError(f"{name}不能为空。", "请填写后再保存。", field=field)
        case "string_too_long":
            return UserError(f"{name}太长，最多 {limits['max_length']} 个字。", "请缩短后再保存。", field=field)
        case "greater_than_equal":
            return UserError(f"{name}不能小于 {limits['ge']}。", "请改正后再保存。", field=field)
        case "less_than_equal":
            return UserError(f"{name}不能大于 {limits['le']}。", "请改正后再保存。", field=field)
        case "value_error":
            return UserError(f"{limits['error']}。", "请改正后再保存。", field=field)
        case kind if kind.startswith("date"):
            return UserError(f"{name}要写成 2025-06-30 这样的日期。", "请改正后再保存。", field=field)
        case kind if kind.startswith("int"):
            return UserError(f"{name}要填整数。", "请改正后再保存。", field=field)
    return UserError(f"{name}填得不对：{fault['input']}。", "请改正后再保存。", field=field)
