"""Two families of error: a refusal (the person can correct it) and trouble (only the machine or a technician can)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeAlias, Union

from typing_extensions import override

from posim_desktop.domain.permits import Permit
from posim_desktop.domain.why import Why


@dataclass(frozen=True, slots=True)
class Field:
    """An input of a form, by the name that the verb gives it."""

    name: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    Attributes:
        column: Name of the column.
        line: Id of what the row is about.
        backorder: Id of the backorder that the row sets beside its line, where there is one.
    """

    column: str
    line: int
    backorder: int | None = None


Where: TypeAlias = Field | Cell | None
"""What a refusal is about; None is the whole action."""

NamedQuantity: TypeAlias = tuple[str, Decimal]
"""A name and how many units are that person's."""

Fact: TypeAlias = Union[
    str, int, Decimal, date, tuple[str, ...], tuple[NamedQuantity, ...], tuple[Permit, ...], "Refusal"
]


@dataclass(frozen=True, slots=True, init=False)
class Refusal:
    """Why something may not be done: no words, but what they are made of.

    Attributes:
        why: The rule that said no.
        where: The input it is about.
        facts: Limits, names and figures that the words of this rule name.
    """

    why: Why
    where: Where
    facts: Mapping[str, Fact] = field(hash=False)

    def __init__(self, why: Why, where: Where = None, **facts: Fact) -> None:
        """Refuse by a rule, at a place, with the facts that its words name."""
        object.__setattr__(self, "why", why)
        object.__setattr__(self, "where", where)
        object.__setattr__(self, "facts", facts)

    @override
    def __str__(self) -> str:
        """Write the rule and its facts, for logs; the words for people are made by the screen."""
        return " ".join([str(self.why), *(f"{name}={fact}" for name, fact in self.facts.items())])

    def at(self, where: Where) -> "Refusal":
        """Return the same refusal about another input."""
        return Refusal(self.why, where, **self.facts)


class RefusedError(Exception):
    """Raised by a verb whose guard said no; nothing has been written."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(str(refusal))
        self.refusal = refusal


class TroubleError(Exception):
    """The database or the machine failed; the message says what the person should do now.

    Attributes:
        words: The message in English; what it names stands in braces: ``{file}``. Screens translate it.
        facts: What it names.
    """

    def __init__(self, words: str, **facts: str) -> None:
        super().__init__(words.format(**facts))
        self.words = words
        self.facts = facts


class ShopRestoredError(TroubleError):
    """The shop is another one than was opened: it was restored from a backup since then."""


def require(refusal: Refusal | None) -> None:
    """Raise :class:`RefusedError` when a guard returned a refusal."""
    if refusal is not None:
        raise RefusedError(refusal)


def refuse(why: Why, where: Where = None, **facts: Fact) -> RefusedError:
    """Return a RefusedError for a refusal found inside a verb, ready to raise."""
    return RefusedError(Refusal(why, where, **facts))
