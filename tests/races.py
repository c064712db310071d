"""Two tills that do something at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Refusal, RefusedError


def race(*verbs: Callable[[], Done]) -> list[Done | Refusal]:
    """Do verbs at the same moment and return what each came to."""
    start = Barrier(len(verbs))

    def run(verb: Callable[[], Done]) -> Done | Refusal:
        start.wait()
        try:
            return verb()
        except RefusedError as refused:
            return refused.refusal

    with ThreadPoolExecutor(len(verbs)) as pool:
        return list(pool.map(run, verbs))
