"""What a workstation does all day in a campaign: whole pieces of work, chosen at random, until somebody stops it."""

import os
import random
import traceback
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from campaigns.witness import WitnessedTill, note
from ordering_seed import stocks
from posim_desktop.domain.errors import RefusedError, TroubleError
from posim_desktop.domain.exchange.backups import Occasion
from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.orm import Backorder, Invoice, InvoiceLine, PurchaseOrder, ReceivingLog
from posim_desktop.services.backorders import backorders
from posim_desktop.services.database import open_engine
from posim_desktop.services.exchange import imports
from posim_desktop.services.exchange.backups import Backups
from posim_desktop.services.exchange.import_files import Existing, ImportOptions, read_file
from posim_desktop.services.sales import deposits, fills
from posim_desktop.services.sales.fills import Fill
from posim_desktop.services.transaction import Transactor
from receiving_seed import Shop, open_shop
from seeding import open_till

D = Decimal
PLENTY = "100000"


@dataclass(frozen=True)
class Place:
    """A shop to work in: where it is, and the ids that the work begins with."""

    url: str
    employee_id: int
    items: Mapping[str, int]
    vendor_id: int
    lee: int
    kim: int

    def opened(self, notes: Path, workstation: str = "till 1") -> Shop:
        """Stand at a till of this shop."""
        engine = open_engine(self.url)
        till = WitnessedTill(engine, Transactor(engine), self.employee_id, dict(self.items), workstation, notes)
        return Shop(till, self.vendor_id, self.lee, self.kim)


def furnish(url: str) -> Place:
    """Put on file what the work needs, in an empty shop."""
    till = open_till(url)
    shop = open_shop(till)
    for code, on_hand in (("kettle", PLENTY), ("cup", PLENTY), ("lamp", "0")):
        stocks(till, code, vendor_id=shop.vendor_id, on_hand=on_hand)
    till.engine.dispose()
    return Place(url, till.employee_id, dict(till.items), shop.vendor_id, shop.lee, shop.kim)


Deed = Callable[[Shop, random.Random], None]


def sells(shop: Shop, chance: random.Random) -> None:
    """Sell two things for cash."""
    lines = (("kettle", str(chance.randint(1, 3))), ("cup", "1"))
    shop.till.posts(shop.till.rings_up(*lines, customer_id=shop.lee))


def takes_back(shop: Shop, _chance: random.Random) -> None:
    """Take goods back and pay them out."""
    shop.till.posts(shop.till.rings_up(("kettle", "1", TransCode.RETURN), customer_id=shop.kim))


def takes_a_deposit(shop: Shop, chance: random.Random) -> None:
    """Back-order a lamp with money down."""
    till = shop.till
    invoice = till.rings_up(("lamp", "2", TransCode.BACKORDER), customer_id=shop.lee)
    line = shop.read(sa.select(InvoiceLine.id).where(InvoiceLine.invoice_id == invoice))
    till.run(deposits.add, invoice_id=invoice, amount=D(chance.randint(1, 20)), line_id=line)
    till.posts(invoice)


def orders_lamps(shop: Shop, _chance: random.Random) -> None:
    """Order what customers wait for."""
    waiting = _any(shop, sa.select(Backorder.id).where(Backorder.outstanding > 0).order_by(Backorder.id.desc()))
    backorder_id = waiting or shop.owes("lamp", "2", shop.kim)
    shop.orders(("lamp", "3"), allocations=(("lamp", backorder_id, "1"),))


def receives(shop: Shop, chance: random.Random) -> None:
    """Unload an order, or go on with a receiving log that somebody left, and set the goods to customers."""
    log_id = _any(shop, sa.select(ReceivingLog.id).where(ReceivingLog.status == "working"))
    if log_id is None:
        sent = _any(shop, sa.select(PurchaseOrder.id).where(PurchaseOrder.status == "processed"))
        if sent is None:
            orders_lamps(shop, chance)
            sent = shop.read(sa.select(sa.func.max(PurchaseOrder.id)))
        log_id = shop.unloads(sent)
    shop.till.do(shop.posting(log_id, *shop.proposal(log_id)))


def fills_from_the_shelf(shop: Shop, _chance: random.Random) -> None:
    """Set cups on the shelf aside for somebody who waits for them."""
    backorder_id = shop.owes("cup", "2", shop.kim)
    source = (
        sa.select(InvoiceLine.invoice_id)
        .join(Backorder, Backorder.source_line_id == InvoiceLine.id)
        .where(Backorder.id == backorder_id)
    )
    shop.till.run(fills.fill_backorders, invoice_id=shop.read(source), fills=(Fill(backorder_id, D(1)),))


