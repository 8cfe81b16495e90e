using GaitSense.Core;
using GaitSense.Reference;
using GaitSense.Simulation.Sensor;

namespace GaitSense.Simulation.Presets;

/// <summary>What two simulated sensors recorded of a walk, with the truth on the recording's clock.</summary>
public sealed class SimulatedRecording
{
    private readonly Lazy<ImuSample[]> _left, _right;

    /// <summary>Records a walk.</summary>
    /// <param name="walk">The walk.</param>
    /// <param name="sensor">The errors of both sensors; chance differs between them.</param>
    /// <param name="seed">The same seed gives the same recording, bit for bit.</param>
    /// <param name="fromS">Where on the walk's clock the recording starts, s; may be in the middle of a swing.</param>
    public SimulatedRecording(SimulatedWalk walk, ImuErrorModel sensor, ulong seed, double fromS = 0)
    {
        ArgumentNullException.ThrowIfNull(walk);
        ArgumentNullException.ThrowIfNull(sensor);
        (Walk, Sensor, Seed, FromS) = (walk, sensor, seed, fromS);
        _ = Readings(Foot.Left); // what is impossible is refused here, not when samples are asked for
        _left = new(() => [.. Readings(Foot.Left)]);
        _right = new(() => [.. Readings(Foot.Right)]);
        Reference = fromS == 0 ? walk.Reference : walk.Reference.From(fromS);
    }

    /// <summary>The walk itself. Its times are those of this recording plus <see cref="FromS"/>.</summary>
    public SimulatedWalk Walk { get; }

    /// <summary>The sensors' errors.</summary>
    public ImuErrorModel Sensor { get; }

    /// <summary>The seed of walk and sensors.</summary>
    public ulong Seed { get; }

    /// <summary>Where on the walk's clock the recording starts, s.</summary>
    public double FromS { get; }

    /// <summary>Events and strides that lie wholly in the recording, on its clock.</summary>
    public ReferenceData Reference { get; }

    /// <summary>What is taken for granted of a simulated walk, in a sentence.</summary>
    public const string Assumption = "The walk is simulated: no person walked it.";

    /// <summary>The mounting that the recording declares; null where it declares none.</summary>
    public MountingAxes? DeclaredMounting => Sensor.MountingDeclared ? Sensor.Mounting : null;

    /// <summary>The readings of one foot's sensor, in time order.</summary>
    public ReadOnlySpan<ImuSample> SamplesOf(Foot foot) => MemoryOf(foot).Span;

    /// <summary>The same samples, to keep.</summary>
    /// <param name="foot">The foot.</param>
    public ReadOnlyMemory<ImuSample> MemoryOf(Foot foot) => (foot == Foot.Left ? _left : _right).Value;

    /// <summary>The same samples one by one, made as they are asked for: hours of them need no memory.</summary>
    /// <param name="foot">The foot.</param>
    /// <param name="untilS">Where they are cut, s, as a live walk is that was asked to end then. <value>The default is null: at the walk's own end.</value></param>
    public IEnumerable<ImuSample> Readings(Foot foot, double? untilS = null)
    {
        IEnumerable<ImuSample> all = SimulatedSensor.Readings(Walk[foot], Sensor, FromS, Walk.DurationS, Seed);
        return untilS is { } end ? all.TakeWhile(s => s.Time.Seconds < end) : all;
    }
}
