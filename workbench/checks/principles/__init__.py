"""Rules about the ten principles of mastery-based learning (codes SYS)."""
