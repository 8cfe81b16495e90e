using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Engine;
using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Tests;

/// <summary>Tasks for the mind, second by second: asked at 100 s for 60 s, begun when the words are over, and compared with the minute before.</summary>
public sealed class TaskBlocksTests
{
    private readonly HeardCues _heard = new();
    private readonly OpenCues _cues;

    public TaskBlocksTests() => _cues = new OpenCues(_heard);

    [Theory]
    [InlineData(Practice.Forward, TaskKind.Sevens, Phrases.TaskSevens, Phrases.TaskEnd)]
    [InlineData(Practice.Forward, TaskKind.Threes, Phrases.TaskThrees, Phrases.TaskEnd)]
    [InlineData(Practice.Backward, TaskKind.Animals, Phrases.TaskAnimals, Phrases.TaskOver)]
    [InlineData(Practice.Backward, TaskKind.Letter, Phrases.TaskLetter, Phrases.TaskOver)]
    public void Task_IsAskedAtItsTime_AndItsEndIsSaidAfterItsDuration(Practice practice, TaskKind task, string asked, string end)
    {
        TaskBlocks tasks = Tasks(practice, task);
        Advance(tasks, 99.99);
        _heard.Decided.ShouldBeEmpty();
        tasks.Advance(At(100), 100, mayBegin: false);
        _heard.Decided.ShouldBeEmpty();
        Advance(tasks, 100, 104.99, 105, 159.99);
        _heard.Decided.Select(c => c.Phrase).ShouldBe([asked]);
        Advance(tasks, 160);
        _heard.Decided.Select(c => c.Phrase).ShouldBe([asked, end]);
        Advance(tasks, 165, 170, 300);
        _heard.Decided.Count.ShouldBe(2, "once");
    }

    [Theory, InlineData(104.99, 0), InlineData(105, 1)]
    public void Task_BeginsWhenItsWordsAreOver(double atS, int begun)
    {
        TaskBlocks tasks = Tasks(Practice.Forward, TaskKind.Sevens);
        Advance(tasks, 100, atS);
        tasks.Costs.Count().ShouldBe(begun);
    }

    [Fact]
    public void Task_WhoseWordsWereCut_IsAskedAgain()
    {
        TaskBlocks tasks = Tasks(Practice.Forward, TaskKind.Sevens);
        Advance(tasks, 100);
        _cues.Say(Phrases.Stop, At(102), urgent: true);
        Advance(tasks, 103, 105, 107);
        tasks.Costs.ShouldBeEmpty();
        _heard.Decided.Select(c => c.Phrase).ShouldBe([Phrases.TaskSevens, Phrases.Stop, Phrases.TaskSevens]);
        Advance(tasks, 112);
        tasks.Costs.Count().ShouldBe(1);
    }

    [Fact]
    public void Stop_BreaksOffATaskThatHasBegun_AndItCostsNothing()
    {
        TaskBlocks tasks = Tasks(Practice.Forward, TaskKind.Sevens);
        Advance(tasks, 100, 106);
        tasks.Said(Phrases.Rest).ShouldBe(Phrases.Rest);
        tasks.Costs.Count().ShouldBe(1);
        tasks.Said(Phrases.Stop).ShouldBe(Phrases.Stop);
        tasks.Costs.ShouldBeEmpty();
        Advance(tasks, 107);
        _heard.Decided[^1].Phrase.ShouldBe(Phrases.TaskOver);
    }

    [Fact]
    public void Tasks_ComeOneAtATime_InTheOrderOfTheirTimes()
    {
        TaskBlocks tasks = new(new CuePlan { Tasks = [new TaskPlan { Task = TaskKind.Animals, AtS = 200, DurationS = 60 }, new TaskPlan { Task = TaskKind.Sevens, AtS = 100, DurationS = 60 }] }, _cues);
        Advance(tasks, 300, 305);
        _heard.Decided.Select(c => c.Phrase).ShouldBe([Phrases.TaskSevens]);
        Advance(tasks, 360, 365, 370);
        _heard.Decided.Select(c => c.Phrase).ShouldBe([Phrases.TaskSevens, Phrases.TaskEnd, Phrases.TaskAnimals]);
    }

