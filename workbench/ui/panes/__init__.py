"""The panes of a room: their states as pure functions, and their widgets."""
