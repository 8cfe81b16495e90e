using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using GaitSense.Recording.Files;
using GaitSense.Recording.Results;

namespace GaitSense.Recording.Export;

/// <summary>An analysis' table of strides on its own: as it is, or as JSON with the same names and digits.</summary>
public static class StrideExport
{
    /// <summary>The table as JSON.</summary>
    public const string JsonFile = "strides.json";

    /// <summary>Refuses a folder that holds such a table already.</summary>
    /// <param name="folder">The folder, which need not exist.</param>
    /// <param name="json">Whether JSON is meant.</param>
    /// <param name="inputs">What is read.</param>
    /// <exception cref="OutputRefusedException">It is there.</exception>
    public static void RefuseExisting(string folder, bool json, IReadOnlyList<string> inputs) => new OutputRule(inputs).CheckFree(folder, [json ? JsonFile : ResultFiles.Strides]);

    /// <summary>Writes the table of an analysis folder to another folder.</summary>
    /// <param name="analysis">The analysis folder.</param>
    /// <param name="folder">Where it goes; nothing that is there is written over.</param>
    /// <param name="json">Whether as JSON: a list of objects, with null for what is empty.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="RecordingFormatException">The table cannot be read, or is in the way.</exception>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public static string Write(string analysis, string folder, bool json)
    {
        RefuseExisting(folder, json, [analysis]);
        string source = Path.Combine(analysis, ResultFiles.Strides);
        byte[] table;
        try
        {
            table = File.ReadAllBytes(source);
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw FileErrors.Explain(source, e);
        }

        string name = json ? JsonFile : ResultFiles.Strides;
        using var file = new PendingFile(folder, name);
        file.Write(json ? ToJson(table) : table);
        file.Complete();
        return Path.Combine(folder, name);
    }

    /// <summary>A table of ours as JSON: numbers keep the digits they are printed with.</summary>
    internal static byte[] ToJson(byte[] csv)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        using (CsvReader reader = CsvReader.Create(new MemoryStream(csv), new CsvReaderOptions { Separator = ',' }, leaveOpen: false))
        {
            reader.ReadHeader();
            json.WriteStartArray();
            while (reader.Read())
            {
                json.WriteStartObject();
                for (int i = 0; i < reader.Headers.Count; i++)
                {
                    json.WritePropertyName(reader.Headers[i]);
                    Value(json, reader.GetSpan(i), reader.Headers[i]);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Value(Utf8JsonWriter json, ReadOnlySpan<byte> field, string name)
    {
        if (field.IsEmpty) json.WriteNullValue();
        else if (field.SequenceEqual("true"u8) || field.SequenceEqual("false"u8)) json.WriteBooleanValue(field.Length == 4);
        else if (field[0] is (byte)'-' or (>= (byte)'0' and <= (byte)'9') && !name.Contains("reason", StringComparison.Ordinal)) json.WriteRawValue(field);
        else json.WriteStringValue(field);
    }
}
