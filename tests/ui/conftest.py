"""What every test of a window begins and ends with."""

from collections.abc import Iterator

import pytest

from left_open import put_windows_away
from posim_desktop.ui import formatting
from posim_desktop.ui.key_rules import key_rules


@pytest.fixture(autouse=True)
def _clean_screen(qapp: object) -> Iterator[None]:
    del qapp
    key_rules()
    formatting.use_store_format("en_US", "UTC")  # a shop that another test opened may have left its own
    yield
    put_windows_away()
