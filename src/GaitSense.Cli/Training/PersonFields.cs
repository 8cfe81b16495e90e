using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GaitSense.Core;
using GaitSense.Training.People;

namespace GaitSense.Cli.Training;

/// <summary>What is kept of a person, as options: what is not given stays as it is.</summary>
internal sealed class PersonFields
{
    private readonly Option<string?> _zone = new("--zone") { Description = "Where the person lives, an IANA zone like Europe/Berlin: a plan's days are days there. Default: this computer's.", HelpName = "ZONE" };
    private readonly Option<string?> _aid = Choice<WalkingAid>("--aid", "The usual walking aid; none is said too. Without it and the orthosis there is no verdict of change.");
    private readonly Option<string?> _orthosis = Choice<Orthosis>("--orthosis", "What supports or lifts a foot.");
    private readonly Option<string?> _affected = Choice<AffectedSide>("--affected-side", "The weaker side.");
    private readonly Option<double?> _leg = new("--leg-length") { Description = "Leg length, 0.5 to 1.3 m.", HelpName = "M" };
    private readonly Option<int?> _steps = new("--disease-steps") { Description = "Patient-determined disease steps, 0 to 8.", HelpName = "N" };
    private readonly Option<string?> _relapse = DateOption("--relapse", "Day of a reported relapse, like 2026-11-20: training pauses.");
    private readonly Option<string?> _cleared = DateOption("--cleared", "Day on which the pause after a relapse was ended.");
    private readonly Option<string?> _status = Choice<PersonStatus>("--status", "Whether the person trains.");

    /// <summary>The options.</summary>
    public PersonFields()
    {
        _leg.Validators.Add(static r => Check(r, "--leg-length", "0.5 to 1.3 m", PersonLimits.IsLeg));
        _steps.Validators.Add(static r => Check(r, "--disease-steps", "0 to 8", PersonLimits.IsDiseaseStep));
    }

    /// <summary>All of them, for a command's list.</summary>
    public IEnumerable<Option> All => [_zone, _aid, _orthosis, _affected, _leg, _steps, _relapse, _cleared, _status];

    /// <summary>Whether any was given.</summary>
    public bool AreGiven(ParseResult parsed) => All.Any(o => parsed.GetResult(o) is { Implicit: false });

    /// <summary>A person with what was given.</summary>
    public Person On(Person person, ParseResult parsed) => person with
    {
        Zone = parsed.GetValue(_zone) ?? person.Zone,
        Aid = Said<WalkingAid>(parsed, _aid) ?? person.Aid,
        Orthosis = Said<Orthosis>(parsed, _orthosis) ?? person.Orthosis,
        AffectedSide = Of(parsed, _affected, person.AffectedSide),
        LegLengthM = parsed.GetValue(_leg) ?? person.LegLengthM,
        DiseaseSteps = parsed.GetValue(_steps) ?? person.DiseaseSteps,
        RelapseOn = DateOf(parsed, _relapse) ?? person.RelapseOn,
        ClearedOn = DateOf(parsed, _cleared) ?? person.ClearedOn,
        Status = Of(parsed, _status, person.Status),
    };

    /// <summary>An option whose values are the words of an enumeration.</summary>
    public static Option<string?> Choice<T>(string name, string description)
        where T : struct, Enum
    {
        string[] words = [.. Enum.GetValues<T>().Select(Words.InFiles)];
        Option<string?> option = new(name) { Description = $"{description} One of: {string.Join(", ", words)}.", HelpName = "WORD" };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    /// <summary>The value of such an option; what it is without one.</summary>
    public static T Of<T>(ParseResult parsed, Option<string?> option, T usual)
        where T : struct, Enum => parsed.GetValue(option) is { } word ? OfWord<T>(word) : usual;

    // What is not given is not said: that is no first member of an enumeration.
    private static T? Said<T>(ParseResult parsed, Option<string?> option)
        where T : struct, Enum => parsed.GetValue(option) is { } word ? OfWord<T>(word) : null;

    /// <summary>The value of an enumeration that a word of files means.</summary>
    public static T OfWord<T>(string word)
        where T : struct, Enum => Enum.GetValues<T>().First(v => string.Equals(Words.InFiles(v), word, StringComparison.Ordinal));

    /// <summary>An option that is a day.</summary>
    public static Option<string?> DateOption(string name, string description)
    {
        Option<string?> option = new(name) { Description = description, HelpName = "DAY" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && Day(result.Tokens[0].Value) is null) result.AddError($"{name} is {result.Tokens[0].Value}; it should be a day like 2026-11-20.");
        });
        return option;
    }

    /// <summary>The day of such an option; null: not given.</summary>
    public static DateOnly? DateOf(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } text ? Day(text) : null;

    /// <summary>A day as people write it in files; null: it is none.</summary>
    public static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    private static void Check(OptionResult result, string name, string range, Func<double, bool> isFine)
    {
        if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out double value) && !isFine(value)) result.AddError($"{name} is {result.Tokens[0].Value}; it should be {range}.");
    }
}
