"""An action that may be tried again: after a lost connection the same content is the same operation, done once."""

from functools import partial
from typing import TYPE_CHECKING

from posim_desktop.domain.changes import Done
from posim_desktop.domain.ids import new_operation_key

if TYPE_CHECKING:
    from uuid import UUID


class Attempt:
    """Remembers the key of what is being tried until it is done or something else is tried."""

    def __init__(self) -> None:
        self._tried: tuple[object, UUID] | None = None

    def key_of(self, verb: partial[Done]) -> "UUID":
        """Return the operation key for a verb with its content."""
        content = (verb.func, verb.keywords)
        if self._tried is None or self._tried[0] != content:
            self._tried = (content, new_operation_key())
        return self._tried[1]

    def is_done(self) -> None:
        """Let the same content be another operation from now on."""
        self._tried = None
