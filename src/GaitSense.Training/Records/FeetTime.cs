using GaitSense.Core;

namespace GaitSense.Training.Records;

/// <summary>A start and an end of a timed test as the feet have them: the result, or one of the candidates for it.</summary>
/// <param name="StartS">Second of the session at which the leading foot left.</param>
/// <param name="EndS">Second of the session at which the leading foot crossed the line.</param>
/// <param name="Crosses">The foot that crossed the line first; null: not known.</param>
/// <param name="Share">How likely it is the true one, 0 to 1, as far as the feet alone can tell. <value>The default is 1: there is no other.</value></param>
public readonly record struct FeetTime(double StartS, double EndS, Foot? Crosses = null, double Share = 1)
{
    /// <summary>The time between them, s.</summary>
    public double TimeS => EndS - StartS;
}
