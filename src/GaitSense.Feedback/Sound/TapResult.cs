namespace GaitSense.Feedback.Sound;

/// <summary>Taps with a beat.</summary>
/// <param name="LateS">Mean of tap minus beat, s; strays are left out.</param>
/// <param name="SdS">Standard deviation of tap minus beat, s.</param>
/// <param name="Taps">Taps that count.</param>
/// <param name="Fault">Why nothing is to be made of it; null: it is good.</param>
public sealed record TapResult(double LateS, double SdS, int Taps, string? Fault)
{
    /// <summary>Standard uncertainty of <see cref="LateS"/>, s.</summary>
    public double UncertaintyS => SdS / Math.Sqrt(Math.Max(1, Taps));
}
