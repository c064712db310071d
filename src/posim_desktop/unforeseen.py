"""How an unforeseen error is written down: where it happened and of what kind, and nothing that a person typed.

What an error says of itself often quotes the very value it could not deal with, and a driver's error the whole row.
"""

import re
import traceback
from collections.abc import Iterator

_QUOTED = re.compile(r"""(["']).*\1""", re.DOTALL)
_AT_MOST = 200


def plain_message(error: BaseException) -> str:
    """Return the first line of what an error says, without what it quotes."""
    first = next(iter(_QUOTED.sub("…", str(error)).splitlines()), "")
    return first[:_AT_MOST]


def report(error: BaseException) -> str:
    """Write where an error happened, and those that led to it."""
    return "".join(_report(error, set()))


def _report(error: BaseException, told: set[int]) -> Iterator[str]:
    told.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in told:
        yield from _report(before, told)
        yield "\nwhich led to\n\n"
    yield from traceback.format_tb(error.__traceback__)
    kind = type(error)
    yield f"{kind.__module__}.{kind.__qualname__}: {plain_message(error)}\n"
