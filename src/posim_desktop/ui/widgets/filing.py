"""What a filed card is told: what its details have, and the verbs and queries of its kind."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from posim_desktop.domain.changes import Done
from posim_desktop.domain.permits import Permission
from posim_desktop.queries.cards.still_has import StillHas


class Filed(Protocol):
    """What the details of a filed card have."""

    @property
    def id(self) -> int:
        """The record's id."""
        ...

    @property
    def version(self) -> int:
        """How often it was changed."""
        ...

    @property
    def archived(self) -> bool:
        """Whether it is archived."""
        ...

    @property
    def fields(self) -> Any:  # noqa: ANN401 - the dataclass of its kind
        """What is written on it."""
        ...


FiledDetails = TypeVar("FiledDetails", bound=Filed)


@dataclass(frozen=True)
class Filing:
    """How one kind of card is read and written.

    Attributes:
        key: Name of the verbs' parameter for its id: ``"item_id"``.
        fields: The dataclass of what is written on it.
        details: The query that reads it.
        add: The verb that creates it.
        change: The verb that saves what is written on it.
        archive: The verb that archives it.
        bring_back: The verb that puts an archived one back to use.
        delete: The verb that deletes it, or archives one that is in use.
        permission: What it takes to write it; None if everybody may.
        still_has: The query of what it still has that is not over; None where nothing can hang on it.
    """

    key: str
    fields: type[Any]
    details: Callable[..., Any]
    add: Callable[..., Done]
    change: Callable[..., Done]
    archive: Callable[..., Done]
    bring_back: Callable[..., Done]
    delete: Callable[..., Done]
    permission: Permission | None = None
    still_has: Callable[..., tuple[StillHas, ...]] | None = None
