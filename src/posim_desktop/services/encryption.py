"""How the way to a PostgreSQL server is kept from others: decided once, when a workstation is connected.

What was found is written into the database's URL, and the driver insists on it from then on: a server that stops
encrypting, or another one in its place, is not spoken to. Serves the guide's page on installing.
"""

from enum import StrEnum
from pathlib import Path

import psycopg
import sqlalchemy as sa

from posim_desktop.services.bounded_connection import BoundedConnection
from posim_desktop.services.database import open_engine


class Way(StrEnum):
    """What is known of the way to a server."""

    ON_THIS_COMPUTER = "on this computer"
    PLAIN = "plain"
    ENCRYPTED = "encrypted"
    PROVEN = "proven"
    CERTIFIED = "certified"


_ENCRYPTED = {"sslmode": "require"}
# Server and client prove to each other, inside the encryption and bound to it, that both know the password: whoever
# sits between them does not, whatever certificate they show.
_PROVEN = {**_ENCRYPTED, "channel_binding": "require"}
_REFUSED_FOR = ("SSL was required", "certificate", "channel binding")


def strictest(url: sa.URL, certificate: Path | None = None) -> tuple[sa.URL, Way]:
    """Find the most that can be asked of a server, and write it into its URL.

    Args:
        url: The server as somebody described it; nothing is asked of it yet.
        certificate: The certificate by which its own is checked, or None.

    Raises:
        DBAPIError: The server cannot be reached, rejects the user, or is not the one that the certificate names.
    """
    if certificate is not None:
        checked = url.update_query_dict({"sslmode": "verify-full", "sslrootcert": str(certificate.resolve())})
        _is_encrypted(checked)
        return checked, Way.CERTIFIED
    if url.host is None:
        return url, Way.ON_THIS_COMPUTER
    if not _is_encrypted(url):
        return url, Way.PLAIN
    proven = url.update_query_dict(_PROVEN)
    try:
        _is_encrypted(proven)
    except sa.exc.OperationalError:
        return url.update_query_dict(_ENCRYPTED), Way.ENCRYPTED
    return proven, Way.PROVEN


def was_refused(error: BaseException | None) -> bool:
    """Return whether a connection was not made because the way to the server is not as safe as it was.

    The words are those of libpq, which are English here; a server's own words come in its language.
    """
    return isinstance(error, psycopg.OperationalError) and any(word in str(error) for word in _REFUSED_FOR)


def _is_encrypted(url: sa.URL) -> bool:
    engine = open_engine(url.render_as_string(hide_password=False))
    try:
        with engine.connect() as connection:
            driver = connection.connection.dbapi_connection
            assert isinstance(driver, BoundedConnection)  # noqa: S101 - every engine of ours connects by it
            return bool(driver.pgconn.ssl_in_use)
    finally:
        engine.dispose()
