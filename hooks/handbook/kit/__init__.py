"""Pictures and printables from text: one model, one module a kind of block.

What a writer writes once (``/// man-hinh`` … ``///``) is a picture on the page, a drawing in
the book and a sheet in the print pack of a lesson.  A block is read here (:mod:`source`,
:mod:`reader`, a module for each kind), drawn for the page as HTML, and handed to Typst as data.
"""
