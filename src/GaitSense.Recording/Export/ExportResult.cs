namespace GaitSense.Recording.Export;

/// <summary>What an export wrote.</summary>
/// <param name="Folder">Where.</param>
/// <param name="Files">The files, relative to the folder, in the order they were written.</param>
/// <param name="Samples">Samples in all.</param>
/// <param name="Notes">What a person should know, a sentence each.</param>
public sealed record ExportResult(string Folder, IReadOnlyList<string> Files, long Samples, IReadOnlyList<string> Notes);
