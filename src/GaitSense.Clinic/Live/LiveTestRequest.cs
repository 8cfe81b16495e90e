namespace GaitSense.Clinic.Live;

/// <summary>A timed test that a page asks for.</summary>
internal sealed record LiveTestRequest
{
    /// <summary>The test: "t25fw".</summary>
    public string Id { get; init; } = "";

    /// <summary>The instruction; null: the test's first.</summary>
    public string? Instruction { get; init; }

    /// <summary>The official definition; null: the test's own.</summary>
    public string? Definition { get; init; }

    /// <summary>Length of the corridor, m; null: not given.</summary>
    public double? LapM { get; init; }

    /// <summary>Whether there is a second line to stop at. <value>The default is yes.</value></summary>
    public bool SecondLine { get; init; } = true;
}
