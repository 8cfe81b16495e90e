using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Recording;

namespace GaitSense.Sessions;

/// <summary>
/// Both feet's streams on one clock and merged by time, with bounded waiting. Time is what its inputs say, never a clock: the same inputs in the same order
/// give the same blocks, when they happen and when they are replayed.
/// </summary>
/// <param name="feet">The feet, in their order.</param>
/// <param name="options">How their streams become one walk.</param>
internal sealed class FeetMerger(IReadOnlyList<Foot> feet, BleSourceOptions options)
{
    private const int BlockCapacity = 128;

    // A change of the clocks' uncertainty that is worth telling the core, s.
    private const double UncertaintyStepS = 0.0001;

    private readonly MergedFoot[] _feet = [.. feet.Select(f => new MergedFoot(f))];
    private readonly List<SampleBlock> _blocks = [];
    private bool _isLastOpen;
    private HostTime _now = new(long.MinValue / 2), _start;
    private HostTime? _firstReady;
    private double _toldUncertaintyS = double.NaN;

    /// <summary>The latest time that an input said.</summary>
    public HostTime Now => _now;

    /// <summary>When the walk's clock shows 0; null before it began.</summary>
    public HostTime? Start { get; private set; }

    /// <summary>Whether the mere passing of time could bring samples.</summary>
    public bool IsWaiting => Array.Exists(_feet, f => f.Stream?.IsWaiting ?? false);

    /// <summary>A foot's stream is there.</summary>
    public void SetStream(Foot foot, FootStream stream) => Find(foot).Stream = stream;

    /// <summary>Whether a foot's samples flow: a foot that is away is not waited for.</summary>
    public void SetFlowing(Foot foot, bool flows) => Find(foot).Flows = flows;

    /// <summary>Something was taken in, or time has passed: what is due is given up, merged, and made blocks of.</summary>
    /// <param name="time">When; never back.</param>
    public void Advance(HostTime time)
    {
        if (time > _now) _now = time;
        foreach (MergedFoot foot in _feet) foot.Stream?.Poll(_now);
        if (Start is null) Begin();
        Fill(drain: false);
    }

    /// <summary>Somebody asks for something: after all samples so far, and before those that come.</summary>
    public void Ask(string request) => AddBlock().Request = request;

    /// <summary>The walk is over: nothing is waited for.</summary>
    public void Drain() => Fill(drain: true);

    /// <summary>The next block. Whoever receives it owns it.</summary>
    /// <param name="block">The block.</param>
    /// <param name="wholeOnly">Whether one that may still be filled stays.</param>
    public bool TryTake(out SampleBlock block, bool wholeOnly = false)
    {
        block = null!;
        if (_blocks.Count == 0 || (wholeOnly && _isLastOpen && _blocks.Count == 1)) return false;
        block = _blocks[0];
        _blocks.RemoveAt(0);
        _isLastOpen &= _blocks.Count > 0;
        return true;
    }

    private MergedFoot Find(Foot foot) => Array.Find(_feet, f => f.Foot == foot) ?? throw new ArgumentException("No such foot in this walk.", nameof(foot));

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
        if (!all && _now.SecondsSince(_firstReady.Value) < options.LongestStartWaitS) return;
        Start = _start = first.Value;
        foreach (MergedFoot foot in _feet) foot.Stream?.Begin(_start);
    }

    private void Fill(bool drain)
    {
        if (Start is null || Next(drain) is not { } foot) return;
        if (Uncertainty() is { } uncertainty) AddBlock().ClockUncertaintyS = uncertainty;
        for (MergedFoot? next = foot; next is not null; next = Next(drain))
        {
            SampleBlock block = _isLastOpen ? _blocks[^1] : AddBlock();
            block.Add(new FootedSample(next.Foot, next.Stream!.Take()));
            _isLastOpen = block.Count < BlockCapacity;
        }
    }

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

        return isAlone && !drain && _now.SecondsSince(_start) - earliest.Seconds < options.LongestMergeWaitS ? null : next;
    }

    // Bounds are taken as rectangular: a standard uncertainty is a bound over the root of three.
    private double? Uncertainty()
    {
        if (_feet is not [{ Stream: { } one }, { Stream: { } other }]) return null;
        double left = one.UncertaintyS, right = other.UncertaintyS;
        double now = Math.Min(1, Math.Sqrt(((left * left) + (right * right)) / 3));
        if (Math.Abs(now - _toldUncertaintyS) < UncertaintyStepS) return null;
        return _toldUncertaintyS = now;
    }

    private sealed class MergedFoot(Foot foot)
    {
        public Foot Foot => foot;

        public FootStream? Stream { get; set; }

        public bool Flows { get; set; }
    }
}
