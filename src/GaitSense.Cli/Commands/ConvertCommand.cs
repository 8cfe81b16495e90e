using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Recording.Import;

namespace GaitSense.Cli.Commands;

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
          gaitsense convert counts.csv --scale "acc=2048/g,gyr=16.4/(deg/s)" --out my-walk    raw counts: how many are a unit
          gaitsense convert study --out recordings                              a study: one recording for each visit, at the same place in the tree
          gaitsense convert --left l.csv --columns 2,3,4,5,6,-7 --units acc=m/s2,gyr=rad/s --rate 100 --out my-walk    no times: 100 rows a second; -7 turns an axis round
          gaitsense convert s1 --out my-walk                                    a session recording as a plain recording
          gaitsense convert my-walk --to bids --participant 07 --out my-dataset  a BIDS data set (motion); reading it back gives the same recording
          gaitsense convert my-walk --to strides-json --out tables              the strides that the analysis finds, as JSON

        Read are CSV and text tables of any separator, encoding and way to write times, whose header says what is in it; the programs of Movella, Xsens, MbientLab, x-io,
        Shimmer, Axivity, Gait Up and phone loggers; BIDS. What cannot be read is answered with the header that was found and the command that would read it.
        Both feet of a visit in a study are found by their names (P01/T1/left.csv and right.csv, P01_T1_L.csv and P01_T1_R.csv).
        What was assumed is printed, and kept in session.json: side, clock, units, axes, rate, gaps. Gaps stay gaps. Two feet have clocks of their own unless
        the files show, or --clock shared says, that they were synchronised. Units that nothing states are asked for, never guessed.
        Nothing that is there is written over; of a study that was converted before, what is new, was left half or has other files now is done. Events of a BIDS data set are those of the recording's reference, or with --events analysis those that are found.
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
        var import = new ImportArguments();
        var to = new Option<string>("--to") { Description = "plain (a recording), bids (a BIDS data set), strides-csv or strides-json (the table of strides).", HelpName = "WHAT", DefaultValueFactory = _ => ConvertRequest.Plain };
        to.AcceptOnlyFromAmong(ConvertRequest.Plain, ConvertRequest.Bids, ConvertRequest.StridesCsv, ConvertRequest.StridesJson);
        var participant = new Option<string>("--participant") { Description = "Of a BIDS data set: the person's pseudonym, letters and digits. Never a name.", HelpName = "LABEL", DefaultValueFactory = _ => "01" };
        var task = new Option<string>("--task") { Description = "Of a BIDS data set: what was done, letters and digits.", HelpName = "LABEL", DefaultValueFactory = _ => "walk" };
        var events = new Option<string>("--events") { Description = "Of a BIDS data set: reference (what the recording's reference says) or analysis (what GaitSense finds).", HelpName = "WHICH", DefaultValueFactory = _ => ConvertRequest.Reference };
        events.AcceptOnlyFromAmong(ConvertRequest.Reference, ConvertRequest.Analysis);
        var start = new Option<bool>("--start-time") { Description = "Of a recording or session made a plain recording: keep when the walk was. Left out otherwise." };
        var command = new Command("convert", "Make a recording of other programs' files, or a BIDS data set or a table of strides of a recording.")
        {
            inputs, outDirectory, to, participant, task, events, start,
        };
        import.AddTo(command);
        command.SetAction((parsed, stop) => guard(
            (terminal, token) => UnpackedWalks.ReadAsync(parsed.GetValue(inputs) ?? [], walks => new ConvertRun(terminal, Request(parsed, walks.Paths), token).RunAsync(), token),
            parsed,
            stop));
        return command;

        ConvertRequest Request(System.CommandLine.ParseResult parsed, IReadOnlyList<string> given)
        {
            ImportOptions said = import.Read(parsed);
            return new ConvertRequest
            {
                Inputs = given.Count > 0 ? given : [.. new[] { said.Left, said.Right }.OfType<string>()],
                Out = parsed.GetValue(outDirectory) is { Length: > 0 } folder ? folder : throw new UsageException("where to? Give --out DIR."),
                To = parsed.GetRequiredValue(to),
                Participant = parsed.GetRequiredValue(participant),
                Task = parsed.GetRequiredValue(task),
                KeepsStart = parsed.GetValue(start),
                AnalysisEvents = parsed.GetRequiredValue(events) is ConvertRequest.Analysis,
                Import = said,
            };
        }
    }
}
