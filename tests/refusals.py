"""What a refusal says on an English screen, for tests that are about the words."""

from posim_desktop.domain.errors import Refusal
from posim_desktop.ui.refusals import words_of


def english(refusal: Refusal) -> str:
    """Return the words of a refusal; the suite's store format is that of the United States."""
    return words_of(refusal)
