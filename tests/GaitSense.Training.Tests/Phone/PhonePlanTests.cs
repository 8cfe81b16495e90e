using GaitSense.Core;
using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Phone;
using GaitSense.Training.Plans;
using GaitSense.Training.Programmes;
using GaitSense.Training.Records;
using GaitSense.Training.Texts;

namespace GaitSense.Training.Tests.Phone;

/// <summary>A clinic's plan on a phone: what the phone offers is what the clinic's rules offer at home, backward behind its list.</summary>
public sealed class PhonePlanTests
{
    private const string Zone = "Europe/Berlin";

    // A Monday, of week 3 of a plan that began on the sixteenth.
    private static readonly DateTimeOffset Morning = new(2026, 11, 30, 9, 0, 0, TimeSpan.FromHours(1));
    private static readonly Person Someone = new() { Id = Guid.CreateVersion7(), Code = "P07", Zone = Zone };

    private static readonly Plan Given = PlanMaker.Make(new PlanRequest
    {
        Id = Guid.CreateVersion7(),
        Person = Someone,
        Programme = ProgrammeLibrary.Find("backward-8-weeks")!,
        From = new DateOnly(2026, 11, 16),
        By = "clinic",
        MadeAt = Morning.AddDays(-14),
    });

    [Fact]
    public void WithoutAPlan_NobodyIsOfferedToWalkBackward()
    {
        HomeView home = Home(new(), Morning);
        (home.Plan, home.Offer!.Task, home.Offer.Slot).ShouldBe((null, "comfortable-walk", null));
        home.Questions.ShouldNotContain(q => GateQuestions.Checklist.Contains(q.Id, StringComparer.Ordinal));
    }

    [Fact]
    public void BackwardWeek_SaysWhatIsPlanned_AsksTheList_AndOffersItOnlyThen()
    {
        PhoneRecords records = With(Given, SignedOff());
        HomeView home = Home(records, Morning);
        home.Plan.ShouldBe("Walking backward, eight weeks. It goes until 10 January 2027.");
        home.Sentence.ShouldStartWith("Walk backward 6 times. The path is 4 metres long.");
        home.Changes.ShouldBeEmpty("nobody was asked yet");
        home.AskedEachTime.ShouldBe(["path", "support", "shoes", "ear"]);
        home.Questions.Select(q => q.Id).ShouldBe(["news", "fall", "warm", "company", "path", "support", "shoes", "ear"]);
        home.Questions.Where(q => home.AskedEachTime.Contains(q.Id, StringComparer.Ordinal)).ShouldAllBe(q => !q.Skippable);
        home.Questions.Single(q => q.Id is "path").Text.ShouldBe("Is the path behind you clear for 4 metres? Is there no rug on it?");

        HomeView met = Home(records with { Checks = [Check(Morning, AllMet())] }, Morning.AddMinutes(1));
        met.Questions.ShouldBeEmpty();
        (met.Offer!.Task, met.Offer.Lengths, met.Offer.PathM).ShouldBe(("backward", 6, 4));
        met.Offer.Slot.ShouldBe(Given.Slots.Single(s => s is { Week: 3, Place: Place.Home, Task: TrainingTask.Backward }).Id);
        met.Changes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("path", "Not all points of the list are met. So do not walk backward.")]
    [InlineData("support", "Not all points of the list are met. So do not walk backward.")]
    [InlineData("shoes", "Not all points of the list are met. So do not walk backward.")]
    [InlineData("ear", "One ear must be free. So do not walk backward.")]
    [InlineData("company", "No one is near. So do not walk backward.")]
    public void OnePointThatIsNotMet_IsAWalkForward_AndItIsSaidWhy(string question, string why)
    {
        Dictionary<string, string> answers = AllMet();
        answers[question] = "no";
        HomeView home = Home(With(Given, SignedOff()) with { Checks = [Check(Morning, answers)] }, Morning.AddMinutes(1));
        home.Offer!.Task.ShouldBe("comfortable-walk");
        home.Changes.ShouldContain(why, StringComparer.Ordinal);
        home.Changes.ShouldContain("Walk forward today.", StringComparer.Ordinal);
    }

    [Fact]
    public void WithoutTheTeamsWordOfTheLastDays_ItIsAWalkForward()
    {
        PhoneRecords records = With(Given, new()) with { Checks = [Check(Morning, AllMet())] };
        Home(records, Morning.AddMinutes(1)).Changes.ShouldContain("Your team has to look at it first. So do not walk backward at home.", StringComparer.Ordinal);
    }

