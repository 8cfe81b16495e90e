using System.CommandLine;
using GaitSense.Analysis.Walks;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Clinic.Exports;
using GaitSense.Exchange;
using GaitSense.Storage;
using GaitSense.Training.People;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense export</c>: the only way out of a store, after a question.</summary>
internal static class ExportCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense export P07 --out out/P07                for the person or those who look after them: tables, with dates
          gaitsense export P07 --fhir --out out/P07         a FHIR R4 bundle
          gaitsense export --study gait26 --csv --parquet --out out/study    everybody who consented to study:gait26, without dates

        What would leave is shown first, and a question asked (--yes answers it). Names, notes and words that people wrote never leave; manifest.json says what did.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        var codes = CommonOptions.NoOptions(new Argument<string[]>("PERSON") { Description = "Whom: codes, like P07. Default with --research or --study: everybody who consented.", Arity = ArgumentArity.ZeroOrMore });
        Option<string?> folder = CommonOptions.Out("Folder to write to; new, or empty.");
        folder.Required = true;
        var csv = new Option<bool>("--csv") { Description = "Tables as text with commas (the default)." };
        var parquet = new Option<bool>("--parquet") { Description = "Tables in Apache Parquet." };
        var fhir = new Option<bool>("--fhir") { Description = "A FHIR R4 bundle of each person." };
        var bids = new Option<bool>("--bids") { Description = "A BIDS data set of each plain recording." };
        var research = new Option<bool>("--research") { Description = "For research: only people with a consent to export; days from the first session, no dates." };
        var study = new Option<string?>("--study") { Description = "For a study: only people with a consent to study:NAME.", HelpName = "NAME" };
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        Option<string> by = PersonSignOffCommand.By();
        var command = new Command("export", "Let a person's or a study's data leave, after a question.") { codes, folder, csv, parquet, fhir, bids, research, study, yes, by, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                string to = parsed.GetValue(folder)!;
                if (string.IsNullOrWhiteSpace(to)) throw new UsageException("--out is empty. Give a folder.");
                bool isResearch = parsed.GetValue(research) || parsed.GetValue(study) is not null;
                string[] asked = parsed.GetValue(codes) ?? [];
                if (asked.Length == 0 && !isResearch) throw new UsageException("whose data? Give a person, or --research or --study NAME for everybody who consented.");
                if (!parsed.GetValue(yes) && !terminal.CanAsk) throw new UsageException("nobody can be asked here whether data may leave: give --yes.");
                ExportFormats formats = (parsed.GetValue(csv) ? ExportFormats.Csv : ExportFormats.None) | (parsed.GetValue(parquet) ? ExportFormats.Parquet : ExportFormats.None) | (parsed.GetValue(fhir) ? ExportFormats.Fhir : ExportFormats.None) | (parsed.GetValue(bids) ? ExportFormats.Bids : ExportFormats.None);
                if (formats == ExportFormats.None) formats = ExportFormats.Csv;
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                string extracted = ExportWork.NewFolder(opened);
                try
                {
                    List<PersonExport> people = [];
                    foreach (Person person in await PeopleAsync(opened, asked, token).ConfigureAwait(false))
                        people.Add(await ExportWork.OfAsync(opened, person, formats.HasFlag(ExportFormats.Bids) ? extracted : null, token).ConfigureAwait(false));
                    ExportManifest? manifest = await Exporter.WriteAsync(
                        new ExportRequest
                        {
                            By = parsed.GetValue(by)!,
                            At = terminal.Time.GetUtcNow(),
                            Purpose = isResearch ? ExportPurpose.Research : ExportPurpose.Care,
                            Study = parsed.GetValue(study),
                            Formats = formats,
                            People = people,
                            Software = "GaitSense " + WalkContext.LibraryVersion,
                        },
                        to,
                        plan => Ask(terminal, plan, parsed.GetValue(yes), token),
                        token).ConfigureAwait(false);
                    terminal.Out.WriteLine(manifest is null ? "nothing has left" : $"written: {to}, {Path.Combine(to, ExportManifest.FileName)} says what has left");
                    return ExitCode.Done;
                }
                finally
                {
                    if (Directory.Exists(extracted)) Directory.Delete(extracted, recursive: true);
                }
            },
            parsed,
            stop));
        return command;
    }

    private static bool Ask(Terminal terminal, ExportPlan plan, bool yes, CancellationToken stop)
    {
        IReadOnlyList<string> lines = plan.Question();
        foreach (string line in lines.SkipLast(1)) terminal.Report(line);
        // The question comes before anything is written; whoever exports has nothing else to wait for.
        return yes || new KeyQuestion(terminal).AskAsync($"{lines[^1]}  y: yes, n: no", "yn", stop).GetAwaiter().GetResult() == 'y';
    }

    private static async Task<IReadOnlyList<Person>> PeopleAsync(TrainingStore store, string[] codes, CancellationToken stop)
    {
        if (codes.Length == 0) return await store.People.ListAsync(cancellation: stop).ConfigureAwait(false);
        List<Person> people = [];
        foreach (string code in codes) people.Add(await StoreArguments.FindAsync(store, code, stop).ConfigureAwait(false));
        return [.. people.DistinctBy(p => p.Id)];
    }
}
