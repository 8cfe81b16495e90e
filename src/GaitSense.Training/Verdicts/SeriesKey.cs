using GaitSense.Core;
using GaitSense.Training.People;

namespace GaitSense.Training.Verdicts;

/// <summary>All that must be alike in values that are compared. Values that differ in one of these are of different series.</summary>
public sealed record SeriesKey
{
    /// <summary>The test with the version of its definition ("t25fw@1"), or the measure by its column ("speed_mps").</summary>
    public required string Quantity { get; init; }

    /// <summary>The definition that the value follows: "watch-from-go"; empty for measures of the feet.</summary>
    public string Definition { get; init; } = "";

    /// <summary>The direction of walking; of tests that their name says: forward.</summary>
    public required WalkingDirection Direction { get; init; }

    /// <summary>The foot; null: both together, or a test.</summary>
    public Foot? Side { get; init; }

    /// <summary>The instruction of a test ("fast", "comfortable"), or what was done while it was measured ("comfortable_walk"; in a session of timed tests these: "6mwt@1").</summary>
    public required string Instruction { get; init; }

    /// <summary>The aid that was used; null: nobody said. What nobody said is like no other, and visits of it are shown together and never judged (<see cref="Unsaid"/>).</summary>
    public WalkingAid? Aid { get; init; }

    /// <summary>The orthosis that was worn; null: nobody said.</summary>
    public Orthosis? Orthosis { get; init; }

    /// <summary><see cref="Quantity"/> without its version.</summary>
    public string Name => Quantity.Split('@')[0];

    /// <summary>What nobody said of these visits, in words: "the aid"; null: all was said.</summary>
    public string? Unsaid => (Aid, Orthosis) switch
    {
        (null, null) => "the aid and the orthosis",
        (null, _) => "the aid",
        (_, null) => "the orthosis",
        _ => null,
    };

    /// <summary>In what another series differs, in words: "another instruction (comfortable, not fast)". Empty: in nothing but perhaps the quantity.</summary>
    /// <param name="other">The other series.</param>
    public IReadOnlyList<string> DifferencesFrom(SeriesKey other)
    {
        ArgumentNullException.ThrowIfNull(other);
        List<string> differences = [];
        Add("another version of the test", Version, other.Version);
        Add("another definition", Definition, other.Definition);
        Add("another direction", Words(Direction), Words(other.Direction));
        Add("another side", Side is { } s ? Words(s) : "both", other.Side is { } o ? Words(o) : "both");
        Add("another instruction", Instruction, other.Instruction);
        Add("another aid", Words(Aid), Words(other.Aid));
        Add("another orthosis", Words(Orthosis), Words(other.Orthosis));
        return differences;

        void Add(string what, string mine, string theirs)
        {
            if (!string.Equals(mine, theirs, StringComparison.Ordinal)) differences.Add($"{what} ({(mine.Length == 0 ? "none" : mine)}, not {(theirs.Length == 0 ? "none" : theirs)})");
        }
    }

    /// <summary>An enumeration's member as words: "one stick".</summary>
    internal static string Words<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? " " : "") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>An enumeration's member as words, or that nobody said it.</summary>
    internal static string Words<T>(T? value)
        where T : struct, Enum => value is { } said ? Words(said) : "not said";

    private string Version => Quantity.Contains('@', StringComparison.Ordinal) ? Quantity[(Quantity.IndexOf('@', StringComparison.Ordinal) + 1)..] : "";
}
