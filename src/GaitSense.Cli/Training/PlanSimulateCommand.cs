using System.CommandLine;
using System.Globalization;
using System.Text;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Cli.Training.Simulated;
using GaitSense.Clinic.Documents;
using GaitSense.Recording.Files;
using GaitSense.Storage;
using GaitSense.Training.Programmes;
using GaitSense.Training.Regimes;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense plan simulate</c>: simulated people follow a programme day by day.</summary>
internal static class PlanSimulateCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense plan simulate                                           backward-8-weeks, 200 people, seed 1
          gaitsense plan simulate --programme comfortable-walk --people 50 --json    what held, for programs
          gaitsense plan simulate --programme my-programme.json             a programme of your own
          gaitsense plan simulate --people 20 --store out/simulated.db      the rows into a store that is new
          gaitsense plan simulate --no-statement                            progression is off: no administrator stated which regime applies
          gaitsense plan simulate --truth out/truth.csv                     how each person truly was on each day

        People who improve, stay, worsen, tire in heat, relapse and skip take turns. They answer the questions of the day, walk what they are offered, and a clinic confirms
        what is proposed. The rules are then checked once more from the rows alone; a violation ends with exit code 1. The same seed gives the same rows. A simulation is no
        evidence about people.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var programme = new Option<string>("--programme") { Description = "A programme's name, or a file.", HelpName = "NAME|FILE", DefaultValueFactory = _ => "backward-8-weeks" };
        programme.CompletionSources.Add(_ => ProgrammeLibrary.Names.Select(n => new System.CommandLine.Completions.CompletionItem(n)));
        var people = new Option<int>("--people") { Description = "How many people, 1 to 10000.", HelpName = "N", DefaultValueFactory = _ => 200 };
        NumberRule.Between(people, 1, 10_000);
        var seed = new Option<ulong>("--seed") { Description = "Chance: the same seed gives the same rows.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var alone = new Option<bool>("--no-clinic") { Description = "Nobody stands behind the plans: no appointment, no sign-off, a pause ends by the person's word." };
        var off = new Option<bool>("--no-statement") { Description = "No administrator has stated which regime applies: progression is off." };
        var truth = new Option<string?>("--truth") { Description = "Write how each person truly was on each day (CSV); an existing file stays.", HelpName = "FILE" };
        var store = new Option<string?>("--store") { Description = "Write the rows into a store that is new: a file, or PostgreSQL (Host=...;Database=...).", HelpName = "STORE" };
        Option<bool> json = CommonOptions.Json();
        var command = new Command("simulate", "Let simulated people follow a programme, and check what held.") { programme, people, seed, alone, off, truth, store, json };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                Programme of = Find(parsed.GetValue(programme)!);
                StoreLocation? to = parsed.GetValue(store) is { } named ? StoreArguments.Location(named) : null; // before minutes of walking
                ProgrammeRunOptions options = new() { Programme = of, People = parsed.GetValue(people), Seed = parsed.GetValue(seed), HasClinic = !parsed.GetValue(alone), Statement = parsed.GetValue(off) ? null : Simulated };
                PersonRun[] runs = Run(options, token);
                if (parsed.GetValue(truth) is { } file) Write(file, TruthTable.Of(runs, 7 * of.Weeks));
                if (to is { } place)
                {
                    int rows = await StoreWriter.WriteAsync(place, options, runs, token).ConfigureAwait(false);
                    terminal.Report(string.Create(CultureInfo.InvariantCulture, $"{rows} rows are in {place.Name}"));
                }

                ProgrammeSummary summary = ProgrammeSummary.Of(options, runs);
                if (parsed.GetValue(json)) terminal.Out.Write(StoreJson.Of(summary));
                else ProgrammeView.Write(terminal, summary);
                return summary.Violations == 0 ? ExitCode.Done : ExitCode.Failed;
            },
            parsed,
            stop));
        return command;
    }

    private static Statement Simulated { get; } = new() { Regime = Regime.ApprovedStudy, Reference = "simulated", By = "admin-1", At = DateTimeOffset.UnixEpoch };

    private static PersonRun[] Run(ProgrammeRunOptions options, CancellationToken stop)
    {
        PersonRun[] runs = new PersonRun[options.People];
        Parallel.For(0, runs.Length, new ParallelOptions { CancellationToken = stop }, i => runs[i] = TraineeLife.Of(options, i + 1));
        return runs;
    }

    private static Programme Find(string name)
    {
        if (ProgrammeLibrary.Find(name) is { } known) return known;
        if (!File.Exists(name)) throw new UsageException($"there is no programme called {name}{DidYouMean.Ending(name, ProgrammeLibrary.Names)} gaitsense plan lists all.");
        return ProgrammeJson.Read(name, File.ReadAllText(name));
    }

    private static void Write(string path, string text)
    {
        try
        {
            using FileStream file = PrivateFiles.Create(path);
            file.Write(Encoding.UTF8.GetBytes(text));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new Recording.RecordingWriteException(path, e);
        }
    }
}
