"""The day of a drawer: from its float to its Z, and that each cent of it is a row's."""

from decimal import Decimal

import pytest
import sqlalchemy as sa

from posim_desktop.domain.errors import Field
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.sales.days import CashMove, DayStatus, Pieces, RowKind
from posim_desktop.domain.sales.print_jobs import Printing, PrintSubject, SendingEnd
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.domain.why import Why
from posim_desktop.orm import DrawerDay, DrawerRow, Invoice
from posim_desktop.queries import print_jobs as job_queries
from posim_desktop.queries.sales import days as queries
from posim_desktop.queries.sales.days import DayDetails, DrawerHere
from posim_desktop.queries.verify import verify
from posim_desktop.services.sales import card_requests, days, invoices, print_jobs, tenders
from seeding import Till, add_employee, prefer

D = Decimal


def here(till: Till) -> DrawerHere:
    with till.engine.connect() as connection:
        assert verify(connection) == ()
        return queries.here(connection, till.workstation)


def the_day(till: Till) -> DayDetails:
    day = here(till).day
    assert day is not None
    return day


def at(till: Till, workstation: str) -> Till:
    return Till(till.engine, till.transactor, till.employee_id, till.items, workstation)


def closes(till: Till, counted: str, kept: str | None = None) -> DayDetails:
    day_id = the_day(till).row.id
    till.run(days.count, day_id=day_id, rest=D(counted))
    till.run(days.close, day_id=day_id, kept=D(kept or counted))
    with till.engine.connect() as connection:
        assert verify(connection) == ()
        closed = queries.details(connection, day_id)
    assert closed is not None
    return closed


@pytest.fixture
def shop(till: Till) -> Till:
    till.stores("kettle", on_hand="50")
    return till


def sells(till: Till) -> int:
    sale = till.rings_up(("kettle", "1"))
    till.posts(sale)
    return sale


def test_a_drawer_opens_itself_with_what_was_left(shop: Till) -> None:
    sells(shop)
    first = closes(shop, "24.00", kept="10.00")
    sells(shop)

    second = the_day(shop)
    assert (first.row.number, first.over, first.kept) == (1, D(0), D(10))
    assert (second.row.drawer, second.opened_with, second.expected) == ("till 1", D(10), D(34))


def test_a_shop_can_want_a_counted_float(shop: Till) -> None:
    with shop.writing() as session:
        prefer(session, float_counted=True)
    sale = shop.rings_up(("kettle", "1"))
    posting = shop.posting_of(sale)
    assert shop.refusal(posting.func, **posting.keywords).why is Why.DRAWER_NEEDS_FLOAT

    shop.run(days.open_day, opened_with=D(100))
    shop.do(posting)
    closes(shop, "124.00")
    refusal = shop.refusal(days.open_day, opened_with=D(100))
    assert (refusal.why, refusal.where) == (Why.FLOAT_NEEDS_REASON, Field("reason"))
    shop.run(days.open_day, opened_with=D(100), reason="24.00 to the bank")

    assert shop.refusal(days.open_day, opened_with=D(100)).why is Why.DRAWER_IS_OPEN
    assert (the_day(shop).was_left, the_day(shop).float_reason) == (D(124), "24.00 to the bank")


def test_cash_moves_without_a_sale(shop: Till) -> None:
    sells(shop)
    for move in (
        CashMove(RowKind.PAID_IN, D(50), "Coins from the bank"),
        CashMove(RowKind.PAID_OUT, D(4), "Milk"),
        CashMove(RowKind.DROP, D(20)),
    ):
        shop.run(days.move_cash, move=move)
    shop.run(print_jobs.open_drawer, printer="p", reason="Change for a customer")

    figures = the_day(shop).figures
    assert (figures.paid_in, figures.paid_out, figures.dropped, figures.no_sales) == (D(50), D(-4), D(-20), 1)
    assert figures.expected == D(50)
    nothing = shop.refusal(days.move_cash, move=CashMove(RowKind.PAID_OUT, D(0), "Milk"))
    silent = shop.refusal(days.move_cash, move=CashMove(RowKind.PAID_OUT, D(1)))
    assert (nothing.where, silent.where) == (Field("amount"), Field("reason"))


