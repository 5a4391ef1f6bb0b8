"""The commands of docs/operating and of the README, run as they stand: every block that begins with ```sh."""

import os
import re
import shutil
import subprocess
import unittest

from running import POSTGRES, PROGRAM, ROOT, LogTest, Program, ask, free_ports, until

DOCS = ROOT / "docs/operating"


def blocks(page):
    """Each block, and what it needs: "served" where a server stands beside it, "postgres", or nothing."""
    return [(found[1], found[0]) for found in
            re.findall(r"^(?:<!-- (served|postgres) -->\n)?```sh\n(.*?)^```$", page.read_text(), re.M | re.S)]


class DocsTest(LogTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if not shutil.which("curl"):
            raise unittest.SkipTest("no curl")
        cls.work, programs = cls.place / "work", cls.place / "programs"
        cls.work.mkdir()
        programs.mkdir()
        (programs / "depositary").symlink_to(ROOT / PROGRAM)
        (cls.work / "organisations").symlink_to(ROOT / "organisations")
        cls.environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
        cls.functions = ""
        cls.port = free_ports(1)

    def run_block(self, block, **environment):
        # Functions that a page defines hold for its later blocks.
        DocsTest.functions += "".join(line + "\n" for line in block.splitlines() if re.match(r"\w+\(\) \{.*\}$", line))
        script = self.functions + block.replace("localhost:8080", f"127.0.0.1:{self.port}")
        ran = subprocess.run(["bash", "-euo", "pipefail", "-c", script], cwd=self.work, capture_output=True, text=True,
                             env={**self.environment, **environment}, timeout=120)
        self.assertEqual(ran.returncode, 0, f"{block}\n{ran.stdout}{ran.stderr}")
        return ran.stdout

    def run_page(self, name, postgres=False, **environment):
        ran = 0
        for block, needs in blocks(DOCS / name):
            if (needs == "postgres") != postgres:
                continue
            with self.subTest(f"{name}: {block.splitlines()[0]}"):
                if needs == "served":
                    server = Program("serve", self.work / "record.db", "--log-key", self.work / "keys/log.key", "--port",
                                     self.port)
                    until(lambda: ask(f"http://127.0.0.1:{self.port}/log/newest"), server.said)
                    try:
                        self.run_block(block, **environment)
                    finally:
                        server.stop()
                else:
                    self.run_block(block, **environment)
                ran += 1
        self.assertGreater(ran, 0)

    def test_the_pages_in_the_order_in_which_they_are_needed(self):
        self.run_page("keys.md")
        self.run_page("lost-key.md")
        self.run_page("backup.md")
        self.run_page("restore.md")
        self.run_page("lost-server.md")
        self.run_page("witness.md")
        database = self.postgres()
        self.run_page("sqlite-to-postgresql.md", DATABASE=database.database())
        self.assertClean(self.work / "record.db")
        there = {"PATH": f"{POSTGRES}:{self.environment['PATH']}", "PGHOST": str(database.folder), "PGUSER": "postgres"}
        self.run_page("backup.md", postgres=True, DATABASE=database.address("log1"), **there)
        self.run_page("restore.md", postgres=True, DATABASE=database.address("record"), **there)

    def test_the_service_is_one_that_systemd_takes(self):
        if not shutil.which("systemd-analyze"):
            self.skipTest("no systemd-analyze")
        unit = re.search(r"^```ini\n(.*?)^```$", (DOCS / "README.md").read_text(), re.M | re.S)[1]
        file = self.work / "depositary.service"
        file.write_text(unit.replace("/opt/depositary/depositary", str(ROOT / PROGRAM)))
        said = subprocess.run(["systemd-analyze", "verify", "--man=no", file], capture_output=True, text=True)
        self.assertEqual((said.returncode, said.stderr), (0, ""))

    def test_every_page_and_command_that_is_named_is_there(self):
        told = subprocess.run([PROGRAM, "--help"], cwd=ROOT, capture_output=True, text=True).stdout
        for page in [*DOCS.glob("*.md"), ROOT / "README.md"]:
            text = page.read_text()
            for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
                self.assertTrue((page.parent / link).exists(), f"{page.name}: {link}")
            for block in re.findall(r"^```\w*\n(.*?)^```$", text, re.M | re.S):
                for command in re.findall(r"\bdepositary ([a-z-]+)\b(?! \|)", block):
                    self.assertRegex(told, rf"(?m)^  {command} ", f"{page.name}: depositary {command}")


if __name__ == "__main__":
    unittest.main()
