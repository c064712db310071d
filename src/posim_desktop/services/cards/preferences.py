"""Changing the shop's preferences. Serves the guide's page on preferences."""

import json
from base64 import b64encode
from dataclasses import asdict
from hashlib import sha256

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Done, Record, done, some_new
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.preferences import ShopPreferences, clean_preferences, logo_refusal
from posim_desktop.domain.why import Why
from posim_desktop.queries.shop import preferences as preferences_queries
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import preference_rows
from posim_desktop.services.session import Session, Stamp

_DIGITS = 12  # of a logo's digest: enough to tell which it was


def change(session: Session, stamp: Stamp, *, preferences: ShopPreferences, logo: bytes | None = None) -> Done:
    """Store the preferences that differ from what is stored.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        preferences: All of them; the logo among them is not looked at.
        logo: The logo from now on, empty for none; None leaves it as it is.

    Raises:
        RefusedError: The employee may not change preferences, or one of them cannot be kept; names the field.
    """
    require_permission(session, stamp, Permission.CHANGE_PREFERENCES)
    before = asdict(preferences_queries.load(session.connection()))
    if preferences.decimals != before["decimals"]:
        raise refuse(Why.DECIMALS_STAY, Field("decimals"), places=before["decimals"])
    del before[preferences_queries.LOGO]
    cleaned = asdict(clean_preferences(preferences))
    after = {name: cleaned[name] for name in before if cleaned[name] != before[name]}
    written = {name: json.dumps(value) for name, value in after.items()}
    standing = preferences_queries.logo(session.connection())
    if logo is not None and logo != standing:
        require(logo_refusal(logo))
        written[preferences_queries.LOGO] = json.dumps(b64encode(logo).decode("ascii"))
        before[preferences_queries.LOGO], after[preferences_queries.LOGO] = _digest(standing), _digest(logo)
    if written:
        preference_rows.write(session, written)
        entry = AuditEntry(
            AuditAction.CHANGE_PREFERENCES,
            Record.PREFERENCE,
            None,
            before={name: _told(before[name]) for name in after},
            after={name: _told(value) for name, value in after.items()},
        )
        append(session, stamp, [entry])
    return done(0, some_new(Record.PREFERENCE))


def _told(value: object) -> object:
    """Write a preference as the audit does; a row of the table of codes is told by its parts."""
    if not isinstance(value, tuple):
        return value
    return [" ".join(str(part) for part in row.values()) if isinstance(row, dict) else row for row in value]


def _digest(logo: bytes) -> str:
    return sha256(logo).hexdigest()[:_DIGITS] if logo else ""
