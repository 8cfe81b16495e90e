using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace GaitSense.Browser;

/// <summary>
/// What a worker may call. Files are those of the runtime's file system, which is memory and gone with the worker; paths are absolute. A failure comes as an
/// error whose message is one line that says what, where and what to do.
/// </summary>
[SupportedOSPlatform("browser")]
internal static partial class Exports
{
    /// <summary>Puts a file; one of that name is replaced, folders are made.</summary>
    [JSExport]
    internal static void Put(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    /// <summary>A file's bytes.</summary>
    [JSExport]
    internal static byte[] Get(string path) => File.ReadAllBytes(path);

    /// <summary>The names of a folder's files in ordinal order; none where there is no such folder.</summary>
    [JSExport]
    internal static string[] List(string folder) => Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)] : [];

    /// <summary>Removes a folder with all that is in it; memory is scarce.</summary>
    [JSExport]
    internal static void Remove(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    /// <summary>Runs a recording, or replays a session with the cues it was walked with: the result files of <c>gaitsense analyze</c>.</summary>
    /// <param name="recording">Folder of a recording or a session.</param>
    /// <param name="results">Folder to write to.</param>
    /// <returns>How many samples it had.</returns>
    [JSExport]
    internal static int Analyze(string recording, string results) => BrowserWalk.Analyze(recording, results);

    /// <summary>Walks a simulated walk as fast as it can: the result files of <c>gaitsense walk --simulate</c>.</summary>
    /// <param name="preset">Its name, as <c>gaitsense simulate --list</c> shows them.</param>
    /// <param name="seed">Chance, 0 to 2^53.</param>
    /// <param name="durationS">How long, 10 to 86400 s.</param>
    /// <param name="plan">A cue plan's file; empty: no cues.</param>
    /// <param name="results">Folder to write to.</param>
    /// <returns>How many samples it had.</returns>
    [JSExport]
    internal static int Simulate(string preset, double seed, double durationS, string plan, string results) =>
        BrowserWalk.Simulate(preset, (ulong)seed, durationS, plan.Length == 0 ? null : plan, results);

    /// <summary>
    /// Walks with a simulated pair of shoes as fast as it can, and records the session: what <c>gaitsense replay</c> on a computer decides once more.
    /// </summary>
    /// <param name="preset">Its name, as <c>gaitsense simulate --list</c> shows them.</param>
    /// <param name="seed">Chance, 0 to 2^53.</param>
    /// <param name="durationS">How long, 10 to 86400 s.</param>
    /// <param name="plan">A cue plan's file; empty: no cues.</param>
    /// <param name="startedUnixMs">When it begins, ms since 1970.</param>
    /// <param name="session">Folder of the session; must hold none.</param>
    /// <param name="results">Folder to write to.</param>
    /// <returns>How many samples it had.</returns>
    [JSExport]
    internal static int Record(string preset, double seed, double durationS, string plan, double startedUnixMs, string session, string results) =>
        BrowserWalk.Record(preset, (ulong)seed, durationS, plan.Length == 0 ? null : plan, DateTimeOffset.FromUnixTimeMilliseconds((long)startedUnixMs), session, results);

    /// <summary>
    /// Has all that a walk with cues calls compiled and loaded, by walking one: the first packet of a real walk would wait for it. Takes a second or so; call
    /// it before "start" can be pressed.
    /// </summary>
    [JSExport]
    internal static void WarmUp() => BrowserWalk.WarmUp();

    /// <summary>Bytes of managed memory in use, garbage included.</summary>
    [JSExport]
    internal static double ManagedBytes() => GC.GetTotalMemory(forceFullCollection: false);
}
