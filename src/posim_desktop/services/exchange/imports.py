"""A file brought into the shop: planned by reading only, then written in one transaction, whole or not at all.

A card that somebody changed since the plan was made refuses it. What an import made and changed is tied to it, so
that it can be undone, see :mod:`posim_desktop.services.exchange.import_undo`. Serves the guide's page "Bring your shop
over".
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from dataclasses import fields as fields_of
from typing import Any

import sqlalchemy as sa
from typing_extensions import override

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.cards.cards import ItemFields
from posim_desktop.domain.cards.stock import LedgerKind
from posim_desktop.domain.changes import Change, Done, Record, each_of, some_new
from posim_desktop.domain.errors import Field, Refusal, refuse
from posim_desktop.domain.exchange.import_cards import Drawn, RowRefusal, in_file_order
from posim_desktop.domain.exchange.import_columns import FileLayout
from posim_desktop.domain.exchange.import_items import draw_items
from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.domain.exchange.import_partners import (
    draw_customers,
    draw_departments,
    draw_figures,
    draw_tax_codes,
    draw_vendors,
)
from posim_desktop.domain.exchange.import_questions import Asking, ImportQuestion
from posim_desktop.domain.exchange.import_sales import draw_customers_from_sales, draw_items_from_sales
from posim_desktop.domain.exchange.kept_values import written
from posim_desktop.domain.people.permissions import missing
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.why import Why
from posim_desktop.orm import Employee
from posim_desktop.orm.base import table_of
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.cards import cards, customers, departments, items, tax_codes, vendors
from posim_desktop.services.cards.cards import CardKind
from posim_desktop.services.cards.items import NewItem
from posim_desktop.services.exchange.import_choices import MadeOnTheWay, renumbered
from posim_desktop.services.exchange.import_files import FileReading, ImportOptions
from posim_desktop.services.exchange.import_plans import (
    Move,
    Plan,
    Rewrite,
    plan_customers,
    plan_departments,
    plan_figures,
    plan_items,
    plan_tax_codes,
    plan_vendors,
)
from posim_desktop.services.people.permissions import require_all
from posim_desktop.services.records import card_rows, import_rows, signatures, stock
from posim_desktop.services.records.import_rows import NewImport, TiedCard
from posim_desktop.services.records.stock import LedgerEntry
from posim_desktop.services.session import Session, Stamp

_employees = table_of(Employee)
_AT_ONCE = 2000
CARD_KINDS: dict[ImportKind, CardKind] = {
    ImportKind.ITEMS: items.KIND,
    ImportKind.CUSTOMERS: customers.KIND,
    ImportKind.VENDORS: vendors.KIND,
    ImportKind.DEPARTMENTS: departments.KIND,
    ImportKind.TAX_CODES: tax_codes.KIND,
    ImportKind.STOCK: items.KIND,
    ImportKind.PRICES: items.KIND,
}
_TOGETHER = frozenset(
    {
        *("description", "price", "cost", "max_stock", "min_stock", "notes", "unit", "author", "publisher"),
        *("format", "pack_unit", "smallest_cut", "department_id", "tax_code_id"),
    }
)
"""Fields of Item cards that are written on many cards at once; the others have rows or rules of their own."""


class ImportCanceledError(Exception):
    """Raised by a watch whose person pressed Cancel; nothing is imported."""


class Watch:
    """Is told how far an import is, and may end it; this one lets it be. It is no part of what is imported."""

    def __call__(self, done: int, of: int) -> None:
        """Hear how many rows of how many are done.

        Raises:
            ImportCanceledError: The person wants no more of it.
        """

    @override
    def __repr__(self) -> str:
        """Say the same of all watches: what is written does not depend on who watches."""
        return "Watch()"


UNWATCHED = Watch()


@contextmanager
def uncollected() -> Iterator[None]:
    """Let Python take no garbage out meanwhile: all rows live to the end, and it would look through them ever again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All that an import will do, and what has to be known and answered before.

    Attributes:
        reading: How the file is read.
        rows: How many rows it has.
        repeated: How many only repeat a card.
        plan: What is made, changed and moved.
        refusals: Every row that gives nothing, in the file's order.
        notes: What is set aside, mended, rounded or otherwise to be known.
        questions: What is asked; while one of them is open nothing is written.
        digest: Of the file and of what was answered.
    """

    digest: str
    reading: FileReading = field(repr=False)
    rows: int
    repeated: int
    plan: Plan[Any, Any] = field(repr=False)
    refusals: tuple[RowRefusal, ...] = field(repr=False)
    notes: tuple[RowRefusal, ...] = field(repr=False)
    questions: tuple[ImportQuestion, ...]

    @property
    def open_questions(self) -> tuple[ImportQuestion, ...]:
        """The questions that nobody answered."""
        return tuple(question for question in self.questions if not question.is_answered)

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be written."""
        return not (self.plan.new or self.plan.rewrites or self.plan.moves)


