"""Verification: the adopted rules by which scores become the statement that something is met."""
