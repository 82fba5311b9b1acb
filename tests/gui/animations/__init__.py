"""Requests for tifos on screen."""
