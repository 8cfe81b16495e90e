#:package Mono.Cecil@0.11.6
#:property PublishAot=false
// A copy of dotnet-stryker 5.1.0 whose helper, which it compiles into the room that is changed, counts in constant time. Its own looks through a list of all changes under a
// lock whenever a changed line is passed while coverage is taken, and asks a mapped file through a checked accessor in every run: with 3000 changes a test of 1 s took minutes,
// ran into the tool's limit of 10 s, and was then run for every change.
//   dotnet run .ci/stryker.cs FROM TO      FROM: the tool's folder in NuGet's cache; TO: the copy
using Mono.Cecil;

const string Helper = "Stryker.Core.InjectedHelpers.MutantControl.cs";
(string from, string to) = (args[0], args[1]);
(string Old, string New)[] changes =
[
    ("""
            lock (_coverageLock)
            {
                if (!_coveredMutants.Contains(id))
""", """
            bool isStatic = MutantContext.InStatic();
            bool[] seen = isStatic ? _seenStatic : _seen;
            if (id < seen.Length && seen[id]) return;
            lock (_coverageLock)
            {
                if (id < seen.Length) seen[id] = true;
                if (!_coveredMutants.Contains(id))
"""),
    ("""
            _coveredStaticMutants = new System.Collections.Generic.List<int>();
        }
""", """
            _coveredStaticMutants = new System.Collections.Generic.List<int>();
            _seen = new bool[100000];
            _seenStatic = new bool[100000];
        }
"""),
    ("""
        private static string envName = string.Empty;
""", """
        private static string envName = string.Empty;
        private static bool[] _seen = new bool[100000];
        private static bool[] _seenStatic = new bool[100000];
        private static System.IntPtr _mutantAt;
"""),
    ("""
                _mutantAccessor = accessor;
""", """
                _mutantAccessor = accessor;
                _mutantAt = new System.IntPtr(accessor.SafeMemoryMappedViewHandle.DangerousGetHandle().ToInt64() + accessor.PointerOffset);
"""),
    ("""
            if (CaptureCoverage)
            {
                RegisterCoverage(id);
                return false;
            }
""", """
            if (CaptureCoverage)
            {
                RegisterCoverage(id);
                return false;
            }

            if (_mutantMmfReady) return System.Runtime.InteropServices.Marshal.ReadInt32(_mutantAt) == id;
"""),
];

foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
{
    string copy = Path.Combine(to, Path.GetRelativePath(from, file));
    Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
    File.Copy(file, copy, overwrite: true);
}

using ModuleDefinition core = ModuleDefinition.ReadModule(Path.Combine(from, "Stryker.Core.dll"));
EmbeddedResource helper = core.Resources.OfType<EmbeddedResource>().Single(r => r.Name == Helper);
using StreamReader reader = new(helper.GetResourceStream());
string text = reader.ReadToEnd().ReplaceLineEndings("\n");
foreach ((string old, string replacement) in changes)
{
    int count = (text.Length - text.Replace(old, "", StringComparison.Ordinal).Length) / old.Length;
    if (count != 1) throw new InvalidOperationException($"This is not the helper of dotnet-stryker 5.1.0: {count} places, not one, of\n{old}");
    text = text.Replace(old, replacement, StringComparison.Ordinal);
}

core.Resources.Remove(helper);
core.Resources.Add(new EmbeddedResource(Helper, helper.Attributes, System.Text.Encoding.UTF8.GetBytes(text)));
core.Write(Path.Combine(to, "Stryker.Core.dll"));
