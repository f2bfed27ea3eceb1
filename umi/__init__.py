"""The agent: planner, caller and summarizer around a loaded model. Knows no database and no web page."""
