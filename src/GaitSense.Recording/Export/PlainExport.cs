using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Results;
using GaitSense.Recording.Samples;
using GaitSense.Recording.Units;
using GaitSense.Reference;

namespace GaitSense.Recording.Export;

/// <summary>Writes a plain recording anew: the same numbers, description and reference, in one folder, checked on the way.</summary>
public static class PlainExport
{
    /// <summary>The files of a recording that an import or this export writes; an older one is never written over.</summary>
    /// <param name="folder">The folder, which need not exist.</param>
    /// <param name="inputs">What is read.</param>
    /// <param name="below">The folder that was given, where this one lies below it.</param>
    /// <exception cref="OutputRefusedException">One is there.</exception>
    public static void RefuseExisting(string folder, IReadOnlyList<string> inputs, string? below = null) =>
        new OutputRule(inputs).CheckFree(folder, [PlainRecording.SessionFile, "left.csv", "right.csv", "left.csv.gz", "right.csv.gz", ReferenceFolder.Name], below);

    /// <summary>Writes it.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="folder">Where it goes; nothing that is there is written over.</param>
    /// <param name="keepsStart">Whether it says when the walk was. Left out, because a place, a day and a walk together tell who walked.</param>
    /// <param name="progress">Called with the share that is done, 0 to 1; null: none.</param>
    /// <param name="stop">Ends it; nothing is left behind.</param>
    /// <exception cref="RecordingFormatException">The recording cannot be read whole, or a file is in the way.</exception>
    /// <exception cref="UnitSlipException">Its numbers are in other units than its format says.</exception>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public static ExportResult Write(PlainRecording recording, string folder, bool keepsStart = false, Action<double>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        RefuseExisting(folder, [recording.Folder]);
        PlainRecordingInfo info = recording.Info with { StartedAt = keepsStart ? recording.Info.StartedAt : null, Sensors = [.. recording.Sensors.Select(s => s with { File = Words.Of(s.Foot) + ".csv" })] };
        using var target = new ExportFolder(folder);
        using var writer = new PlainRecordingWriter(folder, info) { KeepsDigits = true };
        using MergedSampleReader reader = recording.OpenSamples();
        for (ReadOnlySpan<ImuSample> run; !(run = reader.ReadRun(out Foot foot)).IsEmpty;)
        {
            stop.ThrowIfCancellationRequested();
            writer.Write(foot, run);
            progress?.Invoke(reader.Fraction);
        }

        if (reader.Warnings.FirstOrDefault(w => w.IsDamage) is { } damage)
            throw new RecordingFormatException(damage.Path, damage.Line ?? 1, damage.Message + "; only whole files are exported");
        ReferenceData? reference = recording.ReadReference();
        writer.SetReference(reference);
        writer.Complete();
        target.Complete();
        return new ExportResult(
            folder, [.. info.Sensors.Select(s => s.File), PlainRecording.SessionFile], reader.SamplesRead, [.. reader.Warnings.Select(w => w.ToString())]);
    }
}
