using GaitSense.Core;
using GaitSense.Training.Records;

namespace GaitSense.Training.Volume;

/// <summary>What was done in a session. What was not measured is null, never zero.</summary>
public sealed record SessionDose
{
    /// <summary>Minutes walked, rests not counted.</summary>
    public double? Minutes { get; init; }

    /// <summary>Strides of both feet.</summary>
    public int? Strides { get; init; }

    /// <summary>Bouts of walking.</summary>
    public int? Bouts { get; init; }

    /// <summary>Lengths walked backward.</summary>
    public double? Lengths { get; init; }

    /// <summary>Distance walked backward, m.</summary>
    public double? BackwardM { get; init; }

    /// <summary>Whether anything was measured that was walked.</summary>
    public bool IsSome => Minutes > 0 || Lengths > 0 || Strides > 0;

    /// <summary>Reads the dose from a session's measures.</summary>
    public static SessionDose Of(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        double? Value(string name) => session.Measures.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.Ordinal))?.Value;
        return new()
        {
            Minutes = Value(DoseNames.WalkedS) / 60,
            Strides = (int?)Value(DoseNames.Strides),
            Bouts = (int?)Value(DoseNames.Bouts),
            Lengths = Value(DoseNames.BackwardLengths),
            BackwardM = Value(DoseNames.BackwardM),
        };
    }

    /// <summary>The measures that a session keeps of a dose.</summary>
    public IEnumerable<Measure> ToMeasures()
    {
        Measure? Of(string name, double? value, string unit, WalkingDirection direction) =>
            value is { } known ? new Measure { Name = name, Direction = direction, Value = known, N = Strides ?? 0, Unit = unit } : null;
        Measure?[] all =
        [
            Of(DoseNames.WalkedS, Minutes * 60, "s", WalkingDirection.Unknown),
            Of(DoseNames.Strides, Strides, "1", WalkingDirection.Unknown),
            Of(DoseNames.Bouts, Bouts, "1", WalkingDirection.Unknown),
            Of(DoseNames.BackwardLengths, Lengths, "1", WalkingDirection.Backward),
            Of(DoseNames.BackwardM, BackwardM, "m", WalkingDirection.Backward),
        ];
        return all.OfType<Measure>();
    }
}
