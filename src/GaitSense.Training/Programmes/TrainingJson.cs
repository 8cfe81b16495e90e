using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GaitSense.Core;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Plans;

namespace GaitSense.Training.Programmes;

/// <summary>How documents of this room become objects: names in snake case, an unknown name is an error, what is left out keeps its default, no reflection over types.</summary>
internal static class TrainingJson
{
    private const int LongestWhy = 160;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        WriteIndented = true,
        NewLine = "\n",
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // texts are read by people; no page embeds them
        Converters = { Words<TrainingTask>(), Words<Place>(), Words<EvidenceMark>(), Words<QuestionTime>(), Words<SignOffKind>() },
        TypeInfoResolver = TrainingContext.Default.WithAddedModifier(InitOnlyDefaults.Keep).WithAddedModifier(WithoutStoreIds),
    };

    /// <summary>How one class becomes JSON.</summary>
    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    /// <summary>Reads a document.</summary>
    /// <param name="path">Where it is from, for errors.</param>
    /// <param name="json">Its text.</param>
    /// <exception cref="TrainingFileException">It is no such document.</exception>
    public static T Read<T>(string path, string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Of<T>()) ?? throw new TrainingFileException(path, "is empty");
        }
        catch (JsonException e)
        {
            throw new TrainingFileException(path, Unread(e, Why(e.Message)), e);
        }
    }

    /// <summary>Where a document cannot be read and why, one line; it follows the file's name.</summary>
    /// <param name="e">Where.</param>
    /// <param name="why">Why, in words of any length.</param>
    public static string Unread(JsonException e, string why)
    {
        string where = e.Path is null or "" or "$" ? "" : $" at {e.Path[2..]}";
        string line = e.LineNumber is { } number ? string.Create(CultureInfo.InvariantCulture, $" (line {number + 1})") : "";
        // A message quotes what it could not read, over the end of the line.
        return $"cannot be read{where}{line}: {OutsideText.ShortLine(why, LongestWhy)}";
    }

    /// <summary>Reads a document that is a part of this assembly.</summary>
    /// <param name="name">Its file name.</param>
    public static T Embedded<T>(string name)
    {
        using Stream stream = Open(name);
        return JsonSerializer.Deserialize(stream, Of<T>()) ?? throw new TrainingFileException(name, "is empty");
    }

    /// <summary>The text of a document that is a part of this assembly.</summary>
    /// <param name="name">Its file name.</param>
    public static string EmbeddedText(string name)
    {
        using Stream stream = Open(name);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Writes a document, with all it says.</summary>
    public static string Write<T>(T document) => JsonSerializer.Serialize(document, Of<T>()) + "\n";

    private static Stream Open(string name) =>
        typeof(TrainingJson).Assembly.GetManifestResourceStream(name) ?? throw new ArgumentException($"there is no document {name} in this room", nameof(name));

    private static JsonStringEnumConverter<T> Words<T>()
        where T : struct, Enum => new(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);

    // A file describes sessions; identifiers are a store's, and follow from the plan's.
    private static void WithoutStoreIds(JsonTypeInfo type)
    {
        if (type.Type == typeof(Slot) && type.Properties.FirstOrDefault(p => p.Name is "id") is { } id) type.Properties.Remove(id);
    }

    // What the library says of a key in terms of .NET, in those of the file.
    private static string Why(string message)
    {
        if (message.Contains("could not be mapped", StringComparison.Ordinal) && message.Split('\'') is [_, var name, ..]) return $"there is no key '{name}' here";
        if (message.Contains("missing required properties", StringComparison.Ordinal) && message.Split('\'') is { Length: > 3 } parts) return $"the key '{parts[^2]}' is missing";
        if (message.Contains("could not be converted", StringComparison.Ordinal)) return "the value is of another kind than it should be";
        if (message.Contains("null values", StringComparison.Ordinal)) return "a value is null; leave it out or give one";
        int end = message.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }
}
