"""Who may do what: three roles, each a set of permissions."""

from enum import StrEnum

from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.why import Why


class Role(StrEnum):
    """An employee's role."""

    CASHIER = "cashier"
    CLERK = "clerk"
    MANAGER = "manager"


class Permission(StrEnum):
    """Something that not everybody may do."""

    EDIT_CARDS = "edit cards"
    EDIT_EMPLOYEES = "edit employees"
    CHANGE_PREFERENCES = "change preferences"
    ADJUST_STOCK = "adjust stock"
    SELL_SET_ASIDE = "sell set aside"
    READ_AUDIT = "read audit"


ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.CASHIER: frozenset(),
    Role.CLERK: frozenset({Permission.EDIT_CARDS, Permission.ADJUST_STOCK}),
    Role.MANAGER: frozenset(Permission),
}


def permission_refusal(role: Role, permission: Permission) -> Refusal | None:
    """Say that a role lacks a permission, or None."""
    if permission in ROLE_PERMISSIONS[role]:
        return None
    return Refusal(Why.NOT_PERMITTED, role=role, permission=permission)
