"""Guide: "Customers" — what is kept about somebody is handed over whole, and forgotten whole when they ask for it."""

import csv
import io
import zipfile
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa

from forgetting_seed import LEE, PDF, SECRETS, cancels, dealt_with
from ordering_seed import assert_sound, owes
from places import place
from posim_desktop.domain.cards.cards import CustomerFields
from posim_desktop.domain.cards.forgetting import typed_refusal
from posim_desktop.domain.changes import Change, Record
from posim_desktop.domain.errors import Refusal, RefusedError
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.why import Why
from posim_desktop.orm import (
    Attachment,
    AuditEvent,
    Customer,
    Invoice,
    OutgoingMail,
    SpecialOrder,
    Want,
)
from posim_desktop.orm.base import Base, table_of
from posim_desktop.printing.personal_data import as_zip
from posim_desktop.queries import deck as decks
from posim_desktop.queries.cards import customers as customer_queries
from posim_desktop.queries.cards import kept_of_customer
from posim_desktop.queries.cards.kept_of_customer import KeptKind, KeptOfCustomer
from posim_desktop.queries.deck import Found
from posim_desktop.queries.sales.decks import PROCESSED
from posim_desktop.services.backorders import wants
from posim_desktop.services.cards import credit_limits, customers, merging, personal_data
from posim_desktop.services.sales import attachments, deposits, invoices, special_orders
from seeding import Till, add_employee, open_till, stored
from services.sales.test_receipt_mails import mails_receipt

D = Decimal
ON_PAPER = {"invoices": {"bill_to", "exempt_number"}}
"""Where the law keeps what was printed on a posted document."""


def _ids(till: Till, entity: type[Base]) -> list[int]:
    with till.engine.connect() as connection:
        return list(connection.scalars(sa.select(table_of(entity).c.id).order_by(table_of(entity).c.id)))


def _version(till: Till, customer_id: int) -> int:
    version: int = stored(till.engine, Customer, Customer.id == customer_id).version
    return version


def _forgets(till: Till, customer_id: int) -> frozenset[Change]:
    changes = till.run(personal_data.forget, customer_id=customer_id, version=_version(till, customer_id)).changes
    assert_sound(till)
    return changes


def _refusal(till: Till, customer_id: int) -> Why:
    return till.refusal(personal_data.forget, customer_id=customer_id, version=_version(till, customer_id)).why


def _mail_refusal(till: Till, invoice_id: int) -> Refusal:
    with pytest.raises(RefusedError) as refused:
        mails_receipt(till, invoice_id)
    return refused.value.refusal


def _said(till: Till) -> set[tuple[str, str, str]]:
    """Find every secret that some column of some table says: secret, table, column."""
    found = set()
    with till.engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            for row in connection.execute(sa.select(*(sa.type_coerce(each, sa.types.NullType()) for each in table.c))):
                for column, value in zip(table.c, row, strict=True):
                    said = bytes(value).decode("latin-1") if isinstance(value, bytes | memoryview) else str(value)
                    found |= {(secret, table.name, column.name) for secret in SECRETS if secret in said.lower()}
    return found


