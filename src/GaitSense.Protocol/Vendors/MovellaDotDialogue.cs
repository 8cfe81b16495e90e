using System.Buffers;
using System.Buffers.Binary;

namespace GaitSense.Protocol;

/// <summary>
/// Ends what may still be measured, sets the output rate, which a measurement does not allow, and starts mode 21 (rate quantities): first the notifications, then the
/// mode, as the maker demands. The rate is read again afterwards: what the sensor then says is what it streams at.
/// </summary>
internal sealed class MovellaDotDialogue : ScriptedDialogue
{
    private const byte Mode = MovellaDotPayload.RateQuantities;
    private const int ControlSize = 32, RateOffset = 24;
    private const byte VisitRate = 0x10; // the bit of byte 0 that says: the rate is meant, and nothing else
    private const float AccelEndMps2 = 156, GyroEndDegPerS = 1999;

    private readonly int _rateHz;
    private bool _asked;

    public MovellaDotDialogue(int rateHz)
    {
        _rateHz = rateHz;
        Stream = new()
        {
            AccelScaleMps2 = 1,
            GyroScaleRadPerS = VendorUnits.RadPerDeg,
            AccelRangeMps2 = 16 * VendorUnits.StandardGravityMps2,
            GyroRangeRadPerS = 2000 * VendorUnits.RadPerDeg,
            PeriodS = 1.0 / rateHz,
            TimestampBits = 32,
            TimestampHz = 1e6,
        };
        Then(Measure(0x00), ReadControl);
    }

    public override SensorStep BatteryStep => SensorStep.Read(MovellaDotProfile.BatteryService, MovellaDotProfile.Battery);

    /// <summary>Percent, then whether it is charging.</summary>
    public override int? ReadBattery(ReadOnlySpan<byte> value) => value is [var percent, ..] ? SensorStatus.KnownBattery(percent) : null;

    public override void OnRead(ReadOnlySpan<byte> value)
    {
        int rateHz = value.Length >= ControlSize ? BinaryPrimitives.ReadUInt16LittleEndian(value[RateOffset..]) : 0;
        if (rateHz is 0 or > 1000)
        {
            Refusal = new(SensorRefusalKind.Nonsense, "has settings of another form; update its firmware");
        }
        else if (rateHz != _rateHz && !_asked)
        {
            _asked = true;
            byte[] control = value[..ControlSize].ToArray();
            control[0] = VisitRate;
            BinaryPrimitives.WriteUInt16LittleEndian(control.AsSpan(RateOffset), (ushort)_rateHz);
            Then(SensorStep.Write(MovellaDotProfile.ConfigurationService, MovellaDotProfile.DeviceControl, control), ReadControl);
        }
        else
        {
            Stream = Stream! with { PeriodS = 1.0 / rateHz };
            Then(SensorStep.Subscribe(MovellaDotProfile.MeasurementService, MovellaDotProfile.MediumPayload), Measure(0x01));
        }
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

    protected override IEnumerable<SensorStep> StopSteps() => [Measure(0x00)];

    private static SensorStep ReadControl => SensorStep.Read(MovellaDotProfile.ConfigurationService, MovellaDotProfile.DeviceControl);

    private static SensorStep Measure(byte on) => SensorStep.Write(MovellaDotProfile.MeasurementService, MovellaDotProfile.Control, new byte[] { 0x01, on, Mode });

    private static bool IsBeyond(System.Numerics.Vector3 v, float end) => Math.Abs(v.X) >= end || Math.Abs(v.Y) >= end || Math.Abs(v.Z) >= end;
}
