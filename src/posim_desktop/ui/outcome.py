"""What came of something a person did, and how it is done once however often it is tried."""

from dataclasses import dataclass
from functools import partial
from typing import TypeAlias
from uuid import UUID

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.ids import new_operation_key


@dataclass(frozen=True, slots=True)
class Refused:
    """A guard said no, and nothing was written; the person can put it right."""

    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Trouble:
    """The database failed, or the person stopped waiting for it; the message says what is known and what to do."""

    message: str


Outcome: TypeAlias = Done | Refused | Trouble


class Attempt:
    """Holds the operation key of a person's action from its first try until it is done.

    A try whose answer was lost may have been done; the same action tried again has the same key, so it is done once.

    Attributes:
        is_done: Whether what was tried last is over, be it that the answer came late.
    """

    def __init__(self, *, one_action: bool = False, key: UUID | None = None) -> None:
        """Make ready.

        Args:
            key: Under which the first try is made, where it was known before: it may have been tried already.
            one_action: Whether all that is tried until it is done is one action: a dialog's OK, whatever is corrected
                between two tries. Otherwise another verb or other content is another action: a scan of other goods.
        """
        self._one_action = one_action
        self.is_done = False
        self._key = key
        self._action: object = None
        self._is_untried = key is not None

    def key_of(self, verb: partial[Done]) -> UUID:
        """Return the key under which to try a verb."""
        action = None if self._one_action else (verb.func, verb.keywords)
        if self._is_untried:
            self._is_untried, self._action = False, action
        if self._key is None or self._action != action:
            self._key, self._action, self.is_done = new_operation_key(), action, False
        return self._key

    def is_over(self) -> None:
        """Let whatever is tried next be another action: this one is done, or the person began again."""
        self._key, self.is_done = None, True
