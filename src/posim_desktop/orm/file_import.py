"""Imports: who brought which file in, and what became of which card by it."""

from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.orm.base import Base, Column, HasId, check, column, one_of, table
from posim_desktop.orm.types import Quantity


class FileImport(HasId, Base):
    """A file that was brought in; how many cards it made and changed, and how many rows were refused and noted.

    One that was undone says when and by whom; before a shop has employees nobody has a name.
    """

    __tablename__ = "imports"
    __table_args__ = table(
        one_of("kind", ImportKind),
        check("figures_sign", "made >= 0 AND changed >= 0 AND refused >= 0 AND noted >= 0"),
    )

    kind: Column[str] = column(sa.String(text.CODE))
    file_name: Column[str] = column(sa.String(text.NAME))
    made: Column[int]
    changed: Column[int]
    refused: Column[int]
    noted: Column[int]
    employee_id: Column[int | None] = column(sa.ForeignKey("employees.id"))
    workstation: Column[str] = column(sa.String(text.NAME))
    at: Column[datetime]
    undone_at: Column[datetime | None]
    undone_by: Column[int | None] = column(sa.ForeignKey("employees.id"))


class ImportedCard(HasId, Base):
    """A card that an import made or changed.

    ``moved`` is by how much its stock changed. ``before`` and ``after`` are what was written on the fields that
    changed, as :mod:`posim_desktop.domain.exchange.kept_values` writes it; nothing of a card that was made. The card is
    named without a key, as in the audit: one that nobody used may be deleted.
    """

    __tablename__ = "imported_cards"
    __table_args__ = table(sa.UniqueConstraint("import_id", "record_kind", "record_id"))

    import_id: Column[int] = column(sa.ForeignKey("imports.id"))
    record_kind: Column[str] = column(sa.String(text.CODE))
    record_id: Column[int]
    made: Column[bool]
    moved: Column[Decimal] = column(Quantity())
    before: Column[str]
    after: Column[str]
