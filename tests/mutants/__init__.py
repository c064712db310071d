"""Take one guard or effect out of the program at a time and see that the tests notice.

``cd tests && ../.venv/bin/python -m mutants`` tries them all; words of a mutant's name try only some.
"""

from mutants.approving import APPROVING
from mutants.auditing import AUDITING
from mutants.backorders import BACKORDERS
from mutants.backups import BACKUPS
from mutants.correcting import CORRECTING
from mutants.counting import COUNTING
from mutants.days import DAYS
from mutants.goods import GOODS
from mutants.locks import LOCKS
from mutants.money import MONEY_HELD
from mutants.ordering import ORDERING
from mutants.people import PEOPLE
from mutants.picking import PICKING
from mutants.printing import PRINTING
from mutants.receiving import RECEIVING
from mutants.returning import RETURNING
from mutants.screen_lock import SCREEN_LOCK
from mutants.selling import SELLING
from mutants.special_orders import SPECIAL_ORDERS

MUTANTS = (
    *SELLING,
    *SPECIAL_ORDERS,
    *RETURNING,
    *GOODS,
    *COUNTING,
    *DAYS,
    *BACKUPS,
    *BACKORDERS,
    *RECEIVING,
    *CORRECTING,
    *ORDERING,
    *PEOPLE,
    *APPROVING,
    *SCREEN_LOCK,
    *AUDITING,
    *PRINTING,
    *PICKING,
    *LOCKS,
    *MONEY_HELD,
)
