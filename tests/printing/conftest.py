"""What every printed page is written in."""

import pytest

from posim_desktop.ui import formatting


@pytest.fixture(autouse=True)
def _store_format() -> None:
    formatting.use_store_format("en_US", "UTC")  # a shop that another test opened may have left its own
