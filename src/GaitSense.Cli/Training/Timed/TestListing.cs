using GaitSense.Cli.App;
using GaitSense.Clinic.Documents;
using GaitSense.Training.TimedTests;
using GaitSense.Training.Verdicts;

namespace GaitSense.Cli.Training.Timed;

/// <summary>The tests as a list: what each measures, its definitions, its instructions.</summary>
internal static class TestListing
{
    /// <summary>Writes it.</summary>
    public static int Write(Terminal terminal, bool json)
    {
        if (json)
        {
            terminal.Out.Write(StoreJson.Of(TestDefinitions.All.Select(t => new ListedTest(
                t.Name, t.Id, Title(t), t.Unit, t.LengthM, t.DurationS, t.IsBackward, t.Trials, t.PracticeTrials, t.Summary, t.Official, t.Definitions, t.Instructions, t.Source))));
            return ExitCode.Done;
        }

        foreach (TestDefinition test in TestDefinitions.All)
        {
            terminal.Out.WriteLine($"{test.Id}: {Title(test)}");
            terminal.Out.WriteLine($"  {Course(test)}; {Trials(test)}; in {test.Unit}{(test.IsBackward ? "; backward, guarded: only after the checklist" : "")}");
            foreach (string definition in test.Definitions)
                terminal.Out.WriteLine($"  --official {definition}{(string.Equals(definition, test.Official, StringComparison.Ordinal) ? " (default)" : "")}: {DefinitionWords.Of(definition)}");
            terminal.Out.WriteLine($"  --instruction {string.Join(" | ", test.Instructions)}{(test.Instructions.Count > 1 && test.Kind != TestKind.DualTask ? $" (default: {test.Instructions[0]})" : test.Kind == TestKind.DualTask ? " (default: both, one after the other)" : "")}");
            terminal.Out.WriteLine($"  source: {test.Source}");
        }

        terminal.Out.WriteLine("Try one: gaitsense test t25fw --simulate");
        return ExitCode.Done;
    }

    private static string Title(TestDefinition test) => LimitTable.BuiltIn.Find(test.Id)?.Title ?? test.Id;

    private static string Course(TestDefinition test) => test switch
    {
        { Kind: TestKind.Chair, LengthM: { } m } => FormattableString.Invariant($"out of a chair, {m:0.##} m to a mark, back, and down"),
        { LengthM: { } m } => FormattableString.Invariant($"{m:0.##} m from line to line"),
        { DurationS: { } s } => FormattableString.Invariant($"{s:0} s to and fro in a corridor"),
        _ => "",
    };

    private static string Trials(TestDefinition test)
    {
        string trials = test.Kind == TestKind.DualTask ? "one walk alone, one with a second task" : test.Trials == 1 ? "1 trial" : FormattableString.Invariant($"{test.Trials} trials, their {test.Summary}");
        return test.PracticeTrials > 0 ? "1 for practice, then " + trials : trials;
    }
}
