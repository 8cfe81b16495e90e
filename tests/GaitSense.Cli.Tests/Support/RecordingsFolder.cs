using System.IO.Compression;
using System.Text;
using GaitSense.Sessions;
using GaitSense.Simulation.Presets;

namespace GaitSense.Cli.Tests;

/// <summary>A folder for one test, with recordings made by the simulation.</summary>
internal sealed class RecordingsFolder : TestFolder
{
    private static readonly Lazy<SimulatedRecording> Simulated = new(() => SimulationPresets.Find("healthy")!.Record(seed: 3, durationS: 15));

    /// <summary>A whole, good recording with truth, as plain CSV that a test may then spoil.</summary>
    public string Recording(string name = "walk")
    {
        string folder = this[name];
        SimulatedRecordings.Write(folder, SimulationPresets.Find("healthy")!, Simulated.Value);
        foreach (string foot in new[] { "left", "right" })
        {
            using (FileStream packed = File.OpenRead(System.IO.Path.Combine(folder, foot + ".csv.gz")))
            using (var unpacked = new GZipStream(packed, CompressionMode.Decompress))
            using (FileStream plain = File.Create(System.IO.Path.Combine(folder, foot + ".csv")))
                unpacked.CopyTo(plain);
            File.Delete(System.IO.Path.Combine(folder, foot + ".csv.gz"));
        }

        Edit(System.IO.Path.Combine(folder, "session.json"), text => text.Replace(".csv.gz", ".csv", StringComparison.Ordinal));
        return folder;
    }

    /// <summary>A good recording of which one file's text was changed.</summary>
    public string Spoiled(string file, Func<string, string> change)
    {
        string folder = Recording();
        Edit(System.IO.Path.Combine(folder, file), change);
        return folder;
    }

    public static void Edit(string path, Func<string, string> change) => File.WriteAllText(path, change(File.ReadAllText(path)), new UTF8Encoding(false));

    /// <summary>Changes the lines after the header.</summary>
    public static string Rows(string csv, Func<string[], int, string[]> change)
    {
        string[] lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', lines.Take(1).Concat(lines.Skip(1).Select((l, i) => string.Join(',', change(l.Split(','), i))))) + "\n";
    }

    /// <summary>What is in a folder, without the notes that say what it was made of.</summary>
    public string[] Files(params string[] parts) =>
        Directory.Exists(this[parts]) ? [.. Directory.GetFiles(this[parts]).Select(f => System.IO.Path.GetFileName(f)).Where(f => !f.EndsWith(".made", StringComparison.Ordinal)).Order(StringComparer.Ordinal)] : [];

    public static IEnumerable<(string Name, string Bytes)> Contents(string folder) =>
        Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(f => (System.IO.Path.GetFileName(f), Convert.ToHexString(File.ReadAllBytes(f))));
}
