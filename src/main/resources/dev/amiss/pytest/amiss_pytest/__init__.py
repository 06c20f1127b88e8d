"""The Python side of amiss: it runs pytest for Java. Start at ``supervisor.py``."""
