"""The closed list of codes, a file a letter; every code says what it does, why, an example and what to write."""
