using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Session;

namespace GaitSense.Cli.Ble;

/// <summary>What is noted in a session of the person who walks: never a name.</summary>
internal sealed class PersonOptions
{
    private readonly Option<string?> _id;
    private readonly Option<string?> _aid;
    private readonly Option<string?> _orthosis;
    private readonly Option<string?> _affected;
    private readonly Option<double?> _leg;

    /// <summary>The options.</summary>
    /// <param name="when">What their descriptions begin with where a command only records when it is asked to; else empty.</param>
    public PersonOptions(string when)
    {
        _id = new("--person") { Description = Begin(when, "pseudonymous id of who walks, never a name."), HelpName = "ID" };
        _aid = new("--aid") { Description = Begin(when, "walking aid, in words."), HelpName = "WORDS" };
        _orthosis = new("--orthosis") { Description = Begin(when, "orthosis, in words."), HelpName = "WORDS" };
        _affected = new("--affected-side") { Description = Begin(when, "the side that is affected more: left, right or both."), HelpName = "SIDE" };
        _leg = new("--leg-length") { Description = Begin(when, "leg length, 0.3 to 1.4 m."), HelpName = "M" };
        _affected.AcceptOnlyFromAmong("left", "right", "both");
        _leg.Validators.Add(CheckLeg);
        _id.Validators.Add(static result =>
        {
            if (result.Tokens.Count == 1 && PersonId.WhyNot(result.Tokens[0].Value) is { } why) result.AddError($"--person {why}. Give a pseudonym, like P07.");
        });
    }

    /// <summary>All of them, for a command's list.</summary>
    public IEnumerable<Option> All => [_id, _aid, _orthosis, _affected, _leg];

    /// <summary>What was given.</summary>
    public SessionPerson Of(ParseResult parsed) => new()
    {
        Id = parsed.GetValue(_id),
        WalkingAid = parsed.GetValue(_aid),
        Orthosis = parsed.GetValue(_orthosis),
        AffectedSide = parsed.GetValue(_affected),
        LegLengthM = parsed.GetValue(_leg),
    };

    private static string Begin(string when, string description) => when.Length > 0 ? when + description : char.ToUpperInvariant(description[0]) + description[1..];

    private static void CheckLeg(OptionResult result)
    {
        if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out double m) && !(m is >= 0.3 and <= 1.4))
            result.AddError($"--leg-length is {result.Tokens[0].Value}; it should be 0.3 to 1.4 m.");
    }
}
