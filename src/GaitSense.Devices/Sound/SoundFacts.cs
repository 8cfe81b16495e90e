namespace GaitSense.Devices;

/// <summary>How a sound output is doing.</summary>
/// <param name="Device">What it is, for people.</param>
/// <param name="Frames">Frames rendered so far.</param>
/// <param name="Underruns">How often the device ran dry because frames came too late: missed deadlines.</param>
/// <param name="BufferFrames">Most frames between their rendering and the device.</param>
/// <param name="PeriodFrames">Frames that are asked for at once.</param>
/// <param name="DelayFrames">Frames between hand-over and air, as the device last told.</param>
/// <param name="RouteLatencyS">Output latency beyond what the device knows of, s: headphones on a radio. As calibrated.</param>
/// <param name="Priority">How the thread that renders is scheduled.</param>
/// <param name="Failure">Why there is no sound now; null: there is. A device that is gone is looked for again.</param>
/// <param name="Losses">How often the device was gone.</param>
/// <param name="SilentS">How long it was gone in all, s, until now.</param>
public readonly record struct SoundFacts(
    string Device, long Frames, long Underruns, int BufferFrames, int PeriodFrames, long DelayFrames, double RouteLatencyS, SoundPriority Priority, string? Failure, int Losses = 0, double SilentS = 0)
{
    /// <summary>How long ahead of being heard a sound must be known, s, to be in time whenever that is.</summary>
    public double MinLeadS => ((Math.Max(BufferFrames, DelayFrames) + PeriodFrames) / (double)ISoundOutput.StandardRateHz) + RouteLatencyS;
}
