"""The two families of error: a refusal (the person can put it right) and trouble (the machine cannot)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something may not be done, in words a cashier understands.

    Attributes:
        message: One or two sentences that name the rule and the limit.
        field: Name of the input the refusal is about (``"quantity"``), or ``""`` for the whole action.
    """

    message: str
    field: str = ""


class RefusedError(Exception):
    """Raised by a verb whose guard said no; nothing has been written."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.message)
        self.refusal = refusal


class TroubleError(Exception):
    """The database or the machine failed; the message says what the person should do now."""


def require(refusal: Refusal | None) -> None:
    """Raise :class:`RefusedError` when a guard returned a refusal."""
    if refusal is not None:
        raise RefusedError(refusal)


def refuse(message: str, field: str = "") -> RefusedError:
    """Make the error of a refusal that is found while doing, ready to be raised."""
    return RefusedError(Refusal(message, field))
