namespace GaitSense.Core.Tests;

/// <summary>When packets that come too early or too late are luck, a wrong stamp, or a clock that was set.</summary>
public sealed class ClockStepTests
{
    private static readonly HostTime Zero = new(1_000_000_000);

    // A stamp that is half a second ahead: seven packets may be wrong, the eighth within 5 s is the clock.
    [Theory, InlineData(7, 0), InlineData(8, 1)]
    public void PacketsFromTheFuture_AreBelievedWhenThereAreEight(int packets, int epochs)
    {
        ClockAlignment clock = Watched(10);
        for (int i = 1; i <= packets; i++) Arrive(clock, 10.5 + (0.1 * i), 10 + (0.1 * i));
        clock.Epoch.ShouldBe(epochs);
        double seen = 10.5 + (0.1 * packets);
        HostS(clock, seen).ShouldBe(epochs == 1 ? seen - 0.505 : seen - 0.005, 1e-3);
    }

    [Fact]
    public void PacketsFromTheFuture_NowAndThen_AreWrongStamps()
    {
        ClockAlignment clock = Watched(10);
        for (int i = 1; i <= 30; i++) Arrive(clock, 10.5 + (0.9 * i), 10 + (0.9 * i));
        clock.Epoch.ShouldBe(0);
    }

    // Within the first seconds nothing is known well enough to call a packet wrong.
    [Fact]
    public void PacketFromTheFuture_OfAClockThatIsHardlyKnown_StartsItAgain()
    {
        ClockAlignment clock = Watched(3);
        Arrive(clock, 3.6, 3.1);
        clock.Epoch.ShouldBe(1);
    }

    // Less early than packets can have been on the way is better luck, and counts at once; more needs eight, and is no other clock for that.
    [Theory, InlineData(0.010, 1, 0.010), InlineData(0.020, 1, 0), InlineData(0.020, 7, 0), InlineData(0.020, 8, 0.020), InlineData(0.110, 8, 0.110)]
    public void PacketsFasterThanAll_AreBetterLuck(double earlierS, int packets, double believedS)
    {
        ClockAlignment clock = Watched(10);
        for (int i = 1; i <= packets; i++) Arrive(clock, 10 + (0.1 * i), 10 + (0.1 * i) - earlierS);
        clock.Epoch.ShouldBe(0);
        double at = 10 + (0.1 * packets);
        (at - 0.005 - HostS(clock, at)).ShouldBe(believedS, 1e-4);
    }

    // With a lower bound, 3 ms are surprising; what arrives 5 ms before it can have been asked for is of another clock.
    [Theory, InlineData(0.002, 0.002), InlineData(0.004, 0)]
    public void WithQuestions_ThreeMillisecondsAreSurprising(double earlierS, double believedS)
    {
        ClockAlignment clock = new(new());
        for (int i = 0; i <= 10; i++) Ask(clock, i, i - 0.020, i);
        Arrive(clock, 10.5, 10.5 - earlierS);
        clock.Epoch.ShouldBe(0);
        (10.5 - 0.010 - HostS(clock, 10.5)).ShouldBe(0.5 * believedS, 1e-4);
    }

    [Theory, InlineData(0.0100, 0), InlineData(0.0104, 1)]
    public void PacketBeforeItsQuestion_IsOfAnotherClock(double earlierS, int epochs)
    {
        ClockAlignment clock = new(new());
        Ask(clock, 0, -0.005, 0);
        Arrive(clock, 0.5, 0.5 - earlierS);
        clock.Epoch.ShouldBe(epochs);
    }

    // A question that was asked after the fastest packets say it was received.
    [Theory, InlineData(0.0045, 0), InlineData(0.0060, 1)]
    public void QuestionAfterItsAnswer_IsOfAnotherClock(double laterS, int epochs)
    {
        ClockAlignment clock = Watched(10);
        Ask(clock, 10.1, 10.1 + laterS, 10.1 + 0.020);
        clock.Epoch.ShouldBe(epochs);
        clock.Exchanges.ShouldBe(1);
        clock.IsTwoSided.ShouldBeTrue();
    }

