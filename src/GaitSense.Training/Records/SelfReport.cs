namespace GaitSense.Training.Records;

/// <summary>What a person said of fatigue or pain, raw, with the scale it was asked on. The scales are not called validated.</summary>
public sealed record SelfReport
{
    /// <summary>The scale of five faces.</summary>
    public const string Faces = "faces-5@1";

    /// <summary>Before or after the walk.</summary>
    public required ReportTime When { get; init; }

    /// <summary>Of what.</summary>
    public required ReportOf Of { get; init; }

    /// <summary>The scale's id: <see cref="Faces"/>.</summary>
    public required string Scale { get; init; }

    /// <summary>The answer, 1 (least) to 5 (most) on <see cref="Faces"/>; null: not said.</summary>
    public int? Value { get; init; }
}
