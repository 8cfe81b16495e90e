using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Browser.Live;

/// <summary>The facts of a walk in the page, whose links its sensors know.</summary>
/// <param name="sensors">Its sensors, connected.</param>
/// <param name="streams">Their streams.</param>
internal sealed class PageSource(IReadOnlyList<FootSensor> sensors, FeetStreams streams) : SensorSource("walk", streams, new WalkPipelineOptions())
{
    /// <inheritdoc/>
    public override IReadOnlyList<LinkQuality> Links => [.. sensors.Select(s => s.Quality)];

    /// <summary>When an instant of the walk was by the host's clock; null before its first sample.</summary>
    public HostTime? HostAt(DeviceTime time) => Streams.Start?.AddSeconds(time.Seconds);
}
