using GaitSense.Core;

namespace GaitSense.Streams;

/// <summary>
/// Both feet's streams on one clock and merged by time, with bounded waiting: notifications in, blocks of samples out. Time is what its inputs say, never a
/// clock: the same inputs in the same order give the same blocks, when they happen and when they are replayed. One thread.
/// </summary>
public sealed class FeetStreams : IWalkInput
{
    /// <summary>Time that passes less than this changes nothing, s.</summary>
    public const double TickS = 0.02;

    private const int BlockCapacity = 128;

    // A sample waits at most this long, from when it was taken, for the other foot to come as far, s.
    private const double MaxMergeWaitS = 0.08;

    // The walk begins without a foot whose sensor is not ready so long after the other's, s.
    private const double MaxStartWaitS = 5;

    // A change of the clocks' uncertainty that is worth telling the core, s.
    private const double UncertaintyStepS = 0.0001;

    private readonly MergedFoot[] _feet;
    private readonly List<SampleBlock> _blocks = [];
    private bool _isLastOpen;
    private HostTime _now = new(long.MinValue / 2), _start;
    private HostTime? _firstReady;
    private double _reportedUncertaintyS = double.NaN;

    /// <summary>The streams of one walk.</summary>
    /// <param name="feet">One foot or two, in their order.</param>
    public FeetStreams(IReadOnlyList<FootInput> feet)
    {
        ArgumentNullException.ThrowIfNull(feet);
        if (feet.Count is 0 or > 2 || feet.Select(f => f.Foot).Distinct().Count() != feet.Count)
            throw new ArgumentException("A walk has one sensor or two, on different feet.", nameof(feet));
        _feet = [.. feet.Select(f => new MergedFoot(f))];
    }

    /// <summary>The feet's sensors, in their order.</summary>
    public IReadOnlyList<FootInput> Inputs => [.. _feet.Select(f => f.Input)];

    /// <summary>The recorder of what belongs to no single foot: the passing of time, requests, whether samples flow, the end. Null: none.</summary>
    public IInputLog? Log { get; set; }

    /// <summary>Called with each block as it is taken; returns at once. Null: none.</summary>
    public Action<SampleBlock>? Taken { get; set; }

    /// <summary>When the walk's clock shows 0; null before it began.</summary>
    public HostTime? Start { get; private set; }

    /// <summary>How the links have been, one entry for each foot.</summary>
    public IReadOnlyList<LinkQuality> Links => [.. _feet.Select(f => f.Input.Quality)];

    /// <summary>How long each foot was there in what was merged so far.</summary>
    public IReadOnlyList<FootPresence> Presence
    {
        get
        {
            double walkS = _feet.Max(f => f.LastS);
            return [.. _feet.Select(f => f.Presence(walkS))];
        }
    }

    /// <inheritdoc/>
    public SensorMessage Push(Foot foot, int channel, ReadOnlySpan<byte> value, HostTime arrival)
    {
        SensorMessage message = Find(foot).Input.Take(channel, value, arrival);
        AdvanceTo(arrival);
        return message;
    }

    /// <inheritdoc/>
    public void SetFlowing(Foot foot, bool flows, HostTime now)
    {
        Log?.OnInput(foot, SensorInput.Flowing, now, flows ? 1 : 0, []);
        Find(foot).Flows = flows;
    }

    /// <inheritdoc/>
    public void Ask(string request, HostTime now)
    {
        Log?.OnRequest(now, request);
        AddBlock().Request = request;
    }

    /// <inheritdoc/>
    /// <remarks>The passing of time matters only while something waits for it.</remarks>
    public void Advance(HostTime now)
    {
        if (!Array.Exists(_feet, f => f.Stream?.IsWaiting ?? false) || now.SecondsSince(_now) < TickS) return;
        Log?.OnTime(now);
        AdvanceTo(now);
    }

    /// <inheritdoc/>
    public void End()
    {
        Log?.OnEnded(_now);
        Fill(drain: true);
    }

    /// <summary>Something happens again, as it was told to a log; the passing of time is <see cref="AdvanceTo"/>.</summary>
    /// <param name="foot">To which foot's sensor.</param>
    /// <param name="input">What.</param>
    /// <param name="time">When.</param>
    /// <param name="number">See <see cref="SensorInput"/>.</param>
    /// <param name="value">Its bytes.</param>
    /// <returns>False where it cannot have happened so: something before it is missing, or there is no such foot.</returns>
    public bool Apply(Foot foot, SensorInput input, HostTime time, int number, ReadOnlySpan<byte> value)
    {
        if (TryFind(foot) is not { } merged) return false;
        if (input == SensorInput.Flowing)
        {
            SetFlowing(foot, number != 0, time);
            return true;
        }

        bool isSound = merged.Input.Apply(input, time, number, value);
        if (input == SensorInput.Taken) AdvanceTo(time);
        return isSound;
    }

