using System.Buffers;
using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;

namespace GaitSense.Protocol.Tests;

/// <summary>A MetaMotion's two streams of packets, without counter or timestamp, are put together in order; settings and answers are its maker's.</summary>
public sealed class MetaMotionTests
{
    private const bool Acc = false, Gyr = true;

    private static readonly Guid Notify = new("326a9006-85cb-9195-d9dd-464cfbbae75a");

    private readonly RawReading[] _readings = new RawReading[SensorDialogue.MaxReadings];

    [Fact]
    public void AccelerationAndAngularRate_KeepTheirPlaces()
    {
        SensorDialogue dialogue = Streaming();
        Packet(dialogue, Acc, 1).ShouldBeEmpty();
        List<RawReading> pairs = Packet(dialogue, Gyr, 1);
        pairs.Select(r => (r.AccX, r.AccY, r.GyrX, r.GyrY)).ShouldBe([(3f, 1000f, 3f, -1000f), (4f, 1000f, 4f, -1000f), (5f, 1000f, 5f, -1000f)]);
        pairs.Select(r => r.Index).ShouldBe([(ushort)0, (ushort)1, (ushort)2]);
        (dialogue.Counters.Samples, dialogue.Counters.Unpaired).ShouldBe((3, 0));
    }

    [Theory, InlineData(Acc), InlineData(Gyr)]
    public void FourPacketsAhead_Wait_AndTheFifthIsLoss(bool ahead)
    {
        SensorDialogue dialogue = Streaming();
        for (int p = 0; p < 4; p++) Packet(dialogue, ahead, p);
        dialogue.Counters.Unpaired.ShouldBe(0);
        List<RawReading> pairs = Packet(dialogue, !ahead, 0);
        pairs.Select(r => r.AccX).ShouldBe([0f, 1f, 2f]);
        pairs.Select(r => r.GyrX).ShouldBe([0f, 1f, 2f]);
        Packet(dialogue, ahead, 4);
        Packet(dialogue, ahead, 5);
        dialogue.Counters.Unpaired.ShouldBe(3);
        Packet(dialogue, !ahead, 2)[0].Marks.ShouldBe(SampleMarks.Lost);
    }

    [Fact]
    public void Loss_ThatGoesOnBeforeTheNextReading_IsMarkedAtIt()
    {
        SensorDialogue dialogue = Streaming();
        for (int p = 0; p < 6; p++) Packet(dialogue, Acc, p); // two packets too many
        dialogue.Counters.Unpaired.ShouldBe(6);
        Packet(dialogue, Gyr, 2).Select(r => r.Marks).ShouldBe([SampleMarks.Lost, SampleMarks.None, SampleMarks.None]);
    }

    [Theory, InlineData(Acc), InlineData(Gyr)]
    public void Packet_ThatIsLostOfThoseThatComeSecond_CostsItsOtherHalfAndNoMore(bool lost)
    {
        SensorDialogue dialogue = Streaming();
        List<RawReading> all = [];
        for (int p = 0; p < 60; p++)
            foreach (bool gyro in (bool[])[!lost, lost])
                if (p != 20 || gyro != lost) all.AddRange(Packet(dialogue, gyro, p));
        dialogue.Counters.Unpaired.ShouldBe(3);
        all.Count(r => r.Marks == SampleMarks.Lost).ShouldBe(1);
        all.TakeLast(60).ShouldAllBe(r => r.AccX == r.GyrX);
    }

    [Theory, InlineData(Acc), InlineData(Gyr)]
    public void Packet_ThatIsLostOfThoseThatComeFirst_CostsItsOtherHalfAndNoMore(bool lost)
    {
        SensorDialogue dialogue = Streaming();
        List<RawReading> all = [];
        for (int p = 0; p < 60; p++)
            foreach (bool gyro in (bool[])[lost, !lost])
                if (p != 20 || gyro != lost) all.AddRange(Packet(dialogue, gyro, p));
        dialogue.Counters.Unpaired.ShouldBe(3);
        all.Count(r => r.Marks == SampleMarks.Lost).ShouldBe(1);
        all.Count(r => r.AccX != r.GyrX).ShouldBe(24, "as long as the other kind could have come first by chance");
        all.Count.ShouldBe(59 * 3);
        all.TakeLast(60).ShouldAllBe(r => r.AccX == r.GyrX);
    }

    // Which kind comes first is told by eight packets that do.
    [Theory, InlineData(7, 0), InlineData(8, 3)]
    public void Packet_ThatIsLostOfThoseThatComeFirst_IsSeenOnceItIsKnownThatTheyDo(int before, int unpaired)
    {
        SensorDialogue dialogue = Streaming();
        for (int p = 0; p < 60; p++)
        {
            if (p != before) Packet(dialogue, Acc, p);
            Packet(dialogue, Gyr, p);
        }

        dialogue.Counters.Unpaired.ShouldBe(unpaired);
    }

