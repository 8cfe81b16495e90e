using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Session;

namespace GaitSense.Cli.Ble;

/// <summary>What is noted in a session of the person who walks: never a name.</summary>
internal sealed class PersonOptions
{
    private readonly Option<string?> _id = new("--person") { Description = "With a recording: pseudonymous id of who walks, never a name.", HelpName = "ID" };
    private readonly Option<string?> _aid = new("--aid") { Description = "With a recording: walking aid, in words.", HelpName = "WORDS" };
    private readonly Option<string?> _orthosis = new("--orthosis") { Description = "With a recording: orthosis, in words.", HelpName = "WORDS" };
    private readonly Option<string?> _affected = new("--affected-side") { Description = "With a recording: the side that is affected more: left, right or both.", HelpName = "SIDE" };
    private readonly Option<double?> _leg = new("--leg-length") { Description = "With a recording: leg length, 0.3 to 1.4 m.", HelpName = "M" };

    /// <summary>The options.</summary>
    public PersonOptions()
    {
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

    private static void CheckLeg(OptionResult result)
    {
        if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out double m) && !(m is >= 0.3 and <= 1.4))
            result.AddError($"--leg-length is {result.Tokens[0].Value}; it should be 0.3 to 1.4 m.");
    }
}