def plan_import(
    connection: sa.Connection, reading: FileReading, options: ImportOptions, watch: Watch = UNWATCHED
) -> ImportPlan:
    """Work out what an import will do; reads only, and is what a dry run shows.

    Args:
        connection: The database.
        reading: The file, see :func:`posim_desktop.services.exchange.import_files.read_file`.
        options: What was said and answered.
        watch: Is told how far it is.

    Raises:
        ImportCanceledError: By the watch.
    """
    asking = Asking(options.answers)
    of = len(reading.table.rows)
    with uncollected():
        drawn = _drawn(reading, asking, lambda done: watch(done, of))
        plan = _planned(connection, reading, drawn, options, asking)
    questions = (*reading.questions, *asking.questions())
    if options.proposed:
        questions = tuple(replace(question, is_answered=True) for question in questions)
    return ImportPlan(
        reading.digest,
        reading,
        drawn.rows,
        drawn.repeated,
        plan,
        tuple(in_file_order([*drawn.refusals, *plan.refusals])),
        tuple(in_file_order([*reading.notes, *drawn.notes, *plan.notes])),
        questions,
    )


def needs(plan: ImportPlan) -> tuple[Permit, ...]:
    """List the permissions that an import takes."""
    record = CARD_KINDS[plan.reading.kind].record
    asked = [Permission.IMPORT]
    if plan.plan.new or plan.plan.rewrites:
        asked.append(editing(record))
    if plan.plan.moves:
        asked.append(Permission.ADJUST_STOCK)
    if plan.plan.made.vendors:
        asked.append(Permission.EDIT_VENDORS)
    if plan.plan.made.tax_codes:
        asked.append(Permission.CHANGE_PREFERENCES)
    if record is Record.ITEM:
        new = [each.fields for each in plan.plan.new]
        before = [each.before for each in plan.plan.rewrites]
        after = [each.fields for each in plan.plan.rewrites]
        pairs = list(zip(before, after, strict=True))
        if any(card.price for card in new) or any(one.price != other.price for one, other in pairs):
            asked.append(Permission.EDIT_PRICES)
        if any(card.cost for card in new) or any(one.cost != other.cost for one, other in pairs):
            asked.append(Permission.SEE_COSTS)
    return tuple(Permit(each) for each in asked)


def editing(record: Record) -> Permission:
    """Return the permission that it takes to write cards of a kind."""
    match record:
        case Record.CUSTOMER:
            return Permission.EDIT_CUSTOMERS
        case Record.VENDOR:
            return Permission.EDIT_VENDORS
        case Record.TAX_CODE:
            return Permission.CHANGE_PREFERENCES
        case _:
            return Permission.EDIT_ITEMS


def import_refusal(connection: sa.Connection, employee_id: int | None, plan: ImportPlan) -> Refusal | None:
    """Return why an import would be refused as a whole, or None: a permission, a question, a name under the stock."""
    if plan.open_questions:
        return Refusal(Why.IMPORT_QUESTIONS_OPEN, questions=tuple(str(each.ask) for each in plan.open_questions))
    unsigned = any(isinstance(each, NewItem) and each.opening for each in plan.plan.new) or plan.plan.moves
    if employee_id is None:
        return Refusal(Why.OPENING_STOCK_UNSIGNED, Field("opening")) if unsigned else None
    person = signatures.rights(Session(connection), employee_id)
    if person is None:
        return Refusal(Why.NO_LONGER_WORKS_HERE)
    lacking = missing(person.rights, needs(plan))
    if lacking:
        return Refusal(Why.NOT_PERMITTED, role=person.role_name, permission=lacking[0].permission, needs=lacking)
    return None


