"""What the vault keeps of confidential sources, looked for wherever it must not stand."""
