using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace GaitSense.Browser.Live;

/// <summary>What goes to and from the page as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PageWalkOptions))]
[JsonSerializable(typeof(PageState))]
[JsonSerializable(typeof(PageWalkEnd))]
internal sealed partial class PageJson : JsonSerializerContext
{
    /// <summary>What a page asks for; what it leaves out has the default of its class.</summary>
    public static JsonTypeInfo<PageWalkOptions> Asked => (JsonTypeInfo<PageWalkOptions>)new JsonSerializerOptions(Default.Options)
    {
        TypeInfoResolver = ((IJsonTypeInfoResolver)Default).WithAddedModifier(InitOnlyDefaults.Keep),
    }.GetTypeInfo(typeof(PageWalkOptions));
}
