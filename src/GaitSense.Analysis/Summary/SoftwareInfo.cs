namespace GaitSense.Analysis;

/// <summary>Who made the numbers.</summary>
/// <param name="Name">Name of the program.</param>
/// <param name="Version">Its version.</param>
public sealed record SoftwareInfo(string Name, string Version);
