"""The risk tab of a match file: grid, suggestion and why, decision, stages."""
