using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace GaitSense.Feedback.Plan;

/// <summary>
/// The range of a setting, both ends within it. <see cref="RangeAttribute"/> would do, but knows dates and other types as well and brings what converts them along: 60 kB of a page.
/// </summary>
/// <param name="minimum">The least value.</param>
/// <param name="maximum">The greatest value.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WithinAttribute(double minimum, double maximum) : ValidationAttribute
{
    /// <summary>The least value.</summary>
    public double Minimum { get; } = minimum;

    /// <summary>The greatest value.</summary>
    public double Maximum { get; } = maximum;

    /// <inheritdoc/>
    public override bool IsValid(object? value)
    {
        if (value is null) return true; // whether it may be missing is another question
        double number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return number >= Minimum && number <= Maximum; // no number is within
    }

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => string.Create(CultureInfo.InvariantCulture, $"{name} must be between {Minimum} and {Maximum}");
}
