using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GaitSense.Analysis.Summary;
using GaitSense.Core;
using GaitSense.Sessions;

namespace GaitSense.Cli.Commands;

/// <summary>Outcomes for programs.</summary>
internal static class OutcomeJson
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A list with one object for each recording, in the order given.</summary>
    public static string Of(IEnumerable<AnalysisOutcome> outcomes)
    {
        var list = new JsonArray();
        foreach (AnalysisOutcome outcome in outcomes)
        {
            WalkSummary? summary = outcome.Summary;
            list.Add(new JsonObject
            {
                ["recording"] = outcome.Target.Recording,
                ["name"] = outcome.Target.Name,
                ["status"] = Words.InFiles(outcome.Status),
                ["was_finished"] = outcome.WasFinished,
                ["error"] = outcome.Error,
                ["out"] = summary is null ? null : outcome.Target.OutDirectory,
                ["participant"] = outcome.Person.Participant,
                ["visit"] = outcome.Person.Visit,
                ["group"] = outcome.Person.Group,
                ["summary"] = summary is null ? null : JsonNode.Parse(summary.ToJson()),
            });
        }

        return list.ToJsonString(Options) + "\n";
    }
}