    // Times of an answer that cannot be in this order.
    [Theory]
    [InlineData(0, 0, -0.001, 0.010)] // Answered before it was received.
    [InlineData(0, 0, 0, -0.001)] // Arrived before it was asked.
    [InlineData(0, 0, 0.020, 0.010)] // Longer in the sensor than away.
    public void ImpossibleAnswer_IsIgnored(double asked, double received, double answered, double arrived)
    {
        ClockAlignment clock = new(new());
        clock.AddExchange(new ClockExchange(Zero.AddSeconds(asked), DeviceTime.FromSeconds(received), DeviceTime.FromSeconds(answered), Zero.AddSeconds(arrived)));
        (clock.Exchanges, clock.HasEstimate).ShouldBe((0, false));
    }

    [Fact]
    public void AnswerThatTookNoTimeAtAll_Counts()
    {
        ClockAlignment clock = new(new());
        Ask(clock, 0, 0, 0);
        (clock.Exchanges, clock.HasEstimate).ShouldBe((1, true));
    }

    // Half a second late for more than 5 s without a packet in time between is a clock that was set back.
    [Theory, InlineData(4.9, 0), InlineData(5.2, 1)]
    public void PacketsThatAreAllLate_ForFiveSeconds_AreAClockThatWasSetBack(double forS, int epochs)
    {
        ClockAlignment clock = Watched(10);
        for (double t = 0; t <= forS; t += 0.1) Arrive(clock, 10.1 + t, 10.6 + t);
        clock.Epoch.ShouldBe(epochs);
    }

    [Fact]
    public void LatePackets_WithOneInTimeBetween_AreALink()
    {
        ClockAlignment clock = Watched(10);
        for (double t = 0; t <= 8; t += 0.1) Arrive(clock, 10.1 + t, (t is > 3.95 and < 4.05 ? 10.1 : 10.6) + t);
        clock.Epoch.ShouldBe(0);
        HostS(clock, 18).ShouldBe(17.995, 1e-3, "what is late by so much says nothing of the fastest");
    }

    [Fact]
    public void LatePacketsByLessThanATenth_AreALink()
    {
        ClockAlignment clock = Watched(10);
        for (double t = 0; t <= 8; t += 0.1) Arrive(clock, 10.1 + t, 10.195 + t);
        clock.Epoch.ShouldBe(0);
    }

    // Stamps that go back by more than a second, and come late, are of a clock that was set back: no need to wait.
    [Theory, InlineData(3, 1), InlineData(0.8, 0)]
    public void StampsThatGoBack_StartTheClockAgainAtOnce(double backS, int epochs)
    {
        ClockAlignment clock = Watched(10);
        Arrive(clock, 10 - backS, 10.1);
        clock.Epoch.ShouldBe(epochs);
    }

    [Fact]
    public void OldPacketOfABacklog_InTimeByItsStamp_IsNoStep()
    {
        ClockAlignment clock = Watched(10);
        Arrive(clock, 6, 6.01);
        clock.Epoch.ShouldBe(0);
    }

    // Packets without any delay for so long.
    private static ClockAlignment Watched(double seconds)
    {
        ClockAlignment clock = new(new());
        for (double t = 0; t <= seconds + 1e-9; t += 0.5) Arrive(clock, t, t);
        return clock;
    }

    private static void Arrive(ClockAlignment clock, double device, double host) => clock.AddArrival(DeviceTime.FromSeconds(device), Zero.AddSeconds(host));

    private static void Ask(ClockAlignment clock, double device, double asked, double arrived) =>
        clock.AddExchange(new ClockExchange(Zero.AddSeconds(asked), DeviceTime.FromSeconds(device), DeviceTime.FromSeconds(device), Zero.AddSeconds(arrived)));

    private static double HostS(ClockAlignment clock, double device) => clock.ToHost(DeviceTime.FromSeconds(device)).SecondsSince(Zero);
}
