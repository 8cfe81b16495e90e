using GaitSense.Core;
using GaitSense.Feedback.Backward;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Sound;

namespace GaitSense.Feedback.Plan;

/// <summary>A plan in words: what the walker will hear, when and why.</summary>
public static class CuePlanWords
{
    /// <summary>Explains a plan, one sentence or two for each thing.</summary>
    public static IReadOnlyList<string> Of(CuePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. Start(plan), .. Rhythm(plan), .. Targets(plan), .. Fading(plan), .. Backward(plan), .. Tasks(plan), .. Sound(plan), .. Vibration(plan), .. Always(plan)];
    }

    private static IEnumerable<string> Start(CuePlan plan)
    {
        bool backward = plan.Practice == Practice.Backward;
        yield return Text($"A walk {(backward ? "backward" : "forward")} of {Time(plan.DurationS)}.");
        if (plan.Safety.StartCheck) yield return "It begins with a check: the walker sits or holds on, keeps still, and taps twice with the foot that the words ask for; then is asked whether that was meant. So both sensors are heard, each is on its foot, and sound is on its side. Without it there are no cues; a check that failed can be repeated by tapping twice.";
        if (plan.Rhythm.OwnCadenceStepsPerMin is { } own) yield return Text($"The preferred cadence is known from earlier walks: {own:0} steps a minute. There is no baseline, and nothing to compare the walk with.");
        else yield return Text($"At first there is silence, for {Time(plan.Rhythm.BaselineS)} of even walking or {plan.Rhythm.BaselineStrides} strides of each foot, whichever comes first: the walker's preferred cadence, and what the rest of the walk is compared with.");
        yield return Text($"There are no cues below {plan.Rhythm.MinCadenceStepsPerMin:0} or above {plan.Rhythm.MaxCadenceStepsPerMin:0} steps a minute, or where strides vary by more than {plan.Rhythm.MaxVariationPercent:0} %.");
    }

    private static IEnumerable<string> Rhythm(CuePlan plan)
    {
        if (!plan.Rhythm.Enabled)
        {
            yield return "There is no rhythm.";
            yield break;
        }

        yield return Text($"Then a beat for each step, on the side of the foot that lands, at the moment at which it is expected to land. The beats keep to the steps: one is moved by at most {plan.Rhythm.MaxCorrectionPercent:0.#} % of a step, and the tempo changes by at most {plan.Rhythm.TempoSlewStepsPerMinPerS:0.#} steps/min in a second.");
        if (plan.Ladder.Enabled)
        {
            yield return Text($"The tempo climbs by {plan.Ladder.StepPercent:0.#} % after {Time(plan.Ladder.UpAfterS)} in time, to at most {plan.Ladder.CapPercent:0.#} % above the preferred cadence, while strides stay as long (within {plan.Ladder.MaxLengthLossPercent:0.#} %) and as even (within {plan.Ladder.MaxAsymmetryGrowthPoints:0.#} points), and never after a rest was offered.");
            yield return Text($"Out of time for {Time(plan.Ladder.BackOffAfterS)}, it goes back to the walker's pace (not below {plan.Ladder.MinPercent:0.#} %); after {plan.Ladder.BackOffs} such times it stays there.");
        }
        else
        {
            string upper = plan.Practice == Practice.Backward ? "never above it" : Text($"{plan.Rhythm.FollowPercent:0.#} % above it");
            yield return Text($"The tempo is the walker's preferred cadence and follows it, from {plan.Rhythm.FollowPercent:0.#} % below that of the start to {upper}. It never climbs by itself.");
        }
    }

    private static IEnumerable<string> Targets(CuePlan plan)
    {
        foreach (TargetPlan target in plan.Targets)
        {
            string what = target.Quantity switch
            {
                TargetQuantity.Clearance => "the lift of the foot",
                TargetQuantity.FootAngleAtContact => "the angle of the foot at its landing",
                TargetQuantity.StrideLength => "the length of the stride",
                _ => "the evenness of left and right steps",
            };
            string whose = target.Foot is { } foot ? Text($", {Words.Of(foot)} foot") : "";
            string reward = target.Reward ? "a soft sound for a good step" : "no sound for a good step";
            string word = target.Correct
                ? Text($"a few words after {plan.Correction.AfterSteps} steps in a row outside, at most every {Time(plan.Correction.EveryS)}")
                : "no words";
            yield return Text($"For {what}{whose} ({Band(target)}): {reward}, {word}.");
        }

        if (plan.Targets.Count > 1) yield return Text($"One of these is worked on at a time: the first with fewer than {plan.Correction.KeptOfTen} good steps among the last ten.");
    }

    private static string Band(TargetPlan target)
    {
        string unit = target.OfBaselinePercent ? " % of the baseline" : target.Quantity switch
        {
            TargetQuantity.FootAngleAtContact => " degrees",
            TargetQuantity.StepSymmetry => " % of symmetry index",
            _ => " m",
        };
        return (target.From, target.To) switch
        {
            ({ } from, { } to) => Text($"good from {from:0.###} to {to:0.###}{unit}"),
            ({ } from, null) => Text($"good from {from:0.###}{unit} on"),
            (null, { } to) => Text($"good up to {to:0.###}{unit}"),
            _ => "good wherever it is",
        };
    }

    private static IEnumerable<string> Fading(CuePlan plan)
    {
        if (plan.Fading.CuedMinutesPercent < 100) yield return Text($"{plan.Fading.CuedMinutesPercent:0} % of the minutes are cued; the others are silent.");
        if (plan.Fading.ProbeS > 0) yield return Text($"Before the end there is silence for {Time(plan.Fading.ProbeS)}: it shows what stays without cues.");
        yield return "Afterwards the cued part is compared with the baseline: where walking was slower or strides were shorter with cues, it says so.";
    }

    private static IEnumerable<string> Backward(CuePlan plan)
    {
        if (plan.Practice != Practice.Backward) yield break;
        yield return "Nothing is cued before somebody has confirmed:";
        foreach (string line in BackwardPlan.Checklist(plan)) yield return "  - " + line;
        yield return Text($"It is walked in stretches of at most {Time(plan.Backward.BoutS)} on {plan.Backward.PathM:0.#} m of path; the last metres are counted down, and \"stop\" has been said {BackwardBouts.RunOutM:0.#} m before its end. The next stretch begins when the walker has gone forward to the start again, or when somebody confirms the path; after a stretch of the whole time, {Time(plan.Backward.RestS)} of rest come first. Who walks backward in between is told to stop. An irregular step or a turn ends the stretch: \"{Phrases.Text(Phrases.Stop, plan.Language)}\"");
    }

    private static IEnumerable<string> Tasks(CuePlan plan)
    {
        foreach (TaskPlan task in plan.Tasks) yield return Text($"After {Time(task.AtS)}, for {Time(task.DurationS)}: a task for the mind ({task.Task.ToString().ToLowerInvariant()}), and what it costs the walk.");
    }

    private static IEnumerable<string> Sound(CuePlan plan)
    {
        SoundOptions sound = plan.Sound;
        string where = sound.Ears == EarMode.Both
            ? plan.Practice == Practice.Backward ? "from a loudspeaker, a foot's on its side; no headphones cover both ears" : "in both ears, a foot's on its side"
            : Text($"in the {sound.Ears.ToString().ToLowerInvariant()} ear alone; the other one stays free for the surroundings, and the sides differ by pitch");
        (double left, double right) = CueTones.PitchesHz(sound);
        yield return Text($"Cues are heard {where}: the left beat at {left:0} Hz, the right one higher, at {right:0} Hz. No tone is below {sound.MinHz:0} or above {sound.MaxHz:0} Hz, for who hears high or low tones badly.");
        yield return Text($"The volume is {-sound.VolumeDb:0.#} dB below the loudest, and no sample is ever above {sound.CeilingDb:0.#} dB of full scale. The first cues are softer, and so are those after a silence.");
    }

    private static IEnumerable<string> Vibration(CuePlan plan)
    {
        VibrationPlan v = plan.Vibration;
        if (!v.IsOn)
        {
            yield return "Nothing is felt: the sensors' motors stay off.";
            yield break;
        }

        if (v.Beats) yield return Text($"Where a sensor has a motor, each beat is also felt, on the foot that lands: {v.PulseMs} ms at {v.StrengthPercent:0} % of the motor's strength at most.");
        if (v.GoodSteps) yield return Text($"Where a sensor has a motor, a good step is also felt on its foot: a soft pulse of {v.PulseMs} ms, {v.StrengthPercent:0} % of the motor's strength at most.");
        if (v.Corrections) yield return Text($"Where a sensor has a motor, a correction is also felt, as one pulse of {v.CorrectionMs} ms on the foot it is about.");
        yield return Text($"Pulses are sent {v.LatencyMs:0} ms ahead, which is what the radio and the motor take; one that would be felt late is left out. In silence nothing is felt.");
    }

    private static IEnumerable<string> Always(CuePlan plan)
    {
        yield return Text($"A rest is offered after {Time(plan.Rest.EveryS)} of walking, when a minute is {-plan.Rest.DistanceIndexPercent:0} % shorter than the first, or when strides get less even by {plan.Rest.AsymmetryGrowthPoints:0} points.");
        yield return Text($"Cues stop within one step when a step does not come, is irregular or unsure, when a sensor is not heard for {1000 * plan.Safety.MaxSensorGapS:0} ms, when the feet's clocks disagree, or when the walk goes another way. They come back, softly, after {plan.Safety.CleanSteps} clean steps.");
        yield return "One touch stops them until they are asked for again.";
    }

    private static string Time(double seconds) => seconds switch
    {
        >= 60 when seconds % 60 == 0 => Text($"{seconds / 60:0} {(seconds == 60 ? "minute" : "minutes")}"),
        _ => Text($"{seconds:0.#} s"),
    };

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
