"""Acts: functions that change the record, one transaction each."""
