"""A foot for the Bluetooth lab whose firmware is the project's own C reference: lab-radio loads this file, this file calls the shared library.

    make -C firmware-protocol/c                       (leaves artifacts/firmware/libgaitsense_protocol.so)
    ble-lab --sensor name=GaitL,firmware=.../firmware_gaitsense.py,rate=50,wait_start=1 -- ...

The lab makes one notification per tick, so its rate is that of packets: 50 for four samples at 200 Hz. A sensor whose name ends in R is the right foot.
GAITSENSE_FIRMWARE: the shared library. GAITSENSE_RECORDING: a plain recording to play (left.csv[.gz], right.csv[.gz]); without, a gentle swing.
GAITSENSE_RESTART=GaitR:40: that sensor restarts so many seconds after the walk began. The lab passes no environment on: write a file of three lines that
sets it and runs this one (see BleLab.cs).

The walk begins when the first sensor is asked to start, and goes on whether or not anybody listens: both feet take their samples at whole periods since then.
"""
import ctypes
import gzip
import math
import os
import pathlib
import time

BASE = "7a0d{:04x}-390e-4653-984e-1d20b3389a14"
SERVICE, STREAM, CONTROL, INFO, STATUS, MOTOR = (BASE.format(i) for i in range(1, 7))
NOTIFY_INFO, START, STOP, NOTIFY_STATUS = 2, 4, 8, 64
RATE_HZ, PERIOD_US, PACKET = 200, 5000, 4


class Sample(ctypes.Structure):
    _fields_ = [("acc", ctypes.c_int16 * 3), ("gyr", ctypes.c_int16 * 3)]


class Limits(ctypes.Structure):
    _fields_ = [("periods_ns", ctypes.POINTER(ctypes.c_uint32)), ("acc", ctypes.POINTER(ctypes.c_uint16)), ("gyr", ctypes.POINTER(ctypes.c_uint16)),
                ("periods", ctypes.c_uint8), ("accs", ctypes.c_uint8), ("gyrs", ctypes.c_uint8), ("features", ctypes.c_uint8),
                ("firmware", ctypes.c_uint16), ("filter_delay_us", ctypes.c_uint16), ("buffered", ctypes.c_uint16)]


def library():
    here = pathlib.Path(__file__).resolve()
    usual = next((p / "artifacts/firmware/libgaitsense_protocol.so" for p in here.parents if (p / "GaitSense.sln").exists()), None)
    lib = ctypes.CDLL(os.environ.get("GAITSENSE_FIRMWARE") or str(usual))
    lib.gs_sensor_init.restype = ctypes.c_bool
    for f in (lib.gs_sensor_push, lib.gs_sensor_info, lib.gs_sensor_status, lib.gs_sensor_size, lib.gs_sensor_advertising):
        f.restype = ctypes.c_size_t
    return lib


def counts(row):
    """A CSV row in SI as counts of 16 g and 2000 degrees per second."""
    scale = [32768 / (16 * 9.80665)] * 3 + [32768 / math.radians(2000)] * 3
    return [max(-32768, min(32767, round(v * s))) for v, s in zip(row[1:7], scale)]


def recording(foot):
    folder = os.environ.get("GAITSENSE_RECORDING")
    if not folder:
        return None
    for name, opener in ((f"{foot}.csv", open), (f"{foot}.csv.gz", gzip.open)):
        path = pathlib.Path(folder) / name
        if path.exists():
            with opener(path, "rt", encoding="utf-8") as lines:
                next(lines)
                return [counts([float(x) for x in line.split(",")]) for line in lines if line.strip()]
    return None


