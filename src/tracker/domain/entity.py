"""The common base of everything the ledger keeps: frozen, validated, told apart by ``id``."""

from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict


class Entity(BaseModel):
    """One row's worth of the domain. ``id`` is 0 until the store has given it a number, which never returns."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
    kind_name: ClassVar[str]  # what the office calls it, for messages and history

    id: int = 0

    def having(self, **changes: Any) -> Self:
        """A validated copy with ``changes``. Raises pydantic.ValidationError."""
        return type(self).model_validate({**dict(self), **changes})
