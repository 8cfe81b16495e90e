using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Clinic.Documents;
using GaitSense.Storage;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense people retention</c>: how long recordings are kept, and those that were kept long enough taken away.</summary>
internal static class PeopleRetentionCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense people retention                        the rules of this store
          gaitsense people retention --recordings-days 365  recordings are kept for a year after their last session
          gaitsense people retention --apply                what was kept long enough goes; sessions keep what was measured

        The rules are retention.json beside the store. Nothing goes by itself: let a timer call it with --apply.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        var days = new Option<int?>("--recordings-days") { Description = "Days for which a recording is kept after its last session, 1 to 36500; 0: as long as its sessions.", HelpName = "N" };
        NumberRule.Between(days, 0, 36500);
        var apply = new Option<bool>("--apply") { Description = "Take away what was kept long enough." };
        Option<bool> json = CommonOptions.Json();
        var command = new Command("retention", "How long recordings are kept: show, change, apply.") { store.Store, days, apply, json };
        command.SetAction((parsed, stop) => guard((terminal, token) => RunAsync(terminal, store, parsed, parsed.GetValue(days), parsed.GetValue(apply), parsed.GetValue(json), token), parsed, stop));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, StoreArguments arguments, ParseResult parsed, int? days, bool apply, bool json, CancellationToken stop)
    {
        await using TrainingStore store = await arguments.OpenAsync(terminal, parsed, create: false, stop).ConfigureAwait(false);
        RetentionRules rules = RetentionRules.Of(store.Location);
        if (days is { } given)
        {
            rules = rules with { RecordingsDays = given == 0 ? null : given };
            rules.Save(store.Location);
            await store.Audit.AddAsync("retention changed", what: given.ToString(CultureInfo.InvariantCulture), cancellation: stop).ConfigureAwait(false);
        }

        IReadOnlyList<string> gone = apply ? await store.ApplyRetentionAsync(stop).ConfigureAwait(false) : [];
        if (json)
        {
            terminal.Out.Write(StoreJson.Of(new { rules, gone }));
            return ExitCode.Done;
        }

        terminal.Out.WriteLine(rules.RecordingsDays is { } kept
            ? string.Create(CultureInfo.InvariantCulture, $"recordings are kept for {kept} days after their last session")
            : "recordings are kept as long as their sessions");
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"recordings without a session are kept for {rules.UnusedRecordingsDays} days"));
        if (apply) terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{gone.Count} recordings were kept long enough and are gone"));
        return ExitCode.Done;
    }
}
