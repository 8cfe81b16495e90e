using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using GaitSense.Core;

namespace GaitSense.Analysis.Signal;

/// <summary>
/// The readings of one foot's sensor as a page holds them: packed stretches of at most 20 s, opened when they are viewed, and the least and the greatest reading
/// of at most 8192 spans of equal length, from which the whole walk is drawn at once. An hour at 200 Hz is 4 to 6 MB here, whatever a page then shows of it.
/// </summary>
/// <remarks>
/// A packed stretch is Deflate (RFC 1951) over: the time of each sample after the one before in µs (int32), then for each of six channels the differences of
/// the readings in steps (int16, wrapping), low bytes first and high bytes after them. The least and greatest readings of
/// the spans are not packed, so that they can be drawn before the rest of the page is there: int16, channel by channel.
/// </remarks>
internal sealed class SignalTrack : IDisposable
{
    /// <summary>Channels of a reading: specific force x, y, z and angular rate x, y, z in the sensor's axes.</summary>
    public const int Channels = 6;

    /// <summary>One step of the specific force, m/s²: 33 g fit in 16 bits.</summary>
    public const double AccelStepMps2 = 0.01;

    /// <summary>One step of the angular rate, rad/s: 2000 °/s fit in 16 bits.</summary>
    public const double GyroStepRadPerS = 0.0012;

    private const double MaxStretchS = 20;

    // A hole this long ends a stretch, so that a line is drawn across nothing.
    private const double HoleS = 0.3;
    private const int MaxSpans = 8192;
    private const int MaxSamples = 1 << 15;

    private readonly List<Stretch> _stretches = [];
    private readonly short[] _values = new short[Channels * MaxSamples];
    private readonly int[] _offsetsUs = new int[MaxSamples];
    private readonly short[] _least = new short[Channels * MaxSpans];
    private readonly short[] _greatest = new short[Channels * MaxSpans];
    private readonly MemoryStream _packed = new();
    private int _count;
    private DeviceTime _stretchStart;

    /// <summary>The stretches, in time order.</summary>
    public IReadOnlyList<Stretch> Stretches => _stretches;

    /// <summary>Time of the first sample; null before it.</summary>
    public DeviceTime? First { get; private set; }

    /// <summary>Time of the last sample.</summary>
    public DeviceTime Last { get; private set; }

    /// <summary>Length of a span of the overview, s.</summary>
    public double SpanS { get; private set; } = 0.05;

    /// <summary>Spans of the overview.</summary>
    public int Spans { get; private set; }

    /// <summary>Takes one reading.</summary>
    public void Push(in ImuSample sample)
    {
        if (First is null) First = sample.Time;
        if (sample.Time < Last) return;
        if (_count > 0 && (sample.Time.SecondsSince(_stretchStart) >= MaxStretchS || sample.Time.SecondsSince(Last) > HoleS || _count == MaxSamples)) Pack();
        if (_count == 0) _stretchStart = sample.Time;
        _offsetsUs[_count] = (int)(sample.Time.Microseconds - _stretchStart.Microseconds);
        Span<short> steps = [
            Steps(sample.AccelMps2.X, AccelStepMps2), Steps(sample.AccelMps2.Y, AccelStepMps2), Steps(sample.AccelMps2.Z, AccelStepMps2),
            Steps(sample.GyroRadPerS.X, GyroStepRadPerS), Steps(sample.GyroRadPerS.Y, GyroStepRadPerS), Steps(sample.GyroRadPerS.Z, GyroStepRadPerS)];
        for (int c = 0; c < Channels; c++) _values[(c * MaxSamples) + _count] = steps[c];
        _count++;
        Last = sample.Time;
        Widen(steps, sample.Time.SecondsSince(First.Value));
    }

    /// <summary>Closes the stretch under way: all that came is packed.</summary>
    public void Complete() => Pack();

