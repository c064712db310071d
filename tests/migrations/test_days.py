"""A shop that is older than its drawers sells on: what it posted has no day, what it posts from now on has one."""

from decimal import Decimal
from pathlib import Path

import sqlalchemy as sa

from migrations import freeze
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.orm import Employee, Invoice, Item, ShopRole, TenderPaid
from posim_desktop.queries.sales import days as queries
from posim_desktop.queries.verify import verify
from posim_desktop.services.database import open_engine
from posim_desktop.services.sales import days, tenders
from posim_desktop.services.transaction import Transactor
from posim_desktop.services.upgrade import migrate
from seeding import Till

BEFORE_DRAWERS = "0056"


def upgraded(url: str, folder: Path) -> Till:
    freeze.restore(BEFORE_DRAWERS, url)
    migrate(url, folder)
    engine = open_engine(url)
    with engine.connect() as connection:
        owner = connection.scalars(sa.select(Employee.id).where(Employee.role == str(Role.OWNER))).first()
        items = dict(connection.execute(sa.select(Item.code, Item.id)).all())
    assert owner is not None
    return Till(engine, Transactor(engine), owner, items)


def test_a_shop_that_is_older_than_its_drawers_sells_on(empty_url: str, tmp_path: Path) -> None:
    till = upgraded(empty_url, tmp_path)
    with till.engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).where(Invoice.day_id.is_not(None))) == 0
        standing = sa.select(TenderPaid.id, TenderPaid.invoice_id, TenderPaid.amount).join(
            Invoice, Invoice.id == TenderPaid.invoice_id
        )
        parked = connection.execute(standing.where(Invoice.status == "working", TenderPaid.kind == "cash")).first()
        rights = dict(connection.execute(sa.select(ShopRole.code, ShopRole.permissions)).all())
    assert {code for code, held in rights.items() if Permission.CLOSE_DRAWER in held} >= set(Role)
    assert all((Permission.PAY_FROM_DRAWER in held) == (Permission.PAY_OUT in held) for held in rights.values())

    sale = till.rings_up(("bulb", "1"))
    total = till.total_of(sale)
    till.do(till.posting_of(sale, Tender(TenderKind.CASH, total)))
    back = Decimal(0)
    if parked is not None:  # cash that was in the drawer before there was one goes out of it
        till.run(tenders.give_back, invoice_id=parked.invoice_id, tender_id=parked.id)
        back = parked.amount
    with till.engine.connect() as connection:
        day = queries.here(connection, till.workstation).day
        assert day is not None
        assert day.expected == total - back
    till.run(days.count, day_id=day.row.id, rest=Decimal(100))
    till.run(days.close, day_id=day.row.id, kept=Decimal(100))
    with till.engine.connect() as connection:
        assert verify(connection) == ()
    till.engine.dispose()
