"""Phone numbers and addresses that belong to nobody.

The numbers are well formed (Moroccan mobile and fixed) but of the blocks
06 00 00 xx xx and 05 20 00 xx xx; `.example` is reserved by RFC 2606.
"""

from __future__ import annotations

from sportsec.services.sample.mint import lot


def mobile(*key: object) -> str:
    """Return a mobile number in E.164 form."""
    return f"+21260000{lot('mobile', *key).randrange(10_000):04d}"


def landline(*key: object) -> str:
    """Return a fixed number in E.164 form."""
    return f"+21252000{lot('landline', *key).randrange(10_000):04d}"


def address(local: str, place: str) -> str:
    """Return an e-mail address."""
    return f"{local}@{place}.example".lower().replace("_", "-")
