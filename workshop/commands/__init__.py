"""What each command of the command line does; `workshop.commands.cli` only reads the command line."""
