using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>Enum values as the tables call them.</summary>
internal static class Words
{
    public static string Of(Foot foot) => foot == Foot.Left ? "left" : "right";

    public static string Of(WalkingDirection direction) => direction switch
    {
        WalkingDirection.Forward => "forward",
        WalkingDirection.Backward => "backward",
        WalkingDirection.Left => "to the left",
        WalkingDirection.Right => "to the right",
        WalkingDirection.InPlace => "in place",
        _ => "unknown",
    };
}
