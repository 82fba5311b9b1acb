"""What the two commands share: set-up of a bare machine and starting in it."""
