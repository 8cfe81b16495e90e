using System.Buffers;

namespace GaitSense.Protocol;

/// <summary>Starts mode 21 (rate quantities): first the notifications, then the mode, as the maker demands.</summary>
internal sealed class MovellaDotSession : ScriptedSession
{
    private const byte Mode = MovellaDotPayload.RateQuantities;
    private const float AccelEndMps2 = 156, GyroEndDegPerS = 1999;

    public MovellaDotSession()
    {
        Stream = new()
        {
            AccelScaleMps2 = 1,
            GyroScaleRadPerS = VendorUnits.RadPerDeg,
            AccelRangeMps2 = 16 * VendorUnits.StandardGravityMps2,
            GyroRangeRadPerS = 2000 * VendorUnits.RadPerDeg,
            PeriodS = 1.0 / 60,
            TimestampBits = 32,
            TimestampHz = 1e6,
        };
        Then(
            SensorStep.Subscribe(MovellaDotProfile.MeasurementService, MovellaDotProfile.MediumPayload),
            SensorStep.Write(MovellaDotProfile.MeasurementService, MovellaDotProfile.Control, new byte[] { 0x01, 0x01, Mode }));
    }

    public override OperationStatus Decode(Guid characteristic, ReadOnlySpan<byte> value, Span<RawReading> readings, out int count)
    {
        RequireRoom(readings);
        count = 0;
        if (characteristic != MovellaDotProfile.MediumPayload) return Counters.Count(PacketFault.UnknownKind);
        PacketFault fault = MovellaDotPayload.Check(Mode, value);
        if (fault != PacketFault.None) return Counters.Count(fault);
        MovellaDotPayload p = MovellaDotPayload.Parse(Mode, value);
        SampleMarks marks = VendorUnits.Marks(IsBeyond(p.AccelMps2, AccelEndMps2), IsBeyond(p.GyroDegPerS, GyroEndDegPerS));
        readings[0] = new(p.AccelMps2.X, p.AccelMps2.Y, p.AccelMps2.Z, p.GyroDegPerS.X, p.GyroDegPerS.Y, p.GyroDegPerS.Z, p.TimeUs, NextIndex(), marks);
        count = 1;
        Counters.CountSamples(1);
        return Counters.Count(PacketFault.None);
    }

    protected override IEnumerable<SensorStep> StopSteps() =>
        [SensorStep.Write(MovellaDotProfile.MeasurementService, MovellaDotProfile.Control, new byte[] { 0x01, 0x00, Mode })];

    private static bool IsBeyond(System.Numerics.Vector3 v, float end) => Math.Abs(v.X) >= end || Math.Abs(v.Y) >= end || Math.Abs(v.Z) >= end;
}
