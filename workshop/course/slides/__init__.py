"""A lesson's slides and the instructor's notes, as pages that need nothing but a browser.

::

    deck.py     the decks that `course/build/` made of the lessons
    pages.py    a deck as a page of Reveal.js, with speaker notes and timers; the notes as a page
    page/       what the pages look like, and the timers
    reveal/     Reveal.js and Mermaid, as `make reveal` copies them from npm's packages
"""
