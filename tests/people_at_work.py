"""A shop with people of several roles, for tests of who may do what and who approves."""

from dataclasses import replace
from decimal import Decimal
from functools import partial
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Refusal, RefusedError
from posim_desktop.domain.people.permissions import Role, needs_of
from posim_desktop.domain.people.pins import TriedPin
from posim_desktop.domain.permits import Permit
from posim_desktop.orm import Employee, InvoiceLine, LineApproval
from posim_desktop.services.database import for_writing
from posim_desktop.services.people import approvals, pins
from posim_desktop.services.sales import invoices
from posim_desktop.services.sales.invoices import LineEdit
from posim_desktop.services.transaction import action_of
from seeding import NO_PIN_HASH, Till, add_employee, open_till

D = Decimal
RIGHT, WRONG = TriedPin(NO_PIN_HASH, fits=True), TriedPin(NO_PIN_HASH, fits=False)


class PeopleAtWork:
    """Sam, the Owner, and Kim and Pat, who are cashiers, at a till each; a line of five kettles that Kim rang up."""

    def __init__(self, url: str) -> None:
        self.sam = open_till(url)
        self.sam.stores("kettle", on_hand="9")
        self.kim, self.pat = self.hires("kim"), self.hires("pat")
        self.invoice_id = self.kim.rings_up(("kettle", "5"))
        self.line_id = self.newest_line()

    def hires(self, code: str, role: str = Role.CASHIER) -> Till:
        """Put somebody on file, who has a PIN, and give them a till."""
        with self.sam.writing() as session:
            employee_id = add_employee(session, code, role=role)
        self.sam.run(pins.give, employee_id=employee_id, pin_hash=NO_PIN_HASH)
        return replace(self.sam, employee_id=employee_id)

    def newest_line(self) -> int:
        with self.sam.engine.connect() as connection:
            return connection.execute(sa.select(sa.func.max(InvoiceLine.id))).scalar_one()

    def changing(self, edit: LineEdit) -> partial[Done]:
        """Bind a change of the line."""
        return partial(invoices.change_line, line_id=self.line_id, edit=edit)

    def approves(
        self,
        verb: partial[Done],
        key: UUID,
        *needs: Permit,
        asks: Till,
        by: Till | None = None,
        tried: TriedPin = RIGHT,
    ) -> Done:
        """Let somebody approve an action of somebody else."""
        approving = partial(
            approvals.approve,
            approver_id=(by or self.sam).employee_id,
            tried=tried,
            action=action_of(verb, key),
            needs=needs,
        )
        return asks.do(approving)

    def refused(self, who: Till, verb: partial[Done], key: UUID | None = None) -> Refusal:
        """Return why somebody is refused; they must be."""
        with pytest.raises(RefusedError) as refused:
            who.do(verb, key)
        return refused.value.refusal

    def lets(self, who: Till, verb: partial[Done], by: Till | None = None) -> Done:
        """Let somebody do what is refused to them."""
        key = uuid4()
        self.approves(verb, key, *needs_of(self.refused(who, verb, key)), asks=who, by=by)
        return who.do(verb, key)

    def allowed(self) -> list[tuple[str, Decimal | None, Decimal | None, int]]:
        """Read who allowed what on lines: permission, extent, quantity, by whom."""
        table = LineApproval.__table__.c
        columns = (table.permission, table.extent, table.quantity, table.employee_id)
        with self.sam.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(sa.select(*columns).order_by(table.id))]

    def fires(self, who: Till, *, archived: bool = True, role: str | None = None) -> None:
        """Archive somebody, or give them another role, behind the program's back."""
        changed = {"archived": archived} if role is None else {"role": role}
        with for_writing(self.sam.engine).begin() as connection:
            connection.execute(sa.update(Employee.__table__).where(Employee.id == who.employee_id).values(changed))
