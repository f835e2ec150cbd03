"""Rules about how statements are written (codes STM)."""
