"""Of a published folder: the parts that are in it (sbom.cdx.json, CycloneDX) and their licences (THIRD-PARTY-NOTICES.txt).

Arguments: the folder, the lists that CycloneDX made for NuGet and npm for the web's part, the version, the time of the commit (ISO 8601).
A part of NuGet's list is kept where the program's own gaitsense.deps.json says that it is in the folder; the .NET runtime, which is no package of the
project, is added from there. A part without a licence ends it with an error. The same folder and lists give the same bytes.
"""
import json, os, pathlib, sys

folder, nuget, npm, version, at = pathlib.Path(sys.argv[1]), *(json.load(open(p, encoding="utf-8")) for p in sys.argv[2:4]), *sys.argv[4:6]
packages = pathlib.Path(os.environ.get("NUGET_PACKAGES") or pathlib.Path.home() / ".nuget" / "packages")
texts = pathlib.Path(__file__).parent / "licences"
modules = pathlib.Path(__file__).parent.parent / "src" / "GaitSense.Web" / "node_modules"


def add_runtime(name, of):
    purl = f"pkg:nuget/{name}@{of}"
    parts.append({"type": "framework", "bom-ref": purl, "name": name, "version": of, "copyright": "© Microsoft Corporation. All rights reserved.", "licenses": [{"license": {"id": "MIT"}}], "purl": purl})
    places[purl] = packages / name.lower() / of


inside = json.load(open(folder / "gaitsense.deps.json", encoding="utf-8"))
target = inside["targets"][inside["runtimeTarget"]["name"]]
shipped = {name for name, files in target.items() if files.get("runtime") or files.get("native") or files.get("runtimeTargets")}
parts, places = [], {}
for part in nuget["components"]:
    if f"{part['name']}/{part['version']}" in shipped:
        parts.append(part)
        places[part["purl"]] = packages / part["name"].lower() / part["version"].lower()
known = {f"{p['name']}/{p['version']}" for p in parts}
for name, library in inside["libraries"].items():
    if library["type"] == "runtimepack":
        add_runtime(*name.removeprefix("runtimepack.").split("/"))
    elif library["type"] == "package" and name in shipped and name not in known:
        sys.exit(f"{name} is in the folder and in no list of parts")
# The walk's part of the pages has a runtime of its own.
browser = json.load(open(texts.parent.parent / "src" / "GaitSense.Browser" / "obj" / "project.assets.json", encoding="utf-8"))
wasm = next(d for f in browser["project"]["frameworks"].values() for d in f["downloadDependencies"] if d["name"] == "Microsoft.NETCore.App.Runtime.Mono.browser-wasm")
add_runtime(wasm["name"], wasm["version"].strip("[]").split(",")[0])
for part in npm["components"]:
    full = f"{part['group']}/{part['name']}" if part.get("group") else part["name"]
    parts.append(part)
    places[part["purl"]] = modules / full
for part in parts: part.pop("properties", None)
parts.sort(key=lambda p: (p["purl"].split(":")[1].split("/")[0], p["name"].lower(), p["version"]))


def licence(part):
    said = [entry.get("expression") or entry["license"].get("id") or entry["license"].get("name") or "" for entry in part.get("licenses", [])]
    urls = [entry["license"]["url"] for entry in part.get("licenses", []) if "license" in entry and entry["license"].get("url")]
    return " or ".join(s for s in said if s and not s.startswith("Unknown")) or " ".join(urls)


def own_texts(part):
    place = places[part["purl"]]
    names = sorted(f for f in os.listdir(place) if f.lower().startswith(("licen", "unlicen", "third", "notice", "copying")) and f.lower().endswith((".txt", ".md", "license")))
    return {name: (place / name).read_text(encoding="utf-8-sig", errors="replace").replace("\r\n", "\n").strip() for name in names}


lines, long = ["GaitSense is under the MIT licence (LICENSE). In this folder are these parts of others, each under its own:", ""], {}
for part in parts:
    words = licence(part)
    if not words: sys.exit(f"{part['name']} {part['version']}: no licence is said")
    lines.append(f"{part.get('group', '') + '/' if part.get('group') else ''}{part['name']} {part['version']}: {words}")
    if part.get("copyright"): lines.append(f"    {' '.join(part['copyright'].split())}")
    found = own_texts(part)
    for name, text in found.items(): long.setdefault(text, []).append(f"{part['name']} {part['version']} ({name})")
    if not any("licen" in n.lower() for n in found):
        choice = next((t for t in ("MIT", "Apache-2.0", "BSD-3-Clause", "PostgreSQL") if t in words), None)
        if choice is None and "K4os" in part["name"]: choice = "MIT"
        if choice is None: sys.exit(f"{part['name']} {part['version']}: the text of {words} is not in .ci/licences")
        long.setdefault((texts / f"{choice}.txt").read_text(encoding="utf-8").strip(), []).append(f"{part['name']} {part['version']} ({choice})")
for text, whose in long.items(): lines += ["", "=" * 100, *whose, "", text]
(folder / "THIRD-PARTY-NOTICES.txt").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")

bom = {
    "bomFormat": "CycloneDX", "specVersion": nuget["specVersion"], "version": 1,
    "metadata": {"timestamp": at, "component": {"type": "application", "bom-ref": "gaitsense", "name": "gaitsense", "version": version, "licenses": [{"license": {"id": "MIT"}}]}},
    "components": parts,
}
(folder / "sbom.cdx.json").write_text(json.dumps(bom, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
print(f"parts: {len(parts)}, texts of licences: {len(long)}")
