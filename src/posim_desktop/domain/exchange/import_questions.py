"""What an import asks before it writes: what a file leaves open, and how it may be answered once for all its rows.

Serves the guide's page "Bring your shop over".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

_MOST_EXAMPLES = 5


class Ask(StrEnum):
    """What a file can leave open."""

    ENCODING = "encoding"
    DECIMAL_SIGN = "decimal-sign"
    MAX_STOCK = "max-stock"
    NEGATIVE_STOCK = "negative-stock"
    ODD_IDS = "odd-ids"
    MISSING_IDS = "missing-ids"
    VENDORS = "vendors"
    DEPARTMENTS = "departments"
    TAX_CODES = "tax-codes"
    TAXED = "taxed"


class ImportAnswer(StrEnum):
    """The answers that are words; an encoding, a tax code and a stock figure stand for themselves."""

    POINT = "point"
    COMMA = "comma"
    AS_MIN = "min"
    ZERO = "zero"
    AS_IT_IS = "as-it-is"
    CHANGE = "change"
    LEAVE_OUT = "leave-out"
    AUTOMATIC = "automatic"
    MAKE = "make"
    LEAVE_BLANK = "leave-blank"


Answers = Mapping[Ask, str]

CHOICES: Mapping[Ask, tuple[str, ...]] = MappingProxyType(
    {
        Ask.DECIMAL_SIGN: (ImportAnswer.POINT, ImportAnswer.COMMA),
        Ask.MAX_STOCK: (ImportAnswer.AS_MIN,),
        Ask.NEGATIVE_STOCK: (ImportAnswer.ZERO, ImportAnswer.AS_IT_IS),
        Ask.ODD_IDS: (ImportAnswer.CHANGE, ImportAnswer.LEAVE_OUT),
        Ask.MISSING_IDS: (ImportAnswer.AUTOMATIC, ImportAnswer.LEAVE_OUT),
        Ask.VENDORS: (ImportAnswer.MAKE, ImportAnswer.LEAVE_BLANK),
        Ask.DEPARTMENTS: (ImportAnswer.MAKE, ImportAnswer.LEAVE_BLANK),
        Ask.TAX_CODES: (ImportAnswer.MAKE, ImportAnswer.LEAVE_BLANK),
    }
)
"""What may be answered; the first is proposed. The rest depends on the file or the shop."""


@dataclass(frozen=True, slots=True)
class ImportQuestion:
    """Something that a file leaves open.

    Attributes:
        ask: What.
        choices: The answers that are offered; for :attr:`Ask.MAX_STOCK` a quantity will do, too.
        answer: The answer that was given, or else the one that is proposed and that the plan supposes.
        is_answered: Whether somebody gave it.
        rows: How many rows it is about; 0 for the whole file.
        examples: Some of what stands there.
    """

    ask: Ask
    choices: tuple[str, ...]
    answer: str
    is_answered: bool
    rows: int = 0
    examples: tuple[str, ...] = ()


@dataclass(slots=True)
class Asking:
    """Collects what has to be asked while rows are read, and gives the answers that there are."""

    answers: Answers = field(default_factory=dict)
    _found: dict[Ask, tuple[list[int], dict[str, None]]] = field(default_factory=dict)
    _choices: dict[Ask, tuple[str, ...]] = field(default_factory=dict)

    def about(self, ask: Ask, example: str, choices: tuple[str, ...] = ()) -> str:
        """Note that a row leaves something open, and return the answer that holds for it."""
        count, examples = self._found.setdefault(ask, ([0], {}))
        count[0] += 1
        if len(examples) < _MOST_EXAMPLES:
            examples[example] = None
        if choices:
            self._choices[ask] = choices
        return self.answers.get(ask) or self._offered(ask)[0]

    def questions(self) -> tuple[ImportQuestion, ...]:
        """List what was asked."""
        return tuple(
            ImportQuestion(
                ask,
                self._offered(ask),
                self.answers.get(ask) or self._offered(ask)[0],
                bool(self.answers.get(ask)),
                count[0],
                tuple(examples),
            )
            for ask, (count, examples) in sorted(self._found.items())
        )

    def _offered(self, ask: Ask) -> tuple[str, ...]:
        return self._choices.get(ask) or CHOICES[ask]
