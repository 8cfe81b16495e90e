using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GaitSense.Recording.Plain;

namespace GaitSense.Recording.Files;

/// <summary>
/// What files were made of, in a hidden file beside them (<c>.NAME.made</c>): the proof, for the next run, that they are GaitSense's own and of the same input.
/// It holds digests, no paths.
/// </summary>
/// <param name="Kind">What was made: results, a recording, a page.</param>
/// <param name="Place">Digest of where the input lay; null: it had no place.</param>
/// <param name="Inputs">Digests of what was in it, one for each recording.</param>
public sealed record MadeNote(string Kind, string? Place, IReadOnlyList<string> Inputs)
{
    private const string Format = "gaitsense-made";
    private const int DigestDigits = 32;

    /// <summary>The files that were made. <value>The default is none.</value></summary>
    public IReadOnlyList<MadeFile> Files { get; init; } = [];

    /// <summary>Names that a run was about to give its files, where it did not come to its end. <value>The default is none.</value></summary>
    public IReadOnlyList<string> UnderWay { get; init; } = [];

    /// <summary>Made of recordings, as they are now.</summary>
    /// <param name="kind">What is made.</param>
    /// <param name="inputs">Their paths.</param>
    public static MadeNote Of(string kind, params IReadOnlyList<string> inputs)
    {
        string[] named = [.. inputs.Where(i => !string.IsNullOrWhiteSpace(i))];
        return new MadeNote(kind, PlaceOf(named), [.. named.Select(ContentsOf).OfType<string>()]);
    }

    /// <summary>Made of what was asked for in words alone: the same words make the same again.</summary>
    public static MadeNote OfWords(string kind, string words) => new(kind, null, [DigestOf(words)]);

    /// <summary>Made of what happens once: a walk with sensors.</summary>
    public static MadeNote OfTheMoment(string kind) => new(kind, null, [RandomNumberGenerator.GetHexString(DigestDigits, lowercase: true)]);

    /// <summary>Digest of where inputs lie.</summary>
    public static string PlaceOf(IEnumerable<string> inputs) => DigestOf(string.Join('\n', inputs.Select(RealPath.Of).Order(StringComparer.Ordinal)));

    /// <summary>Digest of words.</summary>
    public static string DigestOf(string words) => Sha256Hex.Of(words)[..DigestDigits];

    /// <summary>Digest of all files of a recording; null where they cannot be read.</summary>
    public static string? ContentsOf(string input)
    {
        try
        {
            StringBuilder all = new();
            foreach ((string name, string path) in RecordingFiles.InputsOf(input)) all.Append(Sha256Hex.OfFile(path)).Append(' ').Append(name).Append('\n');
            return DigestOf(all.ToString());
        }
        catch (Exception e) when (FileErrors.Is(e) || e is RecordingFormatException)
        {
            return null; // reading it says what is wrong
        }
    }

    /// <summary>The name of the note beside files of which this is the first.</summary>
    public static string NameOf(string first) => $".{first}.made";

    /// <summary>Whether what this note is about may take the place of what an older one is about: made of the same place, or of all that it was made of.</summary>
    internal bool Continues(MadeNote older)
    {
        ArgumentNullException.ThrowIfNull(older);
        return string.Equals(Kind, older.Kind, StringComparison.Ordinal)
            && ((Place is not null && string.Equals(Place, older.Place, StringComparison.Ordinal)) || (older.Inputs.Count > 0 && !older.Inputs.Except(Inputs, StringComparer.Ordinal).Any()));
    }

    /// <summary>Whether a file is as it was made.</summary>
    /// <param name="folder">The folder of the note.</param>
    /// <param name="name">The file's name in it.</param>
    public bool Holds(string folder, string name)
    {
        if (UnderWay.Contains(name, StringComparer.Ordinal)) return true;
        if (!Lists(name)) return false;
        try
        {
            return Files.Contains(MadeFile.Of(folder, name));
        }
        catch (RecordingFormatException)
        {
            return false;
        }
    }

    /// <summary>Whether a file of that name was made.</summary>
    internal bool Lists(string name) => Files.Any(f => string.Equals(f.Name, name, StringComparison.Ordinal));

    /// <summary>The note as a file has it, UTF-8.</summary>
    internal byte[] ToJson()
    {
        JsonArray files = [.. Files.Select(f => (JsonNode)new JsonObject { ["name"] = f.Name, ["sha256"] = f.Sha256 })];
        JsonObject json = new() { ["format"] = Format, ["version"] = 2, ["kind"] = Kind, ["place"] = Place, ["inputs"] = Array(Inputs), ["files"] = files };
        if (UnderWay.Count > 0) json["under_way"] = Array(UnderWay);
        return Encoding.UTF8.GetBytes(json.ToJsonString() + "\n");
    }

    /// <summary>
    /// Reads a note; null where there is none, or none that can be read. Notes of version 1 named their files without digests: they say what was made of what, and not that it is unchanged.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="first">The first of the files it is about.</param>
    public static MadeNote? Find(string folder, string first)
    {
        string path = Path.Combine(folder, NameOf(first));
        try
        {
            if (RealPath.IsLink(path) || new FileInfo(path) is not { Exists: true, Length: > 0 } || JsonNode.Parse(File.ReadAllBytes(path)) is not JsonObject json || (string?)json["format"] is not Format) return null;
            return new MadeNote((string?)json["kind"] ?? "", (string?)json["place"], Texts(json["inputs"]))
            {
                Files = FilesOf(json["files"]),
                UnderWay = Texts(json["under_way"]),
            };
        }
        catch (Exception e) when (FileErrors.Is(e) || e is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static List<MadeFile> FilesOf(JsonNode? node) =>
        node is JsonArray array ? [.. array.OfType<JsonObject>().Select(f => new MadeFile((string?)f["name"] ?? "", (string?)f["sha256"] ?? ""))] : [];

    private static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)t)];

    private static List<string> Texts(JsonNode? node) => node is JsonArray array ? [.. array.Select(n => (string?)n).OfType<string>()] : [];
}
