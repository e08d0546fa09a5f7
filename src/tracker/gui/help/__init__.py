"""The manual, the About box, and the package of logs for whoever supports the program."""
