using System.Buffers;

namespace GaitSense.Protocol;

/// <summary>Unlocks, sets the rate (not saved: the sensor's memory wears), and finds frames by their first two bytes.</summary>
internal sealed class WitMotionSession : ScriptedSession
{
    private const int SettleMs = 100;

    public WitMotionSession(int rateHz)
    {
        Stream = VendorUnits.Counts(16, 2000, 2048, 16.384, rateHz);
        byte rate = rateHz switch { 200 => 0x0B, 100 => 0x09, _ => 0x08 };
        Then(
            SensorStep.Subscribe(WitMotionProfile.Service, WitMotionProfile.Notify),
            Command(0x69, 0x88, 0xB5),
            SensorStep.Pause(SettleMs),
            Command(0x03, rate, 0x00));
    }

    public override OperationStatus Decode(Guid characteristic, ReadOnlySpan<byte> value, Span<RawReading> readings, out int count)
    {
        RequireRoom(readings);
        count = 0;
        if (characteristic != WitMotionProfile.Notify) return Counters.Count(PacketFault.UnknownKind);
        PacketFault worst = value.IsEmpty ? PacketFault.TooShort : PacketFault.None;
        while (!value.IsEmpty && count < MaxReadings)
        {
            PacketFault fault = WitMotionFrame.Check(value);
            if (fault == PacketFault.None) readings[count++] = Read(value);
            else worst = fault;
            value = value[(fault is PacketFault.None or PacketFault.UnknownKind ? Math.Min(WitMotionFrame.Size, value.Length) : 1)..];
        }

        // A frame with some bytes astray is still a frame; a notification without any is bad.
        Counters.CountSamples(count);
        return Counters.Count(count > 0 ? PacketFault.None : worst);
    }

    protected override IEnumerable<SensorStep> StopSteps() => []; // it knows no stop: it streams until the link ends

    private RawReading Read(ReadOnlySpan<byte> frame)
    {
        RawSample s = WitMotionFrame.Parse(frame).Sample;
        return new(s.AccX, s.AccY, s.AccZ, s.GyrX, s.GyrY, s.GyrZ, 0, NextIndex(), s.ClippingMarks);
    }

    private static SensorStep Command(byte register, byte low, byte high) =>
        SensorStep.Write(WitMotionProfile.Service, WitMotionProfile.Write, new byte[] { 0xFF, 0xAA, register, low, high }, withResponse: false);
}
