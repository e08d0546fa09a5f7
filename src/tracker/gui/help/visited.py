"""Where one was in the manual, and the way back and forward again."""

Place = tuple[str, int]  # a chapter, and how far it was scrolled


class Visited:
    """Places in the order in which one came to them; going elsewhere forgets what lay ahead."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    def leave(self, scrolled: int) -> None:
        """Remember how far the present chapter is scrolled."""
        if self._places:
            self._places[self._at] = (self._places[self._at][0], scrolled)

    def come(self, key: str, scrolled: int) -> None:
        """Come to a place that is new."""
        del self._places[self._at + 1 :]
        self._places.append((key, scrolled))
        self._at += 1

    def can(self, step: int) -> bool:
        """Whether there is a place ``step`` further on; −1 is back."""
        return 0 <= self._at + step < len(self._places)

    def travel(self, step: int) -> Place:
        """Go ``step`` further on, which must be possible."""
        self._at += step
        return self._places[self._at]
