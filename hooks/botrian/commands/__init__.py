"""The commands of scripts/kb.py: words from the command line enter, an exit code leaves; one module each."""
