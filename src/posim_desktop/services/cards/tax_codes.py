"""Tax Code cards; new taxes hold for lines made from now on. Serves the guide's page "Taxes"."""

from collections.abc import Sequence

from posim_desktop.domain.cards.cards import TaxCodeFields, clean_tax_code
from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import refuse
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.why import Why
from posim_desktop.orm import TaxCode
from posim_desktop.queries.shop import preferences
from posim_desktop.services.cards import cards
from posim_desktop.services.cards.cards import CardKind
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records.card_rows import Values
from posim_desktop.services.session import Session, Stamp

KIND = CardKind(Record.TAX_CODE, TaxCode)


def add(session: Session, stamp: Stamp, *, fields: TaxCodeFields) -> Done:
    """Write a new Tax Code card; ``record_id`` is its id.

    Raises:
        RefusedError: Names the field, or the permission that is missing.
    """
    return add_many(session, stamp, tax_codes=(fields,))


def add_many(session: Session, stamp: Stamp, *, tax_codes: Sequence[TaxCodeFields]) -> Done:
    """Write many new Tax Code cards with few statements; one refusal refuses them all.

    Raises:
        RefusedError: Names the field of the first card that cannot be kept.
    """
    require_permission(session, stamp, Permission.CHANGE_PREFERENCES)
    values = [_values(fields) for fields in tax_codes]
    ids = cards.add(session, KIND, values)
    return cards.added(session, stamp, KIND, ids, values)


def change(session: Session, stamp: Stamp, *, tax_code_id: int, fields: TaxCodeFields, version: int) -> Done:
    """Rewrite a Tax Code card; lines that exist keep the taxes they were made with.

    Raises:
        RefusedError: Names the field, or says who changed the card meanwhile.
    """
    require_permission(session, stamp, Permission.CHANGE_PREFERENCES)
    card = cards.lock(session, KIND, tax_code_id, version)
    return cards.change(session, stamp, KIND, card, _values(fields))


def archive(session: Session, stamp: Stamp, *, tax_code_id: int, version: int) -> Done:
    """Archive the Tax Code card; the items that have it keep it until they are given another.

    Raises:
        RefusedError: New items get this tax code by the shop's preferences.
    """
    _require_not_default(session, tax_code_id)
    require_permission(session, stamp, Permission.CHANGE_PREFERENCES)
    return cards.archive(session, stamp, KIND, tax_code_id, version)


def bring_back(session: Session, stamp: Stamp, *, tax_code_id: int, version: int) -> Done:
    """Use an archived Tax Code card again."""
    require_permission(session, stamp, Permission.CHANGE_PREFERENCES)
    return cards.bring_back(session, stamp, KIND, tax_code_id, version)


def delete(session: Session, stamp: Stamp, *, tax_code_id: int, version: int) -> Done:
    """Delete a Tax Code card that nothing names; any other one is archived instead.

    Raises:
        RefusedError: New items get this tax code by the shop's preferences.
    """
    _require_not_default(session, tax_code_id)
    require_permission(session, stamp, Permission.CHANGE_PREFERENCES)
    return cards.delete(session, stamp, KIND, tax_code_id, version)


def _values(fields: TaxCodeFields) -> Values:
    cleaned = clean_tax_code(fields)
    return {"code": cleaned.code, "name": cleaned.name, "taxes": cleaned.taxes}


def _require_not_default(session: Session, tax_code_id: int) -> None:
    if preferences.load(session.connection()).default_tax_code_id == tax_code_id:
        raise refuse(Why.TAX_CODE_IS_DEFAULT)
