"""Tables, engine, unit of work and upgrades of one workspace."""