def bring_in(session: Session, stamp: Stamp, *, plan: ImportPlan, watch: Watch = UNWATCHED) -> Done:
    """Write a plan, all of it or nothing; ``record_id`` is the import's.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        plan: What to do.
        watch: Is told how far it is, and may end it.

    Raises:
        RefusedError: A permission is missing, a question is open, or somebody wrote one of these cards since the plan
            was made.
        ImportCanceledError: By the watch; nothing is written.
    """
    if plan.open_questions:
        asked = tuple(str(each.ask) for each in plan.open_questions)
        raise refuse(Why.IMPORT_QUESTIONS_OPEN, questions=asked)
    require_all(session, stamp, *needs(plan))
    if stamp.employee_id is None and (
        plan.plan.moves or any(isinstance(each, NewItem) and each.opening for each in plan.plan.new)
    ):
        raise refuse(Why.OPENING_STOCK_UNSIGNED, Field("opening"))
    work = _Work(session, stamp, plan, watch)
    with uncollected():
        _do(work)
        import_id = _tie(work)
        append(session, stamp, work.entries)
    return Done(import_id, _changes(work))


class _Work:
    """One import while it is written: what is tied to it and what the audit is told in the end."""

    def __init__(self, session: Session, stamp: Stamp, plan: ImportPlan, watch: Watch) -> None:
        self.session, self.stamp, self.plan, self.watch = session, stamp, plan, watch
        self.entries: list[AuditEntry] = []
        self.tied: list[TiedCard] = []
        self.kind = CARD_KINDS[plan.reading.kind]
        whole = plan.plan
        self.done, self.of = 0, len(whole.new) + len(whole.rewrites) + len(whole.moves)

    def step(self, rows: int) -> None:
        """Say how far it is."""
        self.done += rows
        self.watch(self.done, self.of)


def _do(work: _Work) -> None:
    """Write the cards and the stock."""
    plan = work.plan.plan
    locked = card_rows.lock(work.session, work.kind.table, (card.id for card in plan.rewrites))
    held = [
        (cards.require_unchanged(work.session, work.kind, locked, each.id, each.version), each)
        for each in plan.rewrites
    ]
    _move(work, plan.moves)
    made = _make_on_the_way(work, plan.made)
    for part in _parts(plan.new):
        _add(work, [_renamed(each, made) for each in part])
        work.step(len(part))
    together = [(card, each) for card, each in held if _is_plain(work, each)]
    for part in _parts(together):
        _rewrite_together(work, [(card, _renamed_rewrite(each, made)) for card, each in part])
        work.step(len(part))
    alone = [each for _, each in held if not _is_plain(work, each)]
    for each in alone:
        _rewrite(work, _renamed_rewrite(each, made))
        work.step(1)


def _tie(work: _Work) -> int:
    """Write the import, with all that it made and changed, and its event."""
    reading = work.plan.reading
    made = sum(each.made for each in work.tied)
    figures = NewImport(
        str(reading.kind),
        reading.file_name,
        made,
        len(work.tied) - made,
        len(work.plan.refusals),
        len(work.plan.notes),
    )
    import_id = import_rows.insert(work.session, work.stamp, figures, work.tied)
    told = {"kind": str(reading.kind), "file": reading.file_name, "made": made, "changed": figures.changed}
    work.entries.append(AuditEntry(AuditAction.IMPORT_FILE, Record.FILE_IMPORT, import_id, after=told))
    return import_id


