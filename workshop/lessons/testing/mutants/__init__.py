"""Wrong versions of what the lesson's tests are for; each docstring says what it does wrong."""
