"""Monday to Wednesday of a cell's week, walked in Arabic by keys alone and by mouse.

`python -m tests.gui.walks` prints how many keys, letters and clicks each journey takes.
"""
