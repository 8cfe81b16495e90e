using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GaitSense.Core;

namespace GaitSense.Recording.Session;

/// <summary>Three numbers as a list: <c>[0, 0, 1]</c>.</summary>
internal sealed class VectorJson : JsonConverter<Vector3D>
{
    public override Vector3D Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        double[]? values = JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<double[]>)options.GetTypeInfo(typeof(double[])));
        return values is [var x, var y, var z] ? new Vector3D(x, y, z) : throw new JsonException("a vector has three numbers");
    }

    public override void Write(Utf8JsonWriter writer, Vector3D value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.X);
        writer.WriteNumberValue(value.Y);
        writer.WriteNumberValue(value.Z);
        writer.WriteEndArray();
    }
}
