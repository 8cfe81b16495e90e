#!/usr/bin/env python3
"""Means of a walk's summary, made again from its tables alone. Python's standard library is enough.

    python3 samples/redo/means.py RESULTS      a folder that `gaitsense analyze --out RESULTS` made

For each direction and foot: the mean of every quantity over the strides whose column `use` is `steady`, beside the one in summary.json. Exit code 1 where they
differ by more than half a unit of the last digit that the tables have, or where there are more or fewer values.
"""
import csv, json, os, sys


def number(text):
    return float(text) if text else None


def read(folder, name):
    with open(os.path.join(folder, name), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


class Steps:
    """Steps by the landing they end with: what a stride's step and double supports were."""

    def __init__(self, rows):
        self.at = {(row["foot"], row["time_s"]): row for row in rows}
        self.landings = {foot: sorted(row["time_s"] for row in rows if row["foot"] == foot) for foot in ("left", "right")}
        for times in self.landings.values():
            times.sort(key=float)

    def of(self, stride, column):
        row = self.at.get((stride["foot"], stride["end_s"]))
        return number(row[column]) if row else None

    def double_support(self, stride):
        """Both double supports: after the landing that opens the stride, and after the one landing of the other foot in it."""
        first = self.at.get((stride["foot"], stride["start_s"]))
        other = "right" if stride["foot"] == "left" else "left"
        if not stride["start_s"] or not first or not first["double_support_s"]:
            return None
        inside = [t for t in self.landings[other] if float(stride["start_s"]) < float(t) < float(stride["end_s"])]
        second = number(self.at[(other, inside[0])]["double_support_s"]) if len(inside) == 1 else None
        return None if second is None else float(first["double_support_s"]) + second


def share(part, stride):
    time = number(stride["stride_time_s"])
    return None if part is None or not time else 100 * part / time


def quantities(steps):
    """Name in the summary, last digit of the table, value of a stride."""
    def column(name):
        return lambda s: number(s[name])

    def single(s):
        double = steps.double_support(s)
        return None if double is None or not s["stance_time_s"] else float(s["stance_time_s"]) - double

    plain = [("stride_length_m", 5), ("stride_time_s", 6), ("stance_time_s", 6), ("swing_time_s", 6), ("speed_mps", 5), ("clearance_m", 5), ("height_change_m", 5), ("turn_deg", 3)]
    yield from ((name, digits, column(name)) for name, digits in plain)
    yield "angle_at_initial_contact_deg", 3, column("angle_at_ic_deg")
    yield "angle_at_terminal_contact_deg", 3, column("angle_at_tc_deg")
    yield "cadence_steps_per_min", 4, lambda s: 120 / float(s["stride_time_s"]) if number(s["stride_time_s"]) else None
    yield "swing_percent", 4, column("swing_percent")
    same = [("stance_percent", 4), ("loading_percent", 4), ("foot_flat_percent", 4), ("push_off_percent", 4), ("max_sensor_lift_m", 5), ("lateral_excursion_m", 5), ("swing_width_m", 5)]
    same += [("swing_path_length_m", 5), ("peak_swing_speed_mps", 5), ("peak_swing_rate_degps", 3), ("toe_out_deg", 3)]
    yield from ((name, digits, column(name)) for name, digits in same)
    yield "step_time_s", 6, lambda s: steps.of(s, "step_time_s")
    yield "double_support_s", 6, lambda s: steps.of(s, "double_support_s")
    yield "total_double_support_s", 6, steps.double_support
    yield "double_support_percent", 4, column("double_support_percent")
    yield "single_support_s", 6, single
    yield "single_support_percent", 4, column("single_support_percent")


def main(folder):
    strides, steps = read(folder, "strides.csv"), Steps(read(folder, "steps.csv"))
    with open(os.path.join(folder, "summary.json"), encoding="utf-8") as file:
        summary = json.load(file)
    compared = wrong = 0
    for direction in ("forward", "backward"):
        for foot in ("left", "right", "both"):
            used = [s for s in strides if s["use"] == "steady" and s["direction"] == direction and foot in (s["foot"], "both")]
            statistics = summary["statistics"]["steady_" + direction][foot]
            for name, digits, value in quantities(steps):
                values = [v for v in map(value, used) if v is not None]
                said = statistics[name]
                if said["mean"] is None:
                    continue
                mean = sum(values) / len(values) if values else None
                # The summary itself has six decimals.
                same = mean is not None and said["n"] == len(values) and abs(mean - said["mean"]) <= 0.5 * 10**-digits + 0.5e-6
                compared += 1
                wrong += not same
                shown = "-" if mean is None else f"{mean:.6f}"
                print(f"{direction:9} {foot:6} {name:30} n {len(values):5}  tables {shown:>14}  summary {said['mean']:14.6f}" + ("" if same else "  DIFFERENT"))
    print(f"{compared} means compared, {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
