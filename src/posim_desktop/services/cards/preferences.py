"""Changing the shop's preferences. Serves the guide's page on preferences."""

import json
from dataclasses import asdict

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Done, Record, done, some_new
from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.preferences import ShopPreferences, clean_preferences
from posim_desktop.domain.why import Why
from posim_desktop.queries.shop import preferences as preferences_queries
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import preference_rows
from posim_desktop.services.session import Session, Stamp


def change(session: Session, stamp: Stamp, *, preferences: ShopPreferences) -> Done:
    """Store the preferences that differ from what is stored.

    Raises:
        RefusedError: The employee may not change preferences, or one of them cannot be kept; names the field.
    """
    require_permission(session, stamp, Permission.CHANGE_PREFERENCES)
    before = asdict(preferences_queries.load(session.connection()))
    if preferences.decimals != before["decimals"]:
        raise refuse(Why.DECIMALS_STAY, Field("decimals"), places=before["decimals"])
    after = {name: value for name, value in asdict(clean_preferences(preferences)).items() if value != before[name]}
    if after:
        preference_rows.write(session, {name: json.dumps(value) for name, value in after.items()})
        entry = AuditEntry(
            AuditAction.CHANGE_PREFERENCES,
            Record.PREFERENCE,
            None,
            before={name: before[name] for name in after},
            after=after,
        )
        append(session, stamp, [entry])
    return done(0, some_new(Record.PREFERENCE))
