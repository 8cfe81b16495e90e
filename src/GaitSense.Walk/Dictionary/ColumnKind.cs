namespace GaitSense.Walk;

/// <summary>What a column or field holds.</summary>
public enum ColumnKind
{
    /// <summary>A number with a unit; the unit is empty for a share or a ratio.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>Text, or one of a few words.</summary>
    Text,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>An object whose fields <see cref="ColumnEntry.Parts"/> names.</summary>
    Group,
}
