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


@pytest.fixture
def postgres_till(postgres_url: str) -> Iterator[Till]:
    """Give a till on PostgreSQL, for what only several tills at once can show."""
    till = open_till(postgres_url)
    yield till
    till.engine.dispose()
