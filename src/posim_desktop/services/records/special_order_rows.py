"""Special orders and their lines as they are stored."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple, TypedDict

import sqlalchemy as sa
from typing_extensions import Unpack

from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.folding import search_key
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales import special_orders as rules
from posim_desktop.domain.sales.special_orders import LEGAL_STEPS, SpecialOrderStatus
from posim_desktop.domain.steps import step_to
from posim_desktop.domain.why import Why
from posim_desktop.orm import Department, Item, SpecialOrder, SpecialOrderAnswer, SpecialOrderLine
from posim_desktop.orm.base import chunks, table_of
from posim_desktop.services.records import statements
from posim_desktop.services.records.lock_order import Rank, climb
from posim_desktop.services.session import Session, Stamp


class StoredSpecialOrder(NamedTuple):
    """A locked special order."""

    id: int
    status: SpecialOrderStatus
    customer_id: int | None
    employee_id: int
    deposit_percent: Decimal | None
    deposit: Decimal
    version: int


class SpecialOrderFields(TypedDict, total=False):
    """What may be written on a special order, its status apart."""

    number: int
    customer_id: int | None
    employee_id: int
    posted_at: datetime
    invoice_id: int
    needed_by: date | None
    reach: str
    customer_order: str
    note: str
    deposit_percent: Decimal | None
    deposit: Decimal
    terms: str
    discard_reason: str


class StoredSpecialLine(NamedTuple):
    """A line of a special order, see :class:`posim_desktop.orm.SpecialOrderLine`."""

    id: int
    special_order_id: int
    position: int
    on_file: bool
    item_id: int | None
    code: str
    description: str
    department_id: int | None
    tax_code_id: int | None
    vendor_id: int | None
    vendor_item_number: str
    cost: Decimal
    quantity: Decimal
    unit_price: Decimal
    price_ceiling: Decimal | None
    will_also_take: str
    question: str
    one_piece: bool

    @property
    def ruled(self) -> rules.SpecialLine:
        """What the rules look at."""
        return rules.SpecialLine(*(getattr(self, name) for name in _RULED))


class _NewOrder(NamedTuple):
    number: None
    status: str
    customer_id: int | None
    employee_id: int
    workstation: str
    created_at: datetime
    posted_at: None
    invoice_id: None
    needed_by: None
    reach: str
    customer_order: str
    note: str
    deposit_percent: Decimal | None
    deposit: Decimal
    terms: str
    discard_reason: str
    version: int
    search_text: str


_RULED = (
    *("item_id", "code", "description", "department_id", "tax_code_id", "vendor_id", "vendor_item_number"),
    *("cost", "quantity", "unit_price", "price_ceiling", "will_also_take", "question", "one_piece"),
)
_FOUND_BY = ("customer_order", "reach", "note")
_orders = table_of(SpecialOrder)
_lines = table_of(SpecialOrderLine)
_LOCK = (
    sa.select(*(_orders.c[name] for name in StoredSpecialOrder._fields))
    .where(_orders.c.id == sa.bindparam("order"))
    .with_for_update(key_share=True)
)
_ALL: sa.Select[*tuple[Any, ...]] = sa.select(*(_lines.c[name] for name in StoredSpecialLine._fields))
_OF_ORDER = _ALL.where(_lines.c.special_order_id == sa.bindparam("order")).order_by(_lines.c.position)
_ORDER_OF_LINE = sa.select(_lines.c.special_order_id).where(_lines.c.id == sa.bindparam("line"))
_answers = table_of(SpecialOrderAnswer)
_items = table_of(Item)
_departments = table_of(Department)
_ANSWERS = (
    sa.select(_answers.c.line_id, _answers.c.question, _answers.c.answer)
    .join(_lines, _lines.c.id == _answers.c.line_id)
    .where(_lines.c.special_order_id == sa.bindparam("order"))
    .order_by(_answers.c.line_id, _answers.c.position)
)
_QUESTIONS = (
    sa.select(_lines.c.id, _departments.c.questions)
    .select_from(
        _lines.outerjoin(_items, _items.c.id == _lines.c.item_id).join(
            _departments, _departments.c.id == sa.func.coalesce(_items.c.department_id, _lines.c.department_id)
        )
    )
    .where(_lines.c.special_order_id == sa.bindparam("order"))
)
_FOUND = sa.select(*(_orders.c[name] for name in _FOUND_BY)).where(_orders.c.id == sa.bindparam("order"))
_OF_CARDS = (
    sa.select(_orders.c.id)
    .where(_orders.c.customer_id.in_(sa.bindparam("customers", expanding=True)))
    .order_by(_orders.c.id)
    .with_for_update(key_share=True)
)
_WORKING_OF = (
    sa.select(_orders.c.id)
    .where(_orders.c.customer_id == sa.bindparam("customer"), _orders.c.status == str(SpecialOrderStatus.WORKING))
    .order_by(_orders.c.id)
    .with_for_update(key_share=True)
)


def lock(session: Session, special_order_id: int) -> StoredSpecialOrder:
    """Lock a special order, whatever its status, and read it again.

    Raises:
        RefusedError: There is no such special order.
    """
    row = session.connection().execute(_LOCK, {"order": special_order_id}).one_or_none()
    if row is None:
        raise refuse(Why.NO_SUCH_SPECIAL_ORDER)
    climb(session, Rank.SPECIAL_ORDER, [special_order_id])
    return StoredSpecialOrder(row.id, SpecialOrderStatus(row.status), *row[2:])


def insert(
    session: Session,
    stamp: Stamp,
    employee_id: int,
    customer_id: int | None,
    percent: Decimal | None,
    amount: Decimal = ZERO,
) -> int:
    """Open a working special order and return its id."""
    row = _NewOrder(
        number=None,
        status=str(SpecialOrderStatus.WORKING),
        customer_id=customer_id,
        employee_id=employee_id,
        workstation=stamp.workstation,
        created_at=stamp.at,
        posted_at=None,
        invoice_id=None,
        needed_by=None,
        reach="",
        customer_order="",
        note="",
        deposit_percent=percent,
        deposit=amount,
        terms="",
        discard_reason="",
        version=1,
        search_text="",
    )
    new_id: int = session.connection().scalar(sa.insert(_orders).returning(_orders.c.id), row._asdict())
    return new_id


def write(session: Session, special_order_id: int, **values: Unpack[SpecialOrderFields]) -> None:
    """Write fields of a locked special order; its version goes up, also when only its lines changed."""
    statements.write(session, _orders, special_order_id, _with_search(session, special_order_id, values))


def step(
    session: Session, order: StoredSpecialOrder, to: SpecialOrderStatus, **values: Unpack[SpecialOrderFields]
) -> None:
    """Take a locked special order to its next status and write fields with it."""
    status = {"status": str(step_to(LEGAL_STEPS, order.status, to))}
    statements.write(session, _orders, order.id, {**status, **_with_search(session, order.id, values)})


def order_of_line(session: Session, line_id: int) -> int:
    """Find the special order of a line, which never changes.

    Raises:
        RefusedError: There is no such line any more.
    """
    order_id: int | None = session.connection().scalar(_ORDER_OF_LINE, {"line": line_id})
    if order_id is None:
        raise refuse(Why.SPECIAL_LINE_GONE)
    return order_id


def lines_of(session: Session, special_order_id: int) -> list[StoredSpecialLine]:
    """Read the lines of a special order in their order."""
    found = session.connection().execute(_OF_ORDER, {"order": special_order_id})
    return [StoredSpecialLine._make(row) for row in found]


def find(lines: Sequence[StoredSpecialLine], line_id: int) -> StoredSpecialLine:
    """Choose a line among those of a locked special order.

    Raises:
        RefusedError: It was taken off meanwhile.
    """
    line = next((line for line in lines if line.id == line_id), None)
    if line is None:
        raise refuse(Why.SPECIAL_LINE_GONE)
    return line


def insert_line(session: Session, special_order_id: int, line: rules.SpecialLine) -> int:
    """Write a line below the others of a locked working special order, and return its id.

    Raises:
        RefusedError: The special order is full.
    """
    lines = lines_of(session, special_order_id)
    if len(lines) >= rules.MAX_LINES:
        raise refuse(Why.TOO_MANY_SPECIAL_LINES, Field("item"), most=rules.MAX_LINES)
    position = lines[-1].position + 1 if lines else 1
    new_id: int = session.connection().scalar(
        sa.insert(_lines).returning(_lines.c.id),
        {"special_order_id": special_order_id, "position": position, **_written(line)},
    )
    return new_id


def write_line(session: Session, line_id: int, line: rules.SpecialLine) -> None:
    """Write a line of a locked working special order anew."""
    session.connection().execute(sa.update(_lines).where(_lines.c.id == line_id).values(**_written(line)))


def fulfil_lines(session: Session, made: Sequence[tuple[int, int, int]]) -> None:
    """Write which item and which B line the posting made of each line: line, item, B line."""
    for line_id, item_id, invoice_line_id in made:
        written = sa.update(_lines).where(_lines.c.id == line_id)
        session.connection().execute(written.values(item_id=item_id, invoice_line_id=invoice_line_id))


def answers_of(session: Session, special_order_id: int) -> dict[int, dict[str, str]]:
    """Read what was answered on a special order: answers by question, by line."""
    found: dict[int, dict[str, str]] = {}
    for line_id, question, answer in session.connection().execute(_ANSWERS, {"order": special_order_id}):
        found.setdefault(line_id, {})[question] = answer
    return found


def questions_of(session: Session, special_order_id: int) -> dict[int, str]:
    """Read what the departments of an order's lines ask, as it stands on their cards, by line."""
    return dict(session.connection().execute(_QUESTIONS, {"order": special_order_id}).all())


