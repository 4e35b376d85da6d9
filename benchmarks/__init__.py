"""How long a build takes, beside other generators on the same text. Not part of what is installed."""
