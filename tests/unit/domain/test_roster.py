"""A list out of a file compared with that of the ledger."""

from tracker.domain.people import Person, Unit
from tracker.domain.roster import Deed, Difference, FieldChange, RosterRow, compare, only

LAW, TEAM, OLD = Unit(id=1, name="法规科"), Unit(id=2, name="执法大队"), Unit(id=3, name="旧科", active=False)
UNITS = [LAW, TEAM, OLD]


def row(unit: str, name: str = "", duty: str = "", phone: str = "", place: str = "") -> RosterRow:
    return RosterRow(place or f"{unit}{name}", unit, name, duty, phone)


def found(rows: list[RosterRow], *people: Person) -> list[Difference]:
    return compare(rows, UNITS, people)


def test_units_are_new_known_or_back() -> None:
    rows = [row("法规 科"), row("行政执法大队"), row("旧科"), row("行政执法大队", "王强")]
    deeds = [(each.deed, each.row.unit, each.key, each.near) for each in found(rows)]
    assert deeds == [
        (Deed.SAME, "法规 科", 1, ""),
        (Deed.NEW_UNIT, "行政执法大队", 0, "执法大队"),
        (Deed.BACK_UNIT, "旧科", 3, ""),
        (Deed.NEW_PERSON, "行政执法大队", 0, ""),
    ]


def test_a_person_is_known_by_name_and_unit_and_tells_what_changes() -> None:
    person = Person(id=7, name="王强", unit_id=1, duty="科员", phone="66", active=False)
    (same,) = found([row("法规科", "王　强", "科长")], person)
    assert same.deed is Deed.CHANGED
    assert same.key == 7
    assert same.changes == (FieldChange("duty", "科员", "科长"), FieldChange("active", "停用", "在册"))
    (same,) = found([row("法规科", "王强", "", "66")], person.having(active=True))
    assert (same.deed, same.changes) == (Deed.SAME, ())


def test_a_lone_name_moves_with_its_person_and_two_namesakes_stay_two() -> None:
    person = Person(id=7, name="王强", unit_id=1)
    (moved,) = found([row("执法大队", "王强")], person)
    assert moved.changes == (FieldChange("unit", "法规科", "执法大队"),)
    here, there = found([row("法规科", "王强"), row("执法大队", "王强")], person)
    assert (here.deed, there.deed) == (Deed.SAME, Deed.NEW_PERSON)
    (first,) = found([row("执法大队", "王强")], Person(id=8, name="王强"))
    assert (first.key, first.changes) == (8, (FieldChange("unit", "", "执法大队"),))


def test_a_bare_name_that_several_have_is_unclear() -> None:
    people = Person(id=7, name="王强", unit_id=1), Person(id=8, name="王强", unit_id=2)
    (which,) = found([row("", "王强", "科长")], *people)
    assert which.deed is Deed.UNCLEAR
    (one,) = found([row("执法大队", "王强", "科长")], *people)
    assert one.key == 8


def test_a_new_person_much_like_a_known_one_is_told() -> None:
    (new,) = found([row("", "王小何")], Person(id=7, name="王小河"))
    assert (new.deed, new.near) == (Deed.NEW_PERSON, "王小河")


def test_what_is_unticked_is_left_out() -> None:
    rows = [row("新科", "王强"), row("新科", "李明"), row("新科")]
    unit, _first, second = found(rows)
    assert only(rows, [second]) == (rows[0], rows[2])
    assert [(each.unit, each.name) for each in only(rows, [unit])] == [("", "王强"), ("", "李明")]
