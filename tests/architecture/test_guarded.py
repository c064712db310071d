"""Every verb names the permissions that it asks for, or says why none."""

import pytest

from architecture.verbs import VERBS, named_in
from guards import GUARDS
from posim_desktop.domain.permits import Permission

TO_LOOK_AT_ONLY = {Permission.READ_AUDIT, Permission.SEE_REPORTS}
"""What no verb asks for, because nothing is written: the way to the screen asks."""


def test_every_verb_is_accounted_for() -> None:
    assert sorted(VERBS) == sorted(GUARDS)


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_asks_for_the_permissions_that_it_says(verb: str) -> None:
    said = GUARDS[verb]
    asked = {Permission[name] for name in named_in(verb, "Permission")}
    if isinstance(said, str):
        assert said
        assert asked == set(), f"{verb} asks for {asked} and says that it asks for none"
    else:
        assert asked == said


def test_every_permission_is_asked_for_somewhere() -> None:
    asked = set().union(*(said for said in GUARDS.values() if isinstance(said, set)))
    assert asked == set(Permission) - TO_LOOK_AT_ONLY
