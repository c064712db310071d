"""Rules Z1 to Z7: each payment is in one day, and a Z says for ever what the ledgers say.

The database adds and compares. What a day came to is worked out again here, by the very query that an X uses.
"""

from collections.abc import Iterator
from dataclasses import fields, replace
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain.money import ZERO, money_places
from posim_desktop.domain.sales.day_figures import DayFigures, as_kept, read
from posim_desktop.domain.sales.days import DayStatus
from posim_desktop.orm import Drawer, DrawerDay, Invoice, TenderPaid
from posim_desktop.queries.sales import day_sums
from posim_desktop.queries.verify.violation import Rule, Violation, called

_MONEY = "('tender', 'change', 'given back', 'paid in', 'paid out', 'drop')"
_OWN = "('deposit', 'credit')"

RULES = (
    Rule(
        "Z1",
        "invoice",
        "is posted in no day, but number {} has one since {}",
        """SELECT i.id, i.number, f.first, f.day_id
             FROM invoices i
             JOIN (SELECT number AS first, day_id FROM invoices WHERE day_id IS NOT NULL ORDER BY number LIMIT 1) f
               ON f.first < i.number
            WHERE i.status = 'processed' AND i.day_id IS NULL""",
        places=0,
    ),
    Rule(
        "Z1",
        "customer",
        "has a movement of money {} in no day, but movement {} has one",
        """SELECT c.id, c.code, m.id, f.first
             FROM customer_money m
             JOIN customers c ON c.id = m.customer_id
             JOIN (SELECT MIN(id) AS first FROM customer_money WHERE day_id IS NOT NULL) f ON f.first < m.id
            WHERE m.day_id IS NULL""",
        places=0,
    ),
    Rule(
        "Z1",
        "invoice",
        "{} was paid less change, but its days have {}",
        f"""SELECT i.id, i.number,
                   COALESCE(t.taken, 0) - CASE WHEN i.day_id IS NULL THEN 0 ELSE COALESCE(t.change, 0) END,
                   COALESCE(r.moved, 0)
              FROM invoices i
              LEFT JOIN (SELECT invoice_id, SUM(CASE WHEN day_id IS NULL THEN 0 ELSE amount END) AS taken,
                                SUM(change) AS change
                           FROM tenders WHERE kind NOT IN {_OWN} GROUP BY invoice_id) t ON t.invoice_id = i.id
              LEFT JOIN (SELECT invoice_id, SUM(amount) AS moved FROM drawer_rows
                          WHERE kind IN ('tender', 'change') OR kind = 'given back' AND taken_day_id IS NOT NULL
                          GROUP BY invoice_id) r ON r.invoice_id = i.id
             WHERE COALESCE(t.taken, 0) - CASE WHEN i.day_id IS NULL THEN 0 ELSE COALESCE(t.change, 0) END
                   <> COALESCE(r.moved, 0)""",  # noqa: S608 - text of this module
        places=money_places,
    ),
    Rule(
        "Z2",
        "drawer",
        "has {} days that are not closed, and {} at most",
        """SELECT w.id, w.name, COUNT(*), 1 FROM drawers w JOIN drawer_days d ON d.drawer_id = w.id
            WHERE d.status <> 'closed' GROUP BY w.id, w.name HAVING COUNT(*) > 1""",
        places=0,
    ),
    Rule(
        "Z3",
        "drawer",
        "closed {} days, but its last Z is {}",
        """SELECT w.id, w.name, COUNT(g.number), w.last_number
             FROM drawers w
             LEFT JOIN (SELECT drawer_id, number, number AS first FROM drawer_days WHERE number IS NOT NULL
                        UNION ALL SELECT drawer_id, last, first FROM skipped_numbers WHERE drawer_id IS NOT NULL) g
               ON g.drawer_id = w.id
            GROUP BY w.id, w.name, w.last_number
           HAVING COALESCE(SUM(g.number - g.first + 1), 0) <> w.last_number
               OR COALESCE(MAX(g.number), 0) <> w.last_number
               OR COUNT(DISTINCT g.number) <> COUNT(g.number)""",
        places=0,
    ),
    Rule(
        "Z5",
        "drawer",
        "a day began with {} left in it, but {} was left",
        """SELECT w.id, w.name, d.was_left, p.kept
             FROM drawer_days d
             JOIN drawers w ON w.id = d.drawer_id
             JOIN drawer_days p ON p.id = (SELECT MAX(b.id) FROM drawer_days b
                                            WHERE b.drawer_id = d.drawer_id AND b.id < d.id)
            WHERE COALESCE(d.was_left, -1) <> COALESCE(p.kept, -1)""",
        places=money_places,
    ),
    Rule(
        "Z6",
        "drawer",
        "has no cash, but a row of {} in cash in day {}",
        f"""SELECT w.id, w.name, r.amount, r.day_id
              FROM drawer_rows r JOIN drawer_days d ON d.id = r.day_id JOIN drawers w ON w.id = d.drawer_id
             WHERE w.is_office AND r.amount <> 0 AND r.kind IN {_MONEY}
               AND (r.tender_kind IS NULL OR r.tender_kind = 'cash')""",  # noqa: S608 - text of this module
        places=0,
    ),
    Rule(
        "Z7",
        "drawer",
        "a day that is counted took money in row {}, after it was counted in row {}",
        f"""SELECT w.id, w.name, m.last, c.last
              FROM drawer_days d
              JOIN drawers w ON w.id = d.drawer_id
              LEFT JOIN (SELECT day_id, MAX(id) AS last FROM drawer_rows
                          WHERE kind IN {_MONEY} GROUP BY day_id) m ON m.day_id = d.id
              LEFT JOIN (SELECT day_id, MAX(id) AS last FROM drawer_rows
                          WHERE kind = 'count' GROUP BY day_id) c ON c.day_id = d.id
             WHERE d.status <> 'open' AND (c.last IS NULL OR m.last > c.last)""",  # noqa: S608 - text of this module
        places=0,
    ),
    Rule(
        "Z7",
        "drawer",
        "{} was counted, but the count says {}",
        """SELECT w.id, w.name, d.counted, r.amount
             FROM drawer_days d
             JOIN drawers w ON w.id = d.drawer_id
             JOIN drawer_rows r ON r.id = (SELECT MAX(c.id) FROM drawer_rows c
                                            WHERE c.day_id = d.id AND c.kind = 'count')
            WHERE d.status <> 'open' AND d.counted <> r.amount""",
        places=money_places,
    ),
)
_DAYS = (
    sa.select(DrawerDay.id, DrawerDay.status, DrawerDay.number, DrawerDay.expected, DrawerDay.figures, Drawer.name)
    .select_from(DrawerDay)
    .join(Drawer, Drawer.id == DrawerDay.drawer_id)
    .order_by(DrawerDay.id)
)
_PAID = (
    sa.select(
        sa.func.coalesce(
            sa.func.sum(
                sa.case((TenderPaid.day_id.is_(None), 0), else_=TenderPaid.amount)
                - sa.case((Invoice.day_id.is_(None), 0), else_=TenderPaid.change)
            ),
            ZERO,
            type_=TenderPaid.amount.type,
        )
    )
    .select_from(TenderPaid)
    .join(Invoice, Invoice.id == TenderPaid.invoice_id)
    .where(TenderPaid.kind.not_in(["deposit", "credit"]))
)
_GIVEN_BACK = sa.text(
    "SELECT COALESCE(SUM(amount), 0) FROM drawer_rows WHERE kind = 'given back' AND taken_day_id IS NULL"
)
_SOLD = sa.select(sa.func.coalesce(sa.func.sum(Invoice.total), ZERO, type_=Invoice.total.type)).where(
    Invoice.day_id.is_not(None)
)


