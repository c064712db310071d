"""What all cards have in common when they are added, changed, archived, brought back or deleted.

Each kind of card has its own module with its own rules; this one handles codes, versions, references and the audit.
Serves the guide's pages on items, customers, vendors and employees.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

import sqlalchemy as sa

from posim_desktop.domain.audit_actions import CardDeed
from posim_desktop.domain.audit_fields import CHANGED, OF_A_PERSON, is_of_a_person
from posim_desktop.domain.cards.search_texts import search_text
from posim_desktop.domain.cards.vendor_terms import VendorTerms, told_of
from posim_desktop.domain.changes import Change, Done, Record, done, some_new
from posim_desktop.domain.errors import Field, RefusedError, refuse
from posim_desktop.domain.ids import running_id
from posim_desktop.domain.why import Why
from posim_desktop.orm import Base
from posim_desktop.orm.base import table_of
from posim_desktop.services import audit
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.records import card_rows
from posim_desktop.services.records.card_rows import StoredCard, Values
from posim_desktop.services.records.running_numbers import take_numbers
from posim_desktop.services.session import Session, Stamp


@dataclass(frozen=True)
class CardKind:
    """One kind of card.

    Attributes:
        record: What the screens call it.
        entity: Its table.
        prefix: Begins automatic ids, which come from the counter named like the record; ``""`` where a code is typed.
        parts: Tables whose rows belong to a card and go with it.
        in_parts: Fields of the card that those rows hold.
    """

    record: Record
    entity: type[Base]
    prefix: str = ""
    parts: tuple[type[Base], ...] = ()
    in_parts: frozenset[str] = frozenset()

    @property
    def noun(self) -> str:
        """What a person calls it in a sentence."""
        return str(self.record).replace("_", " ")

    @property
    def table(self) -> sa.Table:
        """The plain table."""
        return table_of(self.entity)

    @property
    def part_tables(self) -> tuple[sa.Table, ...]:
        """The plain tables of its parts."""
        return tuple(table_of(part) for part in self.parts)


def add(session: Session, kind: CardKind, cards: Sequence[Values]) -> list[int]:
    """Insert cards and return their ids in the same order; blank codes are given automatic ids.

    What the rows of their parts hold is looked at and left to the caller to write.
    The values are already clean. The caller writes the audit with :func:`added`, after everything else.

    Raises:
        RefusedError: A code is taken, by a card on file or by another of these.
    """
    if not cards:
        return []
    rows = _with_codes(session, kind, cards)
    _require_free_codes(session, kind, [str(row["code"]) for row in rows])
    stored = [{name: value for name, value in row.items() if name not in kind.in_parts} for row in rows]
    ids = card_rows.insert(session, kind.table, stored)
    return [ids[str(row["code"])] for row in rows]


def added(session: Session, stamp: Stamp, kind: CardKind, ids: Sequence[int], cards: Sequence[Values]) -> Done:
    """Write the audit of new cards and return the changes: one card by id, many as "some new"."""
    append(session, stamp, entries_of_added(kind, ids, cards))
    changes = {some_new(kind.record)}
    if len(ids) == 1:
        changes.add(Change(kind.record, ids[0]))
    return Done(ids[0] if ids else 0, frozenset(changes))


def entries_of_added(kind: CardKind, ids: Sequence[int], cards: Sequence[Values]) -> list[AuditEntry]:
    """Make the audit entries of new cards, for whoever appends them later together with others."""
    told = [_told(kind, {name: value for name, value in card.items() if value not in ("", None, ())}) for card in cards]
    return [
        AuditEntry(CardDeed.ADD.to(kind.record), kind.record, new_id, after=after)
        for new_id, after in zip(ids, told, strict=True)
    ]


def change(
    session: Session,
    stamp: Stamp,
    kind: CardKind,
    card: StoredCard,
    values: Values,
    parts: Values = MappingProxyType({}),
) -> Done:
    """Write what differs from a locked card and account for it; nothing is written when nothing differs.

    A blank code leaves the code as it is.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        kind: The kind of card.
        card: The row as :func:`lock` gave it.
        values: All the fields, clean.
        parts: Fields that are rows of their own, as they were; the caller writes them.

    Raises:
        RefusedError: The new code is taken.
    """
    stored = {**card.fields, **parts}
    wanted = values if values.get("code") else {**values, "code": card.code}
    after = {name: value for name, value in wanted.items() if value != stored[name]}
    if not after:
        return done(card.id)
    if "code" in after:
        _require_free_codes(session, kind, [str(after["code"])])
    written = {name: value for name, value in after.items() if name not in parts}
    written["search_text"] = search_text(kind.record, {**stored, **wanted})
    card_rows.write(session, kind.table, card.id, **written)
    before = {name: stored[name] for name in after}
    unsaid = sorted(name for name in after if is_of_a_person(kind.record, name))
    told = _told(kind, after) | ({CHANGED: unsaid} if unsaid else {})
    append(
        session,
        stamp,
        [AuditEntry(CardDeed.CHANGE.to(kind.record), kind.record, card.id, before=_told(kind, before), after=told)],
    )
    return done(card.id, Change(kind.record, card.id))


def new_code(session: Session, kind: CardKind) -> str:
    """Take the next running id of a kind of card."""
    return _automatic_codes(session, kind, 1, set())[0]


def change_many(
    session: Session, kind: CardKind, changed: Sequence[tuple[StoredCard, Values]], names: Sequence[str]
) -> list[AuditEntry]:
    """Write the same fields of many locked cards and return the events, for whoever appends them with others.

    Args:
        session: The transaction.
        kind: The kind of card.
        changed: Each card as it was locked, with what its fields become, clean; codes stay.
        names: The fields, none of which is kept in rows of its own.
    """
    rows = [
        {f"new_{name}": values[name] for name in names}
        | {"card": card.id, "new_search_text": search_text(kind.record, {**card.fields, **values})}
        for card, values in changed
    ]
    card_rows.write_many(session, kind.table, (*names, "search_text"), rows)
    entries = []
    for card, values in changed:
        after = {name: values[name] for name in names if values[name] != card.fields[name]}
        unsaid = sorted(name for name in after if is_of_a_person(kind.record, name))
        told = _told(kind, after) | ({CHANGED: unsaid} if unsaid else {})
        before = _told(kind, {name: card.fields[name] for name in after})
        entries.append(AuditEntry(CardDeed.CHANGE.to(kind.record), kind.record, card.id, before=before, after=told))
    return entries


def archive_many(session: Session, kind: CardKind, card_ids: Sequence[int], reason: str) -> list[AuditEntry]:
    """Archive many locked cards and return the events, for whoever appends them with others."""
    card_rows.archive_many(session, kind.table, card_ids)
    deed, told = CardDeed.ARCHIVE.to(kind.record), ({"archived": False}, {"archived": True})
    return [AuditEntry(deed, kind.record, each, *told, reason) for each in card_ids]


def archive(session: Session, stamp: Stamp, kind: CardKind, card_id: int, version: int) -> Done:
    """Archive a card: it stays on record but is no longer offered.

    Raises:
        RefusedError: Somebody changed the card, or it is archived already.
    """
    return _set_archived(session, stamp, kind, lock(session, kind, card_id, version), archived=True)


def bring_back(session: Session, stamp: Stamp, kind: CardKind, card_id: int, version: int) -> Done:
    """Use an archived card again.

    Raises:
        RefusedError: Somebody changed the card, or it is not archived.
    """
    return _set_archived(session, stamp, kind, lock(session, kind, card_id, version), archived=False)


def delete(session: Session, stamp: Stamp, kind: CardKind, card_id: int, version: int) -> Done:
    """Delete a card that nothing refers to; any other one is archived instead.

    Raises:
        RefusedError: Somebody changed the card, or it is in use and archived already.
    """
    card = lock(session, kind, card_id, version)
    if is_referred_to(session.connection(), kind, card_id):
        return _set_archived(session, stamp, kind, card, archived=True)
    card_rows.delete(session, kind.table, card_id, kind.part_tables)
    gone = {name: value for name, value in card.fields.items() if name not in {"search_text", "id"}}
    told = _plain(_told(kind, gone))
    append(session, stamp, [AuditEntry(CardDeed.DELETE.to(kind.record), kind.record, card_id, before=told)])
    return done(card_id, Change(kind.record, card_id), some_new(kind.record))


def is_referred_to(connection: sa.Connection, kind: CardKind, card_id: int) -> bool:
    """Return whether any record, now or in the past, names this card."""
    return card_rows.is_referred_to(connection, kind.table, card_id, kind.part_tables)


def lock(session: Session, kind: CardKind, card_id: int, version: int) -> StoredCard:
    """Lock a card and check that it has not changed since the person read it.

    Raises:
        RefusedError: It is gone, or somebody changed it meanwhile; the message says who.
    """
    locked = card_rows.lock(session, kind.table, [card_id])
    return require_unchanged(session, kind, locked, card_id, version)


def require_unchanged(
    session: Session, kind: CardKind, locked: Mapping[int, StoredCard], card_id: int, version: int
) -> StoredCard:
    """Take one of the cards that were locked, which must be there and not have changed since the person read it.

    Raises:
        RefusedError: It is gone, or somebody changed it meanwhile; the message says who.
    """
    card = locked.get(card_id)
    if card is None:
        event = audit.last_event(session, kind.record, card_id)
        if event is None:
            raise refuse(Why.CARD_DELETED, card=kind.record)
        raise refuse(Why.CARD_DELETED_BY, card=kind.record, by=event.name or "", workstation=event.workstation)
    if card.version != version:
        event = audit.last_event(session, kind.record, card_id)
        where = Field("version")
        if event is None:
            raise refuse(Why.CARD_CHANGED, where, card=kind.record)
        raise refuse(Why.CARD_CHANGED_BY, where, card=kind.record, by=event.name or "", workstation=event.workstation)
    return card


def lock_all(session: Session, kind: CardKind, card_ids: Iterable[int]) -> None:
    """Lock all the cards that a verb is about to change one by one, so that no other verb waits across it."""
    card_rows.lock(session, kind.table, card_ids)


def require_usable(session: Session, entity: type[Base], chosen: set[int], field: str, card: Record) -> None:
    """Check that the records a card refers to exist and are not archived.

    Raises:
        RefusedError: At the field that chose it.
    """
    if not card_rows.are_usable(session, table_of(entity), chosen):
        raise refuse(Why.CHOOSE_USABLE_CARD, Field(field), card=card)


def taken_code(kind: CardKind, code: str, *, archived: bool) -> RefusedError:
    """Make the refusal for a code that another card has."""
    if archived:
        return refuse(Why.CODE_ON_ARCHIVED_CARD, Field("code"), card=kind.record, code=code)
    return refuse(Why.CODE_TAKEN, Field("code"), card=kind.record, code=code)


def _with_codes(session: Session, kind: CardKind, cards: Sequence[Values]) -> list[Values]:
    blank = sum(not card["code"] for card in cards)
    typed = {str(card["code"]) for card in cards}
    codes = iter(_automatic_codes(session, kind, blank, typed))
    rows = [{**card, "code": card["code"] or next(codes), "archived": False, "version": 1} for card in cards]
    return [{**row, "search_text": search_text(kind.record, row)} for row in rows]


def _automatic_codes(session: Session, kind: CardKind, how_many: int, typed: set[str]) -> list[str]:
    """Take the next running ids, passing over those that somebody typed."""
    found: list[str] = []
    while len(found) < how_many:
        missing = how_many - len(found)
        first = take_numbers(session, str(kind.record), missing)
        codes = [running_id(kind.prefix, number) for number in range(first, first + missing)]
        used = {card.code for card in _holding(session, kind, codes)}
        found += [code for code in codes if code not in used and code not in typed]
    return found


def _require_free_codes(session: Session, kind: CardKind, codes: Sequence[str]) -> None:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise refuse(Why.CODE_GIVEN_TWICE, Field("code"), card=kind.record, code=code)
        seen.add(code)
    for card in _holding(session, kind, codes):
        raise taken_code(kind, card.code, archived=card.archived)


def _holding(session: Session, kind: CardKind, codes: Sequence[str]) -> Iterable[StoredCard]:
    return card_rows.holding(session.connection(), kind.table.c.code, codes)


def _set_archived(session: Session, stamp: Stamp, kind: CardKind, card: StoredCard, *, archived: bool) -> Done:
    if card.archived == archived:
        if archived:
            raise refuse(Why.CARD_ALREADY_ARCHIVED, card=kind.record)
        raise refuse(Why.CARD_NOT_ARCHIVED, card=kind.record)
    card_rows.write(session, kind.table, card.id, archived=archived)
    deed = CardDeed.ARCHIVE if archived else CardDeed.BRING_BACK
    before, after = {"archived": card.archived}, {"archived": archived}
    append(session, stamp, [AuditEntry(deed.to(kind.record), kind.record, card.id, before, after)])
    return done(card.id, Change(kind.record, card.id))


def _told(kind: CardKind, values: Values) -> dict[str, object]:
    """Leave out what says who somebody is."""
    unsaid = OF_A_PERSON.get(kind.record, frozenset())
    told = {name: value for name, value in values.items() if name not in unsaid}
    others = told.pop("other_vendors", None)
    return told if others is None else told | told_of(cast("tuple[VendorTerms, ...]", others))


def _plain(values: Values) -> dict[str, object]:
    return {
        name: value if isinstance(value, int | bool | str | tuple) or value is None else str(value)
        for name, value in values.items()
    }
