"""How long work tells how far it is, and learns that it shall stop."""

from typing import Protocol


class Progress(Protocol):
    """Called with (done, total, text); total 0 means unknown. It may raise ``Cancelled``."""

    def __call__(self, done: int, total: int, text: str = "") -> None: ...


def silent(done: int, total: int, text: str = "") -> None:
    """A Progress that nobody watches."""
