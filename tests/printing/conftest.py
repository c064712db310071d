"""What every printed page is written in."""

import pytest
from PySide6.QtWidgets import QApplication

from american import write_as_americans_do


@pytest.fixture(autouse=True)
def _american(qapp: QApplication) -> None:
    del qapp  # fonts and documents end the program without one
    write_as_americans_do()
