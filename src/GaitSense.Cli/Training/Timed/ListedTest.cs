namespace GaitSense.Cli.Training.Timed;

/// <summary>A test in a list for programs.</summary>
internal sealed record ListedTest(
    string Name, string Id, string Title, string Unit, double? LengthM, double? DurationS, bool Backward, int Trials, int PracticeTrials, string Summary, string Official,
    IReadOnlyList<string> Definitions, IReadOnlyList<string> Instructions, string Source);
