"""The only room that opens the vault: evidence is read, quotations are matched with it, verdicts go into the lock.

A match proves that the words are in our file, never that the file is genuine or the words fair.
"""
