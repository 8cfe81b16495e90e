using System.CommandLine;

namespace GaitSense.Cli;

/// <summary>Options that several commands share, so that they are called and explained alike.</summary>
internal static class CommonOptions
{
    /// <summary>One or more recordings.</summary>
    public static Argument<string[]> Recordings() => new("RECORDING")
    {
        Description = "Recording folder; several may be given.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Exactly one recording.</summary>
    public static Argument<string> Recording(string description = "Recording folder.") => new("RECORDING") { Description = description };

    /// <summary>Where to write.</summary>
    public static Option<string?> Out(string description) => new("--out", "-o") { Description = description, HelpName = "DIR" };

    /// <summary>Output for programs.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Write JSON to stdout instead of a table." };

    /// <summary>Plain lines wanted.</summary>
    public static Option<bool> Plain() => new("--plain") { Description = "Write one line for each stride instead of the live view." };

    /// <summary>How fast a recorded or simulated walk goes.</summary>
    public static Option<string> Speed(string usual = "1")
    {
        var speed = new Option<string>("--speed")
        {
            Description = "1 (as it was walked) or max (as fast as possible).",
            DefaultValueFactory = _ => usual,
        };
        speed.AcceptOnlyFromAmong("1", "max");
        return speed;
    }

    /// <summary>Whether a value of <see cref="Speed"/> means the speed of life.</summary>
    public static bool IsReal(string? speed) => !string.Equals(speed, "max", StringComparison.Ordinal);

    /// <summary>How many recordings at once.</summary>
    public static Option<int> Jobs()
    {
        var jobs = new Option<int>("--jobs", "-j")
        {
            Description = "Recordings to work on at the same time. Default: one per processor.",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        jobs.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out int n) && n is < 1 or > 1024)
                result.AddError($"--jobs is {n}; it should be 1 to 1024.");
        });
        return jobs;
    }
}
