"""The cards of those that a document is for: customers and vendors."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.cards.search_texts import search_text
from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import Field, RefusedError, refuse
from posim_desktop.domain.exemption import Exemption
from posim_desktop.domain.ids import archived_refusal
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.why import Why
from posim_desktop.orm import Customer, Vendor
from posim_desktop.orm.base import table_of
from posim_desktop.services.records import statements
from posim_desktop.services.records.card_rows import StoredCard
from posim_desktop.services.records.lock_order import Rank, climb
from posim_desktop.services.session import Session, Stamp


class StoredCustomer(NamedTuple):
    """What an invoice takes from a Customer card."""

    code: str
    name: str
    company: str
    address: str
    archived: bool
    exempt_number: str
    exempt_reason: str
    credit_limit: Decimal

    @property
    def exemption(self) -> Exemption:
        """Whether tax is paid, and if not, under which exemption."""
        return Exemption(self.exempt_number, self.exempt_reason)


_NOTHING_SAID = {
    **dict.fromkeys(("company", "phone", "phone2", "email", "address", "notes"), ""),
    **dict.fromkeys(("exempt_number", "exempt_reason", "reach_by", "reach_hours"), ""),
    "credit_limit": ZERO,
    "archived": True,
}
"""What is left on the card of a customer who is forgotten."""
_customers = table_of(Customer)
_vendors = table_of(Vendor)
_CUSTOMER = sa.select(*(_customers.c[name] for name in StoredCustomer._fields)).where(
    _customers.c.id == sa.bindparam("customer")
)
_ATTACHED = _CUSTOMER.with_for_update(read=True)
_FORGOTTEN = sa.select(_customers.c.code).where(
    _customers.c.id == sa.bindparam("customer"), _customers.c.forgotten_at.is_not(None)
)
_MERGED_INTO = sa.select(_customers.c.id).where(_customers.c.merged_into == sa.bindparam("customer"))
_EXEMPT = sa.select(_customers.c.id, _customers.c.exempt_number, _customers.c.exempt_reason).where(
    _customers.c.id.in_(sa.bindparam("ids", expanding=True)), _customers.c.exempt_number != ""
)
_VENDORS = sa.select(_vendors.c.id, _vendors.c.code, _vendors.c.archived).where(
    _vendors.c.id.in_(sa.bindparam("ids", expanding=True))
)


def customer(session: Session, customer_id: int) -> StoredCustomer:
    """Read a Customer card, archived or not.

    Raises:
        RefusedError: At ``customer``: it is not on file.
    """
    row = session.connection().execute(_CUSTOMER, {"customer": customer_id}).one_or_none()
    if row is None:
        raise refuse(Why.CUSTOMER_NOT_ON_FILE, Field("customer"))
    return StoredCustomer._make(row)


def attach(session: Session, customer_id: int) -> StoredCustomer:
    """Read a Customer card that an invoice is about to name, and keep others from merging it until then.

    Raises:
        RefusedError: At ``customer``: it is not on file.
    """
    row = session.connection().execute(_ATTACHED, {"customer": customer_id}).one_or_none()
    if row is None:
        raise refuse(Why.CUSTOMER_NOT_ON_FILE, Field("customer"))
    climb(session, Rank.CARD, [customer_id], _customers.name)
    return StoredCustomer._make(row)


def merged_into(session: Session, customer_id: int) -> list[int]:
    """Find the cards that were merged into one."""
    return list(session.connection().scalars(_MERGED_INTO, {"customer": customer_id}))


def credit_limit(card: StoredCard) -> Decimal:
    """Tell how much the customer of a card may owe on account."""
    return Decimal(str(card.fields["credit_limit"]))


def merged(card: StoredCard) -> int | None:
    """Return the card that a locked one was merged into, or None."""
    into = card.fields["merged_into"]
    return into if isinstance(into, int) else None


def merge(session: Session, customer_id: int, into_id: int) -> None:
    """Mark a locked card as merged into another, with all that were merged into it before."""
    again = _customers.c.merged_into == customer_id
    session.connection().execute(
        sa.update(_customers)
        .where(sa.or_(_customers.c.id == customer_id, again))
        .values(merged_into=into_id, archived=True, version=_customers.c.version + 1)
    )


def was_forgotten(card: StoredCard) -> bool:
    """Return whether the customer of a locked card asked to be forgotten."""
    return card.fields["forgotten_at"] is not None


def require_remembered(session: Session, customer_id: int | None) -> None:
    """See that a customer, if there is one, did not ask to be forgotten.

    Raises:
        RefusedError: They did: nothing more is kept about them.
    """
    code = session.connection().scalar(_FORGOTTEN, {"customer": customer_id})
    if code is not None:
        raise refuse(Why.CUSTOMER_FORGOTTEN, code=code)


def forget(session: Session, stamp: Stamp, codes: Mapping[int, str]) -> None:
    """Take off locked cards all that says who the customer is; each is called by a new code and archived.

    SQLite's search index keeps what it lost until it is put in order, so that is done too.
    """
    connection = session.connection()
    for customer_id, code in codes.items():
        said = {**_NOTHING_SAID, "code": code, "name": code, "forgotten_at": stamp.at}
        found_by = search_text(Record.CUSTOMER, said)
        statements.write(session, _customers, customer_id, {**said, "search_text": found_by})
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO customers_search(customers_search) VALUES ('optimize')")


def exemptions(session: Session, customer_ids: Collection[int]) -> dict[int, Exemption]:
    """Read which of some customers pay no tax."""
    found = session.connection().execute(_EXEMPT, {"ids": list(customer_ids)})
    return {row.id: Exemption(row.exempt_number, row.exempt_reason) for row in found}


def require_vendors(session: Session, vendor_ids: Collection[int], field: str) -> None:
    """See that vendors are on file and not archived.

    Raises:
        RefusedError: At a field.
    """
    found = session.connection().execute(_VENDORS, {"ids": list(vendor_ids)}).all()
    if {vendor.id for vendor in found} != set(vendor_ids):
        raise refuse(Why.VENDOR_NOT_ON_FILE, Field(field))
    for vendor in found:
        if vendor.archived:
            raise RefusedError(archived_refusal(Record.VENDOR, vendor.code).at(Field(field)))
