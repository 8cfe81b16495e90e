using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace GaitSense;

/// <summary>
/// What a document leaves out keeps the default of its class. The code that the JSON source generator makes would give an init-only property the default
/// of its type instead (0, false, null). Compiled into each project that reads such classes; records with a constructor of their own are left alone.
/// </summary>
internal static class InitOnlyDefaults
{
    /// <summary>For <see cref="JsonTypeInfoResolver.WithAddedModifier"/>.</summary>
    public static void Keep(JsonTypeInfo type)
    {
        // The generated code names the constructor and the properties, so trimming keeps them.
        if (type.Kind != JsonTypeInfoKind.Object || type.ConstructorAttributeProvider is not ConstructorInfo constructor || constructor.GetParameters().Length > 0) return;
        type.CreateObject = () => constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null);
        foreach (JsonPropertyInfo property in type.Properties)
            if (property is { Set: not null, AttributeProvider: PropertyInfo own }) property.Set = own.SetValue;
    }
}
