namespace GaitSense.Core;

/// <summary>
/// Turns of one foot: consecutive strides that turn the same way. A turn counts from 45 degrees in all; a stride belongs to it from 15.
/// </summary>
internal sealed class TurnTracker(Foot foot)
{
    private const double StrideRad = 15 * Math.PI / 180;
    private const double TurnRad = 45 * Math.PI / 180;

    private State _s;

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    public void Reset() => _s = default;

    public bool TryPush(in Stride stride, out Turn turn)
    {
        turn = _s.Turn;
        double angle = stride.ShowsTheWay ? stride.TurnRad ?? 0 : 0;
        bool turning = Math.Abs(angle) >= StrideRad;
        bool same = _s.IsTurning && Math.Sign(angle) == Math.Sign(_s.Turn.AngleRad);
        if (turning && same)
        {
            _s.Turn = _s.Turn with { End = stride.ZeroVelocityEnd ?? stride.End, AngleRad = _s.Turn.AngleRad + angle };
            return false;
        }

        bool ended = TryEnd(out turn);
        if (turning)
        {
            _s.IsTurning = true;
            _s.Turn = new Turn(foot, stride.ZeroVelocityStart ?? stride.TerminalContact, stride.ZeroVelocityEnd ?? stride.End, angle);
        }

        return ended;
    }

    public bool TryEnd(out Turn turn)
    {
        turn = _s.Turn;
        bool ended = _s.IsTurning && Math.Abs(turn.AngleRad) >= TurnRad;
        _s.IsTurning = false;
        return ended;
    }

    /// <summary>All that changes.</summary>
    public struct State
    {
        public bool IsTurning;
        public Turn Turn;
    }
}
