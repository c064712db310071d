"""Who is meant by what was typed or scanned where people are listed. Serves the guide's page "Log in"."""

from collections.abc import Sequence

from posim_desktop.domain.folding import fold, holds_words, search_key
from posim_desktop.queries.people.log_in import EmployeeToLogIn


def named(people: Sequence[EmployeeToLogIn], typed: str) -> list[EmployeeToLogIn]:
    """List whose badge it is; or who fits, first those of whose name or ID a word begins with it."""
    wanted = fold(typed.strip())
    if not wanted:
        return list(people)
    of_badge = [each for each in people if each.badge == typed.strip()]
    fitting = [each for each in people if holds_words(search_key(each.name, each.code), typed)]
    return of_badge or sorted(fitting, key=lambda each: f" {wanted}" not in f" {search_key(each.name, each.code)}")
