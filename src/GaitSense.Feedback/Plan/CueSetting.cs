using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GaitSense.Feedback.Plan;

/// <summary>One setting of a plan, for people.</summary>
/// <param name="Name">As in <c>cues.json</c>: <c>rhythm.phase_gain</c>.</param>
/// <param name="Value">Its value in this plan.</param>
/// <param name="Default">What it is where it is left out.</param>
/// <param name="Range">What it may be.</param>
/// <param name="Source">Where the default comes from.</param>
public sealed record CueSetting(string Name, string Value, string Default, string Range, string Source)
{
    /// <summary>All settings of a plan; those of lists as they are in one entry.</summary>
    public static IReadOnlyList<CueSetting> AllOf(CuePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. Of(plan, new CuePlan(), ""), .. Of(new TargetPlan(), new TargetPlan(), "targets[]."), .. Of(new TaskPlan(), new TaskPlan(), "tasks[].")];
    }

    private static IEnumerable<CueSetting> Of(object part, object standard, string prefix)
    {
        foreach (JsonPropertyInfo property in CuePlanJson.Settings(part))
        {
            string name = prefix + property.Name;
            object? value = property.Get!(part);
            if (value is null or IConvertible)
            {
                string range = property.Attribute<WithinAttribute>() is { } limits ? string.Create(CultureInfo.InvariantCulture, $"{limits.Minimum} to {limits.Maximum}") : Choices(property.PropertyType);
                yield return new CueSetting(name, Text(value), Text(property.Get!(standard)), range, property.Attribute<SourceAttribute>()?.Text ?? "");
            }
            else if (value is not System.Collections.IEnumerable)
            {
                foreach (CueSetting setting in Of(value, property.Get!(standard)!, name + ".")) yield return setting;
            }
        }
    }

    private static string Choices(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(bool)) return "true or false";
        return type.IsEnum ? string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)) : "";
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        Enum e => JsonNamingPolicy.SnakeCaseLower.ConvertName(e.ToString()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
