using System.Reflection;
using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>One threshold of the core, as its table has it.</summary>
/// <param name="Table">The stage's table in <see cref="Thresholds"/>.</param>
/// <param name="Property">The threshold in it.</param>
/// <param name="Said">What it says of itself.</param>
internal sealed record Threshold(PropertyInfo Table, PropertyInfo Property, ThresholdAttribute Said)
{
    /// <summary>All of them, table by table, in their order.</summary>
    public static IReadOnlyList<Threshold> All { get; } =
    [
        .. typeof(Thresholds).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(t => t.PropertyType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(p => (Table: t, Property: p, Said: p.GetCustomAttribute<ThresholdAttribute>()))
                .Where(x => x.Said is not null)
                .Select(x => new Threshold(x.Table, x.Property, x.Said!))),
    ];

    public string Name => Property.Name;

    public double Value => (double)Property.GetValue(Table.GetValue(Thresholds.Default))!;

    /// <summary>The core's thresholds, but for this one.</summary>
    /// <param name="factor">What it is multiplied by.</param>
    public Thresholds Times(double factor)
    {
        // A record's copy is made by a method that C# has no name for; its setters may be called on a copy that nobody else has seen.
        object table = CopyOf(Table.GetValue(Thresholds.Default)!);
        Property.SetValue(table, factor * Value);
        Thresholds all = Thresholds.Default with { };
        Table.SetValue(all, table);
        return all;
    }

    private static object CopyOf(object record) => record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
}