def _plainly(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


def _everything(till: Till, customer_id: int) -> KeptOfCustomer:
    with till.engine.connect() as connection:
        kept = kept_of_customer.everything(connection, customer_id)
    assert kept is not None
    return kept


def test_nothing_says_who_a_forgotten_customer_was_but_posted_documents(till: Till) -> None:
    lee, twin = dealt_with(till)
    assert {secret for secret, *_ in _said(till)} == set(SECRETS)
    changes = _forgets(till, lee)
    assert {(table, column) for _, table, column in _said(till)} <= {
        (table, column) for table, columns in ON_PAPER.items() for column in columns
    }
    for card in (lee, twin):
        row = stored(till.engine, Customer, Customer.id == card)
        assert (row.name, row.archived, row.forgotten_at is None) == (row.code, True, False)
        assert Change(Record.CUSTOMER, card) in changes
    assert _ids(till, Attachment) == _ids(till, OutgoingMail) == []
    assert stored(till.engine, Want, Want.item_id.is_not(None)).dropped_at is not None
    paper = stored(till.engine, Invoice, Invoice.number == 2)
    assert paper.bill_to.startswith("Harbour Ltd") or "Lee Harper" in paper.bill_to
    event = stored(
        till.engine, AuditEvent, table_of(AuditEvent).c.action == "forget customer", AuditEvent.record_id == lee
    )
    assert (event.before, event.after) == ("{}", "{}")


def test_search_finds_a_forgotten_customer_no_more(till: Till) -> None:
    lee, _ = dealt_with(till)
    _forgets(till, lee)
    with till.engine.connect() as connection:
        for deck in (customer_queries.DECK, PROCESSED):
            for word in ("harper", "555-0142", "lee@harbour.example"):
                found = Found(text=word, include_archived=True) if deck is customer_queries.DECK else Found(text=word)
                assert decks.page(connection, deck, found, deck.first_order).rows == ()


def test_the_file_of_the_shop_holds_nothing_of_what_was_forgotten(sqlite_url: str) -> None:
    """SQLite leaves what is deleted in free pages and in its search index, unless it is told otherwise."""
    till = open_till(sqlite_url)
    lee, _ = dealt_with(till)
    _forgets(till, lee)
    till.engine.dispose()
    content = Path(sa.make_url(sqlite_url).database or "").read_bytes().lower()
    on_paper = {secret for secret, *_ in _said(till)}
    assert [secret for secret in SECRETS if secret.encode() in content and secret not in on_paper] == []
    till.engine.dispose()


def test_what_is_kept_is_handed_over_whole(till: Till) -> None:
    lee, _ = dealt_with(till)
    till.run(personal_data.hand_over, customer_id=lee)
    kept = _everything(till, lee)
    told = " ".join(str(cell) for table in kept.tables for row in table.rows for cell in row).lower()
    assert [secret for secret in SECRETS if secret not in told] == ["5550142"]
    assert {table.kind for table in kept.tables} == set(KeptKind) - {KeptKind.SERIALS, KeptKind.PRICES, KeptKind.MONEY}
    assert [(file.kind, file.content[:4]) for file in kept.files] == [
        *((KeptKind.MAILS, b"%PDF"), (KeptKind.FILES, b"%PDF"), (KeptKind.FILES, b"%PDF"))
    ]
    assert stored(till.engine, AuditEvent, table_of(AuditEvent).c.action == "hand over data").record_id == lee
    _forgets(till, lee)
    assert till.refusal(personal_data.hand_over, customer_id=lee).why is Why.CUSTOMER_FORGOTTEN
    assert till.refusal(personal_data.hand_over, customer_id=99).why is Why.CUSTOMER_NOT_ON_FILE


def test_no_cell_of_the_file_is_a_formula_and_no_name_leads_out_of_it(till: Till) -> None:
    till.stores("kettle", on_hand="9")
    evil = till.run(customers.add, fields=CustomerFields("E", "=cmd()", notes="+1")).record_id
    waited = owes(till, "kettle", "1", evil)
    till.run(attachments.attach, name="../../up.pdf", content=PDF, backorder_id=waited)
    made = as_zip(_everything(till, evil), file_word=str, heading=str, on_shop_clock=_plainly)
    with zipfile.ZipFile(io.BytesIO(made)) as whole:
        card = list(csv.reader(io.StringIO(whole.read("card.csv").decode("utf-8-sig"))))
        (file,) = (name for name in whole.namelist() if name.startswith("files/"))
    row = dict(zip(*card, strict=True))
    assert (row["customers.name"], row["customers.notes"]) == ("'=cmd()", "'+1")
    assert "/" not in file.removeprefix("files/")


def test_who_is_still_served_is_not_forgotten(till: Till) -> None:
    till.stores("kettle", on_hand="9")
    lee = till.run(customers.add, fields=LEE).record_id
    open_one = till.rings_up(("kettle", "1"), customer_id=lee)
    assert _refusal(till, lee) is Why.CUSTOMER_HAS_WORKING_DOCUMENTS
    till.run(invoices.discard, invoice_id=open_one)
    order = till.run(special_orders.start, customer_id=lee).record_id
    assert _refusal(till, lee) is Why.CUSTOMER_HAS_WORKING_DOCUMENTS
    till.run(special_orders.discard, special_order_id=order, reason="No")
    waited = owes(till, "kettle", "1", lee)
    assert _refusal(till, lee) is Why.CUSTOMER_IS_OWED_GOODS
    cancels(till, waited)
    paid = till.rings_up(customer_id=lee)
    till.run(deposits.add, invoice_id=paid, amount=D(5))
    till.posts(paid)
    assert _refusal(till, lee) is Why.CUSTOMER_HAS_MONEY
    back = till.rings_up(customer_id=lee)
    till.run(deposits.add, invoice_id=back, amount=D(-5))
    till.posts(back)
    _forgets(till, lee)
    assert _refusal(till, lee) is Why.CUSTOMER_FORGOTTEN


def test_a_forgotten_card_stays_as_it_is_and_nothing_more_is_kept(till: Till) -> None:
    till.stores("kettle", on_hand="9")
    lee = till.run(customers.add, fields=LEE).record_id
    other = till.run(customers.add, fields=CustomerFields("KIM", "Kim")).record_id
    till.posts(sold := till.rings_up(("kettle", "1"), customer_id=lee))
    waited = owes(till, "kettle", "1", lee)
    cancels(till, waited)
    _forgets(till, lee)
    version = _version(till, lee)
    refused = (
        till.refusal(customers.change, customer_id=lee, version=version, fields=LEE),
        till.refusal(customers.bring_back, customer_id=lee, version=version),
        till.refusal(customers.delete, customer_id=lee, version=version),
        till.refusal(credit_limits.change, customer_id=lee, version=version, limit=D(9)),
        till.refusal(merging.merge, customer_id=lee, version=version, into_id=other, into_version=1),
        till.refusal(attachments.attach, name="a.pdf", content=PDF, backorder_id=waited),
        _mail_refusal(till, sold),
    )
    assert [each.why for each in refused] == [Why.CUSTOMER_FORGOTTEN] * 7
    assert till.refusal(invoices.start, customer_id=lee).why is Why.CARD_ARCHIVED_IN_USE
    assert (
        till.refusal(wants.add, customer_id=lee, item_id=till.items["kettle"], quantity=D(1)).why
        is Why.CARD_ARCHIVED_IN_USE
    )


def test_a_posted_special_order_loses_only_what_is_forgotten(till: Till) -> None:
    """The database itself lets nothing else be taken off, and nothing of somebody who was not forgotten."""
    lee, _ = dealt_with(till)
    blank = dict.fromkeys(("reach", "customer_order", "note", "search_text"), "")

    def takes_off(**values: object) -> None:
        with till.writing() as session:
            session.connection().execute(sa.update(SpecialOrder).values(values))

    with pytest.raises(sa.exc.DBAPIError, match="posted special_orders never change"):
        takes_off(**blank)
    _forgets(till, lee)
    for values in ({**blank, "terms": "Other"}, {**blank, "note": "More"}, {**blank, "customer_id": None}):
        with pytest.raises(sa.exc.DBAPIError, match="posted special_orders never change"):
            takes_off(**values)


def test_a_cashier_neither_hands_over_nor_forgets(till: Till) -> None:
    lee = till.run(customers.add, fields=LEE).record_id
    with till.writing() as session:
        till.employee_id = add_employee(session, "ann", role=Role.CASHIER)
    assert _refusal(till, lee) is Why.NOT_PERMITTED
    assert till.refusal(personal_data.hand_over, customer_id=lee).why is Why.NOT_PERMITTED


def test_the_id_is_typed_before_a_customer_is_forgotten() -> None:
    assert typed_refusal("HARPER", " harper ") is None
    refused = typed_refusal("HARPER", "Harp")
    assert refused is not None
    assert (refused.why, place(refused)) == (Why.CUSTOMER_ID_TYPED_OTHERWISE, "typed")
