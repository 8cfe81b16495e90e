using System.Reflection;
using GaitSense.Analysis.Cohorts;
using GaitSense.Analysis.Summary;
using GaitSense.Core;

namespace GaitSense.Analysis.Walks;

/// <summary>What is known about a walk besides what the core decided. Only <see cref="Recording"/> is required.</summary>
public sealed record WalkContext
{
    /// <summary>Name of the recording or session, for people.</summary>
    public required string Recording { get; init; }

    /// <summary>What the recording says about itself; null when it says nothing.</summary>
    public string? Description { get; init; }

    /// <summary>When the walk began; null when unknown. Reports show it as given, with its offset.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Whose walk it is. <value>The default is unknown.</value></summary>
    public PersonVisit Person { get; init; } = PersonVisit.Unknown;

    /// <summary>Whether both feet share one clock; without it nothing that needs both feet's times is stated. <value>The default is true.</value></summary>
    public bool SharedClock { get; init; } = true;

    /// <summary>Standard uncertainty of the offset between the feet's clocks, s. <value>The default is 0: one clock.</value></summary>
    public double ClockUncertaintyS { get; init; }

    /// <summary>What the samples were like, one entry for each foot that has a sensor. <value>The default is empty: not known.</value></summary>
    public IReadOnlyList<DataQuality> Quality { get; init; } = [];

    /// <summary>
    /// What the reader of the data took for granted, one sentence each.
    /// <value>The default says that samples are taken as m/s², rad/s and seconds.</value>
    /// </summary>
    public IReadOnlyList<string> Assumptions { get; init; } =
        ["Units: specific force in m/s², angular rate in rad/s, time in s on the sensor's own clock."];

    /// <summary>Warnings of those who read the data, one sentence each; the summary adds its own. <value>The default is empty.</value></summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Name of the program. <value>The default is GaitSense.</value></summary>
    public string Software { get; init; } = "GaitSense";

    /// <summary>Version of the program. <value>The default is this library's version.</value></summary>
    public string SoftwareVersion { get; init; } = LibraryVersion;

    /// <summary>The commit that the program was built from. <value>The default is this library's.</value></summary>
    public string SoftwareCommit { get; init; } = LibraryCommit;

    /// <summary>How the numbers were made. <value>The default is without options: not known.</value></summary>
    public RunInfo Run { get; init; } = new() { Options = new Dictionary<string, string>(StringComparer.Ordinal) };

    /// <summary>This library's version, without build metadata.</summary>
    public static string LibraryVersion { get; } = Informational.Split('+')[0];

    /// <summary>The commit that this library was built from; <c>unknown</c> where it was built outside of a repository.</summary>
    public static string LibraryCommit { get; } = Informational.Split('+') is [_, { Length: > 0 } commit, ..] ? commit : "unknown";

    private static string Informational => typeof(WalkContext).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
}
