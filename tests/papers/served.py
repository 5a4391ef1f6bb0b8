"""The released program on the CSTO's record, for tests that read what it serves with parsers of others."""

import http.client
import os
import socket
import subprocess
import time
import unittest
from urllib.parse import quote, urlsplit

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.environ.get("DEPOSITARY", os.path.join(ROOT, "build/release/depositary"))
PACKAGE = os.path.join(ROOT, "organisations/csto")
URL = "https://record.example.org"  # where the public is said to reach it


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body
        self.type = (headers.get("Content-Type") or "").split(";")[0]

    @property
    def text(self):
        return self.body.decode("utf-8")


class Served(unittest.TestCase):
    """A server for the tests of one class. `package` is the folder it serves."""

    package = PACKAGE

    @classmethod
    def setUpClass(cls):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            cls.port = probe.getsockname()[1]
        cls.server = subprocess.Popen(
            [PROGRAM, "serve", cls.package, "--port", str(cls.port), "--today", "2026-11-21", "--url", URL + "/"],
            cwd=ROOT, stdout=subprocess.DEVNULL)
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", cls.port)).close()
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the server did not answer")

    @classmethod
    def tearDownClass(cls):
        cls.server.terminate()
        assert cls.server.wait(timeout=20) == 0, "the server did not stop cleanly"

    def get(self, path, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", quote(path, safe="/?&=%:+,"), headers={k.replace("_", "-"): v for k, v in headers.items()})
        response = connection.getresponse()
        answer = Answer(response.status, response.headers, response.read())
        connection.close()
        return answer

    def local(self, address):
        """The path of an address that the server gave as a whole one."""
        parts = urlsplit(address)
        self.assertEqual(f"{parts.scheme}://{parts.netloc}", URL, address)
        return parts.path + ("?" + parts.query if parts.query else "")
