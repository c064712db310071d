"""Running numbers that people see, and the keys of things people do."""

from uuid import UUID, uuid4

from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.why import Why

MAX_PREFIX = 5


def new_operation_key() -> UUID:
    """Make the key of one action; repeating the action with the same key does it only once."""
    return uuid4()


def running_id(prefix: str, number: int) -> str:
    """Write an automatic id: a prefix of up to 5 characters and a number, ``C00042``."""
    return f"{prefix[:MAX_PREFIX]}{number:05d}"


def archived_refusal(card: Record, code: str) -> Refusal:
    """Make the refusal for using an archived card."""
    return Refusal(Why.CARD_ARCHIVED_IN_USE, Field(str(card)), card=card, code=code)