def test_nothing_is_posted_between_count_and_close(shop: Till) -> None:
    sells(shop)
    waiting = shop.rings_up(("kettle", "1"))
    day_id = the_day(shop).row.id
    shop.run(days.count, day_id=day_id, pieces=(Pieces(D(20), 1), Pieces(D(1), 3)))

    posting = shop.posting_of(waiting)
    assert shop.refusal(posting.func, **posting.keywords).why is Why.DRAWER_IS_COUNTED
    tender = Tender(TenderKind.CASH, D(5))
    assert shop.refusal(tenders.take, invoice_id=waiting, tender=tender).why is Why.DRAWER_IS_COUNTED
    assert shop.refusal(days.count, day_id=day_id).why is Why.DRAWER_IS_COUNTED
    counted = the_day(shop)
    assert (counted.counted, counted.over) == (D(23), D(-1))
    shop.run(invoices.discard, invoice_id=shop.rings_up(("kettle", "1")))
    shop.run(print_jobs.open_drawer, printer="p", reason="To look again")
    meanwhile = the_day(shop).figures
    assert (meanwhile.voids, meanwhile.no_sales, meanwhile.expected) == (1, 1, counted.expected)

    shop.run(days.count_again, day_id=day_id)
    shop.do(posting)
    assert shop.refusal(days.close, day_id=day_id, kept=D(0)).why is Why.COUNT_FIRST
    shop.run(days.count, day_id=day_id, rest=D(50))
    assert shop.refusal(days.close, day_id=day_id, kept=D("50.01")).where == Field("kept")
    shop.run(days.close, day_id=day_id, kept=D(50))
    assert shop.refusal(days.count_again, day_id=day_id).why is Why.DAY_IS_CLOSED
    with shop.engine.connect() as connection:
        kinds = list(connection.scalars(sa.select(DrawerRow.kind).order_by(DrawerRow.id)))
    assert kinds == ["tender", "count", "void", "no sale", "count again", "tender", "count"]


def test_what_stands_on_an_open_invoice_is_money_in_the_drawer(shop: Till) -> None:
    sale = shop.rings_up(("kettle", "1"))
    shop.run(tenders.take, invoice_id=sale, tender=Tender(TenderKind.CASH, D(10)))
    first = closes(shop, "10.00")
    shop.run(
        shop.posting_of(sale).func,
        invoice_id=sale,
        tenders=(Tender(TenderKind.CASH, D(10)), Tender(TenderKind.CASH, D(20))),
        expected_total=D(24),
        standing=1,
    )
    second = closes(shop, "24.00")

    assert [(each.amount, each.kind) for each in first.figures.standing] == [(D(10), "cash")]
    assert (first.over, first.figures.total, first.figures.carried_out) == (D(0), D(0), D(10))
    assert (second.over, second.figures.total, second.figures.carried_in) == (D(0), D(24), D(10))
    assert second.figures.taken == D(14)


def test_a_tender_is_given_back_on_another_day_and_at_another_drawer(shop: Till) -> None:
    other = at(shop, "till 2")
    sale = shop.rings_up(("kettle", "1"))
    shop.run(tenders.take, invoice_id=sale, tender=Tender(TenderKind.CASH, D(10)))
    first = closes(shop, "10.00")
    other.run(days.open_day, opened_with=D(30))
    other.run(tenders.give_back, invoice_id=sale, tender_id=1)
    other.run(invoices.discard, invoice_id=sale)

    assert (first.figures.cash, the_day(other).expected, the_day(other).figures.voids) == (D(10), D(20), 1)
    assert closes(other, "20.00").row.number == 1  # each drawer counts by itself


def test_workstations_share_a_drawer_or_have_none(shop: Till) -> None:
    second = at(shop, "till 2")
    sells(shop)
    shared = here(shop).drawer
    assert shared is not None
    second.run(days.use_drawer, drawer_id=shared.id)
    sells(second)
    assert the_day(shop).expected == D(48)

    office = next(each.id for each in here(shop).choices if each.is_office)
    second.run(days.use_drawer, drawer_id=office)
    refusal = shop.refusal(days.use_drawer, drawer_id=office)
    assert (refusal.why, refusal.where) == (Why.CLOSE_DRAWER_FIRST, Field("drawer"))
    sale = second.rings_up(("kettle", "1"))
    posting = second.posting_of(sale)
    assert second.refusal(posting.func, **posting.keywords).why is Why.NO_CASH_IN_OFFICE
    second.do(second.posting_of(sale, Tender(TenderKind.CARD, D(24), reference="0815")))
    closed = closes(second, "0.00")
    assert (closed.row.is_office, closed.figures.card_total, closed.expected) == (True, D(24), D(0))
    second.run(days.use_drawer, drawer_id=None)
    assert here(second).drawer != here(shop).drawer


def test_change_is_cash_whatever_it_was_paid_with(shop: Till) -> None:
    sale = shop.rings_up(("kettle", "1"))
    shop.do(shop.posting_of(sale, Tender(TenderKind.CASH, D(50))))
    [cash] = the_day(shop).figures.tenders
    assert (cash.kind, cash.how_many, cash.amount) == ("cash", 1, D(24))


def test_a_drawer_is_not_counted_while_a_card_terminal_is_asked(shop: Till) -> None:
    sells(shop)
    sale = shop.rings_up(("kettle", "1"))
    card = Tender(TenderKind.CARD, D(24))
    request_id = shop.run(card_requests.ask, invoice_id=sale, tender=card, terminal="front").record_id
    day_id = the_day(shop).row.id
    assert shop.refusal(days.count, day_id=day_id).why is Why.TERMINAL_ASKED_AT_COUNT
    shop.run(card_requests.settle, request_id=request_id, taken=False)
    shop.run(days.count, day_id=day_id)


