using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GaitSense.Analysis.Accuracy;
using GaitSense.Cli.App;
using GaitSense.Cli.View;
using GaitSense.Core;
using GaitSense.Sessions;
using Spectre.Console;

namespace GaitSense.Cli.Commands;

/// <summary>An evaluation on the screen, or for programs.</summary>
internal static class EvaluationView
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A row for each recording and, of several, for each kind and for all together.</summary>
    public static void Write(Terminal terminal, Evaluation evaluation)
    {
        IAnsiConsole console = terminal.CreateConsole();
        if (!terminal.OutIsTerminal) console.Profile.Width = 160;
        if (evaluation.Recordings.Count > 0)
        {
            console.Write(Judged(evaluation));
            terminal.Out.WriteLine("IC initial contact, TC terminal contact; errors: mean and SD of detected minus reference; known after: median and 95th percentile.");
        }

        if (evaluation.Unreferenced.Count == 0) return;
        terminal.Out.WriteLine();
        terminal.Out.WriteLine("Recordings without a reference:");
        console.Write(Listed(evaluation.Unreferenced));
        terminal.Out.WriteLine("Left / right foot; end to origin: in space, the error where the walk ended where it began.");
    }

    private static Table Judged(Evaluation evaluation)
    {
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = true };
        foreach (string column in new[] { "recording", "IC F1", "error ms", "known after ms", "TC F1", "error ms", "known after ms", "strides", "extra", "length error cm" })
            table.AddColumn(new TableColumn(new Text(column)).NoWrap());
        foreach (RecordingEvaluation r in evaluation.Recordings) Row(table, r);
        if (evaluation.Recordings.Count > 1)
        {
            table.AddEmptyRow();
            foreach (RecordingEvaluation pool in evaluation.PooledByKind) Row(table, pool);
            Row(table, evaluation.Pooled);
        }

        return table;
    }

    private static Table Listed(IReadOnlyList<UnreferencedRecording> recordings)
    {
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = true };
        foreach (string column in new[] { "recording", "valid strides", "stride length m", "difference", "path m", "end to origin m" })
            table.AddColumn(new TableColumn(new Text(column)).NoWrap());
        foreach (UnreferencedRecording r in recordings)
        {
            string[] cells =
            [
                r.Name, Feet(r, f => Phrases.Number(f.ValidStrides, "0")), Feet(r, f => Phrases.Number(f.MeanLengthM, "0.000")),
                Phrases.Number(r.LengthDifferencePercent, "+0.0;-0.0;0.0", "%"), Feet(r, f => Phrases.Number(f.PathLengthM, "0.00")),
                Feet(r, f => Phrases.Number(f.EndToOriginM, "0.000")),
            ];
            table.AddRow(cells.Select(c => new Text(c)));
        }

        return table;
    }

    private static string Feet(UnreferencedRecording r, Func<UnreferencedFoot, string> text) =>
        string.Join(" / ", new[] { Foot.Left, Foot.Right }.Select(foot => r[foot] is { } f ? text(f) : Phrases.Nothing));

    /// <summary>Every recording, each kind, and all together.</summary>
    public static string Json(Evaluation evaluation, IEnumerable<AnalysisOutcome> outcomes)
    {
        static JsonObject Named(RecordingEvaluation r) => new()
        {
            ["name"] = r.Name,
            ["score"] = JsonNode.Parse(r.Result.ToJson()),
            ["provisional"] = new JsonObject { ["initial_contact"] = Guesses(r.ProvisionalInitialContact), ["terminal_contact"] = Guesses(r.ProvisionalTerminalContact) },
        };
        return new JsonObject
        {
            ["recordings"] = new JsonArray([.. evaluation.Recordings.Select(Named)]),
            ["kinds"] = new JsonArray([.. evaluation.PooledByKind.Select(Named)]),
            ["all"] = Named(evaluation.Pooled),
            ["without_reference"] = new JsonArray([.. evaluation.Unreferenced.Select(Figures)]),
            ["errors"] = new JsonArray([.. outcomes.Where(o => o.Error is not null).Select(o => new JsonObject { ["recording"] = o.Target.Recording, ["error"] = o.Error })]),
        }.ToJsonString(Options) + "\n";
    }

    private static JsonObject? Guesses(ProvisionalScore? s) => s is null ? null : new JsonObject
    {
        ["labels"] = s.Labels,
        ["matched"] = s.Matched,
        ["guesses"] = s.Guesses,
        ["withdrawn"] = s.Withdrawn,
        ["withdrawn_percent"] = s.WithdrawnPercent,
        ["known_after_reference_ms"] = s.KnownAfterReferenceMs is { } d ? new JsonObject { ["median"] = d.MedianMs, ["p95"] = d.P95Ms } : null,
    };

    private static JsonObject Figures(UnreferencedRecording r) => new()
    {
        ["name"] = r.Name,
        ["feet"] = new JsonArray([.. r.Feet.Select(f => new JsonObject
        {
            ["foot"] = Words.Of(f.Foot),
            ["valid_strides"] = f.ValidStrides,
            ["mean_stride_length_m"] = Rounded(f.MeanLengthM),
            ["path_length_m"] = Rounded(f.PathLengthM),
            ["end_to_origin_m"] = Rounded(f.EndToOriginM),
        })]),
        ["stride_length_difference_percent"] = Rounded(r.LengthDifferencePercent),
    };

    // Tables hold five decimals.
    private static double? Rounded(double? value) => value is { } v ? Math.Round(v, 5) : null;

    private static void Row(Table table, RecordingEvaluation r)
    {
        EvaluationResult s = r.Result;
        string[] cells =
        [
            r.Name,
            .. Event(s.InitialContact),
            .. Event(s.TerminalContact),
            s.Stride is { } stride ? FormattableString.Invariant($"{stride.Matched} of {stride.Labels}")
                : s.Sequence is { } q ? FormattableString.Invariant($"{q.Strides} for {q.ReferenceStrides}") : Phrases.Nothing,
            s.Stride is { } x ? FormattableString.Invariant($"{x.Extra}") : Phrases.Nothing,
            s.Stride?.LengthErrorCm is { } e ? Spread(e) : Phrases.Nothing,
        ];
        table.AddRow(cells.Select(c => new Text(c)));
    }

    private static string[] Event(EventScore? e) => e is null
        ? [Phrases.Nothing, "", ""]
        :
        [
            Phrases.Number(e.F1, "0.000"),
            e.ErrorMs is { } error ? Spread(error) : Phrases.Nothing,
            e.KnownAfterReferenceMs is { } known ? $"{Phrases.Number(known.MedianMs, "0")} / {Phrases.Number(known.P95Ms, "0")}" : Phrases.Nothing,
        ];

    private static string Spread(ErrorSpread e) => $"{Phrases.Number(e.Bias, "+0.0;-0.0;0.0")} ± {Phrases.Number(e.Sd, "0.0")}";
}