    /// <summary>The overview: for each channel the least readings of all spans, then for each the greatest; a span without a sample has a least above its greatest.</summary>
    public byte[] Overview()
    {
        byte[] bytes = new byte[2 * 2 * Channels * Spans];
        for (int c = 0; c < Channels; c++)
        {
            Write(_least.AsSpan(c * MaxSpans, Spans), bytes.AsSpan(2 * c * Spans));
            Write(_greatest.AsSpan(c * MaxSpans, Spans), bytes.AsSpan(2 * (Channels + c) * Spans));
        }

        return bytes;

        static void Write(ReadOnlySpan<short> values, Span<byte> to)
        {
            for (int i = 0; i < values.Length; i++) BinaryPrimitives.WriteInt16LittleEndian(to[(2 * i)..], values[i]);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _packed.Dispose();

    private static short Steps(double value, double step) =>
        double.IsFinite(value) ? (short)Math.Clamp(Math.Round(value / step), short.MinValue, short.MaxValue) : (short)0;

    private void Pack()
    {
        if (_count == 0) return;
        _packed.SetLength(0);
        using (var deflate = new DeflateStream(_packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            WriteTimes(deflate);
            for (int c = 0; c < Channels; c++) WriteChannel(deflate, _values.AsSpan(c * MaxSamples, _count));
        }

        _stretches.Add(new Stretch(_stretchStart, Last, _count, _packed.ToArray()));
        _count = 0;
    }

    private void WriteTimes(DeflateStream to)
    {
        byte[] bytes = ArrayPool<byte>.Shared.Rent(4 * _count);
        for (int i = 0; i < _count; i++) BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4 * i), _offsetsUs[i] - (i == 0 ? 0 : _offsetsUs[i - 1]));
        to.Write(bytes.AsSpan(0, 4 * _count));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    private static void WriteChannel(DeflateStream to, ReadOnlySpan<short> values)
    {
        byte[] bytes = ArrayPool<byte>.Shared.Rent(2 * values.Length);
        short before = 0;
        for (int i = 0; i < values.Length; i++)
        {
            short change = unchecked((short)(values[i] - before));
            before = values[i];
            bytes[i] = unchecked((byte)change);
            bytes[values.Length + i] = unchecked((byte)(change >> 8));
        }

        to.Write(bytes.AsSpan(0, 2 * values.Length));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    private void Widen(ReadOnlySpan<short> steps, double seconds)
    {
        int span = (int)(seconds / SpanS);
        while (span >= MaxSpans)
        {
            Halve();
            span = (int)(seconds / SpanS);
        }

        for (; Spans <= span; Spans++)
        {
            for (int c = 0; c < Channels; c++) (_least[(c * MaxSpans) + Spans], _greatest[(c * MaxSpans) + Spans]) = (short.MaxValue, short.MinValue);
        }

        for (int c = 0; c < Channels; c++)
        {
            int at = (c * MaxSpans) + span;
            _least[at] = Math.Min(_least[at], steps[c]);
            _greatest[at] = Math.Max(_greatest[at], steps[c]);
        }
    }

    // Two neighbours become one span of twice the length.
    private void Halve()
    {
        for (int c = 0; c < Channels; c++)
        {
            Span<short> least = _least.AsSpan(c * MaxSpans, Spans), greatest = _greatest.AsSpan(c * MaxSpans, Spans);
            for (int i = 0; i < Spans; i += 2)
            {
                bool isPair = i + 1 < Spans;
                least[i / 2] = isPair ? Math.Min(least[i], least[i + 1]) : least[i];
                greatest[i / 2] = isPair ? Math.Max(greatest[i], greatest[i + 1]) : greatest[i];
            }
        }

        Spans = (Spans + 1) / 2;
        SpanS *= 2;
    }

    /// <summary>Some consecutive readings, packed.</summary>
    /// <param name="Start">Time of the first.</param>
    /// <param name="End">Time of the last.</param>
    /// <param name="Count">How many.</param>
    /// <param name="Packed">The bytes.</param>
    internal sealed record Stretch(DeviceTime Start, DeviceTime End, int Count, byte[] Packed);
}
