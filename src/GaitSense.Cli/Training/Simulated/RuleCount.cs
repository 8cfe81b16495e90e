namespace GaitSense.Cli.Training.Simulated;

/// <summary>One rule over a whole run, checked from the rows alone.</summary>
/// <param name="Rule">The rule, in words.</param>
/// <param name="Cases">How often there was something to check.</param>
/// <param name="Violations">How often it did not hold.</param>
internal sealed record RuleCount(string Rule, int Cases, int Violations);
