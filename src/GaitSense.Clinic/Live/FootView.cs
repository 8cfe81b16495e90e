namespace GaitSense.Clinic.Live;

/// <summary>One foot of a live session.</summary>
/// <param name="Phase">"stance", "swing"; "unknown" before its first sample.</param>
/// <param name="Link">"connected", "connecting", "reconnecting", "lost"; "simulated" or "recorded" where nobody walks; "none" without a sensor.</param>
internal sealed record FootView(string Phase, string Link)
{
    /// <summary>Samples a second, Hz.</summary>
    public double? RateHz { get; init; }

    /// <summary>Samples that did not arrive, percent.</summary>
    public double? LostPercent { get; init; }

    /// <summary>Battery, percent.</summary>
    public int? BatteryPercent { get; init; }

    /// <summary>Length of the last valid stride, m.</summary>
    public double? LastStrideM { get; init; }
}
