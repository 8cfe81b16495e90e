namespace GaitSense.Browser.Live;

/// <summary>How a shoe's sensor is.</summary>
internal sealed record PageShoe
{
    /// <summary>A shoe that is not part of the walk.</summary>
    public static PageShoe None { get; } = new() { State = "none" };

    /// <summary>"none", "idle", "connecting", "preparing", "streaming", "waiting" or "failed".</summary>
    public required string State { get; init; }

    /// <summary>Why the last connection ended or the last attempt failed, in a line; empty: all is well.</summary>
    public string Words { get; init; } = "";

    /// <summary>Battery, percent; null: not told.</summary>
    public int? Battery { get; init; }

    /// <summary>Received signal strength, dBm; null: not told.</summary>
    public int? Rssi { get; init; }
}