class Firmware:
    service, stream, advertised = SERVICE, STREAM, [SERVICE]

    def __init__(self, sensor):
        self.sensor, self.lib = sensor, library()
        foot = "right" if sensor.o["name"].endswith("R") else "left"
        self.samples = recording(foot)
        self.keep = ((ctypes.c_uint32 * 1)(PERIOD_US * 1000), (ctypes.c_uint16 * 1)(16000), (ctypes.c_uint16 * 1)(20000))
        self.limits = Limits(*self.keep, 1, 1, 1, 0, 0x0100, 65535, 64)
        self.foot = 2 if foot == "right" else 1
        name, _, seconds = os.environ.get("GAITSENSE_RESTART", "").partition(":")
        self.restart_us = int(float(seconds) * 1e6) if name == sensor.o["name"] else None
        self.state = ctypes.create_string_buffer(self.lib.gs_sensor_size())
        self.packet, self.answer = ctypes.create_string_buffer(512), ctypes.create_string_buffer(20)
        self.boot()
        self.manufacturer = b"\xff\xff" + self.value(self.lib.gs_sensor_advertising)

    def boot(self):
        """The device's clock begins anew, in another epoch."""
        epoch = int.from_bytes(os.urandom(4), "little") | 1
        assert self.lib.gs_sensor_init(self.state, ctypes.byref(self.limits), ctypes.c_uint32(epoch), self.foot)
        self.boot_us = time.monotonic_ns() // 1000
        self.first = self.index = self.packets = 0
        self.mtu = None
        self.is_started = False

    def services(self):
        return [("180a", [("2a29", "read", b"GaitSense"), ("2a24", "read", b"lab foot"), ("2a26", "read", b"1.0")]),
                ("180f", [("2a19", "read notify", b"\x5a")]),
                (SERVICE, [(STREAM, "notify", b""), (CONTROL, "write write-nr notify", b""), (INFO, "read notify", b""), (STATUS, "read notify", b""),
                           (MOTOR, "write write-nr", b"")])]

    def now_us(self):
        return time.monotonic_ns() // 1000 - self.boot_us

    def value(self, encode, *more):
        out = ctypes.create_string_buffer(20)
        size = encode(self.state, *more, out, ctypes.c_size_t(20))
        return out.raw[:size]

    def link(self):
        """The lab has no hook for connects: a link is new when nobody has greeted on it, and its MTU is looked up when needed."""
        if self.sensor.mtu != self.mtu:
            self.mtu = self.sensor.mtu
            self.lib.gs_sensor_set_mtu(self.state, ctypes.c_uint16(self.mtu))

    def on_connect(self):
        self.lib.gs_sensor_connected(self.state, ctypes.c_uint16(23))
        self.mtu = None

    def written(self, char, value):
        if char != CONTROL:
            return
        now, length = self.now_us(), ctypes.c_size_t()
        if value[:1] == b"\x01":
            self.on_connect()  # HELLO opens each connection
        self.link()
        self.lib.gs_sensor_set_subscribed(self.state, ctypes.c_bool(self.subscribed()))
        todo = self.lib.gs_sensor_control(self.state, bytes(value), ctypes.c_size_t(len(value)), ctypes.c_uint64(now), ctypes.c_uint64(self.now_us()), self.answer, ctypes.byref(length))
        if todo & STOP:
            self.sensor.finish("STOP")
        if todo & NOTIFY_INFO:
            self.sensor.notify(INFO, self.value(self.lib.gs_sensor_info))
        if todo & NOTIFY_STATUS:
            self.sensor.notify(STATUS, self.value(self.lib.gs_sensor_status, ctypes.c_uint64(now)))
        if length.value:
            self.sensor.notify(CONTROL, self.answer.raw[:length.value])
        if todo & START:
            self.begin()
            self.sensor.begin("START")

    def begin(self):
        """The lab sends the first packet at once: its samples are the last ones before, at whole periods of the walk."""
        now = time.monotonic_ns() // 1000
        self.walk_us = int(os.environ.setdefault("GAITSENSE_WALK_BEGAN_US", str(now - PACKET * PERIOD_US)))
        self.first, self.index, self.packets = (now - self.walk_us) // PERIOD_US + 1 - PACKET, 0, 0
        self.is_started = True

    def subscribed(self):
        ccc = self.sensor.chars[STREAM].ccc
        return ccc is not None and ccc.value[:1] == b"\x01"

    def read(self, char, value):
        self.link()
        if char == INFO:
            return self.value(self.lib.gs_sensor_info)
        if char == STATUS:
            return self.value(self.lib.gs_sensor_status, ctypes.c_uint64(self.now_us()))
        return value

    def payload(self, n, now_ns):
        """The n-th packet of the stream. Packets between that the air lost were made too: their samples count."""
        if self.restart_us is not None and now_ns // 1000 - self.walk_us > self.restart_us:
            self.restart_us = None
            self.sensor.link.hang_up(0x08)
            self.boot()
        # The lab may ask once more before it has hung up: who has just booted makes no packets, and would be waited for without end.
        if not self.is_started:
            return b""
        body = b""
        while self.packets <= n:
            length = 0
            while length == 0:
                length = self.lib.gs_sensor_push(self.state, ctypes.byref(self.sample(self.first + self.index)),
                                                 ctypes.c_uint64(self.walk_us + (self.first + self.index) * PERIOD_US - self.boot_us), ctypes.c_uint8(0),
                                                 self.packet, ctypes.c_size_t(512))
                self.index += 1
            body = self.packet.raw[:length]
            self.packets += 1
        return body

    def sample(self, i):
        if self.samples:
            c = self.samples[min(i, len(self.samples) - 1)]
        else:
            c = [0, 0, 2048, 0, round(3000 * math.sin(i / RATE_HZ * 2 * math.pi)), 0]
        return Sample((ctypes.c_int16 * 3)(*c[:3]), (ctypes.c_int16 * 3)(*c[3:]))
