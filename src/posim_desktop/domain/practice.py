"""Practice: a copy of the shop's cards, from which nothing leaves the program. Serves the guide's page "Practice"."""

from enum import StrEnum

from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.why import Why


class Outside(StrEnum):
    """What lies outside the program and stays untouched by practice."""

    JOURNAL = "journal"
    DRAWER = "drawer"
    MAIL = "mail"
    TERMINAL = "terminal"


def outside_refusal(outside: Outside, *, is_practice: bool) -> Refusal | None:
    """Refuse to reach something outside the program from a practice shop; None in a real one."""
    if not is_practice:
        return None
    match outside:
        case Outside.JOURNAL:
            return Refusal(Why.PRACTICE_WRITES_NO_JOURNAL)
        case Outside.DRAWER:
            return Refusal(Why.PRACTICE_OPENS_NO_DRAWER)
        case Outside.MAIL:
            return Refusal(Why.PRACTICE_SENDS_NO_MAIL)
        case Outside.TERMINAL:
            return Refusal(Why.PRACTICE_ASKS_NO_TERMINAL)


class Task(StrEnum):
    """What somebody learns in the first hour, in the order in which it is learned.

    A task is done by what stands in the practice shop: nobody ticks it.
    """

    SELL = "sell"
    CHANGE = "change"
    MISSED_SCAN = "missed scan"
    BACK_ORDER = "back-order"
    PICK_UP = "pick up"
    RETURN = "return"
    CLOSE = "close"


def next_task(done: frozenset[Task]) -> Task | None:
    """Return the first task that is still to do; None when all are done."""
    return next((task for task in Task if task not in done), None)
