using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace GaitSense.Cli.Commands;

/// <summary>Options that put a simulated radio between a recording and the core.</summary>
internal sealed class RadioOptions
{
    private readonly Option<double?> _loss = Quantity("--loss", "%", "Replay over a simulated radio that loses this share of its packets, in bursts: 5% (0 to 50).", 0.01, 0.5);
    private readonly Option<double?> _jitter = Quantity("--jitter", "ms", "Replay over a simulated radio whose packets are late by up to this: 30ms (0 to 1000).", 0.001, 1);
    private readonly Option<ulong> _seed = CommonOptions.Seed();

    /// <summary>All of them, for a command's list.</summary>
    public IEnumerable<Option> All => [_loss, _jitter, _seed];

    /// <summary>What was given; null: no radio.</summary>
    public SimulatedAir? Of(ParseResult parsed) => (parsed.GetValue(_loss), parsed.GetValue(_jitter)) switch
    {
        (null, null) => null,
        var (loss, jitter) => new SimulatedAir(loss ?? 0, jitter ?? 0, parsed.GetValue(_seed)),
    };

    // A number with its unit, or without.
    private static Option<double?> Quantity(string name, string unit, string description, double scale, double most) => new(name)
    {
        Description = description,
        HelpName = "N" + unit,
        CustomParser = result => Parse(result, name, unit, scale, most),
    };

    private static double? Parse(ArgumentResult result, string name, string unit, double scale, double most)
    {
        string text = result.Tokens[0].Value;
        string number = text.EndsWith(unit, StringComparison.Ordinal) ? text[..^unit.Length] : text;
        if (double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value * scale >= 0 && value * scale <= most) return value * scale;
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is {text}; it should be 0{unit} to {most / scale:0}{unit}."));
        return null;
    }
}