def _changes(work: _Work) -> frozenset[Change]:
    """Name what changed."""
    found: set[Change] = {some_new(Record.FILE_IMPORT)}
    for record in {each.record for each in work.tied}:
        found |= each_of(record, (each.record_id for each in work.tied if each.record is record and not each.made))
        if any(each.made for each in work.tied if each.record is record):
            found.add(some_new(record))
    return frozenset(found)


def _make_on_the_way(work: _Work, made: MadeOnTheWay) -> dict[str, list[int]]:
    """Write the vendors, departments and tax codes that items name; their ids by the field of the item."""
    return {
        "preferred_vendor_id": _made(work, vendors.KIND, made.vendors),
        "department_id": _made(work, departments.KIND, made.departments),
        "tax_code_id": _made(work, tax_codes.KIND, made.tax_codes),
    }


def _made(work: _Work, kind: CardKind, new: Sequence[Any]) -> list[int]:
    values = [_values(card) for card in new]
    more = {"created_at": work.stamp.at} if kind is customers.KIND else {}
    ids = cards.add(work.session, kind, [card | more for card in values])
    work.entries += cards.entries_of_added(kind, ids, values)
    work.tied += [TiedCard(kind.record, each, made=True, moved=NO_UNITS) for each in ids]
    return ids


def _add(work: _Work, new: Sequence[Any]) -> None:
    if work.kind is not items.KIND:
        _made(work, work.kind, new)
        return
    ids, entries = items.bring_in(work.session, work.stamp, items=new)
    work.entries += entries
    work.tied += [
        TiedCard(Record.ITEM, item_id, made=True, moved=each.opening) for item_id, each in zip(ids, new, strict=True)
    ]


def _is_plain(work: _Work, rewrite: Rewrite[Any]) -> bool:
    return work.kind is not items.KIND or all(change.field in _TOGETHER for change in rewrite.changes)


def _rewrite_together(work: _Work, rewrites: Sequence[tuple[Any, Rewrite[Any]]]) -> None:
    names = sorted({change.field for _, each in rewrites for change in each.changes})
    values = [(card, {name: getattr(each.fields, name) for name in names}) for card, each in rewrites]
    work.entries += cards.change_many(work.session, work.kind, values, names)
    if work.kind is items.KIND:
        dearer = [each.id for _, each in rewrites if each.before.cost != each.fields.cost]
        stock.note_cost(work.session, work.stamp, *dearer)
    for _, each in rewrites:
        _tie_rewrite(work, each)


def _rewrite(work: _Work, rewrite: Rewrite[ItemFields]) -> None:
    items.change(work.session, work.stamp, item_id=rewrite.id, fields=rewrite.fields, version=rewrite.version)
    _tie_rewrite(work, rewrite)


def _tie_rewrite(work: _Work, rewrite: Rewrite[Any]) -> None:
    changes = rewrite.changes
    before, after = {each.field: each.before for each in changes}, {each.field: each.after for each in changes}
    work.tied.append(
        TiedCard(work.kind.record, rewrite.id, made=False, moved=NO_UNITS, before=written(before), after=written(after))
    )


def _move(work: _Work, moves: Sequence[Move]) -> None:
    """Set the stock of items on file to what was counted; what never had any begins with it."""
    for part in _parts(moves):
        held = stock.lock(work.session, [each.item_id for each in part])
        reason = work.plan.reading.file_name
        kinds = {True: LedgerKind.OPENING, False: LedgerKind.ADJUSTMENT}
        at, who = work.stamp.at, work.stamp.employee_id
        stock.move(
            work.session,
            ledger=[LedgerEntry(e.item_id, kinds[e.is_opening], e.by, who, at, reason=reason) for e in part],
        )
        for each in part:
            on_hand = held[each.item_id].on_hand
            told = {"on_hand": on_hand}, {"on_hand": on_hand + each.by}
            work.entries.append(AuditEntry(AuditAction.ADJUST_STOCK, Record.ITEM, each.item_id, *told, reason))
            work.tied.append(TiedCard(Record.ITEM, each.item_id, made=False, moved=each.by))
        work.step(len(part))


