"""Every role, and every permission by itself, tries every guarded verb: who holds it may, everybody else is told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa

from guards import GUARDS, NEVER_NEEDED
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Refusal, RefusedError
from posim_desktop.domain.people.permissions import SHIPPED, Rights, missing
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.why import Why
from posim_desktop.orm import ShopRole
from posim_desktop.orm.base import Base
from posim_desktop.services.database import for_writing
from posim_desktop.services.session import Session
from seeding import Till, add_employee, inserted, open_till
from services.cases_at_the_counter import AT_THE_COUNTER
from services.cases_of_cards import ON_CARDS
from services.cases_of_orders import ON_ORDERS
from services.permission_scene import NOTHING, Case, Ids, Scene, open_case_shop

CASES = {case.name: case for case in (*ON_CARDS, *ON_ORDERS, *AT_THE_COUNTER)}
ONCE_ONLY = {"cards.shop.choose_currency", "cards.shop.set_up"}
"""Refused to everybody as soon as anybody works here; tests of the first start try it."""


@dataclass
class Staff:
    """The shop of the cases, and one employee for each role, by what the role lets them do."""

    till: Till
    ids: Ids
    people: list[tuple[int, str, Rights]]


@pytest.fixture(scope="module")
def staff(kept_urls: Callable[[], str]) -> Iterator[Staff]:
    """A shop with somebody of each shipped role, and somebody with each permission and no other."""
    till = open_till(kept_urls())
    ids = open_case_shop(till)
    with till.writing() as session:
        people = [
            (add_employee(session, f"the {role}", role=role), str(role), rights) for role, rights in SHIPPED.items()
        ]
        people += [hired(session, f"only {permission}", Rights(frozenset({permission}))) for permission in Permission]
        people.append((add_employee(session, "nix", role=NOTHING), NOTHING, Rights()))
    yield Staff(till, ids, people)
    till.engine.dispose()


def hired(session: Session, role: str, rights: Rights) -> tuple[int, str, Rights]:
    """Write a role and hire somebody for it."""
    limits = {"most_discount": rights.most_discount, "price_floor": None, "most_paid_out": None}
    limits["least_deposit"] = rights.least_deposit
    card = {"code": role, "name": role, "permissions": rights.permissions, "archived": False, "version": 1}
    inserted(session, ShopRole, **card, **limits)
    return add_employee(session, role, role=role), role, rights


@pytest.mark.parametrize("name", CASES)
def test_whoever_holds_what_it_needs_may_and_nobody_else(staff: Staff, name: str) -> None:
    case = CASES[name]
    enough = Rights(frozenset(need.permission for need in case.needs))
    with for_writing(staff.till.engine).connect() as connection:
        everybody = [*staff.people, hired(Session(connection), "just enough", enough)]
        came_out = {role: tried(connection, staff.ids, case, who) for who, role, _rights in everybody}
        connection.rollback()

    for _who, role, rights in everybody:
        lacking = {need.permission for need in missing(rights, case.needs)}
        outcome = came_out[role]
        if not lacking:
            assert isinstance(outcome, Done), f"{role}: {outcome}"
        else:
            assert isinstance(outcome, Refusal), f"{role} did it without {lacking}"
            assert outcome.why in {Why.NOT_PERMITTED, Why.SET_ASIDE_FOR_OTHERS}, f"{role}: {outcome}"
            assert outcome.facts["permission"] in lacking, f"{role}: {outcome}"


def tried(connection: sa.Connection, ids: Ids, case: Case, who: int) -> Done | Refusal:
    """Let somebody try a case, and take back what came of it."""
    scene = Scene(connection, ids, who)
    with connection.begin_nested() as taken_back:
        content = case.content(scene)
        try:
            return case.verb(Session(connection), scene.stamp(who), **content)
        except RefusedError as refused:
            return refused.refusal
        finally:
            taken_back.rollback()


def test_a_refused_verb_leaves_everything_as_it_was(staff: Staff) -> None:
    nobody = next(who for who, role, _rights in staff.people if role == NOTHING)
    transactor = staff.till.transactor
    tried_out = [case for case in CASES.values() if case.needs and not case.prepares]
    before = everything(staff.till)

    for case in tried_out:
        with staff.till.engine.connect() as connection:
            content = case.content(Scene(connection, staff.ids, nobody))
        with pytest.raises(RefusedError):
            transactor.run(partial(case.verb, **content), key=uuid4(), employee_id=nobody, workstation="till 1")

    assert everything(staff.till) == before
    assert len(tried_out) > len(Permission)


def everything(till: Till) -> dict[str, list[tuple[Any, ...]]]:
    """Read every row of the shop."""
    with till.engine.connect() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(sa.select(table))), key=repr)
            for table in Base.metadata.sorted_tables
        }


def test_every_guard_is_tried_at_every_verb_that_has_it() -> None:
    """Verbs with the same guards share the function that asks, so that each permission need not be tried at each."""
    tried_at: dict[str, set[Permission]] = {}
    for case in CASES.values():
        tried_at.setdefault(case.name.partition(":")[0], set()).update(need.permission for need in case.needs)
    guarded = {
        verb: frozenset(said - NEVER_NEEDED.get(verb, set()))
        for verb, said in GUARDS.items()
        if isinstance(said, set) and verb not in ONCE_ONLY
    }
    assert tried_at.keys() == guarded.keys()
    for asked in set(guarded.values()):
        assert set().union(*(tried_at[verb] for verb, said in guarded.items() if said == asked)) == asked
