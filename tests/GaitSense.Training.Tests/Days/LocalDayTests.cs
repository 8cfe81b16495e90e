using GaitSense.Core;
using GaitSense.Training.Days;
using GaitSense.Training.Plans;

namespace GaitSense.Training.Tests.Days;

/// <summary>A day of a plan is the date where the person is.</summary>
public sealed class LocalDayTests
{
    [Theory]
    [InlineData("2026-03-02T22:59:00Z", "Europe/Berlin", "2026-03-02")]
    [InlineData("2026-03-02T23:01:00Z", "Europe/Berlin", "2026-03-03")]
    [InlineData("2026-07-02T22:01:00Z", "Europe/Berlin", "2026-07-03")]
    [InlineData("2026-03-02T23:01:00Z", "America/New_York", "2026-03-02")]
    [InlineData("2026-03-02T10:01:00Z", "Pacific/Auckland", "2026-03-02")]
    [InlineData("2026-03-02T11:01:00Z", "Pacific/Auckland", "2026-03-03")]
    public void AnInstant_IsADayOfItsZone(string instant, string zone, string day) =>
        LocalDay.Of(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), zone).ShouldBe(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void AnHour_ThatSummerTimeLeavesOut_IsAnHourLater() => LocalDay.At(new DateOnly(2026, 3, 29), new TimeOnly(2, 30), "Europe/Berlin").ToString("o").ShouldBe("2026-03-29T03:30:00.0000000+02:00");

    [Fact]
    public void AnHour_ThatComesTwice_IsTheFirst() => LocalDay.At(new DateOnly(2026, 10, 25), new TimeOnly(2, 30), "Europe/Berlin").ToString("o").ShouldBe("2026-10-25T02:30:00.0000000+02:00");

    [Fact]
    public void ADayOfSummerTime_IsOneDay_ThoughItHasTwentyThreeHours()
    {
        DateOnly sunday = new(2026, 3, 29);
        for (int hour = 0; hour < 24; hour++) LocalDay.Of(LocalDay.At(sunday, new TimeOnly(hour, 0), "Europe/Berlin"), "Europe/Berlin").ShouldBe(sunday);
        Plan plan = Trainee.PlanOf("comfortable-walk");
        PlanVersions.WeekOn(plan, sunday).ShouldBe(4);
        PlanVersions.WeekOn(plan, sunday.AddDays(1)).ShouldBe(5);
    }

    [Fact]
    public void ASession_StaysOnItsDay_WhenThePersonMoves()
    {
        Plan plan = Trainee.PlanOf("comfortable-walk");
        var late = Trainee.Done(plan, plan.Slots[0], Trainee.Monday, hour: 1); // Sunday evening in New York
        LocalDay.Of(late).ShouldBe(Trainee.Monday);
        LocalDay.Of(late with { Zone = "America/New_York" }).ShouldBe(Trainee.Monday.AddDays(-1));
    }

    [Fact]
    public void AZone_ThatNobodyKnows_IsSaid() => Should.Throw<GaitSenseException>(() => LocalDay.Of(DateTimeOffset.UnixEpoch, "Mars/Olympus")).Message.ShouldBe("zone Mars/Olympus is not known here; zones are named as \"Europe/Berlin\" (IANA)");
}
