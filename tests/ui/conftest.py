"""What every test of a window begins and ends with."""

from collections.abc import Iterator

import pytest

from american import write_as_americans_do
from left_open import put_windows_away
from posim_desktop.ui.key_rules import key_rules


@pytest.fixture(autouse=True)
def _clean_screen(qapp: object) -> Iterator[None]:
    del qapp
    key_rules()
    write_as_americans_do()
    yield
    put_windows_away()
