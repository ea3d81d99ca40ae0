"""What the Hub asks of the metadata at the head of a README.md."""

import re
from typing import Any

import yaml

_FRONT = re.compile(r"\A---\r?\n(.*?)^---\s*$", re.DOTALL | re.MULTILINE)
_LICENCES = {
    "apache-2.0",
    "mit",
    "cc-by-4.0",
    "cc-by-sa-4.0",
    "cc0-1.0",
    "cc-by-nc-4.0",
    "odc-by",
    "odbl",
    "other",
    "unknown",
}
_SIZES = {"n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M", "10M<n<100M", "100M<n<1B", "1B<n<10B"}
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*|multilingual|code")


def problems(content: str) -> tuple[list[str], list[str]]:
    """Errors and warnings of a README.md."""
    match = _FRONT.match(content)
    if not match:
        return [], ["empty or missing yaml metadata in repo card"]
    try:
        data = yaml.safe_load(match[1])
    except yaml.YAMLError as error:
        return [f"Invalid YAML: {error}"], []
    if data is None:
        return [], ["empty or missing yaml metadata in repo card"]
    if not isinstance(data, dict):
        return ["metadata must be a mapping"], []
    return _errors(data), []


def _errors(data: dict[str, Any]) -> list[str]:
    errors = []
    licences = _list(data.get("license", []))
    errors += [f'"license" must be one of the known ones, not {one!r}' for one in licences if one not in _LICENCES]
    if "other" in licences and not data.get("license_name"):
        errors.append('"license_name" is required with license "other"')
    languages = _list(data.get("language", []))
    errors += [f'"language" is no code: {one!r}' for one in languages if not _matches(_LANGUAGE, one)]
    errors += [f'"size_categories" has {one!r}' for one in _list(data.get("size_categories", [])) if one not in _SIZES]
    for key in ("tags", "task_categories"):
        value = data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            errors.append(f'"{key}" must be a list of strings')
    if not isinstance(data.get("pretty_name", ""), str):
        errors.append('"pretty_name" must be a string')
    return errors + _configs(data.get("configs", []))


def _configs(configs: Any) -> list[str]:
    if not isinstance(configs, list) or not all(isinstance(one, dict) for one in configs):
        return ['"configs" must be a list of mappings']
    names = [one.get("config_name") for one in configs]
    errors = [f'"configs" has no config_name: {one!r}' for one in names if not isinstance(one, str) or not one]
    errors += [f'"configs" names {one!r} twice' for one in set(map(str, names)) if names.count(one) > 1]
    if sum(bool(one.get("default")) for one in configs) > 1:
        errors.append('"configs" has several defaults')
    return errors


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _matches(pattern: re.Pattern[str], value: Any) -> bool:
    return isinstance(value, str) and bool(pattern.fullmatch(value))
