using System.CommandLine;
using GaitSense.Recording;

namespace GaitSense.Cli;

/// <summary><c>gaitsense convert</c>: other programs' files in, a plain recording out.</summary>
internal static class ConvertCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense convert left_foot.csv right_foot.csv --out my-walk          the format, and the feet, are told by content and names
          gaitsense convert --left DOT_A.csv --right DOT_B.csv --out my-walk    the feet are said
          gaitsense convert MetaBase/ --out my-walk                             a folder: accelerometer and gyroscope files are merged
          gaitsense convert walk.csv --columns time=t,acc_x=ax,acc_y=ay,acc_z=az,gyr_x=gx,gyr_y=gy,gyr_z=gz --units acc=g,gyr=deg/s,time=ms --out my-walk
          gaitsense convert --left l.csv --columns 2,3,4,5,6,-7 --units acc=m/s2,gyr=rad/s --rate 100 --out my-walk    no times: 100 rows a second; -7 turns an axis round
          gaitsense analyze my-walk                                             what then works, as on every recording

        What was assumed is printed, and kept in session.json: side, clock, units, axes, rate, gaps. Gaps stay gaps. Two feet have clocks of their own unless
        the files show, or --clock shared says, that they were synchronised. Units that nothing states are asked for, never guessed.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var inputs = CommonOptions.NoOptions(new Argument<string[]>("INPUT")
        {
            Description = "Files, or folders with files, of one recording.",
            Arity = ArgumentArity.ZeroOrMore,
        });
        var outDirectory = CommonOptions.Out("Folder of the recording.");
        var from = new Option<string?>("--from") { Description = $"The format, where its content does not tell: {string.Join(", ", RecordingImport.Formats.Select(f => f.Id))}.", HelpName = "FORMAT" };
        from.AcceptOnlyFromAmong([.. RecordingImport.Formats.Select(f => f.Id)]);
        var left = new Option<string?>("--left") { Description = "The left foot's file, or its sensor's name in a file of several.", HelpName = "FILE" };
        var right = new Option<string?>("--right") { Description = "The right foot's file, or its sensor's name in a file of several.", HelpName = "FILE" };
        var clock = new Option<string?>("--clock") { Description = "shared: both feet were synchronised; separate: they were not.", HelpName = "WHICH" };
        clock.AcceptOnlyFromAmong("shared", "separate");
        var columns = new Option<string?>("--columns") { Description = "Where a CSV has time, acc_x ... gyr_z: names, or numbers from 1.", HelpName = "LIST" };
        var units = new Option<string?>("--units") { Description = "Units of a CSV: acc=g|mg|m/s2, gyr=deg/s|rad/s, time=s|ms|us.", HelpName = "LIST" };
        var rate = new Option<double?>("--rate") { Description = "Rows per second, where a file holds no times.", HelpName = "HZ" };
        rate.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out double hz) && !(hz is >= 1 and <= 20000))
                result.AddError($"--rate is {result.Tokens[0].Value}; it should be 1 to 20000 Hz.");
        });
        var command = new Command("convert", "Make a recording of other programs' files.") { inputs, outDirectory, from, left, right, clock, columns, units, rate };
        command.SetAction((parsed, stop) => guard(
            (terminal, token) => Task.FromResult(Run(
                terminal,
                parsed.GetValue(inputs) ?? [],
                parsed.GetValue(outDirectory),
                new ImportOptions
                {
                    From = parsed.GetValue(from),
                    Left = parsed.GetValue(left),
                    Right = parsed.GetValue(right),
                    Columns = parsed.GetValue(columns),
                    Units = parsed.GetValue(units),
                    RateHz = parsed.GetValue(rate),
                    Clock = parsed.GetValue(clock) switch { "shared" => RecordingClock.Shared, "separate" => RecordingClock.Separate, _ => null },
                },
                token)),
            parsed,
            stop));
        return command;
    }

    private static int Run(Terminal terminal, string[] inputs, string? outDirectory, ImportOptions options, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(outDirectory)) throw new UsageException("where to? Give --out DIR.");
        if (inputs.Any(string.IsNullOrWhiteSpace) || options.Left is { Length: 0 } || options.Right is { Length: 0 }) throw new UsageException("a file's path is empty.");
        if (inputs.Length == 0 && options.Left is null && options.Right is null) throw new UsageException("which files? Give INPUT, or --left and --right.");
        string[] all = inputs.Length > 0 ? inputs : [.. new[] { options.Left, options.Right }.Where(f => f is not null).Select(f => f!)];
        ImportResult result = RecordingImport.Convert(all, outDirectory, options, stop);
        terminal.Out.WriteLine(FormattableString.Invariant($"{result.Format}: {result.Samples} samples of the {string.Join(" and the ", result.Feet.Select(Words.Of))} foot"));
        foreach (string assumption in result.Assumptions) terminal.Out.WriteLine($"  {assumption}");
        terminal.Out.WriteLine($"recording: {result.Folder}");
        return ExitCode.Done;
    }
}
