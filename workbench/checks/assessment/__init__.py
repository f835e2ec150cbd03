"""Rules about assessments (codes ASM)."""