    /// <summary>Advances the time: samples that are due are released, merged and gathered in blocks.</summary>
    /// <param name="time">When; never back.</param>
    public void AdvanceTo(HostTime time)
    {
        if (time > _now) _now = time;
        foreach (MergedFoot foot in _feet) foot.Stream?.Poll(_now);
        if (Start is null) Begin();
        Fill(drain: false);
    }

    /// <summary>The next block; the caller owns it.</summary>
    /// <param name="block">The block.</param>
    /// <param name="wholeOnly">Whether one that may still be filled stays.</param>
    public bool TryTake(out SampleBlock block, bool wholeOnly = false)
    {
        block = null!;
        if (_blocks.Count == 0 || (wholeOnly && _isLastOpen && _blocks.Count == 1)) return false;
        block = _blocks[0];
        _blocks.RemoveAt(0);
        _isLastOpen &= _blocks.Count > 0;
        Taken?.Invoke(block);
        return true;
    }

    private MergedFoot Find(Foot foot) => TryFind(foot) ?? throw new ArgumentException("No such foot in this walk.", nameof(foot));

    // Once for each notification: a closure would be an allocation.
    private MergedFoot? TryFind(Foot foot)
    {
        foreach (MergedFoot merged in _feet)
            if (merged.Foot == foot) return merged;
        return null;
    }

    // The walk's clock shows 0 at the first sample of the foot that began first.
    private void Begin()
    {
        HostTime? first = null;
        bool all = true;
        foreach (MergedFoot foot in _feet)
        {
            bool isReady = foot.Stream is { IsSettled: true, FirstWaiting: not null };
            all &= isReady;
            if (isReady && foot.Stream!.FirstWaiting is { } at && (first is null || at < first)) first = at;
        }

        if (first is null) return;
        _firstReady ??= _now;
        if (!all && _now.SecondsSince(_firstReady.Value) < MaxStartWaitS) return;
        Start = _start = first.Value;
        foreach (MergedFoot foot in _feet) foot.Stream?.Begin(_start);
    }

    private void Fill(bool drain)
    {
        if (Start is null) return;
        foreach (MergedFoot merged in _feet)
            if (merged.Stream is { } stream && stream.TryTakeUnsureTime(out HostTime from, out HostTime until)) AddBlock().UnsureTime = new UnsureTime(merged.Foot, WalkAt(from), WalkAt(until));
        if (Next(drain) is not { } foot) return;
        if (Uncertainty() is { } uncertainty) AddBlock().ClockUncertaintyS = uncertainty;
        for (MergedFoot? next = foot; next is not null; next = Next(drain))
        {
            SampleBlock block = _isLastOpen ? _blocks[^1] : AddBlock();
            var sample = new FootedSample(next.Foot, next.Stream!.Take());
            next.Note(sample.Sample.Time.Seconds);
            block.Add(sample);
            _isLastOpen = block.Count < BlockCapacity;
        }
    }

    private DeviceTime WalkAt(HostTime host) => DeviceTime.FromSeconds(host.SecondsSince(_start));

    private SampleBlock AddBlock()
    {
        _blocks.Add(new SampleBlock(BlockCapacity));
        _isLastOpen = true;
        return _blocks[^1];
    }

    // The foot whose next sample is the earlier one; a sample whose time the other foot has not reached waits, but not for long.
    private MergedFoot? Next(bool drain)
    {
        MergedFoot? next = null;
        DeviceTime earliest = default;
        bool isAlone = false;
        foreach (MergedFoot foot in _feet)
        {
            if (foot.Stream is null || !foot.Stream.TryPeek(out DeviceTime time)) isAlone |= foot.Flows;
            else if (next is null || time < earliest) (next, earliest) = (foot, time);
        }

        return isAlone && !drain && _now.SecondsSince(_start) - earliest.Seconds < MaxMergeWaitS ? null : next;
    }

    // Bounds are taken as rectangular: a standard uncertainty is a bound over the root of three.
    private double? Uncertainty()
    {
        if (_feet is not [{ Stream: { } one }, { Stream: { } other }]) return null;
        double left = one.UncertaintyS, right = other.UncertaintyS;
        double now = Math.Min(1, Math.Sqrt(((left * left) + (right * right)) / 3));
        if (Math.Abs(now - _reportedUncertaintyS) < UncertaintyStepS) return null;
        return _reportedUncertaintyS = now;
    }

    private sealed class MergedFoot(FootInput input)
    {
        public FootInput Input => input;

        public Foot Foot => input.Foot;

        public FootStream? Stream => input.Stream;

        public bool Flows { get; set; }

        public double LastS { get; private set; }

        private double AwayS { get; set; }

        private int Stretches { get; set; }

        public void Note(double timeS)
        {
            if (timeS - LastS >= FootPresence.MinAwayS) (AwayS, Stretches) = (AwayS + timeS - LastS, Stretches + 1);
            LastS = Math.Max(LastS, timeS);
        }

        public FootPresence Presence(double walkS)
        {
            double atEndS = walkS - LastS >= FootPresence.MinAwayS ? walkS - LastS : 0;
            return new FootPresence(Foot, walkS, AwayS + atEndS, atEndS, Stretches + (atEndS > 0 ? 1 : 0));
        }
    }
}
