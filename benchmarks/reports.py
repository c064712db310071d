"""Reports over 200,000 invoices of five lines, each against the same sums by hand in one statement.

Of today and of this month they are to take a second at most, of the whole history twice the time of the hand-written
statement. A report is worked out in the parts in which its window asks for it.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from statistics import median
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from benchmarks.backlog import DATABASES, empty_shop, plain
from benchmarks.by_hand import ByHand
from benchmarks.seeded_years import BEGAN, seed
from benchmarks.shop import NOW
from posim_desktop.queries.reports.scope import Scope
from posim_desktop.services.database import open_engine
from posim_desktop.ui.reports.all_reports import REPORT_GROUPS
from posim_desktop.ui.reports.report import Gathered, ReportRow, ReportSpec
from posim_desktop.ui.reports.run import parts_of

_TODAY = datetime(2026, 11, 23, tzinfo=UTC)
ASKED = 3
_ZONE = ZoneInfo("UTC")
_DAY = {"SQLite": "substr(i.processed_at, 1, 10)", "PostgreSQL": "to_char(i.processed_at, 'YYYY-MM-DD')"}
_EXTENSION_WHERE = "SUM(CASE WHEN l.trans_code = '{code}' THEN l.extension ELSE 0 END)"
_SOLD, _BACK = (_EXTENSION_WHERE.format(code=code) for code in "SR")
_GOODS = "i.status = 'processed' AND l.trans_code IN ('S', 'R')"
_UNITS = "SUM(CASE WHEN l.trans_code = 'S' THEN l.quantity ELSE -l.quantity END)"

_BY_DAY = (
    "SELECT day, COUNT(*), SUM(sold), SUM(back), SUM(tax), SUM(sold + back + tax) FROM (SELECT {day} AS day, "
    f"MAX(i.tax) AS tax, {_SOLD} AS sold, {_BACK} AS back FROM invoices i JOIN invoice_lines l ON l.invoice_id = i.id "
    f"WHERE {_GOODS} GROUP BY i.id) AS each_invoice GROUP BY day"
)
_BY_ITEM = (
    f"SELECT t.id, t.code, t.description, {_UNITS}, {_SOLD}, {_BACK}, SUM(l.extension) FROM invoices i "
    "JOIN invoice_lines l ON l.invoice_id = i.id JOIN items t ON t.id = l.item_id "
    f"WHERE {_GOODS} GROUP BY t.id"
)
_TENDERS = (
    "SELECT t.name, COUNT(*), SUM(t.amount), SUM(t.change), SUM(t.amount - t.change) FROM invoices i "
    "JOIN tenders t ON t.invoice_id = i.id WHERE i.status = 'processed' GROUP BY t.name"
)
_MARGIN = (
    f"SELECT t.id, t.code, t.description, {_UNITS}, SUM(l.extension), "
    "SUM((CASE WHEN l.trans_code = 'S' THEN l.quantity ELSE -l.quantity END) * COALESCE((SELECT c.cost FROM "
    "item_costs c WHERE c.item_id = l.item_id AND c.at <= i.processed_at ORDER BY c.id DESC LIMIT 1), t.cost)) "
    "FROM invoices i JOIN invoice_lines l ON l.invoice_id = i.id JOIN items t ON t.id = l.item_id "
    f"WHERE {_GOODS} GROUP BY t.id"
)


class _Raced(NamedTuple):
    report: str
    by_hand: str


RACED = (
    _Raced("sales_by_day", _BY_DAY),
    _Raced("sales_by_item", _BY_ITEM),
    _Raced("tenders", _TENDERS),
    _Raced("margin_by_item", _MARGIN),
)
PERIODS = (("today", _TODAY), ("this month", _TODAY.replace(day=1)))
_REPORTS = {report.name: report for _group, reports in REPORT_GROUPS for report in reports}


def measure() -> Iterator[tuple[str, float, float, str]]:
    """Yield rows of (what, milliseconds, ratio, bar); of a short period the ratio is to one second."""
    for name in DATABASES:
        with empty_shop(name) as url:
            seed(url)
            yield from _rows(name, url)


def _rows(name: str, url: str) -> Iterator[tuple[str, float, float, str]]:
    engine = open_engine(url)
    with engine.connect() as connection, plain(url) as by_hand:
        for raced in RACED:
            report = _REPORTS[raced.report]
            for words, since in PERIODS:
                taken = _median_ms(name, partial(_gathered, connection, report, since))
                yield f"{raced.report}, {words}, {name}", taken, taken / 1000, "≤ 1.0 of a second"
            ours = _median_ms(name, partial(_gathered, connection, report, BEGAN))
            statement = raced.by_hand.format(day=_DAY[name])
            floor = _median_ms(name, partial(_asked, by_hand, statement))
            assert len(_gathered(connection, report, BEGAN)) == len(_asked(by_hand, statement))
            yield f"{raced.report}, whole history, {name}", ours, ours / floor, "≤ 2.0×"
    engine.dispose()


def _gathered(connection: sa.Connection, report: ReportSpec, since: datetime) -> Sequence[ReportRow]:
    """Work a report out as its window does: a long period in parts, which are added up."""
    gathered = Gathered(report)
    for part in parts_of(report, Scope(since, _TODAY + timedelta(days=1), _ZONE, NOW)):
        gathered.add(report.query(connection, part))
    return gathered.rows()


def _asked(by_hand: Any, statement: str) -> Sequence[Any]:  # noqa: ANN401 - of either driver
    rows: Sequence[Any] = ByHand(by_hand).run(statement).fetchall()
    return rows


def _median_ms(name: str, deed: Callable[[], object]) -> float:
    """Ask a few times: CPU where the database is in the process, else the wall."""
    clock = time.process_time if name == "SQLite" else time.perf_counter
    taken = []
    for _ in range(ASKED):
        start = clock()
        deed()
        taken.append((clock() - start) * 1000)
    return median(taken)
