namespace GaitSense.Sessions;

/// <summary>What a feed does when its readers are slower than the walk.</summary>
public enum FeedOverflow
{
    /// <summary>Drop the oldest and count it: right for a screen, which wants the newest and must never slow a walk.</summary>
    DropOldest,

    /// <summary>Make the walk wait: right for a log of a recording. Never for a live walk.</summary>
    Wait,
}
