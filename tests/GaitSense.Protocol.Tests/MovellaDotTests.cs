using System.Buffers;
using System.Buffers.Binary;

namespace GaitSense.Protocol.Tests;

/// <summary>A Movella DOT's readings at the ends of its ranges, and its settings.</summary>
public sealed class MovellaDotTests
{
    private static readonly Guid Payload = new("15172003-4947-11e9-8646-d663bd873d93");

    private readonly RawReading[] _readings = new RawReading[SensorDialogue.MaxReadings];

    // 16 g are 156.9 m/s2; calibration may put a reading beyond it, but not beyond 200 m/s2 or 2400 degrees a second.
    [Theory]
    [InlineData(155.9f, 0f, SampleMarks.None)]
    [InlineData(156f, 0f, SampleMarks.AccelClipped)]
    [InlineData(-200f, 0f, SampleMarks.AccelClipped)]
    [InlineData(0f, 1998f, SampleMarks.None)]
    [InlineData(0f, -1999f, SampleMarks.GyroClipped)]
    [InlineData(0f, 2400f, SampleMarks.GyroClipped)]
    [InlineData(-156f, 1999f, SampleMarks.AccelClipped | SampleMarks.GyroClipped)]
    [InlineData(200.1f, 0f, null)]
    [InlineData(0f, -2400.5f, null)]
    [InlineData(float.NaN, 0f, null)]
    public void Reading_OnAnyAxis_IsMarkedAtItsEndAndRefusedBeyond(float accel, float gyro, SampleMarks? expected)
    {
        SensorDialogue dialogue = SensorProfiles.MovellaDot.Open(StreamSettings.Default);
        for (int axis = 0; axis < 3; axis++)
        {
            byte[] bytes = new byte[40];
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(4 + (4 * axis)), accel);
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(16 + (4 * axis)), gyro);
            dialogue.Decode(Payload, bytes, _readings, out int count).ShouldBe(expected is null ? OperationStatus.InvalidData : OperationStatus.Done);
            if (expected is null) count.ShouldBe(0);
            else _readings[0].Marks.ShouldBe(expected.Value, $"axis {axis}");
        }
    }

    [Fact]
    public void Stream_IsOfSixteenGAndTwoThousandDegreesASecond()
    {
        StreamDescription stream = SensorProfiles.MovellaDot.Open(StreamSettings.Default with { RateHz = 30 }).Stream.ShouldNotBeNull();
        stream.AccelRangeMps2.ShouldBe(156.9064, 1e-9);
        stream.GyroRangeRadPerS.ShouldBe(34.906585, 1e-6);
        stream.PeriodS.ShouldBe(1 / 30.0, 1e-12);
    }

    [Theory, InlineData(0, true), InlineData(1, false), InlineData(1000, false), InlineData(1001, true)]
    public void Settings_WithARateThatCannotBe_AreOfAnotherForm(ushort rateHz, bool refused)
    {
        SensorDialogue dialogue = SensorProfiles.MovellaDot.Open(StreamSettings.Default);
        dialogue.OnRead(VendorStartTests.DotControl(rateHz));
        (dialogue.Refusal is not null).ShouldBe(refused);
        if (refused) dialogue.Refusal!.Message.ShouldBe("has settings of another form; update its firmware");
    }

    [Fact]
    public void Stop_WhileItIsBeingStarted_DropsTheRestOfTheStart()
    {
        SensorDialogue dialogue = SensorProfiles.MovellaDot.Open(StreamSettings.Default);
        dialogue.NextStep();
        dialogue.BeginStop();
        Convert.ToHexString(dialogue.NextStep().Value.Span).ShouldBe("010015");
        dialogue.NextStep().Kind.ShouldBe(SensorStepKind.Idle);
    }
}
