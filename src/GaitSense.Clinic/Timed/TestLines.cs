using System.Globalization;
using GaitSense.Core;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;

namespace GaitSense.Clinic.Timed;

/// <summary>A timed test in lines: its setup, its trials, its result.</summary>
public static class TestLines
{
    /// <summary>What is prepared and what is read aloud before a part of a test.</summary>
    public static IEnumerable<string> Before(TestSetting setting, TestScripts scripts)
    {
        TestDefinition test = setting.Test;
        yield return $"{test.Name}, instruction {setting.InstructionGiven}; result: {DefinitionWords.Of(setting.OfficialDefinition)}";
        if (setting.CorridorM is { } corridor) yield return $"corridor: {Number(corridor, "0.##")} m from mark to mark";
        foreach (string key in test.Setup.Where(k => setting.HasSecondLine || k is not "test.line.second-line")) yield return "  - " + scripts.Text(key, test);
        yield return scripts.ReadAloud;
        yield return "  " + scripts.Text(test.Script[setting.InstructionGiven], test);
    }

    /// <summary>What the keys do.</summary>
    public static IEnumerable<string> Keys(TestDefinition test)
    {
        string during = string.Join(", ", new[] { test.Kind == TestKind.Distance ? "l: a length of the corridor is walked, r: rests, and walks on" : null, test.Kind == TestKind.DualTask ? "e: an error in the second task" : null, "x: breaks off" }.OfType<string>());
        yield return $"Keys: space: go, and stop ({(test.DurationS is null ? "as the foot crosses the line, or the person sits" : "before its time is over")}); a: go comes although the feet are not still; {during}; q: ends the test. A presenter's page keys are the space bar.";
    }

    /// <summary>A trial that has ended, before a person has looked at it.</summary>
    public static IEnumerable<string> Of(TestSetting setting, TrialDraft draft, TrialOutcome outcome)
    {
        yield return $"trial {Whole(draft.No)}{(draft.IsPractice ? ", practice" : "")}: {Values(setting, outcome)}";
        foreach ((FeetTime time, int i) in outcome.Feet.Select((f, i) => (f, i)).Where(_ => outcome.Feet.Count > 1))
            yield return $"  {Whole(i + 1)}: {Number(time.TimeS)} s{(time.Crosses is { } foot ? $", the {Words.Of(foot)} foot crosses first" : "")} ({Number(100 * time.Share, "0")} %){(i == 0 ? $", taken unless you choose: {(outcome.WatchS is null ? "the more likely" : "nearest to the button")}" : "")}";
        foreach (string line in Parts(outcome.Parts)) yield return line;
        foreach (string note in outcome.Notes) yield return "  attention: " + note;
    }

    /// <summary>A trial that is kept.</summary>
    public static string Of(Trial trial, TestDefinition test)
    {
        string what = $"trial {Whole(trial.No)}{(trial.Practice ? ", practice" : "")} is kept: ";
        if (trial.Validity == Validity.Invalid) return what + "does not count (" + trial.Reason + ")";
        string value = trial.Official is { } official ? $"{Number(official)} {test.Unit}" : test.Kind == TestKind.DualTask ? "the walk " + (trial.Instruction is "dual" ? "with the second task" : "alone") : "no result";
        return what + value + (trial.Validity == Validity.Attention ? ", waits for a person's eye" : "") + (trial.Reason.Length > 0 ? " (" + trial.Reason + ")" : "");
    }

    /// <summary>The result of a test.</summary>
    public static IEnumerable<string> Of(TestResult result)
    {
        TestDefinition test = result.Setting.Test;
        if (result.Summary is { } summary)
            yield return $"{test.Id}: {Number(summary.Value)} {test.Unit}{Mean(test, summary.Trials)}: {DefinitionWords.Of(summary.Definition)}; instruction {result.Setting.InstructionGiven}";
        else
            yield return $"{test.Id}: no result: {Whole(result.Trials.Count(t => t is { Practice: false, Validity: Validity.Valid }))} of {Whole(test.Trials * (test.Kind == TestKind.DualTask ? 2 : 1))} trials count";
        if (result.ByFeet is { } feet) yield return $"by the feet: {Number(feet.Value)} {test.Unit}{Mean(test, feet.Trials)}: {DefinitionWords.Of(feet.Definition)}; a series of its own, never compared with the other";
        if (result.Truth is [var first, ..])
            yield return $"truth of the simulation, trial by trial: {string.Join(", ", result.Truth.Select(t => Number(t.Truth) + " " + t.Unit))}, {DefinitionWords.Of(first.Definition)}{(CostTruth(result) is { } cost ? $"; cost {Number(cost)} %" : "")}";
        yield return "source: " + test.Source;
        if (result.IsSimulated) yield return "simulated: no person walked it, and it counts for nobody";
    }

    /// <summary>The truth of a simulated trial.</summary>
    public static string Of(TrialTruth truth) =>
        $"truth of the simulation: {Number(truth.Truth)} {truth.Unit}, {DefinitionWords.Of(truth.Definition)}{(truth.Parts is { } parts ? "; " + string.Join(", ", parts.Select(Of)) : "")}";

    private static double? CostTruth(TestResult result) =>
        result.Setting.Test.Kind == TestKind.DualTask && result.Truth is [.., var alone, var dual] ? DualTaskCost.Percent(alone.Truth, dual.Truth) : null;

    // Those whose name says all stand in one line.
    private static IEnumerable<string> Parts(IReadOnlyList<TrialPart> parts)
    {
        if (parts.Where(p => PartWords.Covers(p.Name) is null).ToArray() is { Length: > 0 } plain) yield return "  " + string.Join(", ", plain.Select(Of));
        foreach (TrialPart part in parts)
            if (PartWords.Covers(part.Name) is { } covers) yield return $"  {Of(part)}: {covers}";
    }

    private static string Mean(TestDefinition test, int trials) => test.Summary is "mean" && trials > 1 ? $", mean of {Whole(trials)}" : "";

    // Of several distances the official one comes first, each by its name.
    private static string Values(TestSetting setting, TrialOutcome outcome)
    {
        TestDefinition test = setting.Test;
        if (test.Kind == TestKind.Distance)
        {
            string[] distances = [.. outcome.Values.OrderByDescending(v => string.Equals(v.Key, setting.OfficialDefinition, StringComparison.Ordinal)).Select(v => $"{DefinitionWords.InBrief(v.Key)} {Number(v.Value, "0.0")} m")];
            return distances.Length > 0 ? string.Join(", ", distances) : "no distance";
        }

        string?[] all =
        [
            outcome.WatchS is { } watch ? $"stopwatch {Number(watch)} s" : null,
            outcome.Feet is [var first, ..] ? $"feet {Number(first.TimeS)} s" : test.FeetSeries is TestDefinitions.FeetLeaveToCross ? "no time by the feet" : null,
        ];
        return all.OfType<string>().ToArray() is { Length: > 0 } some ? string.Join(", ", some) : "walked";
    }

    private static string Of(TrialPart part) => $"{PartWords.Of(part.Name)} {Number(part.Value)}{(part.Unit is "1" ? "" : " " + part.Unit)}";

    private static string Number(double value, string form = "0.00") => value.ToString(form is "0.00" && value == Math.Round(value) ? "0.##" : form, CultureInfo.InvariantCulture);

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
