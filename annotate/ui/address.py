"""Where the app is served: an address that is free, and the host names it answers to."""

from __future__ import annotations

import socket

from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from umi.errors import InputError

_ANYWHERE = ("0.0.0.0", "[::]")


def require_free(host: str, port: int | None) -> None:
    """Check that this address and port can be served on.

    Raises:
        InputError: they cannot.
    """
    # As Gradio reads it: an IPv6 address stands in brackets.
    family = socket.AF_INET6 if host.startswith("[") else socket.AF_INET
    try:
        socket.create_server((host.strip("[]"), port or 0), family=family).close()
    except (OSError, OverflowError) as error:
        where = f"The address {host}" if port is None else f"Port {port} on {host}"
        raise InputError(
            f"{where} cannot be used ({error}): choose another with --host or --port."
        ) from error


def host_check(host: str) -> Middleware:
    """Other host names are refused, or a foreign page could reach this server under a name of its own."""
    allowed = ["*"] if host in _ANYWHERE else ["localhost", "127.0.0.1", "[::1]", host]
    return Middleware(TrustedHostMiddleware, allowed_hosts=allowed)
