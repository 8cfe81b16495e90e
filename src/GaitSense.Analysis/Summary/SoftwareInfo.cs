namespace GaitSense.Analysis.Summary;

/// <summary>Who made the numbers.</summary>
/// <param name="Name">Name of the program.</param>
/// <param name="Version">Its version.</param>
/// <param name="Commit">The commit it was built from; <c>unknown</c> where it was built outside of a repository. Null in summaries of earlier builds.</param>
public sealed record SoftwareInfo(string Name, string Version, string? Commit = null);
