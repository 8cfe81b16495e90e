using GaitSense.Core;

namespace GaitSense.Training.Days;

/// <summary>
/// How much of an offered session was walked so far, from the feet alone: time between contacts that follow each other, and the way back. It says when a rest is due and when the dose is
/// done; it never asks for more. One thread tells it; others may read it.
/// </summary>
/// <param name="offer">The session; null: nothing was planned, and only what was walked is counted.</param>
public sealed class DoseProgress(OfferedSession? offer) : IWalkObserver
{
    /// <summary>Contacts further apart belong to no walking, s: standing, sitting, a pause.</summary>
    public const double MaxContactGapS = 3;

    /// <summary>A pause after which the time to the next rest begins anew, s.</summary>
    public const double RestS = 30;

    private readonly double?[] _backwardM = new double?[2];
    private double? _lastContactS;
    private double _walkedS, _sinceRestS;

    /// <summary>Time walked, rests not counted, s.</summary>
    public double WalkedS => Volatile.Read(ref _walkedS);

    /// <summary>Distance walked backward, m, mean of the feet that walked it; null: none.</summary>
    public double? BackwardM => _backwardM.Max() is null ? null : _backwardM.OfType<double>().Average();

    /// <summary>Lengths of the path walked backward; null: nothing is planned in lengths.</summary>
    public double? Lengths => offer is { Lengths: > 0, PathM: { } path } ? (BackwardM ?? 0) / path : null;

    /// <summary>Lengths still to walk, the one under way included; null: nothing is planned in lengths.</summary>
    public int? LengthsLeft => offer is { Lengths: { } planned } && Lengths is { } walked ? Math.Max(0, planned - (int)Math.Floor(walked + LengthTolerance)) : null;

    /// <summary>A seated rest is due: so long was walked since the last one.</summary>
    public bool IsRestDue => offer?.MinutesBetweenRests is { } between && Volatile.Read(ref _sinceRestS) >= 60 * between && !IsDone;

    /// <summary>The planned dose was walked. Without a plan it never is.</summary>
    public bool IsDone => offer switch
    {
        { Lengths: { } lengths } => Lengths >= lengths - LengthTolerance,
        { Minutes: { } minutes } => WalkedS >= (60 * minutes) - MaxStepS,
        _ => false,
    };

    /// <summary>What was walked so far does not count: the session begins now.</summary>
    public void StartAnew()
    {
        Volatile.Write(ref _walkedS, 0);
        Volatile.Write(ref _sinceRestS, 0);
        _backwardM[0] = _backwardM[1] = null;
    }

    /// <summary>A person goes on. Who was offered a rest has had it, however short it was: the next one is due after as long a stretch.</summary>
    public void GoOn()
    {
        if (IsRestDue) Volatile.Write(ref _sinceRestS, 0);
    }

    // The last length ends before the path does, where "stop" is said; a step more or less is no part of a dose.
    private const double LengthTolerance = 0.5, MaxStepS = 1;

    /// <inheritdoc/>
    public void OnEvent(in GaitEvent e)
    {
        if (e.Kind != GaitEventKind.InitialContact) return;
        double at = e.Time.Seconds;
        // The other foot's contact may be decided first.
        if (_lastContactS is { } last && at <= last) return;
        if (_lastContactS is { } before && at - before <= MaxContactGapS)
        {
            Volatile.Write(ref _walkedS, _walkedS + (at - before));
            Volatile.Write(ref _sinceRestS, _sinceRestS + (at - before));
        }
        else if (_lastContactS is { } earlier && at - earlier >= RestS)
        {
            Volatile.Write(ref _sinceRestS, 0);
        }

        _lastContactS = at;
    }

    /// <inheritdoc/>
    public void OnStride(in Stride stride)
    {
        if (stride is { IsValid: true, Direction: WalkingDirection.Backward, LengthM: { } lengthM }) _backwardM[(int)stride.Foot] = (_backwardM[(int)stride.Foot] ?? 0) + lengthM;
    }
}
