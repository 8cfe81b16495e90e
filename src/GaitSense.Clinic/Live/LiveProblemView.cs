namespace GaitSense.Clinic.Live;

/// <summary>A problem as it is written.</summary>
internal sealed record LiveProblemView(int Status, string Title, IReadOnlyList<string>? Reasons);
