"""How an entity becomes a row's image and back; free of SQLAlchemy, which undo and start-up do without."""

from collections.abc import Sequence

from tracker.domain.deadlines import Extension
from tracker.domain.entity import Entity
from tracker.domain.evidence import Evidence
from tracker.domain.items import Item
from tracker.domain.journal import Change, Image
from tracker.domain.links import Link
from tracker.domain.measures import Measure
from tracker.domain.notes import ProgressNote
from tracker.domain.people import Assignment, Person, Unit
from tracker.domain.reports import Excerpt, Report
from tracker.domain.reviews import Review
from tracker.domain.saved_views import SavedView
from tracker.domain.urgings import Urging

Written = tuple[str, int, int | None, str | None, str | None]  # a row of the journal without its step

ENTITIES: dict[str, type[Entity]] = {
    "report": Report,
    "item": Item,
    "excerpt": Excerpt,
    "unit": Unit,
    "person": Person,
    "assignment": Assignment,
    "measure": Measure,
    "note": ProgressNote,
    "evidence": Evidence,
    "extension": Extension,
    "review": Review,
    "link": Link,
    "urging": Urging,
    "saved_view": SavedView,
}

# Pydantic's serializer is asked directly below: model_dump's own checks take twice as long as its work, and an
# import keeps fifty thousand rows.


def image_of(entity: Entity) -> Image:
    """``entity`` as the row that keeps it: JSON values by column name."""
    image: Image = entity.__pydantic_serializer__.to_python(entity, mode="json")
    return image


def images_of(entities: Sequence[Entity]) -> list[Image]:
    """The images of entities of one kind."""
    to_python = entities[0].__pydantic_serializer__.to_python
    return [to_python(entity, mode="json") for entity in entities]


def text_of(entity: Entity) -> str:
    """The image of ``entity`` as the journal writes it."""
    return entity.__pydantic_serializer__.to_json(entity).decode()


def journal_of_new(table: str, entities: Sequence[Entity]) -> list[Written]:
    """The journal's rows of new entities of one kind."""
    to_json = entities[0].__pydantic_serializer__.to_json
    texts = [to_json(entity).decode() for entity in entities]
    return [(table, entity.id, item_of(entity), None, text) for entity, text in zip(entities, texts, strict=True)]


def item_of(entity: Entity) -> int | None:
    """The item whose history a change of ``entity`` belongs to; None for reports, units, people and views."""
    owner: int | None = getattr(entity, "item_id", None)
    if owner is not None:
        return owner
    if isinstance(entity, Item):
        return entity.id
    return entity.from_id if isinstance(entity, Link) else None


def entity_from(change: Change, image: Image) -> Entity:
    """The entity that ``image`` of ``change`` shows."""
    return ENTITIES[change.table].model_validate(image)
