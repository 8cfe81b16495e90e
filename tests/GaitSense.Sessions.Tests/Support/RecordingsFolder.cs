using GaitSense.Simulation.Presets;

namespace GaitSense.Sessions.Tests;

/// <summary>A folder for one test, with short recordings made by the simulation.</summary>
internal sealed class RecordingsFolder : TestFolder
{
    private static readonly SimulationPreset Preset = SimulationPresets.Find("healthy")!;
    private static readonly Lazy<SimulatedRecording> Simulated = new(() => Preset.Record(seed: 3, durationS: 12));

    public string Recording(params string[] parts)
    {
        string folder = this[parts];
        SimulatedRecordings.Write(folder, Preset, Simulated.Value);
        return folder;
    }

    /// <summary>A recording that cannot be opened: one foot's file is gone.</summary>
    public string Broken(params string[] parts)
    {
        string folder = Recording(parts);
        File.Delete(System.IO.Path.Combine(folder, "left.csv.gz"));
        return folder;
    }

    /// <summary>A recording of which one foot's file was cut in the middle.</summary>
    public string Cut(params string[] parts)
    {
        string folder = Recording(parts), file = System.IO.Path.Combine(folder, "left.csv.gz");
        byte[] whole = File.ReadAllBytes(file);
        File.WriteAllBytes(file, whole[..(whole.Length / 2)]);
        return folder;
    }

    public bool Has(params string[] parts) => File.Exists(this[parts]);

    /// <summary>All files below a folder, with their contents.</summary>
    public SortedDictionary<string, string> Contents(params string[] parts) => new(
        Directory.GetFiles(this[parts], "*", SearchOption.AllDirectories).ToDictionary(f => System.IO.Path.GetRelativePath(this[parts], f), f => Convert.ToHexString(File.ReadAllBytes(f)), StringComparer.Ordinal),
        StringComparer.Ordinal);
}
