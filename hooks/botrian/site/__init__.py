"""The knowledge goes in; two finished sites, published at once or not at all, come out."""
