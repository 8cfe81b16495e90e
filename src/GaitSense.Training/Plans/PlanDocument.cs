namespace GaitSense.Training.Plans;

/// <summary>A plan as a file, <c>plan.json</c>: without the identifiers of a store.</summary>
public sealed record PlanDocument
{
    /// <summary>What <see cref="Format"/> says.</summary>
    public const string FormatName = "gaitsense-plan";

    /// <summary>The kind of document.</summary>
    public required string Format { get; init; }

    /// <summary>Pseudonym of the person.</summary>
    public required string Person { get; init; }

    /// <summary>Version of the plan, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Number of the week that begins on the first day. <value>The default is 1.</value></summary>
    public int FirstWeek { get; init; } = 1;

    /// <summary>Last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The programme it came from: "backward-8-weeks@1".</summary>
    public required string Template { get; init; }

    /// <summary>Who made this version.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>What is to be done, by week; the identifiers of slots are none of the file.</summary>
    public required IReadOnlyList<Slot> Slots { get; init; }
}
