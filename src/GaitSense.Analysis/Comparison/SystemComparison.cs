using System.Globalization;
using System.Text.Json;
using GaitSense.Analysis.Accuracy;
using GaitSense.Analysis.Summary;
using GaitSense.Core;

namespace GaitSense.Analysis.Comparison;

/// <summary>
/// Two systems that saw the same walk: which events and strides both saw, and how far their numbers differ (Bland and Altman). Neither is taken for the truth.
/// </summary>
public sealed record SystemComparison
{
    private const double Degrees = 180 / Math.PI;

    private static readonly (string Name, string Title, string Unit, int Decimals, double Scale, Func<Stride, double?> Of)[] Quantities =
    [
        ("stride_length_m", "Stride length", "cm", 1, 100, s => s.LengthM),
        ("stride_time_s", "Stride time", "ms", 0, 1000, s => s.StrideTimeS),
        ("stance_time_s", "Stance time", "ms", 0, 1000, s => s.StanceTimeS),
        ("swing_time_s", "Swing time", "ms", 0, 1000, s => s.SwingTimeS),
        ("speed_mps", "Speed", "m/s", 3, 1, s => s.SpeedMps),
        ("clearance_m", "Sensor lift", "cm", 1, 100, s => s.ClearanceM),
        ("height_change_m", "Height change", "cm", 1, 100, s => s.HeightChangeM),
        ("angle_at_ic_deg", "Foot angle at initial contact", "°", 1, Degrees, s => s.AngleAtInitialContactRad),
        ("angle_at_tc_deg", "Foot angle at terminal contact", "°", 1, Degrees, s => s.AngleAtTerminalContactRad),
        ("turn_deg", "Turn", "°", 1, Degrees, s => s.TurnRad),
    ];

    /// <summary>Name of the format.</summary>
    public string Format { get; } = "gaitsense-system-comparison";

    /// <summary>Version of the format.</summary>
    public int Version { get; } = 1;

    /// <summary>Name of the first system.</summary>
    public required string First { get; init; }

    /// <summary>Name of the second system.</summary>
    public required string Second { get; init; }

    /// <summary>What the second system's times were shifted back by, s.</summary>
    public required double OffsetS { get; init; }

    /// <summary>Whether <see cref="OffsetS"/> was found from the contacts: then a bias of initial contacts is not seen.</summary>
    public required bool OffsetEstimated { get; init; }

    /// <summary>Each kind of event that one of them saw.</summary>
    public required IReadOnlyList<EventAgreement> Events { get; init; }

    /// <summary>Valid strides that both saw: their closing contacts are matched.</summary>
    public required int StridesMatched { get; init; }

    /// <summary>Valid strides that only the first system saw.</summary>
    public required int StridesOnlyFirst { get; init; }

    /// <summary>Valid strides that only the second system saw.</summary>
    public required int StridesOnlySecond { get; init; }

    /// <summary>Matched strides whose direction both name; unknown is no name.</summary>
    public required int DirectionsNamed { get; init; }

    /// <summary>Those of them that both name alike.</summary>
    public required int DirectionsAlike { get; init; }

    /// <summary>Each quantity of the matched strides that both measure.</summary>
    public required IReadOnlyList<Agreement> Strides { get; init; }

    /// <summary>Compares two systems.</summary>
    /// <param name="first">What the first saw.</param>
    /// <param name="second">What the second saw.</param>
    /// <param name="offsetS">The second clock's time less the first's, s; null to find it from the contacts.</param>
    public static SystemComparison Of(MeasuredWalk first, MeasuredWalk second, double? offsetS = 0)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        double offset = offsetS ?? ClockOffset.Estimate(first.Events, second.Events) ?? 0;
        List<(Stride First, Stride Second)> pairs = [];
        int onlyFirst = 0, onlySecond = 0;
        foreach (Foot foot in BothFeet.InOrder)
        {
            Stride[] a = Valid(first, foot), b = Valid(second, foot);
            List<(int Label, int Detection)> matched = EventMatcher.Match([.. a.Select(s => EventMatcher.Seconds(s.End))], [.. b.Select(s => EventMatcher.Seconds(s.End) - offset)]);
            pairs.AddRange(matched.OrderBy(m => m.Label).Select(m => (a[m.Label], b[m.Detection])));
            onlyFirst += a.Length - matched.Count;
            onlySecond += b.Length - matched.Count;
        }

        (Stride First, Stride Second)[] named = [.. pairs.Where(p => p.First.Direction != WalkingDirection.Unknown && p.Second.Direction != WalkingDirection.Unknown)];
        return new SystemComparison
        {
            First = first.Name,
            Second = second.Name,
            OffsetS = offset,
            OffsetEstimated = offsetS is null,
            Events = [.. Enum.GetValues<GaitEventKind>().Select(k => Compare(first, second, k, offset)).Where(e => e.Matched + e.OnlyFirst + e.OnlySecond > 0)],
            StridesMatched = pairs.Count,
            StridesOnlyFirst = onlyFirst,
            StridesOnlySecond = onlySecond,
            DirectionsNamed = named.Length,
            DirectionsAlike = named.Count(p => p.First.Direction == p.Second.Direction),
            Strides = [.. Quantities
                .Select(q => Agreement.Of(q.Name, q.Title, q.Unit, q.Decimals, pairs.Where(p => q.Of(p.First) is not null && q.Of(p.Second) is not null).Select(p => (q.Of(p.First)!.Value, q.Of(p.Second)!.Value)), q.Scale))
                .Where(a => a.Pairs > 0)],
        };
    }

    /// <summary>The comparison as JSON, in the style of <see cref="WalkSummary.ToJson"/>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonText.Of<SystemComparison>()) + "\n";

    private static EventAgreement Compare(MeasuredWalk first, MeasuredWalk second, GaitEventKind kind, double offset)
    {
        List<(double, double)> pairs = [];
        int onlyFirst = 0, onlySecond = 0;
        foreach (Foot foot in BothFeet.InOrder)
        {
            double[] a = Times(first, foot, kind, 0), b = Times(second, foot, kind, offset);
            List<(int Label, int Detection)> matched = EventMatcher.Match(a, b);
            pairs.AddRange(matched.OrderBy(m => m.Label).Select(m => (a[m.Label], b[m.Detection])));
            onlyFirst += a.Length - matched.Count;
            onlySecond += b.Length - matched.Count;
        }

        string name = Words.Of(kind), title = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name[..1]) + name[1..].Replace('_', ' ');
        return new EventAgreement(name, pairs.Count, onlyFirst, onlySecond, Agreement.Of(name + "_time", title, "ms", 1, pairs, 1000));
    }

    private static Stride[] Valid(MeasuredWalk walk, Foot foot) => [.. walk.Strides.Where(s => s.Foot == foot && s.IsValid).OrderBy(s => s.End)];

    private static double[] Times(MeasuredWalk walk, Foot foot, GaitEventKind kind, double offset) =>
        [.. walk.Events.Where(e => e.Foot == foot && e.Kind == kind).Select(e => EventMatcher.Seconds(e.Time) - offset).Order()];
}
