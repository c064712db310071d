"""Rows go to the driver as they are; what was forgotten in one of them is not left out in silence."""

import pytest
import sqlalchemy as sa

from posim_desktop.orm import Department
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.services.database import open_engine

_departments = table_of(Department)


def _department(code: str) -> dict[str, object]:
    return {"code": code, "name": code.title(), "archived": False, "version": 1}


@pytest.mark.parametrize("codes", [(), ("A",), ("A", "B", "C")])
def test_rows_are_stored(database_url: str, codes: tuple[str, ...]) -> None:
    engine = open_engine(database_url)
    with engine.begin() as connection:
        insert_rows(connection, _departments, [_department(code) for code in codes])
        assert tuple(connection.scalars(sa.select(_departments.c.code).order_by(_departments.c.code))) == codes
    engine.dispose()


def test_a_row_with_a_column_more_or_less_is_no_row_like_the_others(database_url: str) -> None:
    engine = open_engine(database_url)
    more = _department("B") | {"id": 7}
    less = {name: value for name, value in _department("B").items() if name != "version"}
    for other in (more, less):
        with engine.begin() as connection, pytest.raises(ValueError, match="differ in their columns"):
            insert_rows(connection, _departments, [_department("A"), other])
    engine.dispose()
