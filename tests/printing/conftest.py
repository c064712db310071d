"""What every printed page is written in."""

import pytest

from american import write_as_americans_do


@pytest.fixture(autouse=True)
def _american() -> None:
    write_as_americans_do()
