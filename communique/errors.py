"""The one family of errors. Each says what is wrong and, in `hint`, what to do next.

Raised where the cause is known, printed once at the edge (the command line); no other exception is meant
to reach a user.
"""


class CommuniqueError(Exception):
    """Base of all errors raised on purpose.

    Args:
        message: what is wrong, naming the file and line where there is one.
        hint: what the user can do about it, one sentence; empty if there is nothing to add.
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class DataError(CommuniqueError):
    """The data is at fault: a file that cannot be read, a table that breaks the contract (exit code 1)."""


class UsageError(CommuniqueError):
    """The call is at fault: a path that does not exist, options that contradict each other (exit code 2)."""

    exit_code = 2


def first_line(error: Exception) -> str:
    """What an error of somebody else says, shortly."""
    return (str(error).splitlines() or [type(error).__name__])[0]
