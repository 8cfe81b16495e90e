namespace GaitSense.Core;

/// <summary>What a threshold means.</summary>
/// <param name="meaning">What it is, a noun phrase.</param>
/// <param name="unit">Its SI unit; "-" for a ratio.</param>
/// <param name="origin">Where the value comes from: a paper, physics, which data; or that it was chosen.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ThresholdAttribute(string meaning, string unit, string origin) : Attribute
{
    /// <summary>What it is.</summary>
    public string Meaning => meaning;

    /// <summary>Its unit.</summary>
    public string Unit => unit;

    /// <summary>Where it comes from.</summary>
    public string Origin => origin;
}
