using GaitSense.Core;
using GaitSense.Simulation.Presets;
using GaitSense.Streams;
using GaitSense.Training.TimedTests;
using GaitSense.Walk;

namespace GaitSense.Clinic.Courses;

/// <summary>
/// A simulated person at a timed test, attempt after attempt. Either the person waits for "go" each time, as a person does, or all attempts have their times, which a hand is told beforehand.
/// Between two attempts the person is back at the start at once: nobody has to watch the way back.
/// </summary>
public sealed class CourseSource : IBlockSource
{
    // Small blocks: what is read ahead of "go" must be standing.
    private const int BlockSamples = 8;

    private readonly SimulationPreset _preset;
    private readonly ulong _seed;
    private readonly Func<int, CourseTrial?> _trial;
    private readonly bool _waits;
    private readonly CourseSide[] _sides;
    private readonly double _periodS;
    private readonly List<(double AtS, CourseTrial Trial)> _begun = [];
    private readonly Lock _gate = new();
    private CourseTrial? _current;
    private double _atS;
    private int _count;
    private bool _isWalking;
    private double? _goS;

    /// <summary>A person who does attempts.</summary>
    /// <param name="name">Name of the walk.</param>
    /// <param name="preset">The person and the sensors.</param>
    /// <param name="seed">Chance of the sensors.</param>
    /// <param name="trial">An attempt by its number, from 0; null: there are no more.</param>
    /// <param name="waits">Whether the person waits for <see cref="Go"/>.</param>
    public CourseSource(string name, SimulationPreset preset, ulong seed, Func<int, CourseTrial?> trial, bool waits)
    {
        ArgumentNullException.ThrowIfNull(preset);
        (Name, _preset, _seed, _trial, _waits, _periodS) = (name, preset, seed, trial, waits, 1 / preset.Sensor.RateHz);
        _sides = [new(_periodS), new(_periodS)];
        MountingAxes? mounting = preset.Sensor.MountingDeclared ? preset.Sensor.Mounting : null;
        Walk = new WalkPipelineOptions { Left = new FootPipelineOptions { Mounting = mounting }, Right = new FootPipelineOptions { Mounting = mounting }, SharedClock = true };
    }

    /// <summary>A person who waits for "go" at each attempt of a test.</summary>
    /// <param name="preset">The person and the sensors.</param>
    /// <param name="setting">The test.</param>
    /// <param name="seed">Chance.</param>
    public static CourseSource Waiting(SimulationPreset preset, TestSetting setting, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(preset);
        return new(preset.Name, preset, seed, i => CourseTrial.Of(setting, i, preset.Person, seed), waits: true);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string? Description => _preset.Explanation;

    /// <inheritdoc/>
    public IReadOnlyList<Foot> Feet => BothFeet.InOrder;

    /// <inheritdoc/>
    public WalkPipelineOptions Walk { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Assumptions => [SimulatedRecording.Assumption];

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [];

    /// <inheritdoc/>
    public double? Progress => null;

    /// <summary>When attempts begin whose times are known beforehand, s.</summary>
    /// <param name="trials">The attempts.</param>
    public IReadOnlyList<double> Begins(IReadOnlyList<CourseTrial> trials)
    {
        double[] at = new double[trials.Count];
        for (int i = 1; i < at.Length; i++) at[i] = at[i - 1] + LengthS(trials[i - 1]);
        return at;
    }

    /// <summary>"Go" is said; whoever waits walks. From any thread.</summary>
    /// <param name="timeS">When, s on the walk's time.</param>
    public void Go(double timeS)
    {
        lock (_gate) _goS = timeS;
    }

    /// <summary>The attempt that had its "go" at a time; null: none.</summary>
    /// <param name="goS">When, s on the walk's time.</param>
    public CourseTrial? At(double goS)
    {
        lock (_gate) return _begun.Count == 0 ? null : _begun.MinBy(b => Math.Abs(b.AtS + b.Trial.GoS - goS)).Trial;
    }

    /// <inheritdoc/>
    public bool TryRead(out SampleBlock block)
    {
        block = null!;
        TakeGo();
        if (!_sides[0].HasNext && !_sides[1].HasNext && !Begin()) return false;
        block = new SampleBlock(BlockSamples);
        while (block.Count < BlockSamples && (_sides[0].HasNext || _sides[1].HasNext))
        {
            Foot foot = !_sides[1].HasNext || (_sides[0].HasNext && _sides[0].NextS <= _sides[1].NextS) ? Foot.Left : Foot.Right;
            block.Add(new FootedSample(foot, _sides[(int)foot].Take()));
        }

        return true;
    }

    private double NowS => Math.Max(_sides[0].LastS, _sides[1].LastS) + _periodS;

    private void TakeGo()
    {
        double timeS;
        lock (_gate)
        {
            // The person stands until the samples have come to "go".
            if (!_waits || _goS is not { } go || NowS < go) return;
            (timeS, _goS) = (go, null);
        }

        // Who stands behind the second line is at the first one again.
        if (_isWalking && (_sides[0].CourseS < _current!.WalkedByS || !Begin())) return;
        foreach (CourseSide side in _sides) side.Go(timeS);
        _isWalking = true;
        lock (_gate) _begun.Add((timeS - _current!.GoS, _current));
    }

    private bool Begin()
    {
        double at = _current is null ? 0 : _waits ? NowS : _atS + LengthS(_current);
        if (_trial(_count++) is not { } next) return false;
        (_current, _atS, _isWalking) = (next, at, false);
        SimulatedRecording recording = new(next.Walk, _preset.Sensor, _seed);
        foreach (Foot foot in BothFeet.InOrder) _sides[(int)foot].Begin([.. recording.Readings(foot)], at, next.GoS, _waits);
        if (!_waits)
            lock (_gate) _begun.Add((at, next));
        return true;
    }

    // A whole number of samples, so that the sensor's beat goes on.
    private double LengthS(CourseTrial trial) => (Math.Floor(trial.Walk.DurationS / _periodS) + 1) * _periodS;
}
