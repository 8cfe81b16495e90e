using System.Globalization;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Engine;
using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Tests;

/// <summary>What is said of a walk from the few strides of its start: nothing that chance, turns or an unsteady start make look so.</summary>
public sealed class FairVerdictTests
{
    private readonly record struct Manner(string Name, double VariationPercent, double Limp, int StraightSteps, double Persistence);

    // Steady and unsteady, even and uneven, with turns and without, strides that follow each other.
    private static readonly Manner[] s_manners =
    [
        new("steady", 3, 0, int.MaxValue, 0), new("steady, with turns", 3, 0, 16, 0), new("unsteady", 12, 0, int.MaxValue, 0), new("unsteady, with turns", 10, 0, 20, 0.5),
        new("limping, with turns", 5, 0.15, 22, 0.3), new("slowly wavering", 5, 0.05, int.MaxValue, 0.9),
    ];

    private static readonly int[] s_strides = [10, 15, 30];

    private static readonly TaskPlan[] s_task = [new() { AtS = 90, DurationS = 60 }];

    // 6 manners x 3 lengths of the baseline x 12 walkers: cues change nothing, and nobody tires.
    [Fact]
    public void CuesThatChangeNothing_AreSaidToHarmOrHelpAtMostOneWalkInAHundred_AndNobodyIsSentToRest()
    {
        Mutation.SkipLong();
        int walks = 0, verdicts = 0;
        List<string> wrong = [];
        foreach (Manner manner in s_manners)
        {
            foreach (int strides in s_strides)
            {
                for (int seed = 0; seed < 12; seed++, walks++)
                {
                    Stepper walk = Walk(manner, strides, seed, 178, () => 1);
                    CueReport report = walk.Engine.Report();
                    if (report.StrideLength is { } v)
                    {
                        verdicts++;
                        if (v.IsWorse || v.IsBetter) wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{manner.Name}, {strides} strides: {v.ChangePercent:0.0} %"));
                    }

                    if (walk.Cues.Said.Contains(Phrases.Rest, StringComparer.Ordinal)) wrong.Add($"{manner.Name}, {strides} strides: rest");
                }
            }
        }

        verdicts.ShouldBeGreaterThan(walks / 2);
        wrong.Count.ShouldBeLessThanOrEqualTo(walks / 100, string.Join("; ", wrong));
    }

    [Theory, InlineData(10, 75), InlineData(15, 110), InlineData(30, 200)]
    public void StridesThatAreATenthShorterWithCues_AreSaidToBeWorse(int strides, double withinS)
    {
        Mutation.SkipLong();
        int found = 0;
        for (int seed = 0; seed < 10; seed++)
        {
            Stepper? walk = null;
            walk = Walk(s_manners[0], strides, seed, withinS, () => walk?.Engine.TempoStepsPerMin is null ? 1 : 0.9, w => walk = w);
            if (walk.Engine.Report().StrideLength is { IsWorse: true }) found++;
        }

        found.ShouldBeGreaterThanOrEqualTo(9);
    }

    // Slower and shorter from stride to stride, cues or not.
    [Fact]
    public void WalkerWhoTiresEvenly_CuesAreNotBlamed()
    {
        for (int seed = 0; seed < 10; seed++)
        {
            Stepper? walk = null;
            walk = Walk(s_manners[0], 10, seed, 280, () => 1 - (0.05 * (walk?.NowS ?? 0) / 60), w => walk = w);
            walk.Engine.Report().StrideLength!.Value.IsWorse.ShouldBeFalse();
            walk.Cues.Said.Contains(Phrases.Rest, StringComparer.Ordinal).ShouldBeTrue("tired by a fifth, a rest is offered");
        }
    }

    [Fact]
    public void OneFootThatShortens_ARestIsOfferedWithinAMinuteAndAHalf()
    {
        Mutation.SkipLong();
        for (int seed = 0; seed < 10; seed++)
        {
            Stepper? walk = null;
            walk = Walk(s_manners[0], 15, seed, 170, () => walk is { NowS: > 80, Next: Core.Foot.Right } ? 0.88 : 1, w => walk = w);
            walk.Cues.Said.Contains(Phrases.Rest, StringComparer.Ordinal).ShouldBeTrue();
        }
    }

    // A task that changes nothing, asked at a minute and a half; and one that shortens each stride by a tenth.
    [Fact]
    public void TaskThatChangesNothing_HasAClearCostInAtMostOneWalkInAHundred_AndOneOfATenthIsFound()
    {
        Mutation.SkipLong();
        int walks = 0, costs = 0, found = 0;
        List<string> wrong = [];
        foreach (Manner manner in s_manners)
        {
            for (int seed = 0; seed < 17; seed++, walks++)
            {
                if (Walk(manner, 15, seed, 155, () => 1, tasks: s_task).Engine.Report().Tasks.Single().StrideLength is not { } v) continue;
                costs++;
                if (v.IsWorse || v.IsBetter) wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{manner.Name}: {v.ChangePercent:0.0} %"));
            }
        }

        for (int seed = 0; seed < 10; seed++)
        {
            Stepper? walk = null;
            walk = Walk(s_manners[1], 15, seed, 155, () => walk is { NowS: > 90 } ? 0.9 : 1, w => walk = w, s_task);
            if (walk.Engine.Report().Tasks.Single().StrideLength is { IsWorse: true }) found++;
        }

        costs.ShouldBeGreaterThan(walks * 3 / 4);
        wrong.Count.ShouldBeLessThanOrEqualTo(walks / 100, string.Join("; ", wrong));
        found.ShouldBeGreaterThanOrEqualTo(9);
    }

    private static Stepper Walk(Manner manner, int strides, int seed, double seconds, Func<double> scale, Action<Stepper>? begun = null, IReadOnlyList<TaskPlan>? tasks = null)
    {
        Random chance = new(seed);
        Stepper walk = new(new CuePlan { Rhythm = new RhythmPlan { BaselineS = 60, BaselineStrides = strides }, Tasks = tasks ?? [] });
        begun?.Invoke(walk);
        double stray = 0;
        for (int i = 0; walk.NowS < seconds; i++)
        {
            double normal = Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
            stray = (manner.Persistence * stray) + (Math.Sqrt(1 - (manner.Persistence * manner.Persistence)) * normal);
            bool turns = i % manner.StraightSteps >= manner.StraightSteps - 6;
            double even = 1 + ((walk.Next == Core.Foot.Left ? 0.5 : -0.5) * manner.Limp);
            walk.TurnDeg = turns ? 60 : 0;
            walk.LengthM = 1.1 * even * scale() * (turns ? 0.6 : 1) * (1 + (manner.VariationPercent / 100 * stray));
            walk.Step(0.5);
        }

        return walk;
    }
}
