"""Linters written in Python, kept warm: imported once, then forked for each question."""
