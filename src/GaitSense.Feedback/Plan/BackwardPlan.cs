using System.ComponentModel.DataAnnotations;

namespace GaitSense.Feedback;

/// <summary>The gates of backward practice. Without a confirmed checklist there is none.</summary>
public sealed record BackwardPlan
{
    /// <summary>What somebody has to confirm before each walk backward.</summary>
    public static IReadOnlyList<string> Checklist { get; } =
    [
        "The path behind is clear for at least 4 m, and there is no rug to trip over.",
        "A rail, a parallel bar or a person is within reach.",
        "Closed shoes are on.",
        "Not both ears are covered.",
        "Not alone, if this is one of the first times.",
        "No relapse in the last 30 days.",
    ];

    /// <summary>Longest stretch of walking backward, s. <value>The default is 60.</value></summary>
    [Range(5, 300), Source("At first no longer than a minute")]
    public double BoutS { get; init; } = 60;

    /// <summary>Rest before the next stretch, s. <value>The default is 30.</value></summary>
    [Range(5, 600), Source("Short stretches, rested")]
    public double RestS { get; init; } = 30;

    /// <summary>Length of the clear path, m: the last metres are counted down. <value>The default is 4.</value></summary>
    [Range(4, 100), Source("A clear path of at least 4 m")]
    public double PathM { get; init; } = 4;

    /// <summary>Largest change of heading in a stride, degrees: from there on it is a turn, and the practice stops. <value>The default is 30.</value></summary>
    [Range(15, 60), Source("Turning backward is where balance goes")]
    public double LargestTurnDeg { get; init; } = 30;
}
