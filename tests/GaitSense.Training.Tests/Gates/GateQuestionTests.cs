using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Plans;

namespace GaitSense.Training.Tests.Gates;

/// <summary>Which questions are put, in which order, and which may be skipped.</summary>
public sealed class GateQuestionTests
{
    private static readonly GateFacts AtHome = new() { Person = Trainee.Person, Today = Trainee.Monday, Place = Place.Home, Checks = [Asked(Trainee.Monday.AddDays(-1))] };

    private static DayCheck Asked(DateOnly day, Answer fall = Answer.No) => new() { Id = Trainee.Id(30), PersonId = Trainee.Person.Id, LocalDate = day, At = Trainee.At(day, 9), Place = Place.Home, QuestionsVersion = 1, Answers = [new("fall", fall)] };

    private static IEnumerable<string> Ids(GateFacts facts, TrainingTask task) => GateQuestions.For(facts, task).Select(q => q.Id);

    [Fact]
    public void AsUsual_AComfortableWalkHasThreeQuestions() => Ids(AtHome, TrainingTask.ComfortableWalk).ShouldBe(["news", "warm", "company"]);

    [Fact]
    public void Backward_AtHome_HasItsChecklist_WhichIsNotSkipped()
    {
        Ids(AtHome, TrainingTask.Backward).ShouldBe(["news", "warm", "company", "path", "support", "shoes", "ear"]);
        GateQuestions.All.Where(q => !q.Skippable).Select(q => q.Id).ShouldBe(["emergency", "ill", "relapse", "path", "support", "shoes", "ear"]);
        Ids(AtHome with { Place = Place.Clinic }, TrainingTask.Backward).ShouldBe(["news", "warm"]);
    }

    [Fact]
    public void SomethingNew_BringsTheQuestionsAboutIt() =>
        Ids(AtHome with { Answers = [new("news", Answer.Yes)] }, TrainingTask.ComfortableWalk).ShouldBe(["news", "emergency", "ill", "relapse", "eyes", "warm", "company"]);

    [Theory]
    [InlineData(6, Answer.No, false)]
    [InlineData(7, Answer.No, true)]
    [InlineData(1, Answer.NotSaid, true)]
    public void TheFallDiary_IsAskedOnceAWeek(int daysAgo, Answer answer, bool asked) =>
        Ids(AtHome with { Checks = [Asked(Trainee.Monday.AddDays(-daysAgo), answer)] }, TrainingTask.ComfortableWalk).Contains("fall", StringComparer.Ordinal).ShouldBe(asked);

    [Theory, InlineData(20, 2, false), InlineData(2, 20, false), InlineData(20, 9, true)]
    public void TheFallDiary_CountsFromWhenItWasLastAsked(int one, int other, bool asked) =>
        Ids(AtHome with { Checks = [Asked(Trainee.Monday.AddDays(-one)), Asked(Trainee.Monday.AddDays(-other))] }, TrainingTask.ComfortableWalk).Contains("fall", StringComparer.Ordinal).ShouldBe(asked);

    [Fact]
    public void DuringAPause_ThePersonIsAskedWhetherSomebodyHasSeenThem_WithoutAClinicOnly()
    {
        GateFacts paused = AtHome with { Person = Trainee.Person with { Status = PersonStatus.Paused } };
        Ids(paused, TrainingTask.ComfortableWalk).ShouldNotContain(q => q == "seen");
        Ids(paused with { HasClinic = false }, TrainingTask.ComfortableWalk).ShouldContain(q => q == "seen");
    }

    [Fact]
    public void OneQuestion_FollowsTheOther_AndASkippedOneIsNotPutAgain()
    {
        GateQuestions.Next(AtHome, TrainingTask.ComfortableWalk)!.Id.ShouldBe("news");
        GateQuestions.Next(AtHome with { Answers = [new("news", Answer.NotSaid)] }, TrainingTask.ComfortableWalk)!.Id.ShouldBe("warm");
        GateQuestions.Next(AtHome with { Answers = [new("news", Answer.No), new("warm", Answer.No), new("company", Answer.No)] }, TrainingTask.ComfortableWalk).ShouldBeNull();
    }
}
