"""What comes from elsewhere and what goes there: copy as filed and other systems' archives become issues; the register and the issues, other formats."""
