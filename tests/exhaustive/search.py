"""Every state that a small part of the shop can come into, breadth first.

A part asks the guards of the program's own domain and works out the effects by itself. What must hold is looked at in
each state and at each step; a guard or an effect that is left out must break it.
"""

from collections import deque
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, NamedTuple, TypeVar

NONE = Decimal(0)
ONE = Decimal(1)

State = TypeVar("State", bound=Hashable)


class Step(NamedTuple, Generic[State]):
    """What somebody does, what it is done with, and the state that follows."""

    deed: str
    what: object
    after: State


@dataclass(frozen=True)
class Part(Generic[State]):
    """A part of the shop.

    Attributes:
        name: What it is about.
        start: How it begins.
        steps: What may be done in a state when one thing is left out; a blank name leaves nothing out.
        wrong: Says what is wrong about a state, given the one before and the step; None where all is well.
        left_out: The guards and effects that can be left out.
    """

    name: str
    start: State
    steps: Callable[[State, str], Iterator[Step[State]]]
    wrong: Callable[[State, Step[State]], str | None]
    left_out: tuple[str, ...]


class Searched(NamedTuple):
    """How many states were found, which deeds led to them, and what was wrong first; blank where nothing was."""

    states: int
    deeds: frozenset[str]
    wrong: str


def search(part: Part[State], without: str = "") -> Searched:
    """Look at every state of a part, with one thing left out."""
    seen, waiting, deeds = {part.start}, deque([part.start]), set()
    while waiting:
        state = waiting.popleft()
        for step in part.steps(state, without):
            deeds.add(step.deed)
            wrong = part.wrong(state, step)
            if wrong is not None:
                return Searched(
                    len(seen), frozenset(deeds), f"{state} – {step.deed} {step.what} – {step.after}: {wrong}"
                )
            if step.after not in seen:
                seen.add(step.after)
                waiting.append(step.after)
    return Searched(len(seen), frozenset(deeds), "")


def up_to(most: Decimal) -> Iterator[Decimal]:
    """Count the units from one to so many."""
    return (Decimal(units) for units in range(1, int(most) + 1))
