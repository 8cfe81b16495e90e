using GaitSense.Core;

namespace GaitSense.Training.TimedTests.Feet;

/// <summary>
/// How far a person walked in a time, by the sum of strides: the mean of both feet, so that the body's way comes out in turns too, where one foot goes on the inner and one on the outer side.
/// </summary>
/// <param name="LengthM">Sum, m.</param>
/// <param name="Strides">Strides that fell into it, wholly or in part.</param>
/// <param name="LeftOut">Those of them that could not be measured.</param>
/// <param name="Replaced">Those that could not be measured or cannot have been so long or short, and count as the other foot's strides beside them.</param>
public readonly record struct WalkedWay(double LengthM, int Strides, int LeftOut, int Replaced)
{
    /// <summary>A stride that turns the foot by less is straight, rad: the core's own limit.</summary>
    internal const double StraightRad = 15 * Math.PI / 180;

    // In straight walking both feet go equally far: a stride of less or more than these shares of the other foot's beside it was measured wrongly [D].
    private const double LeastShare = 0.5, MostShare = 2;

    // Strides of the other foot are beside one where they are this close, s, and walking is even where these two differ by no more than this share [D].
    private const double BesideS = 1.5, EvenShare = 0.25;

    /// <summary>The way between two times. Of a stride that is cut the part of its swing that lies inside counts.</summary>
    /// <param name="strides">Strides of both feet.</param>
    /// <param name="fromS">From when, s.</param>
    /// <param name="toS">Until when, s.</param>
    public static WalkedWay Of(IEnumerable<Stride> strides, double fromS, double toS)
    {
        ArgumentNullException.ThrowIfNull(strides);
        Stride[] all = [.. strides.OrderBy(s => s.TerminalContact)];
        double sum = 0;
        int within = 0, leftOut = 0, replaced = 0;
        for (int i = 0; i < all.Length; i++)
        {
            (double leaves, double lands) = (all[i].TerminalContact.Seconds, all[i].End.Seconds);
            double inside = Math.Min(lands, toS) - Math.Max(leaves, fromS);
            if (inside <= 0 || lands <= leaves) continue;
            within++;
            double? length = all[i].IsValid ? all[i].LengthM : null;
            if (BesideM(all, i) is { } beside && !(length >= LeastShare * beside && length <= MostShare * beside))
            {
                length = beside;
                replaced++;
            }

            if (length is { } metres) sum += metres * inside / (lands - leaves);
            else leftOut++;
        }

        return new(sum / 2, within, leftOut, replaced);
    }

    // The mean of the other foot's strides before and after a straight one; null: they do not tell.
    private static double? BesideM(Stride[] all, int at)
    {
        ref readonly Stride stride = ref all[at];
        if (Math.Abs(stride.TurnRad ?? 0) >= StraightRad) return null;
        int before = at - 1, after = at + 1;
        while (before >= 0 && all[before].Foot == stride.Foot) before--;
        while (after < all.Length && all[after].Foot == stride.Foot) after++;
        if (before < 0 || after == all.Length || StraightM(in all[before]) is not { } a || StraightM(in all[after]) is not { } b) return null;
        bool isBeside = stride.TerminalContact.SecondsSince(all[before].End) < BesideS && all[after].TerminalContact.SecondsSince(stride.End) < BesideS;
        return isBeside && Math.Abs(a - b) <= EvenShare * Math.Max(a, b) ? (a + b) / 2 : null;
    }

    private static double? StraightM(in Stride stride) => stride.IsValid && Math.Abs(stride.TurnRad ?? 0) < StraightRad ? stride.LengthM : null;
}
