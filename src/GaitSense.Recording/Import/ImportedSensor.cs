using GaitSense.Core;
using GaitSense.Recording.Plain;

namespace GaitSense.Recording.Import;

/// <summary>One sensor found in foreign files.</summary>
/// <param name="Path">The file that holds it; messages name it.</param>
/// <param name="Open">Starts reading its samples.</param>
internal sealed record ImportedSensor(string Path, Func<SensorRows> Open)
{
    /// <summary>All its files, where it has more than one.</summary>
    public IReadOnlyList<string> Files { get; init; } = [Path];

    /// <summary>What the file itself calls it; null where it has no name.</summary>
    public string? Name { get; init; }

    /// <summary>Sensors with the same one share their clock; null: nothing says so.</summary>
    public string? Timeline { get; init; }

    /// <summary>The foot that the file itself says it is on; null: it does not.</summary>
    public Foot? Foot { get; init; }

    /// <summary>Whether its numbers are in the units of a plain recording already, so that each keeps its digits.</summary>
    public bool IsSi { get; init; }

    /// <summary>Whether its times count from the recording's beginning already and stay as they are.</summary>
    public bool KeepsTimes { get; init; }

    /// <summary>Whether the file itself states its units, or the format has but one: then the numbers are trusted up to a sensor's range.</summary>
    public bool HasStatedUnits { get; init; }

    /// <summary>Whether its times are already those of a rate that a person gave.</summary>
    public bool IsEven { get; init; }

    /// <summary>When its recording began, where the file says so besides its times; null: it does not.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>What of the files was left out, in a sentence; null: nothing.</summary>
    public string? Left { get; init; }

    /// <summary>What the file says of the whole recording, where it was exported from one; null: nothing.</summary>
    public PlainRecordingInfo? Recording { get; init; }
}
