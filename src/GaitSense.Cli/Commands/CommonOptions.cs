using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Sessions;
using GaitSense.Simulation.Presets;

namespace GaitSense.Cli.Commands;

/// <summary>Options that several commands share, so that they are called and explained alike.</summary>
internal static class CommonOptions
{
    /// <summary>One or more recordings.</summary>
    public static Argument<string[]> Recordings(ArgumentArity? arity = null) => NoOptions(new Argument<string[]>("RECORDING")
    {
        Description = "Recording folder, another program's file (see convert), or a folder that contains recordings; several may be given.",
        Arity = arity ?? ArgumentArity.OneOrMore,
    });

    /// <summary>Exactly one recording.</summary>
    public static Argument<string> Recording() => NoOptions(new Argument<string>("RECORDING") { Description = "Recording folder, or another program's file (see convert)." });

    /// <summary>Refuses what looks like an option: a mistyped one would otherwise be taken for a path.</summary>
    public static TArgument NoOptions<TArgument>(TArgument argument)
        where TArgument : Argument
    {
        argument.Validators.Add(result =>
        {
            foreach (string value in result.Tokens.Select(t => t.Value).Where(v => v.StartsWith('-') && !Path.Exists(v)))
                result.AddError(DidYouMean.NoOption(value, result));
        });
        return argument;
    }

    /// <summary>The names of simulated walks, for who completes one.</summary>
    public static string[] PresetNames(System.CommandLine.Completions.CompletionContext context) => [.. SimulationPresets.All.Select(p => p.Name)];

    /// <summary>Where to write.</summary>
    public static Option<string?> Out(string description) => new("--out", "-o") { Description = description, HelpName = "DIR" };

    /// <summary>Whether files that are of something else may be written over.</summary>
    public static Option<bool> Force() => new("--force") { Description = "Write over files that are there, also those that are not of this input. An input and a link are kept all the same." };

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

    /// <summary>Chance of a simulation.</summary>
    public static Option<ulong> Seed() => new("--seed") { Description = "Chance: the same seed gives the same walk.", HelpName = "N", DefaultValueFactory = _ => 1 };

    /// <summary>Length of a simulation.</summary>
    public static Option<double?> Duration()
    {
        var duration = new Option<double?>("--duration") { Description = "About how long, in seconds, 10 to 86400. Default: the walk's own.", HelpName = "S" };
        duration.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out double s) && !(s is >= 10 and <= 86400))
                result.AddError($"--duration is {result.Tokens[0].Value}; it should be 10 to 86400 seconds.");
        });
        return duration;
    }

    /// <summary>How long the recording begins with walking that is known to go forward.</summary>
    public static Option<double> CalibrationWalk()
    {
        var walk = new Option<double>("--calibration-walk")
        {
            Description = "The first S seconds are walked forward: tells forward from backward where the sensor's mounting is unknown.",
            HelpName = "S",
        };
        walk.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out double s) && new FootPipelineOptions { CalibrationWalkS = s }.FindFault() is not null)
                result.AddError($"--calibration-walk is {result.Tokens[0].Value}; it should be 0 to {FootPipelineOptions.MaxCalibrationWalkS:0} seconds.");
        });
        return walk;
    }

    /// <summary>How many recordings at once.</summary>
    public static Option<int> Workers()
    {
        var workers = new Option<int>("--workers", "--jobs", "-j")
        {
            Description = "Recordings to work on at the same time. Default: one per processor.",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        NumberRule.Between(workers, 1, 1024);
        return workers;
    }

    /// <summary>A part of the recordings.</summary>
    public static Option<string?> Shard()
    {
        var shard = new Option<string?>("--shard") { Description = "Only the I-th of N parts of the recordings, sorted by name; gaitsense merge makes one of all.", HelpName = "I/N" };
        shard.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && CohortShard.TryParse(result.Tokens[0].Value) is null)
                result.AddError($"--shard is {result.Tokens[0].Value}; it should be like 3/8: the third of eight parts, of at most 10000.");
        });
        return shard;
    }
}
