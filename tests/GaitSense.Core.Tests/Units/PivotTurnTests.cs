namespace GaitSense.Core.Tests;

/// <summary>Steps of a turn on the spot: a foot that turns about the vertical by more than a standing one does, and rests again, has made a step.</summary>
public sealed class PivotTurnTests
{
    [Theory]
    [InlineData(4, 0.3, 0, true)] // 69° within 0.3 s
    [InlineData(1.5, 0.3, 0, false)] // 26°: the body turns above a standing foot.
    [InlineData(4, 0.3, 4, false)] // Rolling as much as turning: a release tells when it leaves.
    public void FootThatTurns_AndRestsAgain_HasMadeAStep(double turnRate, double seconds, double rollRate, bool isStep)
    {
        List<ContactEvent> found = [];
        ContactDetector detector = new(new ContactLimits());
        for (double t = 0; t < 2; t += 0.01)
        {
            bool turns = t >= 1 && t < 1 + seconds;
            double roll = turns ? rollRate * Math.Sin(2 * Math.PI * (t - 1) / seconds) : 0;
            ContactSample x = new(DeviceTime.FromSeconds(t), roll, 0, turns ? 0.2 : 0, turns ? 0.2 : 0, 0, !turns, IsSpeedTrusted: true, turns ? turnRate : 0);
            if (detector.TryPush(in x, out ContactEvent e)) found.Add(e);
        }

        ContactEvent[] steps = [.. found.Where(e => e.ReleaseSign == 0)];
        steps.Select(e => e.Kind).ShouldBe(isStep ? [GaitEventKind.TerminalContact, GaitEventKind.InitialContact] : []);
        if (!isStep) return;
        steps[0].Time.Seconds.ShouldBe(1, 0.02);
        steps[1].Time.Seconds.ShouldBe(1 + seconds, 0.05);
    }
}
