namespace GaitSense.Core.Tests;

/// <summary>A stride in which the times of samples were not known is not to be used.</summary>
public sealed class UnsureTimesTests
{
    // Unsure from 5 to 6 s; from the mid-stance before the swing to the one after it counts.
    [Theory, InlineData(3.5, 4.9, true), InlineData(3.5, 5, false), InlineData(5.3, 5.7, false), InlineData(6, 7, false), InlineData(6.1, 7, true)]
    public void Stride_ThatTouchesAnUnsureTime_IsRejected(double from, double until, bool isValid)
    {
        UnsureTimes times = new();
        times.Judge(Walked(from, until)).IsValid.ShouldBeTrue("nothing is unsure yet");
        times.Add(Unsure(5, 6));
        times.Judge(Walked(from, until)).RejectReason.ShouldBe(isValid ? RejectReason.None : RejectReason.UnsureTime);
    }

    [Fact]
    public void StrideWithoutMidStances_IsFromItsContactsOn()
    {
        UnsureTimes times = new();
        times.Add(Unsure(5, 6));
        Stride stride = new() { TerminalContact = At(5.9), End = At(6.5) };
        times.Judge(in stride).IsValid.ShouldBeFalse();
        Stride later = new() { TerminalContact = At(6.1), End = At(6.5) }, before = new() { TerminalContact = At(4), End = At(4.9) };
        times.Judge(in later).IsValid.ShouldBeTrue();
        times.Judge(in before).IsValid.ShouldBeTrue();
    }

    // Strides that are rejected for a reason of their own keep it; one that cannot be has its cause here.
    [Theory, InlineData(RejectReason.Gap, RejectReason.Gap), InlineData(RejectReason.Clipped, RejectReason.Clipped), InlineData(RejectReason.Implausible, RejectReason.UnsureTime)]
    public void ReasonThatIsKnown_IsKept(RejectReason before, RejectReason after)
    {
        UnsureTimes times = new();
        times.Add(Unsure(5, 6));
        times.Judge(Walked(5, 6) with { RejectReason = before }).RejectReason.ShouldBe(after);
    }

    [Fact]
    public void UnsureTimeThatFollowsAnother_JoinsIt_AndALaterOneTakesItsPlace()
    {
        UnsureTimes times = new();
        times.Add(Unsure(5, 6));
        times.Add(Unsure(5.5, 7));
        times.Judge(Walked(5.1, 5.2)).IsValid.ShouldBeFalse();
        times.Judge(Walked(6.8, 6.9)).IsValid.ShouldBeFalse();
        times.Add(Unsure(4.5, 5.2));
        times.Judge(Walked(4.6, 4.7)).IsValid.ShouldBeFalse();
        times.Judge(Walked(6.8, 6.9)).IsValid.ShouldBeFalse();
        times.Add(Unsure(9, 10));
        times.Judge(Walked(6.8, 6.9)).IsValid.ShouldBeTrue();
        times.Judge(Walked(9.1, 9.2)).IsValid.ShouldBeFalse();
        times.Reset();
        times.Judge(Walked(9.1, 9.2)).IsValid.ShouldBeTrue();
    }

    private static UnsureTime Unsure(double from, double until) => new(Foot.Left, At(from), At(until));

    // Its contacts lie inside the two mid-stances.
    private static Stride Walked(double from, double until) => new()
    {
        ZeroVelocityStart = At(from),
        TerminalContact = At(0.5 * (from + until)),
        End = At(0.5 * (from + until)),
        ZeroVelocityEnd = At(until),
    };

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);
}
