"""What roles are called. Serves the guide's page on roles."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from posim_desktop.domain.people.permissions import Role

OWNER = str(QT_TRANSLATE_NOOP("Role", "Owner"))
_SHIPPED: dict[str, str] = {
    Role.OWNER: OWNER,
    Role.MANAGER: str(QT_TRANSLATE_NOOP("Role", "Manager")),
    Role.CLERK: str(QT_TRANSLATE_NOOP("Role", "Clerk")),
    Role.CASHIER: str(QT_TRANSLATE_NOOP("Role", "Cashier")),
}


def role_name(code: str, name: str) -> str:
    """Name a role on the screen: one of the first four in the screen's language until the shop renames it."""
    shipped = _SHIPPED.get(code, "")
    return QCoreApplication.translate("Role", shipped) if shipped and name in {shipped, ""} else name
