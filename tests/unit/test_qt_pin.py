"""Why PySide6 is pinned: 6.12.0 on Python 3.11 loses a reference to None at every call without a result."""

import sys

import pytest

QtWidgets = pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)
CALLS = 1000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
@pytest.mark.usefixtures("qapp")
def test_calls_without_a_result_keep_the_references_of_none() -> None:
    label = QtWidgets.QLabel()
    before = sys.getrefcount(None)
    for _turn in range(CALLS):
        label.setText("整改")
    assert abs(sys.getrefcount(None) - before) < CALLS / 10
