"""Setting a new shop up. Serves the guide's page "The first start"."""

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from posim_desktop.domain import text
from posim_desktop.domain.cards.cards import EmployeeFields, TaxCodeFields
from posim_desktop.domain.changes import Change, Done, Record
from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.tax import Tax, rate_refusal
from posim_desktop.domain.why import Why
from posim_desktop.queries.shop import preferences as preferences_queries
from posim_desktop.services.cards import employees, preferences, tax_codes
from posim_desktop.services.people import pins
from posim_desktop.services.records import signatures
from posim_desktop.services.records.lock_order import alone
from posim_desktop.services.records.running_numbers import hold_numbers
from posim_desktop.services.session import Session, Stamp


class ShopNames(NamedTuple):
    """What a new shop calls itself, its Owner and its tax."""

    store: str
    employee: str
    tax: str


def clean_names(store_name: str, employee_name: str, tax_name: str) -> ShopNames:
    """Bring the names of a new shop into the form that is stored.

    Raises:
        RefusedError: Names the first field that cannot be used.
    """
    return ShopNames(
        text.clean(store_name, field="store_name", limit=text.NAME, label=text.Label.STORE_NAME, blank=False),
        text.clean(employee_name, field="employee_name", limit=text.NAME, label=text.Label.YOUR_NAME, blank=False),
        text.clean(tax_name, field="tax_name", limit=text.CODE, label=text.Label.TAX_NAME, blank=False),
    )


@signatures.at_the_door
def set_up(
    session: Session,
    stamp: Stamp,
    *,
    store_name: str,
    employee_name: str,
    pin_hash: str,
    tax_name: str,
    tax_rate: Decimal,
    locale: str,
    time_zone: str,
) -> Done:
    """Give an empty shop its name, its Owner and its tax; ``record_id`` is the Owner's id.

    Args:
        session: The transaction.
        stamp: When and where; nobody is logged in yet.
        store_name: Printed at the head of documents.
        employee_name: Whoever sets the shop up; becomes its Owner.
        pin_hash: Of the PIN that they log in with from now on.
        tax_name: What the tax is called (``"Sales Tax"``); new items get it.
        tax_rate: In percent.
        locale: Name of the locale that money, numbers and dates follow.
        time_zone: IANA name of the store's time zone.

    Raises:
        RefusedError: Names the field, or the shop was set up already.
    """
    store, name, tax = clean_names(store_name, employee_name, tax_name)
    require(rate_refusal(tax_rate, field="tax_rate"))
    alone(session)
    hold_numbers(session, "audit")  # an empty shop has no other row on which a second founder would wait for the first
    if signatures.has_employees(session.connection()):
        raise refuse(Why.ALREADY_SET_UP)
    owner = employees.add(
        session, stamp, fields=EmployeeFields(code=name.split()[0][: text.CODE], name=name, role=Role.OWNER)
    )
    own_stamp = replace(stamp, employee_id=owner.record_id)
    pins.found(session, stamp, owner.record_id, pin_hash)
    tax_code = tax_codes.add(session, own_stamp, fields=TaxCodeFields(code=tax, name=tax, taxes=(Tax("", tax_rate),)))
    decided = replace(
        preferences_queries.load(session.connection()),
        store_name=store,
        locale=locale,
        time_zone=time_zone,
        default_tax_code_id=tax_code.record_id,
    )
    changed = preferences.change(session, own_stamp, preferences=decided)
    return Done(
        owner.record_id,
        owner.changes | tax_code.changes | changed.changes | {Change(Record.EMPLOYEE, owner.record_id)},
    )
