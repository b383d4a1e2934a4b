"""The sentences of a text, as spans that leave the text alone.

One compiled expression finds every mark and line break where a sentence may end and settles the plain ones by itself.
For the others, rules look at the words around: abbreviations by class (never; before a number; split unless; join
unless), read from a data file per language; what the document itself shows, such as a word seen in lower case
elsewhere; who speaks after a quoted question; and layout, where blank lines, list items and headings end a sentence and
wrapped lines do not. Quotation marks hide no boundary. The idea of evidence from the document is that of Kiss and
Strunk, "Unsupervised Multilingual Sentence Boundary Detection" (Computational Linguistics 32:4, 2006).
"""

from newsutils.sentences.sentence import Sentence, split_sentences

__all__ = ["Sentence", "split_sentences"]
