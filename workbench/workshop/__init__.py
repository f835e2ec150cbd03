"""What a committee does beside writing: what it says, proposes and decides. Pure rules over the record."""
