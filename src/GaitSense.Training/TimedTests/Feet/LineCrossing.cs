using GaitSense.Core;

namespace GaitSense.Training.TimedTests.Feet;

/// <summary>
/// When the leading foot crossed the line, by the feet: one value, or the few that are possible. Where a foot lands within the length error of the line, it is not known which foot, in which
/// swing, came first; the answers are half a second apart, so a mean of them would be wrong for certain. All places where the line may be by the feet's own measure are tried, each as likely as
/// their error says; the times this gives fall into groups, and each group is a candidate.
/// </summary>
public sealed class LineCrossing
{
    // Places tried, each way from the middle, and how far out, in standard uncertainties.
    private const int BothPlaces = 40, EachPlaces = 6;
    private const double Reach = 3.5;

    // Times closer to each other belong to one swing, s.
    private const double SameS = 0.08;

    // A candidate that is less likely than this is none [D]. Few walks have such a one at all, so the truth is left out far more rarely than that.
    private const double LeastShare = 0.004;

    // Both feet may stop this far from the second line and still be taken to stand at it, of the course or at least so many m.
    private const double StopsShare = 0.1, StopsM = 0.3;


    private LineCrossing(IReadOnlyList<CrossingCandidate> candidates, double leavesS, Foot leads, bool isClosed) =>
        (Candidates, LeavesS, Leads, IsClosed) = (candidates, leavesS, leads, isClosed);

    /// <summary>The possible crossings, the most likely first; at least one.</summary>
    public IReadOnlyList<CrossingCandidate> Candidates { get; }

    /// <summary>When the first foot left the ground, s.</summary>
    public double LeavesS { get; }

    /// <summary>The foot that left first.</summary>
    public Foot Leads { get; }

    /// <summary>Whether both feet stopped at the second line, so that their own measure could be set right.</summary>
    public bool IsClosed { get; }

    /// <summary>Finds it; null: no foot has come that far, or too little was seen of them.</summary>
    /// <param name="feet">What the feet did.</param>
    /// <param name="course">The lines.</param>
    /// <param name="goS">When "go" was given, or any time at which both feet stand at the line, s.</param>
    public static LineCrossing? Find(FeetRecord feet, in LineCourseLayout course, double goS)
    {
        ArgumentNullException.ThrowIfNull(feet);
        if (feet.FirstSwingAfter(goS) is not { } first) return null;
        FootAlong?[] along = new FootAlong?[2];
        foreach (Foot foot in BothFeet.InOrder) along[(int)foot] = FootAlong.Of(feet.Of(foot), goS, course.LengthM, course.IsBackward);
        if (along[0] is not { } left || along[1] is not { } right) return null;
        double leaves = first.Swing.LeavesS;
        double forS = Math.Min(left.ReachesS(course.LengthM) ?? double.PositiveInfinity, right.ReachesS(course.LengthM) ?? double.PositiveInfinity) - leaves;
        bool isClosed = false;
        if (course.RunOutM is { } runOut && StandsAt(feet, left) && StandsAt(feet, right))
        {
            double all = course.LengthM + runOut, off = Math.Max(StopsM, StopsShare * all), allS = Math.Max(left.LandingS[^1], right.LandingS[^1]) - leaves;
            isClosed = Math.Abs(left.LandingsM[^1] - all) < off && Math.Abs(right.LandingsM[^1] - all) < off;
            if (isClosed)
            {
                double share = LengthError.ScaleShare(in course, allS);
                (left, right) = (left.SetRight(all, leaves, share), right.SetRight(all, leaves, share));
                forS = Math.Min(left.ReachesS(course.LengthM) ?? allS + leaves, right.ReachesS(course.LengthM) ?? allS + leaves) - leaves;
                return Found(CandidatesOf(left, right, course.LengthM, LengthError.Closed(in course, forS, allS)));
            }
        }

        if (!double.IsFinite(forS)) forS = Math.Max(left.LandingS.Count > 0 ? left.LandingS[^1] : leaves, right.LandingS.Count > 0 ? right.LandingS[^1] : leaves) - leaves;
        return Found(CandidatesOf(left, right, course.LengthM, LengthError.Open(in course, forS)));

        LineCrossing? Found(List<CrossingCandidate> candidates) => candidates.Count == 0 ? null : new LineCrossing(candidates, leaves, first.Foot, isClosed);
    }

    // Standing: its last landing is followed by a second of data without a swing.
    private static bool StandsAt(FeetRecord feet, FootAlong foot) => foot.LandingsM.Count > 0 && feet.KnownToS - foot.LandingS[^1] > 0.5;

    private static List<CrossingCandidate> CandidatesOf(FootAlong left, FootAlong right, double lengthM, in LengthError error)
    {
        // A foot's own measure of the line.
        double?[] l = Times(left, lengthM, in error), r = Times(right, lengthM, in error);
        List<(double TimeS, Foot Foot, double Weight)> all = [];
        double sum = 0;
        double unit = Unit(in error);
        for (int both = -BothPlaces; both <= BothPlaces; both++)
        {
            double z = Reach * both / BothPlaces, shared = z * error.BothM;
            for (int a = -EachPlaces; a <= EachPlaces; a++)
            {
                for (int b = -EachPlaces; b <= EachPlaces; b++)
                {
                    double za = Reach * a / EachPlaces, zb = Reach * b / EachPlaces;
                    double weight = Math.Exp(-0.5 * ((z * z) + (za * za) + (zb * zb)));
                    sum += weight;
                    double? tl = At(l, (shared + (za * error.EachM)) / unit), tr = At(r, (shared + (zb * error.EachM)) / unit);
                    if (tl is null && tr is null) continue;
                    bool isLeft = tr is not { } t || tl < t;
                    all.Add((isLeft ? tl!.Value : tr!.Value, isLeft ? Foot.Left : Foot.Right, weight));
                }
            }
        }

        return Groups(all, sum);
    }

    // A table of times over all places that are tried, in steps of a share of the whole error.
    private const int TableHalf = 200;

    private static double Unit(in LengthError error) => Reach * (error.BothM + error.EachM) / TableHalf;

    private static double?[] Times(FootAlong foot, double lengthM, in LengthError error)
    {
        double?[] times = new double?[(2 * TableHalf) + 1];
        double unit = Unit(in error);
        for (int i = -TableHalf; i <= TableHalf; i++) times[i + TableHalf] = foot.ReachesS(lengthM + (i * unit));
        return times;
    }

    private static double? At(double?[] times, double place) => times[Math.Clamp((int)Math.Round(place) + TableHalf, 0, times.Length - 1)];

    private static List<CrossingCandidate> Groups(List<(double TimeS, Foot Foot, double Weight)> all, double sum)
    {
        all.Sort((a, b) => a.TimeS.CompareTo(b.TimeS));
        List<CrossingCandidate> groups = [];
        for (int from = 0; from < all.Count;)
        {
            int to = from + 1;
            while (to < all.Count && all[to].TimeS - all[to - 1].TimeS < SameS) to++;
            double weight = 0;
            for (int i = from; i < to; i++) weight += all[i].Weight;
            if (weight / sum >= LeastShare) groups.AddRange(CrossingCandidate.OfSwing(all, from, to, sum));
            from = to;
        }

        groups.Sort((a, b) => b.Share.CompareTo(a.Share));
        return groups;
    }
}
