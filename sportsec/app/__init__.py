"""Start-up, wiring, settings, logs and the crash window."""
