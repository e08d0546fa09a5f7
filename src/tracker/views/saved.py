"""Saved views as lists show them: the filter and the look that a view's JSON keeps."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.domain.filters import ItemFilter
from tracker.errors import UserError
from tracker.words import _

if TYPE_CHECKING:  # pydantic is loaded after the first paint
    from tracker.domain.saved_views import SavedView

_FILTER, _LOOK = "filter", "look"


@dataclass(frozen=True, slots=True)
class View:
    """One saved view. ``look`` is the table's own: order, grouping and columns as JSON values."""

    id: int
    name: str
    wanted: ItemFilter
    look: Mapping[str, object] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What the navigation knows it by."""
        return f"view-{self.id}"


def view_of(saved: SavedView) -> View:
    """``saved`` as it is shown; what cannot be read of its body asks for nothing."""
    try:
        body = json.loads(saved.body)
    except ValueError:
        body = None
    if not isinstance(body, Mapping):
        body = {}
    look = body.get(_LOOK)
    return View(saved.id, saved.name, ItemFilter.from_json(body.get(_FILTER)), look if isinstance(look, dict) else {})


def body_of(wanted: ItemFilter, look: Mapping[str, object]) -> str:
    """The JSON of a view that shows ``wanted`` with ``look``."""
    return json.dumps({_FILTER: wanted.as_json(), _LOOK: dict(look)}, ensure_ascii=False)


def view_named(views: Iterable[View], name: str) -> View:
    """The view of this name, or the only one whose name has these words. Raises UserError naming those there are."""
    known = tuple(views)
    found = [view for view in known if view.name == name] or [view for view in known if name in view.name]
    if len(found) == 1:
        return found[0]
    names = _("、").join(view.name for view in (found or known))
    hint = (
        _("保存的视图有：{names}。").format(names=names) if names else _("还没有保存的视图，请先在窗口里“存为视图…”。")
    )
    if found:
        raise UserError(_("名称含“{name}”的视图不止一个。").format(name=name), hint, field="view")
    raise UserError(_("没有名为“{name}”的视图。").format(name=name), hint, field="view")
