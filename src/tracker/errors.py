"""The two sorts of error: the world's, worded for the office, and ours."""


class TrackerError(Exception):
    """Base of every error this program raises on purpose."""


class UserError(TrackerError):
    """Something in the world is not as it must be: a file, an entry, a rule of the office.

    ``message`` is one Chinese sentence that names the thing; ``hint`` says what to do; ``field`` names the
    entry it belongs to (an attribute name such as ``deadline_current``), so that a form can show it there.
    """

    def __init__(self, message: str, hint: str = "", *, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.field = field

    def __str__(self) -> str:
        # Chinese sentences follow one another without a blank
        between = "" if self.message.endswith(("。", "！", "？")) else " "
        return f"{self.message}{between}{self.hint}" if self.hint else self.message


class BugError(TrackerError):
    """A rule of the program itself was broken; the log has the traceback."""


class Cancelled(TrackerError):
    """The person asked to stop; nothing was changed."""
