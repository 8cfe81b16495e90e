using GaitSense.Core;

namespace GaitSense.Analysis.Accuracy;

/// <summary>How well directions were named: counts over found strides whose reference carries a direction. An unknown is not right, and not wrong either.</summary>
public sealed record DirectionScore
{
    /// <summary>A wrong direction at or above this confidence is a confident wrong answer.</summary>
    public const double Confident = 0.9;

    // Confidences stand in files with three decimals; what reads as 0.900 there is confident here.
    private const int Decimals = 3;

    /// <summary>Strides judged.</summary>
    public required int Strides { get; init; }

    /// <summary>Named as the reference does.</summary>
    public required int Right { get; init; }

    /// <summary>Left unknown.</summary>
    public required int Unknown { get; init; }

    /// <summary>Named otherwise, with a confidence of <see cref="Confident"/> or more.</summary>
    public required int ConfidentWrong { get; init; }

    /// <summary>Named right by the middle of the swing, before the landing.</summary>
    public required int EarlyRight { get; init; }

    /// <summary>Not named before the landing.</summary>
    public required int EarlyUnknown { get; init; }

    /// <summary>Named otherwise.</summary>
    internal int Wrong => Strides - Right - Unknown;

    /// <summary>The score of <paramref name="pairs"/>; null when none carries a direction.</summary>
    internal static DirectionScore? Of(IEnumerable<StridePair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        StridePair[] judged = [.. pairs.Where(p => p.Direction != WalkingDirection.Unknown)];
        if (judged.Length == 0) return null;
        return new DirectionScore
        {
            Strides = judged.Length,
            Right = judged.Count(p => p.Found == p.Direction),
            Unknown = judged.Count(p => p.Found == WalkingDirection.Unknown),
            ConfidentWrong = judged.Count(p => p.Found != p.Direction && p.Found != WalkingDirection.Unknown && IsConfident(p.Confidence)),
            EarlyRight = judged.Count(p => p.FoundEarly == p.Direction),
            EarlyUnknown = judged.Count(p => p.FoundEarly == WalkingDirection.Unknown),
        };
    }

    /// <summary>Whether a confidence reaches <see cref="Confident"/> as it is written.</summary>
    public static bool IsConfident(double confidence) => Math.Round(confidence, Decimals) >= Confident;

    /// <summary>A count as a share of the strides judged, 0 to 1.</summary>
    public double Share(int count) => (double)count / Strides;
}
