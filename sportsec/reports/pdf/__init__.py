"""The print engine: turns a `Document` into PDF bytes."""
