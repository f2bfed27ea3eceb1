"""Kinds of travel questions: how people ask them, and how they are solved."""
