"""Who asks: as logged in, else as they say; what the browser says never overrules a login."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from typing import Any

import gradio as gr

from annotate.people import People, Person
from annotate.ui.feed import Json, answering
from umi.errors import InputError


def login_of(request: Any) -> str | None:
    """The name that the request's session logged in with; None where the app asks for no login."""
    # A component's server functions get Starlette's request, which does not know Gradio's users.
    app = request.app
    secure, plain = (f"access-token-{kind}{app.cookie_id}" for kind in ("", "unsecure-"))
    token = request.cookies.get(secure) or request.cookies.get(plain)
    name = app.tokens.get(token)
    return name if isinstance(name, str) else None


def served(function: Callable[..., Awaitable[Json]], people: People) -> Callable[..., Any]:
    """The function as the browser calls it; one that takes ``who`` gets the person.

    Where that may be None, it is while nobody has said who they are.
    """
    wanted = inspect.signature(function).parameters.get("who")

    @answering
    async def answer(asked: Json, request: gr.Request) -> Json:
        if wanted is None:
            return await function(asked)
        name = _name(asked, request)
        if not name and wanted.default is None:
            return await function(asked)
        return await function(asked, _person(name, people))

    # Gradio finds the request by the annotation, which the decorator above hides from it.
    async def serve(asked: Json, request: gr.Request) -> Json:
        return await answer(asked, request)

    serve.__name__ = getattr(function, "__name__", "watch")
    return serve


def _name(asked: Json, request: gr.Request) -> Any:
    return login_of(request) or (asked.get("who") if isinstance(asked, dict) else None)


def _person(name: Any, people: People) -> Person:
    """Who asks.

    Raises:
        InputError: nobody said.
    """
    if not isinstance(name, str):
        raise InputError("Say who you are first: your name stands beside what you save.")
    return people.welcome(name)
