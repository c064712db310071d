"""The upgrade to returns of a sale lets people go on taking goods back without a receipt, and nobody begins to."""

import gzip
from pathlib import Path

import sqlalchemy as sa

from posim_desktop.domain.permits import Permission
from posim_desktop.orm import InvoiceLine, ShopRole
from posim_desktop.orm.base import table_of
from posim_desktop.services.database import open_engine
from posim_desktop.services.upgrade import migrate
from posim_desktop.settings import sqlite_url


def test_whoever_took_goods_back_goes_on_doing_so(tmp_path: Path) -> None:
    shop = tmp_path / "shop.sqlite"
    shop.write_bytes(gzip.decompress((Path(__file__).parent / "dumps" / "0012.sqlite.gz").read_bytes()))
    migrate(sqlite_url(shop), tmp_path)
    engine = open_engine(sqlite_url(shop))
    lines = table_of(InvoiceLine)
    with engine.connect() as connection:
        held = dict(connection.execute(sa.select(ShopRole.code, ShopRole.permissions)).all())
        of_a_sale = connection.scalar(sa.select(sa.func.count()).where(lines.c.returns_line_id.is_not(None)))
        told = connection.scalar(sa.select(sa.func.count()).where(sa.or_(lines.c.return_reason != "", lines.c.damaged)))
    engine.dispose()
    takes_back = {code for code, permissions in held.items() if Permission.RETURN_GOODS in permissions}
    assert takes_back == {"owner", "manager"}
    for new in (Permission.RETURN_WITHOUT_RECEIPT, Permission.REFUND_OTHERWISE):
        assert {code for code, permissions in held.items() if new in permissions} == takes_back
    assert (of_a_sale, told) == (0, 0)
