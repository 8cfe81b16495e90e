namespace GaitSense.Sessions;

/// <summary>The latency of one sound output, as measured.</summary>
/// <param name="LatencyMs">What it takes beyond what the device knows of, ms.</param>
/// <param name="UncertaintyMs">Standard uncertainty of that, ms.</param>
/// <param name="MeasuredOn">The day.</param>
public sealed record SoundRoute(double LatencyMs, double UncertaintyMs, DateOnly MeasuredOn);
