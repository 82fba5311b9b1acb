"""What was done to the record: by whom, when, from what to what; and taking it back."""
