"""The Vietnamese language: text, syllables, input methods, old font encodings, comparable text."""
