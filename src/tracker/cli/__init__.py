"""The command line: verbs that ask, change and print."""
