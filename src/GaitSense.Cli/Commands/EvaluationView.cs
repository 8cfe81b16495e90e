using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GaitSense.Analysis;
using Spectre.Console;

namespace GaitSense.Cli;

/// <summary>An evaluation on the screen, or for programs.</summary>
internal static class EvaluationView
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A row for each recording and, of several, for each kind and for all together.</summary>
    public static void Write(Terminal terminal, Evaluation evaluation)
    {
        if (evaluation.Recordings.Count == 0) return;
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

        IAnsiConsole console = terminal.CreateConsole();
        if (!terminal.OutIsTerminal) console.Profile.Width = 160;
        console.Write(table);
        terminal.Out.WriteLine("IC initial contact, TC terminal contact; errors: mean and SD of detected minus reference; known after: median and 95th percentile.");
    }

    /// <summary>Every recording, each kind, and all together.</summary>
    public static string Json(Evaluation evaluation, IEnumerable<AnalysisOutcome> outcomes)
    {
        static JsonObject Named(RecordingEvaluation r) => new() { ["name"] = r.Name, ["score"] = JsonNode.Parse(r.Result.ToJson()) };
        return new JsonObject
        {
            ["recordings"] = new JsonArray([.. evaluation.Recordings.Select(Named)]),
            ["kinds"] = new JsonArray([.. evaluation.PooledByKind.Select(Named)]),
            ["all"] = Named(evaluation.Pooled),
            ["errors"] = new JsonArray([.. outcomes.Where(o => o.Error is not null).Select(o => new JsonObject { ["recording"] = o.Target.Recording, ["error"] = o.Error })]),
        }.ToJsonString(Options) + "\n";
    }

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
