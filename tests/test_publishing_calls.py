"""Calls to the client leave nothing behind: no setting, no secret."""

import logging
import threading
import time

import pytest

from communique.errors import CommuniqueError
from communique.publishing.calls import ask


def test_the_settings_of_the_client_are_as_before_after_calls_at_once(monkeypatch):
    from huggingface_hub.utils import are_progress_bars_disabled

    ask("x", lambda: None)  # the client sets its level when it is imported
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_DISABLE_PROGRESS_BARS", None)
    logger = logging.getLogger("huggingface_hub")
    monkeypatch.setattr(logger, "level", logging.INFO)
    before = are_progress_bars_disabled()
    seen = []

    def call(n):
        time.sleep(0.01 * (n % 3))
        seen.append((logger.level, are_progress_bars_disabled()))

    threads = [threading.Thread(target=ask, args=("x", lambda n=n: call(n))) for n in range(9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [(logging.ERROR, True)] * 9
    assert logger.level == logging.INFO
    assert are_progress_bars_disabled() == before


@pytest.mark.parametrize(
    "text",
    [
        "hf_abcdefghijkl",
        "Authorization: Bearer abc.def",
        "https://s3/x?X-Amz-Signature=0f0f&X-Amz-Date=1",
        "line\nline\x1b[2J",
        "x" * 5000,
    ],
)
def test_what_the_client_says_is_passed_on_without_secrets_on_one_short_line(text):
    def call():
        raise KeyError(text)

    with pytest.raises(CommuniqueError) as raised:
        ask("org/x: the files", call)
    said = str(raised.value)
    assert said.startswith("org/x: the files: the Hub's client failed: KeyError")
    assert not [secret for secret in ("abcdefgh", "abc.def", "0f0f", "\n", "\x1b") if secret in said]
    assert len(said) < 300
    assert raised.value.__context__ is None
