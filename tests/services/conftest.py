"""A till for the tests of verbs."""

from collections.abc import Iterator

import pytest

from seeding import Till, open_till


@pytest.fixture
def till(database_url: str) -> Iterator[Till]:
    """Give a till in an empty shop with one employee."""
    till = open_till(database_url)
    yield till
    till.engine.dispose()
