"""Fifty tablets at once on the served product: daphne over TCP, one store for all."""

import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import product
from threading import Barrier
from urllib.parse import urlsplit
from uuid import uuid4

import pytest

pytestmark = pytest.mark.integrity

THREADS = 50
JUDGES, ENTRIES, ASPECTS = 5, 3, 4
TOKEN = "a" * 32

# One process makes the halls of all tests: the factories count from one in each.
BUILD = f"""
import json
from django.test import Client
from tests.scoring.halls import build_hall, judged

def session_of(judge):
    client = Client()
    client.force_login(judge)
    return client.cookies["sessionid"].value

def described(hall):
    aspects = [hall.aspect(position) for position in range(1, {ASPECTS} + 1)]
    sheets = [hall.sheet(entry=entry) for entry in range({ENTRIES})]
    return {{
        "event": str(hall.event.pk),
        "sessions": [session_of(judge) for judge in hall.judges],
        "aspects": [str(each.pk) for each in aspects],
        "sheets": [str(each.pk) for each in sheets],
    }}

scores = [judged("1.00")] * {ASPECTS}
halls = [build_hall(*scores, judges={JUDGES}, entries={ENTRIES}) for _ in range(2)]
print("halls=" + json.dumps([described(hall) for hall in halls]))
"""

STORED = """
import json
from scoring.models import Mark, MarkOperation
operations = MarkOperation.objects.filter(event="{event}").order_by("server_seq")
print("stored=" + json.dumps({{
    "marks": Mark.objects.filter(sheet__entry__event="{event}").count(),
    "sequence": list(operations.values_list("server_seq", flat=True)),
}}))
"""


@dataclass
class Tablet:
    """A judge's tablet that has opened the event: its cookies and where it sends."""

    host: str
    event: str
    session: str
    device: str = ""

    def open(self):
        """Fetch the worklist, with which a tablet becomes known."""
        answer, _body = self._ask("GET", "worklist")
        self.device = answer.headers["Set-Cookie"].split(";")[0]
        return self

    def send(self, operation):
        """Send a batch of one; return the answer to the operation."""
        answer, body = self._ask(
            "POST", "operations", json.dumps({"operations": [operation]})
        )
        assert answer.status == 200, body
        return json.loads(body)["answers"][0]

    def _ask(self, method, name, body=None):
        cookies = [f"sessionid={self.session}", f"csrftoken={TOKEN}", self.device]
        headers = {
            "Cookie": "; ".join(each for each in cookies if each),
            "X-CSRFToken": TOKEN,
            "Content-Type": "application/json",
        }
        connection = HTTPConnection(self.host, timeout=60)
        try:
            connection.request(
                method, f"/api/v1/events/{self.event}/{name}", body, headers
            )
            answer = connection.getresponse()
            return answer, answer.read().decode()
        finally:
            connection.close()


@dataclass
class Hall:
    """An event on the served product, and the tablets of its judges."""

    served: object
    event: str
    aspects: list[str]
    sheets: list[str]
    tablets: list[Tablet]

    def operation(self, aspect=0, sheet=0):
        """Return a score of two for one aspect of one sheet."""
        return {
            "op_id": str(uuid4()),
            "sequence": 1,
            "kind": "mark",
            "sheet_id": self.sheets[sheet],
            "aspect_id": self.aspects[aspect],
            "value": "2",
            "base_version": 0,
        }

    def stored(self):
        """Return how many marks there are, and the order of the operations."""
        return told(self.served, STORED.format(event=self.event))


def told(served, script):
    printed = served.manage("shell", "--verbosity", "0", "-c", script)
    return json.loads(printed.partition("=")[2])


@pytest.fixture(scope="module")
def halls(served):
    return iter(told(served, BUILD))


@pytest.fixture
def hall(served, halls):
    made = next(halls)
    host = urlsplit(served.url).netloc
    tablets = [
        Tablet(host, made["event"], session).open() for session in made["sessions"]
    ]
    return Hall(served, made["event"], made["aspects"], made["sheets"], tablets)


def at_once(requests):
    """Send every (tablet, operation) from a thread of its own, all together."""
    gate = Barrier(len(requests))

    def send(request):
        tablet, operation = request
        gate.wait()
        return tablet.send(operation)

    with ThreadPoolExecutor(len(requests)) as pool:
        return list(pool.map(send, requests))


def test_the_same_operation_from_fifty_connections_counts_once(hall):
    operation = hall.operation()

    answers = at_once([(hall.tablets[0], operation)] * THREADS)

    assert Counter(each["status"] for each in answers) == {200: THREADS}
    assert Counter(each["replayed"] for each in answers) == {False: 1, True: 49}
    assert hall.stored() == {"marks": 1, "sequence": [1]}


def test_fifty_operations_from_fifty_connections_all_count(hall):
    places = list(product(range(JUDGES), range(ASPECTS), range(ENTRIES)))[:THREADS]
    requests = [
        (hall.tablets[seat], hall.operation(aspect, sheet))
        for seat, aspect, sheet in places
    ]

    answers = at_once(requests)

    assert Counter(each["status"] for each in answers) == {200: THREADS}
    assert {each["op_id"] for each in answers} == {op["op_id"] for _, op in requests}
    everything = list(range(1, THREADS + 1))
    assert sorted(each["server_seq"] for each in answers) == everything
    assert hall.stored() == {"marks": THREADS, "sequence": everything}
