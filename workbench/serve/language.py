"""Choosing the language of the pages, and of the rooms when they are next opened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse, Response

from workbench.localize import KNOWN, N_, _
from workbench.serve.cookies import LANGUAGE, keep
from workbench.serve.pages import form, refusal

if TYPE_CHECKING:
    from starlette.requests import Request

YEAR = 365 * 24 * 60 * 60
PLACE = re.compile(r"(/[a-z0-9][a-z0-9._-]*)+/?|/", re.IGNORECASE | re.ASCII)
"""A path of ours. Nothing else is gone back to: with two slashes, or one that leans over, it would name a host."""
UNKNOWN = N_("The pages are not written in this language. Go back and choose one that is in the list.")


async def choose_language(request: Request) -> Response:
    """Keep the language that somebody chose, and go back to the page on which they did."""
    sent = await form(request)
    chosen, back = sent.get("language", ""), sent.get("back", "")
    if chosen not in KNOWN:
        return refusal(request.scope, 400, _(UNKNOWN))
    root = request.scope.get("root_path", "")
    response = RedirectResponse(f"{root}{back if PLACE.fullmatch(back) else '/'}", 303)
    keep(response, request, LANGUAGE, chosen, seconds=YEAR)
    return response
