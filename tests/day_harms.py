# ruff: noqa: S608 - statements of constants of this module
"""Ways to break the days of drawers, and the small shop that had some."""

from decimal import Decimal

import sqlalchemy as sa

from harms import SAM, Harm
from posim_desktop.domain.sales.days import CashMove, RowKind
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.orm import Drawer, DrawerDay
from posim_desktop.services.sales import days, tenders
from seeding import Till

D = Decimal
NOW = "'2026-11-03 10:00:00.000000'"
TILL = "(SELECT id FROM drawers WHERE name = 'till 1')"
CLOSED = "(SELECT MIN(id) FROM drawer_days WHERE status = 'closed')"
OPEN = f"(SELECT id FROM drawer_days WHERE status = 'open' AND drawer_id = {TILL})"
OFFICE = "(SELECT d.id FROM drawer_days d JOIN drawers w ON w.id = d.drawer_id WHERE w.is_office)"
ROW = (
    "INSERT INTO drawer_rows (id, day_id, kind, amount, tender_name, reference, pieces, reason, employee_id, "
    f"workstation, at) VALUES (900, {{day}}, '{{kind}}', {{amount}}, '', '', '', '', {SAM}, 'till 1', {NOW})"
)


def day_of(till: Till) -> int:
    """Find the day of the till's drawer that is not closed."""
    with till.engine.connect() as connection:
        rows = sa.select(DrawerDay.id).join(Drawer, Drawer.id == DrawerDay.drawer_id)
        return connection.scalars(rows.where(DrawerDay.status != "closed", Drawer.name == till.workstation)).one()


def live_two_days(till: Till) -> None:
    """Sell, pay out and park on a first day that is closed 1.00 short; sell on a second, and by card in Office."""
    till.stores("kettle", on_hand="9")
    till.posts(till.rings_up(("kettle", "1")))
    parked = till.rings_up(("kettle", "2"))
    till.run(tenders.take, invoice_id=parked, tender=Tender(TenderKind.CASH, D(10)))
    till.run(days.move_cash, move=CashMove(RowKind.PAID_OUT, D(4), "Milk"))
    day_id = day_of(till)
    till.run(days.count, day_id=day_id, rest=D(29))
    till.run(days.close, day_id=day_id, kept=D(20))
    till.posts(till.rings_up(("kettle", "1")))
    with till.engine.connect() as connection:
        office = connection.scalars(sa.select(Drawer.id).where(Drawer.is_office)).one()
    desk = Till(till.engine, till.transactor, till.employee_id, till.items, "desk")
    desk.run(days.use_drawer, drawer_id=office)
    desk.do(desk.posting_of(desk.rings_up(("kettle", "1")), Tender(TenderKind.CARD, D(24))))


DAY_HARMS = {
    "an invoice of no day": Harm(
        "Z1",
        ("UPDATE invoices SET day_id = NULL WHERE number = 2",),
        "Z1: invoice 2: is posted in no day",
    ),
    "a payment that no day has": Harm(
        "Z1",
        (f"DELETE FROM drawer_rows WHERE day_id = {OPEN}",),
        "Z1: invoice 2: 24.00 was paid less change, but its days have 0.00",
        frozenset({"Z5"}),
    ),
    "two days of one drawer": Harm(
        "Z2",
        ("DROP INDEX ix_drawer_days_one_open", f"UPDATE drawer_days SET drawer_id = {TILL} WHERE id = {OFFICE}"),
        "Z2: drawer till 1: has 2 days that are not closed",
    ),
    "a Z that is missing": Harm(
        "Z3",
        (f"UPDATE drawers SET last_number = 2 WHERE id = {TILL}",),
        "Z3: drawer till 1: closed 1 days, but its last Z is 2",
    ),
    "a Z with a gap before it": Harm(
        "Z3",
        ("UPDATE drawer_days SET number = 2 WHERE number = 1", f"UPDATE drawers SET last_number = 2 WHERE id = {TILL}"),
        "Z3: drawer till 1: closed 1 days, but its last Z is 2",
    ),
    "figures that were changed": Harm(
        "Z4",
        (f"UPDATE drawer_days SET figures = REPLACE(figures, '\"-4.00\"', '\"-3.00\"') WHERE id = {CLOSED}",),
        "Z4: drawer till 1: Z 1 says paid_out -3.00, but its rows say -4.00",
    ),
    "figures that are none": Harm(
        "Z4", (f"UPDATE drawer_days SET figures = '7' WHERE id = {CLOSED}",), "the figures of Z 1 cannot be read"
    ),
    "something else expected": Harm(
        "Z4",
        (f"UPDATE drawer_days SET expected = expected + 100 WHERE id = {CLOSED}",),
        "Z4: drawer till 1: Z 1 expected 31.00, but its figures make it 30.00",
    ),
    "a row of a closed day": Harm(
        "Z4",
        ("UPDATE drawer_rows SET amount = -500 WHERE kind = 'paid out'",),
        "Z4: drawer till 1: Z 1 says paid_out -4.00, but its rows say -5.00",
    ),
    "money that no tender brought": Harm(
        "Z5",
        (f"UPDATE drawer_days SET was_left = 100, float_reason = 'x' WHERE id = {OPEN}",),
        "Z5: drawer till 1: a day began with 1.00 left in it, but 20.00 was left",
    ),
    "cash in Office": Harm(
        "Z6", (ROW.format(day=OFFICE, kind="paid in", amount=100),), "Z6: drawer Office: has no cash"
    ),
    "money after the count": Harm(
        "Z7",
        (ROW.format(day=CLOSED, kind="paid in", amount=100),),
        "Z7: drawer till 1: a day that is counted took money",
        frozenset({"Z4"}),
    ),
    "another count": Harm(
        "Z7",
        ("UPDATE drawer_rows SET amount = 100 WHERE kind = 'count'",),
        "29.00 was counted, but the count says 1.00",
    ),
    "a day that nobody counted": Harm(
        "Z7", ("DELETE FROM drawer_rows WHERE kind = 'count'",), "Z7: drawer till 1: a day that is counted"
    ),
}
