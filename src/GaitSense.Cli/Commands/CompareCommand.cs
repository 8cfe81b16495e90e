using System.CommandLine;
using System.Globalization;
using GaitSense.Analysis.Comparison;
using GaitSense.Cli.App;
using GaitSense.Recording.Files;
using GaitSense.Recording.Results;

namespace GaitSense.Cli.Commands;

/// <summary><c>gaitsense compare</c>: two walks of one person, or two systems on the same walk.</summary>
internal static class CompareCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense compare monday friday                       two walks: what changed, and whether measuring alone explains it
          gaitsense compare out/monday out/friday --out out/ab  the same from result folders, and compare.html with pictures
          gaitsense compare ours theirs --same-walk             two systems that saw the same walk: events and strides matched in time, bias, SD, limits of agreement
          gaitsense compare ours theirs --same-walk --offset auto   their clocks differ: the offset is found from the contacts

        A and B are recordings, or result folders (of analyze, or of another system: events.csv and strides.csv in the same columns). Differences are B less A.
        """;

    /// <summary>Name of the page.</summary>
    public const string PageName = "compare.html";

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var first = CommonOptions.NoOptions(new Argument<string>("A") { Description = "The first: a recording, or a result folder." });
        var second = CommonOptions.NoOptions(new Argument<string>("B") { Description = "The second." });
        var sameWalk = new Option<bool>("--same-walk") { Description = "A and B are two systems that saw the same walk." };
        var offset = new Option<string?>("--offset") { Description = "B's clock less A's, in seconds, or auto. Goes with --same-walk. Default: 0.", HelpName = "S" };
        offset.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !IsAuto(result.Tokens[0].Value) && Seconds(result.Tokens[0].Value) is null)
                result.AddError($"--offset is {result.Tokens[0].Value}; it should be seconds, or auto.");
        });
        var outDirectory = CommonOptions.Out($"Folder for {PageName}; without it, only the table is shown.");
        var force = CommonOptions.Force();
        var json = CommonOptions.Json();
        var command = new Command("compare", "Compare two walks, or two systems on the same walk: differences with intervals.") { first, second, sameWalk, offset, outDirectory, json, force };
        command.SetAction((parsed, stop) => guard(
            (terminal, token) => UnpackedWalks.ReadAsync([parsed.GetRequiredValue(first), parsed.GetRequiredValue(second)], async walks =>
            {
                string? clock = parsed.GetValue(offset);
                if (clock is not null && !parsed.GetValue(sameWalk)) throw new UsageException("--offset says how two clocks differ: give --same-walk too.");
                if (parsed.GetValue(outDirectory) is { Length: 0 }) throw new UsageException("--out is empty. Give a folder to write into.");
                IReadOnlyList<string> inputs = walks.Paths;
                OutputRule rule = new(inputs, parsed.GetValue(force));
                MadeNote? made = parsed.GetValue(outDirectory) is null ? null : MadeNote.Of("comparison", inputs);
                if (made is not null) rule.Check(parsed.GetValue(outDirectory)!, [PageName], made);
                using var a = await ComparedFolder.OpenAsync(terminal, inputs[0], token).ConfigureAwait(false);
                using var b = await ComparedFolder.OpenAsync(terminal, inputs[1], token).ConfigureAwait(false);
                (string html, string text) = parsed.GetValue(sameWalk)
                    ? Systems(terminal, a, b, clock is null ? 0 : IsAuto(clock) ? null : Seconds(clock), parsed.GetValue(json))
                    : Sessions(terminal, a, b, parsed.GetValue(json));
                await terminal.Out.WriteAsync(text).ConfigureAwait(false);
                if (parsed.GetValue(outDirectory) is { } folder)
                {
                    string page = Path.Combine(folder, PageName);
                    rule.Write(page, made!, path => WholeFile.Write(path, html));
                    if (!parsed.GetValue(json)) await terminal.Out.WriteLineAsync($"report: {page}").ConfigureAwait(false);
                }

                return ExitCode.Done;
            }, token),
            parsed,
            stop));
        return command;
    }

    private static (string Html, string Json) Sessions(Terminal terminal, ComparedFolder a, ComparedFolder b, bool json)
    {
        var comparison = SessionComparison.Of(a.Summary(), b.Summary());
        if (json) return (SessionComparisonReport.ToHtml(comparison), comparison.ToJson());
        ComparisonTable.Write(terminal, comparison);
        return (SessionComparisonReport.ToHtml(comparison), "");
    }

    private static (string Html, string Json) Systems(Terminal terminal, ComparedFolder a, ComparedFolder b, double? offsetS, bool json)
    {
        var comparison = SystemComparison.Of(Walk(a), Walk(b), offsetS);
        if (json) return (SystemComparisonReport.ToHtml(comparison), comparison.ToJson());
        ComparisonTable.Write(terminal, comparison);
        return (SystemComparisonReport.ToHtml(comparison), "");
    }

    private static MeasuredWalk Walk(ComparedFolder folder) =>
        new(folder.Name, [.. ResultReader.ReadEvents(folder.Folder).Select(r => r.Event)], [.. ResultReader.ReadStrides(folder.Folder).Select(r => r.Stride)]);

    private static bool IsAuto(string text) => string.Equals(text, "auto", StringComparison.Ordinal);

    private static double? Seconds(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double s) && Math.Abs(s) <= 1e9 ? s : null;
}
