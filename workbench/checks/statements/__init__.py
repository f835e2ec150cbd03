"""Rules about how statements are chosen and written (codes STM)."""
