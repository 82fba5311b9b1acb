"""The liaison log and the ledger of promises and decisions."""
