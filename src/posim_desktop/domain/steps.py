"""The legal status changes of a document."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

Status = TypeVar("Status", bound=StrEnum)


def step_to(legal: Mapping[Status, frozenset[Status]], status: Status, to: Status) -> Status:
    """Return the status that a document goes on to.

    Raises:
        ValueError: No document goes there; a verb's guard should have refused it.
    """
    if to not in legal[status]:
        raise ValueError(f"{status} never becomes {to}")
    return to
