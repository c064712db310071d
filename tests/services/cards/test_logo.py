"""The shop's logo is kept apart from the other preferences, changed and removed by the same people, and audited."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from posim_desktop.domain.changes import Record
from posim_desktop.domain.preferences import MAX_LOGO_BYTES
from posim_desktop.domain.why import Why
from posim_desktop.orm import AuditEvent
from posim_desktop.queries.shop import preferences as queries
from posim_desktop.services.cards import preferences
from seeding import Till, open_till

PNG = b"\x89PNG\r\n\x1a\nlogo"


@pytest.fixture
def till(database_url: str) -> Iterator[Till]:
    """Give a till in an empty shop."""
    till = open_till(database_url)
    yield till
    till.engine.dispose()


def changes(till: Till, logo: bytes | None) -> None:
    with till.engine.connect() as connection:
        standing = queries.load(connection)
    done = till.run(preferences.change, preferences=standing, logo=logo)
    assert {change.record for change in done.changes} == {Record.PREFERENCE}


def test_it_is_changed_and_removed_and_the_audit_says_which_it_was(till: Till) -> None:
    for logo in (PNG, None, PNG, b""):
        changes(till, logo)
        with till.engine.connect() as connection:
            assert queries.on_paper(connection).logo == queries.logo(connection) == (PNG if logo is None else logo)
            assert queries.load(connection).logo == b""
    with till.engine.connect() as connection:
        asked = sa.select(AuditEvent.before, AuditEvent.after).where(AuditEvent.action == "change preferences")
        first, last = (tuple(row) for row in connection.execute(asked.order_by(AuditEvent.id)))
    assert PNG.hex() not in str(first)
    assert first == last[::-1], "what stays as it is is no event"


@pytest.mark.parametrize(
    ("logo", "why"), [(b"GIF89a", Why.NOT_A_PICTURE), (PNG.ljust(MAX_LOGO_BYTES + 1), Why.PICTURE_TOO_LARGE)]
)
def test_what_no_paper_can_show_is_not_kept(till: Till, logo: bytes, why: Why) -> None:
    with till.engine.connect() as connection:
        standing = queries.load(connection)
    assert till.refusal(preferences.change, preferences=standing, logo=logo).why is why
