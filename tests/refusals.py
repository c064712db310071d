"""What a refusal says on an English screen, for tests that are about the words."""

from american import write_as_americans_do
from posim_desktop.domain.errors import Refusal
from posim_desktop.ui.refusals import words_of


def english(refusal: Refusal) -> str:
    """Return the words of a refusal, with numbers as in the United States."""
    write_as_americans_do()
    return words_of(refusal)
