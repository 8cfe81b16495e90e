using GaitSense.Training.Programmes;

namespace GaitSense.Training.Rules;

/// <summary>The numbers that the rules of training go by, as a versioned data file that people may edit within limits.</summary>
public sealed record TrainingRules
{
    /// <summary>What <see cref="Format"/> says.</summary>
    public const string FormatName = "gaitsense-training-rules";

    private static readonly Lazy<TrainingRules> Embedded = new(() => TrainingJson.Embedded<TrainingRules>("rules.json"));

    /// <summary>The numbers that come with GaitSense.</summary>
    public static TrainingRules Default => Embedded.Value;

    /// <summary>The kind of document.</summary>
    public required string Format { get; init; }

    /// <summary>Its version, from 1. Whoever changes a number raises it.</summary>
    public required int Version { get; init; }

    /// <summary>The physiotherapist who signed its proposed numbers, as an account's pseudonym; null: nobody has.</summary>
    public string? SignedBy { get; init; }

    /// <summary>Where its numbers come from, by key.</summary>
    public required IReadOnlyDictionary<string, ProgrammeSource> Sources { get; init; }

    /// <summary>A first plan.</summary>
    public required FirstPlanNumbers FirstPlan { get; init; }

    /// <summary>The gates of a day.</summary>
    public required GateNumbers Gates { get; init; }

    /// <summary>Up and down.</summary>
    public required ProgressionNumbers Progression { get; init; }

    /// <summary>Reads rules from a file and checks them.</summary>
    /// <param name="path">Where they are from, for errors.</param>
    /// <param name="json">Their text.</param>
    /// <exception cref="TrainingFileException">They are none, or a number is outside what a file may say: file, key, range.</exception>
    public static TrainingRules Read(string path, string json)
    {
        TrainingRules rules = TrainingJson.Read<TrainingRules>(path, json);
        return RuleLimits.Fault(rules) is { } fault ? throw new TrainingFileException(path, fault) : rules;
    }

    /// <summary>Writes rules.</summary>
    public static string Write(TrainingRules rules) => TrainingJson.Write(rules);
}
