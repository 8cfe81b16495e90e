using GaitSense.Training.Days;
using GaitSense.Training.Phone;
using GaitSense.Training.Texts;

namespace GaitSense.Training.Tests.Phone;

/// <summary>What a phone's first page will say on a day to come is what it says on that day, if nothing happens until then.</summary>
public sealed class PhoneAheadTests
{
    private const string Zone = "Europe/Berlin";
    private static readonly DateTimeOffset Morning = new(2026, 11, 30, 9, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void EachDayAhead_IsThatDaysFirstPage()
    {
        PhoneRecords records = new() { Checks = [Check(Morning.AddDays(-2), "no")], Walks = [Walk(Morning.AddDays(-2)), Walk(Morning.AddDays(-1)), Walk(Morning)] };
        List<string> sentences = [];
        for (int day = 0; day <= 14; day++)
        {
            HomeDay ahead = PhoneAhead.Of(records, Morning.AddHours(1), Zone, Language.English, day)!;
            ahead.Day.ShouldBe(FormattableString.Invariant($"{LocalDay.Of(Morning, Zone).AddDays(day):yyyy-MM-dd}"));
            Json(ahead.View).ShouldBe(Json(PhoneHome.Of(records, Morning.AddDays(day).AddHours(2), Zone, Language.English)), ahead.Day);
            sentences.Add(ahead.View.Sentence);
        }

        string.Equals(sentences[0], sentences[2], StringComparison.Ordinal).ShouldBeFalse(); // today a walk was walked: days differ
        PhoneAhead.ToJson(PhoneAhead.Of(records, Morning, Zone, Language.German, 1)).ShouldContain("\"day\":\"2026-12-01\"");
    }

    // What was answered a moment ago still holds then, and a page of the day must not forget it.
    [Fact]
    public void InTodaysLastTwoHours_NothingIsKnownOfTodayAhead()
    {
        DateTimeOffset evening = new(2026, 11, 30, 22, 0, 0, TimeSpan.FromHours(1));
        PhoneAhead.Of(new(), evening.AddMinutes(-2), Zone, Language.English, 0).ShouldNotBeNull();
        PhoneAhead.Of(new(), evening, Zone, Language.English, 0).ShouldBeNull();
        PhoneAhead.ToJson(null).ShouldBe("null");
        PhoneAhead.Of(new(), evening, Zone, Language.English, 1)!.Day.ShouldBe("2026-12-01");
    }

    [Fact]
    public void APauseThatAnAnswerBegan_HoldsAheadToo()
    {
        PhoneRecords records = new() { Checks = [new PhoneCheck { AtMs = Morning.ToUnixTimeMilliseconds(), Zone = Zone, Answers = new Dictionary<string, string>(StringComparer.Ordinal) { ["news"] = "yes", ["emergency"] = "yes" } }] };
        PhoneAhead.Of(records, Morning.AddMinutes(1), Zone, Language.English, 0)!.View.Offer.ShouldBeNull();
        for (int day = 1; day < 5; day++)
            PhoneAhead.Of(records, Morning.AddMinutes(1), Zone, Language.English, day)!.View.Offer.ShouldBe(PhoneHome.Of(records, Morning.AddDays(day), Zone, Language.English).Offer);
    }

    private static string Json(HomeView view) => PhoneHome.ToJson(view);

    private static PhoneCheck Check(DateTimeOffset at, string all) => new()
    {
        AtMs = at.ToUnixTimeMilliseconds(),
        Zone = Zone,
        Answers = new Dictionary<string, string>(StringComparer.Ordinal) { ["news"] = all, ["fall"] = all, ["warm"] = all, ["company"] = "yes" },
    };

    private static PhoneWalk Walk(DateTimeOffset at) => new()
    {
        StartedMs = at.AddMinutes(5).ToUnixTimeMilliseconds(),
        EndedMs = at.AddMinutes(13).ToUnixTimeMilliseconds(),
        Zone = Zone,
        Task = "comfortable-walk",
        Folder = FormattableString.Invariant($"walks/{at:yyyy-MM-dd}"),
        End = new PhoneDose { WalkedS = 480, Steps = 800, Strides = 398 },
        StopReason = "done",
    };
}
