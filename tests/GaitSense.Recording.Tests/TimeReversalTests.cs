using GaitSense.Core;
using GaitSense.Recording.Reversal;
using GaitSense.Reference;

namespace GaitSense.Recording.Tests;

public sealed class TimeReversalTests
{
    [Fact]
    public void Reverse_Samples_MirrorsTimeAndTurnsAngularRateOnly()
    {
        ImuSample[] reversed = TimeReversal.Reverse([Sample(1, 0.1), Sample(3, 0.3)], new DeviceTime(10));
        reversed.ShouldBe([new(new(17), new(3, 2, 1), new(-0.3, 0, 0)), new(new(19), new(1, 2, 1), new(-0.1, 0, 0))]);
    }

    [Fact]
    public void Reverse_Twice_IsTheWalkItself()
    {
        ImuSample[] walk = [Sample(1, 0.1), Sample(3, 0.3), Sample(4, -2)];
        TimeReversal.Reverse(TimeReversal.Reverse(walk, new DeviceTime(9)), new DeviceTime(9)).ShouldBe(walk);
    }

    [Theory, InlineData(3), InlineData(4)]
    public void ThereAndBack_Samples_DropsWhatIsAfterTheMirrorAndRepeatsNoInstant(long mirror)
    {
        ImuSample[] both = TimeReversal.ThereAndBack([Sample(1, 0.1), Sample(3, 0.3), Sample(5, 0.5)], new DeviceTime(mirror));
        both.Select(s => s.Time.Microseconds).ShouldBe(mirror == 3 ? [1, 3, 5] : [1, 3, 5, 7]);
        both[^1].GyroRadPerS.X.ShouldBe(-0.1);
    }

    [Fact]
    public void ThereAndBack_Reference_ExchangesContactsAndTurnsDirections()
    {
        ReferenceData both = TimeReversal.ThereAndBack(
            new ReferenceData
            {
                Events =
                [
                    new(Foot.Left, GaitEventKind.TerminalContact, new(10), WalkingDirection.Forward), new(Foot.Left, GaitEventKind.InitialContact, new(14), WalkingDirection.Forward),
                    new(Foot.Left, GaitEventKind.TerminalContact, new(25), WalkingDirection.Forward),
                ],
                Strides = [new(Foot.Left, new(8), new(16), 1.2, WalkingDirection.Left), new(Foot.Left, new(16), new(24), 1, WalkingDirection.Unknown)],
                Ignored = [new(Foot.Right, new(1), new(3), "why")],
            },
            new DeviceTime(20));

        both.Events!.Skip(2).ShouldBe(
        [
            new(Foot.Left, GaitEventKind.TerminalContact, new(26), WalkingDirection.Backward), new(Foot.Left, GaitEventKind.InitialContact, new(30), WalkingDirection.Backward),
        ]);
        both.Events!.Count.ShouldBe(4, "what lies beyond the mirror is left out");
        both.Strides.ShouldBe([new(Foot.Left, new(8), new(16), 1.2, WalkingDirection.Left), new(Foot.Left, new(24), new(32), 1.2, WalkingDirection.Right)]);
        both.Ignored.ShouldBe([new(Foot.Right, new(1), new(3), "why"), new(Foot.Right, new(37), new(39), "why")]);
    }

    [Fact]
    public void Find_FeetAtRestAtDifferentTimes_IsWhereBothHaveBeenStillForHalfASecond()
    {
        ImuSample[] left = Feet(movesUntil: 200, movesAgainFrom: 900), right = Feet(movesUntil: 320, movesAgainFrom: 400);
        RestJoin.Find([left, right], new DeviceTime(0)).ShouldBe(new DeviceTime(1_400_000 + 500_000));
        RestJoin.Find([left], new DeviceTime(0)).ShouldBe(new DeviceTime(200_000 + 500_000));
        RestJoin.Find([left], new DeviceTime(300_000)).ShouldBe(new DeviceTime(300_000 + 500_000));
        RestJoin.Find([left], new DeviceTime(2_900_000)).ShouldBeNull("no half second is left");

        // Still, moving for half a second, still, at 100 Hz for 3 s.
        static ImuSample[] Feet(long movesUntil, long movesAgainFrom) =>
            [.. Enumerable.Range(0, 300).Select(i => i * 10L).Select(ms => new ImuSample(
                new(ms * 1000), new(0, 0, 9.8), new(ms < movesUntil || (ms >= movesAgainFrom && ms < movesAgainFrom + (movesAgainFrom == 400 ? 1000 : 500)) ? 1 : 0.01, 0, 0)))];
    }

    [Fact]
    public void Find_ReadingsThatAreNoNumbers_AreNoRest() =>
        RestJoin.Find([[.. Enumerable.Range(0, 100).Select(i => new ImuSample(new(i * 10_000L), new(0, 0, 9.8), new(double.NaN, 0, 0)))]], new DeviceTime(0)).ShouldBeNull();

    private static ImuSample Sample(long time, double rate) => new(new(time), new(time, 2, 1), new(rate, 0, 0));
}
