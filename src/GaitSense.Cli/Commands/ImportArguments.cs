using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Recording.Import;
using GaitSense.Recording.Plain;

namespace GaitSense.Cli.Commands;

/// <summary>What may be said about other programs' files, alike wherever they are read: <c>convert</c>, <c>analyze</c>, <c>doctor</c>.</summary>
internal sealed class ImportArguments
{
    /// <summary>How to say it once for a whole study.</summary>
    public const string SettingsHelp =
        """
        Settings that hold for a whole folder stand in a file gaitsense.json in it, the nearest one counts, and options go before it:
          { "units": "acc=g,gyr=deg/s", "rate": 100, "clock": "shared", "pattern": "{group}/{participant}/{visit}", "participants": "participants.csv" }
        Its keys: format units scale columns rate clock left right pattern participants comment.
        """;

    private readonly Option<string?> _from = new("--from") { Description = $"The format, where its content does not tell: {string.Join(", ", RecordingImport.Formats.Select(f => f.Id))}.", HelpName = "FORMAT" };
    private readonly Option<string?> _left = new("--left") { Description = "The left foot's file, or its sensor's name in a file of several.", HelpName = "FILE" };
    private readonly Option<string?> _right = new("--right") { Description = "The right foot's file, or its sensor's name in a file of several.", HelpName = "FILE" };
    private readonly Option<string?> _clock = new("--clock") { Description = "shared: both feet were synchronised; separate: they were not.", HelpName = "WHICH" };
    private readonly Option<string?> _columns = new("--columns") { Description = "Where a CSV has time, acc_x ... gyr_z (of two feet left_acc_x ... right_gyr_z): names, or numbers from 1.", HelpName = "LIST" };
    private readonly Option<string?> _units = new("--units") { Description = "Units of a CSV: acc=g|mg|m/s2, gyr=deg/s|rad/s, time=s|ms|us|100us.", HelpName = "LIST" };
    private readonly Option<string?> _scale = new("--scale") { Description = "Of raw counts: how many are a unit, \"acc=2048/g,gyr=16.4/(deg/s)\", or the unit in one, acc=0.488mg,gyr=70mdps.", HelpName = "LIST" };
    private readonly Option<double?> _rate = new("--rate") { Description = "Rows per second: where a file holds no times, or times that are wrong.", HelpName = "HZ" };

    /// <summary>Creates the options.</summary>
    public ImportArguments()
    {
        _from.AcceptOnlyFromAmong([.. RecordingImport.Formats.Select(f => f.Id)]);
        _clock.AcceptOnlyFromAmong("shared", "separate");
        _rate.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out double hz) && !(hz is >= 10 and <= 4000))
                result.AddError($"--rate is {result.Tokens[0].Value}; it should be 10 to 4000 Hz, as sensors for gait have.");
        });
    }

    /// <summary>Gives a command the options.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _from, _left, _right, _clock, _columns, _units, _scale, _rate }) command.Options.Add(option);
    }

    /// <summary>What was said.</summary>
    /// <exception cref="UsageException">A path is empty.</exception>
    public ImportOptions Read(System.CommandLine.ParseResult parsed)
    {
        var options = new ImportOptions
        {
            From = parsed.GetValue(_from),
            Left = parsed.GetValue(_left),
            Right = parsed.GetValue(_right),
            Columns = parsed.GetValue(_columns),
            Units = parsed.GetValue(_units),
            Scale = parsed.GetValue(_scale),
            RateHz = parsed.GetValue(_rate),
            Clock = parsed.GetValue(_clock) switch { "shared" => RecordingClock.Shared, "separate" => RecordingClock.Separate, _ => null },
        };
        if (options.Left is { Length: 0 } || options.Right is { Length: 0 }) throw new UsageException("a file's path is empty.");
        return options;
    }
}
