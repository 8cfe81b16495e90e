using System.Text.Json;

namespace GaitSense.Protocol.Tests;

/// <summary>The vectors in firmware-protocol/vectors, which the C reference is tested against too.</summary>
internal static class Vectors
{
    public sealed record Vector(string Name, byte[] Bytes, PacketFault Verdict, JsonElement Fields, bool Encodes, JsonElement Element)
    {
        public long Long(string field) => Fields.TryGetProperty(field, out JsonElement value) ? value.GetInt64() : throw new KeyNotFoundException($"{Name}: {field}");

        public ulong Unsigned(string field) => Fields.GetProperty(field).GetUInt64();

        public byte Byte(string field) => (byte)Long(field);

        public ushort UShort(string field) => (ushort)Long(field);

        public override string ToString() => Name;
    }

    /// <summary>One step of a dialogue with a sensor: what happens to it, what it does and what it sends.</summary>
    public sealed record Step(string Op, uint Value, uint At, byte[] Given, byte[] Answer, int Do);

    /// <summary>All dialogues by name.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Step>> ReadDialogues()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "dialogues", "sensor.json")));
        return document.RootElement.GetProperty("dialogues").EnumerateArray().ToDictionary(
            d => d.GetProperty("name").GetString()!,
            d => (IReadOnlyList<Step>)[.. d.GetProperty("steps").EnumerateArray().Select(ParseStep)],
            StringComparer.Ordinal);

        static Step ParseStep(JsonElement e) => new(e.GetProperty("op").GetString()!, Number(e, "value", 0), Number(e, "at", 1_000_000), Bytes(e, "hex"), Bytes(e, "answer"), (int)Number(e, "do", 0));
        static uint Number(JsonElement e, string name, uint without) => e.TryGetProperty(name, out JsonElement value) ? value.GetUInt32() : without;
        static byte[] Bytes(JsonElement e, string name) => e.TryGetProperty(name, out JsonElement value) ? Convert.FromHexString(value.GetString()!) : [];
    }

    public static string Folder { get; } = Repository.At("firmware-protocol", "vectors");

    public static IReadOnlyList<Vector> Read(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file + ".json")));
        return [.. document.RootElement.GetProperty("vectors").Clone().EnumerateArray().Select(Parse)];
    }

    public static TheoryData<string> Names(string file) => [.. Read(file).Select(v => v.Name)];

    public static Vector Find(string file, string name) => Read(file).Single(v => string.Equals(v.Name, name, StringComparison.Ordinal));

    private static Vector Parse(JsonElement e)
    {
        PacketFault verdict = e.GetProperty("verdict").GetString() switch
        {
            "ok" => PacketFault.None,
            "too-short" => PacketFault.TooShort,
            "bad-length" => PacketFault.BadLength,
            "other-version" => PacketFault.OtherVersion,
            "unknown-kind" => PacketFault.UnknownKind,
            "out-of-range" => PacketFault.OutOfRange,
            string other => throw new FormatException(other),
            null => throw new FormatException("no verdict"),
        };
        bool encodes = verdict == PacketFault.None && (!e.TryGetProperty("encode", out JsonElement encode) || encode.GetBoolean());
        return new(e.GetProperty("name").GetString()!, Convert.FromHexString(e.GetProperty("hex").GetString()!), verdict, e.TryGetProperty("fields", out JsonElement fields) ? fields : default, encodes, e);
    }
}
