using System.CommandLine;
using GaitSense.Recording;

namespace GaitSense.Cli;

/// <summary><c>gaitsense convert</c>: recordings and other programs' files in; a plain recording, a BIDS data set or a table of strides out.</summary>
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
          gaitsense convert s1 --out my-walk                                    a session recording as a plain recording
          gaitsense convert my-walk --to bids --participant 07 --out my-dataset  a BIDS data set (motion); reading it back gives the same recording
          gaitsense convert my-walk --to strides-json --out tables              the strides that the analysis finds, as JSON

        What was assumed is printed, and kept in session.json: side, clock, units, axes, rate, gaps. Gaps stay gaps. Two feet have clocks of their own unless
        the files show, or --clock shared says, that they were synchronised. Units that nothing states are asked for, never guessed.
        Nothing that is there is written over. Events of a BIDS data set are those of the recording's reference, or with --events analysis those that are found.
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
        var to = new Option<string>("--to") { Description = "plain (a recording), bids (a BIDS data set), strides-csv or strides-json (the table of strides).", HelpName = "WHAT", DefaultValueFactory = _ => ConvertRequest.Plain };
        to.AcceptOnlyFromAmong(ConvertRequest.Plain, ConvertRequest.Bids, ConvertRequest.StridesCsv, ConvertRequest.StridesJson);
        var participant = new Option<string>("--participant") { Description = "Of a BIDS data set: the person's pseudonym, letters and digits. Never a name.", HelpName = "LABEL", DefaultValueFactory = _ => "01" };
        var task = new Option<string>("--task") { Description = "Of a BIDS data set: what was done, letters and digits.", HelpName = "LABEL", DefaultValueFactory = _ => "walk" };
        var events = new Option<string>("--events") { Description = "Of a BIDS data set: reference (what the recording's reference says) or analysis (what GaitSense finds).", HelpName = "WHICH", DefaultValueFactory = _ => ConvertRequest.Reference };
        events.AcceptOnlyFromAmong(ConvertRequest.Reference, ConvertRequest.Analysis);
        var command = new Command("convert", "Make a recording of other programs' files, or a BIDS data set or a table of strides of a recording.")
        {
            inputs, outDirectory, to, from, left, right, clock, columns, units, rate, participant, task, events,
        };
        command.SetAction((parsed, stop) => guard(
            (terminal, token) => new ConvertRun(terminal, Request(parsed), token).RunAsync(),
            parsed,
            stop));
        return command;

        ConvertRequest Request(System.CommandLine.ParseResult parsed)
        {
            string?[] feet = [parsed.GetValue(left), parsed.GetValue(right)];
            if (feet.Contains("")) throw new UsageException("a file's path is empty.");
            string[] given = parsed.GetValue(inputs) ?? [];
            return new ConvertRequest
            {
                Inputs = given.Length > 0 ? given : [.. feet.OfType<string>()],
                Out = parsed.GetValue(outDirectory) is { Length: > 0 } folder ? folder : throw new UsageException("where to? Give --out DIR."),
                To = parsed.GetRequiredValue(to),
                Participant = parsed.GetRequiredValue(participant),
                Task = parsed.GetRequiredValue(task),
                AnalysisEvents = parsed.GetRequiredValue(events) is ConvertRequest.Analysis,
                Import = new ImportOptions
                {
                    From = parsed.GetValue(from),
                    Left = feet[0],
                    Right = feet[1],
                    Columns = parsed.GetValue(columns),
                    Units = parsed.GetValue(units),
                    RateHz = parsed.GetValue(rate),
                    Clock = parsed.GetValue(clock) switch { "shared" => RecordingClock.Shared, "separate" => RecordingClock.Separate, _ => null },
                },
            };
        }
    }
}
