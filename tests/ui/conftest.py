"""What every test of a window does when it is over."""

from collections.abc import Iterator

import pytest

from left_open import put_windows_away


@pytest.fixture(autouse=True)
def _clean_screen(qapp: object) -> Iterator[None]:
    del qapp
    yield
    put_windows_away()
