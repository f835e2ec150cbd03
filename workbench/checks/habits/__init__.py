"""Rules about habits of work (codes HOW)."""
