using GaitSense.Training.Phone;
using GaitSense.Training.Programmes;
using GaitSense.Training.Records;
using GaitSense.Training.Texts;

namespace GaitSense.Training.Tests.Phone;

/// <summary>A phone alone offers comfortable walks by the rules of a clinic's plans, from nothing but what was answered and walked.</summary>
public sealed class PhoneHomeTests
{
    private const string Zone = "Europe/Berlin";

    // A Monday.
    private static readonly DateTimeOffset Morning = new(2026, 11, 30, 9, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void NewPhone_OffersThreeBoutsWithRests_AndAsksFirst()
    {
        HomeView home = Home(new(), Morning);
        (home.Offer!.Task, home.Offer.Minutes, home.Offer.RestAfter, home.Offer.Rest).ShouldBe(("comfortable-walk", 6, 2, 2));
        home.Sentence.ShouldBe("Walk at your own pace for 6 minutes. Sit down and rest for 2 minutes after each 2 minutes.");
        home.Questions[0].Id.ShouldBe("news");
        home.Questions[0].Answers.Select(a => a.Text).ShouldBe(["No, as usual", "Yes"]);
        home.Weeks.ShouldBeEmpty();
    }

    [Fact]
    public void Answers_AreAskedOneAfterTheOther_UntilNoneIsLeft()
    {
        Dictionary<string, string> answers = new(StringComparer.Ordinal);
        for (int i = 0; i < 20; i++)
        {
            HomeView home = Home(new() { Checks = [Check(Morning, answers)] }, Morning.AddMinutes(1));
            if (home.Questions is not [var next, ..]) break;
            answers.ShouldNotContainKey(next.Id);
            answers[next.Id] = "no";
        }

        answers.Keys.Order(StringComparer.Ordinal).ShouldBe(["company", "fall", "news", "warm"]);
        Home(new() { Checks = [Check(Morning, answers)] }, Morning.AddMinutes(1)).Offer.ShouldNotBeNull();
    }

    [Fact]
    public void SomethingNew_ThatIsNotSaid_OffersNothingYetAndAsksOn()
    {
        HomeView home = Home(new() { Checks = [Check(Morning, Said(("news", "yes")))] }, Morning.AddMinutes(1));
        home.Offer.ShouldBeNull();
        home.Questions.ShouldContain(q => string.Equals(q.Id, "emergency", StringComparison.Ordinal));
    }

    [Fact]
    public void Emergency_IsSaidBeforeAllElse_AndStaysForTheDay()
    {
        PhoneRecords records = new() { Checks = [Check(Morning, Said(("news", "yes"), ("emergency", "yes")))] };
        HomeView home = Home(records, Morning.AddMinutes(1));
        (home.IsEmergency, home.Offer).ShouldBe((true, null));
        home.Sentence.ShouldBe("Do not walk. Call 112 now.");
        // A new check does not make it go away.
        Home(records with { Checks = [.. records.Checks, Check(Morning.AddHours(3), Said(("news", "no")))] }, Morning.AddHours(3).AddMinutes(1)).Offer.ShouldBeNull();
    }

    [Fact]
    public void Walk_OfTheDay_IsEnoughForTheDay()
    {
        HomeView after = Home(new() { Walks = [Walk(Morning, "done", 360)] }, Morning.AddHours(1));
        after.Offer.ShouldBeNull();
        after.Reasons.ShouldBe(["You have walked for today. Rest now."]);
        Home(new() { Walks = [Walk(Morning, "done", 360)] }, Morning.AddDays(1)).Offer.ShouldNotBeNull();
    }

    [Fact]
    public void Week_HasItsThreeWalks_AndThenRests()
    {
        PhoneWalk[] walks = [Walk(Morning, "done", 360), Walk(Morning.AddDays(1), "done", 360), Walk(Morning.AddDays(2), "stop", 120)];
        Home(new() { Walks = walks }, Morning.AddDays(3)).Reasons.ShouldBe(["This week is done. Rest now."]);
        Home(new() { Walks = walks }, Morning.AddDays(7)).Offer.ShouldNotBeNull();
        Home(new() { Walks = walks }, Morning.AddDays(7)).Weeks.Select(w => (w.WeekOf, w.Minutes, w.Walks)).ShouldBe([("2026-11-30", 14, 3), ("2026-12-07", 0, 0)]);
    }

    [Fact]
    public void Pain_EndsTheDay_AndKeepsTheNextDose()
    {
        PhoneRecords records = new() { Walks = [Walk(Morning, "pain", 60)] };
        Home(records, Morning.AddHours(1)).Offer.ShouldBeNull();
        Home(records, Morning.AddDays(1)).Offer!.Minutes!.Value.ShouldBeLessThanOrEqualTo(6);
    }

    [Theory, InlineData("shoe"), InlineData("cut-off")]
    public void WalkThatWasCutOff_LeavesItsRestForTheSameDay(string why)
    {
        HomeView home = Home(new() { Walks = [Walk(Morning, why, 120)] }, Morning.AddMinutes(20));
        home.Offer!.Minutes.ShouldBe(4);
        home.Reasons[0].ShouldBe("Here is the rest of today's walk.");
    }

    [Fact]
    public void Page_ThatWasClosedAsTheWalkBegan_LeavesTheWholeDose()
    {
        PhoneWalk begun = Walk(Morning, "cut-off", 0) with { End = new PhoneDose { Samples = 0 } };
        HomeView home = Home(new() { Walks = [begun] }, Morning.AddMinutes(20));
        home.Offer!.Minutes.ShouldBe(6);
        home.Weeks.ShouldBeEmpty();
    }

    [Fact]
    public void Answers_OfAClockThatWasAhead_AreNoAnswersOfNow()
    {
        PhoneRecords records = new() { Checks = [Check(Morning.AddDays(5), Said(("news", "no")))] };
        Home(records, Morning).Questions[0].Id.ShouldBe("news");
    }

    [Fact]
    public void WalkWithoutASample_IsNone_AndTheDayStaysOpen()
    {
        PhoneWalk none = Walk(Morning, "done", 0) with { End = new PhoneDose { Samples = 0 } };
        Session session = PhoneSession.Of(none, Guid.NewGuid(), Guid.NewGuid(), null, null);
        (session.Status, session.StopReason).ShouldBe((SessionStatus.CutOff, StopReason.Technical));
        HomeView home = Home(new() { Walks = [none] }, Morning.AddMinutes(20));
        home.Offer!.Minutes.ShouldBe(6);
        home.Weeks.ShouldBeEmpty();
        // Who says that it hurt is heard all the same.
        PhoneSession.Of(none with { StopReason = "pain" }, Guid.NewGuid(), Guid.NewGuid(), null, null).StopReason.ShouldBe(StopReason.Pain);
        Home(new() { Walks = [none with { StopReason = "pain" }] }, Morning.AddMinutes(20)).Offer.ShouldBeNull();
    }

    [Fact]
    public void Relapse_PausesUntilTheyWereSeen_WhateverDaysPass()
    {
        PhoneRecords records = new() { Checks = [Check(Morning, Said(("news", "yes"), ("emergency", "no"), ("ill", "no"), ("relapse", "yes")))] };
        Home(records, Morning.AddMinutes(1)).Offer.ShouldBeNull();
        Home(records, Morning.AddDays(40)).Offer.ShouldBeNull();
        HomeView asked = Home(records with { Checks = [.. records.Checks, Check(Morning.AddDays(40), Said(("news", "no")))] }, Morning.AddDays(40).AddMinutes(1));
        asked.Questions.ShouldContain(q => string.Equals(q.Id, "seen", StringComparison.Ordinal));
        records = records with { Checks = [.. records.Checks, Check(Morning.AddDays(40), Said(("news", "no"), ("seen", "yes")))] };
        Home(records, Morning.AddDays(40).AddMinutes(1)).Offer.ShouldNotBeNull();
        Home(records, Morning.AddDays(41)).Offer.ShouldNotBeNull();
    }

    [Fact]
    public void SimulatedWalks_CountForNothing()
    {
        HomeView home = Home(new() { Walks = [Walk(Morning, "done", 360) with { Simulated = true }] }, Morning.AddHours(1));
        home.Offer.ShouldNotBeNull();
        home.Weeks.ShouldBeEmpty();
    }

    [Fact]
    public void Plan_BeginsAnew_WhenItsWeeksAreOver()
    {
        PhoneRecords records = new() { Walks = [Walk(Morning, "done", 360)] };
        Home(records, Morning.AddDays(55)).Offer.ShouldNotBeNull();
        Home(records, Morning.AddDays(56)).Offer.ShouldNotBeNull();
        Home(records, Morning.AddDays(400)).Offer.ShouldNotBeNull();
    }

    [Fact]
    public void Words_AreInTheLanguageThatIsAsked() => PhoneHome.Of(new(), Morning, Zone, Language.German).Questions[0].Text.ShouldBe(Catalogue.Of(Language.German).Walker("question.news"));

    [Fact]
    public void Document_IsReadWithWhatThePageAdds_AndAForeignOneIsRefused()
    {
        PhoneRecords read = PhoneRecords.Read("""
            {"version":1,"person":null,"plans":[],"checks":[{"atMs":1.7e12,"zone":"Europe/Berlin","answers":{"news":"no","warm":"skip"}}],
            "walks":[{"startedMs":1.7e12,"endedMs":1.7e12,"zone":"Europe/Berlin","task":"comfortable-walk","folder":"walks/a","end":{"walkedS":61.5,"steps":100,"strides":98,"cadence":null,"files":["session.gait"]},"stopReason":"tired","after":{"fatigue":3}}],"settings":{"volume":3}}
            """);
        read.Checks.ShouldHaveSingleItem().Answers["warm"].ShouldBe("skip");
        (read.Walks[0].End!.WalkedS, read.Walks[0].StopReason, read.Walks[0].After["fatigue"]).ShouldBe((61.5, "tired", 3));
        PhoneRecords.Read("").Walks.ShouldBeEmpty();
        Should.Throw<TrainingFileException>(() => PhoneRecords.Read("""{"version":2}""")).Message.ShouldContain("version");
        Should.Throw<TrainingFileException>(() => PhoneRecords.Read("[1"));
    }

    [Fact]
    public void View_IsJsonForAPage()
    {
        string json = PhoneHome.ToJson(Home(new(), Morning));
        json.ShouldContain("\"restAfter\":2");
        json.ShouldContain("\"questions\":[{\"id\":\"news\"");
    }

    private static HomeView Home(PhoneRecords records, DateTimeOffset now) => PhoneHome.Of(records, now, Zone, Language.English);

    private static Dictionary<string, string> Said(params (string Question, string Answer)[] answers) => answers.ToDictionary(a => a.Question, a => a.Answer, StringComparer.Ordinal);

    private static PhoneCheck Check(DateTimeOffset at, Dictionary<string, string> answers) => new() { AtMs = at.ToUnixTimeMilliseconds(), Zone = Zone, Answers = answers };

    private static PhoneWalk Walk(DateTimeOffset at, string why, double walkedS) => new()
    {
        StartedMs = at.ToUnixTimeMilliseconds(),
        EndedMs = at.AddSeconds(walkedS).ToUnixTimeMilliseconds(),
        Zone = Zone,
        Task = "comfortable-walk",
        Folder = $"walks/{at:yyyyMMddHHmm}",
        End = new PhoneDose { WalkedS = walkedS, Steps = (int)(walkedS * 1.8), Strides = (int)(walkedS * 1.7) },
        StopReason = why,
    };
}