def write_answers(session: Session, line_id: int, answers: Mapping[str, str]) -> None:
    """Write anew what was answered on a line of a locked working special order."""
    session.connection().execute(sa.delete(_answers).where(_answers.c.line_id == line_id))
    rows = [
        {"line_id": line_id, "position": position, "question": question, "answer": answer}
        for position, (question, answer) in enumerate(answers.items(), 1)
    ]
    if rows:
        session.connection().execute(sa.insert(_answers), rows)


def delete_line(session: Session, line_id: int) -> None:
    """Take a line off a locked working special order."""
    session.connection().execute(sa.delete(_answers).where(_answers.c.line_id == line_id))
    session.connection().execute(sa.delete(_lines).where(_lines.c.id == line_id))


def lock_working_of(session: Session, customer_id: int) -> list[int]:
    """Lock the special orders of a customer that are still being written, in the order of their ids."""
    found = list(session.connection().scalars(_WORKING_OF, {"customer": customer_id}))
    climb(session, Rank.SPECIAL_ORDER, found)
    return found


def give_to(session: Session, special_order_ids: Sequence[int], customer_id: int) -> None:
    """Give locked working special orders to the card that their customer's card is merged into."""
    for chunk in chunks(special_order_ids):
        session.connection().execute(
            sa.update(_orders)
            .where(_orders.c.id.in_(chunk))
            .values(customer_id=customer_id, version=_orders.c.version + 1)
        )


