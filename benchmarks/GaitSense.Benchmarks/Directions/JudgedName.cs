using GaitSense.Analysis.Accuracy;
using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>What one stride was called, and what it was.</summary>
/// <param name="Kind">The kind of walk, as the tables group it.</param>
/// <param name="Walk">The walk: strides of one are no independent witnesses.</param>
/// <param name="Truth">What it was.</param>
/// <param name="Found">What it was called.</param>
/// <param name="Confidence">How sure that was said to be, 0 to 1.</param>
internal readonly record struct JudgedName(string Kind, string Walk, WalkingDirection Truth, WalkingDirection Found, double Confidence)
{
    public bool IsNamed => Found != WalkingDirection.Unknown;

    public bool IsWrong => IsNamed && Found != Truth;

    public bool IsConfidentlyWrong => IsWrong && DirectionScore.IsConfident(Confidence);
}
