using GaitSense.Core;

namespace GaitSense.Training.TimedTests.Feet;

/// <summary>How far a person walked in a time, by the sum of strides: the mean of both feet, so that the body's way comes out in turns too.</summary>
/// <param name="LengthM">Sum, m.</param>
/// <param name="Strides">Strides that fell into it, wholly or in part.</param>
/// <param name="LeftOut">Those of them that could not be measured.</param>
public readonly record struct WalkedWay(double LengthM, int Strides, int LeftOut)
{
    /// <summary>The way between two times. Of a stride that is cut the part of its swing that lies inside counts.</summary>
    /// <param name="strides">Strides of both feet.</param>
    /// <param name="fromS">From when, s.</param>
    /// <param name="toS">Until when, s.</param>
    public static WalkedWay Of(IEnumerable<Stride> strides, double fromS, double toS)
    {
        ArgumentNullException.ThrowIfNull(strides);
        double sum = 0;
        int all = 0, leftOut = 0;
        foreach (Stride s in strides)
        {
            (double leaves, double lands) = (s.TerminalContact.Seconds, s.End.Seconds);
            double inside = Math.Min(lands, toS) - Math.Max(leaves, fromS);
            if (inside <= 0 || lands <= leaves) continue;
            all++;
            if (s is { IsValid: true, LengthM: { } length }) sum += length * inside / (lands - leaves);
            else leftOut++;
        }

        return new(sum / 2, all, leftOut);
    }
}
