"""Makes trouble in the Bluetooth lab while a command runs: trouble.py SECONDS ACTION [SECONDS ACTION ...], counted from when a sensor streams.

GaitL return, GaitL vanish ...: told to lab-radio.   off, on: the adapter.   stop, start: bluetoothd.   pull, plug: the adapter itself.
"""
import json
import os
import signal
import socket
import subprocess
import sys
import time

CONTROL = "/run/lab-radio.sock"


def steer(line):
    with socket.socket(socket.AF_UNIX) as s:
        s.connect(CONTROL)
        s.sendall(line.encode() + b"\n")
        return s.recv(65536).decode().strip()


def find(name):
    """Processes whose command has a word that ends in that name: [(pid, words)]."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/cmdline", "rb") as f:
                words = f.read().decode().split("\0")[:-1]
        except OSError:
            continue
        if any(w.endswith("/" + name) for w in words[:2]):
            found.append((int(pid), words))
    return found


def kill(name):
    found = find(name)
    for pid, _ in found:
        os.kill(pid, signal.SIGKILL)
    return found[0][1] if found else None


def power(on):
    subprocess.run(["busctl", "--system", "set-property", "org.bluez", "/org/bluez/hci0", "org.bluez.Adapter1", "Powered", "b", on], check=False, stderr=subprocess.DEVNULL)


def restart(words):
    subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def power_until_on():
    for _ in range(40):
        power("true")
        time.sleep(0.25)
        if b"true" in subprocess.run(["busctl", "--system", "get-property", "org.bluez", "/org/bluez/hci0", "org.bluez.Adapter1", "Powered"],
                                     check=False, capture_output=True).stdout:
            return


killed = {}
while not any(s["streaming"] for s in json.loads(steer("list"))):
    time.sleep(0.1)
began = time.monotonic()
for seconds, action in zip(sys.argv[1::2], sys.argv[2::2]):
    time.sleep(max(0, began + float(seconds) - time.monotonic()))
    if action in ("off", "on"):
        power("true" if action == "on" else "false")
    elif action in ("stop", "pull"):
        killed[action] = kill("bluetoothd" if action == "stop" else "lab-radio")
    elif action in ("start", "plug"):
        restart(killed["stop" if action == "start" else "pull"])
        power_until_on()
    else:
        steer(action)
    print(f"trouble: {action} at {time.monotonic() - began:.1f} s", file=sys.stderr, flush=True)
