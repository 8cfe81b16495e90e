using GaitSense.Analysis.Cohorts;
using GaitSense.Core;

namespace GaitSense.Walk;

/// <summary>The source of a walk: sensors, a recording, a simulated walker. Its facts; how its samples are read is in the interfaces beside this one.</summary>
public interface IWalkSource
{
    /// <summary>Name of the walk, for people and for folders.</summary>
    string Name { get; }

    /// <summary>What the source says about itself; null when it says nothing.</summary>
    string? Description { get; }

    /// <summary>When the walk began, with the offset that was noted; null where it is not known. <value>The default is null.</value></summary>
    DateTimeOffset? StartedAt => null;

    /// <summary>Whose walk it is, as far as the source says so. <value>The default is unknown.</value></summary>
    PersonVisit Person => PersonVisit.Unknown;

    /// <summary>The feet that have a sensor; at least one.</summary>
    IReadOnlyList<Foot> Feet { get; }

    /// <summary>What is known about the sensors and their clocks.</summary>
    WalkPipelineOptions Walk { get; }

    /// <summary>What was taken for granted, one sentence each.</summary>
    IReadOnlyList<string> Assumptions { get; }

    /// <summary>What a person should know about the data, one sentence each; complete once everything was read.</summary>
    IReadOnlyList<string> Warnings { get; }

    /// <summary>How much was read, 0 to 1; null where the end is not known. May be read from any thread.</summary>
    double? Progress { get; }
}
