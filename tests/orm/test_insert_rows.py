"""Rows go to the driver as they are; rows of another class are not stored in silence."""

from typing import NamedTuple

import pytest
import sqlalchemy as sa

from posim_desktop.orm import Department
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.services.database import open_engine

_departments = table_of(Department)


class Row(NamedTuple):
    code: str
    name: str
    archived: bool = False
    version: int = 1


class Short(NamedTuple):
    code: str
    name: str


@pytest.mark.parametrize("codes", [(), ("A",), ("A", "B", "C")])
def test_rows_are_stored(database_url: str, codes: tuple[str, ...]) -> None:
    engine = open_engine(database_url)
    with engine.begin() as connection:
        insert_rows(connection, _departments, [Row(code, code.title()) for code in codes])
        assert tuple(connection.scalars(sa.select(_departments.c.code).order_by(_departments.c.code))) == codes
    engine.dispose()


def test_a_row_with_fewer_columns_is_no_row_like_the_others(database_url: str) -> None:
    engine = open_engine(database_url)
    with engine.begin() as connection, pytest.raises(ValueError, match="zip"):
        insert_rows(connection, _departments, [Row("A", "A"), Short("B", "B")])
    engine.dispose()
