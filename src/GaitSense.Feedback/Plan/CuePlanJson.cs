using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GaitSense.Core;
using GaitSense.Feedback.Sound;

namespace GaitSense.Feedback.Plan;

/// <summary>Plans as <c>cues.json</c>. What is left out has its default; a name that does not exist is an error, never ignored.</summary>
public static class CuePlanJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        WriteIndented = true,
        NewLine = "\n",
        IgnoreReadOnlyProperties = true,
        Converters = { Words<Practice>(), Words<TargetQuantity>(), Words<TaskKind>(), Words<EarMode>(), Words<Foot>() },
        TypeInfoResolver = CuePlanContext.Default.WithAddedModifier(InitOnlyDefaults.Keep),
    };

    private static readonly JsonTypeInfo<CuePlan> Plan = (JsonTypeInfo<CuePlan>)Options.GetTypeInfo(typeof(CuePlan));

    /// <summary>Reads a plan and checks it.</summary>
    /// <param name="path">Where it is from, for errors.</param>
    /// <param name="json">Its text.</param>
    /// <exception cref="CuePlanException">It is no plan, or has a setting that cannot be.</exception>
    public static CuePlan Read(string path, string json)
    {
        CuePlan plan;
        try
        {
            plan = JsonSerializer.Deserialize(json, Plan) ?? throw new CuePlanException(path, "is empty; gaitsense cues --new FILE writes one to begin with");
        }
        catch (JsonException e)
        {
            string where = string.IsNullOrEmpty(e.Path) || e.Path is "$" ? "" : $" at {e.Path[2..]}";
            string line = e.LineNumber is { } number ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" (line {number + 1})") : "";
            throw new CuePlanException(path, $"cannot be read{where}{line}: {Why(e.Message)}; gaitsense cues --settings lists what there is", e);
        }

        if (CuePlanRules.Fault(plan) is { } fault) throw new CuePlanException(path, fault);
        return plan;
    }

    /// <summary>Writes a plan, with all its settings.</summary>
    public static string Write(CuePlan plan) => JsonSerializer.Serialize(plan, Plan) + "\n";

    /// <summary>A plan as a part of another document.</summary>
    public static JsonElement ToElement(CuePlan plan) => JsonSerializer.SerializeToElement(plan, Plan);

    /// <summary>The settings of a part of a plan, by their names in the file and in the order of declaration.</summary>
    /// <param name="part">A plan, or a part of one.</param>
    internal static IEnumerable<JsonPropertyInfo> Settings(object part) => Options.GetTypeInfo(part.GetType()).Properties.Where(p => p is { Set: not null, Get: not null });

    /// <summary>What is said about a setting: its range, its source.</summary>
    internal static T? Attribute<T>(this JsonPropertyInfo setting)
        where T : Attribute => setting.AttributeProvider?.GetCustomAttributes(typeof(T), inherit: true) is [T said, ..] ? said : null;

    private static JsonStringEnumConverter<T> Words<T>()
        where T : struct, Enum => new(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);

    // What the library says of a setting in terms of .NET, in those of the plan.
    private static string Why(string message)
    {
        if (message.Contains("could not be mapped", StringComparison.Ordinal) && message.Split('\'') is [_, var name, ..]) return $"there is no setting '{name}' here";
        if (message.Contains("could not be converted", StringComparison.Ordinal)) return "the value is of another kind than it should be";
        int end = message.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }
}
