"""A server whose disk is full takes nothing, loses nothing, and takes acts again when there is room, without a restart."""

import os
import shutil
import subprocess
import sys
import unittest

from running import LogTest, position, run, until

SECONDS = 280
MOST_ACTS = 300  # more than fit into what a store has to spare on a full disk


def fill(file):
    """With zeros, until not one more byte has room."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT)
    try:
        while True:
            os.write(descriptor, bytes(1 << 16))
    except OSError:
        pass
    finally:
        os.close(descriptor)


class RoomTest(LogTest):
    def small_disk(self):
        folder = self.place / "small"
        folder.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=32m", "none", folder], check=True)
        self.addCleanup(subprocess.run, ["umount", folder], check=True)
        return folder

    def test_acts_are_taken_again_when_there_is_room(self):
        if os.environ.get("IN_NAMESPACE") != "yes":
            tried = subprocess.run(["unshare", "-m", "sh", "-c", "mount -t tmpfs none /mnt"], stderr=subprocess.DEVNULL)
            if tried.returncode != 0:
                self.skipTest("no small disk can be mounted here")
            done = subprocess.run(["unshare", "-m", sys.executable, __file__], text=True, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, timeout=SECONDS, env={**os.environ, "IN_NAMESPACE": "yes"})
            self.assertEqual(done.returncode, 0, done.stdout)
            return
        log = self.demonstration()
        small = self.small_disk()
        self.addCleanup(log.stop)  # before the disk goes
        log.folder = shutil.copytree(log.folder, small / "demo")
        log.store = log.folder / "log.db"
        server, registrar = log.serve(), log.key("registrar")

        def hand_in(number):
            return log.submit(log.sealed(registrar, position(f"act-{number}", "RU")))
        self.assertKept(hand_in(0))
        fill(small / "full")
        kept, refused = 1, None
        while kept < MOST_ACTS and not refused:
            answer = hand_in(kept)
            if answer.status == 503:
                refused = answer
            else:
                self.assertKept(answer)
                kept += 1
        self.assertIsNotNone(refused, "the disk was never full")
        refusal = self.assertRefused(refused, "store_failed", 503)
        self.assertEqual(refusal["facts"]["trouble"], "full")
        # Questions are answered meanwhile, and nothing of what was refused is there.
        size = log.newest().size
        self.assertEqual(log.get("/en").status, 200)
        self.assertEqual(log.get(f"/log/entry/{size}").status, 404)
        self.assertEqual(hand_in(kept).status, 503)

        (small / "full").unlink()
        again = until(lambda: (answer := hand_in(kept)) and answer.status == 201 and answer,
                      lambda: f"nothing is taken: {server.said()}")
        self.assertEqual(again.json["entry"], size)
        self.assertEqual(self.assertKept(hand_in(kept + 1))["entry"], size + 1)
        self.assertTrue(server.running())
        self.assertIn("acts are taken again", server.said())
        self.assertClean(log.store)
        # And what it says is on the disk.
        self.assertEqual(server.stop(), 0)
        self.assertClean(log.store)
        self.assertIn(f"{size + 2} entries", run("doctor", log.store).stdout)


if __name__ == "__main__":
    unittest.main()
