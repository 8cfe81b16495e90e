#!/usr/bin/env python3
"""Turns ../vectors/*.json into a C table for test_protocol.c: vectors_to_c.py OUT.h. The vectors stay the one truth."""
import json
import pathlib
import sys

VERDICTS = {"ok": "GS_OK", "too-short": "GS_TOO_SHORT", "bad-length": "GS_BAD_LENGTH", "other-version": "GS_VERSION_OTHER",
            "unknown-kind": "GS_UNKNOWN_KIND", "out-of-range": "GS_OUT_OF_RANGE"}
FILES = ["sample-packets", "stream-info", "status", "advertising", "motor", "requests", "answers"]


def names(vectors):
    """All field names of a file, in order of appearance."""
    seen = {}
    for v in vectors:
        for name in v.get("fields", {}):
            if name != "samples":
                seen[name] = None
    return list(seen)


def array(name, data):
    return f"static const uint8_t {name}[] = {{ {', '.join(f'0x{b:02x}' for b in data) or '0'} }};"


def dialogues(folder):
    """The steps of all dialogues, one table; a dialogue begins with a step 'init'."""
    lines, rows = [], []
    for d in json.loads((folder / "dialogues" / "sensor.json").read_text(encoding="utf-8"))["dialogues"]:
        rows.append(f"    {{ {json.dumps(d['name'])}, OP_INIT, 0, 0, 0, 0, 0, 0, 0 }},")
        for s in d["steps"]:
            i = len(rows)
            given, answer = bytes.fromhex(s.get("hex", "")), bytes.fromhex(s.get("answer", ""))
            lines += [array(f"given_{i}", given), array(f"answer_{i}", answer)]
            rows.append(f"    {{ {json.dumps(d['name'])}, OP_{s['op'].upper()}, {s.get('value', 0)}u, {s.get('at', 1000000)}u, given_{i}, {len(given)}, answer_{i}, {len(answer)}, {s.get('do', 0)}u }},")
    return lines + ["static const step dialogue_steps[] = {", *rows, "};"]


def main(out):
    folder = pathlib.Path(__file__).resolve().parent.parent / "vectors"
    lines = ["/* Made by vectors_to_c.py: do not edit. */"]
    for file in FILES:
        vectors = json.loads((folder / f"{file}.json").read_text(encoding="utf-8"))["vectors"]
        ident = file.replace("-", "_")
        fields = names(vectors)
        lines.append(f"enum {{ {', '.join(f'{ident}_{f}' for f in fields)}, {ident}_fields }};")
        rows = []
        for i, v in enumerate(vectors):
            data = bytes.fromhex(v["hex"])
            lines.append(array(f"{ident}_bytes_{i}", data))
            samples = [c for s in v.get("fields", {}).get("samples", []) for c in s]
            lines.append(f"static const int16_t {ident}_samples_{i}[] = {{ {', '.join(map(str, samples)) or '0'} }};")
            values = ", ".join(f"UINT64_C({v['fields'].get(f, 0) & (2 ** 64 - 1)})" if "fields" in v else "0" for f in fields)
            encode = int(v["verdict"] == "ok" and v.get("encode", True))
            rows.append(f"    {{ {json.dumps(v['name'])}, {ident}_bytes_{i}, {len(data)}, {VERDICTS[v['verdict']]}, {encode}, {{ {values} }}, {ident}_samples_{i}, {len(samples) // 6} }},")
        lines += [f"static const vector {ident}[] = {{", *rows, "};"]
    lines += dialogues(folder)
    pathlib.Path(out).write_text("\n".join(lines) + "\n", encoding="utf-8")


main(sys.argv[1])
