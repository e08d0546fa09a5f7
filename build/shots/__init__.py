"""Pictures of the program by the program: a stage, and the scenes that are played on it."""
