"""Vendor cards. Serves the guide's page on vendors."""

from collections.abc import Sequence
from dataclasses import asdict

from posim_desktop.domain.cards.cards import VendorFields, clean_vendor
from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.permits import Permission
from posim_desktop.orm import Vendor
from posim_desktop.services.cards import cards
from posim_desktop.services.cards.cards import CardKind
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.session import Session, Stamp

KIND = CardKind(Record.VENDOR, Vendor, prefix="V")


def add(session: Session, stamp: Stamp, *, fields: VendorFields) -> Done:
    """Write a new Vendor card; ``record_id`` is its id.

    Raises:
        RefusedError: Names the field, or the permission that is missing.
    """
    return add_many(session, stamp, vendors=(fields,))


def add_many(session: Session, stamp: Stamp, *, vendors: Sequence[VendorFields]) -> Done:
    """Write many new Vendor cards with few statements; one refusal refuses them all.

    Raises:
        RefusedError: Names the field of the first card that cannot be kept.
    """
    require_permission(session, stamp, Permission.EDIT_VENDORS)
    values = [asdict(clean_vendor(fields)) for fields in vendors]
    ids = cards.add(session, KIND, values)
    return cards.added(session, stamp, KIND, ids, values)


def change(session: Session, stamp: Stamp, *, vendor_id: int, fields: VendorFields, version: int) -> Done:
    """Rewrite a Vendor card.

    Raises:
        RefusedError: Names the field, or says who changed the card meanwhile.
    """
    require_permission(session, stamp, Permission.EDIT_VENDORS)
    card = cards.lock(session, KIND, vendor_id, version)
    return cards.change(session, stamp, KIND, card, asdict(clean_vendor(fields)))


def archive(session: Session, stamp: Stamp, *, vendor_id: int, version: int) -> Done:
    """Archive the Vendor card; the items that prefer it keep it until they are given another."""
    require_permission(session, stamp, Permission.EDIT_VENDORS)
    return cards.archive(session, stamp, KIND, vendor_id, version)


def bring_back(session: Session, stamp: Stamp, *, vendor_id: int, version: int) -> Done:
    """Use an archived Vendor card again."""
    require_permission(session, stamp, Permission.EDIT_VENDORS)
    return cards.bring_back(session, stamp, KIND, vendor_id, version)


def delete(session: Session, stamp: Stamp, *, vendor_id: int, version: int) -> Done:
    """Delete a Vendor card that nothing names; any other one is archived instead."""
    require_permission(session, stamp, Permission.EDIT_VENDORS)
    return cards.delete(session, stamp, KIND, vendor_id, version)