def prints(shop: Till, printing: Printing, day_id: int) -> int:
    """Order a report on a receipt, or put it on large paper that the printer takes; return its job."""
    of = PrintSubject(day_id=day_id)
    verb = print_jobs.begin_paper if printing.is_paper else print_jobs.order
    job_id = shop.run(verb, of=of, printing=printing, printer="p").record_id
    if printing.is_paper:
        shop.run(print_jobs.end, job_id=job_id, attempt=1, end=SendingEnd.TAKEN, reason="")
    return job_id


def test_a_z_that_was_printed_before_is_a_copy(shop: Till) -> None:
    sells(shop)
    xs = [prints(shop, Printing.X_REPORT, the_day(shop).row.id) for _ in range(2)]
    day_id = closes(shop, "24.00").row.id
    zs = [prints(shop, Printing.Z_REPORT, day_id) for _ in range(2)]
    for job_id, is_copy in zip((*xs, *zs), (False, False, False, True), strict=True):
        shop.run(print_jobs.take, job_id=job_id)
        with shop.engine.connect() as connection:
            taken = job_queries.taken(connection, job_id)
        assert taken is not None
        assert taken.day is not None
        assert (taken.is_copy, taken.day.row.id) == (is_copy, day_id)
        shop.run(print_jobs.end, job_id=job_id, attempt=taken.attempt, end=SendingEnd.TAKEN, reason="")


def test_on_large_paper_a_z_is_a_copy_by_itself(shop: Till) -> None:
    sells(shop)
    first = the_day(shop).row.id
    xs = [prints(shop, Printing.X_REPORT_PAPER, first) for _ in range(2)]
    closes(shop, "24.00")
    zs = [prints(shop, Printing.Z_REPORT_PAPER, first) for _ in range(2)]
    sells(shop)
    of_another = prints(shop, Printing.Z_REPORT_PAPER, closes(shop, "24.00").row.id)
    with shop.engine.connect() as connection:
        copies = [job_queries.is_copy(connection, job_id) for job_id in (*xs, *zs, of_another)]
        assert verify(connection) == ()
    assert copies == [False, False, False, True, False]


def test_a_day_has_an_x_until_it_has_a_z(shop: Till) -> None:
    sells(shop)
    day_id = the_day(shop).row.id
    of = PrintSubject(day_id=day_id)
    early = shop.refusal(print_jobs.begin_paper, of=of, printing=Printing.Z_REPORT_PAPER, printer="p")
    assert early.why is Why.Z_OF_AN_OPEN_DAY
    x = prints(shop, Printing.X_REPORT, day_id)
    assert shop.refusal(print_jobs.again, job_id=x, printer="p").why is Why.X_FROM_ITS_DRAWER
    closes(shop, "24.00")
    assert shop.refusal(print_jobs.order, of=of, printing=Printing.X_REPORT, printer="p").why is Why.X_OF_A_CLOSED_DAY


def test_whoever_counts_blind_prints_no_x_of_an_open_day(shop: Till) -> None:
    sells(shop)
    day_id = the_day(shop).row.id
    with shop.writing() as session:
        blind = Till(shop.engine, shop.transactor, add_employee(session, "casey", role="cashier"), shop.items)
    of = PrintSubject(day_id=day_id)
    refusal = blind.refusal(print_jobs.order, of=of, printing=Printing.X_REPORT, printer="p")
    assert (refusal.why, refusal.facts["permission"]) == (Why.NOT_PERMITTED, Permission.SEE_EXPECTED)
    shop.run(days.count, day_id=day_id, rest=D("24.00"))
    prints(blind, Printing.X_REPORT, day_id)


def test_a_closed_day_keeps_its_figures_and_its_rows(shop: Till) -> None:
    sells(shop)
    day_id = closes(shop, "20.00").row.id
    with shop.engine.connect() as connection:
        day = connection.execute(sa.select(DrawerDay).where(DrawerDay.id == day_id)).one()
        assert (day.status, day.expected, day.counted) == (DayStatus.CLOSED, D(24), D(20))
        assert connection.scalar(sa.select(Invoice.day_id)) == day_id
    another = "SELECT day_id, 'paid in', 100, '', '', '', '', employee_id, '', at FROM drawer_rows"
    columns = "day_id, kind, amount, tender_name, reference, pieces, reason, employee_id, workstation, at"
    for statement in (
        "UPDATE drawer_days SET kept = 0",
        "DELETE FROM drawer_rows",
        "UPDATE tenders SET day_id = NULL",
        f"INSERT INTO drawer_rows ({columns}) {another}",
    ):
        with pytest.raises(sa.exc.DBAPIError), shop.writing() as session:
            session.connection().exec_driver_sql(statement)
