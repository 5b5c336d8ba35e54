"""What people look at: the board, lists of findings, the calendar."""
