"""Standard sets: the code lists that come with the workbench, and other people's files."""

from workbench.standards.shipped import load_shipped, shipped_keys

__all__ = ["load_shipped", "shipped_keys"]
