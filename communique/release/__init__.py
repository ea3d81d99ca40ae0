"""Tables in, a release out: an immutable directory that can be cited, verified, compared and rebuilt to the byte.

In: a directory of tables that keep the contract. Out: a release directory, laid out as the Hub repository that will
hold it: Parquet by year, a manifest with the digest of every file, the card, and the same facts in the forms that
other tools read (Croissant, Data Package, CITATION.cff). What is in the manifest, the other files are made from.
"""
