"""The text of a capture: its paragraphs, its furniture, its headline, dateline and dates.

Everything here is stand-off: a paragraph, a piece of furniture, a headline is a span of the text as
captured, which nothing changes.
"""