    // Taken for a loss, it is one when they change back: both halves are gone then, and the pairs are right again.
    [Theory, InlineData(7, 0), InlineData(8, 0), InlineData(9, 6)]
    public void Packets_ThatChangePlaces_AreLossOnlyWhereItLasts(int pairs, int unpaired)
    {
        SensorDialogue dialogue = Streaming();
        List<RawReading> all = [];
        for (int p = 0; p < 60; p++) Both(all, dialogue, p, first: p >= 20 && p < 20 + pairs ? Gyr : Acc, lost: null);
        dialogue.Counters.Unpaired.ShouldBe(unpaired);
        all.TakeLast(30).ShouldAllBe(r => r.AccX == r.GyrX);
    }

    // Any packets of either kind are lost, far enough apart to be noticed one by one: what was thrown away is their other halves, and at the end each pair is one instant's.
    [Fact]
    public void AnyLosses_OfEitherKind_LeavePairsOfOneInstant()
    {
        Gen<(bool First, (int After, bool Gyro)[] Losses)> walks = from first in Gen.Elements(Acc, Gyr)
                                                                   from losses in (from after in Gen.Choose(30, 60) from gyro in Gen.Elements(Acc, Gyr) select (after, gyro)).ListOf()
                                                                   select (first, losses.Take(8).ToArray());
        Prop.ForAll(walks.ToArbitrary(), walk =>
        {
            SensorDialogue dialogue = Streaming();
            List<RawReading> all = [];
            int p = 0;
            foreach ((int after, bool lost) in walk.Losses)
                for (int end = p + after; p < end; p++) Both(all, dialogue, p, walk.First, p == end - 1 ? lost : null);
            for (int end = p + 60; p < end; p++) Both(all, dialogue, p, walk.First, lost: null);
            all.TakeLast(60).ShouldAllBe(r => r.AccX == r.GyrX);
            dialogue.Counters.Unpaired.ShouldBe(3 * walk.Losses.Length);
            all.Count(r => r.Marks == SampleMarks.Lost).ShouldBe(walk.Losses.Length);
        }).QuickCheckThrowOnFailure();
    }

    // A loss in the middle of another's: who waits for half a window when the other half is lost too has nothing left to throw away.
    [Fact]
    public void AnyManyLosses_AreOverSomeTimeAfterTheLast() => Prop.ForAll(Gen.Choose(0, 9).ListOf().ToArbitrary(), fates =>
    {
        SensorDialogue dialogue = Streaming();
        List<RawReading> all = [];
        int p = 0;
        for (; p < 20; p++) Both(all, dialogue, p, Acc, lost: null);
        foreach (int fate in fates)
        {
            if (fate != 9) Both(all, dialogue, p, Acc, fate switch { 7 => Acc, 8 => Gyr, _ => null }); // else both are lost
            p++;
        }

        for (int end = p + 150; p < end; p++) Both(all, dialogue, p, Acc, lost: null);
        all.TakeLast(60).ShouldAllBe(r => r.AccX == r.GyrX);
        dialogue.Counters.Samples.ShouldBe(all.Count);
    }).QuickCheckThrowOnFailure();

    [Theory, InlineData(Acc), InlineData(Gyr)]
    public void Packets_ThatComeLateForAMoment_AreNotLost(bool late)
    {
        SensorDialogue dialogue = Streaming();
        List<RawReading> all = [];
        all.AddRange(Packet(dialogue, !late, 0));
        for (int p = 1; p < 7; p++) all.AddRange([.. Packet(dialogue, !late, p), .. Packet(dialogue, late, p - 1)]); // one behind
        all.AddRange(Packet(dialogue, late, 6));
        for (int p = 7; p < 40; p++) all.AddRange([.. Packet(dialogue, !late, p), .. Packet(dialogue, late, p)]);
        dialogue.Counters.Unpaired.ShouldBe(0);
        all.ShouldAllBe(r => r.AccX == r.GyrX && r.Marks == SampleMarks.None);
    }

