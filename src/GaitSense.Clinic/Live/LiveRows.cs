namespace GaitSense.Clinic.Live;

/// <summary>The sessions that run now.</summary>
internal sealed record LiveRows(IReadOnlyList<LiveRow> Items);
