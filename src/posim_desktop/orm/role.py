"""Roles: what their people may do, and how far."""

from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.permits import Permission
from posim_desktop.orm.base import Base, Column, HasId, check, column, money_range, table
from posim_desktop.orm.types import Money, Percent

_KNOWN = frozenset(str(permission) for permission in Permission)


class PermissionSet(TypeDecorator[frozenset[Permission]]):
    """Permissions as one text: their names in order, a comma after each.

    A name that this program does not know lets nobody do anything, and stops nothing.
    """

    impl = sa.Text
    cache_ok = True

    @override
    def process_bind_param(self, value: frozenset[Permission] | None, dialect: sa.Dialect) -> str | None:
        return None if value is None else "".join(f"{permission}," for permission in sorted(value))

    @override
    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> frozenset[Permission] | None:
        return None if value is None else frozenset(map(Permission, _KNOWN.intersection(value.split(","))))


class ShopRole(HasId, Base):
    """A role; employees name it by its ``code``. A limit that is empty is none."""

    __tablename__ = "roles"
    __table_args__ = table(
        check("discount_range", "most_discount BETWEEN 0 AND 1000000"),
        check("floor_range", "price_floor BETWEEN 0 AND 1000000"),
        money_range("most_paid_out"),
        check("deposit_range", "least_deposit BETWEEN 0 AND 1000000"),
    )

    code: Column[str] = column(sa.String(text.CODE), unique=True)
    name: Column[str] = column(sa.String(text.NAME))
    permissions: Column[frozenset[Permission]] = column(PermissionSet())
    most_discount: Column[Decimal | None] = column(Percent())
    price_floor: Column[Decimal | None] = column(Percent())
    most_paid_out: Column[Decimal | None] = column(Money())
    least_deposit: Column[Decimal | None] = column(Percent())
    archived: Column[bool]
    version: Column[int]
    search_text: Column[str] = column(sa.DefaultClause(""))
