using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Streams;

/// <summary>The readings of one packet with what they mean: a view, nothing is copied.</summary>
/// <param name="stream">What they mean.</param>
/// <param name="raw">The readings.</param>
internal readonly ref struct PacketReadings(StreamDescription stream, ReadOnlySpan<RawReading> raw)
{
    private readonly ReadOnlySpan<RawReading> _raw = raw;

    public StreamDescription Stream => stream;

    public ReadOnlySpan<RawReading> Raw => _raw;

    public int Length => _raw.Length;

    /// <summary>A reading in SI units.</summary>
    /// <param name="index">Its index.</param>
    /// <param name="time">When it was taken.</param>
    public ImuSample SampleAt(int index, DeviceTime time)
    {
        ref readonly RawReading r = ref _raw[index];
        double a = stream.AccelScaleMps2, g = stream.GyroScaleRadPerS;
        return new ImuSample(time, new Vector3D(r.AccX * a, r.AccY * a, r.AccZ * a), new Vector3D(r.GyrX * g, r.GyrY * g, r.GyrZ * g), Clipped(r.Marks));
    }

    private static Clipping Clipped(SampleMarks marks) =>
        ((marks & SampleMarks.AccelClipped) != SampleMarks.None ? Clipping.Accel : Clipping.None) | ((marks & SampleMarks.GyroClipped) != SampleMarks.None ? Clipping.Gyro : Clipping.None);
}
