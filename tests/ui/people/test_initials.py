"""Who is listed is known by the initials, also in the row that is chosen."""

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from posim_desktop.ui.people.initials import initials_icon, initials_of


@pytest.mark.parametrize(
    ("name", "initials"), [("Ana Ferreira", "AF"), ("Kim", "K"), ("liv van der haugen", "LH"), ("  ", "")]
)
def test_the_first_letters_of_the_first_and_the_last_word(name: str, initials: str) -> None:
    assert initials_of(name) == initials


def test_the_chosen_row_shows_them_as_clearly_as_the_others(qapp: QApplication) -> None:
    assert qapp is not None
    icon = initials_icon("Ana Ferreira", 32)
    shown, chosen = (icon.pixmap(32, 32, mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected))
    assert shown == chosen
