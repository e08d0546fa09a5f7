"""Work that nobody waits for."""

import threading
from functools import partial

from pytestqt.qtbot import QtBot

from tracker.gui.evidence.quiet import Quiet


def test_the_newest_wish_comes_first_and_old_ones_are_forgotten(qtbot: QtBot) -> None:
    quiet, gate, came = Quiet(), threading.Event(), list[int]()
    quiet.start("first", gate.wait, lambda _value: came.append(-1))
    dropped = [key for n in range(100) for key in quiet.start(n, partial(abs, n), came.append)]
    assert dropped == list(range(20))
    gate.set()
    qtbot.waitUntil(lambda: not quiet.busy)
    assert came == [-1, *range(99, 19, -1)]


def test_a_wish_replaces_the_one_of_its_name(qtbot: QtBot) -> None:
    quiet, gate, came = Quiet(), threading.Event(), list[str]()
    quiet.start("gate", gate.wait, lambda _value: None)
    quiet.start("page", lambda: "old", came.append)
    quiet.start("page", lambda: "new", came.append)
    quiet.start("other", lambda: "other", came.append)
    quiet.forget("other")
    gate.set()
    qtbot.waitUntil(lambda: not quiet.busy)
    assert came == ["new"]


def test_an_error_is_told_and_the_next_goes_on(qtbot: QtBot) -> None:
    quiet, errors, came = Quiet(), list[BaseException](), list[int]()

    def fail() -> int:
        raise ValueError("broken")

    quiet.start("a", fail, came.append, errors.append)
    quiet.start("b", lambda: 2, came.append)
    qtbot.waitUntil(lambda: not quiet.busy)
    assert [str(error) for error in errors] == ["broken"]
    assert came == [2]


def test_nothing_is_delivered_after_the_end(qtbot: QtBot) -> None:
    quiet, gate, came = Quiet(), threading.Event(), list[bool]()
    quiet.start("a", lambda: gate.wait(5), came.append)
    gate.set()
    quiet.shutdown()
    qtbot.wait(20)
    assert came == []
