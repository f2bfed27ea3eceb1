"""The travel expert: solves travel questions with the real tools and writes what to learn from."""
