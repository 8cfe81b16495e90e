using System.Buffers;

namespace GaitSense.Protocol.Tests;

/// <summary>A WitMotion's frames, found in what arrives by their first two bytes, and its registers.</summary>
public sealed class WitMotionTests
{
    private static readonly Guid Notify = new("0000ffe4-0000-1000-8000-00805f9a34fb");

    private readonly SensorDialogue _dialogue = SensorProfiles.WitMotion.Open(SensorProfiles.WitMotion.DefaultSettings);
    private readonly RawReading[] _readings = new RawReading[SensorDialogue.MaxReadings];

    [Fact]
    public void Stream_IsOfSixteenGAndTwoThousandDegreesASecond()
    {
        _dialogue.Stream!.AccelRangeMps2.ShouldBe(156.9064, 1e-9);
        _dialogue.Stream.GyroRangeRadPerS.ShouldBe(34.906585, 1e-6);
    }

    [Fact]
    public void Steps_AreWrittenWithoutResponse()
    {
        _dialogue.BatteryStep.WithResponse.ShouldBeFalse();
        _dialogue.NextStep();
        _dialogue.NextStep().WithResponse.ShouldBeFalse();
    }

    [Theory]
    [InlineData("5571" + "6400", false, 0)] // cut short
    [InlineData("5561" + "6400" + "00000000000000000000000000000000", false, 0)] // samples
    [InlineData("5471" + "6400" + "00000000000000000000000000000000", false, 0)]
    [InlineData("5571" + "6400" + "00000000000000000000000000000000", true, 0x64)]
    public void Registers_AreKnownByTheirSecondByte(string hex, bool expected, int register)
    {
        WitMotionFrame.IsRegisters(Convert.FromHexString(hex), out int first).ShouldBe(expected);
        first.ShouldBe(register);
    }

    [Theory, InlineData("55", PacketFault.TooShort), InlineData("5461", PacketFault.OutOfRange), InlineData("5562", PacketFault.OutOfRange), InlineData("5571", PacketFault.UnknownKind), InlineData("5561", PacketFault.TooShort)]
    public void Frame_CutShort_IsJudgedByWhatCame(string hex, PacketFault expected) => WitMotionFrame.Check(Convert.FromHexString(hex)).ShouldBe(expected);

    [Fact]
    public void Notification_WithNothingOfAFrame_IsBad()
    {
        Take([0x55, 0x00]).ShouldBe(0, OperationStatus.InvalidData);
        Take([0x55]).ShouldBe(0, OperationStatus.Done);
    }

    [Fact]
    public void Notification_OfMoreFramesThanThereIsRoomFor_GivesWhatFits()
    {
        byte[] frames = [.. Enumerable.Range(0, 43).SelectMany(i => Frame(i))];
        Take(frames).ShouldBe(42, OperationStatus.Done);
        _dialogue.Counters.Samples.ShouldBe(42);
    }

    [Fact]
    public void Frame_WithTheStartOfAnotherInItsMiddle_IsWhole()
    {
        byte[] frame = Frame(7);
        (frame[12], frame[13]) = (0x55, 0x61); // a reading that looks like a start
        Take(frame.AsSpan(0, 12)).ShouldBe(0, OperationStatus.Done);
        Take([.. frame[12..], .. Frame(8)]).ShouldBe(2, OperationStatus.Done);
        _readings[..2].Select(r => (r.AccX, r.Marks)).ShouldBe([(7f, SampleMarks.None), (8f, SampleMarks.None)]);
    }

    [Fact]
    public void Loss_IsMarkedAtTheFirstFrameAfterItAlone()
    {
        Take(Frame(6).AsSpan(0, 12));
        Take([.. Frame(7), .. Frame(8)]).ShouldBe(2, OperationStatus.Done);
        _readings[..2].Select(r => (r.AccX, r.Marks)).ShouldBe([(7f, SampleMarks.Lost), (8f, SampleMarks.None)]);
    }

    [Theory, InlineData(2), InlineData(3), InlineData(19)]
    public void Loss_BeforeAFrameThatComesInParts_IsMarkedAtIt(int first)
    {
        Take(Frame(6).AsSpan(0, 12));
        Take(Frame(7).AsSpan(0, first));
        Take(Frame(7).AsSpan(first)).ShouldBe(1, OperationStatus.Done);
        (_readings[0].AccX, _readings[0].Marks).ShouldBe((7f, SampleMarks.Lost));
    }

    // Of one cell, in hundredths of a volt, by the maker's table; two cells say nothing.
    [Theory]
    [InlineData(339, null), InlineData(340, 1), InlineData(349, 1), InlineData(350, 5), InlineData(382, 50), InlineData(386, 50), InlineData(387, 60)]
    [InlineData(398, 90), InlineData(399, 100), InlineData(550, 100), InlineData(551, null)]
    public void Battery_IsReadFromTheVoltage(int centiVolt, int? percent)
    {
        Take([0x55, 0x71, 0x64, 0x00, (byte)centiVolt, (byte)(centiVolt >> 8), .. new byte[14]]).ShouldBe(0, OperationStatus.Done);
        _dialogue.BatteryPercent.ShouldBe(percent);
    }

    [Fact]
    public void Registers_ThatEndBeforeASetting_SayNothingOfIt() =>
        Take([0x55, 0x71, 0x17, 0x00, .. new byte[16]]).ShouldBe(0, OperationStatus.Done); // 0x17 to 0x1E; 0x1F is the bandwidth

    private Taken Take(ReadOnlySpan<byte> value)
    {
        OperationStatus status = _dialogue.Decode(Notify, value, _readings, out int count);
        return new(count, status);
    }

    private static byte[] Frame(int accX) => [0x55, 0x61, (byte)accX, .. new byte[17]];

    private readonly record struct Taken(int Count, OperationStatus Status)
    {
        public void ShouldBe(int count, OperationStatus status) => (Count, Status).ShouldBe((count, status));
    }
}