def frozen(connection: sa.Connection) -> Iterator[Violation]:
    """Z4: work out again what each closed day came to, as far as its Z says it."""
    for day in connection.execute(_DAYS.where(DrawerDay.status == str(DayStatus.CLOSED))):
        name = called(day.name)
        stored = _read(day.figures)
        if stored is None:
            yield Violation("Z4", "drawer", day.id, name, f"the figures of Z {day.number} cannot be read")
            continue
        again = as_kept(day.figures, day_sums.worked_out(connection, day.id))
        for field in _differing(stored, again):
            problem = f"Z {day.number} says {field} {getattr(stored, field)}, but its rows say {getattr(again, field)}"
            yield Violation("Z4", "drawer", day.id, name, problem)
        if stored.expected != day.expected:
            problem = f"Z {day.number} expected {day.expected}, but its figures make it {stored.expected}"
            yield Violation("Z4", "drawer", day.id, name, problem)


def all_days(connection: sa.Connection) -> Iterator[Violation]:
    """Z5: what all days came to, by their Z or so far, is what the ledgers say."""
    taken = sold = ZERO
    for day in connection.execute(_DAYS):
        figures = _read(day.figures) if day.status == DayStatus.CLOSED else None
        figures = figures or day_sums.worked_out(connection, day.id)
        taken += figures.taken
        sold += figures.total
    paid: Decimal = connection.execute(_PAID).scalar_one()
    before = Decimal(connection.execute(_GIVEN_BACK).scalar_one()).scaleb(-money_places())
    if taken != paid + before:
        yield Violation("Z5", "shop", 0, "", f"the days took {taken}, but invoices of them were paid {paid + before}")
    total: Decimal = connection.execute(_SOLD).scalar_one()
    if sold != total:
        yield Violation("Z5", "shop", 0, "", f"the days sold for {sold}, but invoices of them come to {total}")


def _read(stored: str) -> DayFigures | None:
    try:
        return read(stored)
    except ValueError:
        return None


def _differing(stored: DayFigures, again: DayFigures) -> list[str]:
    """Name the figures that differ; people may be called otherwise by now."""
    first, second = (
        replace(each, people=tuple(person._replace(name="") for person in each.people)) for each in (stored, again)
    )
    return [field.name for field in fields(DayFigures) if getattr(first, field.name) != getattr(second, field.name)]
