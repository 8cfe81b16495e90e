using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Sensor;

namespace GaitSense.Simulation.Presets;

/// <summary>A person and a script under one name.</summary>
public sealed class SimulationPreset
{
    private readonly Func<double, ScriptBuilder, ScriptBuilder> _script;

    internal SimulationPreset(
        string name, string explanation, GaitParameters person, double durationS, Func<double, ScriptBuilder, ScriptBuilder> script, ImuErrorModel? sensor = null, double fromS = 0)
    {
        (Name, Explanation, Person, DurationS, _script) = (name, explanation, person, durationS, script);
        (Sensor, FromS) = (sensor ?? new ImuErrorModel(), fromS);
    }

    /// <summary>Its name, as the command line takes it.</summary>
    public string Name { get; }

    /// <summary>What it is, in one line.</summary>
    public string Explanation { get; }

    /// <summary>How the person walks.</summary>
    public GaitParameters Person { get; }

    /// <summary>The sensors.</summary>
    public ImuErrorModel Sensor { get; }

    /// <summary>How long the walk takes unless said otherwise, s, give or take a few steps.</summary>
    public double DurationS { get; }

    /// <summary>Where on the walk's clock the recording starts, s.</summary>
    public double FromS { get; }

    /// <summary>The script for a walk of about <paramref name="durationS"/>.</summary>
    public IReadOnlyList<WalkSegment> ScriptFor(double durationS) => _script(durationS, new ScriptBuilder(Person)).Segments;

    /// <summary>Walks and records.</summary>
    /// <param name="seed">Chance. <value>The default is 1.</value></param>
    /// <param name="durationS">About how long, s, 10 or more; the preset's own where null.</param>
    /// <param name="rateHz">Sampling rate, Hz; the preset's own where null.</param>
    /// <param name="sensor">Other sensors than the preset's; null keeps them.</param>
    public SimulatedRecording Record(ulong seed = 1, double? durationS = null, double? rateHz = null, ImuErrorModel? sensor = null)
    {
        if (durationS is { } d) ArgumentOutOfRangeException.ThrowIfLessThan(d, 10, nameof(durationS));
        ImuErrorModel model = sensor ?? Sensor;
        if (rateHz is { } rate) model = model with { RateHz = rate };
        SimulatedWalk walk = Walker.Walk(Person, ScriptFor(durationS ?? DurationS), seed);
        return new SimulatedRecording(walk, model, seed, FromS);
    }
}
