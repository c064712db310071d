"""The one thread that asks the database: jobs are done in the order in which they were put into its queue."""

import threading
import weakref
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Job(Generic[T]):
    """One thing to be done by the database thread, and what came of it.

    Attributes:
        when_answered: Called in the database thread once the job is answered; set before the job is put.
    """

    def __init__(self, work: Callable[[], T], when_answered: Callable[["Job[Any]"], None] | None = None) -> None:
        self.when_answered = when_answered
        self._work: Callable[[], T] | None = work
        self._begun = threading.Lock()  # held by whoever came first: the thread to do it, or the person to give it up
        self._unanswered = threading.Lock()
        self._unanswered.acquire()
        self._value: T | None = None
        self._error: BaseException | None = None

    def do(self) -> None:
        """Do it, unless it was taken back."""
        work, self._work = self._work, None
        if work is None or not self._begun.acquire(blocking=False):
            return
        try:
            self._value = work()
        except BaseException as error:  # noqa: BLE001 - raised again where the answer is taken
            self._error = error
        del work
        self._unanswered.release()
        if self.when_answered is not None:
            self.when_answered(self)

    def take_back(self) -> bool:
        """Give it up before it was begun; False when it is too late for that."""
        return self._begun.acquire(blocking=False)

    def wait(self, seconds: float = -1) -> bool:
        """Wait for the answer, forever when no limit is given; False when it did not come in time."""
        if not self._unanswered.acquire(timeout=seconds):
            return False
        self._unanswered.release()
        return True

    def answer(self) -> T:
        """Return what the work returned, or raise what it raised; the job must be answered."""
        error, self._error = self._error, None  # an error holds its frames, and they may hold the job
        if error is not None:
            try:
                raise error
            finally:
                del error
        return self._value  # type: ignore[return-value] # it is the work's own value by now


class DatabaseThread:
    """Does jobs one after the other. It begins with the first job and ends with :meth:`close`."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[Job[Any] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        # The thread knows only the queue, so that whoever forgets to close leaves no thread behind.
        self._end = weakref.finalize(self, self._jobs.put, None)
        self._end.atexit = False

    def put(self, job: Job[Any]) -> None:
        """Have a job done after those that were put before."""
        if self._thread is None:
            # A daemon: a job that waits for a dead network must not keep the program from ending.
            self._thread = threading.Thread(target=_do_all, args=(self._jobs,), name="database", daemon=True)
            self._thread.start()
        self._jobs.put(job)

    def is_current(self) -> bool:
        """Return whether the caller runs in this thread."""
        return self._thread is not None and self._thread.ident == threading.get_ident()

    def close(self, seconds: float, at_the_end: Callable[[], None] | None = None) -> None:
        """End after the jobs that were put; a job that takes longer is left alone.

        Args:
            seconds: How long to wait for the end.
            at_the_end: Done after the last job, however long that one takes.
        """
        if at_the_end is not None:
            self.put(Job(at_the_end))
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join(seconds)
            self._thread = None


def _do_all(jobs: SimpleQueue[Job[Any] | None]) -> None:
    while (job := jobs.get()) is not None:
        job.do()
        del job  # the next one may be long in coming
