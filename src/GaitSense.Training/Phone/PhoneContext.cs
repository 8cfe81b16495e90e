using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace GaitSense.Training.Phone;

/// <summary>How a phone's documents become JSON. What else a page keeps in them is the page's.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PhoneRecords))]
[JsonSerializable(typeof(PhoneWalk))]
[JsonSerializable(typeof(HomeView))]
[JsonSerializable(typeof(PhonePlanAnswer))]
internal sealed partial class PhoneContext : JsonSerializerContext
{
    /// <summary>What a phone keeps; what is left out has the default of its class.</summary>
    public static JsonTypeInfo<PhoneRecords> Records => Kept<PhoneRecords>();

    /// <summary>A walk's own file, likewise.</summary>
    public static JsonTypeInfo<PhoneWalk> Walk => Kept<PhoneWalk>();

    private static JsonTypeInfo<T> Kept<T>() =>
        (JsonTypeInfo<T>)new JsonSerializerOptions(Default.Options) { TypeInfoResolver = ((IJsonTypeInfoResolver)Default).WithAddedModifier(InitOnlyDefaults.Keep) }.GetTypeInfo(typeof(T));
}
