"""Model to artifacts: one package an edition, all of them pure, none knowing another."""
