"""Data and Markdown of the knowledge base go in; a checked, bilingual static site comes out."""
