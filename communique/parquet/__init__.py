"""Parquet files by their parts, so that what did not change is neither unpacked nor packed anew.

In: files, rows or row groups of them. Out: the values of a few rows (`pages`), or files put together out of parts of
others (`row_groups`). Both read what stands about the parts in the format's own words (`thrift`); values are pyarrow's.
"""
