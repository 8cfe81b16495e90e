namespace GaitSense.Recording;

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
}
