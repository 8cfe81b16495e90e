using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Clinic.Courses;
using GaitSense.Training.Texts;
using GaitSense.Training.TimedTests;

namespace GaitSense.Cli.Training.Timed;

/// <summary>What is chosen of a timed test on the command line.</summary>
internal sealed class TestOptions
{
    private readonly Argument<string?> _test = CommonOptions.NoOptions(new Argument<string?>("TEST")
    {
        Description = $"Which: {string.Join(", ", TestDefinitions.All.Select(t => t.Id))}. Left out: the tests are listed.",
        Arity = ArgumentArity.ZeroOrOne,
    });

    private readonly Option<string?> _instruction = new("--instruction") { Description = "The instruction that is given; gaitsense test lists them. Default: the test's first. Results of different instructions are never compared.", HelpName = "WORD" };
    private readonly Option<string?> _official = new("--official") { Description = "The clinic's definition of the result; gaitsense test lists them. Default: the test's own.", HelpName = "DEFINITION" };
    private readonly Option<double?> _corridor = new("--corridor") { Description = "Length of the corridor, from mark to mark, 5 to 100 m, for tests of distance.", HelpName = "M" };
    private readonly Option<bool> _noSecondLine = new("--no-second-line") { Description = "There is no second line to stop at: the feet's time is known less well." };
    private readonly Option<string> _language = new("--language") { Description = "Language of setup and script: en or de.", DefaultValueFactory = _ => "en" };
    private readonly Option<bool> _auto = new("--auto") { Description = "With --simulate: a simulated hand presses Go and Stop. Without a keyboard it does so anyway." };
    private readonly Option<double[]> _goAt = Times("--go-at", "Go at these seconds of the walk, like 12.5,60, and no keys: of a recording, or where nobody can press.");
    private readonly Option<double[]> _stopAt = Times("--stop-at", "With --go-at: the clock is stopped at these seconds.");

    /// <summary>The options.</summary>
    public TestOptions()
    {
        _language.AcceptOnlyFromAmong("en", "de");
        _test.CompletionSources.Add(_ => [.. TestDefinitions.All.Select(t => new System.CommandLine.Completions.CompletionItem(t.Id))]);
    }

    /// <summary>Which test.</summary>
    public Argument<string?> Test => _test;

    /// <summary>All options, for a command's list.</summary>
    public IEnumerable<Option> All => [_instruction, _official, _corridor, _noSecondLine, _language, _auto, _goAt, _stopAt];

    /// <summary>Whether a simulated hand is asked for.</summary>
    public bool IsAuto(ParseResult parsed) => parsed.GetValue(_auto);

    /// <summary>The scripts.</summary>
    public TestScripts Scripts(ParseResult parsed) => TestScripts.Of(parsed.GetValue(_language) is "de" ? Language.German : Language.English);

    /// <summary>The times that are given.</summary>
    /// <exception cref="UsageException">They cannot be.</exception>
    public (double[] GoS, double[] StopS) TimesOf(ParseResult parsed)
    {
        (double[] go, double[] stop) = (parsed.GetValue(_goAt) ?? [], parsed.GetValue(_stopAt) ?? []);
        if (go.Length == 0 && stop.Length > 0) throw new UsageException("--stop-at says when clocks stop that --go-at started: give --go-at too.");
        if (stop.Length > go.Length) throw new UsageException($"--stop-at has {stop.Length} times, --go-at {go.Length}: each stop needs its go.");
        if (go.Concat(stop).FirstOrDefault(t => !(t >= 0 && double.IsFinite(t)), 0) is var odd && odd != 0) throw new UsageException(FormattableString.Invariant($"--go-at and --stop-at are seconds of the walk, from 0 on, not {odd}."));
        for (int i = 0; i < go.Length; i++)
        {
            if (i < stop.Length && !(stop[i] > go[i])) throw new UsageException(FormattableString.Invariant($"--stop-at {stop[i]} is not after its go at {go[i]}."));
            if (i > 0 && !(go[i] > (i <= stop.Length ? stop[i - 1] : go[i - 1]))) throw new UsageException(FormattableString.Invariant($"--go-at {go[i]} is not after the trial before it."));
        }

        if (go.Length > 0 && parsed.GetValue(_auto)) throw new UsageException("--auto and --go-at exclude each other.");
        return (go, stop);
    }

    /// <summary>What was chosen.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="isSimulated">Whether the corridor is a simulated one, whose length is as we like.</param>
    /// <exception cref="UsageException">There is no such test, or it cannot be done so.</exception>
    public TestSetting Of(ParseResult parsed, bool isSimulated)
    {
        string id = parsed.GetValue(_test)!;
        TestDefinition test = TestDefinitions.Find(id)
            ?? throw new UsageException($"there is no test called {id}{DidYouMean.Ending(id, TestDefinitions.All.Select(t => t.Id))} gaitsense test lists them.");
        if (parsed.GetValue(_corridor) is not null && test.Kind is not (TestKind.Distance or TestKind.DualTask)) throw new UsageException($"--corridor is for walks to and fro; {test.Id} has none.");
        if (parsed.GetValue(_noSecondLine) && test.RunOutM is null) throw new UsageException($"--no-second-line is for tests with lines; {test.Id} has none.");
        TestSetting setting = new()
        {
            Test = test,
            Instruction = parsed.GetValue(_instruction),
            Official = parsed.GetValue(_official),
            CorridorM = parsed.GetValue(_corridor) ?? (isSimulated && test.Kind == TestKind.Distance ? CourseTrial.CorridorM : null),
            HasSecondLine = !parsed.GetValue(_noSecondLine),
        };
        return setting.FindFault() is { } fault ? throw new UsageException($"{fault}{(setting.CorridorM is null && test.Kind == TestKind.Distance ? " Give --corridor M, or --official stride-sum." : "")}") : setting;
    }

    private static Option<double[]> Times(string name, string description)
    {
        Option<double[]> option = new(name) { Description = description, HelpName = "S,..", CustomParser = static r => Parse(r) ?? [] };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && Read(result.Tokens[0].Value) is null) result.AddError($"{name} is {result.Tokens[0].Value}; it should be seconds, each later than the one before, like 12.5,60.");
        });
        return option;
    }

    private static double[]? Parse(ArgumentResult result) => result.Tokens.Count == 1 ? Read(result.Tokens[0].Value) : null;

    private static double[]? Read(string text)
    {
        List<double> times = [];
        foreach (string part in text.Split(','))
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double s) || s > 86400 || (times.Count > 0 && s <= times[^1])) return null;
            times.Add(s);
        }

        return [.. times];
    }
}
