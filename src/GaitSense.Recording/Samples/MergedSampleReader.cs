using System.Collections;
using GaitSense.Core;
using GaitSense.Recording.Checkup;
using GaitSense.Recording.Import.Tables;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Units;

namespace GaitSense.Recording.Samples;

/// <summary>
/// The samples of both feet in one order: by time, the left foot first at equal times. Where the feet share no clock, by the time since
/// each foot's own first sample: an order for one pass, not a statement about simultaneity. Reads block-wise with flat memory.
/// </summary>
public sealed class MergedSampleReader : IDisposable, IEnumerable<FootedSample>
{
    private readonly Side[] _sides;
    private readonly bool _sharedClock;

    private MergedSampleReader(Side[] sides, bool sharedClock)
    {
        _sides = sides;
        _sharedClock = sharedClock;
    }

    /// <summary>Share of all bytes read so far, 0 to 1; 1 at the end.</summary>
    public double Fraction
    {
        get
        {
            double read = 0, all = 0;
            foreach (Side side in _sides)
            {
                read += side.Reader.Fraction * side.FileBytes;
                all += side.FileBytes;
            }

            return all > 0 ? read / all : 1;
        }
    }

    /// <summary>Samples handed out so far.</summary>
    public long SamplesRead { get; private set; }

    /// <summary>What a person should know about the files. Complete once the end is reached.</summary>
    public IReadOnlyList<RecordingWarning> Warnings => [.. _sides.SelectMany(s => s.Reader.Warnings)];

    /// <summary>Where the times contradict what the recording declares: its rates, and that its feet share a clock; one sentence each. Complete once the end is reached.</summary>
    public IReadOnlyList<string> UnsureTimes =>
    [
        .. _sides.Select(s => TimeFindings.Rate(s.Foot, s.Times?.MeanRateHz is > 0 and var rate ? rate : null, s.StatedHz)).OfType<string>(),
        .. _sharedClock && _sides is [{ Span: { } a }, { Span: { } b }] && TimeFindings.Apart(a, b, out _) is { } apart ? (string[])[apart] : [],
    ];

    /// <summary>Opens all sensors of a recording.</summary>
    /// <exception cref="RecordingFormatException">A file cannot be read, is empty, or lacks a column.</exception>
    public static MergedSampleReader Open(PlainRecording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        List<Side> sides = [];
        try
        {
            foreach (PlainSensor sensor in recording.Sensors.OrderBy(s => s.Foot))
            {
                string path = recording.PathOf(sensor);
                sides.Add(new Side(sensor.Foot, recording.OpenSensor(sensor), new FileInfo(path).Length, new UnitCheck(path)) { StatedHz = sensor.RateHz });
            }
        }
        catch
        {
            foreach (Side side in sides) side.Reader.Dispose();
            throw;
        }

        return new MergedSampleReader([.. sides], recording.Clock == RecordingClock.Shared);
    }

    /// <summary>How many samples one foot gave.</summary>
    internal long SamplesOf(Foot foot) => Array.Find(_sides, s => s.Foot == foot)?.Reader.SamplesRead ?? 0;

    /// <summary>
    /// Hands out the next samples of one foot: as many as come before the other foot's next one, at most a block. Empty only at the end.
    /// The span is good until the next call.
    /// </summary>
    /// <exception cref="RecordingFormatException">A row is not what the format says.</exception>
    /// <exception cref="UnitSlipException">The numbers are not in the units that the format says.</exception>
    internal ReadOnlySpan<ImuSample> ReadRun(out Foot foot)
    {
        foreach (Side side in _sides) side.Refill();
        Side? first = null, other = null;
        foreach (Side side in _sides)
        {
            if (side.IsEmpty) continue;
            // Strictly less, so that the earlier side in the array (the left foot) goes first at equal times.
            if (first is null || side.Key(_sharedClock) < first.Key(_sharedClock)) (first, other) = (side, first);
            else other = side;
        }

        foot = first?.Foot ?? Foot.Left;
        if (first is null) return [];
        ReadOnlySpan<ImuSample> run = first.Take(other is null ? long.MaxValue : other.Key(_sharedClock), _sharedClock);
        SamplesRead += run.Length;
        return run;
    }

    /// <summary>Hands out the next sample; false at the end.</summary>
    /// <inheritdoc cref="ReadRun" path="/exception"/>
    public bool TryRead(out FootedSample sample)
    {
        foreach (Side side in _sides) side.Refill();
        Side? first = null;
        foreach (Side side in _sides)
        {
            if (!side.IsEmpty && (first is null || side.Key(_sharedClock) < first.Key(_sharedClock))) first = side;
        }

        sample = first is null ? default : new FootedSample(first.Foot, first.TakeOne());
        if (first is null) return false;
        SamplesRead++;
        return true;
    }

    /// <inheritdoc/>
    public IEnumerator<FootedSample> GetEnumerator()
    {
        while (TryRead(out FootedSample sample)) yield return sample;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Side side in _sides) side.Reader.Dispose();
    }

    /// <summary>One foot's reader, its block, and the check of its units.</summary>
    private sealed class Side(Foot foot, SampleReader reader, long fileBytes, UnitCheck units)
    {
        private readonly ImuSample[] _block = new ImuSample[512];
        private int _next, _count;
        private bool _ended, _started;
        private long _origin;

        public Foot Foot => foot;

        public SampleReader Reader => reader;

        public long FileBytes => fileBytes;

        public double? StatedHz { get; init; }

        public GapMeter? Times { get; private set; }

        public (Foot Foot, double FromS, double ToS)? Span => Times is { First: { } from, Last: { } to } ? (foot, from.Seconds, to.Seconds) : null;

        public bool IsEmpty => _next == _count;

        public long Key(bool sharedClock) => KeyOf(_block[_next], sharedClock);

        public void Refill()
        {
            if (_next < _count || _ended) return;
            _next = 0;
            _count = reader.Read(_block);
            if (_count == 0)
            {
                _ended = true;
                units.Complete();
            }
            else if (!_started)
            {
                _started = true;
                _origin = _block[0].Time.Microseconds;
                Times = new GapMeter(GapMeter.PeriodOf(_block[.._count]));
            }

            foreach (ref readonly ImuSample sample in _block.AsSpan(0, _count)) Times?.Push(in sample);

            units.Push(_block.AsSpan(0, _count));
            units.ThrowIfSlipped();
        }

        public ImuSample TakeOne() => _block[_next++];

        public ReadOnlySpan<ImuSample> Take(long otherKey, bool sharedClock)
        {
            int start = _next++;
            // The left foot goes first at equal times, so it alone may run up to and including the other's key.
            while (_next < _count && (KeyOf(_block[_next], sharedClock) < otherKey || (foot == Foot.Left && KeyOf(_block[_next], sharedClock) == otherKey)))
                _next++;
            return _block.AsSpan(start, _next - start);
        }

        private long KeyOf(in ImuSample sample, bool sharedClock) => sample.Time.Microseconds - (sharedClock ? 0 : _origin);
    }
}
