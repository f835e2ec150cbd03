"""Numbers and tables about a framework and its standards: pure functions of values, no files."""
