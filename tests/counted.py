"""Counting in other money than most shops do, for as long as a test needs."""

from collections.abc import Iterator
from contextlib import contextmanager

from posim_desktop.domain.money import USUAL_DECIMALS, count_in


@contextmanager
def counted_in(places: int) -> Iterator[None]:
    """Count money with so many decimal places, and as usual again afterwards."""
    count_in(places)
    try:
        yield
    finally:
        count_in(USUAL_DECIMALS)
