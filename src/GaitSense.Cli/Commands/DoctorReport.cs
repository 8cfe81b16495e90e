using GaitSense.Analysis.Summary;
using GaitSense.Core;
using GaitSense.Recording.Checkup;
using GaitSense.Recording.Import;
using GaitSense.Recording.Plain;
using GaitSense.Walk;

namespace GaitSense.Cli.Commands;

/// <summary>What <c>gaitsense doctor</c> found out about a recording.</summary>
/// <param name="Name">The recording's name.</param>
/// <param name="Path">What was given.</param>
/// <param name="Recording">The recording; null where it could not be opened.</param>
/// <param name="Import">How other programs' files were read; null where none were.</param>
/// <param name="Sensors">What the files hold.</param>
/// <param name="Findings">What looks wrong.</param>
internal sealed record DoctorReport(
    string Name, string Path, PlainRecording? Recording, ImportResult? Import, IReadOnlyList<SensorCheckup> Sensors, IReadOnlyList<Finding> Findings)
{
    /// <summary>How the analysis ended; null where there was none.</summary>
    public WalkEnd? Result { get; init; }

    /// <summary>The walk in numbers; null where there was no analysis.</summary>
    public WalkSummary? Summary { get; init; }

    /// <summary>What kept the whole from being read; null where nothing did.</summary>
    public GaitSenseException? Failure { get; init; }

    /// <summary>What the format is called.</summary>
    public string Format => Import?.Format ?? "plain recording";
}
