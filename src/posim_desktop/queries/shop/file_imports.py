"""The files that were imported, the newest first. Serves the guide's page "Bring your shop over"."""

from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.orm import Employee, FileImport
from posim_desktop.orm.base import table_of

_imports = table_of(FileImport)
_employees = table_of(Employee)


class ImportRow(NamedTuple):
    """An import; ``employee`` is the name of who made it, None before the shop had employees."""

    id: int
    kind: str
    file_name: str
    made: int
    changed: int
    refused: int
    noted: int
    at: datetime
    undone_at: datetime | None
    employee: str | None


_RECENT = (
    sa.select(*(_imports.c[name] for name in ImportRow._fields[:-1]), _employees.c.name.label("employee"))
    .outerjoin(_employees, _employees.c.id == _imports.c.employee_id)
    .order_by(_imports.c.id.desc())
    .limit(sa.bindparam("most"))
)


def recent(connection: sa.Connection, most: int = 100) -> tuple[ImportRow, ...]:
    """Read the newest imports."""
    return tuple(ImportRow._make(row) for row in connection.execute(_RECENT, {"most": most}))
