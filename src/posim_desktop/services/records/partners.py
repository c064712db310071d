"""The cards of those that a document is for: customers and vendors."""

from collections.abc import Collection
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import Field, RefusedError, refuse
from posim_desktop.domain.exemption import Exemption
from posim_desktop.domain.ids import archived_refusal
from posim_desktop.domain.why import Why
from posim_desktop.orm import Customer, Vendor
from posim_desktop.orm.base import table_of
from posim_desktop.services.session import Session


class StoredCustomer(NamedTuple):
    """What an invoice takes from a Customer card."""

    code: str
    name: str
    company: str
    address: str
    archived: bool
    exempt_number: str
    exempt_reason: str

    @property
    def exemption(self) -> Exemption:
        """Whether tax is paid, and on whose word not."""
        return Exemption(self.exempt_number, self.exempt_reason)


_customers = table_of(Customer)
_vendors = table_of(Vendor)
_CUSTOMER = sa.select(*(_customers.c[name] for name in StoredCustomer._fields)).where(
    _customers.c.id == sa.bindparam("customer")
)
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


def exemptions(session: Session, customer_ids: Collection[int]) -> dict[int, Exemption]:
    """Read who of some customers pays no tax."""
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
