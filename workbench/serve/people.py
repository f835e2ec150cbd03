"""The page of the people: who is invited, in which role; links are made, shown once, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import segno
from anyio import to_thread
from starlette.responses import RedirectResponse, Response

from workbench.errors import BadEdit, UnknownName, WorkbenchError
from workbench.localize import N_, _, ngettext
from workbench.model import Invitation, Role
from workbench.serve.pages import form, page, refusal

if TYPE_CHECKING:
    from starlette.requests import Request

    from workbench.project import Project
    from workbench.serve.hub import Hub

MOST = 200
"""People invited at once; a longer list is a file that was pasted by mistake."""
ONLY_FACILITATORS = N_("Only facilitators invite people. Ask one of them.")
MAY = {
    Role.FACILITATOR: N_("invites people, publishes and adopts, and does what a drafter does"),
    Role.DRAFTER: N_("writes, brings in standards and rows, and does what a commenter does"),
    Role.COMMENTER: N_("reads everything, comments and proposes wordings"),
    Role.READER: N_("reads everything"),
}
"""What each role may do, in the order in which they can be chosen."""


async def show_people(request: Request) -> Response:
    """Show who is invited."""
    if refused := _refused(request):
        return refused
    return await _shown(request)


async def change_people(request: Request) -> Response:
    """Invite people, give a new link, change a role, or take an invitation back."""
    if refused := _refused(request):
        return refused
    try:
        made = await _changed(request, await form(request))
    except WorkbenchError as error:
        return await _shown(request, says=str(error), status=400)
    if made:
        base = _base(request)
        return page(request.scope, "sheet", invitations=[_card(base, one, secret) for one, secret in made])
    return RedirectResponse(f"{request.scope.get('root_path', '')}/people", 303)


def _refused(request: Request) -> Response | None:
    member: Invitation = request.scope["member"]
    return None if member.role.may(Role.FACILITATOR) else refusal(request.scope, 403, _(ONLY_FACILITATORS))


def _seat(request: Request) -> Project:
    hub: Hub = request.app.state.hub
    member: Invitation = request.scope["member"]
    return hub.project.beside(member.person, member.role)


async def _shown(request: Request, *, says: str = "", status: int = 200) -> Response:
    hub: Hub = request.app.state.hub
    invited = await to_thread.run_sync(hub.project.members.all)
    here = {one.person for one in hub.project.presence.here}
    shown = [one for one in invited if not one.revoked]
    return page(request.scope, "people", status=status, says=says, invited=shown, here=here, roles=MAY)


async def _changed(request: Request, sent: dict[str, str]) -> list[tuple[Invitation, str]]:
    """Do what the form asks for; return new links with their secrets."""
    hub: Hub = request.app.state.hub
    members = _seat(request).members
    identifier = sent.get("id", "")
    match sent.get("do"):
        case "invite":
            role = _role(sent)
            names = [line for line in sent.get("names", "").splitlines() if line.strip()]
            if len(names) > MOST:
                raise BadEdit(
                    ngettext(
                        "This is {n} name. Invite at most {most} people at once.",
                        "These are {n} names. Invite at most {most} people at once.",
                        len(names),
                        most=MOST,
                    )
                )
            return await to_thread.run_sync(lambda: members.invite_all(names, role))
        case "renew":
            made = await to_thread.run_sync(members.renew, identifier)
            hub.end_invitation(identifier)
            return [made]
        case "role":
            role = _role(sent)
            await to_thread.run_sync(members.change_role, identifier, role)
            hub.change_role(identifier, role)
        case "revoke":
            await to_thread.run_sync(members.revoke, identifier)
            hub.end_invitation(identifier)
    return []


def _base(request: Request) -> str:
    """Return the address for others: the one that was come by, unless that is this machine's name for itself."""
    addresses = request.app.state.settings.addresses
    own = request.url.hostname in ("localhost", "127.0.0.1", "::1")
    return addresses[0] if own and addresses else str(request.base_url).rstrip("/")


def _role(sent: dict[str, str]) -> Role:
    try:
        return Role(sent.get("role", ""))
    except ValueError:
        raise UnknownName.of("role", sent.get("role", ""), list(Role)) from None


def _card(base: str, one: Invitation, secret: str) -> dict[str, object]:
    link = f"{base}/join#{secret}"
    picture = segno.make(link, error="m").svg_data_uri(scale=4, dark="#1b2430", light="#ffffff")
    return {
        "name": one.name,
        "role": one.role,
        "until": one.expires[:10],
        "link": link,
        "picture": picture,
        "address": f"{base}/join".partition("://")[2],
        "code": secret,
    }
