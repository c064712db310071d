"""The upgrade to print jobs lets whoever may pay money out open the drawer, and nobody else."""

import gzip
from pathlib import Path

import sqlalchemy as sa

from posim_desktop.domain.permits import Permission
from posim_desktop.orm import ShopRole
from posim_desktop.services.database import open_engine
from posim_desktop.services.upgrade import migrate
from posim_desktop.settings import sqlite_url


def test_whoever_pays_out_may_open_the_drawer(tmp_path: Path) -> None:
    shop = tmp_path / "shop.sqlite"
    shop.write_bytes(gzip.decompress((Path(__file__).parent / "dumps" / "0012.sqlite.gz").read_bytes()))
    migrate(sqlite_url(shop), tmp_path)
    engine = open_engine(sqlite_url(shop))
    with engine.connect() as connection:
        held = {row.code: row.permissions for row in connection.execute(sa.select(ShopRole.code, ShopRole.permissions))}
    engine.dispose()
    assert {code for code, permissions in held.items() if Permission.OPEN_DRAWER in permissions} == {"owner", "manager"}
    assert all((Permission.OPEN_DRAWER in each) == (Permission.PAY_OUT in each) for each in held.values())
