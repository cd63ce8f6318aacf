"""What each command of the command line does; `workshop.cli` only reads the command line."""