def employee_id(connection: sa.Connection, code: str | None) -> int | None:
    """Find who imports; None only while the shop has no employees.

    Raises:
        RefusedError: Nobody of that name, or nobody was named in a shop that has employees.
    """
    if code is None:
        if signatures.has_employees(connection):
            raise refuse(Why.IMPORT_UNSIGNED, Field("employee"))
        return None
    named = sa.select(_employees.c.id).where(_employees.c.code == code.strip().upper(), ~_employees.c.archived)
    found: int | None = connection.scalar(named)
    if found is None:
        raise refuse(Why.NO_SUCH_EMPLOYEE, Field("employee"), code=code)
    return found


def _drawn(reading: FileReading, asking: Asking, watch: Callable[[int], None]) -> Drawn[Any]:
    table, columns, sign = reading.table, reading.columns, reading.sign
    is_sales = reading.layout is FileLayout.SALES
    match reading.kind:
        case ImportKind.ITEMS if is_sales:
            return draw_items_from_sales(table, columns, decimal_point=sign)
        case ImportKind.CUSTOMERS if is_sales:
            return draw_customers_from_sales(table, columns)
        case ImportKind.ITEMS:
            return draw_items(table, columns, decimal_point=sign, asking=asking, watch=watch)
        case ImportKind.CUSTOMERS:
            return draw_customers(table, columns, asking=asking, watch=watch)
        case ImportKind.VENDORS:
            return draw_vendors(table, columns, decimal_point=sign, asking=asking, watch=watch)
        case ImportKind.DEPARTMENTS:
            return draw_departments(table, columns, asking=asking, watch=watch)
        case ImportKind.TAX_CODES:
            return draw_tax_codes(table, columns, decimal_point=sign, asking=asking, watch=watch)
        case ImportKind.STOCK | ImportKind.PRICES:
            return draw_figures(table, columns, decimal_point=sign, asking=asking, watch=watch)


def _planned(
    connection: sa.Connection, reading: FileReading, drawn: Drawn[Any], options: ImportOptions, asking: Asking
) -> Plan[Any, Any]:
    existing = options.existing
    match reading.kind:
        case ImportKind.ITEMS:
            line = None if "price" in reading.columns else reading.table.header_line
            return plan_items(connection, drawn.cards, existing, asking, without_price=line)
        case ImportKind.CUSTOMERS:
            return plan_customers(connection, drawn.cards, existing, options.alike)
        case ImportKind.VENDORS:
            return plan_vendors(connection, drawn.cards, existing)
        case ImportKind.DEPARTMENTS:
            return plan_departments(connection, drawn.cards, existing)
        case ImportKind.TAX_CODES:
            return plan_tax_codes(connection, drawn.cards, existing)
        case ImportKind.STOCK | ImportKind.PRICES:
            return plan_figures(connection, drawn.cards)


def _parts(whole: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(whole), _AT_ONCE):
        yield whole[start : start + _AT_ONCE]


_NAMED = ("preferred_vendor_id", "department_id", "tax_code_id")


def _renamed(card: Any, made: dict[str, list[int]]) -> Any:  # noqa: ANN401 - a card of any kind
    """Let a new item name the cards that were made on the way by their ids."""
    if not isinstance(card, NewItem):
        return card
    fields = _with_ids(card.fields, made)
    return card if fields is card.fields else NewItem(fields, card.opening)


def _renamed_rewrite(rewrite: Rewrite[Any], made: dict[str, list[int]]) -> Rewrite[Any]:
    if not isinstance(rewrite.fields, ItemFields):
        return rewrite
    fields = _with_ids(rewrite.fields, made)
    return rewrite if fields is rewrite.fields else replace(rewrite, fields=fields)


def _with_ids(card: ItemFields, made: dict[str, list[int]]) -> ItemFields:
    named: dict[str, int | None] = {name: getattr(card, name) for name in _NAMED}
    if not any(each is not None and each < 0 for each in named.values()):
        return card
    found: dict[str, Any] = dict(renumbered(named, made))
    return replace(card, **found)


def _values(card: Any) -> dict[str, Any]:  # noqa: ANN401 - a card of any kind but an item
    return {each.name: getattr(card, each.name) for each in fields_of(card)}
