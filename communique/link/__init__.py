"""From single records to linked tables: one id for one event, one actor and one text, however many report it.

In: article rows, each with ids of its own. Out: linked articles, and the tables `events` and `actors`. `linking.link`
is the whole of it; the steps are `copies`, `actors` and `events`, each of which blocks, compares and groups.
"""