    [Fact]
    public void TwoFalls_OneInTheClinicsDiaryAndOneSaidHere_AreAWalkForward()
    {
        TrainingHistory known = SignedOff() with { Falls = [new Fall { Id = Guid.CreateVersion7(), PersonId = Someone.Id, LocalDate = new DateOnly(2026, 9, 1) }] };
        PhoneRecords once = With(Given, known) with { Checks = [Check(Morning, AllMet())] };
        Home(once, Morning.AddMinutes(1)).Offer!.Task.ShouldBe("backward");
        Dictionary<string, string> fell = AllMet();
        fell["fall"] = "yes";
        PhoneRecords twice = With(Given, known) with { Checks = [Check(Morning.AddDays(-5), fell), Check(Morning, AllMet())] };
        HomeView home = Home(twice, Morning.AddMinutes(1));
        home.Offer!.Task.ShouldBe("comfortable-walk");
        home.Changes.ShouldContain("You had falls. So walk backward in the clinic only.", StringComparer.Ordinal);
    }

    [Fact]
    public void AWalkOfTheSlot_CountsForIt_AndBackwardIsOnceADay()
    {
        PhoneRecords records = With(Given, SignedOff());
        Guid slot = Given.Slots.Single(s => s is { Week: 3, Place: Place.Home, Task: TrainingTask.Backward }).Id;
        PhoneWalk walk = Backward(Morning, slot);
        Home(records with { Walks = [walk] }, Morning.AddHours(1)).Reasons.ShouldContain("You have walked for today. Rest now.", StringComparer.Ordinal);
        Home(records with { Walks = [walk] }, Morning.AddDays(1)).Sentence.ShouldStartWith("Walk backward");
    }

    [Fact]
    public void ARelapse_PausesUntilTheTeamsNextPlan_WhateverThePersonSays()
    {
        PhoneCheck relapse = Check(Morning, Said(("news", "yes"), ("emergency", "no"), ("ill", "no"), ("relapse", "yes"), ("eyes", "no")));
        PhoneRecords records = With(Given, SignedOff()) with { Checks = [relapse, Check(Morning.AddDays(1), Said(("news", "no"), ("seen", "yes")))] };
        Home(records, Morning.AddDays(1).AddMinutes(1)).Offer.ShouldBeNull("with a clinic the clinic ends the pause");
        Person cleared = Someone with { RelapseOn = new DateOnly(2026, 11, 30), ClearedOn = new DateOnly(2026, 12, 5) };
        string next = PhonePlan.Of(Given, cleared, SignedOff(), Morning.AddDays(5)).Write();
        HomeView home = Home(records with { Plans = [next] }, Morning.AddDays(6));
        home.Offer.ShouldNotBeNull();
        home.Offer.Task.ShouldBe("comfortable-walk", "backward waits for 30 days");
    }