    // 1 m/s before and 0.8 m/s during it, all with cues or all without: a fifth. Strides before 40 s and from before the words were over count for neither.
    [Theory, InlineData(true), InlineData(false)]
    public void Cost_IsOfTheMinuteBeforeAndTheTask(bool isCued)
    {
        TaskBlocks tasks = Tasks(Practice.Forward, TaskKind.Sevens);
        Walk(tasks, 0, 39, 3, isCued);
        Walk(tasks, 40, 99, 1, isCued);
        Advance(tasks, 100);
        Walk(tasks, 100, 104, 3, isCued);
        Advance(tasks, 105);
        Walk(tasks, 105, 155, 0.8, isCued);
        Advance(tasks, 160);
        Walk(tasks, 160, 200, 3, isCued);
        DualTaskCost cost = tasks.Costs.Single();
        cost.SpeedPercent!.Value.ShouldBe(20, 1e-9);
        cost.StrideLengthPercent!.Value.ShouldBe(20, 1e-9);
    }

    [Fact]
    public void Cost_IsThatWithCuesWhereBothAreKnown()
    {
        TaskBlocks tasks = Tasks(Practice.Forward, TaskKind.Sevens);
        Walk(tasks, 40, 60, 1, isCued: false);
        Walk(tasks, 61, 99, 1, isCued: true);
        Advance(tasks, 100, 105);
        Walk(tasks, 105, 130, 0.5, isCued: false);
        Walk(tasks, 131, 155, 0.8, isCued: true);
        tasks.Costs.Single().SpeedPercent!.Value.ShouldBe(20, 1e-9);
    }

    // Four blocks of four strides are needed: sixteen, with the one that begins as the words end, and as the minute before begins.
    [Theory, InlineData(40, 105, true), InlineData(41, 105, false), InlineData(40, 106, false)]
    public void Cost_NeedsSixteenStridesOfEach_FromTheMomentOn(int beforeFromS, int duringFromS, bool isKnown)
    {
        TaskBlocks tasks = Tasks(Practice.Forward, TaskKind.Sevens);
        Walk(tasks, beforeFromS, 55, 1, isCued: true);
        Advance(tasks, 100, 105);
        Walk(tasks, duringFromS, 120, 0.8, isCued: true);
        tasks.Costs.Single().SpeedPercent.HasValue.ShouldBe(isKnown);
    }

    [Fact]
    public void Cost_ComparesWhatIsAlike()
    {
        TaskBlocks tasks = Tasks(Practice.Forward, TaskKind.Sevens);
        Walk(tasks, 40, 99, 1, isCued: true);
        Advance(tasks, 100, 105);
        Walk(tasks, 105, 155, 0.8, isCued: false);
        tasks.Costs.Single().SpeedPercent.ShouldBeNull("cues before, none during it");
    }

    // Strides of a second, each known as it ends.
    private static void Walk(TaskBlocks tasks, int fromS, int toS, double speedMps, bool isCued)
    {
        for (int at = fromS; at <= toS; at++) tasks.Straight(new Stride { LengthM = speedMps, Start = At(at), End = At(at + 1) }, at, isCued);
    }

    private TaskBlocks Tasks(Practice practice, TaskKind task) =>
        new(new CuePlan { Practice = practice, Backward = new BackwardPlan { Tasks = true }, Tasks = [new TaskPlan { Task = task, AtS = 100, DurationS = 60 }] }, _cues);

    private static void Advance(TaskBlocks tasks, params double[] atS)
    {
        foreach (double at in atS) tasks.Advance(At(at), at, mayBegin: true);
    }

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);
}
