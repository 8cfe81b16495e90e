using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using GaitSense.Training.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GaitSense.Storage;

/// <summary>How members become columns: names in lower case with underscores, times as microseconds, words of an enum as text, lists as JSON.</summary>
internal static class StoreColumns
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Rules for all members of a type.</summary>
    public static void Configure(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<TimeConverter>();
        conventions.Properties<Enum>().HaveConversion<string>();
    }

    /// <summary>
    /// Keeps lists, and records inside of a record, as JSON in one column: what is written and read only with the row it belongs to. (What is asked for across rows,
    /// measures and trials, has a table.)
    /// </summary>
    /// <param name="entity">The entity.</param>
    /// <param name="column">The database's type of such a column.</param>
    public static void KeepListsAsJson(EntityTypeBuilder entity, string column)
    {
        foreach (PropertyInfo property in entity.Metadata.ClrType.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsDocument))
            typeof(StoreColumns).GetMethod(nameof(KeepAsJson), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(property.PropertyType).Invoke(obj: null, [entity, property.Name, column]);
    }

    /// <summary>A name in lower case with underscores: "LegLengthM" is "leg_length_m".</summary>
    public static string NameOf(string name)
    {
        StringBuilder text = new();
        for (int i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1])) text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    private static bool IsDocument(PropertyInfo property)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return property.CanWrite && property.Name is not (nameof(Session.Measures) or nameof(Session.Trials)) && type != typeof(string) && (typeof(System.Collections.IEnumerable).IsAssignableFrom(type)
            || (type.Namespace?.StartsWith("GaitSense.", StringComparison.Ordinal) == true && !type.IsEnum));
    }

    private static void KeepAsJson<T>(EntityTypeBuilder entity, string name, string column) =>
        entity.Property<T>(name).HasColumnType(column).HasConversion(
            new ValueConverter<T, string>(value => JsonSerializer.Serialize(value, Json), text => JsonSerializer.Deserialize<T>(text, Json)!),
            new ValueComparer<T>(
                (a, b) => JsonSerializer.Serialize(a, Json) == JsonSerializer.Serialize(b, Json),
                value => StringComparer.Ordinal.GetHashCode(JsonSerializer.Serialize(value, Json)),
                value => value)); // they are never changed in place

    private sealed class TimeConverter() : ValueConverter<DateTimeOffset, long>(time => Microseconds.Of(time), value => Microseconds.Time(value));
}
