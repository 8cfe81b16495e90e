using System.IO.Compression;
using GaitSense.Core;
using GaitSense.Recording.Plain;
using GaitSense.Simulation.Presets;

namespace GaitSense.Simulation.Tests;

/// <summary>The committed sample is what its README's command makes, byte for byte (of the packed files: of what is in them).</summary>
public sealed class SampleTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sample_RegeneratedFromItsSeed_IsTheSame()
    {
        string sample = Repository.At("samples", "there-and-back");
        SimulationPreset preset = SimulationPresets.Find("there-and-back")!;
        Write(_folder["sample"], preset, preset.Record(seed: 1));

        string[] files = ["session.json", "left.csv.gz", "right.csv.gz", "reference/events.csv", "reference/strides.csv"];
        foreach (string file in files)
            Content(Path.Combine(sample, file)).ShouldBe(Content(_folder["sample", file]), file);
    }

    [Fact]
    public void Sample_Walk_HoldsStandingForwardTurnAndBackward()
    {
        SimulationPreset preset = SimulationPresets.Find("there-and-back")!;
        SimulatedWalk walk = preset.Record(seed: 1).Walk;
        walk.DurationS.ShouldBeInRange(40, 60);
        walk.Strides[0].TerminalContactS.ShouldBeGreaterThan(2.5);
        walk.Strides.Count(s => s.Direction == WalkingDirection.Forward).ShouldBeGreaterThan(30);
        walk.Strides.Count(s => s.Direction == WalkingDirection.Backward).ShouldBeGreaterThan(12);
        walk.Strides.Where(s => s.Foot == Foot.Left).Sum(s => s.TurnRad).ShouldBe(Math.PI, 0.2);
    }

    /// <summary>What <c>gaitsense simulate</c> writes.</summary>
    internal static void Write(string folder, SimulationPreset preset, SimulatedRecording recording)
    {
        MountingAxes? mounting = recording.Sensor.MountingDeclared ? recording.Sensor.Mounting : null;
        var info = new PlainRecordingInfo
        {
            Sensors = [new(Foot.Left, "left.csv.gz", recording.Sensor.RateHz, mounting), new(Foot.Right, "right.csv.gz", recording.Sensor.RateHz, mounting)],
            Description = preset.Explanation,
            Source = FormattableString.Invariant($"simulated by GaitSense: preset {preset.Name}, seed {recording.Seed}"),
            Licence = "MIT",
        };
        using var writer = new PlainRecordingWriter(folder, info, gzip: true);
        foreach (Foot foot in (Foot[])[Foot.Left, Foot.Right]) writer.Write(foot, recording.SamplesOf(foot));
        writer.SetReference(recording.Reference);
        writer.Complete();
    }

    private static byte[] Content(string path)
    {
        using FileStream file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