    [Fact]
    public void Chip_IsBelievedOnceAndWaitedForNoLongerThanOneAnswer()
    {
        SensorDialogue silent = SensorProfiles.MetaMotion.Open(StreamSettings.Default);
        silent.OnTimeout();
        silent.NextStep().Kind.ShouldBe(SensorStepKind.Refused);
        (silent.Refusal!.Kind, silent.Refusal.Message).ShouldBe((SensorRefusalKind.NoAnswer, "does not say which chip it has; switch it off and on again"));

        SensorDialogue dialogue = Streaming();
        dialogue.OnTimeout();
        dialogue.Refusal.ShouldBeNull();
        Take(dialogue, "138001").ShouldBe(OperationStatus.Done); // now the other
        Packet(dialogue, Acc, 0);
        Packet(dialogue, Gyr, 0).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("1380", OperationStatus.NeedMoreData)]
    [InlineData("138000", OperationStatus.Done)]
    [InlineData("138002", OperationStatus.InvalidData)]
    [InlineData("118C5A", OperationStatus.Done)]
    [InlineData("118C", OperationStatus.NeedMoreData)]
    public void Answer_OfTheSensor_IsTakenFromItsThirdByte(string hex, OperationStatus expected)
    {
        SensorDialogue dialogue = SensorProfiles.MetaMotion.Open(StreamSettings.Default);
        Take(dialogue, hex).ShouldBe(expected);
        dialogue.Counters.OtherStream.ShouldBe(0);
    }

    [Fact]
    public void Frame_OfAnotherModule_IsOfUnknownKindHoweverShort() => MetaMotionFrame.Check(MetaMotionChip.Bmi160, [0x04, 0x01]).ShouldBe(PacketFault.UnknownKind);

    // BMI160 at 200 Hz: the code of 4 g is 5; the gyroscope's counts from 2000 down, so 500 is 2.
    [Theory]
    [InlineData(4_000, 5_000, "03032905", "13032902", 4, 500)]
    [InlineData(4_200, 5_200, "03032905", "13032902", 4, 500)] // within 5 %
    [InlineData(4_300, 5_300, "03032908", "13032901", 8, 1000)]
    [InlineData(32_000, 40_000, "0303290C", "13032900", 16, 2000)] // the largest it has
    public void Ranges_AreTheSmallestThatReachWhatWasAsked(ushort accelMg, ushort gyroTenthDegPerS, string accel, string gyro, double accelG, double gyroDegPerS)
    {
        SensorDialogue dialogue = SensorProfiles.MetaMotion.Open(new(200, accelMg, gyroTenthDegPerS, StreamProfile.LowLatency));
        List<SensorStep> writes = Start(dialogue);
        string all = string.Join(' ', writes.Select(w => Convert.ToHexString(w.Value.Span)));
        all.ShouldContain(accel);
        all.ShouldContain(gyro);
        writes.ShouldAllBe(w => !w.WithResponse);
        dialogue.Stream!.AccelRangeMps2.ShouldBe(accelG * 9.80665, 1e-9);
        dialogue.Stream.GyroRangeRadPerS.ShouldBe(gyroDegPerS * Math.PI / 180, 1e-9);
    }

    private void Both(List<RawReading> all, SensorDialogue dialogue, int number, bool first, bool? lost)
    {
        foreach (bool gyro in (bool[])[first, !first])
            if (gyro != lost) all.AddRange(Packet(dialogue, gyro, number));
    }

    private SensorDialogue Streaming()
    {
        SensorDialogue dialogue = SensorProfiles.MetaMotion.Open(StreamSettings.Default);
        Start(dialogue);
        return dialogue;
    }

    private List<SensorStep> Start(SensorDialogue dialogue)
    {
        Take(dialogue, "13800001");
        List<SensorStep> writes = [];
        for (SensorStep step = dialogue.NextStep(); step.Kind != SensorStepKind.Idle; step = dialogue.NextStep())
            if (step.Kind == SensorStepKind.Write) writes.Add(step);
        return writes;
    }

    private OperationStatus Take(SensorDialogue dialogue, string hex) => dialogue.Decode(Notify, Convert.FromHexString(hex), _readings, out _);

    /// <summary>A packet of three samples: X counts them from the beginning, Y is 1000 of acceleration and -1000 of angular rate.</summary>
    private List<RawReading> Packet(SensorDialogue dialogue, bool gyro, int number)
    {
        byte[] frame = new byte[20];
        (frame[0], frame[1]) = gyro ? ((byte)0x13, (byte)0x07) : ((byte)0x03, (byte)0x1C);
        for (int k = 0; k < 3; k++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(frame.AsSpan(2 + (6 * k)), (short)((3 * number) + k));
            BinaryPrimitives.WriteInt16LittleEndian(frame.AsSpan(4 + (6 * k)), gyro ? (short)-1000 : (short)1000);
        }

        dialogue.Decode(Notify, frame, _readings, out int count).ShouldBe(OperationStatus.Done);
        return [.. _readings.Take(count)];
    }
}
