using GaitSense.Analysis.Walks;
using GaitSense.Core;
using GaitSense.Feedback.Plan;
using GaitSense.Protocol;
using GaitSense.Recording.Session;
using GaitSense.Streams;

namespace GaitSense.Walk;

/// <summary>The facts of a walk with connected sensors. The radio's owner hands their notifications to the walk.</summary>
public class SensorSource : IWalkSource
{
    /// <summary>A walk with sensors.</summary>
    /// <param name="name">Name of the walk.</param>
    /// <param name="streams">Their streams; each sensor was connected.</param>
    /// <param name="walk">How they sit, and whether the walk begins with a calibration. What is said there about feet and clocks is replaced by what is connected.</param>
    /// <exception cref="ArgumentException">A sensor is not connected.</exception>
    public SensorSource(string name, FeetStreams streams, WalkPipelineOptions walk)
    {
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentNullException.ThrowIfNull(walk);
        if (streams.Inputs.Any(i => i.Kind is null)) throw new ArgumentException("Sensors are connected before the walk.", nameof(streams));
        (Name, Streams) = (name, streams);
        Feet = [.. streams.Inputs.Select(i => i.Foot)];
        Walk = walk with
        {
            HasLeft = Feet.Contains(Foot.Left),
            HasRight = Feet.Contains(Foot.Right),
            SharedClock = Feet.Count == 2 && streams.Inputs.All(i => i.Kind!.Clock != ClockClass.CountedSamples),
        };
        Assumptions = [.. streams.Inputs.Select(i => SensorWords.Of(i.Foot, i.Kind!.Name, 1 / i.Kind.PeriodS, i.Kind.Clock))];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The sensors' streams.</summary>
    public FeetStreams Streams { get; }

    /// <inheritdoc/>
    public string? Description => "Recorded live.";

    /// <inheritdoc/>
    public IReadOnlyList<Foot> Feet { get; }

    /// <inheritdoc/>
    public WalkPipelineOptions Walk { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Assumptions { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [.. Links.SelectMany(LinkWarnings.Of), .. Streams.Presence.SelectMany(LinkWarnings.Of)];

    /// <inheritdoc/>
    public double? Progress => null;

    /// <inheritdoc/>
    /// <remarks>Known once a session is recorded of the walk: the manifest says the same.</remarks>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>How the links have been, one entry for each foot. <value>The default is as far as the notifications tell.</value></summary>
    public virtual IReadOnlyList<LinkQuality> Links => Streams.Links;

    /// <summary>What a session that is recorded of this walk says about itself.</summary>
    /// <param name="startedUtc">When it began, UTC.</param>
    /// <param name="zone">The time zone, IANA where the system knows it.</param>
    /// <param name="startedHost">What the host's monotonic clock showed then.</param>
    /// <param name="person">Who walks.</param>
    /// <param name="deviceOf">Name of a foot's sensor; not its address.</param>
    /// <param name="cues">The cue plan; null where there are no cues.</param>
    public SessionManifest ToManifest(DateTimeOffset startedUtc, string zone, HostTime startedHost, SessionPerson person, Func<Foot, string> deviceOf, CuePlan? cues = null)
    {
        ArgumentNullException.ThrowIfNull(deviceOf);
        StartedAt = startedUtc;
        return new SessionManifest
        {
            Name = Name,
            StartedUtc = startedUtc,
            Zone = zone,
            StartedHostUs = startedHost.Microseconds,
            Person = person,
            Sensors = [.. Streams.Inputs.Select(i => new SessionSensor(i.Foot, deviceOf(i.Foot), i.Kind!.Name, 1 / i.Kind.PeriodS, i.Kind.Clock))],
            Software = WalkContext.LibraryVersion,
            Protocol = ProtocolVersion.Current.ToString(),
            Settings = new SessionSettings
            {
                Walk = Walk,
                Algorithm = Algorithm.Version,
                Cues = cues is null ? null : CuePlanJson.ToElement(cues),
            },
        };
    }
}