    [Fact]
    public void AFile_IsTaken_WithWhatItIsAndUntilWhen_AndALaterVersionGoesOn()
    {
        string file = PhonePlan.Of(Given, Someone, SignedOff(), Morning).Write();
        file.ShouldContain("\"person\": \"P07\"");
        PhonePlanAnswer first = Take(new(), file);
        first.Plans.ShouldBe([file]);
        first.Sentence.ShouldBe("Walking backward, eight weeks. It goes until 10 January 2027.");
        Plan second = Given with { Id = Guid.CreateVersion7(), Version = 2, Reason = "one more length" };
        string later = PhonePlan.Of(second, Someone, SignedOff(), Morning).Write();
        Take(new() { Plans = first.Plans! }, later).Plans.ShouldBe([file, later]);
        Take(new() { Plans = first.Plans! }, file).Plans.ShouldBe([file], "the same once more is the same");
        string others = PhonePlan.Of(Given with { PersonId = Guid.CreateVersion7() }, Someone with { Code = "P08" }, SignedOff(), Morning).Write();
        Take(new() { Plans = [file, later] }, others).Plans.ShouldBe([others]);
        // Of an earlier version what was walked still counts.
        Guid slot = Given.Slots.Single(s => s is { Week: 3, Place: Place.Home, Task: TrainingTask.Backward }).Id;
        Home(new() { Plans = [file, later], Walks = [Backward(Morning, slot)] }, Morning.AddHours(1)).Reasons.ShouldContain("You have walked for today. Rest now.", StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("", "This file is not a plan from your team.")]
    [InlineData("{}", "This file is not a plan from your team.")]
    [InlineData("""{"format":"gaitsense-plan"}""", "This file is not a plan from your team.")]
    [InlineData("[1", "This file is not a plan from your team.")]
    public void AFileThatIsNone_IsRefusedInWords(string text, string says)
    {
        PhonePlanAnswer answer = Take(new(), text);
        (answer.Plans, answer.Sentence).ShouldBe((null, says));
    }

    [Theory]
    [InlineData("\"lengths\": 6", "\"lengths\": 600")]
    [InlineData("\"path_m\": 4", "\"path_m\": 3")]
    [InlineData("\"path_m\": 4", "\"path_m\": 40")]
    [InlineData("\"version\": 1,", "\"version\": 9,")]
    [InlineData("\"format\": \"gaitsense-phone-plan\"", "\"format\": \"gaitsense-phone-plan\", \"tempo\": 3")]
    public void ANumberThatCannotBe_IsRefused(string from, string to)
    {
        string file = PhonePlan.Of(Given, Someone, SignedOff(), Morning).Write();
        file.ShouldContain(from);
        Take(new(), file.Replace(from, to, StringComparison.Ordinal)).Plans.ShouldBeNull();
    }

    [Fact]
    public void APlanThatIsOver_IsRefusedInWords() =>
        PhonePlans.Take(new(), PhonePlan.Of(Given, Someone, new(), Morning).Write(), Morning.AddDays(90), Zone, Language.English).ShouldBe(new PhonePlanAnswer(null, "This plan has come to its end. Ask for a new one."));

    [Fact]
    public void AfterThePlanIsTakenAway_ThePhoneIsAloneAgain_AndWhatWasWalkedStays()
    {
        PhoneRecords records = With(Given, SignedOff()) with { Walks = [Backward(Morning, Given.Slots[0].Id)], Plans = [] };
        HomeView home = Home(records, Morning.AddDays(1));
        (home.Plan, home.Offer!.Task).ShouldBe((null, "comfortable-walk"));
        home.Weeks.Sum(w => w.Walks).ShouldBe(1);
    }

    [Fact]
    public void APause_IsNotHandedToAPhone() =>
        Should.Throw<GaitSenseException>(() => PhonePlan.Of(Given, Someone with { Status = PersonStatus.Paused }, new(), Morning)).Message.ShouldContain("does not train now");

    [Fact]
    public void ThePaceBackward_IsThatOfEarlierSessions()
    {
        Session Of(double cadence, int daysAgo) => new()
        {
            Id = Guid.CreateVersion7(),
            PersonId = Someone.Id,
            Task = TrainingTask.Backward,
            Start = Morning.AddDays(-daysAgo),
            Zone = Zone,
            Place = Place.Clinic,
            Source = SessionSource.Sensors,
            Status = SessionStatus.Completed,
            Software = "test",
            Measures = [new Measure { Name = "cadence_steps_per_min", Direction = WalkingDirection.Backward, Value = cadence, N = 20, Unit = "steps/min" }],
        };
        PhonePlan plan = PhonePlan.Of(Given, Someone, new() { Sessions = [Of(50, 9), Of(90, 3), Of(86, 2), Of(84, 1)] }, Morning);
        plan.BackwardCadenceStepsPerMin.ShouldBe(86, "the middle one of the last three");
        Home(new() { Plans = [plan.Write()] }, Morning).Offer!.BackwardCadence.ShouldBe(86);
    }

    private static PhonePlanAnswer Take(PhoneRecords records, string text) => PhonePlans.Take(records, text, Morning, Zone, Language.English);

    private static HomeView Home(PhoneRecords records, DateTimeOffset now) => PhoneHome.Of(records, now, Zone, Language.English);

    private static PhoneRecords With(Plan plan, TrainingHistory known) => new() { Plans = [PhonePlan.Of(plan, Someone, known, Morning.AddDays(-7)).Write()] };

    private static TrainingHistory SignedOff() => new()
    {
        SignOffs = [new SignOff { Id = Guid.CreateVersion7(), PersonId = Someone.Id, What = SignOffKind.BackwardAtHome, By = "clinic", From = new DateOnly(2026, 11, 25), Until = new DateOnly(2026, 12, 31) }],
    };

    private static Dictionary<string, string> AllMet() =>
        Said(("news", "no"), ("fall", "no"), ("warm", "no"), ("company", "yes"), ("path", "yes"), ("support", "yes"), ("shoes", "yes"), ("ear", "yes"));

    private static Dictionary<string, string> Said(params (string Question, string Answer)[] answers) => answers.ToDictionary(a => a.Question, a => a.Answer, StringComparer.Ordinal);

    private static PhoneCheck Check(DateTimeOffset at, Dictionary<string, string> answers) => new() { AtMs = at.ToUnixTimeMilliseconds(), Zone = Zone, Answers = answers };

    private static PhoneWalk Backward(DateTimeOffset at, Guid slot) => new()
    {
        StartedMs = at.ToUnixTimeMilliseconds(),
        EndedMs = at.AddMinutes(5).ToUnixTimeMilliseconds(),
        Zone = Zone,
        Task = "backward",
        Slot = slot,
        Folder = "walks/back",
        End = new PhoneDose { WalkedS = 200, Steps = 300, Strides = 290, BackwardM = 20, Lengths = 6 },
        StopReason = "done",
    };
}
