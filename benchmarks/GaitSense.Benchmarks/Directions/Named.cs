using System.Globalization;
using GaitSense.Analysis.Accuracy;
using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>How the valid strides of a walk, or of a part of one, were named; and which were not named as expected.</summary>
internal sealed class Named(WalkingDirection expected)
{
    public int Strides { get; private set; }

    public int Right { get; private set; }

    public int Opposite { get; private set; }

    public int Unknown { get; private set; }

    public int ConfidentWrong { get; private set; }

    /// <summary>Named otherwise, unknown ones not counted: foot, time, direction, length, confidence.</summary>
    public List<string> Otherwise { get; } = [];

    public void Add(in Stride s)
    {
        if (!s.IsValid) return;
        Strides++;
        if (s.Direction == expected) Right++;
        else if (s.Direction == WalkingDirection.Unknown) Unknown++;
        else
        {
            if (DirectionScore.IsConfident(s.Confidence)) ConfidentWrong++;
            if (s.Direction == Opposed(expected)) Opposite++;
            Otherwise.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{Words.Of(s.Foot)} {s.TerminalContact.Seconds:F2} s {Words.ForPeople(s.Direction)} {s.LengthM ?? 0:F2} m, {s.Confidence:F2}"));
        }
    }

    public void Add(Named other)
    {
        Strides += other.Strides;
        Right += other.Right;
        Opposite += other.Opposite;
        Unknown += other.Unknown;
        ConfidentWrong += other.ConfidentWrong;
    }

    private static WalkingDirection Opposed(WalkingDirection d) => d == WalkingDirection.Forward ? WalkingDirection.Backward : WalkingDirection.Forward;
}
