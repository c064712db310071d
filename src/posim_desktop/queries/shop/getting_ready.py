"""How far a new shop is, by what is stored in it. Serves the guide's page "Getting Ready"."""

from collections.abc import Mapping
from types import MappingProxyType

import sqlalchemy as sa

from posim_desktop.domain.exchange.backups import BackupState
from posim_desktop.domain.getting_ready import Readiness, ReadyStep
from posim_desktop.domain.sales.print_jobs import JobState, Printing
from posim_desktop.orm import Backup, Customer, Drawer, DrawerDay, Employee, Item, Preference, PrintJob, TaxCode, Vendor

SKIPPED = "getting_ready_skipped_"
"""What the name of the row begins with in which a shop says that it does without a step; the step follows."""
RECEIPT_PRINTED = "receipt_tested"
"""The row that says that a printer took a test receipt."""

_TRUE = "true"
_FACTS: Mapping[ReadyStep, sa.ColumnElement[bool]] = MappingProxyType(
    {
        ReadyStep.SHOP: sa.and_(
            sa.exists().where(Preference.name == "store_name"),
            sa.exists().where(Preference.name == "store_address", Preference.value != '""'),
            sa.exists().where(~TaxCode.archived),
        ),
        ReadyStep.RECEIPT: sa.or_(
            sa.exists().where(Preference.name == RECEIPT_PRINTED),
            sa.exists().where(PrintJob.state == JobState.PRINTED, PrintJob.printing != Printing.DRAWER),
        ),
        ReadyStep.ITEMS: sa.exists().where(~Item.archived),
        ReadyStep.CUSTOMERS: sa.exists().where(~Customer.archived),
        ReadyStep.VENDORS: sa.exists().where(~Vendor.archived),
        ReadyStep.PEOPLE: sa.select(sa.func.count(Employee.id) > 1).where(~Employee.archived).scalar_subquery(),
        ReadyStep.DRAWER: sa.exists().where(DrawerDay.drawer_id == Drawer.id, ~Drawer.is_office),
        ReadyStep.BACKUP: sa.exists().where(Backup.state == BackupState.GOOD),
    }
)
_DONE = sa.select(*(fact.label(str(step)) for step, fact in _FACTS.items()))
_SKIPPED = sa.select(Preference.name).where(Preference.name.startswith(SKIPPED), Preference.value == _TRUE)


def readiness(connection: sa.Connection) -> Readiness:
    """Tell what a new shop has done, and what it does without."""
    row = connection.execute(_DONE).one()
    done = frozenset(step for step, is_done in zip(_FACTS, row, strict=True) if is_done)
    names = connection.scalars(_SKIPPED)
    return Readiness(done, frozenset(ReadyStep(name.removeprefix(SKIPPED)) for name in names))
