"""Guards and effects of the lock over the windows of a till that is left alone."""

from mutants.mutant import DOOR, LOCK, Mutant

_FILE = "ui/people/screen_lock.py"

SCREEN_LOCK = (
    Mutant(
        "a locked screen is seen",
        _FILE,
        "            if window.isVisible():\n                self._cover(window)\n",
        "            pass\n",
        LOCK,
    ),
    Mutant(
        "what opens while the screen is locked is seen",
        _FILE,
        "        if kind in _TO_THE_FRONT and watched.isWindow():\n",
        "        if False:\n",
        LOCK,
    ),
    Mutant(
        "nobody at work locks nothing",
        _FILE,
        "            self.idle_timer.start(self.shop.lock_minutes * _MINUTE_MS)\n",
        "            pass\n",
        LOCK,
    ),
    Mutant(
        "a till that is left alone stays open",
        _FILE,
        "        else:\n            self.lock()\n",
        "",
        LOCK,
    ),
    Mutant(
        "a till that nobody can look up colleagues at stays open",
        _FILE,
        "            is_alone = False\n",
        "            is_alone = True\n",
        LOCK,
    ),
    Mutant(
        "who works alone is locked out by a clock",
        _FILE,
        "            is_alone = len(job.answer()) == 1\n",
        "            is_alone = not job.answer()\n",
        LOCK,
    ),
    Mutant(
        "a till at which somebody works locks",
        _FILE,
        "        self._wait_again()\n        is_key",
        "        is_key",
        LOCK,
    ),
    Mutant(
        "a shop that never wants it is locked",
        _FILE,
        " or not self.shop.lock_minutes",
        "",
        LOCK,
    ),
    Mutant(
        "who was archived opens the lock",
        _FILE,
        "        if self.is_locked and self._operations.logged_in is not None:",
        "        if self.is_locked:",
        LOCK,
    ),
    Mutant(
        "what was half typed is written while it is locked",
        _FILE,
        "            return True  # or the field",
        "            return False  # or the field",
        LOCK,
    ),
    Mutant(
        "a lock is closed like any window",
        "ui/people/log_in.py",
        "        if self._is_locked:\n            event.ignore()\n            return\n",
        "",
        LOCK,
    ),
    Mutant(
        "a lock is in no audit",
        "services/people/pins.py",
        "    append(session, stamp, [_entry(AuditAction.LOCK, employee_id)])\n",
        "",
        (*DOOR, *LOCK),
    ),
    Mutant(
        "an invoice is posted without the PIN that the shop asks for",
        "ui/people/posting_log_in.py",
        "        if self._lock.shop.log_in_asked is not LogInAsked.BEFORE_POST:\n",
        "        if True:\n",
        LOCK,
    ),
)
