using System.Buffers;
using System.Buffers.Binary;

namespace GaitSense.Protocol;

/// <summary>Changes the motion rate in the sensor's own configuration, then takes raw samples: 18 bytes, acceleration / 1024 g, angular rate / 32 °/s, magnetic field.</summary>
internal sealed class Thingy52Session : ScriptedSession
{
    private const int RawSize = 18;
    private const int ConfigurationSize = 9;
    private const int RateOffset = 6;
    private const double GyroEndCounts = 1023 * 32;

    private readonly int _rateHz;

    public Thingy52Session(int rateHz)
    {
        _rateHz = rateHz;
        Stream = VendorUnits.Counts(16, 1023, 1024, 32, rateHz);
        Then(SensorStep.Read(Thingy52Profile.MotionService, Thingy52Profile.Configuration));
    }

    public override void OnRead(ReadOnlySpan<byte> value)
    {
        if (value.Length < ConfigurationSize)
        {
            Refusal = new(SensorRefusalKind.Nonsense, "has a motion configuration of another form; update its firmware");
            return;
        }

        byte[] configuration = value[..ConfigurationSize].ToArray();
        BinaryPrimitives.WriteUInt16LittleEndian(configuration.AsSpan(RateOffset), (ushort)_rateHz);
        Then(
            SensorStep.Write(Thingy52Profile.MotionService, Thingy52Profile.Configuration, configuration),
            SensorStep.Subscribe(Thingy52Profile.MotionService, Thingy52Profile.Raw));
    }

    public override OperationStatus Decode(Guid characteristic, ReadOnlySpan<byte> value, Span<RawReading> readings, out int count)
    {
        RequireRoom(readings);
        count = 0;
        if (characteristic != Thingy52Profile.Raw) return Counters.Count(PacketFault.UnknownKind);
        if (value.Length != RawSize) return Counters.Count(value.Length < RawSize ? PacketFault.TooShort : PacketFault.BadLength);
        RawSample s = RawSample.Parse(value);
        bool accelEnd = IsBeyond(s.AccX, 16 * 1024) || IsBeyond(s.AccY, 16 * 1024) || IsBeyond(s.AccZ, 16 * 1024);
        bool gyroEnd = IsBeyond(s.GyrX, GyroEndCounts) || IsBeyond(s.GyrY, GyroEndCounts) || IsBeyond(s.GyrZ, GyroEndCounts);
        SampleMarks marks = VendorUnits.Marks(accelEnd, gyroEnd);
        readings[0] = new(s.AccX, s.AccY, s.AccZ, s.GyrX, s.GyrY, s.GyrZ, 0, NextIndex(), marks);
        count = 1;
        Counters.CountSamples(1);
        return Counters.Count(PacketFault.None);
    }

    // It knows no stop beside switching the notifications off, which the end of the link does.
    protected override IEnumerable<SensorStep> StopSteps() => [];

    private static bool IsBeyond(short count, double end) => Math.Abs((int)count) >= end - 1;
}
