"""Pure numbers about a framework and its standards."""
