"""Several hosts: the server and each copy-holder in a network namespace of its own, one of them cut off and back. Left
out where namespaces may not be made."""

import contextlib
import os
import shutil
import subprocess
import unittest

from running import Log, LogTest, position, until


class Hosts:
    """Hosts on one wire, this one among them: `here` has the address .1, host number N the address .(N+10)."""

    def __init__(self):
        if os.getuid() != 0 or not shutil.which("ip"):
            raise unittest.SkipTest("network namespaces need root and iproute2")
        self.tag = f"dep{os.getpid() % 10000}"
        self.net = f"10.{os.getpid() % 200 + 20}.{os.getpid() // 200 % 250}"
        self.names = []
        self.bridge = self.tag + "br"
        if subprocess.run(["ip", "link", "add", self.bridge, "type", "bridge"], capture_output=True).returncode != 0:
            raise unittest.SkipTest("network namespaces may not be made here")
        self.ip("addr", "add", f"{self.net}.1/24", "dev", self.bridge)
        self.ip("link", "set", self.bridge, "up")

    @staticmethod
    def ip(*words):
        subprocess.run(["ip", *words], check=True, capture_output=True)

    def add(self, number):
        """A host; the words that start a program on it, and its address."""
        name, wire = f"{self.tag}-{number}", f"{self.tag}w{number}"
        try:
            self.ip("netns", "add", name)
        except subprocess.CalledProcessError as error:
            raise unittest.SkipTest(f"network namespaces may not be made here: {error.stderr}") from error
        self.names.append(name)
        self.ip("link", "add", wire, "type", "veth", "peer", "name", "eth0", "netns", name)
        self.ip("link", "set", wire, "master", self.bridge, "up")
        self.ip("-n", name, "addr", "add", f"{self.net}.{10 + number}/24", "dev", "eth0")
        self.ip("-n", name, "link", "set", "eth0", "up")
        self.ip("-n", name, "link", "set", "lo", "up")
        return ["ip", "netns", "exec", name], f"{self.net}.{10 + number}"

    def cut(self, number):
        self.ip("link", "set", f"{self.tag}w{number}", "down")

    def mend(self, number):
        self.ip("link", "set", f"{self.tag}w{number}", "up")

    def end(self):
        for name in self.names:
            with contextlib.suppress(subprocess.CalledProcessError):
                self.ip("netns", "del", name)
        with contextlib.suppress(subprocess.CalledProcessError):
            self.ip("link", "del", self.bridge)


class HostsTest(LogTest):
    def test_a_copy_holder_is_cut_off_and_comes_back(self):
        hosts = Hosts()
        self.addCleanup(hosts.end)
        demo = self.demonstration()
        server, at = hosts.add(0)
        holders = {number: hosts.add(number) for number in (1, 2)}
        log = Log(f"http://{at}:{demo.port}")
        # The same log, with addresses on the wire instead of this machine's own.
        policy = (demo.folder / "policy").read_text()
        for number, (_, address) in holders.items():
            policy = policy.replace(f"127.0.0.1:{demo.port + number}", f"{address}:{demo.port + number}")
            logs = demo.folder / f"copy-holder-{number}" / "logs"
            logs.write_text(logs.read_text().replace("127.0.0.1", at))
        (self.place / "policy").write_text(policy)
        demo.store = demo.imported(self.place / "wired.db", self.place / "policy")
        for number, (before, address) in holders.items():
            demo.holder(number, before=before, address=address)
        demo.serve(before=server, address=at)
        registrar = demo.key("registrar")
        self.addCleanup(demo.stop)

        def hand_in(identity):
            return self.assertKept(log.submit(log.sealed(registrar, position(identity, "RU"))))["entry"]

        first = log.until_witnessed()
        size = hand_in("with-everybody-there") + 1
        confirmed = log.until_witnessed(size)
        self.assertGreater(confirmed.size, first.size)

        # One is away: nothing new is confirmed, and everything else goes on.
        hosts.cut(2)
        for number in range(3):
            size = hand_in(f"with-one-away-{number}") + 1
        until(lambda: "demonstration-copy-holder-1" in log.newest().signers and log.newest().size == size,
              "the other copy-holder did not go on")
        self.assertNotIn("demonstration-copy-holder-2", log.newest().signers)
        self.assertEqual(log.note("/log/checkpoint").size, confirmed.size)
        for path in ("/en", "/ru", "/en/ask/members.json", f"/log/entry/{size - 1}", "/log/keys.json"):
            self.assertEqual(log.get(path).status, 200, path)

        # Back, it is brought what it missed, by a proof from where it was.
        hosts.mend(2)
        caught_up = log.until_witnessed(size)
        self.assertEqual(caught_up.root, log.newest().root)
        for number in (1, 2):
            self.assertEqual(list((demo.folder / f"copy-holder-{number}" / "evidence").glob("*")), [])

        # The server is cut off: a copy-holder still shows its copy, by which others read on.
        hosts.cut(0)
        place = demo.folder / "copy-holder-1" / "mirror"
        until(lambda: [file for file in place.glob("*/checkpoint")
                       if f"\n{size}\n" in file.read_text()], "the copy did not follow")
        hosts.mend(0)
        self.assertEqual(log.until_witnessed(hand_in("after-it-all") + 1).size, size + 1)


if __name__ == "__main__":
    unittest.main()
