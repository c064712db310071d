"""Guide: "The journal" — each day balances, and each figure is what a bookkeeper adds up by hand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa

from money_seed import CREDIT, DEPOSIT, MoneyShop, money_shop
from posim_desktop.domain.accounts import NamedAccount
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.exchange.journal import JournalDay
from posim_desktop.domain.receiving.charges import Spread
from posim_desktop.domain.sales.customer_money import Disposition
from posim_desktop.domain.sales.days import CashMove, RowKind
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.domain.tax import Tax
from posim_desktop.domain.why import Why
from posim_desktop.orm import Department, Item
from posim_desktop.queries import journal
from posim_desktop.queries.sales import days as day_queries
from posim_desktop.queries.shop import preferences as stored_preferences
from posim_desktop.services.cards import preferences
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.services.sales import days
from receiving_seed import open_shop
from seeding import OPENING_DAY, Till, add_tax_code, open_till, prefer
from vendor_return_harms import send_back

D = Decimal
FIRST, LAST = OPENING_DAY.date() - timedelta(days=1), OPENING_DAY.date() + timedelta(days=1000)


@pytest.fixture
def till(database_url: str) -> Iterator[Till]:
    till = open_till(database_url)
    yield till
    till.engine.dispose()


@pytest.fixture
def shop(till: Till) -> Iterator[MoneyShop]:
    yield from money_shop(till)


def entries(till: Till) -> tuple[JournalDay, ...]:
    with till.engine.connect() as connection:
        return journal.journal(connection, FIRST, LAST)


def told(till: Till) -> dict[str, str]:
    """Write the postings without those of opening stock, by deed and the last part of the account."""
    sums: dict[str, Decimal] = {}
    for entry in entries(till):
        assert sum(posting.amount for posting in entry.postings) == 0
        for posting in entry.postings:
            key = f"{posting.deed}: {posting.account.rpartition(':')[2]}"
            sums[key] = sums.get(key, D(0)) + posting.amount
    return {key: f"{amount:.2f}" for key, amount in sums.items() if not key.startswith("opening")}


def test_money_at_the_till(shop: MoneyShop) -> None:
    """A deposit that is used and one that is kept in part, credit, a debt, and cash that is rounded."""
    with shop.till.writing() as session:
        prefer(session, cash_rounding=5, cancel_fee_percent=50)
    used = shop.owes("2", "20.00")
    shop.hands_over(shop.sets_aside(used, "2"), Tender(DEPOSIT, D("20.00"), backorder_id=used))
    kept = shop.owes("1", "10.00")
    shop.cancels(kept, "1", Disposition(fee=D("3.00"), credit=D("7.00")))
    shop.may_owe("50.00")
    shop.sells("1", Tender(CREDIT, D("24.00")))  # 7.00 of credit, 17.00 owed
    shop.takes("12.00")
    shop.till.stores("tea", price="3.33", on_hand="9")
    total = D("3.33")
    invoice = shop.till.rings_up(("tea", "1"))
    shop.till.do(shop.till.posting_of(invoice, Tender(TenderKind.CASH, D("5.35") - total + D("1.33"))))
    assert told(shop.till) == {
        "sales without tax: Sales": "-75.33",  # 48.00, 24.00 and 3.33
        "tenders: Cash": "73.35",  # 20.00, 28.00, 10.00, 12.00 and 3.35
        "cash rounding: Cash Rounding": "-0.02",
        "deposits taken: Customer Deposits": "-30.00",
        "deposits used: Customer Deposits": "20.00",
        "deposits moved: Customer Deposits": "7.00",
        "cancellation fees: Customer Deposits": "3.00",
        "cancellation fees: Cancellation Fees": "-3.00",
        "store credit moved: Store Credit": "-7.00",
        "store credit used: Store Credit": "7.00",
        "on account: Accounts Receivable": "5.00",
        "cost of goods sold: Stock": "-4.00",  # four units at 1.00
        "cost of goods sold: Cost of Goods Sold": "4.00",
    }


@pytest.mark.parametrize("inclusive", [False, True])
def test_goods_come_back_under_taxes_that_stand_on_each_other(shop: MoneyShop, *, inclusive: bool) -> None:
    with shop.till.writing() as session:
        code = add_tax_code(session, "que", "5", Tax("pst", D(10), compound=True))
        prefer(session, tax_inclusive=inclusive)
    shop.till.stores("lamp", price="100.00", on_hand="9", tax_code_id=code)
    shop.till.stores("rug", price="40.00", on_hand="9", tax_code_id=code)
    shop.sells("1")
    invoice = shop.till.rings_up(("lamp", "2"), ("rug", "1", TransCode.RETURN))
    shop.till.posts(invoice)
    # 160.00 are taxed: 8.00, and 10 percent on 168.00; or they contain 5 and 10.5 percent of 138.53.
    net, que, pst, cash = ("138.53", "6.93", "14.54", "184.00") if inclusive else ("160.00", "8.00", "16.80", "208.80")
    back = "34.63" if inclusive else "40.00"
    assert told(shop.till) == {
        "sales without tax: Sales": f"-{D(net) + D(back) + 24}",
        "returns without tax: Returns": back,
        "tax: que": f"-{que}",
        "tax: pst": f"-{pst}",
        "tenders: Cash": cash,
        "cost of goods sold: Stock": "-3.00",
        "cost of goods sold: Cost of Goods Sold": "3.00",
        "cost of goods returned: Stock": "1.00",
        "cost of goods returned: Cost of Goods Sold": "-1.00",
    }


def test_goods_and_what_is_owed_for_them(till: Till) -> None:
    """Freight is in the goods; of what did not come nothing is owed, but its freight was paid."""
    till.stores("mug")
    shop = open_shop(till)
    log = shop.unloads_freely(("mug", "5"))
    till.run(receiving.set_cost, line_id=shop.line(log, "mug"), cost=D("2.00"))
    charged: dict[str, Any] = {"freight": D("1.00"), "other_charges": D("0.50"), "spread": Spread.COST}
    till.run(receiving.set_charges, receiving_log_id=log, **charged)
    shop.receives(log)
    shop.corrects(log, ("mug", "2"))
    till.posts(till.rings_up(("mug", "1")))
    till.posts(till.rings_up(("mug", "1", TransCode.RETURN)))
    assert told(till) == {
        "sales without tax: Sales": "-24.00",
        "returns without tax: Returns": "24.00",
        "goods received: Stock": "10.00",
        "goods received: Accounts Payable": "-10.00",
        "freight and other charges: Stock": "1.50",
        "freight and other charges: Accounts Payable": "-1.50",
        "receiving corrected: Accounts Payable": "4.00",
        "receiving corrected: Freight": "0.60",
        "receiving corrected: Stock": "-4.60",
        "cost of goods sold: Stock": "-2.30",
        "cost of goods sold: Cost of Goods Sold": "2.30",
        "cost of goods returned: Stock": "2.30",
        "cost of goods returned: Cost of Goods Sold": "-2.30",
    }


def test_a_return_to_the_vendor_is_due_until_the_credit_comes(till: Till) -> None:
    till.stores("mug")
    till.stores("lamp", on_hand="4")
    shop = open_shop(till)
    send_back(shop)
    found = told(till)
    assert found["returned to vendors: Due from Vendors"] == "3.00"
    assert found["credits of vendors: Due from Vendors"] == "-4.00"
    assert found["credits of vendors: Accounts Payable"] == "4.00"


def test_cash_is_what_lies_in_the_drawer(till: Till) -> None:
    """A float from the safe, cash in and out and dropped, one short at the count, and what is left overnight."""
    till.stores("mug", on_hand="9")
    till.run(days.open_day, opened_with=D("50.00"))
    for kind, amount in ((RowKind.PAID_IN, "5.00"), (RowKind.PAID_OUT, "3.00"), (RowKind.DROP, "20.00")):
        till.run(days.move_cash, move=CashMove(kind, D(amount), "Because"))
    till.posts(till.rings_up(("mug", "1")))
    with till.engine.connect() as connection:
        day = day_queries.here(connection, till.workstation).day
    assert day is not None
    till.run(days.count, day_id=day.row.id, rest=D("55.00"))
    till.run(days.close, day_id=day.row.id, kept=D("10.00"))
    found = told(till)
    assert found["paid in and out: Paid In and Out"] == "-2.00"
    assert found["between drawer and safe: Safe"] == "15.00"  # 50.00 came from it, 20.00 and 45.00 went there
    assert found["over and short: Over and Short"] == "1.00"
    in_drawer = [each.amount for entry in entries(till) for each in entry.postings if each.account == "Assets:Cash"]
    assert sum(in_drawer) == D("10.00")


def test_a_day_is_the_shops_and_accounts_are_called_as_the_shop_says(till: Till) -> None:
    till.stores("mug", on_hand="3")
    till.posts(till.rings_up(("mug", "1")))
    with till.engine.connect() as connection:
        before = stored_preferences.load(connection)
        day = journal.journal(connection, FIRST, LAST)[-1].day
        cash = next(each.of for each in journal.accounts(connection) if each.about == "Cash")
    named = (NamedAccount("sales", "4000 Sales"), NamedAccount(cash, "1000 Till:Front"))
    changed = replace(before, accounts=named, time_zone="Pacific/Kiritimati")
    till.run(preferences.change, preferences=changed)
    last = entries(till)[-1]
    assert last.day in {day, day + timedelta(days=1)}
    assert {"4000 Sales", "1000 Till:Front"} <= {posting.account for posting in last.postings}


@pytest.mark.parametrize("inclusive", [False, True])
def test_departments_have_accounts_of_their_own(till: Till, *, inclusive: bool) -> None:
    """Books at 7 and wool at 19 percent, a third department on Sales; each without the taxes of its own lines."""
    with till.writing() as session:
        low, high = add_tax_code(session, "low", "7"), add_tax_code(session, "high", "19")
        prefer(session, tax_inclusive=inclusive)
    for code, price, tax in (("book", "9.99", low), ("wool", "4.98", high), ("pin", "0.33", high)):
        till.stores(code, price=price, on_hand="9", tax_code_id=tax)
    with till.writing() as session:
        ids = {}
        for code in ("book", "wool"):
            department = {"code": code, "name": code.title(), "archived": False, "version": 1}
            ids[code] = (
                session.connection().execute(sa.insert(Department).returning(Department.id), department).scalar()
            )
            session.connection().execute(
                sa.update(Item).where(Item.id == till.items[code]).values(department_id=ids[code])
            )
    with till.engine.connect() as connection:
        before = stored_preferences.load(connection)
        listed = {(each.of, each.about, each.usual) for each in journal.accounts(connection)}
    assert (f"returns of {ids['wool']}", "Wool", "Income:Returns") in listed
    named = (NamedAccount(f"sales of {ids['book']}", "4100"), NamedAccount(f"sales of {ids['wool']}", "4200"))
    till.run(preferences.change, preferences=replace(before, accounts=named))
    till.posts(till.rings_up(("book", "1"), ("wool", "3"), ("pin", "1"), ("wool", "1", TransCode.RETURN)))

    found = told(till)
    # 9.99 contains 7, 14.94 and 0.33 contain 19 percent; what came back, 4.98, contains 0.80.
    parts = ("-9.34", "-12.55", "-0.28", "4.18") if inclusive else ("-9.99", "-14.94", "-0.33", "4.98")
    accounts = ("sales without tax: 4100", "sales without tax: 4200", "sales without tax: Sales")
    assert tuple(found[each] for each in (*accounts, "returns without tax: Returns")) == parts


def test_a_period_that_ends_before_it_begins_is_refused(till: Till) -> None:
    with till.engine.connect() as connection, pytest.raises(RefusedError) as refused:
        journal.journal(connection, LAST, FIRST)
    assert refused.value.refusal.why is Why.PERIOD_ENDS_BEFORE
