"""A receipt before it is bytes or a picture: rows of words, rules, codes and pictures on a strip of paper."""

from dataclasses import dataclass

from posim_desktop.printing.letters import WESTERN, CharacterTable

DOTS_PER_COLUMN = 12
"""How wide a letter of a receipt printer's usual font is."""


@dataclass(frozen=True, slots=True)
class StripPaper:
    """What a receipt printer prints on and with.

    Attributes:
        columns: Letters on a line: 32 on paper of 58 mm, 42 or 48 on paper of 80 mm.
        table: The letters that the printer has.
    """

    columns: int = 42
    table: CharacterTable = WESTERN

    @property
    def dots(self) -> int:
        """How wide a picture is that fills the line."""
        return self.columns * DOTS_PER_COLUMN


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph, and an amount at the right edge of its last line.

    Attributes:
        words: At the left, broken where a line ends.
        amount: At the right, never broken.
        indent: How many columns the words are moved in.
        is_centred: Whether the words stand in the middle; they have no amount then.
        is_tall: Whether they are twice as high.
    """

    words: str
    amount: str = ""
    indent: int = 0
    is_centred: bool = False
    is_tall: bool = False


@dataclass(frozen=True, slots=True)
class RuleAcross:
    """A line across the paper."""


@dataclass(frozen=True, slots=True)
class ScanCode:
    """A barcode, Code 128, with its text below."""

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the middle of the paper, as the content of a file."""

    content: bytes


StripRow = Words | RuleAcross | ScanCode | Picture
Strip = tuple[StripRow, ...]
