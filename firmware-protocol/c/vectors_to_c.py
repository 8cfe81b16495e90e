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
            lines.append(f"static const uint8_t {ident}_bytes_{i}[] = {{ {', '.join(f'0x{b:02x}' for b in data) or '0'} }};")
            samples = [c for s in v.get("fields", {}).get("samples", []) for c in s]
            lines.append(f"static const int16_t {ident}_samples_{i}[] = {{ {', '.join(map(str, samples)) or '0'} }};")
            values = ", ".join(f"UINT64_C({v['fields'].get(f, 0) & (2 ** 64 - 1)})" if "fields" in v else "0" for f in fields)
            encode = int(v["verdict"] == "ok" and v.get("encode", True))
            rows.append(f"    {{ {json.dumps(v['name'])}, {ident}_bytes_{i}, {len(data)}, {VERDICTS[v['verdict']]}, {encode}, {{ {values} }}, {ident}_samples_{i}, {len(samples) // 6} }},")
        lines += [f"static const vector {ident}[] = {{", *rows, "};"]
    pathlib.Path(out).write_text("\n".join(lines) + "\n", encoding="utf-8")


main(sys.argv[1])
