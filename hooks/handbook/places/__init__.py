"""Everything of the handbook turned round by place: provinces, communes, what is known of each.

The records come from two data tables that editors keep (:mod:`handbook.places.register`); without them there are
no places, no pages and no checks.
"""
