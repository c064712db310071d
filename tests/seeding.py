"""Small shops for tests of what lies below the windows: cards and stock written as rows, a till that runs verbs."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from itertools import count
from typing import Any, Concatenate, ParamSpec
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from posim_desktop.domain.cards.search_texts import FOUND_BY, search_text
from posim_desktop.domain.cards.stock import LedgerKind
from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import Refusal, RefusedError
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.domain.tax import Tax
from posim_desktop.orm import Customer, Employee, Invoice, Item, Preference, ShopRole, StockEntry, TaxCode, Vendor
from posim_desktop.orm.base import Base, table_of
from posim_desktop.services.database import for_writing, open_engine
from posim_desktop.services.people import pins
from posim_desktop.services.sales import invoices, posting
from posim_desktop.services.sales.invoices import NewLine
from posim_desktop.services.session import Session, Stamp, begun
from posim_desktop.services.transaction import Transactor

P = ParamSpec("P")
Content = Callable[Concatenate[Session, Stamp, P], Done]

NO_PIN_HASH = "of a PIN that nobody types"
OPENING_DAY = datetime(2026, 11, 2, 9, tzinfo=UTC)
CASH = TenderKind.CASH
_RECORDS: Mapping[type[Base], Record] = {
    Customer: Record.CUSTOMER,
    Employee: Record.EMPLOYEE,
    Item: Record.ITEM,
    ShopRole: Record.ROLE,
    TaxCode: Record.TAX_CODE,
    Vendor: Record.VENDOR,
}


def ticking_clock() -> Callable[[], datetime]:
    """Make a clock that is a second later each time it is asked."""
    ticks = count()
    return lambda: OPENING_DAY + timedelta(seconds=next(ticks))


def inserted(session: Session, entity: type[Base], **values: object) -> int:
    """Insert a row as it stands and return its id; a card is found by what is written on it."""
    table = table_of(entity)
    record = _RECORDS.get(entity)
    if record is not None:
        values["search_text"] = search_text(record, dict.fromkeys(FOUND_BY[record], "") | values)
    new_id: int = session.connection().execute(sa.insert(table).values(values).returning(table.c.id)).scalar_one()
    return new_id


def rewrite(session: Session, entity: type[Base], card_id: int, **values: object) -> None:
    """Write other things on a card."""
    table = table_of(entity)
    card = session.connection().execute(sa.select(table).where(table.c.id == card_id)).mappings().one()
    folded = search_text(_RECORDS[entity], {**{str(name): value for name, value in card.items()}, **values})
    session.connection().execute(sa.update(table).where(table.c.id == card_id).values(**values, search_text=folded))


def stored(engine: sa.Engine, entity: type[Base], *where: sa.ColumnElement[bool]) -> sa.Row[Any]:
    """Read the one row of a table that fits."""
    with engine.connect() as connection:
        return connection.execute(sa.select(table_of(entity)).where(*where)).one()


def add_employee(session: Session, code: str = "sam", *, role: str = Role.OWNER, archived: bool = False) -> int:
    """Put an employee on file."""
    return inserted(session, Employee, code=code, name=code.title(), role=role, archived=archived, version=1)


def add_customer(session: Session, code: str = "lee", *, archived: bool = False) -> int:
    """Put a customer on file."""
    blank = dict.fromkeys(("company", "phone", "phone2", "email", "address", "notes"), "")
    return inserted(
        session,
        Customer,
        code=code,
        name=code.title(),
        created_at=OPENING_DAY,
        archived=archived,
        version=1,
        **blank,
    )


def add_tax_code(session: Session, code: str = "std", rate: str = "8.25", *more: Tax) -> int:
    """Put a tax code on file: a tax called like it, its rate in percent, and more."""
    taxes = (Tax(code, Decimal(rate)), *more)
    return inserted(session, TaxCode, code=code, name=code, taxes=taxes, archived=False, version=1)


def add_item(
    session: Session,
    employee_id: int,
    code: str = "kettle",
    *,
    price: str = "24.00",
    on_hand: str = "0",
    tax_code_id: int | None = None,
    archived: bool = False,
    stocked: bool = True,
) -> int:
    """Put an item on file, with an opening entry for what is on hand."""
    quantity = Decimal(on_hand)
    item_id = inserted(
        session,
        Item,
        code=code,
        description=code.title(),
        tax_code_id=tax_code_id,
        vendor_item_number="",
        price=Decimal(price),
        cost=Decimal("1.0000"),
        on_hand=quantity,
        committed=Decimal(0),
        on_order=Decimal(0),
        max_stock=Decimal(0),
        min_stock=Decimal(0),
        pack_quantity=Decimal(1),
        stocked=stocked,
        notes="",
        archived=archived,
        version=1,
    )
    if quantity:
        inserted(
            session,
            StockEntry,
            item_id=item_id,
            kind=LedgerKind.OPENING,
            quantity=quantity,
            employee_id=employee_id,
            reason="Opening",
            at=OPENING_DAY,
        )
    return item_id


def prefer(session: Session, **preferences: bool | str | int) -> None:
    """Set preferences of the shop."""
    rows = [{"name": name, "value": json.dumps(value)} for name, value in preferences.items()]
    session.connection().execute(sa.insert(table_of(Preference)), rows)


@dataclass
class Till:
    """A workstation of a seeded shop: an engine, an employee, and the road to the verbs."""

    engine: sa.Engine
    transactor: Transactor
    employee_id: int
    items: dict[str, int] = field(default_factory=dict)
    workstation: str = "till 1"

    def run(self, verb: Callable[Concatenate[Session, Stamp, P], Done], *_: P.args, **content: P.kwargs) -> Done:
        """Do a verb once, under a key of its own."""
        return self.do(partial(verb, **content))

    def do(self, verb: partial[Done], key: UUID | None = None) -> Done:
        """Do a bound verb, under a key of its own or a given one."""
        return self.transactor.run(verb, key=key or uuid4(), employee_id=self.employee_id, workstation=self.workstation)

    def refusal(self, verb: Callable[Concatenate[Session, Stamp, P], Done], *_: P.args, **content: P.kwargs) -> Refusal:
        """Return why a verb is refused; it must be."""
        with pytest.raises(RefusedError) as refused:
            self.do(partial(verb, **content))
        return refused.value.refusal

    def stores(
        self,
        code: str,
        *,
        price: str = "24.00",
        on_hand: str = "0",
        tax_code_id: int | None = None,
        stocked: bool = True,
    ) -> int:
        """Put an item on file."""
        card: dict[str, Any] = {"price": price, "on_hand": on_hand, "tax_code_id": tax_code_id, "stocked": stocked}
        with self.writing() as session:
            item_id = add_item(session, self.employee_id, code, **card)
        self.items[code] = item_id
        return item_id

    def rings_up(self, *lines: tuple[str, str] | tuple[str, str, TransCode], customer_id: int | None = None) -> int:
        """Open an invoice with goods (code, quantity, trans code) for a customer and return its id."""
        invoice_id = self.run(invoices.start, customer_id=customer_id).record_id
        for code, quantity, *rest in lines:
            trans_code = rest[0] if rest else TransCode.SALE
            reason = "Did not fit" if trans_code is TransCode.RETURN else ""
            new = NewLine(self.items[code], Decimal(quantity), trans_code, return_reason=reason)
            self.run(invoices.add_items, invoice_id=invoice_id, lines=(new,))
        return invoice_id

    def posts(self, invoice_id: int) -> Done:
        """Post an invoice for its exact total in cash."""
        return self.do(self.posting_of(invoice_id))

    def posting_of(self, invoice_id: int, *tenders: Tender) -> partial[Done]:
        """Bind a posting at the invoice's present total, in cash unless tenders are given."""
        total = self.total_of(invoice_id)
        return partial(
            posting.post, invoice_id=invoice_id, tenders=tenders or (Tender(CASH, total),), expected_total=total
        )

    def total_of(self, invoice_id: int) -> Decimal:
        """Read what an invoice comes to."""
        with self.engine.connect() as connection:
            return connection.execute(sa.select(Invoice.total).where(Invoice.id == invoice_id)).scalar_one()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Write rows without a verb."""
        with begun(for_writing(self.engine)) as session:
            yield session


def open_till(url: str, pin_hash: str = NO_PIN_HASH) -> Till:
    """Open a till with its employee, the Owner, in a shop that is otherwise empty."""
    engine = open_engine(url)
    with begun(for_writing(engine)) as session:
        employee_id = add_employee(session)
    till = Till(engine, Transactor(engine, ticking_clock()), employee_id)
    till.run(pins.make_first, employee_id=employee_id, pin_hash=pin_hash)
    return till


def together(*deeds: Callable[[], object]) -> None:
    """Run deeds in threads and raise the first error of any."""
    errors: list[BaseException] = []

    def guarded(deed: Callable[[], object]) -> None:
        try:
            deed()
        except BaseException as error:  # noqa: BLE001 - raised again below
            errors.append(error)

    threads = [threading.Thread(target=guarded, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
