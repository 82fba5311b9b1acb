"""SportSec: planning the policing of football matches, for a sports-security cell."""

__version__ = "0.1.0"