def lock_of_cards(session: Session, customer_ids: Sequence[int]) -> list[int]:
    """Lock all special orders of some cards, whatever their status, in the order of their ids."""
    found = list(session.connection().scalars(_OF_CARDS, {"customers": customer_ids}))
    climb(session, Rank.SPECIAL_ORDER, found)
    return found


def forget(session: Session, special_order_ids: Sequence[int]) -> None:
    """Take off locked special orders, none of them working, what says who the customer is and what they answered.

    Their cards say already that they are forgotten; what was posted stays otherwise as it was.
    """
    for chunk in chunks(special_order_ids):
        of_these = sa.select(_lines.c.id).where(_lines.c.special_order_id.in_(chunk))
        session.connection().execute(sa.delete(_answers).where(_answers.c.line_id.in_(of_these)))
        forgotten = dict.fromkeys((*_FOUND_BY, "search_text"), "")
        session.connection().execute(sa.update(_orders).where(_orders.c.id.in_(chunk)).values(forgotten))


def _written(line: rules.SpecialLine) -> dict[str, object]:
    found_by = search_key(line.description, line.vendor_item_number)
    return {"on_file": line.is_on_file, "search_text": found_by, **{name: getattr(line, name) for name in _RULED}}


def _with_search(session: Session, special_order_id: int, values: SpecialOrderFields) -> dict[str, object]:
    """Add the text by which a special order is found, if something of it is written."""
    if not any(name in values for name in _FOUND_BY):
        return {**values}
    stored = session.connection().execute(_FOUND, {"order": special_order_id}).one()._mapping  # noqa: SLF001 - public in SQLAlchemy
    now = {**stored, **values}
    return {**values, "search_text": search_key(*(str(now[name]) for name in _FOUND_BY))}
