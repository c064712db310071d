"""Who may do what: three roles, each a set of permissions."""

from enum import StrEnum

from posim_desktop.domain.errors import Refusal


class Role(StrEnum):
    """What an employee is to the shop."""

    CASHIER = "cashier"
    CLERK = "clerk"
    MANAGER = "manager"


class Permission(StrEnum):
    """Something that not everybody may do; the value is the words a refusal uses."""

    EDIT_CARDS = "edit item, vendor and tax cards"
    EDIT_EMPLOYEES = "edit employee cards"
    CHANGE_PREFERENCES = "change the shop's preferences"
    ADJUST_STOCK = "adjust stock"
    SELL_SET_ASIDE = "sell goods that are set aside for a customer"


ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.CASHIER: frozenset(),
    Role.CLERK: frozenset({Permission.EDIT_CARDS, Permission.ADJUST_STOCK}),
    Role.MANAGER: frozenset(Permission),
}


def permission_refusal(role: Role, permission: Permission) -> Refusal | None:
    """Say that a role lacks a permission, or None."""
    if permission in ROLE_PERMISSIONS[role]:
        return None
    return Refusal(f"Your role ({role}) may not {permission}. Ask a manager.")
