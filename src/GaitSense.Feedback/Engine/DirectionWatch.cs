using GaitSense.Core;
using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Engine;

/// <summary>Whether both feet go the way that is practised, as early as it can be known: in the middle of the swing.</summary>
internal sealed class DirectionWatch(Practice practice)
{
    private readonly WalkingDirection[] _last = new WalkingDirection[2];

    /// <summary>Which way a foot goes or went.</summary>
    /// <returns>Whether that is another way than the practised one.</returns>
    public bool IsWrong(Foot foot, WalkingDirection direction)
    {
        // What is not known keeps a walk forward, and no walk backward.
        if (direction == WalkingDirection.Unknown)
        {
            if (practice == Practice.Backward) _last[(int)foot] = direction;
            return false;
        }

        _last[(int)foot] = direction;
        return practice == Practice.Forward
            ? direction is WalkingDirection.Backward or WalkingDirection.Left or WalkingDirection.Right
            : direction != WalkingDirection.Backward;
    }

    /// <summary>Whether cues may be given: forward unless something else is seen; backward only where both feet are seen to go backward.</summary>
    public bool IsRight => practice == Practice.Forward
        ? _last[0] is not (WalkingDirection.Backward or WalkingDirection.Left or WalkingDirection.Right) && _last[1] is not (WalkingDirection.Backward or WalkingDirection.Left or WalkingDirection.Right)
        : _last[0] == WalkingDirection.Backward && _last[1] == WalkingDirection.Backward;
}
