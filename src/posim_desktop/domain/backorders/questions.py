"""Questions to a customer: while one is open, the backorder gets no goods.

Serves the guide's page "Needs Information". Nothing is planned, bought or set aside for a backorder before the customer
has said which color it is to be; money, cancellations and what waits for pick-up already go on.
"""

from decimal import Decimal

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.why import Why


def ask_refusal(outstanding: Decimal, question: str) -> Refusal | None:
    """Return why nothing can be asked about a backorder, or None.

    Args:
        outstanding: What the customer is still owed.
        question: The question that is open, blank for none.
    """
    if question:
        return Refusal(Why.QUESTION_OPEN, Field("question"), question=question)
    return Refusal(Why.NOTHING_TO_ASK, Field("question")) if outstanding <= 0 else None


def answer_refusal(question: str) -> Refusal | None:
    """Return why there is nothing to answer, or None."""
    return None if question else Refusal(Why.NO_QUESTION_OPEN, Field("answer"))


def goods_refusal(question: str) -> Refusal | None:
    """Return why goods can be neither planned nor set aside for a backorder, or None."""
    return Refusal(Why.NEEDS_INFORMATION, question=question) if question else None
