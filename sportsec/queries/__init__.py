"""Questions: functions that answer with frozen rows."""
