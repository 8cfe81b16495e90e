using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;

namespace GaitSense.Cli.Ble;

/// <summary>Options of commands that talk to sensors over Bluetooth.</summary>
/// <param name="canSimulate">Whether the command simulates walks too, which end by themselves.</param>
internal sealed class BleOptions(bool canSimulate)
{
    /// <summary>Which adapter.</summary>
    public Option<string?> Adapter { get; } = AdapterOption();

    /// <summary>The left foot's sensor.</summary>
    public Option<string?> Left { get; } = new("--left") { Description = "The left foot's sensor, as gaitsense scan names it. Default: the one that was left before, or says that it is.", HelpName = "ID" };

    /// <summary>The right foot's sensor.</summary>
    public Option<string?> Right { get; } = new("--right") { Description = "The right foot's sensor. With only one of the two given, the walk has one foot.", HelpName = "ID" };

    /// <summary>Samples a second.</summary>
    public Option<int?> Rate { get; } = RateOption();

    /// <summary>How long.</summary>
    public Option<double?> Duration { get; } = DurationOption(canSimulate
        ? "How long, in seconds. A simulated walk ends with its last step, and by then lasts a little longer. Default: until Ctrl-C, and for a simulated walk its own length."
        : "How long, in seconds. Default: until Ctrl-C.");

    /// <summary>All of them, for a command's list.</summary>
    public IEnumerable<Option> All => [Adapter, Left, Right, Rate, Duration];

    /// <summary>Which adapter, for a command that looks for sensors only.</summary>
    public static Option<string?> AdapterOption() => new("--adapter") { Description = "Bluetooth adapter. Default: the first one.", HelpName = "hci0" };

    /// <summary>A length of time above 0.</summary>
    public static Option<double?> DurationOption(string description)
    {
        var duration = new Option<double?>("--duration") { Description = description, HelpName = "S" };
        duration.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out double s) && !(s is >= 1 and <= 86400))
                result.AddError($"--duration is {result.Tokens[0].Value}; it should be 1 to 86400 seconds.");
        });
        return duration;
    }

    /// <summary>What was given.</summary>
    /// <exception cref="UsageException">Both feet have the same sensor.</exception>
    public BleChoice Of(ParseResult parsed)
    {
        var choice = new BleChoice(parsed.GetValue(Adapter), parsed.GetValue(Left), parsed.GetValue(Right), parsed.GetValue(Rate), parsed.GetValue(Duration));
        return choice.Left is not null && string.Equals(choice.Left, choice.Right, StringComparison.OrdinalIgnoreCase)
            ? throw new UsageException("--left and --right name the same sensor.")
            : choice;
    }

    private static Option<int?> RateOption()
    {
        var rate = new Option<int?>("--rate") { Description = "Samples a second to ask for; a sensor that cannot gives its nearest. Left out: the default of its kind, 200 for GaitSense sensors.", HelpName = "HZ" };
        rate.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int hz) && hz is < 25 or > 1000)
                result.AddError($"--rate is {hz}; it should be 25 to 1000 Hz.");
        });
        return rate;
    }
}
