"""Text → desk: settings, front matter, the register and the copy, each read strictly and with its places."""
