using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Recording.Files;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Results;
using GaitSense.Simulation.Presets;
using GaitSense.Walk;

namespace GaitSense.Sessions;

/// <summary>Turns simulated walks into plain recordings with their truth as reference.</summary>
public static class SimulatedRecordings
{
    /// <summary>The files that <see cref="Write"/> makes; the first is the one that their note is named by.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [PlainRecording.SessionFile, "left.csv.gz", "right.csv.gz", .. ReferenceFolder.Files.Select(f => $"{ReferenceFolder.Name}/{f}")];

    /// <summary>A simulated walk as a source, as fast as it can be read. For its real speed, put a <see cref="PacedSource"/> around it.</summary>
    /// <param name="name">Name of the walk.</param>
    /// <param name="description">What it is.</param>
    /// <param name="recording">What its sensors recorded.</param>
    /// <param name="options">How large its blocks are.</param>
    /// <param name="untilS">When the walk is cut, s, as a live walk is that was asked to end then; null: at its own end.</param>
    public static SampledSource SourceOf(string name, string? description, SimulatedRecording recording, ReadOptions options, double? untilS = null)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentNullException.ThrowIfNull(options);
        return new SampledSource(
            name, description, recording.Readings(Foot.Left, untilS), recording.Readings(Foot.Right, untilS), recording.DeclaredMounting, [SimulatedRecording.Assumption], Math.Min(untilS ?? double.PositiveInfinity, recording.Walk.DurationS), options.BlockSamples);
    }

    /// <summary>Writes a plain recording folder with <c>reference/</c>.</summary>
    /// <param name="folder">Where it goes.</param>
    /// <param name="preset">What was simulated.</param>
    /// <param name="recording">The simulated recording.</param>
    /// <param name="options">What was asked for besides preset and seed, as typed; empty for nothing.</param>
    /// <param name="note">The note of its files, from <see cref="OutputRule.Check"/>; null: there is none.</param>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public static void Write(string folder, SimulationPreset preset, SimulatedRecording recording, string options = "", OutputNote? note = null)
    {
        ArgumentNullException.ThrowIfNull(preset);
        MountingAxes? mounting = recording.DeclaredMounting;
        var info = new PlainRecordingInfo
        {
            Sensors =
            [
                new PlainSensor(Foot.Left, "left.csv.gz", recording.Sensor.RateHz, mounting),
                new PlainSensor(Foot.Right, "right.csv.gz", recording.Sensor.RateHz, mounting),
            ],
            Clock = RecordingClock.Shared,
            Description = preset.Explanation,
            Source = RecordingOrigin.OfPreset(preset.Name, recording.Seed) + options,
            Licence = "MIT",
        };
        using var writer = new PlainRecordingWriter(folder, info, gzip: true) { Note = note };
        foreach (Foot foot in new[] { Foot.Left, Foot.Right }) writer.Write(foot, recording.SamplesOf(foot));
        writer.SetReference(recording.Reference);
        writer.Complete();
    }
}
