using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Engine;
using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Tests;

/// <summary>Tasks for the mind: they begin and end in words that were heard, and never where walking itself is not confirmed.</summary>
public sealed class TaskTests
{
    private static readonly TaskPlan Sevens = new() { Task = TaskKind.Sevens, AtS = 60, DurationS = 30 }, Animals = new() { Task = TaskKind.Animals, AtS = 90, DurationS = 30 };

    private static readonly CuePlan Plan = new() { DurationS = 3600, Rhythm = new RhythmPlan { BaselineS = 10, BaselineStrides = 6 }, Tasks = [Sevens, Animals], Rest = new RestPlan { EveryS = 900 } };

    private static readonly CuePlan Backward = Plan with
    {
        Practice = Practice.Backward,
        Backward = new BackwardPlan { BoutS = 200, PathM = 100, RestS = 10, Tasks = true },
        Rest = new RestPlan { EveryS = 30, OfferEveryS = 30 },
    };

    [Theory, InlineData(true), InlineData(false)]
    public void BackwardThatNobodyConfirmed_NothingButStopIsSaid(bool mayHaveTasks)
    {
        Stepper walk = new(Backward with { Backward = Backward.Backward with { Tasks = mayHaveTasks } }) { Direction = Core.WalkingDirection.Backward, LengthM = 0.5 };
        walk.Walk(200);
        walk.Cues.Said.ShouldBe([Phrases.Stop]);
        walk.Engine.Report().Tasks.ShouldBeEmpty();
    }

    [Fact]
    public void BackwardPlanWithTasks_IsRefusedUnlessItSaysThatTheyAreAllowed()
    {
        Mutation.SkipLong();
        CuePlanRules.Fault(Backward with { Backward = new BackwardPlan() })!.ShouldContain("backward.tasks");
        CuePlanRules.Fault(Backward).ShouldBeNull();
        BackwardPlan.Checklist(Backward).ShouldContain(l => l.Contains("tasks for the mind", StringComparison.Ordinal));
    }

    [Fact]
    public void BackwardTask_IsAskedBeforeAStretchAndEndsWithStop()
    {
        Stepper walk = new(Backward) { Direction = Core.WalkingDirection.Backward, LengthM = 0.5 };
        walk.Engine.Request(CueRequest.ConfirmChecklist);
        walk.Pass(66);
        walk.Cues.Said.ShouldContain(s => string.Equals(s, Phrases.TaskSevens, StringComparison.Ordinal));
        walk.Walk(15);
        walk.TurnDeg = 80;
        walk.Step();
        walk.Pass(15);
        string[] said = [.. walk.Cues.Said.SkipWhile(s => s is not Phrases.Stop)];
        said.ShouldBe([Phrases.Stop, Phrases.TaskOver], "nobody is told to walk on backward");
        walk.Engine.Report().Tasks.ShouldBeEmpty();
    }

    [Fact]
    public void TasksBackToBack_EachBeginsAndEndsInWordsOfItsOwn()
    {
        Stepper walk = new(Plan);
        walk.Walk(150);
        walk.Cues.Said.ShouldBe([Phrases.TaskSevens, Phrases.TaskEnd, Phrases.TaskAnimals, Phrases.TaskEnd]);
        DualTaskCost[] costs = [.. walk.Engine.Report().Tasks];
        costs[0].SpeedPercent.ShouldNotBeNull();
        costs[1].SpeedPercent.ShouldBeNull("before it there was another task");
    }

    // Silence from before, in the middle of, and after each of the words, and over more than a task.
    [Fact]
    public void SilenceThatSomebodyAsksFor_WhoeverBeganATaskIsToldItsEnd()
    {
        Mutation.SkipLong();
        for (double from = 55; from < 125; from += 2.9)
        {
            foreach (double lasts in new[] { 3.0, 40 })
            {
                Stepper walk = new(Plan);
                walk.Walk(from);
                walk.Engine.Request(CueRequest.Stop);
                walk.Walk(lasts);
                walk.Engine.Request(CueRequest.Go);
                walk.Walk(140);
                string[] said = [.. walk.Cues.Said];
                (said[^1] is Phrases.TaskEnd or Phrases.TaskOver).ShouldBeTrue($"silence from {from} s");
                int begun = said.Distinct(StringComparer.Ordinal).Count(s => s is Phrases.TaskSevens or Phrases.TaskAnimals);
                begun.ShouldBe(2);
                bool isBrokenOff = said.Contains(Phrases.TaskOver, StringComparer.Ordinal);
                walk.Engine.Report().Tasks.Count.ShouldBe(isBrokenOff ? 1 : 2, $"silence from {from} s");
            }
        }
    }

    [Fact]
    public void TaskThatIsNeverAsked_IsInNoResult()
    {
        Stepper walk = new(Plan with { Safety = new SafetyPlan { StartCheck = true } });
        walk.Walk(150);
        walk.Cues.Said.ShouldNotContain(s => string.Equals(s, Phrases.TaskSevens, StringComparison.Ordinal));
        walk.Engine.Report().Tasks.ShouldBeEmpty();
        walk.Engine.Request(CueRequest.Go);
        walk.Walk(20);
        walk.Cues.Said.ShouldContain(s => string.Equals(s, Phrases.TaskSevens, StringComparison.Ordinal), "it waited");
    }
}
