"""Who may do what: asked in this one way by every verb that not everybody may do. Serves the guide's page on roles."""

from collections.abc import Sequence

from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import Field, Refusal, RefusedError, Where, refuse
from posim_desktop.domain.people.permissions import Rights, Role, missing, needs_of
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.why import Why
from posim_desktop.services.records import approval_rows, signatures
from posim_desktop.services.records.approval_rows import WaitingApproval
from posim_desktop.services.session import Session, Stamp


def refusal(session: Session, stamp: Stamp, *needs: Permit) -> Refusal | None:
    """Return why the acting employee may not do something, or None; an approval of this action is used up by it.

    While the shop has no employee at all (its first start), everything is allowed.
    """
    refused = _unapproved(session, stamp, needs)
    if refused is not None and _use_approvals(session, stamp, needs_of(refused)):
        return None
    return refused


def require_permission(session: Session, stamp: Stamp, permission: Permission, where: Where = None) -> None:
    """Refuse when the acting employee lacks a permission.

    Raises:
        RefusedError: The role lacks the permission and nobody approved, or the employee left.
    """
    require_all(session, stamp, Permit(permission), where=where)


def require_all(session: Session, stamp: Stamp, *needs: Permit, where: Where = None) -> dict[Permit, int]:
    """Refuse when the acting employee lacks something that a deed needs; return what they lack and who approved it.

    Raises:
        RefusedError: As :func:`require_permission`; names everything that is lacking.
    """
    refused = _unapproved(session, stamp, needs)
    if refused is None:
        return {}
    lacking = needs_of(refused)
    approvers = _use_approvals(session, stamp, lacking)
    if not approvers:
        raise RefusedError(refused if where is None else refused.at(where))
    session.approved.update(need for need in lacking if need.quantity is None)  # a line's own need is each line's own
    return approvers


def require_reach(session: Session, stamp: Stamp, others: Rights) -> None:
    """Refuse to give, change or take over what goes further than the acting employee's own role.

    Raises:
        RefusedError: It does; at the limit that goes further, where that is all.
    """
    if stamp.employee_id is None:
        return  # the first start, which makes the Owner
    own = signatures.rights(session, stamp.employee_id)
    if own is None or not own.rights.reach(others):
        within = own is not None and others.permissions <= own.rights.permissions
        limits = own.rights.limits_beyond(others) if own is not None and within else ()
        raise refuse(Why.BEYOND_OWN_ROLE, next(map(Field, limits), None))


def require_reach_of(session: Session, stamp: Stamp, role: str) -> None:
    """Refuse to give a role to somebody, or to touch whoever has it, when it goes further than one's own.

    Only an Owner does so to an Owner.

    Raises:
        RefusedError: It does, or there is no such role.
    """
    rights = signatures.role_rights(session, role)
    if rights is None:
        raise refuse(Why.CHOOSE_USABLE_CARD, Field("role"), card=Record.ROLE)
    require_reach(session, stamp, rights)
    if role == Role.OWNER and stamp.employee_id is not None:
        own = signatures.rights(session, stamp.employee_id)
        if own is None or own.role != Role.OWNER:
            raise refuse(Why.BEYOND_OWN_ROLE)


def require_name(session: Session, stamp: Stamp, employee_id: int, permission: Permission, where: Where) -> None:
    """See that whoever's name stands under a deed may do it, and typed their own PIN where they are not logged in.

    Raises:
        RefusedError: They may not, or did not approve this action; at the place of the name.
    """
    if employee_id == stamp.employee_id:
        require_permission(session, stamp, permission)
        return
    given = [
        each for each in _standing(session, stamp) if each.approver_id == employee_id and each.permission is permission
    ][:1]
    named = signatures.rights(session, employee_id)
    if named is not None and not named.rights.may(permission):
        raise refuse(Why.NOT_PERMITTED, where, role=named.role_name, permission=permission)
    if not given:
        raise refuse(Why.OTHER_NAME_NEEDS_PIN, where, needs=(Permit(permission),), approver=employee_id)
    approval_rows.use(session, given)
    session.approved_by = employee_id


def _unapproved(session: Session, stamp: Stamp, needs: Sequence[Permit]) -> Refusal | None:
    """Return why the acting employee's own role does not allow something, or None."""
    if stamp.employee_id is None:
        return Refusal(Why.LOG_IN_FIRST) if signatures.has_employees(session.connection()) else None
    person = signatures.rights(session, stamp.employee_id)
    if person is None:
        return Refusal(Why.NO_LONGER_WORKS_HERE)
    lacking = tuple(need for need in missing(person.rights, needs) if need not in session.approved)
    if not lacking:
        return None
    return Refusal(Why.NOT_PERMITTED, role=person.role_name, permission=lacking[0].permission, needs=lacking)


def _use_approvals(session: Session, stamp: Stamp, lacking: Sequence[Permit]) -> dict[Permit, int]:
    """Use the approvals that were given to this action and return who approved what; none if something is not covered.

    One approval covers one need. The others stay for what else the action asks: a second line that lacks the same.
    """
    if not lacking:
        return {}
    left, used = _standing(session, stamp), dict[Permit, WaitingApproval]()
    for need in lacking:
        covering = next((approval for approval in left if approval.lets(need)), None)
        if covering is None:
            return {}
        left.remove(covering)
        used[need] = covering
    approval_rows.use(session, list(used.values()))
    session.approved_by = next(iter(used.values())).approver_id
    return {need: approval.approver_id for need, approval in used.items()}


def _standing(session: Session, stamp: Stamp) -> list[WaitingApproval]:
    """List the approvals of this action that were not used yet, of those who may still give them."""
    waiting = approval_rows.waiting(session, stamp)
    return [approval for approval in waiting if _may_still(session, approval)]


def _may_still(session: Session, approval: WaitingApproval) -> bool:
    authority = signatures.rights(session, approval.approver_id)
    return authority is not None and authority.rights.allows(Permit(approval.permission, approval.extent))
