"""What roles are called. Serves the guide's page on roles."""

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.people.permissions import Role


def role_name(code: str, name: str) -> str:
    """Name a role on the screen: one of the first four in the screen's language until the shop renames it."""
    names = {
        Role.OWNER: ("Owner", QCoreApplication.translate("Role", "Owner")),
        Role.MANAGER: ("Manager", QCoreApplication.translate("Role", "Manager")),
        Role.CLERK: ("Clerk", QCoreApplication.translate("Role", "Clerk")),
        Role.CASHIER: ("Cashier", QCoreApplication.translate("Role", "Cashier")),
    }
    shipped, translated = names.get(Role(code), ("", "")) if code in set(Role) else ("", "")
    return translated if name in {shipped, ""} else name
