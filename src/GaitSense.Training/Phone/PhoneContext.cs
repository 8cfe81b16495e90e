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
[JsonSerializable(typeof(HomeDay))]
internal sealed partial class PhoneContext : JsonSerializerContext
{
    /// <summary>What a phone keeps; what is left out has the default of its class.</summary>
    public static JsonTypeInfo<PhoneRecords> Records => Kept<PhoneRecords>();

    /// <summary>A walk's own file, likewise.</summary>
    public static JsonTypeInfo<PhoneWalk> Walk => Kept<PhoneWalk>();

    private static JsonTypeInfo<T> Kept<T>() => (JsonTypeInfo<T>)WithDefaults.Options.GetTypeInfo(typeof(T));

    // Made once, when something is read first: the default of this class may be made after its own fields.
    private static class WithDefaults
    {
        public static readonly JsonSerializerOptions Options = Make();

        private static JsonSerializerOptions Make()
        {
            JsonSerializerOptions options = new(Default.Options) { TypeInfoResolver = ((IJsonTypeInfoResolver)Default).WithAddedModifier(InitOnlyDefaults.Keep) };
            options.MakeReadOnly(); // from then on it remembers what it has worked out of a class
            return options;
        }
    }
}
