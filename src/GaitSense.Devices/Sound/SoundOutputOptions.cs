namespace GaitSense.Devices;

/// <summary>How an output is fed.</summary>
public sealed record SoundOutputOptions
{
    /// <summary>
    /// Name of the device, as `aplay -L` lists them. <value>The default value is "default": what the desktop plays to, through PipeWire or PulseAudio where
    /// they run.</value>
    /// </summary>
    public string Device { get; init; } = "default";

    /// <summary>
    /// Sound that is rendered ahead, s; 0.01 to 0.5. Less is sooner silent, more forgives a busy machine. A quarter of it is asked for at once.
    /// <value>The default value is 0.04 s.</value>
    /// </summary>
    public double BufferS { get; init; } = 0.04;

    /// <summary>Output latency beyond what the device knows of, s; 0 to 1, from the tap calibration of the route. <value>The default value is 0.</value></summary>
    public double RouteLatencyS { get; init; }
}
