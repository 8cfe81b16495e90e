namespace GaitSense.Core;

/// <summary>A sample and the foot it belongs to.</summary>
/// <param name="Foot">The foot.</param>
/// <param name="Sample">The reading.</param>
public readonly record struct FootedSample(Foot Foot, ImuSample Sample)
{
    /// <summary>The reading. A field, so that it is handed on by reference instead of copied.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1051", Justification = "A property's value is a copy.")]
    public readonly ImuSample Sample = Sample;

    /// <summary>The foot and its reading in a line.</summary>
    public override string ToString() => $"{Print.Words(Foot)} foot at {Sample}";
}
