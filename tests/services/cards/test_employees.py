"""The shop is never left without an Owner, and nobody touches who may do more than they; on both databases."""

import sqlalchemy as sa

from posim_desktop.domain.cards.cards import EmployeeFields
from posim_desktop.domain.errors import Field
from posim_desktop.domain.people.permissions import Role
from posim_desktop.orm import Employee
from posim_desktop.services.cards import employees
from posim_desktop.services.database import open_engine
from posim_desktop.services.people import pins
from posim_desktop.services.transaction import Transactor
from refusals import english
from seeding import NO_PIN_HASH, Till, ticking_clock

SAM = EmployeeFields("SAM", "Sam", Role.OWNER)
ANN = EmployeeFields("ANN", "Ann", Role.OWNER)


def test_the_last_owner_is_not_archived_demoted_or_deleted(till: Till) -> None:
    content = {"employee_id": till.employee_id, "version": 1}

    demoted = till.refusal(employees.change, fields=EmployeeFields("SAM", "Sam", Role.CLERK), **content)

    assert demoted.where == Field("role")
    assert "only Owner" in english(till.refusal(employees.archive, **content))
    assert "only Owner" in english(till.refusal(employees.delete, **content))


def test_one_of_two_owners_may_go(till: Till) -> None:
    ann = till.run(employees.add, fields=ANN).record_id
    till.run(pins.give, employee_id=ann, pin_hash=NO_PIN_HASH)

    till.run(employees.change, employee_id=till.employee_id, fields=EmployeeFields("SAM", "Sam"), version=1)

    with till.engine.connect() as connection:
        roles = connection.scalars(sa.select(Employee.role).order_by(Employee.id)).all()
    assert roles == [Role.CASHIER, Role.OWNER]


def test_an_archived_owner_does_not_count(till: Till) -> None:
    ann = till.run(employees.add, fields=ANN).record_id
    till.run(employees.archive, employee_id=ann, version=1)

    assert "only Owner" in english(till.refusal(employees.archive, employee_id=till.employee_id, version=1))


def test_an_owner_without_a_pin_does_not_count(till: Till) -> None:
    """Whoever named that Owner at the log-in would make the shop's first PIN, and be the Owner."""
    till.run(employees.add, fields=ANN)

    assert "only Owner" in english(till.refusal(employees.archive, employee_id=till.employee_id, version=1))
    demoted = till.refusal(
        employees.change, employee_id=till.employee_id, version=1, fields=EmployeeFields("SAM", "Sam", Role.CLERK)
    )
    assert demoted.where == Field("role")


def test_somebody_who_signed_is_archived_instead_of_deleted(till: Till) -> None:
    ann = till.run(employees.add, fields=ANN).record_id
    first, till.employee_id = till.employee_id, ann
    till.run(employees.add, fields=EmployeeFields("KIM", "Kim"))
    till.employee_id = first

    till.run(employees.delete, employee_id=ann, version=1)

    with till.engine.connect() as connection:
        assert connection.scalar(sa.select(Employee.archived).where(Employee.id == ann))


def test_the_first_employee_is_an_owner(database_url: str) -> None:
    engine = open_engine(database_url)
    till = Till(engine, Transactor(engine, ticking_clock()), None)  # type: ignore[arg-type]

    assert till.refusal(employees.add, fields=EmployeeFields("KIM", "Kim")).where == Field("role")
    till.run(employees.add, fields=SAM)
    assert english(till.refusal(employees.add, fields=ANN)) == "Log in first."
    engine.dispose()
