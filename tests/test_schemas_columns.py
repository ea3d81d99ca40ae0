"""A table says which columns it had at an earlier version of the contract."""

import re

import pytest

from communique.schemas import SCHEMA_VERSION, TABLES
from communique.schemas.columns import Column, Table

A = Column(name="a", description="A.", example="x")
B = Column(name="b", description="B.", example="x", since="1.2.0")
TABLE = Table(name="t", key="a", partition="a", description="T.", columns=(A, B))


@pytest.mark.parametrize(
    ("version", "names"), [("1.0.0", "a"), ("1.1.9", "a"), ("1.2.0", "ab"), ("1.10.0", "ab"), ("2.0.0", "ab")]
)
def test_a_table_has_the_columns_that_were_there_at_a_version(version, names):
    assert "".join(column.name for column in TABLE.at(version).columns) == names


def test_a_table_of_today_is_itself():
    assert TABLE.at("1.2.0") is TABLE


def test_no_column_is_newer_than_the_contract():
    for table in TABLES.values():
        assert table.at(SCHEMA_VERSION) is table
        assert all(re.fullmatch(r"\d+[.]\d+[.]\d+", column.since) for _, column in table.walk())