def hands_over(shop: Shop, chance: random.Random) -> None:
    """Hand set-aside goods over."""
    waiting = _any(shop, sa.select(Invoice.id).where(Invoice.committed).order_by(Invoice.id))
    if waiting is None:
        fills_from_the_shelf(shop, chance)
        waiting = shop.read(sa.select(sa.func.max(Invoice.id)).where(Invoice.committed))
    shop.till.do(shop.pick_up(waiting))


def cancels(shop: Shop, _chance: random.Random) -> None:
    """Cancel what somebody no longer wants."""
    backorder_id = _any(shop, sa.select(Backorder.id).where(Backorder.outstanding > 0))
    if backorder_id is not None:
        shop.till.run(
            backorders.cancel,
            backorder_id=backorder_id,
            quantity=D(1),
            employee_id=shop.till.employee_id,
            reason="Changed their mind",
        )


def imports_cards(shop: Shop, chance: random.Random) -> None:
    """Bring new items in from a file, with vendors and a department that are made on the way."""
    first = chance.randrange(10**9)
    rows = (f"N{first}-{each},Thing {each},{each}.50,7,Maker {each % 3},Imported" for each in range(1, 60))
    _imports(shop, "code,description,price,on hand,vendor,department", rows, Existing.SKIP)


def imports_prices(shop: Shop, chance: random.Random) -> None:
    """Change what cards say from a file."""
    rows = (f"{code},{chance.randint(20, 30)}.00" for code in ("kettle", "cup", "lamp"))
    _imports(shop, "code,price", rows, Existing.UPDATE)


def _imports(shop: Shop, header: str, rows: Iterable[str], existing: Existing) -> None:
    options = ImportOptions(existing=existing, proposed=True)
    reading = read_file("\n".join((header, *rows)).encode(), "rows.csv", ImportKind.ITEMS, options)
    with shop.till.engine.connect() as connection:
        planned = imports.plan_import(connection, reading, options)
    shop.till.do(partial(imports.bring_in, plan=planned))


def backs_up(shop: Shop, _chance: random.Random) -> None:
    """Back the shop up, and write down what is there now; one that was killed at it is not waited for."""
    till = shop.till
    if not isinstance(till, WitnessedTill):
        return
    with till.writing() as session:
        session.connection().execute(
            sa.text("UPDATE backups SET state = 'failed', ended_at = begun_at WHERE state = 'running'")
        )
    url = till.engine.url.render_as_string(hide_password=False)
    made = Backups(url, till.notes.parent, till.workstation).make(
        Occasion.BY_HAND, till.employee_id, to=Path(f"{till.notes}-backup")
    )
    if made is not None:
        note(till.notes, "backup" if made.proof else "unforeseen", "", made.file if made.proof else made.problem)


DEEDS: tuple[Deed, ...] = (
    sells,
    takes_back,
    takes_a_deposit,
    orders_lamps,
    receives,
    fills_from_the_shelf,
    hands_over,
    cancels,
    imports_cards,
    imports_prices,
)
"""What is done on both databases."""
IN_A_FILE: tuple[Deed, ...] = (*DEEDS, backs_up)
"""A server's programs make its backups, and end when they are done, whoever asked for them."""


def work_until_stopped(place: Place, notes: Path, seed: int, deeds: tuple[Deed, ...]) -> None:
    """Do one piece of work after the other; trouble is read and the work goes on, as at a till.

    What a verb raises is written down by the witness. The reads between the verbs are the test's own.
    """
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    shop = place.opened(notes)
    while True:
        with suppress(RefusedError, TroubleError, OperationalError):
            chance.choice(deeds)(shop, chance)


def in_a_process(place: Place, notes: Path, seed: int, deeds: tuple[Deed, ...] = DEEDS) -> int:
    """Let a process of its own work until it is stopped; return its number.

    It is a fork: a program that starts anew for each of five hundred kills would spend them starting.
    """
    number = os.fork()
    if number:
        return number
    try:
        work_until_stopped(place, notes, seed, deeds)
    except BaseException:  # noqa: BLE001 - whatever it is, the campaign is to hear of it
        note(notes, "unforeseen", "", traceback.format_exc())
    finally:
        os._exit(1)


def _any(shop: Shop, chosen: sa.Select[int]) -> int | None:
    return next(iter(shop.read_all(chosen.limit(1))), None)
