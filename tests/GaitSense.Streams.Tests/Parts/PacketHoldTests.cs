using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Streams.Tests;

/// <summary>Packets that overtook others wait in the order of their times.</summary>
public sealed class PacketHoldTests
{
    private static readonly StreamDescription Description = new() { AccelScaleMps2 = 1, GyroScaleRadPerS = 1, PeriodS = 0.005, AccelRangeMps2 = 1e6, GyroRangeRadPerS = 1e6 };

    private readonly PacketHold _hold = new();

    [Fact]
    public void Packets_InAnyOrder_ComeOutInTheOrderOfTheirTimesWithTheirReadings()
    {
        foreach (int number in (int[])[3, 1, 5, 2, 4]) Add(number).ShouldBeTrue();
        Drain().ShouldBe([1, 2, 3, 4, 5]);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Packet_ThatIsThereAlready_IsRefused(int again)
    {
        foreach (int number in (int[])[2, 3, 1]) Add(number);
        Add(again).ShouldBeFalse();
        Drain().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Room_IsForEight()
    {
        for (int number = 1; number <= 8; number++)
        {
            _hold.IsFull.ShouldBeFalse();
            Add(number);
        }

        _hold.IsFull.ShouldBeTrue();
        _hold.RemoveFirst();
        _hold.IsFull.ShouldBeFalse();
        Add(1).ShouldBeTrue();
        Drain().ShouldBe([1, 2, 3, 4, 5, 6, 7, 8]);
    }

    // What was taken out leaves room that the next ones use: readings must not be those of who was there before, and a shorter packet is no longer for it.
    [Fact]
    public void Room_ThatIsUsedAgain_HoldsTheNewPacketAlone()
    {
        for (int round = 0; round < 20; round++)
        {
            Add((2 * round) + 2, count: 1 + (round % 3));
            Add((2 * round) + 1, count: 2);
            _hold.First.Length.ShouldBe(2);
            _hold.RemoveFirst();
            _hold.First.Length.ShouldBe(1 + (round % 3));
            _hold.First.Raw[0].AccX.ShouldBe((2 * round) + 2);
            _hold.RemoveFirst();
        }

        _hold.TryPeekFirst(out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void Packet_TellsItsTimeAndSinceWhenItWaits_UntilAllIsCleared()
    {
        Add(7);
        _hold.TryPeekFirst(out double firstUs, out HostTime since).ShouldBeTrue();
        (firstUs, since).ShouldBe((7000d, new HostTime(700)));
        _hold.Clear();
        _hold.TryPeekFirst(out _, out _).ShouldBeFalse();
    }

    private bool Add(int number, int count = 2) =>
        _hold.TryAdd(1000 * number, new PacketReadings(Description, Enumerable.Range(0, count).Select(i => new RawReading(number, i, 0, 0, 0, 0, 0, 0, SampleMarks.None)).ToArray()), new HostTime(100 * number));

    private List<int> Drain()
    {
        List<int> numbers = [];
        while (_hold.TryPeekFirst(out double firstUs, out HostTime since))
        {
            int number = (int)_hold.First.Raw[0].AccX;
            (firstUs, since).ShouldBe((1000d * number, new HostTime(100 * number)));
            numbers.Add(number);
            _hold.RemoveFirst();
        }

        return numbers;
    }
}
