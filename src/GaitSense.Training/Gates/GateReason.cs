namespace GaitSense.Training.Gates;

/// <summary>A gate that holds.</summary>
/// <param name="Key">Its key: the walker's text has the same, the clinician's text "desk." before it.</param>
/// <param name="Holds">What it holds.</param>
public sealed record GateReason(string Key, GateHold Holds)
{
    /// <summary>The key of the clinician's text of a gate.</summary>
    /// <param name="key">The gate's key.</param>
    public static string DeskKey(string key) => "desk." + key;
}
