"""Requests for tifos, banners and drums: written down, answered, checked on the day."""
