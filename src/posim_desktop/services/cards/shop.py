"""Setting a new shop up. Serves the guide's page "The first start"."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.cards.cards import EmployeeFields, TaxCodeFields
from posim_desktop.domain.changes import Change, Done, Record, done, some_new
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.money import USUAL_DECIMALS
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.preferences import currency_refusal
from posim_desktop.domain.tax import Tax, rate_refusal
from posim_desktop.domain.why import Why
from posim_desktop.queries.shop import preferences as preferences_queries
from posim_desktop.services import shop_money
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.cards import employees, preferences, tax_codes
from posim_desktop.services.people import pins
from posim_desktop.services.records import preference_rows, signatures
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
def choose_currency(session: Session, stamp: Stamp, *, currency: str, decimals: int) -> Done:
    """Say what an empty shop's money is before anything is brought in; whoever sets it up finds it decided.

    Raises:
        RefusedError: There is no such currency, the shop was set up already, or its decimals are decided otherwise.
    """
    _begin_alone(session)
    before = preferences_queries.load(session.connection())
    _decide_decimals(session, stamp, currency, decimals)
    if currency != before.currency:
        preference_rows.write(session, _as_stored(currency=currency))
        append(session, stamp, [_changed({"currency": before.currency}, {"currency": currency})])
    return done(0, some_new(Record.PREFERENCE))


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
    currency: str = "",
    decimals: int = USUAL_DECIMALS,
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
        currency: Three letters of its currency; ``""`` for that of the locale's country.
        decimals: How many decimal places its money has, from now on.

    Raises:
        RefusedError: Names the field, or the shop was set up already.
    """
    store, name, tax = clean_names(store_name, employee_name, tax_name)
    require(rate_refusal(tax_rate, field="tax_rate"))
    _begin_alone(session)
    owner = employees.add(
        session, stamp, fields=EmployeeFields(code=name.split()[0][: text.CODE], name=name, role=Role.OWNER)
    )
    own_stamp = replace(stamp, employee_id=owner.record_id)
    pins.found(session, stamp, owner.record_id, pin_hash)
    _decide_decimals(session, own_stamp, currency, decimals)
    tax_code = tax_codes.add(session, own_stamp, fields=TaxCodeFields(code=tax, name=tax, taxes=(Tax("", tax_rate),)))
    decided = replace(
        preferences_queries.load(session.connection()),
        store_name=store,
        locale=locale,
        time_zone=time_zone,
        currency=currency,
        default_tax_code_id=tax_code.record_id,
    )
    changed = preferences.change(session, own_stamp, preferences=decided)
    return Done(
        owner.record_id,
        owner.changes | tax_code.changes | changed.changes | {Change(Record.EMPLOYEE, owner.record_id)},
    )


def _begin_alone(session: Session) -> None:
    """Make sure that nobody works in the shop, and that nobody else founds it meanwhile."""
    alone(session)
    hold_numbers(session, "audit")  # an empty shop has no other row on which a second founder would wait for the first
    if signatures.has_employees(session.connection()):
        raise refuse(Why.ALREADY_SET_UP)


def _decide_decimals(session: Session, stamp: Stamp, currency: str, decimals: int) -> None:
    """Say once how many decimal places the shop's money has, while no amount is kept, and count so from now on.

    Raises:
        RefusedError: They cannot be counted in, or it was decided otherwise.
    """
    require(currency_refusal(currency, decimals))
    connection = session.connection()
    before = preferences_queries.load(connection).decimals
    decided = preferences_queries.are_decimals_decided(connection)
    if decided and decimals != before:
        raise refuse(Why.DECIMALS_STAY, Field("decimals"), places=before)
    if not preferences_queries.are_decimals_written(connection):
        preference_rows.write(session, _as_stored(decimals=decimals))
    if decimals != before:
        append(session, stamp, [_changed({"decimals": before}, {"decimals": decimals})])
    shop_money.settle(connection, decimals)


def _as_stored(**preferences: object) -> dict[str, str]:
    return {name: json.dumps(value) for name, value in preferences.items()}


def _changed(before: dict[str, object], after: dict[str, object]) -> AuditEntry:
    return AuditEntry(AuditAction.CHANGE_PREFERENCES, Record.PREFERENCE, None, before=before, after=after)
