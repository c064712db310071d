"""The chain of the audit: each row's digest covers the row and the digest before it, so no row can change unseen."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime

NO_DIGEST = "0" * 64
"""What the first row's digest covers in place of a row before it."""


def chain_digest(previous: str, row: Mapping[str, object]) -> str:
    """Compute the digest of a row and the digest before it.

    Args:
        previous: The digest of the row before, :data:`NO_DIGEST` for the first row.
        row: The row's columns; a ``digest`` among them is left out. Times count to the microsecond in UTC, so that a
            row read back from the database has the digest it was written with.
    """
    content = {name: _written(value) for name, value in row.items() if name != "digest"}
    return hashlib.sha256(f"{previous}{json.dumps(content, sort_keys=True)}".encode()).hexdigest()


def _written(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value if value is None or isinstance(value, int) else str(value)
